// JSON lists and lines, flat and nested, and what is wrong with them; DocArray's two forms.
#include "core/array/document.h"
#include "core/io/tensorjson.h"
#include "tests/io/readhelp.h"

using namespace passel;
using namespace passel::test;

class TestJsonReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void namesOnlyBreakTies();
    void refuses_data();
    void refuses();
    void tensorsKeptAsJson_data();
    void tensorsKeptAsJson();
    void issuesNameTheirRow();
    void documents_data();
    void documents();
    void duplicateMembers_data();
    void duplicateMembers();
    void documentsRefused_data();
    void documentsRefused();
    void tensors_data();
    void tensors();
    void nestedDocuments();
    void nestedListsMayDifferInForm_data();
    void nestedListsMayDifferInForm();
    void plainTablesAreNoDocuments_data();
    void plainTablesAreNoDocuments();
};

void TestJsonReader::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("types");
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QByteArray>("warnings");
    const auto row = [](const char *title, const QByteArray &text, const char *header,
                        const char *types, const char *cells, const char *warnings = "") {
        QTest::newRow(title) << text << QByteArray(header) << QByteArray(types) << QByteArray(cells)
                             << QByteArray(warnings);
    };
    row("list", R"([{"a":1,"b":"x"},{"a":2,"b":"y"}])", "a|b", "int|text", "1|x / 2|y");
    row("lines", "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y\"}\n", "a|b", "int|text", "1|x / 2|y");
    row("lines, blank ones between", "{\"a\":1}\n\n  \n{\"a\":2}", "a", "int", "1 / 2");
    row("lines, CRLF", "{\"a\":1}\r\n{\"a\":2}\r\n", "a", "int", "1 / 2");
    row("one line", "{\"a\":1}\n", "a", "int", "1");
    row("pretty list", "[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 2\n  }\n]\n", "a", "int",
        "1 / 2");
    row("empty list", "[]", "", "", "");
    row("empty objects", "[{},{}]", "", "", " / ");
    row("members come and go", R"([{"a":1},{"b":2},{"a":3,"c":4}])", "a|b|c", "int|int|int",
        "1|~|~ / ~|2|~ / 3|~|4");
    row("other order", R"([{"a":1,"b":2},{"b":3,"a":4}])", "a|b", "int|int", "1|2 / 4|3");
    row("null is missing", R"([{"a":null,"b":1},{"a":2,"b":null}])", "a|b", "int|int", "~|1 / 2|~");
    row("numbers are decimals in the end", R"([{"a":1},{"a":2.5}])", "a", "float64", "1 / 2.5");
    row("numbers keep their text", R"([{"a":1.50},{"a":2.5},{"a":1e2}])", "a", "float64",
        "1.50 / 2.5 / 1e2");
    row("true and false", R"([{"a":true},{"a":false}])", "a", "bool", "true / false");
    row("texts of digits stay text", R"([{"a":"1"},{"a":"2"}])", "a", "text", "1 / 2");
    row("dates", R"([{"a":"2020-01-02"},{"a":"2021-03-04"}])", "a", "date(%Y-%m-%d)",
        "2020-01-02 / 2021-03-04");
    row("a date, then text", R"([{"a":"2020-01-02"},{"a":"soon"}])", "a", "text",
        "2020-01-02 / soon");
    row("nested is kept", R"([{"a":{"x": [1, 2]}},{"a":[ ]}])", "a", "json",
        R"({"x": [1, 2]} / [ ])");
    row("mixed is JSON", R"([{"a":1},{"a":"x"},{"a":true},{"a":null},{"a":[1]}])", "a", "json",
        R"(1 / "x" / true / ~ / [1])");
    row("escapes", R"([{"a":"\u00e9\n\"\\\/\ud83d\ude00"}])", "a", "text",
        "\xC3\xA9\n\"\\/\xF0\x9F\x98\x80");
    row("escaped names", R"([{"\u0061":1},{"a":2}])", "a", "int", "1 / 2");
    row("half a character", R"([{"a":"\ud800"}])", "a", "json", R"("\ud800")", "encoding:1");
    row("half a character in a name", R"([{"\ud800":1,"\ud801":2},{"\ud800":3}])",
        R"(\ud800|\ud801)", "int|int", "1|2 / 3|~", "encoding:3");
    row("empty text", R"([{"a":""},{"a":"x"}])", "a", "text", "'' / x");
    row("empty name", R"([{"":1}])", "", "int", "1");
    row("same name twice", R"([{"a":1,"a":2}])", "a", "int", "2", "duplicate-key:1");
    row("long numbers", R"([{"a":12345678901234567890},{"a":1}])", "a", "json",
        "12345678901234567890 / 1", "number-range:1");
    row("eighteen digits", R"([{"a":123456789012345678}])", "a", "int", "123456789012345678");
    row("not finite", R"([{"a":NaN},{"a":-Infinity},{"a":1.5}])", "a", "float64",
        "NaN / -Infinity / 1.5", "number-range:2");
    row("list of numbers", "[1,2,3]", "value", "int", "1 / 2 / 3");
    row("list of lists", "[[1,2],[3]]", "value", "json", "[1,2] / [3]");
    row("list of anything", R"(["x",{"a":1},null])", "value", "json", R"("x" / {"a":1} / ~)");
    row("blanks everywhere", " [ { \"a\" : 1 , \"b\" : 2 } , { \"a\" : 3 } ] ", "a|b", "int|int",
        "1|2 / 3|~");
    row("brackets in texts", R"([{"a":"]}[{,"},{"a":"\"]"}])", "a", "text", R"(]}[{, / "])");
    row("a list a line", "[1,2]\n[3,4]\n", "value", "json", "[1,2] / [3,4]");
    row("a list a line, CRLF", "[1]\r\n[2]\r\n\r\n[3]", "value", "json", "[1] / [2] / [3]");
    row("a list of objects a line", "[{\"a\":1}]\n[{\"a\":2}]\n", "value", "json",
        R"([{"a":1}] / [{"a":2}])");
    row("a list, then anything a line", "[]\n{\"a\":1}\n\"x\"\n5\n", "value", "json",
        R"([] / {"a":1} / "x" / 5)");
    row("SEC-11 markup is text", R"([{"a":"<img src='file:///x'>"}])", "a", "text",
        "<img src='file:///x'>");
}

void TestJsonReader::reads()
{
    QFETCH(QByteArray, text);
    for (const qint64 chunk : {0, 8, 21}) {
        const Result<ReadOutcome> read = readText(text, chunk, QStringLiteral("x"));
        QVERIFY_RESULT(read);
        QTEST(tableText(read->array), "cells");
        QTEST(headerText(read->array), "header");
        QTEST(typesText(read->array), "types");
        QTEST(warningsText(read->report), "warnings");
        QVERIFY_RESULT(read->array.verify());
    }
}

// The same text is the same table, whatever its file is called; but a .json file is one value, and
// one object is no table.
void TestJsonReader::namesOnlyBreakTies()
{
    const QByteArray object = "{\n  \"a\": 1,\n  \"b\": \"x\"\n}\n";
    for (const char *name : {"x", "x.csv", "x.ndjson"}) {
        const Result<ReadOutcome> read = readText(object, 0, QString::fromLatin1(name));
        QVERIFY_RESULT(read);
        QCOMPARE(tableText(read->array), "1|x");
    }
    for (const QByteArray &text : {object, QByteArray("42")}) {
        const Result<ReadOutcome> one = readText(text, 0, QStringLiteral("x.json"));
        QVERIFY(!one);
        QCOMPARE(one.error().code(), "not-a-table");
    }
}

void TestJsonReader::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<qint64>("line");
    const auto row = [](const char *title, const QByteArray &text, const char *code, qint64 line) {
        QTest::newRow(title) << text << QByteArray(code) << line;
    };
    row("SEC-03 cut in a text", "[{\"a\":1},\n{\"a\":\"x", "truncated", 2);
    row("SEC-03 cut behind an element", "[{\"a\":1}", "truncated", 1);
    row("SEC-03 cut behind a comma", "[{\"a\":1},", "truncated", 1);
    row("SEC-03 comma at the end", "[{\"a\":1},]", "syntax", 1);
    row("SEC-03 no comma", "[{\"a\":1}\n{\"a\":2}]", "syntax", 2);
    row("SEC-03 name without quotes", "[{\"a\":1},\n{a:1}]", "syntax", 2);
    row("SEC-03 leading zero", "[{\"a\":01}]", "syntax", 1);
    row("SEC-03 bad escape", "[{\"a\":\"\\x\"}]", "syntax", 1);
    row("SEC-03 raw line end in a text", "[{\"a\":\"x\ny\"}]", "syntax", 1);
    row("SEC-03 bad line", "{\"a\":1}\n{\"a\":}\n{\"a\":3}\n", "syntax", 2);
    row("SEC-03 two on a line", "{\"a\":1}\n{\"a\":2} {\"a\":3}\n", "syntax", 2);
    row("SEC-03 nested wrongly", "[{\"a\":[1,}]", "syntax", 1);
    row("SEC-03 no object among objects", "[{\"a\":1},\n5]", "mixed-rows", 2);
    row("SEC-09 too deep", "[{\"a\":" + QByteArray(300, '[') + QByteArray(300, ']') + "}]",
        "too-deep", 1);
    row("SEC-09 too deep, never closed", "[{\"a\":" + QByteArray(5'000'000, '['), "too-deep", 1);
    row("SEC-04 something behind the list", "[{\"a\":1}]\nx", "trailing-bytes", 2);
    row("SEC-04 a second list", "[{\"a\":1}] [{\"a\":2}]", "trailing-bytes", 1);
    row("SEC-04 a second list, both on lines", "[\n{\"a\":1}\n]\n[\n{\"a\":2}\n]\n",
        "trailing-bytes", 4);
    row("SEC-03 not UTF-8", "[{\"a\":\"\xC3\xA9\"},{\"a\":\"\xFF\xFE\xFD\"}]", "encoding", 1);
}

void TestJsonReader::refuses()
{
    QFETCH(QByteArray, text);
    ReadOptions options;
    options.format = text.startsWith('[') ? "json" : "ndjson";
    for (const qint64 chunk : {0, 8}) {
        const Result<ReadOutcome> read = readText(text, chunk, QStringLiteral("x"), options);
        QVERIFY(!read);
        QTEST(read.error().code(), "code");
        QTEST(read.error().place().line.value_or(0), "line");
    }
}

void TestJsonReader::documents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("types");
    QTest::addColumn<QByteArray>("cells");
    const auto row = [](const char *title, const QByteArray &text, const char *header,
                        const char *types, const char *cells) {
        QTest::newRow(title) << text << QByteArray(header) << QByteArray(types)
                             << QByteArray(cells);
    };
    row("tags become columns", R"([{"id":"m","tags":{"n":1,"s":"x"}},{"id":"o","tags":null}])",
        "id|n|s", "text|int|text", "m|1|x / o|~|~");
    row("null tags are kept", R"([{"id":"m","tags":{"opt":null,"n":1}}])", "id|tags|n",
        "text|json|int", R"(m|{"opt":null}|1)");
    row("unset attributes are missing",
        R"([{"id":"m","parent_id":null,"blob":null,"text":"t","weight":null,"tags":null}])",
        "id|text", "text|text", "m|t");
    row("numbers", R"([{"id":"m","weight":0.5,"granularity":2,"offset":1,"chunks":null}])",
        "id|weight|granularity|offset", "text|float32|int|float32", "m|0.5|2|1");
    row("base64", R"([{"id":"m","blob":"aGk="}])", "id|blob", "text|bytes", "m|aGk=");
    row("camel case", R"([{"id":"m","mimeType":"text/csv","parentId":"p","tags":{}}])",
        "id|mime_type|parent_id", "text|text|text", "m|text/csv|p");
    row("embedding", R"([{"id":"m","embedding":[0.5,1.5]},{"id":"o","embedding":null}])",
        "id|embedding", "text|tensor", "m|[0.5, 1.5] / o|~");
    row("dense tensor",
        R"([{"id":"m","embedding":{"dense":{"buffer":"AAAAPwAAwD8=","shape":[2],"dtype":"<f4"},"clsName":"numpy"}}])",
        "id|embedding", "text|tensor", "m|[0.5, 1.5]");
    row("decimals stay decimals", R"([{"id":"m","tensor":[[1.0,2.5],[3.0,-0.0]]}])", "id|tensor",
        "text|tensor", "m|[[1.0, 2.5], [3.0, -0.0]]");
    row("integers stay integers", R"([{"id":"m","tensor":[1,-2]}])", "id|tensor", "text|tensor",
        "m|[1, -2]");
    row("odd decimals", R"([{"id":"m","tensor":[1e300,NaN,-Infinity]}])", "id|tensor",
        "text|tensor", "m|[1e+300, NaN, -Infinity]");
    row("sparse tensor becomes dense",
        R"([{"id":"m","embedding":{"sparse":{"indices":{"buffer":"AAAAAAEAAAAAAAAABAAAAA==","shape":[2,2],"dtype":"<i4"},"values":{"buffer":"AADAPwAAAMA=","shape":[2],"dtype":"<f4"},"shape":[1,6]},"clsName":"scipy"}}])",
        "id|embedding", "text|tensor", "m|[[0.0, 1.5, 0.0, 0.0, -2.0, 0.0]]");
    row("torch's sparse tensor has one dimension a row",
        R"([{"id":"m","embedding":{"sparse":{"indices":{"buffer":"AAAAAAAAAAABAAAABAAAAA==","shape":[2,2],"dtype":"<i4"},"values":{"buffer":"AADAPwAAAMA=","shape":[2],"dtype":"<f4"},"shape":[1,6]},"clsName":"torch"}}])",
        "id|embedding", "text|tensor", "m|[[0.0, 1.5, 0.0, 0.0, -2.0, 0.0]]");
    row("scores stay JSON", R"([{"id":"m","scores":{"cos":{"value": 0.5}}}])", "id|scores",
        "text|json", R"(m|{"cos":{"value": 0.5}})");
    row("all attributes are null",
        R"([{"id":"m","parent_id":null,"granularity":null,"adjacency":null,"text":null}])", "id",
        "text", "m");
    row("a null, and no other names", R"([{"id":"m","blob":null}])", "id", "text", "m");
    row("chunks are documents", R"([{"id":"m","chunks":[{"id":"c","text":"x"}]}])", "id|chunks",
        "text|documents", R"(m|[{"id":"c","text":"x"}])");
    row("unknown members are tags", R"([{"id":"m","tags":{},"colour":"red"}])", "id|colour",
        "text|text", "m|red");
}

void TestJsonReader::documents()
{
    QFETCH(QByteArray, text);
    for (const qint64 chunk : {0, 8}) {
        const Result<ReadOutcome> read = readText(text, chunk, QStringLiteral("x.json"));
        QVERIFY_RESULT(read);
        QVERIFY(read->report.options.asDocuments);
        QTEST(headerText(read->array), "header");
        QTEST(typesText(read->array), "types");
        QTEST(tableText(read->array), "cells");
        QVERIFY_RESULT(read->array.verify());
    }
}

void TestJsonReader::duplicateMembers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QByteArray>("warnings");
    const auto row = [](const char *title, const QByteArray &text, const char *header,
                        const char *cells, const char *warnings = "duplicate-key:1") {
        QTest::newRow(title) << text << QByteArray(header) << QByteArray(cells)
                             << QByteArray(warnings);
    };
    row("tag", R"([{"id":"m","tags":{"a":1,"b":3,"a":2}}])", "id|a|b", "m|2|3");
    row("tag, three times", R"([{"id":"m","tags":{"a":1,"a":2,"a":3}}])", "id|a", "m|3",
        "duplicate-key:2");
    row("tag, null in the end", R"([{"id":"m","tags":{"a":1,"a":null}}])", "id|tags|a",
        R"(m|{"a":null}|~)");
    row("tag, null at first", R"([{"id":"m","tags":{"a":null,"b":null,"a":1}}])", "id|tags|a",
        R"(m|{"b":null}|1)");
    row("tag, null twice", R"([{"id":"m","tags":{"a":null,"a":null}}])", "id|tags",
        R"(m|{"a":null})");
    row("unknown member", R"([{"id":"m","tags":{},"c":"red","c":"blue"}])", "id|c", "m|blue");
    row("tag and unknown member", R"([{"id":"m","tags":{"c":"red"},"c":"blue"}])", "id|c",
        "m|blue");
    row("all tags", R"([{"id":"m","tags":{"a":1,"n":null},"tags":{"b":2}}])", "id|a|b", "m|~|2");
    row("all tags, null in the end", R"([{"id":"m","tags":{"a":1},"tags":null}])", "id|a", "m|~");
    row("id", R"([{"id":"m","tags":{},"id":"o"}])", "id", "o");
    row("id, null in the end", R"([{"id":"m","text":"t","tags":{},"id":null}])", "text", "t");
    row("one attribute by two names", R"([{"id":"m","mime_type":"a","mimeType":"b","tags":{}}])",
        "id|mime_type", "m|b");
    row("in one row of two", R"([{"id":"m","tags":{"a":1,"a":2}},{"id":"o","tags":{"a":3}}])",
        "id|a", "m|2 / o|3");
}

void TestJsonReader::duplicateMembers()
{
    QFETCH(QByteArray, text);
    for (const qint64 chunk : {0, 8}) {
        const Result<ReadOutcome> read = readText(text, chunk, QStringLiteral("x.json"));
        QVERIFY_RESULT(read);
        QVERIFY_RESULT(read->array.verify());
        QTEST(headerText(read->array), "header");
        QTEST(tableText(read->array), "cells");
        QTEST(warningsText(read->report), "warnings");
        QCOMPARE(read->report.issues.kept().front().row, 0);
    }
    // The same inside of a list of chunks.
    const QByteArray nested = R"([{"id":"r","chunks":)" + text + "}]";
    const Result<ReadOutcome> read = readText(nested, 0, QStringLiteral("x.json"));
    QVERIFY_RESULT(read);
    QTEST(tableText(read->array.document(0).chunks()), "cells");
    QTEST(warningsText(read->report), "warnings");
}

void TestJsonReader::documentsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("tags are a number")
        << QByteArray(R"([{"id": "a", "tags": 5}])") << QByteArray("field-type");
    QTest::newRow("SEC-04 something behind the list")
        << QByteArray("[{\"id\":\"a\",\"tags\":{}}]\nx") << QByteArray("trailing-bytes");
    QTest::newRow("blob is no base64")
        << QByteArray(R"([{"id": "a", "blob": "###"}])") << QByteArray("field-type");
    QTest::newRow("lists of other length")
        << QByteArray(R"([{"id":"a","tensor":[[1],[2,3]]}])") << QByteArray("tensor");
    QTest::newRow("buffer does not fit") << QByteArray(
        R"([{"id":"a","tensor":{"dense":{"buffer":"AAAA","shape":[9],"dtype":"<f4"}}}])")
                                         << QByteArray("tensor");
    QTest::newRow("shape without a buffer")
        << QByteArray(R"([{"id":"a","tensor":{"dense":{"shape":[2,3]}}}])") << QByteArray("tensor");
    QTest::newRow("nothing at all")
        << QByteArray(R"([{"id":"a","tensor":{"dense":{}}}])") << QByteArray("tensor");
    QTest::newRow("sparse index outside") << QByteArray(
        R"([{"id":"a","tensor":{"sparse":{"indices":{"buffer":"CQAAAA==","shape":[1,1],"dtype":"<i4"},"values":{"buffer":"AADAPw==","shape":[1],"dtype":"<f4"},"shape":[6]}}}])")
                                          << QByteArray("tensor");
    QTest::newRow("SEC-05 huge shape") << QByteArray(
        R"([{"id":"a","tensor":{"dense":{"buffer":"","shape":[4294967295,4294967295],"dtype":"<f8"}}}])")
                                       << QByteArray("tensor");
    QTest::newRow("objects as dtype") << QByteArray(
        R"([{"id":"a","tensor":{"dense":{"buffer":"AAAA","shape":[3],"dtype":"|O"}}}])")
                                      << QByteArray("tensor");
}

void TestJsonReader::tensorsKeptAsJson_data()
{
    QTest::addColumn<QByteArray>("tensor");
    QTest::newRow("complex numbers")
        << QByteArray(R"({"dense":{"buffer":"AACAPwAAAEA=","shape":[1],"dtype":"<c8"}})");
    QTest::newRow("SEC-05 sparse with a huge shape") << QByteArray(
        R"({"sparse":{"indices":{"buffer":"CQAAAA==","shape":[1,1],"dtype":"<i4"},"values":{"buffer":"AADAPw==","shape":[1],"dtype":"<f4"},"shape":[60000000]}})");
}

void TestJsonReader::tensorsKeptAsJson()
{
    QFETCH(const QByteArray, tensor);
    const Result<ReadOutcome> read =
        readText("[{\"id\":\"a\",\"tensor\":[1,2]},\n{\"id\":\"b\",\"tensor\":" + tensor + "}]", 0,
                 QStringLiteral("x"));
    QVERIFY_RESULT(read);
    QCOMPARE(headerText(read->array), "id|tensor|tensor_json");
    QCOMPARE(tableText(read->array), "a|[1, 2]|~ / b|~|" + tensor);
    QCOMPARE(warningsText(read->report), "tensor:1");
    QCOMPARE(read->report.issues.kept().front().row, 1);
    QCOMPARE(read->report.issues.kept().front().line, 2);
}

void TestJsonReader::issuesNameTheirRow()
{
    for (const int chunk : {0, 8}) {
        const Result<ReadOutcome> read =
            readText("[{\"a\":1},\n\n\n{\"a\":\n2},\n{\"a\":3,\"a\":4},{\"a\":5,\"a\":6}]", chunk,
                     QStringLiteral("x"));
        QVERIFY(read);
        const auto &issues = read->report.issues.kept();
        QCOMPARE(issues.size(), size_t(2));
        QCOMPARE(issues[0].row, 2); // on the sixth line
        QCOMPARE(issues[1].row, 3); // on the same
    }
}

void TestJsonReader::documentsRefused()
{
    QFETCH(QByteArray, text);
    const Result<ReadOutcome> read = readText(text, 0, QStringLiteral("x.json"));
    QVERIFY(!read);
    QTEST(read.error().code(), "code");
    QVERIFY(read.error().place().line.has_value());
}

void TestJsonReader::tensors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shape");
    QTest::addColumn<QByteArray>("dtype");
    QTest::newRow("vector") << QByteArray("[1.5,2]") << QByteArray("2") << QByteArray("<f8");
    QTest::newRow("whole") << QByteArray("[[1,2,3],[4,5,6]]") << QByteArray("2x3")
                           << QByteArray("<i8");
    QTest::newRow("truth") << QByteArray("[true,false]") << QByteArray("2") << QByteArray("|b1");
    QTest::newRow("scalar") << QByteArray("7.5") << QByteArray("") << QByteArray("<f8");
    QTest::newRow("empty") << QByteArray("[]") << QByteArray("0") << QByteArray("<f8");
    QTest::newRow("empty rows") << QByteArray("[[],[]]") << QByteArray("2x0") << QByteArray("<f8");
    QTest::newRow("not finite") << QByteArray("[NaN,Infinity]") << QByteArray("2")
                                << QByteArray("<f8");
    QTest::newRow("shape of nothing")
        << QByteArray(R"({"dense":{"shape":[0,3]}})") << QByteArray("0x3") << QByteArray("<f4");
    QTest::newRow("shape twice") << QByteArray(
        R"({"dense":{"shape":[7],"buffer":"AAAAPw==","shape":[1],"dtype":"<f4"}})")
                                 << QByteArray("1") << QByteArray("<f4");
    QTest::newRow("big endian") << QByteArray(
        R"({"dense":{"buffer":"PwAAAA==","shape":[1],"dtype":">f4"}})")
                                << QByteArray("1") << QByteArray("<f4");
}

void TestJsonReader::tensors()
{
    QFETCH(QByteArray, text);
    const QByteArray padded = text + QByteArray(64, '\0');
    const auto tensor = tensorFromJson({padded.constData(), static_cast<size_t>(text.size())});
    QVERIFY_RESULT(tensor);
    QByteArrayList shape;
    for (const quint32 size : tensor->shape)
        shape << QByteArray::number(size);
    QTEST(shape.join("x"), "shape");
    QTEST(elementName(tensor->element), "dtype");
    if (qstrcmp(QTest::currentDataTag(), "big endian") == 0) {
        float value = 0;
        memcpy(&value, tensor->data.data(), sizeof value);
        QCOMPARE(value, 0.5F);
    }
}

void TestJsonReader::nestedDocuments()
{
    const Result<ReadOutcome> read = readText(
        R"([{"id":"a","chunks":[{"id":"a1","text":"x","chunks":[{"id":"a11"}]},{"id":"a2"}]},{"id":"b","chunks":[{"id":"b1","weight":2}]},{"id":"c","chunks":null}])",
        0, QStringLiteral("x.json"));
    QVERIFY_RESULT(read);
    QVERIFY_RESULT(read->array.verify());
    const DocumentArray chunks = read->array.document(0).chunks();
    QCOMPARE(chunks.rowCount(), 2);
    QCOMPARE(chunks.document(0).text(), QStringLiteral("x"));
    QCOMPARE(chunks.document(0).chunks().document(0).id(), QStringLiteral("a11"));
    QCOMPARE(chunks.document(0).granularity(), 1U);
    QCOMPARE(read->array.document(1).chunks().document(0).weight(), 2.0F);
    QCOMPARE(read->array.document(2).chunks().rowCount(), 0);
}

void TestJsonReader::nestedListsMayDifferInForm_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    const auto row = [](const char *title, const char *first, const char *second) {
        QTest::newRow(title) << QByteArray(first) << QByteArray(second);
    };
    row("time stamps", "2020-01-01T00:00:00", "2020-01-01T00:00:00.123456");
    row("dates", "31/12/2020", "2021-01-05");
    row("times", "12:30", "12:30:15");
}

void TestJsonReader::nestedListsMayDifferInForm()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    const QByteArray text = R"([{"id":"a","chunks":[{"id":"a1","tags":{"t":")" + first
                            + R"("}}]},{"id":"b","chunks":[{"id":"b1","tags":{"t":")" + second
                            + R"("}}]}])";
    const Result<ReadOutcome> read = readText(text, 0, QStringLiteral("x.json"));
    QVERIFY_RESULT(read);
    QVERIFY_RESULT(read->array.verify());
    const auto cell = [&](qsizetype row) {
        const DocumentArray chunks = read->array.document(row).chunks();
        return QByteArray::fromStdString(chunks.tryText(0, 1).value_or("missing"));
    };
    QCOMPARE(cell(0), first);
    QCOMPARE(cell(1), second);
}

void TestJsonReader::plainTablesAreNoDocuments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("labels") << QByteArray(R"([{"id":1,"text":"x","tags":["a","b"]}])");
    QTest::newRow("weights and places") << QByteArray(R"([{"id":1,"weight":5,"location":"x"}])");
    QTest::newRow("only tags") << QByteArray(R"([{"tags":{"a":1}}])");
    const auto row = [](const char *title, const char *text) {
        QTest::newRow(title) << QByteArray(text);
    };
    row("a tree", R"([{"id":1,"parent_id":null,"name":"root"},{"id":2,"parent_id":1,"name":"x"}])");
    row("a tree of texts", R"([{"id":"a","parent_id":null,"name":"root"}])");
    row("numbers as ids", R"([{"id":1,"name":"x","tags":{"color":"red"}}])");
    row("football", R"([{"id":7,"matches":[{"home":"A","away":"B"}]}])");
    row("football, texts as ids", R"([{"id":"7","matches":[{"home":"A","away":"B"}]}])");
    row("marks", R"([{"id":"s1","name":"Ann","scores":[90,80]}])");
    row("marks by name", R"([{"id":"s1","name":"Ann","scores":{"maths":90}}])");
    row("a score a line", "{\"text\":\"good\",\"scores\":0.9}\n{\"text\":\"x\",\"scores\":1}");
    row("text is a number", R"([{"text": 5, "blob": null}])");
    row("counted tags", R"([{"id":"a","name":"x","tags":5}])");
    row("granularity in words", R"([{"id":"a","granularity":"day","tags":{}}])");
    row("place names", R"([{"id":"a","location":["Ulm"],"tags":{}}])");
    row("a named embedding", R"([{"id":"a","embedding":"ada-002"}])");
    row("a later row is none",
        R"([{"id":"a","tags":{"x":1}},{"id":"b","tags":{}},{"id":"c","tags":["x"]}])");
    row("a later line is none", "{\"id\":\"a\",\"tags\":{}}\n{\"id\":2,\"tags\":{}}\n");
    QTest::newRow("text of matches") << QByteArray(R"([{"id":1,"text":"x","matches":3}])");
}

void TestJsonReader::plainTablesAreNoDocuments()
{
    QFETCH(QByteArray, text);
    const Result<ReadOutcome> read = readText(text, 0, QStringLiteral("x.json"));
    QVERIFY_RESULT(read);
    QVERIFY(!read->report.options.asDocuments);
    for (const Guess &guess : read->report.guesses)
        QVERIFY(!guess.reason.contains(QStringLiteral("list of DocArray")));
}

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_jsonreader.moc"
