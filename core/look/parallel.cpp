#include "core/look/parallel.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace passel {

Result<void> forEachParallel(qsizetype count, const TaskContext &context,
                             const std::function<PieceWork()> &makeWork)
{
    std::atomic<qsizetype> next{0};
    std::atomic<bool> failed{false};
    std::mutex mutex;
    Error error;
    ThreadPool &pool = ThreadPool::global();
    pool.parallelFor(std::min<qsizetype>(count, pool.threadCount()), [&](qsizetype) {
        const PieceWork work = makeWork();
        for (qsizetype i = next++; i < count && !failed; i = next++) {
            Result<void> done = context.isCancelled() ? Result<void>(Error::cancelled()) : work(i);
            if (!done) {
                const std::lock_guard lock(mutex);
                error = std::move(done).error();
                failed = true;
            }
        }
    });
    if (failed)
        return error;
    return {};
}

} // namespace passel
