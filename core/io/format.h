// One reader and one writer a file format, found by content: the doors of this room.
#pragma once

#include "core/array/documentarray.h"
#include "core/base/filesystem.h"
#include "core/base/task.h"
#include "core/io/bytesource.h"
#include "core/io/readreport.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace passel {

//! \brief What reading gave.
struct ReadOutcome
{
    DocumentArray array;
    ReadReport report;
};

//! \brief What a caller of a reader may watch and, in tests, turn.
struct ReadHooks
{
    //! \brief Called once, on the reading thread, as soon as the first rows are parsed: 50 or more
    //! of a larger file. Their types may still widen. May be empty.
    std::function<void(DocumentArray)> onFirstRows;
    qint64 chunkBytes = 4LL << 20;        //!< of text a worker parses at once
    qint64 firstChunkBytes = 256LL << 10; //!< of the first one, which gives the first rows
};

//! \brief Reads one format. Stateless, thread-safe.
class FormatReader
{
public:
    virtual ~FormatReader() = default;
    //! \brief Stable name, as in ReadOptions::format.
    [[nodiscard]] virtual QByteArray name() const = 0;
    //! \brief In the user's words.
    [[nodiscard]] virtual QString title() const = 0;
    //! \brief Usual suffixes without dot, lower case, the most usual first.
    [[nodiscard]] virtual QStringList suffixes() const = 0;
    //! \brief How well \a head (unpacked, as UTF-8 where it is text) fits, 0 … 100, and how to read
    //! it. \a complete: there is no more. \a options has compression and encoding set already.
    //! \a name may only tip the balance.
    [[nodiscard]] virtual int sniff(QByteArrayView head, bool complete, const QString &name,
                                    Sniffed *sniffed) const = 0;
    //! \brief Reads all. Errors carry the byte; readFile() adds line and column. The report's
    //! options, issues, rows and header are filled.
    [[nodiscard]] virtual Result<ReadOutcome> read(const ByteSource &source,
                                                   const ReadOptions &options,
                                                   const ReadHooks &hooks,
                                                   const TaskContext &context) const = 0;

protected:
    FormatReader() = default;
    Q_DISABLE_COPY_MOVE(FormatReader)
};

//! \brief How a file is written. A value.
struct WriteOptions
{
    QByteArray format;        //!< `csv`, `json`, `ndjson`; empty = by the file's suffix
    QByteArray compression;   //!< `gzip` or empty; also by the suffix `.gz`
    char delimiter = '\0';    //!< CSV only; NUL = tab for `.tsv` and `.tab`, else comma
    bool crlf = false;        //!< CSV only: lines end as on Windows
    bool withHeader = true;   //!< CSV only
    bool formulaGuard = true; //!< CSV only: a `'` before what a spreadsheet would compute (SEC-13)
    bool withIds = false;     //!< derived ids as a column `id`, when there is none
    bool asDocuments = false; //!< JSON only: DocArray's JSON, all attributes (FORMATS §4)
};

//! \brief The account of one writing.
struct WriteReport
{
    qint64 rows = 0;
    qint64 bytes = 0;        //!< of the file
    qint64 guardedCells = 0; //!< got a `'` (SEC-13)
    IssueList issues;
};

//! \brief Bytes of the file to write, in order.
using WriteSink = std::function<Result<void>(QByteArrayView)>;

//! \brief Writes one format. Stateless, thread-safe.
class FormatWriter
{
public:
    virtual ~FormatWriter() = default;
    [[nodiscard]] virtual QByteArray name() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QStringList suffixes() const = 0;
    //! \brief Writes the array's rows in their order. Fetches segments that are not here.
    [[nodiscard]] virtual Result<WriteReport> write(const DocumentArray &array,
                                                    const WriteOptions &options,
                                                    const WriteSink &sink,
                                                    const TaskContext &context) const = 0;

protected:
    FormatWriter() = default;
    Q_DISABLE_COPY_MOVE(FormatWriter)
};

//! \brief All formats Passel knows. More are added once, before the first use.
class FormatRegistry
{
public:
    //! \brief With CSV, JSON and JSON Lines in it.
    [[nodiscard]] static FormatRegistry &global();

    void add(std::unique_ptr<FormatReader> reader);
    void add(std::unique_ptr<FormatWriter> writer);

    //! \brief Null when there is none of that name.
    [[nodiscard]] const FormatReader *reader(const QByteArray &name) const;
    [[nodiscard]] const FormatWriter *writer(const QByteArray &name) const;
    //! \brief By the last suffix that is not `gz`; null when none has it.
    [[nodiscard]] const FormatWriter *writerForFile(const QString &path) const;

    [[nodiscard]] const std::vector<std::unique_ptr<FormatReader>> &readers() const
    {
        return m_readers;
    }

    [[nodiscard]] const std::vector<std::unique_ptr<FormatWriter>> &writers() const
    {
        return m_writers;
    }

private:
    std::vector<std::unique_ptr<FormatReader>> m_readers;
    std::vector<std::unique_ptr<FormatWriter>> m_writers;
};

//! \brief How to read \a source, by its first 256 KiB. Content decides; the name only where the
//! content leaves it open. Refuses what is no text (`not-text`), empty (`empty-input`) or a pickle
//! (`pickle-refused`).
[[nodiscard]] Result<Sniffed> sniff(const ByteSource &source, bool allowExpand = false);

//! \brief Sniffs (unless \a options are given), checks that the file fits into memory, and reads.
//! Errors and issues have line and column.
[[nodiscard]] Result<ReadOutcome> readFile(FileSystem &files, const QString &path,
                                           const std::optional<ReadOptions> &options,
                                           const TaskContext &context, const ReadHooks &hooks = {});
//! \brief The same from memory: clipboard, examples, standard input. \a name is for display.
[[nodiscard]] Result<ReadOutcome> readBytes(QByteArray bytes, const QString &name,
                                            const std::optional<ReadOptions> &options,
                                            const TaskContext &context,
                                            const ReadHooks &hooks = {});
[[nodiscard]] Result<ReadOutcome> readSource(const ByteSource &source,
                                             const std::optional<ReadOptions> &options,
                                             const TaskContext &context,
                                             const ReadHooks &hooks = {});

//! \brief \a options with what they leave open chosen by the suffix of \a path; the format stays
//! empty when the suffix says none.
[[nodiscard]] WriteOptions optionsForFile(const QString &path, WriteOptions options);

//! \brief The same as was guessed: a guess that a later row refutes is made again (documents that
//! are an ordinary table). The report has the guesses.
[[nodiscard]] Result<ReadOutcome> readSniffed(const ByteSource &source, Sniffed sniffed,
                                              const TaskContext &context,
                                              const ReadHooks &hooks = {});

//! \brief Writes \a array so that \a path appears whole or stays as it was.
[[nodiscard]] Result<WriteReport> writeFile(FileSystem &files, const QString &path,
                                            const DocumentArray &array, const WriteOptions &options,
                                            const TaskContext &context);
//! \brief The same into memory or a pipe; WriteOptions::format must be set.
[[nodiscard]] Result<WriteReport> writeTo(const WriteSink &sink, const DocumentArray &array,
                                          const WriteOptions &options, const TaskContext &context);

} // namespace passel
