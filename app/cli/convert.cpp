// `passel convert`: reads one format and writes another, chosen by the output's suffix.
#include "app/cli/command.h"
#include "app/cli/input.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace passel::cli {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::cli)
};

int run(const QStringList &given)
{
    const Arguments arguments(given,
                              {u"--json"_s, u"--allow-expand"_s, u"--no-formula-guard"_s,
                               u"--crlf"_s, u"--no-header"_s, u"--with-ids"_s, u"--documents"_s},
                              {u"--to"_s, u"--delimiter"_s});
    if (!arguments.problem().isEmpty())
        return badUsage(u"convert"_s, arguments.problem());
    if (arguments.positional().size() != 2)
        return badUsage(u"convert"_s, Words::tr("Name the file to read and the file to write."));
    const bool json = arguments.has(u"--json"_s);
    const QString output = arguments.positional().at(1);
    if (json && isStandardOutput(output))
        return badUsage(
            u"convert"_s,
            Words::tr("Standard output cannot take both the table and the answer of --json."));

    WriteOptions options;
    options.format = arguments.value(u"--to"_s).toLatin1();
    options.formulaGuard = !arguments.has(u"--no-formula-guard"_s);
    options.crlf = arguments.has(u"--crlf"_s);
    options.withHeader = !arguments.has(u"--no-header"_s);
    options.withIds = arguments.has(u"--with-ids"_s);
    options.asDocuments = arguments.has(u"--documents"_s);
    QString delimiter = arguments.value(u"--delimiter"_s);
    if (delimiter == "tab"_L1 || delimiter == "\\t"_L1)
        delimiter = u"\t"_s;
    if (delimiter.size() > 1 || (!delimiter.isEmpty() && delimiter[0].unicode() > 126)
        || delimiter == "\""_L1 || delimiter == "\n"_L1 || delimiter == "\r"_L1)
        return badUsage(u"convert"_s, Words::tr("The delimiter must be one character of ASCII."));
    if (!delimiter.isEmpty())
        options.delimiter = delimiter[0].toLatin1();

    const auto fail = [json](const Error &error) {
        if (json)
            answer(
                {{u"outcome"_s, u"error"_s},
                 {u"code"_s, QString::fromLatin1(error.code())},
                 {u"line"_s, error.place().line ? QJsonValue(*error.place().line) : QJsonValue()},
                 {u"message"_s, bounded(error.message(), 1000)}});
        say(sentence(error));
        return Trouble;
    };
    const Result<ReadOutcome> read =
        readInput(arguments.positional().constFirst(), arguments.has(u"--allow-expand"_s));
    if (!read)
        return fail(read.error());
    // Documents stay documents when JSON becomes JSON.
    options.asDocuments = options.asDocuments || read->report.options.asDocuments;
    const Result<WriteReport> written = writeOutput(output, read->array, options);
    if (!written)
        return fail(written.error());

    const IssueList &issues = read->report.issues;
    for (size_t i = 0; i < std::min<size_t>(issues.kept().size(), 10); ++i) {
        const Issue &issue = issues.kept()[i];
        say(issue.line > 0 ? Words::tr("Line %1: %2").arg(issue.line).arg(issue.message)
                           : issue.message);
    }
    if (issues.count() > 10)
        say(Words::tr("%L1 warnings in all.").arg(issues.count()));
    if (written->guardedCells > 0)
        say(Words::tr("%Ln cell(s) got a ' in front, so that no program takes it for a formula "
                      "(--no-formula-guard leaves all as it is).",
                      nullptr, static_cast<int>(written->guardedCells)));
    if (json)
        answer({{u"outcome"_s, issues.isEmpty() ? u"loads"_s : u"warning"_s},
                {u"rows"_s, written->rows},
                {u"cols"_s, read->array.columnCount()},
                {u"bytes"_s, written->bytes},
                {u"guarded_cells"_s, written->guardedCells},
                {u"warning_count"_s, issues.count()}});
    return Success;
}

} // namespace

Command convertCommand()
{
    return {u"convert"_s, Words::tr("Write a file in another format"),
            Words::tr(
                "passel convert [options] IN OUT\n"
                "\n"
                "Reads IN and writes OUT in the format of its suffix: .csv, .tsv, .json, .ndjson,\n"
                "each also with .gz. - stands for standard input or output.\n"
                "  --to FORMAT         csv, json or ndjson, whatever the suffix\n"
                "  --delimiter CHAR    between the cells of CSV; tab for a tab\n"
                "  --crlf              lines of CSV end as on Windows\n"
                "  --no-header         CSV without the line of names\n"
                "  --no-formula-guard  leave cells that begin with = + - @ as they are\n"
                "  --with-ids          a column of derived ids\n"
                "  --documents         JSON as DocArray writes it\n"
                "  --allow-expand      unpack also what grows to more than 200 times its size\n"
                "  --json              the account as one JSON object"),
            run};
}

} // namespace passel::cli
