#include "core/io/jsonreader.h"

#include "core/io/csvreader.h"
#include "core/io/documentjson.h"
#include "core/io/documentsniff.h"
#include "core/io/jsonchunk.h"
#include "core/io/limits.h"
#include "core/io/places.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::JsonReader)
};

// Finds where elements of one list end, however deep they nest. Looks at every byte once.
class ArraySplitter
{
public:
    Result<qint64> split(TextBuffer &text)
    {
        const char *const data = text.data();
        const qint64 size = text.size();
        qint64 at = m_scanned;
        for (; at < size && !m_closed; ++at) {
            const char c = data[at];
            if (m_inString) {
                if (m_escaped)
                    m_escaped = false;
                else if (c == '\\')
                    m_escaped = true;
                else if (c == '"')
                    m_inString = false;
                continue;
            }
            switch (c) {
            case '"':
                m_inString = true;
                break;
            case '[':
            case '{':
                ++m_depth;
                break;
            case ']':
            case '}':
                if (--m_depth <= 0) {
                    m_closed = true;
                    m_end = at + 1;
                }
                break;
            case ',':
                if (m_depth == 1)
                    m_end = at + 1;
                break;
            default:
                break;
            }
        }
        if (m_closed) // what follows is one chunk of its own, or more
            m_end = m_end > 0 ? m_end : size;
        const qint64 whole = m_end;
        m_scanned = m_closed ? 0 : at - whole;
        m_end = 0;
        if (whole == 0)
            m_scanned = size;
        return whole;
    }

    //! The list's end has been seen: the chunk before ends with it.
    [[nodiscard]] bool isClosed() const noexcept { return m_closed; }

private:
    qint64 m_scanned = 0;
    qint64 m_end = 0;
    int m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_closed = false;
};

Result<qint64> splitLines(TextBuffer &text)
{
    const void *last = memrchr(text.data(), '\n', static_cast<size_t>(text.size()));
    return last ? static_cast<const char *>(last) - text.data() + 1 : qint64(0);
}

class JsonReading
{
public:
    JsonReading(const ByteSource &source, const ReadOptions &options, bool isArray,
                const ReadHooks &hooks, const TaskContext &context)
        : m_source(source)
        , m_options(options)
        , m_hooks(hooks)
        , m_context(context)
    {
        m_shared.isArray = isArray;
        m_shared.types = options.types;
    }

    Result<ReadOutcome> run();

private:
    Result<ReadOutcome> readDocuments(ChunkReader &reader, Chunk &first);
    Result<bool> take(Chunk &chunk);
    [[nodiscard]] Result<bool> isBehindList(const Chunk &chunk) const;
    Result<DocumentArray> assemble(std::vector<JsonChunkResult> &results) const;

    const ByteSource &m_source;
    const ReadOptions &m_options;
    const ReadHooks &m_hooks;
    const TaskContext &m_context;
    JsonShared m_shared;
    std::mutex m_mutex;
    std::vector<JsonChunkResult> m_results;
    std::atomic<qint64> m_closedAt{std::numeric_limits<qint64>::max()};
};

// Bytes behind the list's end may form chunks of their own: blanks, or an error.
Result<bool> JsonReading::isBehindList(const Chunk &chunk) const
{
    if (!m_shared.isArray || chunk.offset < m_closedAt.load())
        return false;
    const std::string_view text(chunk.text.data(), static_cast<size_t>(chunk.text.size()));
    const size_t at = text.find_first_not_of(" \t\r\n");
    if (at != std::string_view::npos)
        return trailingError(chunk.offset + static_cast<qint64>(at));
    return true;
}

Result<bool> JsonReading::take(Chunk &chunk)
{
    PASSEL_TRY(const bool isBehind, isBehindList(chunk));
    if (isBehind)
        return true;
    JsonChunkParser parser(m_shared);
    PASSEL_TRY(JsonChunkResult result, parser.parse(chunk));
    const std::lock_guard lock(m_mutex);
    if (static_cast<qint64>(m_results.size()) <= chunk.index)
        m_results.resize(static_cast<size_t>(chunk.index) + 1);
    m_results[static_cast<size_t>(chunk.index)] = std::move(result);
    return true;
}

Result<DocumentArray> JsonReading::assemble(std::vector<JsonChunkResult> &results) const
{
    // Chunks know columns in their own order; the first appearance in the file decides.
    std::vector<std::string> names;
    std::unordered_map<std::string, size_t> byName;
    std::vector<ChunkParts> parts;
    qint64 rows = 0;
    for (JsonChunkResult &result : results) {
        ChunkParts part;
        part.rows = result.parts.rows;
        rows += part.rows;
        part.columns.resize(names.size());
        for (size_t i = 0; i < result.names.size(); ++i) {
            const auto [it, isNew] = byName.emplace(result.names[i], names.size());
            if (isNew) {
                names.push_back(result.names[i]);
                part.columns.resize(names.size());
                if (names.size() > static_cast<size_t>(limits::Columns))
                    return Error(
                        ErrorKind::Limit, "too-many-columns",
                        Words::tr("The objects have more than 4,096 different members, which is "
                                  "the limit."));
            }
            part.columns[it->second] = std::move(result.parts.columns[i]);
        }
        parts.push_back(std::move(part));
    }
    if (rows > (qint64(1) << 32) - 1)
        return Error(
            ErrorKind::Limit, "limit",
            Words::tr("This table has %1 rows; the limit is 4,294,967,295. Split the file and "
                      "open the parts.")
                .arg(rows));
    PASSEL_TRY(std::vector<JoinedColumn> columns,
               joinColumns(std::move(parts), static_cast<qsizetype>(names.size()), m_options.types,
                           m_context));
    std::vector<Field> fields;
    std::vector<Column> stored;
    for (size_t c = 0; c < names.size(); ++c) {
        fields.push_back(
            tableField(QString::fromStdString(names[c]), columns[c].form, columns[c].note, false));
        stored.push_back(std::move(columns[c].column));
    }
    return DocumentArray::create(Schema(std::move(fields)), std::move(stored), rows);
}

Result<ReadOutcome> JsonReading::readDocuments(ChunkReader &reader, Chunk &first)
{
    ReadOutcome outcome;
    outcome.report.options = m_options;
    DocumentTable table(0, &outcome.report.issues);
    bool closed = false;
    Chunk *chunk = &first;
    for (;;) {
        if (m_context.isCancelled())
            return Error::cancelled();
        PASSEL_TRY(const bool isBehind, isBehindList(*chunk));
        if (!isBehind) {
            PASSEL_TRY(closed, table.takeChunk(*chunk, m_shared));
        }
        m_context.advance(chunk->text.size());
        PASSEL_TRY(const bool more, reader.next(chunk));
        if (!more)
            break;
    }
    if (m_shared.isArray && !closed)
        return jsonError(JsonTrouble::Truncated).at(atByte(m_source.size()));
    PASSEL_TRY(outcome.array, table.finish(m_context));
    for (const Field &field : outcome.array.schema().fields())
        outcome.report.header.push_back(field.name);
    if (m_hooks.onFirstRows)
        m_hooks.onFirstRows(outcome.array.sliced(0, 200));
    return outcome;
}

Result<ReadOutcome> JsonReading::run()
{
    PASSEL_TRY(const std::unique_ptr<ByteStream> stream, openStream(m_source, m_options));
    ArraySplitter splitter;
    qint64 given = 0;
    ChunkReader reader(
        *stream,
        [&](TextBuffer &text, qint64) -> Result<qint64> {
            if (!m_shared.isArray)
                return splitLines(text);
            PASSEL_TRY(const qint64 whole, splitter.split(text));
            given += whole;
            if (splitter.isClosed() && m_closedAt.load() > given)
                m_closedAt.store(given);
            return whole;
        },
        m_hooks.firstChunkBytes, m_hooks.chunkBytes);
    Chunk first;
    PASSEL_TRY(const bool any, reader.next(&first));
    JsonScanner peek(first.text.data(), first.text.data() + first.text.size());
    if (!any || peek.atEnd())
        return Error(ErrorKind::Input, "empty-input",
                     Words::tr("This file is empty. Open another one."));
    if (m_shared.isArray && peek.peek() != '[')
        return Error(ErrorKind::Input, "not-a-table",
                     Words::tr(
                         "This JSON is one value and no list of rows. Put the objects into a list "
                         "[ \u2026 ], or one on each line."))
            .at(atByte(peek.at() - first.text.data()));
    if (m_shared.isArray)
        (void)peek.take('[');
    const char begin = peek.peek();
    m_shared.asValues = begin != '{' && begin != ']' && begin != '\0';
    if (m_options.asDocuments && !m_shared.asValues)
        return readDocuments(reader, first);

    PASSEL_CHECK(take(first));
    m_context.advance(first.text.size());
    if (m_hooks.onFirstRows) {
        std::vector<JsonChunkResult> copy{m_results}; // segments are shared
        if (Result<DocumentArray> array = assemble(copy))
            m_hooks.onFirstRows(std::move(*array));
    }
    PASSEL_CHECK(forEachChunk(reader, m_context, [this](Chunk &chunk) { return take(chunk); }));

    ReadOutcome outcome;
    outcome.report.options = m_options;
    bool closed = false;
    qint64 rows = 0;
    for (const JsonChunkResult &result : m_results) {
        closed = closed || result.closed;
        outcome.report.issues.append(result.issues, rows);
        rows += result.parts.rows;
    }
    if (m_shared.isArray && !closed)
        return jsonError(JsonTrouble::Truncated).at(atByte(m_context.done()));
    PASSEL_TRY(outcome.array, assemble(m_results));
    for (const Field &field : outcome.array.schema().fields())
        outcome.report.header.push_back(field.name);
    return outcome;
}

// A value that stands on a line of its own, with another one on a line below. `list` stands behind
// the value.
bool isFirstOfLines(const JsonSlice &value, JsonScanner &list)
{
    if (value.source.find('\n') != std::string_view::npos)
        return false; // lines are read one by one
    const char *const behind = value.source.data() + value.source.size();
    const char next = list.peek();
    const std::string_view between(behind, static_cast<size_t>(list.at() - behind));
    return between.find('\n') != std::string_view::npos
           && std::string_view("[{\"-0123456789tfnNI").find(next) != std::string_view::npos;
}

// JSON, but no table: an object that goes on behind the head over many lines, or, where the name
// says that it is JSON at all, a single number or text.
bool holdsOneValue(JsonScanner &scanner, bool complete, bool isNamedJson)
{
    const bool isObject = scanner.peek() == '{';
    const char *const begin = scanner.at();
    JsonSlice slice;
    if (scanner.value(&slice))
        return !isObject && isNamedJson && scanner.atEnd();
    return isObject && !complete && scanner.trouble() == JsonTrouble::Truncated
           && std::string_view(begin, static_cast<size_t>(scanner.at() - begin)).find('\n')
                  != std::string_view::npos;
}

// Numbers or texts, one a line: any list of words or numbers looks like that, so that only the
// name tells it from a table of one column.
bool areLines(JsonScanner &scanner, bool complete, Sniffed *sniffed)
{
    while (!scanner.atEnd()) {
        JsonSlice slice;
        if (!scanner.value(&slice)) {
            if (scanner.trouble() == JsonTrouble::Truncated && !complete)
                break;
            return false;
        }
        const char *const behind = scanner.at();
        if (!scanner.atEnd()
            && std::string_view(behind, static_cast<size_t>(scanner.at() - behind)).find('\n')
                   == std::string_view::npos)
            return false;
    }
    sniffed->guesses.push_back({"format", Words::tr("Each line of the text is a JSON value.")});
    return true;
}

} // namespace

QByteArray JsonReader::name() const
{
    return m_shape == Shape::Array ? "json" : "ndjson";
}

QString JsonReader::title() const
{
    return m_shape == Shape::Array ? Words::tr("JSON") : Words::tr("JSON Lines");
}

QStringList JsonReader::suffixes() const
{
    if (m_shape == Shape::Array)
        return {u"json"_s};
    return {u"ndjson"_s, u"jsonl"_s, u"jsonlines"_s, u"ldjson"_s, u"jl"_s};
}

int JsonReader::sniff(QByteArrayView head, bool complete, const QString &name,
                      Sniffed *sniffed) const
{
    // A copy with padding, for the scanner.
    QByteArray text = head.toByteArray();
    text.append(64, '\0');
    const char *const end = text.constData() + head.size();
    JsonScanner scanner(text.constData(), end);
    const char begin = scanner.peek();
    QString base = name.toLower();
    if (base.endsWith(".gz"_L1))
        base.chop(3);
    bool suffix = false;
    for (const QString &mine : suffixes())
        suffix = suffix || base.endsWith(QLatin1Char('.') + mine);

    ReadOptions &options = sniffed->options;
    options.format = this->name();
    if (m_shape == Shape::Array) {
        // A whole .json file is one value, and one object is no list of rows; anywhere else it may
        // be the only line.
        JsonScanner whole(text.constData(), end);
        JsonSlice object;
        if (begin == '{' && base.endsWith(".json"_L1) && complete && whole.value(&object)
            && whole.atEnd())
            return 96;
        if (begin != '[')
            return holdsOneValue(scanner, complete, suffix) ? 96 : 0;
        JsonSlice slice;
        // A list that ends here and is followed by another value is only the first row.
        JsonScanner list(text.constData(), end);
        if (list.value(&slice) && !list.atEnd() && isFirstOfLines(slice, list))
            return 0;
        (void)scanner.take('[');
        const char next = scanner.peek();
        if (next == ']') {
            sniffed->guesses.push_back({"format", Words::tr("The text is an empty JSON list.")});
            return 95;
        }
        const char *const element = scanner.at();
        const bool good = scanner.value(&slice);
        const bool cut = !good && scanner.trouble() == JsonTrouble::Truncated && !complete;
        if (!good && !cut && !suffix && next != '{')
            return 0;
        if (good) {
            const char after = scanner.peek();
            if (after != ',' && after != ']' && !suffix && next != '{')
                return 0;
        }
        options.asDocuments = looksLikeDocument(element, end);
        sniffed->guesses.push_back(
            {"format", options.asDocuments
                           ? Words::tr("The text is a JSON list of DocArray documents.")
                           : Words::tr("The text is a JSON list.")});
        return good || cut ? 95 : 70;
    }
    if (begin != '{' && begin != '[')
        return suffix && areLines(scanner, complete, sniffed) ? 95 : 0;
    const char *const element = scanner.at();
    JsonSlice slice;
    const bool good = scanner.value(&slice);
    if (!good) {
        const bool cut = scanner.trouble() == JsonTrouble::Truncated && !complete;
        const bool named = suffix || (begin == '{' && base.endsWith(".json"_L1));
        if (named || cut || (begin == '{' && head.sliced(1).trimmed().startsWith('"'))) {
            options.asDocuments = begin == '{' && looksLikeDocument(element, end);
            sniffed->guesses.push_back(
                {"format", Words::tr("The text starts like a JSON object.")});
            return named ? 90 : 70;
        }
        return 0;
    }
    if (begin == '[' && !suffix && !isFirstOfLines(slice, scanner))
        return 0; // one list: its elements are the rows
    options.asDocuments = begin == '{' && looksLikeDocument(element, end);
    sniffed->guesses.push_back(
        {"format", begin == '{' && complete && scanner.atEnd()
                       ? Words::tr("The text is one JSON object: one row.")
                       : Words::tr("Each line of the text is a JSON value.")});
    return 95;
}

Result<ReadOutcome> JsonReader::read(const ByteSource &source, const ReadOptions &options,
                                     const ReadHooks &hooks, const TaskContext &context) const
{
    return JsonReading(source, options, m_shape == Shape::Array, hooks, context).run();
}

} // namespace passel
