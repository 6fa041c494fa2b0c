#include "core/look/celltext.h"
#include "core/look/distinct.h"
#include "core/recipe/kernel.h"
#include "core/recipe/parameters.h"
#include "core/recipe/rowsteps.h"
#include "core/recipe/words.h"

#include <bit>
#include <cmath>
#include <limits>
#include <xxhash.h>

namespace passel {

namespace {

// 128 bits stand for a row's cells. Two of a billion different rows meet with a chance of 1 in
// 10^20; that is taken for never.
struct RowHash
{
    quint64 low = 0;
    quint64 high = 0;

    void add(quint64 a, quint64 b)
    {
        low = mixed(low ^ a);
        high = mixed((high + 0x9e3779b97f4a7c15U) ^ b);
    }

    bool operator==(const RowHash &) const = default;
};

constexpr quint64 NullHash = 0x243f6a8885a308d3U;

std::pair<quint64, quint64> hashOf(std::string_view bytes)
{
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.low64, hash.high64};
}

std::pair<quint64, quint64> hashOf(quint64 bits)
{
    return {mixed(bits), mixed(~bits)};
}

std::pair<quint64, quint64> hashOf(double value)
{
    if (std::isnan(value))
        value = std::numeric_limits<double>::quiet_NaN();
    return hashOf(std::bit_cast<quint64>(value == 0 ? 0.0 : value));
}

void hashSegment(const Field &field, const Segment &segment, RowHash *hashes)
{
    const bool coded = segment.layout() == Layout::Coded;
    std::vector<std::pair<quint64, quint64>> codes;
    for (qsizetype code = 0; coded && code < segment.dictionary()->size(); ++code)
        codes.push_back(hashOf(segment.dictionary()->at(code)));
    std::string buffer;
    for (qsizetype row = 0; row < segment.size(); ++row) {
        RowHash &hash = hashes[row];
        std::pair<quint64, quint64> cell{NullHash, ~NullHash};
        if (segment.isNull(row))
            ; // missing equals missing
        else if (coded)
            cell = codes[segment.codeAt(row)];
        else if (field.type.isIntegral())
            cell = hashOf(static_cast<quint64>(segment.intAt(row)));
        else if (field.type.isFloating())
            cell = hashOf(segment.floatAt(row));
        else if (field.type.kind == TypeKind::Bool)
            cell = hashOf(quint64(segment.boolAt(row) ? 1 : 0));
        else if (field.type.isBytes())
            cell = hashOf(segment.bytesAt(row));
        else
            cell = hashOf(cellText(field, segment, row, &buffer));
        hash.add(cell.first, cell.second);
    }
}

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
    std::vector<RowHash> hashes(static_cast<size_t>(array.storedRowCount()));
    for (const qsizetype index : indexes) {
        const Column &column = array.column(index);
        PASSEL_CHECK(forEachParallel(
            column.segmentCount(), context, [&]() -> std::function<Result<void>(qsizetype)> {
                return [&](qsizetype i) -> Result<void> {
                    const qsizetype start = column.start(i);
                    const qsizetype size = column.segment(i)->size();
                    context.advance(size);
                    if (visible.countIn(start, start + size) == 0)
                        return {};
                    PASSEL_TRY(const SegmentPtr segment, column.segment(i)->pin(context));
                    hashSegment(array.field(index), *segment,
                                hashes.data() + static_cast<size_t>(start));
                    return {};
                };
            }));
    }
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
