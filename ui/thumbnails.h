// Thumbnails of the image cells on the screen, made on workers and kept for a while.
#pragma once

#include "core/array/documentarray.h"
#include "core/base/task.h"

#include <QCache>
#include <QImage>
#include <QObject>

#include <deque>
#include <functional>
#include <map>

namespace passel {

//! \brief Asked by the grid for each image cell it paints; answers what is there and makes the
//! rest. Only blobs and data URIs: nothing is opened or fetched (SEC-10). GUI thread.
class Thumbnails final : public QObject
{
    Q_OBJECT

public:
    //! \brief Pixels kept, four bytes each.
    static constexpr int KeptPixels = 8'000'000;
    //! \brief Cells waiting; what was asked for longest ago is forgotten.
    static constexpr int Waiting = 64;
    static constexpr int AtOnce = 2;

    explicit Thumbnails(QObject *parent = nullptr);

    //! \brief Another snapshot: all pictures are made anew.
    void setArray(const DocumentArray &array);
    //! \brief Height of the pictures in device-independent pixels, and device pixels for each.
    void setSize(int height, qreal pixelRatio);

    //! \brief Null when the cell is no picture, or not ready yet (ready() follows).
    [[nodiscard]] QImage picture(qint64 row, int column);

signals:
    void ready();

private:
    using Cell = std::pair<qint64, int>;

    //! Makes the picture on a worker; empty when the cell is none.
    [[nodiscard]] std::function<QImage(QSize)> pictureOf(const Cell &cell) const;
    void startNext();

    DocumentArray m_array;
    std::vector<bool> m_mayHold; // by column
    int m_height = 20;
    qreal m_ratio = 1;
    QCache<Cell, QImage> m_kept; // null images: no picture, never asked again
    std::deque<Cell> m_waiting;
    std::map<Cell, Task<QImage>> m_running;
};

} // namespace passel
