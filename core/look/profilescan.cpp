#include "core/look/profilescan.h"

#include "core/look/profile.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <xxhash.h>

namespace passel {

namespace {

// Whole numbers of 16 bits are counted in an array: most codes, years, ages and delays are.
constexpr qint64 SmallLow = -32'768;
constexpr qint64 SmallHigh = 32'767;
constexpr size_t SmallCount = 65'536;

qint64 characters(std::string_view text)
{
    qint64 count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U ? 1 : 0;
    return count;
}

} // namespace

quint64 keyOf(double value) noexcept
{
    if (value == 0)
        value = 0; // also −0
    if (std::isnan(value))
        value = std::numeric_limits<double>::quiet_NaN();
    return std::bit_cast<quint64>(value);
}

quint64 keyOf(std::string_view bytes) noexcept
{
    return XXH3_64bits(bytes.data(), bytes.size());
}

quint64 keyOf(const ColumnType &type, const Segment &segment, qsizetype row) noexcept
{
    if (type.isFloating())
        return keyOf(segment.floatAt(row));
    if (type.isIntegral())
        return static_cast<quint64>(segment.intAt(row));
    if (type.kind == TypeKind::Bool)
        return segment.boolAt(row) ? 1 : 0;
    return keyOf(segment.bytesAt(row));
}

double numberOf(const ColumnType &type, quint64 key) noexcept
{
    return type.isFloating() ? std::bit_cast<double>(key)
                             : static_cast<double>(static_cast<qint64>(key));
}

ProfilePartial::ProfilePartial()
    : table(ColumnProfile::DistinctBudget)
{}

void ProfilePartial::merge(const ProfilePartial &other)
{
    missing += other.missing;
    empty += other.empty;
    lowest = std::min(lowest, other.lowest);
    highest = std::max(highest, other.highest);
    low = std::min(low, other.low);
    high = std::max(high, other.high);
    shortest = std::min(shortest, other.shortest);
    longest = std::max(longest, other.longest);
    table.merge(other.table);
    if (!other.small.empty()) {
        small.resize(SmallCount);
        for (size_t i = 0; i < SmallCount; ++i)
            small[i] += other.small[i];
    }
    sample.insert(sample.end(), other.sample.begin(), other.sample.end());
}

void ProfileScan::scan(qsizetype index, const Segment &segment, ProfilePartial *partial,
                       SegmentSums *sums) const
{
    const qsizetype start = m_column.start(index);
    sums->seen = m_rows.countIn(start, start + segment.size());
    if (segment.nullCount() > 0) {
        if (m_rows.isAll()) {
            partial->missing += segment.nullCount();
        } else {
            forEachRow(index, segment,
                       [&](qsizetype row) { partial->missing += segment.isNull(row) ? 1 : 0; });
        }
    }
    if (segment.layout() == Layout::AllNull)
        return;
    if (m_type.isFloating())
        scanFloats(index, segment, partial, sums);
    else if (m_type.isBytes())
        scanBytes(index, segment, partial, sums);
    else if (m_type.kind == TypeKind::Tensor || m_type.kind == TypeKind::Documents)
        scanNested(index, segment, partial, sums);
    else
        scanIntegers(index, segment, partial, sums);
    if (m_stride > 0)
        sample(index, segment, partial);
}

void ProfileScan::scanIntegers(qsizetype index, const Segment &segment, ProfilePartial *partial,
                               SegmentSums *sums) const
{
    if (partial->small.empty())
        partial->small.resize(SmallCount);
    const auto start = static_cast<quint32>(m_column.start(index));
    quint32 *small = partial->small.data();
    qint64 lowest = partial->lowest;
    qint64 highest = partial->highest;
    const auto walk = [&](auto valueAt) {
        forEachRow(index, segment, [&](qsizetype row) {
            if (segment.isNull(row))
                return;
            const qint64 value = valueAt(row);
            lowest = std::min(lowest, value);
            highest = std::max(highest, value);
            sums->values += static_cast<double>(value);
            ++sums->numbers;
            if (value >= SmallLow && value <= SmallHigh)
                ++small[value - SmallLow];
            else
                partial->table.add(static_cast<quint64>(value), start + static_cast<quint32>(row));
        });
    };
    const auto walkOver = [&](auto values) {
        walk([values](qsizetype row) { return qint64(values[static_cast<size_t>(row)]); });
    };
    switch (segment.layout()) {
    case Layout::Bits:
        walk([&](qsizetype row) { return segment.boolAt(row) ? qint64(1) : qint64(0); });
        break;
    case Layout::Int8:
        walkOver(segment.values<qint8>());
        break;
    case Layout::Int16:
        walkOver(segment.values<qint16>());
        break;
    case Layout::Int32:
        walkOver(segment.values<qint32>());
        break;
    default:
        walk([&](qsizetype row) { return segment.intAt(row); });
        break;
    }
    partial->lowest = lowest;
    partial->highest = highest;
}

void ProfileScan::scanFloats(qsizetype index, const Segment &segment, ProfilePartial *partial,
                             SegmentSums *sums) const
{
    const auto start = static_cast<quint32>(m_column.start(index));
    forEachRow(index, segment, [&](qsizetype row) {
        if (segment.isNull(row))
            return;
        const double value = segment.floatAt(row);
        partial->table.add(keyOf(value), start + static_cast<quint32>(row));
        if (std::isnan(value))
            return;
        partial->low = std::min(partial->low, value);
        partial->high = std::max(partial->high, value);
        sums->values += value;
        ++sums->numbers;
    });
}

void ProfileScan::scanBytes(qsizetype index, const Segment &segment, ProfilePartial *partial,
                            SegmentSums *sums) const
{
    const auto start = static_cast<quint32>(m_column.start(index));
    const auto take = [&](std::string_view text, quint32 row, quint32 count) {
        partial->table.add(keyOf(text), start + row, count);
        if (text.empty() && m_type.kind != TypeKind::Bytes)
            partial->empty += count;
        const qint64 length =
            m_type.kind == TypeKind::Bytes ? static_cast<qint64>(text.size()) : characters(text);
        partial->shortest = std::min(partial->shortest, length);
        partial->longest = std::max(partial->longest, length);
        sums->lengths += length * qint64(count);
    };
    if (segment.layout() == Layout::Coded) {
        struct Code
        {
            quint32 count = 0;
            quint32 row = 0;
        };

        std::vector<Code> codes(static_cast<size_t>(segment.dictionary()->size()));
        forEachRow(index, segment, [&](qsizetype row) {
            if (segment.isNull(row))
                return;
            Code &code = codes[segment.codeAt(row)];
            if (code.count++ == 0)
                code.row = static_cast<quint32>(row);
        });
        for (size_t i = 0; i < codes.size(); ++i) {
            if (codes[i].count > 0)
                take(segment.dictionary()->at(static_cast<qsizetype>(i)), codes[i].row,
                     codes[i].count);
        }
        return;
    }
    forEachRow(index, segment, [&](qsizetype row) {
        if (!segment.isNull(row))
            take(segment.bytesAt(row), static_cast<quint32>(row), 1);
    });
}

void ProfileScan::scanNested(qsizetype index, const Segment &segment, ProfilePartial *partial,
                             SegmentSums *sums) const
{
    const auto start = static_cast<quint32>(m_column.start(index));
    const bool isTensor = m_type.kind == TypeKind::Tensor;
    const qsizetype size = isTensor ? elementSize(m_type.element) : 1;
    forEachRow(index, segment, [&](qsizetype row) {
        if (segment.isNull(row))
            return;
        qint64 length = 0;
        if (isTensor) {
            const std::string_view data = segment.bytesAt(row);
            length = static_cast<qint64>(data.size()) / size;
            partial->table.add(keyOf(data), start + static_cast<quint32>(row));
        } else {
            const auto [begin, end] = segment.listAt(row);
            length = end - begin;
        }
        partial->shortest = std::min(partial->shortest, length);
        partial->longest = std::max(partial->longest, length);
        sums->lengths += length;
    });
}

void ProfileScan::sample(qsizetype index, const Segment &segment, ProfilePartial *partial) const
{
    // One row in each stride, at a place that looks like chance but is the same every time.
    const qsizetype start = m_column.start(index);
    qsizetype position = m_rows.positionOf(start);
    const auto chosen = [this](qsizetype block) {
        return block * m_stride
               + static_cast<qsizetype>(mixed(static_cast<quint64>(block))
                                        % static_cast<quint64>(m_stride));
    };
    qsizetype block = position / m_stride;
    qsizetype wanted = chosen(block);
    forEachRow(index, segment, [&](qsizetype row) {
        while (wanted < position)
            wanted = chosen(++block);
        if (position++ == wanted && !segment.isNull(row)) {
            partial->sample.push_back(
                {keyOf(m_type, segment, row), static_cast<quint32>(start + row)});
        }
    });
}

} // namespace passel
