#include "core/server/sharerouter.h"

#include "core/base/log.h"
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
        {"DELETE", "/v1/tokens/{id}", 0, true, false, false, true, &R::deleteToken},
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

const ShareRouter::Route *ShareRouter::match(const HttpRequest &request, Call &call,
                                             QByteArray &slug) const
{
    const QList<QByteArray> segments = request.path.split('/');
    slug = "not-found";
    for (const Route &route : table()) {
        const QList<QByteArray> pattern = QByteArray(route.path).split('/');
        if (pattern.size() != segments.size())
            continue;
        bool fits = true;
        Call found(request);
        for (qsizetype i = 0; i < pattern.size() && fits; ++i) {
            if (pattern[i] == "{name}")
                found.name = segments[i];
            else if (pattern[i] == "{id}")
                found.id = segments[i];
            else if (pattern[i] == "{version}")
                found.version = segments[i];
            else
                fits = pattern[i] == segments[i];
        }
        if (!fits)
            continue;
        if (request.method != route.method) {
            slug = "method-not-allowed";
            continue;
        }
        call.name = found.name;
        call.id = found.id;
        call.version = found.version;
        return &route;
    }
    return nullptr;
}

HttpPlan ShareRouter::begin(const HttpRequest &request)
{
    const bool put = request.path.startsWith(UrlSigner::PutPrefix);
    const bool get = request.path.startsWith(UrlSigner::GetPrefix);
    if (put && request.method == "PUT")
        return beginPut(request);
    if (get && request.method == "GET") {
        m_counters.requests.fetch_add(1);
        if (request.hasBody())
            return problemAnswer("malformed-request");
        return getBlob(request);
    }
    if (put || get)
        return problemAnswer("method-not-allowed");
    Call call(request);
    QByteArray slug;
    const Route *route = match(request, call, slug);
    if (route == nullptr)
        return problemAnswer(slug);
    // Only signed addresses have a query; above all, a token never stands in one.
    if (!request.query.isNull())
        return problemAnswer("malformed-request");
    if (!request.hasBody())
        return dispatch(request);
    if (!route->takesBody)
        return problemAnswer("malformed-request");
    if (request.contentLength > protocol::JsonBodyLimit)
        return problemAnswer("too-large", protocol::JsonBodyLimit);
    QByteArray type = request.header("content-type").value_or(QByteArray()).toLower();
    type.replace(" ", "");
    if (type != "application/json" && type != "application/json;charset=utf-8")
        return problemAnswer("media-type");
    return CollectBody{protocol::JsonBodyLimit};
}

HttpResponse ShareRouter::handle(const HttpRequest &request)
{
    return dispatch(request);
}

HttpResponse ShareRouter::refuse(QByteArrayView slug)
{
    m_counters.requests.fetch_add(1);
    m_counters.refusals.fetch_add(1);
    protocol::Problem p = problem(slug);
    if (slug == "busy" || slug == "too-many-requests")
        p.retryAfter = 1;
    if (slug == "too-large")
        p.limit = protocol::JsonBodyLimit;
    HttpResponse response = problemResponse(p);
    response.close = true;
    return response;
}

HttpResponse ShareRouter::dispatch(const HttpRequest &request)
{
    m_counters.requests.fetch_add(1);
    const qint64 started = m_clock.nowMs();
    Call call(request);
    QByteArray slug;
    call.route = match(request, call, slug);
    call.requestId = randomBytes(8).toHex();
    call.nowMs = started;
    HttpResponse response;
    if (call.route == nullptr) {
        response = problemAnswer(slug);
    } else if (auto refused = admit(call)) {
        response = *std::move(refused);
    } else {
        response = (this->*call.route->answer)(call);
    }
    log(call, response, started);
    return response;
}

// SEC-42: ids, sizes, status and time; the key as a hash; never a token, code, query or body.
void ShareRouter::log(const Call &call, const HttpResponse &response, qint64 startedMs)
{
    if (response.status >= 400)
        (response.status >= 500 ? m_counters.failures : m_counters.refusals).fetch_add(1);
    QByteArray line = call.requestId + ' ' + (call.route ? call.route->method : "-") + ' '
                      + (call.route ? call.route->path : "-")
                      + " token=" + (call.token ? call.token->id : "-");
    if (!call.name.isEmpty())
        line += " key=" + blake2b(call.name, 16).toHex().left(12);
    line += " in=" + QByteArray::number(call.request.body.size())
            + " out=" + QByteArray::number(response.body.size())
            + " status=" + QByteArray::number(response.status)
            + " ms=" + QByteArray::number(m_clock.nowMs() - startedMs);
    qCInfo(logServer).noquote() << line;
}

std::optional<HttpResponse> ShareRouter::admit(Call &call)
{
    call.source = 'a' + RateLimiter::sourceOf(call.request.peer);
    if (!call.route->takesToken)
        return {};
    if (auto refused = checkToken(call)) // steps 3 and 4: a known token is a source of its own
        return refused;
    const int scope = call.route->scope;
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
    if (call.token)
        call.source = 't' + call.token->id;
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
        const auto code = ShareCode::parse(QString::fromLatin1(*text));
        if (!code) // its check fails: told at once, and no attempt
            return problemAnswer("key-invalid");
        call.code = *code;
    }
    if (!call.token && !call.code)
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
    if (!isShareName(name)) {
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
