// One call of the API with all its tries.
#pragma once

#include "core/share/backoff.h"
#include "core/share/protocol.h"
#include "core/share/sharekey.h"
#include "core/share/sharetransport.h"
#include "core/share/tokenstore.h"

#include <QJsonObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace passel {

//! \brief What is asked.
struct ShareAsk
{
    QByteArray verb = "GET";
    QString path;
    std::optional<QJsonObject> body;
    std::optional<ShareCode> code; //!< in place of a token
    bool isOpen = false;           //!< neither token nor Passel headers: GET /v1/server
    bool isKeyed = false;          //!< carries an Idempotency-Key, the same in every try
    QByteArray ifMatch;            //!< value of If-Match, or empty
    QByteArray ifNoneMatch;
    QString share; //!< its name, for sentences
};

//! \brief An answer with a status of success, or a problem.
struct ShareReply
{
    int status = 0;
    QJsonObject json;
    std::optional<protocol::Problem> problem;
};

//! \brief Makes a call until it is answered or patience ends; answers once and dies. Dies silently
//! with its scope. All calls of the API may be repeated: the protocol sees to that.
//!
//!     send ──answer──► done            clock-skew, the first time: send with the server's time
//!      ▲  └──passing failure──► wait ─┐
//!      └──────────────────────────────┘
class ShareCall final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<ShareReply>)>;

    //! \brief What all calls of one client share.
    struct Surroundings
    {
        ShareTransport *transport = nullptr;
        QByteArray clientHeader;
        std::function<qint64()> nowMs; //!< by the server's clock, as far as it is known
        std::function<void(qint64)> learnServerTime;
        QString server; //!< for sentences
    };

    ShareCall(const Surroundings &surroundings, ShareAsk ask, Secret token, Backoff backoff,
              QObject *scope, Done done, QObject *parent);

    void start() { send(); }

signals:
    void waiting();
    void answered();

private:
    void send();
    void take(Result<HttpAnswer> answer);
    void again(const Error &error, std::optional<qint64> askedSeconds);
    void end(Result<ShareReply> reply);

    const Surroundings &m_surroundings;
    ShareAsk m_ask;
    Secret m_token;
    Backoff m_backoff;
    QPointer<QObject> m_scope;
    Done m_done;
    QByteArray m_key;
    bool m_isTimeLearnt = false;
};

} // namespace passel
