// One column as another type or text form, cell by cell, without losing a text.
#pragma once

#include "core/array/column.h"
#include "core/array/schema.h"

#include <functional>

namespace passel {

//! \brief \a column's values, described by \a from, as \a to describes them: values of one type
//! stay what they are, else each cell's text is read in the new type and form; a cell whose text
//! the new form would write otherwise keeps it as source text. A cell that does not fit becomes
//! missing and is told to \a failed (stored row, its text) when given. Documents are conformed to
//! the children of \a to. Workers only for columns that may be pending.
[[nodiscard]] Result<Column>
converted(const Column &column, const Field &from, const Field &to, const TaskContext &context = {},
          const std::function<void(qsizetype, std::string)> &failed = {});

//! \brief The text of one present cell: its source text, else by the field's form. Documents give
//! JSON.
void appendCellText(const Segment &segment, qsizetype row, const Field &field, std::string *out);

} // namespace passel
