// Reads CSV and its relatives: any delimiter, as the real world writes them.
#pragma once

#include "core/io/format.h"
#include "core/io/typedcolumn.h"

namespace passel {

//! \brief RFC 4180, and beyond it: CR, CRLF and LF mixed, ragged rows, stray quotes, junk lines
//! before the header. Missing (nothing between delimiters) differs from empty (two quotes).
class CsvReader final : public FormatReader
{
public:
    [[nodiscard]] QByteArray name() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList suffixes() const override;
    [[nodiscard]] int sniff(QByteArrayView head, bool complete, const QString &name,
                            Sniffed *sniffed) const override;
    [[nodiscard]] Result<ReadOutcome> read(const ByteSource &source, const ReadOptions &options,
                                           const ReadHooks &hooks,
                                           const TaskContext &context) const override;
};

//! \brief The field that a column of a plain table becomes: `id`, `text`, `uri` and `mime_type`
//! fill their attribute, each at most once; everything else is a tag.
[[nodiscard]] Field tableField(const QString &name, const ColumnForm &form, const QString &note,
                               bool roleIsTaken);

} // namespace passel
