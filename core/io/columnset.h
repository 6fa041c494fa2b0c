// Puts the columns together that chunks have read in parallel: one type for the whole column.
#pragma once

#include "core/array/column.h"
#include "core/base/task.h"
#include "core/io/typedcolumn.h"

#include <vector>

namespace passel {

//! \brief What one chunk gave: its rows, and a part of each column it has seen. Columns that it has
//! not seen are missing in it.
struct ChunkParts
{
    qint64 rows = 0;
    std::vector<TypedPart> columns;
};

//! \brief A whole column with the form that all its parts agree on.
struct JoinedColumn
{
    ColumnForm form;
    Column column;
    QString note;
};

//! \brief Columns 0 … count-1 of \a chunks, in order; parts whose type was beaten are converted, in
//! parallel. The chunks are used up.
[[nodiscard]] Result<std::vector<JoinedColumn>> joinColumns(std::vector<ChunkParts> chunks,
                                                            qsizetype count, TypePolicy policy,
                                                            const TaskContext &context);

} // namespace passel
