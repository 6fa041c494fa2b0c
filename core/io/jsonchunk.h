// Parses one chunk of JSON elements into typed parts of columns.
#pragma once

#include "core/io/chunkreader.h"
#include "core/io/columnset.h"
#include "core/io/jsontext.h"
#include "core/io/readreport.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace passel {

//! \brief What all chunks of one reading share.
struct JsonShared
{
    bool isArray = true;   //!< elements stand in one list, divided by commas; else one a line
    bool asValues = false; //!< elements are values of the one column `value`
    TypePolicy types = TypePolicy::Automatic;
};

//! \brief Parts of the columns of one chunk with their names, in order of first appearance.
struct JsonChunkResult
{
    ChunkParts parts;
    std::vector<std::string> names;
    IssueList issues;
    bool closed = false; //!< the list ended in this chunk
};

//! \brief Something but blanks stands behind the end of the list, at \a byte: a second list would
//! be lost without a word.
[[nodiscard]] Error trailingError(qint64 byte);

//! \brief Finds the elements of a chunk and hands them out; knows commas, line ends and the list's
//! brackets.
class JsonElements
{
public:
    JsonElements(const JsonShared &shared, const Chunk &chunk);

    //! \brief True when an element comes next; false at the end of the chunk or at an error.
    [[nodiscard]] bool next();

    //! \brief To read the element with.
    [[nodiscard]] JsonScanner &scanner() noexcept { return m_scanner; }

    //! \brief To be called behind each element.
    [[nodiscard]] bool endElement();

    [[nodiscard]] bool isClosed() const noexcept { return m_closed; }

    //! \brief There was something behind the list's end.
    [[nodiscard]] bool hasTrailing() const noexcept { return m_trailing; }

    //! \brief Offset in the stream of where the scanner stands.
    [[nodiscard]] qint64 offset() const noexcept
    {
        return m_chunk.offset + (m_scanner.at() - m_chunk.text.data());
    }

    [[nodiscard]] Error error() const;

private:
    const JsonShared &m_shared;
    const Chunk &m_chunk;
    JsonScanner m_scanner;
    bool m_closed = false;
    bool m_trailing = false;
    bool m_afterComma = false;
    bool m_first = true;
};

//! \brief Parses chunks; one thread, one chunk a parser.
class JsonChunkParser
{
public:
    explicit JsonChunkParser(const JsonShared &shared)
        : m_shared(shared)
    {}

    //! \brief The chunk's text is used up.
    [[nodiscard]] Result<JsonChunkResult> parse(Chunk &chunk);

private:
    struct JsonColumn
    {
        std::string name;
        std::string rawName;           //!< as it stands between the quotes
        bool hasHalfCharacter = false; //!< the name is the raw one, as UTF-8 cannot say it
        std::vector<Token> tokens;
        TypedColumn column;
    };

    [[nodiscard]] Token tokenOf(const JsonSlice &slice, qint64 offset, JsonChunkResult *result);

    //! \brief The row that is being read, of this chunk's.
    [[nodiscard]] qint64 row() const noexcept { return m_rows + static_cast<qint64>(m_blockRows); }

    Result<void> takeObject(JsonElements &elements, JsonChunkResult *result);
    Result<size_t> columnOf(const JsonSlice &key, size_t expected, qint64 offset);
    void endRow();
    void flush();

    const JsonShared &m_shared;
    const Chunk *m_chunk = nullptr;
    std::vector<JsonColumn> m_columns;
    std::unordered_map<std::string, size_t> m_byName;
    size_t m_blockRows = 0;
    size_t m_blockLimit = 1024;
    qint64 m_rows = 0;
    std::string m_scratch;
};

} // namespace passel
