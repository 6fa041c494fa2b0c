// About how many bytes a push will send, from a sample of its rows.
#pragma once

#include "core/array/documentarray.h"
#include "core/base/task.h"

#include <vector>

namespace passel {

//! \brief Packs a stretch of each of \a columns (empty: all) as a push would and scales it up to
//! all rows. For workers; a few milliseconds a column. The real figure is smaller when the server
//! has some of the parts already.
[[nodiscard]] Result<qint64> estimatePushSize(const DocumentArray &array,
                                              const std::vector<qsizetype> &columns,
                                              const TaskContext &context);

} // namespace passel
