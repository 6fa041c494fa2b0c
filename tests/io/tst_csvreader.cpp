// CSV as the real world writes it: one row an oddity, each read with chunk borders everywhere.
#include "core/array/document.h"
#include "tests/io/readhelp.h"
#include "tests/support/faultyfilesystem.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>

using namespace passel;
using namespace passel::test;

class TestCsvReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void tellsWhatItSkips_data();
    void tellsWhatItSkips();
    void refuses_data();
    void refuses();
    void notesSayWhy_data();
    void notesSayWhy();
    void typesComeFromTheWholeColumn();
    void issuesHavePlaces();
    void firstRowsComeEarly();
    void cancels();
    void rolesByName();
    void asTextOnly();
    void legacyBytesFarBehindTheHead();
    void badByteAmongUtf8_data();
    void badByteAmongUtf8();
    void changedWhileRead_data();
    void changedWhileRead();
};

void TestCsvReader::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("types");
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QByteArray>("warnings");
    const auto row = [](const char *title, const QByteArray &text, const char *types,
                        const char *cells, const char *warnings = "") {
        QTest::newRow(title) << text << QByteArray(types) << QByteArray(cells)
                             << QByteArray(warnings);
    };
    row("plain", "a,b\n1,x\n2,y\n", "int|text", "1|x / 2|y");
    row("no line end at the end", "a,b\n1,x\n2,y", "int|text", "1|x / 2|y");
    row("CRLF", "a,b\r\n1,x\r\n2,y\r\n", "int|text", "1|x / 2|y");
    row("CR alone", "a,b\r1,x\r2,y\r", "int|text", "1|x / 2|y");
    row("all line ends mixed", "a,b\n1,x\r\n2,y\r3,z\n", "int|text", "1|x / 2|y / 3|z");
    row("quoted", "a,b\n\"1\",\"x\"\n", "int|text", "1|x");
    row("doubled quotes", "a,b\n1,\"say \"\"hi\"\"\"\n", "int|text", "1|say \"hi\"");
    row("delimiter in quotes", "a,b\n1,\"x,y\"\n", "int|text", "1|x,y");
    row("line end in quotes", "a,b\n1,\"x\ny\"\n2,\"p\r\nq\"\n", "int|text", "1|x\ny / 2|p\r\nq");
    row("missing and empty differ", "a,b\nx,\ny,\"\"\n", "text|text", "x|~ / y|''");
    row("missing numbers", "a,b\n1,\n,2\n", "int|int", "1|~ / ~|2");
    row("all missing", "a,b\n1,\n2,\n", "int|text", "1|~ / 2|~");
    row("NA is a value", "a,b\n1,NA\n2,DE\n", "int|text", "1|NA / 2|DE");
    row("None beside numbers", "a,b\nx,None\ny,3\n", "text|text", "x|None / y|3");
    row("header only", "a,b\n", "text|text", "");
    row("BOM",
        "\xEF\xBB\xBF"
        "a,b\n1,x\n",
        "int|text", "1|x");
    row("UTF-16 with mark",
        QByteArray("\xFF\xFE"
                   "a\0,\0b\0\n\0"
                   "1\0,\0\xE9\0\n\0",
                   18),
        "int|text", "1|\xC3\xA9");
    row("UTF-16 without mark",
        QByteArray("a\0,\0b\0\n\0"
                   "1\0,\0x\0\n\0",
                   16),
        "int|text", "1|x");
    row("Latin 1", "name,n\nM\xFCller,1\nJ\xF6rg,2\n", "text|int",
        "M\xC3\xBCller|1 / J\xC3\xB6rg|2");
    row("leading zeros stay", "plz\n01067\n80331\n", "text", "01067 / 80331");
    row("sixteen digits stay", "n\n1234567890123456\n1\n", "text", "1234567890123456 / 1");
    row("fifteen digits are a number", "n\n123456789012345\n1\n", "int", "123456789012345 / 1");
    row("telephone numbers stay", "t\n+4930123456\n+4930123457\n", "text",
        "+4930123456 / +4930123457");
    row("explicit plus", "t,u\nx,+1\ny,-2\nz,+0\n", "text|int(+)", "x|+1 / y|-2 / z|+0");
    row("minus zero stays", "t,n\nx,-0\ny,1\n", "text|text", "x|-0 / y|1");
    row("decimals", "a,n\nx,1.5\ny,2.25\n", "text|float64", "x|1.5 / y|2.25");
    row("fixed decimals", "a,n\nx,1.50\ny,2.25\n", "text|float64(.2)", "x|1.50 / y|2.25");
    row("whole among decimals", "a,n\nx,1\ny,2.5\n", "text|float64", "x|1 / y|2.5");
    row("point zero", "a,n\nx,1.0\ny,2.5\nz,3.25\n", "text|float64(.0e)", "x|1.0 / y|2.5 / z|3.25");
    row("decimal commas", "a;n\nx;1,5\ny;2,25\n", "text|float64(,)", "x|1,5 / y|2,25");
    row("exponent before a decimal comma", "a;n\nx;1E5\ny;1,5\n", "text|text", "x|1E5 / y|1,5");
    row("exponent behind a decimal comma", "a;n\nx;1,5\ny;1E5\n", "text|text", "x|1,5 / y|1E5");
    row("exponents", "a,n\nx,1e-07\ny,2.5\n", "text|float64", "x|1e-07 / y|2.5");
    row("odd cells keep their text", "a,n\nx,1.50\ny,2.25\nz,7\nw,0.50\n", "text|float64(.2)",
        "x|1.50 / y|2.25 / z|7 / w|0.50");
    row("seventeen digits keep their text", "a,n\nx,0.12345678901234567\ny,2.5\n", "text|float64",
        "x|0.12345678901234567 / y|2.5");
    row("not numbers", "a,n\nx,.5\ny,5.\nz,1e\n", "text|text", "x|.5 / y|5. / z|1e");
    row("hexadecimal is text", "a,n\nx,0x10\ny,0x11\n", "text|text", "x|0x10 / y|0x11");
    row("words of truth", "a,b\nx,true\ny,false\n", "text|bool", "x|true / y|false");
    row("Yes and No", "a,b\nx,Yes\ny,No\n", "text|bool(Yes|No)", "x|Yes / y|No");
    row("mixed words", "a,b\nx,Yes\ny,no\n", "text|text", "x|Yes / y|no");
    row("ISO dates", "a,d\nx,2020-02-29\ny,1999-12-31\n", "text|date(%Y-%m-%d)",
        "x|2020-02-29 / y|1999-12-31");
    row("no such day", "a,d\nx,2021-02-29\ny,1999-12-31\n", "text|text",
        "x|2021-02-29 / y|1999-12-31");
    row("dates with points", "a,d\nx,31.12.1999\ny,01.02.2003\n", "text|date(%d.%m.%Y)",
        "x|31.12.1999 / y|01.02.2003");
    row("loose dates", "a,d\nx,1.12.1999\ny,11.2.2003\n", "text|date(%e.%-m.%Y)",
        "x|1.12.1999 / y|11.2.2003");
    row("month first, proved", "a,d\nx,01/02/2003\ny,01/31/2003\n", "text|date(%m/%d/%Y)",
        "x|01/02/2003 / y|01/31/2003");
    row("day first, proved", "a,d\nx,01/02/2003\ny,31/01/2003\n", "text|date(%d/%m/%Y)",
        "x|01/02/2003 / y|31/01/2003");
    row("day or month", "a,d\nx,01/02/2003\ny,03/04/2003\n", "text|text",
        "x|01/02/2003 / y|03/04/2003");
    row("both orders", "a,d\nx,31/01/2003\ny,01/31/2003\n", "text|text",
        "x|31/01/2003 / y|01/31/2003");
    row("month names", "a,d\nx,03-Mar-2020\ny,14-Oct-2021\n", "text|date(%d-%b-%Y)",
        "x|03-Mar-2020 / y|14-Oct-2021");
    row("short years", "a,d\nx,1/8/90 0:00\ny,12/31/90 13:05\n", "text|timestamp(%-m/%e/%y %k:%M)",
        "x|1/8/90 0:00 / y|12/31/90 13:05");
    row("times", "a,t\nx,09:30\ny,23:59\n", "text|time(%H:%M)", "x|09:30 / y|23:59");
    row("AM and PM", "a,t\nx,09:30 AM\ny,12:59 PM\nz,12:00 AM\n", "text|time(%I:%M %p)",
        "x|09:30 AM / y|12:59 PM / z|12:00 AM");
    row("no such hour", "a,t\nx,25:30\ny,23:59\n", "text|text", "x|25:30 / y|23:59");
    row("time stamps", "a,t\nx,2020-01-02 03:04:05\ny,2020-01-02 03:04:06\n",
        "text|timestamp(%Y-%m-%d %H:%M:%S)", "x|2020-01-02 03:04:05 / y|2020-01-02 03:04:06");
    row("time stamps in UTC", "a,t\nx,2020-01-02T03:04:05.123Z\ny,2020-01-02T03:04:06.000Z\n",
        "text|timestamp(%Y-%m-%dT%H:%M:%S.%3fZ)",
        "x|2020-01-02T03:04:05.123Z / y|2020-01-02T03:04:06.000Z");
    row("time stamps with an offset",
        "a,t\nx,2020-01-02T03:04:05+02:00\ny,2020-01-02T03:04:06+02:00\n",
        "text|timestamp(%Y-%m-%dT%H:%M:%S%z)",
        "x|2020-01-02T03:04:05+02:00 / y|2020-01-02T03:04:06+02:00");
    row("dates and time stamps", "a,t\nx,2020-01-02\ny,2020-01-02T03:04:06\n", "text|text",
        "x|2020-01-02 / y|2020-01-02T03:04:06");
    row("short row", "a,b,c\n1,2,3\n4,5\n6,7,8\n", "int|int|int", "1|2|3 / 4|5|~ / 6|7|8",
        "ragged-rows:1");
    row("long row", "a,b\n1,2\n3,4,5\n6,7\n8,9\n", "int|int|int", "1|2|~ / 3|4|5 / 6|7|~ / 8|9|~",
        "ragged-rows:1");
    row("blank lines between", "a,b\n1,2\n\n\n3,4\n", "int|int", "1|2 / 3|4", "ragged-rows:1");
    row("blank lines at the end", "a,b\n1,2\n\n\n", "int|int", "1|2");
    row("blank lines in one column", "a\nx\n\ny\n", "text", "x / ~ / y");
    row("two columns without a name", "a,,\n1,2,3\n", "int|int|int", "1|2|3", "duplicate-header:1");
    row("one column without a name", ",a\n1,2\n", "int|int", "1|2");
    row("same header twice", "a,a\n1,2\n", "int|int", "1|2", "duplicate-header:1");
    row("empty header name", "a,,c\n1,2,3\n", "int|int|int", "1|2|3");
    row("stray quote inside", "a,b\n1,5\" pipe\n2,x\n", "int|text", "1|5\" pipe / 2|x",
        "stray-quote:1");
    row("stray quote behind", "a,b\n1,\"x\"y\n2,z\n", "int|text", "1|\"x\"y / 2|z",
        "stray-quote:1");
    row("stray quotes do not swallow rows", "a,b\n1,5\"\n2,6\"\n3,\"7,8\"\n", "int|text",
        "1|5\" / 2|6\" / 3|7,8", "stray-quote:2");
    row("blank before a quote", "a,b\n1, \"x\"\n", "int|text", "1| \"x\"", "stray-quote:2");
    row("NUL bytes", QByteArray("a,b\n1,x\0y\n2,zzzzzzzzzzzzzzzzz\n", 30), "int|text",
        QByteArray("1|x\0y / 2|zzzzzzzzzzzzzzzzz", 27).constData());
    row("blanks are kept", "a,b\n1, x \n2,y\n", "int|text", "1| x  / 2|y");
    row("a cell of blanks", "a,b\n1, \n2,y\n", "int|text", "1|  / 2|y");
    row("wide characters", "a,b\n1,\xE4\xB8\xAD\n2,\xF0\x9F\x98\x80\n", "int|text",
        "1|\xE4\xB8\xAD / 2|\xF0\x9F\x98\x80");
    row("formula is data", "a,b\n1,=1+1\n", "int|text", "1|=1+1");
    row("infinity is text", "a,b\nx,inf\ny,nan\n", "text|text", "x|inf / y|nan");
    row("huge exponent is text", "a,b\nx,1e999\ny,1.5\n", "text|text", "x|1e999 / y|1.5");
}

void TestCsvReader::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cells);
    QFETCH(QByteArray, warnings);
    if (qstrcmp(QTest::currentDataTag(), "NUL bytes") == 0) {
        cells = QByteArray("1|x\0y / 2|zzzzzzzzzzzzzzzzz", 27);
        warnings = "nul-bytes:1";
    }
    for (const qint64 chunk : {0, 8, 13, 64}) {
        const Result<ReadOutcome> read = readText(text, chunk);
        QVERIFY_RESULT(read);
        QCOMPARE(tableText(read->array), cells);
        QTEST(typesText(read->array), "types");
        QCOMPARE(warningsText(read->report), warnings);
        QVERIFY_RESULT(read->array.verify());
        QCOMPARE(read->report.rows, read->array.rowCount());
        QCOMPARE(read->report.bytes, text.size());
    }
}

void TestCsvReader::tellsWhatItSkips_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("words"); // empty = no warning
    const auto row = [](const char *title, const QByteArray &text, const char *header,
                        const char *words) {
        QTest::newRow(title) << text << QByteArray(header) << QString::fromUtf8(words);
    };
    row("SEC-04 title", "Report 2024\n\na,b,c\n1,2,3\n4,5,6\n", "a|b|c",
        "Left out 2 line(s) above the table: “Report 2024”.");
    row("SEC-04 comment", "#comment\na,b\n1,2\n", "a|b",
        "Left out 1 line(s) above the table: “#comment”.");
    row("SEC-04 one cell above two", "name\na,b\nc,d\ne,f\n", "a|b",
        "Left out 1 line(s) above the table: “name”.");
    row("Excel's order", "sep=;\na;b\n1;2\n", "a|b", "");
    row("Excel's order, CRLF", "sep=;\r\na;b\r\n1;2\r\n", "a|b", "");
    row("Excel's order, CR alone", "sep=;\ra;b\r1;2\r", "a|b", "");
    row("SEC-04 title, CR alone", "Report\ra,b\r1,2\r3,4\r", "a|b",
        "Left out 1 line(s) above the table: “Report”.");
    row("blank lines", "\n\na,b\n1,2\n3,4\n", "a|b", "");
    row("nothing to skip", "a,b\n1,2\n", "a|b", "");
}

void TestCsvReader::tellsWhatItSkips()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, words);
    for (const qint64 chunk : {0, 8}) {
        const Result<ReadOutcome> read = readText(text, chunk);
        QVERIFY_RESULT(read);
        QTEST(headerText(read->array), "header");
        QCOMPARE_GE(read->array.rowCount(), 1);
        QCOMPARE(read->report.issues.count(), words.isEmpty() ? 0 : 1);
        if (words.isEmpty())
            continue;
        const Issue &issue = read->report.issues.kept().front();
        QCOMPARE(issue.code, QByteArray("ragged-rows"));
        QCOMPARE(issue.line, 1);
        QCOMPARE(issue.message, words);
    }
}

void TestCsvReader::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<qint64>("line");
    const auto row = [](const char *title, const QByteArray &text, const char *code, qint64 line) {
        QTest::newRow(title) << text << QByteArray(code) << line;
    };
    row("SEC-03 nothing at all", "", "empty-input", 0);
    row("SEC-03 only a mark", "\xEF\xBB\xBF", "empty-input", 0);
    row("SEC-03 only blank lines", "\n\n\r\n", "empty-input", 0);
    row("SEC-03 quote never closed", "a,b\n1,2\n3,\"x\n4,5\n", "unterminated-quote", 3);
    row("SEC-03 quote never closed in the header", "a,\"b\n1,2\n", "unterminated-quote", 1);
    row("SEC-03 a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "not-text", 0);
    row("SEC-03 random bytes",
        QByteArray::fromHex("0102030405060708f1f2f3f4f5f60b0c0e0f101112131415"), "not-text", 0);
    row("SEC-07 a pickle", QByteArray("\x80\x04\x95\x10\0\0\0\0\0\0\0.", 12), "pickle-refused", 0);
    row("SEC-07 a pickle in letters", "cos\nsystem\n(S'true'\ntR.", "pickle-refused", 0);
    row("SEC-07 a framed pickle",
        QByteArray("\x01\0\0\0\0\0\0\0\x01\0\0\0\x20\x80\x04\x95\x10\0\0\0", 20), "pickle-refused",
        0);
}

void TestCsvReader::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, line);
    for (const qint64 chunk : {0, 8}) {
        const Result<ReadOutcome> read = readText(text, chunk);
        QVERIFY(!read);
        QTEST(read.error().code(), "code");
        QVERIFY(read.error().message().endsWith(u'.'));
        QCOMPARE(read.error().place().line.value_or(0), line);
    }
}

void TestCsvReader::notesSayWhy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("leading zero") << QByteArray("a\n1\n007\n") << QStringLiteral("007");
    QTest::newRow("digits") << QByteArray("a\n1234567890123456\n")
                            << QStringLiteral("more than 15 digits");
    QTest::newRow("telephone") << QByteArray("a,b\nx,+4930123456\n") << QStringLiteral("telephone");
    QTest::newRow("day or month") << QByteArray("a\n01/02/2003\n") << QStringLiteral("day");
}

void TestCsvReader::notesSayWhy()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, part);
    ReadOptions options;
    options.format = "csv";
    const Result<ReadOutcome> read = readText(text, 0, {}, options);
    QVERIFY_RESULT(read);
    const Field &field = read->array.schema().fields().back();
    QCOMPARE(field.type.kind, TypeKind::Text);
    QVERIFY2(field.note.contains(part), qPrintable(field.note));
}

// PUBLIC.md's trap: 1,325 rows of digits, some with leading zeros, then `CUB`.
void TestCsvReader::typesComeFromTheWholeColumn()
{
    QByteArray text = "a,b,c\n";
    for (int i = 0; i < 5000; ++i)
        text += QByteArray::number(i) + "," + (i == 4900 ? "CUB" : QByteArray::number(10 + i % 80))
                + "," + (i == 4990 ? QByteArray("0.5") : QByteArray::number(i)) + "\n";
    for (const qint64 chunk : {0, 512, 20'000}) {
        const Result<ReadOutcome> read = readText(text, chunk);
        QVERIFY_RESULT(read);
        QCOMPARE(typesText(read->array), "int|text|float64");
        QCOMPARE(read->array.rowCount(), 5000);
        for (qsizetype row = 0; row < 5000; ++row) {
            const QByteArray wanted = row == 4900 ? "CUB" : QByteArray::number(10 + row % 80);
            QCOMPARE(QByteArray::fromStdString(*read->array.tryText(row, 1)), wanted);
        }
        QCOMPARE(*read->array.tryText(4990, 2), "0.5");
        QCOMPARE(*read->array.tryText(4991, 2), "4991");
    }
}

void TestCsvReader::issuesHavePlaces()
{
    const Result<ReadOutcome> read = readText("a,b\n1,2\n\"x\ny\",3\n4\n5,6,7\n", 8);
    QVERIFY_RESULT(read);
    const auto &issues = read->report.issues.kept();
    QCOMPARE(issues.size(), size_t(2));
    QCOMPARE(issues[0].line, 5);
    QCOMPARE(issues[0].column, 1);
    QCOMPARE(issues[1].line, 6);
    QCOMPARE(issues[0].row, 2); // a line is no row, and the row stands in a later chunk
    QCOMPARE(issues[1].row, 3);
    QCOMPARE(headerText(read->array), "a|b|Column 3");
}

void TestCsvReader::firstRowsComeEarly()
{
    QByteArray text = "a,b\n";
    for (int i = 0; i < 100'000; ++i)
        text += QByteArray::number(i) + ",x\n";
    int calls = 0;
    qsizetype rows = 0;
    ReadHooks hooks;
    hooks.onFirstRows = [&](const DocumentArray &array) {
        ++calls;
        rows = array.rowCount();
        QCOMPARE(tableText(array.sliced(0, 2)), "0|x / 1|x");
    };
    const Result<ReadOutcome> read = readBytes(text, {}, {}, {}, hooks);
    QVERIFY_RESULT(read);
    QCOMPARE(calls, 1);
    QCOMPARE_GE(rows, 50);
    QCOMPARE_LT(rows, 100'000);
    QCOMPARE(read->array.rowCount(), 100'000);
}

void TestCsvReader::cancels()
{
    QByteArray text = "a,b\n";
    for (int i = 0; i < 100'000; ++i)
        text += QByteArray::number(i) + ",x\n";
    const TaskContext context;
    ReadHooks hooks;
    hooks.onFirstRows = [&](const DocumentArray &) { context.cancel(); };
    const Result<ReadOutcome> read = readBytes(text, {}, {}, context, hooks);
    QVERIFY(!read);
    QVERIFY(read.error().isCancelled());
}

void TestCsvReader::rolesByName()
{
    const Result<ReadOutcome> read =
        readText("id,text,uri,mime_type,weight,location,text\na,b,c,d,1.5,6,g\nx,y,z,w,2.5,7,h\n");
    QVERIFY_RESULT(read);
    const Schema &schema = read->array.schema();
    QCOMPARE(schema.field(0).role, Role::Id);
    QCOMPARE(schema.field(1).role, Role::Text);
    QCOMPARE(schema.field(2).role, Role::Uri);
    QCOMPARE(schema.field(3).role, Role::MimeType);
    QCOMPARE(schema.field(4).role, Role::Tag);
    QCOMPARE(schema.field(5).role, Role::Tag);
    QCOMPARE(schema.field(6).role, Role::Tag);
    QCOMPARE(read->array.document(1).id(), QStringLiteral("x"));

    // Ids of digits are numbers in their column and still texts as ids.
    const Result<ReadOutcome> numbers = readText("id,n\n17,1\n18,2\n");
    QVERIFY_RESULT(numbers);
    QCOMPARE(numbers->array.field(0).type.kind, TypeKind::Int);
    QCOMPARE(numbers->array.document(1).id(), QStringLiteral("18"));
    const auto row = numbers->array.rowOfId("18");
    QVERIFY_RESULT(row);
    QCOMPARE(*row, 1);
}

void TestCsvReader::asTextOnly()
{
    ReadOptions options;
    options.format = "csv";
    options.types = TypePolicy::Text;
    const Result<ReadOutcome> read = readText("a,b\n1,2020-01-01\n", 0, {}, options);
    QVERIFY_RESULT(read);
    QCOMPARE(typesText(read->array), "text|text");
}

// The head is plain ASCII; the first letter that is no UTF-8 comes much later.
void TestCsvReader::legacyBytesFarBehindTheHead()
{
    QByteArray text = "a,b\n";
    for (int i = 0; i < 60'000; ++i)
        text += QByteArray::number(i) + ",plain\n";
    text += "60000,M\xFCller\n";
    const Result<ReadOutcome> read = readText(text);
    QVERIFY_RESULT(read);
    QCOMPARE(*read->array.tryText(60'000, 1), "M\xC3\xBCller");
    QCOMPARE(warningsText(read->report), "encoding:1");
}

void TestCsvReader::badByteAmongUtf8_data()
{
    QTest::addColumn<int>("rowsBefore");
    QTest::newRow("in the head") << 10;
    QTest::newRow("far behind the head") << 60'000;
}

// One damaged letter must not turn all others into two.
void TestCsvReader::badByteAmongUtf8()
{
    QFETCH(const int, rowsBefore);
    QByteArray text = "a,b\n";
    for (int i = 0; i < rowsBefore; ++i)
        text += QByteArray::number(i) + (i % 5 == 0 ? ",Zo\xC3\xAB\n" : ",plain\n");
    text += "x,\xC3\xA9t\xC3\xA9\nx,M\xFCller\nx,\x80\xC3\nx,\xE2\x82\xAC\nx,"
            "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\n";
    for (const qint64 chunk : {0, 21}) {
        const Result<ReadOutcome> read = readText(text, chunk);
        QVERIFY_RESULT(read);
        QCOMPARE(read->report.options.encoding, QByteArray("UTF-8"));
        QCOMPARE(*read->array.tryText(0, 1), "Zo\xC3\xAB");
        QCOMPARE(*read->array.tryText(rowsBefore, 1), "\xC3\xA9t\xC3\xA9");
        QCOMPARE(*read->array.tryText(rowsBefore + 1, 1), "M\xC3\xBCller");
        QCOMPARE(*read->array.tryText(rowsBefore + 2, 1), "\xE2\x82\xAC\xC3\x83");
        QCOMPARE(*read->array.tryText(rowsBefore + 3, 1), "\xE2\x82\xAC");
        QCOMPARE(warningsText(read->report), QByteArray("encoding:1"));
        const Issue &issue = read->report.issues.kept().front();
        QCOMPARE(issue.line, rowsBefore + 3);
        QCOMPARE(issue.column, 4);
        QVERIFY(issue.message.contains(QStringLiteral(" 3 ")));
    }
}

void TestCsvReader::changedWhileRead_data()
{
    QTest::addColumn<int>("before"); // which reading
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("loads");
    const qint64 whole = 4 + 1000 * 4;
    QTest::newRow("cut at a row's end after the sniffing") << 3 << 4 + 500 * 4LL << false;
    QTest::newRow("cut at a row's end while rows are read") << 40 << 4 + 500 * 4LL << false;
    QTest::newRow("cut before what was read already") << 100 << 4 + 50 * 4LL << false;
    QTest::newRow("grown") << 40 << whole + 400 << false;
    QTest::newRow("other bytes, the same size") << 40 << whole << false;
    QTest::newRow("not changed") << 0 << whole << true;
}

void TestCsvReader::changedWhileRead()
{
    QFETCH(const int, before);
    QFETCH(const qint64, size);
    QFETCH(const bool, loads);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("t.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray text = "a,b\n";
    for (int i = 0; i < 1000; ++i)
        text += "1,x\n";
    QCOMPARE(file.write(text), text.size());
    file.close();
    FaultyFileSystem files;
    if (before > 0)
        files.doAt(before, FaultyFileSystem::Read, [&] {
            QFile other(path);
            if (other.open(QIODevice::ReadWrite) && other.resize(size))
                (void)other.setFileTime(QDateTime::currentDateTime().addSecs(-60),
                                        QFileDevice::FileModificationTime);
        });
    ReadHooks hooks;
    hooks.chunkBytes = 32;
    hooks.firstChunkBytes = 32;
    const Result<ReadOutcome> read = readFile(files, path, {}, {}, hooks);
    QCOMPARE(read.hasValue(), loads);
    if (loads)
        return;
    QCOMPARE(read.error().code(), QByteArray("changed"));
    QCOMPARE(read.error().kind(), ErrorKind::Io);
    QCOMPARE(read.error().place().source, path);
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
