// Turns byte offsets into lines and columns, by one more look at the text, only when there is
// something to show.
#pragma once

#include "core/io/bytesource.h"

#include <vector>

namespace passel {

struct LinePlace
{
    qint64 line = 0;   //!< from 1
    qint64 column = 0; //!< from 1, in characters

    bool operator==(const LinePlace &) const = default;
};

//! \brief Places of \a offsets (ascending) in the source's decoded text. Offsets behind the end get
//! the last line. A line ends with LF, CRLF or a lone CR. Reads the text up to the last offset.
[[nodiscard]] Result<std::vector<LinePlace>> linePlaces(const ByteSource &source,
                                                        const ReadOptions &options,
                                                        const std::vector<qint64> &offsets);

} // namespace passel
