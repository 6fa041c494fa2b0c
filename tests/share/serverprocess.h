// The real passel-server as a process of its own: to be killed, started anew, and cut off.
#pragma once

#include "core/share/protocol.h"
#include "core/share/tokenstore.h"

#include <QDir>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

namespace passel::test {

//! \brief A server with a data folder of its own. start() after kill() takes the same port.
class ServerProcess
{
public:
    [[nodiscard]] bool start(const QStringList &more = {})
    {
        m_process = std::make_unique<QProcess>();
        // The log of the service is for those who look for a fault.
        m_process->setProcessChannelMode(qEnvironmentVariableIsSet("PASSEL_TEST_VERBOSE")
                                             ? QProcess::ForwardedErrorChannel
                                             : QProcess::SeparateChannels);
        m_process->start(program(), QStringList{QStringLiteral("--data"), m_data.path(),
                                                QStringLiteral("--listen"),
                                                QStringLiteral("127.0.0.1:%1").arg(m_port)}
                                        + more);
        if (!m_process->waitForStarted())
            return false;
        while (!m_process->canReadLine()) {
            if (!m_process->waitForReadyRead(30'000))
                return false;
        }
        const QByteArray line = m_process->readLine().trimmed();
        const QByteArray begin = "listening on ";
        if (!line.startsWith(begin))
            return false;
        m_origin = QUrl::fromEncoded(line.mid(begin.size()));
        m_port = m_origin.port();
        return m_origin.isValid() && m_port > 0;
    }

    //! \brief As a power cut would.
    void kill()
    {
        m_process->kill();
        m_process->waitForFinished();
    }

    //! \brief False when it ended by itself, for example by a crash.
    [[nodiscard]] bool isRunning() const
    {
        return m_process && m_process->state() == QProcess::Running;
    }

    ~ServerProcess()
    {
        if (m_process && m_process->state() != QProcess::NotRunning) {
            m_process->terminate();
            if (!m_process->waitForFinished(5'000))
                kill();
        }
    }

    ServerProcess() = default;
    Q_DISABLE_COPY_MOVE(ServerProcess)

    [[nodiscard]] Secret addToken(const QString &user, const QString &scopes = all()) const
    {
        const QByteArray line = run({QStringLiteral("token"), QStringLiteral("add"), user,
                                     QStringLiteral("--scopes"), scopes});
        return Secret(line);
    }

    [[nodiscard]] QByteArray invite(const QString &user) const
    {
        return run(
            {QStringLiteral("token"), QStringLiteral("add"), user, QStringLiteral("--invite")});
    }

    [[nodiscard]] QByteArray run(const QStringList &arguments) const
    {
        QProcess tool;
        tool.start(program(), arguments + QStringList{QStringLiteral("--data"), m_data.path()});
        if (!tool.waitForFinished() || tool.exitCode() != 0)
            qWarning("%s", tool.readAllStandardError().constData());
        return tool.readAllStandardOutput().trimmed();
    }

    [[nodiscard]] const QUrl &origin() const { return m_origin; }

    [[nodiscard]] QString folder() const { return m_data.path(); }

private:
    static QString program() { return QStringLiteral(PASSEL_BIN_DIR "/passel-server"); }

    static QString all() { return QStringLiteral("pull,push,manage"); }

    QTemporaryDir m_data;
    std::unique_ptr<QProcess> m_process;
    QUrl m_origin;
    int m_port = 0;
};

//! \brief A wire between client and server that breaks after so many bytes, again and again, and
//! that remembers what was said on it.
class Wire final : public QTcpServer
{
    Q_OBJECT

public:
    Wire()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }

    //! \brief Where clients find it: the public URL of the server behind.
    [[nodiscard]] QUrl origin() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort()));
    }

    void leadTo(const QUrl &server) { m_server = server; }

    void cut(qint64 afterBytes, int times)
    {
        cutAfter = afterBytes;
        cutsLeft = times;
        cuts = 0;
        m_passed = 0;
    }

    qint64 cutAfter = -1; //!< bytes upwards and downwards; -1: never
    int cutsLeft = 0;
    int cuts = 0;
    QByteArray heard; //!< all that clients sent

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *client = new QTcpSocket(this);
        client->setSocketDescriptor(descriptor);
        auto *server = new QTcpSocket(client);
        server->connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));
        connect(client, &QTcpSocket::readyRead, this, [this, client, server] {
            const QByteArray bytes = client->readAll();
            heard += bytes;
            pass(client, server, bytes);
        });
        connect(server, &QTcpSocket::readyRead, this,
                [this, client, server] { pass(client, client, server->readAll()); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
    }

private:
    void pass(QTcpSocket *client, QTcpSocket *to, const QByteArray &bytes)
    {
        if (cutAfter >= 0 && cutsLeft > 0) {
            m_passed += bytes.size();
            if (m_passed > cutAfter) {
                if (to->state() == QTcpSocket::ConnectedState) {
                    to->write(bytes.left(bytes.size() - (m_passed - cutAfter)));
                    to->flush();
                }
                m_passed = 0;
                --cutsLeft;
                ++cuts;
                client->abort();
                return;
            }
        }
        to->write(bytes);
    }

    QUrl m_server;
    qint64 m_passed = 0;
};

} // namespace passel::test
