// Line icons in the colours of the theme.
#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QString>

class QPainter;
class QRectF;

namespace passel {

//! \brief The bundled Lucide icon \a name ("key-round"), drawn in \a role.
//!
//! It follows the theme by itself: each painting asks for the colour again. Hovered (Active) it
//! takes ColorRole::Text, disabled ColorRole::Text3. The line is 2 of 24 up to 14 px, 1.5 from 24
//! px on, and 1.75 between. An unknown name gives an empty picture and a warning in the log.
[[nodiscard]] QIcon themedIcon(const QString &name, ColorRole role = ColorRole::Text2);

//! \brief Paints icon \a name into \a rect, exactly in \a color.
void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color);

} // namespace passel
