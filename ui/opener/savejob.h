// Writes an array to a file on a worker, whole or not at all.
#pragma once

#include "core/base/task.h"
#include "core/io/format.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace passel {

//! \brief One writing. Ends once: finished(), failed() or cancelled().
class SaveJob final : public QObject
{
    Q_OBJECT

public:
    SaveJob(DocumentArray array, QString path, WriteOptions options, QObject *parent = nullptr);

    void start();
    void cancel();

    [[nodiscard]] const QString &path() const { return m_path; }

    [[nodiscard]] qint64 done() const { return m_task.done(); }

    [[nodiscard]] qint64 total() const { return m_task.total(); }

    [[nodiscard]] qint64 elapsedMs() const { return m_clock.elapsed(); }

signals:
    void progressed();
    void finished(const passel::WriteReport &report);
    void failed(const passel::Error &error);
    void cancelled();

private:
    DocumentArray m_array;
    QString m_path;
    WriteOptions m_options;
    QElapsedTimer m_clock;
    QTimer m_tick;
    Task<WriteReport> m_task;
};

} // namespace passel
