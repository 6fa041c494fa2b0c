#include "core/arrow/columnslice.h"

#include <algorithm>
#include <optional>

namespace passel {

void ColumnSlice::append(const SegmentPtr &segment, qsizetype first, qsizetype count)
{
    rows += count;
    if (!pieces.empty() && pieces.back().segment == segment
        && pieces.back().first + pieces.back().count == first)
        pieces.back().count += count;
    else
        pieces.push_back({segment, first, count});
}

Result<ColumnSlice> ColumnSlice::of(const DocumentArray &array, qsizetype column, qsizetype first,
                                    qsizetype count, const TaskContext &context)
{
    ColumnSlice slice;
    slice.field = array.field(column);
    const Column &values = array.column(column);
    SegmentPtr pinned;
    qsizetype pinnedIndex = -1;
    std::optional<Error> failure;
    const auto visit = [&](qsizetype, qsizetype stored, qsizetype size) {
        while (size > 0 && !failure) {
            const qsizetype index = values.segmentOf(stored);
            if (index != pinnedIndex) {
                if (context.isCancelled()) {
                    failure = Error::cancelled();
                    return;
                }
                auto segment = values.segment(index)->pin(context);
                if (!segment) {
                    failure = std::move(segment).error();
                    return;
                }
                pinned = *std::move(segment);
                pinnedIndex = index;
            }
            const qsizetype taken = std::min(size, values.start(index + 1) - stored);
            slice.append(pinned, stored - values.start(index), taken);
            stored += taken;
            size -= taken;
        }
    };
    if (array.rowMap().isIdentity())
        visit(0, first, count);
    else
        array.rowMap().sliced(first, count).forEachRun(visit);
    if (failure)
        return *std::move(failure);
    return slice;
}

} // namespace passel
