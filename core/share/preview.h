// The first page that travels inside the manifest: seen before any part has come.
#pragma once

#include "core/share/manifest.h"

namespace passel {

//! \brief The first rows of every column: at most MaximumPreviewRows, fewer when there are very
//! many columns, so that a manifest stays small. Cells above PreviewCellSize bytes are cut and
//! flagged. Workers only.
[[nodiscard]] Result<std::vector<std::vector<PreviewCell>>>
makePreview(const DocumentArray &array, const TaskContext &context = {});

//! \brief The first page as an array of its own, with the manifest's columns. JSON, tensors and
//! Documents are Text here, as they are only shown; a cell that does not fit its column is missing.
//! Which cells are cut stands in Manifest::preview.
[[nodiscard]] DocumentArray previewArray(const Manifest &manifest);

} // namespace passel
