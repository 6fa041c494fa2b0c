#include "ui/kit/switch.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace passel {

namespace {

constexpr int TrackWidth = 28;
constexpr int TrackHeight = 16;
constexpr int Gap = 8;

} // namespace

void paintSwitch(QPainter *painter, const QRectF &rect, bool on, bool enabled,
                 Qt::LayoutDirection direction)
{
    QRectF track(0, 0, TrackWidth, TrackHeight);
    track.moveCenter(rect.center());
    track.moveTopLeft(QPointF(track.topLeft().toPoint()));
    const bool knobRight = on == (direction == Qt::LeftToRight);
    const QRectF knob(knobRight ? track.right() - 14 : track.left() + 2, track.top() + 2, 12, 12);
    if (on) {
        paintRounded(painter, track, TrackHeight / 2.0,
                     Theme::color(enabled ? ColorRole::Accent : ColorRole::Border));
        paintRounded(painter, knob, 6, Theme::color(ColorRole::OnAccent));
    } else {
        paintRounded(painter, track, TrackHeight / 2.0, Theme::color(ColorRole::Base),
                     Theme::color(enabled ? ColorRole::Control : ColorRole::Line));
        paintRounded(painter, knob, 6,
                     Theme::color(enabled ? ColorRole::Control : ColorRole::Line));
    }
}

Switch::Switch(const QString &text, QWidget *parent)
    : QCheckBox(text, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Switch::sizeHint() const
{
    const QSize words = fontMetrics().size(Qt::TextShowMnemonic, text());
    return {TrackWidth + (text().isEmpty() ? 0 : Gap + words.width()),
            std::max(TrackHeight, text().isEmpty() ? 0 : words.height())};
}

QSize Switch::minimumSizeHint() const
{
    return sizeHint();
}

bool Switch::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto visual = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    paintSwitch(&painter, visual(QRect(0, 0, TrackWidth, height())), isChecked(), isEnabled(),
                layoutDirection());
    painter.setPen(Theme::color(isEnabled() ? ColorRole::Text : ColorRole::Text3));
    painter.drawText(
        visual(rect().adjusted(TrackWidth + Gap, 0, 0, 0)),
        int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
            | Qt::TextHideMnemonic,
        text());
}

} // namespace passel
