#include "core/share/httpexchange.h"

#include "core/base/log.h"

#include <QCoreApplication>
#include <QSslConfiguration>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::HttpExchange)
};

Error network(const char *code, const QString &message, const QString &detail)
{
    return Error(ErrorKind::Network, code, message).withDetail(detail);
}

Error nonsense(const QString &title, const QString &detail)
{
    return Error(ErrorKind::Server, QByteArrayLiteral("nonsense"),
                 Words::tr("%1 answered something that Passel does not understand. Check the "
                           "address, or ask who runs the server.")
                     .arg(title))
        .withDetail(detail);
}

// What OpenSSL's security level asks for, which Qt calls an unknown error.
bool isWeak(const QSslKey &key)
{
    const int least = key.algorithm() == QSsl::Ec ? 224 : 2048;
    return !key.isNull() && key.algorithm() != QSsl::Opaque && key.length() < least;
}

QString reasonOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return Words::tr("its certificate has expired");
    case QSslError::CertificateNotYetValid:
        return Words::tr("its certificate is not valid yet");
    case QSslError::HostNameMismatch:
        return Words::tr("its certificate is for another host");
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return Words::tr("its certificate is self-signed and was not confirmed");
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Words::tr("nobody this computer trusts has issued its certificate");
    case QSslError::CertificateRevoked:
        return Words::tr("its certificate was revoked");
    case QSslError::UnspecifiedError: {
        const QSslKey key = error.certificate().publicKey();
        return isWeak(key) ? Words::tr("its key is too weak (%1 bits)").arg(key.length())
                           : Words::tr("this computer does not accept its certificate");
    }
    default:
        return error.errorString();
    }
}

} // namespace

Error tlsFailure(const QString &title, const QList<QSslError> &errors, const QString &detail)
{
    const QString reason = errors.isEmpty() ? Words::tr("no secure connection could be agreed on")
                                            : reasonOf(errors.first());
    return network("tls",
                   Words::tr("The connection to %1 is not secure: %2. Nothing was sent. Ask who "
                             "runs the server.")
                       .arg(title, reason),
                   detail);
}

Error pinFailure(const QString &title)
{
    return network("pin-changed",
                   Words::tr("%1 shows another public key than the one you confirmed. Nothing was "
                             "sent. Ask who runs the server for a new invitation if it was "
                             "changed on purpose.")
                       .arg(title),
                   {});
}

HttpExchange::HttpExchange(QNetworkReply *reply, Rules rules, QObject *scope,
                           ShareTransport::Done done, ShareTransport::Travelled travelled,
                           QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_rules(std::move(rules))
    , m_scope(scope)
    , m_done(std::move(done))
    , m_travelled(std::move(travelled))
{
    reply->setParent(this);
    reply->setReadBufferSize(256LL * 1024);
    connect(scope, &QObject::destroyed, this, &HttpExchange::drop);
    connect(reply, &QNetworkReply::encrypted, this, &HttpExchange::checkPin);
    connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::takeBytes);
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64 total) {
        Q_UNUSED(total)
        if (m_travelled && sent > m_sent)
            m_travelled(sent - m_sent);
        m_sent = std::max(m_sent, sent);
    });
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::finish);
}

HttpExchange::~HttpExchange()
{
    m_reply->disconnect(this);
    m_reply->abort();
}

void HttpExchange::drop()
{
    // Not at once, and aborted only then: we may be inside a signal of the reply.
    m_reply->disconnect(this);
    deleteLater();
}

void HttpExchange::checkPin()
{
    if (m_rules.pin && publicKeyPin(m_reply->sslConfiguration().peerCertificate()) != m_rules.pin) {
        m_stopped = pinFailure(m_rules.title);
        m_reply->abort();
    }
}

void HttpExchange::takeBytes()
{
    const QByteArray bytes = m_reply->read(m_rules.answerLimit - m_body.size() + 1);
    m_body += bytes;
    if (m_body.size() > m_rules.answerLimit) {
        m_stopped = nonsense(m_rules.title, u"more than %1 bytes"_s.arg(m_rules.answerLimit));
        m_reply->abort();
        return;
    }
    if (m_travelled && m_reply->operation() == QNetworkAccessManager::GetOperation
        && !bytes.isEmpty())
        m_travelled(bytes.size());
}

std::optional<Error> HttpExchange::failure() const
{
    if (m_stopped)
        return m_stopped;
    const QNetworkReply::NetworkError error = m_reply->error();
    const QString detail = m_reply->errorString().left(500);
    const QString &title = m_rules.title;
    switch (error) {
    case QNetworkReply::NoError:
        return {};
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return network("unreachable",
                       Words::tr("%1 cannot be reached. Check that it is running, and your "
                                 "connection.")
                           .arg(title),
                       detail);
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // we abort only with m_stopped: it was the timer
        return network("timeout",
                       Words::tr("%1 has not answered for too long. Try again later.").arg(title),
                       detail);
    case QNetworkReply::RemoteHostClosedError:
        return network("cut", Words::tr("The connection to %1 was cut. Try again.").arg(title),
                       detail);
    case QNetworkReply::SslHandshakeFailedError:
        return tlsFailure(title, m_tlsErrors, detail);
    default:
        break;
    }
    if (error < QNetworkReply::ContentAccessDenied) // proxies and what else has no answer
        return network("unreachable",
                       Words::tr("%1 cannot be reached: the network refused it.").arg(title),
                       detail);
    if (error == QNetworkReply::ProtocolFailure || error == QNetworkReply::ProtocolUnknownError)
        return nonsense(title, detail);
    return {}; // a refusal with a status: that is an answer
}

void HttpExchange::finish()
{
    if (!m_stopped && m_reply->bytesAvailable() > 0)
        takeBytes();
    if (const std::optional<Error> error = failure()) {
        end(*error);
        return;
    }
    HttpAnswer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = m_reply->rawHeader("Content-Type");
    answer.retryAfter = m_reply->rawHeader("Retry-After");
    if (answer.status < 200 || answer.status > 599) {
        end(nonsense(m_rules.title, u"no status"_s));
        return;
    }
    if (answer.status < 400 && answer.status >= 300) {
        end(Error(ErrorKind::Server, QByteArrayLiteral("redirected"),
                  Words::tr("%1 wants to lead elsewhere, which a share server never does. Check "
                            "its address.")
                      .arg(m_rules.title)));
        return;
    }
    const QByteArray encoding = m_reply->rawHeader("Content-Encoding").toLower();
    if (!encoding.isEmpty() && encoding != "identity") {
        end(nonsense(m_rules.title, u"an encoding that was not asked for"_s));
        return;
    }
    bool hasLength = false;
    const qint64 length = m_reply->rawHeader("Content-Length").toLongLong(&hasLength);
    if (hasLength && length != m_body.size()) {
        end(network("cut", Words::tr("The connection to %1 was cut. Try again.").arg(m_rules.title),
                    u"%1 of %2 bytes came"_s.arg(m_body.size()).arg(length)));
        return;
    }
    answer.body = std::move(m_body);
    end(std::move(answer));
}

void HttpExchange::end(Result<HttpAnswer> result)
{
    m_reply->disconnect(this);
    disconnect(m_scope, nullptr, this, nullptr);
    deleteLater();
    m_done(std::move(result));
}

} // namespace passel
