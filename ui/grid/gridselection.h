// Which cells are selected: a few rectangles, however many rows they span.
#pragma once

#include <QtGlobal>

#include <limits>
#include <vector>

namespace passel {

//! \brief A rectangle of cells, ends included.
struct GridRange
{
    //! \brief Stand for "to the last" in whole columns and rows.
    static constexpr qint64 AllRows = std::numeric_limits<qint64>::max();
    static constexpr int AllColumns = std::numeric_limits<int>::max();

    qint64 firstRow = 0;
    qint64 lastRow = 0;
    int firstColumn = 0;
    int lastColumn = 0;

    bool operator==(const GridRange &) const = default;

    [[nodiscard]] bool contains(qint64 row, int column) const
    {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    [[nodiscard]] bool isRows() const { return firstColumn == 0 && lastColumn == AllColumns; }

    [[nodiscard]] bool isColumns() const { return firstRow == 0 && lastRow == AllRows; }
};

//! \brief The selection: ranges, of which the last one grows from an anchor. A value.
class GridSelection
{
public:
    //! \brief What the growing range is made of.
    enum class Unit : quint8 { Cells, Rows, Columns };

    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }

    [[nodiscard]] const std::vector<GridRange> &ranges() const { return m_ranges; }

    [[nodiscard]] bool contains(qint64 row, int column) const;
    //! \brief Whether any selected range holds the whole row (or column).
    [[nodiscard]] bool containsRow(qint64 row) const;
    [[nodiscard]] bool containsColumn(int column) const;

    void clear();
    //! \brief Begins a new range at a cell; the former ones stay when \a add.
    void begin(Unit unit, qint64 row, int column, bool add = false);
    //! \brief Grows the last range from its anchor to a cell.
    void extend(qint64 row, int column);
    void selectAll();
    //! \brief Drops ranges that no longer exist.
    void clip(qint64 rows, int columns);

    //! \brief Number of selected cells in an array of that size; overlaps are counted twice.
    [[nodiscard]] qint64 cellCount(qint64 rows, int columns) const;
    //! \brief The ranges with their open ends closed.
    [[nodiscard]] std::vector<GridRange> closed(qint64 rows, int columns) const;

    //! \brief Rows with a selected cell, ascending and each once. Costs four bytes a row.
    [[nodiscard]] std::vector<quint32> rows(qint64 rows, int columns) const;

    bool operator==(const GridSelection &) const = default;

private:
    [[nodiscard]] GridRange spanned(qint64 row, int column) const;

    std::vector<GridRange> m_ranges;
    Unit m_unit = Unit::Cells;
    qint64 m_anchorRow = 0;
    int m_anchorColumn = 0;
};

} // namespace passel
