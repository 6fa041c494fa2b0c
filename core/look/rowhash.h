// Hashes that stand for the cells of a row: to find equal rows without comparing all with all.
#pragma once

#include "core/look/visiblerows.h"

#include <span>
#include <vector>

namespace passel {

//! \brief 128 bits that stand for some cells of a row. Two of a billion different rows meet with a
//! chance of 1 in 10^20; that is taken for never.
struct RowHash
{
    quint64 low = 0;
    quint64 high = 0;

    bool operator==(const RowHash &) const = default;
};

//! \brief A column to be hashed.
struct HashedColumn
{
    qsizetype index = 0;
    bool asText = false; //!< by the cells' texts, to meet a column of another type
};

//! \brief The hash of every stored row that is seen (others stay zero). Missing equals missing and
//! differs from empty; numbers hash by value. Parallel; polls and advances \a context.
[[nodiscard]] Result<std::vector<RowHash>> rowHashes(const DocumentArray &array,
                                                     std::span<const HashedColumn> columns,
                                                     const VisibleRows &rows,
                                                     const TaskContext &context);

} // namespace passel
