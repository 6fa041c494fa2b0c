// Parts between the workers that pack them and the thread that sends them: never too many.
#pragma once

#include "core/share/partcodec.h"
#include "core/share/protocol.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace passel {

//! \brief A part with the name of its stored bytes.
struct ReadyPart
{
    protocol::PartEntry entry;
    QByteArray stored;
};

//! \brief Holds packing up while too many bytes wait to be sent. Thread-safe.
class PartBuffer
{
public:
    explicit PartBuffer(qint64 limit)
        : m_limit(limit)
    {}

    Q_DISABLE_COPY_MOVE(PartBuffer)

    //! \brief For workers: waits for room. True in \a isFirst when nothing was waiting to be taken.
    //! False when the buffer was closed.
    [[nodiscard]] bool add(ReadyPart part, bool *isFirst)
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [this] { return m_isClosed || m_bytes < m_limit; });
        if (m_isClosed)
            return false;
        *isFirst = m_parts.empty();
        m_bytes += part.stored.size();
        m_parts.push_back(std::move(part));
        return true;
    }

    //! \brief For the sender: all that is ready. Their bytes count until release().
    [[nodiscard]] std::vector<ReadyPart> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_parts, {});
    }

    void release(qint64 bytes)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_bytes -= bytes;
        }
        m_room.notify_all();
    }

    //! \brief Ends all waiting; nothing is taken any more.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isClosed = true;
            m_parts.clear();
        }
        m_room.notify_all();
    }

private:
    const qint64 m_limit;
    std::mutex m_mutex;
    std::condition_variable m_room;
    std::vector<ReadyPart> m_parts;
    qint64 m_bytes = 0;
    bool m_isClosed = false;
};

} // namespace passel
