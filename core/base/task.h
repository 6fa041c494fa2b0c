// Task<T>: one piece of background work with progress, cancel and a result that comes home.
#pragma once

#include "core/base/inbox.h"
#include "core/base/result.h"
#include "core/base/threadpool.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace passel {

namespace detail {

struct TaskState
{
    std::atomic<bool> cancelled{false};
    std::atomic<bool> abandoned{false}; // the handle is gone: nothing is delivered any more
    std::atomic<qint64> done{0};
    std::atomic<qint64> total{0};
    std::shared_ptr<InboxQueue> inbox;
    std::mutex mutex;
    std::condition_variable wake;
    bool finished = false;
};

} // namespace detail

//! \brief What a worker sees of its task: cancel, progress, and a way home. Thread-safe, copyable.
class TaskContext
{
public:
    //! \brief A context nobody watches: never cancelled. For synchronous callers and tests.
    TaskContext()
        : m_state(std::make_shared<detail::TaskState>())
    {}

    explicit TaskContext(std::shared_ptr<detail::TaskState> state)
        : m_state(std::move(state))
    {}

    //! \brief Workers ask once a segment and stop with Error::cancelled().
    [[nodiscard]] bool isCancelled() const noexcept
    {
        return m_state->cancelled.load(std::memory_order_relaxed);
    }

    //! \brief For synchronous callers, which have no handle.
    void cancel() const noexcept { m_state->cancelled.store(true); }

    //! \brief In a unit of the work's own choosing; 0 means unknown.
    void setTotal(qint64 total) const noexcept { m_state->total.store(total); }

    void advance(qint64 amount) const noexcept { m_state->done.fetch_add(amount); }

    [[nodiscard]] qint64 done() const noexcept { return m_state->done.load(); }

    [[nodiscard]] qint64 total() const noexcept { return m_state->total.load(); }

    //! \brief Runs \a function in the thread that started the task, unless its handle is gone by
    //! then. Intermediate results (the first rows of a file) go home this way. Without a starter:
    //! dropped.
    void deliver(std::function<void()> function) const
    {
        if (!m_state->inbox)
            return;
        m_state->inbox->post([state = m_state, function = std::move(function)] {
            if (!state->abandoned.load())
                function();
        });
    }

private:
    std::shared_ptr<detail::TaskState> m_state;
};

//! \brief The starter's handle of a piece of background work.
//!
//! Life: started → (progress)* → done, exactly once, in the thread that called start(), which must
//! have an event loop. A cancelled task still calls done, with an error for which isCancelled().
//! When the handle is destroyed or replaced first, the work is told to stop and *nothing* is called
//! any more: that is how late results of an older request are dropped. The handle belongs to one
//! thread.
template <typename T>
class Task
{
public:
    using Work = std::function<Result<T>(const TaskContext &)>;
    using Done = std::function<void(Result<T>)>;

    Task() = default;

    //! \brief Runs \a work on \a pool; \a done gets its result. \a work must hold values only.
    [[nodiscard]] static Task start(ThreadPool &pool, Work work, Done done)
    {
        Task task;
        task.m_state = std::make_shared<detail::TaskState>();
        task.m_state->inbox = InboxQueue::ofThisThread();
        pool.post([state = task.m_state, work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<Result<T>>(
                state->cancelled.load() ? Result<T>(Error::cancelled()) : work(TaskContext(state)));
            state->inbox->post([state, result, done] {
                if (!state->abandoned.load())
                    done(std::move(*result));
            });
            const std::lock_guard lock(state->mutex);
            state->finished = true;
            state->wake.notify_all();
        });
        return task;
    }

    ~Task() { abandon(); }

    Task(Task &&other) noexcept = default;

    Task &operator=(Task &&other) noexcept
    {
        if (this != &other) {
            abandon();
            m_state = std::move(other.m_state);
        }
        return *this;
    }

    Task(const Task &) = delete;
    Task &operator=(const Task &) = delete;

    //! \brief Asks the work to stop; done is still called.
    void cancel()
    {
        if (m_state)
            m_state->cancelled.store(true);
    }

    //! \brief Tells the work to stop and forgets it: done will not be called.
    void abandon()
    {
        if (!m_state)
            return;
        m_state->cancelled.store(true);
        m_state->abandoned.store(true);
        m_state.reset();
    }

    //! \brief Blocks until the work has returned. Only for closing the program and for tests.
    void wait() const
    {
        if (!m_state)
            return;
        std::unique_lock lock(m_state->mutex);
        m_state->wake.wait(lock, [this] { return m_state->finished; });
    }

    [[nodiscard]] bool isValid() const noexcept { return m_state != nullptr; }

    [[nodiscard]] qint64 done() const noexcept { return m_state ? m_state->done.load() : 0; }

    //! \brief 0 when unknown.
    [[nodiscard]] qint64 total() const noexcept { return m_state ? m_state->total.load() : 0; }

private:
    std::shared_ptr<detail::TaskState> m_state;
};

} // namespace passel
