// Sorting: stable, by several keys, missing last, numbers by value.
#include "core/array/sort.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace passel;
using namespace Qt::StringLiterals;

class TestSort final : public QObject
{
    Q_OBJECT

    static DocumentArray doubles(const std::vector<double> &values)
    {
        ColumnBuilder builder(TypeKind::Float64);
        for (const double value : values)
            builder.next().appendFloat(value);
        Field field;
        field.name = u"x"_s;
        field.type = TypeKind::Float64;
        return DocumentArray::create(Schema({field}), {builder.finish()}, qsizetype(values.size()));
    }

private slots:

    void floatsByValue()
    {
        const double inf = std::numeric_limits<double>::infinity();
        const auto array =
            sorted(doubles({1.5, -0.0, std::nan(""), -inf, 0.0, -2, inf}), {{0, false}});
        QVERIFY(array);
        std::vector<std::string> texts;
        for (qsizetype row = 0; row < array->rowCount(); ++row)
            texts.push_back(*array->tryText(row, 0));
        QVERIFY(
            texts
            == (std::vector<std::string>{"-Infinity", "-2", "-0", "0", "1.5", "Infinity", "NaN"}));
    }

    void twoKeysAndMissing()
    {
        ColumnBuilder names(TypeKind::Text);
        ColumnBuilder numbers(TypeKind::Int);
        const std::vector<std::pair<const char *, int>> rows{
            {"b", 1}, {nullptr, 9}, {"a", 2}, {"b", 0}, {"a", 3}};
        for (const auto &[name, number] : rows) {
            if (name == nullptr)
                names.next().appendNull();
            else
                names.next().appendBytes(name);
            numbers.next().appendInt(number);
        }
        Field name;
        name.name = u"name"_s;
        Field number;
        number.name = u"number"_s;
        number.type = TypeKind::Int;
        const auto array =
            DocumentArray::create(Schema({name, number}), {names.finish(), numbers.finish()}, 5);
        const auto order = [](const DocumentArray &result) {
            std::vector<qint64> values;
            for (qsizetype row = 0; row < result.rowCount(); ++row)
                values.push_back(result.tryValue(row, 1)->toInt());
            return values;
        };
        QVERIFY(order(*sorted(array, {{0, false}, {1, true}}))
                == (std::vector<qint64>{3, 2, 1, 0, 9}));
        QVERIFY(order(*sorted(array, {{0, true}, {1, false}}))
                == (std::vector<qint64>{0, 1, 2, 3, 9}));
        QVERIFY(order(*sorted(array, {{0, false}})) == (std::vector<qint64>{2, 3, 1, 0, 9}));
    }

    void cancelKeepsQuiet()
    {
        const TaskContext context;
        context.cancel();
        const auto result = sorted(doubles({2, 1}), {{0, false}}, context);
        QVERIFY(!result);
        QVERIFY(result.error().isCancelled());
    }
};

QTEST_GUILESS_MAIN(TestSort)
#include "tst_sort.moc"
