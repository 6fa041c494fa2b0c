// Where one part of a column ends: decided by the values around, so that an edit moves few ends.
#pragma once

#include "core/arrow/columnslice.h"
#include "core/base/threadpool.h"

#include <vector>

namespace passel {

//! \brief How large parts become, in plain value bytes: 8 for a number or a time, 1 for a boolean,
//! 4 + length for text, JSON, bytes and source texts, 8 + elements for a tensor, 4 + members for
//! a list of Documents; a null counts as an empty value. They stand in the manifest, and a child
//! version keeps its parent's: other numbers cut everything anew.
struct CutParameters
{
    int version = 1; //!< of the hash and the rule; reading never needs to know it
    qint64 average = 128LL * 1024;
    qint64 minimum = 32LL * 1024;
    qint64 maximum = 512LL * 1024;

    bool operator==(const CutParameters &) const = default;

    //! \brief Average, and a quarter and four times of it.
    [[nodiscard]] static CutParameters ofAverage(qint64 average);
    //! \brief True for sizes that a cutter can work with: what stands in a hostile manifest.
    [[nodiscard]] bool isValid() const noexcept;
};

//! \brief Cuts one column. Each value's 64-bit hash goes into g = (g << s) + h, where s = 1 + size
//! / 256 keeps the window below 16 KiB and thus inside the part; behind the minimum, a part ends
//! where mixed g < 2^64 · size / average, a fourth of that before the average, four times behind
//! it. One thread.
class Cutter
{
public:
    //! \a seed keys the hash, for sealed shares, whose ends must tell nothing; 0 for all others.
    explicit Cutter(const CutParameters &parameters, quint64 seed = 0);

    //! \brief Goes on with the rows of \a slice.
    [[nodiscard]] Result<void> add(const ColumnSlice &slice, const TaskContext &context = {});

    //! \brief Rows of each part, in order. None for no rows.
    [[nodiscard]] std::vector<qint64> finish();

    //! \brief Plain value bytes seen so far.
    [[nodiscard]] qint64 plainSize() const noexcept { return m_total; }

private:
    void step(quint64 hash, qint64 size);

    CutParameters m_parameters;
    quint64 m_seed;
    quint64 m_unit;
    quint64 m_gear = 0;
    qint64 m_bytes = 0;
    qint64 m_rows = 0;
    qint64 m_total = 0;
    std::vector<qint64> m_parts;
};

//! \brief Where all columns of an array are cut.
struct ArrayCut
{
    CutParameters parameters;
    std::vector<std::vector<qint64>> parts; //!< rows of each part, by column
    qint64 plainSize = 0;
};

//! \brief Largest number of parts of a version.
constexpr qint64 MaximumParts = 16'384;

//! \brief Cuts the visible rows of every column, columns in parallel. With \a parent its
//! parameters are used; without, an average of 128 KiB, or 512 KiB above 1 GB. Either grows as long
//! as the version would have too many parts.
[[nodiscard]] Result<ArrayCut> cutArray(const DocumentArray &array, const CutParameters *parent,
                                        const TaskContext &context, ThreadPool &pool);

} // namespace passel
