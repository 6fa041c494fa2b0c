// The client against servers that are hostile, slow, broken or somebody else's.

#include "core/share/shareclient.h"
#include "core/share/sharetransport.h"
#include "tests/share/scriptedserver.h"
#include "tests/share/testcertificate.h"
#include "tests/share/weakserver.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using namespace passel;
using namespace passel::protocol;
using namespace passel::test;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
struct Answer
{
    std::optional<Result<T>> result;

    std::function<void(Result<T>)> sink()
    {
        return [this](Result<T> r) {
            Q_ASSERT(!result); // once
            result = std::move(r);
        };
    }

    [[nodiscard]] QByteArray code() const
    {
        return !result ? "pending" : *result ? "ok" : result->error().code();
    }

    [[nodiscard]] QString text() const
    {
        return result && !*result ? result->error().message() + result->error().detail()
                                  : QString();
    }
};

const Secret &canary()
{
    static const Secret token(AccessToken::generate().text());
    return token;
}

ShareClient::Options quick()
{
    ShareClient::Options options;
    options.progressTimeoutMs = 400;
    options.briefPatienceMs = 300;
    options.longPatienceMs = 2'000;
    options.firstPauseMs = 20;
    return options;
}

constexpr int Patience = 60'000; // ms, for what comes at once on a machine that has time

//! \brief Where nothing may end by a time-out.
ShareClient::Options patient()
{
    ShareClient::Options options = quick();
    options.progressTimeoutMs = 2 * Patience;
    return options;
}

QByteArray infoJson(const QByteArray &storageHost)
{
    ServerInfo info;
    info.protocols = QStringList{u"passel-share/1"_s};
    info.storageHosts = QStringList{QString::fromLatin1(storageHost)};
    info.minimumClient = u"0.1.0"_s;
    info.publicUrl = u"https://share.example"_s;
    info.serverTimeMs = 1'800'000'000'000;
    return toBytes(info.toJson());
}

ServerEntry entryOf(const QUrl &origin, std::optional<Digest> pin = {})
{
    return {origin, u"Test server"_s, pin, false};
}

//! \brief A client that is signed in to a scripted server.
struct Fixture
{
    explicit Fixture(ScriptedServer::Script script,
                     const std::optional<QSslConfiguration> &tls = {},
                     std::optional<Digest> pin = {})
        : server(
            [this, script = std::move(script)](const SeenRequest &request) {
                if (request.target == "/v1/server" && answersInfo)
                    return json(infoJson(storageHost.isEmpty() ? server.host() : storageHost));
                return script(request);
            },
            tls)
        , client(entryOf(server.origin(), pin), tokens, nullptr, tls ? patient() : quick())
    {
        tokens.write(server.origin(), canary(), &tokens, [](auto) {});
    }

    MemoryTokenStore tokens;
    bool answersInfo = true;
    QByteArray storageHost;
    ScriptedServer server;
    ShareClient client;
};

SignedPart partOf(const ScriptedServer &server, const QByteArray &stored)
{
    QUrl url = server.origin();
    url.setPath(u"/store/get/part"_s);
    url.setQuery(u"signature=canary-signature"_s);
    return {{sha256(stored), sha256(stored), stored.size()}, url};
}

} // namespace

class TestShareClient final : public QObject
{
    Q_OBJECT

private slots:
    void asksWithTokenAndHeaders();
    void sec34HostileAnswers_data();
    void sec34HostileAnswers();
    void wrongServers_data();
    void wrongServers();
    void sec24NoTokenForAStranger();
    void refusals_data();
    void refusals();
    void sec34RetryAfterIsClamped();
    void triesAgainWhileBusy();
    void keepsItsIdempotencyKey();
    void clockSkewOnceMore();
    void signedOut();
    void refusedTokenIsForgotten();
    void conflictTellsWhoWasFirst();
    void scopeAborts();
    void codeGoesInPlaceOfToken();
    void sec30RedirectIsAnError();
    void sec30StorageNeverSeesTheToken();
    void sec31StorageHostMustBeAnnounced_data();
    void sec31StorageHostMustBeAnnounced();
    void sec32StoredBytes_data();
    void sec32StoredBytes();
    void sec32SilenceIsATimeout();
    void sec31BadCertificates_data();
    void sec31BadCertificates();
    void sec31WeakKey_data();
    void sec31WeakKey();
    void sec31PinnedCertificateIsTaken();
    void sec31ChangedPinIsAHardStop();
    void sec31PinnedServerForAnotherHost();
    void signInKeepsAGoodTokenOnly();
    void signOutAlwaysForgets();
    void sec33ErrorsHideSignatures();
    void sec31NobodyPassesOverTlsErrors();
};

void TestShareClient::asksWithTokenAndHeaders()
{
    Fixture f([](const SeenRequest &) { return json("{\"shares\":[]}"); });
    Answer<ShareList> answer;
    f.client.shares(this, answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("ok"));
    QCOMPARE(f.server.seen.size(), 2);
    const SeenRequest open = f.server.seen[0];
    QCOMPARE(open.target, QByteArray("/v1/server"));
    QVERIFY(!open.raw.contains("psl_pat_"));
    QVERIFY(!open.raw.toLower().contains("passel-request"));
    const SeenRequest ask = f.server.seen[1];
    QCOMPARE(ask.verb, QByteArray("GET"));
    QCOMPARE(ask.target, QByteArray("/v1/shares"));
    QCOMPARE(ask.headers.value("authorization"), "Bearer " + canary().view().toByteArray());
    QCOMPARE(ask.headers.value("accept-encoding"), QByteArray("identity"));
    QVERIFY(ClientName::parse(ask.headers.value("passel-client")));
    const auto time = timeFromText(QString::fromLatin1(ask.headers.value("passel-request-time")));
    const auto until =
        timeFromText(QString::fromLatin1(ask.headers.value("passel-request-expires")));
    QVERIFY(time && until && *until - *time == 300'000);
    QVERIFY(!ask.headers.contains("cookie"));
}

void TestShareClient::sec34HostileAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    const auto good = [](const QByteArray &body) {
        return httpAnswer(200, "application/json", body);
    };
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n") << QByteArray("any");
    QTest::newRow("nothing") << QByteArray() << QByteArray("cut");
    QTest::newRow("HTML") << httpAnswer(200, "text/html", "<h1>hello</h1>")
                          << QByteArray("nonsense");
    QTest::newRow("JSON called HTML")
        << httpAnswer(200, "text/html", "{\"shares\":[]}") << QByteArray("nonsense");
    QTest::newRow("cut JSON") << good("{\"shares\":[") << QByteArray("nonsense");
    QTest::newRow("array") << good("[]") << QByteArray("nonsense");
    QTest::newRow("wrong type") << good("{\"shares\":5}") << QByteArray("nonsense");
    QTest::newRow("wrong type inside") << good("{\"shares\":[5]}") << QByteArray("nonsense");
    QTest::newRow("missing member") << good("{}") << QByteArray("nonsense");
    QTest::newRow("deep") << good("{\"shares\":" + QByteArray(5000, '[') + QByteArray(5000, ']')
                                  + '}')
                          << QByteArray("nonsense");
    QTest::newRow("oversized") << good("{\"x\":\"" + QByteArray(5 << 20, 'x') + "\"}")
                               << QByteArray("nonsense");
    QTest::newRow("short body") << QByteArray("HTTP/1.1 200 X\r\nContent-Type: application/json\r\n"
                                              "Content-Length: 100\r\n\r\n{\"shares\":[]}")
                                << QByteArray("cut");
    QTest::newRow("encoded") << httpAnswer(200, "application/json", "{\"shares\":[]}",
                                           "Content-Encoding: gzip\r\n")
                             << QByteArray("any");
    QTest::newRow("a problem that is none")
        << httpAnswer(400, "application/problem+json", "{\"type\":3}") << QByteArray("nonsense");
    QTest::newRow("a problem of others")
        << httpAnswer(400, "application/problem+json",
                      "{\"type\":\"about:blank\",\"title\":\"x\",\"status\":400}")
        << QByteArray("nonsense");
    QTest::newRow("good") << good("{\"shares\":[]}") << QByteArray("ok");
}

void TestShareClient::sec34HostileAnswers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    Fixture f([&](const SeenRequest &) { return Scripted{bytes}; });
    Answer<ShareList> answer;
    f.client.shares(this, answer.sink());
    QTRY_VERIFY(answer.result);
    if (code == "any")
        QVERIFY(answer.code() != "ok");
    else
        QCOMPARE(answer.code(), code);
    if (code != "ok")
        QVERIFY(answer.text().contains(u"Test server"_s));
}

void TestShareClient::wrongServers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a web page") << httpAnswer(200, "text/html", "<h1>hello</h1>");
    QTest::newRow("not found") << httpAnswer(404, "text/html", "no");
    QTest::newRow("another API") << httpAnswer(200, "application/json", "{\"version\":3}");
    QByteArray future = infoJson("x");
    future.replace("passel-share/1", "passel-share/9");
    QTest::newRow("from the future") << httpAnswer(200, "application/json", future);
}

void TestShareClient::wrongServers()
{
    QFETCH(QByteArray, bytes);
    ScriptedServer server([&](const SeenRequest &) { return Scripted{bytes}; });
    MemoryTokenStore tokens;
    ShareClient client(entryOf(server.origin()), tokens, nullptr, quick());
    Answer<ServerInfo> answer;
    client.serverInfo(this, answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("wrong-server"));
}

void TestShareClient::sec24NoTokenForAStranger()
{
    Fixture f([](const SeenRequest &) { return Scripted{httpAnswer(200, "text/html", "hi")}; });
    f.answersInfo = false;
    Answer<ShareList> answer;
    f.client.shares(this, answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("wrong-server"));
    for (const SeenRequest &request : f.server.seen)
        QVERIFY(!request.raw.contains("psl_pat_"));
}

void TestShareClient::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("slug");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    const auto row = [](int status, const char *slug, ErrorKind kind, const QString &says) {
        QTest::newRow(slug) << status << QByteArray(slug) << kind << says;
    };
    row(401, "token-invalid", ErrorKind::Permission, u"does not know your token"_s);
    row(401, "token-expired", ErrorKind::Permission, u"has expired"_s);
    row(401, "token-revoked", ErrorKind::Permission, u"was revoked"_s);
    row(403, "scope-missing", ErrorKind::Permission, u"does not allow"_s);
    row(403, "client-too-old", ErrorKind::Server, u"newer version"_s);
    row(404, "share-not-found", ErrorKind::NotFound, u"sales-2026"_s);
    row(410, "share-expired", ErrorKind::NotFound, u"sales-2026"_s);
    row(400, "key-invalid", ErrorKind::Input, u"sales-2026"_s);
    row(413, "too-large", ErrorKind::Limit, u"larger"_s);
    row(507, "quota-exceeded", ErrorKind::Limit, u"used up"_s);
    row(507, "storage-full", ErrorKind::Limit, u"no space left"_s);
    row(418, "teapot", ErrorKind::Server, u"refused"_s);
}

void TestShareClient::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, slug);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, says);
    Fixture f([&](const SeenRequest &) { return problem(status, slug); });
    Answer<ShareInfo> answer;
    f.client.share(u"sales-2026"_s, {}, this, answer.sink());
    QTRY_COMPARE(answer.code(), slug);
    QVERIFY(answer.result->error().kind() == kind);
    const QString message = answer.result->error().message();
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY2(message.contains(u"Test server"_s), qPrintable(message));
    QVERIFY2(!message.contains(u'%'), qPrintable(message));
}

void TestShareClient::sec34RetryAfterIsClamped()
{
    // A server that asks for a thousand years is not waited for: patience is shorter.
    Fixture f([](const SeenRequest &) {
        return problem(429, "too-many-requests", ",\"retry_after\":31536000000");
    });
    Answer<ShareList> answer;
    f.client.shares(this, answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("too-many-requests"));
    QVERIFY2(answer.text().contains(u"900"_s), qPrintable(answer.text()));
    QCOMPARE(f.server.seen.size(), 2);
}

void TestShareClient::triesAgainWhileBusy()
{
    int tries = 0;
    Fixture f([&](const SeenRequest &) {
        ++tries;
        if (tries == 1)
            return problem(503, "busy");
        if (tries == 2)
            return Scripted{httpAnswer(502, "text/html", "bad gateway")};
        if (tries == 3)
            return Scripted{}; // cut
        return json("{\"shares\":[]}");
    });
    QSignalSpy waiting(&f.client, &ShareClient::waiting);
    QSignalSpy answered(&f.client, &ShareClient::answered);
    Answer<ShareList> answer;
    f.client.shares(this, answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("ok"));
    QCOMPARE(tries, 4);
    QVERIFY(waiting.size() >= 2); // Qt itself sends anew after a cut
    QVERIFY(!answered.isEmpty());
}

void TestShareClient::keepsItsIdempotencyKey()
{
    int tries = 0;
    Fixture f([&](const SeenRequest &) { return ++tries < 3 ? Scripted{} : json("{}"); });
    Answer<void> answer;
    f.client.removeShare(u"sales-2026"_s, this, answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("ok"));
    QCOMPARE(tries, 3);
    QSet<QByteArray> keys;
    for (const SeenRequest &request : f.server.seen.mid(1))
        keys.insert(request.headers.value("idempotency-key"));
    QCOMPARE(keys.size(), 1);
    QVERIFY(keys.cbegin()->size() >= 16);
    Answer<void> next;
    f.client.removeShare(u"sales-2026"_s, this, next.sink());
    QTRY_COMPARE(next.code(), QByteArray("ok"));
    QVERIFY(!keys.contains(f.server.seen.last().headers.value("idempotency-key")));
}

void TestShareClient::clockSkewOnceMore()
{
    // The server lives in 2033.
    const qint64 serverNow = 2'000'000'000'000;
    int skews = 0;
    bool isStubborn = false;
    Fixture f([&](const SeenRequest &request) {
        const auto time =
            timeFromText(QString::fromLatin1(request.headers.value("passel-request-time")));
        if (!isStubborn && time && qAbs(*time - serverNow) < 300'000)
            return json("{\"shares\":[]}");
        ++skews;
        return problem(400, "clock-skew",
                       ",\"server_time\":\"" + timeToText(serverNow).toLatin1() + '"');
    });
    Answer<ShareList> answer;
    f.client.shares(this, answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("ok"));
    QCOMPARE(skews, 1);
    Answer<ShareList> next; // the time is remembered
    f.client.shares(this, next.sink());
    QTRY_COMPARE(next.code(), QByteArray("ok"));
    QCOMPARE(skews, 1);
    isStubborn = true;
    Answer<ShareList> last;
    f.client.shares(this, last.sink());
    QTRY_COMPARE(last.code(), QByteArray("clock-skew"));
    QCOMPARE(skews, 3);
}

void TestShareClient::signedOut()
{
    ScriptedServer server([&](const SeenRequest &) { return json(infoJson("x")); });
    MemoryTokenStore tokens;
    ShareClient client(entryOf(server.origin()), tokens, nullptr, quick());
    QSignalSpy needed(&client, &ShareClient::signInNeeded);
    Answer<ShareList> answer;
    client.shares(this, answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("token-missing"));
    QVERIFY(answer.result->error().kind() == ErrorKind::Permission);
    QVERIFY(answer.text().contains(u"Test server"_s));
    QCOMPARE(needed.size(), 1);
}

void TestShareClient::refusedTokenIsForgotten()
{
    bool isRevoked = true;
    Fixture f([&](const SeenRequest &) {
        return isRevoked ? problem(401, "token-revoked") : json("{\"shares\":[]}");
    });
    QSignalSpy needed(&f.client, &ShareClient::signInNeeded);
    Answer<ShareList> answer;
    f.client.shares(this, answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("token-revoked"));
    QCOMPARE(needed.size(), 1);
    isRevoked = false;
    const Secret fresh(AccessToken::generate().text());
    f.tokens.write(f.server.origin(), fresh, this, [](auto) {});
    Answer<ShareList> next;
    f.client.shares(this, next.sink());
    QTRY_COMPARE(next.code(), QByteArray("ok"));
    QCOMPARE(f.server.seen.last().headers.value("authorization"),
             "Bearer " + fresh.view().toByteArray());
}

void TestShareClient::conflictTellsWhoWasFirst()
{
    ShareVersion version;
    version.name = u"sales-2026"_s;
    version.version = sha256("v2");
    version.sha256 = sha256("m2");
    version.size = 100;
    version.parts = 1;
    version.createdAtMs = 1'800'000'000'000;
    version.expiresAtMs = version.createdAtMs + 1000;
    Problem conflict;
    conflict.status = 412;
    conflict.slug = "version-conflict";
    conflict.title = u"T"_s;
    conflict.instance = u"i"_s;
    conflict.current = version;
    conflict.currentOwner = u"mia"_s;
    Fixture f([&](const SeenRequest &) { return json(toBytes(conflict.toJson()), 412); });
    Answer<ShareClient::OpenOutcome> answer;
    f.client.openPush(u"sales-2026"_s, {}, {OverwriteRule::IfVersion, sha256("v1")}, this,
                      answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("ok"));
    const auto *found = std::get_if<ShareConflict>(&**answer.result);
    QVERIFY(found);
    QCOMPARE(found->current, std::optional(version));
    QCOMPARE(found->owner, u"mia"_s);
    QCOMPARE(f.server.seen.last().headers.value("if-match"), '"' + sha256("v1").toHex() + '"');
}

void TestShareClient::scopeAborts()
{
    Fixture f([](const SeenRequest &) { return Scripted{{}, false, true}; });
    bool isCalled = false;
    {
        QObject scope;
        f.client.shares(&scope, [&](auto) { isCalled = true; });
        QTRY_COMPARE(f.server.seen.size(), 2);
    }
    Answer<ShareList> answer;
    f.client.shares(this, answer.sink());
    QTRY_VERIFY(answer.result);
    QVERIFY(!isCalled);
}

void TestShareClient::codeGoesInPlaceOfToken()
{
    Fixture f([](const SeenRequest &) { return problem(404, "share-not-found"); });
    const ShareCode code = ShareCode::generate();
    Answer<PullAnswer> answer;
    f.client.pull(u"sales-2026"_s, code, this, answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("share-not-found"));
    QCOMPARE(f.server.seen.last().headers.value("passel-code"), code.symbols());
    QVERIFY(!f.server.seen.last().headers.contains("authorization"));
    QVERIFY(!answer.text().contains(QString::fromLatin1(code.symbols())));
}

void TestShareClient::sec30RedirectIsAnError()
{
    ScriptedServer thief([](const SeenRequest &) { return json("{\"shares\":[]}"); });
    const QByteArray location = "Location: " + thief.origin().toEncoded() + "/v1/shares\r\n";
    for (const int status : {301, 302, 303, 307, 308}) {
        Fixture f([&](const SeenRequest &) {
            return Scripted{httpAnswer(status, "text/html", "", location)};
        });
        Answer<ShareList> answer;
        f.client.shares(this, answer.sink());
        QTRY_COMPARE(answer.code(), QByteArray("redirected"));
        Answer<QByteArray> stored;
        f.client.getStored(partOf(f.server, "part"), this, stored.sink());
        QTRY_COMPARE(stored.code(), QByteArray("redirected"));
    }
    QCOMPARE(thief.connections, 0);
}

void TestShareClient::sec30StorageNeverSeesTheToken()
{
    const QByteArray stored = "stored bytes";
    Fixture f([&](const SeenRequest &request) {
        if (request.target.startsWith("/store/get"))
            return Scripted{
                httpAnswer(200, "application/octet-stream", stored, "Set-Cookie: a=b; Path=/\r\n")};
        if (request.target.startsWith("/store/put"))
            return json("{}");
        return json("{\"shares\":[]}");
    });
    // The API first, so that a manager that remembers credentials would have something to tell.
    Answer<ShareList> list;
    f.client.shares(this, list.sink());
    QTRY_COMPARE(list.code(), QByteArray("ok"));
    Answer<QByteArray> got;
    f.client.getStored(partOf(f.server, stored), this, got.sink());
    QTRY_COMPARE(got.code(), QByteArray("ok"));
    QCOMPARE(**got.result, stored);
    QUrl put = partOf(f.server, stored).url;
    put.setPath(u"/store/put/part"_s);
    Answer<void> sent;
    qint64 travelled = 0;
    f.client.putStored(put, stored, this, sent.sink(), [&](qint64 bytes) { travelled += bytes; });
    QTRY_COMPARE(sent.code(), QByteArray("ok"));
    QCOMPARE(travelled, stored.size());
    QCOMPARE(f.server.seen.last().body, stored);
    for (const SeenRequest &request : f.server.seen) {
        if (!request.target.startsWith("/store/"))
            continue;
        QVERIFY(!request.raw.contains(canary().view().toByteArray()));
        for (auto name = request.headers.keyBegin(); name != request.headers.keyEnd(); ++name)
            QVERIFY2(!name->startsWith("passel-") && *name != "authorization" && *name != "cookie",
                     name->constData());
        QCOMPARE(request.headers.value("accept-encoding"), QByteArray("identity"));
    }
}

void TestShareClient::sec31StorageHostMustBeAnnounced_data()
{
    QTest::addColumn<QByteArray>("announced");
    QTest::addColumn<QString>("url");
    QTest::newRow("another host") << QByteArray("other.example") << u"https://evil.example/x"_s;
    QTest::newRow("another port") << QByteArray("127.0.0.1:1") << u"http://127.0.0.1:PORT/x"_s;
    QTest::newRow("no TLS elsewhere") << QByteArray("s3.example") << u"http://s3.example/x"_s;
    QTest::newRow("file") << QByteArray("s3.example") << u"file:///etc/passwd"_s;
    QTest::newRow("credentials") << QByteArray("s3.example") << u"https://a:b@s3.example/x"_s;
    QTest::newRow("a longer name")
        << QByteArray("s3.example") << u"https://s3.example.evil.example/x"_s;
    QTest::newRow("unusual port") << QByteArray("s3.example") << u"https://s3.example:444/x"_s;
}

void TestShareClient::sec31StorageHostMustBeAnnounced()
{
    QFETCH(QByteArray, announced);
    QFETCH(QString, url);
    Fixture f([](const SeenRequest &) { return json("{\"shares\":[]}"); });
    f.storageHost = announced;
    Answer<ShareList> list;
    f.client.shares(this, list.sink());
    QTRY_COMPARE(list.code(), QByteArray("ok"));
    SignedPart part = partOf(f.server, "x");
    part.url = QUrl(url.replace(u"PORT"_s, QString::number(f.server.serverPort())));
    const int connections = f.server.connections;
    Answer<QByteArray> got;
    f.client.getStored(part, this, got.sink());
    QTRY_COMPARE(got.code(), QByteArray("nonsense"));
    Answer<void> sent;
    f.client.putStored(part.url, "x", this, sent.sink());
    QTRY_COMPARE(sent.code(), QByteArray("nonsense"));
    QCOMPARE(f.server.connections, connections);
}

void TestShareClient::sec32StoredBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    const QByteArray type = "application/octet-stream";
    QTest::newRow("exact") << httpAnswer(200, type, "0123456789") << QByteArray("ok");
    QTest::newRow("other bytes") << httpAnswer(200, type, "0123456780") << QByteArray("checksum");
    QTest::newRow("fewer") << httpAnswer(200, type, "012345678") << QByteArray("checksum");
    QTest::newRow("more") << httpAnswer(200, type, "01234567890") << QByteArray("checksum");
    QTest::newRow("endless") << httpAnswer(200, type, QByteArray(3 << 20, '0'))
                             << QByteArray("nonsense");
    QTest::newRow("none") << httpAnswer(200, type, "") << QByteArray("checksum");
    QTest::newRow("cut in the middle")
        << QByteArray("HTTP/1.1 200 X\r\nContent-Length: 10\r\n\r\n01234") << QByteArray("cut");
    QTest::newRow("partial") << httpAnswer(206, type, "0123456789") << QByteArray("checksum");
    QTest::newRow("gzipped") << httpAnswer(200, type, "0123456789", "Content-Encoding: gzip\r\n")
                             << QByteArray("any");
    QTest::newRow("expired") << problem(403, "url-expired").bytes << QByteArray("url-expired");
    QTest::newRow("expired at S3")
        << httpAnswer(403, "application/xml", "<Error/>") << QByteArray("url-expired");
    QTest::newRow("S3 is busy") << httpAnswer(503, "application/xml", "<Error/>")
                                << QByteArray("busy");
}

void TestShareClient::sec32StoredBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    Fixture f([&](const SeenRequest &request) {
        return request.target.startsWith("/store") ? Scripted{bytes} : json("{\"shares\":[]}");
    });
    Answer<ShareList> list;
    f.client.shares(this, list.sink());
    QTRY_COMPARE(list.code(), QByteArray("ok"));
    Answer<QByteArray> got;
    f.client.getStored(partOf(f.server, "0123456789"), this, got.sink());
    QTRY_VERIFY(got.result);
    if (code == "any")
        QVERIFY(got.code() != "ok");
    else
        QCOMPARE(got.code(), code);
}

void TestShareClient::sec32SilenceIsATimeout()
{
    for (const QByteArray &begun : {QByteArray(), QByteArray("HTTP/1.1 200 X\r\nContent-Le"),
                                    QByteArray("HTTP/1.1 200 X\r\nContent-Length: 10\r\n\r\n0")}) {
        Fixture f([&](const SeenRequest &request) {
            return request.target.startsWith("/store") ? Scripted{begun, false, begun.isEmpty()}
                                                       : json("{\"shares\":[]}");
        });
        Answer<ShareList> list;
        f.client.shares(this, list.sink());
        QTRY_COMPARE(list.code(), QByteArray("ok"));
        Answer<QByteArray> got;
        f.client.getStored(partOf(f.server, "0123456789"), this, got.sink());
        QTRY_COMPARE(got.code(), QByteArray("timeout"));
        QVERIFY(ShareClient::isPassing(got.result->error()));
    }
}

void TestShareClient::sec31BadCertificates_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("says");
    // Issued by an authority this computer does not know, so what else is wrong comes second for
    // OpenSSL; the reason told is one of those found.
    QTest::newRow("self-signed") << u"self-signed"_s << u"self-signed"_s;
    QTest::newRow("unknown authority") << u"unknown"_s << u"has issued its certificate"_s;
    QTest::newRow("expired") << u"expired"_s << u"expired"_s;
    QTest::newRow("not yet valid") << u"early"_s << u"not valid yet"_s;
    QTest::newRow("another host") << u"host"_s << u"another host"_s;
}

void TestShareClient::sec31BadCertificates()
{
    QFETCH(QString, kind);
    QFETCH(QString, says);
    const PKey authorityKey = makeKey();
    const Certificate authority =
        makeCertificate(authorityKey.get(), {.names = "DNS:ca", .isAuthority = true});
    const PKey key = makeKey();
    Wanted wanted;
    if (kind == "expired"_L1) {
        wanted.fromDays = -20;
        wanted.untilDays = -10;
    } else if (kind == "early"_L1) {
        wanted.fromDays = 10;
    } else if (kind == "host"_L1) {
        wanted.names = "DNS:other.example";
    }
    const bool isIssued = kind != "self-signed"_L1;
    const Certificate certificate =
        makeCertificate(key.get(), wanted, isIssued ? authority.get() : nullptr,
                        isIssued ? authorityKey.get() : nullptr);
    // The authority is known, but for the row about one that is not.
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    if (isIssued && kind != "unknown"_L1) {
        QSslConfiguration trusting = before;
        trusting.setCaCertificates({toQt(authority.get())});
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    Fixture f([](const SeenRequest &) { return json("{\"shares\":[]}"); },
              serverConfiguration(certificate.get(), key.get()));
    Answer<ShareList> answer;
    f.client.shares(this, answer.sink());
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.result, Patience); }();
    QSslConfiguration::setDefaultConfiguration(before);
    QVERIFY2(answer.code() == "tls", qPrintable(answer.text()));
    QVERIFY2(answer.text().contains(says), qPrintable(answer.text()));
    QVERIFY(f.server.seen.isEmpty()); // nothing was sent
}

void TestShareClient::sec31WeakKey_data()
{
    QTest::addColumn<bool>("isWeak");
    QTest::addColumn<bool>("isPinned");
    QTest::newRow("weak") << true << false;
    QTest::newRow("weak, but pinned") << true << true;
    // So that a server that never shakes hands is not taken for a refusal.
    QTest::newRow("strong") << false << false;
}

void TestShareClient::sec31WeakKey()
{
    QFETCH(bool, isWeak);
    QFETCH(bool, isPinned);
    const PKey authorityKey = makeKey();
    const Certificate authority =
        makeCertificate(authorityKey.get(), {.names = "DNS:ca", .isAuthority = true});
    const PKey key = isWeak ? makeWeakKey() : makeKey();
    const Certificate certificate =
        makeCertificate(key.get(), {}, authority.get(), authorityKey.get());
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(before); });
    QSslConfiguration trusting = before;
    trusting.setCaCertificates({toQt(authority.get())});
    QSslConfiguration::setDefaultConfiguration(trusting);
    WeakServer server(certificate.get(), key.get());
    MemoryTokenStore tokens;
    const auto pin = isPinned ? publicKeyPin(toQt(certificate.get())) : std::nullopt;
    ShareClient client(entryOf(server.origin(), pin), tokens, nullptr, patient());
    Answer<ServerInfo> answer;
    client.serverInfo(this, answer.sink());
    if (!isWeak) {
        QTRY_VERIFY_WITH_TIMEOUT(server.received().startsWith("GET /v1/server "), Patience);
        return;
    }
    QTRY_VERIFY_WITH_TIMEOUT(answer.result, Patience);
    QVERIFY2(answer.code() == "tls", qPrintable(answer.text()));
    QVERIFY2(answer.text().contains(u"its key is too weak (1024 bits)"_s),
             qPrintable(answer.text()));
    QVERIFY(server.handshakes() > 0);
    QCOMPARE(server.received(), QByteArray());
}

void TestShareClient::sec31PinnedCertificateIsTaken()
{
    const PKey key = makeKey();
    const Certificate certificate = makeCertificate(key.get(), {});
    const auto pin = publicKeyPin(toQt(certificate.get()));
    QVERIFY(pin);
    Fixture f(
        [](const SeenRequest &request) {
            return request.target.startsWith("/store")
                       ? Scripted{httpAnswer(200, "application/octet-stream", "part")}
                       : json("{\"shares\":[]}");
        },
        serverConfiguration(certificate.get(), key.get()), pin);
    Answer<ShareList> answer;
    f.client.shares(this, answer.sink());
    QTRY_VERIFY(answer.result);
    QVERIFY2(*answer.result, qPrintable(answer.text()));
    Answer<QByteArray> got; // storage on the same host is held to the same certificate
    f.client.getStored(partOf(f.server, "part"), this, got.sink());
    QTRY_VERIFY(got.result);
    QVERIFY2(*got.result, qPrintable(got.text()));
    // A certificate anew for the same key is the same server.
    const Certificate renewed = makeCertificate(key.get(), {});
    QCOMPARE(publicKeyPin(toQt(renewed.get())), pin);
}

void TestShareClient::sec31ChangedPinIsAHardStop()
{
    const PKey key = makeKey();
    const Certificate certificate = makeCertificate(key.get(), {});
    Fixture f([](const SeenRequest &) { return json("{\"shares\":[]}"); },
              serverConfiguration(certificate.get(), key.get()), sha256("another key"));
    Answer<ShareList> answer;
    f.client.shares(this, answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("pin-changed"));
    QVERIFY(f.server.seen.isEmpty());
    QCOMPARE(f.server.connections, 1); // not tried again
    Answer<ShareList> next;
    f.client.shares(this, next.sink());
    QTRY_COMPARE(next.code(), QByteArray("pin-changed"));
    QVERIFY(f.server.seen.isEmpty());
}

void TestShareClient::sec31PinnedServerForAnotherHost()
{
    const PKey key = makeKey();
    const Certificate certificate = makeCertificate(key.get(), {.names = "DNS:other.example"});
    Fixture f([](const SeenRequest &) { return json("{\"shares\":[]}"); },
              serverConfiguration(certificate.get(), key.get()),
              publicKeyPin(toQt(certificate.get())));
    Answer<ShareList> answer;
    f.client.shares(this, answer.sink());
    QTRY_COMPARE(answer.code(), QByteArray("tls"));
    QVERIFY(answer.text().contains(u"another host"_s));
    QVERIFY(f.server.seen.isEmpty());
}

void TestShareClient::signInKeepsAGoodTokenOnly()
{
    QByteArray refusal;
    ScriptedServer server([&](const SeenRequest &request) {
        if (request.target == "/v1/server")
            return json(infoJson("x"));
        return refusal.isEmpty()            ? json("{\"shares\":[]}")
               : refusal == "scope-missing" ? problem(403, refusal)
                                            : problem(401, refusal);
    });
    for (const auto &[slug, code, isKept] :
         {std::tuple("token-revoked", "token-revoked", false),
          std::tuple("scope-missing", "ok", true), std::tuple("", "ok", true)}) {
        refusal = slug;
        MemoryTokenStore tokens;
        ShareClient client(entryOf(server.origin()), tokens, nullptr, quick());
        Answer<Kept> answer;
        client.signIn(canary(), this, answer.sink());
        QTRY_COMPARE(answer.code(), QByteArray(code));
        Answer<bool> signedIn;
        client.isSignedIn(this, signedIn.sink());
        QTRY_VERIFY(signedIn.result);
        QCOMPARE(**signedIn.result, isKept);
    }
}

void TestShareClient::signOutAlwaysForgets()
{
    for (const bool isReachable : {true, false}) {
        Fixture f([](const SeenRequest &) { return json("{}"); });
        if (!isReachable)
            f.server.close();
        Answer<void> answer;
        f.client.signOut(this, answer.sink());
        QTRY_COMPARE(answer.code(), QByteArray(isReachable ? "ok" : "token-not-revoked"));
        if (isReachable) {
            QCOMPARE(f.server.seen.last().verb, QByteArray("DELETE"));
            QCOMPARE(f.server.seen.last().target, QByteArray("/v1/tokens/current"));
        }
        Answer<bool> signedIn;
        f.client.isSignedIn(this, signedIn.sink());
        QTRY_VERIFY(signedIn.result);
        QVERIFY(!**signedIn.result);
    }
}

void TestShareClient::sec33ErrorsHideSignatures()
{
    static QStringList messages;
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { messages.append(text); });
    Fixture f([](const SeenRequest &request) {
        return request.target.startsWith("/store") ? problem(403, "url-invalid")
                                                   : json("{\"shares\":[]}");
    });
    Answer<ShareList> list;
    f.client.shares(this, list.sink());
    [&] { QTRY_VERIFY(list.result); }();
    QList<SignedPart> parts(3, partOf(f.server, "x"));
    parts[1].url.setHost(u"evil.example"_s);
    parts[2].url.setPort(1);
    for (const SignedPart &part : parts) {
        Answer<QByteArray> got;
        f.client.getStored(part, this, got.sink());
        [&] { QTRY_VERIFY(got.result); }();
        messages.append(got.text());
    }
    f.server.close();
    Answer<QByteArray> got;
    f.client.getStored(parts.first(), this, got.sink());
    [&] { QTRY_VERIFY(got.result); }();
    messages.append(got.text());
    qInstallMessageHandler(before);
    const QString all = messages.join(u'\n');
    QVERIFY2(!all.contains(u"canary-signature"_s), qPrintable(all));
    QVERIFY2(!all.contains(u"psl_pat_"_s), qPrintable(all));
}

void TestShareClient::sec31NobodyPassesOverTlsErrors()
{
    // The one socket that takes any certificate sends nothing and only compares the pin.
    const QString taker = u"core/share/sharetransport.cpp"_s;
    const QString forbidden = u"ignoreSsl"_s + u"Errors"_s;
    int files = 0;
    for (const QString &folder : {u"app"_s, u"core"_s, u"ui"_s}) {
        QDirIterator all(QStringLiteral(PASSEL_SOURCE_DIR "/") + folder,
                         {u"*.h"_s, u"*.cpp"_s, u"*.ipp"_s}, QDir::Files,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            QVERIFY2(!text.contains(forbidden), qPrintable(path));
            QVERIFY2(!text.contains(u"Verify"_s + u"None"_s) || path.endsWith(taker),
                     qPrintable(path));
            ++files;
        }
    }
    QVERIFY(files > 100);
}

QTEST_GUILESS_MAIN(TestShareClient)
#include "tst_shareclient.moc"
