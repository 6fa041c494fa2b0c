#include "core/arrow/arrowtensor.h"

#include "core/arrow/arrowerror.h"
#include "core/arrow/arrowschema.h"

#include <QCoreApplication>

#include <charconv>
#include <limits>

namespace passel {

namespace {

constexpr size_t MaximumDimensions = 16;
constexpr qint64 MaximumElements = qint64(1) << 26;

ArrowType elementType(ElementType element)
{
    switch (element) {
    case ElementType::Bool:
    case ElementType::UInt8:
        return {ArrowKind::Int, 8, false};
    case ElementType::Int8:
        return {ArrowKind::Int, 8, true};
    case ElementType::Int16:
        return {ArrowKind::Int, 16, true};
    case ElementType::Int32:
        return {ArrowKind::Int, 32, true};
    case ElementType::Int64:
        return {ArrowKind::Int, 64, true};
    case ElementType::UInt16:
        return {ArrowKind::Int, 16, false};
    case ElementType::UInt32:
        return {ArrowKind::Int, 32, false};
    case ElementType::UInt64:
        return {ArrowKind::Int, 64, false};
    case ElementType::Float16:
        return {ArrowKind::FloatingPoint, 16};
    case ElementType::Float32:
        return {ArrowKind::FloatingPoint, 32};
    case ElementType::Float64:
        return {ArrowKind::FloatingPoint, 64};
    }
    Q_UNREACHABLE();
    return {};
}

// Number of elements, or -1 when it passes a limit.
qint64 elementCount(const std::vector<quint32> &shape)
{
    qint64 count = 1;
    if (shape.size() > MaximumDimensions)
        return -1;
    for (const quint32 size : shape) {
        if (__builtin_mul_overflow(count, qint64(size), &count) || count > MaximumElements)
            return -1;
    }
    return count;
}

ArrowField listOf(const std::string &name, const ArrowType &items)
{
    ArrowField list;
    list.name = name;
    list.type.kind = ArrowKind::List;
    ArrowField item;
    item.name = "item";
    item.type = items;
    list.children.push_back(std::move(item));
    return list;
}

ArrowArray plainArray(qint64 length, ArrowBuffer data)
{
    ArrowArray array;
    array.length = length;
    array.buffers.emplace_back();
    array.buffers.push_back(std::move(data));
    return array;
}

Error tooManyElements()
{
    return {ErrorKind::Limit, QByteArrayLiteral("limit"),
            QCoreApplication::translate("passel::Arrow",
                                        "One stretch of tensors is too large to be shared: a "
                                        "tensor has at most 16 dimensions and 2^26 elements.")};
}

Error wrongSize()
{
    return {ErrorKind::Input, QByteArrayLiteral("tensor"),
            QCoreApplication::translate("passel::Arrow",
                                        "A tensor’s size does not fit its shape. Get the data "
                                        "again from where it came.")};
}

// "[2,3]" to a shape; nothing for anything else.
std::optional<std::vector<quint32>> parseShape(std::string_view text)
{
    std::vector<quint32> shape;
    if (text.size() < 2 || text.front() != '[' || text.back() != ']')
        return {};
    text = text.substr(1, text.size() - 2);
    while (!text.empty()) {
        quint32 size = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
        if (error != std::errc() || shape.size() >= MaximumDimensions)
            return {};
        shape.push_back(size);
        text.remove_prefix(static_cast<size_t>(end - text.data()));
        if (text.empty())
            break;
        if (text.front() != ',' || text.size() == 1)
            return {};
        text.remove_prefix(1);
    }
    return shape;
}

std::pair<qint64, qint64> rangeOf(const ArrowField &field, const ArrowArray &array, qint64 row)
{
    if (field.type.kind == ArrowKind::FixedSizeList)
        return {row * field.type.listSize, (row + 1) * field.type.listSize};
    const ArrowBuffer &offsets = array.buffers[1];
    if (field.type.kind == ArrowKind::LargeList)
        return {offsets.at<qint64>(row), offsets.at<qint64>(row + 1)};
    return {offsets.at<qint32>(row), offsets.at<qint32>(row + 1)};
}

bool isListOf(const ArrowField &field, const ArrowArray &array, const ArrowType &items)
{
    const bool isList = field.type.kind == ArrowKind::List
                        || field.type.kind == ArrowKind::LargeList
                        || field.type.kind == ArrowKind::FixedSizeList;
    return isList && !field.index && !field.children[0].index && field.children[0].type == items
           && array.children[0].nullCount == 0;
}

} // namespace

Result<void> encodeTensors(const ColumnSlice &slice, ArrowField *field, ArrowArray *array)
{
    const ElementType element = slice.field.type.element;
    const ArrowType items = elementType(element);
    const std::string name = "tensor " + elementName(element).toStdString();

    std::optional<std::vector<quint32>> shape;
    std::vector<qint32> offsets{0};
    std::vector<qint32> shapeOffsets{0};
    std::vector<qint32> shapes;
    std::string data;
    bool isUniform = true;
    bool isFlat = true;
    bool tooLarge = false;
    bool fits = true;
    slice.forEachRow([&](const Segment &segment, qsizetype row) {
        if (!segment.isNull(row) && !tooLarge) {
            const std::vector<quint32> own = segment.shapeAt(row);
            isUniform = isUniform && (!shape || own == *shape);
            isFlat = isFlat && own.size() == 1;
            if (!shape)
                shape = own;
            shapes.insert(shapes.end(), own.begin(), own.end());
            const std::string_view bytes = segment.bytesAt(row);
            const qint64 elements = elementCount(own);
            // A tensor from who knows where must neither be read past its end nor become a part
            // that nobody can read.
            fits = fits
                   && (elements < 0
                       || elements * elementSize(element) == static_cast<qint64>(bytes.size()));
            tooLarge = elements < 0
                       || data.size() + bytes.size()
                              > static_cast<size_t>(std::numeric_limits<qint32>::max());
            if (!tooLarge)
                data.append(bytes);
        }
        offsets.push_back(
            static_cast<qint32>(static_cast<qsizetype>(data.size()) / elementSize(element)));
        shapeOffsets.push_back(static_cast<qint32>(shapes.size()));
    });
    if (tooLarge)
        return tooManyElements();
    if (!fits)
        return wrongSize();

    const auto count = static_cast<qint64>(offsets.back());
    if (shape && isUniform && elementCount(*shape) > 0) {
        const qint64 size = elementCount(*shape);
        std::string text = "[";
        for (const quint32 dimension : *shape)
            text += (text.size() > 1 ? "," : "") + std::to_string(dimension);
        *field = listOf(field->name, items);
        field->logical = name + ' ' + text + ']';
        field->type.kind = ArrowKind::FixedSizeList;
        field->type.listSize = size;
        // Zeros stand under a null.
        if (array->nullCount > 0) {
            const auto width = static_cast<size_t>(size * elementSize(element));
            std::string spread(width * static_cast<size_t>(array->length), '\0');
            size_t from = 0;
            for (qint64 row = 0; row < array->length; ++row) {
                if (array->isNull(row))
                    continue;
                spread.replace(static_cast<size_t>(row) * width, width, data, from, width);
                from += width;
            }
            data = std::move(spread);
        }
        array->children.push_back(
            plainArray(size * array->length, ArrowBuffer::of(std::move(data))));
        return {};
    }
    if (isFlat) {
        *field = listOf(field->name, items);
        field->logical = name + " [*]";
        array->buffers.push_back(ArrowBuffer::of(std::move(offsets)));
        array->children.push_back(plainArray(count, ArrowBuffer::of(std::move(data))));
        return {};
    }
    field->type = {ArrowKind::Struct};
    field->logical = name + " *";
    field->children = {listOf("shape", {ArrowKind::Int, 32, true}), listOf("data", items)};
    ArrowArray shapeList = plainArray(array->length, ArrowBuffer::of(std::move(shapeOffsets)));
    const auto shapeCount = static_cast<qint64>(shapes.size());
    shapeList.children.push_back(plainArray(shapeCount, ArrowBuffer::of(std::move(shapes))));
    ArrowArray dataList = plainArray(array->length, ArrowBuffer::of(std::move(offsets)));
    dataList.children.push_back(plainArray(count, ArrowBuffer::of(std::move(data))));
    array->children.push_back(std::move(shapeList));
    array->children.push_back(std::move(dataList));
    return {};
}

Result<TensorDecoder> TensorDecoder::create(const ColumnType &type, const ArrowField &field,
                                            const ArrowArray &array)
{
    const auto mismatch = [&] {
        return arrowMismatch(arrowKindName(field.type.kind), QString::fromStdString(field.name));
    };
    TensorDecoder decoder;
    decoder.m_type = type;
    decoder.m_data = &array;
    decoder.m_dataField = &field;
    if (field.type.kind == ArrowKind::Struct && field.children.size() == 2) {
        decoder.m_shapes = array.children.data();
        decoder.m_shapesField = field.children.data();
        decoder.m_data = &array.children[1];
        decoder.m_dataField = &field.children[1];
        if (!isListOf(*decoder.m_shapesField, *decoder.m_shapes, {ArrowKind::Int, 32, true}))
            return mismatch();
    }
    if (!isListOf(*decoder.m_dataField, *decoder.m_data, elementType(type.element)))
        return mismatch();
    const size_t space = field.logical.rfind(' ');
    if (space != std::string::npos)
        decoder.m_shape = parseShape(std::string_view(field.logical).substr(space + 1));
    return decoder;
}

Result<TensorValue> TensorDecoder::at(qint64 row) const
{
    if (m_data->isNull(row) || (m_shapes && m_shapes->isNull(row)))
        return wrongSize();
    const auto [begin, end] = rangeOf(*m_dataField, *m_data, row);
    TensorValue value;
    value.element = m_type.element;
    if (m_shapes) {
        const auto [first, last] = rangeOf(*m_shapesField, *m_shapes, row);
        if (last - first > qint64(MaximumDimensions))
            return tooManyElements();
        for (qint64 i = first; i < last; ++i) {
            const auto size = m_shapes->children[0].buffers[1].at<qint32>(i);
            if (size < 0)
                return wrongSize();
            value.shape.push_back(static_cast<quint32>(size));
        }
    } else if (m_shape) {
        value.shape = *m_shape;
    } else {
        value.shape.push_back(static_cast<quint32>(end - begin));
    }
    const qint64 count = elementCount(value.shape);
    if (count < 0)
        return tooManyElements();
    if (count != end - begin || (!m_type.shape.empty() && value.shape != m_type.shape))
        return wrongSize();
    const qint64 width = elementSize(m_type.element);
    const QByteArrayView bytes =
        m_data->children[0].buffers[1].bytes().sliced(begin * width, count * width);
    value.data.assign(bytes.data(), static_cast<size_t>(bytes.size()));
    return value;
}

} // namespace passel
