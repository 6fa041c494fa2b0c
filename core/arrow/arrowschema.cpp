#include "core/arrow/arrowschema.h"

#include "core/arrow/arrowerror.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace passel {

namespace fb = arrowfb;

namespace {

constexpr const char *LogicalKey = "passel:type";

fb::TimeUnit unitOf(ArrowUnit unit)
{
    return static_cast<fb::TimeUnit>(unit);
}

flatbuffers::Offset<void> writeType(flatbuffers::FlatBufferBuilder &builder, const ArrowType &type)
{
    switch (type.kind) {
    case ArrowKind::Null:
        return fb::CreateNull(builder).Union();
    case ArrowKind::Int:
        return fb::CreateInt(builder, type.bitWidth, type.isSigned).Union();
    case ArrowKind::FloatingPoint:
        return fb::CreateFloatingPoint(builder, type.bitWidth == 64   ? fb::FloatPrecision::double_
                                                : type.bitWidth == 32 ? fb::FloatPrecision::single
                                                                      : fb::FloatPrecision::half)
            .Union();
    case ArrowKind::Binary:
        return fb::CreateBinary(builder).Union();
    case ArrowKind::Utf8:
        return fb::CreateUtf8(builder).Union();
    case ArrowKind::Bool:
        return fb::CreateBool(builder).Union();
    case ArrowKind::Date:
        return fb::CreateDate(builder, type.unit == ArrowUnit::Day ? fb::DateUnit::day
                                                                   : fb::DateUnit::millisecond)
            .Union();
    case ArrowKind::Time:
        return fb::CreateTime(builder, unitOf(type.unit), type.bitWidth).Union();
    case ArrowKind::Timestamp: {
        flatbuffers::Offset<flatbuffers::String> zone = 0;
        if (!type.zone.empty())
            zone = builder.CreateString(type.zone);
        return fb::CreateTimestamp(builder, unitOf(type.unit), zone).Union();
    }
    case ArrowKind::List:
        return fb::CreateList(builder).Union();
    case ArrowKind::Struct:
        return fb::CreateStruct_(builder).Union();
    case ArrowKind::FixedSizeList:
        return fb::CreateFixedSizeList(builder, static_cast<int>(type.listSize)).Union();
    case ArrowKind::Duration:
        return fb::CreateDuration(builder, unitOf(type.unit)).Union();
    default:
        break;
    }
    Q_UNREACHABLE();
    return 0;
}

flatbuffers::Offset<fb::Field> writeField(flatbuffers::FlatBufferBuilder &builder,
                                          const ArrowField &field)
{
    std::vector<flatbuffers::Offset<fb::Field>> children;
    for (const ArrowField &child : field.children)
        children.push_back(writeField(builder, child));
    const auto childVector = builder.CreateVector(children);
    flatbuffers::Offset<flatbuffers::Vector<flatbuffers::Offset<fb::KeyValue>>> metadata = 0;
    if (!field.logical.empty()) {
        const auto key = builder.CreateString(LogicalKey);
        const auto value = builder.CreateString(field.logical);
        const std::array pairs{fb::CreateKeyValue(builder, key, value)};
        metadata = builder.CreateVector(pairs.data(), pairs.size());
    }
    flatbuffers::Offset<fb::DictionaryEncoding> dictionary = 0;
    if (field.index) {
        const auto index = fb::CreateInt(builder, field.index->bitWidth, field.index->isSigned);
        dictionary = fb::CreateDictionaryEncoding(builder, field.dictionaryId, index);
    }
    const auto type = writeType(builder, field.type);
    const auto name = builder.CreateString(field.name);
    return fb::CreateField(builder, name, field.nullable, static_cast<fb::Type>(field.type.kind),
                           type, dictionary, childVector, metadata);
}

bool isOneOf(int value, std::initializer_list<int> allowed)
{
    return std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

Result<ArrowType> readInt(const fb::Int &table)
{
    ArrowType type;
    type.kind = ArrowKind::Int;
    type.bitWidth = table.bit_width();
    type.isSigned = table.is_signed();
    if (!isOneOf(type.bitWidth, {8, 16, 32, 64}))
        return arrowDamaged(QStringLiteral("width of an integer"));
    return type;
}

Result<ArrowUnit> readUnit(fb::TimeUnit unit)
{
    if (unit < fb::TimeUnit::MIN || unit > fb::TimeUnit::MAX)
        return arrowDamaged(QStringLiteral("unit of time"));
    return static_cast<ArrowUnit>(unit);
}

// The verifier says yes to union members that it does not know: type_type() is checked first, and
// the value must be there.
Result<ArrowType> readType(const fb::Field &field)
{
    if (field.type_type() < fb::Type::Null || field.type_type() > fb::Type::MAX
        || field.type() == nullptr)
        return arrowDamaged(QStringLiteral("a field without a type"));
    ArrowType type;
    type.kind = static_cast<ArrowKind>(field.type_type());
    switch (type.kind) {
    case ArrowKind::Int:
        return readInt(*field.type_as_Int());
    case ArrowKind::FloatingPoint:
        switch (field.type_as_FloatingPoint()->precision()) {
        case fb::FloatPrecision::half:
            type.bitWidth = 16;
            break;
        case fb::FloatPrecision::single:
            type.bitWidth = 32;
            break;
        case fb::FloatPrecision::double_:
            type.bitWidth = 64;
            break;
        default:
            return arrowDamaged(QStringLiteral("precision of a number"));
        }
        return type;
    case ArrowKind::Date:
        switch (field.type_as_Date()->unit()) {
        case fb::DateUnit::day:
            type.unit = ArrowUnit::Day;
            type.bitWidth = 32;
            break;
        case fb::DateUnit::millisecond:
            type.unit = ArrowUnit::Millisecond;
            type.bitWidth = 64;
            break;
        default:
            return arrowDamaged(QStringLiteral("unit of a date"));
        }
        return type;
    case ArrowKind::Time: {
        PASSEL_TRY(type.unit, readUnit(field.type_as_Time()->unit()));
        type.bitWidth = field.type_as_Time()->bit_width();
        if (type.bitWidth != (type.unit <= ArrowUnit::Millisecond ? 32 : 64))
            return arrowDamaged(QStringLiteral("width of a time"));
        return type;
    }
    case ArrowKind::Timestamp: {
        PASSEL_TRY(type.unit, readUnit(field.type_as_Timestamp()->unit()));
        if (const auto *zone = field.type_as_Timestamp()->timezone())
            type.zone = zone->str();
        return type;
    }
    case ArrowKind::Duration: {
        PASSEL_TRY(type.unit, readUnit(field.type_as_Duration()->unit()));
        return type;
    }
    case ArrowKind::FixedSizeBinary:
        type.listSize = field.type_as_FixedSizeBinary()->byte_width();
        break;
    case ArrowKind::FixedSizeList:
        type.listSize = field.type_as_FixedSizeList()->list_size();
        break;
    case ArrowKind::Null:
    case ArrowKind::Binary:
    case ArrowKind::Utf8:
    case ArrowKind::Bool:
    case ArrowKind::List:
    case ArrowKind::Struct:
    case ArrowKind::LargeBinary:
    case ArrowKind::LargeUtf8:
    case ArrowKind::LargeList:
    case ArrowKind::BinaryView:
    case ArrowKind::Utf8View:
        return type;
    default:
        return arrowUnsupported(arrowKindName(type.kind));
    }
    if (type.listSize < 0)
        return arrowDamaged(QStringLiteral("a negative size in a type"));
    return type;
}

class SchemaReader
{
public:
    explicit SchemaReader(const ArrowLimits &limits)
        : m_limits(limits)
    {}

    Result<ArrowField> read(const fb::Field &table, int depth)
    {
        if (depth > m_limits.depth)
            return Error(ErrorKind::Limit, QByteArrayLiteral("too-deep"),
                         QCoreApplication::translate(
                             "passel::Arrow",
                             "The table data is nested more than %1 deep. Flatten it first.")
                             .arg(m_limits.depth));
        if (++m_count > m_limits.fields)
            return Error(ErrorKind::Limit, QByteArrayLiteral("too-many-columns"),
                         QCoreApplication::translate("passel::Arrow",
                                                     "The table data has more than %1 columns.")
                             .arg(m_limits.fields));
        ArrowField field;
        if (table.name())
            field.name = table.name()->str();
        field.nullable = table.nullable();
        PASSEL_TRY(field.type, readType(table));
        if (const auto *metadata = table.custom_metadata()) {
            for (const fb::KeyValue *pair : *metadata) {
                if (pair->key() && pair->value() && pair->key()->string_view() == LogicalKey)
                    field.logical = pair->value()->str();
            }
        }
        if (const auto *children = table.children()) {
            for (const fb::Field *child : *children) {
                PASSEL_TRY(ArrowField read, this->read(*child, depth + 1));
                field.children.push_back(std::move(read));
            }
        }
        PASSEL_CHECK(checkChildren(field));
        if (const auto *dictionary = table.dictionary())
            PASSEL_CHECK(readDictionary(*dictionary, &field));
        return field;
    }

private:
    Result<void> readDictionary(const fb::DictionaryEncoding &table, ArrowField *field)
    {
        ArrowType index;
        index.kind = ArrowKind::Int;
        index.bitWidth = 32;
        if (const auto *type = table.index_type()) {
            PASSEL_TRY(index, readInt(*type));
        }
        field->index = index;
        field->dictionaryId = table.id();
        for (const ArrowField &child : field->children) {
            if (child.index)
                return arrowUnsupported(QStringLiteral("nested dictionaries"));
        }
        // One id, one type: a dictionary is read by the field that has it.
        const auto known = m_dictionaries.constFind(table.id());
        if (known != m_dictionaries.constEnd() && *known != field->type)
            return arrowDamaged(QStringLiteral("two types under one dictionary id"));
        m_dictionaries.insert(table.id(), field->type);
        return {};
    }

    static Result<void> checkChildren(const ArrowField &field)
    {
        const bool isList = field.type.kind == ArrowKind::List
                            || field.type.kind == ArrowKind::LargeList
                            || field.type.kind == ArrowKind::FixedSizeList;
        if (isList ? field.children.size() != 1
                   : field.type.kind != ArrowKind::Struct && !field.children.empty())
            return arrowDamaged(QStringLiteral("number of children of a field"));
        return {};
    }

    const ArrowLimits &m_limits;
    int m_count = 0;
    QHash<qint64, ArrowType> m_dictionaries;
};

} // namespace

int ArrowType::byteWidth() const noexcept
{
    switch (kind) {
    case ArrowKind::Int:
    case ArrowKind::FloatingPoint:
    case ArrowKind::Date:
    case ArrowKind::Time:
        return bitWidth / 8;
    case ArrowKind::Timestamp:
    case ArrowKind::Duration:
        return 8;
    default:
        return 0;
    }
}

QString arrowKindName(ArrowKind kind)
{
    const auto type = static_cast<fb::Type>(kind);
    return type == fb::Type::Struct_ ? QStringLiteral("Struct")
                                     : QString::fromLatin1(fb::EnumNameType(type));
}

flatbuffers::Offset<fb::Schema> writeArrowSchema(flatbuffers::FlatBufferBuilder &builder,
                                                 std::span<const ArrowField> fields)
{
    std::vector<flatbuffers::Offset<fb::Field>> written;
    for (const ArrowField &field : fields)
        written.push_back(writeField(builder, field));
    return fb::CreateSchema(builder, fb::Endian::little, builder.CreateVector(written));
}

Result<std::vector<ArrowField>> readArrowSchema(const fb::Schema &schema, const ArrowLimits &limits)
{
    if (schema.endianness() != fb::Endian::little)
        return arrowUnsupported(QStringLiteral("big-endian values"));
    std::vector<ArrowField> fields;
    SchemaReader reader(limits);
    if (const auto *tables = schema.fields()) {
        for (const fb::Field *table : *tables) {
            PASSEL_TRY(ArrowField field, reader.read(*table, 1));
            fields.push_back(std::move(field));
        }
    }
    return fields;
}

} // namespace passel
