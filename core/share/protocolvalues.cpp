// The values of the protocol as JSON, both ways.
#include "core/share/protocolfields.h"

#include <algorithm>
#include <array>

namespace passel::protocol {

namespace {

constexpr auto ProblemBase = "https://passel.dev/problems/"_L1;

QJsonValue hex(const Digest &digest)
{
    return QString::fromLatin1(digest.toHex());
}

QJsonArray hexes(const QList<Digest> &digests)
{
    QJsonArray array;
    for (const Digest &digest : digests)
        array += hex(digest);
    return array;
}

template <typename T>
QJsonArray objects(const QList<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array += value.toJson();
    return array;
}

bool isVerifier(const QByteArray &text)
{
    return Digest::fromHex(text).has_value();
}

} // namespace

QJsonObject ServerInfo::toJson() const
{
    return {{"protocols"_L1, QJsonArray::fromStringList(protocols)},
            {"features"_L1, QJsonArray::fromStringList(features)},
            {"limits"_L1, QJsonObject{{"share_size"_L1, shareSizeLimit},
                                      {"part_size"_L1, partSizeLimit},
                                      {"parts"_L1, partCountLimit},
                                      {"parts_per_call"_L1, partsPerCall}}},
            {"ttl_cap_seconds"_L1, ttlCapSeconds},
            {"storage_hosts"_L1, QJsonArray::fromStringList(storageHosts)},
            {"minimum_client"_L1, minimumClient},
            {"public_url"_L1, publicUrl},
            {"server_time"_L1, timeToText(serverTimeMs)}};
}

Result<ServerInfo> ServerInfo::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    ServerInfo info;
    info.protocols = fields.texts("protocols"_L1, 64);
    info.features = fields.texts("features"_L1, 64);
    const QJsonObject limitsJson = fields.object("limits"_L1);
    Fields limits(limitsJson);
    info.shareSizeLimit = limits.integer("share_size"_L1, 1);
    info.partSizeLimit = limits.integer("part_size"_L1, 1);
    info.partCountLimit = limits.integer("parts"_L1, 1);
    info.partsPerCall = limits.integer("parts_per_call"_L1, 1, 65'536);
    fields.keep(limits.finish(true));
    info.ttlCapSeconds = fields.integer("ttl_cap_seconds"_L1, 1);
    info.storageHosts = fields.texts("storage_hosts"_L1, 64);
    info.minimumClient = fields.text("minimum_client"_L1, 32);
    info.publicUrl = fields.text("public_url"_L1);
    info.serverTimeMs = fields.time("server_time"_L1);
    return fields.finish(std::move(info));
}

QJsonObject PartEntry::toJson() const
{
    return {{"name"_L1, hex(name)}, {"sha256"_L1, hex(sha256)}, {"size"_L1, size}};
}

Result<PartEntry> PartEntry::fromJson(const QJsonObject &json, Unknown unknown)
{
    Fields fields(json);
    PartEntry part;
    part.name = fields.digest("name"_L1);
    part.sha256 = fields.digest("sha256"_L1);
    part.size = fields.integer("size"_L1, 1);
    return fields.finish(part, unknown);
}

QJsonObject SignedPart::toJson() const
{
    QJsonObject json = part.toJson();
    json.insert("url"_L1, url.toString(QUrl::FullyEncoded));
    return json;
}

Result<SignedPart> SignedPart::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    SignedPart part;
    part.part = fields.keep(PartEntry::fromJson(json, Unknown::Ignore));
    part.url = fields.url("url"_L1);
    return fields.finish(std::move(part));
}

QJsonObject OpenPush::toJson() const
{
    QJsonObject json{{"access"_L1, accessToText(access)}};
    if (parent)
        json.insert("parent"_L1, hex(*parent));
    if (ttlSeconds > 0)
        json.insert("ttl_seconds"_L1, ttlSeconds);
    if (!codeVerifier.isEmpty())
        json.insert("code_verifier"_L1, QString::fromLatin1(codeVerifier));
    if (estimatedSize > 0)
        json.insert("estimated_size"_L1, estimatedSize);
    return json;
}

Result<OpenPush> OpenPush::fromJson(const QJsonObject &json, Unknown unknown)
{
    Fields fields(json);
    OpenPush push;
    if (fields.has("parent"_L1))
        push.parent = fields.digest("parent"_L1);
    push.ttlSeconds = fields.integerOr("ttl_seconds"_L1, 0, 1);
    if (fields.has("access"_L1))
        push.access = fields.access("access"_L1);
    if (fields.has("code_verifier"_L1))
        push.codeVerifier = fields.text("code_verifier"_L1, 64).toLatin1();
    if ((push.access == Access::Code) != fields.has("code_verifier"_L1)
        || (push.access == Access::Code && !isVerifier(push.codeVerifier)))
        fields.fail("code_verifier"_L1);
    push.estimatedSize = fields.integerOr("estimated_size"_L1, 0, 1);
    return fields.finish(std::move(push), unknown);
}

QJsonObject OpenedPush::toJson() const
{
    QJsonObject json{{"push_id"_L1, pushId},
                     {"expires_at"_L1, timeToText(expiresAtMs)},
                     {"url_expires_at"_L1, timeToText(urlExpiresAtMs)}};
    if (parent)
        json.insert("parent_manifest"_L1, parent->toJson());
    return json;
}

Result<OpenedPush> OpenedPush::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    OpenedPush push;
    push.pushId = fields.text("push_id"_L1, 64);
    push.expiresAtMs = fields.time("expires_at"_L1);
    push.urlExpiresAtMs = fields.time("url_expires_at"_L1);
    if (fields.has("parent_manifest"_L1))
        push.parent = fields.keep(SignedPart::fromJson(fields.object("parent_manifest"_L1)));
    return fields.finish(std::move(push));
}

QJsonObject RegisterParts::toJson() const
{
    QJsonObject json{{"parts"_L1, objects(parts)}};
    if (manifest)
        json.insert("manifest"_L1, manifest->toJson());
    return json;
}

Result<RegisterParts> RegisterParts::fromJson(const QJsonObject &json, Unknown unknown)
{
    Fields fields(json);
    RegisterParts request;
    request.parts =
        fields.list<PartEntry>("parts"_L1, PartsPerCall, [unknown](const QJsonObject &part) {
            return PartEntry::fromJson(part, unknown);
        });
    if (fields.has("manifest"_L1))
        request.manifest = fields.keep(PartEntry::fromJson(fields.object("manifest"_L1), unknown));
    return fields.finish(std::move(request), unknown);
}

QJsonObject PartState::toJson() const
{
    QJsonObject json{{"name"_L1, hex(name)}, {"missing"_L1, isMissing}};
    if (isMissing)
        json.insert("url"_L1, url.toString(QUrl::FullyEncoded));
    return json;
}

Result<PartState> PartState::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    PartState state;
    state.name = fields.digest("name"_L1);
    state.isMissing = fields.boolean("missing"_L1);
    if (state.isMissing)
        state.url = fields.url("url"_L1);
    return fields.finish(std::move(state));
}

QJsonObject RegisteredParts::toJson() const
{
    QJsonObject json{{"parts"_L1, objects(parts)},
                     {"url_expires_at"_L1, timeToText(urlExpiresAtMs)}};
    if (manifest)
        json.insert("manifest"_L1, manifest->toJson());
    return json;
}

Result<RegisteredParts> RegisteredParts::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    RegisteredParts answer;
    answer.parts = fields.list<PartState>("parts"_L1, PartsPerCall, PartState::fromJson);
    if (fields.has("manifest"_L1))
        answer.manifest = fields.keep(PartState::fromJson(fields.object("manifest"_L1)));
    answer.urlExpiresAtMs = fields.time("url_expires_at"_L1);
    return fields.finish(std::move(answer));
}

QJsonObject CompletePush::toJson() const
{
    return {{"manifest"_L1, manifest.toJson()},
            {"parts_count"_L1, partsCount},
            {"parts_digest"_L1, hex(partsDigest)}};
}

Result<CompletePush> CompletePush::fromJson(const QJsonObject &json, Unknown unknown)
{
    Fields fields(json);
    CompletePush request;
    request.manifest = fields.keep(PartEntry::fromJson(fields.object("manifest"_L1), unknown));
    request.partsCount = fields.integer("parts_count"_L1, 0, PartCountLimit);
    request.partsDigest = fields.digest("parts_digest"_L1);
    return fields.finish(request, unknown);
}

Digest partsDigestOf(QList<Digest> names)
{
    std::sort(names.begin(), names.end());
    names.resize(std::distance(names.begin(), std::unique(names.begin(), names.end())));
    Sha256 sha;
    for (const Digest &name : std::as_const(names))
        sha.add(QByteArrayView(name.bytes().data(), Digest::Size));
    return sha.finish();
}

QJsonObject ShareVersion::toJson() const
{
    return {{"name"_L1, name},
            {"version"_L1, hex(version)},
            {"sha256"_L1, hex(sha256)},
            {"size"_L1, size},
            {"parts"_L1, parts},
            {"created_at"_L1, timeToText(createdAtMs)},
            {"expires_at"_L1, timeToText(expiresAtMs)}};
}

Result<ShareVersion> ShareVersion::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    ShareVersion version;
    version.name = fields.text("name"_L1, 63);
    version.version = fields.digest("version"_L1);
    version.sha256 = fields.digest("sha256"_L1);
    version.size = fields.integer("size"_L1);
    version.parts = fields.integer("parts"_L1);
    version.createdAtMs = fields.time("created_at"_L1);
    version.expiresAtMs = fields.time("expires_at"_L1);
    return fields.finish(std::move(version));
}

QJsonObject PushStatus::toJson() const
{
    constexpr std::array States{"open"_L1, "completing"_L1, "complete"_L1};
    QJsonObject json{{"push_id"_L1, pushId},         {"name"_L1, name},
                     {"state"_L1, States[state]},    {"expires_at"_L1, timeToText(expiresAtMs)},
                     {"registered"_L1, registered},  {"bytes_arrived"_L1, bytesArrived},
                     {"arrived"_L1, hexes(arrived)}, {"manifest_arrived"_L1, manifestArrived}};
    if (version)
        json.insert("version"_L1, version->toJson());
    return json;
}

Result<PushStatus> PushStatus::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    PushStatus status;
    status.pushId = fields.text("push_id"_L1, 64);
    status.name = fields.text("name"_L1, 63);
    const QString state = fields.text("state"_L1, 16);
    if (state == "completing"_L1)
        status.state = Completing;
    else if (state == "complete"_L1)
        status.state = Complete;
    else if (state != "open"_L1)
        fields.fail("state"_L1);
    status.expiresAtMs = fields.time("expires_at"_L1);
    status.registered = fields.integer("registered"_L1);
    status.bytesArrived = fields.integer("bytes_arrived"_L1);
    status.arrived = fields.digests("arrived"_L1, PartCountLimit);
    status.manifestArrived = fields.boolean("manifest_arrived"_L1);
    if (fields.has("version"_L1))
        status.version = fields.keep(ShareVersion::fromJson(fields.object("version"_L1)));
    return fields.finish(std::move(status));
}

QJsonObject PullAnswer::toJson() const
{
    QJsonObject json = version.toJson();
    json.insert("pull_id"_L1, pullId);
    json.insert("owner"_L1, owner);
    json.insert("manifest"_L1, manifest.toJson());
    json.insert("url_expires_at"_L1, timeToText(urlExpiresAtMs));
    json.insert("session_ends_at"_L1, timeToText(sessionEndsAtMs));
    return json;
}

Result<PullAnswer> PullAnswer::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    PullAnswer answer;
    answer.version = fields.keep(ShareVersion::fromJson(json));
    answer.pullId = fields.text("pull_id"_L1, 64);
    answer.owner = fields.text("owner"_L1, 256);
    answer.manifest = fields.keep(SignedPart::fromJson(fields.object("manifest"_L1)));
    answer.urlExpiresAtMs = fields.time("url_expires_at"_L1);
    answer.sessionEndsAtMs = fields.time("session_ends_at"_L1);
    return fields.finish(std::move(answer));
}

QJsonObject SignUrls::toJson() const
{
    return {{"parts"_L1, hexes(parts)}};
}

Result<SignUrls> SignUrls::fromJson(const QJsonObject &json, Unknown unknown)
{
    Fields fields(json);
    SignUrls request;
    request.parts = fields.digests("parts"_L1, PartsPerCall);
    return fields.finish(std::move(request), unknown);
}

QJsonObject SignedUrls::toJson() const
{
    return {{"parts"_L1, objects(parts)}, {"url_expires_at"_L1, timeToText(urlExpiresAtMs)}};
}

Result<SignedUrls> SignedUrls::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    SignedUrls answer;
    answer.parts = fields.list<SignedPart>("parts"_L1, PartsPerCall, SignedPart::fromJson);
    answer.urlExpiresAtMs = fields.time("url_expires_at"_L1);
    return fields.finish(std::move(answer));
}

QJsonObject ShareInfo::toJson() const
{
    QJsonObject json = version.toJson();
    json.insert("access"_L1, accessToText(access));
    json.insert("owner"_L1, owner);
    json.insert("is_owner"_L1, isOwner);
    if (isOwner) {
        json.insert("downloads"_L1, downloads);
        if (lastDownloadAtMs > 0)
            json.insert("last_download_at"_L1, timeToText(lastDownloadAtMs));
    }
    return json;
}

Result<ShareInfo> ShareInfo::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    ShareInfo info;
    info.version = fields.keep(ShareVersion::fromJson(json));
    info.access = fields.access("access"_L1);
    info.owner = fields.text("owner"_L1, 256);
    info.isOwner = fields.boolean("is_owner"_L1);
    info.downloads = fields.integerOr("downloads"_L1, 0);
    if (fields.has("last_download_at"_L1))
        info.lastDownloadAtMs = fields.time("last_download_at"_L1);
    return fields.finish(std::move(info));
}

QJsonObject ShareList::toJson() const
{
    return {{"shares"_L1, objects(shares)}};
}

Result<ShareList> ShareList::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    ShareList list;
    list.shares = fields.list<ShareInfo>("shares"_L1, 10'000, ShareInfo::fromJson);
    return fields.finish(std::move(list));
}

QJsonObject PatchShare::toJson() const
{
    QJsonObject json;
    if (ttlSeconds)
        json.insert("ttl_seconds"_L1, *ttlSeconds);
    if (access)
        json.insert("access"_L1, accessToText(*access));
    if (!codeVerifier.isEmpty())
        json.insert("code_verifier"_L1, QString::fromLatin1(codeVerifier));
    return json;
}

Result<PatchShare> PatchShare::fromJson(const QJsonObject &json, Unknown unknown)
{
    Fields fields(json);
    PatchShare patch;
    if (fields.has("ttl_seconds"_L1))
        patch.ttlSeconds = fields.integer("ttl_seconds"_L1, 1);
    if (fields.has("access"_L1))
        patch.access = fields.access("access"_L1);
    if (fields.has("code_verifier"_L1))
        patch.codeVerifier = fields.text("code_verifier"_L1, 64).toLatin1();
    if ((patch.access == Access::Code) != fields.has("code_verifier"_L1)
        || (patch.access == Access::Code && !isVerifier(patch.codeVerifier)))
        fields.fail("code_verifier"_L1);
    if (!patch.ttlSeconds && !patch.access)
        fields.fail("ttl_seconds"_L1);
    return fields.finish(std::move(patch), unknown);
}

QJsonObject VersionInfo::toJson() const
{
    QJsonObject json = version.toJson();
    json.insert("is_current"_L1, isCurrent);
    return json;
}

Result<VersionInfo> VersionInfo::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    VersionInfo info;
    info.version = fields.keep(ShareVersion::fromJson(json));
    info.isCurrent = fields.boolean("is_current"_L1);
    return fields.finish(std::move(info));
}

QJsonObject VersionList::toJson() const
{
    return {{"versions"_L1, objects(versions)}};
}

Result<VersionList> VersionList::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    VersionList list;
    list.versions = fields.list<VersionInfo>("versions"_L1, 1000, VersionInfo::fromJson);
    return fields.finish(std::move(list));
}

QJsonObject CreateToken::toJson() const
{
    return {
        {"name"_L1, name}, {"scopes"_L1, QJsonArray::fromStringList(scopes)}, {"days"_L1, days}};
}

Result<CreateToken> CreateToken::fromJson(const QJsonObject &json, Unknown unknown)
{
    Fields fields(json);
    CreateToken request;
    request.name = fields.text("name"_L1, 64);
    if (request.name.isEmpty())
        fields.fail("name"_L1);
    request.scopes = fields.texts("scopes"_L1, 3);
    for (const QString &scope : std::as_const(request.scopes)) {
        if (scope != "pull"_L1 && scope != "push"_L1 && scope != "manage"_L1)
            fields.fail("scopes"_L1);
    }
    if (request.scopes.isEmpty() || request.scopes.removeDuplicates() > 0)
        fields.fail("scopes"_L1);
    request.days = fields.integerOr("days"_L1, TokenDefaultDays, 1, TokenLongestDays);
    return fields.finish(std::move(request), unknown);
}

QJsonObject CreatedToken::toJson() const
{
    return {{"id"_L1, id},
            {"token"_L1, QString::fromLatin1(token)},
            {"expires_at"_L1, timeToText(expiresAtMs)}};
}

Result<CreatedToken> CreatedToken::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    CreatedToken created;
    created.id = fields.text("id"_L1, 64);
    created.token = fields.text("token"_L1, 64).toLatin1();
    created.expiresAtMs = fields.time("expires_at"_L1);
    return fields.finish(std::move(created));
}

QJsonObject Problem::toJson() const
{
    QJsonObject json{{"type"_L1, QString(ProblemBase + QString::fromLatin1(slug))},
                     {"title"_L1, title},
                     {"status"_L1, status},
                     {"instance"_L1, instance}};
    if (!detail.isEmpty())
        json.insert("detail"_L1, detail);
    if (limit)
        json.insert("limit"_L1, *limit);
    if (retryAfter)
        json.insert("retry_after"_L1, *retryAfter);
    if (serverTimeMs)
        json.insert("server_time"_L1, timeToText(*serverTimeMs));
    if (current) {
        json.insert("current"_L1, current->toJson());
        json.insert("current_owner"_L1, currentOwner);
    }
    return json;
}

Result<Problem> Problem::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    Problem problem;
    const QString type = fields.text("type"_L1, 200);
    if (type.startsWith(ProblemBase))
        problem.slug = type.mid(ProblemBase.size()).toLatin1();
    else
        fields.fail("type"_L1);
    problem.title = fields.textOr("title"_L1);
    problem.detail = fields.textOr("detail"_L1);
    problem.instance = fields.textOr("instance"_L1);
    problem.status = static_cast<int>(fields.integer("status"_L1, 100, 599));
    if (fields.has("limit"_L1))
        problem.limit = fields.integer("limit"_L1);
    if (fields.has("retry_after"_L1)) // SEC-34: never more than a quarter of an hour
        problem.retryAfter = std::clamp<qint64>(fields.integer("retry_after"_L1), 1, 900);
    if (fields.has("server_time"_L1))
        problem.serverTimeMs = fields.time("server_time"_L1);
    if (fields.has("current"_L1)) {
        problem.current = fields.keep(ShareVersion::fromJson(fields.object("current"_L1)));
        problem.currentOwner = fields.textOr("current_owner"_L1);
    }
    return fields.finish(std::move(problem));
}

} // namespace passel::protocol
