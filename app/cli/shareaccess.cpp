#include "app/cli/shareaccess.h"

#include "core/base/log.h"
#include "core/share/filetokenstore.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QLocale>
#include <QSettings>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <cstdio>
#include <memory>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace passel::cli {

namespace {

constexpr auto ListKey = "share/servers"_L1;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::cli)
};

// Where the window keeps its settings, too.
QSettings settings()
{
    return {QSettings::IniFormat, QSettings::UserScope, u"Passel"_s, u"passel-desktop"_s};
}

QEventLoop *waitingLoop = nullptr;
std::array<int, 2> signalPipe{-1, -1};

void onSignal(int)
{
    const char byte = 1;
    const ssize_t written = ::write(signalPipe[1], &byte, 1);
    static_cast<void>(written); // nothing can be done about it in a signal handler
}

//! \brief Turns SIGINT and SIGTERM into a call within the event loop, while it lives.
class Interrupts final
{
public:
    explicit Interrupts(std::function<void()> function)
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe.data()) != 0)
            return;
        m_notifier = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                         [function = std::move(function)] {
                             char byte = 0;
                             if (::read(signalPipe[0], &byte, 1) == 1)
                                 function();
                         });
        for (const int number : {SIGINT, SIGTERM})
            std::signal(number, onSignal);
    }

    ~Interrupts()
    {
        for (const int number : {SIGINT, SIGTERM})
            std::signal(number, SIG_DFL);
        ::close(signalPipe[0]);
        ::close(signalPipe[1]);
    }

    Q_DISABLE_COPY_MOVE(Interrupts)

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

void drawBar(const QString &label, const TransferProgress &progress)
{
    constexpr int Width = 30;
    const double part =
        progress.bytesTotal > 0
            ? std::clamp(double(progress.bytesDone) / double(progress.bytesTotal), 0.0, 1.0)
            : 0;
    const int full = int(part * Width);
    const QLocale locale;
    QString text;
    switch (progress.phase) {
    case TransferProgress::Connecting:
        text = Words::tr("asking the server");
        break;
    case TransferProgress::Waiting:
        text = Words::tr("the server does not answer, trying again");
        break;
    case TransferProgress::Finishing:
        text = Words::tr("finishing");
        break;
    case TransferProgress::Transferring:
        text = Words::tr("%1, %2/s")
                   .arg(locale.formattedDataSize(progress.bytesDone, 1),
                        locale.formattedDataSize(progress.bytesPerSecond, 1));
        break;
    }
    const QString line = u"\r\033[K%1 [%2%3] %4"_s.arg(label, QString(full, u'#'),
                                                       QString(Width - full, u'.'), text);
    std::fputs(line.toUtf8().constData(), stderr);
    std::fflush(stderr);
}

} // namespace

int exitCodeOf(const Error &error)
{
    if (error.code() == "keychain-locked" || error.code() == "token-missing")
        return NotAllowed;
    switch (error.kind()) {
    case ErrorKind::Cancelled:
        return Interrupted;
    case ErrorKind::Conflict:
        return Contested;
    case ErrorKind::Network:
        return Unreachable;
    case ErrorKind::Permission:
    case ErrorKind::Keychain:
        return NotAllowed;
    case ErrorKind::NotFound:
        // Of a file it is trouble like any other.
        if (error.code().startsWith("share-") || error.code().startsWith("version-"))
            return NotThere;
        return Trouble;
    default:
        return Trouble;
    }
}

ServerList loadServers()
{
    return ServerList::fromJson(
        QJsonDocument::fromJson(settings().value(ListKey).toByteArray()).object());
}

void saveServers(const ServerList &servers)
{
    QSettings kept = settings();
    kept.setValue(ListKey, QJsonDocument(servers.toJson()).toJson(QJsonDocument::Compact));
}

Result<ServerEntry> chosenServer(const QString &url, const QString &pin, const QUrl &ofLink)
{
    const ServerList known = loadServers();
    if (url.isEmpty() && ofLink.isEmpty()) {
        if (const std::optional<ServerEntry> current = known.current())
            return *current;
        return Error(
            ErrorKind::Input, QByteArrayLiteral("no-server"),
            Words::tr("No server is set up. Name one with --server, or paste an invitation "
                      "into “passel login”."));
    }
    const std::optional<QUrl> origin =
        serverOrigin(url.isEmpty() ? ofLink : QUrl(url, QUrl::StrictMode));
    if (!origin)
        return Error(
            ErrorKind::Input, QByteArrayLiteral("server-invalid"),
            Words::tr("“%1” is no address of a share server. It begins with https://; http:// "
                      "only leads to this computer.")
                .arg(bounded(url.isEmpty() ? ofLink.host() : url, 200)));
    ServerEntry entry = known.find(*origin).value_or(ServerEntry{*origin, {}, {}, false});
    if (!pin.isEmpty()) {
        const QString hex = pin.startsWith("sha256:"_L1) ? pin.mid(7) : pin;
        entry.pin = Digest::fromHex(hex.toLatin1().toLower());
        if (!entry.pin)
            return Error(ErrorKind::Input, QByteArrayLiteral("server-invalid"),
                         Words::tr("A pin has 64 digits: those that the server shows when it "
                                   "starts."));
    }
    return entry;
}

ShareAccess::ShareAccess(ServerEntry server)
    : m_tokens(makeTokenStore())
    , m_client(std::make_shared<ShareClient>(std::move(server), *m_tokens))
{
    QObject::connect(m_tokens.get(), &TokenStore::unlockAsked, m_tokens.get(), [] {
        say(Words::tr("The keychain is locked. Unlock it in the window that the system shows."));
    });
}

bool runLoop()
{
    QEventLoop loop;
    waitingLoop = &loop;
    const Interrupts interrupts([&loop] { loop.exit(1); });
    const bool isDone = loop.exec() == 0;
    waitingLoop = nullptr;
    return isDone;
}

void leaveLoop()
{
    if (waitingLoop)
        waitingLoop->exit(0);
}

void runJob(TransferJob &job, const QString &label)
{
    QEventLoop loop;
    const bool isTerminal = ::isatty(STDERR_FILENO) == 1;
    if (isTerminal)
        QObject::connect(&job, &TransferJob::progressed, &loop,
                         [&label](const TransferProgress &now) { drawBar(label, now); });
    QObject::connect(&job, &TransferJob::ended, &loop, [&loop] { loop.exit(); });
    const Interrupts interrupts([&job] { job.cancel(); });
    job.start();
    loop.exec();
    if (isTerminal)
        std::fputs("\r\033[K", stderr);
}

int fail(const Error &error, bool asJson, const QJsonObject &more)
{
    if (asJson) {
        QJsonObject json{
            {u"outcome"_s, error.isCancelled() ? u"cancelled"_s : u"error"_s},
            {u"code"_s, error.isCancelled() ? u"cancelled"_s : QString::fromLatin1(error.code())},
            {u"message"_s, bounded(error.message(), 1000)}};
        for (auto member = more.begin(); member != more.end(); ++member)
            json.insert(member.key(), member.value());
        answer(json);
    }
    say(error.isCancelled() ? Words::tr("Stopped.") : sentence(error));
    return exitCodeOf(error);
}

} // namespace passel::cli
