// Histogram bars with round edges, for numbers and for times.
#pragma once

#include "core/array/columntype.h"

#include <vector>

namespace passel {

//! \brief Ascending edges of at most \a most bars that cover [low, high] (finite), at round
//! numbers, days, months or years as \a kind asks for; n bars have n + 1 edges. One bar when low ==
//! high.
[[nodiscard]] std::vector<double> roundEdges(TypeKind kind, double low, double high,
                                             qsizetype most);

//! \brief Counts values into the bars between edges. Values outside are left out.
class BinCounter
{
public:
    explicit BinCounter(std::vector<double> edges);

    void add(double value, qint64 count = 1)
    {
        if (!(value >= m_edges.front() && value <= m_edges.back()))
            return;
        auto i = static_cast<size_t>((value - m_edges.front()) * m_perUnit);
        i = i < m_counts.size() ? i : m_counts.size() - 1;
        // Bars may differ in width (months): the guess is then corrected by a few.
        while (i > 0 && value < m_edges[i])
            --i;
        while (i + 1 < m_counts.size() && value >= m_edges[i + 1])
            ++i;
        m_counts[i] += count;
    }

    void merge(const BinCounter &other);

    [[nodiscard]] const std::vector<double> &edges() const noexcept { return m_edges; }

    [[nodiscard]] const std::vector<qint64> &counts() const noexcept { return m_counts; }

private:
    std::vector<double> m_edges; // at least two
    std::vector<qint64> m_counts;
    double m_perUnit = 0;
};

} // namespace passel
