// Looks for ids that do not tell documents apart: those that repeat, and those that are empty.
#pragma once

#include "core/array/documentarray.h"
#include "core/io/readreport.h"

namespace passel {

//! \brief Adds an issue `duplicate-id` for each document whose id stands in an earlier row too, and
//! one for all that have none; nothing when the array has no id column. Ids that rise from row to
//! row cost one pass, others a hash a row. Workers only; a cancel is the only error.
[[nodiscard]] Result<void> checkIds(const DocumentArray &array, const TaskContext &context,
                                    IssueList *issues);

} // namespace passel
