#include "core/recipe/rowsteps.h"

#include "core/array/sort.h"
#include "core/base/digest.h"
#include "core/recipe/parameters.h"
#include "core/recipe/words.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace passel {

Result<StepPtr> KeepRowsStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("keep-rows"), parameters);
    auto condition = Condition::fromJson(reader.object(QStringLiteral("condition")));
    const bool removes = reader.flag(QStringLiteral("remove"), false);
    PASSEL_CHECK(reader.check());
    if (!condition)
        return std::move(condition).error();
    return std::make_shared<KeepRowsStep>(*std::move(condition), removes);
}

QByteArray KeepRowsStep::id() const
{
    return QByteArrayLiteral("keep-rows");
}

QJsonObject KeepRowsStep::parameters() const
{
    return {{QStringLiteral("condition"), m_condition.toJson()},
            {QStringLiteral("remove"), m_removes}};
}

Sentence KeepRowsStep::describe() const
{
    return sentenceOf(m_removes ? StepWords::tr("Remove rows where %1")
                                : StepWords::tr("Keep rows where %1"),
                      QList<Sentence>{m_condition.describe()});
}

ColumnRefs KeepRowsStep::columns() const
{
    return m_condition.columns();
}

bool KeepRowsStep::hidesData() const
{
    return true;
}

Result<StepOutcome> KeepRowsStep::apply(const DocumentArray &array,
                                        const TaskContext &context) const
{
    PASSEL_TRY(const std::vector<quint32> rows, m_condition.rows(array, context));
    const auto found = static_cast<qsizetype>(rows.size());
    StepReport report;
    report.rowsRemoved = m_removes ? found : array.rowCount() - found;
    if (report.rowsRemoved == 0)
        return StepOutcome{array, report};
    return StepOutcome{m_removes ? array.removed(rows) : array.selected(rows), report};
}

Result<StepPtr> SortStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("sort"), parameters);
    const QString name = QStringLiteral("keys");
    const QJsonArray list = reader.list(name, 1000);
    std::vector<Key> keys;
    for (const auto entry : list) {
        const QJsonValue descending = entry[QStringLiteral("descending")];
        auto column = ColumnRef::fromJson(entry[QStringLiteral("column")]);
        if (!column || !(descending.isBool() || descending.isUndefined())) {
            reader.fail(name);
            break;
        }
        keys.push_back({*std::move(column), descending.toBool()});
    }
    if (keys.empty())
        reader.fail(name);
    PASSEL_CHECK(reader.check());
    return std::make_shared<SortStep>(std::move(keys));
}

QByteArray SortStep::id() const
{
    return QByteArrayLiteral("sort");
}

QJsonObject SortStep::parameters() const
{
    QJsonArray keys;
    for (const Key &key : m_keys)
        keys.append(QJsonObject{{QStringLiteral("column"), key.column.toJson()},
                                {QStringLiteral("descending"), key.isDescending}});
    return {{QStringLiteral("keys"), keys}};
}

Sentence SortStep::describe() const
{
    Sentence keys;
    for (const Key &key : m_keys) {
        if (!keys.isEmpty())
            keys.append({StepWords::tr(", then "), false});
        keys += key.isDescending ? sentenceOf(StepWords::tr("%1 descending"), {key.column.title()})
                                 : noun(key.column.title());
    }
    return sentenceOf(StepWords::tr("Sort by %1"), QList<Sentence>{keys});
}

ColumnRefs SortStep::columns() const
{
    ColumnRefs columns;
    for (const Key &key : m_keys)
        columns.push_back(key.column);
    return columns;
}

Result<StepOutcome> SortStep::apply(const DocumentArray &array, const TaskContext &context) const
{
    std::vector<SortKey> keys;
    for (const Key &key : m_keys) {
        PASSEL_TRY(const qsizetype index, key.column.in(array.schema()));
        keys.push_back({index, key.isDescending});
    }
    PASSEL_TRY(DocumentArray made, sorted(array, keys, context));
    StepReport report;
    if (made.rowMap() == array.rowMap())
        return StepOutcome{array, report};
    report.rowsMoved = array.rowCount();
    return StepOutcome{std::move(made), report};
}

namespace {

// Selections are made in the thread of the window and may be all of ten million rows: what is in
// order already is only looked at, what lies close together (a sorted table) is never sorted.
std::vector<quint32> ascendingOnce(std::vector<quint32> rows)
{
    if (std::adjacent_find(rows.begin(), rows.end(), std::greater_equal<>()) == rows.end())
        return rows;
    const auto last = static_cast<size_t>(*std::max_element(rows.begin(), rows.end()));
    if (last / 64 < rows.size()) {
        std::vector<bool> isThere(last + 1);
        for (const quint32 row : rows)
            isThere[row] = true;
        rows.clear();
        for (size_t row = 0; row <= last; ++row) {
            if (isThere[row])
                rows.push_back(static_cast<quint32>(row));
        }
        return rows;
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

} // namespace

DeleteRowsStep::DeleteRowsStep(std::vector<quint32> storedRows)
    : m_rows(ascendingOnce(std::move(storedRows)))
{}

StepPtr DeleteRowsStep::of(const DocumentArray &array, std::span<const quint32> rows)
{
    std::vector<quint32> stored;
    stored.reserve(rows.size());
    for (const quint32 row : rows)
        stored.push_back(static_cast<quint32>(array.storedRow(static_cast<qsizetype>(row))));
    return std::make_shared<DeleteRowsStep>(std::move(stored));
}

Result<StepPtr> DeleteRowsStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("delete-rows"), parameters);
    const QString name = QStringLiteral("rows");
    const QJsonArray list = reader.list(name, std::numeric_limits<int>::max());
    constexpr auto Most = static_cast<double>(std::numeric_limits<quint32>::max());
    constexpr qint64 MostRows = 100'000'000; // a range must not ask for all memory there is
    std::vector<quint32> rows;
    for (const auto entry : list) {
        const double first = entry.isArray() ? entry[0].toDouble(-1) : entry.toDouble(-1);
        const double last = entry.isArray() ? entry[1].toDouble(-1) : first;
        if (first < 0 || last < first || last > Most
            || last - first + 1 + static_cast<double>(rows.size()) > double(MostRows)) {
            reader.fail(name);
            break;
        }
        for (auto row = static_cast<qint64>(first); row <= static_cast<qint64>(last); ++row)
            rows.push_back(static_cast<quint32>(row));
    }
    PASSEL_CHECK(reader.check());
    return std::make_shared<DeleteRowsStep>(std::move(rows));
}

QByteArray DeleteRowsStep::id() const
{
    return QByteArrayLiteral("delete-rows");
}

QJsonObject DeleteRowsStep::parameters() const
{
    // Stretches as [first, last], so that a large selection stays a short text.
    QJsonArray rows;
    for (size_t i = 0; i < m_rows.size();) {
        size_t end = i + 1;
        while (end < m_rows.size() && m_rows[end] == m_rows[end - 1] + 1)
            ++end;
        if (end - i == 1)
            rows.append(static_cast<qint64>(m_rows[i]));
        else
            rows.append(
                QJsonArray{static_cast<qint64>(m_rows[i]), static_cast<qint64>(m_rows[end - 1])});
        i = end;
    }
    return {{QStringLiteral("rows"), rows}};
}

Sentence DeleteRowsStep::describe() const
{
    if (m_rows.size() == 1)
        return sentenceOf(StepWords::tr("Delete row %1"),
                          {QString::number(qint64(m_rows.front()) + 1)});
    return sentenceOf(StepWords::tr("Delete %1"),
                      {StepWords::tr("%Ln row(s)", nullptr, static_cast<int>(m_rows.size()))});
}

ColumnRefs DeleteRowsStep::columns() const
{
    return {};
}

bool DeleteRowsStep::hidesData() const
{
    return true;
}

Result<StepOutcome> DeleteRowsStep::apply(const DocumentArray &array, const TaskContext &) const
{
    std::vector<quint32> positions;
    array.rowMap().forEachRun([&](qsizetype first, qsizetype stored, qsizetype count) {
        for (auto it = std::lower_bound(m_rows.begin(), m_rows.end(), stored);
             it != m_rows.end() && static_cast<qsizetype>(*it) < stored + count; ++it)
            positions.push_back(static_cast<quint32>(first + static_cast<qsizetype>(*it) - stored));
    });
    StepReport report;
    report.rowsRemoved = static_cast<qint64>(positions.size());
    return StepOutcome{positions.empty() ? array : array.removed(positions), report};
}

Result<StepPtr> InsertRowsStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("insert-rows"), parameters);
    const qint64 position = reader.whole(QStringLiteral("position"), 0, qint64(1) << 32);
    const qint64 count = reader.whole(QStringLiteral("count"), 1, MaxRows, 1);
    PASSEL_CHECK(reader.check());
    return std::make_shared<InsertRowsStep>(position, count);
}

QByteArray InsertRowsStep::id() const
{
    return QByteArrayLiteral("insert-rows");
}

QJsonObject InsertRowsStep::parameters() const
{
    return {{QStringLiteral("position"), static_cast<qint64>(m_position)},
            {QStringLiteral("count"), static_cast<qint64>(m_count)}};
}

Sentence InsertRowsStep::describe() const
{
    return sentenceOf(StepWords::tr("Insert %1 before row %2"),
                      {StepWords::tr("%Ln row(s)", nullptr, static_cast<int>(m_count)),
                       QString::number(m_position + 1)});
}

ColumnRefs InsertRowsStep::columns() const
{
    return {};
}

Result<StepOutcome> InsertRowsStep::apply(const DocumentArray &array,
                                          const TaskContext &context) const
{
    // Derived ids of new rows follow from the table, so that a replay gives the same ones.
    const QByteArray former = array.idSpans().empty() ? QByteArray() : array.idSpans().front().seed;
    const QByteArray mark = former + "insert" + QByteArray::number(array.storedRowCount());
    const QByteArray seed = blake2b(mark, 16);
    const DocumentArray rows = DocumentArray::create(Schema(), {}, m_count, seed);
    PASSEL_TRY(DocumentArray made,
               array.inserted(std::min(m_position, array.rowCount()), rows, context));
    StepReport report;
    report.rowsAdded = m_count;
    return StepOutcome{std::move(made), report};
}

} // namespace passel
