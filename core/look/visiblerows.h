// The rows of an array that can be seen, in stored order: what a whole-column kernel walks over.
#pragma once

#include "core/array/documentarray.h"

#include <memory>
#include <span>
#include <vector>

namespace passel {

//! \brief Stored rows of a RowMap by ascending number. Costs nothing when every stored row is seen
//! once (also in another order), else one 32-bit number a row. Made once for all columns of an
//! array; a value, cheap to copy, any thread may read.
class VisibleRows
{
public:
    VisibleRows() = default;
    explicit VisibleRows(const DocumentArray &array);

    //! \brief Rows seen; a stored row that stands twice counts twice.
    [[nodiscard]] qsizetype size() const noexcept { return m_size; }

    //! \brief True when each stored row is seen exactly once.
    [[nodiscard]] bool isAll() const noexcept { return !m_rows; }

    //! \brief Same rows seen, as often; for views of arrays with equally many stored rows.
    [[nodiscard]] bool equals(const VisibleRows &other) const noexcept
    {
        return m_size == other.m_size
               && (m_rows == other.m_rows || (m_rows && other.m_rows && *m_rows == *other.m_rows));
    }

    //! \brief How many of the stored rows [begin, end) are seen.
    [[nodiscard]] qsizetype countIn(qsizetype begin, qsizetype end) const noexcept;

    //! \brief How many rows are seen before stored row \a begin.
    [[nodiscard]] qsizetype positionOf(qsizetype begin) const noexcept;

    //! \brief Calls \a visit(stored) for each seen row of [begin, end), ascending.
    template <typename Visit>
    void forEachIn(qsizetype begin, qsizetype end, Visit visit) const
    {
        if (isAll()) {
            for (qsizetype row = begin; row < end; ++row)
                visit(row);
            return;
        }
        for (const quint32 row : between(begin, end))
            visit(static_cast<qsizetype>(row));
    }

private:
    [[nodiscard]] std::span<const quint32> between(qsizetype begin, qsizetype end) const noexcept;

    qsizetype m_size = 0;
    std::shared_ptr<const std::vector<quint32>> m_rows; // null = all
};

} // namespace passel
