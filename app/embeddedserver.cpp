#include "app/embeddedserver.h"

#include "core/server/metadatastore.h"
#include "core/server/shareserver.h"
#include "core/share/invite.h"

#include <QCoreApplication>
#include <QDir>
#include <QNetworkInterface>
#include <QPointer>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr auto OpenKey = "share/localIsOpen";
constexpr qsizetype NameLimit = 64;

QUrl urlOf(const QString &host, int port)
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(host);
    url.setPort(port);
    return url;
}

// The address that others on the network reach this computer by; empty when there is none. Only of
// version 4: that is what an open server listens on.
QString networkHost()
{
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &network : interfaces) {
        const auto flags = network.flags();
        if (!flags.testFlag(QNetworkInterface::IsRunning)
            || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        const QList<QNetworkAddressEntry> entries = network.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            const QHostAddress address = entry.ip();
            if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback()
                && !address.isLinkLocal())
                return address.toString();
        }
    }
    return {};
}

QString ownName()
{
    const QString name = QDir::home().dirName().left(NameLimit);
    return name.isEmpty() ? u"owner"_s : name;
}

} // namespace

EmbeddedServer::EmbeddedServer(QString folder, QObject *parent)
    : LocalServer(parent)
    , m_folder(std::move(folder))
    , m_running(std::make_shared<Running>())
{}

EmbeddedServer::~EmbeddedServer()
{
    stop();
}

QString EmbeddedServer::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + "/server"_L1;
}

bool EmbeddedServer::isSetUp() const
{
    return QDir(m_folder).exists();
}

template <typename T>
void EmbeddedServer::run(std::function<Result<T>(const TaskContext &)> work, QObject *scope,
                         Done<T> done)
{
    auto &tasks = [this]() -> std::list<Task<T>> & {
        if constexpr (std::is_same_v<T, LocalAddress>)
            return m_starts;
        else if constexpr (std::is_same_v<T, Secret>)
            return m_tokens;
        else
            return m_invitations;
    }();
    tasks.emplace_back();
    const auto at = std::prev(tasks.end());
    const QPointer<QObject> alive(scope);
    *at = Task<T>::start(m_thread, std::move(work), [&tasks, at, alive, done](Result<T> result) {
        const Task<T> ended = std::move(*at); // stays until done has returned
        tasks.erase(at);
        if (alive)
            done(std::move(result));
    });
}

void EmbeddedServer::start(QObject *scope, Done<LocalAddress> done)
{
    listen(QSettings().value(QLatin1StringView(OpenKey)).toBool(), scope, done);
}

void EmbeddedServer::setOpen(bool open, QObject *scope, Done<LocalAddress> done)
{
    QSettings().setValue(QLatin1StringView(OpenKey), open);
    listen(open, scope, done);
}

void EmbeddedServer::listen(bool open, QObject *scope, const Done<LocalAddress> &done)
{
    const bool isThere = m_address && m_address->isOpen == open;
    const auto work = [running = m_running, folder = m_folder, open, isThere,
                       now = m_address](const TaskContext &) -> Result<LocalAddress> {
        if (isThere && running->server)
            return *now;
        if (running->server) {
            running->server->stop();
            running->server.reset();
        }
        ShareServerOptions options;
        options.dataFolder = folder;
        options.http.address = open ? "0.0.0.0" : "127.0.0.1";
        options.keepPort = true;
        options.selfSigned = true;
        PASSEL_TRY(running->server, ShareServer::start(options));
        const int port = running->server->listeningUrl().port();
        LocalAddress address;
        address.origin = urlOf(u"127.0.0.1"_s, port);
        address.pin = Digest::fromHex(running->server->pin());
        address.isOpen = open;
        if (const QString host = networkHost(); open && !host.isEmpty())
            address.publicUrl = urlOf(host, port);
        return address;
    };
    const QPointer<QObject> alive(scope);
    run<LocalAddress>(work, this, [this, alive, done](Result<LocalAddress> result) {
        const std::optional<LocalAddress> now =
            result ? std::optional<LocalAddress>(*result) : std::nullopt;
        if (m_address != now) {
            m_address = now;
            emit changed();
        }
        if (alive)
            done(std::move(result));
    });
}

void EmbeddedServer::makeOwnToken(QObject *scope, Done<Secret> done)
{
    const auto work = [running = m_running](const TaskContext &) -> Result<Secret> {
        if (!running->server)
            return Error(ErrorKind::Server, QByteArrayLiteral("not-running"),
                         tr("The server on this computer is not running."));
        PASSEL_TRY(const NewToken made, running->server->data().addToken(
                                            ownName(), ScopePull | ScopePush | ScopeManage,
                                            protocol::TokenLongestDays, Clock::system().nowMs()));
        return Secret(made.token.text());
    };
    run<Secret>(work, scope, std::move(done));
}

void EmbeddedServer::invite(const QString &person, QObject *scope, Done<QString> done)
{
    const auto work = [running = m_running, person,
                       address = m_address](const TaskContext &) -> Result<QString> {
        if (!running->server || !address || !address->isOpen)
            return Error(ErrorKind::Server, QByteArrayLiteral("not-open"),
                         tr("Open the server to the network first: now only this computer can "
                            "reach it."));
        if (address->publicUrl.isEmpty())
            return Error(ErrorKind::Network, QByteArrayLiteral("no-network"),
                         tr("This computer has no address on a network. Connect it and open the "
                            "server again."));
        PASSEL_TRY(const NewToken made, running->server->data().addToken(
                                            person.left(NameLimit), ScopePull | ScopePush,
                                            protocol::TokenDefaultDays, Clock::system().nowMs()));
        const Invite invite{address->publicUrl, running->server->pin(), made.token};
        return QString::fromLatin1(invite.text());
    };
    run<QString>(work, scope, std::move(done));
}

void EmbeddedServer::stop()
{
    m_starts.clear();
    m_tokens.clear();
    m_invitations.clear();
    // The thread may be at its work: whatever it does ends first, then the server.
    auto last = Task<LocalAddress>::start(
        m_thread,
        [running = m_running](const TaskContext &) -> Result<LocalAddress> {
            if (running->server)
                running->server->stop();
            running->server.reset();
            return Error::cancelled();
        },
        [](const Result<LocalAddress> &) {});
    last.wait();
    if (m_address) {
        m_address.reset();
        emit changed();
    }
}

} // namespace passel
