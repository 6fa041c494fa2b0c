#include "core/look/celltext.h"

#include "core/array/convert.h"

namespace passel {

std::string_view cellText(const Field &field, const Segment &segment, qsizetype row,
                          std::string *buffer)
{
    if (const std::string *source = segment.sourceText(row))
        return *source;
    const TypeKind kind = field.type.kind;
    if (kind == TypeKind::Text || kind == TypeKind::Json)
        return segment.bytesAt(row);
    buffer->clear();
    if (field.type.isIntegral())
        appendIntText(field.type, field.form, segment.intAt(row), buffer);
    else if (field.type.isFloating())
        appendFloatText(kind, field.form, segment.floatAt(row), buffer);
    else
        appendCellText(segment, row, field, buffer);
    return *buffer;
}

} // namespace passel
