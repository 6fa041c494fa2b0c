// The table: our own grid, which paints itself and asks only for what is on the screen.
#pragma once

#include "ui/grid/cellpainter.h"
#include "ui/grid/gridgeometry.h"
#include "ui/grid/gridselection.h"
#include "ui/grid/gridsource.h"
#include "ui/grid/headerpainter.h"

#include <QAbstractScrollArea>
#include <QPointer>
#include <QSet>

#include <functional>
#include <optional>

namespace passel {

class GridEditor;

//! \brief Header cells with profiles, a gutter of row numbers, cells; current cell, selection,
//! editing, finding, copying. Any number of rows: nothing costs anything a row.
//!
//! Keyboard: arrows, Page Up and Down, Home and End (column), with Ctrl to the edges, with Shift
//! to select; Tab and Shift+Tab to the next cell, leaving the grid at the ends of a row; F2 or
//! typing edits; Enter is activated() (goes into nested documents), Backspace wentBack(); Delete
//! clearPressed(); Ctrl+A, Ctrl+Space (column), Shift+Space (row); Ctrl+C; the menu key, and
//! with Shift+F10 likewise; Alt+Up the menu of the column.
//!
//! Signals are facts; the view changes nothing in its source.
class GridView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    //! \brief Density of the rows.
    enum class Density : quint8 { Compact, Normal, Roomy };

    explicit GridView(QWidget *parent = nullptr);
    ~GridView() override;

    //! \brief Shows \a source, which must outlive its use here; null shows nothing. Not owned.
    void setSource(GridSource *source);

    [[nodiscard]] GridSource *source() const { return m_source; }

    void setDensity(Density density);
    //! \brief Header of 48 (name and badge) instead of 96 pixels.
    void setHeaderCompact(bool compact);

    // Current cell
    [[nodiscard]] qint64 currentRow() const { return m_row; } //!< −1 without rows

    [[nodiscard]] int currentColumn() const { return m_column; } //!< −1 without columns

    //! \brief Makes a cell current, scrolls to it and selects nothing else; clamped.
    void setCurrent(qint64 row, int column);

    // Selection
    [[nodiscard]] const GridSelection &selection() const { return m_selection; }

    void setSelection(const GridSelection &selection);

    // Looks
    [[nodiscard]] int columnWidth(int column) const { return m_geometry.columnWidth(column); }

    void setColumnWidth(int column, int width);

    //! \brief Says how wide a column has to be for values that are not on the screen, in pixels. It
    //! grows to that unless a person chose its width.
    void setLeastColumnWidth(int column, int width);
    //! \brief Which letters of a cell's text are to be marked as found; null marks nothing. Called
    //! for visible cells at each painting: keep it quick.
    void setFinder(std::function<TextStretches(const QString &)> finder);
    //! \brief Ticks painted over the vertical scroll bar: rows and their mark.
    void setTicks(std::vector<std::pair<qint64, RowMark>> ticks);

    // Where things are
    [[nodiscard]] const GridGeometry &geometry() const { return m_geometry; }

    //! \brief Place of a cell in the viewport as it is painted (mirrored right to left).
    [[nodiscard]] QRect cellRect(qint64 row, int column) const;
    [[nodiscard]] QRect headerRect(int column) const;
    //! \brief Layout of a column's header, for popups under its parts.
    [[nodiscard]] HeaderLayout headerLayout(int column) const;
    //! \brief Scrolls to exactly this pixel of the content.
    void scrollTo(qint64 top, qint64 left);

    // Doing
    //! \brief Opens the editor on the current cell; with \a text in it instead of the value.
    //! False when the source does not allow it.
    bool edit(const std::optional<QString> &text = {});
    [[nodiscard]] bool isEditing() const;
    //! \brief The selection (or the current cell) as tab-separated text; nothing when it is larger
    //! than CopyLimit cells. Missing cells are empty in a table and "missing" when copied alone;
    //! empty text is "".
    [[nodiscard]] std::optional<QString> copyText() const;
    //! \brief Puts copyText() on the clipboard; emits copied() or copyRefused().
    void copy();

    //! \brief Largest number of cells that are copied.
    static constexpr qint64 CopyLimit = 1'000'000;

signals:
    void currentChanged(qint64 row, int column);
    void selectionChanged();
    //! \brief Enter or a double click on a cell that cannot be edited.
    void activated(qint64 row, int column);
    //! \brief Backspace: out of nested documents.
    void wentBack();
    //! \brief Delete on the selection or the current cell.
    void clearPressed();
    //! \brief The editor was left with a text that the source has no problem with.
    void edited(qint64 row, int column, const QString &text);
    //! \brief A column's name was clicked: sort it the next way; \a add keeps other sort keys.
    void sortCycled(int column, bool add);
    //! \brief A bar, frequent value or the gauge of missing ones was clicked; \a part says which.
    void filterPicked(int column, const passel::HeaderPart &part);
    //! \brief The badge was clicked: show the types below \a globalRect.
    void badgePressed(int column, const QRect &globalRect);
    void cellMenuAsked(qint64 row, int column, const QPoint &globalPosition);
    void headerMenuAsked(int column, const QPoint &globalPosition);
    void copied(qint64 cells);
    //! \brief More cells than CopyLimit were selected; nothing was copied.
    void copyRefused(qint64 cells);
    //! \brief What is on the screen changed by scrolling, resizing or a reset.
    void viewMoved(qint64 firstRow, qint64 lastRow, int firstColumn, int lastColumn);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    enum class Drag : quint8 { None, Cells, Rows, Edge };

    void reset();
    void takeRows();
    void takeFonts();
    void measureVisible();
    void growColumns();
    void measureFrom(int firstColumn);
    void updateBars();
    void moved();
    void moveTo(qint64 row, int column, bool extend);
    void finishEdit(bool accept, int rowStep, int columnStep);
    void showEditor();
    void tellAccessibility();
    [[nodiscard]] QRect visual(const QRect &logical) const;
    [[nodiscard]] QPoint logical(const QPoint &position) const;
    [[nodiscard]] QString toolTipAt(const QPoint &position) const;
    [[nodiscard]] const GridColumn &columnOf(int column) const;
    [[nodiscard]] const GridProfile &profileOf(int column) const;
    [[nodiscard]] int wantedWidth(int column) const;
    void paintHeaders(QPainter *painter);
    void paintRows(QPainter *painter);
    void paintGutter(QPainter *painter);
    [[nodiscard]] CellLook look(qint64 row, int column) const;

    struct Header
    {
        GridColumn column;
        GridProfile profile;
        int width = -1; // that it wants; -1 not yet measured
    };

    QPointer<GridSource> m_source;
    GridGeometry m_geometry;
    GridSelection m_selection;
    CellPainter m_cells;
    mutable QHash<int, Header> m_headers; // of columns that have been seen
    QSet<int> m_ownWidths;                // columns whose width a person gave
    QHash<int, int> m_leastWidths;        // see setLeastColumnWidth()
    QSet<int> m_guessed; // columns whose cells were all on their way when they came into view
    QPointer<GridEditor> m_editor;
    std::function<TextStretches(const QString &)> m_finder;
    std::vector<std::pair<qint64, RowMark>> m_ticks;
    QWidget *m_tickLayer;
    QWidget *m_barHead = nullptr;
    qint64 m_row = -1;
    int m_column = -1;
    qint64 m_hoverRow = -1;
    int m_hoverColumn = -1;
    std::optional<HeaderPart> m_hoverPart;
    Drag m_drag = Drag::None;
    int m_dragColumn = -1;
    int m_dragStart = 0;
    int m_dragWidth = 0;
    QPoint m_wheel;
    Density m_density = Density::Normal;
    bool m_headerCompact = false;
    bool m_fromBar = true;
};

} // namespace passel
