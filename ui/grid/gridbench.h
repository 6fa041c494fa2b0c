// How long the grid needs for a frame: what passel-bench's gui-grid asks.
#pragma once

#include <QSize>

#include <vector>

namespace passel {

class GridSource;

//! \brief What was measured, in milliseconds.
struct GridTiming
{
    double open = 0;            //!< setSource() to the end of the first painting
    std::vector<double> frames; //!< one a scroll step: scroll and paint everything

    //! \brief Middle and nearly worst frame; 0 without frames.
    [[nodiscard]] double median() const;
    [[nodiscard]] double percentile(double share) const;
};

//! \brief How the scrolling goes.
enum class GridBenchPath {
    Wheel, //!< three rows a step, as a wheel turns
    Jumps, //!< to far places all over the table, so that no text is cached
};

//! \brief Scrolls a GridView of \a size over \a source in \a steps and paints each into an image at
//! scale 1. Needs a QApplication with our theme installed; runs on the GUI thread.
[[nodiscard]] GridTiming timeGrid(GridSource *source, int steps, GridBenchPath path,
                                  const QSize &size = QSize(1280, 800));

} // namespace passel
