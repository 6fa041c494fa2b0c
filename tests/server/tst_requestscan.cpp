// The strict scan: what RFC 9112 leaves to chance is refused before any parser sees it (SEC-41).
#include "core/server/requestscan.h"

#include <QTest>

using namespace passel;

class TestRequestScan : public QObject
{
    Q_OBJECT

private slots:
    void heads_data();
    void heads();
    void limits_data();
    void limits();
    void valuesAreRead();
    void noByteCrashes();
};

namespace {

QByteArray scan(const QByteArray &block)
{
    const ScannedHead head =
        scanHead(block, [](const QByteArray &host) { return host == "share.test"; });
    if (const auto *slug = std::get_if<QByteArray>(&head))
        return *slug;
    return "taken";
}

QByteArray get(const QByteArray &fields, const QByteArray &target = "/v1/server")
{
    return "GET " + target + " HTTP/1.1\r\nHost: share.test\r\n" + fields + "\r\n";
}

} // namespace

void TestRequestScan::heads_data()
{
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<QByteArray>("outcome");
    const auto row = [](const char *name, const QByteArray &block, const char *outcome) {
        QTest::newRow(name) << block << QByteArray(outcome);
    };
    const char *const bad = "malformed-request";
    row("plain", get({}), "taken");
    row("blanks around a value", get("Accept: \t */* \t\r\n"), "taken");
    row("empty value", get("Accept:\r\n"), "taken");
    row("host in capitals", "GET / HTTP/1.1\r\nHOST: SHARE.TEST\r\n\r\n", "taken");
    row("two lengths", get("Content-Length: 1\r\nContent-Length: 2\r\n"), bad);
    row("one length twice", get("Content-Length: 2\r\nContent-Length: 2\r\n"), bad);
    row("length as a list", get("Content-Length: 2, 2\r\n"), bad);
    row("length with sign", get("Content-Length: +2\r\n"), bad);
    row("length negative", get("Content-Length: -2\r\n"), bad);
    row("length hexadecimal", get("Content-Length: 0x2\r\n"), bad);
    row("length with blank inside", get("Content-Length: 1 2\r\n"), bad);
    row("length empty", get("Content-Length:\r\n"), bad);
    row("length too long", get("Content-Length: 9999999999999999\r\n"), bad);
    row("length and chunked", get("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n"), bad);
    row("chunked", get("Transfer-Encoding: chunked\r\n"), "taken");
    row("chunked twice", get("Transfer-Encoding: chunked, chunked\r\n"), bad);
    row("gzip, chunked", get("Transfer-Encoding: gzip, chunked\r\n"), bad);
    row("identity", get("Transfer-Encoding: identity\r\n"), bad);
    row("unknown coding", get("Transfer-Encoding: xchunked\r\n"), bad);
    row("chunked in capitals", get("Transfer-Encoding: Chunked\r\n"), bad);
    row("space before colon", get("Accept : x\r\n"), bad);
    row("space in name", get("Acc ept: x\r\n"), bad);
    row("empty name", get(": x\r\n"), bad);
    row("no colon", get("Accept\r\n"), bad);
    row("obsolete folding", get("Accept: a\r\n b\r\n"), bad);
    row("folding after the request line", "GET / HTTP/1.1\r\n Host: share.test\r\n\r\n", bad);
    row("bare LF", "GET / HTTP/1.1\nHost: share.test\r\n\r\n", bad);
    row("bare CR", get("Accept: a\rb\r\n"), bad);
    row("NUL in value", get(QByteArray("Accept: a\0b\r\n", 14)), bad);
    row("control byte in value", get("Accept: a\x01\r\n"), bad);
    row("DEL in value", get("Accept: a\x7f\r\n"), bad);
    row("eighth bit in value", get("Accept: \xc3\xa9\r\n"), bad);
    row("eighth bit in name", get("Acc\xc3\xa9: x\r\n"), bad);
    row("any name twice", get("Accept: a\r\naccept: b\r\n"), bad);
    row("no host", "GET / HTTP/1.1\r\n\r\n", bad);
    row("empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", bad);
    row("two hosts", get("Host: share.test\r\n"), bad);
    row("host with user", "GET / HTTP/1.1\r\nHost: a@share.test\r\n\r\n", bad);
    row("foreign host", "GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n", "wrong-host");
    row("HTTP/1.0", "GET / HTTP/1.0\r\nHost: share.test\r\n\r\n", "http-version");
    row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: share.test\r\n\r\n", "http-version");
    row("HTTP/2.0", "GET / HTTP/2.0\r\nHost: share.test\r\n\r\n", "http-version");
    row("HTTP/11", "GET / HTTP/11\r\nHost: share.test\r\n\r\n", bad);
    row("no version", "GET /\r\nHost: share.test\r\n\r\n", bad);
    row("version in small letters", "GET / http/1.1\r\nHost: share.test\r\n\r\n", bad);
    row("two blanks", "GET  / HTTP/1.1\r\nHost: share.test\r\n\r\n", bad);
    row("tab for blank", "GET\t/\tHTTP/1.1\r\nHost: share.test\r\n\r\n", bad);
    row("blank first", " GET / HTTP/1.1\r\nHost: share.test\r\n\r\n", bad);
    row("empty line first", "\r\nGET / HTTP/1.1\r\nHost: share.test\r\n\r\n", bad);
    row("blank in target", get({}, "/a b"), bad);
    row("absolute form", get({}, "http://share.test/"), bad);
    row("authority form", "CONNECT share.test:443 HTTP/1.1\r\nHost: share.test\r\n\r\n", bad);
    row("asterisk form", "OPTIONS * HTTP/1.1\r\nHost: share.test\r\n\r\n", bad);
    row("two slashes", get({}, "//share.test/"), bad);
    row("encoded slash", get({}, "/v1/shares/a%2Fb"), bad);
    row("encoded hash", get({}, "/s/a%23b"), bad);
    row("encoded NUL", get({}, "/s/a%00b"), bad);
    row("encoded backslash", get({}, "/s/a%5Cb"), bad);
    row("overlong UTF-8", get({}, "/s/%C0%AF"), bad);
    row("backslash", get({}, "/s/a\\b"), bad);
    row("fragment", get({}, "/s/a#b"), bad);
    row("dots", get({}, "/v1/../etc"), bad);
    row("dots at the end", get({}, "/v1/.."), bad);
    row("dot", get({}, "/v1/./server"), bad);
    row("query", get({}, "/store/get/x?a=1&b=2"), "taken");
    row("unknown method", "BREW / HTTP/1.1\r\nHost: share.test\r\n\r\n", "method-not-allowed");
    row("HEAD", "HEAD / HTTP/1.1\r\nHost: share.test\r\n\r\n", "method-not-allowed");
    row("TRACE", "TRACE / HTTP/1.1\r\nHost: share.test\r\n\r\n", "method-not-allowed");
    row("method in small letters", "get / HTTP/1.1\r\nHost: share.test\r\n\r\n",
        "method-not-allowed");
    row("method with bracket", "G[T / HTTP/1.1\r\nHost: share.test\r\n\r\n", bad);
    row("content coding", get("Content-Encoding: gzip\r\n"), "media-type");
    row("100-continue", get("Expect: 100-continue\r\n"), "taken");
    row("other expectation", get("Expect: 200-ok\r\n"), "expectation-failed");
    row("upgrade", get("Upgrade: h2c\r\nConnection: upgrade\r\n"), bad);
    row("connection with more", get("Connection: close, x\r\n"), bad);
    row("trailer announced", get("Trailer: X\r\n"), bad);
    row("TE", get("TE: trailers\r\n"), bad);
    row("no empty line", "GET / HTTP/1.1\r\nHost: share.test\r\n", bad);
    row("nothing", {}, bad);
    row("empty lines only", "\r\n\r\n", bad);
}

void TestRequestScan::heads()
{
    QFETCH(QByteArray, block);
    QTEST(scan(block), "outcome");
}

void TestRequestScan::limits_data()
{
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<QByteArray>("outcome");
    const auto row = [](const char *name, const QByteArray &block, const char *outcome) {
        QTest::newRow(name) << block << QByteArray(outcome);
    };
    row("target of 4 KiB", get({}, '/' + QByteArray(4095, 'a')), "taken");
    row("target of 4 KiB and 1", get({}, '/' + QByteArray(4096, 'a')), "target-too-long");
    row("header of 8 KiB", get("X: " + QByteArray(8189, 'a') + "\r\n"), "taken");
    row("too long and malformed",
        get("Content-Length: 1\r\nContent-Length: 2\r\n", '/' + QByteArray(4096, 'a')),
        "malformed-request");
    row("header of 8 KiB and 1", get("X: " + QByteArray(8190, 'a') + "\r\n"), "header-too-large");
    QByteArray fields;
    for (int i = 0; i < 99; ++i)
        fields += 'x' + QByteArray::number(i) + ": a\r\n";
    row("100 headers", get(fields), "taken");
    row("101 headers", get(fields + "Y: a\r\n"), "header-too-large");
    const auto sized = [](qsizetype size) {
        QByteArray many;
        for (int i = 0; i < 4; ++i)
            many += 'x' + QByteArray::number(i) + ": " + QByteArray(7000, 'a') + "\r\n";
        const qsizetype rest = size - get(many + "y: \r\n").size();
        return get(many + "y: " + QByteArray(rest, 'a') + "\r\n");
    };
    row("32 KiB in all", sized(32LL * 1024), "taken");
    row("32 KiB and 1 in all", sized(32LL * 1024 + 1), "header-too-large");
}

void TestRequestScan::limits()
{
    heads();
}

void TestRequestScan::valuesAreRead()
{
    const ScannedHead head =
        scanHead("PUT /store/put/a?b=c HTTP/1.1\r\nHost: share.test\r\nContent-Length: 12\r\n"
                 "Connection: close\r\nExpect: 100-Continue\r\nX-Odd:  a b \r\n\r\n",
                 [](const QByteArray &) { return true; });
    const auto *request = std::get_if<HttpRequest>(&head);
    QVERIFY(request);
    QCOMPARE(request->method, "PUT");
    QCOMPARE(request->path, "/store/put/a");
    QCOMPARE(request->query, "b=c");
    QCOMPARE(request->contentLength, 12);
    QVERIFY(!request->keepAlive);
    QVERIFY(request->expectsContinue);
    QCOMPARE(request->header("x-odd").value_or(""), "a b");
    QVERIFY(!request->header("x-other"));
}

// Every byte of a good head replaced by every value: taken or refused, never anything else.
void TestRequestScan::noByteCrashes()
{
    const QByteArray good = get("Content-Length: 2\r\nAccept: x\r\n");
    for (qsizetype i = 0; i < good.size(); ++i) {
        for (int c = 0; c < 256; ++c) {
            QByteArray block = good;
            block[i] = static_cast<char>(c);
            const QByteArray outcome = scan(block);
            if (c < 0x20 && c != '\t' && block != good)
                QVERIFY2(outcome != "taken", block.toHex().constData());
        }
    }
}

QTEST_GUILESS_MAIN(TestRequestScan)
#include "tst_requestscan.moc"
