#include "ui/theme/stylepainters.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/passelstyle.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QHash>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel::style {

namespace {

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

QColor outlineOf(const QStyleOption *option, ColorRole usual)
{
    return Theme::color(has(option, QStyle::State_Enabled) ? usual : ColorRole::Line);
}

qreal controlRadius()
{
    return Theme::metric(Metric::RadiusControl);
}

} // namespace

void paintButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget,
                      bool isChecked)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool pressed = enabled && (has(option, QStyle::State_Sunken) || isChecked);
    const bool hovered = enabled && has(option, QStyle::State_MouseOver);
    switch (buttonKind(widget)) {
    case ButtonKind::Primary:
        if (enabled) {
            paintRounded(painter, option->rect, controlRadius(),
                         Theme::color(pressed   ? ColorRole::AccentPress
                                      : hovered ? ColorRole::AccentHover
                                                : ColorRole::Accent));
            return;
        }
        [[fallthrough]];
    case ButtonKind::Normal:
    case ButtonKind::Danger:
        paintRounded(painter, option->rect, controlRadius(),
                     Theme::color(!enabled  ? ColorRole::Window
                                  : pressed ? ColorRole::Press
                                  : hovered ? ColorRole::Hover
                                            : ColorRole::Raised),
                     Theme::color(enabled ? ColorRole::Border : ColorRole::Line));
        return;
    case ButtonKind::Flat:
        if (pressed || hovered) {
            paintRounded(painter, option->rect, controlRadius(),
                         Theme::color(pressed ? ColorRole::Press : ColorRole::Hover));
        }
        return;
    }
}

void paintCheckBox(const QStyleOption *option, QPainter *painter)
{
    const qreal side = std::min({16, option->rect.width(), option->rect.height()});
    const QRectF box(QRectF(option->rect).center() - QPointF(side / 2, side / 2),
                     QSizeF(side, side));
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool mixed = has(option, QStyle::State_NoChange);
    if (has(option, QStyle::State_On) || mixed) {
        paintRounded(painter, box, 3, Theme::color(enabled ? ColorRole::Accent : ColorRole::Line));
        paintIcon(painter, box.adjusted(2, 2, -2, -2), mixed ? u"minus"_s : u"check"_s,
                  Theme::color(enabled ? ColorRole::OnAccent : ColorRole::Text3));
        return;
    }
    const bool hovered = enabled && has(option, QStyle::State_MouseOver);
    paintRounded(painter, box, 3, Theme::color(hovered ? ColorRole::Hover : ColorRole::Base),
                 outlineOf(option, ColorRole::Control));
}

void paintRadio(const QStyleOption *option, QPainter *painter)
{
    const qreal side = std::min({16, option->rect.width(), option->rect.height()});
    const QRectF box(QRectF(option->rect).center() - QPointF(side / 2, side / 2),
                     QSizeF(side, side));
    const bool enabled = has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_On)) {
        paintRounded(painter, box, side / 2,
                     Theme::color(enabled ? ColorRole::Accent : ColorRole::Line));
        const QRectF dot = box.adjusted(5, 5, -5, -5);
        paintRounded(painter, dot, dot.width() / 2,
                     Theme::color(enabled ? ColorRole::OnAccent : ColorRole::Text3));
        return;
    }
    const bool hovered = enabled && has(option, QStyle::State_MouseOver);
    paintRounded(painter, box, side / 2, Theme::color(hovered ? ColorRole::Hover : ColorRole::Base),
                 outlineOf(option, ColorRole::Control));
}

void paintField(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focused = has(option, QStyle::State_HasFocus);
    const bool wrong = isInvalid(widget);
    const ColorRole line = wrong     ? ColorRole::Error
                           : focused ? ColorRole::Ring
                           : enabled ? ColorRole::Control
                                     : ColorRole::Line;
    paintRounded(painter, option->rect, controlRadius(),
                 Theme::color(enabled ? ColorRole::Base : ColorRole::Window), Theme::color(line),
                 wrong || focused ? Theme::metric(Metric::Ring) : 1);
}

void paintCombo(const QStyleOptionComboBox *option, QPainter *painter, const QWidget *widget,
                const QStyle *style)
{
    if (!option->editable && has(option, QStyle::State_MouseOver)
        && has(option, QStyle::State_Enabled) && !has(option, QStyle::State_HasFocus)) {
        paintRounded(painter, option->rect, controlRadius(), Theme::color(ColorRole::Hover),
                     Theme::color(ColorRole::Control));
    } else {
        paintField(option, painter, widget);
    }
    const QRect arrow =
        style->subControlRect(QStyle::CC_ComboBox, option, QStyle::SC_ComboBoxArrow, widget);
    paintChevron(
        painter, arrow,
        Theme::color(has(option, QStyle::State_Enabled) ? ColorRole::Text2 : ColorRole::Text3));
}

void paintSpinBox(const QStyleOptionSpinBox *option, QPainter *painter, const QWidget *widget,
                  const QStyle *style)
{
    paintField(option, painter, widget);
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](QStyle::SubControl part, const QString &icon,
                           QAbstractSpinBox::StepEnabledFlag step) {
        const QRectF rect = style->subControlRect(QStyle::CC_SpinBox, option, part, widget);
        const bool active =
            option->stepEnabled.testFlag(step) && has(option, QStyle::State_Enabled);
        const bool hovered = active && option->activeSubControls.testFlag(part);
        constexpr qreal Side = 12;
        paintIcon(painter, QRectF(rect.center() - QPointF(Side / 2, Side / 2), QSizeF(Side, Side)),
                  icon,
                  Theme::color(!active   ? ColorRole::Text3
                               : hovered ? ColorRole::Text
                                         : ColorRole::Text2));
    };
    arrow(QStyle::SC_SpinBoxUp, u"chevron-up"_s, QAbstractSpinBox::StepUpEnabled);
    arrow(QStyle::SC_SpinBoxDown, u"chevron-down"_s, QAbstractSpinBox::StepDownEnabled);
}

void paintToolButton(const QStyleOptionToolButton *option, QPainter *painter, const QWidget *widget,
                     const QStyle *style)
{
    paintButtonPanel(option, painter, widget, has(option, QStyle::State_On));

    const bool enabled = has(option, QStyle::State_Enabled);
    const bool split = option->features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
    const bool menu = option->features.testFlag(QStyleOptionToolButton::HasMenu);
    const bool iconOnly = option->toolButtonStyle == Qt::ToolButtonIconOnly
                          || (option->text.isEmpty() && !option->icon.isNull());
    const bool textOnly =
        option->toolButtonStyle == Qt::ToolButtonTextOnly || option->icon.isNull();
    const ButtonKind kind = buttonKind(widget);
    QColor ink = option->palette.color(enabled ? QPalette::Active : QPalette::Disabled,
                                       QPalette::ButtonText);
    if (enabled && kind == ButtonKind::Primary)
        ink = Theme::color(ColorRole::OnAccent);
    else if (enabled && kind == ButtonKind::Danger)
        ink = Theme::color(ColorRole::Error);

    QRect content = option->rect;
    if (split) {
        const QRect tail =
            QStyle::visualRect(option->direction, content,
                               QRect(content.right() - 21, content.top(), 22, content.height()));
        content = QStyle::visualRect(option->direction, content, content.adjusted(0, 0, -22, 0));
        const int x = option->direction == Qt::LeftToRight ? tail.left() : tail.right();
        painter->fillRect(QRect(x, tail.top() + 1, 1, tail.height() - 2),
                          Theme::color(enabled ? ColorRole::Border : ColorRole::Line));
        paintChevron(painter, tail,
                     kind == ButtonKind::Primary ? ink : Theme::color(ColorRole::Text2));
    } else if (menu && !iconOnly) {
        const QRect tail =
            QStyle::visualRect(option->direction, content,
                               QRect(content.right() - 18, content.top(), 14, content.height()));
        content = QStyle::visualRect(option->direction, content, content.adjusted(0, 0, -16, 0));
        paintChevron(painter, tail,
                     enabled ? Theme::color(ColorRole::Text2) : Theme::color(ColorRole::Text3));
    }

    if (option->features.testFlag(QStyleOptionToolButton::Arrow)) {
        static const QHash<Qt::ArrowType, QString> arrows{{Qt::LeftArrow, u"chevron-left"_s},
                                                          {Qt::RightArrow, u"chevron-right"_s},
                                                          {Qt::UpArrow, u"chevron-up"_s},
                                                          {Qt::DownArrow, u"chevron-down"_s}};
        QRect place(0, 0, 16, 16);
        place.moveCenter(content.center());
        if (const QString icon = arrows.value(option->arrowType); !icon.isEmpty())
            paintIcon(painter, place, icon,
                      Theme::color(enabled ? ColorRole::Text2 : ColorRole::Text3));
        return;
    }

    const int side = option->iconSize.height() > 0 ? std::min(option->iconSize.height(), 24) : 16;
    if (!textOnly) {
        const QIcon::Mode mode = !enabled                               ? QIcon::Disabled
                                 : has(option, QStyle::State_MouseOver) ? QIcon::Active
                                                                        : QIcon::Normal;
        // Our icons fill whatever they are given, so they are given just their size.
        QRect place(0, 0, side, side);
        place.moveCenter(content.center());
        if (!iconOnly) {
            place.moveLeft(content.left() + 6);
            place = QStyle::visualRect(option->direction, content, place);
        }
        option->icon.paint(painter, place, Qt::AlignCenter, mode,
                           has(option, QStyle::State_On) ? QIcon::On : QIcon::Off);
    }
    if (!iconOnly) {
        QRect words = content.adjusted(6, 0, split || !menu ? -6 : -2, 0);
        if (!textOnly)
            words = content.adjusted(6 + side + 6, 0, -4, 0);
        words = QStyle::visualRect(option->direction, content, words);
        const int flags =
            int(textOnly && !menu
                    ? Qt::AlignCenter
                    : Qt::AlignVCenter | QStyle::visualAlignment(option->direction, Qt::AlignLeft))
            | Qt::TextHideMnemonic | Qt::TextSingleLine;
        painter->save();
        painter->setFont(controlSize(widget) == ControlSize::Status
                             ? Theme::font(TextSize::Small)
                             : Theme::font(controlSize(widget) == ControlSize::Regular
                                               ? TextSize::Base
                                               : TextSize::Small,
                                           QFont::Medium));
        painter->setPen(ink);
        painter->drawText(words, flags, option->text);
        painter->restore();
    }
    Q_UNUSED(style)
}

void paintScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget,
                    const QStyle *style)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::AlternateBase));
    if (option->maximum <= option->minimum)
        return;
    const bool horizontal = option->orientation == Qt::Horizontal;
    QRectF handle =
        style->subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
    handle = horizontal ? handle.adjusted(2, 3, -2, -3) : handle.adjusted(3, 2, -3, -2);
    const bool active = has(option, QStyle::State_Sunken)
                        || option->activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    paintRounded(painter, handle, std::min(handle.width(), handle.height()) / 2,
                 Theme::color(active ? ColorRole::Control : ColorRole::Border));
}

void paintSlider(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget,
                 const QStyle *style)
{
    const QRectF handle =
        style->subControlRect(QStyle::CC_Slider, option, QStyle::SC_SliderHandle, widget);
    const QRectF rect = option->rect;
    const bool horizontal = option->orientation == Qt::Horizontal;
    const QRectF groove = horizontal ? QRectF(rect.left(), rect.center().y() - 2, rect.width(), 4)
                                     : QRectF(rect.center().x() - 2, rect.top(), 4, rect.height());
    paintRounded(painter, groove, 2, Theme::color(ColorRole::Press));
    QRectF done = groove;
    if (horizontal && !option->upsideDown)
        done.setRight(handle.center().x());
    else if (horizontal)
        done.setLeft(handle.center().x());
    else if (option->upsideDown)
        done.setTop(handle.center().y());
    else
        done.setBottom(handle.center().y());
    const bool enabled = has(option, QStyle::State_Enabled);
    paintRounded(painter, done, 2, Theme::color(enabled ? ColorRole::Accent : ColorRole::Line));
    const QRectF knob(handle.center() - QPointF(7, 7), QSizeF(14, 14));
    paintRounded(painter, knob, 7, Theme::color(ColorRole::Raised),
                 outlineOf(option, ColorRole::Control));
}

void paintMenuItem(const QStyleOptionMenuItem *option, QPainter *painter, const QWidget *widget)
{
    const QRect rect = option->rect;
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1),
                          Theme::color(ColorRole::Line));
        return;
    }
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool selected = enabled && has(option, QStyle::State_Selected);
    if (selected) {
        paintRounded(painter, rect, Theme::metric(Metric::RadiusItem),
                     Theme::color(ColorRole::Selection));
    }
    const auto visual = [option, rect](const QRect &logical) {
        return QStyle::visualRect(option->direction, rect, logical);
    };
    constexpr int Padding = 8;
    constexpr int MarkColumn = 24;
    const bool marks = option->menuHasCheckableItems || option->maxIconWidth > 0;
    const QRect mark = visual(QRect(rect.left() + Padding - 2, rect.top(), 16, rect.height()));
    if (option->checkType != QStyleOptionMenuItem::NotCheckable && option->checked) {
        paintIcon(painter, QRectF(mark.left(), rect.center().y() - 7, 16, 16), u"check"_s,
                  Theme::color(enabled ? ColorRole::Text : ColorRole::Text3));
    } else if (!option->icon.isNull()) {
        option->icon.paint(painter, mark, Qt::AlignCenter,
                           !enabled   ? QIcon::Disabled
                           : selected ? QIcon::Active
                                      : QIcon::Normal);
    }

    const qsizetype tab = option->text.indexOf(u'\t');
    const QString words = tab < 0 ? option->text : option->text.left(tab);
    const QString shortcut = tab < 0 ? QString() : option->text.mid(tab + 1);
    const bool submenu = option->menuItemType == QStyleOptionMenuItem::SubMenu;
    const QRect content = rect.adjusted(marks ? MarkColumn + 2 : Padding, 0, -Padding, 0);
    painter->save();
    QFont font = option->font;
    if (option->menuItemType == QStyleOptionMenuItem::DefaultItem)
        font.setWeight(QFont::Medium);
    painter->setFont(font);
    painter->setPen(Theme::color(enabled ? ColorRole::Text : ColorRole::Text3));
    const auto align = [option](Qt::Alignment side) {
        return int(Qt::AlignVCenter | QStyle::visualAlignment(option->direction, side))
               | Qt::TextSingleLine;
    };
    painter->drawText(visual(content), align(Qt::AlignLeft) | Qt::TextHideMnemonic, words);
    if (!shortcut.isEmpty()) {
        painter->setFont(Theme::font(TextSize::Small));
        painter->setPen(Theme::color(selected ? ColorRole::Text2 : ColorRole::Text3));
        painter->drawText(visual(content), align(Qt::AlignRight), shortcut);
    }
    painter->restore();
    if (submenu) {
        const QRect arrow = visual(QRect(content.right() - 13, rect.top(), 14, rect.height()));
        paintIcon(painter, QRectF(arrow.left(), rect.center().y() - 6, 14, 14),
                  option->direction == Qt::LeftToRight ? u"chevron-right"_s : u"chevron-left"_s,
                  Theme::color(enabled ? ColorRole::Text2 : ColorRole::Text3));
    }
    Q_UNUSED(widget)
}

void paintMenuBarItem(const QStyleOptionMenuItem *option, QPainter *painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    if (enabled && has(option, QStyle::State_Selected)) {
        paintRounded(
            painter, option->rect.adjusted(0, 1, 0, -1), controlRadius(),
            Theme::color(has(option, QStyle::State_Sunken) ? ColorRole::Press : ColorRole::Hover));
    }
    painter->setPen(Theme::color(enabled ? ColorRole::Text : ColorRole::Text3));
    painter->drawText(
        option->rect,
        int(Qt::AlignCenter) | Qt::TextSingleLine
            | (has(option, QStyle::State_Selected) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
        option->text);
}

QSize menuItemSize(const QStyleOptionMenuItem *option, const QSize &content)
{
    if (option->menuItemType == QStyleOptionMenuItem::Separator)
        return {content.width(), 9};
    const qsizetype tab = option->text.indexOf(u'\t');
    const QFontMetrics metrics(option->font);
    const bool marks = option->menuHasCheckableItems || option->maxIconWidth > 0;
    int width = metrics
                    .size(Qt::TextHideMnemonic | Qt::TextSingleLine,
                          tab < 0 ? option->text : option->text.left(tab))
                    .width()
                + (marks ? 26 : 8) + 16;
    if (tab >= 0) {
        const QFontMetrics small(Theme::font(TextSize::Small));
        width += 32 + small.horizontalAdvance(option->text.mid(tab + 1));
    }
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu)
        width += 24;
    return {width, std::max(Theme::metric(Metric::MenuItem), metrics.height() + 8)};
}

} // namespace passel::style
