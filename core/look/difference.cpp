#include "core/look/difference.h"

#include "core/look/celltext.h"
#include "core/look/rowhash.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace passel {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::Difference)
};

struct CommonColumn
{
    qsizetype before = 0;
    qsizetype after = 0;
    bool asText = false;
};

struct RowPair
{
    quint32 before = 0;
    quint32 after = 0;
};

// Hashes by logical row.
using Hashes = std::vector<RowHash>;

struct HashOfHash
{
    size_t operator()(const RowHash &hash) const noexcept { return hash.low; }
};

// A row that stands once on either side, and where.
struct Once
{
    quint32 before = 0;
    quint32 after = 0;
    int timesBefore = 0;
    int timesAfter = 0;
};

class Comparison
{
public:
    Comparison(const DocumentArray &before, const DocumentArray &after,
               const DifferenceOptions &options, const TaskContext &context)
        : m_before(before)
        , m_after(after)
        , m_options(options)
        , m_context(context)
    {}

    [[nodiscard]] Result<Difference> run()
    {
        matchColumns();
        PASSEL_TRY(m_hashesBefore, hashes(m_before, true, m_common));
        PASSEL_TRY(m_hashesAfter, hashes(m_after, false, m_common));
        if (m_options.match == MatchRows::InOrder)
            matchInOrder();
        else
            PASSEL_CHECK(matchByKey());
        PASSEL_CHECK(compareCells());
        return std::move(m_difference);
    }

private:
    // The column of that name whose place among equal names is the same.
    [[nodiscard]] static qsizetype counterpart(const Schema &from, qsizetype index,
                                               const Schema &to)
    {
        const QString &name = from.field(index).name;
        qsizetype left = 0;
        for (qsizetype i = 0; i < index; ++i)
            left += from.field(i).name == name ? 1 : 0;
        for (qsizetype i = 0; i < to.size(); ++i) {
            if (to.field(i).name == name && left-- == 0)
                return i;
        }
        return -1;
    }

    void matchColumns()
    {
        qsizetype last = -1;
        for (qsizetype i = 0; i < m_before.columnCount(); ++i) {
            const Field &field = m_before.field(i);
            const qsizetype other = counterpart(m_before.schema(), i, m_after.schema());
            if (other < 0) {
                m_difference.columnsRemoved << field.name;
                continue;
            }
            const bool isOtherType = !(field.type == m_after.field(other).type);
            m_common.push_back({i, other, isOtherType});
            m_difference.columns.push_back({field.name, 0, isOtherType});
            m_difference.columnsMoved = m_difference.columnsMoved || other < last;
            last = other;
        }
        for (qsizetype i = 0; i < m_after.columnCount(); ++i) {
            if (counterpart(m_after.schema(), i, m_before.schema()) < 0)
                m_difference.columnsAdded << m_after.field(i).name;
        }
    }

    [[nodiscard]] Result<Hashes> hashes(const DocumentArray &array, bool isBefore,
                                        const std::vector<CommonColumn> &common) const
    {
        std::vector<HashedColumn> columns;
        columns.reserve(common.size());
        for (const CommonColumn &column : common)
            columns.push_back({isBefore ? column.before : column.after, column.asText});
        PASSEL_TRY(const Hashes stored, rowHashes(array, columns, VisibleRows(array), m_context));
        Hashes logical;
        logical.reserve(static_cast<size_t>(array.rowCount()));
        array.rowMap().forEachRun([&](qsizetype, qsizetype first, qsizetype count) {
            const auto begin = stored.begin() + first;
            logical.insert(logical.end(), begin, begin + count);
        });
        return logical;
    }

    // Rows [b0, b1) stand where [a0, a1) stood: one after the other, what is left over came or
    // went.
    void pairUp(size_t a0, size_t a1, size_t b0, size_t b1)
    {
        while (a0 < a1 && b0 < b1)
            m_pairs.push_back({static_cast<quint32>(a0++), static_cast<quint32>(b0++)});
        while (a0 < a1)
            m_difference.rowsRemoved.push_back(static_cast<quint32>(a0++));
        while (b0 < b1)
            m_difference.rowsAdded.push_back(static_cast<quint32>(b0++));
    }

    // Rows that stand once on either side are the fixed points, as many as keep their order
    // (patience diff); equal neighbours of theirs go with them, and what is between is paired up.
    void matchInOrder()
    {
        size_t endA = m_hashesBefore.size();
        size_t endB = m_hashesAfter.size();
        size_t doneA = 0;
        size_t doneB = 0;
        const auto takeEqual = [&] {
            while (doneA < endA && doneB < endB && m_hashesBefore[doneA] == m_hashesAfter[doneB]) {
                ++doneA;
                ++doneB;
            }
        };
        // Equal rows at both ends cost nothing; mostly that is nearly all.
        takeEqual();
        while (endA > doneA && endB > doneB
               && m_hashesBefore[endA - 1] == m_hashesAfter[endB - 1]) {
            --endA;
            --endB;
        }
        for (const RowPair &fixed : fixedPoints({doneA, endA}, {doneB, endB})) {
            if (fixed.before < doneA || fixed.after < doneB)
                continue; // taken with the one before
            size_t nextA = fixed.before;
            size_t nextB = fixed.after;
            while (nextA > doneA && nextB > doneB
                   && m_hashesBefore[nextA - 1] == m_hashesAfter[nextB - 1]) {
                --nextA;
                --nextB;
            }
            pairUp(doneA, nextA, doneB, nextB);
            doneA = fixed.before;
            doneB = fixed.after;
            takeEqual();
        }
        pairUp(doneA, endA, doneB, endB);
    }

    struct Stretch
    {
        size_t begin = 0;
        size_t end = 0;
    };

    // The longest list of rows of two stretches that stand once in either and in the same order.
    [[nodiscard]] std::vector<RowPair> fixedPoints(Stretch a, Stretch b) const
    {
        std::unordered_map<RowHash, Once, HashOfHash> rows;
        for (size_t i = a.begin; i < a.end; ++i) {
            Once &once = rows[m_hashesBefore[i]];
            once.before = static_cast<quint32>(i);
            ++once.timesBefore;
        }
        for (size_t i = b.begin; i < b.end; ++i) {
            const auto found = rows.find(m_hashesAfter[i]);
            if (found == rows.end())
                continue;
            found->second.after = static_cast<quint32>(i);
            ++found->second.timesAfter;
        }
        std::vector<RowPair> pairs;
        for (size_t i = a.begin; i < a.end; ++i) {
            const Once &once = rows[m_hashesBefore[i]];
            if (once.timesBefore == 1 && once.timesAfter == 1)
                pairs.push_back({static_cast<quint32>(i), once.after});
        }
        return longestAscending(pairs);
    }

    [[nodiscard]] static std::vector<RowPair> longestAscending(const std::vector<RowPair> &pairs)
    {
        constexpr auto None = static_cast<size_t>(-1);
        std::vector<size_t> ends; // ends[k]: last of the best list of k + 1
        std::vector<size_t> former(pairs.size(), None);
        for (size_t i = 0; i < pairs.size(); ++i) {
            const auto at = std::lower_bound(
                ends.begin(), ends.end(), pairs[i].after,
                [&](size_t end, quint32 after) { return pairs[end].after < after; });
            if (at != ends.begin())
                former[i] = *std::prev(at);
            if (at == ends.end())
                ends.push_back(i);
            else
                *at = i;
        }
        std::vector<RowPair> chosen;
        for (size_t i = ends.empty() ? None : ends.back(); i != None; i = former[i])
            chosen.push_back(pairs[i]);
        std::reverse(chosen.begin(), chosen.end());
        return chosen;
    }

    [[nodiscard]] Result<std::vector<CommonColumn>> keyColumns() const
    {
        std::vector<CommonColumn> keys;
        if (m_options.keys.isEmpty()) {
            const qsizetype before = m_before.schema().indexOf(Role::Id);
            const qsizetype after = m_after.schema().indexOf(Role::Id);
            if (before < 0 || after < 0) {
                return Error(ErrorKind::Input, QByteArrayLiteral("no-id"),
                             Words::tr("A table without an id column cannot be compared by id. "
                                       "Name the columns that tell its rows apart."));
            }
            keys.push_back({before, after, true});
            return keys;
        }
        for (const QString &name : m_options.keys) {
            const qsizetype before = m_before.schema().indexOf(name);
            const qsizetype after = m_after.schema().indexOf(name);
            if (before < 0 || after < 0) {
                Place place;
                place.field = name;
                return Error(ErrorKind::NotFound, QByteArrayLiteral("no-such-column"),
                             Words::tr("Not both tables have a column “%1”.").arg(name))
                    .at(std::move(place));
            }
            keys.push_back(
                {before, after, !(m_before.field(before).type == m_after.field(after).type)});
        }
        return keys;
    }

    [[nodiscard]] Result<void> matchByKey()
    {
        PASSEL_TRY(const std::vector<CommonColumn> keys, keyColumns());
        PASSEL_TRY(const Hashes before, hashes(m_before, true, keys));
        PASSEL_TRY(const Hashes after, hashes(m_after, false, keys));
        // Rows of one key wait in a chain, in their order.
        constexpr auto None = static_cast<quint32>(-1);
        std::unordered_map<RowHash, quint32, HashOfHash> firsts;
        std::vector<quint32> nexts(after.size(), None);
        for (size_t i = after.size(); i-- > 0;) {
            const auto [entry, isNew] = firsts.try_emplace(after[i], static_cast<quint32>(i));
            if (!isNew)
                nexts[i] = std::exchange(entry->second, static_cast<quint32>(i));
        }
        std::vector<bool> found(after.size());
        for (size_t i = 0; i < before.size(); ++i) {
            const auto entry = firsts.find(before[i]);
            if (entry == firsts.end() || entry->second == None) {
                m_difference.rowsRemoved.push_back(static_cast<quint32>(i));
                continue;
            }
            const quint32 row = std::exchange(entry->second, nexts[entry->second]);
            found[row] = true;
            if (!(m_hashesBefore[i] == m_hashesAfter[row]))
                m_pairs.push_back({static_cast<quint32>(i), row});
        }
        for (size_t i = 0; i < after.size(); ++i) {
            if (!found[i])
                m_difference.rowsAdded.push_back(static_cast<quint32>(i));
        }
        return {};
    }

    [[nodiscard]] bool isSame(const CommonColumn &column, const Segment &a, qsizetype rowA,
                              const Segment &b, qsizetype rowB)
    {
        if (a.isNull(rowA) || b.isNull(rowB))
            return a.isNull(rowA) == b.isNull(rowB);
        const Field &field = m_before.field(column.before);
        if (column.asText)
            return cellText(field, a, rowA, &m_textBefore)
                   == cellText(m_after.field(column.after), b, rowB, &m_textAfter);
        if (field.type.isIntegral())
            return a.intAt(rowA) == b.intAt(rowB);
        if (field.type.isBytes())
            return a.bytesAt(rowA) == b.bytesAt(rowB);
        return a.valueAt(rowA, field.type) == b.valueAt(rowB, field.type);
    }

    // Column by column over the rows that were paired but are not equal.
    [[nodiscard]] Result<void> compareCells()
    {
        std::vector<bool> isChanged(m_pairs.size());
        for (size_t c = 0; c < m_common.size(); ++c) {
            const CommonColumn &column = m_common[c];
            ColumnReader before(m_before.column(column.before));
            ColumnReader after(m_after.column(column.after));
            for (size_t i = 0; i < m_pairs.size(); ++i) {
                if (i % 4096 == 0 && m_context.isCancelled())
                    return Error::cancelled();
                const RowPair &pair = m_pairs[i];
                qsizetype rowA = 0;
                qsizetype rowB = 0;
                PASSEL_TRY(const Segment *a,
                           before.seek(m_before.storedRow(pair.before), &rowA, m_context));
                PASSEL_TRY(const Segment *b,
                           after.seek(m_after.storedRow(pair.after), &rowB, m_context));
                if (isSame(column, *a, rowA, *b, rowB))
                    continue;
                isChanged[i] = true;
                ++m_difference.cellsChanged;
                ++m_difference.columns[c].cellsChanged;
                m_cells.emplace_back(static_cast<quint32>(i), static_cast<quint32>(c));
                if (m_cells.size() > 2 * static_cast<size_t>(Difference::MaxCells))
                    keepFirstCells();
            }
        }
        m_difference.rowsChanged =
            static_cast<qint64>(std::count(isChanged.begin(), isChanged.end(), true));
        keepFirstCells();
        for (const auto &[pair, common] : m_cells) {
            const auto [rowBefore, rowAfter] = m_pairs[pair];
            const CommonColumn &column = m_common[common];
            m_difference.cells.push_back(
                {static_cast<qsizetype>(rowBefore), static_cast<qsizetype>(rowAfter),
                 m_before.field(column.before).name,
                 m_before.tryText(static_cast<qsizetype>(rowBefore), column.before),
                 m_after.tryText(static_cast<qsizetype>(rowAfter), column.after)});
        }
        return {};
    }

    void keepFirstCells()
    {
        std::sort(m_cells.begin(), m_cells.end());
        if (m_cells.size() > static_cast<size_t>(Difference::MaxCells))
            m_cells.resize(static_cast<size_t>(Difference::MaxCells));
    }

    const DocumentArray &m_before;
    const DocumentArray &m_after;
    const DifferenceOptions &m_options;
    const TaskContext &m_context;
    std::vector<CommonColumn> m_common;
    Hashes m_hashesBefore;
    Hashes m_hashesAfter;
    std::vector<RowPair> m_pairs;                     // rows that belong together and may differ
    std::vector<std::pair<quint32, quint32>> m_cells; // (pair, common column)
    std::string m_textBefore;
    std::string m_textAfter;
    Difference m_difference;
};

} // namespace

Result<Difference> difference(const DocumentArray &before, const DocumentArray &after,
                              const DifferenceOptions &options, const TaskContext &context)
{
    return Comparison(before, after, options, context).run();
}

} // namespace passel
