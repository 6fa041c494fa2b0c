#include "core/base/threadpool.h"

#include <algorithm>
#include <atomic>
#include <memory>

namespace passel {

ThreadPool::ThreadPool(int threads)
{
    const int wanted =
        threads > 0 ? threads : std::max(2, static_cast<int>(std::thread::hardware_concurrency()));
    m_threads.reserve(static_cast<size_t>(wanted));
    for (int i = 0; i < wanted; ++i)
        m_threads.emplace_back([this] { run(); });
}

ThreadPool::~ThreadPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_queue.clear();
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void ThreadPool::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return;
        m_queue.push_back(std::move(work));
    }
    m_wake.notify_one();
}

void ThreadPool::run()
{
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            work = std::move(m_queue.front());
            m_queue.pop_front();
        }
        work();
    }
}

namespace {

// Shared by the caller and its helpers; helpers that start late find nothing left and leave, which
// is why the state outlives the call.
struct Loop
{
    std::function<void(qsizetype)> body;
    qsizetype count = 0;
    std::atomic<qsizetype> next{0};
    std::mutex mutex;
    std::condition_variable finished;
    qsizetype done = 0;

    void work()
    {
        qsizetype mine = 0;
        for (;;) {
            const qsizetype i = next.fetch_add(1);
            if (i >= count)
                break;
            body(i);
            ++mine;
        }
        if (mine == 0)
            return;
        const std::lock_guard lock(mutex);
        done += mine;
        if (done == count)
            finished.notify_all();
    }
};

} // namespace

void ThreadPool::parallelFor(qsizetype count, const std::function<void(qsizetype)> &body)
{
    if (count <= 0)
        return;
    if (count == 1) {
        body(0);
        return;
    }
    const auto loop = std::make_shared<Loop>();
    loop->body = body;
    loop->count = count;
    const qsizetype helpers = std::min<qsizetype>(count, threadCount()) - 1;
    for (qsizetype i = 0; i < helpers; ++i)
        post([loop] { loop->work(); });
    loop->work();
    std::unique_lock lock(loop->mutex);
    loop->finished.wait(lock, [&] { return loop->done == loop->count; });
}

ThreadPool &ThreadPool::global()
{
    static ThreadPool pool;
    return pool;
}

} // namespace passel
