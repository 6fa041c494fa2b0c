#include "core/io/tensorjson.h"

#include "core/io/jsontext.h"
#include "core/io/limits.h"

#include <QByteArray>
#include <QCoreApplication>
#include <qfloat16.h>

#include <cmath>
#include <cstring>
#include <fast_float/fast_float.h>
#include <limits>

namespace passel {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::DocumentJson)
};

Error tensorError(const QString &message)
{
    return {ErrorKind::Input, "tensor", message};
}

bool isWhole(std::string_view text)
{
    return text.find_first_of(".eENI") == std::string_view::npos && text.size() <= 18;
}

// Elements of a tensor while its lists are walked.
struct TensorParts
{
    std::vector<double> numbers;
    std::vector<qint64> wholes;
    bool allWhole = true;
    bool allBool = true;
};

template <typename T>
void appendRaw(T value, std::string *out)
{
    out->append(reinterpret_cast<const char *>(&value), sizeof value);
}

double numberAt(const TensorValue &tensor, qsizetype i)
{
    double number = 0;
    const char *at = tensor.data.data() + i * elementSize(tensor.element);
    const auto load = [at, &number](auto sample) {
        std::memcpy(&sample, at, sizeof sample);
        number = static_cast<double>(sample);
    };
    switch (tensor.element) {
    case ElementType::Bool:
    case ElementType::UInt8:
        load(quint8());
        break;
    case ElementType::Int8:
        load(qint8());
        break;
    case ElementType::Int16:
        load(qint16());
        break;
    case ElementType::Int32:
        load(qint32());
        break;
    case ElementType::Int64:
        load(qint64());
        break;
    case ElementType::UInt16:
        load(quint16());
        break;
    case ElementType::UInt32:
        load(quint32());
        break;
    case ElementType::UInt64:
        load(quint64());
        break;
    case ElementType::Float32:
        load(float());
        break;
    case ElementType::Float64:
        load(double());
        break;
    case ElementType::Float16: {
        qfloat16 half;
        std::memcpy(&half, at, sizeof half);
        number = static_cast<double>(static_cast<float>(half));
        break;
    }
    }
    return number;
}

// The numbers are sound, but no column of tensors holds them: the value is kept as it is written.
Error keptAsJson(const QString &message)
{
    return {ErrorKind::Input, "tensor-kind", message};
}

Result<TensorValue> denseTensor(JsonScanner &scanner)
{
    TensorValue tensor;
    QByteArray dtype;
    std::string buffer;
    bool haveDtype = false;
    (void)scanner.take('{');
    while (scanner.peek() == '"') {
        JsonSlice key;
        JsonSlice value;
        if (!scanner.string(&key) || !scanner.take(':') || !scanner.value(&value))
            return jsonError(scanner.trouble());
        const std::string_view name = key.source.substr(1, key.source.size() - 2);
        if (name == "dtype" && value.kind == JsonKind::String) {
            dtype = QByteArray(value.source.data() + 1,
                               static_cast<qsizetype>(value.source.size()) - 2);
            haveDtype = true;
        } else if (name == "buffer" && value.kind == JsonKind::String) {
            std::string text;
            (void)appendUnescaped(value, &text);
            auto bytes = fromBase64(text);
            if (!bytes)
                return tensorError(Words::tr("The buffer of this tensor is no base64."));
            buffer = std::move(*bytes);
        } else if (name == "shape" && value.kind == JsonKind::Array) {
            tensor.shape.clear();
            JsonScanner items(value.source.data() + 1,
                              value.source.data() + value.source.size() - 1);
            while (!items.atEnd()) {
                JsonSlice item;
                double size = 0;
                if (!items.value(&item) || !readJsonNumber(item.source, &size) || size < 0
                    || size > 4294967295.0 || size != std::floor(size))
                    return tensorError(Words::tr("The shape of this tensor is no list of sizes."));
                tensor.shape.push_back(static_cast<quint32>(size));
                if (static_cast<qsizetype>(tensor.shape.size()) > limits::TensorDimensions)
                    return tensorError(
                        Words::tr("This tensor has more than 16 dimensions, which is the "
                                  "limit."));
                (void)items.take(',');
            }
        }
        (void)scanner.take(',');
    }
    qint64 count = 1;
    for (const quint32 size : tensor.shape) {
        if (__builtin_mul_overflow(count, qint64(size), &count) || count > limits::TensorElements)
            return tensorError(
                Words::tr("This tensor has more than 67,108,864 elements, which is the "
                          "limit."));
    }
    if (!haveDtype && buffer.empty())
        return count == 0 ? Result<TensorValue>(std::move(tensor))
                          : tensorError(Words::tr("This tensor has no data."));
    // Big-endian data occurs; it is turned round below.
    const bool swapped = dtype.startsWith('>');
    if (swapped || dtype.startsWith('='))
        dtype[0] = '<';
    if (dtype == "<c8" || dtype == "<c16")
        return keptAsJson(Words::tr("This tensor holds complex numbers; it is kept as JSON."));
    if (!parseElementName(dtype, &tensor.element))
        return tensorError(
            Words::tr("Passel does not know the number type \u201c%1\u201d of this tensor.")
                .arg(QString::fromLatin1(dtype.left(40))));
    if (count * elementSize(tensor.element) != static_cast<qint64>(buffer.size()))
        return tensorError(Words::tr("The buffer of this tensor has %1 bytes; its shape needs %2.")
                               .arg(buffer.size())
                               .arg(count * elementSize(tensor.element)));
    if (swapped) {
        const auto size = static_cast<size_t>(elementSize(tensor.element));
        for (size_t at = 0; at < buffer.size(); at += size)
            std::reverse(buffer.begin() + static_cast<std::ptrdiff_t>(at),
                         buffer.begin() + static_cast<std::ptrdiff_t>(at + size));
    }
    tensor.data = std::move(buffer);
    return tensor;
}

// {"indices": …, "values": …, "shape": …}: coordinates and what stands there, zeros elsewhere.
Result<TensorValue> sparseTensor(const JsonSlice &sparse, bool isTorch)
{
    // A shape costs a few bytes to claim; its zeros may take no more than a multiple of those.
    constexpr qint64 Growth = 64;
    JsonScanner scanner(sparse.source.data(), sparse.source.data() + sparse.source.size());
    TensorValue indices;
    TensorValue values;
    std::vector<quint32> shape;
    (void)scanner.take('{');
    while (scanner.peek() == '"') {
        JsonSlice key;
        JsonSlice value;
        if (!scanner.string(&key) || !scanner.take(':') || !scanner.value(&value))
            return jsonError(scanner.trouble());
        JsonScanner inner(value.source.data(), value.source.data() + value.source.size());
        if ((key.source == "\"indices\"" || key.source == "\"values\"")
            && value.kind == JsonKind::Object) {
            PASSEL_TRY(TensorValue part, denseTensor(inner));
            (key.source == "\"indices\"" ? indices : values) = std::move(part);
        } else if (key.source == "\"shape\"" && value.kind == JsonKind::Array) {
            PASSEL_TRY(const TensorValue sizes, tensorFromJson(value.source));
            const auto dimensions =
                static_cast<qsizetype>(sizes.data.size()) / elementSize(sizes.element);
            for (qsizetype i = 0; i < dimensions; ++i) {
                const double size = numberAt(sizes, i);
                if (!(size >= 0 && size <= 4294967295.0) || size != std::floor(size)
                    || dimensions > limits::TensorDimensions)
                    return tensorError(Words::tr("The shape of this tensor is no list of sizes."));
                shape.push_back(static_cast<quint32>(size));
            }
        }
        (void)scanner.take(',');
    }
    qint64 count = 1;
    for (const quint32 size : shape) {
        if (__builtin_mul_overflow(count, qint64(size), &count) || count > limits::TensorElements)
            return keptAsJson(Words::tr("This sparse tensor is large; it is kept as JSON."));
    }
    const qint64 width = elementSize(values.element);
    if (count * width > Growth * static_cast<qint64>(sparse.source.size()))
        return keptAsJson(Words::tr("This sparse tensor is large; it is kept as JSON."));
    const auto dimensions = static_cast<qint64>(shape.size());
    const qint64 points = static_cast<qint64>(values.data.size()) / width;
    const qint64 numbers = static_cast<qint64>(indices.data.size()) / elementSize(indices.element);
    if (dimensions == 0 || numbers != points * dimensions)
        return tensorError(Words::tr("The indices of this sparse tensor do not fit its values."));
    TensorValue tensor;
    tensor.element = values.element;
    tensor.shape = shape;
    tensor.data.assign(static_cast<size_t>(count * width), '\0');
    for (qint64 point = 0; point < points; ++point) {
        qint64 place = 0;
        for (qint64 d = 0; d < dimensions; ++d) {
            // One point a row, but for torch, which has one dimension a row.
            const double index =
                numberAt(indices, isTorch ? d * points + point : point * dimensions + d);
            const quint32 size = shape[static_cast<size_t>(d)];
            if (!(index >= 0 && index < size) || index != std::floor(index))
                return tensorError(
                    Words::tr("An index of this sparse tensor lies outside its shape."));
            place = place * size + static_cast<qint64>(index);
        }
        std::memcpy(tensor.data.data() + place * width, values.data.data() + point * width,
                    static_cast<size_t>(width));
    }
    return tensor;
}

} // namespace

bool readJsonNumber(std::string_view text, double *value)
{
    if (text == "NaN" || text == "\"NaN\"") {
        *value = std::numeric_limits<double>::quiet_NaN();
        return true;
    }
    if (text == "Infinity" || text == "\"Infinity\"" || text == "-Infinity"
        || text == "\"-Infinity\"") {
        const double infinity = std::numeric_limits<double>::infinity();
        *value = text.find('-') != std::string_view::npos ? -infinity : infinity;
        return true;
    }
    const auto parsed = fast_float::from_chars(text.data(), text.data() + text.size(), *value);
    return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
}

Result<TensorValue> tensorFromJson(std::string_view source)
{
    JsonScanner scanner(source.data(), source.data() + source.size());
    if (scanner.peek() == '{') {
        // {"dense": {...}, "clsName": "numpy"}, or "sparse" in place of "dense"
        JsonSlice sparse;
        bool isTorch = false;
        (void)scanner.take('{');
        while (scanner.peek() == '"') {
            JsonSlice key;
            if (!scanner.string(&key) || !scanner.take(':'))
                return jsonError(scanner.trouble());
            if (key.source == "\"dense\"" && scanner.peek() == '{')
                return denseTensor(scanner);
            JsonSlice value;
            if (!scanner.value(&value))
                return jsonError(scanner.trouble());
            if (key.source == "\"sparse\"" && value.kind == JsonKind::Object)
                sparse = value;
            isTorch = isTorch || value.source == "\"torch\"";
            (void)scanner.take(',');
        }
        if (!sparse.source.empty())
            return sparseTensor(sparse, isTorch);
        return tensorError(Words::tr("This tensor has no data."));
    }

    TensorValue tensor;
    TensorParts parts;
    std::vector<quint32> counts; // elements so far in each open list
    std::vector<bool> known;     // whether that level's size is known from a list before
    for (;;) {
        const char c = scanner.peek();
        if (c == '[') {
            (void)scanner.take('[');
            counts.push_back(0);
            if (counts.size() > static_cast<size_t>(limits::TensorDimensions))
                return tensorError(
                    Words::tr("This tensor has more than 16 dimensions, which is the limit."));
            if (tensor.shape.size() < counts.size()) {
                if (!parts.numbers.empty())
                    return tensorError(Words::tr("The lists of this tensor do not nest alike."));
                tensor.shape.push_back(0);
                known.push_back(false);
            }
        } else if (c == ']') {
            (void)scanner.take(']');
            const size_t level = counts.size() - 1;
            if (known[level] && tensor.shape[level] != counts[level])
                return tensorError(Words::tr("The lists of this tensor differ in length."));
            tensor.shape[level] = counts[level];
            known[level] = true;
            counts.pop_back();
            if (counts.empty())
                break;
            ++counts.back();
            (void)scanner.take(',');
        } else {
            JsonSlice value;
            if (counts.size() != tensor.shape.size() || !scanner.value(&value))
                return tensorError(Words::tr("The lists of this tensor do not nest alike."));
            double number = 0;
            qint64 whole = 0;
            if (value.kind == JsonKind::True || value.kind == JsonKind::False) {
                number = value.kind == JsonKind::True ? 1 : 0;
                whole = static_cast<qint64>(number);
            } else if (readJsonNumber(value.source, &number)) {
                parts.allBool = false;
                if (isWhole(value.source))
                    whole = value.source.empty()
                                ? 0
                                : std::strtoll(std::string(value.source).c_str(), nullptr, 10);
                else
                    parts.allWhole = false;
            } else {
                return tensorError(Words::tr("A tensor holds numbers only."));
            }
            parts.numbers.push_back(number);
            parts.wholes.push_back(whole);
            if (static_cast<qint64>(parts.numbers.size()) > limits::TensorElements)
                return tensorError(
                    Words::tr("This tensor has more than 67,108,864 elements, which is the "
                              "limit."));
            if (counts.empty())
                break; // a scalar
            ++counts.back();
            (void)scanner.take(',');
        }
    }
    tensor.element = parts.numbers.empty() ? ElementType::Float64
                     : parts.allBool       ? ElementType::Bool
                     : parts.allWhole      ? ElementType::Int64
                                           : ElementType::Float64;
    for (size_t i = 0; i < parts.numbers.size(); ++i) {
        if (tensor.element == ElementType::Bool)
            tensor.data.push_back(static_cast<char>(parts.wholes[i]));
        else if (tensor.element == ElementType::Int64)
            appendRaw(parts.wholes[i], &tensor.data);
        else
            appendRaw(parts.numbers[i], &tensor.data);
    }
    return tensor;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray(text.data(), static_cast<qsizetype>(text.size())),
        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return decoded.decoded.toStdString();
}

void unifyTensors(std::vector<std::pair<qint64, Value>> *values, bool isLocation, ColumnType *type)
{
    const ElementType first = values->front().second.toTensor().element;
    bool same = true;
    bool sameShape = true;
    for (const auto &[row, value] : *values) {
        same = same && value.toTensor().element == first;
        sameShape = sameShape && value.toTensor().shape == values->front().second.toTensor().shape;
    }
    const ElementType wanted = isLocation ? ElementType::Float32
                               : same     ? first
                                          : ElementType::Float64;
    type->element = wanted;
    if (sameShape)
        type->shape = values->front().second.toTensor().shape;
    if (same && first == wanted)
        return;
    for (auto &[row, value] : *values) {
        TensorValue tensor = value.toTensor();
        const auto count = static_cast<qsizetype>(tensor.data.size()) / elementSize(tensor.element);
        std::string data;
        for (qsizetype i = 0; i < count; ++i) {
            const double number = numberAt(tensor, i);
            if (wanted == ElementType::Float32)
                appendRaw(static_cast<float>(number), &data);
            else
                appendRaw(number, &data);
        }
        tensor.element = wanted;
        tensor.data = std::move(data);
        value = Value::tensor(std::move(tensor));
    }
}

} // namespace passel
