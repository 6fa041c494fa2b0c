#include "ui/kit/badge.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace passel {

QSizeF badgeSize(const QString &text)
{
    const QFontMetricsF metrics(Theme::font(TextSize::Tiny));
    return {std::ceil(metrics.horizontalAdvance(text)) + 8,
            std::max(qreal(Theme::metric(Metric::Badge)), std::ceil(metrics.height()))};
}

void paintBadge(QPainter *painter, const QPointF &corner, const QString &text, BadgeLook look)
{
    const QRectF rect(corner, badgeSize(text));
    const qreal radius = Theme::metric(Metric::RadiusBadge);
    paintRounded(painter, rect, radius,
                 Theme::color(look.isCurrent ? ColorRole::BarCurrentSoft : ColorRole::Hover));
    if (look.isDashed) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QPen pen(Theme::color(look.isCurrent ? ColorRole::AccentText : ColorRole::Control), 1);
        pen.setDashPattern({2, 2});
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        painter->restore();
    }
    painter->setFont(Theme::font(TextSize::Tiny));
    painter->setPen(Theme::color(look.isCurrent ? ColorRole::AccentText : ColorRole::Text2));
    painter->drawText(rect, int(Qt::AlignCenter) | Qt::TextSingleLine, text);
}

Badge::Badge(const QString &text, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Badge::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setLook(BadgeLook look)
{
    m_look = look;
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_text).toSize();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(&painter, QPointF(), m_text, m_look);
}

} // namespace passel
