// Sorting: a new row order over the same columns.
#pragma once

#include "core/array/documentarray.h"

namespace passel {

//! \brief One key of a sort.
struct SortKey
{
    qsizetype column = 0;
    bool descending = false;

    bool operator==(const SortKey &) const = default;
};

//! \brief \a array's rows in stable order by \a keys, the first key first. Numbers and times by
//! value (NaN after all numbers), texts by their UTF-8 bytes, false before true, other types by
//! their text. Missing cells come last in both directions. Parallel; polls \a context.
[[nodiscard]] Result<DocumentArray> sorted(const DocumentArray &array,
                                           const std::vector<SortKey> &keys,
                                           const TaskContext &context = {});

} // namespace passel
