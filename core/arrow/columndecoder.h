// Arrow arrays to segments: any physical type that can hold the column's logical type.
#pragma once

#include "core/array/documentarray.h"
#include "core/arrow/arrowarray.h"

namespace passel {

//! \brief Documents that one document may hold directly; more is refused (`limit`).
constexpr qint64 MaximumNestedDocuments = 100'000;
//! \brief Documents that all rows of one stretch may hold together; more is neither written nor
//! read (`limit`): without a byte of their own they would cost memory for each of their columns.
constexpr qint64 MaximumStretchDocuments = qint64(1) << 24;

//! \brief The values of \a column, described by \a wanted, as segments of Segment::Capacity rows
//! (the last may be shorter). \a sources is the field `s` and its array, or null.
//!
//! Taken are: for Bool Bool; Int any integer and dates and times; Float64 and Float32
//! any number; Date, Time, Timestamp, Duration every unit; Text and Json Utf8, LargeUtf8,
//! Utf8View; Bytes these and Binary, LargeBinary, BinaryView, FixedSizeBinary; dictionaries of all
//! of them; for everything the type Null. Documents are lists of structs whose fields are named by
//! number, see encodeColumn(). Codes: `field-type`, `number-range` (a value that does not fit the
//! type), `tensor`, `limit`, `syntax`.
[[nodiscard]] Result<std::vector<SegmentPtr>>
decodeColumn(const Field &wanted, const ArrowField &field, const ArrowArray &column,
             const ArrowField *sourceField, const ArrowArray *sources,
             const TaskContext &context = {});

} // namespace passel
