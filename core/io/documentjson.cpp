#include "core/io/documentjson.h"

#include "core/io/documentsniff.h"
#include "core/io/encoding.h"
#include "core/io/limits.h"
#include "core/io/places.h"
#include "core/io/tensorjson.h"

#include <QByteArray>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace passel {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::DocumentJson)
};

Error fieldType(const std::string &name, const char *wanted)
{
    return {ErrorKind::Input, "field-type",
            Words::tr("The attribute \u201c%1\u201d must be %2 here.")
                .arg(QString::fromStdString(name), Words::tr(wanted))};
}

constexpr size_t indexOf(Role role)
{
    return static_cast<size_t>(role);
}

} // namespace

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

void DocumentTable::appendTag(TagColumn &tag) const
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
            || !readJsonNumber(slice.source, &value))
            return wrong(QT_TRANSLATE_NOOP("passel::DocumentJson", "a number"));
        return set(role, Value::float32(static_cast<float>(value)));
    }
    case Role::Granularity:
    case Role::Adjacency: {
        double value = 0;
        if (slice.kind != JsonKind::Number || !readJsonNumber(slice.source, &value) || value < 0
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
            unifyTensors(&source.values, role == Role::Location, &field.type);
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
