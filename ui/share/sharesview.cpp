#include "ui/share/sharesview.h"

#include "ui/kit/figures.h"
#include "ui/share/sharesmodel.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr int Padding = 16;
constexpr int HeaderHeight = 28;
constexpr int BarWidth = 56;
constexpr int BarHeight = 4;

bool isFirst(const QModelIndex &index)
{
    return index.column() == SharesModel::Key;
}

} // namespace

void SharesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    const bool isOver = index.data(SharesModel::OverRole).toBool();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isSoon = index.data(SharesModel::SoonRole).toBool();
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const Qt::LayoutDirection direction = option.direction;
    QRect rect = option.rect.adjusted(8, 0, -8, 0);
    if (isFirst(index)) {
        rect = QStyle::visualRect(direction, option.rect,
                                  QRect(option.rect.left() + Padding, option.rect.top(),
                                        option.rect.width() - Padding - 8, option.rect.height()));
        const QRect icon = QStyle::visualRect(
            direction, rect, QRect(rect.left(), rect.top() + (rect.height() - 14) / 2, 14, 14));
        paintIcon(painter, icon, isOver ? u"history"_s : u"key-round"_s,
                  Theme::color(ColorRole::Text2));
        rect = QStyle::visualRect(direction, rect, rect.adjusted(24, 0, 0, 0));
    }
    if (const QVariant life = index.data(SharesModel::LifeRole); life.isValid()) {
        const QRect trough = QStyle::visualRect(
            direction, rect,
            QRect(rect.left(), rect.top() + (rect.height() - BarHeight) / 2, BarWidth, BarHeight));
        paintRounded(painter, trough, BarHeight / 2.0, Theme::color(ColorRole::Press));
        QRect left = trough;
        left.setWidth(std::max(2, int(BarWidth * life.toDouble())));
        paintRounded(painter, QStyle::visualRect(direction, trough, left), BarHeight / 2.0,
                     Theme::color(isSoon ? ColorRole::Warn : ColorRole::Bar));
        rect = QStyle::visualRect(direction, rect, rect.adjusted(BarWidth + 8, 0, 0, 0));
    }
    ColorRole role = ColorRole::Text;
    if (index.column() == SharesModel::Expires && isSoon && !isOver)
        role = ColorRole::Warn;
    else if (isOver)
        role = isSelected ? ColorRole::Text2 : ColorRole::Text3;
    else if (!isFirst(index) && index.column() != SharesModel::Rows)
        role = ColorRole::Text2;
    const QFont font =
        Theme::font(TextSize::Base, isFirst(index) && !isOver ? QFont::Medium : QFont::Normal);
    Figures(font).draw(painter, rect, QStyle::visualAlignment(direction, alignment),
                       index.data().toString(), Theme::color(role));
    painter->restore();
}

QSize SharesDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFont font = Theme::font(TextSize::Base, QFont::Medium);
    const int width = int(Figures(font).width(index.data().toString())) + 20;
    return {width, Theme::metric(Metric::ListRow)};
}

SharesHeader::SharesHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(false);
    setSectionsMovable(false);
    setStretchLastSection(false);
}

QSize SharesHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), HeaderHeight};
}

void SharesHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->fillRect(rect, Theme::color(ColorRole::Base));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                      Theme::color(ColorRole::Line));
    const auto alignment =
        Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    QRect words = rect.adjusted(8, 0, -8, 0);
    if (section == SharesModel::Key)
        words = QStyle::visualRect(layoutDirection(), rect, rect.adjusted(Padding, 0, -8, 0));
    painter->setPen(Theme::color(ColorRole::Text2));
    painter->setFont(Theme::font(TextSize::Small));
    painter->drawText(words, int(QStyle::visualAlignment(layoutDirection(), alignment)),
                      model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
    painter->restore();
}

SharesView::SharesView(QWidget *parent)
    : QTreeView(parent)
{
    setItemDelegate(new SharesDelegate(this));
    setHeader(new SharesHeader(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setIndentation(0);
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
}

void SharesView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    const auto changed = [this] {
        updateGeometry();
        placeColumns();
    };
    connect(model, &QAbstractItemModel::modelReset, this, changed);
    connect(model, &QAbstractItemModel::rowsInserted, this, changed);
    connect(model, &QAbstractItemModel::rowsRemoved, this, changed);
    connect(model, &QAbstractItemModel::layoutChanged, this, changed);
    placeColumns();
}

QSize SharesView::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    return {600, HeaderHeight + rows * Theme::metric(Metric::ListRow) + 1};
}

QSize SharesView::minimumSizeHint() const
{
    return {320, sizeHint().height()};
}

void SharesView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

void SharesView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    placeColumns();
}

void SharesView::placeColumns()
{
    if (!model())
        return;
    // Widths are the same in both tables, so that they line up; the note takes what is left.
    const int width = viewport()->width();
    const QFontMetrics metrics(Theme::font(TextSize::Base, QFont::Medium));
    const auto wide = [&metrics](const QString &sample) {
        return metrics.horizontalAdvance(sample) + 16;
    };
    const int key = std::min(wide(u"harvest-ninja-29-cobalt-k7mm"_s) + 40, width / 3);
    const int rows = wide(u"1 240 000 0"_s);
    // Small ones have the longest words: "999 bytes".
    const int size = std::max(wide(sizeText(999)), wide(sizeText(999'900'000))) + 4;
    const int pulls = wide(u"Colleague"_s);
    const int when = wide(u"pulled Mon 16 Nov"_s);
    const int expires = wide(u"deleted Mon 16 Nov"_s) + BarWidth;
    const int note = std::max(60, width - key - rows - size - pulls - when - expires);
    const QList<int> widths{key, note, rows, size, pulls, when, expires};
    for (int column = 0; column < widths.size(); ++column)
        header()->resizeSection(column, widths[column]);
}

void SharesView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const QRect rect(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool isSelected = selectionModel()->isRowSelected(index.row(), index.parent());
    if (isSelected)
        painter->fillRect(
            rect, Theme::color(isActiveWindow() ? ColorRole::Selection : ColorRole::SelectionIdle));
    else if (index.row() == indexAt(mapFromGlobal(QCursor::pos())).row() && underMouse())
        painter->fillRect(rect, Theme::color(ColorRole::Panel));
    painter->fillRect(QRect(0, rect.bottom(), rect.width(), 1), Theme::color(ColorRole::Line));
    QStyleOptionViewItem cell = option;
    for (int column = 0; column < model()->columnCount(); ++column) {
        cell.rect = QRect(header()->sectionViewportPosition(column), option.rect.top(),
                          header()->sectionSize(column), option.rect.height());
        cell.state.setFlag(QStyle::State_Selected, isSelected);
        itemDelegate()->paint(painter, cell, index.siblingAtColumn(column));
    }
    if (hasFocus() && index.row() == currentIndex().row()) {
        QPen pen(Theme::color(ColorRole::Ring), 2);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(1, 1, -1, -1));
    }
}

void SharesView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const
{}

} // namespace passel
