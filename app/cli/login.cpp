// `passel login` and `passel logout`: a server by its invitation, which never stands in argv.
#include "app/cli/command.h"
#include "app/cli/shareaccess.h"
#include "core/share/invite.h"

#include <QCoreApplication>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace passel::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::cli)
};

constexpr qsizetype InviteLimit = 4096;

//! \brief The terminal does not show what is typed while it lives.
class Unseen
{
public:
    Unseen()
        : m_isTerminal(::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios now = m_before;
        now.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &now);
    }

    ~Unseen()
    {
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

    Q_DISABLE_COPY_MOVE(Unseen)

    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before = {};
    bool m_isTerminal;
};

// From a pipe all of it, from a terminal one line.
QByteArray readInvite()
{
    const Unseen unseen;
    if (unseen.isTerminal())
        say(Words::tr("Paste the invitation and press Enter (it is not shown):"));
    QByteArray text;
    for (int c = std::fgetc(stdin); c != EOF && text.size() <= InviteLimit; c = std::fgetc(stdin)) {
        if (c == '\n' && unseen.isTerminal())
            break;
        text += char(c);
    }
    return text;
}

int logIn(const QStringList &given)
{
    const Arguments arguments(given, {u"--json"_s}, {u"--name"_s});
    if (!arguments.problem().isEmpty())
        return badUsage(u"login"_s, arguments.problem());
    if (!arguments.positional().isEmpty())
        return badUsage(u"login"_s, Words::tr("The invitation is read from standard input, as the "
                                              "list of processes shows what stands here."));
    const bool json = arguments.has(u"--json"_s);
    QByteArray text = readInvite();
    const Result<Invite> invite = Invite::parse(text);
    Secret::wipe(text);
    if (!invite)
        return fail(invite.error(), json);
    const std::optional<QUrl> origin = serverOrigin(invite->server);
    if (!origin)
        return fail(Error(ErrorKind::Input, QByteArrayLiteral("server-invalid"),
                          Words::tr("The invitation names an address that is not safe to use.")),
                    json);
    ServerEntry server{*origin, arguments.value(u"--name"_s), Digest::fromHex(invite->pin), true};
    ShareAccess access(server);
    QObject scope;
    Result<Kept> kept = Error::cancelled();
    access.client()->signIn(Secret(invite->token.text()), &scope, [&](Result<Kept> result) {
        kept = std::move(result);
        leaveLoop();
    });
    if (!runLoop() || !kept)
        return fail(kept.error(), json);
    if (*kept == Kept::SessionOnly)
        return fail(
            Error(ErrorKind::Keychain, QByteArrayLiteral("keychain-missing"),
                  Words::tr("The token is good, but there is no keychain to keep it in. Put "
                            "it into a file with mode 600 and set PASSEL_TOKEN_FILE to "
                            "its name.")),
            json);
    ServerList servers = loadServers();
    servers.put(server);
    servers.setCurrent(server.origin);
    saveServers(servers);
    if (json)
        answer({{u"outcome"_s, u"done"_s}, {u"server"_s, server.origin.toString()}});
    else
        say(Words::tr("Signed in to %1.").arg(bounded(server.title(), 200)));
    return Success;
}

int logOut(const QStringList &given)
{
    const Arguments arguments(given, {u"--json"_s}, {u"--server"_s});
    if (!arguments.problem().isEmpty())
        return badUsage(u"logout"_s, arguments.problem());
    // An address here must not end the session of another server.
    if (!arguments.positional().isEmpty())
        return badUsage(u"logout"_s, Words::tr("Name the server with --server."));
    const bool json = arguments.has(u"--json"_s);
    const Result<ServerEntry> server = chosenServer(arguments.value(u"--server"_s), {});
    if (!server)
        return fail(server.error(), json);
    ShareAccess access(*server);
    QObject scope;
    Result<void> done = Error::cancelled();
    access.client()->signOut(&scope, [&](Result<void> result) {
        done = std::move(result);
        leaveLoop();
    });
    const bool isDone = runLoop();
    // Signed out here in any case, but for a keychain that did not let go of the token.
    if (done || done.error().code() == "token-not-revoked") {
        ServerList servers = loadServers();
        servers.remove(server->origin);
        saveServers(servers);
    }
    if (!isDone || !done)
        return fail(done.error(), json);
    if (json)
        answer({{u"outcome"_s, u"done"_s}, {u"server"_s, server->origin.toString()}});
    else
        say(Words::tr("Signed out of %1.").arg(bounded(server->title(), 200)));
    return Success;
}

} // namespace

Command loginCommand()
{
    return {u"login"_s, Words::tr("Sign in to a share server"),
            Words::tr("passel login [options]\n"
                      "\n"
                      "Reads from standard input the invitation that whoever runs the server made\n"
                      "with “passel-server token add NAME --invite”. The token is kept in the\n"
                      "keychain.\n"
                      "  --name TEXT  what you call the server\n"
                      "  --json       the answer as one JSON object"),
            logIn};
}

Command logoutCommand()
{
    return {u"logout"_s, Words::tr("Sign out of a share server"),
            Words::tr("passel logout [options]\n"
                      "\n"
                      "Revokes the token and forgets it.\n"
                      "  --server URL  the server; else the one in use\n"
                      "  --json        the answer as one JSON object"),
            logOut};
}

} // namespace passel::cli
