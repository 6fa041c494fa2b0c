#include "ui/grid/gridbench.h"

#include "ui/grid/gridview.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace passel {

namespace {

double millisecondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

double GridTiming::percentile(double share) const
{
    if (frames.empty())
        return 0;
    std::vector<double> sorted = frames;
    std::sort(sorted.begin(), sorted.end());
    const auto at = std::size_t(std::lround(share * double(sorted.size() - 1)));
    return sorted[std::min(at, sorted.size() - 1)];
}

double GridTiming::median() const
{
    return percentile(0.5);
}

GridTiming timeGrid(GridSource *source, int steps, GridBenchPath path, const QSize &size)
{
    GridTiming result;
    GridView view;
    view.setAttribute(Qt::WA_DontShowOnScreen);
    view.resize(size);
    view.show();
    QImage image(size, QImage::Format_RGB32);
    QElapsedTimer timer;
    const auto paint = [&view, &image] {
        QPainter painter(&image);
        view.viewport()->render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
    };
    timer.start();
    view.setSource(source);
    view.setCurrent(0, 0);
    paint();
    result.open = millisecondsOf(timer);

    const qint64 rows = std::max<qint64>(1, source->rowCount());
    const int rowHeight = view.geometry().rowHeight();
    result.frames.reserve(std::size_t(std::max(0, steps)));
    for (int step = 1; step <= steps; ++step) {
        const qint64 row = path == GridBenchPath::Wheel
                               ? qint64(step) * 3 % rows
                               : qint64(quint64(step) * 2654435761U % quint64(rows));
        timer.restart();
        view.scrollTo(row * rowHeight, 0);
        paint();
        result.frames.push_back(millisecondsOf(timer));
    }
    return result;
}

} // namespace passel
