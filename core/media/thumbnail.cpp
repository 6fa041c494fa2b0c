#include "core/media/thumbnail.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

struct Media
{
    Q_DECLARE_TR_FUNCTIONS(passel::Media)
};

// Decoders by what the bytes are, never by a name: only these are ever asked. SVG is none of them,
// it may refer to files.
QByteArray formatOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "gif";
    if (bytes.startsWith("RIFF") && bytes.size() > 12 && bytes.sliced(8, 4) == "WEBP")
        return "webp";
    if (bytes.startsWith("BM") && bytes.size() > 14)
        return "bmp";
    return {};
}

} // namespace

bool looksLikePicture(QByteArrayView bytes)
{
    return !formatOf(bytes.first(std::min<qsizetype>(bytes.size(), 16))).isEmpty();
}

std::optional<QByteArray> pictureOfDataUri(QByteArrayView text)
{
    if (!text.startsWith("data:image/") || text.size() > MaxPictureBytes * 3 / 2)
        return {};
    const qsizetype comma = text.indexOf(',');
    if (comma < 0 || comma > 200 || !text.first(comma).endsWith(";base64"))
        return {};
    auto decoded = QByteArray::fromBase64Encoding(
        QByteArray::fromRawData(text.data() + comma + 1, text.size() - comma - 1),
        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !looksLikePicture(*decoded))
        return {};
    return std::move(*decoded);
}

Result<QImage> thumbnail(const QByteArray &bytes, const QSize &box)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty())
        return Error(ErrorKind::Input, "not-a-picture",
                     Media::tr("This cell holds no picture that Passel knows."));
    if (bytes.size() > MaxPictureBytes)
        return Error(ErrorKind::Limit, "picture-too-large",
                     Media::tr("This picture is too large to be shown."));
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return Error(ErrorKind::Input, "picture-damaged",
                     Media::tr("This picture is damaged and cannot be shown."));
    if (qint64(size.width()) * size.height() > MaxPicturePixels)
        return Error(ErrorKind::Limit, "picture-too-large",
                     Media::tr("This picture is too large to be shown."));
    // Orientation may exchange the sides: scale for the larger of both, then exactly.
    const int longer = std::max(box.width(), box.height());
    if (size.width() > longer || size.height() > longer)
        reader.setScaledSize(size.scaled(longer, longer, Qt::KeepAspectRatio).expandedTo({1, 1}));
    QImage image = reader.read();
    if (image.isNull())
        return Error(ErrorKind::Input, "picture-damaged",
                     Media::tr("This picture is damaged and cannot be shown."))
            .withDetail(reader.errorString());
    if (image.width() > box.width() || image.height() > box.height())
        image = image.scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return image;
}

QImage thumbnailOfPixels(QByteArrayView bytes, qint64 width, qint64 height, int channels,
                         const QSize &box)
{
    const QImage::Format format = channels == 1   ? QImage::Format_Grayscale8
                                  : channels == 3 ? QImage::Format_RGB888
                                  : channels == 4 ? QImage::Format_RGBA8888
                                                  : QImage::Format_Invalid;
    if (format == QImage::Format_Invalid || width <= 0 || height <= 0 || width > MaxPicturePixels
        || height > MaxPicturePixels / width || bytes.size() != width * height * channels)
        return {};
    const QImage all(reinterpret_cast<const uchar *>(bytes.data()), static_cast<int>(width),
                     static_cast<int>(height), width * channels, format);
    if (width <= box.width() && height <= box.height())
        return all.copy();
    return all.scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace passel
