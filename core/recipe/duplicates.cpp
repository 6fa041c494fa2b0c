#include "core/look/parallel.h"
#include "core/look/rowhash.h"
#include "core/recipe/kernel.h"
#include "core/recipe/parameters.h"
#include "core/recipe/rowsteps.h"
#include "core/recipe/words.h"

#include <limits>

namespace passel {

namespace {

// Marks the first row, in the order given, of each hash whose lowest bits are \a part.
template <typename RowAt>
void markFirst(const std::vector<RowHash> &hashes, qsizetype rows, quint64 parts, quint64 part,
               RowAt rowAt, std::vector<quint8> *kept)
{
    constexpr quint32 Free = std::numeric_limits<quint32>::max();
    std::vector<quint32> places(1024, Free);
    size_t used = 0;
    const auto placeOf = [&](const RowHash &hash) {
        const size_t mask = places.size() - 1;
        size_t i = hash.high & mask;
        while (places[i] != Free && !(hashes[places[i]] == hash))
            i = (i + 1) & mask;
        return i;
    };
    for (qsizetype i = 0; i < rows; ++i) {
        const auto [row, stored] = rowAt(i);
        const RowHash &hash = hashes[static_cast<size_t>(stored)];
        if (hash.low % parts != part)
            continue;
        const size_t place = placeOf(hash);
        if (places[place] != Free)
            continue;
        places[place] = static_cast<quint32>(stored);
        (*kept)[static_cast<size_t>(row)] = 1;
        if (++used * 2 > places.size()) {
            std::vector<quint32> former(places.size() * 2, Free);
            former.swap(places);
            for (const quint32 other : former) {
                if (other != Free)
                    places[placeOf(hashes[other])] = other;
            }
        }
    }
}

} // namespace

Result<StepPtr> DropDuplicatesStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("drop-duplicates"), parameters);
    ColumnRefs columns = reader.columns(QStringLiteral("columns"), true);
    const Keep keep = reader.choice<Keep>(
        QStringLiteral("keep"),
        {{QLatin1StringView("first"), Keep::First}, {QLatin1StringView("last"), Keep::Last}},
        Keep::First);
    PASSEL_CHECK(reader.check());
    return std::make_shared<DropDuplicatesStep>(std::move(columns), keep);
}

QByteArray DropDuplicatesStep::id() const
{
    return QByteArrayLiteral("drop-duplicates");
}

QJsonObject DropDuplicatesStep::parameters() const
{
    return {{QStringLiteral("columns"), columnsJson(m_columns)},
            {QStringLiteral("keep"),
             m_keep == Keep::First ? QStringLiteral("first") : QStringLiteral("last")}};
}

Sentence DropDuplicatesStep::describe() const
{
    if (m_columns.empty())
        return {{m_keep == Keep::First ? StepWords::tr("Drop duplicate rows, keep the first")
                                       : StepWords::tr("Drop duplicate rows, keep the last"),
                 false}};
    return sentenceOf(m_keep == Keep::First
                          ? StepWords::tr("Drop rows with the same %1, keep the first")
                          : StepWords::tr("Drop rows with the same %1, keep the last"),
                      {columnWords(m_columns, {})});
}

ColumnRefs DropDuplicatesStep::columns() const
{
    return m_columns;
}

bool DropDuplicatesStep::hidesData() const
{
    return true;
}

Result<StepOutcome> DropDuplicatesStep::apply(const DocumentArray &array,
                                              const TaskContext &context) const
{
    PASSEL_TRY(std::vector<qsizetype> indexes, indexesOf(array.schema(), m_columns));
    if (m_columns.empty()) {
        for (qsizetype i = 0; i < array.columnCount(); ++i)
            indexes.push_back(i);
    }
    const qsizetype rows = array.rowCount();
    const VisibleRows visible(array);
    context.setTotal(context.done() + static_cast<qint64>(indexes.size()) * array.storedRowCount());
    std::vector<HashedColumn> columns;
    columns.reserve(static_cast<size_t>(indexes.size()));
    for (const qsizetype index : indexes)
        columns.push_back({index, false});
    PASSEL_TRY(const std::vector<RowHash> hashes, rowHashes(array, columns, visible, context));
    std::vector<quint8> kept(static_cast<size_t>(rows));
    const qsizetype parts = ThreadPool::global().threadCount();
    PASSEL_CHECK(forEachParallel(parts, context, [&]() -> std::function<Result<void>(qsizetype)> {
        return [&](qsizetype part) -> Result<void> {
            const auto rowAt = [&](qsizetype i) {
                const qsizetype row = m_keep == Keep::First ? i : rows - 1 - i;
                return std::pair(row, array.storedRow(row));
            };
            markFirst(hashes, rows, static_cast<quint64>(parts), static_cast<quint64>(part), rowAt,
                      &kept);
            return {};
        };
    }));
    std::vector<quint32> positions;
    for (qsizetype row = 0; row < rows; ++row) {
        if (kept[static_cast<size_t>(row)] != 0)
            positions.push_back(static_cast<quint32>(row));
    }
    StepReport report;
    report.rowsRemoved = rows - static_cast<qsizetype>(positions.size());
    return StepOutcome{report.rowsRemoved == 0 ? array : array.selected(positions), report};
}

} // namespace passel
