// The painters behind PasselStyle, one function a part.
#pragma once

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionToolButton;
class QWidget;

namespace passel::style {

void paintButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget,
                      bool isChecked);
void paintCheckBox(const QStyleOption *option, QPainter *painter);
void paintRadio(const QStyleOption *option, QPainter *painter);
void paintField(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void paintCombo(const QStyleOptionComboBox *option, QPainter *painter, const QWidget *widget,
                const QStyle *style);
void paintSpinBox(const QStyleOptionSpinBox *option, QPainter *painter, const QWidget *widget,
                  const QStyle *style);
void paintToolButton(const QStyleOptionToolButton *option, QPainter *painter, const QWidget *widget,
                     const QStyle *style);
void paintScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget,
                    const QStyle *style);
void paintSlider(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget,
                 const QStyle *style);
void paintMenuItem(const QStyleOptionMenuItem *option, QPainter *painter, const QWidget *widget);
void paintMenuBarItem(const QStyleOptionMenuItem *option, QPainter *painter);
//! \brief Width and height of a menu item.
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem *option, const QSize &content);

} // namespace passel::style
