#include "core/arrow/columndecoder.h"

#include "core/arrow/arrowerror.h"
#include "core/arrow/arrowschema.h"
#include "core/arrow/arrowtensor.h"
#include "core/arrow/bytesaccess.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace passel {

namespace {

constexpr int MaximumDepth = 64;

Error outOfRange(const Field &field)
{
    Place place;
    place.field = field.name;
    return Error(ErrorKind::Input, QByteArrayLiteral("number-range"),
                 QCoreApplication::translate("passel::ColumnDecoder",
                                             "A value of the column “%1” is beyond what the "
                                             "column’s type can hold.")
                     .arg(field.name))
        .at(std::move(place));
}

float halfToFloat(quint16 half)
{
    const quint32 sign = quint32(half & 0x8000U) << 16;
    const quint32 exponent = (half >> 10) & 0x1fU;
    const quint32 fraction = half & 0x3ffU;
    if (exponent == 0) {
        const float value = static_cast<float>(fraction) * 0x1p-24F;
        return sign ? -value : value;
    }
    const quint32 bits =
        sign | (exponent == 31 ? 0x7f800000U : (exponent + 112) << 23) | (fraction << 13);
    return std::bit_cast<float>(bits);
}

// Sets units of \a from, in \a divisor of them to one of ours, after \a factor.
struct Scale
{
    qint64 factor = 1;
    qint64 divisor = 1;
};

qint64 microseconds(ArrowUnit unit)
{
    switch (unit) {
    case ArrowUnit::Second:
        return 1'000'000;
    case ArrowUnit::Millisecond:
        return 1'000;
    default:
        return 1;
    }
}

std::optional<Scale> scaleOf(TypeKind wanted, const ArrowType &type)
{
    const Scale micro{microseconds(type.unit), type.unit == ArrowUnit::Nanosecond ? 1'000 : 1};
    switch (wanted) {
    case TypeKind::Int:
        if (type.kind == ArrowKind::Int)
            return Scale{};
        break;
    case TypeKind::Date:
        if (type.kind == ArrowKind::Date)
            return type.unit == ArrowUnit::Day ? Scale{} : Scale{1, 86'400'000};
        break;
    case TypeKind::Time:
        if (type.kind == ArrowKind::Time)
            return micro;
        break;
    case TypeKind::Timestamp:
        if (type.kind == ArrowKind::Timestamp)
            return micro;
        break;
    case TypeKind::Duration:
        if (type.kind == ArrowKind::Duration)
            return micro;
        break;
    default:
        break;
    }
    return {};
}

class Decoder
{
public:
    Decoder(const Field &wanted, const TaskContext &context, int depth)
        : m_wanted(wanted)
        , m_context(context)
        , m_depth(depth)
        , m_builder(wanted.type)
    {
        m_builder.setChildren(wanted.children);
    }

    Result<std::vector<SegmentPtr>> decode(const ArrowField &field, const ArrowArray &array,
                                           const ArrowField *sourceField, const ArrowArray *sources)
    {
        std::optional<ArrowBytes> sourceTexts;
        if (sources) {
            if (sourceField->index || sourceField->type.kind != ArrowKind::Utf8
                || sources->length != array.length)
                return arrowDamaged(QStringLiteral("source texts"));
            sourceTexts.emplace(sourceField->type, *sources);
        }
        const auto withSource = [&](qint64 row) {
            if (sourceTexts && !array.isNull(row) && !sources->isNull(row))
                m_builder.setSourceText(string(sourceTexts->at(row)));
        };
        if (array.nullCount == array.length) {
            for (qint64 left = array.length; left > 0;) {
                const qint64 count = std::min<qint64>(left, Segment::Capacity);
                m_segments.push_back(Segment::nulls(m_wanted.type.kind, count));
                left -= count;
            }
            return std::move(m_segments);
        }
        PASSEL_CHECK(decodeRows(field, array, withSource));
        if (m_builder.size() > 0)
            m_segments.push_back(m_builder.seal());
        return std::move(m_segments);
    }

private:
    static std::string string(QByteArrayView bytes)
    {
        return {bytes.data(), static_cast<size_t>(bytes.size())};
    }

    static std::string_view view(QByteArrayView bytes)
    {
        return {bytes.data(), static_cast<size_t>(bytes.size())};
    }

    [[nodiscard]] Error mismatch(const ArrowField &field) const
    {
        return arrowMismatch(arrowKindName(field.type.kind), m_wanted.name);
    }

    // Calls append(row) for each row that is there; it says whether the value fits.
    template <typename WithSource, typename Append>
    Result<void> forEachRow(const ArrowArray &array, WithSource &withSource, Append append)
    {
        for (qint64 row = 0; row < array.length; ++row) {
            if (array.isNull(row)) {
                m_builder.appendNull();
            } else {
                if (!append(row))
                    return outOfRange(m_wanted);
                withSource(row);
            }
            if (m_builder.isFull()) {
                if (m_context.isCancelled())
                    return Error::cancelled();
                m_segments.push_back(m_builder.seal());
            }
        }
        return {};
    }

    template <typename WithSource>
    Result<void> decodeRows(const ArrowField &field, const ArrowArray &array,
                            WithSource &withSource)
    {
        // A dictionary's entries are read through its indices, whatever their type.
        const ArrowArray &values = field.index ? *array.dictionary : array;
        std::optional<ArrowIndices> indices;
        if (field.index)
            indices.emplace(*field.index, array);
        const auto at = [&](qint64 row) { return indices ? indices->at(row) : row; };
        const auto isThere = [&](qint64 row) { return !indices || !values.isNull(row); };

        const ArrowType &type = field.type;
        if (m_wanted.type.isBytes()) {
            if (!holdsBytes(type.kind))
                return mismatch(field);
            const ArrowBytes bytes(type, values);
            return forEachRow(array, withSource, [&](qint64 row) {
                if (isThere(at(row)))
                    m_builder.appendBytes(view(bytes.at(at(row))));
                else
                    m_builder.appendNull();
                return true;
            });
        }
        if (m_wanted.type.isIntegral()) {
            const auto scale = scaleOf(m_wanted.type.kind, type);
            if (!scale)
                return mismatch(field);
            const ArrowIndices counts(type, values);
            const bool isHuge =
                type.kind == ArrowKind::Int && !type.isSigned && type.bitWidth == 64;
            return forEachRow(array, withSource, [&](qint64 row) {
                if (!isThere(at(row))) {
                    m_builder.appendNull();
                    return true;
                }
                qint64 count = counts.at(at(row));
                if ((isHuge && count < 0) || __builtin_mul_overflow(count, scale->factor, &count)
                    || count % scale->divisor != 0)
                    return false;
                m_builder.appendInt(count / scale->divisor);
                return true;
            });
        }
        if (m_wanted.type.isFloating())
            return decodeFloats(field, values, array, at, isThere, withSource);
        if (field.index)
            return arrowUnsupported(QStringLiteral("dictionaries of ") + arrowKindName(type.kind));
        switch (m_wanted.type.kind) {
        case TypeKind::Bool:
            if (type.kind != ArrowKind::Bool)
                return mismatch(field);
            return forEachRow(array, withSource, [&](qint64 row) {
                m_builder.appendBool(array.buffers[1].bit(row));
                return true;
            });
        case TypeKind::Tensor: {
            PASSEL_TRY(const TensorDecoder tensors,
                       TensorDecoder::create(m_wanted.type, field, array));
            std::optional<Error> failure;
            const Result<void> done = forEachRow(array, withSource, [&](qint64 row) {
                auto tensor = tensors.at(row);
                if (tensor)
                    m_builder.appendTensor(*tensor);
                else
                    failure = std::move(tensor).error();
                return !failure;
            });
            return failure ? Result<void>(*std::move(failure)) : done;
        }
        default:
            return decodeDocuments(field, array, withSource);
        }
    }

    [[nodiscard]] bool holdsBytes(ArrowKind kind) const
    {
        switch (kind) {
        case ArrowKind::Utf8:
        case ArrowKind::LargeUtf8:
        case ArrowKind::Utf8View:
            return true;
        case ArrowKind::Binary:
        case ArrowKind::LargeBinary:
        case ArrowKind::BinaryView:
        case ArrowKind::FixedSizeBinary:
            return m_wanted.type.kind == TypeKind::Bytes;
        default:
            return false;
        }
    }

    template <typename At, typename IsThere, typename WithSource>
    Result<void> decodeFloats(const ArrowField &field, const ArrowArray &values,
                              const ArrowArray &array, const At &at, const IsThere &isThere,
                              WithSource &withSource)
    {
        const bool isFloat = field.type.kind == ArrowKind::FloatingPoint;
        if (!isFloat && field.type.kind != ArrowKind::Int)
            return mismatch(field);
        const ArrowIndices whole(field.type, values);
        const ArrowBuffer &data = values.buffers[1];
        const int width = field.type.bitWidth;
        return forEachRow(array, withSource, [&](qint64 row) {
            const qint64 index = at(row);
            if (!isThere(index))
                m_builder.appendNull();
            else if (!isFloat)
                m_builder.appendFloat(static_cast<double>(whole.at(index)));
            else if (width == 64)
                m_builder.appendFloat(data.at<double>(index));
            else if (width == 32)
                m_builder.appendFloat(static_cast<double>(data.at<float>(index)));
            else
                m_builder.appendFloat(static_cast<double>(halfToFloat(data.at<quint16>(index))));
            return true;
        });
    }

    template <typename WithSource>
    Result<void> decodeDocuments(const ArrowField &field, const ArrowArray &array,
                                 WithSource &withSource)
    {
        const bool isList =
            field.type.kind == ArrowKind::List || field.type.kind == ArrowKind::LargeList;
        if (!isList || field.children[0].type.kind != ArrowKind::Struct)
            return mismatch(field);
        if (m_depth > MaximumDepth)
            return Error(ErrorKind::Limit, QByteArrayLiteral("too-deep"),
                         QCoreApplication::translate("passel::ColumnDecoder",
                                                     "Documents are nested more than %1 deep.")
                             .arg(MaximumDepth));
        const bool isLarge = field.type.kind == ArrowKind::LargeList;
        const auto offset = [&](qint64 row) {
            return isLarge ? array.buffers[1].at<qint64>(row)
                           : qint64(array.buffers[1].at<qint32>(row));
        };
        // All is checked before the first column is made: a length alone costs a part no byte, but
        // us memory for each column that the manifest names (SEC-05).
        for (qint64 row = 0; row < array.length; ++row) {
            if (offset(row + 1) - offset(row) > MaximumNestedDocuments)
                return Error(
                    ErrorKind::Limit, QByteArrayLiteral("limit"),
                    QCoreApplication::translate("passel::ColumnDecoder",
                                                "A document holds more than %L1 documents.")
                        .arg(MaximumNestedDocuments));
        }
        if (array.children[0].length > offset(array.length))
            return arrowDamaged(QStringLiteral("documents behind the last list"));
        if (array.children[0].length > MaximumStretchDocuments)
            return arrowTooManyDocuments(m_wanted.name);
        PASSEL_TRY(const DocumentArray all, decodeStruct(field.children[0], array.children[0]));
        return forEachRow(array, withSource, [&](qint64 row) {
            m_builder.appendDocuments(all.sliced(offset(row), offset(row + 1) - offset(row)));
            return true;
        });
    }

    // Field `3` fills child 3, `3s` its source texts; children without a field are missing.
    Result<DocumentArray> decodeStruct(const ArrowField &field, const ArrowArray &array)
    {
        const Schema schema = m_wanted.children ? *m_wanted.children : Schema();
        const auto find = [&](const std::string &name) {
            const auto it = std::find_if(field.children.begin(), field.children.end(),
                                         [&](const ArrowField &f) { return f.name == name; });
            return it - field.children.begin();
        };
        const auto count = static_cast<std::ptrdiff_t>(field.children.size());
        std::vector<Column> columns;
        for (qsizetype i = 0; i < schema.size(); ++i) {
            const std::string name = std::to_string(i);
            const std::ptrdiff_t at = find(name);
            // Missing cells share one segment, however many there are.
            if (at == count || array.children[static_cast<size_t>(at)].nullCount == array.length) {
                columns.push_back(Column::nulls(schema.field(i).type.kind, array.length));
                continue;
            }
            const std::ptrdiff_t source = find(name + 's');
            const bool hasSource = source != count;
            Decoder child(schema.field(i), m_context, m_depth + 1);
            PASSEL_TRY(
                const std::vector<SegmentPtr> segments,
                child.decode(field.children[static_cast<size_t>(at)],
                             array.children[static_cast<size_t>(at)],
                             hasSource ? &field.children[static_cast<size_t>(source)] : nullptr,
                             hasSource ? &array.children[static_cast<size_t>(source)] : nullptr));
            columns.push_back(Column::ofSegments(segments));
        }
        return DocumentArray::create(schema, std::move(columns), array.length);
    }

    const Field &m_wanted;
    const TaskContext &m_context;
    int m_depth;
    SegmentBuilder m_builder;
    std::vector<SegmentPtr> m_segments;
};

} // namespace

Result<std::vector<SegmentPtr>> decodeColumn(const Field &wanted, const ArrowField &field,
                                             const ArrowArray &column,
                                             const ArrowField *sourceField,
                                             const ArrowArray *sources, const TaskContext &context)
{
    return Decoder(wanted, context, 1).decode(field, column, sourceField, sources);
}

} // namespace passel
