// Which stored row stands where: order, filters, deletions and insertions of an array.
#pragma once

#include <QtGlobal>

#include <memory>
#include <span>
#include <vector>

namespace passel {

//! \brief Logical row → stored row. Identity costs nothing; mostly contiguous orders are runs (one
//! deletion = two runs); anything else is one 32-bit index a row, so an array holds at most 2^32
//! rows. Immutable, cheap to copy.
class RowMap
{
public:
    //! \brief 0 … size-1.
    [[nodiscard]] static RowMap identity(qsizetype size);
    //! \brief In the order of \a storedRows; contiguous stretches are found.
    [[nodiscard]] static RowMap of(std::vector<quint32> storedRows);
    //! \brief Stored rows [first, first + size).
    [[nodiscard]] static RowMap range(qsizetype first, qsizetype size);

    RowMap()
        : RowMap(identity(0))
    {}

    [[nodiscard]] qsizetype size() const noexcept { return m_data->size; }

    //! \brief Stored row of logical row \a row; log n in runs, else constant.
    [[nodiscard]] qsizetype stored(qsizetype row) const noexcept;
    //! \brief True when logical and stored rows are the same numbers.
    [[nodiscard]] bool isIdentity() const noexcept;

    //! \brief Calls \a visit(logical, stored, count) for each contiguous stretch in order.
    template <typename Visit>
    void forEachRun(Visit visit) const
    {
        if (!m_data->indexes.empty()) {
            const auto &indexes = m_data->indexes;
            for (size_t i = 0; i < indexes.size();) {
                size_t end = i + 1;
                while (end < indexes.size() && indexes[end] == indexes[end - 1] + 1)
                    ++end;
                visit(static_cast<qsizetype>(i), static_cast<qsizetype>(indexes[i]),
                      static_cast<qsizetype>(end - i));
                i = end;
            }
            return;
        }
        for (const Run &run : m_data->runs)
            visit(run.logical, run.stored, run.size);
    }

    [[nodiscard]] RowMap sliced(qsizetype first, qsizetype size) const;
    [[nodiscard]] RowMap concatenated(const RowMap &other) const;
    //! \brief This map's rows at \a positions, in that order.
    [[nodiscard]] RowMap selected(std::span<const quint32> positions) const;
    [[nodiscard]] RowMap reversed() const;
    //! \brief All stored rows raised by \a offset.
    [[nodiscard]] RowMap shifted(qsizetype offset) const;
    [[nodiscard]] std::vector<quint32> toVector() const;
    //! \brief Same rows in the same order.
    bool operator==(const RowMap &other) const;

    //! \brief Same object underneath: surely equal, without looking.
    [[nodiscard]] bool sharesWith(const RowMap &other) const noexcept
    {
        return m_data == other.m_data;
    }

private:
    struct Run
    {
        qsizetype logical;
        qsizetype stored;
        qsizetype size;

        bool operator==(const Run &) const = default;
    };

    struct Data
    {
        qsizetype size = 0;
        std::vector<Run> runs;
        std::vector<quint32> indexes;
    };

    explicit RowMap(std::shared_ptr<const Data> data)
        : m_data(std::move(data))
    {}

    [[nodiscard]] static RowMap ofRuns(const std::vector<Run> &runs);

    std::shared_ptr<const Data> m_data;
};

} // namespace passel
