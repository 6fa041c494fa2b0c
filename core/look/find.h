// Finds text in the cells of an array, in reading order, a batch of rows at a time.
#pragma once

#include "core/array/documentarray.h"
#include "core/look/textmatcher.h"

#include <compare>
#include <functional>
#include <span>
#include <tuple>
#include <vector>

namespace passel {

//! \brief What to find, and where.
struct FindQuery
{
    TextPattern pattern;
    std::vector<qsizetype> columns; //!< empty = all; tensors and documents are never searched

    bool operator==(const FindQuery &) const = default;
};

//! \brief A cell whose text matches.
struct FindHit
{
    qsizetype row; //!< logical
    qsizetype column;

    bool operator==(const FindHit &) const = default;

    std::strong_ordering operator<=>(const FindHit &other) const
    {
        return std::tie(row, column) <=> std::tie(other.row, other.column);
    }
};

//! \brief All hits of a search by row, then column.
struct FindResult
{
    //! \brief Hits kept; further ones are counted only.
    static constexpr qsizetype MaxHits = 1'000'000;

    std::vector<FindHit> hits;
    qint64 count = 0;
    bool wasGivenUp = false; //!< some cells passed the bound of a regular expression
};

//! \brief New hits in order, and how many rows have been searched. On the thread that works.
using FindProgress = std::function<void(std::span<const FindHit> hits, qsizetype rowsSearched)>;

//! \brief Searches every visible row. A cell's text is the one a file would have. Errors:
//! `bad-pattern`, `pattern-too-long`. An empty pattern finds nothing.
[[nodiscard]] Result<FindResult> find(const DocumentArray &array, const FindQuery &query,
                                      const TaskContext &context = {},
                                      const FindProgress &progress = {});

} // namespace passel
