// Reads a file or bytes into a Dataset on a worker: the first rows at once, the rest behind them.
#pragma once

#include "core/base/task.h"
#include "core/io/format.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace passel {

class Dataset;
class Step;

//! \brief What to read.
struct ReadSource
{
    QString path; //!< absolute; empty when it is bytes
    QByteArray bytes;
    QString name;               //!< file name for the eye
    QString attribution;        //!< where a bundled example comes from; else empty
    bool withoutQuotes = false; //!< what is guessed, but that cells are never quoted

    [[nodiscard]] static ReadSource file(const QString &path);
    [[nodiscard]] static ReadSource ofBytes(QByteArray bytes, const QString &name,
                                            const QString &attribution = {});
};

//! \brief One reading. Ends once: finished(), failed() or cancelled(). Destroying it stops it.
//!
//!     start ─► reading ─► firstRows ─► reading ─► finished
//!                 │                       ├──────► failed     (what was read stays)
//!                 └───────────────────────┴──────► cancelled  (what was read stays)
class ReadJob final : public QObject
{
    Q_OBJECT

public:
    //! \brief \a options: as a person chose them; nothing = guess. When \a keepsRecipe, the
    //! dataset's steps are done again to what is read, as one undoable change at the end only.
    ReadJob(Dataset *dataset, ReadSource source, std::optional<ReadOptions> options,
            bool keepsRecipe, QObject *parent = nullptr);

    void start();
    void cancel();

    [[nodiscard]] const ReadSource &source() const { return m_source; }

    //! \brief Bytes; total 0 = unknown.
    [[nodiscard]] qint64 done() const { return m_task.done(); }

    [[nodiscard]] qint64 total() const { return m_task.total(); }

    [[nodiscard]] qint64 elapsedMs() const { return m_clock.elapsed(); }

    [[nodiscard]] bool hasFirstRows() const { return m_hasFirstRows; }

    //! \brief The recipe's `read` that stands for this reading; null before there is one.
    [[nodiscard]] const std::shared_ptr<const Step> &step() const { return m_step; }

signals:
    //! \brief The dataset has rows to look at.
    void firstRows();
    //! \brief done() moved on.
    void progressed();
    void finished(const passel::ReadReport &report);
    void failed(const passel::Error &error);
    void cancelled();

private:
    void takeFirstRows(const DocumentArray &array, const ReadOptions &options);
    void take(Result<ReadOutcome> result);

    QPointer<Dataset> m_dataset;
    ReadSource m_source;
    std::optional<ReadOptions> m_options;
    bool m_keepsRecipe;
    bool m_hasFirstRows = false;
    std::shared_ptr<const Step> m_step;
    QElapsedTimer m_clock;
    QTimer m_tick;
    Task<ReadOutcome> m_task;
};

} // namespace passel
