#include "core/array/columntype.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace passel {

namespace {

struct ElementInfo
{
    ElementType element;
    qsizetype size;
    const char *name;
};

constexpr std::array<ElementInfo, 12> Elements{{
    {ElementType::Bool, 1, "|b1"},
    {ElementType::Int8, 1, "|i1"},
    {ElementType::Int16, 2, "<i2"},
    {ElementType::Int32, 4, "<i4"},
    {ElementType::Int64, 8, "<i8"},
    {ElementType::UInt8, 1, "|u1"},
    {ElementType::UInt16, 2, "<u2"},
    {ElementType::UInt32, 4, "<u4"},
    {ElementType::UInt64, 8, "<u8"},
    {ElementType::Float16, 2, "<f2"},
    {ElementType::Float32, 4, "<f4"},
    {ElementType::Float64, 8, "<f8"},
}};

constexpr std::array<std::pair<TypeKind, const char *>, 13> TypeNames{{
    {TypeKind::Bool, "bool"},
    {TypeKind::Int, "int"},
    {TypeKind::Float64, "float64"},
    {TypeKind::Float32, "float32"},
    {TypeKind::Text, "text"},
    {TypeKind::Bytes, "bytes"},
    {TypeKind::Date, "date"},
    {TypeKind::Time, "time"},
    {TypeKind::Timestamp, "timestamp"},
    {TypeKind::Duration, "duration"},
    {TypeKind::Json, "json"},
    {TypeKind::Tensor, "tensor"},
    {TypeKind::Documents, "documents"},
}};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::ColumnType)
};

} // namespace

qsizetype elementSize(ElementType element) noexcept
{
    return Elements[static_cast<size_t>(element)].size;
}

QByteArray elementName(ElementType element)
{
    return Elements[static_cast<size_t>(element)].name;
}

bool parseElementName(QByteArrayView name, ElementType *element)
{
    for (const ElementInfo &info : Elements) {
        if (name == info.name) {
            *element = info.element;
            return true;
        }
    }
    return false;
}

QByteArray typeName(TypeKind kind)
{
    return TypeNames[static_cast<size_t>(kind)].second;
}

bool parseTypeName(QByteArrayView name, TypeKind *kind)
{
    for (const auto &[candidate, text] : TypeNames) {
        if (name == text) {
            *kind = candidate;
            return true;
        }
    }
    return false;
}

QString typeTitle(TypeKind kind)
{
    switch (kind) {
    case TypeKind::Bool:
        return Words::tr("yes or no");
    case TypeKind::Int:
        return Words::tr("whole number");
    case TypeKind::Float64:
    case TypeKind::Float32:
        return Words::tr("decimal number");
    case TypeKind::Text:
        return Words::tr("text");
    case TypeKind::Bytes:
        return Words::tr("bytes");
    case TypeKind::Date:
        return Words::tr("date");
    case TypeKind::Time:
        return Words::tr("time of day");
    case TypeKind::Timestamp:
        return Words::tr("date and time");
    case TypeKind::Duration:
        return Words::tr("duration");
    case TypeKind::Json:
        return Words::tr("nested value");
    case TypeKind::Tensor:
        return Words::tr("numbers in a grid");
    case TypeKind::Documents:
        return Words::tr("documents");
    }
    return {};
}

} // namespace passel
