#include "core/io/format.h"

#include "core/io/csvreader.h"
#include "core/io/csvwriter.h"
#include "core/io/encoding.h"
#include "core/io/gzip.h"
#include "core/io/idcheck.h"
#include "core/io/jsonreader.h"
#include "core/io/jsonwriter.h"
#include "core/io/linemap.h"
#include "core/io/places.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <unistd.h>
#include <vector>

namespace passel {

namespace {

constexpr qint64 HeadSize = 256LL * 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::Format)
};

// A pickle runs programs when it is read by Python; we only look at its first bytes (SEC-07).
bool isPickle(QByteArrayView head)
{
    // A DocArray stream: version, count and length before the first payload, packed or not.
    if (head.size() > 15 && (head[0] == 1 || head[0] == 2) && head[1] == 0 && head[2] == 0) {
        const QByteArrayView payload = head.sliced(13);
        if (!isGzip(payload))
            return isPickle(payload);
        const auto source = memorySource(payload.toByteArray());
        ReadOptions options;
        options.compression = "gzip";
        const auto stream = openRawStream(*source, options);
        QByteArray first(64, '\0');
        const Result<qint64> count = (*stream)->read(first.data(), first.size());
        return count && *count > 1 && isPickle(QByteArrayView(first).first(*count));
    }
    if (head.size() >= 2 && head[0] == '\x80' && head[1] >= 1 && head[1] <= 5)
        return true;
    // The text protocol: a module and a class, each on a line of its own.
    if (head.size() > 4
        && (head[0] == 'c'
            || (head[0] == '('
                && (head[1] == 'c' || head[1] == 'd' || head[1] == 'l' || head[1] == 'i')))) {
        const qsizetype start = head[0] == 'c' ? 1 : 2;
        const QByteArrayView text = head.first(std::min<qsizetype>(head.size(), 512));
        const qsizetype first = text.indexOf('\n');
        const bool plain = first > start && first < 80
                           && std::all_of(text.begin() + start, text.begin() + first, [](char c) {
                                  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                                         || (c >= '0' && c <= '9') || c == '_' || c == '.';
                              });
        const qsizetype second = first < 0 ? -1 : text.sliced(first + 1).indexOf('\n');
        return plain && second > 0 && second < 80
               && (head.contains("(") || head.contains("tR") || head.contains("q\0"))
               && head.back() == '.';
    }
    return false;
}

Error pickleRefused()
{
    return {
        ErrorKind::Input, "pickle-refused",
        Words::tr(
            "This is a Python pickle. Reading one can run any program, so Passel does not. Where "
            "you trust it, convert it with Python: "
            "DocumentArray.load_binary('in.bin').save_binary('out.protobuf.gzip').")};
}

// DocArray's binary stream: version, count of documents, then each with its length, big-endian. Its
// other form is protobuf through and through, which only the name tells from anything else.
bool isDocArrayBinary(QByteArrayView head, const QString &name)
{
    if (head.size() >= 9 && (head[0] == 1 || head[0] == 2)
        && head.sliced(1, 4) == QByteArrayView("\0\0\0\0", 4))
        return true;
    return head.startsWith('\n') && name.contains(QLatin1String(".protobuf"), Qt::CaseInsensitive);
}

bool isCompressedOtherwise(QByteArrayView head)
{
    return head.startsWith("\x28\xB5\x2F\xFD") || head.startsWith("BZh")
           || head.startsWith("\xFD"
                              "7zXZ")
           || head.startsWith("\x04\x22\x4D\x18") || head.startsWith("\x78\x9C")
           || head.startsWith("\x78\xDA") || head.startsWith("\x78\x01");
}

Error docArrayRefused()
{
    return {
        ErrorKind::Input, "not-text",
        Words::tr("This is a DocArray binary file, which Passel does not read yet. Convert it "
                  "with Python: DocumentArray.load_binary('in.protobuf').save_json('out.json').")};
}

bool isBinary(QByteArrayView head)
{
    const QByteArrayView part = head.first(std::min<qsizetype>(head.size(), 4096));
    qsizetype control = 0;
    qsizetype nul = 0;
    for (const char c : part) {
        const auto byte = static_cast<unsigned char>(c);
        nul += byte == 0;
        control += byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f'
                   && byte != 0x1b && byte != 0;
    }
    if (part.startsWith("\x89PNG") || part.startsWith("\xFF\xD8\xFF")
        || part.startsWith("PK\x03\x04") || part.startsWith("%PDF-")
        || part.startsWith("\x7F"
                           "ELF")
        || part.startsWith("SQLite format 3") || part.startsWith("GIF8") || part.startsWith("PAR1")
        || part.startsWith("ARROW1"))
        return true;
    return control * 20 > part.size() || nul * 4 > part.size();
}

// UTF-8 text of the head, for the sniffers; cut at a whole character.
Result<QByteArray> decodedHead(const ByteSource &source, const ReadOptions &options, bool *complete)
{
    PASSEL_TRY(const auto stream, openStream(source, options));
    Result<QByteArray> head = readHead(*stream, HeadSize);
    if (!head)
        return head;
    *complete = head->size() < HeadSize;
    return head;
}

Place placed(Place place, const LinePlace &line, const ByteSource &source, bool isRaw)
{
    place.line = line.line;
    place.column = line.column;
    if (!isRaw)
        place.byte.reset(); // an offset in unpacked text leads nowhere in the file
    place.source = source.name();
    return place;
}

bool bytesAreText(const ReadOptions &options)
{
    return options.compression.isEmpty() && options.encoding == "UTF-8";
}

// Its byte counts in the file, not in its text.
bool isOfContainer(const Error &error)
{
    return error.detail() == InGzip || error.code() == "expand-limit"
           || error.code() == "nested-archive";
}

Error withLine(Error error, const ByteSource &source, const ReadOptions &options)
{
    Place place = error.place();
    if (place.source.isEmpty())
        place.source = source.name();
    if (place.byte && !place.line && !isOfContainer(error)) {
        const auto places = linePlaces(source, options, {*place.byte});
        if (places && !places->empty())
            place = placed(place, places->front(), source, bytesAreText(options));
    }
    return std::move(error).at(place);
}

void addLines(ReadReport *report, const ByteSource &source)
{
    std::vector<Issue> &issues = report->issues.kept();
    std::vector<size_t> order;
    for (size_t i = 0; i < issues.size(); ++i) {
        if (issues[i].byte >= 0)
            order.push_back(i);
    }
    if (order.empty())
        return;
    std::sort(order.begin(), order.end(),
              [&issues](size_t a, size_t b) { return issues[a].byte < issues[b].byte; });
    std::vector<qint64> offsets;
    offsets.reserve(order.size());
    for (const size_t i : order)
        offsets.push_back(issues[i].byte);
    const auto places = linePlaces(source, report->options, offsets);
    if (!places)
        return;
    for (size_t k = 0; k < order.size(); ++k) {
        issues[order[k]].line = (*places)[k].line;
        issues[order[k]].column = (*places)[k].column;
    }
}

// A table takes about its file's size in memory; said before reading, not found out by the system.
Result<void> checkMemory(const ByteSource &source)
{
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long page = sysconf(_SC_PAGESIZE);
    if (pages <= 0 || page <= 0)
        return {};
    const qint64 room = static_cast<qint64>(pages) / 10 * 8 * page;
    if (source.size() <= room)
        return {};
    return Error(
        ErrorKind::Limit, "limit",
        Words::tr("This file needs about %1 MB of memory; %2 MB may be used here. Open a part of "
                  "it, or use a computer with more memory.")
            .arg(source.size() / 1'000'000)
            .arg(room / 1'000'000));
}

// Of the file alone, without `.gz`: a folder's name says nothing.
QString suffixOf(const QString &path)
{
    QString name = QFileInfo(path).fileName().toLower();
    if (name.endsWith(QLatin1String(".gz")))
        name.chop(3);
    return name.mid(name.lastIndexOf(u'.') + 1);
}

} // namespace

FormatRegistry &FormatRegistry::global()
{
    static FormatRegistry *const registry = [] {
        auto *all = new FormatRegistry; // lives for ever
        all->add(std::make_unique<CsvReader>());
        all->add(std::make_unique<JsonReader>(JsonReader::Shape::Array));
        all->add(std::make_unique<JsonReader>(JsonReader::Shape::Lines));
        all->add(std::make_unique<CsvWriter>());
        all->add(std::make_unique<JsonWriter>(JsonWriter::Shape::Array));
        all->add(std::make_unique<JsonWriter>(JsonWriter::Shape::Lines));
        return all;
    }();
    return *registry;
}

void FormatRegistry::add(std::unique_ptr<FormatReader> reader)
{
    m_readers.push_back(std::move(reader));
}

void FormatRegistry::add(std::unique_ptr<FormatWriter> writer)
{
    m_writers.push_back(std::move(writer));
}

const FormatReader *FormatRegistry::reader(const QByteArray &name) const
{
    for (const auto &reader : m_readers) {
        if (reader->name() == name)
            return reader.get();
    }
    return nullptr;
}

const FormatWriter *FormatRegistry::writer(const QByteArray &name) const
{
    for (const auto &writer : m_writers) {
        if (writer->name() == name)
            return writer.get();
    }
    return nullptr;
}

const FormatWriter *FormatRegistry::writerForFile(const QString &path) const
{
    const QString suffix = suffixOf(path);
    for (const auto &writer : m_writers) {
        if (writer->suffixes().contains(suffix))
            return writer.get();
    }
    return nullptr;
}

Result<Sniffed> sniff(const ByteSource &source, bool allowExpand)
{
    Sniffed sniffed;
    ReadOptions &options = sniffed.options;
    options.allowExpand = allowExpand;
    if (source.size() == 0)
        return Error(ErrorKind::Input, "empty-input",
                     Words::tr("This file is empty. Open another one."))
            .at(inSource(source.name()));
    QByteArray head(std::min<qint64>(source.size(), HeadSize), Qt::Uninitialized);
    PASSEL_TRY(qint64 count, source.readAt(0, head.data(), head.size()));
    head.truncate(count);
    if (isGzip(head)) {
        options.compression = "gzip";
        sniffed.guesses.push_back(
            {"compression", Words::tr("The file starts with the mark of gzip; it is unpacked.")});
        PASSEL_TRY(const auto stream, openRawStream(source, options));
        PASSEL_TRY(head, readHead(*stream, HeadSize));
        if (head.isEmpty())
            return Error(ErrorKind::Input, "empty-input",
                         Words::tr("There is nothing in this compressed file. Open another one."))
                .at(inSource(source.name()));
    } else if (isCompressedOtherwise(head)) {
        if (source.name().contains(QLatin1String(".protobuf"), Qt::CaseInsensitive))
            return docArrayRefused().at(inSource(source.name()));
        return Error(ErrorKind::Input, "not-text",
                     Words::tr(
                         "This file is compressed in a way that Passel does not unpack yet. Unpack "
                         "it and open what is inside."))
            .at(inSource(source.name()));
    }
    const bool complete = head.size() < HeadSize;
    if (isPickle(head))
        return pickleRefused().at(inSource(source.name()));
    if (isDocArrayBinary(head, source.name()))
        return docArrayRefused().at(inSource(source.name()));
    const EncodingGuess encoding = guessEncoding(head, complete);
    if (!encoding.encoding.startsWith("UTF-16") && !encoding.encoding.startsWith("UTF-32")
        && isBinary(head))
        return Error(ErrorKind::Input, "not-text",
                     Words::tr(
                         "This file holds no text: it is no CSV, no JSON, and nothing else that "
                         "Passel reads."))
            .at(inSource(source.name()));
    options.encoding = encoding.encoding;
    sniffed.guesses.push_back({"encoding", encoding.reason});

    bool whole = false;
    PASSEL_TRY(const QByteArray text, decodedHead(source, options, &whole));
    if (text.isEmpty())
        return Error(ErrorKind::Input, "empty-input",
                     Words::tr(
                         "There is nothing in this file but a mark of its encoding. Open another "
                         "one."))
            .at(inSource(source.name()));
    int best = 0;
    Sniffed found = sniffed;
    for (const auto &reader : FormatRegistry::global().readers()) {
        Sniffed tried = sniffed;
        const int fit = reader->sniff(text, whole, source.name(), &tried);
        if (fit > best) {
            best = fit;
            found = std::move(tried);
        }
    }
    return found;
}

namespace {

Result<ReadOutcome> readWith(const ByteSource &source, const ReadOptions &options,
                             const TaskContext &context, const ReadHooks &hooks)
{
    QElapsedTimer timer;
    timer.start();
    PASSEL_CHECK(checkMemory(source));
    const FormatReader *reader = FormatRegistry::global().reader(options.format);
    if (!reader)
        return Error(
            ErrorKind::Input, "not-text",
            Words::tr("Passel does not read the format \u201c%1\u201d. Choose another one.")
                .arg(QString::fromLatin1(options.format)));
    context.setTotal(source.size());
    Result<ReadOutcome> outcome = reader->read(source, options, hooks, context);
    if (!outcome && outcome.error().isCancelled())
        return outcome;
    // Also before an error of the reader: an unclosed bracket may come of the change alone.
    PASSEL_CHECK(source.checkUnchanged());
    if (!outcome)
        return withLine(std::move(outcome).error(), source, options);
    ReadReport &report = outcome->report;
    PASSEL_CHECK(checkIds(outcome->array, context, &report.issues));
    report.bytes = source.size();
    report.rows = outcome->array.rowCount();
    addLines(&report, source);
    report.milliseconds = timer.elapsed();
    return outcome;
}

} // namespace

Result<ReadOutcome> readSource(const ByteSource &source, const std::optional<ReadOptions> &options,
                               const TaskContext &context, const ReadHooks &hooks)
{
    if (options)
        return readWith(source, *options, context, hooks);
    Result<Sniffed> guessed = passel::sniff(source);
    if (!guessed)
        return withLine(std::move(guessed).error(), source, {});
    return readSniffed(source, *std::move(guessed), context, hooks);
}

Result<ReadOutcome> readSniffed(const ByteSource &source, Sniffed sniffed,
                                const TaskContext &context, const ReadHooks &hooks)
{
    Result<ReadOutcome> outcome = readWith(source, sniffed.options, context, hooks);
    // The head showed a document, and a later row has another kind of value under a known name: an
    // ordinary table that uses DocArray's words. Where the first row fails, it is a damaged one.
    if (!outcome && sniffed.options.asDocuments && outcome.error().code() == "field-type"
        && outcome.error().place().row.value_or(0) > 0) {
        const qint64 row = *outcome.error().place().row + 1;
        sniffed.options.asDocuments = false;
        std::erase_if(sniffed.guesses, [](const Guess &guess) { return guess.option == "format"; });
        sniffed.guesses.push_back(
            {"format",
             Words::tr("The text is JSON. It starts like DocArray documents, but row %L1 is none.")
                 .arg(row)});
        outcome = readWith(source, sniffed.options, context, hooks);
    }
    if (outcome)
        outcome->report.guesses = std::move(sniffed.guesses);
    return outcome;
}

Result<ReadOutcome> readFile(FileSystem &files, const QString &path,
                             const std::optional<ReadOptions> &options, const TaskContext &context,
                             const ReadHooks &hooks)
{
    PASSEL_TRY(const std::unique_ptr<ByteSource> source, openSource(files, path));
    return readSource(*source, options, context, hooks);
}

Result<ReadOutcome> readBytes(QByteArray bytes, const QString &name,
                              const std::optional<ReadOptions> &options, const TaskContext &context,
                              const ReadHooks &hooks)
{
    const std::unique_ptr<ByteSource> source = memorySource(std::move(bytes), name);
    return readSource(*source, options, context, hooks);
}

Result<WriteReport> writeTo(const WriteSink &sink, const DocumentArray &array,
                            const WriteOptions &options, const TaskContext &context)
{
    const FormatWriter *writer = FormatRegistry::global().writer(options.format);
    if (!writer)
        return Error(
            ErrorKind::Input, "not-text",
            Words::tr("Passel does not write the format \u201c%1\u201d. Choose csv, json or "
                      "ndjson.")
                .arg(QString::fromLatin1(options.format)));
    if (options.compression.isEmpty())
        return writer->write(array, options, sink, context);
    GzipWriter packed(sink);
    PASSEL_TRY(WriteReport report,
               writer->write(
                   array, options, [&packed](QByteArrayView bytes) { return packed.write(bytes); },
                   context));
    PASSEL_CHECK(packed.finish());
    return report;
}

WriteOptions optionsForFile(const QString &path, WriteOptions options)
{
    const QString lower = QFileInfo(path).fileName().toLower();
    if (options.compression.isEmpty() && lower.endsWith(QLatin1String(".gz")))
        options.compression = "gzip";
    if (options.format.isEmpty()) {
        if (const FormatWriter *writer = FormatRegistry::global().writerForFile(path))
            options.format = writer->name();
    }
    if (options.delimiter == '\0') {
        const QString suffix = suffixOf(path);
        options.delimiter =
            suffix == QLatin1String("tsv") || suffix == QLatin1String("tab") ? '\t' : ',';
    }
    return options;
}

Result<WriteReport> writeFile(FileSystem &files, const QString &path, const DocumentArray &array,
                              const WriteOptions &options, const TaskContext &context)
{
    const WriteOptions now = optionsForFile(path, options);
    if (now.format.isEmpty())
        return Error(
            ErrorKind::Input, "not-a-table",
            Words::tr("The name \u201c%1\u201d does not say in which format to write. Give it "
                      "one of the suffixes .csv, .tsv, .json, .ndjson, or these with .gz.")
                .arg(QFileInfo(path).fileName()));
    PASSEL_TRY(AtomicFile file, AtomicFile::create(files, path));
    PASSEL_TRY(
        WriteReport report,
        writeTo([&file](QByteArrayView bytes) { return file.write(bytes); }, array, now, context));
    report.bytes = file.size();
    PASSEL_CHECK(file.commit());
    return report;
}

} // namespace passel
