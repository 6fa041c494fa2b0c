#include "core/io/jsonwriter.h"

#include "core/array/jsonform.h"
#include "core/io/jsontext.h"
#include "core/io/limits.h"
#include "core/io/rowreader.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

constexpr size_t BufferSize = 256UL * 1024;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

// DocArray's members, in its order; every one of them is written, null when it is not set.
constexpr std::array<Role, 19> DocumentRoles{
    Role::Id,          Role::ParentId, Role::Granularity, Role::Adjacency, Role::Blob,
    Role::Tensor,      Role::MimeType, Role::Text,        Role::Weight,    Role::Uri,
    Role::Tags,        Role::Offset,   Role::Location,    Role::Embedding, Role::Modality,
    Role::Evaluations, Role::Scores,   Role::Chunks,      Role::Matches};

// How one column is written.
struct Member
{
    Field field;
    std::string key; // `"name":`
    bool quoted = false;
};

// The names that members are written by: a table may have one name twice, an object may not, since
// readers keep one of the values. In DocArray's form attributes stand outside of the tags.
std::vector<QString> memberNames(const Schema &schema, bool asDocuments, bool withIds)
{
    std::vector<QString> names;
    QSet<QString> own;
    for (const Field &field : schema.fields()) {
        names.push_back(field.name);
        if (!asDocuments || field.role == Role::Tag)
            own.insert(field.name);
    }
    QSet<QString> used;
    if (withIds && !asDocuments)
        used.insert(u"id"_s);
    QHash<QString, int> numbers;
    for (size_t i = 0; i < names.size(); ++i) {
        if (asDocuments && schema.fields()[i].role != Role::Tag)
            continue;
        QString name = names[i];
        if (used.contains(name)) {
            int &number = numbers[names[i]];
            for (number = std::max(number, 2); own.contains(name) || used.contains(name); ++number)
                name = names[i] + u' ' + QString::number(number);
        }
        used.insert(name);
        names[i] = std::move(name);
    }
    return names;
}

bool needsIds(const Schema &schema, bool withIds)
{
    return withIds && schema.indexOf(Role::Id) < 0;
}

void noteRenamed(const Schema &schema, bool asDocuments, bool withIds, IssueList *issues)
{
    const std::vector<QString> names = memberNames(schema, asDocuments, withIds);
    for (size_t i = 0; i < names.size(); ++i) {
        const Field &field = schema.fields()[i];
        if (names[i] != field.name)
            issues->add({"duplicate-key",
                         QCoreApplication::translate(
                             "passel::JsonWriter",
                             "Two columns are called \u201c%1\u201d, but JSON has room for "
                             "one of each name. The second was written as \u201c%2\u201d.")
                             .arg(field.name.left(100), names[i].left(110))});
        if (field.children)
            noteRenamed(*field.children, true, true, issues);
    }
}

bool isQuoted(const Field &field)
{
    switch (field.type.kind) {
    case TypeKind::Text:
    case TypeKind::Bytes:
    case TypeKind::Date:
    case TypeKind::Time:
    case TypeKind::Timestamp:
    case TypeKind::Duration:
        return true;
    // Int too: a number in a form of its own is no JSON number (`+5`, `1,5`).
    default:
        return false;
    }
}

bool isJsonNumber(std::string_view text)
{
    const std::string padded = std::string(text) + std::string(64, '\0');
    JsonScanner scanner(padded.data(), padded.data() + text.size());
    JsonSlice slice;
    return scanner.value(&slice) && scanner.atEnd()
           && (slice.kind == JsonKind::Number || slice.kind == JsonKind::NotFinite);
}

class ObjectWriter
{
public:
    ObjectWriter(const DocumentArray &array, const TaskContext &context, bool asDocuments,
                 bool withIds, int depth)
        : m_array(array)
        , m_reader(array, context)
        , m_asDocuments(asDocuments)
        , m_withIds(needsIds(array.schema(), withIds))
        , m_depth(depth)
    {
        const std::vector<QString> names = memberNames(array.schema(), asDocuments, m_withIds);
        for (size_t i = 0; i < names.size(); ++i) {
            const Field &field = array.schema().fields()[i];
            Member member{field, {}, isQuoted(field)};
            appendJsonString(view(names[i].toUtf8()), &member.key);
            member.key += asDocuments ? ": " : ":";
            m_members.push_back(std::move(member));
        }
    }

    Result<void> append(qsizetype row, std::string *out)
    {
        return m_asDocuments ? appendDocument(row, out) : appendRow(row, out);
    }

private:
    void appendId(qsizetype row, std::string *out)
    {
        out->push_back('"');
        out->append(view(m_array.derivedId(m_array.storedRow(row))));
        out->push_back('"');
    }

    Result<void> appendRow(qsizetype row, std::string *out)
    {
        out->push_back('{');
        if (m_withIds) {
            out->append("\"id\":");
            appendId(row, out);
        }
        for (size_t c = 0; c < m_members.size(); ++c) {
            if (c > 0 || m_withIds)
                out->push_back(',');
            out->append(m_members[c].key);
            PASSEL_CHECK(appendValue(row, c, false, out));
        }
        out->push_back('}');
        return {};
    }

    Result<void> appendValue(qsizetype row, size_t column, bool asTag, std::string *out)
    {
        qsizetype local = 0;
        PASSEL_TRY(const Segment *segment,
                   m_reader.cell(row, static_cast<qsizetype>(column), &local));
        if (segment->isNull(local)) {
            out->append("null");
            return {};
        }
        const Member &member = m_members[column];
        const TypeKind kind = member.field.type.kind;
        if (kind == TypeKind::Documents) {
            appendDocuments(*segment, local, out);
            return {};
        }
        if (kind == TypeKind::Text) {
            const std::string *source = segment->sourceText(local);
            appendJsonString(source ? std::string_view(*source) : segment->bytesAt(local), out);
            return {};
        }
        const size_t begin = out->size();
        if (member.quoted) {
            m_scratch.clear();
            appendCell(*segment, local, member.field, &m_scratch);
            appendJsonString(m_scratch, out);
            return {};
        }
        if (kind == TypeKind::Bool) { // `Yes|No` is a form of text files
            out->append(segment->boolAt(local) ? "true" : "false");
            return {};
        }
        appendCell(*segment, local, member.field, out);
        if (member.field.type.isNumber()
            && (!member.field.form.isEmpty() || segment->hasSourceTexts())
            && !isJsonNumber(std::string_view(*out).substr(begin))) {
            out->resize(begin);
            if (kind == TypeKind::Int)
                appendIntText(member.field.type, {}, segment->intAt(local), out);
            else
                appendFloatText(kind, {}, segment->floatAt(local), out);
        }
        if (asTag && kind == TypeKind::Int && !segment->sourceText(local))
            out->append(".0");
        return {};
    }

    Result<void> appendDocument(qsizetype row, std::string *out)
    {
        out->push_back('{');
        bool first = true;
        for (const Role role : DocumentRoles) {
            if (!first)
                out->append(", ");
            first = false;
            out->push_back('"');
            out->append(view(roleName(role)));
            out->append("\": ");
            if (role == Role::Tags) {
                PASSEL_CHECK(appendTags(row, out));
                continue;
            }
            const qsizetype column = m_array.schema().indexOf(role);
            if (column >= 0)
                PASSEL_CHECK(appendValue(row, static_cast<size_t>(column), false, out));
            else if (role == Role::Id)
                appendId(row, out);
            else
                out->append("null");
        }
        out->push_back('}');
        return {};
    }

    Result<void> appendTags(qsizetype row, std::string *out)
    {
        out->push_back('{');
        bool first = true;
        for (size_t c = 0; c < m_members.size(); ++c) {
            const Role role = m_members[c].field.role;
            if (role != Role::Tag && role != Role::Tags)
                continue;
            qsizetype local = 0;
            PASSEL_TRY(const Segment *segment,
                       m_reader.cell(row, static_cast<qsizetype>(c), &local));
            if (segment->isNull(local))
                continue;
            if (role == Role::Tags) { // the members of the rest, without its braces
                std::string_view rest = segment->bytesAt(local);
                while (!rest.empty() && rest.front() != '{')
                    rest.remove_prefix(1);
                while (!rest.empty() && rest.back() != '}')
                    rest.remove_suffix(1);
                if (rest.size() <= 2)
                    continue;
                rest = rest.substr(1, rest.size() - 2);
                if (rest.find_first_not_of(" \t\r\n") == std::string_view::npos)
                    continue;
                if (!first)
                    out->append(", ");
                out->append(rest);
            } else {
                if (!first)
                    out->append(", ");
                out->append(m_members[c].key);
                PASSEL_CHECK(appendValue(row, c, true, out));
            }
            first = false;
        }
        out->push_back('}');
        return {};
    }

    void appendDocuments(const Segment &segment, qsizetype local, std::string *out) const
    {
        const auto [begin, end] = segment.listAt(local);
        if (m_depth >= limits::NestedDocuments) {
            out->append("null");
            return;
        }
        out->push_back('[');
        const DocumentArray documents = segment.children()->sliced(begin, end - begin);
        ObjectWriter writer(documents, {}, true, true, m_depth + 1);
        for (qsizetype row = 0; row < documents.rowCount(); ++row) {
            if (row > 0)
                out->append(", ");
            if (!writer.append(row, out))
                break; // nested segments are resident: nothing can fail
        }
        out->push_back(']');
    }

    friend void passel::appendDocumentsJson(const Segment &, qsizetype, const Field &,
                                            std::string *);

    const DocumentArray &m_array;
    RowReader m_reader;
    std::vector<Member> m_members;
    bool m_asDocuments;
    bool m_withIds;
    int m_depth;
    std::string m_scratch;
};

} // namespace

void appendDocumentsJson(const Segment &segment, qsizetype local, const Field &field,
                         std::string *out)
{
    Q_UNUSED(field)
    const auto [begin, end] = segment.listAt(local);
    const DocumentArray documents = segment.children()->sliced(begin, end - begin);
    ObjectWriter writer(documents, {}, true, true, 1);
    out->push_back('[');
    for (qsizetype row = 0; row < documents.rowCount(); ++row) {
        if (row > 0)
            out->append(", ");
        if (!writer.append(row, out))
            break; // nested segments are resident: nothing can fail
    }
    out->push_back(']');
}

QByteArray JsonWriter::name() const
{
    return m_shape == Shape::Array ? "json" : "ndjson";
}

QString JsonWriter::title() const
{
    return m_shape == Shape::Array
               ? QCoreApplication::translate("passel::JsonWriter", "JSON")
               : QCoreApplication::translate("passel::JsonWriter", "JSON Lines");
}

QStringList JsonWriter::suffixes() const
{
    if (m_shape == Shape::Array)
        return {u"json"_s};
    return {u"ndjson"_s, u"jsonl"_s, u"jsonlines"_s, u"ldjson"_s, u"jl"_s};
}

Result<WriteReport> JsonWriter::write(const DocumentArray &array, const WriteOptions &options,
                                      const WriteSink &sink, const TaskContext &context) const
{
    WriteReport report;
    noteRenamed(array.schema(), options.asDocuments, needsIds(array.schema(), options.withIds),
                &report.issues);
    const bool lines = m_shape == Shape::Lines;
    std::string out;
    out.reserve(BufferSize + 4096);
    ObjectWriter writer(array, context, options.asDocuments, options.withIds, 0);
    if (!lines)
        out.push_back('[');
    for (qsizetype row = 0; row < array.rowCount(); ++row) {
        if ((row & 1023) == 0 && context.isCancelled())
            return Error::cancelled();
        if (!lines && row > 0)
            out.append(",\n");
        PASSEL_CHECK(writer.append(row, &out));
        if (lines)
            out.push_back('\n');
        if (out.size() >= BufferSize) {
            PASSEL_CHECK(sink(QByteArrayView(out.data(), static_cast<qsizetype>(out.size()))));
            report.bytes += static_cast<qint64>(out.size());
            context.advance(static_cast<qint64>(out.size()));
            out.clear();
        }
    }
    if (!lines)
        out.append("]\n");
    PASSEL_CHECK(sink(QByteArrayView(out.data(), static_cast<qsizetype>(out.size()))));
    report.bytes += static_cast<qint64>(out.size());
    report.rows = array.rowCount();
    return report;
}

} // namespace passel
