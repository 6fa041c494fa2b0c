#include "ui/grid/gridview.h"

#include "core/base/log.h"
#include "ui/grid/gridaccessible.h"
#include "ui/grid/grideditor.h"
#include "ui/grid/gridmargin.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr int HorizontalStep = 48;
constexpr int LargestMeasured = 280;
constexpr int LeastMeasured = 72;
constexpr int CornerIcon = 14;

QString quoted(const QString &text)
{
    const bool plain = !text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'\r')
                       && !text.startsWith(u'"');
    if (plain && !text.isEmpty())
        return text;
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

GridView::GridView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_tickLayer(new ScrollTicks(m_ticks, m_geometry, verticalScrollBar()))
{
    installGridAccessibility();
    setObjectName(u"grid"_s);
    setAccessibleName(tr("Table"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_tickLayer->hide();
    m_barHead = new ScrollHead(this);
    addScrollBarWidget(m_barHead, Qt::AlignTop); // the bar belongs to the rows, not to the header
    connect(&Theme::instance(), &Theme::schemeChanged, this, [this] {
        m_cells.forget();
        viewport()->update();
    });
    takeFonts();
}

GridView::~GridView() = default;

void GridView::setSource(GridSource *source)
{
    if (m_source)
        m_source->disconnect(this);
    m_source = source;
    if (m_source) {
        connect(m_source, &GridSource::wasReset, this, &GridView::reset);
        connect(m_source, &GridSource::rowsChanged, this, &GridView::takeRows);
        connect(m_source, &GridSource::cellsChanged, this, [this] {
            // Columns that came into view before their cells did get their width now.
            if (!m_guessed.isEmpty()) {
                measureVisible();
                updateBars();
            }
            viewport()->update();
        });
        connect(m_source, &GridSource::headerChanged, this, [this] {
            m_headers.clear();
            growColumns();
            viewport()->update();
        });
        connect(m_source, &QObject::destroyed, this, &GridView::reset);
    }
    reset();
}

void GridView::reset()
{
    if (m_editor)
        finishEdit(false, 0, 0);
    m_headers.clear();
    m_guessed.clear();
    m_ownWidths.clear();
    m_leastWidths.clear();
    m_geometry.setColumnCount(m_source ? m_source->columnCount() : 0);
    m_column =
        m_geometry.columnCount() == 0 ? -1 : std::clamp(m_column, 0, m_geometry.columnCount() - 1);
    takeRows();
}

void GridView::takeRows()
{
    const qint64 rowBefore = m_row;
    m_geometry.setRowCount(m_source ? m_source->rowCount() : 0);
    m_geometry.setGutterWidth(m_cells.gutterWidth(m_source ? m_source->largestRowNumber() : 0,
                                                  m_source && m_source->hasRowMarks()));
    m_row =
        m_geometry.rowCount() == 0 ? -1 : std::clamp<qint64>(m_row, 0, m_geometry.rowCount() - 1);
    const GridSelection before = m_selection;
    m_selection.clip(m_geometry.rowCount(), m_geometry.columnCount());
    measureVisible();
    updateBars();
    moved();
    QAccessibleTableModelChangeEvent event(this, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
    if (m_row != rowBefore)
        emit currentChanged(m_row, m_column);
    if (!(before == m_selection))
        emit selectionChanged();
}

void GridView::takeFonts()
{
    m_cells.forget();
    m_headers.clear();
    const int least = QFontMetrics(Theme::font(TextSize::Base)).height() + 8;
    const Metric row = m_density == Density::Compact ? Metric::RowCompact
                       : m_density == Density::Roomy ? Metric::RowRoomy
                                                     : Metric::Row;
    m_geometry.setRowHeight(std::max(least, Theme::metric(row)));
    m_geometry.setHeaderHeight(
        Theme::metric(m_headerCompact ? Metric::HeaderCompact : Metric::Header));
    m_barHead->setFixedHeight(m_geometry.headerHeight());
    m_geometry.setGutterWidth(m_cells.gutterWidth(m_source ? m_source->largestRowNumber() : 0,
                                                  m_source && m_source->hasRowMarks()));
    updateBars();
    viewport()->update();
}

void GridView::setDensity(Density density)
{
    m_density = density;
    takeFonts();
    moved();
}

void GridView::setHeaderCompact(bool compact)
{
    m_headerCompact = compact;
    takeFonts();
    moved();
}

const GridColumn &GridView::columnOf(int column) const
{
    auto found = m_headers.find(column);
    if (found == m_headers.end())
        found = m_headers.insert(column, {m_source->column(column), m_source->profile(column), -1});
    return found->column;
}

const GridProfile &GridView::profileOf(int column) const
{
    (void)columnOf(column);
    return m_headers.find(column)->profile;
}

int GridView::wantedWidth(int column) const
{
    (void)columnOf(column);
    Header &header = *m_headers.find(column);
    if (header.width < 0)
        header.width = headerWidth(header.column, header.profile);
    return std::min(std::max(header.width, m_leastWidths.value(column)), LargestMeasured);
}

void GridView::measureVisible()
{
    if (!m_source || m_geometry.viewport().isEmpty())
        return;
    // At the far end narrower columns let more of them in from the left: until nothing is new.
    for (int first = -1; first != m_geometry.firstColumn();) {
        first = m_geometry.firstColumn();
        measureFrom(first);
    }
}

void GridView::measureFrom(int firstColumn)
{
    // A column gets its width when it is first seen, from what is then on the screen.
    const qint64 firstRow = m_geometry.firstRow();
    const qint64 lastRow = m_geometry.lastRow();
    for (int column = firstColumn; column <= m_geometry.lastColumn(); ++column) {
        int wide = wantedWidth(column);
        if (m_geometry.isMeasured(column) && !m_guessed.contains(column)) {
            // A profile comes later than the cells, other rows have another, a sort has a mark.
            if (wide > m_geometry.columnWidth(column) && !m_ownWidths.contains(column))
                m_geometry.setColumnWidth(column, wide);
            continue;
        }
        int content = 0;
        bool seen = false;
        for (qint64 row = firstRow; row <= lastRow; ++row) {
            const GridCell cell = m_source->cell(row, column);
            seen |= cell.state != GridCell::State::Pending;
            content = std::max(content, m_cells.width(cell));
        }
        wide = std::clamp(std::max(wide, content), LeastMeasured, LargestMeasured);
        m_guessed.remove(column);
        if (!seen && m_geometry.rowCount() > 0) {
            wide = std::max(wide, GridGeometry::GuessedWidth);
            m_guessed.insert(column);
        }
        m_geometry.setColumnWidth(column, wide);
    }
}

void GridView::growColumns()
{
    const qint64 before = m_geometry.contentWidth();
    measureVisible();
    if (m_geometry.contentWidth() != before) {
        updateBars();
        moved();
    }
}

void GridView::setColumnWidth(int column, int width)
{
    m_guessed.remove(column);
    m_ownWidths.insert(column);
    m_geometry.setColumnWidth(column, width);
    measureVisible();
    updateBars();
    moved();
}

void GridView::setLeastColumnWidth(int column, int width)
{
    m_leastWidths.insert(column, width);
    growColumns();
}

void GridView::setFinder(std::function<TextStretches(const QString &)> finder)
{
    m_finder = std::move(finder);
    viewport()->update();
}

void GridView::setTicks(std::vector<std::pair<qint64, RowMark>> ticks)
{
    m_ticks = std::move(ticks);
    m_tickLayer->setGeometry(verticalScrollBar()->rect());
    m_tickLayer->setVisible(!m_ticks.empty());
    m_tickLayer->update();
}

QRect GridView::visual(const QRect &logical) const
{
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), logical);
}

QPoint GridView::logical(const QPoint &position) const
{
    return layoutDirection() == Qt::LeftToRight
               ? position
               : QPoint(viewport()->width() - 1 - position.x(), position.y());
}

QRect GridView::cellRect(qint64 row, int column) const
{
    return visual(m_geometry.cellRect(row, column));
}

QRect GridView::headerRect(int column) const
{
    return visual(m_geometry.headerRect(column));
}

HeaderLayout GridView::headerLayout(int column) const
{
    return layOutHeader(headerRect(column), columnOf(column), profileOf(column), layoutDirection());
}

void GridView::updateBars()
{
    m_fromBar = false;
    auto *const vertical = verticalScrollBar();
    auto *const horizontal = horizontalScrollBar();
    const QSize area = m_geometry.cellArea();
    vertical->setRange(0, GridGeometry::barMaximum(m_geometry.largestTop()));
    horizontal->setRange(0, GridGeometry::barMaximum(m_geometry.largestLeft()));
    // The page is scaled as the range is, so that the handle has the right size.
    const auto page = [](int shown, qint64 largest) {
        const int range = GridGeometry::barMaximum(largest);
        return largest <= range ? std::max(1, shown)
                                : std::max(1, int(double(shown) / double(largest) * range));
    };
    vertical->setPageStep(page(area.height(), m_geometry.largestTop()));
    horizontal->setPageStep(std::max(1, area.width()));
    vertical->setSingleStep(m_geometry.rowHeight());
    horizontal->setSingleStep(HorizontalStep);
    vertical->setValue(GridGeometry::barValue(m_geometry.top(), m_geometry.largestTop()));
    horizontal->setValue(GridGeometry::barValue(m_geometry.left(), m_geometry.largestLeft()));
    m_tickLayer->setGeometry(vertical->rect());
    m_fromBar = true;
}

void GridView::moved()
{
    viewport()->update();
    if (m_editor)
        m_editor->cover(cellRect(m_editor->row(), m_editor->column()));
    if (!m_source)
        return;
    const qint64 first = m_geometry.firstRow();
    const qint64 last = m_geometry.lastRow();
    const int firstColumn = m_geometry.firstColumn();
    const int lastColumn = m_geometry.lastColumn();
    m_source->showing(first, last, firstColumn, lastColumn);
    emit viewMoved(first, last, firstColumn, lastColumn);
}

void GridView::scrollContentsBy(int, int)
{
    if (!m_fromBar)
        return;
    m_geometry.setTop(
        GridGeometry::position(verticalScrollBar()->value(), m_geometry.largestTop()));
    m_geometry.setLeft(
        GridGeometry::position(horizontalScrollBar()->value(), m_geometry.largestLeft()));
    measureVisible();
    updateBars();
    moved();
}

void GridView::scrollTo(qint64 top, qint64 left)
{
    const bool down = m_geometry.setTop(top);
    if (!m_geometry.setLeft(left) && !down)
        return;
    measureVisible();
    updateBars();
    moved();
}

void GridView::resizeEvent(QResizeEvent *)
{
    m_geometry.setViewport(viewport()->size());
    measureVisible();
    updateBars();
    moved();
}

void GridView::setCurrent(qint64 row, int column)
{
    moveTo(row, column, false);
}

void GridView::moveTo(qint64 row, int column, bool extend)
{
    if (m_geometry.columnCount() == 0)
        return;
    const qint64 newRow =
        m_geometry.rowCount() == 0 ? -1 : std::clamp<qint64>(row, 0, m_geometry.rowCount() - 1);
    const int newColumn = std::clamp(column, 0, m_geometry.columnCount() - 1);
    const GridSelection before = m_selection;
    if (!extend) {
        m_selection.clear();
    } else {
        if (m_selection.isEmpty())
            m_selection.begin(GridSelection::Unit::Cells, std::max<qint64>(0, m_row),
                              std::max(0, m_column));
        m_selection.extend(std::max<qint64>(0, newRow), newColumn);
    }
    const bool changed = newRow != m_row || newColumn != m_column;
    m_row = newRow;
    m_column = newColumn;
    bool scrolled = false;
    while (m_geometry.reveal(m_row, m_column)) {
        // What came into view may turn out narrower or wider than was guessed.
        scrolled = true;
        measureVisible();
    }
    if (scrolled) {
        updateBars();
        moved();
    }
    viewport()->update();
    if (changed) {
        tellAccessibility();
        emit currentChanged(m_row, m_column);
    }
    if (!(before == m_selection))
        emit selectionChanged();
}

void GridView::setSelection(const GridSelection &selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    viewport()->update();
    emit selectionChanged();
}

void GridView::tellAccessibility()
{
    if (!QAccessible::isActive() || m_row < 0)
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(gridAccessibleChild(*this, m_row, m_column));
    QAccessible::updateAccessibility(&event);
}

// Editing

bool GridView::isEditing() const
{
    return m_editor;
}

bool GridView::edit(const std::optional<QString> &text)
{
    if (!m_source || m_row < 0 || m_column < 0 || !m_source->isEditable(m_row, m_column))
        return false;
    if (m_editor)
        return true;
    const qint64 row = m_row;
    const int column = m_column;
    m_editor = new GridEditor(viewport(), text.value_or(m_source->editText(row, column)),
                              [source = m_source, row, column](const QString &typed) {
                                  return source ? source->problem(row, column, typed) : QString();
                              });
    m_editor->setCell(row, column);
    m_editor->setAccessibleName(
        tr("%1, row %2")
            .arg(visibleText(columnOf(column).name), QLocale().toString(m_source->rowNumber(row))));
    m_editor->setFrame(true);
    if (m_geometry.reveal(row, column)) {
        updateBars();
        moved();
    }
    m_editor->cover(cellRect(row, column));
    m_editor->show();
    m_editor->setFocus(Qt::OtherFocusReason);
    if (!text)
        m_editor->selectAll();
    connect(m_editor, &GridEditor::left, this, &GridView::finishEdit);
    return true;
}

void GridView::finishEdit(bool accept, int rowStep, int columnStep)
{
    if (!m_editor)
        return;
    GridEditor *const editor = m_editor;
    m_editor = nullptr;
    const qint64 row = editor->row();
    const int column = editor->column();
    const QString text = editor->text();
    const bool changed =
        editor->isModified() || (m_source && accept && text != m_source->editText(row, column));
    const bool hadFocus = editor->hasFocus();
    editor->disconnect(this);
    editor->hide();
    editor->deleteLater();
    if (hadFocus || rowStep != 0 || columnStep != 0)
        setFocus(Qt::OtherFocusReason);
    if (accept && changed)
        emit edited(row, column, text);
    if (rowStep != 0 || columnStep != 0)
        moveTo(row + rowStep, column + columnStep, false);
    viewport()->update();
}

// Copying

std::optional<QString> GridView::copyText() const
{
    if (!m_source || m_row < 0)
        return QString();
    const qint64 rows = m_geometry.rowCount();
    const int columns = m_geometry.columnCount();
    const auto ranges = m_selection.isEmpty()
                            ? std::vector<GridRange>{{m_row, m_row, m_column, m_column}}
                            : m_selection.closed(rows, columns);
    if (!m_selection.isEmpty() && m_selection.cellCount(rows, columns) > CopyLimit)
        return std::nullopt;
    const bool alone = ranges.size() == 1 && ranges[0].firstRow == ranges[0].lastRow
                       && ranges[0].firstColumn == ranges[0].lastColumn;
    QString text;
    for (const GridRange &range : ranges) {
        for (qint64 row = range.firstRow; row <= range.lastRow; ++row) {
            for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
                if (column > range.firstColumn)
                    text += u'\t';
                const GridCell cell = m_source->cell(row, column);
                if (cell.state == GridCell::State::Missing)
                    text += alone ? tr("missing") : QString();
                else if (cell.state != GridCell::State::Pending)
                    text += alone ? m_source->copyText(row, column)
                                  : quoted(m_source->copyText(row, column));
            }
            if (!alone)
                text += u'\n';
        }
    }
    return text;
}

void GridView::copy()
{
    const qint64 cells = m_selection.isEmpty() ? 1
                                               : m_selection.cellCount(m_geometry.rowCount(),
                                                                       m_geometry.columnCount());
    const std::optional<QString> text = copyText();
    if (!text) {
        emit copyRefused(cells);
        return;
    }
    QApplication::clipboard()->setText(*text);
    emit copied(cells);
}

// Painting

CellLook GridView::look(qint64 row, int column) const
{
    CellLook result;
    result.isCurrent = row == m_row && column == m_column;
    result.isCurrentRow = row == m_row;
    result.isHoveredRow = row == m_hoverRow;
    result.isSelected = m_selection.contains(row, column);
    result.isWindowActive = isActiveWindow();
    result.pixelRatio = devicePixelRatioF();
    result.direction = layoutDirection();
    return result;
}

void GridView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::color(ColorRole::Base));
    if (!m_source)
        return;
    paintRows(&painter);
    paintGutter(&painter);
    paintHeaders(&painter);
}

void GridView::paintRows(QPainter *painter)
{
    const qint64 firstRow = m_geometry.firstRow();
    const qint64 lastRow = m_geometry.lastRow();
    const int firstColumn = m_geometry.firstColumn();
    const int lastColumn = m_geometry.lastColumn();
    if (lastRow < 0 || lastColumn < 0)
        return;
    const QSize area = m_geometry.cellArea();
    const QRect cells = visual(
        QRect(m_geometry.gutterWidth(), m_geometry.headerHeight(), area.width(), area.height()));
    painter->setClipRect(cells);
    const bool marked = m_source->hasRowMarks();
    CellLook state = look(-1, -1);
    for (qint64 row = firstRow; row <= lastRow; ++row) {
        state.isCurrentRow = row == m_row;
        state.isHoveredRow = row == m_hoverRow;
        state.mark = marked ? m_source->rowMark(row) : RowMark::None;
        for (int column = firstColumn; column <= lastColumn; ++column) {
            const GridCell cell = m_source->cell(row, column);
            state.isCurrent = state.isCurrentRow && column == m_column;
            state.isSelected = !m_selection.isEmpty() && m_selection.contains(row, column);
            const QRect rect = visual(m_geometry.cellRect(row, column));
            m_cells.paint(painter, rect, cell, state,
                          m_finder && cell.state == GridCell::State::Present
                              ? m_finder(onOneLine(cell.text))
                              : TextStretches());
        }
    }
    // Hairlines over the grounds: one a row and one a column.
    const QColor line = Theme::color(ColorRole::Grid);
    const int right =
        int(std::min<qint64>(m_geometry.contentWidth() - m_geometry.left(), area.width()));
    for (qint64 row = firstRow; row <= lastRow; ++row) {
        painter->fillRect(
            visual(QRect(m_geometry.gutterWidth(), m_geometry.rowTop(row + 1) - 1, right, 1)),
            line);
    }
    const int height = m_geometry.rowTop(lastRow + 1) - m_geometry.headerHeight();
    for (int column = firstColumn; column <= lastColumn; ++column) {
        const QRect rect = m_geometry.cellRect(firstRow, column);
        painter->fillRect(visual(QRect(rect.right(), m_geometry.headerHeight(), 1, height)), line);
    }
    if (m_row >= firstRow && m_row <= lastRow && m_column >= 0) {
        paintInnerRing(painter,
                       QRectF(visual(m_geometry.cellRect(m_row, m_column))).adjusted(-1, -1, 0, 0),
                       0, hasFocus() || isEditing() ? ColorRole::Ring : ColorRole::Control);
    }
    painter->setClipping(false);
}

void GridView::paintGutter(QPainter *painter)
{
    const int width = m_geometry.gutterWidth();
    const QRect gutter =
        visual(QRect(0, m_geometry.headerHeight(), width, m_geometry.cellArea().height()));
    painter->fillRect(gutter, Theme::color(ColorRole::Panel));
    painter->setClipRect(gutter);
    const bool marked = m_source->hasRowMarks();
    const QLocale locale;
    CellLook state = look(-1, -1);
    for (qint64 row = m_geometry.firstRow(); row <= m_geometry.lastRow(); ++row) {
        state.isCurrentRow = row == m_row;
        state.isSelected = m_selection.containsRow(row);
        const qint64 number = m_source->rowNumber(row);
        const QRect rect = visual(QRect(0, m_geometry.rowTop(row), width, m_geometry.rowHeight()));
        m_cells.paintGutter(painter, rect,
                            //: a row that stands only in the newer version
                            number < 0 ? tr("new") : locale.toString(number),
                            marked ? m_source->rowMark(row) : RowMark::None, state);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                          Theme::color(ColorRole::Grid));
    }
    painter->setClipping(false);
    painter->fillRect(visual(QRect(width - 1, 0, 1, viewport()->height())),
                      Theme::color(ColorRole::Line));
}

void GridView::paintHeaders(QPainter *painter)
{
    const int height = m_geometry.headerHeight();
    painter->fillRect(QRect(0, 0, viewport()->width(), height), Theme::color(ColorRole::Panel));
    painter->setClipRect(
        visual(QRect(m_geometry.gutterWidth(), 0, m_geometry.cellArea().width(), height)));
    for (int column = m_geometry.firstColumn(); column <= m_geometry.lastColumn(); ++column) {
        HeaderLook state;
        state.isCurrent = column == m_column;
        state.isSelected = m_selection.containsColumn(column);
        state.pixelRatio = devicePixelRatioF();
        state.direction = layoutDirection();
        if (column == m_hoverColumn)
            state.hovered = m_hoverPart;
        const QRect rect = headerRect(column);
        paintHeader(painter, rect, columnOf(column), profileOf(column), state);
        const QRect edge(m_geometry.headerRect(column).right(), 0, 1, height);
        painter->fillRect(visual(edge), Theme::color(ColorRole::Line));
    }
    painter->setClipping(false);
    // Under the header a line; the current column has its own.
    const QColor line = Theme::color(ColorRole::Border);
    painter->fillRect(QRect(0, height - 1, viewport()->width(), 1), line);
    if (m_column >= m_geometry.firstColumn() && m_column <= m_geometry.lastColumn()) {
        painter->setClipRect(
            visual(QRect(m_geometry.gutterWidth(), 0, m_geometry.cellArea().width(), height)));
        const QRect rect = headerRect(m_column);
        painter->fillRect(QRect(rect.left(), height - 2, rect.width(), 2),
                          Theme::color(ColorRole::Accent));
        painter->setClipping(false);
    }
    const QRect corner = visual(QRect(0, 0, m_geometry.gutterWidth(), height));
    painter->fillRect(visual(QRect(m_geometry.gutterWidth() - 1, 0, 1, height)),
                      Theme::color(ColorRole::Line));
    const QRect icon = QStyle::visualRect(layoutDirection(), corner,
                                          QRect(corner.left() + 8, 8, CornerIcon, CornerIcon));
    paintIcon(painter, icon, u"table"_s, Theme::color(ColorRole::Text2));
}

void GridView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        takeFonts();
        break;
    case QEvent::LayoutDirectionChange:
    case QEvent::ActivationChange:
        viewport()->update();
        break;
    default:
        break;
    }
}

void GridView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_row < 0 || m_column < 0)
        moveTo(0, 0, false);
    tellAccessibility();
    viewport()->update();
}

void GridView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace passel
