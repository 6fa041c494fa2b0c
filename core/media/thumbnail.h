// Small pictures of pictures that documents hold, from bytes that nobody trusts.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QImage>
#include <QSize>

#include <optional>

namespace passel {

//! \brief The most bytes of an encoded picture that are decoded.
inline constexpr qsizetype MaxPictureBytes = 64 << 20;
//! \brief The most pixels of a picture that are decoded.
inline constexpr qint64 MaxPicturePixels = 100'000'000;

//! \brief The bytes begin like a PNG, JPEG, GIF, WebP or BMP picture. Looks at the first 16 only.
[[nodiscard]] bool looksLikePicture(QByteArrayView bytes);

//! \brief The picture's bytes when \a text is a `data:image/…;base64,` URI, else nothing. Any
//! other URI is text: nothing is opened or fetched (SEC-10).
[[nodiscard]] std::optional<QByteArray> pictureOfDataUri(QByteArrayView text);

//! \brief The picture in \a bytes, made as small as fits into \a box (never larger than it is),
//! with its aspect ratio and its EXIF orientation. Any thread. Codes: `not-a-picture`,
//! `picture-too-large`, `picture-damaged`.
[[nodiscard]] Result<QImage> thumbnail(const QByteArray &bytes, const QSize &box);

//! \brief A small picture of \a height rows of \a width pixels of \a channels bytes (1 grey, 3 RGB,
//! 4 RGBA), one behind the other; null when \a bytes are not exactly as many. Any thread.
[[nodiscard]] QImage thumbnailOfPixels(QByteArrayView bytes, qint64 width, qint64 height,
                                       int channels, const QSize &box);

} // namespace passel
