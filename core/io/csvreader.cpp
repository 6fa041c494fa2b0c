#include "core/io/csvreader.h"

#include "core/io/csvchunk.h"
#include "core/io/csvsniffer.h"
#include "core/io/encoding.h"
#include "core/io/limits.h"
#include "core/io/places.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <climits>
#include <cstring>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::CsvReader)
};

// Where the line ends that begins at \a from: behind LF, CRLF or a lone CR, as a record does. −1
// when \a text ends before that is known.
qint64 behindLine(QByteArrayView text, qint64 from)
{
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text[at] == '\n')
            return at + 1;
        if (text[at] == '\r')
            return at + 1 == text.size() ? -1 : at + (text[at + 1] == '\n' ? 2 : 1);
    }
    return -1;
}

// One attempt with given options; trouble says how to try again.
class CsvReading
{
public:
    CsvReading(const ByteSource &source, const ReadOptions &options, bool careful, bool mends,
               const ReadHooks &hooks, const TaskContext &context)
        : m_source(source)
        , m_mends(mends)
        , m_hooks(hooks)
        , m_context(context)
    {
        m_shared.options = options;
        m_shared.careful = careful;
    }

    Result<ReadOutcome> run();

    [[nodiscard]] CsvTrouble trouble() const { return m_trouble; }

    [[nodiscard]] qint64 troubleAt() const { return m_troubleAt; }

private:
    Result<qint64> split(TextBuffer &text, qint64 scanned);
    Result<qint64> readHeader(CsvChunkParser &parser, Chunk &chunk);
    void reportSkipped(QByteArrayView skipped);
    void keep(qint64 index, CsvChunkResult result);
    Result<DocumentArray> assemble(std::vector<ChunkParts> parts) const;
    void firstRows(const ChunkParts &parts) const;
    void addIssues(ReadReport *report);

    const ByteSource &m_source;
    bool m_mends; // bytes that are no UTF-8
    Utf8Share m_share;
    const ReadHooks &m_hooks;
    const TaskContext &m_context;
    CsvShared m_shared;
    std::vector<QString> m_names;
    IssueList m_headerIssues;
    std::mutex m_mutex;
    std::vector<CsvChunkResult> m_results;
    CsvTrouble m_trouble = CsvTrouble::None;
    qint64 m_troubleAt = 0;
    CsvScanState m_splitState;
    qint64 m_skip = 0;
};

Result<qint64> CsvReading::split(TextBuffer &text, qint64 scanned)
{
    const ReadOptions &options = m_shared.options;
    // Lines to skip are no records: the quotes in them mean nothing.
    qint64 from = 0;
    for (qint64 line = 0; line < m_skip; ++line) {
        from = behindLine({text.data(), text.size()}, from);
        if (from < 0)
            return qint64(0);
    }
    const auto size = static_cast<size_t>(text.size() - from);
    if (!m_shared.careful) {
        const size_t whole = csvKernels().split(text.data() + from, size, options.quote);
        if (whole == 0)
            return qint64(0);
        m_skip = 0;
        return from + static_cast<qint64>(whole);
    }
    // The state of the careful scan is kept between calls only while a record grows.
    Q_UNUSED(scanned)
    m_splitState = {};
    const size_t whole = splitCarefully(text.data() + from, size, options.delimiter, options.quote,
                                        &m_splitState, 0, 0);
    if (whole == 0)
        return qint64(0);
    m_skip = 0;
    return from + static_cast<qint64>(whole);
}

void CsvReading::keep(qint64 index, CsvChunkResult result)
{
    const std::lock_guard lock(m_mutex);
    if (static_cast<qint64>(m_results.size()) <= index)
        m_results.resize(static_cast<size_t>(index) + 1);
    m_results[static_cast<size_t>(index)] = std::move(result);
}

Result<qint64> CsvReading::readHeader(CsvChunkParser &parser, Chunk &chunk)
{
    qint64 from = 0;
    for (qint64 line = 0; line < m_shared.options.skipLines && from < chunk.text.size(); ++line) {
        const qint64 end = behindLine({chunk.text.data(), chunk.text.size()}, from);
        from = end < 0 ? chunk.text.size() : end;
    }
    const QByteArrayView skipped(chunk.text.data(), from);
    while (from < chunk.text.size()
           && (chunk.text.data()[from] == '\n' || chunk.text.data()[from] == '\r'))
        ++from; // blank lines before the header
    if (from == chunk.text.size())
        return Error(ErrorKind::Input, "empty-input",
                     Words::tr("There is nothing in this file but blank lines. Open another one."));
    const QByteArrayView text(chunk.text.data(), chunk.text.size());
    if (const qsizetype bad = firstInvalidUtf8(text); bad >= 0) {
        m_trouble = CsvTrouble::NotUtf8;
        m_troubleAt = chunk.offset + bad;
        return from;
    }
    qint64 next = from;
    PASSEL_TRY(const std::vector<std::string> cells, parser.header(chunk, from, &next, &m_trouble));
    if (m_trouble != CsvTrouble::None)
        return from;
    reportSkipped(skipped);
    m_shared.columns = static_cast<qsizetype>(cells.size());
    m_shared.isText = std::vector<std::atomic<bool>>(cells.size());
    QSet<QString> seen;
    for (size_t c = 0; c < cells.size(); ++c) {
        if (!m_shared.options.hasHeader) {
            m_names.push_back(Words::tr("Column %1").arg(c + 1));
            continue;
        }
        const QString name =
            QString::fromUtf8(cells[c].data(), static_cast<qsizetype>(cells[c].size()));
        if (seen.contains(name))
            m_headerIssues.add(
                {"duplicate-header",
                 name.isEmpty()
                     ? Words::tr("Several columns have no name; all are kept.")
                     : Words::tr("Several columns are named \u201c%1\u201d; all are kept.")
                           .arg(name.left(100)),
                 chunk.offset + from});
        seen.insert(name);
        m_names.push_back(name);
    }
    return m_shared.options.hasHeader ? next : from;
}

// Titles and comments above a table are no rows, but somebody wrote them (SEC-04).
void CsvReading::reportSkipped(QByteArrayView skipped)
{
    const QString text = QString::fromUtf8(skipped).simplified();
    if (text.isEmpty() || (m_shared.options.skipLines == 1 && skipped.startsWith("sep=")))
        return;
    m_headerIssues.add({"ragged-rows",
                        Words::tr("Left out %Ln line(s) above the table: “%1”.", nullptr,
                                  static_cast<int>(m_shared.options.skipLines))
                            .arg(text.size() > 200 ? text.left(199) + u'…' : text),
                        0});
}

Result<DocumentArray> CsvReading::assemble(std::vector<ChunkParts> parts) const
{
    qint64 rows = 0;
    auto width = static_cast<size_t>(m_shared.columns);
    for (const ChunkParts &part : parts) {
        rows += part.rows;
        width = std::max(width, part.columns.size());
    }
    if (rows > (qint64(1) << 32) - 1)
        return Error(
            ErrorKind::Limit, "limit",
            Words::tr("This table has %1 rows; the limit is 4,294,967,295. Split the file and "
                      "open the parts.")
                .arg(rows));
    PASSEL_TRY(std::vector<JoinedColumn> columns,
               joinColumns(std::move(parts), static_cast<qsizetype>(width), m_shared.options.types,
                           m_context));
    std::vector<Field> fields;
    std::vector<Column> stored;
    QSet<int> taken;
    for (size_t c = 0; c < width; ++c) {
        const QString name = c < m_names.size() ? m_names[c] : Words::tr("Column %1").arg(c + 1);
        Field field = tableField(name, columns[c].form, columns[c].note, false);
        if (field.role != Role::Tag && taken.contains(static_cast<int>(field.role)))
            field.role = Role::Tag;
        taken.insert(static_cast<int>(field.role));
        fields.push_back(std::move(field));
        stored.push_back(std::move(columns[c].column));
    }
    return DocumentArray::create(Schema(std::move(fields)), std::move(stored), rows);
}

void CsvReading::firstRows(const ChunkParts &parts) const
{
    if (!m_hooks.onFirstRows)
        return;
    std::vector<ChunkParts> copy{parts}; // segments are shared
    if (Result<DocumentArray> array = assemble(std::move(copy)))
        m_hooks.onFirstRows(std::move(*array));
}

void CsvReading::addIssues(ReadReport *report)
{
    report->issues.append(m_headerIssues);
    qint64 blank = 0;
    qint64 blankAt = -1;
    qint64 tail = 0;
    qint64 tailAt = -1;
    qint64 rows = 0;
    for (CsvChunkResult &result : m_results) {
        report->issues.append(result.issues, rows);
        rows += result.parts.rows;
        if (result.parts.rows > 0 && tail > 0) { // blank lines only count before a record
            blank += std::exchange(tail, 0);
            blankAt = blankAt < 0 ? tailAt : blankAt;
        }
        if (result.blankLines > 0) {
            blank += result.blankLines;
            blankAt = blankAt < 0 ? result.blankAt : blankAt;
        }
        if (result.blankTail > 0) {
            tailAt = tail == 0 ? result.blankAt : tailAt;
            tail += result.blankTail;
        }
    }
    if (blank > 0) {
        const int lines = static_cast<int>(std::min<qint64>(blank, 2'000'000'000));
        report->issues.add({"ragged-rows",
                            Words::tr("Left out %Ln blank line(s) between rows.", nullptr, lines),
                            blankAt});
    }
}

Result<ReadOutcome> CsvReading::run()
{
    PASSEL_TRY(std::unique_ptr<ByteStream> stream, openStream(m_source, m_shared.options));
    if (m_mends)
        stream = mending(std::move(stream), &m_share);
    m_skip = m_shared.options.skipLines;
    ChunkReader reader(
        *stream, [this](TextBuffer &text, qint64 scanned) { return split(text, scanned); },
        m_hooks.firstChunkBytes, m_hooks.chunkBytes);

    // The first chunk has the header, and the rows that are shown before the rest is there.
    Chunk first;
    PASSEL_TRY(const bool any, reader.next(&first));
    if (!any)
        return Error(ErrorKind::Input, "empty-input",
                     Words::tr("This file is empty. Open another one."));
    ReadOutcome outcome;
    {
        CsvChunkParser parser(m_shared);
        PASSEL_TRY(const qint64 from, readHeader(parser, first));
        if (m_trouble != CsvTrouble::None)
            return outcome;
        PASSEL_TRY(CsvChunkResult result, parser.parse(first, from));
        if (result.trouble != CsvTrouble::None) {
            m_trouble = result.trouble;
            m_troubleAt = result.troubleAt;
            return outcome;
        }
        m_context.advance(first.text.size());
        firstRows(result.parts);
        keep(0, std::move(result));
    }

    std::atomic<qint64> troubleIndex{std::numeric_limits<qint64>::max()};
    const Result<void> worked =
        forEachChunk(reader, m_context, [this, &troubleIndex](Chunk &chunk) -> Result<bool> {
            CsvChunkParser parser(m_shared);
            PASSEL_TRY(CsvChunkResult result, parser.parse(chunk, 0));
            if (result.trouble != CsvTrouble::None) {
                const std::lock_guard lock(m_mutex);
                if (chunk.index < troubleIndex.load()) {
                    troubleIndex.store(chunk.index);
                    m_trouble = result.trouble;
                    m_troubleAt = result.troubleAt;
                }
                return false;
            }
            keep(chunk.index, std::move(result));
            return true;
        });
    if (!worked && worked.error().isCancelled())
        return worked.error();
    if (m_trouble != CsvTrouble::None)
        return outcome; // an error found under a wrong supposition is none
    PASSEL_CHECK(worked);

    outcome.report.options = m_shared.options;
    addIssues(&outcome.report);
    std::vector<ChunkParts> parts;
    parts.reserve(m_results.size());
    for (CsvChunkResult &result : m_results)
        parts.push_back(std::move(result.parts));
    PASSEL_TRY(outcome.array, assemble(std::move(parts)));
    outcome.report.rows = outcome.array.rowCount();
    for (const Field &field : outcome.array.schema().fields())
        outcome.report.header.push_back(field.name);
    return outcome;
}

// Of the whole text: where a byte is bad, the letters around it may be few.
Result<Utf8Share> utf8Share(const ByteSource &source, const ReadOptions &options,
                            const TaskContext &context)
{
    PASSEL_TRY(std::unique_ptr<ByteStream> stream, openStream(source, options));
    Utf8Share share;
    stream = mending(std::move(stream), &share);
    std::vector<char> buffer(256UL * 1024);
    for (;;) {
        if (context.isCancelled())
            return Error::cancelled();
        PASSEL_TRY(const qint64 count,
                   stream->read(buffer.data(), static_cast<qint64>(buffer.size())));
        if (count == 0)
            return share;
    }
}

} // namespace

Field tableField(const QString &name, const ColumnForm &form, const QString &note, bool roleIsTaken)
{
    Field field;
    field.name = name;
    field.type = form.type;
    field.form = form.form;
    field.note = note;
    if (!roleIsTaken) {
        if (name == "id"_L1)
            field.role = Role::Id;
        else if (name == "text"_L1)
            field.role = Role::Text;
        else if (name == "uri"_L1)
            field.role = Role::Uri;
        else if (name == "mime_type"_L1)
            field.role = Role::MimeType;
    }
    return field;
}

QByteArray CsvReader::name() const
{
    return "csv";
}

QString CsvReader::title() const
{
    return Words::tr("Delimited text (CSV)");
}

QStringList CsvReader::suffixes() const
{
    return {u"csv"_s, u"tsv"_s, u"tab"_s, u"txt"_s, u"psv"_s};
}

int CsvReader::sniff(QByteArrayView head, bool complete, const QString &name,
                     Sniffed *sniffed) const
{
    return sniffCsv(head, complete, name, sniffed);
}

Result<ReadOutcome> CsvReader::read(const ByteSource &source, const ReadOptions &options,
                                    const ReadHooks &hooks, const TaskContext &context) const
{
    ReadOptions now = options;
    bool careful = false;
    bool reencoded = false;
    Utf8Share share;
    qint64 badAt = -1; // the first byte that is no UTF-8, where nearly all others are
    for (;;) {
        CsvReading reading(source, now, careful, badAt >= 0, hooks, context);
        PASSEL_TRY(ReadOutcome outcome, reading.run());
        switch (reading.trouble()) {
        case CsvTrouble::None:
            if (reencoded)
                outcome.report.issues.add(
                    {"encoding",
                     Words::tr(
                         "Not all of the text is UTF-8; it was read as %1. Choose another encoding "
                         "if letters look wrong.")
                         .arg(QString::fromLatin1(now.encoding))});
            if (badAt >= 0)
                outcome.report.issues.add(
                    {"encoding",
                     Words::tr("Read %Ln byte(s) from here on as Windows-1252; the rest of the "
                               "text is valid UTF-8.",
                               nullptr, static_cast<int>(std::min<qint64>(share.bad, INT_MAX))),
                     badAt});
            return outcome;
        case CsvTrouble::StrayQuote:
            careful = true;
            break;
        case CsvTrouble::NotUtf8: {
            if (reencoded || now.encoding != "UTF-8")
                return Error(ErrorKind::Input, "encoding",
                             Words::tr("The text is not valid here. Choose another encoding."))
                    .at(atByte(reading.troubleAt()));
            PASSEL_TRY(share, utf8Share(source, now, context));
            if (share.isMostlyUtf8()) {
                badAt = reading.troubleAt();
                break;
            }
            PASSEL_TRY(const auto stream, openRawStream(source, now));
            QByteArray around;
            qint64 skip = std::max<qint64>(0, reading.troubleAt() - 32'768);
            while (skip > 0) {
                PASSEL_TRY(const QByteArray part,
                           readHead(*stream, std::min<qint64>(skip, 1 << 20)));
                if (part.isEmpty())
                    break;
                skip -= part.size();
            }
            PASSEL_TRY(around, readHead(*stream, 65'536));
            now.encoding = guessLegacyEncoding(around).encoding;
            reencoded = true;
            break;
        }
        }
    }
}

} // namespace passel
