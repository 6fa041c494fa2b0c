// Writes CSV: RFC 4180, every untouched cell as it was read.
#pragma once

#include "core/io/format.h"

#include <string_view>

namespace passel {

//! \brief Missing cells are nothing, empty texts two quotes, so that both come back. With the
//! formula guard on, a cell that a spreadsheet would compute gets a `'` (SEC-13).
class CsvWriter final : public FormatWriter
{
public:
    [[nodiscard]] QByteArray name() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList suffixes() const override;
    [[nodiscard]] Result<WriteReport> write(const DocumentArray &array, const WriteOptions &options,
                                            const WriteSink &sink,
                                            const TaskContext &context) const override;
};

//! \brief True when a spreadsheet would take \a cell, or a line in it, for a formula: after blanks
//! it starts with one of = + - @, their full-width forms, tab or carriage return. Plain numbers are
//! none.
[[nodiscard]] bool looksLikeFormula(std::string_view cell) noexcept;

} // namespace passel
