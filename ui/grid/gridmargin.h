// What lies at the edge of a grid, over and above its scroll bar.
#pragma once

#include "ui/grid/gridgeometry.h"
#include "ui/grid/gridsource.h"

#include <QWidget>

#include <utility>
#include <vector>

namespace passel {

//! \brief Ticks over a scroll bar, at the places of the rows that have a mark. Lets every event
//! through. Reads what its grid owns, which outlives it.
class ScrollTicks final : public QWidget
{
    Q_OBJECT

public:
    //! \brief \a ticks are rows of what is shown, rising, each with its mark.
    ScrollTicks(const std::vector<std::pair<qint64, RowMark>> &ticks, const GridGeometry &geometry,
                QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const std::vector<std::pair<qint64, RowMark>> &m_ticks;
    const GridGeometry &m_geometry;
};

//! \brief Above the scroll bar, the header goes on.
class ScrollHead final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace passel
