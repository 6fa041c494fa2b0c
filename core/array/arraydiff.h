// What differs between two snapshots of one array, found by comparing handles, not values.
#pragma once

#include "core/array/documentarray.h"

namespace passel {

//! \brief A value; covers at least what differs, in constant time a segment.
struct ArrayDiff
{
    //! \brief Stored rows [first, first + size) of one column may differ.
    struct Cells
    {
        qsizetype column;
        qsizetype first;
        qsizetype size;

        bool operator==(const Cells &) const = default;
    };

    bool schemaChanged =
        false;                //!< columns came, went, moved or changed their field: reset the view
    bool rowsChanged = false; //!< rows came, went or moved
    std::vector<Cells> cells; //!< empty when schemaChanged

    [[nodiscard]] bool isEmpty() const noexcept
    {
        return !schemaChanged && !rowsChanged && cells.empty();
    }

    [[nodiscard]] static ArrayDiff between(const DocumentArray &before, const DocumentArray &after);
};

} // namespace passel
