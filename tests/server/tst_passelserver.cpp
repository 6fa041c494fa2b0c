// The real program: its first line, tokens, invitations, TLS, and kill -9 in the middle of a push.
#include "core/base/clock.h"
#include "core/share/invite.h"
#include "core/share/protocol.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace passel;
using namespace Qt::StringLiterals;

namespace {

const QString Program = QStringLiteral(PASSEL_BIN_DIR "/passel-server");

class Server
{
public:
    explicit Server(const QString &data, const QStringList &more = {})
    {
        process.start(Program,
                      QStringList{u"--data"_s, data, u"--listen"_s, u"127.0.0.1:0"_s} + more);
        while (process.waitForReadyRead(20'000) || process.bytesAvailable() > 0) {
            if (process.canReadLine())
                break;
        }
        firstLine = QString::fromUtf8(process.readLine()).trimmed();
        url = firstLine.section(u' ', -1);
    }

    ~Server()
    {
        if (process.state() != QProcess::NotRunning) {
            process.terminate();
            process.waitForFinished(10'000);
        }
    }

    Q_DISABLE_COPY_MOVE(Server)

    QProcess process;
    QString firstLine;
    QString url;
};

QByteArray run(const QStringList &arguments, int expected = 0)
{
    QProcess process;
    process.start(Program, arguments);
    process.waitForFinished(30'000);
    if (process.exitCode() != expected)
        qWarning("%s", process.readAllStandardError().constData());
    return process.exitCode() == expected ? process.readAllStandardOutput() : QByteArray("failed");
}

struct Answer
{
    int status = 0;
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

class Client
{
public:
    Answer call(const QByteArray &method, const QUrl &url, const QByteArray &body,
                const QByteArray &token = {})
    {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::ManualRedirectPolicy);
        request.setTransferTimeout(20'000);
        if (!token.isEmpty()) {
            const qint64 now = Clock::system().nowMs();
            request.setRawHeader("Authorization", "Bearer " + token);
            request.setRawHeader("Passel-Client", "passel-test/0.1.0 (linux)");
            request.setRawHeader("Passel-Request-Time", protocol::timeToText(now).toLatin1());
            request.setRawHeader("Passel-Request-Expires",
                                 protocol::timeToText(now + 300'000).toLatin1());
            request.setRawHeader("Idempotency-Key", randomBytes(16).toHex());
            if (method == "POST")
                request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        }
        QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(30'000);
        Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                      reply->readAll()};
        reply->deleteLater();
        return answer;
    }

private:
    QNetworkAccessManager m_network;
};

} // namespace

class TestPasselServer : public QObject
{
    Q_OBJECT

private slots:
    void startsOnAnEmptyFolderAndStops();
    void tokensByCommandLine();
    void wrongUse_data();
    void wrongUse();
    void selfSignedInvitation();
    void killedInTheMiddleOfAPush();
    void oneServerAFolder();
};

void TestPasselServer::startsOnAnEmptyFolderAndStops()
{
    QTemporaryDir data;
    for (const int signal : {SIGTERM, SIGINT}) {
        Server server(data.filePath(u"new/folder"_s));
        QVERIFY2(server.firstLine.startsWith("listening on http://127.0.0.1:"_L1),
                 qPrintable(server.firstLine));
        Client client;
        QCOMPARE(client.call("GET", QUrl(server.url + "/healthz"_L1), {}).status, 200);
        ::kill(static_cast<pid_t>(server.process.processId()), signal);
        QVERIFY(server.process.waitForFinished(10'000));
        QCOMPARE(server.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(server.process.exitCode(), 0);
    }
}

void TestPasselServer::tokensByCommandLine()
{
    QTemporaryDir data;
    Server server(data.path());
    Client client;
    const QByteArray token =
        run({u"token"_s, u"add"_s, u"ann"_s, u"--scopes"_s, u"pull"_s, u"--data"_s, data.path()});
    QCOMPARE(token.count('\n'), 1);
    QVERIFY(protocol::AccessToken::parse(token));
    const auto list = [&] {
        return client.call("GET", QUrl(server.url + "/v1/shares"_L1), {}, token.trimmed()).status;
    };
    QCOMPARE(list(), 200); // at once, while the server runs
    const QByteArray lines = run({u"token"_s, u"list"_s, u"--data"_s, data.path()});
    QVERIFY(lines.contains("\tann\tann\tpull\tvalid\t"));
    QVERIFY(!lines.contains(token.trimmed()));
    QCOMPARE(run({u"token"_s, u"revoke"_s, QString::fromLatin1(lines.left(16)), u"--data"_s,
                  data.path()}),
             QByteArray());
    QCOMPARE(list(), 401); // and so does revocation (SEC-23)
    QCOMPARE(run({u"check"_s, u"--read-data"_s, u"--data"_s, data.path()}), QByteArray());
}

void TestPasselServer::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no data") << QStringList{u"check"_s};
    QTest::newRow("scope") << QStringList{u"token"_s, u"add"_s, u"a"_s, u"--scopes"_s, u"all"_s};
    QTest::newRow("days") << QStringList{u"token"_s, u"add"_s, u"a"_s, u"--expires-days"_s,
                                         u"91"_s};
    QTest::newRow("listen") << QStringList{u"--listen"_s, u"8080"_s};
    QTest::newRow("key without certificate") << QStringList{u"--tls-key"_s, u"x"_s};
    QTest::newRow("public url") << QStringList{u"--public-url"_s, u"share.example.org"_s};
    QTest::newRow("proxy by name") << QStringList{u"--trusted-proxy"_s, u"localhost"_s};
    QTest::newRow("command") << QStringList{u"dance"_s};
    QTest::newRow("invitation before a start")
        << QStringList{u"token"_s, u"add"_s, u"a"_s, u"--invite"_s};
}

void TestPasselServer::wrongUse()
{
    QFETCH(QStringList, arguments);
    QTemporaryDir data;
    if (arguments != QStringList{u"check"_s})
        arguments += {u"--data"_s, data.path()};
    QCOMPARE(run(arguments, 2), QByteArray());
}

void TestPasselServer::selfSignedInvitation()
{
    QTemporaryDir data;
    Server server(data.path(), {u"--self-signed"_s});
    QVERIFY2(server.firstLine.startsWith("listening on https://127.0.0.1:"_L1),
             qPrintable(server.firstLine));
    const QByteArray text =
        run({u"token"_s, u"add"_s, u"bob"_s, u"--invite"_s, u"--data"_s, data.path()});
    const auto invite = Invite::parse(text);
    QVERIFY(invite);
    QCOMPARE(invite->server, QUrl(server.url));
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::QueryPeer); // only to look at the key it shows
    socket.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(invite->server.port()));
    QVERIFY(socket.waitForEncrypted(10'000));
    QCOMPARE(sha256(socket.peerCertificate().publicKey().toDer()).toHex(), invite->pin);
}

// REL-05: the server is killed while parts are on their way; after a restart only what had not
// arrived is sent again, and the push completes.
void TestPasselServer::killedInTheMiddleOfAPush()
{
    QTemporaryDir data;
    QList<QByteArray> contents;
    protocol::RegisterParts parts;
    for (int i = 0; i < 40; ++i) {
        contents.append(QByteArray::number(i)
                        + QByteArray(20'000, static_cast<char>('a' + i % 26)));
        parts.parts.append(protocol::PartEntry{sha256(QByteArray("raw " + contents.back())),
                                               sha256(contents.back()), contents.back().size()});
    }
    const QByteArray manifest = "manifest";
    parts.manifest = protocol::PartEntry{sha256("raw manifest"), sha256(manifest), manifest.size()};
    QByteArray token;
    QString pushId;
    Client client;
    {
        Server server(data.path());
        token = run({u"token"_s, u"add"_s, u"ann"_s, u"--data"_s, data.path()}).trimmed();
        const Answer opened = client.call(
            "POST", QUrl(server.url + protocol::pathPushes(u"sales-2026")), "{}", token);
        QCOMPARE(opened.status, 201);
        pushId = opened.json().value(u"push_id"_s).toString();
        const auto registered = protocol::RegisteredParts::fromJson(
            client
                .call("POST", QUrl(server.url + protocol::pathPushParts(pushId)),
                      protocol::toBytes(parts.toJson()), token)
                .json());
        QVERIFY(registered);
        for (qsizetype i = 0; i < 25; ++i)
            QCOMPARE(client.call("PUT", registered->parts[i].url, contents[i]).status, 200);
        // Half of a part is on its way when the power goes.
        QTcpSocket socket;
        const QUrl url = registered->parts[25].url;
        socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        QVERIFY(socket.waitForConnected(5000));
        socket.write("PUT " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
                     + " HTTP/1.1\r\nHost: " + url.authority().toLatin1()
                     + "\r\nContent-Length: " + QByteArray::number(contents[25].size()) + "\r\n\r\n"
                     + contents[25].left(9000));
        QVERIFY(socket.waitForBytesWritten(5000));
        server.process.kill();
        QVERIFY(server.process.waitForFinished(10'000));
    }
    Server server(data.path());
    const auto status = protocol::PushStatus::fromJson(
        client.call("GET", QUrl(server.url + protocol::pathPush(pushId)), {}, token).json());
    QVERIFY(status);
    QCOMPARE(status->arrived.size(), 25);
    const auto again = protocol::RegisteredParts::fromJson(
        client
            .call("POST", QUrl(server.url + protocol::pathPushParts(pushId)),
                  protocol::toBytes(parts.toJson()), token)
            .json());
    QVERIFY(again);
    int sent = 0;
    QList<Digest> names;
    for (qsizetype i = 0; i < contents.size(); ++i) {
        names.append(parts.parts[i].name);
        if (!again->parts[i].isMissing)
            continue;
        QCOMPARE(client.call("PUT", again->parts[i].url, contents[i]).status, 200);
        ++sent;
    }
    QCOMPARE(sent, 15);
    QCOMPARE(client.call("PUT", again->manifest->url, manifest).status, 200);
    const protocol::CompletePush complete{*parts.manifest, names.size(),
                                          protocol::partsDigestOf(names)};
    const QByteArray body = protocol::toBytes(complete.toJson());
    const QUrl url(server.url + protocol::pathPushComplete(pushId));
    const Answer done = client.call("POST", url, body, token);
    QCOMPARE(done.status, 200);
    QCOMPARE(client.call("POST", url, body, token).body, done.body);
    const auto pulled = protocol::PullAnswer::fromJson(
        client.call("POST", QUrl(server.url + protocol::pathPull(u"sales-2026")), "{}", token)
            .json());
    QVERIFY(pulled);
    QCOMPARE(client.call("GET", pulled->manifest.url, {}).body, manifest);
    protocol::SignUrls wanted;
    wanted.parts = names;
    const auto urls = protocol::SignedUrls::fromJson(
        client
            .call("POST", QUrl(server.url + protocol::pathPullUrls(pulled->pullId)),
                  protocol::toBytes(wanted.toJson()), token)
            .json());
    QVERIFY(urls);
    for (qsizetype i = 0; i < contents.size(); ++i)
        QCOMPARE(client.call("GET", urls->parts[i].url, {}).body, contents[i]);
    QCOMPARE(run({u"check"_s, u"--read-data"_s, u"--data"_s, data.path()}), QByteArray());
}

void TestPasselServer::oneServerAFolder()
{
    QTemporaryDir data;
    Server first(data.path());
    QVERIFY(first.firstLine.startsWith("listening"_L1));
    Server second(data.path());
    QTRY_COMPARE(second.process.state(), QProcess::NotRunning);
    QCOMPARE(second.process.exitCode(), 1);
    QVERIFY(second.process.readAllStandardError().contains("Another share server"));
}

QTEST_GUILESS_MAIN(TestPasselServer)
#include "tst_passelserver.moc"
