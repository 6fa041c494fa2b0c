#include "core/array/document.h"

#include "core/array/jsonform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstring>

namespace passel {

Value Document::valueOf(Role role) const
{
    const qsizetype column = m_array.schema().indexOf(role);
    if (column < 0)
        return {};
    return m_array.value(m_row, column).valueOr(Value());
}

namespace {

// An attribute of text may stand in a column of numbers or dates, as an id read from a CSV does.
QString textOf(const DocumentArray &array, Role role, const Value &value)
{
    if (value.isNull())
        return {};
    if (value.kind() == TypeKind::Text)
        return QString::fromStdString(value.toBytes());
    const Field &field = array.field(array.schema().indexOf(role));
    std::string text;
    appendText(field.type, field.form, value, &text);
    return QString::fromStdString(text);
}

QByteArray bytesOf(const Value &value)
{
    const bool has = !value.isNull()
                     && (value.kind() == TypeKind::Json || value.kind() == TypeKind::Bytes
                         || value.kind() == TypeKind::Text);
    return has ? QByteArray::fromStdString(value.toBytes()) : QByteArray();
}

std::optional<TensorValue> tensorOf(const Value &value)
{
    if (value.isNull() || value.kind() != TypeKind::Tensor)
        return std::nullopt;
    return value.toTensor();
}

float floatOf(const Value &value)
{
    const bool number = !value.isNull()
                        && (value.kind() == TypeKind::Float32 || value.kind() == TypeKind::Float64
                            || value.kind() == TypeKind::Int);
    return number ? static_cast<float>(value.toDouble()) : 0.0F;
}

} // namespace

QString Document::id() const
{
    if (m_array.schema().indexOf(Role::Id) >= 0)
        return textOf(m_array, Role::Id, valueOf(Role::Id));
    return QString::fromLatin1(m_array.derivedId(m_array.storedRow(m_row)));
}

QString Document::text() const
{
    return textOf(m_array, Role::Text, valueOf(Role::Text));
}

QByteArray Document::blob() const
{
    return bytesOf(valueOf(Role::Blob));
}

std::optional<TensorValue> Document::tensor() const
{
    return tensorOf(valueOf(Role::Tensor));
}

std::optional<TensorValue> Document::embedding() const
{
    return tensorOf(valueOf(Role::Embedding));
}

QString Document::uri() const
{
    return textOf(m_array, Role::Uri, valueOf(Role::Uri));
}

QString Document::mimeType() const
{
    return textOf(m_array, Role::MimeType, valueOf(Role::MimeType));
}

QString Document::modality() const
{
    return textOf(m_array, Role::Modality, valueOf(Role::Modality));
}

float Document::weight() const
{
    return floatOf(valueOf(Role::Weight));
}

float Document::offset() const
{
    return floatOf(valueOf(Role::Offset));
}

std::vector<float> Document::location() const
{
    const auto tensor = tensorOf(valueOf(Role::Location));
    if (!tensor || tensor->element != ElementType::Float32)
        return {};
    std::vector<float> numbers(tensor->data.size() / sizeof(float));
    std::memcpy(numbers.data(), tensor->data.data(), numbers.size() * sizeof(float));
    return numbers;
}

quint32 Document::granularity() const
{
    const Value value = valueOf(Role::Granularity);
    return value.isNull() ? m_array.nesting().granularity : static_cast<quint32>(value.toInt());
}

quint32 Document::adjacency() const
{
    const Value value = valueOf(Role::Adjacency);
    return value.isNull() ? m_array.nesting().adjacency : static_cast<quint32>(value.toInt());
}

QString Document::parentId() const
{
    const Value value = valueOf(Role::ParentId);
    return value.isNull() ? m_array.nesting().parentId : textOf(m_array, Role::ParentId, value);
}

Value Document::tag(QStringView name) const
{
    for (qsizetype column = 0; column < m_array.columnCount(); ++column) {
        const Field &field = m_array.field(column);
        if (field.role == Role::Tag && field.name == name)
            return m_array.value(m_row, column).valueOr(Value());
    }
    const QJsonObject rest = QJsonDocument::fromJson(bytesOf(valueOf(Role::Tags))).object();
    const QJsonValue value = rest.value(name);
    switch (value.type()) {
    case QJsonValue::Bool:
        return Value::boolean(value.toBool());
    case QJsonValue::Double:
        return Value::float64(value.toDouble());
    case QJsonValue::String:
        return Value::text(value.toString());
    case QJsonValue::Array:
        return Value::json(
            QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact).toStdString());
    case QJsonValue::Object:
        return Value::json(
            QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString());
    default:
        return {};
    }
}

QByteArray Document::tagsJson() const
{
    std::string out;
    out.push_back('{');
    for (qsizetype column = 0; column < m_array.columnCount(); ++column) {
        const Field &field = m_array.field(column);
        const Value value =
            field.role == Role::Tag ? m_array.value(m_row, column).valueOr(Value()) : Value();
        if (value.isNull())
            continue;
        if (out.size() > 1)
            out.push_back(',');
        appendJsonString(field.name.toStdString(), &out);
        out.push_back(':');
        appendJsonValue(field, value, &out);
    }
    const QByteArray rest = bytesOf(valueOf(Role::Tags)).trimmed();
    const QByteArray members = rest.startsWith('{') && rest.endsWith('}')
                                   ? rest.mid(1, rest.size() - 2).trimmed()
                                   : QByteArray();
    if (!members.isEmpty()) {
        if (out.size() > 1)
            out.push_back(',');
        out.append(members.constData(), static_cast<size_t>(members.size()));
    }
    out.push_back('}');
    return QByteArray::fromStdString(out);
}

QByteArray Document::scoresJson() const
{
    return bytesOf(valueOf(Role::Scores));
}

QByteArray Document::evaluationsJson() const
{
    return bytesOf(valueOf(Role::Evaluations));
}

QByteArray Document::metadataJson() const
{
    return bytesOf(valueOf(Role::Metadata));
}

DocumentArray Document::nested(Role role, Nesting nesting) const
{
    const Value value = valueOf(role);
    if (value.isNull() || value.kind() != TypeKind::Documents)
        return {};
    return value.toDocuments()->withNesting(std::move(nesting));
}

DocumentArray Document::chunks() const
{
    return nested(Role::Chunks, {granularity() + 1, adjacency(), id()});
}

DocumentArray Document::matches() const
{
    return nested(Role::Matches, {granularity(), adjacency() + 1, {}});
}

QByteArray Document::contentType() const
{
    if (!text().isEmpty())
        return QByteArrayLiteral("text");
    if (tensor())
        return QByteArrayLiteral("tensor");
    if (!blob().isEmpty())
        return QByteArrayLiteral("blob");
    return {};
}

} // namespace passel
