// How often somebody may guess: misses are counted by source, and too many of them wait (SEC-25).
#pragma once

#include <QByteArray>
#include <QHash>
#include <QtGlobal>

#include <mutex>

namespace passel {

//! \brief Counts misses (unknown shares, codes and tokens) by source. Thread-safe, bounded.
class RateLimiter
{
public:
    static constexpr int MissesPerMinute = 60;
    static constexpr qint64 LongestBlockSeconds = 900;
    static constexpr qsizetype SourceLimit = 65'536;

    //! \brief Seconds \a source still has to wait, 0 when it may ask.
    [[nodiscard]] qint64 waitSeconds(const QByteArray &source, qint64 nowMs);

    //! \brief One miss more. The 60th within a minute blocks: first for a minute, then twice as
    //! long each time, at most a quarter of an hour; an hour without a block forgives.
    void addMiss(const QByteArray &source, qint64 nowMs);

    //! \brief The source an address counts as: its /24, or /64 for version 6.
    [[nodiscard]] static QByteArray sourceOf(const QByteArray &address);

private:
    struct Entry
    {
        qint64 windowMs = 0; // when the minute began
        int misses = 0;
        qint64 blockedUntilMs = 0;
        qint64 blockSeconds = 0; // of the last block
    };

    void forget(qint64 nowMs);

    std::mutex m_mutex;
    QHash<QByteArray, Entry> m_entries;
};

} // namespace passel
