#include "core/server/shareserver.h"

#include "core/base/log.h"
#include "core/server/fileblobstore.h"
#include "core/server/selfsigned.h"
#include "core/server/sharerouter.h"
#include "core/server/sqlmetadatastore.h"
#include "core/share/sharekey.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QHostInfo>
#include <QLockFile>

namespace passel {

using namespace Qt::StringLiterals;
using End = MetadataStore::End;

namespace {

constexpr std::chrono::seconds SweepInterval{60};
constexpr qint64 LongestTtlCap = 30LL * 86'400;
constexpr qsizetype SecretSize = 32;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::ShareServer)
};

// Which Host values are ours: the public URL's, loopback names at our port, and, when others may
// connect, any literal address at our port. A name that is none of these is somebody's DNS pointing
// at us.
class OurHosts
{
public:
    OurHosts(const QUrl &publicUrl, const QByteArray &address, quint16 port, bool tls)
        : m_port(port)
        , m_defaultPort(tls ? 443 : 80)
    {
        if (!publicUrl.isEmpty()) {
            m_names.insert(publicUrl.authority().toLower().toLatin1());
            const int usual = publicUrl.scheme() == "https"_L1 ? 443 : 80;
            m_names.insert((publicUrl.host() + u':' + QString::number(publicUrl.port(usual)))
                               .toLower()
                               .toLatin1());
        }
        m_anyLiteral = !QHostAddress(QString::fromLatin1(address)).isLoopback();
    }

    bool operator()(const QByteArray &host) const
    {
        if (m_names.contains(host))
            return true;
        const QUrl url(u"http://"_s + QString::fromLatin1(host), QUrl::StrictMode);
        if (!url.isValid() || url.port(m_defaultPort) != m_port)
            return false;
        if (isLoopbackHost(url.host()))
            return true;
        return m_anyLiteral && !QHostAddress(url.host()).isNull();
    }

private:
    QSet<QByteArray> m_names;
    int m_port;
    int m_defaultPort;
    bool m_anyLiteral = false;
};

QUrl originOf(const QByteArray &address, quint16 port, bool tls)
{
    QString host = QString::fromLatin1(address);
    // Nobody can connect to "any address"; on this computer the loopback one will do.
    if (host == "0.0.0.0"_L1)
        host = u"127.0.0.1"_s;
    else if (host == "::"_L1)
        host = u"::1"_s;
    QUrl url;
    url.setScheme(tls ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(port);
    return url;
}

} // namespace

ServerData::ServerData() = default;
ServerData::~ServerData() = default;

Result<std::unique_ptr<ServerData>> ServerData::open(const QString &folder, FileSystem &files)
{
    PASSEL_CHECK(files.makePath(folder));
    std::unique_ptr<ServerData> data(new ServerData);
    // The database holds the secret that signs URLs, and its log holds what the database will; the
    // folder may be older than we are, and open to others. SQLite makes the log with the mode of
    // the database, so that is private before SQLite sees it.
    const QString database = folder + "/passel.db"_L1;
    if (!files.status(database))
        PASSEL_CHECK(files.create(database, FileSystem::Create::Exclusive));
    for (const QString &name :
         {database, QString(database + "-wal"_L1), QString(database + "-shm"_L1)}) {
        if (files.status(name))
            PASSEL_CHECK(files.setMode(name, 0600));
    }
    PASSEL_TRY(data->m_store, SqlMetadataStore::open(database));
    PASSEL_TRY(data->m_blobs, FileBlobStore::open(files, folder + "/blobs"_L1));
    PASSEL_CHECK(files.setMode(folder + "/blobs"_L1, 0700));
    return data;
}

Result<std::unique_ptr<ServerData>> ServerData::openExisting(const QString &folder,
                                                             FileSystem &files)
{
    if (!files.status(folder + "/passel.db"_L1)) {
        return Error(ErrorKind::NotFound, QByteArrayLiteral("not-found"),
                     Text::tr("%1 is no folder of a share server. Check what stands behind --data.")
                         .arg(folder));
    }
    return open(folder, files);
}

Result<NewToken> ServerData::addToken(const QString &user, int scopes, qint64 days, qint64 nowMs)
{
    if (user.isEmpty() || user.size() > 64 || visibleText(user) != user || user.trimmed() != user) {
        return Error(ErrorKind::Input, QByteArrayLiteral("user-invalid"),
                     Text::tr("A user's name has 1 to 64 visible characters."));
    }
    const auto token = protocol::AccessToken::generate();
    TokenRow row;
    row.id = randomBytes(8).toHex();
    row.name = user;
    row.scopes = scopes;
    row.createdMs = nowMs;
    row.expiresMs = nowMs + std::clamp<qint64>(days, 1, protocol::TokenLongestDays) * 86'400'000;
    const auto insert = [&](MetadataTransaction &tx) -> Result<End> {
        PASSEL_TRY(const UserRow owner, tx.ensureUser(user, nowMs));
        row.userId = owner.id;
        PASSEL_CHECK(tx.insertToken(row, token.hash()));
        return End::Commit;
    };
    PASSEL_CHECK(m_store->write(insert));
    return NewToken{row.id, token, row.expiresMs};
}

Result<QList<TokenRow>> ServerData::tokens()
{
    QList<TokenRow> rows;
    const auto look = [&](MetadataTransaction &tx) -> Result<End> {
        PASSEL_TRY(rows, tx.tokens());
        return End::Rollback;
    };
    PASSEL_CHECK(m_store->read(look));
    return rows;
}

Result<void> ServerData::revokeToken(const QByteArray &id, qint64 nowMs)
{
    return m_store->write([&](MetadataTransaction &tx) -> Result<End> {
        PASSEL_TRY(const auto token, tx.tokenById(id));
        if (!token) {
            return Error(
                ErrorKind::NotFound, QByteArrayLiteral("token-not-found"),
                Text::tr("There is no token with this id. See: passel-server token list."));
        }
        PASSEL_CHECK(tx.revokeToken(id, nowMs));
        return End::Commit;
    });
}

Result<void> ServerData::recover(qint64 nowMs)
{
    return m_blobs->recover(
        [&](const QByteArray &pushId) { return m_store->isPushOpen(pushId, nowMs); });
}

Result<CheckReport> ServerData::check(qint64 nowMs, bool readData)
{
    return checkStores(*m_store, *m_blobs, nowMs, readData);
}

Result<QByteArray> ServerData::setting(const QString &name)
{
    std::optional<QByteArray> value;
    const auto look = [&](MetadataTransaction &tx) -> Result<End> {
        PASSEL_TRY(value, tx.setting(name));
        return End::Rollback;
    };
    PASSEL_CHECK(m_store->read(look));
    return value.value_or(QByteArray());
}

Result<void> ServerData::putSetting(const QString &name, const QByteArray &value)
{
    return m_store->write([&](MetadataTransaction &tx) -> Result<End> {
        PASSEL_CHECK(tx.putSetting(name, value));
        return End::Commit;
    });
}

// Held while a server runs on a folder: a second one would take the first one's uploads for
// leftovers.
class ShareServer::Lock
{
public:
    explicit Lock(const QString &path)
        : m_file(path)
    {
        m_file.setStaleLockTime(0);
    }

    [[nodiscard]] bool take() { return m_file.tryLock(0); }

private:
    QLockFile m_file;
};

ShareServer::ShareServer() = default;

ShareServer::~ShareServer()
{
    stop();
}

Result<std::unique_ptr<ShareServer>> ShareServer::start(const ShareServerOptions &options)
{
    std::unique_ptr<ShareServer> server(new ShareServer);
    PASSEL_CHECK(options.files->makePath(options.dataFolder));
    server->m_lock = std::make_unique<Lock>(options.dataFolder + "/passel.lock"_L1);
    if (!server->m_lock->take()) {
        return Error(ErrorKind::Conflict, QByteArrayLiteral("data-in-use"),
                     Text::tr("Another share server already uses the folder %1. End it, or choose "
                              "another folder.")
                         .arg(options.dataFolder));
    }
    PASSEL_TRY(server->m_data, ServerData::open(options.dataFolder, *options.files));
    const qint64 now = options.clock->nowMs();
    PASSEL_CHECK(server->m_data->recover(now));
    PASSEL_TRY(const CheckReport report, server->m_data->check(now, false));
    server->m_faults = report.faults;
    PASSEL_CHECK(sweep(server->m_data->store(), server->m_data->blobs(), now));
    PASSEL_CHECK(server->listen(options));
    server->m_sweeper = std::thread([s = server.get()] { s->sweepLoop(); });
    return server;
}

Result<void> ShareServer::listen(const ShareServerOptions &options)
{
    PASSEL_TRY(QByteArray secret, m_data->setting(u"url-secret"_s));
    if (secret.size() != SecretSize) {
        secret = randomBytes(SecretSize);
        PASSEL_CHECK(m_data->putSetting(u"url-secret"_s, secret));
    }
    HttpServerOptions http = options.http;
    const bool tls = options.selfSigned || !options.certificateFile.isEmpty();
    if (options.selfSigned) {
        PASSEL_TRY(const Certificate certificate,
                   selfSignedCertificate(*options.files, options.dataFolder,
                                         {QHostInfo::localHostName(), options.publicUrl.host(),
                                          QString::fromLatin1(http.address)},
                                         options.clock->nowMs()));
        http.certificatePem = certificate.certificatePem;
        http.keyPem = certificate.keyPem;
        m_pin = certificate.pin;
    } else if (tls) {
        PASSEL_TRY(const Certificate certificate,
                   readCertificate(*options.files, options.certificateFile, options.keyFile));
        http.certificatePem = certificate.certificatePem;
        http.keyPem = certificate.keyPem;
    }
    ServerPolicy policy;
    policy.publicUrl = options.publicUrl;
    policy.isTls = tls;
    policy.trustedProxies = options.http.trustedProxies;
    policy.ttlCapSeconds = std::clamp<qint64>(options.ttlCapSeconds, 1, LongestTtlCap);
    m_router = std::make_unique<ShareRouter>(m_data->store(), m_data->blobs(), *options.clock,
                                             policy, secret);
    // The rule needs the port, which is known only once we listen; nobody asks before that.
    const auto port = std::make_shared<std::atomic<quint16>>(0);
    const auto rule = [port, publicUrl = options.publicUrl, address = http.address,
                       tls](const QByteArray &host) {
        return OurHosts(publicUrl, address, port->load(), tls)(host);
    };
    if (options.keepPort && http.port == 0) {
        PASSEL_TRY(const QByteArray last, m_data->setting(u"port"_s));
        http.port = static_cast<quint16>(last.toUShort());
    }
    auto started = HttpServer::start(http, *m_router, rule);
    if (!started && options.keepPort && options.http.port == 0 && http.port != 0) {
        http.port = 0;
        started = HttpServer::start(http, *m_router, rule);
    }
    if (!started)
        return started.error();
    m_http = *std::move(started);
    port->store(m_http->port());
    m_listening = originOf(http.address, m_http->port(), tls);
    m_url = options.publicUrl.isEmpty() ? m_listening : options.publicUrl;
    PASSEL_CHECK(m_data->putSetting(u"port"_s, QByteArray::number(m_http->port())));
    PASSEL_CHECK(m_data->putSetting(u"url"_s, m_url.toEncoded()));
    return m_data->putSetting(u"pin"_s, m_pin);
}

void ShareServer::sweepNow()
{
    if (const auto swept = sweep(m_data->store(), m_data->blobs(), m_router->expiryNowMs()); !swept)
        qCWarning(logServer).noquote()
            << "sweep:" << swept.error().code() << swept.error().detail();
}

void ShareServer::sweepLoop()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, SweepInterval, [this] { return m_stopping; })) {
        lock.unlock();
        sweepNow();
        lock.lock();
    }
}

void ShareServer::stop()
{
    if (m_http)
        m_http->stop();
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_sweeper.joinable())
        m_sweeper.join();
    m_http.reset();
}

} // namespace passel
