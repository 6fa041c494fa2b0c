#include "core/look/rowhash.h"

#include "core/look/celltext.h"
#include "core/look/distinct.h"
#include "core/look/parallel.h"

#include <bit>
#include <cmath>
#include <limits>
#include <xxhash.h>

namespace passel {

namespace {

constexpr RowHash NullHash{0x243f6a8885a308d3U, 0x13198a2e03707344U};

RowHash hashOf(std::string_view bytes)
{
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.low64, hash.high64};
}

RowHash hashOf(quint64 bits)
{
    return {mixed(bits), mixed(~bits)};
}

RowHash hashOf(double value)
{
    if (std::isnan(value))
        value = std::numeric_limits<double>::quiet_NaN();
    return hashOf(std::bit_cast<quint64>(value == 0 ? 0.0 : value));
}

void add(const RowHash &cell, RowHash *hash)
{
    hash->low = mixed(hash->low ^ cell.low);
    hash->high = mixed((hash->high + 0x9e3779b97f4a7c15U) ^ cell.high);
}

void hashSegment(const Field &field, const Segment &segment, bool asText, RowHash *hashes)
{
    const bool coded = segment.layout() == Layout::Coded;
    const bool hasText = asText
                         || !(field.type.isIntegral() || field.type.isFloating()
                              || field.type.kind == TypeKind::Bool || field.type.isBytes());
    std::vector<RowHash> codes;
    for (qsizetype code = 0; coded && code < segment.dictionary()->size(); ++code)
        codes.push_back(hashOf(segment.dictionary()->at(code)));
    std::string buffer;
    for (qsizetype row = 0; row < segment.size(); ++row) {
        RowHash cell = NullHash; // missing equals missing
        if (!segment.isNull(row)) {
            if (coded)
                cell = codes[segment.codeAt(row)];
            else if (hasText)
                cell = hashOf(cellText(field, segment, row, &buffer));
            else if (field.type.isIntegral())
                cell = hashOf(static_cast<quint64>(segment.intAt(row)));
            else if (field.type.isFloating())
                cell = hashOf(segment.floatAt(row));
            else if (field.type.kind == TypeKind::Bool)
                cell = hashOf(quint64(segment.boolAt(row) ? 1 : 0));
            else
                cell = hashOf(segment.bytesAt(row));
        }
        add(cell, &hashes[row]);
    }
}

} // namespace

Result<std::vector<RowHash>> rowHashes(const DocumentArray &array,
                                       std::span<const HashedColumn> columns,
                                       const VisibleRows &rows, const TaskContext &context)
{
    std::vector<RowHash> hashes(static_cast<size_t>(array.storedRowCount()));
    for (const HashedColumn &hashed : columns) {
        const Column &column = array.column(hashed.index);
        const auto makeWork = [&]() -> PieceWork {
            return [&](qsizetype i) -> Result<void> {
                const qsizetype start = column.start(i);
                const qsizetype size = column.segment(i)->size();
                context.advance(size);
                if (rows.countIn(start, start + size) == 0)
                    return {};
                PASSEL_TRY(const SegmentPtr segment, column.segment(i)->pin(context));
                hashSegment(array.field(hashed.index), *segment, hashed.asText,
                            hashes.data() + static_cast<size_t>(start));
                return {};
            };
        };
        PASSEL_CHECK(forEachParallel(column.segmentCount(), context, makeWork));
    }
    return hashes;
}

} // namespace passel
