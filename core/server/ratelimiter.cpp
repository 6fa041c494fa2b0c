#include "core/server/ratelimiter.h"

#include <algorithm>
#include <arpa/inet.h>

namespace passel {

namespace {

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 ForgivenMs = 3'600'000;

} // namespace

qint64 RateLimiter::waitSeconds(const QByteArray &source, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    const auto entry = m_entries.constFind(source);
    if (entry == m_entries.constEnd() || entry->blockedUntilMs <= nowMs)
        return 0;
    return std::min((entry->blockedUntilMs - nowMs + 999) / 1000, LongestBlockSeconds);
}

void RateLimiter::addMiss(const QByteArray &source, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    if (m_entries.size() >= SourceLimit && !m_entries.contains(source))
        forget(nowMs);
    Entry &entry = m_entries[source];
    if (nowMs - entry.windowMs >= MinuteMs || nowMs < entry.windowMs) {
        entry.windowMs = nowMs;
        entry.misses = 0;
    }
    if (++entry.misses < MissesPerMinute)
        return;
    entry.misses = 0;
    entry.windowMs = nowMs;
    const bool forgiven = nowMs - entry.blockedUntilMs >= ForgivenMs;
    entry.blockSeconds = forgiven ? 60 : std::min(entry.blockSeconds * 2, LongestBlockSeconds);
    entry.blockedUntilMs = nowMs + entry.blockSeconds * 1000;
}

QByteArray RateLimiter::sourceOf(const QByteArray &address)
{
    in_addr four = {};
    if (::inet_pton(AF_INET, address.constData(), &four) == 1)
        return {reinterpret_cast<const char *>(&four), 3};
    in6_addr six = {};
    if (::inet_pton(AF_INET6, address.constData(), &six) == 1) {
        if (IN6_IS_ADDR_V4MAPPED(&six))
            return {reinterpret_cast<const char *>(&six) + 12, 3};
        return {reinterpret_cast<const char *>(&six), 8};
    }
    return address;
}

void RateLimiter::forget(qint64 nowMs)
{
    // The table is full: the quiet ones go. When all are loud, all start anew, which costs a
    // guesser 65,536 addresses.
    m_entries.removeIf([nowMs](const auto &item) {
        return item->blockedUntilMs < nowMs && nowMs - item->windowMs > MinuteMs;
    });
    if (m_entries.size() >= SourceLimit)
        m_entries.clear();
}

} // namespace passel
