#include "ui/grid/gridaccessible.h"

#include "core/base/log.h"
#include "ui/grid/gridview.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <list>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

//! Cells kept at a time; a tool that walks the table does not fill the memory.
constexpr std::size_t KeptCells = 4096;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::GridView)
};

int toInt(qint64 value)
{
    return int(std::min<qint64>(value, std::numeric_limits<int>::max()));
}

QString columnName(const GridView &grid, int column)
{
    return visibleText(grid.source()->column(column).name);
}

class GridAccessible;

// A cell; a column header when the row is −1.
class CellAccessible final : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    CellAccessible(GridView *grid, qint64 row, int column)
        : m_grid(grid)
        , m_row(row)
        , m_column(column)
    {}

    bool isValid() const override
    {
        return m_grid && m_grid->source() && m_row < m_grid->source()->rowCount()
               && m_column < m_grid->source()->columnCount();
    }

    QObject *object() const override { return nullptr; }

    QAccessibleInterface *childAt(int, int) const override { return nullptr; }

    QAccessibleInterface *parent() const override
    {
        return m_grid ? QAccessible::queryAccessibleInterface(m_grid) : nullptr;
    }

    QAccessibleInterface *child(int) const override { return nullptr; }

    int childCount() const override { return 0; }

    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (m_row < 0) {
            if (kind == QAccessible::Name)
                return columnName(*m_grid, m_column);
            if (kind == QAccessible::Description)
                return headerDescription();
            return {};
        }
        if (kind == QAccessible::Name || kind == QAccessible::Value)
            return value();
        if (kind == QAccessible::Description) {
            return Words::tr("%1, row %2")
                .arg(columnName(*m_grid, m_column),
                     QLocale().toString(m_grid->source()->rowNumber(m_row)));
        }
        return {};
    }

    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place =
            m_row < 0 ? m_grid->headerRect(m_column) : m_grid->cellRect(m_row, m_column);
        return {m_grid->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }

    QAccessible::Role role() const override
    {
        return m_row < 0 ? QAccessible::ColumnHeader : QAccessible::Cell;
    }

    QAccessible::State state() const override
    {
        QAccessible::State result;
        if (!isValid()) {
            result.invalid = true;
            return result;
        }
        result.focusable = true;
        result.selectable = true;
        if (m_row >= 0) {
            result.focused = m_grid->hasFocus() && m_row == m_grid->currentRow()
                             && m_column == m_grid->currentColumn();
            result.active = result.focused;
            result.selected = m_grid->selection().contains(m_row, m_column);
            result.editable = m_grid->source()->isEditable(m_row, m_column);
            result.readOnly = !result.editable;
            result.busy = m_grid->source()->cell(m_row, m_column).state == GridCell::State::Pending;
        }
        const QRect place =
            m_row < 0 ? m_grid->headerRect(m_column) : m_grid->cellRect(m_row, m_column);
        result.offscreen = !place.intersects(m_grid->viewport()->rect());
        return result;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface
                   ? static_cast<QAccessibleTableCellInterface *>(this)
                   : nullptr;
    }

    int columnExtent() const override { return 1; }

    QList<QAccessibleInterface *> columnHeaderCells() const override;

    int columnIndex() const override { return m_column; }

    int rowExtent() const override { return 1; }

    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }

    int rowIndex() const override { return toInt(std::max<qint64>(0, m_row)); }

    bool isSelected() const override { return isValid() && state().selected; }

    QAccessibleInterface *table() const override { return parent(); }

private:
    QString value() const
    {
        const GridCell cell = m_grid->source()->cell(m_row, m_column);
        switch (cell.state) {
        case GridCell::State::Missing:
            return Words::tr("missing");
        case GridCell::State::EmptyText:
            return Words::tr("empty text");
        case GridCell::State::Pending:
            return Words::tr("on its way");
        case GridCell::State::Present:
            break;
        }
        if (cell.isChanged) {
            return Words::tr("%1, before: %2")
                .arg(cell.text, cell.before ? *cell.before : Words::tr("missing"));
        }
        return cell.text.isEmpty() && !cell.thumbnail.isNull() ? Words::tr("image") : cell.text;
    }

    QString headerDescription() const
    {
        const GridColumn info = m_grid->source()->column(m_column);
        const GridProfile profile = m_grid->source()->profile(m_column);
        QStringList facts{info.typeText};
        if (profile.isKnown && profile.missingShare > 0)
            facts << Words::tr("%1 missing").arg(shareText(profile.missingShare));
        if (profile.isKnown && profile.distinct >= 0)
            facts << Words::tr(
                "%Ln distinct", "different values of a column",
                int(std::min<qint64>(profile.distinct, std::numeric_limits<int>::max())));
        if (info.sort == SortMark::Ascending)
            facts << Words::tr("sorted ascending");
        else if (info.sort == SortMark::Descending)
            facts << Words::tr("sorted descending");
        if (info.isFiltered)
            facts << Words::tr("filtered");
        facts.removeAll(QString());
        return facts.join(u", "_s);
    }

    QPointer<GridView> m_grid;
    qint64 m_row;
    int m_column;
};

class GridAccessible final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit GridAccessible(GridView *grid)
        : QAccessibleWidget(grid, QAccessible::Table, grid->accessibleName())
    {}

    ~GridAccessible() override
    {
        for (const QAccessible::Id id : m_order)
            QAccessible::deleteAccessibleInterface(id);
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableInterface)
            return static_cast<QAccessibleTableInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    // Children are the headers, then the cells row by row. The count is a formality for large
    // tables: tools use the table interface.
    int childCount() const override
    {
        return grid()->source()
                   ? toInt((grid()->source()->rowCount() + 1) * grid()->source()->columnCount())
                   : 0;
    }

    QAccessibleInterface *child(int index) const override
    {
        const int columns = columnCount();
        if (index < 0 || columns == 0)
            return nullptr;
        return cell(index / columns - 1, index % columns);
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (!child || !child->isValid())
            return -1;
        auto *const face = const_cast<QAccessibleInterface *>(child);
        const auto *place = face->tableCellInterface();
        if (!place)
            return -1;
        const qint64 row = child->role() == QAccessible::ColumnHeader ? -1 : place->rowIndex();
        return gridAccessibleChild(*grid(), row, place->columnIndex());
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        QPoint at = grid()->viewport()->mapFromGlobal(QPoint(x, y));
        if (grid()->layoutDirection() == Qt::RightToLeft)
            at.setX(grid()->viewport()->width() - 1 - at.x());
        const int column = grid()->geometry().columnAt(at.x());
        if (column < 0)
            return nullptr;
        if (at.y() >= 0 && at.y() < grid()->geometry().headerHeight())
            return cell(-1, column);
        const qint64 row = grid()->geometry().rowAt(at.y());
        return row < 0 ? nullptr : cell(row, column);
    }

    QAccessibleInterface *focusChild() const override
    {
        return grid()->hasFocus() && grid()->currentRow() >= 0
                   ? cell(grid()->currentRow(), grid()->currentColumn())
                   : nullptr;
    }

    QAccessibleInterface *caption() const override { return nullptr; }

    QAccessibleInterface *summary() const override { return nullptr; }

    QAccessibleInterface *cellAt(int row, int column) const override
    {
        const GridSource *source = grid()->source();
        if (!source || row < 0 || row >= source->rowCount() || column < 0
            || column >= source->columnCount())
            return nullptr;
        return cell(row, column);
    }

    int selectedCellCount() const override
    {
        return toInt(grid()->selection().cellCount(rowCount(), columnCount()));
    }

    QList<QAccessibleInterface *> selectedCells() const override
    {
        QList<QAccessibleInterface *> result;
        for (const GridRange &range : grid()->selection().closed(rowCount(), columnCount())) {
            for (qint64 row = range.firstRow; row <= range.lastRow; ++row) {
                for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
                    if (result.size() >= qsizetype(KeptCells))
                        return result;
                    result.append(cell(row, column));
                }
            }
        }
        return result;
    }

    QString columnDescription(int column) const override
    {
        return grid()->source() && column >= 0 && column < columnCount()
                   ? columnName(*grid(), column)
                   : QString();
    }

    QString rowDescription(int row) const override
    {
        return grid()->source() ? QLocale().toString(grid()->source()->rowNumber(row)) : QString();
    }

    int selectedColumnCount() const override { return int(selectedColumns().size()); }

    int selectedRowCount() const override
    {
        qint64 count = 0;
        for (const GridRange &range : grid()->selection().ranges()) {
            if (range.isRows())
                count += std::min<qint64>(range.lastRow, rowCount() - 1) - range.firstRow + 1;
        }
        return toInt(count);
    }

    int columnCount() const override
    {
        return grid()->source() ? grid()->source()->columnCount() : 0;
    }

    int rowCount() const override
    {
        return grid()->source() ? toInt(grid()->source()->rowCount()) : 0;
    }

    QList<int> selectedColumns() const override
    {
        QList<int> result;
        for (int column = 0; column < columnCount(); ++column) {
            if (grid()->selection().containsColumn(column))
                result.append(column);
        }
        return result;
    }

    QList<int> selectedRows() const override
    {
        QList<int> result;
        for (const GridRange &range : grid()->selection().ranges()) {
            const qint64 last = std::min<qint64>(range.lastRow, rowCount() - 1);
            for (qint64 row = range.firstRow; range.isRows() && row <= last; ++row) {
                if (result.size() >= qsizetype(KeptCells))
                    return result;
                result.append(int(row));
            }
        }
        return result;
    }

    bool isColumnSelected(int column) const override
    {
        return grid()->selection().containsColumn(column);
    }

    bool isRowSelected(int row) const override { return grid()->selection().containsRow(row); }

    bool selectRow(int row) override
    {
        return select(GridSelection::Unit::Rows, row, 0, row >= 0 && row < rowCount());
    }

    bool selectColumn(int column) override
    {
        return select(GridSelection::Unit::Columns, 0, column,
                      column >= 0 && column < columnCount());
    }

    bool unselectRow(int row) override { return unselect(isRowSelected(row)); }

    bool unselectColumn(int column) override { return unselect(isColumnSelected(column)); }

    void modelChange(QAccessibleTableModelChangeEvent *) override
    {
        for (const QAccessible::Id id : std::exchange(m_order, {}))
            QAccessible::deleteAccessibleInterface(id);
        m_cells.clear();
    }

private:
    GridView *grid() const { return static_cast<GridView *>(widget()); }

    bool select(GridSelection::Unit unit, qint64 row, int column, bool exists) const
    {
        if (!exists)
            return false;
        GridSelection selection;
        selection.begin(unit, row, column);
        grid()->setSelection(selection);
        return true;
    }

    bool unselect(bool isSelected) const
    {
        if (isSelected)
            grid()->setSelection({});
        return isSelected;
    }

    QAccessibleInterface *cell(qint64 row, int column) const
    {
        const std::pair<qint64, int> key(row, column);
        if (const auto known = m_cells.constFind(key); known != m_cells.constEnd()) {
            if (QAccessibleInterface *face = QAccessible::accessibleInterface(*known))
                return face;
        }
        if (m_order.size() >= KeptCells) {
            QAccessible::deleteAccessibleInterface(m_order.front());
            m_order.pop_front();
        }
        auto *face = new CellAccessible(grid(), row, column);
        const QAccessible::Id id = QAccessible::registerAccessibleInterface(face);
        m_cells.insert(key, id);
        m_order.push_back(id);
        if (m_cells.size() > 2 * qsizetype(KeptCells))
            m_cells.clear(); // only ids of cells that are gone would be lost in bulk
        return face;
    }

    mutable QHash<std::pair<qint64, int>, QAccessible::Id> m_cells;
    mutable std::list<QAccessible::Id> m_order;
};

QList<QAccessibleInterface *> CellAccessible::columnHeaderCells() const
{
    QAccessibleInterface *table = parent();
    return table ? QList<QAccessibleInterface *>{table->child(m_column)}
                 : QList<QAccessibleInterface *>();
}

QAccessibleInterface *make(const QString &className, QObject *object)
{
    if (className == "passel::GridView"_L1) {
        if (auto *grid = qobject_cast<GridView *>(object))
            return new GridAccessible(grid);
    }
    return nullptr;
}

} // namespace

void installGridAccessibility()
{
    static const bool once = (QAccessible::installFactory(make), true);
    Q_UNUSED(once)
}

int gridAccessibleChild(const GridView &grid, qint64 row, int column)
{
    if (!grid.source())
        return -1;
    const qint64 index = (row + 1) * grid.source()->columnCount() + column;
    return index > std::numeric_limits<int>::max() ? -1 : int(index);
}

} // namespace passel
