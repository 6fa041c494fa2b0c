// gzip in and out: bounded, checked, one layer.
#include "core/io/gzip.h"
#include "tests/io/writehelp.h"

#include <zlib.h>

using namespace passel;
using namespace passel::test;

namespace {

QByteArray packed(const QByteArray &bytes, int level = 6)
{
    QByteArray out;
    GzipWriter writer(
        [&out](QByteArrayView part) -> Result<void> {
            out += part;
            return {};
        },
        level);
    if (!writer.write(bytes) || !writer.finish())
        return "failed";
    return out;
}

QByteArray table(int rows)
{
    QByteArray text = "a,b\n";
    for (int i = 0; i < rows; ++i)
        text += QByteArray::number(i) + ",x" + QByteArray::number(i * 7919 % 10'007) + "\n";
    return text;
}

} // namespace

class TestGzip : public QObject
{
    Q_OBJECT

private slots:
    void unpacks_data();
    void unpacks();
    void refuses_data();
    void refuses();
    void errorsInsideHaveLines();
    void ratioLimit();
    void equalContentEqualFiles();
    void foreignGunzipReadsOurs();
};

void TestGzip::unpacks_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("rows");
    QTest::newRow("small") << packed(table(3)) << qsizetype(3);
    QTest::newRow("larger than the buffers") << packed(table(100'000)) << qsizetype(100'000);
    QTest::newRow("two members") << packed("a,b\n1,2\n") + packed("3,4\n") << qsizetype(2);
    QTest::newRow("zeros behind") << packed("a,b\n1,2\n") + QByteArray(512, '\0') << qsizetype(1);
    QTest::newRow("JSON inside") << packed("[{\"a\":1},{\"a\":2}]") << qsizetype(2);
}

void TestGzip::unpacks()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qsizetype, rows);
    for (const qint64 chunk : {0, 100}) {
        const Result<ReadOutcome> read = readText(bytes, chunk, QStringLiteral("no suffix"));
        QVERIFY_RESULT(read);
        QCOMPARE(read->array.rowCount(), rows);
        QCOMPARE(read->report.options.compression, "gzip");
    }
}

void TestGzip::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    const QByteArray good = packed(table(1000));
    QByteArray badCheck = good;
    badCheck[badCheck.size() - 6] = static_cast<char>(badCheck[badCheck.size() - 6] ^ 1);
    QByteArray badLength = good;
    badLength[badLength.size() - 2] = static_cast<char>(badLength[badLength.size() - 2] ^ 1);
    QByteArray badData = good;
    badData[good.size() / 2] = static_cast<char>(badData[good.size() / 2] ^ 0x55);
    QTest::newRow("SEC-06 wrong checksum") << badCheck << QByteArray("checksum");
    QTest::newRow("SEC-06 wrong length") << badLength << QByteArray("checksum");
    QTest::newRow("SEC-06 cut in the middle")
        << good.first(good.size() / 2) << QByteArray("truncated");
    QTest::newRow("SEC-06 cut in the trailer") << good.chopped(3) << QByteArray("truncated");
    QTest::newRow("SEC-06 only the mark") << good.first(5) << QByteArray("truncated");
    QTest::newRow("SEC-06 something behind") << good + "hello" << QByteArray("trailing-bytes");
    QTest::newRow("SEC-06 gzip in gzip") << packed(good) << QByteArray("nested-archive");
    QTest::newRow("SEC-06 nothing inside") << packed("") << QByteArray("empty-input");
    QTest::newRow("SEC-07 pickle inside")
        << packed(QByteArray("\x80\x04\x95\x10\0\0\0\0\0\0\0.", 12))
        << QByteArray("pickle-refused");
    QTest::newRow("SEC-06 a bomb")
        << packed("a\n" + QByteArray(20'000'000, 'x'), 9) << QByteArray("expand-limit");
}

void TestGzip::refuses()
{
    QFETCH(QByteArray, bytes);
    const Result<ReadOutcome> read = readText(bytes);
    QVERIFY(!read);
    QTEST(read.error().code(), "code");
    // A byte of the compressed file stands on no line.
    QVERIFY(!read.error().place().line);
}

// What is wrong with the text inside still has its line.
void TestGzip::errorsInsideHaveLines()
{
    const Result<ReadOutcome> read = readText(packed("[{\"a\":1},\n{\"a\":"));
    QVERIFY(!read);
    QCOMPARE(read.error().code(), "truncated");
    QCOMPARE(read.error().place().line.value_or(0), 2);
}

// 200:1 counts from the first MiB on: at the ratio it passes, above it does not.
void TestGzip::ratioLimit()
{
    // Rows of one letter pack about 1000:1; random letters in front lower the ratio.
    QByteArray text = "a\n";
    for (int i = 0; i < 500'000; ++i)
        text += "xxxxxxxxx\n";
    const Result<ReadOutcome> bomb = readText(packed(text, 9));
    QVERIFY(!bomb);
    QCOMPARE(bomb.error().code(), "expand-limit");
    QVERIFY(bomb.error().message().contains(QStringLiteral("200")));
    ReadOptions options;
    options.format = "csv";
    options.compression = "gzip";
    options.allowExpand = true;
    const Result<ReadOutcome> allowed = readText(packed(text, 9), 0, {}, options);
    QVERIFY_RESULT(allowed);
    QCOMPARE(allowed->array.rowCount(), 500'000);
    // Under one MiB any ratio is fine.
    const Result<ReadOutcome> small = readText(packed(text.first(1'000'002), 9));
    QVERIFY_RESULT(small);
}

void TestGzip::equalContentEqualFiles()
{
    QCOMPARE(packed(table(10)), packed(table(10)));
}

void TestGzip::foreignGunzipReadsOurs()
{
    const QByteArray text = table(100'000);
    const QByteArray bytes = packed(text);
    QByteArray out(text.size() + 10, '\0');
    z_stream zlib{};
    QCOMPARE(inflateInit2(&zlib, 15 + 16), Z_OK);
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    zlib.avail_in = static_cast<uInt>(bytes.size());
    zlib.next_out = reinterpret_cast<Bytef *>(out.data());
    zlib.avail_out = static_cast<uInt>(out.size());
    QCOMPARE(inflate(&zlib, Z_FINISH), Z_STREAM_END);
    out.truncate(static_cast<qsizetype>(zlib.total_out));
    inflateEnd(&zlib);
    QCOMPARE(out, text);
}

QTEST_GUILESS_MAIN(TestGzip)
#include "tst_gzip.moc"
