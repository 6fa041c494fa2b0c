#include "core/share/sharetransport.h"

#include "core/base/log.h"
#include "core/share/httpexchange.h"
#include "core/share/sharekey.h"

#include <QNetworkCookieJar>
#include <QNetworkRequest>
#include <QPointer>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

QSslConfiguration strictConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return configuration;
}

} // namespace

std::optional<Digest> publicKeyPin(const QSslCertificate &certificate)
{
    const QByteArray key = certificate.publicKey().toDer();
    return key.isEmpty() ? std::optional<Digest>() : sha256(key);
}

ShareTransport::ShareTransport(QUrl origin, std::optional<Digest> pin, QString title,
                               int progressTimeoutMs, QObject *parent)
    : QObject(parent)
    , m_origin(std::move(origin))
    , m_pin(pin)
    , m_title(std::move(title))
    , m_progressTimeoutMs(progressTimeoutMs)
    , m_trust(pin && m_origin.scheme() == "https"_L1 ? Trust::Unknown : Trust::Unpinned)
{
    for (QNetworkAccessManager *manager : {&m_api, &m_storage}) {
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        manager->setAutoDeleteReplies(false);
    }
}

ShareTransport::~ShareTransport()
{
    // Exchanges abort their replies, so they go before the managers do.
    qDeleteAll(findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly));
}

bool ShareTransport::isOrigin(const QUrl &url) const
{
    return url.scheme() == m_origin.scheme() && url.host() == m_origin.host()
           && portOf(url) == portOf(m_origin);
}

bool ShareTransport::isStorage(const QUrl &url) const
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    // Only a server on this computer may send us to this computer, or leave out TLS.
    if (url.scheme() != "https"_L1
        && !(url.scheme() == "http"_L1 && isLoopbackHost(url.host())
             && isLoopbackHost(m_origin.host())))
        return false;
    if (isLoopbackHost(url.host()) && !isLoopbackHost(m_origin.host()))
        return false;
    const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    const QString withPort = host + u':' + QString::number(portOf(url));
    const bool isUsualPort = portOf(url) == (url.scheme() == "https"_L1 ? 443 : 80);
    return m_storageHosts.contains(withPort, Qt::CaseInsensitive)
           || (isUsualPort && m_storageHosts.contains(host, Qt::CaseInsensitive));
}

void ShareTransport::sendToApi(HttpAsk ask, const QString &path, QObject *scope, Done done)
{
    ask.url = m_origin;
    ask.url.setPath(path);
    whenTrusted(scope, [this, ask = std::move(ask), scope = QPointer<QObject>(scope),
                        done = std::move(done)](std::optional<Error> error) mutable {
        if (!scope)
            return;
        if (error)
            done(*std::move(error));
        else
            send(m_api, std::move(ask), scope, std::move(done), {});
    });
}

void ShareTransport::sendToStorage(HttpAsk ask, QObject *scope, Done done, Travelled travelled)
{
    if (!isStorage(ask.url)) {
        qCWarning(logShare) << "storage address refused:" << redacted(ask.url);
        QTimer::singleShot(0, scope, [title = m_title, done = std::move(done)] {
            done(Error(ErrorKind::Server, QByteArrayLiteral("nonsense"),
                       tr("%1 names a storage address that it did not announce. Nothing was sent. "
                          "Ask who runs the server.")
                           .arg(title)));
        });
        return;
    }
    whenTrusted(scope, [this, ask = std::move(ask), scope = QPointer<QObject>(scope),
                        done = std::move(done),
                        travelled = std::move(travelled)](std::optional<Error> error) mutable {
        if (!scope)
            return;
        if (error)
            done(*std::move(error));
        else
            send(m_storage, std::move(ask), scope, std::move(done), std::move(travelled));
    });
}

void ShareTransport::send(QNetworkAccessManager &manager, HttpAsk ask, QObject *scope, Done done,
                          Travelled travelled)
{
    QNetworkRequest request(ask.url);
    const bool isPinned = m_trust == Trust::Known && isOrigin(ask.url);
    request.setSslConfiguration(isPinned ? m_pinned : strictConfiguration());
    request.setTransferTimeout(m_progressTimeoutMs);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "Passel/" PASSEL_VERSION);
    for (const auto &[name, value] : std::as_const(ask.headers))
        request.setRawHeader(name, value);
    QNetworkReply *reply = nullptr;
    if (ask.verb == "GET") {
        reply = manager.get(request);
    } else {
        request.setHeader(QNetworkRequest::ContentLengthHeader, ask.body.size());
        reply = ask.verb == "PUT" ? manager.put(request, ask.body)
                                  : manager.sendCustomRequest(request, ask.verb, ask.body);
    }
    const bool isTls = ask.url.scheme() == "https"_L1;
    new HttpExchange(reply, {m_title, ask.answerLimit, isPinned && isTls ? m_pin : std::nullopt},
                     scope, std::move(done), std::move(travelled), this);
}

void ShareTransport::whenTrusted(QObject *scope, std::function<void(std::optional<Error>)> then)
{
    if (m_trust == Trust::Unpinned || m_trust == Trust::Known) {
        then({});
        return;
    }
    m_waiting.emplace_back(
        [scope = QPointer<QObject>(scope), then = std::move(then)](std::optional<Error> error) {
            if (scope)
                then(std::move(error));
        });
    if (m_trust == Trust::Unknown)
        askCertificate();
}

void ShareTransport::askCertificate()
{
    // The only place that accepts any certificate: it sends nothing, and keeps the certificate
    // only when its key is the pinned one.
    m_trust = Trust::Asking;
    auto *socket = new QSslSocket(this);
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->setProtocol(QSsl::TlsV1_2OrLater);
    const auto answer = [this, socket](const std::optional<Error> &error) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
        endAsking(error);
    };
    connect(socket, &QSslSocket::encrypted, this, [this, socket, answer] {
        const QSslCertificate certificate = socket->peerCertificate();
        if (publicKeyPin(certificate) != m_pin) {
            answer(pinFailure(m_title));
            return;
        }
        m_pinned = strictConfiguration();
        // One that an authority issued needs that authority; its pin is checked all the same.
        if (certificate.isSelfSigned())
            m_pinned.setCaCertificates({certificate});
        answer({});
    });
    connect(socket, &QSslSocket::errorOccurred, this,
            [this, socket, answer](QAbstractSocket::SocketError error) {
                const QString detail = socket->errorString();
                if (error == QAbstractSocket::SslHandshakeFailedError)
                    answer(tlsFailure(m_title, socket->sslHandshakeErrors(), detail));
                else
                    answer(Error(ErrorKind::Network, QByteArrayLiteral("unreachable"),
                                 tr("%1 cannot be reached. Check that it is running, and your "
                                    "connection.")
                                     .arg(m_title))
                               .withDetail(detail));
            });
    QTimer::singleShot(m_progressTimeoutMs, socket, [this, answer] {
        answer(Error(ErrorKind::Network, QByteArrayLiteral("timeout"),
                     tr("%1 has not answered for too long. Try again later.").arg(m_title)));
    });
    socket->connectToHostEncrypted(m_origin.host(), static_cast<quint16>(portOf(m_origin)));
}

void ShareTransport::endAsking(const std::optional<Error> &error)
{
    m_trust = error ? Trust::Unknown : Trust::Known;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &then : waiting)
        then(error);
}

} // namespace passel
