// `passel push`: sends a file's table to a share server under a key.
#include "app/cli/command.h"
#include "app/cli/input.h"
#include "app/cli/shareaccess.h"
#include "core/recipe/replay.h"
#include "core/share/pushjob.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace passel::cli {

namespace {

constexpr qint64 MostRecipe = 64LL << 20;
constexpr qint64 DaySeconds = 86'400;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::cli)
};

//! \brief What the arguments ask for, checked before anything is read.
struct Asked
{
    PushOptions options;
    QString file;
    QString recipeFile;
    QStringList columns;
    bool json = false;
    bool allowExpand = false;
    QString server;
    QString pin;
    QByteArray problemCode = QByteArrayLiteral("bad-usage"); //!< of what is wrong, for --json
};

//! \brief What is wrong with the arguments, or nothing.
QString understand(const Arguments &arguments, Asked *asked)
{
    if (!arguments.problem().isEmpty())
        return arguments.problem();
    if (arguments.positional().size() != 1)
        return Words::tr("Name the one file to push.");
    asked->file = arguments.positional().constFirst();
    asked->json = arguments.has(u"--json"_s);
    asked->allowExpand = arguments.has(u"--allow-expand"_s);
    asked->server = arguments.value(u"--server"_s);
    asked->pin = arguments.value(u"--pin"_s);
    asked->recipeFile = arguments.value(u"--recipe"_s);
    asked->columns = arguments.value(u"--columns"_s).split(u',', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < asked->columns.size(); ++i) {
        if (asked->columns.indexOf(asked->columns[i]) < i)
            return Words::tr("--columns names “%1” twice.").arg(bounded(asked->columns[i], 100));
    }
    PushOptions &options = asked->options;
    options.note = arguments.value(u"--note"_s);
    options.name = arguments.value(u"--key"_s);
    if (!options.name.isEmpty()) {
        const NameCheck check = checkShareName(options.name);
        if (check.kind == NameCheck::Invalid) {
            asked->problemCode = QByteArrayLiteral("key-invalid");
            return Words::tr("“%1” is no key. A key has 2 to 63 small letters, digits, - and _.")
                .arg(bounded(options.name, 100));
        }
        if (check.kind == NameCheck::Mistyped) {
            asked->problemCode = QByteArrayLiteral("key-mistyped");
            return check.suggestion.isEmpty()
                       ? Words::tr("The key %1 is mistyped.").arg(options.name)
                       : Words::tr("The key %1 is mistyped. Did you mean %2?")
                             .arg(options.name, check.suggestion);
        }
    }
    const QString access = arguments.value(u"--access"_s, u"people"_s);
    const auto found = protocol::accessFromText(access);
    if (!found)
        return Words::tr("--access takes owner, people or code.");
    options.access = *found;
    if (const QString days = arguments.value(u"--days"_s); !days.isEmpty()) {
        bool isNumber = false;
        const qint64 count = days.toLongLong(&isNumber);
        if (!isNumber || count < 1 || count > 30)
            return Words::tr("--days takes 1 to 30.");
        options.ttlSeconds = count * DaySeconds;
    }
    if (const QString version = arguments.value(u"--if-match"_s); !version.isEmpty()) {
        const auto digest = Digest::fromHex(version.toLatin1());
        if (!digest)
            return Words::tr("--if-match takes a version: 64 digits, as push and pull tell them.");
        options.overwrite = {OverwriteRule::IfVersion, *digest};
        options.parent = *digest;
    }
    if (arguments.has(u"--if-absent"_s)) {
        if (options.overwrite.kind == OverwriteRule::IfVersion)
            return Words::tr("Choose --if-match or --if-absent, not both.");
        options.overwrite.kind = OverwriteRule::IfAbsent;
    }
    return {};
}

Result<DocumentArray> prepared(const Asked &asked, DocumentArray array, PushOptions *options)
{
    if (asked.recipeFile.isEmpty())
        return array;
    PASSEL_TRY(const QByteArray bytes, readAll(FileSystem::system(), asked.recipeFile, MostRecipe));
    PASSEL_TRY(const Recipe recipe, Recipe::fromFile(bytes));
    PASSEL_TRY(RecipeRun done, replay(array, recipe, nullptr, OnStepError::Stop));
    if (recipe.hidesData())
        say(Words::tr("The recipe stays here, as one of its steps tells what the table no longer "
                      "shows."));
    else
        options->recipe = recipe.toJson().value("steps"_L1).toArray();
    return std::move(done.array);
}

Result<std::vector<qsizetype>> chosenColumns(const QStringList &names, const Schema &schema)
{
    std::vector<qsizetype> columns;
    for (const QString &name : names) {
        const qsizetype column = schema.indexOf(name);
        if (column < 0)
            return Error(ErrorKind::Input, QByteArrayLiteral("not-a-column"),
                         Words::tr("The table has no column “%1”.").arg(bounded(name, 100)));
        columns.push_back(column);
    }
    return columns;
}

int run(const QStringList &given)
{
    const Arguments arguments(given, {u"--json"_s, u"--allow-expand"_s, u"--if-absent"_s},
                              {u"--key"_s, u"--server"_s, u"--pin"_s, u"--access"_s, u"--days"_s,
                               u"--note"_s, u"--columns"_s, u"--recipe"_s, u"--if-match"_s});
    Asked asked;
    if (const QString problem = understand(arguments, &asked); !problem.isEmpty()) {
        if (asked.json)
            answer({{u"outcome"_s, u"error"_s},
                    {u"code"_s, QString::fromLatin1(asked.problemCode)},
                    {u"message"_s, bounded(problem, 1000)}});
        return badUsage(u"push"_s, problem);
    }
    const Result<ServerEntry> server = chosenServer(asked.server, asked.pin);
    if (!server)
        return fail(server.error(), asked.json);
    Result<ReadOutcome> read = readInput(asked.file, asked.allowExpand);
    if (!read)
        return fail(read.error(), asked.json);
    Result<DocumentArray> array = prepared(asked, read->array, &asked.options);
    if (!array)
        return fail(array.error(), asked.json);
    const Result<std::vector<qsizetype>> columns = chosenColumns(asked.columns, array->schema());
    if (!columns)
        return fail(columns.error(), asked.json);
    asked.options.columns = *columns;

    ShareAccess access(*server);
    PushJob job(access.client(), *array, asked.options);
    runJob(job, job.name());
    if (!job.result()) {
        QJsonObject more{{u"key"_s, job.name()}};
        if (job.conflict() && job.conflict()->current) {
            more.insert(u"current_version"_s,
                        QString::fromLatin1(job.conflict()->current->version.toHex()));
            more.insert(u"current_owner"_s, bounded(job.conflict()->owner, 100));
        }
        return fail(*job.error(), asked.json, more);
    }
    const PushResult &result = *job.result();
    const QString expires = protocol::timeToText(result.version.expiresAtMs);
    // The key with its code is the one thing to copy: that is what the answer is for.
    const QString key = result.address.key();
    if (asked.json) {
        answer({{u"outcome"_s, u"done"_s},
                {u"key"_s, key},
                {u"link"_s, result.address.link()},
                {u"version"_s, QString::fromLatin1(result.version.version.toHex())},
                {u"access"_s, protocol::accessToText(result.access)},
                {u"rows"_s, result.rows},
                {u"bytes_sent"_s, result.bytesSent},
                {u"parts_sent"_s, result.partsSent},
                {u"parts"_s, result.partsTotal},
                {u"expires_at"_s, expires}});
    } else {
        print(key);
        say(Words::tr("%Ln row(s) pushed, %L1 bytes sent, until %2.", nullptr,
                      static_cast<int>(result.rows))
                .arg(result.bytesSent)
                .arg(expires));
    }
    return Success;
}

} // namespace

Command pushCommand()
{
    return {u"push"_s, Words::tr("Send a table to a share server under a key"),
            Words::tr("passel push [options] FILE\n"
                      "\n"
                      "Prints the key, which lasts seven days. - stands for standard input.\n"
                      "  --key KEY         the key to push to; else one is proposed\n"
                      "  --server URL      the server; else the one in use\n"
                      "  --pin DIGITS      SHA-256 of the server's public key\n"
                      "  --access WHO      people (of this server), owner (me alone) or code\n"
                      "                    (anyone with the key, which then includes a code)\n"
                      "  --days N          how long it lasts, 1 to 30\n"
                      "  --note TEXT       a note for those who pull\n"
                      "  --columns A,B     these columns alone\n"
                      "  --recipe FILE     do this recipe first, and send it along\n"
                      "  --if-match VERSION  only over this version of the key (exit code 3 else)\n"
                      "  --if-absent       only when the key is not in use\n"
                      "  --allow-expand    unpack also what grows to more than 200 times its size\n"
                      "  --json            the account as one JSON object\n"
                      "\n"
                      "The token is in the keychain (passel login), or in the file that\n"
                      "PASSEL_TOKEN_FILE names. Exit codes: 2 trouble, 3 somebody was first,\n"
                      "5 not signed in or not allowed, 6 the server does not answer, 64 bad\n"
                      "usage, such as a mistyped key."),
            run};
}

} // namespace passel::cli
