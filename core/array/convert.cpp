#include "core/array/convert.h"

#include "core/array/documentarray.h"
#include "core/array/jsonform.h"

namespace passel {

void appendCellText(const Segment &segment, qsizetype row, const Field &field, std::string *out)
{
    if (const std::string *source = segment.sourceText(row)) {
        out->append(*source);
        return;
    }
    switch (segment.kind()) {
    case TypeKind::Text:
    case TypeKind::Json:
        out->append(segment.bytesAt(row));
        break;
    case TypeKind::Float64:
    case TypeKind::Float32:
        appendFloatText(segment.kind(), field.form, segment.floatAt(row), out);
        break;
    case TypeKind::Bool:
    case TypeKind::Bytes:
    case TypeKind::Tensor:
        appendText(field.type, field.form, segment.valueAt(row, field.type), out);
        break;
    case TypeKind::Documents:
        appendJsonValue(field, segment.valueAt(row, field.type), out);
        break;
    default:
        appendIntText(field.type, field.form, segment.intAt(row), out);
        break;
    }
}

namespace {

bool isJsonNumberOrWord(TypeKind kind)
{
    return kind == TypeKind::Int || kind == TypeKind::Float64 || kind == TypeKind::Float32
           || kind == TypeKind::Bool || kind == TypeKind::Tensor || kind == TypeKind::Documents
           || kind == TypeKind::Json;
}

Result<Column> conformedDocuments(const Column &column, const Field &to, const TaskContext &context)
{
    std::vector<SegmentHandle::Ptr> handles;
    for (qsizetype i = 0; i < column.segmentCount(); ++i) {
        if (context.isCancelled())
            return Error::cancelled();
        PASSEL_TRY(const SegmentPtr segment, column.segment(i)->pin(context));
        if (!segment->children() || !to.children || segment->children()->schema() == *to.children) {
            handles.push_back(column.segment(i));
            continue;
        }
        SegmentBuilder builder(to.type);
        builder.setChildren(to.children);
        for (qsizetype row = 0; row < segment->size(); ++row)
            builder.appendFrom(*segment, row);
        handles.push_back(SegmentHandle::resident(builder.seal()));
    }
    return Column(std::move(handles));
}

} // namespace

Result<Column> converted(const Column &column, const Field &from, const Field &to,
                         const TaskContext &context,
                         const std::function<void(qsizetype, std::string)> &failed)
{
    if (from.type == to.type && from.form == to.form && from.type.kind != TypeKind::Documents)
        return column;
    if (from.type.kind == TypeKind::Documents && to.type.kind == TypeKind::Documents)
        return conformedDocuments(column, to, context);
    const bool sameTensor = from.type.kind == TypeKind::Tensor && to.type.kind == TypeKind::Tensor
                            && from.type.element == to.type.element;
    if (sameTensor && (to.type.shape.empty() || to.type.shape == from.type.shape))
        return column;
    // One type in two forms: the value stays, whether or not the new form could read the old text.
    const bool sameType = from.type == to.type;
    ColumnBuilder builder(to.type);
    std::string text;
    std::string written;
    for (qsizetype i = 0; i < column.segmentCount(); ++i) {
        if (context.isCancelled())
            return Error::cancelled();
        PASSEL_TRY(const SegmentPtr segment, column.segment(i)->pin(context));
        for (qsizetype row = 0; row < segment->size(); ++row) {
            SegmentBuilder &out = builder.next();
            if (segment->isNull(row)) {
                out.appendNull();
                continue;
            }
            text.clear();
            appendCellText(*segment, row, from, &text);
            if (to.type.kind == TypeKind::Json && !isJsonNumberOrWord(from.type.kind)) {
                written.clear();
                appendJsonString(text, &written);
                out.appendBytes(written);
                continue;
            }
            auto value = sameType ? std::optional(segment->valueAt(row, from.type))
                                  : parseText(to.type, to.form, text);
            // A number whose text only its own form can read, such as `+5` or `1,5`.
            if (!value && from.type.isNumber() && to.type.kind == TypeKind::Float64)
                value = Value::float64(segment->floatAt(row));
            if (!value) {
                out.appendNull();
                if (failed)
                    failed(column.start(i) + row, text);
                continue;
            }
            out.appendValue(*value);
            written.clear();
            appendText(to.type, to.form, *value, &written);
            if (written != text)
                out.setSourceText(text);
        }
    }
    return builder.finish();
}

} // namespace passel
