// How long to wait before a call is made again: longer each time, and never in step with others.
#pragma once

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <optional>

namespace passel {

//! \brief Waiting times of one series of tries. A success resets it.
class Backoff
{
public:
    //! \brief \a firstMs: about the first pause; \a patienceMs: since the last success, or since
    //! it was made, after which it gives up.
    Backoff(qint64 firstMs, qint64 patienceMs)
        : m_firstMs(firstMs)
        , m_patienceMs(patienceMs)
    {
        m_since.start();
    }

    void reset()
    {
        m_tries = 0;
        m_since.start();
    }

    //! \brief Milliseconds to wait, or nothing when patience is at its end. \a askedSeconds: what
    //! the server asked for; more than patience allows ends it.
    [[nodiscard]] std::optional<qint64> next(std::optional<qint64> askedSeconds = {})
    {
        const qint64 left = m_patienceMs - m_since.elapsed();
        const qint64 full = std::min(m_firstMs << std::min(m_tries++, 16), LongestMs);
        // Between half of it and all of it.
        qint64 pause = full / 2 + QRandomGenerator::global()->bounded(full / 2 + 1);
        if (askedSeconds)
            pause = std::max(pause, std::clamp<qint64>(*askedSeconds, 1, 900) * 1000);
        if (pause > left)
            return {};
        return pause;
    }

private:
    static constexpr qint64 LongestMs = 8'000;

    qint64 m_firstMs;
    qint64 m_patienceMs;
    QElapsedTimer m_since;
    int m_tries = 0;
};

} // namespace passel
