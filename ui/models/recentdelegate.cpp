#include "ui/models/recentdelegate.h"

#include "core/base/log.h"
#include "ui/kit/figures.h"
#include "ui/opener/recentlist.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAbstractProxyModel>
#include <QPainter>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

const RecentEntry *entryOf(const QModelIndex &index)
{
    const QAbstractItemModel *model = index.model();
    QModelIndex source = index;
    if (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(model)) {
        source = proxy->mapToSource(index);
        model = proxy->sourceModel();
    }
    const auto *recent = qobject_cast<const RecentList *>(model);
    return recent && source.isValid() ? &recent->at(source.row()) : nullptr;
}

} // namespace

void RecentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const RecentEntry *entry = entryOf(index);
    if (!entry)
        return;
    const QDateTime now = QDateTime::currentDateTime();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
    painter->save();
    if (isSelected) {
        const bool isActive = option.state.testFlag(QStyle::State_Active) && option.widget
                              && option.widget->hasFocus();
        painter->fillRect(option.rect,
                          Theme::color(isActive ? ColorRole::Selection : ColorRole::SelectionIdle));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, Theme::color(ColorRole::Hover));
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      Theme::color(ColorRole::Line));

    // Columns as shares of the width, so that every line has the same edges in every language.
    const bool isRtl = option.direction == Qt::RightToLeft;
    const QRect inner = option.rect.adjusted(12, 0, -12, 0);
    const int icon = Theme::metric(Metric::Icon);
    const auto place = [&](double from, double to) {
        const int left = inner.left() + icon + 12;
        const int width = inner.right() - left;
        const QRect rect(left + static_cast<int>(width * from), inner.top(),
                         static_cast<int>(width * (to - from)) - 12, inner.height());
        return isRtl ? QRect(inner.left() + inner.right() - rect.right(), rect.top(), rect.width(),
                             rect.height())
                     : rect;
    };
    QRect iconRect(inner.left(), inner.center().y() - icon / 2 + 1, icon, icon);
    if (isRtl)
        iconRect.moveRight(inner.right());
    const QColor grey = Theme::color(ColorRole::Text2);
    paintIcon(painter, iconRect,
              entry->kind == RecentEntry::Kind::Share ? u"key-round"_s : u"table"_s, grey);

    const Qt::Alignment leading =
        Qt::AlignVCenter | Qt::AlignAbsolute | (isRtl ? Qt::AlignRight : Qt::AlignLeft);
    const auto text = [&](const QRect &rect, const QString &words, const QFont &font,
                          const QColor &color, Qt::Alignment alignment) {
        painter->setFont(font);
        painter->setPen(color);
        const QFontMetrics metrics(font);
        painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine,
                          metrics.elidedText(words, Qt::ElideMiddle, rect.width()));
    };
    text(place(0, 0.30), visibleText(entry->name()), Theme::font(TextSize::Base, QFont::Medium),
         Theme::color(ColorRole::Text), leading);
    text(place(0.30, 0.52), visibleText(entry->origin), Theme::font(TextSize::Base), grey, leading);
    const Figures figures(Theme::font(TextSize::Base));
    figures.draw(painter, place(0.52, 0.63),
                 Qt::AlignVCenter | (isRtl ? Qt::AlignLeft : Qt::AlignRight),
                 RecentList::amountText(*entry), grey);
    text(place(0.65, 0.87), RecentList::whenText(*entry, now), Theme::font(TextSize::Base), grey,
         leading);
    text(place(0.87, 1.0).adjusted(0, 0, 12, 0), RecentList::expiryText(*entry, now),
         Theme::font(TextSize::Base),
         Theme::color(RecentList::expiresSoon(*entry, now) ? ColorRole::Warn : ColorRole::Text2),
         Qt::AlignVCenter | Qt::AlignAbsolute | (isRtl ? Qt::AlignLeft : Qt::AlignRight));
    if (isFocused)
        paintInnerRing(painter, option.rect, 0);
    painter->restore();
}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, std::max(Theme::metric(Metric::ListRow), option.fontMetrics.height() + 16)};
}

} // namespace passel
