#include "core/arrow/arrayreader.h"

#include "core/arrow/arrowerror.h"
#include "core/arrow/bytesaccess.h"

#include <QUtf8StringView>

#include <bit>

namespace passel {

namespace fb = arrowfb;

namespace {

Error bad(const char *what)
{
    return arrowDamaged(QString::fromLatin1(what));
}

qint64 countZeros(const ArrowBuffer &bits, qint64 length)
{
    qint64 ones = 0;
    const qint64 whole = length / 8;
    qint64 i = 0;
    for (; i + 8 <= whole; i += 8)
        ones += std::popcount(bits.at<quint64>(i / 8));
    for (; i < whole; ++i)
        ones += std::popcount(bits.at<quint8>(i));
    for (qint64 bit = whole * 8; bit < length; ++bit)
        ones += bits.bit(bit) ? 1 : 0;
    return length - ones;
}

class BatchReader
{
public:
    BatchReader(const fb::RecordBatch &batch, const ArrowBuffer &body,
                const ArrowDictionaries &dictionaries, qint64 maximumRows)
        : m_batch(batch)
        , m_body(body)
        , m_dictionaries(dictionaries)
        , m_maximumRows(maximumRows)
    {}

    Result<ArrowArray> read(const ArrowField &field)
    {
        if (field.index)
            return readIndices(field);
        PASSEL_TRY(ArrowArray array, readNode());
        if (field.type.kind == ArrowKind::Null) {
            array.nullCount = array.length;
            return array;
        }
        PASSEL_CHECK(readValidity(&array));
        switch (field.type.kind) {
        case ArrowKind::Bool:
            PASSEL_CHECK(readData(&array, array.length / 8 + (array.length % 8 != 0)));
            break;
        case ArrowKind::Utf8:
        case ArrowKind::Binary:
            PASSEL_CHECK((readOffsets<qint32>(&array, 0, true)));
            PASSEL_CHECK(checkText(field, array));
            break;
        case ArrowKind::LargeUtf8:
        case ArrowKind::LargeBinary:
            PASSEL_CHECK((readOffsets<qint64>(&array, 0, true)));
            PASSEL_CHECK(checkText(field, array));
            break;
        case ArrowKind::Utf8View:
        case ArrowKind::BinaryView:
            PASSEL_CHECK(readViews(&array));
            PASSEL_CHECK(checkText(field, array));
            break;
        case ArrowKind::FixedSizeBinary:
            PASSEL_CHECK(readFixed(&array, field.type.listSize));
            break;
        case ArrowKind::Struct:
            PASSEL_CHECK(readChildren(field, &array, array.length, array.length));
            break;
        case ArrowKind::FixedSizeList: {
            qint64 items = 0;
            if (__builtin_mul_overflow(array.length, field.type.listSize, &items))
                return bad("size of fixed lists");
            PASSEL_CHECK(readChildren(field, &array, items, m_maximumItems));
            break;
        }
        case ArrowKind::List: {
            PASSEL_CHECK((readOffsets<qint32>(&array, m_maximumItems, false)));
            PASSEL_CHECK(readChildren(field, &array,
                                      array.length ? array.buffers[1].at<qint32>(array.length) : 0,
                                      m_maximumItems));
            break;
        }
        case ArrowKind::LargeList: {
            PASSEL_CHECK((readOffsets<qint64>(&array, m_maximumItems, false)));
            PASSEL_CHECK(readChildren(field, &array,
                                      array.length ? array.buffers[1].at<qint64>(array.length) : 0,
                                      m_maximumItems));
            break;
        }
        default:
            PASSEL_CHECK(readFixed(&array, field.type.byteWidth()));
            break;
        }
        return array;
    }

    Result<void> finish() const
    {
        const auto *nodes = m_batch.nodes();
        const auto *buffers = m_batch.buffers();
        const auto *counts = m_batch.variadic_buffer_counts();
        if (m_node != (nodes ? nodes->size() : 0) || m_buffer != (buffers ? buffers->size() : 0)
            || m_variadic != (counts ? counts->size() : 0))
            return bad("number of nodes or buffers");
        return {};
    }

private:
    // Structs are copied out: some writers align the metadata to 4 bytes only.
    template <typename T>
    static T structAt(const flatbuffers::Vector<const T *> &vector, uint32_t index)
    {
        T value;
        std::memcpy(&value, vector.Data() + size_t(index) * sizeof(T), sizeof(T));
        return value;
    }

    Result<ArrowArray> readNode()
    {
        const auto *nodes = m_batch.nodes();
        if (!nodes || m_node >= nodes->size())
            return bad("number of nodes");
        const auto node = structAt(*nodes, m_node++);
        ArrowArray array;
        array.length = node.length();
        array.nullCount = node.null_count();
        if (array.length < 0 || array.length > m_maximumRows || array.nullCount < 0
            || array.nullCount > array.length)
            return bad("counts of a node");
        return array;
    }

    Result<ArrowBuffer> readBuffer()
    {
        const auto *buffers = m_batch.buffers();
        if (!buffers || m_buffer >= buffers->size())
            return bad("number of buffers");
        const auto buffer = structAt(*buffers, m_buffer++);
        if (buffer.offset() < 0 || buffer.length() < 0 || buffer.offset() > m_body.size()
            || buffer.length() > m_body.size() - buffer.offset())
            return bad("a buffer outside its body");
        // Buffers that share bytes would make a small body large (SEC-05); no writer does that.
        m_taken += buffer.length();
        if (m_taken > m_body.size())
            return bad("buffers that overlap");
        return m_body.sliced(buffer.offset(), buffer.length());
    }

    Result<void> readValidity(ArrowArray *array)
    {
        PASSEL_TRY(ArrowBuffer validity, readBuffer());
        if (array->nullCount == 0) {
            array->buffers.emplace_back();
            return {};
        }
        if (validity.size() < (array->length + 7) / 8)
            return bad("size of a validity bitmap");
        if (countZeros(validity, array->length) != array->nullCount)
            return bad("null count");
        array->buffers.push_back(std::move(validity));
        return {};
    }

    Result<void> readData(ArrowArray *array, qint64 minimum)
    {
        PASSEL_TRY(ArrowBuffer data, readBuffer());
        if (data.size() < minimum)
            return bad("size of a buffer");
        array->buffers.push_back(std::move(data));
        return {};
    }

    Result<void> readFixed(ArrowArray *array, qint64 width)
    {
        qint64 size = 0;
        if (__builtin_mul_overflow(array->length, width, &size))
            return bad("size of a buffer");
        return readData(array, size);
    }

    // An array of no rows may leave its offsets out.
    template <typename Offset>
    Result<void> readOffsets(ArrowArray *array, qint64 items, bool withData)
    {
        PASSEL_TRY(ArrowBuffer offsets, readBuffer());
        if (withData) {
            array->buffers.push_back(offsets);
            PASSEL_TRY(ArrowBuffer data, readBuffer());
            items = data.size();
            array->buffers.push_back(std::move(data));
        } else {
            array->buffers.push_back(offsets);
        }
        if (array->length == 0)
            return {};
        if (offsets.size() / qint64(sizeof(Offset)) < array->length + 1)
            return bad("size of the offsets");
        auto last = offsets.at<Offset>(0);
        if (last < 0)
            return bad("a negative offset");
        bool rising = true;
        for (qint64 i = 1; i <= array->length; ++i) {
            const auto next = offsets.at<Offset>(i);
            rising = rising && next >= last;
            last = next;
        }
        if (!rising || last > items)
            return bad("offsets that fall or leave their data");
        return {};
    }

    Result<void> readViews(ArrowArray *array)
    {
        PASSEL_CHECK(readFixed(array, 16));
        const auto *counts = m_batch.variadic_buffer_counts();
        if (!counts || m_variadic >= counts->size())
            return bad("number of view buffers");
        const qint64 count = counts->Get(m_variadic++);
        if (count < 0 || count > qint64(m_batch.buffers()->size()) - m_buffer)
            return bad("number of view buffers");
        for (qint64 i = 0; i < count; ++i)
            PASSEL_CHECK(readData(array, 0));
        for (qint64 row = 0; row < array->length; ++row) {
            if (array->isNull(row))
                continue;
            const auto size = array->buffers[1].at<qint32>(row * 4);
            if (size < 0)
                return bad("size of a view");
            if (size <= 12)
                continue;
            const auto index = array->buffers[1].at<qint32>(row * 4 + 2);
            const auto offset = array->buffers[1].at<qint32>(row * 4 + 3);
            if (index < 0 || index >= count || offset < 0
                || qint64(offset) + size > array->buffers[static_cast<size_t>(index) + 2].size())
                return bad("a view outside its buffer");
        }
        return {};
    }

    static Result<void> checkText(const ArrowField &field, const ArrowArray &array)
    {
        const ArrowKind kind = field.type.kind;
        if (kind != ArrowKind::Utf8 && kind != ArrowKind::LargeUtf8 && kind != ArrowKind::Utf8View)
            return {};
        const ArrowBytes bytes(field.type, array);
        if (kind != ArrowKind::Utf8View && array.length > 0) {
            // All at once, then only where values meet.
            const QByteArrayView all = bytes.all();
            if (!QUtf8StringView(all.data(), all.size()).isValidUtf8())
                return bad("text that is not UTF-8");
            for (qint64 row = 0; row < array.length; ++row) {
                const QByteArrayView text = bytes.at(row);
                if (!text.isEmpty() && (static_cast<unsigned char>(text[0]) & 0xC0U) == 0x80U)
                    return bad("text that is not UTF-8");
            }
            return {};
        }
        for (qint64 row = 0; row < array.length; ++row) {
            if (array.isNull(row))
                continue;
            const QByteArrayView text = bytes.at(row);
            if (!QUtf8StringView(text.data(), text.size()).isValidUtf8())
                return bad("text that is not UTF-8");
        }
        return {};
    }

    Result<void> readChildren(const ArrowField &field, ArrowArray *array, qint64 minimum,
                              qint64 maximum)
    {
        for (const ArrowField &childField : field.children) {
            PASSEL_TRY(ArrowArray child, read(childField));
            if (child.length < minimum || child.length > maximum)
                return bad("length of nested values");
            array->children.push_back(std::move(child));
        }
        return {};
    }

    Result<ArrowArray> readIndices(const ArrowField &field)
    {
        const auto dictionary = m_dictionaries.constFind(field.dictionaryId);
        if (dictionary == m_dictionaries.constEnd())
            return bad("a missing dictionary");
        PASSEL_TRY(ArrowArray array, readNode());
        PASSEL_CHECK(readValidity(&array));
        PASSEL_CHECK(readFixed(&array, field.index->byteWidth()));
        array.dictionary = *dictionary;
        const ArrowIndices indices(*field.index, array);
        const qint64 size = array.dictionary->length;
        for (qint64 row = 0; row < array.length; ++row) {
            if (array.isNull(row))
                continue;
            const qint64 index = indices.at(row);
            if (index < 0 || index >= size)
                return bad("an index outside its dictionary");
        }
        return array;
    }

    const fb::RecordBatch &m_batch;
    const ArrowBuffer &m_body;
    const ArrowDictionaries &m_dictionaries;
    qint64 m_maximumRows;
    qint64 m_maximumItems = qint64(1) << 40;
    qint64 m_taken = 0; // bytes of the body that buffers claimed so far
    uint32_t m_node = 0;
    uint32_t m_buffer = 0;
    uint32_t m_variadic = 0;
};

} // namespace

Result<ArrowBatch> readArrowBatch(const fb::RecordBatch &batch, const ArrowBuffer &body,
                                  std::span<const ArrowField> fields,
                                  const ArrowDictionaries &dictionaries, qint64 maximumRows)
{
    if (batch.compression())
        return arrowUnsupported(QStringLiteral("compressed batches"));
    ArrowBatch read;
    read.rows = batch.length();
    if (read.rows < 0 || read.rows > maximumRows)
        return bad("number of rows");
    BatchReader reader(batch, body, dictionaries, maximumRows);
    for (const ArrowField &field : fields) {
        PASSEL_TRY(ArrowArray array, reader.read(field));
        if (array.length != read.rows)
            return bad("length of a column");
        read.columns.push_back(std::move(array));
    }
    PASSEL_CHECK(reader.finish());
    return read;
}

} // namespace passel
