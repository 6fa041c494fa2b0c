// What a pulled tab shows before the first parts have come: the manifest's first page.
#pragma once

#include "core/array/documentarray.h"

namespace passel {

struct Manifest;

//! \brief All rows and columns of \a manifest: its preview in front, and behind it cells that are
//! not here and never will be. To be looked at until the real array has its first page.
[[nodiscard]] DocumentArray previewWithRoom(const Manifest &manifest);

//! \brief True when the first \a rows rows of \a array can be seen in all columns.
[[nodiscard]] bool hasFirstRows(const DocumentArray &array, qint64 rows);

} // namespace passel
