#include "core/arrow/arrowschema.h"
#include "core/arrow/arrowstream.h"

#include <QCoreApplication>

#include <limits>

namespace passel {

namespace fb = arrowfb;

namespace {

constexpr qint64 padded(qint64 size)
{
    return (size + 7) & ~qint64(7);
}

void appendInt32(QByteArray *out, qint32 value)
{
    out->append(reinterpret_cast<const char *>(&value), sizeof value);
}

// The body of a batch: nodes and buffers depth first.
struct Body
{
    std::vector<fb::FieldNode> nodes;
    std::vector<fb::Buffer> buffers;
    std::vector<QByteArrayView> bytes;
    qint64 size = 0;
    bool tooLarge = false;

    void add(const ArrowArray &array)
    {
        nodes.emplace_back(array.length, array.nullCount);
        for (const ArrowBuffer &buffer : array.buffers) {
            tooLarge = tooLarge || buffer.size() > std::numeric_limits<qint32>::max();
            buffers.emplace_back(size, buffer.size());
            bytes.push_back(buffer.bytes());
            size += padded(buffer.size());
        }
        for (const ArrowArray &child : array.children)
            add(child);
    }
};

void appendMessage(QByteArray *out, flatbuffers::FlatBufferBuilder *builder, fb::MessageHeader kind,
                   flatbuffers::Offset<void> header, const Body *body)
{
    builder->Finish(
        fb::CreateMessage(*builder, fb::Version::V5, kind, header, body ? body->size : 0));
    const auto size = static_cast<qint64>(builder->GetSize());
    appendInt32(out, -1);
    appendInt32(out, static_cast<qint32>(padded(size)));
    out->append(reinterpret_cast<const char *>(builder->GetBufferPointer()), size);
    out->append(padded(size) - size, '\0');
    if (!body)
        return;
    for (const QByteArrayView bytes : body->bytes) {
        out->append(bytes);
        out->append(padded(bytes.size()) - bytes.size(), '\0');
    }
}

flatbuffers::Offset<fb::RecordBatch> writeBatch(flatbuffers::FlatBufferBuilder *builder,
                                                const Body &body, qint64 rows)
{
    const auto nodes = builder->CreateVectorOfStructs(body.nodes);
    const auto buffers = builder->CreateVectorOfStructs(body.buffers);
    return fb::CreateRecordBatch(*builder, rows, nodes, buffers);
}

// Dictionary ids by order of the fields, depth first, and the batches that go with them.
struct Dictionaries
{
    std::vector<const ArrowArray *> arrays;

    void number(ArrowField *field, const ArrowArray &array)
    {
        if (field->index) {
            field->dictionaryId = static_cast<qint64>(arrays.size());
            arrays.push_back(array.dictionary.get());
            return;
        }
        for (size_t i = 0; i < field->children.size(); ++i)
            number(&field->children[i], array.children[i]);
    }
};

Error tooLarge()
{
    return {ErrorKind::Limit, QByteArrayLiteral("limit"),
            QCoreApplication::translate(
                "passel::Arrow",
                "One stretch of a column is larger than 2 GiB, which cannot be written.")};
}

} // namespace

Result<QByteArray> writeArrowStream(std::span<const ArrowField> fields,
                                    std::span<const ArrowArray> columns, qint64 rows)
{
    Q_ASSERT(fields.size() == columns.size());
    std::vector<ArrowField> numbered(fields.begin(), fields.end());
    Dictionaries dictionaries;
    Body body;
    for (size_t i = 0; i < columns.size(); ++i) {
        dictionaries.number(&numbered[i], columns[i]);
        body.add(columns[i]);
    }

    QByteArray out;
    {
        flatbuffers::FlatBufferBuilder builder;
        const auto schema = writeArrowSchema(builder, numbered);
        appendMessage(&out, &builder, fb::MessageHeader::Schema, schema.Union(), nullptr);
    }
    for (size_t id = 0; id < dictionaries.arrays.size(); ++id) {
        Body values;
        values.add(*dictionaries.arrays[id]);
        if (values.tooLarge)
            return tooLarge();
        flatbuffers::FlatBufferBuilder builder;
        const auto batch = writeBatch(&builder, values, dictionaries.arrays[id]->length);
        const auto header =
            fb::CreateDictionaryBatch(builder, static_cast<qint64>(id), batch, false);
        appendMessage(&out, &builder, fb::MessageHeader::DictionaryBatch, header.Union(), &values);
    }
    if (body.tooLarge)
        return tooLarge();
    flatbuffers::FlatBufferBuilder builder;
    const auto batch = writeBatch(&builder, body, rows);
    appendMessage(&out, &builder, fb::MessageHeader::RecordBatch, batch.Union(), &body);
    appendInt32(&out, -1);
    appendInt32(&out, 0);
    return out;
}

} // namespace passel
