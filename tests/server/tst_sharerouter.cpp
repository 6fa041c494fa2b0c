// The checks of security.md: each one's code, their order, the limits at n and n + 1.
#include "core/server/clientaddress.h"
#include "core/server/problems.h"
#include "core/server/requestscan.h"
#include "tests/server/serverfixture.h"
#include "tests/support/pseudotranslator.h"

using namespace passel;
using namespace Qt::StringLiterals;

namespace {

const TestPart Manifest{"manifest"};
const QList<TestPart> Parts{{"one"}, {"two"}};

using Change = std::function<void(ServerFixture &, HttpRequest &)>;

Change header(const QByteArray &name, const QByteArray &value)
{
    return [=](ServerFixture &, HttpRequest &request) {
        ServerFixture::setHeader(request, name, value);
    };
}

Change noHeader(const QByteArray &name)
{
    return header(name, QByteArray());
}

Change timeHeader(const QByteArray &name, qint64 seconds)
{
    return [=](ServerFixture &f, HttpRequest &request) {
        ServerFixture::setHeader(request, name,
                                 protocol::timeToText(f.clock.nowMs() + seconds * 1000).toLatin1());
    };
}

Change useToken(const std::function<QByteArray(ServerFixture &)> &make)
{
    return [=](ServerFixture &f, HttpRequest &request) {
        ServerFixture::setHeader(request, "authorization", "Bearer " + make(f));
    };
}

Change body(const QByteArray &bytes)
{
    return [=](ServerFixture &, HttpRequest &request) {
        request.body = bytes;
        request.contentLength = bytes.size();
    };
}

Change path(const QByteArray &text)
{
    return [=](ServerFixture &, HttpRequest &request) { request.path = text; };
}

// One violation of each step, in the order of the table.
struct Violation
{
    const char *name;
    Change change;
    QByteArray outcome;
};

QList<Violation> violations()
{
    return {
        {"2 body too large",
         [](ServerFixture &, HttpRequest &r) { r.contentLength = 64 * 1024 + 1; }, "413 too-large"},
        {"2 media type", header("content-type", "text/plain"), "415 media-type"},
        {"4 token forged",
         useToken([](ServerFixture &) { return protocol::AccessToken::generate().text(); }),
         "401 token-invalid"},
        {"5 scope", useToken([](ServerFixture &f) { return f.token(u"ann"_s, ScopePull); }),
         "403 scope-missing"},
        {"6 client too old", header("passel-client", "passel/0.0.9 (linux)"), "403 client-too-old"},
        {"7 clock skew", timeHeader("passel-request-time", -301), "400 clock-skew"},
        {"8 idempotency", noHeader("idempotency-key"), "400 idempotency-missing"},
        {"9 key", path("/v1/shares/Sales/pushes"), "400 key-invalid"},
        {"10 body", body(R"({"surprise":1})"), "400 body-invalid"},
    };
}

} // namespace

class TestShareRouter : public QObject
{
    Q_OBJECT

private slots:
    void checks_data();
    void checks();
    void checksComeInOrder();
    void tokenCaseAndForms_data();
    void tokenCaseAndForms();
    void hiddenAnswersAreEqual();
    void guessersWait();
    void manyTokensGuessAsOne();
    void scopeComesBeforeTheClient();
    void answersHaveOneLanguage();
    void forwardedSources_data();
    void forwardedSources();
    void addressesHaveOneSpelling();
    void guessersBehindAProxyWaitAlone();
    void limits();
    void quotas();
    void diskReserve();
    void putChecks_data();
    void putChecks();
    void getChecks_data();
    void getChecks();
    void auditFailureGivesNoUrl();
    void pathsAndMethods_data();
    void pathsAndMethods();
    void publicCalls();
    void problemsAreWellFormed();
    void nothingSecretInAnswers();
    void answersAreLoggedByTheirId();
};

void TestShareRouter::checks_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("outcome");
    const auto row = [](const char *name, const Change &change, const char *outcome) {
        QTest::newRow(name) << change << QByteArray(outcome);
    };
    row(
        "nothing wrong", [](ServerFixture &, HttpRequest &) {}, "201");
    for (const Violation &violation : violations())
        QTest::newRow(violation.name) << violation.change << violation.outcome;
    row("body of exactly 64 KiB",
        body("{\"access\":\"owner\"" + QByteArray(64 * 1024 - 18, ' ') + "}"), "201");
    row("body with charset", header("content-type", "application/json; charset=utf-8"), "201");
    row("no content type", noHeader("content-type"), "415 media-type");
    row(
        "query", [](ServerFixture &, HttpRequest &r) { r.query = "token=x"; },
        "400 malformed-request");
    row("no token", noHeader("authorization"), "401 token-missing");
    row("basic authorization", header("authorization", "Basic YTpi"), "401 token-invalid");
    row("token check wrong",
        useToken([](ServerFixture &f) { return QByteArray(f.token(u"ann"_s).chopped(1) + '!'); }),
        "401 token-invalid");
    row(
        "token expired",
        [](ServerFixture &f, HttpRequest &r) {
            const QByteArray token = f.token(u"ann"_s, 7, 0);
            ServerFixture::setHeader(r, "authorization", "Bearer " + token);
        },
        "401 token-expired");
    row(
        "code on a push",
        [](ServerFixture &, HttpRequest &r) {
            ServerFixture::setHeader(r, "authorization", {});
            ServerFixture::setHeader(r, "passel-code", ShareCode::generate().symbols());
        },
        "401 token-missing");
    row("no client", noHeader("passel-client"), "400 client-invalid");
    row("client nonsense", header("passel-client", "curl"), "400 client-invalid");
    row("no request time", noHeader("passel-request-time"), "400 request-window");
    row("request time nonsense", header("passel-request-time", "now"), "400 request-window");
    row("no request expiry", noHeader("passel-request-expires"), "400 request-window");
    row("300 s slow", timeHeader("passel-request-time", -300), "201");
    row(
        "300 s fast",
        [](ServerFixture &f, HttpRequest &r) {
            timeHeader("passel-request-time", 300)(f, r);
            timeHeader("passel-request-expires", 900)(f, r);
        },
        "201");
    row(
        "301 s fast",
        [](ServerFixture &f, HttpRequest &r) {
            timeHeader("passel-request-time", 301)(f, r);
            timeHeader("passel-request-expires", 900)(f, r);
        },
        "400 clock-skew");
    row("expired now", timeHeader("passel-request-expires", 0), "403 request-expired");
    row("window of 900 s", timeHeader("passel-request-expires", 900), "201");
    row("window of 901 s", timeHeader("passel-request-expires", 901), "400 request-window");
    row("key of 15", header("idempotency-key", QByteArray(15, 'a')), "400 idempotency-missing");
    row("key of 16", header("idempotency-key", QByteArray(16, 'a')), "201");
    row("key of 64", header("idempotency-key", QByteArray(64, 'a')), "201");
    row("key of 65", header("idempotency-key", QByteArray(65, 'a')), "400 idempotency-missing");
    row("key with blank", header("idempotency-key", "0123456789abcde f"),
        "400 idempotency-missing");
    row("name of 63", path("/v1/shares/" + QByteArray(63, 'a') + "/pushes"), "201");
    row("name of 64", path("/v1/shares/" + QByteArray(64, 'a') + "/pushes"), "400 key-invalid");
    row("not JSON", body("{"), "400 body-invalid");
    row("nested too deeply", body(R"({"a":)" + QByteArray(16, '[') + QByteArray(16, ']') + "}"),
        "400 body-invalid");
    row("a name twice", body(R"({"access":"owner","access":"people"})"), "400 body-invalid");
    row("a name twice, once escaped", body(R"({"access":"owner","\u0061ccess":"people"})"),
        "400 body-invalid");
    row("verifier without a code", body(R"({"access":"owner","code_verifier":"junk"})"),
        "400 body-invalid");
    row(
        "something behind the token",
        [](ServerFixture &f, HttpRequest &r) {
            ServerFixture::setHeader(r, "authorization",
                                     "Bearer " + f.token(u"ann"_s) + QByteArray(250, ' ') + "x");
        },
        "401 token-invalid");
    row("ttl at the cap", body(R"({"ttl_seconds":604800})"), "201");
    row("ttl above the cap", body(R"({"ttl_seconds":604801})"), "400 body-invalid");
    row("size at the limit", body(R"({"estimated_size":8589934592})"), "201");
    row("size above the limit", body(R"({"estimated_size":8589934593})"), "413 too-large");
    row(
        "both conditions",
        [](ServerFixture &, HttpRequest &r) {
            ServerFixture::setHeader(r, "if-match", sha256("x").toHex());
            ServerFixture::setHeader(r, "if-none-match", "*");
        },
        "400 body-invalid");
}

void TestShareRouter::checks()
{
    QFETCH(Change, change);
    ServerFixture f;
    HttpRequest request = f.request("POST", u"/v1/shares/sales-2026/pushes"_s, f.token(u"ann"_s),
                                    protocol::OpenPush().toJson());
    change(f, request);
    QTEST(ServerFixture::outcome(f.send(request)), "outcome");
}

// Two things wrong at once: the earlier step answers.
void TestShareRouter::checksComeInOrder()
{
    const QList<Violation> all = violations();
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype j = i + 1; j < all.size(); ++j) {
            ServerFixture f;
            HttpRequest request = f.request("POST", u"/v1/shares/sales-2026/pushes"_s,
                                            f.token(u"ann"_s), protocol::OpenPush().toJson());
            all[j].change(f, request);
            all[i].change(f, request);
            const QByteArray outcome = ServerFixture::outcome(f.send(request));
            const QByteArray what =
                all[i].name + QByteArray(" before ") + all[j].name + ": " + outcome;
            QVERIFY2(outcome == all[i].outcome, what.constData());
        }
    }
}

void TestShareRouter::tokenCaseAndForms_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("outcome");
    QTest::newRow("Bearer") << QByteArray("Bearer ") << QByteArray("200");
    QTest::newRow("bearer") << QByteArray("bearer ") << QByteArray("200");
    QTest::newRow("no scheme") << QByteArray() << QByteArray("401 token-invalid");
    QTest::newRow("token scheme") << QByteArray("token ") << QByteArray("401 token-invalid");
}

void TestShareRouter::tokenCaseAndForms()
{
    QFETCH(QByteArray, prefix);
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    HttpRequest request = f.request("GET", u"/v1/shares"_s, ann);
    ServerFixture::setHeader(request, "authorization", prefix + ann);
    const HttpResponse response = f.send(request);
    QTEST(ServerFixture::outcome(response), "outcome");
    if (response.status == 401)
        QCOMPARE(response.header("www-authenticate").value_or(""), "Bearer");
}

// Step 9: absent, expired, deleted and not yours differ in nothing.
void TestShareRouter::hiddenAnswersAreEqual()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QByteArray bob = f.token(u"bob"_s);
    protocol::OpenPush hour;
    hour.ttlSeconds = 3600;
    protocol::OpenPush withCode;
    withCode.access = protocol::Access::Code;
    withCode.codeVerifier = ShareCode::generate().verifier(u"by-code");
    f.push(ann, u"expired"_s, Manifest, Parts, hour);
    f.push(ann, u"private"_s, Manifest, Parts);
    f.push(ann, u"deleted"_s, Manifest, Parts);
    f.push(ann, u"by-code"_s, Manifest, Parts, withCode);
    f.call("DELETE", u"/v1/shares/deleted"_s, ann);
    f.clock.advanceSeconds(3600);
    for (const auto &[method, suffix] : {std::pair<QByteArray, QString>{"GET", QString()},
                                         {"POST", u"/pull"_s},
                                         {"DELETE", QString()},
                                         {"GET", u"/versions"_s}}) {
        QSet<QByteArray> answers;
        for (const QString &name :
             {u"absent"_s, u"expired"_s, u"private"_s, u"deleted"_s, u"by-code"_s}) {
            HttpResponse response = f.call(method, u"/v1/shares/"_s + name + suffix, bob);
            QJsonObject json = ServerFixture::json(response);
            json.remove(u"instance"_s);
            QByteArray whole = QByteArray::number(response.status) + protocol::toBytes(json);
            for (const HttpHeader &h : std::as_const(response.headers))
                whole += '\n' + h.name + ':' + h.value;
            answers.insert(whole);
        }
        QCOMPARE(answers.size(), 1);
        QVERIFY(answers.begin()->startsWith("404"));
    }
}

void TestShareRouter::guessersWait() // SEC-25
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QByteArray bob = f.token(u"bob"_s);
    const auto guess = [&](const QByteArray &peer) {
        HttpRequest request = f.request("POST", u"/v1/shares/absent/pull"_s, {});
        ServerFixture::setHeader(request, "passel-code", ShareCode::generate().symbols());
        request.peer = peer;
        return f.send(request);
    };
    for (int i = 0; i < 60; ++i)
        QCOMPARE(ServerFixture::outcome(guess("192.0.2." + QByteArray::number(i))),
                 "404 share-not-found");
    HttpResponse refused = guess("192.0.2.200"); // the same /24
    QCOMPARE(ServerFixture::outcome(refused), "429 too-many-requests");
    QCOMPARE(refused.header("retry-after").value_or(""), "60");
    QCOMPARE(ServerFixture::outcome(guess("198.51.100.1")), "404 share-not-found");
    // A known token is a source of its own, and so is not locked out by its neighbours …
    QCOMPARE(f.call("GET", u"/v1/shares"_s, ann).status, 200);
    // … and does not lock out others.
    for (int i = 0; i < 60; ++i)
        f.call("GET", u"/v1/shares/absent"_s, ann);
    QCOMPARE(f.call("GET", u"/v1/shares"_s, ann).status, 429);
    QCOMPARE(f.call("GET", u"/v1/shares"_s, bob).status, 200);
    // Doubling, up to a quarter of an hour.
    for (const int wait : {120, 240, 480, 900, 900}) {
        f.clock.advanceSeconds(900);
        for (int i = 0; i < 60; ++i)
            guess("192.0.2.9");
        refused = guess("192.0.2.9");
        QCOMPARE(refused.header("retry-after").value_or("").toInt(), wait);
    }
    // A code whose check fails is no attempt.
    for (int i = 0; i < 100; ++i) {
        HttpRequest request = f.request("POST", u"/v1/shares/absent/pull"_s, {});
        ServerFixture::setHeader(request, "passel-code", "00000000000000000000");
        request.peer = "203.0.113.1";
        QCOMPARE(ServerFixture::outcome(f.send(request)), "400 key-invalid");
    }
}

// Tokens cost their owner nothing, so all of them guess as one.
void TestShareRouter::manyTokensGuessAsOne() // SEC-25
{
    ServerFixture f;
    QByteArray token;
    for (int i = 0; i < 60; ++i) {
        if (i % 10 == 0)
            token = f.token(u"ann"_s);
        QCOMPARE(f.call("GET", u"/v1/shares/absent"_s, token).status, 404);
    }
    QCOMPARE(f.call("GET", u"/v1/shares"_s, f.token(u"ann"_s)).status, 429);
}

void TestShareRouter::scopeComesBeforeTheClient()
{
    ServerFixture f;
    QByteArray other;
    f.token(u"ann"_s, 7, 30, &other);
    const QByteArray pusher = f.token(u"ann"_s, ScopePush);
    HttpRequest request =
        f.request("DELETE", u"/v1/tokens/"_s + QString::fromLatin1(other), pusher);
    ServerFixture::setHeader(request, "passel-client", {});
    QCOMPARE(ServerFixture::outcome(f.send(request)), "403 scope-missing");
    QCOMPARE(f.call("DELETE", u"/v1/tokens/current"_s, pusher).status, 200);
    // A damaged code belongs to step 9.
    request = f.request("POST", u"/v1/shares/absent/pull"_s, {});
    ServerFixture::setHeader(request, "passel-code", "00000000000000000000");
    ServerFixture::setHeader(request, "passel-client", {});
    QCOMPARE(ServerFixture::outcome(f.send(request)), "400 client-invalid");
}

void TestShareRouter::answersHaveOneLanguage()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QByteArray deep = R"({"a":)" + QByteArray(100, '[') + QByteArray(100, ']') + '}';
    const QByteArrayList bodies{
        "[]", "{", R"({"surprise":1})", R"({"ttl_seconds":"x"})", R"({"note":"a","note":"b"})",
        deep};
    const auto answers = [&] {
        QByteArrayList texts;
        const auto note = [&](const HttpResponse &response) {
            QJsonObject json = ServerFixture::json(response);
            json.remove(u"instance"_s);
            texts += protocol::toBytes(json);
        };
        for (const QByteArray &slug : problemSlugs())
            note(problemResponse(problem(slug)));
        for (const QByteArray &body : bodies) {
            HttpRequest request = f.request("POST", u"/v1/shares/sales-2026/pushes"_s, ann);
            request.body = body;
            request.contentLength = body.size();
            note(f.send(request));
        }
        return texts;
    };
    const QByteArrayList english = answers();
    PseudoTranslator other;
    QVERIFY(QCoreApplication::installTranslator(&other));
    const QByteArrayList translated = answers();
    QCoreApplication::removeTranslator(&other);
    QCOMPARE(translated, english);
    for (const QByteArray &text : english.last(bodies.size()))
        QVERIFY2(text.contains("body-invalid") && text.contains("\"detail\""), text.constData());
}

void TestShareRouter::forwardedSources_data()
{
    QTest::addColumn<QByteArray>("peer");
    QTest::addColumn<QByteArray>("forwarded");
    QTest::addColumn<QByteArray>("source");
    const auto row = [](const char *name, const QByteArray &peer, const QByteArray &forwarded,
                        const QByteArray &source) {
        QTest::newRow(name) << peer << forwarded << source;
    };
    const QByteArray proxy("127.0.0.1");
    row("one entry", proxy, "192.0.2.7", "192.0.2.7");
    row("the last of several", proxy, "203.0.113.9, 198.51.100.4,192.0.2.7", "192.0.2.7");
    row("tabs and spaces", proxy, "203.0.113.9,\t 192.0.2.7 ", "192.0.2.7");
    row("version 6", proxy, "2001:db8::7", "2001:db8::7");
    row("a proxy spelt otherwise", "::ffff:127.0.0.1", "192.0.2.7", "192.0.2.7");
    row("the other proxy", "2001:db8:0:0::1", "192.0.2.7", "192.0.2.7");
    row("no proxy of ours", "198.51.100.1", "192.0.2.7", "198.51.100.1");
    row("a neighbour of the proxy", "127.0.0.2", "192.0.2.7", "127.0.0.2");
    row("no header", proxy, {}, proxy);
    row("an empty header", proxy, "", proxy);
    row("an empty last entry", proxy, "192.0.2.7,", proxy);
    row("only a comma", proxy, ",", proxy);
    row("a name", proxy, "localhost", proxy);
    row("unknown", proxy, "192.0.2.7, unknown", proxy);
    row("a port", proxy, "192.0.2.7:80", proxy);
    row("brackets", proxy, "[2001:db8::7]", proxy);
    row("a zone", proxy, "fe80::1%eth0", proxy);
    row("too few numbers", proxy, "192.0.2", proxy);
    row("a number too large", proxy, "192.0.2.256", proxy);
    row("a space within", proxy, "192.0.2.7 192.0.2.8", proxy);
    row("a null within", proxy, QByteArray("192.0.2.7\0x", 11), proxy);
    row("quotes", proxy, "\"192.0.2.7\"", proxy);
    row("very long", proxy, QByteArray(8'000, '1'), proxy);
}

void TestShareRouter::forwardedSources()
{
    QFETCH(QByteArray, peer);
    QFETCH(QByteArray, forwarded);
    HttpRequest request;
    request.peer = peer;
    ServerFixture::setHeader(request, "x-forwarded-for", forwarded);
    QTEST(clientAddress(request, {"127.0.0.1", "2001:db8::1"}), "source");
    QVERIFY(isTrustedProxy(clientAddress(request, {}), {peer})); // nobody is trusted: the peer
}

// A server that listens on both versions sees an address of version 4 as a mapped one. Limits and
// the record of a pull must not take the two for different people, or all of them for one.
void TestShareRouter::addressesHaveOneSpelling()
{
    HttpRequest request;
    const auto source = [&request](const QByteArray &peer) {
        request.peer = peer;
        return clientAddress(request, {});
    };
    QCOMPARE(source("::ffff:198.51.100.1"), "198.51.100.1");
    QCOMPARE(source("::FFFF:c633:6401"), "198.51.100.1");
    QCOMPARE(source("2001:DB8:0:0::1"), "2001:db8::1");
    QCOMPARE(source("fe80::1%eth0"), "fe80::1%eth0");
    ServerFixture::setHeader(request, "x-forwarded-for", "::ffff:192.0.2.7");
    QCOMPARE(clientAddress(request, {"fe80::1%eth0"}), "fe80::1%eth0"); // no address, no proxy
    request.peer = "127.0.0.1";
    QCOMPARE(clientAddress(request, {"127.0.0.1"}), "192.0.2.7");
}

void TestShareRouter::guessersBehindAProxyWaitAlone() // SEC-25
{
    ServerPolicy policy;
    policy.trustedProxies = {"127.0.0.1"};
    ServerFixture f(policy);
    const auto guess = [&](const QByteArray &peer, const QByteArray &forwarded) {
        HttpRequest request = f.request("POST", u"/v1/shares/absent/pull"_s, {});
        ServerFixture::setHeader(request, "passel-code", ShareCode::generate().symbols());
        ServerFixture::setHeader(request, "x-forwarded-for", forwarded);
        request.peer = peer;
        return ServerFixture::outcome(f.send(request));
    };
    // What a client claims before the proxy's own entry gives no new tries …
    for (int i = 0; i < 60; ++i)
        QCOMPARE(guess("127.0.0.1", "203.0.113." + QByteArray::number(i) + ", 192.0.2.7"),
                 "404 share-not-found");
    QCOMPARE(guess("127.0.0.1", "192.0.2.7"), "429 too-many-requests");
    // … and others behind the proxy are not held up.
    QCOMPARE(guess("127.0.0.1", "198.51.100.1"), "404 share-not-found");
    // Past the proxy the header is nothing.
    for (int i = 0; i < 60; ++i)
        QCOMPARE(guess("10.0.0.7", "203.0." + QByteArray::number(i) + ".1"), "404 share-not-found");
    QCOMPARE(guess("10.0.0.7", "203.0.113.1"), "429 too-many-requests");
}

void TestShareRouter::limits()
{
    ServerPolicy policy;
    policy.partSizeLimit = 100;
    policy.partCountLimit = 3;
    policy.shareSizeLimit = 250;
    ServerFixture f(policy);
    const QByteArray ann = f.token(u"ann"_s);
    const auto add = [&](const QString &id, const QList<qint64> &sizes, char seed) {
        protocol::RegisterParts request;
        for (const qint64 size : sizes) {
            const QByteArray unique = QByteArray(1, seed++);
            request.parts.append(
                protocol::PartEntry{sha256(unique), sha256(QByteArray(unique + 'z')), size});
        }
        return ServerFixture::outcome(
            f.call("POST", protocol::pathPushParts(id), ann, request.toJson()));
    };
    QString id = f.open(ann, u"sales-2026"_s);
    QCOMPARE(add(id, {100}, 'a'), "200");
    QCOMPARE(add(id, {101}, 'b'), "413 too-large");
    QCOMPARE(add(id, {100, 50}, 'c'), "200"); // 250 bytes, 3 parts
    QCOMPARE(add(id, {1}, 'f'), "413 too-large");
    id = f.open(ann, u"sales-2027"_s);
    QCOMPARE(add(id, {1, 1, 1}, 'a'), "200");
    QCOMPARE(add(id, {1}, 'e'), "413 too-large");
    id = f.open(ann, u"sales-2028"_s);
    QCOMPARE(add(id, {100, 100, 51}, 'a'), "413 too-large");
    QCOMPARE(add(id, {0}, 'a'), "400 body-invalid");
}

void TestShareRouter::quotas()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    protocol::OpenPush push;
    push.estimatedSize = qint64(8) << 30;
    f.push(ann, u"small"_s, Manifest, Parts); // 14 bytes are used now
    QVERIFY(!f.open(ann, u"sales-2026"_s, push).isEmpty());
    const auto lower = [&](const QString &column, qint64 value) {
        QVERIFY(ServerFixture::runSql(f.folder.filePath(u"passel.db"_s),
                                      u"UPDATE users SET %1 = %2"_s.arg(column).arg(value)));
    };
    lower(u"quota_bytes"_s, 114);
    push.estimatedSize = 100;
    QVERIFY(!f.open(ann, u"sales-2026"_s, push).isEmpty());
    push.estimatedSize = 101;
    QVERIFY(f.open(ann, u"sales-2026"_s, push).isEmpty());
    QCOMPARE(ServerFixture::outcome(f.last), "507 quota-exceeded");
    // Without an estimate it is found when the parts are registered.
    QCOMPARE(ServerFixture::outcome(f.push(ann, u"large"_s, Manifest, {{QByteArray(101, 'x')}})),
             "507 quota-exceeded");
    lower(u"quota_shares"_s, 1);
    QVERIFY(f.open(ann, u"sales-2029"_s).isEmpty());
    QCOMPARE(ServerFixture::outcome(f.last), "507 quota-exceeded");
    QVERIFY(!f.open(ann, u"small"_s).isEmpty()); // an override is no share more
}

void TestShareRouter::diskReserve()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    protocol::OpenPush push;
    push.estimatedSize = 1000;
    const auto open = [&](qint64 free, qint64 total) {
        f.files.setSpace(free, total);
        f.open(ann, u"sales-2026"_s, push);
        return ServerFixture::outcome(f.last);
    };
    const qint64 gib = qint64(1) << 30;
    QCOMPARE(open(gib + 1000, 1000 * gib), "201"); // 1 GiB left
    QCOMPARE(open(gib + 999, 1000 * gib), "507 storage-full");
    QCOMPARE(open(gib / 2 + 1000, 10 * gib), "201"); // 5 % left
    QCOMPARE(open(gib / 2 + 999, 10 * gib), "507 storage-full");
}

void TestShareRouter::putChecks_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("outcome");
    const auto row = [](const char *name, const Change &change, const char *outcome) {
        QTest::newRow(name) << change << QByteArray(outcome);
    };
    const auto query = [](const QByteArray &from, const QByteArray &to) {
        return [=](ServerFixture &, HttpRequest &r) { r.query.replace(from, to); };
    };
    row(
        "nothing wrong", [](ServerFixture &, HttpRequest &) {}, "200");
    row(
        "no length", [](ServerFixture &, HttpRequest &r) { r.contentLength = -1; },
        "411 length-required");
    row(
        "chunked",
        [](ServerFixture &, HttpRequest &r) {
            r.contentLength = -1;
            r.isChunked = true;
        },
        "411 length-required");
    row(
        "longer than any part",
        [](ServerFixture &, HttpRequest &r) { r.contentLength = (8 << 20) + 1; }, "413 too-large");
    row("other size signed", query("size=3", "size=4"), "403 address-forbidden");
    row("other share", query("share=1", "share=2"), "403 address-forbidden");
    row("later expiry", query("expires=1", "expires=2"), "403 address-forbidden");
    row("leading zero", query("size=3", "size=03"), "403 address-forbidden");
    row(
        "other order",
        [](ServerFixture &, HttpRequest &r) {
            QList<QByteArray> fields = r.query.split('&');
            fields.swapItemsAt(0, 1);
            r.query = fields.join('&');
        },
        "403 address-forbidden");
    row(
        "field more", [](ServerFixture &, HttpRequest &r) { r.query += "&x=1"; },
        "403 address-forbidden");
    row(
        "signature cut", [](ServerFixture &, HttpRequest &r) { r.query.chop(1); },
        "403 address-forbidden");
    row(
        "no query", [](ServerFixture &, HttpRequest &r) { r.query = {}; }, "403 address-forbidden");
    row(
        "other digest",
        [](ServerFixture &, HttpRequest &r) {
            r.path = r.path.chopped(64) + sha256("other").toHex();
        },
        "403 address-forbidden");
    row(
        "other push",
        [](ServerFixture &f, HttpRequest &r) {
            const QString id = f.open(f.token(u"ann"_s), u"sales-2027"_s);
            QList<QByteArray> segments = r.path.split('/');
            segments[3] = id.toLatin1();
            r.path = segments.join('/');
        },
        "403 address-forbidden");
    row("other host", header("host", "other.test"), "403 address-forbidden");
    row(
        "URL of 300 s", [](ServerFixture &f, HttpRequest &) { f.clock.advanceSeconds(299); },
        "200");
    row(
        "URL of 301 s", [](ServerFixture &f, HttpRequest &) { f.clock.advanceSeconds(300); },
        "403 url-expired");
    row("authorization", header("authorization", "Bearer x"), "400 unexpected-authorization");
    row("shorter", body("on"), "400 size-mismatch");
    row("longer", body("onee"), "400 size-mismatch");
    row("other bytes", body("two"), "422 digest-mismatch");
    row(
        "less than announced", [](ServerFixture &, HttpRequest &r) { r.body = "on"; },
        "400 size-mismatch");
    row(
        "more than announced", [](ServerFixture &, HttpRequest &r) { r.body = "onee"; },
        "400 size-mismatch");
    row(
        "GET instead", [](ServerFixture &, HttpRequest &r) { r.method = "GET"; },
        "405 method-not-allowed");
}

void TestShareRouter::putChecks()
{
    QFETCH(Change, change);
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QString id = f.open(ann, u"sales-2026"_s);
    f.last = f.call("POST", protocol::pathPushParts(id), ann,
                    ServerFixture::registration(Manifest, Parts).toJson());
    const auto answer = protocol::RegisteredParts::fromJson(ServerFixture::json(f.last));
    QVERIFY(answer);
    HttpRequest request = ServerFixture::signedRequest("PUT", answer->parts[0].url, "one");
    change(f, request);
    const HttpResponse response = f.send(request);
    QTEST(ServerFixture::outcome(response), "outcome");
    // What was refused left nothing behind, and did not arrive.
    const QByteArray hex = Parts[0].entry().sha256.toHex();
    const QStringList files =
        f.files.list(f.folder.filePath(u"blobs/"_s + QString::fromLatin1(hex.left(2)))).valueOr({});
    QCOMPARE(files.size(), response.status == 200 ? 1 : 0);
}

void TestShareRouter::getChecks_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const Change &change, const char *outcome,
                        const char *bytes = "") {
        QTest::newRow(name) << change << QByteArray(outcome) << QByteArray(bytes);
    };
    row(
        "nothing wrong", [](ServerFixture &, HttpRequest &) {}, "200", "manifest");
    row(
        "forged", [](ServerFixture &, HttpRequest &r) { r.query.replace("size=8", "size=9"); },
        "403 url-invalid");
    row(
        "after 299 s", [](ServerFixture &f, HttpRequest &) { f.clock.advanceSeconds(299); }, "200",
        "manifest");
    row(
        "after 300 s", [](ServerFixture &f, HttpRequest &) { f.clock.advanceSeconds(300); },
        "403 url-expired");
    row("authorization", header("authorization", "Bearer x"), "400 unexpected-authorization");
    row("first byte", header("range", "bytes=0-0"), "206", "m");
    row("from the middle", header("range", "bytes=4-"), "206", "fest");
    row("last three", header("range", "bytes=-3"), "206", "est");
    row("beyond the end", header("range", "bytes=6-100"), "206", "st");
    row("last hundred", header("range", "bytes=-100"), "206", "manifest");
    row("behind the end", header("range", "bytes=8-"), "416 range-invalid");
    row("backwards", header("range", "bytes=3-2"), "416 range-invalid");
    row("nothing", header("range", "bytes=-0"), "416 range-invalid");
    row("two ranges", header("range", "bytes=0-1,3-4"), "416 range-invalid");
    row("other unit", header("range", "lines=0-1"), "416 range-invalid");
    row("signed number", header("range", "bytes=+1-2"), "416 range-invalid");
    row(
        "PUT instead", [](ServerFixture &, HttpRequest &r) { r.method = "PUT"; },
        "405 method-not-allowed");
}

void TestShareRouter::getChecks()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, bytes);
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    f.push(ann, u"sales-2026"_s, Manifest, Parts);
    const auto answer = protocol::PullAnswer::fromJson(
        ServerFixture::json(f.call("POST", u"/v1/shares/sales-2026/pull"_s, ann)));
    QVERIFY(answer);
    QCOMPARE(answer->urlExpiresAtMs, ServerFixture::Start + 300'000);
    HttpRequest request = ServerFixture::signedRequest("GET", answer->manifest.url);
    change(f, request);
    const HttpResponse response = f.send(request);
    QTEST(ServerFixture::outcome(response), "outcome");
    if (response.file)
        QCOMPARE(ServerFixture::bytesOf(response), bytes);
    if (response.status == 416)
        QCOMPARE(response.header("content-range").value_or(""), "bytes */8");
}

void TestShareRouter::auditFailureGivesNoUrl()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    f.push(ann, u"sales-2026"_s, Manifest, Parts);
    QVERIFY(ServerFixture::runSql(f.folder.filePath(u"passel.db"_s),
                                  u"CREATE TRIGGER t BEFORE INSERT ON pull_records BEGIN "
                                  "SELECT RAISE(ABORT, 'no'); END"_s));
    const HttpResponse response = f.call("POST", u"/v1/shares/sales-2026/pull"_s, ann);
    QCOMPARE(ServerFixture::outcome(response), "503 audit-unavailable");
    QVERIFY(!response.body.contains("signature"));
}

void TestShareRouter::pathsAndMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("outcome");
    const auto row = [](const char *method, const char *text, const char *outcome) {
        QTest::addRow("%s %s", method, text)
            << QByteArray(method) << QByteArray(text) << QByteArray(outcome);
    };
    row("GET", "/", "404 not-found");
    row("GET", "/v1", "404 not-found");
    row("GET", "/v1/", "404 not-found");
    row("GET", "/v2/server", "404 not-found");
    row("POST", "/v1/server", "405 method-not-allowed");
    row("PUT", "/v1/shares/sales-2026", "405 method-not-allowed");
    row("GET", "/v1/shares/", "400 key-invalid");
    row("GET", "/v1/shares/x", "400 key-invalid");
    row("GET", "/v1/shares/sales-2026/", "404 not-found");
    row("GET", "/v1/shares/sales-2026/none", "404 not-found");
    row("GET", "/v1/pushes/0", "404 push-not-found");
    row("GET", "/v1/pushes/0123456789abcdef0123456789abcdef", "404 push-not-found");
    row("GET", "/store/get/", "403 url-invalid");
    row("GET", "/store/", "404 not-found");
    row("DELETE", "/v1/tokens/none", "404 token-not-found");
}

void TestShareRouter::pathsAndMethods() // SEC-40
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    ServerFixture f;
    HttpRequest request = f.request(method, QString::fromLatin1(path), f.token(u"ann"_s));
    QTEST(ServerFixture::outcome(f.send(request)), "outcome");
}

void TestShareRouter::publicCalls()
{
    ServerFixture f;
    HttpRequest request;
    request.method = "GET";
    request.peer = "192.0.2.7";
    request.headers = {{"host", "share.test"}};
    request.path = "/v1/server";
    const auto info = protocol::ServerInfo::fromJson(ServerFixture::json(f.send(request)));
    QVERIFY(info);
    QCOMPARE(info->serverTimeMs, ServerFixture::Start);
    QCOMPARE(info->storageHosts, QStringList{u"share.test"_s});
    QCOMPARE(info->ttlCapSeconds, 604'800);
    request.path = "/healthz";
    QCOMPARE(f.send(request).status, 200);
    request.path = "/metrics";
    QVERIFY(f.send(request).body.contains("passel_requests_total 2\n"));
    // The page is the same for every name, has no script and may load nothing.
    f.push(f.token(u"ann"_s), u"sales-2026"_s, Manifest, Parts);
    request.path = "/s/sales-2026";
    const HttpResponse present = f.send(request);
    request.path = "/s/sales-2027";
    const HttpResponse absent = f.send(request);
    QCOMPARE(present.status, 200);
    QCOMPARE(present.headers, absent.headers);
    QCOMPARE(present.body, QByteArray(absent.body).replace("sales-2027", "sales-2026"));
    QVERIFY(
        present.header("content-security-policy").value_or("").startsWith("default-src 'none'"));
    QVERIFY(!present.body.contains("<script"));
    request.path = "/s/<b>";
    QVERIFY(!f.send(request).body.contains("<b>"));
}

void TestShareRouter::problemsAreWellFormed()
{
    QSet<QByteArray> seen;
    for (const QByteArray &slug : problemSlugs()) {
        QVERIFY(!seen.contains(slug));
        seen.insert(slug);
        const HttpResponse response = problemResponse(problem(slug));
        QVERIFY(response.status >= 400 && response.status < 600);
        const auto parsed = protocol::Problem::fromJson(ServerFixture::json(response));
        QVERIFY(parsed);
        QCOMPARE(parsed->slug, slug);
        QVERIFY(!parsed->title.isEmpty());
        QVERIFY(!parsed->instance.isEmpty());
        QCOMPARE(response.header("content-type").value_or(""), "application/problem+json");
        QCOMPARE(response.header("cache-control").value_or(""), "no-store");
    }
}

QByteArrayList *loggedLines = nullptr;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    loggedLines->append(message.toUtf8());
}

void TestShareRouter::nothingSecretInAnswers() // SEC-33, SEC-42
{
    QByteArrayList logged;
    loggedLines = &logged;
    const auto before = qInstallMessageHandler(keepLog);
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const ShareCode code = ShareCode::generate();
    protocol::OpenPush withCode;
    withCode.access = protocol::Access::Code;
    withCode.codeVerifier = code.verifier(u"sales-2026");
    f.push(ann, u"sales-2026"_s, Manifest, Parts, withCode);
    HttpRequest request = f.request("POST", u"/v1/shares/sales-2026/pull"_s, {});
    ServerFixture::setHeader(request, "passel-code", code.symbols());
    const HttpResponse pulled = f.send(request);
    const auto answer = protocol::PullAnswer::fromJson(ServerFixture::json(pulled));
    QVERIFY(answer);
    f.files.failFrom(1); // and now everything goes wrong
    f.send(ServerFixture::signedRequest("GET", answer->manifest.url));
    const HttpResponse failed = f.push(ann, u"sales-2027"_s, {"other"}, {{"other part"}});
    qInstallMessageHandler(before);
    QVERIFY(failed.status >= 500);
    QVERIFY(!failed.body.contains(f.folder.path().toUtf8()));
    QVERIFY(!logged.isEmpty());
    const QByteArray signature =
        answer->manifest.url.query().section(u"signature="_s, 1).toLatin1();
    for (const QByteArray &line : std::as_const(logged)) {
        QVERIFY(!line.contains(ann));
        QVERIFY(!line.contains(code.symbols()));
        QVERIFY(!line.contains(signature));
        QVERIFY(!line.contains("sales-2026"));
    }
}

void TestShareRouter::answersAreLoggedByTheirId() // SEC-42
{
    QByteArrayList logged;
    loggedLines = &logged;
    const auto before = qInstallMessageHandler(keepLog);
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    HttpRequest stray = f.request("GET", u"/nowhere"_s, ann);
    HttpRequest unsignedPut = ServerFixture::signedRequest(
        "PUT", QUrl(QString::fromLatin1("http://share.test" + QByteArray(UrlSigner::PutPrefix))),
        "bytes");
    const QList<HttpResponse> answers{f.call("GET", u"/v1/shares/absent"_s, ann),
                                      f.sendUnchecked(stray), f.sendUnchecked(unsignedPut),
                                      f.router->refuse("malformed-request")};
    qInstallMessageHandler(before);
    for (const HttpResponse &answer : answers) {
        const QByteArray id =
            ServerFixture::json(answer).value(u"instance"_s).toString().toLatin1();
        QVERIFY(!id.isEmpty());
        const QByteArray status = " status=" + QByteArray::number(answer.status) + ' ';
        const auto tells = [&](const QByteArray &line) {
            return line.contains(id) && line.contains(status);
        };
        QCOMPARE(std::count_if(logged.begin(), logged.end(), tells), 1);
    }
}

QTEST_GUILESS_MAIN(TestShareRouter)
#include "tst_sharerouter.moc"
