#include "ui/thumbnails.h"

#include "core/media/thumbnail.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace passel {

namespace {

template <typename T>
bool appendPixels(const std::string &data, QByteArray *pixels)
{
    for (size_t at = 0; at + sizeof(T) <= data.size(); at += sizeof(T)) {
        T value;
        std::memcpy(&value, data.data() + at, sizeof(T));
        if (std::cmp_less(value, 0) || std::cmp_greater(value, 255))
            return false;
        pixels->append(static_cast<char>(value));
    }
    return true;
}

// Height × width × channels of whole numbers up to 255 is a picture, as DocArray keeps them.
std::function<QImage(QSize)> pictureOfTensor(const Value &value)
{
    constexpr quint32 LeastSide = 8; // smaller ones are more likely a few numbers
    const TensorValue &tensor = value.toTensor();
    if (tensor.shape.size() != 3 || tensor.shape[0] < LeastSide || tensor.shape[1] < LeastSide
        || (tensor.shape[2] != 1 && tensor.shape[2] != 3 && tensor.shape[2] != 4)
        || static_cast<qsizetype>(tensor.data.size()) > MaxPictureBytes)
        return {};
    return [value](QSize box) -> QImage {
        const TensorValue &pixels = value.toTensor();
        QByteArray bytes;
        bool good = true;
        switch (pixels.element) {
        case ElementType::UInt8:
            bytes = QByteArray(pixels.data.data(), static_cast<qsizetype>(pixels.data.size()));
            break;
        case ElementType::Int64:
            good = appendPixels<qint64>(pixels.data, &bytes);
            break;
        case ElementType::Int32:
            good = appendPixels<qint32>(pixels.data, &bytes);
            break;
        case ElementType::Int16:
            good = appendPixels<qint16>(pixels.data, &bytes);
            break;
        default:
            good = false;
        }
        return good ? thumbnailOfPixels(bytes, pixels.shape[1], pixels.shape[0],
                                        static_cast<int>(pixels.shape[2]), box)
                    : QImage();
    };
}

} // namespace

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
        m_mayHold.push_back(kind == TypeKind::Bytes || kind == TypeKind::Tensor
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

std::function<QImage(QSize)> Thumbnails::pictureOf(const Cell &cell) const
{
    if (cell.first >= m_array.rowCount())
        return {};
    const std::optional<Value> value = m_array.tryValue(cell.first, cell.second);
    if (!value || value->isNull())
        return {};
    if (value->kind() == TypeKind::Tensor)
        return pictureOfTensor(*value);
    const std::string &bytes = value->toBytes();
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    std::optional<QByteArray> encoded;
    if (value->kind() == TypeKind::Text)
        encoded = pictureOfDataUri(view);
    else if (looksLikePicture(view))
        encoded = view.toByteArray();
    if (!encoded)
        return {};
    return [encoded = std::move(*encoded)](QSize box) {
        return thumbnail(encoded, box).valueOr(QImage());
    };
}

void Thumbnails::startNext()
{
    while (m_running.size() < AtOnce && !m_waiting.empty()) {
        const Cell cell = m_waiting.back(); // what was asked last is on the screen
        m_waiting.pop_back();
        std::function<QImage(QSize)> make = pictureOf(cell);
        if (!make) {
            m_kept.insert(cell, new QImage, 1);
            continue;
        }
        const int side = qRound(m_height * m_ratio);
        m_running[cell] = Task<QImage>::start(
            ThreadPool::global(),
            [make = std::move(make), side](const TaskContext &) -> Result<QImage> {
                return make({side * 4, side});
            },
            [this, cell, ratio = m_ratio](const Result<QImage> &made) {
                auto *image = new QImage(made.valueOr(QImage()));
                image->setDevicePixelRatio(ratio);
                const qsizetype cost = qsizetype(image->width()) * image->height();
                m_kept.insert(cell, image, std::max<qsizetype>(1, cost));
                const Task<QImage> done = std::move(m_running[cell]);
                m_running.erase(cell);
                startNext();
                emit ready();
            });
    }
}

} // namespace passel
