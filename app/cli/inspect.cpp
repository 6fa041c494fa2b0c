// `passel inspect`: loads a file with the application's own loader and says what it found.
#include "app/cli/command.h"
#include "app/cli/input.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace passel::cli {

namespace {

constexpr qsizetype MostOutput = 2000; // characters (SEC-02)

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::cli)
};

qsizetype sizeOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)).size();
}

// Warnings, then header names, are left out from the end until the line is short enough; what was
// left out is counted.
void fit(QJsonObject *object)
{
    for (const QString &key : {u"warnings"_s, u"header"_s}) {
        QJsonArray list = object->value(key).toArray();
        while (sizeOf(*object) > MostOutput && !list.isEmpty()) {
            list = [&list] {
                QJsonArray shorter;
                for (qsizetype i = 0; i < list.size() / 2; ++i)
                    shorter.append(list[i]);
                return shorter;
            }();
            object->insert(key, list);
        }
    }
    if (sizeOf(*object) > MostOutput)
        object->insert(u"message"_s, object->value(u"message"_s).toString().left(200));
}

QJsonObject report(const Result<ReadOutcome> &outcome)
{
    QJsonObject object{{u"outcome"_s, u"error"_s},
                       {u"rows"_s, 0},
                       {u"cols"_s, 0},
                       {u"header"_s, QJsonArray()},
                       {u"code"_s, QJsonValue()},
                       {u"line"_s, QJsonValue()},
                       {u"warnings"_s, QJsonArray()},
                       {u"message"_s, QString()}};
    if (!outcome) {
        const Error &error = outcome.error();
        object.insert(u"code"_s, QString::fromLatin1(error.code()));
        if (error.place().line)
            object.insert(u"line"_s, *error.place().line);
        if (error.place().byte)
            object.insert(u"byte"_s, *error.place().byte);
        object.insert(u"message"_s, bounded(error.message(), 800));
        fit(&object);
        return object;
    }
    const ReadReport &found = outcome->report;
    QJsonArray header;
    for (const QString &name : found.header) {
        if (header.size() == 500)
            break;
        header.append(bounded(name, 200));
    }
    const qint64 warnings = found.issues.count();
    object.insert(u"outcome"_s, warnings > 0 ? u"warning"_s : u"loads"_s);
    object.insert(u"rows"_s, outcome->array.rowCount());
    object.insert(u"cols"_s, outcome->array.columnCount());
    object.insert(u"header"_s, header);
    object.insert(u"warnings"_s, warningsJson(found));
    object.insert(u"warning_count"_s, warnings);
    object.insert(u"format"_s, QString::fromLatin1(found.options.format));
    object.insert(u"bytes"_s, found.bytes);
    object.insert(u"milliseconds"_s, found.milliseconds);
    if (warnings > 0) {
        const Issue &first = found.issues.kept().front();
        object.insert(u"code"_s, QString::fromLatin1(first.code));
        if (first.line > 0)
            object.insert(u"line"_s, first.line);
        object.insert(u"message"_s, bounded(first.message, 300));
    }
    fit(&object);
    return object;
}

void printText(const QString &path, const ReadOutcome &outcome)
{
    const DocumentArray &array = outcome.array;
    QStringList lines;
    lines << Words::tr("%1: %2, %3", "file: rows, columns")
                 .arg(path, Words::tr("%n row(s)", nullptr, static_cast<int>(array.rowCount())),
                      Words::tr("%n column(s)", nullptr, static_cast<int>(array.columnCount())));
    for (qsizetype c = 0; c < std::min<qsizetype>(array.columnCount(), 40); ++c) {
        const Field &field = array.field(c);
        lines << u"  %1  %2%3"_s.arg(field.name.left(60), typeTitle(field.type.kind),
                                     field.note.isEmpty() ? QString()
                                                          : u"  ("_s + field.note + u')');
    }
    if (array.columnCount() > 40)
        lines << Words::tr("  and %L1 more").arg(array.columnCount() - 40);
    for (const Guess &guess : outcome.report.guesses)
        lines << u"  "_s + guess.reason;
    const IssueList &issues = outcome.report.issues;
    for (const Issue &issue : issues.kept()) {
        lines << (issue.line > 0 ? Words::tr("Line %1: %2").arg(issue.line).arg(issue.message)
                                 : issue.message);
        if (lines.size() > 100)
            break;
    }
    if (issues.count() > static_cast<qint64>(issues.kept().size()))
        lines << Words::tr("%L1 warnings in all").arg(issues.count());
    QString text;
    for (const QString &line : std::as_const(lines)) {
        const QString visible = bounded(line, 300);
        if (text.size() + visible.size() > MostOutput)
            break;
        text += (text.isEmpty() ? QString() : u"\n"_s) + visible;
    }
    print(text);
}

int run(const QStringList &given)
{
    const Arguments arguments(given, {u"--json"_s, u"--allow-expand"_s}, {});
    if (!arguments.problem().isEmpty())
        return badUsage(u"inspect"_s, arguments.problem());
    if (arguments.positional().size() != 1)
        return badUsage(u"inspect"_s, Words::tr("Name one file, or - for standard input."));
    const QString path = arguments.positional().constFirst();
    const Result<ReadOutcome> outcome = readInput(path, arguments.has(u"--allow-expand"_s));
    if (arguments.has(u"--json"_s))
        answer(report(outcome));
    else if (outcome)
        printText(path, *outcome);
    else
        say(sentence(outcome.error()));
    return outcome ? Success : Trouble;
}

} // namespace

Command inspectCommand()
{
    return {
        u"inspect"_s, Words::tr("Say what is in a file"),
        Words::tr("passel inspect [--json] [--allow-expand] FILE\n"
                  "\n"
                  "Loads FILE (- for standard input) and prints its rows, columns and oddities.\n"
                  "  --json          one JSON object on one line\n"
                  "  --allow-expand  unpack also what grows to more than 200 times its size"),
        run};
}

} // namespace passel::cli
