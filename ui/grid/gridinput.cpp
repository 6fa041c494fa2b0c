// Keyboard, pointer and tooltips of GridView.
#include "core/base/log.h"
#include "ui/grid/grideditor.h"
#include "ui/grid/gridview.h"
#include "ui/kit/plaintext.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr int WheelRows = 3;
constexpr int WheelPixels = 48;
constexpr int WheelNotch = 120;

bool types(const QKeyEvent &event)
{
    return !event.text().isEmpty() && event.text().at(0).isPrint()
           && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace

void GridView::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    const qint64 lastRow = m_geometry.rowCount() - 1;
    const int lastColumn = m_geometry.columnCount() - 1;
    const qint64 page = m_geometry.rowsInPage();
    const int forward = layoutDirection() == Qt::LeftToRight ? 1 : -1;
    // The end that moves while selecting is the current cell.
    switch (event->key()) {
    case Qt::Key_Up:
        if (alt && m_column >= 0) {
            emit headerMenuAsked(m_column,
                                 viewport()->mapToGlobal(headerRect(m_column).bottomLeft()));
            return;
        }
        moveTo(control ? 0 : m_row - 1, m_column, shift);
        return;
    case Qt::Key_Down:
        moveTo(control ? lastRow : m_row + 1, m_column, shift);
        return;
    case Qt::Key_Left:
        moveTo(m_row, control ? (forward > 0 ? 0 : lastColumn) : m_column - forward, shift);
        return;
    case Qt::Key_Right:
        moveTo(m_row, control ? (forward > 0 ? lastColumn : 0) : m_column + forward, shift);
        return;
    case Qt::Key_PageUp:
        moveTo(m_row - page, m_column, shift);
        return;
    case Qt::Key_PageDown:
        moveTo(m_row + page, m_column, shift);
        return;
    case Qt::Key_Home:
        moveTo(control ? 0 : m_row, 0, shift);
        return;
    case Qt::Key_End:
        moveTo(control ? lastRow : m_row, lastColumn, shift);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_row >= 0 && m_column >= 0) {
            emit activated(m_row, m_column);
            return;
        }
        break;
    case Qt::Key_Backspace:
        emit wentBack();
        return;
    case Qt::Key_Delete:
        if (m_row >= 0) {
            emit clearPressed();
            return;
        }
        break;
    case Qt::Key_F2:
        if (edit())
            return;
        break;
    case Qt::Key_Escape:
        if (!m_selection.isEmpty()) {
            setSelection({});
            return;
        }
        break;
    case Qt::Key_Space:
        if (m_row >= 0 && m_column >= 0 && (shift || control)) {
            GridSelection selection = m_selection;
            selection.begin(control ? GridSelection::Unit::Columns : GridSelection::Unit::Rows,
                            m_row, m_column);
            setSelection(selection);
            return;
        }
        break;
    case Qt::Key_Menu:
        if (m_row >= 0 && m_column >= 0) {
            emit cellMenuAsked(m_row, m_column,
                               viewport()->mapToGlobal(cellRect(m_row, m_column).bottomLeft()));
            return;
        }
        break;
    default:
        break;
    }
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        GridSelection all;
        all.selectAll();
        setSelection(all);
        return;
    }
    if (types(*event) && edit(event->text()))
        return;
    // QAbstractScrollArea's own keys would scroll the bars, which is not what they mean here.
    QFrame::keyPressEvent(event); // NOLINT(bugprone-parent-virtual-call): see above
}

bool GridView::focusNextPrevChild(bool next)
{
    // Within a row Tab goes from cell to cell; at its ends it leaves, so nobody is caught here.
    if (hasFocus() && m_row >= 0) {
        const int column = m_column + (next ? 1 : -1);
        if (column >= 0 && column < m_geometry.columnCount()) {
            moveTo(m_row, column, false);
            return true;
        }
    }
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void GridView::mousePressEvent(QMouseEvent *event)
{
    if (!m_source || event->button() != Qt::LeftButton)
        return;
    const QPoint at = logical(event->pos());
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const int column = m_geometry.columnAt(at.x());
    const qint64 row = m_geometry.rowAt(at.y());
    if (at.y() < m_geometry.headerHeight()) {
        if (const int edge = m_geometry.edgeAt(at.x()); edge >= 0) {
            m_drag = Drag::Edge;
            m_dragColumn = edge;
            m_dragStart = at.x();
            m_dragWidth = m_geometry.columnWidth(edge);
            return;
        }
        if (at.x() < m_geometry.gutterWidth()) {
            GridSelection all;
            all.selectAll();
            setSelection(all);
            return;
        }
        if (column < 0)
            return;
        if (shift || control) {
            GridSelection selection = m_selection;
            if (shift && !selection.isEmpty())
                selection.extend(std::max<qint64>(0, m_row), column);
            else
                selection.begin(GridSelection::Unit::Columns, std::max<qint64>(0, m_row), column,
                                control);
            setSelection(selection);
            m_column = column;
            emit currentChanged(m_row, m_column);
            return;
        }
        const HeaderPart part = headerLayout(column).partAt(event->pos());
        moveTo(m_row, column, false);
        switch (part.kind) {
        case HeaderPart::Kind::Badge: {
            const QRect badge = headerLayout(column).badge;
            emit badgePressed(column,
                              QRect(viewport()->mapToGlobal(badge.topLeft()), badge.size()));
            return;
        }
        case HeaderPart::Kind::Top:
            if (profileOf(column).top[std::size_t(part.index)].isOther)
                return;
            [[fallthrough]];
        case HeaderPart::Kind::Bin:
        case HeaderPart::Kind::Missing:
            emit filterPicked(column, part);
            return;
        case HeaderPart::Kind::Name:
            emit sortCycled(column, false);
            return;
        case HeaderPart::Kind::Rest:
            return;
        }
        return;
    }
    if (row < 0)
        return;
    if (at.x() < m_geometry.gutterWidth()) {
        GridSelection selection = m_selection;
        if (shift && !selection.isEmpty())
            selection.extend(row, std::max(0, m_column));
        else
            selection.begin(GridSelection::Unit::Rows, row, std::max(0, m_column), control);
        setSelection(selection);
        m_drag = Drag::Rows;
        m_row = row;
        emit currentChanged(m_row, m_column);
        viewport()->update();
        return;
    }
    if (column < 0)
        return;
    if (control) {
        GridSelection selection = m_selection;
        if (selection.isEmpty() && m_row >= 0)
            selection.begin(GridSelection::Unit::Cells, m_row, m_column);
        selection.begin(GridSelection::Unit::Cells, row, column, true);
        m_row = row;
        m_column = column;
        setSelection(selection);
        emit currentChanged(m_row, m_column);
    } else {
        moveTo(row, column, shift);
    }
    m_drag = Drag::Cells;
}

void GridView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = logical(event->pos());
    const qint64 row = m_geometry.rowAt(at.y());
    const int column = m_geometry.columnAt(at.x());
    switch (m_drag) {
    case Drag::Edge:
        m_guessed.remove(m_dragColumn);
        m_ownWidths.insert(m_dragColumn);
        m_geometry.setColumnWidth(m_dragColumn, m_dragWidth + at.x() - m_dragStart);
        updateBars();
        moved();
        return;
    case Drag::Rows:
    case Drag::Cells: {
        // Dragged over an edge, the table follows a row or column at a time.
        const qint64 toRow = row >= 0                             ? row
                             : at.y() < m_geometry.headerHeight() ? m_geometry.firstRow() - 1
                                                                  : m_geometry.lastRow() + 1;
        const int toColumn = column >= 0                         ? column
                             : at.x() < m_geometry.gutterWidth() ? m_geometry.firstColumn() - 1
                                                                 : m_geometry.lastColumn() + 1;
        if (m_drag == Drag::Rows)
            moveTo(toRow, m_column, true);
        else if (toRow != m_row || toColumn != m_column)
            moveTo(toRow, toColumn, true);
        return;
    }
    case Drag::None:
        break;
    }
    const bool inHeader = at.y() < m_geometry.headerHeight();
    viewport()->setCursor(inHeader && m_geometry.edgeAt(at.x()) >= 0 ? Qt::SplitHCursor
                                                                     : Qt::ArrowCursor);
    const int hoverColumn = inHeader ? column : -1;
    const std::optional<HeaderPart> part =
        hoverColumn >= 0 ? std::optional(headerLayout(hoverColumn).partAt(event->pos()))
                         : std::nullopt;
    if (row != m_hoverRow || hoverColumn != m_hoverColumn || part != m_hoverPart) {
        m_hoverRow = row;
        m_hoverColumn = hoverColumn;
        m_hoverPart = part;
        viewport()->update();
    }
}

void GridView::mouseReleaseEvent(QMouseEvent *)
{
    m_drag = Drag::None;
}

void GridView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint at = logical(event->pos());
    if (at.y() < m_geometry.headerHeight()) {
        // On an edge: as wide as what is seen.
        if (const int edge = m_geometry.edgeAt(at.x()); edge >= 0 && m_source) {
            int wide = headerWidth(columnOf(edge), profileOf(edge));
            for (qint64 row = m_geometry.firstRow(); row <= m_geometry.lastRow(); ++row)
                wide = std::max(wide, m_cells.width(m_source->cell(row, edge)));
            setColumnWidth(edge, std::min(wide, 2 * viewport()->width() / 3));
        } else {
            mousePressEvent(event);
        }
        return;
    }
    const qint64 row = m_geometry.rowAt(at.y());
    const int column = m_geometry.columnAt(at.x());
    if (row < 0 || column < 0)
        return;
    moveTo(row, column, false);
    if (!edit())
        emit activated(row, column);
}

void GridView::wheelEvent(QWheelEvent *event)
{
    QPoint pixels = event->pixelDelta();
    if (pixels.isNull()) {
        // Notches of a fine wheel are collected, so that none is lost to rounding.
        m_wheel += event->angleDelta();
        pixels = QPoint(m_wheel.x() * WheelPixels / WheelNotch,
                        m_wheel.y() * WheelRows * m_geometry.rowHeight() / WheelNotch);
        if (pixels.x() != 0)
            m_wheel.setX(0);
        if (pixels.y() != 0)
            m_wheel.setY(0);
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        pixels = pixels.transposed();
    const int forward = layoutDirection() == Qt::LeftToRight ? 1 : -1;
    scrollTo(m_geometry.top() - pixels.y(), m_geometry.left() - qint64(pixels.x()) * forward);
    event->accept();
}

void GridView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (m_row >= 0 && m_column >= 0) {
            emit cellMenuAsked(m_row, m_column,
                               viewport()->mapToGlobal(cellRect(m_row, m_column).bottomLeft()));
        }
        return;
    }
    const QPoint at = logical(event->pos());
    const int column = m_geometry.columnAt(at.x());
    const qint64 row = m_geometry.rowAt(at.y());
    if (at.y() < m_geometry.headerHeight()) {
        if (column >= 0)
            emit headerMenuAsked(column, event->globalPos());
        return;
    }
    if (row < 0)
        return;
    const int target = column >= 0 ? column : std::max(0, m_column);
    if (!m_selection.contains(row, target))
        moveTo(row, target, false);
    emit cellMenuAsked(row, target, event->globalPos());
}

QString GridView::toolTipAt(const QPoint &position) const
{
    if (!m_source)
        return {};
    const QPoint at = logical(position);
    const int column = m_geometry.columnAt(at.x());
    if (column < 0)
        return {};
    const QLocale locale;
    if (at.y() < m_geometry.headerHeight()) {
        const HeaderPart part = headerLayout(column).partAt(position);
        const GridColumn &info = columnOf(column);
        const GridProfile &profile = profileOf(column);
        switch (part.kind) {
        case HeaderPart::Kind::Bin: {
            const GridProfile::Bin &bin = profile.bins[std::size_t(part.index)];
            return tr("%1: %2 rows. Click to filter.").arg(bin.label, locale.toString(bin.count));
        }
        case HeaderPart::Kind::Top: {
            const GridProfile::Top &top = profile.top[std::size_t(part.index)];
            if (top.isOther)
                return tr("%1: %2 rows").arg(top.text, locale.toString(top.count));
            return tr("%1: %2 rows. Click to filter.")
                .arg(visibleText(top.text), locale.toString(top.count));
        }
        case HeaderPart::Kind::Missing:
            return tr("%1 missing. Click to filter.").arg(shareText(profile.missingShare));
        case HeaderPart::Kind::Badge:
            return info.typeNote.isEmpty() ? tr("%1. Click to change the type.").arg(info.typeText)
                                           : tr("%1, %2. Click to change the type.")
                                                 .arg(info.typeText, visibleText(info.typeNote));
        case HeaderPart::Kind::Name:
            return tr("%1. Click to sort.").arg(visibleText(info.name));
        case HeaderPart::Kind::Rest:
            return {};
        }
    }
    const qint64 row = m_geometry.rowAt(at.y());
    if (row < 0)
        return {};
    const GridCell cell = m_source->cell(row, column);
    switch (cell.state) {
    case GridCell::State::Missing:
        return tr("missing");
    case GridCell::State::EmptyText:
        return tr("empty text");
    case GridCell::State::Pending:
        return tr("on its way");
    case GridCell::State::Present:
        break;
    }
    // Only what is cut needs telling.
    CellPainter measure;
    if (measure.width(cell) <= m_geometry.columnWidth(column) && !cell.text.contains(u'\n'))
        return {};
    return visibleText(cell.text);
}

bool GridView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = toolTipAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), plainToolTip(text), viewport());
        return true;
    }
    case QEvent::Leave:
        m_hoverRow = -1;
        m_hoverColumn = -1;
        m_hoverPart.reset();
        viewport()->update();
        break;
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace passel
