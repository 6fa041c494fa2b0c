// A switch: on or off, at once.
#pragma once

#include <QCheckBox>

namespace passel {

//! \brief A check box in the shape of a switch, 28 × 16, with its words (if any) beside it. For
//! what takes effect at once; a choice that waits for a button is a check box.
class Switch final : public QCheckBox
{
    Q_OBJECT

public:
    explicit Switch(const QString &text = {}, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool hitButton(const QPoint &position) const override;
    void paintEvent(QPaintEvent *event) override;
};

//! \brief Paints the switch itself into the middle of \a rect, for delegates.
void paintSwitch(QPainter *painter, const QRectF &rect, bool on, bool enabled,
                 Qt::LayoutDirection direction);

} // namespace passel
