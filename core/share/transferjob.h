// What a push and a pull have in common: they start, tell how far they are, and end once.
#pragma once

#include "core/base/error.h"

#include <QElapsedTimer>
#include <QObject>

#include <deque>
#include <optional>

namespace passel {

//! \brief How far a transfer is.
struct TransferProgress
{
    enum Phase {
        Connecting,   //!< asking the server
        Transferring, //!< parts travel; for a push they are packed at the same time
        Finishing,    //!< the server makes the version durable, or the last rows are put together
        Waiting,      //!< the server cannot be reached; trying again
    };

    Phase phase = Connecting;
    qint64 bytesDone = 0;      //!< stored bytes of parts that are there, sent or not needed
    qint64 bytesTotal = 0;     //!< 0: not known yet; may still grow while a push is packing
    qint64 bytesPerSecond = 0; //!< over the last seconds; 0: not known

    bool operator==(const TransferProgress &) const = default;
};

//! \brief A push or a pull. Belongs to one thread with an event loop.
//!
//!     made ──start()──► running ──► done | failed | cancelled
//!
//! ended() is emitted exactly once, also for a job that was cancelled, and never from inside
//! start() or cancel(). A job that is destroyed stops and emits nothing any more; a slot of its
//! signals uses deleteLater().
class TransferJob : public QObject
{
    Q_OBJECT

public:
    enum class State { Made, Running, Done, Failed, Cancelled };

    explicit TransferJob(QObject *parent = nullptr);

    //! \brief Begins; does nothing the second time.
    void start();
    //! \brief Stops as soon as possible. What was transferred stays where it is, so that a new job
    //! goes on from there.
    void cancel();

    [[nodiscard]] State state() const noexcept { return m_state; }

    [[nodiscard]] bool isEnded() const noexcept { return m_state > State::Running; }

    //! \brief Why it failed; isCancelled() when it was cancelled. Nothing before that, or when
    //! done.
    [[nodiscard]] const std::optional<Error> &error() const noexcept { return m_error; }

    [[nodiscard]] const TransferProgress &progress() const noexcept { return m_progress; }

signals:
    //! \brief A few times a second at most.
    void progressed(const passel::TransferProgress &progress);
    //! \brief state() is Done, Failed or Cancelled.
    void ended();

protected:
    //! \brief Called once, from the event loop.
    virtual void run() = 0;
    //! \brief Called once, however the job ends: drop requests and tasks.
    virtual void stop() = 0;

    void finishDone();
    void finishFailed(Error error);

    //! \brief False once it ended or was cancelled, also from inside a signal of ours.
    [[nodiscard]] bool isActive() const noexcept
    {
        return m_state == State::Running && !m_isCancelAsked;
    }

    void setPhase(TransferProgress::Phase phase);
    void setBytes(qint64 done, qint64 total);

private:
    void end(State state);
    void report(bool now);

    State m_state = State::Made;
    bool m_isCancelAsked = false;
    std::optional<Error> m_error;
    TransferProgress m_progress;
    QElapsedTimer m_clock;
    qint64 m_reportedMs = -1;
    std::deque<std::pair<qint64, qint64>> m_samples; // (ms, bytes done) of the last seconds
};

} // namespace passel
