#include "ui/theme/passelstyle.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/stylepainters.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QFontMetrics>
#include <QFrame>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr const char *KindProperty = "passelButtonKind";
constexpr const char *SizeProperty = "passelControlSize";
constexpr const char *InvalidProperty = "passelInvalid";

void setAndRepaint(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->updateGeometry();
    widget->update();
}

} // namespace

void setButtonKind(QWidget *button, ButtonKind kind)
{
    setAndRepaint(button, KindProperty, int(kind));
}

ButtonKind buttonKind(const QWidget *button)
{
    const QVariant kind = button ? button->property(KindProperty) : QVariant();
    if (kind.isValid())
        return static_cast<ButtonKind>(kind.toInt());
    return qobject_cast<const QToolButton *>(button) ? ButtonKind::Flat : ButtonKind::Normal;
}

void setControlSize(QWidget *control, ControlSize size)
{
    setAndRepaint(control, SizeProperty, int(size));
}

ControlSize controlSize(const QWidget *control)
{
    return control ? static_cast<ControlSize>(control->property(SizeProperty).toInt())
                   : ControlSize::Regular;
}

int controlHeight(const QWidget *control)
{
    const auto [height, margin] = [control]() -> std::pair<int, int> {
        switch (controlSize(control)) {
        case ControlSize::Small:
            return {Theme::metric(Metric::ButtonSmall), 6};
        case ControlSize::Status:
            return {Theme::metric(Metric::ButtonStatus), 4};
        case ControlSize::Regular:
            break;
        }
        return {Theme::metric(Metric::Button), 8};
    }();
    const QFontMetrics metrics(control ? control->font() : Theme::font(TextSize::Base));
    return std::max(height, metrics.height() + margin);
}

void setInvalid(QWidget *field, bool invalid)
{
    setAndRepaint(field, InvalidProperty, invalid);
}

bool isInvalid(const QWidget *field)
{
    return field && field->property(InvalidProperty).toBool();
}

PasselStyle::PasselStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
    setObjectName(u"passel"_s);
}

void PasselStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QLineEdit *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void PasselStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonBevel:
    case PE_PanelButtonTool:
        style::paintButtonPanel(option, painter, widget, option->state.testFlag(State_On));
        return;
    case PE_FrameDefaultButton:
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_PanelToolBar:
    case PE_FrameButtonBevel:
    case PE_FrameMenu:
    case PE_FrameTabBarBase:
    case PE_FrameGroupBox:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        style::paintCheckBox(option, painter);
        return;
    case PE_IndicatorRadioButton:
        style::paintRadio(option, painter);
        return;
    case PE_PanelLineEdit:
        if (widget && widget->parentWidget()
            && (widget->parentWidget()->inherits("QComboBox")
                || widget->parentWidget()->inherits("QAbstractSpinBox"))) {
            return;
        }
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth <= 0) {
            painter->fillRect(option->rect, option->palette.base());
            return;
        }
        style::paintField(option, painter, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractItemView *>(widget)) {
            painter->setPen(Theme::color(ColorRole::Line));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        } else {
            const bool focused = option->state.testFlag(State_HasFocus);
            const ColorRole line = isInvalid(widget) ? ColorRole::Error
                                   : focused         ? ColorRole::Ring
                                                     : ColorRole::Control;
            paintRounded(painter, option->rect, Theme::metric(Metric::RadiusControl), QColor(),
                         Theme::color(line), isInvalid(widget) || focused ? 2 : 1);
        }
        return;
    case PE_FrameFocusRect:
        // Buttons have FocusRing; what is left are rows of lists.
        if (!qobject_cast<const QAbstractButton *>(widget))
            paintInnerRing(painter, option->rect, 0);
        return;
    case PE_PanelItemViewItem: {
        if (option->state.testFlag(State_Selected)) {
            painter->fillRect(option->rect, Theme::color(option->state.testFlag(State_Active)
                                                             ? ColorRole::Selection
                                                             : ColorRole::SelectionIdle));
        } else if (option->state.testFlag(State_MouseOver)) {
            painter->fillRect(option->rect, Theme::color(ColorRole::Hover));
        }
        return;
    }
    case PE_PanelMenu:
        painter->fillRect(option->rect, Theme::color(ColorRole::Raised));
        paintRounded(painter, option->rect, Theme::metric(Metric::RadiusControl),
                     Theme::color(ColorRole::Raised), Theme::color(ColorRole::Border));
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, Theme::color(ColorRole::Panel));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, Theme::color(ColorRole::Tip));
        return;
    case PE_IndicatorArrowDown:
        paintChevron(painter, option->rect, Theme::color(ColorRole::Text2));
        return;
    case PE_IndicatorArrowUp:
        paintIcon(painter, option->rect, u"chevron-up"_s, Theme::color(ColorRole::Text2));
        return;
    case PE_IndicatorTabClose: {
        const bool hovered = option->state.testFlag(State_MouseOver);
        if (hovered)
            paintRounded(painter, option->rect, Theme::metric(Metric::RadiusItem),
                         Theme::color(ColorRole::Hover));
        const qreal side = 14;
        paintIcon(
            painter,
            QRectF(QRectF(option->rect).center() - QPointF(side / 2, side / 2), QSizeF(side, side)),
            u"x"_s, Theme::color(hovered ? ColorRole::Text : ColorRole::Text2));
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void PasselStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton colored = *button;
            const bool enabled = button->state.testFlag(State_Enabled);
            const ButtonKind kind = buttonKind(widget);
            const ColorRole role = !enabled                      ? ColorRole::Text3
                                   : kind == ButtonKind::Primary ? ColorRole::OnAccent
                                   : kind == ButtonKind::Danger  ? ColorRole::Error
                                                                 : ColorRole::Text;
            colored.palette.setColor(QPalette::ButtonText, Theme::color(role));
            colored.features &= ~QStyleOptionButton::HasMenu;
            QProxyStyle::drawControl(element, &colored, painter, widget);
            return;
        }
        break;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
            combo && !combo->editable) {
            QStyleOptionComboBox cut = *combo;
            const QRect room = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
            const int icon = cut.currentIcon.isNull() ? 0 : cut.iconSize.width() + 4;
            cut.currentText = cut.fontMetrics.elidedText(cut.currentText, Qt::ElideRight,
                                                         room.width() - icon - 2);
            QProxyStyle::drawControl(element, &cut, painter, widget);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            style::paintMenuItem(item, painter, widget);
            return;
        }
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            style::paintMenuBarItem(item, painter);
            return;
        }
        break;
    case CE_MenuBarEmptyArea:
    case CE_MenuEmptyArea:
        return;
    case CE_ProgressBar:
        // The words stand beside a bar, never on it.
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            QStyleOptionProgressBar part = *bar;
            part.rect = subElementRect(SE_ProgressBarGroove, bar, widget);
            drawControl(CE_ProgressBarGroove, &part, painter, widget);
            drawControl(CE_ProgressBarContents, &part, painter, widget);
            return;
        }
        break;
    case CE_ProgressBarGroove:
        paintRounded(painter, option->rect, option->rect.height() / 2.0,
                     Theme::color(ColorRole::Press));
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            const qreal span = std::max(1, bar->maximum - bar->minimum);
            const qreal share = std::clamp((bar->progress - bar->minimum) / span, 0.0, 1.0);
            QRectF done = bar->rect;
            done.setWidth(done.width() * share);
            if (bar->direction == Qt::RightToLeft)
                done.moveRight(QRectF(bar->rect).right());
            if (done.width() > 0)
                paintRounded(painter, done, done.height() / 2.0, Theme::color(ColorRole::Accent));
            return;
        }
        break;
    case CE_FocusFrame: {
        // One pixel of air, then the ring; the frame is three pixels larger on each side.
        paintRounded(painter, option->rect, Theme::metric(Metric::RadiusControl) + 3, QColor(),
                     Theme::color(ColorRole::Ring), Theme::metric(Metric::Ring));
        return;
    }
    case CE_Splitter: {
        painter->fillRect(option->rect, Theme::color(ColorRole::Line));
        return;
    }
    case CE_HeaderSection:
        painter->fillRect(option->rect, Theme::color(ColorRole::Panel));
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)),
                          Theme::color(ColorRole::Line));
        return;
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            const QRect rect = frame->rect;
            painter->fillRect(frame->frameShape == QFrame::HLine
                                  ? QRect(rect.left(), rect.center().y(), rect.width(), 1)
                                  : QRect(rect.center().x(), rect.top(), 1, rect.height()),
                              Theme::color(ColorRole::Line));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void PasselStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            style::paintCombo(combo, painter, widget, this);
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            style::paintSpinBox(spin, painter, widget, this);
            return;
        }
        break;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            style::paintToolButton(button, painter, widget, this);
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            style::paintScrollBar(bar, painter, widget, this);
            return;
        }
        break;
    case CC_Slider:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            style::paintSlider(slider, painter, widget, this);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int PasselStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                             const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonMargin:
        return 8;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return Theme::metric(Metric::Icon);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_MenuPanelWidth:
    case PM_MenuBarPanelWidth:
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_TabBarScrollButtonWidth:
        return 24;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 5;
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuBarHMargin:
    case PM_MenuBarVMargin:
        return 4;
    case PM_ScrollBarExtent:
        return Theme::metric(Metric::ScrollBar);
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 3;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    case PM_SliderThickness:
    case PM_SliderLength:
    case PM_SliderControlThickness:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_TextCursorWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int PasselStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    const auto roundMask = [option, returnData](Metric radius) {
        auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(returnData);
        if (!mask || !option)
            return 0;
        // Rows of the corner cut away by hand: a region has no antialiasing anyway.
        const int corner = Theme::metric(radius);
        const QRect rect = option->rect;
        QRegion region(rect.adjusted(0, corner, 0, -corner));
        for (int row = 0; row < corner; ++row) {
            const double rise = corner - row - 0.5;
            const int inset = corner - qRound(std::sqrt(corner * corner - rise * rise));
            region += QRect(rect.left() + inset, rect.top() + row, rect.width() - 2 * inset, 1);
            region += QRect(rect.left() + inset, rect.bottom() - row, rect.width() - 2 * inset, 1);
        }
        mask->region = region;
        return 1;
    };
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return Theme::isAnimated() ? 120 : 0;
    case SH_Menu_Mask:
    case SH_ToolTip_Mask:
        return roundMask(Metric::RadiusControl);
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ComboBox_Popup:
    case SH_FocusFrame_Mask:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_Menu_SloppySubMenus:
    case SH_MenuBar_MouseTracking:
    case SH_Menu_MouseTracking:
    case SH_FocusFrame_AboveWidget:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize PasselStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                    const QSize &size, const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton: {
        const int padding = controlSize(widget) == ControlSize::Regular ? 12 : 8;
        return {size.width() + 2 * padding, controlHeight(widget)};
    }
    case CT_ComboBox:
        return {size.width() + 8 + 28 + 6, controlHeight(widget)};
    case CT_LineEdit:
        return {size.width() + 16, controlHeight(widget)};
    case CT_SpinBox:
        return {size.width() + 36, controlHeight(widget)};
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool iconOnly = button && button->toolButtonStyle == Qt::ToolButtonIconOnly;
        QSize result = iconOnly ? QSize(controlHeight(widget), controlHeight(widget))
                                : QSize(size.width() + 8, controlHeight(widget));
        if (button && button->features.testFlag(QStyleOptionToolButton::HasMenu) && !iconOnly)
            result.rwidth() += 12;
        if (button && button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup))
            result.rwidth() += 12;
        return result;
    }
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return style::menuItemSize(item, size);
        break;
    case CT_MenuBarItem:
        return {size.width() + 18, std::max(28, size.height() + 8)};
    case CT_ProgressBar:
        return {size.width(), 4};
    case CT_ItemViewItem: {
        const QSize natural = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {natural.width(), std::max(natural.height(), Theme::metric(Metric::Row))};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect PasselStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                  SubControl part, const QWidget *widget) const
{
    const QRect rect = option->rect;
    const auto visual = [option, rect](const QRect &logical) {
        return visualRect(option->direction, rect, logical);
    };
    if (control == CC_ComboBox) {
        switch (part) {
        case SC_ComboBoxArrow:
            return visual(QRect(rect.right() - 27, rect.top(), 28, rect.height()));
        case SC_ComboBoxEditField:
            return visual(rect.adjusted(8, 1, -28, -1));
        default:
            return rect;
        }
    }
    if (control == CC_SpinBox) {
        const int half = rect.height() / 2;
        switch (part) {
        case SC_SpinBoxUp:
            return visual(QRect(rect.right() - 23, rect.top(), 24, half));
        case SC_SpinBoxDown:
            return visual(QRect(rect.right() - 23, rect.top() + half, 24, rect.height() - half));
        case SC_SpinBoxEditField:
            return visual(rect.adjusted(6, 1, -26, -1));
        default:
            return rect;
        }
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return rect;
        // No arrows: the whole length is the groove.
        const bool horizontal = bar->orientation == Qt::Horizontal;
        const int length = horizontal ? rect.width() : rect.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int handle = length;
        int start = 0;
        if (range > 0) {
            handle = int(std::clamp<qint64>(
                length * qint64(bar->pageStep) / (range + bar->pageStep),
                std::min(length, pixelMetric(PM_ScrollBarSliderMin, option, widget)), length));
            start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                            length - handle, bar->upsideDown);
        }
        const auto along = [bar, horizontal, rect](int from, int extent) {
            return horizontal
                       ? visualRect(bar->direction, rect,
                                    QRect(rect.left() + from, rect.top(), extent, rect.height()))
                       : QRect(rect.left(), rect.top() + from, rect.width(), extent);
        };
        switch (part) {
        case SC_ScrollBarSlider:
            return along(start, handle);
        case SC_ScrollBarSubPage:
            return along(0, start);
        case SC_ScrollBarAddPage:
            return along(start + handle, length - start - handle);
        case SC_ScrollBarGroove:
            return rect;
        default:
            return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect PasselStyle::subElementRect(SubElement element, const QStyleOption *option,
                                  const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (widget && widget->parentWidget()
            && (widget->parentWidget()->inherits("QComboBox")
                || widget->parentWidget()->inherits("QAbstractSpinBox")))
            return option->rect;
        return option->rect.adjusted(6, 1, -6, -1);
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents: {
        const int height = std::min(4, option->rect.height());
        return {option->rect.left(), option->rect.top() + (option->rect.height() - height) / 2,
                option->rect.width(), height};
    }
    case SE_ProgressBarLabel:
        return {};
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

} // namespace passel
