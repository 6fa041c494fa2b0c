// The clock that tests replace: everything that asks what time it is asks here.
#pragma once

#include <QtGlobal>

#include <atomic>

namespace passel {

//! \brief Source of wall-clock time. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;

    //! \brief Milliseconds since 1970-01-01T00:00:00Z.
    [[nodiscard]] virtual qint64 nowMs() const = 0;

    //! \brief Whole seconds since 1970-01-01T00:00:00Z.
    [[nodiscard]] qint64 nowSeconds() const { return nowMs() / 1000; }

    //! \brief The machine's own clock; lives for ever.
    [[nodiscard]] static const Clock &system();

protected:
    Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)
};

//! \brief A clock that stands still until told otherwise; for tests and for `--fake-time` runs.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(qint64 nowMs)
        : m_nowMs(nowMs)
    {}

    [[nodiscard]] qint64 nowMs() const override { return m_nowMs.load(); }

    void setMs(qint64 nowMs) { m_nowMs.store(nowMs); }

    void advanceSeconds(qint64 seconds) { m_nowMs.fetch_add(seconds * 1000); }

private:
    std::atomic<qint64> m_nowMs;
};

} // namespace passel
