#include "core/share/zstd.h"

#include <QCoreApplication>

#include <memory>
#include <new>
#include <zstd.h>

namespace passel {

namespace {

Error damaged(const char *code, const QString &detail = {})
{
    return Error(ErrorKind::Input, QByteArray(code),
                 QCoreApplication::translate("passel::Zstd",
                                             "Compressed data is damaged and cannot be unpacked. "
                                             "Get it again from where it came."))
        .withDetail(detail);
}

// Making a context costs more than compressing a small part, so each thread keeps its own.
ZSTD_CCtx *compressor()
{
    thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(
        ZSTD_createCCtx(), &ZSTD_freeCCtx);
    return context.get();
}

ZSTD_DCtx *decompressor()
{
    thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(
        ZSTD_createDCtx(), &ZSTD_freeDCtx);
    return context.get();
}

} // namespace

QByteArray zstdCompressed(QByteArrayView bytes, int level)
{
    ZSTD_CCtx *context = compressor();
    if (!context)
        throw std::bad_alloc();
    const size_t bound = ZSTD_compressBound(static_cast<size_t>(bytes.size()));
    QByteArray frame(static_cast<qsizetype>(bound), Qt::Uninitialized);
    const size_t size = ZSTD_compressCCtx(context, frame.data(), bound, bytes.data(),
                                          static_cast<size_t>(bytes.size()), level);
    // With a buffer of compressBound() only a lack of memory can fail.
    if (ZSTD_isError(size))
        throw std::bad_alloc();
    frame.resize(static_cast<qsizetype>(size));
    frame.squeeze();
    return frame;
}

qint64 zstdContentSize(QByteArrayView frame) noexcept
{
    const unsigned long long size =
        ZSTD_getFrameContentSize(frame.data(), static_cast<size_t>(frame.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN
        || size > static_cast<unsigned long long>(std::numeric_limits<qint64>::max()))
        return -1;
    return static_cast<qint64>(size);
}

Result<QByteArray> zstdInflated(QByteArrayView frame, qint64 size)
{
    if (zstdContentSize(frame) != size)
        return damaged("syntax", QStringLiteral("size of the content"));
    const size_t frameSize =
        ZSTD_findFrameCompressedSize(frame.data(), static_cast<size_t>(frame.size()));
    if (ZSTD_isError(frameSize))
        return damaged("truncated", QString::fromLatin1(ZSTD_getErrorName(frameSize)));
    if (frameSize != static_cast<size_t>(frame.size()))
        return damaged("trailing-bytes");
    ZSTD_DCtx *context = decompressor();
    if (!context)
        throw std::bad_alloc();
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    const size_t done = ZSTD_decompressDCtx(context, bytes.data(), static_cast<size_t>(size),
                                            frame.data(), frameSize);
    if (ZSTD_isError(done) || done != static_cast<size_t>(size))
        return damaged("syntax", ZSTD_isError(done) ? QString::fromLatin1(ZSTD_getErrorName(done))
                                                    : QString());
    return bytes;
}

} // namespace passel
