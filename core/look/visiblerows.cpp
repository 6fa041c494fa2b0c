#include "core/look/visiblerows.h"

#include <algorithm>

namespace passel {

VisibleRows::VisibleRows(const DocumentArray &array)
    : m_size(array.rowCount())
{
    const RowMap &map = array.rowMap();
    const qsizetype stored = array.storedRowCount();
    if (map.isIdentity() && map.size() == stored)
        return;
    std::vector<quint32> rows = map.toVector();
    if (!std::is_sorted(rows.begin(), rows.end())) {
        // A bit a stored row sorts them in linear time, unless one stands twice.
        std::vector<bool> seen(static_cast<size_t>(stored), false);
        bool repeats = false;
        for (const quint32 row : rows) {
            repeats = repeats || seen[row];
            seen[row] = true;
        }
        if (repeats) {
            std::sort(rows.begin(), rows.end());
        } else {
            size_t out = 0;
            for (size_t row = 0; row < seen.size(); ++row) {
                if (seen[row])
                    rows[out++] = static_cast<quint32>(row);
            }
        }
    }
    const bool repeats = std::adjacent_find(rows.begin(), rows.end()) != rows.end();
    if (!repeats && static_cast<qsizetype>(rows.size()) == stored)
        return; // every row, in another order
    m_rows = std::make_shared<const std::vector<quint32>>(std::move(rows));
}

std::span<const quint32> VisibleRows::between(qsizetype begin, qsizetype end) const noexcept
{
    const auto first = std::lower_bound(m_rows->begin(), m_rows->end(), begin);
    const auto last = std::lower_bound(first, m_rows->end(), end);
    return {first, last};
}

qsizetype VisibleRows::countIn(qsizetype begin, qsizetype end) const noexcept
{
    return isAll() ? end - begin : static_cast<qsizetype>(between(begin, end).size());
}

qsizetype VisibleRows::positionOf(qsizetype begin) const noexcept
{
    if (isAll())
        return begin;
    return std::lower_bound(m_rows->begin(), m_rows->end(), begin) - m_rows->begin();
}

} // namespace passel
