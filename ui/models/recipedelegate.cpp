#include "ui/models/recipedelegate.h"

#include "ui/kit/figures.h"
#include "ui/kit/switch.h"
#include "ui/models/recipemodel.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

constexpr int NumberWidth = 28;
constexpr int Side = 12;

} // namespace

void RecipeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const bool isRtl = option.direction == Qt::RightToLeft;
    const bool isOn = index.data(RecipeModel::EnabledRole).toBool();
    const bool hasFailed = index.data(RecipeModel::FailedRole).toBool();
    const bool isFixed = index.data(RecipeModel::FixedRole).toBool();
    const bool current = isCurrent(option, index);
    const QRect rect = option.rect;
    const auto mirrored = [&](const QRect &r) {
        return isRtl ? QRect(rect.left() + rect.right() - r.right(), r.top(), r.width(), r.height())
                     : r;
    };
    painter->save();
    if (current) {
        painter->fillRect(rect, Theme::color(ColorRole::CurrentRow));
        painter->fillRect(mirrored({rect.left(), rect.top(), 3, rect.height()}),
                          Theme::color(ColorRole::Accent));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(rect, Theme::color(ColorRole::Hover));
    }
    const int line = std::max(Theme::metric(Metric::RecipeStep), option.fontMetrics.height() + 12);
    const QRect first(rect.left(), rect.top(), rect.width(), line);
    const Figures small(Theme::font(TextSize::Small));
    small.draw(painter, mirrored({first.left() + Side, first.top(), NumberWidth - 10, line}),
               Qt::AlignVCenter | (isRtl ? Qt::AlignLeft : Qt::AlignRight),
               numberText(index.row() + 1), Theme::color(ColorRole::Text3));

    int end = Side;
    if (current && !isFixed) {
        paintSwitch(painter, switchRect(option), isOn, true, option.direction);
        const QRect bin = binRect(option);
        paintIcon(painter, QRect(bin.center() - QPoint(7, 7), QSize(16, 16)), u"trash-2"_s,
                  Theme::color(ColorRole::Text2));
        end = 76;
    } else if (const QString effect = index.data(RecipeModel::EffectRole).toString();
               !effect.isEmpty()) {
        const int width = static_cast<int>(std::ceil(small.width(effect)));
        small.draw(painter, mirrored({first.right() - Side - width, first.top(), width + 1, line}),
                   Qt::AlignVCenter | (isRtl ? Qt::AlignLeft : Qt::AlignRight), effect,
                   Theme::color(hasFailed ? ColorRole::Error : ColorRole::Text2));
        end = Side + width + 12;
    }
    const QRect words = mirrored({first.left() + Side + NumberWidth, first.top(),
                                  first.width() - Side - NumberWidth - end, line});
    const QColor ink = Theme::color(!isOn       ? ColorRole::Text3
                                    : hasFailed ? ColorRole::Error
                                                : ColorRole::Text);
    const qreal used = paintSentence(
        painter, words, wordingOf(index.data(RecipeModel::SentenceRole).value<Sentence>()),
        TextSize::Base, ink, option.direction, QFont::Medium);
    if (!isOn) {
        painter->setPen(ink);
        const int y = words.center().y() + 1;
        const int from = isRtl ? words.right() - static_cast<int>(used) : words.left();
        painter->drawLine(from, y, from + static_cast<int>(used), y);
    }
    if (const QString detail = index.data(RecipeModel::DetailRole).toString();
        (current || hasFailed) && !detail.isEmpty()) {
        const QRect second =
            mirrored({rect.left() + Side + NumberWidth, first.bottom() - 4,
                      rect.width() - 2 * Side - NumberWidth, rect.bottom() - first.bottom()});
        small.draw(painter, second, Qt::AlignTop | (isRtl ? Qt::AlignRight : Qt::AlignLeft), detail,
                   Theme::color(hasFailed ? ColorRole::Error : ColorRole::Text2));
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintInnerRing(painter, rect, 0);
    painter->restore();
}

QSize RecipeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = std::max(Theme::metric(Metric::RecipeStep), option.fontMetrics.height() + 12);
    const bool hasSecond = isCurrent(option, index) || index.data(RecipeModel::FailedRole).toBool();
    const bool saysMore = !index.data(RecipeModel::DetailRole).toString().isEmpty();
    const int second = QFontMetrics(Theme::font(TextSize::Small)).height() + 2;
    return {200, hasSecond && saysMore ? line + second : line};
}

bool RecipeDelegate::editorEvent(QEvent *event, QAbstractItemModel *,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease && event->type() != QEvent::MouseButtonPress)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton || !isCurrent(option, index)
        || index.data(RecipeModel::FixedRole).toBool())
        return false;
    const QPoint at = mouse->position().toPoint();
    const bool onSwitch = switchRect(option).contains(at);
    const bool onBin = binRect(option).contains(at);
    if (event->type() == QEvent::MouseButtonRelease) {
        if (onSwitch)
            emit toggleRequested(index.row());
        else if (onBin)
            emit removeRequested(index.row());
    }
    return onSwitch || onBin;
}

QRect RecipeDelegate::switchRect(const QStyleOptionViewItem &option)
{
    const QRect rect(option.rect.right() - 68, option.rect.top(), 32, 32);
    return option.direction == Qt::RightToLeft ? QRect(option.rect.left() + 36, rect.top(), 32, 32)
                                               : rect;
}

QRect RecipeDelegate::binRect(const QStyleOptionViewItem &option)
{
    const QRect rect(option.rect.right() - 34, option.rect.top(), 28, 32);
    return option.direction == Qt::RightToLeft ? QRect(option.rect.left() + 6, rect.top(), 28, 32)
                                               : rect;
}

bool RecipeDelegate::isCurrent(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->currentIndex() == index;
}

} // namespace passel
