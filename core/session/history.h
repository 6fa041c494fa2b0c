// The past of an open array: states to go back to, within a budget of memory.
#pragma once

#include "core/recipe/replay.h"

#include <QString>

#include <deque>
#include <memory>

namespace passel {

//! \brief One state of an open array: what was done to what, and how it is called.
struct HistoryState
{
    QString label; //!< what made it, in the user's words: "Trim spaces in country"
    std::shared_ptr<const RecipeRun> run; //!< never null
};

//! \brief States in order with a current one. Not a QObject; one thread.
//!
//! All states together hold at most the budget of bytes besides what the current one needs.
//! Segments are counted once by pointer. The oldest state goes first.
class History
{
public:
    static constexpr qint64 DefaultBudget = qint64(1) << 30;

    explicit History(qint64 byteBudget = DefaultBudget)
        : m_budget(byteBudget)
    {}

    //! \brief Forgets everything and begins with \a state.
    void reset(HistoryState state);
    //! \brief Adds \a state behind the current one; what was undone is forgotten.
    void push(HistoryState state);
    //! \brief Replaces the current state's run by an equal one that knows more (loading, dropped
    //! snapshots). Earlier states stay.
    void replaceCurrent(std::shared_ptr<const RecipeRun> run);

    [[nodiscard]] bool isEmpty() const noexcept { return m_states.empty(); }

    [[nodiscard]] const HistoryState &current() const
    {
        return m_states[static_cast<size_t>(m_current)];
    }

    [[nodiscard]] bool canUndo() const noexcept { return m_current > 0; }

    [[nodiscard]] bool canRedo() const noexcept
    {
        return m_current + 1 < static_cast<qsizetype>(m_states.size());
    }

    //! \brief What undo() would take back, or empty.
    [[nodiscard]] QString undoLabel() const;
    //! \brief What redo() would do again, or empty.
    [[nodiscard]] QString redoLabel() const;

    //! \brief Makes the former state current. Needs canUndo().
    const HistoryState &undo();
    const HistoryState &redo();

    [[nodiscard]] qsizetype size() const noexcept
    {
        return static_cast<qsizetype>(m_states.size());
    }

    [[nodiscard]] qsizetype currentIndex() const noexcept { return m_current; }

    //! \brief Bytes of all states, each segment once.
    [[nodiscard]] qint64 byteSize() const;

private:
    void trim();

    qint64 m_budget;
    std::deque<HistoryState> m_states;
    qsizetype m_current = -1;
};

} // namespace passel
