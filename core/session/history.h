// The past of an open array: states to go back to, within a budget of memory.
#pragma once

#include "core/recipe/replay.h"

#include <QJsonObject>
#include <QString>

#include <deque>
#include <memory>

namespace passel {

//! \brief What one reading of the source gave. Shared by all states made from it.
struct Reading
{
    DocumentArray base; //!< what the source holds now; a run may still be of fewer rows
    QJsonObject options;
};

//! \brief One state of an open array: what was done to what, and how it is called.
struct HistoryState
{
    QString label; //!< what made it, in the user's words: "Trim spaces in country"
    std::shared_ptr<const RecipeRun> run; //!< never null
    //! \brief Which state it is, whatever becomes of its run; 0 = History gives one of its own.
    quint64 stamp = 0;
    std::shared_ptr<Reading> reading = {}; //!< null where one reading is all there is
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
    //! \brief Replaces the current state's run by that of the same recipe on another base.
    void replaceCurrent(std::shared_ptr<const RecipeRun> run);
    //! \brief The source has another \a base now: all other states of the current one's reading
    //! forget their arrays and keep their recipe, to be done again when somebody goes back to them.
    void rebaseOthers(const DocumentArray &base);

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

    //! \brief The state that undo() (-1) or redo() (+1) would go to.
    [[nodiscard]] const HistoryState &neighbour(int step) const
    {
        return m_states[static_cast<size_t>(m_current + step)];
    }

    [[nodiscard]] qsizetype size() const noexcept
    {
        return static_cast<qsizetype>(m_states.size());
    }

    [[nodiscard]] qsizetype currentIndex() const noexcept { return m_current; }

    //! \brief Bytes of all states, each segment once.
    [[nodiscard]] qint64 byteSize() const;
    //! \brief Bytes beyond what the current array and its base need.
    [[nodiscard]] qint64 extraBytes() const;

private:
    void trim();
    void forgetOldest();

    qint64 m_budget;
    quint64 m_stamps = 0;
    qint64 m_grown = 0; // at most this many bytes came since extraBytes() was last worked out
    std::deque<HistoryState> m_states;
    qsizetype m_current = -1;
};

} // namespace passel
