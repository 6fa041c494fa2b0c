// DocArray's paths: `@r`, `@c`, `@m,cc`, `@c[0:2]`: which nested documents, as one flat array.
#pragma once

#include "core/array/documentarray.h"

#include <QStringView>

namespace passel {

//! \brief The documents that \a path reaches from \a array, per path in order, concatenated. `r`
//! these, `c` chunks, `m` matches, each with an optional slice `[a:b:c]`, `[i]` or `a:b`, applied
//! per parent; negative numbers count from the end. A bad path is an error with its column. FORMATS
//! §7.
[[nodiscard]] Result<DocumentArray> traverse(const DocumentArray &array, QStringView path,
                                             const TaskContext &context = {});

} // namespace passel
