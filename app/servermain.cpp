// passel-server: the share service alone, and what its keeper does with it.
#include "app/translators.h"
#include "core/base/log.h"
#include "core/server/clientaddress.h"
#include "core/server/metadatastore.h"
#include "core/server/shareserver.h"
#include "core/share/invite.h"
#include "core/share/sharekey.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace passel;
using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::ServerMain)
};

constexpr int Failed = 1;
constexpr int WrongUse = 2;

std::array<int, 2> signalPipe{-1, -1};

void onSignal(int)
{
    const char byte = 1;
    const ssize_t written = ::write(signalPipe[1], &byte, 1);
    static_cast<void>(written); // nothing can be done about it in a signal handler
}

void print(FILE *stream, const QString &line)
{
    std::fprintf(stream, "%s\n", line.toUtf8().constData());
    std::fflush(stream);
}

int fail(const Error &error)
{
    print(stderr, u"passel-server: "_s + visibleText(error.message()));
    return Failed;
}

int misused(const QString &sentence)
{
    print(stderr, u"passel-server: "_s + sentence);
    return WrongUse;
}

// ADDRESS:PORT, with an IPv6 address in brackets.
bool readListen(const QString &text, HttpServerOptions &http)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 1)
        return false;
    QString address = text.left(colon);
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    if (address == "localhost"_L1)
        address = u"127.0.0.1"_s;
    bool ok = false;
    http.port = QStringView(text).mid(colon + 1).toUShort(&ok);
    http.address = address.toLatin1();
    return ok;
}

int serve(const QCommandLineParser &parser)
{
    ShareServerOptions options;
    options.dataFolder = QDir(parser.value(u"data"_s)).absolutePath();
    if (!readListen(parser.value(u"listen"_s), options.http))
        return misused(Text::tr("--listen takes ADDRESS:PORT, for example 127.0.0.1:8123."));
    const QStringList proxies = parser.values(u"trusted-proxy"_s);
    for (const QString &proxy : proxies) {
        options.http.trustedProxies.append(proxy.toLatin1());
        if (!isIpAddress(options.http.trustedProxies.constLast()))
            return misused(Text::tr("--trusted-proxy takes an address such as 127.0.0.1."));
    }
    options.selfSigned = parser.isSet(u"self-signed"_s);
    options.certificateFile = parser.value(u"tls-cert"_s);
    options.keyFile = parser.value(u"tls-key"_s);
    if (options.certificateFile.isEmpty() != options.keyFile.isEmpty())
        return misused(Text::tr("--tls-cert and --tls-key are given together."));
    if (options.selfSigned && !options.keyFile.isEmpty())
        return misused(Text::tr("Choose --self-signed or a certificate of your own, not both."));
    if (parser.isSet(u"public-url"_s)) {
        const QUrl url(parser.value(u"public-url"_s), QUrl::StrictMode);
        const bool origin = url.isValid() && !url.host().isEmpty()
                            && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
                            && url.userInfo().isEmpty()
                            && (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery()
                            && !url.hasFragment();
        if (!origin)
            return misused(
                Text::tr("--public-url takes an address such as https://share.example.org."));
        options.publicUrl = url.adjusted(QUrl::RemovePath);
    }
    if (parser.isSet(u"ttl-cap-days"_s)) {
        const qint64 days = parser.value(u"ttl-cap-days"_s).toLongLong();
        if (days < 1 || days > 30)
            return misused(Text::tr("--ttl-cap-days takes 1 to 30."));
        options.ttlCapSeconds = days * 86'400;
    }
    const auto server = ShareServer::start(options);
    if (!server)
        return fail(server.error());
    print(stdout, u"listening on "_s + (*server)->listeningUrl().toString());
    if (!(*server)->pin().isEmpty())
        print(stdout, u"pin sha256:"_s + QString::fromLatin1((*server)->pin()));
    print(stderr, Text::tr("Data folder: %1").arg(QDir::toNativeSeparators(options.dataFolder)));
    for (const QString &fault : (*server)->faults())
        print(stderr, fault);

    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe.data()) != 0)
        return Failed;
    QSocketNotifier notifier(signalPipe[0], QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    const int code = QCoreApplication::exec();
    (*server)->stop();
    print(stderr, Text::tr("Stopped."));
    return code;
}

int addToken(ServerData &data, const QCommandLineParser &parser, const QString &user)
{
    const auto scopes = scopesFromNames(parser.value(u"scopes"_s).split(u','));
    if (!scopes)
        return misused(Text::tr("--scopes takes pull, push and manage, separated by commas."));
    bool ok = false;
    const qint64 days = parser.value(u"expires-days"_s).toLongLong(&ok);
    if (!ok || days < 1 || days > protocol::TokenLongestDays)
        return misused(Text::tr("--expires-days takes 1 to 90."));
    QUrl url(parser.value(u"public-url"_s));
    QByteArray pin;
    if (parser.isSet(u"invite"_s)) {
        const auto lastUrl = data.setting(u"url"_s);
        const auto lastPin = data.setting(u"pin"_s);
        if (!lastUrl || !lastPin)
            return fail(lastUrl ? lastPin.error() : lastUrl.error());
        if (url.isEmpty())
            url = QUrl::fromEncoded(*lastUrl);
        pin = *lastPin;
        if (url.isEmpty()) {
            return misused(
                Text::tr("An invitation needs the server's address: start the server once, "
                         "or give --public-url."));
        }
    }
    const auto token = data.addToken(user, *scopes, days, Clock::system().nowMs());
    if (!token)
        return fail(token.error());
    if (!parser.isSet(u"invite"_s)) {
        print(stdout, QString::fromLatin1(token->token.text()));
        return 0;
    }
    const Invite invite{url, pin, token->token};
    if (const auto readable = Invite::parse(invite.text()); !readable) {
        const auto revoked = data.revokeToken(token->id, Clock::system().nowMs());
        Q_UNUSED(revoked)
        return misused(
            Text::tr("%1 is not an address that others can use safely. Start the server with "
                     "--self-signed or a certificate.")
                .arg(url.toString()));
    }
    print(stdout, QString::fromLatin1(invite.text()));
    return 0;
}

int listTokens(ServerData &data)
{
    const auto tokens = data.tokens();
    if (!tokens)
        return fail(tokens.error());
    const qint64 now = Clock::system().nowMs();
    for (const TokenRow &token : *tokens) {
        const QString state = token.revokedMs > 0      ? u"revoked"_s
                              : token.expiresMs <= now ? u"expired"_s
                                                       : u"valid"_s;
        const QString used =
            token.lastUsedMs > 0 ? protocol::timeToText(token.lastUsedMs) : u"never"_s;
        print(stdout, QStringList{QString::fromLatin1(token.id), visibleText(token.userName),
                                  visibleText(token.name), scopeNames(token.scopes).join(u','),
                                  state, protocol::timeToText(token.expiresMs), used}
                          .join(u'\t'));
    }
    return 0;
}

int check(ServerData &data, bool readData)
{
    const auto report = data.check(Clock::system().nowMs(), readData);
    if (!report)
        return fail(report.error());
    for (const QString &line : report->faults)
        print(stdout, line);
    for (const QString &line : report->notes)
        print(stderr, line);
    print(stderr, Text::tr("%n file(s) checked.", nullptr, static_cast<int>(report->blobs)));
    return report->faults.isEmpty() ? 0 : Failed;
}

// Each connection is an open file, and the usual limit is too low for all that are allowed.
void raiseFileLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"passel-server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PASSEL_VERSION));
    installMessageHandler();
    installTranslators(app);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Share tables by key.\n\n"
                 "  passel-server --data DIR --listen 127.0.0.1:8123\n"
                 "  passel-server token add USER --scopes pull,push,manage --data DIR [--invite]\n"
                 "  passel-server token list --data DIR\n"
                 "  passel-server token revoke ID --data DIR\n"
                 "  passel-server check [--read-data] --data DIR"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data"_s, Text::tr("Folder that holds everything; made when it is missing."), u"DIR"_s},
        {u"listen"_s, Text::tr("Where to listen; port 0 takes any free one."), u"ADDRESS:PORT"_s,
         u"127.0.0.1:8123"_s},
        {u"public-url"_s, Text::tr("Address that clients use, when it is another."), u"URL"_s},
        {u"trusted-proxy"_s,
         Text::tr("Address of a proxy whose X-Forwarded-For is believed; may be repeated."),
         u"ADDRESS"_s},
        {u"tls-cert"_s, Text::tr("Certificate chain, PEM."), u"FILE"_s},
        {u"tls-key"_s, Text::tr("Its private key, PEM."), u"FILE"_s},
        {u"self-signed"_s, Text::tr("Make and keep a certificate; clients pin its key.")},
        {u"ttl-cap-days"_s, Text::tr("Longest life of a share, 1 to 30 days."), u"DAYS"_s},
        {u"scopes"_s, Text::tr("What a token may do."), u"LIST"_s, u"pull,push,manage"_s},
        {u"expires-days"_s, Text::tr("Life of a token, 1 to 90 days."), u"DAYS"_s, u"30"_s},
        {u"invite"_s, Text::tr("Print one string to paste: address, pin and token.")},
        {u"read-data"_s, Text::tr("Read and verify every file, too.")},
    });
    parser.addPositionalArgument(u"command"_s, Text::tr("token add|list|revoke, or check"),
                                 u"[command …]"_s);
    parser.process(app);

    const QStringList words = parser.positionalArguments();
    raiseFileLimit();
    if (!parser.isSet(u"data"_s))
        return misused(Text::tr("--data DIR says where everything is kept. See --help."));
    if (words.isEmpty())
        return serve(parser);
    const bool isCheck = words == QStringList{u"check"_s};
    const bool isList = words == QStringList{u"token"_s, u"list"_s};
    const bool isAdd = words.size() == 3 && words[0] == "token"_L1 && words[1] == "add"_L1;
    const bool isRevoke = words.size() == 3 && words[0] == "token"_L1 && words[1] == "revoke"_L1;
    if (!isCheck && !isList && !isAdd && !isRevoke)
        return misused(Text::tr("There is no such command. See --help."));
    // A first token may come before the first start; all else speaks of what is there.
    const QString folder = QDir(parser.value(u"data"_s)).absolutePath();
    const auto data = isAdd ? ServerData::open(folder) : ServerData::openExisting(folder);
    if (!data)
        return fail(data.error());
    if (isCheck)
        return check(**data, parser.isSet(u"read-data"_s));
    if (isAdd)
        return addToken(**data, parser, words[2]);
    if (isList)
        return listTokens(**data);
    const auto revoked = (*data)->revokeToken(words[2].toLatin1(), Clock::system().nowMs());
    return revoked ? 0 : fail(revoked.error());
}
