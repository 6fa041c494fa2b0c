#include "core/array/arraydiff.h"

namespace passel {

ArrayDiff ArrayDiff::between(const DocumentArray &before, const DocumentArray &after)
{
    ArrayDiff diff;
    if (before.sharesWith(after))
        return diff;
    diff.schemaChanged = !(before.schema() == after.schema());
    diff.rowsChanged = !(before.rowMap() == after.rowMap());
    if (diff.schemaChanged)
        return diff;
    for (qsizetype column = 0; column < after.columnCount(); ++column) {
        const Column &was = before.column(column);
        const Column &is = after.column(column);
        if (was.sharesAllWith(is))
            continue;
        for (qsizetype i = 0; i < is.segmentCount(); ++i) {
            const bool same = i < was.segmentCount() && was.segment(i) == is.segment(i)
                              && was.start(i) == is.start(i);
            if (same)
                continue;
            const qsizetype first = is.start(i);
            const qsizetype size = is.segment(i)->size();
            if (!diff.cells.empty() && diff.cells.back().column == column
                && diff.cells.back().first + diff.cells.back().size == first)
                diff.cells.back().size += size;
            else
                diff.cells.push_back({column, first, size});
        }
    }
    return diff;
}

} // namespace passel
