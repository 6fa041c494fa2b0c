// The working parts of a profile: what one worker has seen of a column.
#pragma once

#include "core/look/distinct.h"
#include "core/look/visiblerows.h"

#include <limits>
#include <vector>

namespace passel {

//! \brief One value of a profile's sample: its key, and its row for texts.
struct SampledValue
{
    quint64 key = 0;
    quint32 row = 0;
};

//! \brief Sums of one segment, kept apart so that their order, and so the mean, never depends on
//! which worker was faster.
struct SegmentSums
{
    double values = 0;
    qint64 numbers = 0; // finite or infinite, without NaN
    qint64 lengths = 0;
    qint64 seen = 0;
};

//! \brief What a worker has seen. Mergeable in any order with the same result.
struct ProfilePartial
{
    ProfilePartial();

    void merge(const ProfilePartial &other);

    qint64 missing = 0;
    qint64 empty = 0;
    qint64 lowest = std::numeric_limits<qint64>::max(); // integral types
    qint64 highest = std::numeric_limits<qint64>::min();
    double low = std::numeric_limits<double>::infinity(); // floats, NaN left out
    double high = -std::numeric_limits<double>::infinity();
    qint64 shortest = std::numeric_limits<qint64>::max();
    qint64 longest = -1;
    DistinctTable table;
    std::vector<quint32> small; // counts of whole numbers of 16 bits, beside the table
    std::vector<SampledValue> sample;
};

//! \brief Walks over the segments of one column. Const and shared by all workers.
class ProfileScan
{
public:
    //! \brief \a stride: one value in so many is sampled, 0 = none.
    ProfileScan(ColumnType type, Column column, VisibleRows rows, qsizetype stride)
        : m_type(std::move(type))
        , m_column(std::move(column))
        , m_rows(std::move(rows))
        , m_stride(stride)
    {}

    //! \brief First look at a segment.
    void scan(qsizetype index, const Segment &segment, ProfilePartial *partial,
              SegmentSums *sums) const;

    //! \brief Calls \a visit(key, count) for every present value (coded texts: once a code).
    template <typename Visit>
    void forEachKey(qsizetype index, const Segment &segment, Visit visit) const;

    [[nodiscard]] const ColumnType &type() const noexcept { return m_type; }

    [[nodiscard]] const Column &column() const noexcept { return m_column; }

    [[nodiscard]] const VisibleRows &rows() const noexcept { return m_rows; }

private:
    template <typename Visit>
    void forEachRow(qsizetype index, const Segment &segment, Visit visit) const
    {
        const qsizetype start = m_column.start(index);
        m_rows.forEachIn(start, start + segment.size(),
                         [&](qsizetype stored) { visit(stored - start); });
    }

    void scanIntegers(qsizetype index, const Segment &segment, ProfilePartial *partial,
                      SegmentSums *sums) const;
    void scanFloats(qsizetype index, const Segment &segment, ProfilePartial *partial,
                    SegmentSums *sums) const;
    void scanBytes(qsizetype index, const Segment &segment, ProfilePartial *partial,
                   SegmentSums *sums) const;
    void scanNested(qsizetype index, const Segment &segment, ProfilePartial *partial,
                    SegmentSums *sums) const;
    void sample(qsizetype index, const Segment &segment, ProfilePartial *partial) const;

    ColumnType m_type;
    Column m_column;
    VisibleRows m_rows;
    qsizetype m_stride;
};

//! \brief A number's bits as a key; equal numbers have equal keys.
[[nodiscard]] quint64 keyOf(double value) noexcept;
//! \brief A hash of bytes as a key.
[[nodiscard]] quint64 keyOf(std::string_view bytes) noexcept;
//! \brief The key of a present cell.
[[nodiscard]] quint64 keyOf(const ColumnType &type, const Segment &segment, qsizetype row) noexcept;
//! \brief The number behind a key, of types that are numbers or counted.
[[nodiscard]] double numberOf(const ColumnType &type, quint64 key) noexcept;

template <typename Visit>
void ProfileScan::forEachKey(qsizetype index, const Segment &segment, Visit visit) const
{
    if (segment.layout() == Layout::Coded) {
        std::vector<quint32> counts(static_cast<size_t>(segment.dictionary()->size()));
        forEachRow(index, segment, [&](qsizetype row) {
            if (!segment.isNull(row))
                ++counts[segment.codeAt(row)];
        });
        for (size_t code = 0; code < counts.size(); ++code) {
            if (counts[code] > 0)
                visit(keyOf(segment.dictionary()->at(static_cast<qsizetype>(code))), counts[code]);
        }
        return;
    }
    forEachRow(index, segment, [&](qsizetype row) {
        if (!segment.isNull(row))
            visit(keyOf(m_type, segment, row), quint32(1));
    });
}

} // namespace passel
