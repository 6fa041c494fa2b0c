// CSV out: quoting, missing and empty, the formula guard.
#include "core/io/csvwriter.h"
#include "tests/io/writehelp.h"

#include <QDir>
#include <QTemporaryDir>

using namespace passel;
using namespace passel::test;

class TestCsvWriter : public QObject
{
    Q_OBJECT

private slots:
    void comesBack_data();
    void comesBack();
    void formulas_data();
    void formulas();
    void guardsEachLine();
    void guardIsCountedAndCanBeOff();
    void choices();
    void derivedIds();
    void rowOrder();
    void filesAppearWhole();
    void cancels();
};

void TestCsvWriter::comesBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("a,b\n1,x\n");
    QTest::newRow("missing and empty") << QByteArray("a,b\nx,\n\"\",y\n");
    QTest::newRow("quotes") << QByteArray("a,b\n1,\"say \"\"hi\"\"\"\n");
    QTest::newRow("line ends inside") << QByteArray("a,b\n1,\"x\ny\"\n2,\"p\r\nq\"\n");
    QTest::newRow("delimiter inside") << QByteArray("a,b\n1,\"x,y\"\n");
    QTest::newRow("one column with gaps") << QByteArray("a\nx\n\ny\n\"\"\n");
    QTest::newRow("numbers in every form") << QByteArray("a,b,c\n1.50,007,1e-07\n2.25,8,2.5\n");
    QTest::newRow("dates") << QByteArray("a,b\n31.12.1999,09:30 AM\n01.02.2003,12:00 PM\n");
    QTest::newRow("words") << QByteArray("a,b\nYes,true\nNo,false\n");
    QTest::newRow("odd header") << QByteArray("\"a,b\",,a\n1,2,3\n");
}

void TestCsvWriter::comesBack()
{
    QFETCH(QByteArray, text);
    const Result<ReadOutcome> read = readText(text);
    QVERIFY_RESULT(read);
    QCOMPARE(written(read->array, format("csv")), text);
}

void TestCsvWriter::formulas_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<bool>("formula");
    QTest::newRow("SEC-13 equals") << QByteArray("=1+1") << true;
    QTest::newRow("SEC-13 plus") << QByteArray("+cmd|' /C calc'!A0") << true;
    QTest::newRow("SEC-13 minus") << QByteArray("-2+3") << true;
    QTest::newRow("SEC-13 at") << QByteArray("@SUM(A1)") << true;
    QTest::newRow("SEC-13 blank first") << QByteArray("  =1") << true;
    QTest::newRow("SEC-13 hard blank first") << QByteArray("\xC2\xA0=1") << true;
    QTest::newRow("SEC-13 full width") << QByteArray("\xEF\xBC\x9D"
                                                     "1")
                                       << true;
    QTest::newRow("SEC-13 full width at") << QByteArray("\xEF\xBC\xA0"
                                                        "x")
                                          << true;
    QTest::newRow("SEC-13 tab") << QByteArray("\t=1") << true;
    QTest::newRow("SEC-13 carriage return") << QByteArray("\r=1") << true;
    QTest::newRow("SEC-13 second line") << QByteArray("hello\n=1+1") << true;
    QTest::newRow("SEC-13 behind a lone return") << QByteArray("hello\r=1+1") << true;
    QTest::newRow("SEC-13 behind two lone returns") << QByteArray("hello\r\r=1+1") << true;
    QTest::newRow("SEC-13 lone returns") << QByteArray("a\rb\r\rc") << false;
    QTest::newRow("SEC-13 return at a line's begin") << QByteArray("a\n\rb") << true;
    QTest::newRow("SEC-13 minus zero") << QByteArray("-0") << false;
    QTest::newRow("SEC-13 many digits") << QByteArray("-12345678901234567890") << false;
    QTest::newRow("SEC-13 leading zeros") << QByteArray("-007") << false;
    QTest::newRow("SEC-13 no digit before the point") << QByteArray("-.5") << false;
    QTest::newRow("SEC-13 decimal comma") << QByteArray("-1,5E+3") << false;
    QTest::newRow("SEC-13 sign alone") << QByteArray("-") << true;
    QTest::newRow("SEC-13 number, then more") << QByteArray("-5e") << true;
    QTest::newRow("SEC-13 telephone") << QByteArray("+49 30 1") << true;
    QTest::newRow("SEC-13 negative number") << QByteArray("-12.5") << false;
    QTest::newRow("SEC-13 signed number") << QByteArray("+12") << false;
    QTest::newRow("SEC-13 exponent") << QByteArray("-1e5") << false;
    QTest::newRow("SEC-13 text") << QByteArray("a=b") << false;
    QTest::newRow("SEC-13 blank") << QByteArray("  ") << false;
    QTest::newRow("SEC-13 nothing") << QByteArray("") << false;
    QTest::newRow("SEC-13 Windows lines") << QByteArray("a\r\n\r\nb") << false;
}

void TestCsvWriter::formulas()
{
    QFETCH(QByteArray, cell);
    QFETCH(bool, formula);
    QCOMPARE(looksLikeFormula({cell.constData(), static_cast<size_t>(cell.size())}), formula);
}

void TestCsvWriter::guardsEachLine()
{
    const Result<ReadOutcome> read = readText("a,b\n1,\"x\r=1\n-2\r\n@y\rz\"\n");
    QVERIFY_RESULT(read);
    QCOMPARE(written(read->array, format("csv")), "a,b\n1,\"x\r'=1\n'-2\r\n'@y\rz\"\n");
}

void TestCsvWriter::guardIsCountedAndCanBeOff()
{
    const Result<ReadOutcome> read = readText("a,b\nx,=1+1\ny,-5\nz,\"p\n=2\"\n");
    QVERIFY_RESULT(read);
    WriteReport report;
    QCOMPARE(written(read->array, format("csv"), &report), "a,b\nx,'=1+1\ny,-5\nz,\"p\n'=2\"\n");
    QCOMPARE(report.guardedCells, 2);
    WriteOptions options = format("csv");
    options.formulaGuard = false;
    QCOMPARE(written(read->array, options, &report), "a,b\nx,=1+1\ny,-5\nz,\"p\n=2\"\n");
    QCOMPARE(report.guardedCells, 0);
}

void TestCsvWriter::choices()
{
    const Result<ReadOutcome> read = readText("a,b\n1,x;y\n2,\"p,q\"\n");
    QVERIFY_RESULT(read);
    WriteOptions options = format("csv");
    options.delimiter = ';';
    options.crlf = true;
    QCOMPARE(written(read->array, options), "a;b\r\n1;\"x;y\"\r\n2;p,q\r\n");
    options.withHeader = false;
    QCOMPARE(written(read->array, options), "1;\"x;y\"\r\n2;p,q\r\n");
    // A decimal comma must be quoted where commas divide.
    const Result<ReadOutcome> commas = readText("a;b\nx;1,5\ny;2,5\n");
    QVERIFY_RESULT(commas);
    QCOMPARE(written(commas->array, format("csv")), "a,b\nx,\"1,5\"\ny,\"2,5\"\n");
}

void TestCsvWriter::derivedIds()
{
    const Result<ReadOutcome> read = readText("a\nx\ny\n");
    QVERIFY_RESULT(read);
    WriteOptions options = format("csv");
    options.withIds = true;
    const QByteArray text = written(read->array, options);
    QCOMPARE(text,
             "id,a\n" + read->array.derivedId(0) + ",x\n" + read->array.derivedId(1) + ",y\n");
}

void TestCsvWriter::rowOrder()
{
    const Result<ReadOutcome> read = readText("a,b\n1,x\n2,y\n3,z\n");
    QVERIFY_RESULT(read);
    QCOMPARE(written(read->array.reversed(), format("csv")), "a,b\n3,z\n2,y\n1,x\n");
    QCOMPARE(written(read->array.sliced(1, 1), format("csv")), "a,b\n2,y\n");
}

void TestCsvWriter::filesAppearWhole()
{
    const QTemporaryDir folder;
    const Result<ReadOutcome> read = readText("a,b\n1,x\n2,=y\n");
    QVERIFY_RESULT(read);
    FileSystem &files = FileSystem::system();
    const auto check = [&](const QString &name, const QByteArray &wanted) {
        const QString path = folder.filePath(name);
        const auto report = writeFile(files, path, read->array, {}, {});
        QVERIFY_RESULT(report);
        const auto bytes = readAll(files, path);
        QVERIFY_RESULT(bytes);
        QCOMPARE(report->bytes, bytes->size());
        if (!wanted.isEmpty())
            QCOMPARE(*bytes, wanted);
        const auto back = readFile(files, path, {}, {});
        QVERIFY_RESULT(back);
        QCOMPARE(back->array.rowCount(), 2);
    };
    check(QStringLiteral("a.csv"), "a,b\n1,x\n2,'=y\n");
    check(QStringLiteral("a.tsv"), "a\tb\n1\tx\n2\t'=y\n");
    check(QStringLiteral("a.csv.gz"), {});
    check(QStringLiteral("a.tsv.gz"), {});
    check(QStringLiteral("a.tsv.csv"), "a,b\n1,x\n2,'=y\n");
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("my.tables")));
    check(QStringLiteral("my.tables/a.csv"), "a,b\n1,x\n2,'=y\n");
    check(QStringLiteral("a.json"), "[{\"a\":1,\"b\":\"x\"},\n{\"a\":2,\"b\":\"=y\"}]\n");
    check(QStringLiteral("a.NDJSON"), "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"=y\"}\n");
    const auto refused =
        writeFile(files, folder.filePath(QStringLiteral("a.xyz")), read->array, {}, {});
    QVERIFY(!refused);
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("a.xyz"))));
}

void TestCsvWriter::cancels()
{
    const Result<ReadOutcome> read = readText("a,b\n1,x\n");
    QVERIFY_RESULT(read);
    const QTemporaryDir folder;
    const TaskContext context;
    context.cancel();
    const QString path = folder.filePath(QStringLiteral("a.csv"));
    const auto report = writeFile(FileSystem::system(), path, read->array, {}, context);
    QVERIFY(!report);
    QVERIFY(report.error().isCancelled());
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
