// Values of one column to canonical Arrow arrays: a pure function of the values.
#pragma once

#include "core/arrow/arrowarray.h"
#include "core/arrow/columnslice.h"

namespace passel {

//! \brief The fields and arrays of one stretch of a column: `v`, and `s` where needed.
//!
//! What stands for a logical type (`passel:type` in brackets):
//! - Bool: Bool. Int: signed Int of the narrowest width of 8, 16, 32, 64. Float64, Float32:
//!   FloatingPoint; every NaN is the one quiet NaN.
//! - Date: Date32. Time: Time64[µs]. Duration: Duration[µs]. Timestamp: Timestamp[s] when all are
//!   whole seconds, else [µs], with the column's zone.
//! - Text: Utf8, or a dictionary of it, sorted by bytes, when that makes less than ¾ of the bytes.
//!   Json: the same [`json`]. Bytes: Binary.
//! - Tensor, by the shapes of the stretch: one shape for all: FixedSizeList [`tensor <f4 [2,3]`];
//!   one dimension of varying size: List [`tensor <f4 [*]`]; else Struct of `shape` (List of
//!   Int32) and `data` (List) [`tensor <f4 *`]. Booleans are UInt8 of 0 and 1.
//! - Documents: List of Struct, whose fields are named `0`, `1` … in the order of the column's
//!   child fields; a child's odd source texts are the field behind it, `0s`.
//!
//! A cell's source text travels when its column's form would write the cell otherwise: a second
//! field `s` (Utf8, null where there is none), present only if a cell of the stretch has one.
//! Nothing under a null travels, and no dictionary entry that no row has.
struct EncodedColumn
{
    std::vector<ArrowField> fields;
    std::vector<ArrowArray> arrays;
};

//! \brief Encodes a stretch. Codes: `number-range` (a date beyond 32 bits of days),
//! `encoding` (text that is not UTF-8), `too-deep`, `limit`.
[[nodiscard]] Result<EncodedColumn> encodeColumn(const ColumnSlice &slice,
                                                 const TaskContext &context = {});

} // namespace passel
