// Cuts a stream of text into chunks of whole records, and has them worked on in parallel.
#pragma once

#include "core/base/task.h"
#include "core/io/bytesource.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace passel {

//! \brief Memory of a size known only at run time, whose content a vector would write for nothing.
template <typename T>
using RawArray = std::unique_ptr<T[]>; // NOLINT(modernize-avoid-c-arrays): how its maker names it

//! \brief Room for \a size values that are not yet written.
template <typename T>
RawArray<T> rawArray(size_t size)
{
    return std::make_unique_for_overwrite<T[]>(size); // NOLINT(modernize-avoid-c-arrays): the same
}

//! \brief Bytes with 64 zeros behind them, so that kernels may read on. Reused; never initialised.
class TextBuffer
{
public:
    static constexpr qint64 Padding = 64;

    //! \brief Room for \a size bytes; keeps what is there.
    void reserve(qint64 size);
    void append(const char *data, qint64 size);
    //! \brief Sets the size after data() was filled up to it, and the padding.
    void setSize(qint64 size);

    [[nodiscard]] char *data() noexcept { return m_data.get(); }

    [[nodiscard]] const char *data() const noexcept { return m_data.get(); }

    [[nodiscard]] qint64 size() const noexcept { return m_size; }

    [[nodiscard]] qint64 capacity() const noexcept { return m_capacity; }

private:
    RawArray<char> m_data;
    qint64 m_size = 0;
    qint64 m_capacity = 0;
};

//! \brief A stretch of whole records.
struct Chunk
{
    TextBuffer text;
    qint64 index = 0;
    qint64 offset = 0;   //!< of its first byte in the stream
    bool isLast = false; //!< the stream ends with it
};

//! \brief Says how many of the first bytes are whole records; 0 when none is. \a scanned bytes were
//! seen by the call before, without success since then.
using RecordSplit = std::function<Result<qint64>(TextBuffer &text, qint64 scanned)>;

//! \brief Gives chunks in order. One thread at a time.
class ChunkReader
{
public:
    //! \brief \a stream and what \a split refers to must outlive the reader.
    ChunkReader(ByteStream &stream, RecordSplit split, qint64 firstSize, qint64 size);

    //! \brief False at the end. Error `limit` when one record is larger than 64 MiB.
    [[nodiscard]] Result<bool> next(Chunk *chunk);

private:
    ByteStream &m_stream;
    RecordSplit m_split;
    qint64 m_wanted;
    qint64 m_size;
    TextBuffer m_rest;
    qint64 m_index = 0;
    qint64 m_offset = 0;
    bool m_ended = false;
};

//! \brief Calls \a work for every chunk that is left, on all workers of the pool; stops at the
//! first error or when asked to. Every chunk before one that failed has been worked on. \a work
//! must be thread-safe, and returns false to stop without an error.
[[nodiscard]] Result<void> forEachChunk(ChunkReader &reader, const TaskContext &context,
                                        const std::function<Result<bool>(Chunk &)> &work);

} // namespace passel
