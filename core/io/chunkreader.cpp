#include "core/io/chunkreader.h"

#include "core/io/limits.h"
#include "core/io/places.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <limits>

namespace passel {

void TextBuffer::reserve(qint64 size)
{
    if (m_data && size <= m_capacity)
        return;
    auto data = rawArray<char>(static_cast<size_t>(size + Padding));
    if (m_size > 0)
        std::memcpy(data.get(), m_data.get(), static_cast<size_t>(m_size));
    m_data = std::move(data);
    m_capacity = size;
    setSize(m_size);
}

void TextBuffer::append(const char *data, qint64 size)
{
    reserve(m_size + size);
    std::memcpy(m_data.get() + m_size, data, static_cast<size_t>(size));
    setSize(m_size + size);
}

void TextBuffer::setSize(qint64 size)
{
    m_size = size;
    std::memset(m_data.get() + size, 0, static_cast<size_t>(Padding));
}

ChunkReader::ChunkReader(ByteStream &stream, RecordSplit split, qint64 firstSize, qint64 size)
    : m_stream(stream)
    , m_split(std::move(split))
    , m_wanted(firstSize)
    , m_size(size)
{
    m_rest.reserve(0);
}

Result<bool> ChunkReader::next(Chunk *chunk)
{
    TextBuffer &text = chunk->text;
    text.reserve(std::max(m_wanted, m_rest.size()));
    text.setSize(0);
    if (m_rest.size() > 0) {
        text.append(m_rest.data(), m_rest.size());
        m_rest.setSize(0);
    }
    qint64 wanted = std::max(m_wanted, text.size());
    qint64 scanned = 0;
    for (;;) {
        while (!m_ended && text.size() < wanted) {
            text.reserve(wanted);
            PASSEL_TRY(const qint64 count,
                       m_stream.read(text.data() + text.size(), wanted - text.size()));
            m_ended = count == 0;
            text.setSize(text.size() + count);
        }
        qint64 whole = text.size();
        if (!m_ended) {
            PASSEL_TRY(whole, m_split(text, scanned));
            if (whole == 0) {
                scanned = text.size();
                if (text.size() >= limits::RecordBytes)
                    return Error(
                               ErrorKind::Limit, "limit",
                               QCoreApplication::translate(
                                   "passel::ChunkReader",
                                   "One record is larger than 64 MiB, which is the limit. Maybe a "
                                   "quotation mark or a bracket is never closed; look at byte "
                                   "%1.")
                                   .arg(m_offset))
                        .at(atByte(m_offset));
                wanted = text.size() * 2;
                continue;
            }
        }
        if (text.size() == 0)
            return false;
        if (whole < text.size()) {
            m_rest.setSize(0);
            m_rest.append(text.data() + whole, text.size() - whole);
            text.setSize(whole);
        }
        chunk->index = m_index++;
        chunk->offset = m_offset;
        chunk->isLast = m_ended && m_rest.size() == 0;
        m_offset += whole;
        m_wanted = m_size;
        return true;
    }
}

Result<void> forEachChunk(ChunkReader &reader, const TaskContext &context,
                          const std::function<Result<bool>(Chunk &)> &work)
{
    std::mutex mutex;
    bool stopped = false;
    qint64 failedAt = std::numeric_limits<qint64>::max();
    Result<void> outcome;
    ThreadPool &pool = ThreadPool::global();
    pool.parallelFor(pool.threadCount(), [&](qsizetype) {
        Chunk chunk;
        for (;;) {
            {
                const std::lock_guard lock(mutex);
                if (stopped)
                    return;
                if (context.isCancelled()) {
                    stopped = true;
                    failedAt = -1;
                    outcome = Error::cancelled();
                    return;
                }
                const Result<bool> more = reader.next(&chunk);
                if (!more || !*more) {
                    stopped = true;
                    if (!more && failedAt == std::numeric_limits<qint64>::max()) {
                        // Behind every chunk that was given out.
                        failedAt = std::numeric_limits<qint64>::max() - 1;
                        outcome = more.error();
                    }
                    return;
                }
            }
            const Result<bool> done = work(chunk);
            context.advance(chunk.text.size());
            if (done && *done)
                continue;
            const std::lock_guard lock(mutex);
            stopped = true;
            if (!done && chunk.index < failedAt) {
                failedAt = chunk.index;
                outcome = done.error();
            }
            return;
        }
    });
    return outcome;
}

} // namespace passel
