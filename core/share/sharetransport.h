// HTTP to one share server and its storage: only where it may go, only as much as it may be.
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace passel {

//! \brief One request, ready to be sent.
struct HttpAsk
{
    QByteArray verb;
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qint64 answerLimit = 0; //!< bytes; more are an error, met as they come

    void addHeader(const QByteArray &name, const QByteArray &value)
    {
        headers.emplaceBack(name, value);
    }
};

struct HttpAnswer
{
    int status = 0;
    QByteArray contentType;
    QByteArray retryAfter;
    QByteArray body;
};

//! \brief Two managers: one for the API, whose requests go to the origin alone, and one for signed
//! URLs, which never carries Authorization, cookies or Passel headers (SEC-30). Neither follows a
//! redirect. Belongs to one thread.
//!
//! With a pin (SEC-31) the server's certificate is fetched first, without sending anything, its
//! public key compared, and then that certificate, and no other, is what connections are verified
//! against. So no error of TLS is ever passed over.
//!
//! Errors, all of kind Network but the last two: `unreachable`, `timeout`, `cut`, `tls`,
//! `pin-changed`; Server: `redirected`, `nonsense` (more bytes than asked for, a broken answer).
class ShareTransport final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<HttpAnswer>)>;
    //! \brief Told how many more bytes of a body went or came.
    using Travelled = std::function<void(qint64 bytes)>;

    //! \brief \a title: how the server is called in sentences.
    ShareTransport(QUrl origin, std::optional<Digest> pin, QString title, int progressTimeoutMs,
                   QObject *parent = nullptr);
    ~ShareTransport() override;

    //! \brief Where signed URLs may lead: `host` or `host:port`, as the server named them.
    void setStorageHosts(const QStringList &hosts) { m_storageHosts = hosts; }

    //! \brief Sends to the API; \a path is added to the origin. Answers later, unless \a scope
    //! dies.
    void sendToApi(HttpAsk ask, const QString &path, QObject *scope, Done done);
    //! \brief Sends to storage; without body progress, \a travelled counts what comes.
    void sendToStorage(HttpAsk ask, QObject *scope, Done done, Travelled travelled);

private:
    enum class Trust { Unpinned, Unknown, Asking, Known };

    void whenTrusted(QObject *scope, std::function<void(std::optional<Error>)> then);
    void askCertificate();
    void endAsking(const std::optional<Error> &error);
    void send(QNetworkAccessManager &manager, HttpAsk ask, QObject *scope, Done done,
              Travelled travelled);
    [[nodiscard]] bool isOrigin(const QUrl &url) const;
    [[nodiscard]] bool isStorage(const QUrl &url) const;

    QUrl m_origin;
    std::optional<Digest> m_pin;
    QString m_title;
    int m_progressTimeoutMs;
    QStringList m_storageHosts;
    QNetworkAccessManager m_api;
    QNetworkAccessManager m_storage;
    Trust m_trust;
    QSslConfiguration m_pinned; // for the origin, once its certificate is known
    std::vector<std::function<void(std::optional<Error>)>> m_waiting;
};

//! \brief SHA-256 of a certificate's public key (SubjectPublicKeyInfo, DER), or nothing for a kind
//! of key that is not known.
[[nodiscard]] std::optional<Digest> publicKeyPin(const QSslCertificate &certificate);

} // namespace passel
