#include "core/arrow/columnencoder.h"

#include "core/arrow/arrowerror.h"
#include "core/arrow/arrowtensor.h"
#include "core/arrow/columndecoder.h"
#include "core/arrow/textencoder.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace passel {

namespace {

constexpr int MaximumDepth = 64;

ArrowField field(std::string name, ArrowKind kind, int bitWidth = 0)
{
    ArrowField made;
    made.name = std::move(name);
    made.type.kind = kind;
    made.type.bitWidth = bitWidth;
    return made;
}

// Length and validity; every encoder fills in the rest.
ArrowArray startArray(const ColumnSlice &slice)
{
    ArrowArray array;
    array.length = slice.rows;
    std::vector<quint8> bits((static_cast<size_t>(slice.rows) + 7) / 8);
    qint64 at = 0;
    for (const ColumnSlice::Piece &piece : slice.pieces) {
        const Segment &segment = *piece.segment;
        for (qsizetype row = piece.first; row < piece.first + piece.count; ++row, ++at) {
            if (segment.isNull(row))
                ++array.nullCount;
            else
                bits[static_cast<size_t>(at >> 3)] |= static_cast<quint8>(1U << (at & 7));
        }
    }
    array.buffers.push_back(array.nullCount > 0 ? ArrowBuffer::of(std::move(bits)) : ArrowBuffer());
    return array;
}

template <typename From, typename To>
void copyRows(const ColumnSlice::Piece &piece, To *out)
{
    const std::span<const From> values = piece.segment->values<From>().subspan(
        static_cast<size_t>(piece.first), static_cast<size_t>(piece.count));
    std::copy(values.begin(), values.end(), out);
    if (piece.segment->nullCount() > 0) {
        for (qsizetype i = 0; i < piece.count; ++i) {
            if (piece.segment->isNull(piece.first + i))
                out[i] = To{};
        }
    }
}

std::vector<qint64> wholeNumbers(const ColumnSlice &slice)
{
    std::vector<qint64> values(static_cast<size_t>(slice.rows));
    qint64 *out = values.data();
    for (const ColumnSlice::Piece &piece : slice.pieces) {
        switch (piece.segment->layout()) {
        case Layout::Int8:
            copyRows<qint8>(piece, out);
            break;
        case Layout::Int16:
            copyRows<qint16>(piece, out);
            break;
        case Layout::Int32:
            copyRows<qint32>(piece, out);
            break;
        case Layout::Int64:
            copyRows<qint64>(piece, out);
            break;
        default: // all null: zeros stand there already
            break;
        }
        out += piece.count;
    }
    return values;
}

template <typename To>
ArrowBuffer narrowed(const std::vector<qint64> &values)
{
    std::vector<To> out(values.size());
    for (size_t i = 0; i < values.size(); ++i)
        out[i] = static_cast<To>(values[i]);
    return ArrowBuffer::of(std::move(out));
}

ArrowBuffer ofWidth(std::vector<qint64> values, int bitWidth)
{
    switch (bitWidth) {
    case 8:
        return narrowed<qint8>(values);
    case 16:
        return narrowed<qint16>(values);
    case 32:
        return narrowed<qint32>(values);
    default:
        return ArrowBuffer::of(std::move(values));
    }
}

int narrowestWidth(const std::vector<qint64> &values)
{
    qint64 low = 0;
    qint64 high = 0;
    for (const qint64 value : values) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    const auto fits = [&](auto type) {
        using T = decltype(type);
        return low >= std::numeric_limits<T>::min() && high <= std::numeric_limits<T>::max();
    };
    return fits(qint8{}) ? 8 : fits(qint16{}) ? 16 : fits(qint32{}) ? 32 : 64;
}

template <typename T>
ArrowBuffer floats(const ColumnSlice &slice)
{
    std::vector<T> values(static_cast<size_t>(slice.rows));
    T *out = values.data();
    for (const ColumnSlice::Piece &piece : slice.pieces) {
        if (piece.segment->layout() == Layout::Float64)
            copyRows<double>(piece, out);
        else if (piece.segment->layout() == Layout::Float32)
            copyRows<float>(piece, out);
        out += piece.count;
    }
    for (T &value : values) {
        if (std::isnan(value))
            value = std::numeric_limits<T>::quiet_NaN();
    }
    return ArrowBuffer::of(std::move(values));
}

ArrowBuffer booleans(const ColumnSlice &slice)
{
    std::vector<quint8> bits((static_cast<size_t>(slice.rows) + 7) / 8);
    size_t at = 0;
    slice.forEachRow([&](const Segment &segment, qsizetype row) {
        if (!segment.isNull(row) && segment.boolAt(row))
            bits[at >> 3] |= static_cast<quint8>(1U << (at & 7));
        ++at;
    });
    return ArrowBuffer::of(std::move(bits));
}

class Encoder
{
    Q_DECLARE_TR_FUNCTIONS(passel::ColumnEncoder)

public:
    explicit Encoder(const TaskContext &context)
        : m_context(context)
    {}

    // The field itself under \a name, and its odd source texts under \a sourceName.
    Result<void> encode(const ColumnSlice &slice, const std::string &name,
                        const std::string &sourceName, int depth, EncodedColumn *out)
    {
        if (m_context.isCancelled())
            return Error::cancelled();
        if (depth > MaximumDepth)
            return Error(ErrorKind::Limit, QByteArrayLiteral("too-deep"),
                         tr("Documents are nested more than %1 deep. Flatten them first.")
                             .arg(MaximumDepth));
        PASSEL_CHECK(encodeValues(slice, name, depth, out));
        bool odd = false;
        for (const ColumnSlice::Piece &piece : slice.pieces)
            odd = odd || hasSource(piece);
        if (!odd)
            return {};
        PASSEL_TRY(EncodedBytes sources, encodeSourceTexts(slice));
        sources.field.name = sourceName;
        out->fields.push_back(std::move(sources.field));
        out->arrays.push_back(std::move(sources.array));
        return {};
    }

private:
    static bool hasSource(const ColumnSlice::Piece &piece)
    {
        for (const auto &[row, text] : piece.segment->sourceTexts()) {
            if (row >= piece.first && row < piece.first + piece.count
                && !piece.segment->isNull(row))
                return true;
        }
        return false;
    }

    Result<void> encodeValues(const ColumnSlice &slice, const std::string &name, int depth,
                              EncodedColumn *out)
    {
        const ColumnType &type = slice.field.type;
        if (type.isBytes()) {
            PASSEL_TRY(EncodedBytes bytes, encodeBytes(slice));
            bytes.field.name = name;
            if (type.kind == TypeKind::Json)
                bytes.field.logical = "json";
            out->fields.push_back(std::move(bytes.field));
            out->arrays.push_back(std::move(bytes.array));
            return {};
        }
        ArrowArray array = startArray(slice);
        ArrowField made = field(name, ArrowKind::Int);
        switch (type.kind) {
        case TypeKind::Bool:
            made.type.kind = ArrowKind::Bool;
            array.buffers.push_back(booleans(slice));
            break;
        case TypeKind::Float64:
            made.type = {ArrowKind::FloatingPoint, 64};
            array.buffers.push_back(floats<double>(slice));
            break;
        case TypeKind::Float32:
            made.type = {ArrowKind::FloatingPoint, 32};
            array.buffers.push_back(floats<float>(slice));
            break;
        case TypeKind::Tensor:
            PASSEL_CHECK(encodeTensors(slice, &made, &array));
            break;
        case TypeKind::Documents:
            PASSEL_CHECK(encodeDocuments(slice, depth, &made, &array));
            break;
        default:
            PASSEL_CHECK(encodeCounts(type, wholeNumbers(slice), &made, &array));
            break;
        }
        out->fields.push_back(std::move(made));
        out->arrays.push_back(std::move(array));
        return {};
    }

    // Int, Date, Time, Timestamp, Duration.
    static Result<void> encodeCounts(const ColumnType &type, std::vector<qint64> values,
                                     ArrowField *made, ArrowArray *array)
    {
        int width = 64;
        switch (type.kind) {
        case TypeKind::Date:
            width = 32;
            made->type = {ArrowKind::Date, 32, true, ArrowUnit::Day};
            if (narrowestWidth(values) > 32)
                return Error(ErrorKind::Input, QByteArrayLiteral("number-range"),
                             tr("A date lies more than five million years away, which cannot be "
                                "shared. Correct it first."));
            break;
        case TypeKind::Time:
            made->type = {ArrowKind::Time, 64, true, ArrowUnit::Microsecond};
            break;
        case TypeKind::Duration:
            made->type = {ArrowKind::Duration, 0, true, ArrowUnit::Microsecond};
            break;
        case TypeKind::Timestamp: {
            made->type = {ArrowKind::Timestamp, 0, true, ArrowUnit::Microsecond};
            made->type.zone = type.zone.toStdString();
            qint64 rest = 0;
            for (const qint64 value : values)
                rest |= value % 1'000'000;
            if (rest == 0) {
                made->type.unit = ArrowUnit::Second;
                for (qint64 &value : values)
                    value /= 1'000'000;
            }
            break;
        }
        default:
            width = narrowestWidth(values);
            made->type = {ArrowKind::Int, width};
            break;
        }
        array->buffers.push_back(ofWidth(std::move(values), width));
        return {};
    }

    Result<void> encodeDocuments(const ColumnSlice &slice, int depth, ArrowField *made,
                                 ArrowArray *array)
    {
        const Schema none;
        const Schema &schema = slice.field.children ? *slice.field.children : none;
        std::vector<ColumnSlice> children(static_cast<size_t>(schema.size()));
        for (size_t i = 0; i < children.size(); ++i)
            children[i].field = schema.field(static_cast<qsizetype>(i));

        std::vector<qint32> offsets{0};
        offsets.reserve(static_cast<size_t>(slice.rows) + 1);
        qint64 documents = 0;
        for (const ColumnSlice::Piece &piece : slice.pieces) {
            std::shared_ptr<const DocumentArray> all = piece.segment->children();
            if (all && all->schema() != schema) {
                PASSEL_TRY(DocumentArray conformed, all->conformed(schema, m_context));
                all = std::make_shared<const DocumentArray>(std::move(conformed));
            }
            for (qsizetype row = piece.first; row < piece.first + piece.count; ++row) {
                if (!piece.segment->isNull(row)) {
                    const auto [begin, end] = piece.segment->listAt(row);
                    documents += end - begin;
                    PASSEL_CHECK(appendChildren(*all, begin, end, &children));
                }
                if (documents > MaximumStretchDocuments)
                    return arrowTooManyDocuments(slice.field.name);
                offsets.push_back(static_cast<qint32>(documents));
            }
        }
        array->buffers.push_back(ArrowBuffer::of(std::move(offsets)));

        ArrowField item = field("item", ArrowKind::Struct);
        ArrowArray items;
        items.length = documents;
        items.buffers.emplace_back();
        EncodedColumn members;
        for (size_t i = 0; i < children.size(); ++i) {
            const std::string name = std::to_string(i);
            PASSEL_CHECK(encode(children[i], name, name + 's', depth + 1, &members));
        }
        item.children = std::move(members.fields);
        items.children = std::move(members.arrays);
        made->type.kind = ArrowKind::List;
        made->children.push_back(std::move(item));
        array->children.push_back(std::move(items));
        return {};
    }

    Result<void> appendChildren(const DocumentArray &documents, qsizetype begin, qsizetype end,
                                std::vector<ColumnSlice> *children) const
    {
        if (begin == end)
            return {};
        for (size_t i = 0; i < children->size(); ++i) {
            PASSEL_TRY(const ColumnSlice slice,
                       ColumnSlice::of(documents, static_cast<qsizetype>(i), begin, end - begin,
                                       m_context));
            for (const ColumnSlice::Piece &piece : slice.pieces)
                (*children)[i].append(piece.segment, piece.first, piece.count);
        }
        return {};
    }

    const TaskContext &m_context;
};

} // namespace

Result<EncodedColumn> encodeColumn(const ColumnSlice &slice, const TaskContext &context)
{
    EncodedColumn encoded;
    PASSEL_CHECK(Encoder(context).encode(slice, "v", "s", 1, &encoded));
    return encoded;
}

} // namespace passel
