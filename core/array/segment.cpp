#include "core/array/segment.h"

#include "core/array/documentarray.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace passel {

namespace {

template <typename Entry>
const typename Entry::second_type *findRow(const std::vector<Entry> &entries,
                                           qsizetype row) noexcept
{
    const auto it =
        std::lower_bound(entries.begin(), entries.end(), row,
                         [](const Entry &entry, qsizetype r) { return entry.first < r; });
    return it != entries.end() && it->first == row ? &it->second : nullptr;
}

Error broken(const char *what)
{
    return {ErrorKind::Internal, QByteArrayLiteral("segment"),
            QCoreApplication::translate("passel::Segment",
                                        "A table segment is damaged (%1). Open the file again.")
                .arg(QString::fromLatin1(what))};
}

} // namespace

bool Segment::boolAt(qsizetype row) const noexcept
{
    return m_layout == Layout::Bits
           && (m_fixed[static_cast<size_t>(row >> 3)] & (1U << (row & 7))) != 0;
}

qint64 Segment::intAt(qsizetype row) const noexcept
{
    const auto i = static_cast<size_t>(row);
    switch (m_layout) {
    case Layout::Int8:
        return values<qint8>()[i];
    case Layout::Int16:
        return values<qint16>()[i];
    case Layout::Int32:
        return values<qint32>()[i];
    case Layout::Int64:
        return values<qint64>()[i];
    default:
        return 0;
    }
}

double Segment::floatAt(qsizetype row) const noexcept
{
    const auto i = static_cast<size_t>(row);
    switch (m_layout) {
    case Layout::Float64:
        return values<double>()[i];
    case Layout::Float32:
        return static_cast<double>(values<float>()[i]);
    default:
        return static_cast<double>(intAt(row));
    }
}

std::string_view Segment::bytesAt(qsizetype row) const noexcept
{
    if (m_layout == Layout::Plain) {
        if (!m_large.empty()) {
            if (const auto *shared = findRow(m_large, row))
                return **shared;
        }
        const quint32 begin = m_offsets[static_cast<size_t>(row)];
        return std::string_view(m_bytes).substr(begin,
                                                m_offsets[static_cast<size_t>(row) + 1] - begin);
    }
    if (m_layout == Layout::Coded && !isNull(row))
        return m_dictionary->at(codeAt(row));
    return {};
}

std::vector<quint32> Segment::shapeAt(qsizetype row) const
{
    if (m_shapeOffsets.empty())
        return m_shapes;
    const auto begin = static_cast<qsizetype>(m_shapeOffsets[static_cast<size_t>(row)]);
    const auto end = static_cast<qsizetype>(m_shapeOffsets[static_cast<size_t>(row) + 1]);
    return {m_shapes.begin() + begin, m_shapes.begin() + end};
}

std::pair<qsizetype, qsizetype> Segment::listAt(qsizetype row) const noexcept
{
    if (m_layout != Layout::Lists)
        return {0, 0};
    return {m_offsets[static_cast<size_t>(row)], m_offsets[static_cast<size_t>(row) + 1]};
}

Value Segment::valueAt(qsizetype row, const ColumnType &type) const
{
    if (isNull(row))
        return {};
    switch (m_kind) {
    case TypeKind::Bool:
        return Value::boolean(boolAt(row));
    case TypeKind::Float64:
        return Value::float64(floatAt(row));
    case TypeKind::Float32:
        return Value::float32(static_cast<float>(floatAt(row)));
    case TypeKind::Text:
    case TypeKind::Bytes:
    case TypeKind::Json:
        return Value::ofBytes(m_kind, std::string(bytesAt(row)));
    case TypeKind::Tensor:
        return Value::tensor({type.element, shapeAt(row), std::string(bytesAt(row))});
    case TypeKind::Documents: {
        const auto [begin, end] = listAt(row);
        return Value::documents(
            std::make_shared<const DocumentArray>(m_children->sliced(begin, end - begin)));
    }
    default:
        return Value::counted(m_kind, intAt(row));
    }
}

const std::string *Segment::sourceText(qsizetype row) const noexcept
{
    return m_sources.empty() ? nullptr : findRow(m_sources, row);
}

qint64 Segment::byteSize() const noexcept
{
    size_t own = sizeof(Segment) + m_validity.capacity() + m_fixed.capacity() + m_bytes.capacity();
    own +=
        sizeof(quint32) * (m_offsets.capacity() + m_shapes.capacity() + m_shapeOffsets.capacity());
    auto size = static_cast<qint64>(own);
    if (m_dictionary)
        size += static_cast<qint64>(m_dictionary->bytes.capacity()
                                    + m_dictionary->offsets.capacity() * sizeof(quint32));
    for (const auto &[row, bytes] : m_large)
        size += static_cast<qint64>(bytes->capacity());
    for (const auto &[row, text] : m_sources)
        size += static_cast<qint64>(sizeof(std::string) + text.capacity());
    if (m_children)
        size += m_children->byteSize();
    return size;
}

SegmentPtr Segment::nulls(TypeKind kind, qsizetype count)
{
    const std::shared_ptr<Segment> segment(new Segment);
    segment->m_kind = kind;
    segment->m_size = count;
    segment->m_nullCount = count;
    return segment;
}

Result<void> Segment::verify() const
{
    const auto size = static_cast<size_t>(m_size);
    if (m_size < 0 || m_size > Capacity)
        return broken("size");
    if (m_nullCount > 0 && m_layout != Layout::AllNull) {
        if (m_validity.size() != (size + 7) / 8)
            return broken("validity bitmap");
        qsizetype present = 0;
        for (const quint8 byte : m_validity)
            present += std::popcount(byte);
        if (present != m_size - m_nullCount)
            return broken("null count");
    }
    const auto fixed = [&](size_t width) { return m_fixed.size() == width * size; };
    bool good = true;
    switch (m_layout) {
    case Layout::AllNull:
        good = m_nullCount == m_size;
        break;
    case Layout::Bits:
        good = m_fixed.size() == (size + 7) / 8;
        break;
    case Layout::Int8:
        good = fixed(1);
        break;
    case Layout::Int16:
        good = fixed(2);
        break;
    case Layout::Int32:
    case Layout::Float32:
        good = fixed(4);
        break;
    case Layout::Int64:
    case Layout::Float64:
        good = fixed(8);
        break;
    case Layout::Coded: {
        good = m_dictionary && fixed(m_wideCodes ? 2 : 1);
        for (qsizetype row = 0; good && row < m_size; ++row)
            good = isNull(row) || static_cast<qsizetype>(codeAt(row)) < m_dictionary->size();
        break;
    }
    case Layout::Plain:
    case Layout::Lists: {
        const size_t end = m_layout == Layout::Plain
                               ? m_bytes.size()
                               : static_cast<size_t>(m_children ? m_children->rowCount() : 0);
        good = m_offsets.size() == size + 1 && m_offsets.front() == 0 && m_offsets.back() == end
               && std::is_sorted(m_offsets.begin(), m_offsets.end());
        if (good && m_layout == Layout::Lists)
            good = m_children != nullptr;
        break;
    }
    }
    if (!good)
        return broken("layout");
    if (m_kind == TypeKind::Tensor && m_layout == Layout::Plain && !m_shapeOffsets.empty()
        && (m_shapeOffsets.size() != size + 1 || m_shapeOffsets.back() != m_shapes.size()))
        return broken("shapes");
    if (m_children)
        return m_children->verify();
    return {};
}

SegmentBuilder::SegmentBuilder(ColumnType type)
    : m_type(std::move(type))
{
    if (m_type.isIntegral() || m_type.kind == TypeKind::Bool)
        m_ints.reserve(static_cast<size_t>(Segment::Capacity));
    else if (m_type.isFloating())
        m_floats.reserve(static_cast<size_t>(Segment::Capacity));
}

void SegmentBuilder::appendNull()
{
    Q_ASSERT(m_size < Segment::Capacity);
    if (m_nullCount == 0) { // up to here everything was present, and nothing was noted
        m_validity.assign(static_cast<size_t>(m_size / 8), 0xff);
        if ((m_size & 7) != 0)
            m_validity.push_back(static_cast<quint8>((1U << (m_size & 7)) - 1));
    }
    if ((m_size & 7) == 0)
        m_validity.push_back(0);
    ++m_size;
    ++m_nullCount;
    switch (m_type.kind) {
    case TypeKind::Float64:
    case TypeKind::Float32:
        m_floats.push_back(0);
        break;
    case TypeKind::Text:
    case TypeKind::Bytes:
    case TypeKind::Json:
        m_offsets.push_back(static_cast<quint32>(m_bytes.size()));
        break;
    case TypeKind::Tensor:
        m_offsets.push_back(static_cast<quint32>(m_bytes.size()));
        m_shapeOffsets.push_back(static_cast<quint32>(m_shapes.size()));
        break;
    case TypeKind::Documents:
        m_offsets.push_back(m_offsets.back());
        break;
    default:
        m_ints.push_back(0);
        break;
    }
}

void SegmentBuilder::appendBytes(std::string_view bytes)
{
    if (static_cast<qsizetype>(bytes.size()) > Segment::LargeCell) {
        appendShared(std::make_shared<const std::string>(bytes));
        return;
    }
    m_bytes.append(bytes);
    m_offsets.push_back(static_cast<quint32>(m_bytes.size()));
    setValid();
}

void SegmentBuilder::appendShared(std::shared_ptr<const std::string> bytes)
{
    m_large.emplace_back(static_cast<quint16>(m_size), std::move(bytes));
    m_offsets.push_back(static_cast<quint32>(m_bytes.size()));
    setValid();
}

void SegmentBuilder::appendTensor(const TensorValue &tensor)
{
    m_shapes.insert(m_shapes.end(), tensor.shape.begin(), tensor.shape.end());
    m_shapeOffsets.push_back(static_cast<quint32>(m_shapes.size()));
    appendBytes(tensor.data);
}

void SegmentBuilder::appendDocuments(const DocumentArray &documents)
{
    m_lists.push_back(std::make_shared<const DocumentArray>(documents));
    m_offsets.push_back(m_offsets.back() + static_cast<quint32>(documents.rowCount()));
    setValid();
}

void SegmentBuilder::appendValue(const Value &value)
{
    if (value.isNull()) {
        appendNull();
        return;
    }
    Q_ASSERT(value.kind() == m_type.kind);
    switch (m_type.kind) {
    case TypeKind::Bool:
        appendBool(value.toBool());
        break;
    case TypeKind::Float64:
    case TypeKind::Float32:
        appendFloat(value.toDouble());
        break;
    case TypeKind::Text:
    case TypeKind::Bytes:
    case TypeKind::Json:
        appendBytes(value.toBytes());
        break;
    case TypeKind::Tensor:
        appendTensor(value.toTensor());
        break;
    case TypeKind::Documents:
        appendDocuments(*value.toDocuments());
        break;
    default:
        appendInt(value.toInt());
        break;
    }
}

void SegmentBuilder::appendFrom(const Segment &segment, qsizetype row)
{
    if (segment.isNull(row)) {
        appendNull();
        return;
    }
    switch (m_type.kind) {
    case TypeKind::Bool:
        appendBool(segment.boolAt(row));
        break;
    case TypeKind::Float64:
    case TypeKind::Float32:
        appendFloat(segment.floatAt(row));
        break;
    case TypeKind::Text:
    case TypeKind::Bytes:
    case TypeKind::Json:
        if (const auto *shared = findRow(segment.m_large, row))
            appendShared(*shared);
        else
            appendBytes(segment.bytesAt(row));
        break;
    case TypeKind::Tensor:
    case TypeKind::Documents:
        appendValue(segment.valueAt(row, m_type));
        break;
    default:
        appendInt(segment.intAt(row));
        break;
    }
    if (const std::string *source = segment.sourceText(row))
        setSourceText(*source);
}

void SegmentBuilder::setSourceText(std::string text)
{
    Q_ASSERT(m_size > 0);
    m_sources.emplace_back(static_cast<quint16>(m_size - 1), std::move(text));
}

namespace {

template <typename To, typename From>
std::vector<quint8> narrowed(const std::vector<From> &from)
{
    std::vector<quint8> bytes(from.size() * sizeof(To));
    To *out = reinterpret_cast<To *>(bytes.data());
    for (size_t i = 0; i < from.size(); ++i)
        out[i] = static_cast<To>(from[i]);
    return bytes;
}

template <typename To>
bool fits(qint64 low, qint64 high)
{
    return low >= std::numeric_limits<To>::min() && high <= std::numeric_limits<To>::max();
}

// Distinct strings of one segment by open addressing: no allocation a value, gives up early when
// the values turn out to be mostly different.
class Coder
{
public:
    explicit Coder(size_t expected)
        : m_slots(std::bit_ceil(std::max<size_t>(16, expected * 2)), Empty)
        , m_hashes(m_slots.size())
    {}

    quint16 code(std::string_view text)
    {
        const size_t hash = std::hash<std::string_view>{}(text);
        const size_t mask = m_slots.size() - 1;
        for (size_t i = hash & mask;; i = (i + 1) & mask) {
            if (m_slots[i] == Empty) {
                m_slots[i] = static_cast<quint16>(m_dictionary.size());
                m_hashes[i] = hash;
                m_dictionary.bytes.append(text);
                m_dictionary.offsets.push_back(static_cast<quint32>(m_dictionary.bytes.size()));
                return m_slots[i];
            }
            if (m_hashes[i] == hash && m_dictionary.at(m_slots[i]) == text)
                return m_slots[i];
        }
    }

    [[nodiscard]] Dictionary &dictionary() { return m_dictionary; }

private:
    static constexpr quint16 Empty = 0xffff;
    std::vector<quint16> m_slots;
    std::vector<size_t> m_hashes;
    Dictionary m_dictionary;
};

} // namespace

void SegmentBuilder::sealIntegers(Segment *segment)
{
    if (m_type.kind == TypeKind::Bool) {
        segment->m_layout = Layout::Bits;
        segment->m_fixed.assign((m_ints.size() + 7) / 8, 0);
        for (size_t i = 0; i < m_ints.size(); ++i) {
            if (m_ints[i] != 0)
                segment->m_fixed[i / 8] =
                    static_cast<quint8>(segment->m_fixed[i / 8] | (1U << (i % 8)));
        }
        return;
    }
    const auto [low, high] = std::minmax_element(m_ints.begin(), m_ints.end());
    if (m_ints.empty() || fits<qint8>(*low, *high)) {
        segment->m_layout = Layout::Int8;
        segment->m_fixed = narrowed<qint8>(m_ints);
    } else if (fits<qint16>(*low, *high)) {
        segment->m_layout = Layout::Int16;
        segment->m_fixed = narrowed<qint16>(m_ints);
    } else if (fits<qint32>(*low, *high)) {
        segment->m_layout = Layout::Int32;
        segment->m_fixed = narrowed<qint32>(m_ints);
    } else {
        segment->m_layout = Layout::Int64;
        segment->m_fixed = narrowed<qint64>(m_ints);
    }
}

void SegmentBuilder::sealBytes(Segment *segment)
{
    const auto size = static_cast<size_t>(m_size);
    const size_t plainSize = m_bytes.size() + size * sizeof(quint32);
    const bool mayCode = m_type.isBytes() && m_large.empty() && size >= 16;
    if (mayCode) {
        Coder coder(size);
        std::vector<quint16> codes(size);
        const std::string_view bytes(m_bytes);
        bool worth = true;
        for (size_t row = 0; row < size && worth; ++row) {
            if (m_nullCount == 0 || (m_validity[row / 8] & (1U << (row % 8))) != 0)
                codes[row] =
                    coder.code(bytes.substr(m_offsets[row], m_offsets[row + 1] - m_offsets[row]));
            // After 1,024 rows with 60 % different ones, the rest will not save the segment.
            if (row == 1024 && coder.dictionary().size() > 614)
                worth = false;
        }
        Dictionary &dictionary = coder.dictionary();
        const bool wide = dictionary.size() > 256;
        const size_t codedSize = dictionary.bytes.size()
                                 + dictionary.offsets.size() * sizeof(quint32)
                                 + size * (wide ? 2 : 1);
        if (worth && codedSize < plainSize) {
            segment->m_layout = Layout::Coded;
            segment->m_wideCodes = wide;
            segment->m_fixed = wide ? narrowed<quint16>(codes) : narrowed<quint8>(codes);
            dictionary.bytes.shrink_to_fit();
            dictionary.offsets.shrink_to_fit();
            segment->m_dictionary = std::make_shared<const Dictionary>(std::move(dictionary));
            return;
        }
    }
    segment->m_layout = Layout::Plain;
    segment->m_offsets.assign(m_offsets.begin(), m_offsets.end());
    segment->m_bytes.assign(m_bytes.data(), m_bytes.size());
    segment->m_large = std::move(m_large);
    if (m_type.kind != TypeKind::Tensor)
        return;
    // One shape for all present rows is kept once. Rows of null have an empty shape of their own.
    std::vector<quint32> shape;
    bool uniform = true;
    bool first = true;
    for (size_t row = 0; row < size && uniform; ++row) {
        if (m_nullCount > 0 && (m_validity[row / 8] & (1U << (row % 8))) == 0)
            continue;
        const auto begin = m_shapes.begin() + static_cast<qsizetype>(m_shapeOffsets[row]);
        const auto end = m_shapes.begin() + static_cast<qsizetype>(m_shapeOffsets[row + 1]);
        if (first)
            shape.assign(begin, end);
        uniform = std::equal(begin, end, shape.begin(), shape.end());
        first = false;
    }
    if (uniform) {
        segment->m_shapes = std::move(shape);
    } else {
        segment->m_shapes = m_shapes;
        segment->m_shapeOffsets = m_shapeOffsets;
    }
}

void SegmentBuilder::sealLists(Segment *segment)
{
    std::vector<DocumentArray> lists;
    for (const auto &list : m_lists)
        lists.push_back(*list);
    auto all = DocumentArray::joined(lists, m_childSchema.get());
    // Joining fails only above 2^32 documents or where their bytes are elsewhere, and nobody
    // appends such lists. Should somebody, they are missing: an exception here would end the
    // program.
    Q_ASSERT(all);
    if (!all) {
        segment->m_nullCount = m_size;
        return;
    }
    segment->m_layout = Layout::Lists;
    segment->m_offsets.assign(m_offsets.begin(), m_offsets.end());
    segment->m_children = std::make_shared<const DocumentArray>(*std::move(all));
}

SegmentPtr SegmentBuilder::seal()
{
    const std::shared_ptr<Segment> segment(new Segment);
    segment->m_kind = m_type.kind;
    segment->m_size = m_size;
    segment->m_nullCount = m_nullCount;
    if (m_nullCount < m_size || m_size == 0) {
        switch (m_type.kind) {
        case TypeKind::Float64:
            segment->m_layout = Layout::Float64;
            segment->m_fixed = narrowed<double>(m_floats);
            break;
        case TypeKind::Float32:
            segment->m_layout = Layout::Float32;
            segment->m_fixed = narrowed<float>(m_floats);
            break;
        case TypeKind::Text:
        case TypeKind::Bytes:
        case TypeKind::Json:
        case TypeKind::Tensor:
            sealBytes(segment.get());
            break;
        case TypeKind::Documents:
            sealLists(segment.get());
            break;
        default:
            sealIntegers(segment.get());
            break;
        }
        if (segment->m_nullCount > 0 && segment->m_layout != Layout::AllNull)
            segment->m_validity = m_validity;
        segment->m_sources = std::move(m_sources);
    }
    m_size = 0;
    m_nullCount = 0;
    m_validity.clear();
    m_ints.clear();
    m_floats.clear();
    m_offsets.assign(1, 0);
    m_bytes.clear();
    m_shapes.clear();
    m_shapeOffsets.assign(1, 0);
    m_lists.clear();
    m_large.clear();
    m_sources.clear();
    return segment;
}

} // namespace passel
