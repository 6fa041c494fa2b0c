#include "core/server/sharerouter.h"

#include "core/base/log.h"
#include "core/server/clientaddress.h"
#include "core/server/routercall.h"

#include <QDateTime>

#include <sodium.h>

namespace passel {

using namespace Qt::StringLiterals;

const QList<ShareRouter::Route> &ShareRouter::table()
{
    using R = ShareRouter;
    // method, path, scope, token, code, body, idempotent
    static const QList<Route> routes{
        {"GET", "/v1/server", 0, false, false, false, false, &R::serverInfo},
        {"POST", "/v1/shares/{name}/pushes", ScopePush, true, false, true, true, &R::openPush},
        {"POST", "/v1/pushes/{id}/parts", ScopePush, true, false, true, false, &R::registerParts},
        {"GET", "/v1/pushes/{id}", ScopePush, true, false, false, false, &R::pushStatus},
        {"POST", "/v1/pushes/{id}/complete", ScopePush, true, false, true, false, &R::completePush},
        {"POST", "/v1/shares/{name}/pull", ScopePull, true, true, true, false, &R::pull},
        {"POST", "/v1/pulls/{id}/urls", ScopePull, true, true, true, false, &R::pullUrls},
        {"GET", "/v1/shares", ScopePull, true, false, false, false, &R::listShares},
        {"GET", "/v1/shares/{name}", ScopePull, true, true, false, false, &R::shareInfo},
        {"PATCH", "/v1/shares/{name}", ScopeManage, true, false, true, true, &R::patchShare},
        {"DELETE", "/v1/shares/{name}", ScopeManage, true, false, false, true, &R::deleteShare},
        {"GET", "/v1/shares/{name}/versions", ScopePull, true, false, false, false,
         &R::listVersions},
        {"POST", "/v1/shares/{name}/versions/{version}/restore", ScopeManage, true, false, true,
         false, &R::restoreVersion},
        {"POST", "/v1/tokens", ScopeManage, true, false, true, true, &R::createToken},
        {"DELETE", "/v1/tokens/{id}", ScopeManage, true, false, false, true, &R::deleteToken},
        {"GET", "/healthz", 0, false, false, false, false, &R::health},
        {"GET", "/metrics", 0, false, false, false, false, &R::metrics},
        {"GET", "/s/{name}", 0, false, false, false, false, &R::page},
    };
    return routes;
}

QStringList ShareRouter::routes()
{
    QStringList names;
    for (const Route &route : table())
        names += QLatin1StringView(route.method) + u' ' + QLatin1StringView(route.path);
    return names;
}

ShareRouter::ShareRouter(MetadataStore &store, BlobStore &blobs, const Clock &clock,
                         ServerPolicy policy, QByteArray secret)
    : m_store(store)
    , m_blobs(blobs)
    , m_clock(clock)
    , m_policy(std::move(policy))
    , m_signer(std::move(secret))
{}

qint64 ShareRouter::expiryNowMs()
{
    const qint64 now = m_clock.nowMs();
    qint64 latest = m_latestMs.load();
    while (latest < now && !m_latestMs.compare_exchange_weak(latest, now)) {
    }
    return std::max(now, latest);
}

namespace {

// A segment in braces of a route's path fits anything.
bool fits(const QList<QByteArray> &pattern, const QList<QByteArray> &segments)
{
    return std::equal(pattern.begin(), pattern.end(), segments.begin(), segments.end(),
                      [](const QByteArray &wanted, const QByteArray &found) {
                          return wanted.startsWith('{') || wanted == found;
                      });
}

HttpResponse methodNotAllowed(const QByteArray &allowed)
{
    HttpResponse response = problemAnswer("method-not-allowed");
    response.headers.append(HttpHeader{"allow", allowed});
    return response;
}

} // namespace

const ShareRouter::Route *ShareRouter::match(const HttpRequest &request, Call &call,
                                             QByteArray &slug) const
{
    const QList<QByteArray> segments = request.path.split('/');
    slug = "not-found";
    for (const Route &route : table()) {
        const QList<QByteArray> pattern = QByteArray(route.path).split('/');
        if (!fits(pattern, segments))
            continue;
        if (request.method != route.method) {
            slug = "method-not-allowed";
            continue;
        }
        for (qsizetype i = 0; i < pattern.size(); ++i) {
            if (pattern[i] == "{name}")
                call.name = segments[i];
            else if (pattern[i] == "{id}")
                call.id = segments[i];
            else if (pattern[i] == "{version}")
                call.version = segments[i];
        }
        return &route;
    }
    return nullptr;
}

QByteArray ShareRouter::methodsOf(const QByteArray &path)
{
    QByteArrayList methods;
    const QList<QByteArray> segments = path.split('/');
    for (const Route &route : table()) {
        if (fits(QByteArray(route.path).split('/'), segments))
            methods += route.method;
    }
    return methods.join(", ");
}

HttpPlan ShareRouter::begin(const HttpRequest &request)
{
    const bool put = request.path.startsWith(UrlSigner::PutPrefix);
    const bool get = request.path.startsWith(UrlSigner::GetPrefix);
    if (put && request.method == "PUT")
        return beginPut(request);
    if (get && request.method == "GET") {
        QByteArray identity;
        HttpResponse response =
            request.hasBody() ? problemAnswer("malformed-request") : getBlob(request, identity);
        return answered(request, std::move(response), identity);
    }
    if (put || get)
        return answered(request, methodNotAllowed(put ? "PUT" : "GET"));
    Call call(request);
    QByteArray slug;
    const Route *route = match(request, call, slug);
    if (route == nullptr && slug == "method-not-allowed")
        return answered(request, methodNotAllowed(methodsOf(request.path)));
    if (route == nullptr)
        return answered(request, problemAnswer(slug));
    // Only signed addresses have a query; above all, a token never stands in one.
    if (!request.query.isNull())
        return answered(request, problemAnswer("malformed-request"));
    if (!request.hasBody())
        return dispatch(request);
    if (!route->takesBody)
        return answered(request, problemAnswer("malformed-request"));
    if (request.contentLength > protocol::JsonBodyLimit)
        return answered(request, problemAnswer("too-large", protocol::JsonBodyLimit));
    QByteArray type = request.header("content-type").value_or(QByteArray()).toLower();
    type.replace(" ", "");
    if (type != "application/json" && type != "application/json;charset=utf-8")
        return answered(request, problemAnswer("media-type"));
    return CollectBody{protocol::JsonBodyLimit};
}

HttpResponse ShareRouter::handle(const HttpRequest &request)
{
    return dispatch(request);
}

HttpResponse ShareRouter::refuse(QByteArrayView slug)
{
    protocol::Problem p = problem(slug);
    if (slug == "busy" || slug == "too-many-requests")
        p.retryAfter = 1;
    if (slug == "too-large")
        p.limit = protocol::JsonBodyLimit;
    HttpResponse response = problemResponse(p);
    if (slug == "method-not-allowed")
        response.headers.append(HttpHeader{"allow", "GET, POST, PUT, PATCH, DELETE"});
    response.close = true;
    account({response.requestId,
             "-",
             "-",
             "-",
             {},
             0,
             response.body.size(),
             response.status,
             m_clock.nowMs()});
    return response;
}

HttpResponse ShareRouter::dispatch(const HttpRequest &request)
{
    Call call(request);
    QByteArray slug;
    call.route = match(request, call, slug);
    call.requestId = randomBytes(8).toHex();
    call.nowMs = m_clock.nowMs();
    call.address = clientAddress(request, m_policy.trustedProxies);
    HttpResponse response;
    if (call.route == nullptr) {
        response = problemAnswer(slug);
    } else if (auto refused = admit(call)) {
        response = *std::move(refused);
    } else {
        response = (this->*call.route->answer)(call);
    }
    account(call, response);
    return response;
}

// SEC-42: ids, sizes, status and time; the key as a hash; never a token, code, query or body.
void ShareRouter::account(const Logged &line)
{
    m_counters.requests.fetch_add(1);
    if (line.status >= 400)
        (line.status >= 500 ? m_counters.failures : m_counters.refusals).fetch_add(1);
    QByteArray text = line.requestId + ' ' + line.method + ' ' + line.path + " token=" + line.token;
    if (!line.key.isEmpty())
        text += " key=" + blake2b(line.key, 16).toHex().left(12);
    text += " in=" + QByteArray::number(line.bytesIn) + " out=" + QByteArray::number(line.bytesOut)
            + " status=" + QByteArray::number(line.status)
            + " ms=" + QByteArray::number(m_clock.nowMs() - line.startedMs);
    qCInfo(logServer).noquote() << text;
}

void ShareRouter::account(const Call &call, const HttpResponse &response)
{
    account({response.requestId.isEmpty() ? call.requestId : response.requestId,
             call.route ? call.route->method : "-", call.route ? call.route->path : "-",
             call.token ? call.token->id : QByteArray("-"), call.name, call.request.body.size(),
             response.body.size(), response.status, call.nowMs});
}

// The answer to a request that dispatch() never sees. Its address is not logged: it may be
// anything.
HttpResponse ShareRouter::answered(const HttpRequest &request, HttpResponse response,
                                   const QByteArray &identity)
{
    const bool isBlob = request.path.startsWith(UrlSigner::PutPrefix)
                        || request.path.startsWith(UrlSigner::GetPrefix);
    account({response.requestId.isEmpty() ? randomBytes(8).toHex() : response.requestId,
             isBlob ? request.method : QByteArray("-"),
             isBlob ? "blob" : "-",
             identity.isEmpty() ? QByteArray("-") : identity,
             {},
             isBlob && request.method == "PUT" ? request.contentLength : 0,
             response.file ? response.length : response.body.size(),
             response.status,
             m_clock.nowMs()});
    return response;
}

std::optional<HttpResponse> ShareRouter::admit(Call &call)
{
    call.source = 'a' + RateLimiter::sourceOf(call.address);
    if (!call.route->takesToken)
        return {};
    if (auto refused = checkToken(call)) // steps 3 and 4: a known token is a source of its own
        return refused;
    // Whoever has a token may give it up.
    const bool isOwnToken = call.token && call.route->answer == &ShareRouter::deleteToken
                            && (call.id == "current" || call.id == call.token->id);
    const int scope = isOwnToken ? 0 : call.route->scope;
    if (call.token && (call.token->scopes & scope) != scope)
        return problemAnswer("scope-missing");
    if (auto refused = checkClient(call))
        return refused;
    if (auto refused = checkWindow(call))
        return refused;
    if (call.route->isIdempotent) {
        const QByteArray key = call.request.header("idempotency-key").value_or(QByteArray());
        const bool valid =
            key.size() >= 16 && key.size() <= 64 && std::all_of(key.begin(), key.end(), [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                       || c == '-' || c == '_';
            });
        if (!valid)
            return problemAnswer("idempotency-missing");
    }
    return {};
}

std::optional<HttpResponse> ShareRouter::checkToken(Call &call)
{
    const auto authorization = call.request.header("authorization");
    QByteArray slug;
    if (authorization) {
        const bool bearer = authorization->left(7).compare("Bearer ", Qt::CaseInsensitive) == 0;
        const auto token = protocol::AccessToken::parse(
            bearer ? QByteArrayView(*authorization).sliced(7) : QByteArrayView());
        if (!token) {
            slug = "token-invalid"; // its check fails: no need to ask the database, and no attempt
        } else {
            call.tokenText = token->text();
            const Result<void> read = m_store.read([&](MetadataTransaction &tx) {
                auto row = tx.tokenByHash(token->hash());
                if (!row)
                    return Result<MetadataStore::End>(row.error());
                call.token = *row;
                return Result<MetadataStore::End>(MetadataStore::End::Rollback);
            });
            if (!read)
                return failed(read.error());
        }
    }
    // A person, whatever tokens he makes himself.
    if (call.token)
        call.source = 'u' + QByteArray::number(call.token->userId);
    if (const qint64 wait = m_limiter.waitSeconds(call.source, call.nowMs); wait > 0) {
        protocol::Problem p = problem("too-many-requests");
        p.retryAfter = wait;
        return problemResponse(p);
    }
    if (authorization) {
        if (slug.isEmpty() && !call.token) {
            m_limiter.addMiss(call.source, call.nowMs);
            slug = "token-invalid";
        } else if (call.token && call.token->revokedMs > 0) {
            slug = "token-revoked";
        } else if (call.token && call.token->expiresMs <= call.nowMs) {
            slug = "token-expired";
        }
        if (!slug.isEmpty())
            return problemAnswer(slug);
        if (call.nowMs - call.token->lastUsedMs >= 60'000) {
            const Result<void> touched = m_store.write([&](MetadataTransaction &tx) {
                const auto done = tx.touchToken(call.token->id, call.nowMs);
                return done ? Result<MetadataStore::End>(MetadataStore::End::Commit)
                            : Result<MetadataStore::End>(done.error());
            });
            if (!touched)
                return failed(touched.error());
        }
    }
    if (const auto text = call.request.header("passel-code"); text && call.route->takesCode) {
        if (const auto code = ShareCode::parse(QString::fromLatin1(*text)))
            call.code = *code;
        else
            call.isCodeDamaged = true; // its check fails: step 9 says so, and it is no attempt
    }
    if (!call.token && !call.code && !call.isCodeDamaged)
        return problemAnswer("token-missing");
    return {};
}

std::optional<HttpResponse> ShareRouter::checkClient(Call &call) const
{
    const auto header = call.request.header("passel-client");
    const auto client = header ? protocol::ClientName::parse(*header) : std::nullopt;
    if (!client)
        return problemAnswer("client-invalid");
    if (!client->isAtLeast(m_policy.minimumClient))
        return problemAnswer("client-too-old");
    call.client = *client;
    return {};
}

std::optional<HttpResponse> ShareRouter::checkWindow(const Call &call) const
{
    const auto time = [&](QByteArrayView name) {
        const auto value = call.request.header(name);
        return value ? protocol::timeFromText(QString::fromLatin1(*value)) : std::nullopt;
    };
    const auto asked = time("passel-request-time");
    const auto expires = time("passel-request-expires");
    if (!asked || !expires)
        return problemAnswer("request-window");
    if (std::abs(*asked - call.nowMs) > protocol::ClockSkewSeconds * 1000) {
        protocol::Problem p = problem("clock-skew");
        p.serverTimeMs = call.nowMs;
        return problemResponse(p);
    }
    if (*expires <= call.nowMs)
        return problemAnswer("request-expired");
    if (*expires <= *asked || *expires - *asked > protocol::RequestWindowSeconds * 1000)
        return problemAnswer("request-window");
    return {};
}

namespace {

// A kept answer is sealed under the token that asked, which the server does not keep: a stolen disk
// gives neither a new token nor a signed URL away.
QByteArray sealKey(const QByteArray &token)
{
    return blake2b(QByteArray("passel-idempotency-1 " + token), crypto_secretbox_KEYBYTES);
}

QByteArray seal(const QByteArray &plain, const QByteArray &token)
{
    const QByteArray nonce = randomBytes(crypto_secretbox_NONCEBYTES);
    QByteArray box(plain.size() + crypto_secretbox_MACBYTES, Qt::Uninitialized);
    ::crypto_secretbox_easy(reinterpret_cast<unsigned char *>(box.data()),
                            reinterpret_cast<const unsigned char *>(plain.constData()),
                            static_cast<unsigned long long>(plain.size()),
                            reinterpret_cast<const unsigned char *>(nonce.constData()),
                            reinterpret_cast<const unsigned char *>(sealKey(token).constData()));
    return nonce + box;
}

std::optional<QByteArray> unseal(const QByteArray &sealedText, const QByteArray &token)
{
    const qsizetype least = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (sealedText.size() < least)
        return {};
    QByteArray plain(sealedText.size() - least, Qt::Uninitialized);
    const auto *const bytes = reinterpret_cast<const unsigned char *>(sealedText.constData());
    if (::crypto_secretbox_open_easy(
            reinterpret_cast<unsigned char *>(plain.data()), bytes + crypto_secretbox_NONCEBYTES,
            static_cast<unsigned long long>(sealedText.size() - crypto_secretbox_NONCEBYTES), bytes,
            reinterpret_cast<const unsigned char *>(sealKey(token).constData()))
        != 0)
        return {};
    return plain;
}

} // namespace

HttpResponse ShareRouter::change(const Call &call, const Change &work)
{
    HttpResponse response;
    const bool keep = call.route->isIdempotent;
    const QByteArray key = call.request.header("idempotency-key").value_or(QByteArray());
    const QByteArray text = call.request.method + ' ' + call.request.path + '\n'
                            + call.request.header("if-match").value_or(QByteArray()) + '\n'
                            + call.request.header("if-none-match").value_or(QByteArray()) + '\n'
                            + call.request.body;
    const QByteArray hash = blake2b(text);
    const Result<void> written =
        m_store.write([&](MetadataTransaction &tx) -> Result<MetadataStore::End> {
            if (keep) {
                PASSEL_TRY(const auto row, tx.idempotency(call.token->id, key));
                if (row && call.nowMs - row->createdMs < protocol::IdempotencyLifeSeconds * 1000) {
                    const auto plain = unseal(row->sealedAnswer, call.tokenText);
                    if (row->requestHash != hash || !plain) {
                        response = problemAnswer("idempotency-conflict");
                        return MetadataStore::End::Rollback;
                    }
                    response = jsonResponse(plain->left(3).toInt(), {});
                    response.body = plain->mid(3);
                    return MetadataStore::End::Rollback;
                }
            }
            PASSEL_TRY(response, work(tx));
            if (response.status >= 400)
                return MetadataStore::End::Rollback;
            if (keep) {
                const QByteArray plain = QByteArray::number(response.status) + response.body;
                PASSEL_CHECK(tx.putIdempotency(call.token->id, key,
                                               {hash, seal(plain, call.tokenText), call.nowMs}));
            }
            return MetadataStore::End::Commit;
        });
    return written ? response : failed(written.error());
}

HttpResponse ShareRouter::look(const Change &work)
{
    HttpResponse response;
    const Result<void> read =
        m_store.read([&](MetadataTransaction &tx) -> Result<MetadataStore::End> {
            PASSEL_TRY(response, work(tx));
            return MetadataStore::End::Rollback;
        });
    return read ? response : failed(read.error());
}

HttpResponse ShareRouter::failed(const Error &error)
{
    qCWarning(logServer).noquote() << "storage:" << error.code() << error.detail();
    if (error.code() == "disk-full")
        return problemAnswer("storage-full");
    return problemAnswer("storage-unavailable");
}

QUrl ShareRouter::originOf(const HttpRequest &request) const
{
    if (!m_policy.publicUrl.isEmpty())
        return m_policy.publicUrl;
    return QUrl(QString::fromLatin1((m_policy.isTls ? "https://" : "http://")
                                    + request.header("host").value_or(QByteArray())));
}

bool ShareRouter::isLive(const ShareRow &share)
{
    return share.versionId != 0 && !share.isExpired && !share.isDeleted
           && share.expiresMs > expiryNowMs();
}

bool ShareRouter::mayPull(const Call &call, const ShareRow &share) const
{
    if (call.token
        && (share.ownerId == call.token->userId || share.access == protocol::Access::People))
        return true;
    // Compared even where no code would do, so that the time tells nothing.
    const QByteArray verifier =
        call.code ? call.code->verifier(QString::fromLatin1(call.name)) : QByteArray();
    const bool matches = equalConstantTime(verifier, share.codeVerifier);
    return call.code && share.access == protocol::Access::Code && matches;
}

HttpResponse ShareRouter::hidden(const Call &call)
{
    m_limiter.addMiss(call.source, call.nowMs);
    return problemAnswer("share-not-found");
}

Result<ShareRow> ShareRouter::visibleShare(MetadataTransaction &tx, Call &call, bool ownerOnly,
                                           std::optional<HttpResponse> &refused)
{
    const QString name = QString::fromLatin1(call.name);
    if (!isShareName(name) || call.isCodeDamaged) {
        refused = problemAnswer("key-invalid");
        return ShareRow();
    }
    PASSEL_TRY(const auto found, tx.share(name));
    const ShareRow share = found.value_or(ShareRow());
    const bool owner = call.token && share.ownerId == call.token->userId;
    const bool allowed = ownerOnly ? owner : mayPull(call, share);
    if (found && allowed && isLive(share))
        return share;
    const bool expired = share.isExpired || (share.versionId != 0 && !share.isDeleted);
    refused = found && owner && expired && !share.isDeleted ? problemAnswer("share-expired")
                                                            : hidden(call);
    return ShareRow();
}

bool ShareRouter::readIfMatch(const HttpRequest &request, PushCondition &condition,
                              Digest &expected)
{
    const auto match = request.header("if-match");
    const auto noneMatch = request.header("if-none-match");
    if (match && noneMatch)
        return false;
    if (noneMatch) {
        condition = PushCondition::IfNoneMatch;
        return *noneMatch == "*";
    }
    if (match) {
        QByteArray text = *match;
        if (text.size() >= 2 && text.startsWith('"') && text.endsWith('"'))
            text = text.mid(1, text.size() - 2);
        const auto digest = Digest::fromHex(text);
        condition = PushCondition::IfMatch;
        expected = digest.value_or(Digest());
        return digest.has_value();
    }
    condition = PushCondition::None;
    return true;
}

Result<std::optional<HttpResponse>> ShareRouter::precondition(MetadataTransaction &tx,
                                                              const ShareRow &share,
                                                              PushCondition condition,
                                                              const Digest &expected)
{
    std::optional<VersionRow> current;
    if (share.id != 0 && isLive(share)) {
        PASSEL_TRY(current, tx.version(share.versionId));
    }
    const bool holds =
        condition == PushCondition::None || (condition == PushCondition::IfNoneMatch && !current)
        || (condition == PushCondition::IfMatch && current && current->version == expected);
    if (holds)
        return std::optional<HttpResponse>();
    protocol::Problem p = problem("version-conflict");
    if (current) {
        p.current = describe(share, *current);
        p.currentOwner = share.ownerName;
    }
    return std::optional<HttpResponse>(problemResponse(p));
}

protocol::ShareVersion ShareRouter::describe(const ShareRow &share, const VersionRow &version) const
{
    return {share.name,    version.version,   version.manifestSha256, version.size,
            version.parts, version.createdMs, share.expiresMs};
}

protocol::ShareInfo ShareRouter::inform(const Call &call, const ShareRow &share,
                                        const VersionRow &version) const
{
    protocol::ShareInfo info;
    info.version = describe(share, version);
    info.access = share.access;
    info.owner = share.ownerName;
    info.isOwner = call.token && call.token->userId == share.ownerId;
    if (info.isOwner) {
        info.downloads = share.downloads;
        info.lastDownloadAtMs = share.lastDownloadMs;
    }
    return info;
}

protocol::SignedPart ShareRouter::signedGet(const Call &call, qint64 share,
                                            const QByteArray &session,
                                            const protocol::PartEntry &part) const
{
    const BlobGrant grant{BlobGrant::Get,
                          share,
                          session,
                          call.identity(),
                          part.sha256,
                          part.size,
                          call.nowMs / 1000 + protocol::UrlLifeSeconds};
    return {part, m_signer.sign(grant, originOf(call.request))};
}

qint64 ShareRouter::ttlOf(qint64 asked) const
{
    return asked > 0 ? asked : std::min(protocol::DefaultTtlSeconds, m_policy.ttlCapSeconds);
}

} // namespace passel
