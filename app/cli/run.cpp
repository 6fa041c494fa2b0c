// `passel run`: does a recipe to a file and writes the result.
#include "app/cli/command.h"
#include "app/cli/input.h"
#include "core/recipe/cellsteps.h"
#include "core/recipe/replay.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace passel::cli {

namespace {

constexpr qint64 MostRecipe = 64LL << 20;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::cli)
};

// How the recipe's `read` step says its file was read; nothing when it has none or --sniff was
// given. An option of another Passel that is not known here is an error of the recipe.
Result<std::optional<ReadOptions>> wantedOptions(const Recipe &recipe, bool sniffs)
{
    if (sniffs || recipe.firstEditable() == 0)
        return std::optional<ReadOptions>();
    const auto *read = dynamic_cast<const ReadStep *>(recipe.at(0).step.get());
    if (!read || read->options().isEmpty())
        return std::optional<ReadOptions>();
    auto options = ReadOptions::fromJson(read->options());
    if (!options)
        return errorAtStep(options.error(), 0);
    return std::optional<ReadOptions>(*std::move(options));
}

QJsonObject stepJson(const RecipeStep &step, const StepRun &run)
{
    QJsonObject json{{u"step"_s, QString::fromLatin1(step.step->id())},
                     {u"words"_s, bounded(plainText(step.step->describe()), 300)},
                     {u"enabled"_s, step.isEnabled},
                     {u"cells_changed"_s, run.report.cellsChanged},
                     {u"rows_removed"_s, run.report.rowsRemoved},
                     {u"rows_added"_s, run.report.rowsAdded},
                     {u"failures"_s, run.report.failureCount}};
    QJsonArray failures;
    for (const StepFailure &failure : run.report.failures)
        failures.append(
            QJsonObject{{u"row"_s, static_cast<qint64>(failure.row + 1)},
                        {u"column"_s, failure.column},
                        {u"text"_s, bounded(QString::fromStdString(failure.text), 256)}});
    if (!failures.isEmpty())
        json.insert(u"failed_cells"_s, failures);
    if (run.error) {
        json.insert(u"code"_s, QString::fromLatin1(run.error->code()));
        json.insert(u"message"_s, bounded(run.error->message(), 1000));
    }
    return json;
}

void sayStep(qsizetype index, const RecipeStep &step, const StepRun &run)
{
    const QString words = plainText(step.step->describe());
    if (!step.isEnabled) {
        say(Words::tr("%1. %2 (switched off)").arg(index + 1).arg(words));
        return;
    }
    say(Words::tr("%1. %2: %3")
            .arg(index + 1)
            .arg(words, run.error ? run.error->message() : run.report.sentence()));
    for (size_t i = 0; i < std::min<size_t>(run.report.failures.size(), 3); ++i) {
        const StepFailure &failure = run.report.failures[i];
        say(Words::tr("   row %1, %2: “%3”")
                .arg(failure.row + 1)
                .arg(failure.column, bounded(QString::fromStdString(failure.text), 60)));
    }
}

int run(const QStringList &given)
{
    const Arguments arguments(given,
                              {u"--json"_s, u"--allow-expand"_s, u"--sniff"_s, u"--keep-going"_s,
                               u"--no-formula-guard"_s, u"--with-ids"_s},
                              {u"-o"_s, u"--output"_s, u"--to"_s});
    if (!arguments.problem().isEmpty())
        return badUsage(u"run"_s, arguments.problem());
    const QString output = arguments.value(u"-o"_s, arguments.value(u"--output"_s));
    if (arguments.positional().size() != 2 || output.isEmpty())
        return badUsage(
            u"run"_s,
            Words::tr("Name the recipe, the file to read, and with -o the file to write."));
    const bool json = arguments.has(u"--json"_s);
    if (json && isStandardOutput(output))
        return badUsage(
            u"run"_s,
            Words::tr("Standard output cannot take both the table and the answer of --json."));

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
    const QString recipePath = arguments.positional().at(0);
    const Result<QByteArray> bytes = readAll(FileSystem::system(), recipePath, MostRecipe);
    if (!bytes)
        return fail(bytes.error());
    const Result<Recipe> recipe = Recipe::fromFile(*bytes);
    if (!recipe)
        return fail(recipe.error());
    const auto options = wantedOptions(*recipe, arguments.has(u"--sniff"_s));
    if (!options)
        return fail(options.error());
    const Result<ReadOutcome> read =
        readInput(arguments.positional().at(1), arguments.has(u"--allow-expand"_s), *options);
    if (!read)
        return fail(read.error());
    const bool keepsGoing = arguments.has(u"--keep-going"_s);
    const Result<RecipeRun> done = replay(read->array, *recipe, nullptr,
                                          keepsGoing ? OnStepError::PassOver : OnStepError::Stop);
    if (!done)
        return fail(done.error());

    WriteOptions writing;
    writing.format = arguments.value(u"--to"_s).toLatin1();
    writing.formulaGuard = !arguments.has(u"--no-formula-guard"_s);
    writing.withIds = arguments.has(u"--with-ids"_s);
    writing.asDocuments = read->report.options.asDocuments;
    const Result<WriteReport> written = writeOutput(output, done->array, writing);
    if (!written)
        return fail(written.error());

    QJsonArray steps;
    bool passedOver = false;
    for (qsizetype i = recipe->firstEditable(); i < recipe->size(); ++i) {
        const StepRun &step = done->steps[static_cast<size_t>(i)];
        passedOver = passedOver || step.error.has_value();
        sayStep(i, recipe->at(i), step);
        steps.append(stepJson(recipe->at(i), step));
    }
    if (json)
        answer({{u"outcome"_s, passedOver ? u"warning"_s : u"done"_s},
                {u"rows_read"_s, read->array.rowCount()},
                {u"rows"_s, written->rows},
                {u"cols"_s, done->array.columnCount()},
                {u"bytes"_s, written->bytes},
                {u"guarded_cells"_s, written->guardedCells},
                {u"steps"_s, steps}});
    return passedOver ? Trouble : Success;
}

} // namespace

Command runCommand()
{
    return {
        u"run"_s, Words::tr("Do a recipe to a file"),
        Words::tr("passel run [options] RECIPE IN -o OUT\n"
                  "\n"
                  "Reads IN as the recipe's first step says, does its steps and writes OUT in the\n"
                  "format of its suffix. - stands for standard input or output.\n"
                  "  --sniff             look at IN itself to find out how to read it\n"
                  "  --keep-going        pass over a step that cannot be done; the exit code is 2\n"
                  "  --to FORMAT         csv, json or ndjson, whatever the suffix\n"
                  "  --no-formula-guard  leave cells that begin with = + - @ as they are\n"
                  "  --with-ids          a column of derived ids\n"
                  "  --allow-expand      unpack also what grows to more than 200 times its size\n"
                  "  --json              the account of each step as one JSON object"),
        run};
}

} // namespace passel::cli
