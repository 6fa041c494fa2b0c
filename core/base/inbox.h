// The way home from a worker: functions posted to a thread's own event loop, guarded by our mutex.
#pragma once

#include <QtGlobal>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace passel {

//! \brief A queue of functions that the event loop of one thread runs in order. post() is
//! thread-safe; what is posted after that thread has ended is dropped.
class InboxQueue
{
public:
    //! \brief The calling thread's queue, made on first use. Needs a running QCoreApplication.
    [[nodiscard]] static std::shared_ptr<InboxQueue> ofThisThread();

    ~InboxQueue();
    Q_DISABLE_COPY_MOVE(InboxQueue)

    void post(std::function<void()> function);

private:
    class Receiver;
    InboxQueue() = default;

    std::mutex m_mutex;
    std::deque<std::function<void()>> m_queue;
    Receiver *m_receiver = nullptr; // guarded; null once its thread has ended

    friend class Receiver;
};

} // namespace passel
