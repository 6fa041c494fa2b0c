// Reads an array row by row for writing, a pinned segment a column, whatever its row order.
#pragma once

#include "core/array/documentarray.h"

#include <vector>

namespace passel {

//! \brief One thread. The array must outlive it.
class RowReader
{
public:
    RowReader(const DocumentArray &array, const TaskContext &context);

    //! \brief The segment that holds logical row \a row of column \a column, and the row in it.
    [[nodiscard]] Result<const Segment *> cell(qsizetype row, qsizetype column, qsizetype *local);

private:
    const DocumentArray &m_array;
    const TaskContext &m_context;
    std::vector<ColumnReader> m_columns;
};

//! \brief Appends the text of a present cell, as the source had it or as \a field's form says.
void appendCell(const Segment &segment, qsizetype local, const Field &field, std::string *out);

} // namespace passel
