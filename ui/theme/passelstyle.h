// The looks of all standard widgets: Fusion underneath, our tones, lines and rings on top.
#pragma once

#include <QProxyStyle>

class QAbstractButton;
class QWidget;

namespace passel {

//! \brief How a push button or tool button is drawn.
enum class ButtonKind {
    Normal,  //!< outlined
    Primary, //!< filled with the accent; one a surface
    Flat,    //!< words only, a tone under the pointer
    Danger,  //!< outlined, text in ColorRole::Error
};

//! \brief Height of a push button or field.
enum class ControlSize {
    Regular, //!< 28
    Small,   //!< 24
    Status,  //!< 20, only in the status line
};

//! \brief Sets how \a button is drawn. A push button is Normal, a tool button Flat if never set.
void setButtonKind(QWidget *button, ButtonKind kind);
[[nodiscard]] ButtonKind buttonKind(const QWidget *button);

//! \brief Sets the height of a button, a field or a combo box.
void setControlSize(QWidget *control, ControlSize size);
[[nodiscard]] ControlSize controlSize(const QWidget *control);
//! \brief That height in device-independent pixels; grows with a larger base font.
[[nodiscard]] int controlHeight(const QWidget *control);

//! \brief Marks a field as wrong: its outline is drawn in ColorRole::Error. The sentence that says
//! why stands under it (see FieldNote).
void setInvalid(QWidget *field, bool invalid);
[[nodiscard]] bool isInvalid(const QWidget *field);

//! \brief Draws every standard widget from Theme's roles and metrics. No style sheets.
class PasselStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    PasselStyle();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
};

} // namespace passel
