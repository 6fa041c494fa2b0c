#include "core/io/jsonchunk.h"

#include "core/io/encoding.h"
#include "core/io/limits.h"
#include "core/io/places.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace passel {

namespace {

constexpr size_t BlockCells = 32UL * 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::JsonReader)
};

} // namespace

Error trailingError(qint64 byte)
{
    return Error(ErrorKind::Input, "trailing-bytes",
                 Words::tr("Something follows the end of the list. Remove it, or put all rows into "
                           "one list, or each list on a line of its own."))
        .at(atByte(byte));
}

JsonElements::JsonElements(const JsonShared &shared, const Chunk &chunk)
    : m_shared(shared)
    , m_chunk(chunk)
    , m_scanner(chunk.text.data(), chunk.text.data() + chunk.text.size())
{
    if (shared.isArray && chunk.index == 0 && !m_scanner.take('['))
        (void)m_scanner.fail();
}

bool JsonElements::next()
{
    if (m_scanner.trouble() != JsonTrouble::None || m_closed)
        return false;
    if (m_scanner.atEnd())
        return false;
    if (m_shared.isArray && m_scanner.peek() == ']') {
        if (m_afterComma)
            return m_scanner.fail();
        // Only the very first element may be missing; a chunk that begins with the end of the list
        // came behind a comma.
        if (m_first && m_chunk.index > 0)
            return m_scanner.fail();
        (void)m_scanner.take(']');
        m_closed = true;
        m_trailing = !m_scanner.atEnd();
        return false;
    }
    m_first = false;
    return true;
}

bool JsonElements::endElement()
{
    m_afterComma = false;
    if (!m_shared.isArray) {
        // One element a line: nothing but blanks until the line ends.
        const char *at = m_scanner.at();
        const char *const end = m_chunk.text.data() + m_chunk.text.size();
        while (at < end && (*at == ' ' || *at == '\t' || *at == '\r'))
            ++at;
        m_scanner.setAt(at);
        if (at < end && *at != '\n')
            return m_scanner.fail();
        return true;
    }
    if (m_scanner.atEnd())
        return true; // the list goes on in the next chunk, or is cut: the reader knows
    if (m_scanner.peek() == ']')
        return true;
    m_afterComma = m_scanner.take(',');
    if (!m_afterComma)
        return m_scanner.fail();
    if (m_scanner.atEnd())
        m_afterComma = false;
    return true;
}

Error JsonElements::error() const
{
    return jsonError(m_scanner.trouble()).at(atByte(offset()));
}

Token JsonChunkParser::tokenOf(const JsonSlice &slice, qint64 offset, JsonChunkResult *result)
{
    const auto token = [](std::string_view text, Token::Kind kind) {
        return Token{text.data(), static_cast<quint32>(text.size()), kind};
    };
    switch (slice.kind) {
    case JsonKind::Null:
        return {};
    case JsonKind::True:
    case JsonKind::False:
        return token(slice.source, Token::Kind::Boolean);
    case JsonKind::Number:
        if (slice.source.size() > 18) {
            const bool isWhole = slice.source.find_first_of(".eE") == std::string_view::npos;
            if (isWhole)
                result->issues.add(
                    {"number-range",
                     Words::tr("This number has too many digits to calculate with; it is "
                               "kept as it is written."),
                     offset, row()});
        }
        return token(slice.source, Token::Kind::Number);
    case JsonKind::NotFinite:
        result->issues.add(
            {"number-range",
             Words::tr("NaN and Infinity are no valid JSON; they are read as numbers that "
                       "are not finite."),
             offset, row()});
        return token(slice.source, Token::Kind::Number);
    case JsonKind::String: {
        const std::string_view inner = slice.source.substr(1, slice.source.size() - 2);
        if (!slice.escaped)
            return token(inner, Token::Kind::String);
        m_scratch.clear();
        if (!appendUnescaped(slice, &m_scratch)) {
            result->issues.add(
                {"encoding",
                 Words::tr("This text holds half of a character (a lone surrogate); it is "
                           "kept as it is written."),
                 offset, row()});
            return token(slice.source, Token::Kind::Nested);
        }
        // The value is never longer than its source, which nobody reads again.
        char *const place = const_cast<char *>(inner.data()); // NOLINT: our own buffer
        std::memcpy(place, m_scratch.data(), m_scratch.size());
        return token({place, m_scratch.size()}, Token::Kind::String);
    }
    case JsonKind::Object:
    case JsonKind::Array:
        return token(slice.source, Token::Kind::Nested);
    }
    return {};
}

Result<size_t> JsonChunkParser::columnOf(const JsonSlice &key, size_t expected, qint64 offset)
{
    const std::string_view raw = key.source.substr(1, key.source.size() - 2);
    if (expected < m_columns.size() && m_columns[expected].rawName == raw)
        return expected;
    // Two names must not become one because neither can be said: they stay as they are written.
    std::string name;
    const bool isWhole = appendUnescaped(key, &name);
    if (!isWhole)
        name = raw;
    const auto found = m_byName.find(name);
    if (found != m_byName.end())
        return found->second;
    if (name.size() > static_cast<size_t>(limits::HeaderName))
        return Error(ErrorKind::Limit, "limit",
                     Words::tr("The name of this member has more than 64 KiB, which is the limit."))
            .at(atByte(offset));
    if (m_columns.size() >= static_cast<size_t>(limits::Columns))
        return Error(ErrorKind::Limit, "too-many-columns",
                     Words::tr(
                         "The objects have more than 4,096 different members, which is the limit."))
            .at(atByte(offset));
    const size_t index = m_columns.size();
    JsonColumn column{name, std::string(raw), !isWhole, {}, TypedColumn(m_shared.types)};
    column.column.appendMissing(m_rows);
    column.tokens.assign(m_blockRows, Token{});
    m_columns.push_back(std::move(column));
    m_byName.emplace(std::move(name), index);
    m_blockLimit = std::max<size_t>(1, std::min<size_t>(1024, BlockCells / m_columns.size()));
    return index;
}

Result<void> JsonChunkParser::takeObject(JsonElements &elements, JsonChunkResult *result)
{
    JsonScanner &scanner = elements.scanner();
    const qint64 start = elements.offset();
    (void)scanner.take('{');
    if (scanner.take('}'))
        return {};
    size_t expected = 0;
    for (;;) {
        JsonSlice key;
        if (!scanner.string(&key) || !scanner.take(':')) {
            if (scanner.trouble() == JsonTrouble::None)
                (void)scanner.fail();
            return elements.error();
        }
        const qint64 keyOffset = elements.offset();
        PASSEL_TRY(const size_t index, columnOf(key, expected, keyOffset));
        if (m_columns[index].hasHalfCharacter)
            result->issues.add({"encoding",
                                Words::tr("The name of this member holds half of a character (a "
                                          "lone surrogate); it is kept as it is written."),
                                keyOffset, row()});
        scanner.skipBlanks();
        const qint64 valueOffset = elements.offset();
        JsonSlice slice;
        if (!scanner.value(&slice))
            return elements.error();
        if (static_cast<qint64>(slice.source.size()) > limits::CellBytes)
            return Error(ErrorKind::Limit, "cell-too-large",
                         Words::tr("This value holds %1 bytes; the limit is 16 MiB.")
                             .arg(slice.source.size()))
                .at(atByte(valueOffset));
        std::vector<Token> &tokens = m_columns[index].tokens;
        if (tokens.size() > m_blockRows) {
            result->issues.add({"duplicate-key",
                                Words::tr("The member \u201c%1\u201d stands twice in this object; "
                                          "the last one is taken.")
                                    .arg(QString::fromStdString(m_columns[index].name).left(100)),
                                valueOffset, row()});
            tokens.back() = tokenOf(slice, valueOffset, result);
        } else {
            tokens.resize(m_blockRows);
            tokens.push_back(tokenOf(slice, valueOffset, result));
        }
        expected = index + 1;
        if (scanner.take(','))
            continue;
        if (scanner.take('}'))
            return {};
        (void)scanner.fail();
        // An object that is never closed is best shown where it starts.
        if (scanner.trouble() == JsonTrouble::Truncated)
            return jsonError(JsonTrouble::Truncated).at(atByte(start));
        return elements.error();
    }
}

void JsonChunkParser::endRow()
{
    ++m_blockRows;
    if (m_blockRows >= m_blockLimit)
        flush();
}

void JsonChunkParser::flush()
{
    for (JsonColumn &column : m_columns) {
        const size_t have = column.tokens.size();
        if (have > 0)
            column.column.append(column.tokens);
        column.column.appendMissing(static_cast<qint64>(m_blockRows - have));
        column.tokens.clear();
    }
    m_rows += static_cast<qint64>(m_blockRows);
    m_blockRows = 0;
}

Result<JsonChunkResult> JsonChunkParser::parse(Chunk &chunk)
{
    JsonChunkResult result;
    m_chunk = &chunk;
    const QByteArrayView text(chunk.text.data(), chunk.text.size());
    if (const qsizetype bad = firstInvalidUtf8(text); bad >= 0)
        return Error(ErrorKind::Input, "encoding",
                     Words::tr(
                         "JSON is UTF-8, but this is not. Choose another encoding, or get the file "
                         "again."))
            .at(atByte(chunk.offset + bad));
    JsonElements elements(m_shared, chunk);
    if (m_shared.asValues) {
        std::string name = "value";
        m_byName.emplace(name, 0);
        m_columns.push_back({name, name, false, {}, TypedColumn(m_shared.types)});
    }
    while (elements.next()) {
        const qint64 offset = elements.offset();
        JsonScanner &scanner = elements.scanner();
        if (m_shared.asValues) {
            JsonSlice slice;
            if (!scanner.value(&slice))
                return elements.error();
            if (static_cast<qint64>(slice.source.size()) > limits::CellBytes)
                return Error(ErrorKind::Limit, "cell-too-large",
                             Words::tr("This value holds %1 bytes; the limit is 16 MiB.")
                                 .arg(slice.source.size()))
                    .at(atByte(offset));
            m_columns.front().tokens.resize(m_blockRows);
            m_columns.front().tokens.push_back(tokenOf(slice, offset, &result));
        } else {
            if (scanner.peek() != '{') {
                JsonSlice slice;
                if (!scanner.value(&slice))
                    return elements.error();
                return Error(
                           ErrorKind::Input, "mixed-rows",
                           Words::tr(
                               "This element is no object, while others are. Every row must be an "
                               "object."))
                    .at(atByte(offset));
            }
            PASSEL_CHECK(takeObject(elements, &result));
        }
        endRow();
        if (!elements.endElement())
            return elements.error();
    }
    if (elements.scanner().trouble() != JsonTrouble::None)
        return elements.error();
    if (elements.hasTrailing())
        return trailingError(elements.offset());
    flush();
    result.closed = elements.isClosed();
    result.parts.rows = m_rows;
    for (JsonColumn &column : m_columns) {
        result.parts.columns.push_back(column.column.finish());
        result.names.push_back(std::move(column.name));
    }
    return result;
}

} // namespace passel
