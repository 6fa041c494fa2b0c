// The limits of security.md, each at n and at n + 1.
#include "core/io/limits.h"
#include "tests/io/readhelp.h"

#include <QRegularExpression>

using namespace passel;
using namespace passel::test;

class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void holds_data();
    void holds();
};

void TestLimits::holds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("code"); // empty = loads
    const auto both = [](const char *title, const QByteArray &at, const QByteArray &above,
                         const char *code, const char *name = "x.csv") {
        QTest::addRow("%s, at the limit", title) << at << QString::fromLatin1(name) << QByteArray();
        QTest::addRow("%s, one above", title)
            << above << QString::fromLatin1(name) << QByteArray(code);
    };
    const auto row = [](qsizetype cells) -> QByteArray {
        QByteArray text = "a";
        for (qsizetype i = 1; i < cells; ++i)
            text += ",a";
        return text;
    };
    both("columns of a header", row(limits::Columns) + "\n" + row(limits::Columns) + "\n",
         row(limits::Columns + 1) + "\n" + row(limits::Columns + 1) + "\n", "too-many-columns");
    both("cells of a row", "a,b\n1,2\n" + row(limits::Columns) + "\n",
         "a,b\n1,2\n" + row(limits::Columns + 1) + "\n", "too-many-columns");
    both("bytes of a cell", "a,b\n1," + QByteArray(limits::CellBytes, 'x') + "\n",
         "a,b\n1," + QByteArray(limits::CellBytes + 1, 'x') + "\n", "cell-too-large");
    both("bytes of a quoted cell", "a,b\n1,\"" + QByteArray(limits::CellBytes, ',') + "\"\n",
         "a,b\n1,\"" + QByteArray(limits::CellBytes + 1, ',') + "\"\n", "cell-too-large");
    both("bytes of a column's name", QByteArray(limits::HeaderName, 'x') + ",b\n1,2\n",
         QByteArray(limits::HeaderName + 1, 'x') + ",b\n1,2\n", "limit");
    const auto nested = [](int depth) -> QByteArray {
        return "[{\"a\":" + QByteArray(depth, '[') + QByteArray(depth, ']') + "}]";
    };
    both("JSON nesting", nested(limits::JsonDepth), nested(limits::JsonDepth + 1), "too-deep",
         "x.json");
    const auto members = [](qsizetype count) -> QByteArray {
        QByteArray text = "[{\"a0\":1";
        for (qsizetype i = 1; i < count; ++i)
            text += ",\"a" + QByteArray::number(i) + "\":1";
        return text + "}]";
    };
    both("JSON members", members(limits::Columns), members(limits::Columns + 1), "too-many-columns",
         "x.json");
    both("JSON text", "[{\"a\":\"" + QByteArray(limits::CellBytes - 2, 'x') + "\"}]",
         "[{\"a\":\"" + QByteArray(limits::CellBytes - 1, 'x') + "\"}]", "cell-too-large",
         "x.json");
    both("JSON number", "[{\"a\":" + QByteArray(limits::NumberToken, '1') + "}]",
         "[{\"a\":" + QByteArray(limits::NumberToken + 1, '1') + "}]", "number-range", "x.json");
    const auto chunks = [](int depth) -> QByteArray {
        QByteArray text = "{\"id\":\"x\",\"chunks\":null}";
        for (int i = 0; i < depth; ++i)
            text = "{\"id\":\"x\",\"chunks\":[" + text + "]}";
        return "[" + text + "]";
    };
    both("nested documents", chunks(limits::NestedDocuments), chunks(limits::NestedDocuments + 1),
         "too-deep", "x.json");
    const auto siblings = [](qint64 count) -> QByteArray {
        QByteArray text = "[{\"id\":\"x\",\"chunks\":[{}";
        for (qint64 i = 1; i < count; ++i)
            text += ",{}";
        return text + "]}]";
    };
    both("documents within one", siblings(limits::NestedPerDocument),
         siblings(limits::NestedPerDocument + 1), "limit", "x.json");
    const auto id = [](qsizetype size) -> QByteArray {
        return "[{\"id\":\"" + QByteArray(size, 'x') + "\",\"tags\":{}}]";
    };
    both("bytes of an id", id(limits::IdBytes), id(limits::IdBytes + 1), "limit", "x.json");
    const auto dimensions = [](qsizetype count) -> QByteArray {
        return "[{\"id\":\"x\",\"tensor\":" + QByteArray(count, '[') + "1" + QByteArray(count, ']')
               + "}]";
    };
    both("dimensions of a tensor", dimensions(limits::TensorDimensions),
         dimensions(limits::TensorDimensions + 1), "tensor", "x.json");
}

void TestLimits::holds()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    QFETCH(QByteArray, code);
    const Result<ReadOutcome> read = readText(text, 0, name);
    if (code.isEmpty()) {
        QVERIFY_RESULT(read);
        QVERIFY_RESULT(read->array.verify());
    } else {
        QVERIFY(!read);
        QCOMPARE(read.error().code(), code);
        static const QRegularExpression digit(QStringLiteral("[0-9]"));
        QVERIFY(read.error().message().contains(digit));
    }
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
