#include "ui/theme/paint.h"

#include "ui/theme/icon.h"

#include <QPainter>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace passel {

void paintRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
                  const QColor &line, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool outlined = line.isValid() && line.alpha() > 0 && width > 0;
    painter->setPen(outlined ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = outlined ? width / 2 : 0;
    const qreal corner = std::max(0.0, radius - inset);
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter->restore();
}

void paintInnerRing(QPainter *painter, const QRectF &rect, qreal radius, ColorRole role)
{
    paintRounded(painter, rect, radius, QColor(), Theme::color(role), Theme::metric(Metric::Ring));
}

void paintChevron(QPainter *painter, const QRectF &rect, const QColor &color)
{
    const qreal side = Theme::metric(Metric::IconSmall);
    const QPointF corner = rect.center() - QPointF(side / 2, side / 2);
    paintIcon(painter, QRectF(corner, QSizeF(side, side)), u"chevron-down"_s, color);
}

QRectF snapped(const QPainter *painter, const QRectF &rect)
{
    const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    const auto snap = [scale](qreal value) { return std::round(value * scale) / scale; };
    return {QPointF(snap(rect.left()), snap(rect.top())),
            QPointF(snap(rect.right()), snap(rect.bottom()))};
}

} // namespace passel
