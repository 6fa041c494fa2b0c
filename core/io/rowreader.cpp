#include "core/io/rowreader.h"

namespace passel {

RowReader::RowReader(const DocumentArray &array, const TaskContext &context)
    : m_array(array)
    , m_context(context)
{
    m_columns.reserve(static_cast<size_t>(array.columnCount()));
    for (qsizetype c = 0; c < array.columnCount(); ++c)
        m_columns.emplace_back(array.column(c));
}

Result<const Segment *> RowReader::cell(qsizetype row, qsizetype column, qsizetype *local)
{
    return m_columns[static_cast<size_t>(column)].seek(m_array.storedRow(row), local, m_context);
}

void appendCell(const Segment &segment, qsizetype local, const Field &field, std::string *out)
{
    if (const std::string *source = segment.sourceText(local)) {
        out->append(*source);
        return;
    }
    switch (field.type.kind) {
    case TypeKind::Text:
    case TypeKind::Json:
        out->append(segment.bytesAt(local));
        break;
    case TypeKind::Int:
    case TypeKind::Date:
    case TypeKind::Time:
    case TypeKind::Timestamp:
    case TypeKind::Duration:
        appendIntText(field.type, field.form, segment.intAt(local), out);
        break;
    case TypeKind::Float64:
    case TypeKind::Float32:
        appendFloatText(field.type.kind, field.form, segment.floatAt(local), out);
        break;
    default:
        appendText(field.type, field.form, segment.valueAt(local, field.type), out);
    }
}

} // namespace passel
