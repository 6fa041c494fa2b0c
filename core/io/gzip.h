// gzip in both directions, streaming and bounded: no file can make us inflate without end (SEC-06).
#pragma once

#include "core/io/bytesource.h"

#include <functional>

namespace passel {

//! \brief Detail of errors whose byte counts in the compressed file: it has no line.
inline constexpr QLatin1String InGzip("gzip");

//! \brief The bytes behind a gzip stream of one or more members. Errors: `expand-limit` when the
//! output passes 4 GiB, or (unless \a allowExpand) 200 times the input after its first MiB;
//! `checksum` when a member's CRC or length is wrong; `truncated`; `syntax` for bad data;
//! `trailing-bytes` for anything but zeros or a member behind a member; `nested-archive` when the
//! output is itself compressed.
[[nodiscard]] std::unique_ptr<ByteStream> inflating(std::unique_ptr<ByteStream> stream,
                                                    bool allowExpand);

//! \brief True when \a head starts like a gzip stream.
[[nodiscard]] bool isGzip(QByteArrayView head) noexcept;

//! \brief Where written bytes go.
using ByteSink = std::function<Result<void>(QByteArrayView)>;

//! \brief Compresses what it is given into one gzip member. No name and no time in the header, so
//! that equal content gives equal files.
class GzipWriter
{
public:
    //! \brief \a level 1 … 9.
    explicit GzipWriter(ByteSink sink, int level = 6);
    ~GzipWriter();
    Q_DISABLE_COPY_MOVE(GzipWriter)

    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> run(QByteArrayView bytes, int flush);

    struct State;
    std::unique_ptr<State> m_state;
    ByteSink m_sink;
};

} // namespace passel
