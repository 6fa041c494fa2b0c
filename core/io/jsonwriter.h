// Writes JSON tables: one list of objects, or one object a line.
#pragma once

#include "core/io/format.h"

namespace passel {

//! \brief Values that were not touched are written as they were read. Missing cells are null, as
//! plain tables; with WriteOptions::asDocuments the members and their order are DocArray's, tags
//! stand in `tags`, and whole numbers in tags get `.0` so that Python does not read 1 as true. Of
//! columns of one name all but the first get a number behind it, and the report a `duplicate-key`.
class JsonWriter final : public FormatWriter
{
public:
    enum class Shape { Array, Lines };

    explicit JsonWriter(Shape shape)
        : m_shape(shape)
    {}

    [[nodiscard]] QByteArray name() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList suffixes() const override;
    [[nodiscard]] Result<WriteReport> write(const DocumentArray &array, const WriteOptions &options,
                                            const WriteSink &sink,
                                            const TaskContext &context) const override;

private:
    Shape m_shape;
};

//! \brief Appends the nested documents of one cell as a JSON list, as DocArray writes them.
void appendDocumentsJson(const Segment &segment, qsizetype local, const Field &field,
                         std::string *out);

} // namespace passel
