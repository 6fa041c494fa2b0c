// Arrow data as it stands in memory: a field's type beside the buffers that hold its values.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <bit>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace passel {

static_assert(std::endian::native == std::endian::little, "Arrow buffers are read in place");

//! \brief Arrow's types; the numbers are those of the format.
enum class ArrowKind : quint8 {
    None = 0,
    Null,
    Int,
    FloatingPoint,
    Binary,
    Utf8,
    Bool,
    Decimal,
    Date,
    Time,
    Timestamp,
    Interval,
    List,
    Struct,
    Union,
    FixedSizeBinary,
    FixedSizeList,
    Map,
    Duration,
    LargeBinary,
    LargeUtf8,
    LargeList,
    RunEndEncoded,
    BinaryView,
    Utf8View,
    ListView,
    LargeListView,
};

//! \brief Unit of a count of time. Day is for Date alone.
enum class ArrowUnit : quint8 { Second, Millisecond, Microsecond, Nanosecond, Day };

//! \brief A type with its parameters; those that a kind has not keep their defaults.
struct ArrowType
{
    ArrowKind kind = ArrowKind::Null;
    int bitWidth = 0;     //!< Int 8…64, FloatingPoint 16…64, Date and Time 32 or 64
    bool isSigned = true; //!< Int
    ArrowUnit unit = ArrowUnit::Microsecond; //!< Date, Time, Timestamp, Duration
    std::string zone = {};                   //!< Timestamp; empty = none
    qint64 listSize = 0;                     //!< FixedSizeList: items; FixedSizeBinary: bytes

    bool operator==(const ArrowType &) const = default;

    //! \brief Bytes of one value, or 0 when values have no fixed width in bytes.
    [[nodiscard]] int byteWidth() const noexcept;
};

//! \brief Name, type and children of one column or of something inside one.
struct ArrowField
{
    std::string name;
    ArrowType type; //!< of the values; a dictionary's indices have \a index
    bool nullable = true;
    std::string logical; //!< value of the metadata key `passel:type`; empty = none
    std::vector<ArrowField> children;
    std::optional<ArrowType> index; //!< dictionary-encoded: type of the indices
    qint64 dictionaryId = -1;

    bool operator==(const ArrowField &) const = default;
};

//! \brief Bytes and whoever keeps them alive. Cheap to copy.
class ArrowBuffer
{
public:
    ArrowBuffer() = default;

    //! \brief \a bytes must live as long as \a owner.
    ArrowBuffer(QByteArrayView bytes, std::shared_ptr<const void> owner)
        : m_bytes(bytes)
        , m_owner(std::move(owner))
    {}

    template <typename T>
    [[nodiscard]] static ArrowBuffer of(std::vector<T> values)
    {
        const auto owner = std::make_shared<const std::vector<T>>(std::move(values));
        return {QByteArrayView(reinterpret_cast<const char *>(owner->data()),
                               static_cast<qsizetype>(owner->size() * sizeof(T))),
                owner};
    }

    [[nodiscard]] static ArrowBuffer of(std::string bytes)
    {
        const auto owner = std::make_shared<const std::string>(std::move(bytes));
        return {QByteArrayView(owner->data(), static_cast<qsizetype>(owner->size())), owner};
    }

    [[nodiscard]] qsizetype size() const noexcept { return m_bytes.size(); }

    [[nodiscard]] QByteArrayView bytes() const noexcept { return m_bytes; }

    [[nodiscard]] ArrowBuffer sliced(qsizetype offset, qsizetype size) const
    {
        return {m_bytes.sliced(offset, size), m_owner};
    }

    //! \brief Value \a index of width sizeof(T); any alignment.
    template <typename T>
    [[nodiscard]] T at(qint64 index) const noexcept
    {
        T value;
        std::memcpy(&value, m_bytes.data() + index * qint64(sizeof(T)), sizeof(T));
        return value;
    }

    [[nodiscard]] bool bit(qint64 index) const noexcept
    {
        return (static_cast<unsigned>(m_bytes[index >> 3]) >> (index & 7) & 1U) != 0;
    }

private:
    QByteArrayView m_bytes;
    std::shared_ptr<const void> m_owner;
};

//! \brief Values of one field: buffers in the order of the format, validity first. What
//! readArrowStream() gives is validated: sizes, offsets, indices and UTF-8 can be trusted.
struct ArrowArray
{
    qint64 length = 0;
    qint64 nullCount = 0;
    std::vector<ArrowBuffer> buffers;
    std::vector<ArrowArray> children;
    std::shared_ptr<const ArrowArray> dictionary; //!< dictionary-encoded: the distinct values

    [[nodiscard]] bool isNull(qint64 row) const noexcept
    {
        return nullCount != 0 && (buffers.empty() || !buffers[0].bit(row));
    }
};

//! \brief Rows of all columns that travel together.
struct ArrowBatch
{
    qint64 rows = 0;
    std::vector<ArrowArray> columns; //!< one for each field
};

//! \brief A whole stream.
struct ArrowTable
{
    std::vector<ArrowField> fields;
    std::vector<ArrowBatch> batches;
};

} // namespace passel
