#include "app/cli/input.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace passel::cli {

namespace {

constexpr qint64 MostInput = 4LL << 30;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::cli)
};

// Standard input may be a pipe: it is read to its end, bounded, before anything else.
Result<QByteArray> readStandardInput()
{
    QByteArray bytes;
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (;;) {
        const ssize_t count = read(STDIN_FILENO, buffer.data(), static_cast<size_t>(buffer.size()));
        if (count < 0)
            return Error(ErrorKind::Io, "open", Words::tr("Cannot read from standard input."));
        if (count == 0)
            return bytes;
        bytes.append(buffer.constData(), count);
        if (bytes.size() > MostInput)
            return Error(
                ErrorKind::Limit, "limit",
                Words::tr("Standard input gave more than 4 GiB, which is the limit. Write it to a "
                          "file and name that."));
    }
}

Result<ReadOutcome> readAnySource(const ByteSource &source, bool allowExpand,
                                  const std::optional<ReadOptions> &wanted)
{
    if (!allowExpand && !wanted)
        return readSource(source, std::nullopt, {});
    PASSEL_TRY(Sniffed sniffed, sniff(source, allowExpand));
    if (wanted && wanted->format == sniffed.options.format) {
        const QByteArray compression = sniffed.options.compression;
        sniffed.options = *wanted;
        sniffed.options.compression = compression;
        sniffed.options.allowExpand = allowExpand;
        sniffed.guesses.clear();
    }
    PASSEL_TRY(ReadOutcome outcome, readSource(source, sniffed.options, {}));
    outcome.report.guesses = sniffed.guesses;
    return outcome;
}

} // namespace

Result<ReadOutcome> readInput(const QString &path, bool allowExpand,
                              const std::optional<ReadOptions> &wanted)
{
    if (path == "-"_L1) {
        PASSEL_TRY(QByteArray bytes, readStandardInput());
        return readAnySource(*memorySource(std::move(bytes)), allowExpand, wanted);
    }
    PASSEL_TRY(const auto source, openSource(FileSystem::system(), path));
    return readAnySource(*source, allowExpand, wanted);
}

namespace {

// What the format cannot hold as it is in the table.
void sayIssues(const WriteReport &report)
{
    const std::vector<Issue> &issues = report.issues.kept();
    for (size_t i = 0; i < std::min<size_t>(issues.size(), 10); ++i)
        say(issues[i].message);
    if (report.issues.count() > 10)
        say(Words::tr("%1 warnings in all.").arg(report.issues.count()));
}

} // namespace

Result<WriteReport> writeOutput(const QString &path, const DocumentArray &array,
                                WriteOptions options)
{
    if (path != "-"_L1) {
        PASSEL_TRY(WriteReport written, writeFile(FileSystem::system(), path, array, options, {}));
        sayIssues(written);
        return written;
    }
    if (options.format.isEmpty())
        options.format = "csv";
    const WriteSink sink = [](QByteArrayView bytes) -> Result<void> {
        if (std::fwrite(bytes.data(), 1, static_cast<size_t>(bytes.size()), stdout)
            != static_cast<size_t>(bytes.size()))
            return Error(
                ErrorKind::Io, "open",
                Words::tr("Cannot write to standard output: whoever read it has stopped."));
        return {};
    };
    PASSEL_TRY(const WriteReport report, writeTo(sink, array, options, {}));
    if (std::fflush(stdout) != 0)
        return Error(ErrorKind::Io, "open",
                     Words::tr("Cannot write to standard output: whoever read it has stopped."));
    sayIssues(report);
    return report;
}

QJsonArray warningsJson(const ReadReport &report)
{
    QJsonArray warnings;
    for (const Issue &issue : report.issues.kept()) {
        if (warnings.size() == 100)
            break;
        warnings.append(
            QJsonObject{{u"code"_s, QString::fromLatin1(issue.code)},
                        {u"line"_s, issue.line > 0 ? QJsonValue(issue.line) : QJsonValue()},
                        {u"message"_s, bounded(issue.message, 300)}});
    }
    return warnings;
}

} // namespace passel::cli
