// The text of a cell as a file would have it, read from its segment without making a Value.
#pragma once

#include "core/array/schema.h"
#include "core/array/segment.h"

#include <string>
#include <string_view>

namespace passel {

//! \brief The text of present row \a row of \a segment, a column of \a field: its source text, its
//! bytes, or what its form writes, for which \a buffer is used. Lives as long as both.
[[nodiscard]] std::string_view cellText(const Field &field, const Segment &segment, qsizetype row,
                                        std::string *buffer);

} // namespace passel
