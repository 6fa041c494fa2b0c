#include "core/share/preview.h"

#include "core/share/canonicaljson.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace passel {

namespace {

// Cells of a whole preview: about 4 MB of JSON at the most.
constexpr qint64 MaximumCells = 15'000;

// Not within a character.
std::string_view cutText(std::string_view text, bool *isCut)
{
    if (static_cast<qint64>(text.size()) <= PreviewCellSize)
        return text;
    *isCut = true;
    auto size = static_cast<size_t>(PreviewCellSize);
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        --size;
    return text.substr(0, size);
}

QJsonValue jsonOfText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonValue jsonOfFloat(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("-Infinity") : QStringLiteral("Infinity");
    // JSON has no negative zero that survives RFC 8785.
    if (value == 0 && std::signbit(value))
        return QStringLiteral("-0");
    return value;
}

PreviewCell cellOf(const Segment &segment, qsizetype row, const Field &field)
{
    PreviewCell cell;
    if (segment.isNull(row))
        return cell;
    switch (field.type.kind) {
    case TypeKind::Bool:
        cell.value = segment.boolAt(row);
        break;
    case TypeKind::Int: {
        const qint64 value = segment.intAt(row);
        if (value > MaximumJsonInteger || value < -MaximumJsonInteger)
            cell.value = QString::number(value);
        else
            cell.value = value;
        break;
    }
    case TypeKind::Float64:
    case TypeKind::Float32:
        cell.value = jsonOfFloat(segment.floatAt(row));
        break;
    case TypeKind::Text:
    case TypeKind::Json:
        cell.value = jsonOfText(cutText(segment.bytesAt(row), &cell.isCut));
        break;
    case TypeKind::Bytes: {
        const std::string_view bytes = segment.bytesAt(row).substr(0, PreviewCellSize);
        cell.isCut = bytes.size() < segment.bytesAt(row).size();
        cell.value = QString::fromLatin1(
            QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64());
        break;
    }
    case TypeKind::Documents: {
        const auto [begin, end] = segment.listAt(row);
        cell.value = QString::number(end - begin);
        break;
    }
    case TypeKind::Tensor: {
        std::string text;
        // What is not shown is not made: a long tensor is a long text.
        if (static_cast<qint64>(segment.bytesAt(row).size()) <= PreviewCellSize) {
            appendText(field.type, {}, segment.valueAt(row, field.type), &text);
            cell.value = jsonOfText(cutText(text, &cell.isCut));
        } else {
            cell.isCut = true;
        }
        break;
    }
    default: {
        std::string text;
        const qint64 units = segment.intAt(row);
        appendIntText(field.type, {}, units, &text);
        // A text that means two moments (the hour that a zone repeats) is no text.
        if (parseIntText(field.type, {}, text) == units)
            cell.value = jsonOfText(text);
        else
            cell.isCut = true;
        break;
    }
    }
    if (const std::string *source = segment.sourceText(row)) {
        bool isCut = false;
        const std::string_view text = cutText(*source, &isCut);
        if (isCut)
            cell.isCut = true;
        else
            cell.source = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    return cell;
}

std::optional<double> floatOf(const QJsonValue &json)
{
    if (json.isDouble())
        return json.toDouble();
    const QString text = json.toString();
    const double infinity = std::numeric_limits<double>::infinity();
    if (text == u"NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (text == u"Infinity")
        return infinity;
    if (text == u"-Infinity")
        return -infinity;
    if (text == u"-0")
        return -0.0;
    return {};
}

std::optional<qint64> intOf(const QJsonValue &json)
{
    bool isNumber = false;
    const qint64 value = json.isString() ? json.toString().toLongLong(&isNumber)
                                         : json.toInteger(std::numeric_limits<qint64>::min());
    if (json.isString() ? !isNumber : !json.isDouble() || value < -MaximumJsonInteger)
        return {};
    return value;
}

void append(SegmentBuilder *builder, const PreviewCell &cell)
{
    const QJsonValue &json = cell.value;
    const ColumnType &type = builder->type();
    const qsizetype before = builder->size();
    switch (type.kind) {
    case TypeKind::Bool:
        if (json.isBool())
            builder->appendBool(json.toBool());
        break;
    case TypeKind::Int:
        if (const auto value = intOf(json))
            builder->appendInt(*value);
        break;
    case TypeKind::Float64:
    case TypeKind::Float32:
        if (const auto value = floatOf(json))
            builder->appendFloat(*value);
        break;
    case TypeKind::Text:
        if (json.isString())
            builder->appendBytes(json.toString().toStdString());
        break;
    case TypeKind::Bytes:
        if (json.isString())
            builder->appendBytes(QByteArray::fromBase64(json.toString().toLatin1()).toStdString());
        break;
    default:
        if (json.isString()) {
            if (const auto units = parseIntText(type, {}, json.toString().toStdString()))
                builder->appendInt(*units);
        }
        break;
    }
    if (builder->size() == before)
        builder->appendNull();
    else if (cell.source && type.kind != TypeKind::Text)
        builder->setSourceText(cell.source->toStdString());
}

} // namespace

Result<std::vector<std::vector<PreviewCell>>> makePreview(const DocumentArray &array,
                                                          const TaskContext &context)
{
    std::vector<std::vector<PreviewCell>> preview;
    if (array.columnCount() == 0)
        return preview;
    const qint64 rows = std::min({array.rowCount(), MaximumPreviewRows,
                                  std::max<qint64>(1, MaximumCells / array.columnCount())});
    for (qsizetype column = 0; column < array.columnCount(); ++column) {
        PASSEL_TRY(const ColumnSlice slice, ColumnSlice::of(array, column, 0, rows, context));
        std::vector<PreviewCell> cells;
        cells.reserve(static_cast<size_t>(rows));
        slice.forEachRow([&](const Segment &segment, qsizetype row) {
            cells.push_back(cellOf(segment, row, slice.field));
        });
        preview.push_back(std::move(cells));
    }
    return preview;
}

DocumentArray previewArray(const Manifest &manifest)
{
    std::vector<Field> fields;
    std::vector<Column> columns;
    for (size_t i = 0; i < manifest.columns.size(); ++i) {
        Field field = manifest.columns[i].field;
        const TypeKind kind = field.type.kind;
        if (kind == TypeKind::Json || kind == TypeKind::Tensor || kind == TypeKind::Documents) {
            field.type = TypeKind::Text;
            field.children.reset();
            field.form.clear();
        }
        ColumnBuilder builder(field.type);
        if (i < manifest.preview.size()) {
            for (const PreviewCell &cell : manifest.preview[i])
                append(&builder.next(), cell);
        }
        fields.push_back(std::move(field));
        columns.push_back(builder.finish());
    }
    return DocumentArray::create(Schema(std::move(fields)), std::move(columns),
                                 manifest.previewRows());
}

} // namespace passel
