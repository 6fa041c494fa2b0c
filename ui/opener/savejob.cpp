#include "ui/opener/savejob.h"

#include <chrono>

namespace passel {

using namespace std::chrono_literals;

SaveJob::SaveJob(DocumentArray array, QString path, WriteOptions options, QObject *parent)
    : QObject(parent)
    , m_array(std::move(array))
    , m_path(std::move(path))
    , m_options(std::move(options))
{
    m_tick.setInterval(100ms);
    connect(&m_tick, &QTimer::timeout, this, &SaveJob::progressed);
}

void SaveJob::start()
{
    m_clock.start();
    m_tick.start();
    m_task = Task<WriteReport>::start(
        ThreadPool::global(),
        [array = m_array, path = m_path, options = m_options](const TaskContext &context) {
            return writeFile(FileSystem::system(), path, array, options, context);
        },
        [this](Result<WriteReport> result) {
            m_tick.stop();
            if (result)
                emit finished(*result);
            else if (result.error().isCancelled())
                emit cancelled();
            else
                emit failed(result.error());
        });
}

void SaveJob::cancel()
{
    m_task.cancel();
}

} // namespace passel
