// Reads JSON tables: one list of objects, or one object a line.
#pragma once

#include "core/io/format.h"

namespace passel {

//! \brief Members become columns in order of first appearance; nested values are kept as they are
//! written. A list of other values becomes one column `value`. With ReadOptions::asDocuments, the
//! members are attributes of DocArray's Documents.
class JsonReader final : public FormatReader
{
public:
    enum class Shape { Array, Lines };

    explicit JsonReader(Shape shape)
        : m_shape(shape)
    {}

    [[nodiscard]] QByteArray name() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList suffixes() const override;
    [[nodiscard]] int sniff(QByteArrayView head, bool complete, const QString &name,
                            Sniffed *sniffed) const override;
    [[nodiscard]] Result<ReadOutcome> read(const ByteSource &source, const ReadOptions &options,
                                           const ReadHooks &hooks,
                                           const TaskContext &context) const override;

private:
    Shape m_shape;
};

} // namespace passel
