// Any sequence of operations on a DocumentArray equals the same on a plain vector.
#include "core/array/documentarray.h"
#include "core/array/sort.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <rapidcheck.h>

using namespace passel;
using namespace Qt::StringLiterals;

namespace {

struct Row
{
    std::optional<qint64> number;
    std::optional<std::string> text;

    bool operator==(const Row &) const = default;
};

DocumentArray arrayOf(const std::vector<Row> &rows)
{
    ColumnBuilder numbers(TypeKind::Int);
    ColumnBuilder texts(TypeKind::Text);
    for (const Row &row : rows) {
        numbers.next().appendValue(row.number ? Value::integer(*row.number) : Value());
        texts.next().appendValue(row.text ? Value::text(*row.text) : Value());
    }
    Field number;
    number.name = u"number"_s;
    number.type = TypeKind::Int;
    Field text;
    text.name = u"text"_s;
    return DocumentArray::create(Schema({number, text}), {numbers.finish(), texts.finish()},
                                 qsizetype(rows.size()));
}

std::vector<Row> rowsOf(const DocumentArray &array)
{
    std::vector<Row> rows;
    for (qsizetype row = 0; row < array.rowCount(); ++row) {
        const Value number = *array.tryValue(row, 0);
        const Value text = *array.tryValue(row, 1);
        rows.push_back({number.isNull() ? std::nullopt : std::optional(number.toInt()),
                        text.isNull() ? std::nullopt : std::optional(text.toBytes())});
    }
    return rows;
}

rc::Gen<Row> anyRow()
{
    return rc::gen::map(rc::gen::tuple(rc::gen::maybe(rc::gen::inRange<qint64>(-300, 300)),
                                       rc::gen::maybe(rc::gen::container<std::string>(
                                           rc::gen::elementOf(std::string("abc ,\"\n"))))),
                        [](const std::tuple<rc::Maybe<qint64>, rc::Maybe<std::string>> &parts) {
                            Row row;
                            if (std::get<0>(parts))
                                row.number = *std::get<0>(parts);
                            if (std::get<1>(parts))
                                row.text = *std::get<1>(parts);
                            return row;
                        });
}

} // namespace

class TestArrayProperties final : public QObject
{
    Q_OBJECT

private slots:

    void anySequenceOfOperations()
    {
        const bool good = rc::check("array == vector", [] {
            auto rows = *rc::gen::container<std::vector<Row>>(anyRow());
            DocumentArray array = arrayOf(rows);
            const int steps = *rc::gen::inRange(1, 25);
            for (int step = 0; step < steps; ++step) {
                const auto size = qsizetype(rows.size());
                const auto at = *rc::gen::inRange<qsizetype>(0, size + 1);
                switch (*rc::gen::inRange(0, 8)) {
                case 0: {
                    const auto more = *rc::gen::container<std::vector<Row>>(anyRow());
                    array = *array.inserted(at, arrayOf(more));
                    rows.insert(rows.begin() + at, more.begin(), more.end());
                    break;
                }
                case 1: {
                    const auto count = *rc::gen::inRange<qsizetype>(0, size - at + 1);
                    array = array.sliced(at, count);
                    rows = std::vector<Row>(rows.begin() + at, rows.begin() + at + count);
                    break;
                }
                case 2:
                    array = array.reversed();
                    std::reverse(rows.begin(), rows.end());
                    break;
                case 3:
                    if (at < size) {
                        const std::vector<quint32> gone{quint32(at)};
                        array = array.removed(gone);
                        rows.erase(rows.begin() + at);
                    }
                    break;
                case 4:
                    if (at < size) {
                        const Row row = *anyRow();
                        array = *array.withValue(
                            at, 0, row.number ? Value::integer(*row.number) : Value());
                        array =
                            *array.withValue(at, 1, row.text ? Value::text(*row.text) : Value());
                        // Rows that a selection repeats are one stored row: edit all of them alike.
                        const auto stored = array.storedRow(at);
                        for (qsizetype i = 0; i < size; ++i) {
                            if (array.storedRow(i) == stored)
                                rows[size_t(i)] = row;
                        }
                    }
                    break;
                case 5: {
                    const bool descending = *rc::gen::arbitrary<bool>();
                    array = *sorted(array, {{0, descending}});
                    std::stable_sort(rows.begin(), rows.end(), [&](const Row &a, const Row &b) {
                        if (!a.number || !b.number)
                            return a.number.has_value() && !b.number.has_value();
                        return descending ? *a.number > *b.number : *a.number < *b.number;
                    });
                    break;
                }
                case 6:
                    array = *sorted(array, {{1, false}});
                    std::stable_sort(rows.begin(), rows.end(), [&](const Row &a, const Row &b) {
                        if (!a.text || !b.text)
                            return a.text.has_value() && !b.text.has_value();
                        return *a.text < *b.text;
                    });
                    break;
                case 7:
                    array = *array.compacted();
                    break;
                }
                RC_ASSERT(array.verify().hasValue());
                RC_ASSERT(rowsOf(array) == rows);
            }
        });
        QVERIFY(good);
    }

    void equalIsAnEquivalence()
    {
        QVERIFY(rc::check("equals", [] {
            const auto rows = *rc::gen::container<std::vector<Row>>(anyRow());
            const auto others = *rc::gen::container<std::vector<Row>>(anyRow());
            RC_ASSERT(arrayOf(rows).equals(arrayOf(rows)));
            RC_ASSERT(arrayOf(rows).equals(arrayOf(others)) == (rows == others));
        }));
    }
};

QTEST_GUILESS_MAIN(TestArrayProperties)
#include "tst_arrayproperties.moc"
