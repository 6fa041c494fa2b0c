// Our own small thread pool: std::thread workers over one mutex-guarded queue. Not QtConcurrent:
// under TSan its hand-overs are false reports, ours are none, so TSan can stay a gate.
#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace passel {

//! \brief Runs functions on worker threads, first in, first out. Thread-safe.
class ThreadPool
{
public:
    //! \brief \a threads ≥ 1 workers; 0 means one for each core, at least two.
    explicit ThreadPool(int threads = 0);
    //! \brief Drops what has not begun, waits for what has.
    ~ThreadPool();
    Q_DISABLE_COPY_MOVE(ThreadPool)

    void post(std::function<void()> work);

    [[nodiscard]] int threadCount() const noexcept { return static_cast<int>(m_threads.size()); }

    //! \brief Calls \a body for 0 … count-1 on the workers and on the caller's own thread, and
    //! returns when all are done. Calls may nest: the caller always works too, so nothing waits for
    //! a free worker.
    void parallelFor(qsizetype count, const std::function<void(qsizetype)> &body);

    //! \brief The program's pool. Made on first use, ended at exit.
    [[nodiscard]] static ThreadPool &global();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_queue;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace passel
