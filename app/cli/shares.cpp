// `passel shares`: what this person shares on a server.
#include "app/cli/command.h"
#include "app/cli/shareaccess.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace passel::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::cli)
};

int run(const QStringList &given)
{
    const Arguments arguments(given, {u"--json"_s}, {u"--server"_s, u"--pin"_s, u"--delete"_s});
    if (!arguments.problem().isEmpty())
        return badUsage(u"shares"_s, arguments.problem());
    if (!arguments.positional().isEmpty())
        return badUsage(u"shares"_s, Words::tr("The command takes no file."));
    const bool json = arguments.has(u"--json"_s);
    const Result<ServerEntry> server =
        chosenServer(arguments.value(u"--server"_s), arguments.value(u"--pin"_s));
    if (!server)
        return fail(server.error(), json);
    ShareAccess access(*server);
    QObject scope;
    const QString toDelete = arguments.value(u"--delete"_s);
    if (!toDelete.isEmpty()) {
        const Result<ShareAddress> address = parseShareAddress(toDelete);
        if (!address)
            return fail(address.error(), json);
        Result<void> removed = Error::cancelled();
        access.client()->removeShare(address->name, &scope, [&](Result<void> result) {
            removed = std::move(result);
            leaveLoop();
        });
        if (!runLoop() || !removed)
            return fail(removed.error(), json);
        if (json)
            answer({{u"outcome"_s, u"done"_s}, {u"deleted"_s, address->name}});
        else
            say(Words::tr("%1 is deleted.").arg(address->name));
        return Success;
    }
    Result<protocol::ShareList> list = Error::cancelled();
    access.client()->shares(&scope, [&](Result<protocol::ShareList> result) {
        list = std::move(result);
        leaveLoop();
    });
    if (!runLoop() || !list)
        return fail(list.error(), json);
    if (json) {
        QJsonArray shares;
        for (const protocol::ShareInfo &share : list->shares)
            shares.append(share.toJson());
        answer({{u"outcome"_s, u"done"_s}, {u"shares"_s, shares}});
        return Success;
    }
    if (list->shares.isEmpty())
        say(Words::tr("You share nothing there."));
    const QLocale locale;
    for (const protocol::ShareInfo &share : list->shares)
        print(QStringList{share.version.name, protocol::accessToText(share.access),
                          locale.formattedDataSize(share.version.size, 1),
                          Words::tr("%n download(s)", nullptr, static_cast<int>(share.downloads)),
                          protocol::timeToText(share.version.expiresAtMs)}
                  .join(u'\t'));
    return Success;
}

} // namespace

Command sharesCommand()
{
    return {u"shares"_s, Words::tr("List what you share"),
            Words::tr("passel shares [options]\n"
                      "\n"
                      "One line for each: key, who may pull, size, downloads, end.\n"
                      "  --delete KEY  delete this share instead\n"
                      "  --server URL  the server; else the one in use\n"
                      "  --pin DIGITS  SHA-256 of the server's public key\n"
                      "  --json        the list as one JSON object"),
            run};
}

} // namespace passel::cli
