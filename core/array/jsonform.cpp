#include "core/array/jsonform.h"

#include "core/array/documentarray.h"

#include <cmath>

namespace passel {

void appendJsonString(std::string_view text, std::string *out)
{
    static constexpr std::string_view Hex = "0123456789abcdef";
    out->push_back('"');
    size_t plain = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out->append(text, plain, i - plain);
        plain = i + 1;
        switch (c) {
        case '"':
            out->append("\\\"");
            break;
        case '\\':
            out->append("\\\\");
            break;
        case '\n':
            out->append("\\n");
            break;
        case '\r':
            out->append("\\r");
            break;
        case '\t':
            out->append("\\t");
            break;
        case '\b':
            out->append("\\b");
            break;
        case '\f':
            out->append("\\f");
            break;
        default:
            out->append("\\u00");
            out->push_back(Hex[c >> 4]);
            out->push_back(Hex[c & 15]);
        }
    }
    out->append(text, plain, text.size() - plain);
    out->push_back('"');
}

void appendJsonValue(const Field &field, const Value &value, std::string *out)
{
    if (value.isNull()) {
        out->append("null");
        return;
    }
    switch (field.type.kind) {
    case TypeKind::Bool:
        out->append(value.toBool() ? "true" : "false");
        break;
    case TypeKind::Int:
    case TypeKind::Duration:
        out->append(std::to_string(value.toInt()));
        break;
    case TypeKind::Float64:
    case TypeKind::Float32:
        if (!std::isfinite(value.toDouble()))
            out->push_back('"');
        // A form such as ",2" is for people; JSON has its own decimal mark.
        appendFloatText(field.type.kind, field.form.startsWith(',') ? TextForm() : field.form,
                        value.toDouble(), out);
        if (!std::isfinite(value.toDouble()))
            out->push_back('"');
        break;
    case TypeKind::Json:
        out->append(value.toBytes());
        break;
    case TypeKind::Text:
        appendJsonString(value.toBytes(), out);
        break;
    case TypeKind::Tensor:
        appendTensorText(value.toTensor(), out);
        break;
    case TypeKind::Documents: {
        const DocumentArray &documents = *value.toDocuments();
        out->push_back('[');
        for (qsizetype row = 0; row < documents.rowCount(); ++row) {
            if (row > 0)
                out->push_back(',');
            appendJsonDocument(documents, row, out);
        }
        out->push_back(']');
        break;
    }
    default: {
        std::string text;
        appendText(field.type, field.form, value, &text);
        appendJsonString(text, out);
    }
    }
}

void appendJsonDocument(const DocumentArray &array, qsizetype row, std::string *out)
{
    bool first = true;
    const auto member = [&](std::string_view name, const Field &field, const Value &value) {
        if (!first)
            out->push_back(',');
        first = false;
        appendJsonString(name, out);
        out->push_back(':');
        appendJsonValue(field, value, out);
    };
    out->push_back('{');
    const Schema &schema = array.schema();
    bool hasTags = false;
    for (qsizetype column = 0; column < schema.size(); ++column) {
        const Field &field = schema.field(column);
        const auto value = array.tryValue(row, column);
        if (!value || value->isNull())
            continue;
        if (field.role == Role::Tag || (field.role == Role::Tags && schema.indexOf(Role::Tag) >= 0))
            hasTags = true;
        else
            member(roleName(field.role).toStdString(), field, *value);
    }
    if (hasTags) {
        if (!first)
            out->push_back(',');
        out->append("\"tags\":{");
        first = true;
        for (qsizetype column = 0; column < schema.size(); ++column) {
            const Field &field = schema.field(column);
            const auto value = array.tryValue(row, column);
            if (!value || value->isNull())
                continue;
            if (field.role == Role::Tag) {
                member(field.name.toStdString(), field, *value);
            } else if (field.role == Role::Tags) {
                // The members of an object, without its braces.
                const std::string_view object = value->toBytes();
                const size_t begin = object.find('{');
                const size_t end = object.rfind('}');
                if (begin == std::string_view::npos || end == std::string_view::npos
                    || end <= begin)
                    continue;
                const std::string_view members = object.substr(begin + 1, end - begin - 1);
                if (members.find_first_not_of(" \t\r\n") == std::string_view::npos)
                    continue;
                if (!first)
                    out->push_back(',');
                first = false;
                out->append(members);
            }
        }
        out->push_back('}');
    }
    out->push_back('}');
}

} // namespace passel
