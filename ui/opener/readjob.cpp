#include "ui/opener/readjob.h"

#include "core/recipe/cellsteps.h"
#include "core/session/dataset.h"

#include <QFileInfo>

#include <chrono>

namespace passel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

StepPtr readStep(const ReadSource &source, const ReadOptions &options)
{
    return std::make_shared<ReadStep>(source.name, QString::fromLatin1(options.format),
                                      options.toJson());
}

// Options first, then all of it: so they are known when the first rows are there.
Result<ReadOutcome> readAllOf(const ReadSource &source, const std::optional<ReadOptions> &asked,
                              const std::function<void(DocumentArray, ReadOptions)> &onFirstRows,
                              const TaskContext &context)
{
    std::unique_ptr<ByteSource> bytes;
    if (source.path.isEmpty()) {
        bytes = memorySource(source.bytes, source.name);
    } else {
        PASSEL_TRY(bytes, openSource(FileSystem::system(), source.path));
    }
    Sniffed sniffed;
    if (asked) {
        sniffed.options = *asked;
    } else {
        PASSEL_TRY(sniffed, sniff(*bytes));
        if (source.withoutQuotes)
            sniffed.options.quote = '\0';
    }
    ReadHooks hooks;
    hooks.onFirstRows = [&](DocumentArray array) {
        onFirstRows(std::move(array), sniffed.options);
    };
    return asked ? readSource(*bytes, asked, context, hooks)
                 : readSniffed(*bytes, sniffed, context, hooks);
}

} // namespace

ReadSource ReadSource::file(const QString &path)
{
    const QFileInfo info(path);
    return {info.absoluteFilePath(), {}, info.fileName(), {}, false};
}

ReadSource ReadSource::ofBytes(QByteArray bytes, const QString &name, const QString &attribution)
{
    return {{}, std::move(bytes), name, attribution, false};
}

ReadJob::ReadJob(Dataset *dataset, ReadSource source, std::optional<ReadOptions> options,
                 bool keepsRecipe, QObject *parent)
    : QObject(parent)
    , m_dataset(dataset)
    , m_source(std::move(source))
    , m_options(std::move(options))
    , m_keepsRecipe(keepsRecipe)
{
    m_tick.setInterval(100ms);
    connect(&m_tick, &QTimer::timeout, this, &ReadJob::progressed);
}

void ReadJob::start()
{
    m_clock.start();
    m_tick.start();
    m_task = Task<ReadOutcome>::start(
        ThreadPool::global(),
        [this, source = m_source, options = m_options](const TaskContext &context) {
            // deliver() drops what comes when this job is gone: the pointer is safe there.
            const auto onFirstRows = [this, &context](DocumentArray array, ReadOptions used) {
                context.deliver([this, array = std::move(array), used = std::move(used)] {
                    takeFirstRows(array, used);
                });
            };
            return readAllOf(source, options, onFirstRows, context);
        },
        [this](Result<ReadOutcome> result) { take(std::move(result)); });
}

void ReadJob::cancel()
{
    m_task.cancel();
}

void ReadJob::takeFirstRows(const DocumentArray &array, const ReadOptions &options)
{
    if (!m_dataset || m_keepsRecipe)
        return;
    m_hasFirstRows = true;
    m_step = readStep(m_source, options);
    m_dataset->reset(array, Recipe().with(m_step),
                     Origin{m_source.path, options.toJson(), {}, {}, {}});
    emit firstRows();
}

void ReadJob::take(Result<ReadOutcome> result)
{
    m_tick.stop();
    if (!m_dataset)
        return;
    if (!result) {
        if (result.error().isCancelled())
            emit cancelled();
        else
            emit failed(result.error());
        return;
    }
    const ReadReport &report = result->report;
    const QJsonObject readOptions = report.options.toJson();
    const Recipe &recipe = m_dataset->recipe();
    // What waits is in no recipe yet, and what was undone may be done again.
    const bool isUntouched = !m_dataset->isBusy() && !m_dataset->canUndo() && !m_dataset->canRedo()
                             && recipe.size() <= recipe.firstEditable();
    if (m_keepsRecipe) {
        m_step = readStep(m_source, report.options);
        m_dataset->readAgain(result->array, m_step, readOptions);
    } else if (m_hasFirstRows && !isUntouched) {
        // Steps were made while the rest was read: they stay, with their history. So does the key
        // of what was pushed meanwhile.
        m_dataset->setBase(result->array);
        Origin origin = m_dataset->origin();
        origin.readOptions = readOptions;
        m_dataset->setOrigin(origin);
    } else {
        m_step = readStep(m_source, report.options);
        Origin origin =
            m_hasFirstRows ? m_dataset->origin() : Origin{m_source.path, {}, {}, {}, {}};
        origin.readOptions = readOptions;
        m_dataset->reset(result->array, Recipe().with(m_step), origin);
    }
    if (!m_hasFirstRows) {
        m_hasFirstRows = true;
        emit firstRows();
    }
    emit finished(report);
}

} // namespace passel
