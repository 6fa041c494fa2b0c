// The values of the protocol: written and read back, strict where the server reads, bounded
// everywhere.
#include "core/share/protocol.h"

#include <QJsonArray>
#include <QTest>

using namespace passel;
using namespace passel::protocol;
using namespace Qt::StringLiterals;

namespace {

ShareVersion someVersion()
{
    return {u"sales-2026"_s,   sha256("v"),      sha256("m"), 1234, 5,
            1'700'000'000'000, 1'700'604'800'000};
}

} // namespace

class TestProtocol : public QObject
{
    Q_OBJECT

private slots:
    void times_data();
    void times();
    void clientNames_data();
    void clientNames();
    void tokens();
    void valuesComeBack();
    void requestsAreStrict_data();
    void requestsAreStrict();
    void objectsAreBounded();
    void problemsAreClamped();
    void partsDigestIgnoresOrder();
};

void TestProtocol::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("seconds") << u"2026-11-22T10:00:00Z"_s << qint64(1'795'341'600'000);
    QTest::newRow("fraction") << u"2026-11-22T10:00:00.25Z"_s << qint64(1'795'341'600'250);
    QTest::newRow("nanoseconds") << u"2026-11-22T10:00:00.123456789Z"_s
                                 << qint64(1'795'341'600'123);
    QTest::newRow("no zone") << u"2026-11-22T10:00:00"_s << qint64(-1);
    QTest::newRow("other zone") << u"2026-11-22T10:00:00+01:00"_s << qint64(-1);
    QTest::newRow("no such day") << u"2026-02-30T10:00:00Z"_s << qint64(-1);
    QTest::newRow("blank") << u"2026-11-22 10:00:00Z"_s << qint64(-1);
    QTest::newRow("dot without digits") << u"2026-11-22T10:00:00.Z"_s << qint64(-1);
    QTest::newRow("seconds since 1970") << u"1795341600"_s << qint64(-1);
    QTest::newRow("empty") << QString() << qint64(-1);
}

void TestProtocol::times()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QCOMPARE(timeFromText(text).value_or(-1), ms);
    if (ms >= 0)
        QCOMPARE(timeToText(ms), QString(text.left(19) + u'Z'));
}

void TestProtocol::clientNames_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("valid");
    QTest::newRow("good") << QByteArray("passel-desktop/0.1.0 (linux)") << true;
    QTest::newRow("good, odd system") << QByteArray("x/10.20.9999 (Debian 12; x86_64)") << true;
    QTest::newRow("no system") << QByteArray("passel/0.1.0") << false;
    QTest::newRow("empty system") << QByteArray("passel/0.1.0 ()") << false;
    QTest::newRow("two numbers") << QByteArray("passel/0.1 (linux)") << false;
    QTest::newRow("five digits") << QByteArray("passel/0.1.10000 (linux)") << false;
    QTest::newRow("capital name") << QByteArray("Passel/0.1.0 (linux)") << false;
    QTest::newRow("sign") << QByteArray("passel/0.-1.0 (linux)") << false;
    QTest::newRow("system of 64") << QByteArray("p/0.1.0 (" + QByteArray(64, 'x') + ")") << true;
    QTest::newRow("system of 65") << QByteArray("p/0.1.0 (" + QByteArray(65, 'x') + ")") << false;
    QTest::newRow("name of 32") << QByteArray(QByteArray(32, 'x') + "/0.1.0 (l)") << true;
    QTest::newRow("name of 33") << QByteArray(QByteArray(33, 'x') + "/0.1.0 (l)") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestProtocol::clientNames()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, valid);
    const auto client = ClientName::parse(header);
    QCOMPARE(client.has_value(), valid);
    if (client)
        QCOMPARE(client->toHeader(), header);
}

void TestProtocol::tokens() // SEC-22
{
    const AccessToken token = AccessToken::generate();
    QCOMPARE(token.text().size(), 46);
    QVERIFY(token.text().startsWith("psl_pat_"));
    QCOMPARE(*AccessToken::parse(QByteArray(" " + token.text() + "\n")), token);
    QCOMPARE(token.hash(), blake2b(token.text()));
    QVERIFY(!(AccessToken::generate() == token));
    for (qsizetype i = 0; i < token.text().size(); ++i) {
        QByteArray bad = token.text();
        bad[i] = bad[i] == 'a' ? 'b' : 'a';
        QCOMPARE(AccessToken::parse(bad).error().code(), "token-invalid");
    }
    QVERIFY(!AccessToken::parse({}));
    QVERIFY(!AccessToken::parse(token.text().chopped(1)));
    // Frozen: every token ever given out must keep checking.
    QVERIFY(AccessToken::parse("psl_pat_0000000000000000000000000000000029SxZ3"));
}

template <typename T>
void comesBack(const T &value)
{
    const auto object = parseObject(toBytes(value.toJson()), 1 << 22);
    QVERIFY(object);
    const auto back = T::fromJson(*object);
    QVERIFY2(back, back ? "" : qPrintable(back.error().message()));
    QVERIFY(*back == value);
}

template <typename T>
void requestComesBack(const T &value)
{
    const auto back = T::fromJson(value.toJson(), Unknown::Refuse);
    QVERIFY2(back, back ? "" : qPrintable(back.error().message()));
    QVERIFY(*back == value);
    QJsonObject more = value.toJson();
    more.insert(u"surprise"_s, 1);
    QCOMPARE(T::fromJson(more, Unknown::Refuse).error().code(), "body-invalid");
    QVERIFY(T::fromJson(more, Unknown::Ignore));
}

void TestProtocol::valuesComeBack()
{
    const PartEntry part{sha256("a"), sha256("b"), 7};
    const SignedPart signedPart{part, QUrl(u"https://h:1/store/x?expires=1&signature=ab"_s)};
    ServerInfo info;
    info.protocols = QStringList{QString::fromLatin1(ShareFormat)};
    info.storageHosts = QStringList{u"h:1"_s};
    info.minimumClient = u"0.1.0"_s;
    info.publicUrl = u"https://h:1"_s;
    info.serverTimeMs = 1'700'000'000'000;
    comesBack(info);
    comesBack(OpenedPush{u"id"_s, 1'700'000'000'000, signedPart, 1'700'000'300'000});
    comesBack(RegisteredParts{{{sha256("a"), true, signedPart.url}, {sha256("b"), false, {}}},
                              PartState{sha256("m"), false, {}},
                              1'700'000'300'000});
    comesBack(PushStatus{u"id"_s,
                         u"sales-2026"_s,
                         PushStatus::Complete,
                         1'700'000'000'000,
                         2,
                         14,
                         {sha256("a")},
                         true,
                         someVersion()});
    comesBack(PullAnswer{u"id"_s, someVersion(), u"ann"_s, signedPart, 1'700'000'000'000,
                         1'700'000'001'000});
    comesBack(SignedUrls{{signedPart}, 1'700'000'000'000});
    comesBack(ShareList{{{someVersion(), Access::Code, u"ann"_s, true, 3, 1'700'000'000'000}}});
    comesBack(VersionList{{{someVersion(), true}}});
    requestComesBack(part);
    requestComesBack(OpenPush{sha256("p"), 3600, Access::Code, sha256("c").toHex(), 99});
    requestComesBack(RegisterParts{{part}, part});
    requestComesBack(CompletePush{part, 3, sha256("d")});
    requestComesBack(SignUrls{{sha256("a")}});
    requestComesBack(PatchShare{3600, Access::People, {}});
    requestComesBack(CreateToken{u"laptop"_s, {u"pull"_s, u"push"_s}, 90});
    Problem problem{412,  "version-conflict", u"t"_s,  u"d"_s, u"i"_s, 1, 2,
                    3000, someVersion(),      u"ann"_s};
    comesBack(problem);
}

void TestProtocol::requestsAreStrict_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *title, const QByteArray &body) {
        QTest::newRow(title) << body;
    };
    row("ttl zero", R"({"ttl_seconds":0})");
    row("ttl negative", R"({"ttl_seconds":-1})");
    row("ttl fraction", R"({"ttl_seconds":1.5})");
    row("ttl text", R"({"ttl_seconds":"60"})");
    row("ttl beyond exact", R"({"ttl_seconds":1e300})");
    row("access unknown", R"({"access":"world"})");
    row("code without verifier", R"({"access":"code"})");
    row("verifier without code",
        R"({"access":"owner","code_verifier":")" + sha256("x").toHex() + "\"}");
    row("verifier too short", R"({"access":"code","code_verifier":"ab"})");
    row("parent not hex", R"({"parent":"zz"})");
    row("parent upper case", R"({"parent":")" + sha256("x").toHex().toUpper() + "\"}");
}

void TestProtocol::requestsAreStrict()
{
    QFETCH(QByteArray, body);
    const auto object = parseObject(body);
    QVERIFY(object);
    QCOMPARE(OpenPush::fromJson(*object, Unknown::Refuse).error().code(), "body-invalid");
}

void TestProtocol::objectsAreBounded()
{
    const auto nested = [](int depth) {
        return QByteArray(R"({"a":)").append(depth - 1, '[').append(depth - 1, ']').append('}');
    };
    QVERIFY(parseObject(nested(16)));
    QCOMPARE(parseObject(nested(17)).error().code(), "body-invalid");
    const auto sized = [](qint64 size) {
        return QByteArray(R"({"a":")").append(size - 8, '[').append("\"}");
    };
    QVERIFY(parseObject(sized(JsonBodyLimit)));
    QVERIFY(!parseObject(sized(JsonBodyLimit + 1)));
    QVERIFY(!parseObject("[]"));
    QVERIFY(!parseObject(""));
    QVERIFY(!parseObject("{} {}"));
    RegisterParts request;
    request.parts.fill({sha256("a"), sha256("b"), 7}, PartsPerCall);
    QVERIFY(RegisterParts::fromJson(request.toJson(), Unknown::Refuse));
    QCOMPARE_LE(toBytes(request.toJson()).size(), JsonBodyLimit);
    request.parts += request.parts.front();
    QVERIFY(!RegisterParts::fromJson(request.toJson(), Unknown::Refuse));
}

void TestProtocol::problemsAreClamped() // SEC-34
{
    Problem problem{429, "too-many-requests", {}, {}, {}, {}, 100'000, {}, {}, {}};
    QCOMPARE(Problem::fromJson(problem.toJson())->retryAfter.value(), 900);
    problem.retryAfter = 0;
    QCOMPARE(Problem::fromJson(problem.toJson())->retryAfter.value(), 1);
    QJsonObject foreign = problem.toJson();
    foreign.insert(u"type"_s, u"about:blank"_s);
    QVERIFY(!Problem::fromJson(foreign));
}

void TestProtocol::partsDigestIgnoresOrder()
{
    const Digest a = sha256("a");
    const Digest b = sha256("b");
    QCOMPARE(partsDigestOf({a, b}), partsDigestOf({b, a, b}));
    QVERIFY(partsDigestOf({a}) != partsDigestOf({a, b}));
    QCOMPARE(partsDigestOf({}), sha256({}));
}

QTEST_GUILESS_MAIN(TestProtocol)
#include "tst_protocol.moc"
