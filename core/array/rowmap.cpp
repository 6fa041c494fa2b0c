#include "core/array/rowmap.h"

#include <algorithm>
#include <limits>

namespace passel {

namespace {

// Beyond this share of the rows, runs (24 bytes each) cost more than plain indexes (4 bytes a row).
constexpr qsizetype RowsPerRunWorthKeeping = 8;

} // namespace

RowMap RowMap::identity(qsizetype size)
{
    return range(0, size);
}

RowMap RowMap::range(qsizetype first, qsizetype size)
{
    auto data = std::make_shared<Data>();
    data->size = size;
    if (size > 0)
        data->runs.push_back({0, first, size});
    return RowMap(std::move(data));
}

RowMap RowMap::of(std::vector<quint32> storedRows)
{
    const auto count = static_cast<qsizetype>(storedRows.size());
    qsizetype runCount = count > 0 ? 1 : 0;
    for (size_t i = 1; i < storedRows.size(); ++i)
        runCount += storedRows[i] != storedRows[i - 1] + 1 ? 1 : 0;
    auto data = std::make_shared<Data>();
    data->size = count;
    if (runCount * RowsPerRunWorthKeeping > count && runCount > 1) {
        data->indexes = std::move(storedRows);
        return RowMap(std::move(data));
    }
    data->runs.reserve(static_cast<size_t>(runCount));
    for (qsizetype i = 0; i < count;) {
        const auto stored = storedRows[static_cast<size_t>(i)];
        qsizetype end = i + 1;
        while (end < count
               && storedRows[static_cast<size_t>(end)]
                      == storedRows[static_cast<size_t>(end - 1)] + 1)
            ++end;
        data->runs.push_back({i, static_cast<qsizetype>(stored), end - i});
        i = end;
    }
    return RowMap(std::move(data));
}

RowMap RowMap::ofRuns(const std::vector<Run> &runs)
{
    std::vector<Run> joined;
    joined.reserve(runs.size());
    qsizetype logical = 0;
    for (const Run &run : runs) {
        if (run.size == 0)
            continue;
        if (!joined.empty() && joined.back().stored + joined.back().size == run.stored)
            joined.back().size += run.size;
        else
            joined.push_back({logical, run.stored, run.size});
        logical += run.size;
    }
    if (static_cast<qsizetype>(joined.size()) * RowsPerRunWorthKeeping > logical
        && joined.size() > 1) {
        std::vector<quint32> indexes;
        indexes.reserve(static_cast<size_t>(logical));
        for (const Run &run : joined) {
            for (qsizetype i = 0; i < run.size; ++i)
                indexes.push_back(static_cast<quint32>(run.stored + i));
        }
        auto data = std::make_shared<Data>();
        data->size = logical;
        data->indexes = std::move(indexes);
        return RowMap(std::move(data));
    }
    auto data = std::make_shared<Data>();
    data->size = logical;
    data->runs = std::move(joined);
    return RowMap(std::move(data));
}

qsizetype RowMap::stored(qsizetype row) const noexcept
{
    Q_ASSERT(row >= 0 && row < size());
    if (!m_data->indexes.empty())
        return m_data->indexes[static_cast<size_t>(row)];
    const auto &runs = m_data->runs;
    if (runs.size() == 1)
        return runs.front().stored + row;
    const auto after = std::upper_bound(
        runs.begin(), runs.end(), row, [](qsizetype r, const Run &run) { return r < run.logical; });
    const Run &run = *std::prev(after);
    return run.stored + (row - run.logical);
}

bool RowMap::isIdentity() const noexcept
{
    return m_data->indexes.empty()
           && (m_data->runs.empty()
               || (m_data->runs.size() == 1 && m_data->runs.front().stored == 0));
}

RowMap RowMap::sliced(qsizetype first, qsizetype count) const
{
    first = std::clamp<qsizetype>(first, 0, size());
    count = std::clamp<qsizetype>(count, 0, size() - first);
    if (first == 0 && count == size())
        return *this;
    if (!m_data->indexes.empty()) {
        const auto begin = m_data->indexes.begin() + first;
        return of(std::vector<quint32>(begin, begin + count));
    }
    std::vector<Run> runs;
    for (const Run &run : m_data->runs) {
        const qsizetype begin = std::max(first, run.logical);
        const qsizetype end = std::min(first + count, run.logical + run.size);
        if (begin < end)
            runs.push_back({0, run.stored + begin - run.logical, end - begin});
    }
    return ofRuns(runs);
}

RowMap RowMap::concatenated(const RowMap &other) const
{
    if (size() == 0)
        return other;
    if (other.size() == 0)
        return *this;
    std::vector<Run> runs;
    const auto collect = [&runs](qsizetype, qsizetype stored, qsizetype count) {
        runs.push_back({0, stored, count});
    };
    forEachRun(collect);
    other.forEachRun(collect);
    return ofRuns(runs);
}

RowMap RowMap::selected(std::span<const quint32> positions) const
{
    std::vector<quint32> rows;
    rows.reserve(positions.size());
    for (const quint32 position : positions) {
        Q_ASSERT(position < size());
        // Whoever mixes up two arrays may lose a row by it, but nobody reads past the end.
        if (position < size())
            rows.push_back(static_cast<quint32>(stored(static_cast<qsizetype>(position))));
    }
    return of(std::move(rows));
}

RowMap RowMap::reversed() const
{
    std::vector<quint32> rows = toVector();
    std::reverse(rows.begin(), rows.end());
    return of(std::move(rows));
}

RowMap RowMap::shifted(qsizetype offset) const
{
    std::vector<Run> runs;
    forEachRun([&](qsizetype, qsizetype stored, qsizetype count) {
        runs.push_back({0, stored + offset, count});
    });
    return ofRuns(runs);
}

std::vector<quint32> RowMap::toVector() const
{
    if (!m_data->indexes.empty())
        return m_data->indexes;
    std::vector<quint32> rows;
    rows.reserve(static_cast<size_t>(size()));
    for (const Run &run : m_data->runs) {
        for (qsizetype i = 0; i < run.size; ++i)
            rows.push_back(static_cast<quint32>(run.stored + i));
    }
    return rows;
}

bool RowMap::operator==(const RowMap &other) const
{
    if (m_data == other.m_data)
        return true;
    if (size() != other.size())
        return false;
    if (m_data->indexes.empty() == other.m_data->indexes.empty())
        return m_data->runs == other.m_data->runs && m_data->indexes == other.m_data->indexes;
    return toVector() == other.toVector();
}

} // namespace passel
