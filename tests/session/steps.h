// Steps for tests: one that waits at a gate, one that counts how often it was done.
#pragma once

#include "core/recipe/step.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace passel::tests {

//! \brief Where a GateStep waits until open() or a cancel.
class Gate
{
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }

    //! \brief Returns once a step waits.
    void waitForVisitor()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_visitors > 0; });
    }

    //! \brief False when cancelled.
    bool pass(const TaskContext &context)
    {
        std::unique_lock lock(m_mutex);
        ++m_visitors;
        m_changed.notify_all();
        // A cancel has no signal of its own: look for it between short waits.
        while (!m_isOpen && !context.isCancelled())
            m_changed.wait_for(lock, std::chrono::milliseconds(1));
        return !context.isCancelled();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOpen = false;
    int m_visitors = 0;
};

//! \brief Drops the last row, after its gate has opened.
class GateStep final : public Step
{
public:
    explicit GateStep(std::shared_ptr<Gate> gate)
        : m_gate(std::move(gate))
    {}

    [[nodiscard]] QByteArray id() const override { return QByteArrayLiteral("gate"); }

    [[nodiscard]] QJsonObject parameters() const override { return {}; }

    [[nodiscard]] Sentence describe() const override { return {{QStringLiteral("Gate"), false}}; }

    [[nodiscard]] ColumnRefs columns() const override { return {}; }

    [[nodiscard]] Result<StepOutcome> apply(const DocumentArray &array,
                                            const TaskContext &context) const override
    {
        if (!m_gate->pass(context))
            return Error::cancelled();
        StepReport report;
        report.rowsRemoved = 1;
        return StepOutcome{array.sliced(0, array.rowCount() - 1), report};
    }

private:
    std::shared_ptr<Gate> m_gate;
};

//! \brief Changes nothing and counts.
class CountingStep final : public Step
{
public:
    explicit CountingStep(QString name)
        : m_name(std::move(name))
    {}

    [[nodiscard]] QByteArray id() const override { return QByteArrayLiteral("count"); }

    [[nodiscard]] QJsonObject parameters() const override
    {
        return {{QStringLiteral("name"), m_name}};
    }

    [[nodiscard]] Sentence describe() const override { return {{m_name, true}}; }

    [[nodiscard]] ColumnRefs columns() const override { return {}; }

    [[nodiscard]] Result<StepOutcome> apply(const DocumentArray &array,
                                            const TaskContext &) const override
    {
        ++m_count;
        return StepOutcome{array, {}};
    }

    [[nodiscard]] int count() const { return m_count; }

private:
    QString m_name;
    mutable std::atomic<int> m_count{0};
};

} // namespace passel::tests
