#include "core/session/history.h"

#include <algorithm>
#include <unordered_set>

namespace passel {

namespace {

// Adds up arrays, each segment once.
class SegmentCount
{
public:
    // The bytes that \a array has and none before it had.
    qint64 add(const DocumentArray &array)
    {
        qint64 bytes = 0;
        for (qsizetype i = 0; i < array.columnCount(); ++i) {
            const Column &column = array.column(i);
            // Mostly a column is the one of the array before.
            const bool isSame = i < m_last.columnCount() && m_last.column(i).sharesAllWith(column);
            for (qsizetype k = 0; !isSame && k < column.segmentCount(); ++k) {
                if (!m_seen.insert(column.segment(k).get()).second)
                    continue;
                if (const SegmentPtr segment = column.segment(k)->tryPin())
                    bytes += segment->byteSize();
            }
        }
        m_last = array;
        return bytes;
    }

private:
    std::unordered_set<const SegmentHandle *> m_seen;
    DocumentArray m_last;
};

// At most what one array holds beside another: cheap, for it looks at neighbours only.
qint64 grownBytes(const DocumentArray &before, const DocumentArray &after)
{
    qint64 bytes = 0;
    for (qsizetype i = 0; i < after.columnCount(); ++i) {
        const Column &column = after.column(i);
        const Column former = i < before.columnCount() ? before.column(i) : Column();
        if (former.sharesAllWith(column))
            continue;
        for (qsizetype k = 0; k < column.segmentCount(); ++k) {
            if (k < former.segmentCount() && former.segment(k) == column.segment(k))
                continue;
            if (const SegmentPtr segment = column.segment(k)->tryPin())
                bytes += segment->byteSize();
        }
    }
    return bytes;
}

// Steps, reports and the row order, which no segment holds.
qint64 ownBytes(const RecipeRun &run)
{
    const auto steps = static_cast<qint64>(run.steps.size());
    qint64 bytes = steps * static_cast<qint64>(sizeof(StepRun) + sizeof(RecipeStep));
    if (!run.array.rowMap().sharesWith(run.base.rowMap()) && !run.array.rowMap().isIdentity())
        bytes += run.array.rowCount() * static_cast<qint64>(sizeof(quint32));
    return bytes;
}

} // namespace

void History::reset(HistoryState state)
{
    state.stamp = ++m_stamps;
    m_states.clear();
    m_states.push_back(std::move(state));
    m_current = 0;
    m_grown = 0;
}

void History::push(HistoryState state)
{
    m_states.erase(m_states.begin() + (m_current + 1), m_states.end());
    m_grown += grownBytes(current().run->array, state.run->array) + ownBytes(*state.run);
    if (!current().run->base.sharesWith(state.run->base))
        m_grown += grownBytes(current().run->base, state.run->base);
    if (state.stamp == 0)
        state.stamp = ++m_stamps;
    m_states.push_back(std::move(state));
    ++m_current;
    trim();
}

void History::replaceCurrent(std::shared_ptr<const RecipeRun> run)
{
    m_states[static_cast<size_t>(m_current)].run = std::move(run);
    m_grown = m_budget + 1; // unknown: count
    trim();
}

void History::rebaseOthers(const DocumentArray &base)
{
    for (qsizetype i = 0; i < size(); ++i) {
        if (i == m_current || m_states[static_cast<size_t>(i)].reading != current().reading)
            continue;
        auto &run = m_states[static_cast<size_t>(i)].run;
        run = std::make_shared<const RecipeRun>(RecipeRun{base, run->recipe, {}, base});
    }
}

QString History::undoLabel() const
{
    return canUndo() ? current().label : QString();
}

QString History::redoLabel() const
{
    return canRedo() ? neighbour(1).label : QString();
}

const HistoryState &History::undo()
{
    Q_ASSERT(canUndo());
    --m_current;
    return current();
}

const HistoryState &History::redo()
{
    Q_ASSERT(canRedo());
    ++m_current;
    return current();
}

qint64 History::byteSize() const
{
    SegmentCount count;
    qint64 bytes = 0;
    const RecipeRun *former = nullptr;
    for (const HistoryState &state : m_states) {
        const RecipeRun &run = *state.run;
        bytes += count.add(run.base) + ownBytes(run);
        for (size_t i = 0; i < run.steps.size(); ++i) {
            const auto &after = run.steps[i].after;
            const bool known = former && i < former->steps.size() && former->steps[i].after && after
                               && former->steps[i].after->sharesWith(*after);
            if (after && !known)
                bytes += count.add(*after);
        }
        bytes += count.add(run.array);
        former = &run;
    }
    return bytes;
}

qint64 History::extraBytes() const
{
    SegmentCount count;
    const qint64 needed = count.add(current().run->base) + count.add(current().run->array);
    return byteSize() - needed;
}

void History::forgetOldest()
{
    if (m_current > 0) {
        m_states.pop_front();
        --m_current;
    } else {
        m_states.pop_back();
    }
    // Snapshots within the remaining runs that no remaining state shows go with it.
    const auto isShown = [this](const DocumentArray &array) {
        return std::any_of(m_states.begin(), m_states.end(), [&](const HistoryState &state) {
            return state.run->array.sharesWith(array);
        });
    };
    for (HistoryState &state : m_states) {
        RecipeRun run = *state.run;
        bool isThinner = false;
        for (StepRun &step : run.steps) {
            if (step.after && !isShown(*step.after)) {
                step.after.reset();
                isThinner = true;
            }
        }
        if (isThinner)
            state.run = std::make_shared<const RecipeRun>(std::move(run));
    }
}

void History::trim()
{
    // Counting exactly costs a walk over all segments, so it waits until it may matter.
    if (m_grown <= m_budget)
        return;
    qint64 extra = extraBytes();
    while (extra > m_budget && size() > 1) {
        forgetOldest();
        extra = extraBytes();
    }
    m_grown = extra;
}

} // namespace passel
