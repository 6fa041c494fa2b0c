// How typed values are written as text, so exactly that reading and writing a file changes no byte.
#pragma once

#include "core/array/value.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <string_view>

namespace passel {

//! \brief The one text form that a column's values share. Empty = the type's canonical form.
//!
//! Grammar, by type:
//! - Int: empty (`-12`) or `+` (positive ones with a sign).
//! - Float64, Float32: empty (shortest text that reads back equal, fixed from 1e-5 up to below
//! 1e16,
//!   else scientific: `1.5`, `2`, `1e+20`), `.N` (N decimals, fixed: `1.50`), `.0e` (as empty, but
//!   whole numbers keep `.0`: `2.0`). A leading `,` exchanges point for comma. Not-a-number and the
//!   infinities are `NaN`, `Infinity`, `-Infinity`.
//! - Bool: two words `true|false`, as in `Yes|No`; empty = `true|false`.
//! - Date, Time, Timestamp: %Y %m %d %H %M %S (zero-padded), %e %k (day, hour without padding),
//!   %-m (month without padding), %y (two-digit year, 1970–2069), %b (Jan…Dec), %1f…%6f (digits of
//!   the second's fraction), %z (+02:00, the zone's fixed offset), %p %I (AM/PM); everything else
//!   stands for itself. Empty = `%Y-%m-%d`, `%H:%M:%S`, `%Y-%m-%dT%H:%M:%S` (each with the
//!   fraction's digits that are not zero; Timestamp with `Z` when the zone is UTC).
//! - Duration, Text, Json, Bytes (base64), Tensor (JSON list): empty.
using TextForm = QByteArray;

//! \brief Appends the text of a non-null value of \a type to \a out.
void appendText(const ColumnType &type, const TextForm &form, const Value &value, std::string *out);
//! \brief Appends whole numbers, days, microseconds.
void appendIntText(const ColumnType &type, const TextForm &form, qint64 units, std::string *out);
//! \brief Nested lists of numbers, as JSON.
void appendTensorText(const TensorValue &tensor, std::string *out);
void appendFloatText(TypeKind kind, const TextForm &form, double value, std::string *out);

//! \brief Reads \a text as \a type in \a form; nothing unless all of it fits. It does *not* promise
//! that appendText() gives the same bytes back: who needs that compares (see readsBack()).
[[nodiscard]] std::optional<Value> parseText(const ColumnType &type, const TextForm &form,
                                             std::string_view text);
[[nodiscard]] std::optional<qint64> parseIntText(const ColumnType &type, const TextForm &form,
                                                 std::string_view text);
[[nodiscard]] std::optional<double> parseFloatText(TypeKind kind, const TextForm &form,
                                                   std::string_view text);

//! \brief True when \a text read as \a type in \a form is written back as the same bytes.
[[nodiscard]] bool readsBack(const ColumnType &type, const TextForm &form, std::string_view text);

//! \brief Days since 1970-01-01 of a proleptic Gregorian date; no check of the parts.
//! After Howard Hinnant, "chrono-compatible low-level date algorithms".
[[nodiscard]] qint64 daysFromCivil(qint64 year, unsigned month, unsigned day) noexcept;

struct CivilDate
{
    qint64 year;
    unsigned month; //!< 1…12
    unsigned day;   //!< 1…31
};

[[nodiscard]] CivilDate civilFromDays(qint64 days) noexcept;

} // namespace passel
