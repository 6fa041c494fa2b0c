// The atom: an immutable, shared stretch of at most 8,192 values of one column.
#pragma once

#include "core/array/value.h"
#include "core/base/result.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace passel {

class DocumentArray;
class Schema;
class Segment;
class SegmentBuilder;
using SegmentPtr = std::shared_ptr<const Segment>;

//! \brief How a segment lays out its values, after Apache Arrow.
enum class Layout : quint8 {
    AllNull, //!< nothing but a length
    Bits,    //!< Bool: one bit a value, lowest first
    Int8,
    Int16,
    Int32,
    Int64,
    Float32,
    Float64,
    Plain, //!< offsets + bytes: Text, Bytes, Json, Tensor (its elements)
    Coded, //!< 8- or 16-bit codes into a dictionary of distinct byte strings
    Lists, //!< offsets + one child DocumentArray: Documents
};

//! \brief Distinct byte strings of a coded segment. Order is that of first appearance.
struct Dictionary
{
    std::vector<quint32> offsets{0}; //!< size() + 1 of them
    std::string bytes;

    [[nodiscard]] qsizetype size() const noexcept
    {
        return static_cast<qsizetype>(offsets.size()) - 1;
    }

    [[nodiscard]] std::string_view at(qsizetype code) const noexcept
    {
        const quint32 begin = offsets[static_cast<size_t>(code)];
        return std::string_view(bytes).substr(begin,
                                              offsets[static_cast<size_t>(code) + 1] - begin);
    }
};

//! \brief Immutable values. Made by SegmentBuilder only; any thread may read. Rows are counted
//! from 0 within the segment; reading a null's value gives zero or empty.
class Segment
{
public:
    static constexpr qsizetype Capacity = 8192;
    //! \brief Cells above this size are shared buffers beside the arena.
    static constexpr qsizetype LargeCell = 64LL * 1024;

    [[nodiscard]] qsizetype size() const noexcept { return m_size; }

    [[nodiscard]] TypeKind kind() const noexcept { return m_kind; }

    [[nodiscard]] Layout layout() const noexcept { return m_layout; }

    [[nodiscard]] qsizetype nullCount() const noexcept { return m_nullCount; }

    [[nodiscard]] bool isNull(qsizetype row) const noexcept
    {
        if (m_nullCount == 0)
            return false;
        return m_layout == Layout::AllNull
               || (m_validity[static_cast<size_t>(row >> 3)] & (1U << (row & 7))) == 0;
    }

    //! \brief Of Bool.
    [[nodiscard]] bool boolAt(qsizetype row) const noexcept;
    //! \brief Of every integral type, widened.
    [[nodiscard]] qint64 intAt(qsizetype row) const noexcept;
    //! \brief Of Float64, Float32 and Int.
    [[nodiscard]] double floatAt(qsizetype row) const noexcept;
    //! \brief Of Text, Bytes, Json; a tensor's elements. Lives as long as the segment.
    [[nodiscard]] std::string_view bytesAt(qsizetype row) const noexcept;
    //! \brief Of Tensor.
    [[nodiscard]] std::vector<quint32> shapeAt(qsizetype row) const;
    //! \brief Documents of one row: [first, last) of children().
    [[nodiscard]] std::pair<qsizetype, qsizetype> listAt(qsizetype row) const noexcept;

    //! \brief Documents: the concatenated children of all rows, identity row order. Else null.
    [[nodiscard]] const std::shared_ptr<const DocumentArray> &children() const noexcept
    {
        return m_children;
    }

    //! \brief The cell as a Value of \a type (which must be of this kind).
    [[nodiscard]] Value valueAt(qsizetype row, const ColumnType &type) const;

    //! \brief Text the cell was read from, when the column's text form would write it otherwise.
    [[nodiscard]] const std::string *sourceText(qsizetype row) const noexcept;

    [[nodiscard]] bool hasSourceTexts() const noexcept { return !m_sources.empty(); }

    //! \brief All odd texts, by ascending row.
    [[nodiscard]] const std::vector<std::pair<quint16, std::string>> &sourceTexts() const noexcept
    {
        return m_sources;
    }

    //! \brief Raw values of a fixed-width layout; T must match it. For kernels.
    template <typename T>
    [[nodiscard]] std::span<const T> values() const noexcept
    {
        return {reinterpret_cast<const T *>(m_fixed.data()), m_fixed.size() / sizeof(T)};
    }

    //! \brief Lowest bit first, 1 = present; empty when nothing is null.
    [[nodiscard]] std::span<const quint8> validity() const noexcept { return m_validity; }

    //! \brief Plain and Lists: size() + 1 of them, from 0.
    [[nodiscard]] std::span<const quint32> offsets() const noexcept { return m_offsets; }

    //! \brief Coded: the code of a row (0 for null).
    [[nodiscard]] quint32 codeAt(qsizetype row) const noexcept
    {
        return m_wideCodes ? values<quint16>()[static_cast<size_t>(row)]
                           : values<quint8>()[static_cast<size_t>(row)];
    }

    //! \brief Coded only; else null.
    [[nodiscard]] const std::shared_ptr<const Dictionary> &dictionary() const noexcept
    {
        return m_dictionary;
    }

    //! \brief Bytes of memory, children and dictionary included.
    [[nodiscard]] qint64 byteSize() const noexcept;
    //! \brief Checks every promise of the layout; for tests and debug builds.
    [[nodiscard]] Result<void> verify() const;

    //! \brief \a count nulls of a type; costs nothing a row.
    [[nodiscard]] static SegmentPtr nulls(TypeKind kind, qsizetype count);

private:
    Segment() = default;

    TypeKind m_kind = TypeKind::Text;
    Layout m_layout = Layout::AllNull;
    bool m_wideCodes = false;
    qsizetype m_size = 0;
    qsizetype m_nullCount = 0;
    std::vector<quint8> m_validity;
    std::vector<quint8> m_fixed; // operator new aligns to 16: enough for every T of values<T>()
    std::vector<quint32> m_offsets;
    std::string m_bytes;
    std::shared_ptr<const Dictionary> m_dictionary;
    std::vector<quint32> m_shapes; // Tensor of varying shape: all shapes, one behind the other
    std::vector<quint32>
        m_shapeOffsets; // size() + 1, or empty when m_shapes is the one shape of all
    std::shared_ptr<const DocumentArray> m_children;
    std::vector<std::pair<quint16, std::shared_ptr<const std::string>>> m_large;
    std::vector<std::pair<quint16, std::string>> m_sources;

    friend class SegmentBuilder;
};

//! \brief Collects up to Segment::Capacity values of one type, then seals them: whole numbers at
//! their narrowest width, texts coded when that is smaller. Reusable after seal(). One thread.
class SegmentBuilder
{
public:
    explicit SegmentBuilder(ColumnType type);

    [[nodiscard]] const ColumnType &type() const noexcept { return m_type; }

    //! \brief Documents: the schema that every sealed segment's children have (Field::children).
    void setChildren(std::shared_ptr<const Schema> children)
    {
        m_childSchema = std::move(children);
    }

    [[nodiscard]] qsizetype size() const noexcept { return m_size; }

    [[nodiscard]] bool isFull() const noexcept { return m_size == Segment::Capacity; }

    void appendNull();

    void appendBool(bool value)
    {
        m_ints.push_back(value ? 1 : 0);
        setValid();
    }

    //! \brief For every integral type.
    void appendInt(qint64 value)
    {
        m_ints.push_back(value);
        setValid();
    }

    void appendFloat(double value)
    {
        m_floats.push_back(value);
        setValid();
    }

    //! \brief For Text, Bytes, Json. UTF-8 is the caller's promise.
    void appendBytes(std::string_view bytes);
    //! \brief A cell that another segment already holds as a shared buffer.
    void appendShared(std::shared_ptr<const std::string> bytes);
    void appendTensor(const TensorValue &tensor);
    //! \brief Documents of one row, any schema: seal() gives all of them the schema they are to
    //! share (setChildren()), or the union of theirs.
    void appendDocuments(const DocumentArray &documents);
    //! \brief The value's kind must be the builder's; null always fits.
    void appendValue(const Value &value);
    //! \brief Row \a row of \a segment, same kind, with its source text.
    void appendFrom(const Segment &segment, qsizetype row);
    //! \brief Keeps the text that the last appended value was read from.
    void setSourceText(std::string text);

    //! \brief The segment; the builder is empty afterwards and keeps its buffers.
    [[nodiscard]] SegmentPtr seal();

private:
    // The bitmap begins with the first null: most columns have none.
    void setValid()
    {
        Q_ASSERT(m_size < Segment::Capacity);
        if (m_nullCount > 0) {
            if ((m_size & 7) == 0)
                m_validity.push_back(0);
            m_validity.back() = static_cast<quint8>(m_validity.back() | (1U << (m_size & 7)));
        }
        ++m_size;
    }

    void sealIntegers(Segment *segment);
    void sealBytes(Segment *segment);
    void sealLists(Segment *segment);

    ColumnType m_type;
    std::shared_ptr<const Schema> m_childSchema;
    qsizetype m_size = 0;
    qsizetype m_nullCount = 0;
    std::vector<quint8> m_validity;
    std::vector<qint64> m_ints;
    std::vector<double> m_floats;
    std::vector<quint32> m_offsets{0};
    std::string m_bytes;
    std::vector<quint32> m_shapes;
    std::vector<quint32> m_shapeOffsets{0};
    std::vector<std::shared_ptr<const DocumentArray>> m_lists;
    std::vector<std::pair<quint16, std::shared_ptr<const std::string>>> m_large;
    std::vector<std::pair<quint16, std::string>> m_sources;
};

} // namespace passel
