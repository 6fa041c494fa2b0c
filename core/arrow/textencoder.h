// Text, JSON and bytes to Arrow: plain, or as a sorted dictionary. Private to core/arrow.
#pragma once

#include "core/arrow/arrowarray.h"
#include "core/arrow/columnslice.h"

namespace passel {

struct EncodedBytes
{
    ArrowField field; //!< without a name
    ArrowArray array;
};

//! \brief A Text, Json or Bytes stretch. Dictionary or plain is decided by their raw sizes alone.
[[nodiscard]] Result<EncodedBytes> encodeBytes(const ColumnSlice &slice);

//! \brief The source texts of a stretch of any type, null where a cell has none.
[[nodiscard]] Result<EncodedBytes> encodeSourceTexts(const ColumnSlice &slice);

} // namespace passel
