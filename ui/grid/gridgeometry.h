// Where rows and columns are, in 64-bit pixels, so that any number of rows can be reached exactly.
#pragma once

#include <QRect>
#include <QSize>

#include <vector>

namespace passel {

//! \brief Pure arithmetic behind GridView: sizes in device-independent pixels, x and y of the
//! viewport, which holds header, gutter and cells. Logical, that is left to right; the view
//! mirrors.
//!
//! Columns have a guessed width until they are measured. Finding a row costs nothing; finding a
//! column is a binary search.
class GridGeometry
{
public:
    static constexpr int GuessedWidth = 120;
    static constexpr int LeastWidth = 40;
    static constexpr int LargestWidth = 4000;

    void setRowCount(qint64 rows);
    void setRowHeight(int height);
    void setHeaderHeight(int height);
    void setGutterWidth(int width);
    void setViewport(const QSize &size);
    //! \brief All columns unmeasured.
    void setColumnCount(int columns);
    //! \brief Sets a measured or chosen width; it is brought into the allowed range.
    void setColumnWidth(int column, int width);

    [[nodiscard]] qint64 rowCount() const { return m_rows; }

    [[nodiscard]] int columnCount() const { return int(m_widths.size()); }

    [[nodiscard]] int rowHeight() const { return m_rowHeight; }

    [[nodiscard]] int headerHeight() const { return m_headerHeight; }

    [[nodiscard]] int gutterWidth() const { return m_gutterWidth; }

    [[nodiscard]] QSize viewport() const { return m_viewport; }

    [[nodiscard]] bool isMeasured(int column) const { return m_widths[std::size_t(column)] > 0; }

    [[nodiscard]] int columnWidth(int column) const;
    //! \brief Left edge of \a column in the content; of columnCount() it is the content's width.
    [[nodiscard]] qint64 columnLeft(int column) const;

    [[nodiscard]] qint64 contentHeight() const { return m_rows * m_rowHeight; }

    [[nodiscard]] qint64 contentWidth() const { return columnLeft(columnCount()); }

    //! \brief Size of the part of the viewport that shows cells.
    [[nodiscard]] QSize cellArea() const;

    // The scrolled position: the content's pixel at the upper left of the cell area.
    [[nodiscard]] qint64 top() const { return m_top; }

    [[nodiscard]] qint64 left() const { return m_left; }

    [[nodiscard]] qint64 largestTop() const;
    [[nodiscard]] qint64 largestLeft() const;
    //! \brief Scrolls, as far as there is content. True when anything moved.
    bool setTop(qint64 top);
    bool setLeft(qint64 left);
    //! \brief Scrolls as little as needed to show a cell whole.
    bool reveal(qint64 row, int column);

    // What is seen
    [[nodiscard]] qint64 firstRow() const { return m_top / m_rowHeight; }

    //! \brief Last row of which any part is seen; −1 without rows.
    [[nodiscard]] qint64 lastRow() const;
    //! \brief Rows that fit whole, at least 1.
    [[nodiscard]] qint64 rowsInPage() const;
    [[nodiscard]] int firstColumn() const;
    //! \brief Last column of which any part is seen; −1 without columns.
    [[nodiscard]] int lastColumn() const;
    //! \brief Place of a cell in the viewport; may be outside of it.
    [[nodiscard]] QRect cellRect(qint64 row, int column) const;
    [[nodiscard]] QRect headerRect(int column) const;
    [[nodiscard]] int rowTop(qint64 row) const;
    //! \brief Row at viewport y, or −1 outside of the rows.
    [[nodiscard]] qint64 rowAt(int y) const;
    //! \brief Column at viewport x, or −1.
    [[nodiscard]] int columnAt(int x) const;
    //! \brief Column whose right edge is within 4 pixels of x, or −1.
    [[nodiscard]] int edgeAt(int x) const;

    // The scroll bars count in int; long content is scaled, and both ends stay exact.
    [[nodiscard]] static int barMaximum(qint64 largest);
    [[nodiscard]] static int barValue(qint64 position, qint64 largest);
    [[nodiscard]] static qint64 position(int barValue, qint64 largest);

private:
    void clamp();
    [[nodiscard]] int columnOf(qint64 contentX) const;
    void place() const;

    qint64 m_rows = 0;
    int m_rowHeight = 24;
    int m_headerHeight = 96;
    int m_gutterWidth = 40;
    QSize m_viewport;
    qint64 m_top = 0;
    qint64 m_left = 0;
    std::vector<int> m_widths; // 0 = not measured
    mutable std::vector<qint64> m_lefts{0};
    mutable bool m_placed = true;
};

} // namespace passel
