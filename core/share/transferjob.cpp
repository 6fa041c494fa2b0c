#include "core/share/transferjob.h"

#include <QTimer>

namespace passel {

namespace {

constexpr qint64 ReportEveryMs = 100;
constexpr qint64 RateWindowMs = 5'000;

} // namespace

TransferJob::TransferJob(QObject *parent)
    : QObject(parent)
{}

void TransferJob::start()
{
    if (m_state != State::Made)
        return;
    m_state = State::Running;
    m_clock.start();
    QTimer::singleShot(0, this, [this] {
        if (!m_isCancelAsked)
            run();
    });
}

void TransferJob::cancel()
{
    if (isEnded() || m_isCancelAsked)
        return;
    m_isCancelAsked = true;
    stop();
    QTimer::singleShot(0, this, [this] {
        m_error = Error::cancelled();
        m_state = State::Cancelled;
        emit ended();
    });
}

void TransferJob::finishDone()
{
    end(State::Done);
}

void TransferJob::finishFailed(Error error)
{
    if (isEnded() || m_isCancelAsked)
        return;
    m_error = std::move(error);
    end(State::Failed);
}

void TransferJob::end(State state)
{
    if (isEnded() || m_isCancelAsked)
        return;
    m_state = state;
    stop();
    if (state == State::Done)
        report(true);
    emit ended();
}

void TransferJob::setPhase(TransferProgress::Phase phase)
{
    if (m_progress.phase == phase)
        return;
    m_progress.phase = phase;
    report(true);
}

void TransferJob::setBytes(qint64 done, qint64 total)
{
    m_progress.bytesDone = done;
    m_progress.bytesTotal = total;
    report(false);
}

void TransferJob::report(bool now)
{
    const qint64 ms = m_clock.isValid() ? m_clock.elapsed() : 0;
    if (!now && m_reportedMs >= 0 && ms - m_reportedMs < ReportEveryMs)
        return;
    m_reportedMs = ms;
    m_samples.emplace_back(ms, m_progress.bytesDone);
    while (m_samples.size() > 2 && ms - m_samples.front().first > RateWindowMs)
        m_samples.pop_front();
    const auto [firstMs, firstBytes] = m_samples.front();
    if (ms > firstMs)
        m_progress.bytesPerSecond =
            std::max<qint64>(0, (m_progress.bytesDone - firstBytes) * 1000 / (ms - firstMs));
    emit progressed(m_progress);
}

} // namespace passel
