// `passel pull`: brings a share by its key and writes it to a file.
#include "app/cli/command.h"
#include "app/cli/input.h"
#include "app/cli/shareaccess.h"
#include "core/share/manifest.h"
#include "core/share/partcache.h"
#include "core/share/pulljob.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace passel::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::cli)
};

// A key with a code is a secret: it may come by standard input, which no list of processes shows.
QString keyFrom(const QString &argument)
{
    if (argument != "-"_L1)
        return argument;
    std::array<char, 4096> line{};
    return std::fgets(line.data(), int(line.size()), stdin)
               ? QString::fromUtf8(line.data()).trimmed()
               : QString();
}

// Attributes that only DocArray's documents have; an ordinary table may have the other names.
bool holdsDocuments(const Schema &schema)
{
    return std::any_of(schema.fields().begin(), schema.fields().end(), [](const Field &field) {
        switch (field.role) {
        case Role::Tag:
        case Role::Id:
        case Role::Text:
        case Role::Uri:
        case Role::MimeType:
            return false;
        default:
            return true;
        }
    });
}

int run(const QStringList &given)
{
    const Arguments arguments(
        given, {u"--json"_s, u"--no-formula-guard"_s, u"--no-cache"_s, u"--documents"_s},
        {u"-o"_s, u"--output"_s, u"--server"_s, u"--pin"_s, u"--to"_s});
    if (!arguments.problem().isEmpty())
        return badUsage(u"pull"_s, arguments.problem());
    const QString output = arguments.value(u"-o"_s, arguments.value(u"--output"_s));
    if (arguments.positional().size() != 1 || output.isEmpty())
        return badUsage(u"pull"_s, Words::tr("Name the key, and with -o the file to write."));
    const bool json = arguments.has(u"--json"_s);
    if (json && isStandardOutput(output))
        return badUsage(
            u"pull"_s,
            Words::tr("Standard output cannot take both the table and the answer of --json."));
    const Result<ShareAddress> address =
        parseShareAddress(keyFrom(arguments.positional().constFirst()));
    if (!address)
        return fail(address.error(), json);
    const Result<ServerEntry> server =
        chosenServer(arguments.value(u"--server"_s), arguments.value(u"--pin"_s), address->server);
    if (!server)
        return fail(server.error(), json);

    const auto cache =
        std::make_shared<PartCache>(FileSystem::system(), PartCache::sharedFolder(),
                                    arguments.has(u"--no-cache"_s) ? 0 : PartCache::SharedBudget);
    ShareAccess access(*server);
    PullJob job(access.client(), *address, cache);
    runJob(job, address->name);
    if (!job.result())
        return fail(*job.error(), json, {{u"key"_s, address->name}});
    const PullResult &result = *job.result();
    DocumentArray array = result.array;
    // Documents stay documents when they become JSON.
    bool asDocuments = arguments.has(u"--documents"_s) || holdsDocuments(array.schema());
    if (job.manifest()->kind != Manifest::Kind::Table) {
        Result<ReadOutcome> read = readBytes(result.stream, address->name, std::nullopt, {});
        if (!read)
            return fail(read.error(), json);
        array = read->array;
        asDocuments = asDocuments || read->report.options.asDocuments;
    }
    WriteOptions options;
    options.format = arguments.value(u"--to"_s).toLatin1();
    options.formulaGuard = !arguments.has(u"--no-formula-guard"_s);
    options.asDocuments = asDocuments;
    const Result<WriteReport> written = writeOutput(output, array, options);
    if (!written)
        return fail(written.error(), json);
    if (json) {
        answer({{u"outcome"_s, u"done"_s},
                {u"key"_s, address->name},
                {u"version"_s, QString::fromLatin1(result.version.version.toHex())},
                {u"owner"_s, bounded(result.owner, 100)},
                {u"rows"_s, static_cast<qint64>(array.rowCount())},
                {u"cols"_s, static_cast<qint64>(array.columnCount())},
                {u"bytes_received"_s, result.bytesReceived},
                {u"parts_received"_s, result.partsReceived},
                {u"parts"_s, result.partsTotal},
                {u"guarded_cells"_s, written->guardedCells},
                {u"expires_at"_s, protocol::timeToText(result.version.expiresAtMs)}});
    } else {
        say(Words::tr("%Ln row(s) pulled, %L1 bytes received.", nullptr,
                      static_cast<int>(array.rowCount()))
                .arg(result.bytesReceived));
        if (!job.manifest()->note.isEmpty())
            say(Words::tr("Note: %1").arg(bounded(job.manifest()->note, 500)));
        if (written->guardedCells > 0)
            say(Words::tr("%Ln cell(s) got a ' in front, so that no program takes it for a formula "
                          "(--no-formula-guard leaves all as it is).",
                          nullptr, static_cast<int>(written->guardedCells)));
    }
    return Success;
}

} // namespace

Command pullCommand()
{
    return {u"pull"_s, Words::tr("Bring a share by its key"),
            Words::tr("passel pull [options] KEY -o OUT\n"
                      "\n"
                      "KEY is a name, a name with its code, or a link; - reads it from standard\n"
                      "input. OUT is written in the format of its suffix, or as CSV to standard\n"
                      "output for -.\n"
                      "  --server URL        the server; else that of the link, or the one in use\n"
                      "  --pin DIGITS        SHA-256 of the server's public key\n"
                      "  --to FORMAT         csv, json or ndjson, whatever the suffix\n"
                      "  --no-formula-guard  leave cells that begin with = + - @ as they are\n"
                      "  --documents         JSON as DocArray writes it, also of a table\n"
                      "  --no-cache          keep no parts on this computer\n"
                      "  --json              the account as one JSON object\n"
                      "\n"
                      "Exit codes: 2 trouble, 4 no such share, 5 not signed in or not allowed,\n"
                      "6 the server does not answer, 64 bad usage."),
            run};
}

} // namespace passel::cli
