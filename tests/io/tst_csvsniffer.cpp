// What the first bytes of a text say: delimiter, header, junk, encoding, format.
#include "tests/io/readhelp.h"

using namespace passel;
using namespace passel::test;

class TestCsvSniffer : public QObject
{
    Q_OBJECT

private slots:
    void guesses_data();
    void guesses();
    void refusesBinaryFormats_data();
    void refusesBinaryFormats();
    void everyGuessHasAReason();
    void optionsSurviveJson();
    void unknownOptionsAreRefused_data();
    void unknownOptionsAreRefused();
};

void TestCsvSniffer::guesses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("delimiter");
    QTest::addColumn<bool>("header");
    QTest::addColumn<int>("skip");
    const auto row = [](const char *title, const QByteArray &text, const char *format,
                        const char *delimiter, bool header, int skip, const char *name = "x") {
        QTest::newRow(title) << text << QString::fromLatin1(name) << QByteArray(format)
                             << QByteArray(delimiter) << header << skip;
    };
    row("comma", "a,b\n1,2\n", "csv", ",", true, 0);
    row("semicolon with decimal commas", "a;b\n1,5;2,5\n3,5;4,5\n", "csv", ";", true, 0);
    row("tab", "a\tb\n1\t2\n", "csv", "\t", true, 0);
    row("bar", "a|b\n1|2\n", "csv", "|", true, 0);
    row("sep line", "sep=;\na;b\n1;2\n", "csv", ";", true, 1);
    row("commas inside quotes", "a;b\n\"x,y,z\";1\n\"p,q,r\";2\n", "csv", ";", true, 0);
    row("no header: numbers at once", "1,2\n3,4\n", "csv", ",", false, 0);
    row("header of years", "country,2019,2020\nDE,1.5,2.5\n", "csv", ",", true, 0);
    row("all text: first row is the header", "name,town\nAnn,Rome\nBob,Oslo\n", "csv", ",", true,
        0);
    row("one column", "name\nAnn\nBob\n", "csv", ",", true, 0);
    row("junk lines", "Report of May\nmade by us\na,b,c\n1,2,3\n4,5,6\n7,8,9\n", "csv", ",", true,
        2);
    row("comment lines", "# made by us\na,b\n1,2\n3,4\n", "csv", ",", true, 1);
    row("JSON list in a .csv", "[{\"a\":1},{\"a\":2}]", "json", ",", true, 0, "x.csv");
    row("JSON lines in a .txt", "{\"a\":1}\n{\"a\":2}\n", "ndjson", ",", true, 0, "x.txt");
    row("CSV in a .json", "a,b\n1,2\n", "csv", ",", true, 0, "x.json");
    row("CSV of numbers in a .json", "1,2\n3,4\n", "csv", ",", false, 0, "x.json");
    row("quoted CSV in a .json.gz", "\"a\",\"b\"\n1,2\n", "csv", ",", true, 0, "x.json.gz");
    row("CSV in a .ndjson", "a,b\n1,2\n", "csv", ",", true, 0, "x.ndjson");
    row("CSV of numbers in a .jsonl", "1,2\n3,4\n", "csv", ",", false, 0, "x.jsonl");
    row("one column in a .jsonl", "1\n2\nn/a\n", "csv", ",", false, 0, "x.jsonl");
    row("numbers in a .jsonl", "1\n2\n3\n", "ndjson", ",", false, 0, "x.jsonl");
    row("one object in a .json", "{\n\"a\": 1\n}\n", "json", ",", true, 0, "x.json");
    row("one object", "{\n\"a\": 1\n}\n", "ndjson", ",", true, 0);
    row("JSON lines in a .json", "{\"a\":1}\n{\"a\":2}\n", "ndjson", ",", true, 0, "x.json");
    row("one number in a .json", "42", "json", ",", true, 0, "x.json");
    row("Python's dictionary in a .json", "{'a': 1, 'b': 2}", "ndjson", ",", true, 0, "x.json");
    row("an object larger than the head", "{\n\"a\": [\n" + QByteArray(307'200, ' ') + "]}", "json",
        ",", true, 0);
    row("text that starts with a bracket", "[note],b\n1,2\n3,4\n", "csv", ",", true, 0);
    row("empty JSON list", "[]", "json", ",", true, 0);
    row("tab suffix, one column", "a\n1\n", "csv", "\t", true, 0, "x.tsv");
}

void TestCsvSniffer::guesses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    const auto source = memorySource(text, name);
    const Result<Sniffed> sniffed = sniff(*source);
    QVERIFY_RESULT(sniffed);
    QTEST(sniffed->options.format, "format");
    if (sniffed->options.format == "csv") {
        QTEST(QByteArray(1, sniffed->options.delimiter), "delimiter");
        QTEST(sniffed->options.hasHeader, "header");
        QTEST(static_cast<int>(sniffed->options.skipLines), "skip");
    }
}

void TestCsvSniffer::refusesBinaryFormats_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isDocArray");
    const auto row = [](const char *title, const QByteArray &bytes, const char *name,
                        bool isDocArray) {
        QTest::newRow(title) << bytes << QString::fromLatin1(name) << isDocArray;
    };
    const QByteArray stream("\1\0\0\0\0\0\0\0\1\0\0\0\5\n\3abc", 18);
    row("DocArray's stream", stream, "x", true);
    row("DocArray's empty stream", stream.first(9), "x.bin", true);
    row("DocArray's stream, lz4 documents", stream.first(13) + "\x04\x22\x4D\x18", "x", true);
    row("DocArray's list", "\n\5\n\3abc", "x.protobuf-array", true);
    row("DocArray's list, lz4", "\x04\x22\x4D\x18 abcdef", "x.protobuf-array.lz4", true);
    row("lz4", "\x04\x22\x4D\x18 abcdef", "x.csv.lz4", false);
    row("zlib", "\x78\x9C abcdef", "x", false);
}

void TestCsvSniffer::refusesBinaryFormats()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, name);
    QFETCH(const bool, isDocArray);
    const auto source = memorySource(bytes, name);
    const Result<Sniffed> sniffed = sniff(*source);
    QVERIFY(!sniffed);
    QCOMPARE(sniffed.error().code(), QByteArray("not-text"));
    QCOMPARE(sniffed.error().message().contains(QStringLiteral("DocArray")), isDocArray);
}

void TestCsvSniffer::everyGuessHasAReason()
{
    const auto source = memorySource("a,b\n1,2\n");
    const Result<Sniffed> sniffed = sniff(*source);
    QVERIFY_RESULT(sniffed);
    QCOMPARE_GE(sniffed->guesses.size(), size_t(3));
    for (const Guess &guess : sniffed->guesses) {
        QVERIFY(guess.reason.endsWith(u'.'));
        QVERIFY(!guess.option.isEmpty());
    }
}

void TestCsvSniffer::optionsSurviveJson()
{
    ReadOptions options;
    options.format = "csv";
    options.compression = "gzip";
    options.encoding = "WINDOWS-1252";
    options.delimiter = '\t';
    options.quote = '\0';
    options.hasHeader = false;
    options.skipLines = 3;
    options.types = TypePolicy::Text;
    options.allowExpand = true;
    const Result<ReadOptions> back = ReadOptions::fromJson(options.toJson());
    QVERIFY_RESULT(back);
    QCOMPARE(*back, options);
}

void TestCsvSniffer::unknownOptionsAreRefused_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::newRow("unknown member") << QJsonObject{{QStringLiteral("colour"), 1}};
    QTest::newRow("wrong kind") << QJsonObject{{QStringLiteral("header"), 1}};
    QTest::newRow("long delimiter")
        << QJsonObject{{QStringLiteral("delimiter"), QStringLiteral(",,")}};
    QTest::newRow("no delimiter") << QJsonObject{{QStringLiteral("delimiter"), QString()}};
    QTest::newRow("line end as delimiter")
        << QJsonObject{{QStringLiteral("delimiter"), QStringLiteral("\n")}};
    QTest::newRow("quote is the delimiter")
        << QJsonObject{{QStringLiteral("quote"), QStringLiteral(",")}};
    QTest::newRow("negative lines") << QJsonObject{{QStringLiteral("skipLines"), -1}};
    QTest::newRow("other compression")
        << QJsonObject{{QStringLiteral("compression"), QStringLiteral("rar")}};
}

void TestCsvSniffer::unknownOptionsAreRefused()
{
    QFETCH(QJsonObject, json);
    const Result<ReadOptions> options = ReadOptions::fromJson(json);
    QVERIFY(!options);
    QCOMPARE(options.error().code(), "field-type");
}

QTEST_GUILESS_MAIN(TestCsvSniffer)
#include "tst_csvsniffer.moc"
