#include "core/io/csvchunk.h"

#include "core/io/encoding.h"
#include "core/io/limits.h"
#include "core/io/places.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace passel {

namespace {

constexpr size_t PieceSize = 256UL * 1024; // scanned and taken while it is in the cache
constexpr size_t BlockCells = 32UL * 1024; // cells whose ends are worked on column by column
constexpr size_t StrayKept = 1000;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::CsvReader)
};

} // namespace

void CsvChunkParser::scanPiece(const Chunk &chunk, size_t to)
{
    const ReadOptions &options = m_shared.options;
    if (m_shared.careful)
        scanCarefully(chunk.text.data(), m_scanned, to, options.delimiter, options.quote, &m_state,
                      &m_found, m_stray.data(), m_stray.size(), &m_strayCount);
    else
        csvKernels().scan(chunk.text.data(), m_scanned, to, options.delimiter, options.quote,
                          &m_state, &m_found);
    m_scanned = to;
}

inline Token CsvChunkParser::cell(char *text, quint32 begin, quint32 end) const
{
    if (begin == end)
        return {};
    if (!m_state.anyQuote || text[begin] != m_shared.options.quote)
        return {text + begin, end - begin, Token::Kind::Cell};
    return quotedCell(text, begin, end);
}

Token CsvChunkParser::quotedCell(char *text, quint32 begin, quint32 end) const
{
    const char quote = m_shared.options.quote;
    // Quoted as a whole, doubled quotes inside; anything else is kept by the letter.
    char *const inner = text + begin + 1;
    char *const last = text + end - 1;
    if (last < inner || *last != quote)
        return {text + begin, end - begin, Token::Kind::Cell};
    auto *doubled =
        static_cast<char *>(std::memchr(inner, quote, static_cast<size_t>(last - inner)));
    if (!doubled)
        return {inner, end - begin - 2, Token::Kind::Cell};
    for (const char *at = doubled; at < last; at += 2) {
        const auto *next =
            static_cast<const char *>(std::memchr(at, quote, static_cast<size_t>(last - at)));
        if (!next)
            break;
        if (next + 1 >= last || next[1] != quote) // not quoted as a whole: `"a"b"`
            return {text + begin, end - begin, Token::Kind::Cell};
        at = next;
    }
    char *out = doubled;
    for (const char *at = doubled; at < last; ++at) {
        *out++ = *at;
        if (*at == quote)
            ++at;
    }
    return {inner, static_cast<quint32>(out - inner), Token::Kind::Cell};
}

Result<CsvChunkResult> CsvChunkParser::parse(Chunk &chunk, qint64 from)
{
    CsvChunkResult result;
    TextBuffer &text = chunk.text;
    const auto size = static_cast<size_t>(text.size());
    const QByteArrayView view(text.data(), text.size());
    if (const qsizetype bad = firstInvalidUtf8(view); bad >= 0) {
        result.trouble = CsvTrouble::NotUtf8;
        result.troubleAt = chunk.offset + bad;
        return result;
    }
    if (const qsizetype nul = view.indexOf('\0'); nul >= 0)
        result.issues.add(
            {"nul-bytes",
             Words::tr("Some cells hold NUL bytes; they are kept. Programs that read this "
                       "table later may stop at them."),
             chunk.offset + nul});

    if (m_room < PieceSize + 64) {
        m_room = PieceSize + 64;
        m_ends = rawArray<quint32>(m_room);
        m_rowEnds = rawArray<quint32>(m_room);
    }
    m_found = {m_ends.get(), m_rowEnds.get(), 0, 0};
    m_state = {};
    m_scanned = static_cast<size_t>(from);
    m_start = static_cast<quint32>(from);
    m_stray.resize(m_shared.careful ? StrayKept : 0);
    m_strayCount = 0;
    m_rows = 0;
    m_columns.clear();
    for (qsizetype c = 0; c < m_shared.columns; ++c)
        m_columns.emplace_back(m_shared.options.types);

    while (m_scanned < size) {
        const size_t to = std::min(size, m_scanned + PieceSize);
        if (m_found.endCount + (to - m_scanned) + 64 > m_room) { // a record longer than a piece
            m_room = m_found.endCount + (to - m_scanned) + 64 + m_room;
            auto more = rawArray<quint32>(m_room);
            std::copy_n(m_ends.get(), m_found.endCount, more.get());
            m_ends = std::move(more);
            m_rowEnds = rawArray<quint32>(m_room);
            m_found.ends = m_ends.get();
            m_found.rowEnds = m_rowEnds.get();
        }
        scanPiece(chunk, to);
        if (to == size) {
            if (m_state.insideQuotes && !m_state.stray) {
                const quint32 opened =
                    m_found.endCount > 0 ? m_ends[m_found.endCount - 1] + 1 : m_start;
                return Error(ErrorKind::Input, "unterminated-quote",
                             Words::tr(
                                 "A quotation mark is opened here and never closed. Close it, or "
                                 "choose that cells are not quoted."))
                    .at(atByte(chunk.offset + opened));
            }
            // The last record may go without a line end.
            const quint32 last = m_found.endCount > 0 && m_found.rowCount > 0
                                         && m_rowEnds[m_found.rowCount - 1] == m_found.endCount
                                     ? m_ends[m_found.endCount - 1] + 1
                                     : 0;
            const bool ended = m_found.rowCount > 0 && last == size;
            if (!ended && !(m_found.endCount == 0 && m_start == size)) {
                m_found.ends[m_found.endCount++] = static_cast<quint32>(size);
                m_found.rowEnds[m_found.rowCount++] = static_cast<quint32>(m_found.endCount);
            }
        }
        if (m_state.stray) {
            result.trouble = CsvTrouble::StrayQuote;
            return result;
        }
        PASSEL_CHECK(takeRecords(chunk, &result));
    }

    for (size_t i = 0; i < std::min(m_strayCount, m_stray.size()); ++i)
        result.issues.add(
            {"stray-quote",
             Words::tr("A quotation mark stands inside a cell that is not quoted; the cell "
                       "is kept as it is written."),
             chunk.offset + m_stray[i]});
    if (m_strayCount > m_stray.size())
        result.issues.addCount("stray-quote", static_cast<qint64>(m_strayCount - m_stray.size()));
    result.parts.rows = m_rows;
    for (TypedColumn &column : m_columns)
        result.parts.columns.push_back(column.finish());
    for (size_t c = 0; c < static_cast<size_t>(m_shared.columns); ++c) {
        const TypedPart &part = result.parts.columns[c];
        if (part.anyValue && part.form.type.kind == TypeKind::Text)
            m_shared.isText[c].store(true, std::memory_order_relaxed);
    }
    return result;
}

Result<void> CsvChunkParser::takeRecords(Chunk &chunk, CsvChunkResult *result)
{
    char *const text = chunk.text.data();
    const auto expected = static_cast<size_t>(m_shared.columns);
    m_records.clear();
    size_t width = expected;
    quint32 first = 0;
    for (size_t row = 0; row < m_found.rowCount; ++row) {
        const quint32 past = m_rowEnds[row];
        Record record{m_start, first, past - first};
        quint32 &end = m_ends[past - 1];
        m_start = end + 1;
        if (m_state.anyReturn && end > record.start && text[end] == '\n' && text[end - 1] == '\r'
            && (record.count == 1 || m_ends[past - 2] != end - 1))
            --end;
        first = past;
        if (record.count != expected) {
            if (record.count == 1 && end == record.start) {
                if (result->blankTail == 0)
                    result->blankAt = chunk.offset + record.start;
                ++result->blankTail;
                continue;
            }
            if (record.count > limits::Columns)
                return Error(ErrorKind::Limit, "too-many-columns",
                             Words::tr(
                                 "This row has %1 cells; the limit is 4,096 columns. Look whether "
                                 "the separator is right.")
                                 .arg(record.count))
                    .at(atByte(chunk.offset + record.start));
            width = std::max(width, static_cast<size_t>(record.count));
            reportRagged(record, chunk, result);
        }
        result->blankLines += std::exchange(result->blankTail, 0);
        m_records.push_back(record);
    }

    while (m_columns.size() < width) { // cells without a header get columns of their own
        m_columns.emplace_back(m_shared.options.types);
        m_columns.back().appendMissing(m_rows);
    }
    const size_t rows = std::max<size_t>(1, BlockCells / std::max<size_t>(1, m_columns.size()));
    for (size_t begin = 0; begin < m_records.size(); begin += rows)
        PASSEL_CHECK(
            takeBlock(chunk, begin, std::min(m_records.size(), begin + rows), m_columns.size()));

    // What is left of the piece belongs to the next one.
    std::copy(m_ends.get() + first, m_ends.get() + m_found.endCount, m_ends.get());
    m_found.endCount -= first;
    m_found.rowCount = 0;
    return {};
}

Result<void> CsvChunkParser::takeBlock(Chunk &chunk, size_t begin, size_t end, size_t width)
{
    char *const text = chunk.text.data();
    const size_t rows = end - begin;
    m_tokens.resize(rows);
    const Record *const records = m_records.data() + begin;
    // Nearly always every record has a cell in every column, one behind the other.
    const bool regular =
        records[rows - 1].first == records[0].first + static_cast<quint32>((rows - 1) * width)
        && std::all_of(records, records + rows,
                       [width](const Record &record) { return record.count == width; });
    const bool large = chunk.text.size() > limits::CellBytes; // else no cell can be
    for (size_t c = 0; c < width; ++c) {
        if (regular) {
            const quint32 *ends = m_ends.get() + records[0].first + c;
            for (size_t i = 0; i < rows; ++i, ends += width) {
                const quint32 from = c == 0 ? records[i].start : ends[-1] + 1;
                m_tokens[i] = cell(text, from, *ends);
            }
        } else {
            for (size_t i = 0; i < rows; ++i) {
                const Record &record = records[i];
                if (c >= record.count) {
                    m_tokens[i] = {};
                    continue;
                }
                const quint32 from = c == 0 ? record.start : m_ends[record.first + c - 1] + 1;
                m_tokens[i] = cell(text, from, m_ends[record.first + c]);
            }
        }
        for (size_t i = 0; large && i < rows; ++i) {
            if (m_tokens[i].size > limits::CellBytes)
                return Error(ErrorKind::Limit, "cell-too-large",
                             Words::tr(
                                 "This cell holds %1 bytes; the limit is 16 MiB. Maybe a quotation "
                                 "mark before it is never closed.")
                                 .arg(m_tokens[i].size))
                    .at(atByte(chunk.offset + (m_tokens[i].data - text)));
        }
        if (c < static_cast<size_t>(m_shared.columns)
            && m_shared.isText[c].load(std::memory_order_relaxed))
            m_columns[c].widen();
        m_columns[c].append(m_tokens);
    }
    m_rows += static_cast<qint64>(rows);
    return {};
}

void CsvChunkParser::reportRagged(const Record &record, const Chunk &chunk, CsvChunkResult *result)
{
    if (result->issues.count() >= IssueList::Kept) {
        result->issues.addCount("ragged-rows", 1);
        return;
    }
    const qint64 expected = m_shared.columns;
    const int cells = static_cast<int>(record.count);
    const QString message =
        record.count < expected
            ? Words::tr("This row has %Ln cell(s) instead of %L1; the others are missing.", nullptr,
                        cells)
            : Words::tr("This row has %Ln cell(s) instead of %L1; the others stand in added "
                        "columns.",
                        nullptr, cells);
    result->issues.add({"ragged-rows", message.arg(expected), chunk.offset + record.start,
                        m_rows + static_cast<qint64>(m_records.size())});
}

Result<std::vector<std::string>> CsvChunkParser::header(Chunk &chunk, qint64 from, qint64 *next,
                                                        CsvTrouble *trouble)
{
    const auto size = static_cast<size_t>(chunk.text.size());
    const size_t room = size + 65;
    m_ends.reset(new quint32[room]);
    m_rowEnds.reset(new quint32[room]);
    m_room = room;
    m_found = {m_ends.get(), m_rowEnds.get(), 0, 0};
    m_state = {};
    m_strayCount = 0;
    m_scanned = static_cast<size_t>(from);
    while (m_scanned < size && m_found.rowCount == 0)
        scanPiece(chunk, std::min(size, m_scanned + 4096));
    if (m_state.stray) {
        *trouble = CsvTrouble::StrayQuote;
        return std::vector<std::string>();
    }
    if (m_found.rowCount == 0) {
        if (m_state.insideQuotes)
            return Error(
                       ErrorKind::Input, "unterminated-quote",
                       Words::tr(
                           "A quotation mark is opened here and never closed. Close it, or choose "
                           "that cells are not quoted."))
                .at(atByte(chunk.offset
                           + (m_found.endCount > 0 ? m_ends[m_found.endCount - 1] + 1 : from)));
        m_ends[m_found.endCount++] = static_cast<quint32>(size);
        m_rowEnds[m_found.rowCount++] = static_cast<quint32>(m_found.endCount);
    }
    const size_t count = m_rowEnds[0];
    if (static_cast<qsizetype>(count) > limits::Columns)
        return Error(
                   ErrorKind::Limit, "too-many-columns",
                   Words::tr(
                       "The header has %1 columns; the limit is 4,096. Look whether the separator "
                       "is right.")
                       .arg(count))
            .at(atByte(chunk.offset + from));
    std::vector<std::string> cells;
    char *const text = chunk.text.data();
    auto begin = static_cast<quint32>(from);
    for (size_t c = 0; c < count; ++c) {
        quint32 end = m_ends[c];
        const quint32 past = end + 1;
        if (c + 1 == count && end > begin && end < size && text[end] == '\n'
            && text[end - 1] == '\r')
            --end;
        // A copy, for the row may be read again as data.
        std::string copy(text + begin, end - begin);
        const Token token = cell(copy.data(), 0, static_cast<quint32>(copy.size()));
        if (token.size > limits::HeaderName)
            return Error(ErrorKind::Limit, "limit",
                         Words::tr(
                             "The name of column %1 has more than 64 KiB, which is the limit. Look "
                             "whether the separator is right.")
                             .arg(c + 1))
                .at(atByte(chunk.offset + begin));
        cells.emplace_back(token.text());
        begin = past;
    }
    *next = std::min<qint64>(begin, chunk.text.size());
    return cells;
}

} // namespace passel
