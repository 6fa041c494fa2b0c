#include "ui/share/pushestimate.h"

#include "core/share/partcodec.h"

#include <algorithm>
#include <numeric>

namespace passel {

namespace {

// Enough rows for zstd to find what repeats, few enough to be told while a sheet is open.
constexpr qsizetype SampleRows = 8192;

} // namespace

Result<qint64> estimatePushSize(const DocumentArray &array, const std::vector<qsizetype> &columns,
                                const TaskContext &context)
{
    std::vector<qsizetype> wanted = columns;
    if (wanted.empty()) {
        wanted.resize(size_t(array.columnCount()));
        std::iota(wanted.begin(), wanted.end(), 0);
    }
    const qsizetype rows = array.rowCount();
    const qsizetype sample = std::min(rows, SampleRows);
    double total = 0;
    for (const qsizetype column : wanted) {
        if (context.isCancelled())
            return Error::cancelled();
        if (sample == 0)
            break;
        PASSEL_TRY(const ColumnSlice slice,
                   ColumnSlice::of(array, column, (rows - sample) / 2, sample, context));
        PASSEL_TRY(const std::vector<PackedPart> parts, encodeParts(slice, {}, context));
        for (const PackedPart &part : parts)
            total += double(part.ref.storedSize);
    }
    if (sample > 0)
        total *= double(rows) / double(sample);
    return qint64(total);
}

} // namespace passel
