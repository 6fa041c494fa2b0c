// A stretch of visible rows of one column, as the pieces of segments it lies in.
#pragma once

#include "core/array/documentarray.h"

#include <vector>

namespace passel {

//! \brief Rows of one column in the order in which they are seen; holds its segments. A value.
struct ColumnSlice
{
    struct Piece
    {
        SegmentPtr segment;
        qsizetype first = 0; //!< row within the segment
        qsizetype count = 0;
    };

    Field field;
    std::vector<Piece> pieces;
    qsizetype rows = 0;

    //! \brief Logical rows [\a first, first + count) of a column; fetches what is pending. Workers
    //! only.
    [[nodiscard]] static Result<ColumnSlice> of(const DocumentArray &array, qsizetype column,
                                                qsizetype first, qsizetype count,
                                                const TaskContext &context = {});

    //! \brief Appends rows of \a segment; a stretch that goes on is joined to the piece before.
    void append(const SegmentPtr &segment, qsizetype first, qsizetype count);

    //! \brief Calls \a visit(segment, row) for each row in order.
    template <typename Visit>
    void forEachRow(Visit visit) const
    {
        for (const Piece &piece : pieces) {
            for (qsizetype row = piece.first; row < piece.first + piece.count; ++row)
                visit(*piece.segment, row);
        }
    }
};

} // namespace passel
