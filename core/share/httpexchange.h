// One HTTP request on its way: bounded as its answer comes, and told in a sentence when it fails.
#pragma once

#include "core/share/sharetransport.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace passel {

//! \brief Watches one QNetworkReply and answers once. It dies after that, and with its scope; then
//! the request is aborted.
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    struct Rules
    {
        QString title; //!< of the server, for sentences
        qint64 answerLimit = 0;
        std::optional<Digest> pin; //!< that this connection must have
    };

    HttpExchange(QNetworkReply *reply, Rules rules, QObject *scope, ShareTransport::Done done,
                 ShareTransport::Travelled travelled, QObject *parent);
    ~HttpExchange() override;

private:
    void drop();
    void takeBytes();
    void checkPin();
    void finish();
    void end(Result<HttpAnswer> result);
    [[nodiscard]] std::optional<Error> failure() const;
    [[nodiscard]] Error tlsError() const;

    QNetworkReply *m_reply;
    Rules m_rules;
    QObject *m_scope; // alive as long as we are connected to it
    ShareTransport::Done m_done;
    ShareTransport::Travelled m_travelled;
    QByteArray m_body;
    qint64 m_sent = 0;
    QList<QSslError> m_tlsErrors;
    std::optional<Error> m_stopped; // why we aborted it ourselves
};

//! \brief The sentence for what TLS found wrong.
[[nodiscard]] Error tlsFailure(const QString &title, const QList<QSslError> &errors,
                               const QString &detail);
[[nodiscard]] Error pinFailure(const QString &title);

} // namespace passel
