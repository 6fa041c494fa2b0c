#include "ui/grid/gridgeometry.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace passel {

namespace {

constexpr int EdgeReach = 4;
constexpr int LargestBar = 1 << 30;

int clampedToInt(qint64 value)
{
    constexpr qint64 Far = std::numeric_limits<int>::max() / 4;
    return int(std::clamp(value, -Far, Far));
}

} // namespace

void GridGeometry::setRowCount(qint64 rows)
{
    m_rows = std::max<qint64>(0, rows);
    clamp();
}

void GridGeometry::setRowHeight(int height)
{
    // The row at the top stays there.
    const qint64 row = firstRow();
    const qint64 within = m_top - row * m_rowHeight;
    m_rowHeight = std::max(1, height);
    m_top = row * m_rowHeight + std::min<qint64>(within, m_rowHeight - 1);
    clamp();
}

void GridGeometry::setHeaderHeight(int height)
{
    m_headerHeight = std::max(0, height);
    clamp();
}

void GridGeometry::setGutterWidth(int width)
{
    m_gutterWidth = std::max(0, width);
    clamp();
}

void GridGeometry::setViewport(const QSize &size)
{
    m_viewport = size;
    clamp();
}

void GridGeometry::setColumnCount(int columns)
{
    m_widths.assign(std::size_t(std::max(0, columns)), 0);
    m_placed = false;
    clamp();
}

void GridGeometry::setColumnWidth(int column, int width)
{
    m_widths[std::size_t(column)] = std::clamp(width, LeastWidth, LargestWidth);
    m_placed = false;
    clamp();
}

int GridGeometry::columnWidth(int column) const
{
    const int width = m_widths[std::size_t(column)];
    return width > 0 ? width : GuessedWidth;
}

void GridGeometry::place() const
{
    if (m_placed)
        return;
    m_lefts.resize(m_widths.size() + 1);
    qint64 x = 0;
    for (std::size_t column = 0; column < m_widths.size(); ++column) {
        m_lefts[column] = x;
        x += columnWidth(int(column));
    }
    m_lefts[m_widths.size()] = x;
    m_placed = true;
}

qint64 GridGeometry::columnLeft(int column) const
{
    place();
    return m_lefts[std::size_t(column)];
}

QSize GridGeometry::cellArea() const
{
    return {std::max(0, m_viewport.width() - m_gutterWidth),
            std::max(0, m_viewport.height() - m_headerHeight)};
}

qint64 GridGeometry::largestTop() const
{
    return std::max<qint64>(0, contentHeight() - cellArea().height());
}

qint64 GridGeometry::largestLeft() const
{
    return std::max<qint64>(0, contentWidth() - cellArea().width());
}

void GridGeometry::clamp()
{
    m_top = std::clamp<qint64>(m_top, 0, largestTop());
    m_left = std::clamp<qint64>(m_left, 0, largestLeft());
}

bool GridGeometry::setTop(qint64 top)
{
    const qint64 before = std::exchange(m_top, top);
    clamp();
    return m_top != before;
}

bool GridGeometry::setLeft(qint64 left)
{
    const qint64 before = std::exchange(m_left, left);
    clamp();
    return m_left != before;
}

bool GridGeometry::reveal(qint64 row, int column)
{
    const qint64 topBefore = m_top;
    const qint64 leftBefore = m_left;
    const QSize area = cellArea();
    if (row >= 0 && row < m_rows) {
        const qint64 y = row * m_rowHeight;
        if (y < m_top || area.height() < m_rowHeight)
            setTop(y);
        else if (y + m_rowHeight > m_top + area.height())
            setTop(y + m_rowHeight - area.height());
    }
    if (column >= 0 && column < columnCount()) {
        const qint64 x = columnLeft(column);
        const int width = columnWidth(column);
        if (x < m_left || width > area.width())
            setLeft(x);
        else if (x + width > m_left + area.width())
            setLeft(x + width - area.width());
    }
    return m_top != topBefore || m_left != leftBefore;
}

qint64 GridGeometry::lastRow() const
{
    const int height = cellArea().height();
    if (m_rows == 0 || height == 0)
        return -1;
    return std::min(m_rows - 1, (m_top + height - 1) / m_rowHeight);
}

qint64 GridGeometry::rowsInPage() const
{
    return std::max(1, cellArea().height() / m_rowHeight);
}

int GridGeometry::columnOf(qint64 contentX) const
{
    place();
    if (contentX < 0 || contentX >= m_lefts.back())
        return -1;
    const auto after = std::upper_bound(m_lefts.begin(), m_lefts.end(), contentX);
    return int(after - m_lefts.begin()) - 1;
}

int GridGeometry::firstColumn() const
{
    return columnCount() == 0 ? 0 : std::max(0, columnOf(m_left));
}

int GridGeometry::lastColumn() const
{
    const int width = cellArea().width();
    if (columnCount() == 0 || width == 0)
        return -1;
    const int last = columnOf(m_left + width - 1);
    return last < 0 ? columnCount() - 1 : last;
}

int GridGeometry::rowTop(qint64 row) const
{
    return clampedToInt(m_headerHeight + row * m_rowHeight - m_top);
}

QRect GridGeometry::cellRect(qint64 row, int column) const
{
    return {clampedToInt(m_gutterWidth + columnLeft(column) - m_left), rowTop(row),
            columnWidth(column), m_rowHeight};
}

QRect GridGeometry::headerRect(int column) const
{
    return {clampedToInt(m_gutterWidth + columnLeft(column) - m_left), 0, columnWidth(column),
            m_headerHeight};
}

qint64 GridGeometry::rowAt(int y) const
{
    if (y < m_headerHeight || y >= m_viewport.height())
        return -1;
    const qint64 row = (m_top + y - m_headerHeight) / m_rowHeight;
    return row < m_rows ? row : -1;
}

int GridGeometry::columnAt(int x) const
{
    if (x < m_gutterWidth || x >= m_viewport.width())
        return -1;
    return columnOf(m_left + x - m_gutterWidth);
}

int GridGeometry::edgeAt(int x) const
{
    if (x < m_gutterWidth - EdgeReach)
        return -1;
    place();
    const qint64 contentX = m_left + x - m_gutterWidth;
    // The first right edge that is not before the reach is the only candidate.
    const auto edge = std::lower_bound(m_lefts.begin() + 1, m_lefts.end(), contentX - EdgeReach);
    if (edge == m_lefts.end() || *edge > contentX + EdgeReach)
        return -1;
    return int(edge - m_lefts.begin()) - 1;
}

int GridGeometry::barMaximum(qint64 largest)
{
    return int(std::min<qint64>(largest, LargestBar));
}

int GridGeometry::barValue(qint64 position, qint64 largest)
{
    if (largest <= LargestBar)
        return int(position);
    return int(double(position) / double(largest) * LargestBar);
}

qint64 GridGeometry::position(int barValue, qint64 largest)
{
    if (largest <= LargestBar)
        return barValue;
    if (barValue >= LargestBar)
        return largest;
    return qint64(double(barValue) / LargestBar * double(largest));
}

} // namespace passel
