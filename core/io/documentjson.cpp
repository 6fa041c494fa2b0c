#include "core/io/documentjson.h"

#include "core/io/encoding.h"
#include "core/io/limits.h"
#include "core/io/places.h"

#include <QByteArray>
#include <QCoreApplication>
#include <qfloat16.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fast_float/fast_float.h>
#include <functional>
#include <limits>
#include <utility>

namespace passel {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::DocumentJson)
};

struct Attribute
{
    std::string_view name;
    Role role;
};

// Names of both JSON forms; `_metadata` is never written by the first and spelled so by the second.
constexpr std::array<Attribute, 27> Attributes{{
    {"id", Role::Id},
    {"text", Role::Text},
    {"blob", Role::Blob},
    {"tensor", Role::Tensor},
    {"uri", Role::Uri},
    {"mime_type", Role::MimeType},
    {"mimeType", Role::MimeType},
    {"tags", Role::Tags},
    {"weight", Role::Weight},
    {"embedding", Role::Embedding},
    {"chunks", Role::Chunks},
    {"matches", Role::Matches},
    {"granularity", Role::Granularity},
    {"adjacency", Role::Adjacency},
    {"parent_id", Role::ParentId},
    {"parentId", Role::ParentId},
    {"offset", Role::Offset},
    {"location", Role::Location},
    {"modality", Role::Modality},
    {"scores", Role::Scores},
    {"evaluations", Role::Evaluations},
    {"_metadata", Role::Metadata},
    {"Metadata", Role::Metadata},
    {"metadata_", Role::Metadata},
    {"score", Role::Tag},
    {"evaluation", Role::Tag},
    {"content", Role::Tag},
}};

Role roleNamed(std::string_view name)
{
    for (const Attribute &attribute : Attributes) {
        if (attribute.name == name)
            return attribute.role;
    }
    return Role::Tag;
}

Error fieldType(const std::string &name, const char *wanted)
{
    return {ErrorKind::Input, "field-type",
            Words::tr("The attribute \u201c%1\u201d must be %2 here.")
                .arg(QString::fromStdString(name), Words::tr(wanted))};
}

Error tensorError(const QString &message)
{
    return {ErrorKind::Input, "tensor", message};
}

constexpr size_t indexOf(Role role)
{
    return static_cast<size_t>(role);
}

bool readNumber(std::string_view text, double *value)
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
                if (!items.value(&item) || !readNumber(item.source, &size) || size < 0
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
            } else if (readNumber(value.source, &number)) {
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

namespace {

bool isNumberBegin(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == 'N' || c == 'I';
}

// Judged by the beginning, as the text may be cut: what stands innermost in the lists.
bool looksLikeTensor(const char *at, const char *end)
{
    JsonScanner scanner(at, end);
    if (scanner.take('{')) { // {"dense": …}, {"sparse": …}, maybe with a name of the library before
        JsonSlice key;
        return !scanner.string(&key) || key.source == "\"dense\"" || key.source == "\"sparse\""
               || key.source == "\"clsName\"" || key.source == "\"cls_name\""
               || key.source == "\"parameters\"";
    }
    while (scanner.take('[')) {
    }
    const char c = scanner.peek();
    return isNumberBegin(c) || c == ']' || c == 't' || c == 'f' || c == '\0';
}

enum class Likeness { No, Neutral, Telling };

// The first element of `chunks` or `matches`, the first member of `scores` or `evaluations`.
Likeness likenessOf(const char *text, const char *end, bool nested);

bool holdsDocuments(const char *at, const char *end)
{
    JsonScanner scanner(at, end);
    (void)scanner.take('[');
    const char c = scanner.peek();
    return c == ']' || c == '\0'
           || (c == '{' && likenessOf(scanner.at(), end, true) != Likeness::No);
}

bool holdsScores(const char *at, const char *end)
{
    JsonScanner scanner(at, end);
    JsonSlice key;
    (void)scanner.take('{');
    if (!scanner.string(&key) || !scanner.take(':'))
        return true; // empty or cut
    const char c = scanner.peek();
    return c == '{' || c == 'n' || c == '\0';
}

// What a value at \a at, which is not null, says of an attribute's name: ordinary tables use these
// words, too, for values of other kinds.
Likeness judge(Role role, const char *at, const char *end, bool nested)
{
    const char begin = *at;
    const auto when = [](bool fits, Likeness likeness) { return fits ? likeness : Likeness::No; };
    switch (role) {
    case Role::Id:
    case Role::Text:
    case Role::Uri:
    case Role::MimeType:
    case Role::ParentId:
    case Role::Modality:
        return when(begin == '"', Likeness::Neutral);
    case Role::Blob:
        return when(begin == '"', Likeness::Telling);
    case Role::Weight:
    case Role::Offset: {
        const std::string_view rest(at, static_cast<size_t>(end - at));
        return when(isNumberBegin(begin) || rest.starts_with("\"NaN\"")
                        || rest.starts_with("\"Infinity\"") || rest.starts_with("\"-Infinity\""),
                    Likeness::Neutral);
    }
    case Role::Granularity:
    case Role::Adjacency:
        return when(begin >= '0' && begin <= '9', Likeness::Telling);
    case Role::Location:
        return when(begin == '[' && looksLikeTensor(at, end), Likeness::Neutral);
    case Role::Tensor:
    case Role::Embedding:
        return when((begin == '[' || begin == '{' || isNumberBegin(begin))
                        && looksLikeTensor(at, end),
                    Likeness::Telling);
    case Role::Chunks:
    case Role::Matches: // within a document not once more: depth is not bounded here
        return when(begin == '[' && (nested || holdsDocuments(at, end)), Likeness::Telling);
    case Role::Scores:
    case Role::Evaluations:
        return when(begin == '{' && holdsScores(at, end), Likeness::Telling);
    case Role::Tags:
        return when(begin == '{', Likeness::Telling);
    default:
        return when(begin == '{', Likeness::Neutral);
    }
}

Likeness likenessOf(const char *text, const char *end, bool nested)
{
    constexpr int ManyTelling = 3;
    JsonScanner scanner(text, end);
    if (!scanner.take('{'))
        return Likeness::No;
    int names = 0;
    int telling = 0;      // names that ordinary tables seldom have, null or not
    bool said = false;    // by a value: a null fits any table
    bool foreign = false; // a name that is none of DocArray's
    bool badTags = false;
    while (scanner.peek() == '"') {
        JsonSlice key;
        if (!scanner.string(&key) || !scanner.take(':'))
            break;
        const Role role = roleNamed(key.source.substr(1, key.source.size() - 2));
        const char begin = scanner.peek();
        if (role == Role::Tag) {
            if (key.source == "\"url\"" || key.source == "\"bytes_\"")
                return Likeness::No; // a schema of DocArray v2, whose members are its own
            foreign = true;
        } else if (begin != '\0') {
            ++names;
            Likeness likeness = Likeness::Neutral;
            if (begin != 'n') {
                likeness = judge(role, scanner.at(), end, nested);
                // A document whose tags are a number is a damaged one, when all else fits.
                if (role == Role::Tags && isNumberBegin(begin)) {
                    badTags = true;
                    likeness = Likeness::Telling;
                }
                if (likeness == Likeness::No)
                    return Likeness::No;
                said = said || likeness == Likeness::Telling;
            }
            telling +=
                likeness == Likeness::Telling
                || (begin == 'n' && role != Role::Id && role != Role::Text && role != Role::Uri
                    && role != Role::Weight && role != Role::Offset && role != Role::Location);
        }
        JsonSlice slice;
        if (!scanner.value(&slice) || !scanner.take(','))
            break;
    }
    if (badTags && foreign)
        return Likeness::No;
    if (nested)
        return names > 0 || !foreign ? Likeness::Neutral : Likeness::No;
    return names >= 2 && (said || telling >= ManyTelling) ? Likeness::Telling : Likeness::Neutral;
}

} // namespace

bool looksLikeDocument(const char *text, const char *end)
{
    return likenessOf(text, end, false) == Likeness::Telling;
}

struct DocumentTable::Input
{
    const char *text;
    qint64 offset;

    [[nodiscard]] Error at(Error error, const char *place) const
    {
        return std::move(error).at(atByte(offset + (place - text)));
    }

    [[nodiscard]] Error failed(JsonScanner &scanner) const
    {
        if (scanner.trouble() == JsonTrouble::None)
            (void)scanner.fail();
        return at(jsonError(scanner.trouble()), scanner.at());
    }
};

struct DocumentTable::RoleColumn
{
    std::vector<std::pair<qint64, Value>> values; // row, value
};

struct DocumentTable::TagColumn
{
    std::string name;
    TypedColumn column;
    qint64 rows = 0;
    // What the row being read has so far; a later member of that name takes its place.
    std::optional<JsonSlice> pending;
    bool inTags = false;   // it stands in `tags`, not beside the attributes
    bool isListed = false; // among those of the row
};

DocumentTable::DocumentTable(int depth, IssueList *issues)
    : m_depth(depth)
    , m_issues(issues)
{}

DocumentTable::~DocumentTable() = default;

Result<void> DocumentTable::set(Role role, Value value)
{
    if (value.isNull())
        return {};
    std::unique_ptr<RoleColumn> &column = m_roles[indexOf(role)];
    if (!column) {
        column = std::make_unique<RoleColumn>();
        m_order.push_back(role);
    }
    if (!column->values.empty() && column->values.back().first == m_rows)
        column->values.back().second = std::move(value);
    else
        column->values.emplace_back(m_rows, std::move(value));
    return {};
}

void DocumentTable::noteDuplicate(const std::string &name, const char *place, const Input &input)
{
    m_issues->add(
        {"duplicate-key",
         Words::tr("The member \u201c%1\u201d stands twice in this object; the last one is "
                   "taken.")
             .arg(QString::fromStdString(name).left(100)),
         input.offset + (place - input.text), m_depth == 0 ? m_rows : -1});
}

void DocumentTable::forget(Role role)
{
    if (role == Role::Tags) {
        m_nullTags.clear();
        std::erase_if(m_rowTags, [this](size_t index) {
            TagColumn &tag = *m_tags[index];
            if (!tag.inTags)
                return false;
            tag.pending.reset();
            tag.isListed = false;
            return true;
        });
        return;
    }
    const std::unique_ptr<RoleColumn> &column = m_roles[indexOf(role)];
    if (column && !column->values.empty() && column->values.back().first == m_rows)
        column->values.pop_back();
}

bool DocumentTable::forgetTag(const std::string &name)
{
    if (!m_nullTags.empty() && m_nullTags.erase(name) > 0)
        return true;
    const auto it = m_tagsByName.find(name);
    if (it == m_tagsByName.end() || !m_tags[it->second]->pending)
        return false;
    m_tags[it->second]->pending.reset();
    return true;
}

Result<void> DocumentTable::setTag(const std::string &name, const JsonSlice &slice, bool inTags)
{
    const auto [it, isNew] = m_tagsByName.emplace(name, m_tags.size());
    if (isNew) {
        if (m_tags.size() >= static_cast<size_t>(limits::Columns))
            return Error(
                ErrorKind::Limit, "too-many-columns",
                Words::tr("The documents have more than 4,096 different tags, which is the "
                          "limit."));
        m_tags.push_back(std::make_unique<TagColumn>());
        m_tags.back()->name = name;
    }
    TagColumn &tag = *m_tags[it->second];
    tag.pending = slice;
    tag.inTags = inTags;
    if (!std::exchange(tag.isListed, true))
        m_rowTags.push_back(it->second);
    return {};
}

void DocumentTable::appendTag(TagColumn &tag)
{
    const JsonSlice slice = *std::exchange(tag.pending, std::nullopt);
    tag.column.appendMissing(m_rows - tag.rows);
    std::string text;
    Token::Kind kind = Token::Kind::Nested;
    switch (slice.kind) {
    case JsonKind::Null:
        kind = Token::Kind::Missing;
        break;
    case JsonKind::True:
    case JsonKind::False:
        kind = Token::Kind::Boolean;
        break;
    case JsonKind::Number:
    case JsonKind::NotFinite:
        kind = Token::Kind::Number;
        break;
    case JsonKind::String:
        if (appendUnescaped(slice, &text))
            kind = Token::Kind::String;
        break;
    default:
        break;
    }
    const std::string_view source =
        kind == Token::Kind::String ? std::string_view(text) : slice.source;
    const Token token{source.data(), static_cast<quint32>(source.size()), kind};
    tag.column.append({&token, 1});
    tag.rows = m_rows + 1;
}

Result<void> DocumentTable::takeTags(JsonScanner &scanner, const Input &input)
{
    const char *const begin = scanner.at();
    if (scanner.atEnd())
        return input.failed(scanner);
    if (!scanner.take('{'))
        return input.at(fieldType("tags", QT_TRANSLATE_NOOP("passel::DocumentJson", "an object")),
                        begin);
    if (scanner.take('}'))
        return {};
    for (;;) {
        JsonSlice key;
        JsonSlice value;
        const char *const place = scanner.at();
        if (!scanner.string(&key) || !scanner.take(':') || !scanner.value(&value))
            return input.failed(scanner);
        std::string name;
        (void)appendUnescaped(key, &name);
        if (forgetTag(name))
            noteDuplicate(name, value.source.data(), input);
        if (value.kind == JsonKind::Null) {
            // Present but nothing: a column cannot say that, the rest of the tags can.
            m_nullTags.emplace(std::move(name), key.source);
        } else if (Result<void> set = setTag(name, value, true); !set) {
            return input.at(std::move(set).error(), place);
        }
        if (scanner.take(','))
            continue;
        if (scanner.take('}'))
            return {};
        return input.failed(scanner);
    }
}

Result<Value> DocumentTable::takeDocuments(JsonScanner &scanner, const Input &input)
{
    const char *const begin = scanner.at();
    if (m_depth + 1 > limits::NestedDocuments)
        return input.at({ErrorKind::Limit, "too-deep",
                         Words::tr("Documents are nested more than 64 deep, which is the limit.")},
                        begin);
    (void)scanner.take('[');
    DocumentTable table(m_depth + 1, m_issues);
    if (!scanner.take(']')) {
        for (;;) {
            PASSEL_CHECK(table.takeObject(scanner, input));
            m_nested += 1 + table.m_nested;
            table.m_nested = 0;
            if (m_nested > limits::NestedPerDocument)
                return input.at(
                    {ErrorKind::Limit, "limit",
                     Words::tr("One document holds more than 100,000 chunks and matches, which "
                               "is the limit.")},
                    begin);
            if (scanner.take(','))
                continue;
            if (scanner.take(']'))
                break;
            return input.failed(scanner);
        }
    }
    PASSEL_TRY(DocumentArray array, table.finish({}));
    return Value::documents(std::make_shared<const DocumentArray>(std::move(array)));
}

Result<void> DocumentTable::takeMember(const std::string &name, JsonScanner &scanner,
                                       const Input &input)
{
    scanner.skipBlanks();
    const char *const place = scanner.at();
    const Role role = roleNamed(name);
    const char begin = scanner.peek();
    const bool isNull = begin == 'n';
    if (role != Role::Tag) {
        if (m_seen.test(indexOf(role))) {
            noteDuplicate(name, place, input);
            forget(role);
        }
        m_seen.set(indexOf(role));
    }
    if (role == Role::Tags && !isNull)
        return takeTags(scanner, input);
    if ((role == Role::Chunks || role == Role::Matches) && begin == '[') {
        PASSEL_TRY(Value documents, takeDocuments(scanner, input));
        return set(role, std::move(documents));
    }
    JsonSlice slice;
    if (!scanner.value(&slice))
        return input.failed(scanner);
    if (static_cast<qint64>(slice.source.size()) > limits::CellBytes && role != Role::Tensor
        && role != Role::Embedding)
        return input.at(
            {ErrorKind::Limit, "cell-too-large",
             Words::tr("This value holds %1 bytes; the limit is 16 MiB.").arg(slice.source.size())},
            place);
    if (role == Role::Tag) {
        if (forgetTag(name))
            noteDuplicate(name, place, input);
        if (Result<void> set = setTag(name, slice, false); !set)
            return input.at(std::move(set).error(), place);
        return {};
    }
    if (slice.kind == JsonKind::Null)
        return {};
    const auto wrong = [&](const char *wanted) { return input.at(fieldType(name, wanted), place); };
    switch (role) {
    case Role::Id:
    case Role::Text:
    case Role::Uri:
    case Role::MimeType:
    case Role::ParentId:
    case Role::Modality: {
        if (slice.kind != JsonKind::String)
            return wrong(QT_TRANSLATE_NOOP("passel::DocumentJson", "a text"));
        std::string text;
        if (!appendUnescaped(slice, &text))
            m_issues->add(
                {"encoding",
                 Words::tr("This text holds half of a character (a lone surrogate); it was "
                           "replaced."),
                 input.offset + (place - input.text)});
        if (role == Role::Id && static_cast<qsizetype>(text.size()) > limits::IdBytes)
            return input.at({ErrorKind::Limit, "limit",
                             Words::tr("This id has more than 4 KiB, which is the limit.")},
                            place);
        return set(role, Value::text(std::move(text)));
    }
    case Role::Blob: {
        if (slice.kind != JsonKind::String)
            return wrong(QT_TRANSLATE_NOOP("passel::DocumentJson", "a text in base64"));
        std::string text;
        (void)appendUnescaped(slice, &text);
        auto bytes = fromBase64(text);
        if (!bytes)
            return wrong(QT_TRANSLATE_NOOP("passel::DocumentJson", "a text in base64"));
        return set(role, Value::bytes(std::move(*bytes)));
    }
    case Role::Weight:
    case Role::Offset: {
        double value = 0;
        if ((slice.kind != JsonKind::Number && slice.kind != JsonKind::NotFinite
             && slice.kind != JsonKind::String)
            || !readNumber(slice.source, &value))
            return wrong(QT_TRANSLATE_NOOP("passel::DocumentJson", "a number"));
        return set(role, Value::float32(static_cast<float>(value)));
    }
    case Role::Granularity:
    case Role::Adjacency: {
        double value = 0;
        if (slice.kind != JsonKind::Number || !readNumber(slice.source, &value) || value < 0
            || value > 4294967295.0 || value != std::floor(value))
            return wrong(QT_TRANSLATE_NOOP("passel::DocumentJson", "a whole number"));
        return set(role, Value::integer(static_cast<qint64>(value)));
    }
    case Role::Tensor:
    case Role::Embedding:
    case Role::Location: {
        if (slice.kind == JsonKind::String || slice.kind == JsonKind::True
            || slice.kind == JsonKind::False)
            return wrong(QT_TRANSLATE_NOOP("passel::DocumentJson", "a list of numbers"));
        Result<TensorValue> tensor = tensorFromJson(slice.source);
        if (!tensor && tensor.error().code() == "tensor-kind") {
            m_issues->add({"tensor", tensor.error().message(), input.offset + (place - input.text),
                           m_depth == 0 ? m_rows : -1});
            return setTag(name + "_json", slice, false);
        }
        if (!tensor)
            return input.at(std::move(tensor).error(), place);
        return set(role, Value::tensor(std::move(*tensor)));
    }
    default:
        if (slice.kind != JsonKind::Object && role != Role::Chunks && role != Role::Matches)
            return wrong(QT_TRANSLATE_NOOP("passel::DocumentJson", "an object"));
        if (role == Role::Chunks || role == Role::Matches)
            return wrong(QT_TRANSLATE_NOOP("passel::DocumentJson", "a list of documents"));
        return set(role, Value::json(std::string(slice.source)));
    }
}

Result<void> DocumentTable::takeObject(JsonScanner &scanner, const Input &input)
{
    m_seen.reset();
    m_nullTags.clear();
    m_rowTags.clear();
    scanner.skipBlanks();
    if (!scanner.take('{')) {
        JsonSlice slice;
        const char *const place = scanner.at();
        if (!scanner.value(&slice))
            return input.failed(scanner);
        return input.at({ErrorKind::Input, "mixed-rows",
                         Words::tr("A document must be an object; this is none.")},
                        place);
    }
    if (!scanner.take('}')) {
        for (;;) {
            JsonSlice key;
            if (!scanner.string(&key) || !scanner.take(':'))
                return input.failed(scanner);
            std::string name;
            (void)appendUnescaped(key, &name);
            PASSEL_CHECK(takeMember(name, scanner, input));
            if (scanner.take(','))
                continue;
            if (scanner.take('}'))
                break;
            return input.failed(scanner);
        }
    }
    for (const size_t index : m_rowTags) {
        m_tags[index]->isListed = false;
        if (m_tags[index]->pending)
            appendTag(*m_tags[index]);
    }
    if (!m_nullTags.empty()) {
        // In the order of the text.
        std::vector<std::string_view> keys;
        for (const auto &[name, key] : m_nullTags)
            keys.push_back(key);
        std::sort(keys.begin(), keys.end(), [](std::string_view a, std::string_view b) {
            return std::less<>()(a.data(), b.data());
        });
        std::string rest;
        for (const std::string_view key : keys)
            rest.append(rest.empty() ? "{" : ",").append(key).append(":null");
        PASSEL_CHECK(set(Role::Tags, Value::json(rest + "}")));
    }
    ++m_rows;
    return {};
}

Result<bool> DocumentTable::takeChunk(Chunk &chunk, const JsonShared &shared)
{
    const QByteArrayView text(chunk.text.data(), chunk.text.size());
    if (const qsizetype bad = firstInvalidUtf8(text); bad >= 0)
        return Error(ErrorKind::Input, "encoding",
                     Words::tr(
                         "JSON is UTF-8, but this is not. Choose another encoding, or get the file "
                         "again."))
            .at(atByte(chunk.offset + bad));
    const Input input{chunk.text.data(), chunk.offset};
    JsonElements elements(shared, chunk);
    while (elements.next()) {
        m_nested = 0;
        if (Result<void> taken = takeObject(elements.scanner(), input); !taken) {
            Place where = taken.error().place();
            where.row = m_rows;
            return std::move(taken).error().at(std::move(where));
        }
        if (!elements.endElement())
            return elements.error();
    }
    if (elements.scanner().trouble() != JsonTrouble::None)
        return elements.error();
    if (elements.hasTrailing())
        return trailingError(elements.offset());
    return elements.isClosed();
}

namespace {

// One element type for the whole column; shapes may differ.
void unifyTensors(std::vector<std::pair<qint64, Value>> *values, Role role, ColumnType *type)
{
    const ElementType first = values->front().second.toTensor().element;
    bool same = true;
    bool sameShape = true;
    for (const auto &[row, value] : *values) {
        same = same && value.toTensor().element == first;
        sameShape = sameShape && value.toTensor().shape == values->front().second.toTensor().shape;
    }
    const ElementType wanted = role == Role::Location ? ElementType::Float32
                               : same                 ? first
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

} // namespace

Result<DocumentArray> DocumentTable::finish(const TaskContext &context)
{
    std::vector<Field> fields;
    std::vector<Column> columns;
    std::sort(m_order.begin(), m_order.end());
    for (const Role role : m_order) {
        RoleColumn &source = *m_roles[indexOf(role)];
        if (source.values.empty())
            continue; // a later null took the place of the only value
        Field field;
        field.name = QString::fromLatin1(roleName(role));
        field.role = role;
        field.type = roleType(role);
        if (field.type.kind == TypeKind::Tensor)
            unifyTensors(&source.values, role, &field.type);
        ColumnBuilder builder(field.type);
        if (field.type.kind == TypeKind::Documents) { // one schema for the whole column
            Schema children;
            for (const auto &[at, value] : source.values)
                children = unified(children, value.toDocuments()->schema());
            field.children = std::make_shared<const Schema>(std::move(children));
            builder.next().setChildren(field.children);
        }
        qint64 row = 0;
        for (auto &[at, value] : source.values) {
            for (; row < at; ++row)
                builder.next().appendNull();
            builder.next().appendValue(value);
            value = {};
            ++row;
        }
        for (; row < m_rows; ++row)
            builder.next().appendNull();
        Column column = builder.finish();
        fields.push_back(std::move(field));
        columns.push_back(std::move(column));
    }
    ChunkParts parts;
    parts.rows = m_rows;
    for (const auto &tag : m_tags) {
        tag->column.appendMissing(m_rows - tag->rows);
        parts.columns.push_back(tag->column.finish());
    }
    std::vector<ChunkParts> chunks;
    chunks.push_back(std::move(parts));
    PASSEL_TRY(std::vector<JoinedColumn> tags,
               joinColumns(std::move(chunks), static_cast<qsizetype>(m_tags.size()),
                           TypePolicy::Automatic, context));
    for (size_t i = 0; i < tags.size(); ++i) {
        Field field;
        field.name = QString::fromStdString(m_tags[i]->name);
        field.type = tags[i].form.type;
        field.form = tags[i].form.form;
        field.note = tags[i].note;
        fields.push_back(std::move(field));
        columns.push_back(std::move(tags[i].column));
    }
    return DocumentArray::create(Schema(std::move(fields)), std::move(columns), m_rows);
}

} // namespace passel
