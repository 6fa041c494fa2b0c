// JSON out: what was not touched is written back equal; DocArray's form has all its members.
#include "tests/io/writehelp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace passel;
using namespace passel::test;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private slots:
    void comesBack_data();
    void comesBack();
    void formsOfTextFilesBecomeJson();
    void documentsHaveAllMembers();
    void documentsComeBack();
    void oneNameTwice();
    void oneTagTwice();
    void idsBesideAColumnOfThatName();
};

void TestJsonWriter::comesBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("values of every kind") << QByteArray(
        "{\"a\":1,\"b\":\"x\",\"c\":true,\"d\":1.5,\"e\":{\"k\": [1, 2]},\"f\":null}\n");
    QTest::newRow("number texts") << QByteArray("{\"a\":1.50}\n{\"a\":1e2}\n{\"a\":2.5}\n");
    QTest::newRow("mixed") << QByteArray("{\"a\":1}\n{\"a\":\"x\"}\n{\"a\":[]}\n");
    QTest::newRow("long number") << QByteArray("{\"a\":12345678901234567890}\n{\"a\":1}\n");
    QTest::newRow("escapes") << QByteArray("{\"a\":\"\\\"\\\\\\n\\t\\u0001\"}\n");
    QTest::newRow("dates") << QByteArray("{\"a\":\"2020-01-02T03:04:05Z\"}\n");
    QTest::newRow("odd names") << QByteArray("{\"a \\\"b\\\"\":1,\"\":2}\n");
    QTest::newRow("not finite") << QByteArray("{\"a\":NaN}\n{\"a\":1.5}\n");
}

void TestJsonWriter::comesBack()
{
    QFETCH(QByteArray, text);
    const Result<ReadOutcome> read = readText(text, 0, QStringLiteral("x.ndjson"));
    QVERIFY_RESULT(read);
    QCOMPARE(written(read->array, format("ndjson")), text);
    QByteArray list = text;
    list.chop(1);
    list = "[" + list.replace("\n", ",\n") + "]\n";
    const Result<ReadOutcome> readList = readText(list, 0, QStringLiteral("x.json"));
    QVERIFY_RESULT(readList);
    QCOMPARE(written(readList->array, format("json")), list);
}

void TestJsonWriter::formsOfTextFilesBecomeJson()
{
    const Result<ReadOutcome> read = readText("a;b;c;d\n+1;1,5;Yes;007\n-2;2,5;No;1\n");
    QVERIFY_RESULT(read);
    QCOMPARE(typesText(read->array), "int(+)|float64(,)|bool(Yes|No)|text");
    QCOMPARE(written(read->array, format("ndjson")),
             "{\"a\":1,\"b\":1.5,\"c\":true,\"d\":\"007\"}\n"
             "{\"a\":-2,\"b\":2.5,\"c\":false,\"d\":\"1\"}\n");
}

// FORMATS §4: 19 members in this order, null when empty, whole numbers in tags with a point.
void TestJsonWriter::documentsHaveAllMembers()
{
    const Result<ReadOutcome> read = readText("id,text,n,s\na,x,1,y\nb,,2,\n");
    QVERIFY_RESULT(read);
    WriteOptions options = format("json");
    options.asDocuments = true;
    const QByteArray text = written(read->array, options);
    QVERIFY(
        text.startsWith("[{\"id\": \"a\", \"parent_id\": null, \"granularity\": null, "
                        "\"adjacency\": null, \"blob\": null, \"tensor\": null, "
                        "\"mime_type\": null, \"text\": \"x\", \"weight\": null, \"uri\": null, "
                        "\"tags\": {\"n\": 1.0, \"s\": \"y\"}, "));
    const QJsonArray list = QJsonDocument::fromJson(text).array();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].toObject().size(), 19);
    QVERIFY(!list[1].toObject()[QStringLiteral("tags")].toObject().contains(QStringLiteral("s")));
}

void TestJsonWriter::documentsComeBack()
{
    const QByteArray text =
        R"([{"id":"a","text":"x","blob":"aGk=","weight":0.5,"tags":{"n":1.5,"opt":null},"embedding":[0.5,1.5],"location":[1.0,2.0],"scores":{"cos":{"value": 1.0}},"chunks":[{"id":"a1","text":"y","tags":{"k":"v"}}]},{"id":"b","chunks":null}])";
    const Result<ReadOutcome> read = readText(text, 0, QStringLiteral("x.json"));
    QVERIFY_RESULT(read);
    WriteOptions options = format("json");
    options.asDocuments = true;
    const Result<ReadOutcome> back =
        readText(written(read->array, options), 0, QStringLiteral("x.json"));
    QVERIFY_RESULT(back);
    QVERIFY(back->array.equals(read->array));
}

void TestJsonWriter::oneNameTwice()
{
    const Result<ReadOutcome> read = readText("n,n,n 2,n\n1,2,3,4\n");
    QVERIFY_RESULT(read);
    for (const char *name : {"json", "ndjson"}) {
        WriteReport report;
        const Result<ReadOutcome> back = readText(written(read->array, format(name), &report), 0,
                                                  QStringLiteral("x.") + QLatin1String(name));
        QVERIFY_RESULT(back);
        QCOMPARE(headerText(back->array), "n|n 3|n 2|n 4");
        QCOMPARE(tableText(back->array), "1|2|3|4");
        QVERIFY(back->report.issues.isEmpty());
        QCOMPARE(report.issues.count("duplicate-key"), 2);
        QVERIFY(report.issues.kept().front().message.contains(QStringLiteral("n 3")));
    }
    WriteReport report;
    (void)written(read->array, format("csv"), &report);
    QVERIFY(report.issues.isEmpty()); // a table of text may repeat a name
}

void TestJsonWriter::oneTagTwice()
{
    const Result<ReadOutcome> read = readText("id,n,n\na,x,y\n");
    QVERIFY_RESULT(read);
    WriteOptions options = format("json");
    options.asDocuments = true;
    WriteReport report;
    const Result<ReadOutcome> back =
        readText(written(read->array, options, &report), 0, QStringLiteral("x.json"));
    QVERIFY_RESULT(back);
    QCOMPARE(headerText(back->array), "id|n|n 2");
    QCOMPARE(tableText(back->array), "a|x|y");
    QCOMPARE(report.issues.count("duplicate-key"), 1);
}

void TestJsonWriter::idsBesideAColumnOfThatName()
{
    const Result<ReadOutcome> read = readText("ID,n\na,x\n");
    QVERIFY_RESULT(read);
    Field field = read->array.field(0);
    field.name = QStringLiteral("id");
    field.role = Role::Tag;
    WriteOptions options = format("json");
    options.withIds = true;
    WriteReport report;
    const QByteArray text = written(read->array.withField(0, field), options, &report);
    QVERIFY(text.contains("\"id 2\":\"a\""));
    QCOMPARE(report.issues.count("duplicate-key"), 1);
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
