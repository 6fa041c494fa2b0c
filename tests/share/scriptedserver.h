// A server that answers whatever a test wants, with or without TLS: hostile, slow or broken.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <optional>

namespace passel::test {

//! \brief One request as it came.
struct SeenRequest
{
    QByteArray verb;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers; //!< names in lower case
    QByteArray raw;                        //!< the head as sent
    QByteArray body;
};

//! \brief What to do: write \a bytes, then close if asked; nothing at all when \a isSilent.
struct Scripted
{
    QByteArray bytes;
    bool closes = true;
    bool isSilent = false;
};

inline QByteArray httpAnswer(int status, const QByteArray &type, const QByteArray &body,
                             const QByteArray &headers = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type
           + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n"
           + headers + "\r\n" + body;
}

inline Scripted json(const QByteArray &body, int status = 200)
{
    return {
        httpAnswer(status, status < 400 ? "application/json" : "application/problem+json", body)};
}

inline Scripted problem(int status, const QByteArray &slug, const QByteArray &more = {})
{
    return json("{\"type\":\"https://passel.dev/problems/" + slug
                    + "\",\"title\":\"T\",\"instance\":\"i\",\"status\":"
                    + QByteArray::number(status) + more + '}',
                status);
}

class ScriptedServer final : public QTcpServer
{
    Q_OBJECT

public:
    using Script = std::function<Scripted(const SeenRequest &)>;

    explicit ScriptedServer(Script script, std::optional<QSslConfiguration> tls = {})
        : m_script(std::move(script))
        , m_tls(std::move(tls))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }

    [[nodiscard]] QUrl origin(const QString &host = QStringLiteral("127.0.0.1")) const
    {
        QUrl url;
        url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
        url.setHost(host);
        url.setPort(serverPort());
        return url;
    }

    [[nodiscard]] QByteArray host() const
    {
        return "127.0.0.1:" + QByteArray::number(serverPort());
    }

    QList<SeenRequest> seen;
    int connections = 0;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        ++connections;
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(socket); });
        if (m_tls) {
            socket->setSslConfiguration(*m_tls);
            socket->startServerEncryption();
        }
    }

private:
    void read(QSslSocket *socket)
    {
        QByteArray &data = m_data[socket];
        data += socket->readAll();
        const qsizetype end = data.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        SeenRequest request;
        request.raw = data.left(end);
        const QList<QByteArray> lines = request.raw.split('\n');
        request.verb = lines.first().split(' ').value(0);
        request.target = lines.first().split(' ').value(1);
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (data.size() < end + 4 + length)
            return;
        request.body = data.mid(end + 4, length);
        data.clear();
        seen.append(request);
        const Scripted answer = m_script(request);
        if (answer.isSilent)
            return;
        socket->write(answer.bytes);
        if (answer.closes)
            socket->disconnectFromHost();
    }

    Script m_script;
    std::optional<QSslConfiguration> m_tls;
    QHash<QSslSocket *, QByteArray> m_data;
};

} // namespace passel::test
