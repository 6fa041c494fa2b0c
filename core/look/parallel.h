// Work over many pieces on all cores, that stops at a cancel or at the first error.
#pragma once

#include "core/base/task.h"

#include <functional>

namespace passel {

//! \brief Does piece \a i; one object belongs to one worker.
using PieceWork = std::function<Result<void>(qsizetype i)>;

//! \brief Calls the work that \a makeWork gives (once a worker) for 0 … count-1 on all workers and
//! the caller's thread; returns the first error, or that of a cancel.
[[nodiscard]] Result<void> forEachParallel(qsizetype count, const TaskContext &context,
                                           const std::function<PieceWork()> &makeWork);

} // namespace passel
