#include "core/arrow/textencoder.h"

#include <QCoreApplication>
#include <QHash>
#include <QUtf8StringView>

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <string_view>
#include <xxhash.h>

namespace passel {

namespace {

// A dictionary is one more message in the stream; about what its frame weighs.
constexpr qint64 DictionaryFrame = 320;

// Distinct strings by open addressing; they stay where they are.
class Distinct
{
public:
    Distinct()
        : m_slots(1024, Empty)
    {}

    quint32 code(std::string_view text)
    {
        const quint64 hash = XXH3_64bits(text.data(), text.size());
        size_t slot = hash & (m_slots.size() - 1);
        while (m_slots[slot] != Empty) {
            const quint32 code = m_slots[slot];
            if (m_hashes[code] == hash && m_texts[code] == text)
                return code;
            slot = (slot + 1) & (m_slots.size() - 1);
        }
        const auto code = static_cast<quint32>(m_texts.size());
        m_slots[slot] = code;
        m_texts.push_back(text);
        m_hashes.push_back(hash);
        m_bytes += static_cast<qint64>(text.size());
        if (m_texts.size() * 2 > m_slots.size())
            grow();
        return code;
    }

    //! Raw bytes of the values as an Arrow dictionary.
    [[nodiscard]] qint64 size() const
    {
        return 4 * (static_cast<qint64>(m_texts.size()) + 1) + m_bytes + DictionaryFrame;
    }

    [[nodiscard]] const std::vector<std::string_view> &texts() const { return m_texts; }

private:
    static constexpr quint32 Empty = 0xffffffff;

    void grow()
    {
        m_slots.assign(m_slots.size() * 2, Empty);
        for (quint32 code = 0; code < m_texts.size(); ++code) {
            size_t slot = m_hashes[code] & (m_slots.size() - 1);
            while (m_slots[slot] != Empty)
                slot = (slot + 1) & (m_slots.size() - 1);
            m_slots[slot] = code;
        }
    }

    std::vector<quint32> m_slots;
    std::vector<quint64> m_hashes;
    std::vector<std::string_view> m_texts;
    qint64 m_bytes = 0;
};

// Readers refuse text that is not UTF-8, so it must not get as far as a share.
bool isUtf8(const std::vector<std::string_view> &texts)
{
    return std::all_of(texts.begin(), texts.end(), [](std::string_view text) {
        return QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
    });
}

Error notText(const Field &field)
{
    Place place;
    place.field = field.name;
    return Error(ErrorKind::Input, QByteArrayLiteral("encoding"),
                 QCoreApplication::translate(
                     "passel::ColumnEncoder",
                     "A cell of the column “%1” is not valid text (UTF-8), which cannot be shared. "
                     "Read the file again with its right encoding, or leave the column out.")
                     .arg(field.name))
        .at(std::move(place));
}

Error tooLarge()
{
    return {ErrorKind::Limit, QByteArrayLiteral("limit"),
            QCoreApplication::translate(
                "passel::ColumnEncoder",
                "One document holds more than 2 GiB of text, which cannot be shared.")};
}

// Offsets and bytes of a list of strings.
template <typename Texts>
void appendPlain(const Texts &texts, qint64 size, ArrowArray *array)
{
    std::vector<qint32> offsets{0};
    offsets.reserve(texts.size() + 1);
    std::string bytes;
    bytes.reserve(static_cast<size_t>(size));
    for (const std::string_view text : texts) {
        bytes.append(text);
        offsets.push_back(static_cast<qint32>(bytes.size()));
    }
    array->buffers.push_back(ArrowBuffer::of(std::move(offsets)));
    array->buffers.push_back(ArrowBuffer::of(std::move(bytes)));
}

template <typename Index>
ArrowBuffer remapped(const std::vector<quint32> &codes, const std::vector<quint32> &ranks,
                     const std::vector<quint8> &isPresent)
{
    std::vector<Index> indices(codes.size());
    for (size_t row = 0; row < codes.size(); ++row)
        indices[row] = isPresent[row] ? static_cast<Index>(ranks[codes[row]]) : Index{0};
    return ArrowBuffer::of(std::move(indices));
}

// All that is seen of a stretch, and which rows are there.
struct Texts
{
    std::vector<std::string_view> texts; //!< empty where null
    std::vector<quint8> isPresent;
    qint64 bytes = 0;
    qint64 nullCount = 0;

    void append(std::optional<std::string_view> text)
    {
        texts.push_back(text.value_or(std::string_view()));
        isPresent.push_back(text ? 1 : 0);
        bytes += static_cast<qint64>(texts.back().size());
        nullCount += text ? 0 : 1;
    }

    [[nodiscard]] ArrowArray start() const
    {
        ArrowArray array;
        array.length = static_cast<qint64>(texts.size());
        array.nullCount = nullCount;
        if (nullCount == 0) {
            array.buffers.emplace_back();
            return array;
        }
        std::vector<quint8> bits((texts.size() + 7) / 8);
        for (size_t row = 0; row < texts.size(); ++row)
            bits[row >> 3] |= static_cast<quint8>(isPresent[row] << (row & 7));
        array.buffers.push_back(ArrowBuffer::of(std::move(bits)));
        return array;
    }
};

EncodedBytes plain(const Texts &texts, ArrowKind kind)
{
    EncodedBytes encoded;
    encoded.field.type.kind = kind;
    encoded.array = texts.start();
    appendPlain(texts.texts, texts.bytes, &encoded.array);
    return encoded;
}

// The codes of all rows, or nothing as soon as the dictionary is sure not to pay: it must stay
// below 3/4 of plain.
std::optional<std::vector<quint32>> coded(const ColumnSlice &slice, const Texts &texts,
                                          Distinct *distinct)
{
    const auto rows = static_cast<qint64>(texts.texts.size());
    const qint64 limit = 3LL * (4 * (rows + 1) + texts.bytes);
    const auto pays = [&](int width) { return 4 * (width * rows + distinct->size()) < limit; };
    std::vector<quint32> codes;
    codes.reserve(texts.texts.size());
    // A segment that is coded already needs one look at each entry of its dictionary.
    QHash<const Dictionary *, std::vector<qint64>> known;
    for (const ColumnSlice::Piece &piece : slice.pieces) {
        if (!pays(1))
            return {};
        std::vector<qint64> *mapped = nullptr;
        if (piece.segment->layout() == Layout::Coded) {
            mapped = &known[piece.segment->dictionary().get()];
            if (mapped->empty())
                mapped->assign(static_cast<size_t>(piece.segment->dictionary()->size()) + 1, -1);
        }
        for (qsizetype row = piece.first; row < piece.first + piece.count; ++row) {
            const size_t at = codes.size();
            if (!texts.isPresent[at]) {
                codes.push_back(0);
            } else if (mapped) {
                qint64 &code = (*mapped)[piece.segment->codeAt(row)];
                if (code < 0)
                    code = distinct->code(texts.texts[at]);
                codes.push_back(static_cast<quint32>(code));
            } else {
                codes.push_back(distinct->code(texts.texts[at]));
                if ((at & 1023) == 1023 && !pays(1))
                    return {};
            }
        }
    }
    const size_t count = distinct->texts().size();
    if (count == 0 || !pays(count <= 128 ? 1 : count <= 32768 ? 2 : 4))
        return {};
    return codes;
}

} // namespace

Result<EncodedBytes> encodeBytes(const ColumnSlice &slice)
{
    Texts texts;
    texts.texts.reserve(static_cast<size_t>(slice.rows));
    texts.isPresent.reserve(static_cast<size_t>(slice.rows));
    slice.forEachRow([&](const Segment &segment, qsizetype row) {
        texts.append(segment.isNull(row) ? std::optional<std::string_view>()
                                         : segment.bytesAt(row));
    });
    if (texts.bytes > std::numeric_limits<qint32>::max())
        return tooLarge();
    if (slice.field.type.kind == TypeKind::Bytes)
        return plain(texts, ArrowKind::Binary);

    Distinct distinct;
    const auto codes = coded(slice, texts, &distinct);
    if (!isUtf8(codes ? distinct.texts() : texts.texts))
        return notText(slice.field);
    if (!codes)
        return plain(texts, ArrowKind::Utf8);

    // Sorted by bytes: a row more on top shifts no index.
    const auto &values = distinct.texts();
    std::vector<quint32> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](quint32 a, quint32 b) { return values[a] < values[b]; });
    std::vector<quint32> ranks(values.size());
    std::vector<std::string_view> sorted;
    sorted.reserve(values.size());
    qint64 size = 0;
    for (const quint32 code : order) {
        ranks[code] = static_cast<quint32>(sorted.size());
        sorted.push_back(values[code]);
        size += static_cast<qint64>(values[code].size());
    }

    EncodedBytes encoded;
    encoded.field.type.kind = ArrowKind::Utf8;
    ArrowArray dictionary;
    dictionary.length = static_cast<qint64>(sorted.size());
    dictionary.buffers.emplace_back();
    appendPlain(sorted, size, &dictionary);
    encoded.array = texts.start();
    ArrowType index;
    index.kind = ArrowKind::Int;
    if (sorted.size() <= 128) {
        index.bitWidth = 8;
        encoded.array.buffers.push_back(remapped<qint8>(*codes, ranks, texts.isPresent));
    } else if (sorted.size() <= 32768) {
        index.bitWidth = 16;
        encoded.array.buffers.push_back(remapped<qint16>(*codes, ranks, texts.isPresent));
    } else {
        index.bitWidth = 32;
        encoded.array.buffers.push_back(remapped<qint32>(*codes, ranks, texts.isPresent));
    }
    encoded.field.index = index;
    encoded.array.dictionary = std::make_shared<const ArrowArray>(std::move(dictionary));
    return encoded;
}

Result<EncodedBytes> encodeSourceTexts(const ColumnSlice &slice)
{
    Texts texts;
    slice.forEachRow([&](const Segment &segment, qsizetype row) {
        const std::string *source = segment.isNull(row) ? nullptr : segment.sourceText(row);
        texts.append(source ? std::optional<std::string_view>(*source) : std::nullopt);
    });
    if (texts.bytes > std::numeric_limits<qint32>::max())
        return tooLarge();
    if (!isUtf8(texts.texts))
        return notText(slice.field);
    return plain(texts, ArrowKind::Utf8);
}

} // namespace passel
