#include "ui/grid/gridselection.h"

#include <algorithm>
#include <numeric>

namespace passel {

bool GridSelection::contains(qint64 row, int column) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(), [row, column](const GridRange &range) {
        return range.contains(row, column);
    });
}

bool GridSelection::containsRow(qint64 row) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(), [row](const GridRange &range) {
        return range.isRows() && row >= range.firstRow && row <= range.lastRow;
    });
}

bool GridSelection::containsColumn(int column) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(), [column](const GridRange &range) {
        return range.isColumns() && column >= range.firstColumn && column <= range.lastColumn;
    });
}

void GridSelection::clear()
{
    m_ranges.clear();
}

GridRange GridSelection::spanned(qint64 row, int column) const
{
    GridRange range{std::min(row, m_anchorRow), std::max(row, m_anchorRow),
                    std::min(column, m_anchorColumn), std::max(column, m_anchorColumn)};
    if (m_unit == Unit::Rows) {
        range.firstColumn = 0;
        range.lastColumn = GridRange::AllColumns;
    } else if (m_unit == Unit::Columns) {
        range.firstRow = 0;
        range.lastRow = GridRange::AllRows;
    }
    return range;
}

void GridSelection::begin(Unit unit, qint64 row, int column, bool add)
{
    if (!add)
        m_ranges.clear();
    m_unit = unit;
    m_anchorRow = row;
    m_anchorColumn = column;
    m_ranges.push_back(spanned(row, column));
}

void GridSelection::extend(qint64 row, int column)
{
    if (m_ranges.empty())
        begin(m_unit, row, column);
    else
        m_ranges.back() = spanned(row, column);
}

void GridSelection::selectAll()
{
    m_ranges = {{0, GridRange::AllRows, 0, GridRange::AllColumns}};
    m_unit = Unit::Cells;
    m_anchorRow = 0;
    m_anchorColumn = 0;
}

void GridSelection::clip(qint64 rows, int columns)
{
    std::erase_if(m_ranges, [rows, columns](const GridRange &range) {
        return range.firstRow >= rows || range.firstColumn >= columns;
    });
    m_anchorRow = std::clamp<qint64>(m_anchorRow, 0, std::max<qint64>(0, rows - 1));
    m_anchorColumn = std::clamp(m_anchorColumn, 0, std::max(0, columns - 1));
}

std::vector<GridRange> GridSelection::closed(qint64 rows, int columns) const
{
    std::vector<GridRange> result;
    for (GridRange range : m_ranges) {
        range.lastRow = std::min(range.lastRow, rows - 1);
        range.lastColumn = std::min(range.lastColumn, columns - 1);
        if (range.firstRow <= range.lastRow && range.firstColumn <= range.lastColumn)
            result.push_back(range);
    }
    return result;
}

std::vector<quint32> GridSelection::rows(qint64 rows, int columns) const
{
    std::vector<GridRange> ranges = closed(rows, columns);
    std::sort(ranges.begin(), ranges.end(),
              [](const GridRange &a, const GridRange &b) { return a.firstRow < b.firstRow; });
    std::vector<quint32> all;
    qint64 next = 0; // the first row that may still come
    for (const GridRange &range : ranges) {
        const qint64 first = std::max(range.firstRow, next);
        if (first > range.lastRow)
            continue;
        const size_t size = all.size();
        all.resize(size + static_cast<size_t>(range.lastRow - first + 1));
        std::iota(all.begin() + static_cast<qsizetype>(size), all.end(),
                  static_cast<quint32>(first));
        next = range.lastRow + 1;
    }
    return all;
}

qint64 GridSelection::cellCount(qint64 rows, int columns) const
{
    qint64 count = 0;
    for (const GridRange &range : closed(rows, columns))
        count += (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1);
    return count;
}

} // namespace passel
