// Parses one chunk of whole CSV records into typed parts of columns.
#pragma once

#include "core/io/chunkreader.h"
#include "core/io/columnset.h"
#include "core/io/csvscan.h"
#include "core/io/readreport.h"

#include <atomic>
#include <memory>
#include <vector>

namespace passel {

//! \brief What all chunks of one reading share. The flags only ever turn on.
struct CsvShared
{
    ReadOptions options;
    bool careful = false;  //!< stray quotes are known to be there
    qsizetype columns = 0; //!< of the header
    //! Columns that some chunk found to be text: the others need not try.
    mutable std::vector<std::atomic<bool>> isText; // chunks tell each other
};

//! \brief Why a chunk could not be read as it was tried.
enum class CsvTrouble : quint8 {
    None,
    StrayQuote, //!< read again carefully
    NotUtf8,    //!< read again in another encoding
};

struct CsvChunkResult
{
    ChunkParts parts;
    IssueList issues;
    CsvTrouble trouble = CsvTrouble::None;
    qint64 troubleAt = 0;
    qint64 blankLines = 0; //!< left out, before the chunk's last record
    qint64 blankAt = 0;
    qint64 blankTail = 0; //!< behind it
};

//! \brief Parses chunks, one after the other, with buffers that it keeps. One thread.
class CsvChunkParser
{
public:
    explicit CsvChunkParser(const CsvShared &shared)
        : m_shared(shared)
    {}

    //! \brief Reads the records of \a chunk from byte \a from on. The chunk's text is used up.
    [[nodiscard]] Result<CsvChunkResult> parse(Chunk &chunk, qint64 from);
    //! \brief Cells of the first record at byte \a from, and where the next one starts. Null when
    //! quotes are stray (unless careful).
    [[nodiscard]] Result<std::vector<std::string>> header(Chunk &chunk, qint64 from, qint64 *next,
                                                          CsvTrouble *trouble);

private:
    struct Record
    {
        quint32 start; // byte
        quint32 first; // index of its first cell end
        quint32 count;
    };

    void scanPiece(const Chunk &chunk, size_t to);
    Result<void> takeRecords(Chunk &chunk, CsvChunkResult *result);
    Result<void> takeBlock(Chunk &chunk, size_t begin, size_t end, size_t width);
    void reportRagged(const Record &record, const Chunk &chunk, CsvChunkResult *result);
    [[nodiscard]] Token cell(char *text, quint32 begin, quint32 end) const;
    [[nodiscard]] Token quotedCell(char *text, quint32 begin, quint32 end) const;

    const CsvShared &m_shared;
    CsvScanState m_state;
    CsvEnds m_found;
    RawArray<quint32> m_ends;
    RawArray<quint32> m_rowEnds;
    size_t m_room = 0;
    size_t m_scanned = 0;
    quint32 m_start = 0; // of the record that comes next
    std::vector<Record> m_records;
    std::vector<quint32> m_stray;
    size_t m_strayCount = 0;
    std::vector<Token> m_tokens;
    std::vector<TypedColumn> m_columns;
    qint64 m_rows = 0;
};

} // namespace passel
