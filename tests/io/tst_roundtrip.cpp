// No text is lost: any table of any cells goes through CSV and JSON and comes back byte for byte.
#include "tests/io/writehelp.h"

#include <QDate>

#include <rapidcheck.h>

using namespace passel;
using namespace passel::test;

namespace {

using Cell = std::optional<std::string>; // nothing = missing
using Table = std::vector<std::vector<Cell>>;

// Cells that look like types, almost like types, and like trouble.
rc::Gen<std::string> anyCell()
{
    return rc::gen::oneOf(
        rc::gen::map(rc::gen::arbitrary<int>(), [](int n) { return std::to_string(n); }),
        rc::gen::map(rc::gen::inRange(-5000, 5000),
                     [](int n) { return QByteArray::number(n / 100.0, 'f', 2).toStdString(); }),
        rc::gen::map(rc::gen::arbitrary<double>(),
                     [](double n) { return QByteArray::number(n, 'g', 17).toStdString(); }),
        rc::gen::map(rc::gen::inRange(0, 30'000),
                     [](int day) {
                         return QDate(1970, 1, 1).addDays(day).toString(Qt::ISODate).toStdString();
                     }),
        rc::gen::element<std::string>(
            "", "0", "-0", "00", "007", "+1", "+0", "-1", "1.", ".5", "1e5", "1E5", "1e-07", "true",
            "false", "Yes", "no", "NA", "None", "null", "NaN", "inf", "1,5", "1;5", "\"", "\"\"",
            "a\"b", "x\ny", "x\r\ny", "\r", "\n", " ", "\t", "=1+1", "01/02/2003", "31/12/2003",
            "1/2/2003", "12:30", "1:30", "2020-01-02T03:04:05Z", "2020-01-02 03:04:05.120",
            "12345678901234567890", "+4930123456", "\xC3\xA9", "\xF0\x9F\x98\x80", "0.10", "100000",
            "1e20", "5e-324"),
        rc::gen::container<std::string>(
            rc::gen::element('a', 'b', ',', '"', '\n', '\r', '1', '.')));
}

// A column is mostly of one kind, with strangers; that is where typing is hard.
rc::Gen<Table> anyTable()
{
    return rc::gen::exec([] {
        const int columns = *rc::gen::inRange(1, 5);
        const int rows = *rc::gen::inRange(0, 40);
        Table table(static_cast<size_t>(rows));
        for (int c = 0; c < columns; ++c) {
            const std::vector<std::string> kinds =
                *rc::gen::container<std::vector<std::string>>(3, anyCell());
            const int strange = *rc::gen::element(0, 0, 1, 10);
            for (int r = 0; r < rows; ++r) {
                const int die = *rc::gen::inRange(0, 20);
                Cell cell;
                if (die < strange)
                    cell = *anyCell();
                else if (die < 18)
                    cell = kinds[static_cast<size_t>(die) % 3];
                table[static_cast<size_t>(r)].push_back(cell);
            }
        }
        return table;
    });
}

QByteArray csvOf(const Table &table, size_t columns, bool quoteAll)
{
    QByteArray text;
    for (size_t c = 0; c < columns; ++c)
        text += (c > 0 ? QByteArray(",c") : QByteArray("c")) + QByteArray::number(int(c));
    text += "\n";
    for (const auto &row : table) {
        for (size_t c = 0; c < row.size(); ++c) {
            if (c > 0)
                text += ',';
            if (!row[c])
                continue;
            QByteArray cell = QByteArray::fromStdString(*row[c]);
            const bool needs = quoteAll || cell.isEmpty() || cell.contains(',')
                               || cell.contains('"') || cell.contains('\n') || cell.contains('\r');
            text += needs ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
        }
        text += "\n";
    }
    return text;
}

void expectTable(const DocumentArray &array, const Table &table, size_t columns)
{
    RC_ASSERT(array.rowCount() == static_cast<qsizetype>(table.size()));
    RC_ASSERT(array.columnCount() == static_cast<qsizetype>(columns));
    for (size_t r = 0; r < table.size(); ++r) {
        for (size_t c = 0; c < columns; ++c)
            RC_ASSERT(array.tryText(static_cast<qsizetype>(r), static_cast<qsizetype>(c))
                      == table[r][c]);
    }
    RC_ASSERT(array.verify().hasValue());
}

ReadOptions csvOptions()
{
    ReadOptions options;
    options.format = "csv";
    return options;
}

} // namespace

class TestRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void everyCellSurvivesCsv();
    void untouchedFileIsWrittenEqual();
    void textsSurviveJson();
    void chunkBordersChangeNothing();
    void manySegments();
};

void TestRoundTrip::everyCellSurvivesCsv()
{
    QVERIFY(rc::check("cells -> CSV -> array", [] {
        const Table table = *anyTable();
        const size_t columns = table.empty() ? 1 : table.front().size();
        const QByteArray text = csvOf(table, columns, *rc::gen::arbitrary<bool>());
        const qint64 chunk = *rc::gen::element(0, 8, 64, 200);
        const auto read = readText(text, chunk, {}, csvOptions());
        RC_ASSERT(read.hasValue());
        // Quoted or not, a cell is its text; only missing cells differ from all others.
        expectTable(read->array, table, columns);
    }));
}

void TestRoundTrip::untouchedFileIsWrittenEqual()
{
    QVERIFY(rc::check("CSV -> array -> CSV", [] {
        const Table table = *anyTable();
        const size_t columns = table.empty() ? 1 : table.front().size();
        const QByteArray text = csvOf(table, columns, false);
        const auto read = readText(text, *rc::gen::element(0, 8, 64), {}, csvOptions());
        RC_ASSERT(read.hasValue());
        WriteOptions options = format("csv");
        options.formulaGuard = false;
        RC_ASSERT(written(read->array, options) == text);
    }));
}

void TestRoundTrip::textsSurviveJson()
{
    QVERIFY(rc::check("array -> JSON -> array -> JSON", [] {
        const Table table = *anyTable();
        const size_t columns = table.empty() ? 1 : table.front().size();
        const auto read = readText(csvOf(table, columns, false), 0, {}, csvOptions());
        RC_ASSERT(read.hasValue());
        const char *name = *rc::gen::element("json", "ndjson");
        const QByteArray text = written(read->array, format(name));
        ReadOptions options;
        options.format = name;
        const auto back = readText(text, *rc::gen::element(0, 8, 64), {}, options);
        if (table.empty() && !back) { // no line at all
            RC_ASSERT(back.error().code() == "empty-input");
            return;
        }
        RC_ASSERT(back.hasValue());
        RC_ASSERT(back->array.rowCount() == read->array.rowCount());
        RC_ASSERT(written(back->array, format(name)) == text);
    }));
}

void TestRoundTrip::chunkBordersChangeNothing()
{
    QVERIFY(rc::check("the same table whatever the chunks", [] {
        const Table table = *anyTable();
        const size_t columns = table.empty() ? 1 : table.front().size();
        const QByteArray text = csvOf(table, columns, false);
        const auto whole = readText(text, 0, {}, csvOptions());
        const auto pieces = readText(text, 8, {}, csvOptions());
        RC_ASSERT(whole.hasValue() && pieces.hasValue());
        for (qsizetype c = 0; c < whole->array.columnCount(); ++c)
            RC_ASSERT(whole->array.field(c).type.kind == pieces->array.field(c).type.kind);
    }));
}

// More rows than a segment and a block hold, every type, strangers late.
void TestRoundTrip::manySegments()
{
    QByteArray text = "i,f,d,t,b,n\n";
    for (int i = 0; i < 50'000; ++i) {
        text += QByteArray::number(i) + "," + QByteArray::number(i / 4.0, 'f', 2) + ","
                + QDate(1990, 1, 1).addDays(i % 9000).toString(Qt::ISODate).toLatin1() + ",t"
                + QByteArray::number(i % 100) + "," + (i % 2 ? "true" : "false") + ",";
        if (i % 3)
            text += QByteArray::number(i % 5 ? i * 1.5 : i);
        text += "\n";
    }
    for (const qint64 chunk : {0, 4096}) {
        const auto read = readText(text, chunk);
        QVERIFY_RESULT(read);
        QCOMPARE(typesText(read->array), "int|float64(.2)|date(%Y-%m-%d)|text|bool|float64");
        QCOMPARE(written(read->array, format("csv")), text);
        QVERIFY_RESULT(read->array.verify());
    }
}

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
