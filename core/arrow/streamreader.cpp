#include "core/arrow/arrayreader.h"
#include "core/arrow/arrowerror.h"
#include "core/arrow/arrowschema.h"
#include "core/arrow/arrowstream.h"

#include <QCoreApplication>

namespace passel {

namespace fb = arrowfb;

namespace {

// Messages one behind the other; what a message says is copied to where flatbuffers may read it.
class MessageReader
{
public:
    explicit MessageReader(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_owner(std::make_shared<const QByteArray>(bytes))
    {}

    //! The next message, or null at the end mark. Valid until the next call.
    Result<const fb::Message *> next()
    {
        PASSEL_TRY(qint32 size, readInt32());
        // Before Arrow 0.15 the length stood alone.
        if (size == -1) {
            PASSEL_TRY(size, readInt32());
        }
        if (size == 0)
            return static_cast<const fb::Message *>(nullptr);
        if (size < 0)
            return arrowDamaged(QStringLiteral("length of a message"), m_position);
        if (size > m_bytes.size() - m_position)
            return arrowTruncated(m_bytes.size());
        m_metadata.assign((static_cast<size_t>(size) + 7) / 8, 0);
        std::memcpy(m_metadata.data(), m_bytes.data() + m_position, static_cast<size_t>(size));
        const auto *data = reinterpret_cast<const uint8_t *>(m_metadata.data());
        flatbuffers::Verifier verifier(data, static_cast<size_t>(size), 256, 1'000'000);
        if (!fb::VerifyMessageBuffer(verifier))
            return arrowDamaged(QStringLiteral("structure of a message"), m_position);
        m_position += size;
        const fb::Message *message = fb::GetMessage(data);
        if (message->version() != fb::Version::V4 && message->version() != fb::Version::V5)
            return Error(ErrorKind::Input, QByteArrayLiteral("version"),
                         QCoreApplication::translate(
                             "passel::Arrow",
                             "The table data is of a version of Apache Arrow that Passel cannot "
                             "read. Save it with a newer program and try again."));
        if (message->header() == nullptr)
            return arrowDamaged(QStringLiteral("a message without a header"), m_position);
        return message;
    }

    //! The body of the message that next() gave.
    Result<ArrowBuffer> body(const fb::Message &message)
    {
        const qint64 size = message.body_length();
        if (size < 0)
            return arrowDamaged(QStringLiteral("length of a body"), m_position);
        if (size > m_bytes.size() - m_position)
            return arrowTruncated(m_bytes.size());
        const QByteArrayView view = QByteArrayView(*m_owner).sliced(m_position, size);
        m_position += size;
        return ArrowBuffer(view, m_owner);
    }

    [[nodiscard]] qint64 position() const { return m_position; }

private:
    Result<qint32> readInt32()
    {
        qint32 value = 0;
        if (m_bytes.size() - m_position < qint64(sizeof value))
            return arrowTruncated(m_bytes.size());
        std::memcpy(&value, m_bytes.data() + m_position, sizeof value);
        m_position += qint64(sizeof value);
        return value;
    }

    const QByteArray &m_bytes;
    std::shared_ptr<const QByteArray> m_owner;
    qint64 m_position = 0;
    std::vector<quint64> m_metadata;
};

// The field that a dictionary belongs to, wherever it is nested.
const ArrowField *fieldOfDictionary(const std::vector<ArrowField> &fields, qint64 id)
{
    for (const ArrowField &field : fields) {
        if (field.index && field.dictionaryId == id)
            return &field;
        if (const ArrowField *found = fieldOfDictionary(field.children, id))
            return found;
    }
    return nullptr;
}

} // namespace

Result<ArrowTable> readArrowStream(const QByteArray &bytes, const ArrowLimits &limits)
{
    MessageReader messages(bytes);
    ArrowTable table;
    ArrowDictionaries dictionaries;
    bool hasSchema = false;
    qint64 rows = 0;
    for (;;) {
        PASSEL_TRY(const fb::Message *message, messages.next());
        if (!message)
            break;
        PASSEL_TRY(const ArrowBuffer body, messages.body(*message));
        if ((message->header_type() == fb::MessageHeader::Schema) == hasSchema)
            return arrowDamaged(QStringLiteral("order of messages"), messages.position());
        switch (message->header_type()) {
        case fb::MessageHeader::Schema: {
            PASSEL_TRY(table.fields, readArrowSchema(*message->header_as_Schema(), limits));
            hasSchema = true;
            break;
        }
        case fb::MessageHeader::DictionaryBatch: {
            const fb::DictionaryBatch &batch = *message->header_as_DictionaryBatch();
            const ArrowField *field = fieldOfDictionary(table.fields, batch.id());
            if (!field || !batch.data())
                return arrowDamaged(QStringLiteral("a dictionary of no field"),
                                    messages.position());
            if (batch.is_delta())
                return arrowUnsupported(QStringLiteral("delta dictionaries"));
            ArrowField values = *field;
            values.index.reset();
            PASSEL_TRY(ArrowBatch read, readArrowBatch(*batch.data(), body, {&values, 1},
                                                       dictionaries, limits.rows));
            dictionaries.insert(batch.id(),
                                std::make_shared<const ArrowArray>(std::move(read.columns[0])));
            break;
        }
        case fb::MessageHeader::RecordBatch: {
            PASSEL_TRY(ArrowBatch batch, readArrowBatch(*message->header_as_RecordBatch(), body,
                                                        table.fields, dictionaries, limits.rows));
            rows += batch.rows;
            if (rows > limits.rows)
                return arrowDamaged(QStringLiteral("number of rows"), messages.position());
            table.batches.push_back(std::move(batch));
            break;
        }
        default:
            return arrowUnsupported(QStringLiteral("tensor messages"));
        }
    }
    if (!hasSchema)
        return arrowDamaged(QStringLiteral("a stream without a schema"), messages.position());
    if (messages.position() != bytes.size()) {
        Place place;
        place.byte = messages.position();
        return Error(ErrorKind::Input, QByteArrayLiteral("trailing-bytes"),
                     QCoreApplication::translate(
                         "passel::Arrow",
                         "The table data goes on behind its end, at byte %1. Get it again from "
                         "where it came.")
                         .arg(messages.position()))
            .at(std::move(place));
    }
    return table;
}

} // namespace passel
