// The logical types of columns; how values are laid out in memory is the Segment's business.
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace passel {

//! \brief Logical type of a column. The numbers are internal; files and manifests use typeName().
enum class TypeKind : quint8 {
    Bool,
    Int, //!< 64-bit signed; segments store the narrowest width
    Float64,
    Float32,
    Text, //!< UTF-8
    Bytes,
    Date,      //!< days since 1970-01-01
    Time,      //!< microseconds since midnight
    Timestamp, //!< microseconds since 1970-01-01T00:00:00, in ColumnType::zone
    Duration,  //!< microseconds
    Json,      //!< UTF-8 source text of any JSON value, kept as it was read
    Tensor,    //!< n-dimensional numbers
    Documents, //!< list of Documents: chunks, matches
};

//! \brief Number type of a tensor's elements; little-endian, row-major.
enum class ElementType : quint8 {
    Bool,
    Int8,
    Int16,
    Int32,
    Int64,
    UInt8,
    UInt16,
    UInt32,
    UInt64,
    Float16,
    Float32,
    Float64
};

//! \brief Bytes of one element.
[[nodiscard]] qsizetype elementSize(ElementType element) noexcept;
//! \brief numpy's short form, for example `<f4`.
[[nodiscard]] QByteArray elementName(ElementType element);
//! \brief Reads numpy's short form; false when it is none of ours.
[[nodiscard]] bool parseElementName(QByteArrayView name, ElementType *element);

//! \brief A logical type with what belongs to the type rather than to a value.
struct ColumnType
{
    TypeKind kind = TypeKind::Text;
    QByteArray zone; //!< Timestamp: IANA name, `UTC` or `+02:00`; empty = local to nowhere
    ElementType element = ElementType::Float32; //!< Tensor
    std::vector<quint32> shape; //!< Tensor: the shape all cells share; empty = it varies

    ColumnType() = default;

    ColumnType(TypeKind k) // NOLINT(google-explicit-constructor): a kind is a type without extras
        : kind(k)
    {}

    bool operator==(const ColumnType &) const = default;

    //! \brief Int, Date, Time, Timestamp, Duration: read by Segment::intAt().
    [[nodiscard]] bool isIntegral() const noexcept
    {
        return kind == TypeKind::Int || kind == TypeKind::Date || kind == TypeKind::Time
               || kind == TypeKind::Timestamp || kind == TypeKind::Duration;
    }

    [[nodiscard]] bool isFloating() const noexcept
    {
        return kind == TypeKind::Float64 || kind == TypeKind::Float32;
    }

    //! \brief Int and floats: shown right-aligned, profiled by histogram.
    [[nodiscard]] bool isNumber() const noexcept { return kind == TypeKind::Int || isFloating(); }

    //! \brief Text, Bytes, Json: read by Segment::bytesAt().
    [[nodiscard]] bool isBytes() const noexcept
    {
        return kind == TypeKind::Text || kind == TypeKind::Bytes || kind == TypeKind::Json;
    }
};

//! \brief Stable lower-case name of a kind, for JSON forms: `bool`, `int`, `float64`, `float32`,
//! `text`, `bytes`, `date`, `time`, `timestamp`, `duration`, `json`, `tensor`, `documents`.
[[nodiscard]] QByteArray typeName(TypeKind kind);
[[nodiscard]] bool parseTypeName(QByteArrayView name, TypeKind *kind);
//! \brief The type in the user's words, for example "whole number".
[[nodiscard]] QString typeTitle(TypeKind kind);

} // namespace passel
