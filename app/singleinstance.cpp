#include "app/singleinstance.h"

#include "core/base/log.h"

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>
#include <QStringConverter>
#include <QTimer>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView Header = "passel-open/2\n";

QString ownFolder()
{
    // XDG_RUNTIME_DIR belongs to the user and has mode 0700; Qt makes a stand-in where it is unset.
    const QString base = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return (base.isEmpty() ? QDir::tempPath() : base) + u"/passel-"_s + QString::number(getuid());
}

// By descriptor: what is checked is what is changed, and a link is neither.
bool isPrivate(const QString &folder)
{
    QDir().mkpath(folder);
    const int handle = ::open(QFile::encodeName(folder).constData(),
                              O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (handle < 0)
        return false;
    struct stat status = {};
    const bool isOurs = ::fstat(handle, &status) == 0 && status.st_uid == getuid()
                        && ::fchmod(handle, S_IRWXU) == 0;
    ::close(handle);
    return isOurs;
}

QString socketPath(const QString &folder)
{
    return folder + u"/passel-desktop-"_s + QString::number(getuid());
}

constexpr bool isEscaped(int byte)
{
    return byte < 0x20 || byte == 0x7F || byte == '%';
}

QByteArray escaped(const QByteArray &bytes)
{
    QByteArray text;
    for (const char c : bytes) {
        const auto byte = static_cast<uchar>(c);
        if (isEscaped(byte))
            text += '%' + QByteArray(1, c).toHex().toUpper();
        else
            text += c;
    }
    return text;
}

// Nothing when it is not what escaped() gives.
std::optional<QByteArray> unescaped(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            bytes += text[i];
            continue;
        }
        bool isNumber = false;
        const int byte = text.mid(i + 1, 2).toInt(&isNumber, 16);
        if (!isNumber || byte == 0)
            return {};
        bytes += static_cast<char>(byte);
        i += 2;
    }
    if (escaped(bytes) != text)
        return {};
    return bytes;
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder.isEmpty() ? ownFolder() : folder)
{}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::claim()
{
    if (!isPrivate(m_folder)) {
        qCWarning(logUi) << "no private folder for the socket of this instance";
        return true; // alone rather than not at all
    }
    m_lock = std::make_unique<QLockFile>(m_folder + u"/lock"_s);
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0))
        return false;
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(8);
    // We hold the lock: a socket that is there was left by a program that was killed.
    QLocalServer::removeServer(socketPath(m_folder));
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection())
            take(socket);
    });
    if (!m_server->listen(socketPath(m_folder)))
        qCWarning(logUi) << "cannot listen for further starts:" << m_server->errorString();
    return true;
}

bool SingleInstance::handOver(const QStringList &arguments) const
{
    const std::optional<QByteArray> message = encode(arguments);
    if (!message)
        return false;
    QLocalSocket socket;
    socket.connectToServer(socketPath(m_folder));
    if (!socket.waitForConnected(WaitMs))
        return false;
    socket.write(*message + '\0');
    return socket.waitForBytesWritten(WaitMs) && socket.waitForReadyRead(WaitMs)
           && socket.read(1) == "+";
}

std::optional<QByteArray> SingleInstance::encode(const QStringList &arguments)
{
    if (arguments.size() > MaxArguments)
        return {};
    QByteArray message = Header.toByteArray();
    for (const QString &argument : arguments) {
        if (argument.isEmpty() || argument.contains(QChar(0)))
            return {};
        message += escaped(argument.toUtf8()) + '\n';
    }
    if (message.size() > MaxBytes)
        return {};
    return message;
}

std::optional<QStringList> SingleInstance::decode(const QByteArray &message)
{
    if (message.size() > MaxBytes || !message.startsWith(Header) || !message.endsWith('\n'))
        return {};
    QStringList arguments;
    const QByteArray body = message.mid(Header.size());
    qsizetype from = 0;
    while (from < body.size()) {
        const qsizetype end = body.indexOf('\n', from);
        const std::optional<QByteArray> bytes = unescaped(body.mid(from, end - from));
        if (!bytes || bytes->isEmpty() || arguments.size() == MaxArguments)
            return {};
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString argument = decoder(*bytes);
        if (decoder.hasError())
            return {};
        arguments << argument;
        from = end + 1;
    }
    return arguments;
}

void SingleInstance::take(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    // Nobody may hold a place for long.
    QTimer::singleShot(WaitMs, socket, &QLocalSocket::abort);
    socket->setReadBufferSize(MaxBytes + 2);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        const QByteArray message = socket->peek(MaxBytes + 2);
        const qsizetype end = message.indexOf('\0');
        if (end < 0) {
            if (message.size() > MaxBytes)
                socket->abort();
            return;
        }
        const std::optional<QStringList> arguments = decode(message.left(end));
        if (!arguments) {
            socket->abort();
            return;
        }
        socket->disconnect(this);
        socket->write("+");
        socket->disconnectFromServer();
        emit requested(*arguments);
    });
}

} // namespace passel
