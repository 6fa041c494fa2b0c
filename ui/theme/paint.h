// Small strokes that several painters share.
#pragma once

#include "ui/theme/theme.h"

#include <QRectF>

class QPainter;

namespace passel {

//! \brief A rounded rectangle: filled, and outlined inside its edge by a line of \a width.
//! An invalid colour leaves that part out.
void paintRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
                  const QColor &line = QColor(), qreal width = 1.0);

//! \brief The focus ring of fields, cells and list rows: inside \a rect, without a gap.
void paintInnerRing(QPainter *painter, const QRectF &rect, qreal radius,
                    ColorRole role = ColorRole::Ring);

//! \brief The dropdown chevron, 12 px, in the middle of \a rect.
void paintChevron(QPainter *painter, const QRectF &rect, const QColor &color);

//! \brief Moves \a rect to whole device pixels, so that bars keep sharp edges at every scale.
[[nodiscard]] QRectF snapped(const QPainter *painter, const QRectF &rect);

} // namespace passel
