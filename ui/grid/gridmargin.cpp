#include "ui/grid/gridmargin.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace passel {

ScrollTicks::ScrollTicks(const std::vector<std::pair<qint64, RowMark>> &ticks,
                         const GridGeometry &geometry, QWidget *parent)
    : QWidget(parent)
    , m_ticks(ticks)
    , m_geometry(geometry)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ScrollTicks::paintEvent(QPaintEvent *)
{
    if (m_geometry.rowCount() == 0)
        return;
    QPainter painter(this);
    int last = -2;
    for (const auto &[row, mark] : m_ticks) {
        const int y = int(double(row) / double(m_geometry.rowCount()) * std::max(1, height() - 2));
        if (y <= last + 1 && mark == RowMark::Changed)
            continue; // ticks of one place are one tick
        last = y;
        const ColorRole role = mark == RowMark::Added     ? ColorRole::Added
                               : mark == RowMark::Removed ? ColorRole::Removed
                                                          : ColorRole::Changed;
        painter.fillRect(QRect(width() / 3, y, width() * 2 / 3, 2), Theme::color(role));
    }
}

void ScrollHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(ColorRole::Panel));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(ColorRole::Border));
}

} // namespace passel
