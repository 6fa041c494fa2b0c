#include "ui/thumbnails.h"

#include "core/media/thumbnail.h"

#include <algorithm>

namespace passel {

Thumbnails::Thumbnails(QObject *parent)
    : QObject(parent)
    , m_kept(KeptPixels)
{}

void Thumbnails::setArray(const DocumentArray &array)
{
    m_array = array;
    m_running.clear();
    m_waiting.clear();
    m_kept.clear();
    m_mayHold.clear();
    for (const Field &field : array.schema().fields()) {
        const TypeKind kind = field.type.kind;
        m_mayHold.push_back(kind == TypeKind::Bytes
                            || (kind == TypeKind::Text && field.role == Role::Uri));
    }
}

void Thumbnails::setSize(int height, qreal pixelRatio)
{
    if (m_height == height && m_ratio == pixelRatio)
        return;
    m_height = height;
    m_ratio = pixelRatio;
    setArray(m_array);
}

QImage Thumbnails::picture(qint64 row, int column)
{
    const auto index = static_cast<size_t>(column);
    if (index >= m_mayHold.size() || !m_mayHold[index])
        return {};
    const Cell cell(row, column);
    if (const QImage *kept = m_kept.object(cell))
        return *kept;
    if (m_running.contains(cell)
        || std::find(m_waiting.begin(), m_waiting.end(), cell) != m_waiting.end())
        return {};
    m_waiting.push_back(cell);
    if (m_waiting.size() > Waiting)
        m_waiting.pop_front();
    startNext();
    return {};
}

std::optional<QByteArray> Thumbnails::bytesOf(const Cell &cell) const
{
    if (cell.first >= m_array.rowCount())
        return {};
    const std::optional<Value> value = m_array.tryValue(cell.first, cell.second);
    if (!value || value->isNull())
        return {};
    const std::string &bytes = value->toBytes();
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (value->kind() == TypeKind::Text)
        return pictureOfDataUri(view);
    if (!looksLikePicture(view))
        return {};
    return view.toByteArray();
}

void Thumbnails::startNext()
{
    while (m_running.size() < AtOnce && !m_waiting.empty()) {
        const Cell cell = m_waiting.back(); // what was asked last is on the screen
        m_waiting.pop_back();
        std::optional<QByteArray> bytes = bytesOf(cell);
        if (!bytes) {
            m_kept.insert(cell, new QImage, 1);
            continue;
        }
        const int side = qRound(m_height * m_ratio);
        m_running[cell] = Task<QImage>::start(
            ThreadPool::global(),
            [bytes = std::move(*bytes), side](const TaskContext &) {
                return thumbnail(bytes, {side * 4, side});
            },
            [this, cell, ratio = m_ratio](const Result<QImage> &made) {
                auto *image = new QImage(made ? *made : QImage());
                image->setDevicePixelRatio(ratio);
                const qsizetype cost =
                    std::max<qsizetype>(1, qsizetype(image->width()) * image->height());
                m_kept.insert(cell, image, cost);
                const Task<QImage> done = std::move(m_running[cell]);
                m_running.erase(cell);
                startNext();
                emit ready();
            });
    }
}

} // namespace passel
