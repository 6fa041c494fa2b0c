#include "core/share/shareclient.h"

#include "core/base/log.h"
#include "core/share/sharecall.h"
#include "core/share/sharefailure.h"

#include <QPointer>
#include <QSysInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace passel {

using namespace protocol;

namespace {

constexpr qint64 StorageAnswerLimit = 64LL * 1024;

ClientName thisProgram()
{
    ClientName client;
    client.name = "passel";
    const QList<QByteArray> numbers = QByteArray(PASSEL_VERSION).split('.');
    client.major = numbers.value(0).toInt();
    client.minor = numbers.value(1).toInt();
    client.patch = numbers.value(2).toInt();
    client.system = QSysInfo::productType().toLatin1().left(64);
    if (client.system.isEmpty())
        client.system = "unknown";
    return client;
}

QByteArray entityTag(const Digest &version)
{
    return '"' + version.toHex() + '"';
}

} // namespace

ShareClient::Options::Options()
    : client(thisProgram())
{}

class ShareClient::Private
{
public:
    Private(ShareClient *client, ServerEntry entry, TokenStore &store, Options opts);

    void call(ShareAsk ask, Patience patience, QObject *scope, ShareCall::Done done);
    void callWith(const Secret &token, ShareAsk ask, Patience patience, QObject *scope,
                  ShareCall::Done done);
    void callSigned(ShareAsk ask, Patience patience, QObject *scope, ShareCall::Done done);
    void whenInfo(QObject *scope, std::function<void(std::optional<Error>)> then) const;
    template <typename T>
    void typed(ShareAsk &&ask, Patience patience, QObject *scope, Done<T> done);
    template <typename T>
    [[nodiscard]] Result<T> parsed(const ShareReply &reply) const;
    [[nodiscard]] std::optional<ShareConflict> conflictOf(const ShareReply &reply) const;
    [[nodiscard]] Error problemError(const Problem &problem, const QString &share = {}) const;
    [[nodiscard]] std::optional<Error> storageError(const HttpAnswer &answer) const;

    [[nodiscard]] FailureSubject subject(const QString &share = {}) const
    {
        return {surroundings.server, share};
    }

    ShareClient *q;
    ServerEntry server;
    TokenStore &tokens;
    Options options;
    ShareTransport transport;
    ShareCall::Surroundings surroundings;
    std::optional<ServerInfo> info;
    Secret token; // read once, until refused
    qint64 skewMs = 0;
    bool isWaiting = false;
};

ShareClient::Private::Private(ShareClient *client, ServerEntry entry, TokenStore &store,
                              Options opts)
    : q(client)
    , server(std::move(entry))
    , tokens(store)
    , options(std::move(opts))
    , transport(server.origin, server.pin, visibleText(server.title()), options.progressTimeoutMs)
{
    surroundings.transport = &transport;
    surroundings.clientHeader = options.client.toHeader();
    surroundings.nowMs = [this] { return options.clock->nowMs() + skewMs; };
    surroundings.learnServerTime = [this](qint64 ms) { skewMs = ms - options.clock->nowMs(); };
    surroundings.server = visibleText(server.title());
}

void ShareClient::Private::callWith(const Secret &withToken, ShareAsk ask, Patience patience,
                                    QObject *scope, ShareCall::Done done)
{
    const bool usesToken = !ask.isOpen && !ask.code;
    const Backoff backoff(options.firstPauseMs, patience == Patience::Long
                                                    ? options.longPatienceMs
                                                    : options.briefPatienceMs);
    auto *shareCall = new ShareCall(
        surroundings, std::move(ask), withToken, backoff, scope,
        [this, usesToken, done = std::move(done)](Result<ShareReply> reply) {
            if (usesToken && reply && reply->problem && reply->status == 401) {
                token = {};
                emit q->signInNeeded();
            }
            done(std::move(reply));
        },
        q);
    connect(shareCall, &ShareCall::waiting, q, [this] {
        isWaiting = true;
        emit q->waiting();
    });
    connect(shareCall, &ShareCall::answered, q, [this] {
        if (std::exchange(isWaiting, false))
            emit q->answered();
    });
    shareCall->start();
}

void ShareClient::Private::whenInfo(QObject *scope,
                                    std::function<void(std::optional<Error>)> then) const
{
    if (info) {
        then({});
        return;
    }
    q->serverInfo(scope, [then = std::move(then)](Result<ServerInfo> result) {
        then(result ? std::optional<Error>() : std::move(result).error());
    });
}

void ShareClient::Private::call(ShareAsk ask, Patience patience, QObject *scope,
                                ShareCall::Done done)
{
    // Nobody is shown a token or a code before it said that it is a share server. One that was
    // never reached is not waited for long: the address may be wrong.
    whenInfo(scope, [this, ask = std::move(ask), patience, scope,
                     done = std::move(done)](std::optional<Error> error) mutable {
        if (error)
            done(*std::move(error));
        else if (ask.code)
            callWith({}, std::move(ask), patience, scope, std::move(done));
        else
            callSigned(std::move(ask), patience, scope, std::move(done));
    });
}

void ShareClient::Private::callSigned(ShareAsk ask, Patience patience, QObject *scope,
                                      ShareCall::Done done)
{
    if (!token.isEmpty()) {
        callWith(token, std::move(ask), patience, scope, std::move(done));
        return;
    }
    // The store answers by the scope, which may live longer than we: like every call of ours, this
    // one ends silently with us.
    tokens.read(server.origin, scope,
                [this, alive = QPointer<ShareClient>(q), ask = std::move(ask), patience, scope,
                 done = std::move(done)](Result<std::optional<Secret>> found) mutable {
                    if (!alive)
                        return;
                    if (!found) {
                        done(std::move(found).error());
                    } else if (!*found) {
                        emit q->signInNeeded();
                        done(signedOutFailure(subject()));
                    } else {
                        token = **found;
                        callWith(token, std::move(ask), patience, scope, std::move(done));
                    }
                });
}

Error ShareClient::Private::problemError(const Problem &problem, const QString &share) const
{
    return failureOf(problem, subject(share));
}

template <typename T>
Result<T> ShareClient::Private::parsed(const ShareReply &reply) const
{
    Result<T> value = T::fromJson(reply.json);
    if (!value)
        return nonsenseFailure(subject(), value.error().message());
    return value;
}

template <typename T>
void ShareClient::Private::typed(ShareAsk &&ask, Patience patience, QObject *scope, Done<T> done)
{
    const QString share = ask.share;
    call(std::move(ask), patience, scope,
         [this, share, done = std::move(done)](Result<ShareReply> reply) {
             if (!reply)
                 done(std::move(reply).error());
             else if (reply->problem)
                 done(problemError(*reply->problem, share));
             else if constexpr (std::is_void_v<T>)
                 done({});
             else
                 done(parsed<T>(*reply));
         });
}

std::optional<ShareConflict> ShareClient::Private::conflictOf(const ShareReply &reply) const
{
    if (!reply.problem || reply.problem->slug != "version-conflict")
        return {};
    return ShareConflict{reply.problem->current, reply.problem->currentOwner};
}

ShareClient::ShareClient(ServerEntry server, TokenStore &tokens, QObject *parent, Options options)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(server), tokens, std::move(options)))
{}

ShareClient::~ShareClient()
{
    // Calls use the transport, which is gone before QObject deletes its children.
    qDeleteAll(findChildren<ShareCall *>(Qt::FindDirectChildrenOnly));
}

const ServerEntry &ShareClient::server() const noexcept
{
    return d->server;
}

const ShareClient::Options &ShareClient::options() const noexcept
{
    return d->options;
}

const std::optional<ServerInfo> &ShareClient::knownInfo() const noexcept
{
    return d->info;
}

bool ShareClient::isPassing(const Error &error)
{
    return isPassingFailure(error);
}

void ShareClient::forgetToken()
{
    d->token = {};
}

void ShareClient::signIn(const Secret &token, QObject *scope, Done<Kept> done)
{
    d->whenInfo(scope, [this, token, scope, done = std::move(done)](std::optional<Error> error) {
        if (error) {
            done(*std::move(error));
            return;
        }
        ShareAsk ask;
        ask.path = pathShares();
        d->callWith(token, ask, Patience::Brief, scope,
                    [this, token, scope, done](Result<ShareReply> reply) {
                        // A token that may only push is good as well.
                        const bool isGood =
                            reply && (!reply->problem || reply->problem->slug == "scope-missing");
                        if (!reply) {
                            done(std::move(reply).error());
                        } else if (!isGood) {
                            done(d->problemError(*reply->problem));
                        } else {
                            d->token = token;
                            d->tokens.write(d->server.origin, token, scope, done);
                        }
                    });
    });
}

void ShareClient::signOut(QObject *scope, Done<void> done)
{
    ShareAsk ask;
    ask.verb = "DELETE";
    ask.path = pathToken(u"current");
    ask.isKeyed = true;
    d->call(std::move(ask), Patience::Brief, scope,
            [this, scope, done = std::move(done)](Result<ShareReply> reply) {
                const bool isRevoked = reply && (!reply->problem || reply->status == 401);
                const bool wasSignedOut = !reply && reply.error().code() == "token-missing";
                d->token = {};
                d->tokens.remove(
                    d->server.origin, scope,
                    [server = d->surroundings.server, isRevoked, wasSignedOut,
                     done](Result<void> removed) {
                        if (!removed || isRevoked || wasSignedOut) {
                            done(std::move(removed));
                            return;
                        }
                        done(
                            Error(ErrorKind::Network, QByteArrayLiteral("token-not-revoked"),
                                  tr("You are signed out here, but %1 could not be told. The token "
                                     "stays valid there until it expires or is revoked.")
                                      .arg(server)));
                    });
            });
}

void ShareClient::isSignedIn(QObject *scope, Done<bool> done)
{
    d->tokens.read(d->server.origin, scope,
                   [done = std::move(done)](Result<std::optional<Secret>> token) {
                       if (!token)
                           done(std::move(token).error());
                       else
                           done(token->has_value());
                   });
}

void ShareClient::serverInfo(QObject *scope, Done<ServerInfo> done, Patience patience)
{
    ShareAsk ask;
    ask.path = pathServer();
    ask.isOpen = true;
    d->callWith({}, std::move(ask), patience, scope,
                [this, done = std::move(done)](Result<ShareReply> reply) {
                    if (!reply) {
                        done(std::move(reply).error());
                        return;
                    }
                    const FailureSubject subject = d->subject();
                    if (reply->problem) {
                        done(reply->status == 404
                                 ? wrongServerFailure(subject, reply->problem->title.left(200))
                                 : d->problemError(*reply->problem));
                        return;
                    }
                    const Result<ServerInfo> info = ServerInfo::fromJson(reply->json);
                    if (!info) {
                        done(wrongServerFailure(subject, info.error().message()));
                        return;
                    }
                    if (!info->protocols.contains(QLatin1StringView(ShareFormat))) {
                        done(wrongServerFailure(subject, info->protocols.join(u", "_s).left(200)));
                        return;
                    }
                    d->info = *info;
                    d->transport.setStorageHosts(info->storageHosts);
                    done(*info);
                });
}

void ShareClient::shares(QObject *scope, Done<ShareList> done)
{
    ShareAsk ask;
    ask.path = pathShares();
    d->typed<ShareList>(std::move(ask), Patience::Brief, scope, std::move(done));
}

void ShareClient::share(const QString &name, const std::optional<ShareCode> &code, QObject *scope,
                        Done<ShareInfo> done)
{
    ShareAsk ask;
    ask.path = pathShare(name);
    ask.code = code;
    ask.share = name;
    d->typed<ShareInfo>(std::move(ask), Patience::Brief, scope, std::move(done));
}

void ShareClient::patchShare(const QString &name, const PatchShare &patch, QObject *scope,
                             Done<ShareInfo> done)
{
    ShareAsk ask;
    ask.verb = "PATCH";
    ask.path = pathShare(name);
    ask.body = patch.toJson();
    ask.isKeyed = true;
    ask.share = name;
    d->typed<ShareInfo>(std::move(ask), Patience::Brief, scope, std::move(done));
}

void ShareClient::removeShare(const QString &name, QObject *scope, Done<void> done)
{
    ShareAsk ask;
    ask.verb = "DELETE";
    ask.path = pathShare(name);
    ask.isKeyed = true;
    ask.share = name;
    d->typed<void>(std::move(ask), Patience::Brief, scope, std::move(done));
}

void ShareClient::versions(const QString &name, QObject *scope, Done<VersionList> done)
{
    ShareAsk ask;
    ask.path = pathVersions(name);
    ask.share = name;
    d->typed<VersionList>(std::move(ask), Patience::Brief, scope, std::move(done));
}

void ShareClient::restore(const QString &name, const Digest &version, QObject *scope,
                          Done<ShareInfo> done)
{
    ShareAsk ask;
    ask.verb = "POST";
    ask.path = pathRestore(name, version);
    ask.body = QJsonObject();
    ask.share = name;
    d->typed<ShareInfo>(std::move(ask), Patience::Brief, scope, std::move(done));
}

void ShareClient::createToken(const CreateToken &request, QObject *scope, Done<CreatedToken> done)
{
    ShareAsk ask;
    ask.verb = "POST";
    ask.path = pathTokens();
    ask.body = request.toJson();
    ask.isKeyed = true;
    d->typed<CreatedToken>(std::move(ask), Patience::Brief, scope, std::move(done));
}

void ShareClient::openPush(const QString &name, const OpenPush &request,
                           const OverwriteRule &overwrite, QObject *scope, Done<OpenOutcome> done)
{
    ShareAsk ask;
    ask.verb = "POST";
    ask.path = pathPushes(name);
    ask.body = request.toJson();
    ask.isKeyed = true;
    ask.share = name;
    if (overwrite.kind == OverwriteRule::IfVersion)
        ask.ifMatch = entityTag(overwrite.version);
    else if (overwrite.kind == OverwriteRule::IfAbsent)
        ask.ifNoneMatch = "*";
    d->call(std::move(ask), Patience::Long, scope,
            [this, name, done = std::move(done)](Result<ShareReply> reply) {
                if (!reply) {
                    done(std::move(reply).error());
                } else if (const auto conflict = d->conflictOf(*reply)) {
                    done(OpenOutcome(*conflict));
                } else if (reply->problem) {
                    done(d->problemError(*reply->problem, name));
                } else if (auto opened = d->parsed<OpenedPush>(*reply)) {
                    done(OpenOutcome(*std::move(opened)));
                } else {
                    done(std::move(opened).error());
                }
            });
}

void ShareClient::registerParts(const QString &pushId, const RegisterParts &request, QObject *scope,
                                Done<RegisteredParts> done)
{
    ShareAsk ask;
    ask.verb = "POST";
    ask.path = pathPushParts(pushId);
    ask.body = request.toJson();
    d->typed<RegisteredParts>(std::move(ask), Patience::Long, scope, std::move(done));
}

void ShareClient::pushStatus(const QString &pushId, QObject *scope, Done<PushStatus> done)
{
    ShareAsk ask;
    ask.path = pathPush(pushId);
    d->typed<PushStatus>(std::move(ask), Patience::Long, scope, std::move(done));
}

void ShareClient::completePush(const QString &pushId, const CompletePush &request, QObject *scope,
                               Done<CompleteOutcome> done)
{
    ShareAsk ask;
    ask.verb = "POST";
    ask.path = pathPushComplete(pushId);
    ask.body = request.toJson();
    d->call(std::move(ask), Patience::Long, scope,
            [this, done = std::move(done)](Result<ShareReply> reply) {
                if (!reply) {
                    done(std::move(reply).error());
                } else if (const auto conflict = d->conflictOf(*reply)) {
                    done(CompleteOutcome(*conflict));
                } else if (reply->problem) {
                    done(d->problemError(*reply->problem));
                } else if (reply->status == 202) {
                    auto status = d->parsed<PushStatus>(*reply);
                    if (status)
                        done(CompleteOutcome(*std::move(status)));
                    else
                        done(std::move(status).error());
                } else {
                    auto version = d->parsed<ShareVersion>(*reply);
                    if (version)
                        done(CompleteOutcome(*std::move(version)));
                    else
                        done(std::move(version).error());
                }
            });
}

void ShareClient::pull(const QString &name, const std::optional<ShareCode> &code, QObject *scope,
                       Done<PullAnswer> done)
{
    ShareAsk ask;
    ask.verb = "POST";
    ask.path = pathPull(name);
    ask.body = QJsonObject();
    ask.code = code;
    ask.share = name;
    d->typed<PullAnswer>(std::move(ask), Patience::Long, scope, std::move(done));
}

void ShareClient::signUrls(const QString &pullId, const SignUrls &request,
                           const std::optional<ShareCode> &code, QObject *scope,
                           Done<SignedUrls> done)
{
    ShareAsk ask;
    ask.verb = "POST";
    ask.path = pathPullUrls(pullId);
    ask.body = request.toJson();
    ask.code = code;
    d->typed<SignedUrls>(std::move(ask), Patience::Long, scope, std::move(done));
}

std::optional<Error> ShareClient::Private::storageError(const HttpAnswer &answer) const
{
    if (answer.status < 300)
        return {};
    const Result<QJsonObject> json = parseObject(answer.body, StorageAnswerLimit);
    const Result<Problem> ours = json ? Problem::fromJson(*json) : Result<Problem>(json.error());
    if (ours)
        return failureOf(*ours, subject());
    // An object store's own words; of interest is only whether a new address or time may help.
    Problem problem;
    problem.status = answer.status;
    problem.slug = answer.status == 403   ? "url-expired"
                   : answer.status == 404 ? "part-not-found"
                   : answer.status == 429 ? "busy"
                   : answer.status >= 500 ? "busy"
                                          : "refused";
    problem.title = tr("the storage refused the part (%1)").arg(answer.status);
    return failureOf(problem, subject());
}

void ShareClient::putStored(const QUrl &url, const QByteArray &stored, QObject *scope,
                            Done<void> done, Travelled travelled)
{
    HttpAsk ask;
    ask.verb = "PUT";
    ask.url = url;
    ask.body = stored;
    ask.answerLimit = StorageAnswerLimit;
    ask.addHeader("Content-Type", "application/octet-stream");
    d->transport.sendToStorage(
        std::move(ask), scope,
        [this, done = std::move(done)](Result<HttpAnswer> answer) {
            if (!answer)
                done(std::move(answer).error());
            else if (const std::optional<Error> error = d->storageError(*answer))
                done(*error);
            else
                done({});
        },
        std::move(travelled));
}

void ShareClient::getStored(const SignedPart &part, QObject *scope, Done<QByteArray> done,
                            Travelled travelled)
{
    if (part.part.size < 0 || part.part.size > PartSizeLimit) {
        QTimer::singleShot(0, scope, [this, size = part.part.size, done = std::move(done)] {
            done(nonsenseFailure(d->subject(), u"a part of %1 bytes"_s.arg(size)));
        });
        return;
    }
    HttpAsk ask;
    ask.verb = "GET";
    ask.url = part.url;
    // A refusal may be longer than a small part.
    ask.answerLimit = std::max(part.part.size, StorageAnswerLimit);
    d->transport.sendToStorage(
        std::move(ask), scope,
        [this, entry = part.part, done = std::move(done)](Result<HttpAnswer> answer) {
            if (!answer) {
                done(std::move(answer).error());
            } else if (const std::optional<Error> error = d->storageError(*answer)) {
                done(*error);
            } else if (answer->status != 200 || answer->body.size() != entry.size
                       || sha256(answer->body) != entry.sha256) {
                done(Error(ErrorKind::Server, QByteArrayLiteral("checksum"),
                           tr("A part that came from %1 is damaged and was not used. Try again; if "
                              "it stays so, ask who sent you the key to push it again.")
                               .arg(d->surroundings.server)));
            } else {
                done(std::move(answer->body));
            }
        },
        std::move(travelled));
}

} // namespace passel
