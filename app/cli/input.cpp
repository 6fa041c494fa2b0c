#include "app/cli/input.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
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
    if (!wanted || wanted->format != sniffed.options.format)
        return readSniffed(source, std::move(sniffed), {});
    ReadOptions options = *wanted;
    options.compression = sniffed.options.compression;
    options.allowExpand = allowExpand;
    return readSource(source, options, {});
}

Error cannotWrite(const QString &path)
{
    const QString reason = QString::fromLocal8Bit(std::strerror(errno));
    return Error(ErrorKind::Io, "io",
                 //: %1 is a file name or "standard output", %2 the system's reason
                 Words::tr("Cannot write to %1: %2.").arg(path, reason))
        .withDetail(reason);
}

Result<WriteReport> writeDescriptor(int descriptor, const QString &path, const DocumentArray &array,
                                    const WriteOptions &options)
{
    qint64 bytes = 0;
    const WriteSink sink = [&](QByteArrayView piece) -> Result<void> {
        for (qsizetype done = 0; done < piece.size();) {
            const ssize_t count =
                ::write(descriptor, piece.data() + done, static_cast<size_t>(piece.size() - done));
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0 && errno == EPIPE)
                return Error(
                    ErrorKind::Io, "open",
                    Words::tr("Cannot write to %1: whoever read it has stopped.").arg(path));
            if (count < 0)
                return cannotWrite(path);
            done += count;
        }
        bytes += piece.size();
        return {};
    };
    PASSEL_TRY(WriteReport report, writeTo(sink, array, options, {}));
    report.bytes = bytes;
    return report;
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

bool isStandardOutput(const QString &path)
{
    return path == "-"_L1 || path == "/dev/stdout"_L1 || path == "/dev/fd/1"_L1
           || path == "/proc/self/fd/1"_L1;
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

Result<WriteReport> writeAnywhere(const QString &path, const DocumentArray &array,
                                  WriteOptions options)
{
    if (isStandardOutput(path)) {
        if (options.format.isEmpty())
            options.format = "csv";
        return writeDescriptor(STDOUT_FILENO, Words::tr("standard output"), array, options);
    }
    struct stat status = {};
    const QByteArray name = QFile::encodeName(path);
    if (::stat(name.constData(), &status) != 0
        || (!S_ISFIFO(status.st_mode) && !S_ISCHR(status.st_mode)))
        return writeFile(FileSystem::system(), path, array, options, {});
    // A pipe or a device takes the bytes as they come: it cannot be replaced by a file.
    options = optionsForFile(path, options);
    if (options.format.isEmpty())
        options.format = "csv";
    const int descriptor = ::open(name.constData(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return cannotWrite(path);
    Result<WriteReport> report = writeDescriptor(descriptor, path, array, options);
    if (::close(descriptor) != 0 && report)
        return cannotWrite(path);
    return report;
}

} // namespace

Result<WriteReport> writeOutput(const QString &path, const DocumentArray &array,
                                const WriteOptions &options)
{
    Result<WriteReport> report = writeAnywhere(path, array, options);
    if (report)
        sayIssues(*report);
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
