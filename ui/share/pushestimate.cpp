#include "ui/share/pushestimate.h"

#include "core/share/cutter.h"
#include "core/share/partcodec.h"

#include <algorithm>
#include <numeric>

namespace passel {

namespace {

// Enough for a few parts, few enough to be told while a sheet is open.
constexpr qsizetype LeastRows = 8192;
constexpr qsizetype MostRows = 8 * LeastRows;
constexpr qint64 SampleBytes = 512LL * 1024;

// What all rows of a column come to, by a stretch from its middle. It is cut as a push cuts it:
// zstd finds nothing that repeats beyond the end of a part.
Result<double> storedSize(const DocumentArray &array, qsizetype column, const TaskContext &context)
{
    const qsizetype rows = array.rowCount();
    qsizetype sample = std::min(rows, LeastRows);
    if (sample == 0)
        return 0.0;
    const auto taken = [&](Cutter *cutter) -> Result<void> {
        PASSEL_TRY(const ColumnSlice slice,
                   ColumnSlice::of(array, column, (rows - sample) / 2, sample, context));
        return cutter->add(slice, context);
    };
    Cutter probe{CutParameters()};
    PASSEL_CHECK(taken(&probe));
    const qint64 wanted = sample * SampleBytes / std::max<qint64>(1, probe.plainSize());
    sample = std::min<qint64>(rows, std::clamp<qint64>(wanted, LeastRows, MostRows));
    Cutter cutter{CutParameters()};
    PASSEL_CHECK(taken(&cutter));
    double stored = 0;
    qsizetype first = (rows - sample) / 2;
    for (const qint64 count : cutter.finish()) {
        PASSEL_TRY(const ColumnSlice slice, ColumnSlice::of(array, column, first, count, context));
        PASSEL_TRY(const std::vector<PackedPart> parts, encodeParts(slice, {}, context));
        for (const PackedPart &part : parts)
            stored += double(part.ref.storedSize);
        first += count;
    }
    return stored * double(rows) / double(sample);
}

} // namespace

Result<qint64> estimatePushSize(const DocumentArray &array, const std::vector<qsizetype> &columns,
                                const TaskContext &context)
{
    std::vector<qsizetype> wanted = columns;
    if (wanted.empty()) {
        wanted.resize(size_t(array.columnCount()));
        std::iota(wanted.begin(), wanted.end(), 0);
    }
    double total = 0;
    for (const qsizetype column : wanted) {
        if (context.isCancelled())
            return Error::cancelled();
        PASSEL_TRY(const double size, storedSize(array, column, context));
        total += size;
    }
    return qint64(total);
}

} // namespace passel
