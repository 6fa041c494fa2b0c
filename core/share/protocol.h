// The native share protocol, `/v1`: every call's path, headers, body, answers and problems, as
// values that client and server share.
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDebug>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

//! \brief The native share protocol.
//!
//! General rules. Requests and answers are JSON objects (`application/json`, UTF-8, ≤ 64 KiB in
//! requests, nesting ≤ 16); the server refuses unknown fields, a client ignores them. Times are RFC
//! 3339 in UTC (`2026-11-22T10:00:00Z`), digests 64 lower-case hexadecimal digits, sizes integers.
//! Refusals are `application/problem+json` (see Problem). The API never redirects and takes no
//! query.
//!
//! Every `/v1` call but GET /v1/server carries
//!     Authorization: Bearer psl_pat_…        (or, on pull routes, Passel-Code: 20 symbols)
//!     Passel-Client: name/x.y.z (os)
//!     Passel-Request-Time: 2026-11-22T10:00:00Z       within 300 s of the server's clock
//!     Passel-Request-Expires: 2026-11-22T10:05:00Z    not past, at most 900 s after Time
//! and those marked (key) also `Idempotency-Key: 16…64 characters of [A-Za-z0-9_-]`: the same key
//! with the same body gets the same answer for 24 h.
//!
//! Problems any call may answer: 400 malformed-request, 421 wrong-host, 505 http-version, 414
//! target-too-long, 431 header-too-large, 413 too-large, 408 timeout, 411 length-required, 415
//! media-type, 417 expectation-failed, 429 too-many-requests (retry_after), 503 busy (retry_after),
//! 401 token-missing | token-invalid | token-expired | token-revoked, 403 scope-missing, 400
//! client-invalid, 403 client-too-old, 400 clock-skew (server_time: try once more with it), 403
//! request-expired, 400 request-window, 404 not-found, 405 method-not-allowed, 500 internal, 503
//! storage-unavailable; (key) calls also 409 idempotency-conflict, 400 idempotency-missing; calls
//! with a body 400 body-invalid; calls with {name} 400 key-invalid.
//!
//! Calls:
//!   GET /v1/server                          no token, no Passel headers
//!     200 ServerInfo
//!   POST /v1/shares/{name}/pushes   (key)   scope push; OpenPush
//!     If-Match: "version" (only over that version) or If-None-Match: * (only when there is none);
//!     neither: the owner overrides.
//!     201 OpenedPush · 409 key-taken (another's name) · 412 version-conflict (current) · 413
//!     too-large · 507 quota-exceeded · 507 storage-full
//!   POST /v1/pushes/{id}/parts              scope push; RegisterParts, ≤ 256 parts, repeatable
//!     Every part the version refers to is registered, also those the share has already.
//!     200 RegisteredParts (a URL for each missing one) · 404 push-not-found · 410 upload-expired ·
//!     409 push-complete · 413 too-large · 507 quota-exceeded · 507 storage-full
//!   GET /v1/pushes/{id}                     scope push
//!     200 PushStatus · 404 push-not-found · 410 upload-expired
//!   PUT {signed URL}                        no Authorization, no Passel headers; Content-Length
//!   needed
//!     200 {} · 403 address-forbidden | url-expired · 400 unexpected-authorization · 400
//!     size-mismatch · 422 digest-mismatch · 410 upload-expired · 507 storage-full
//!   POST /v1/pushes/{id}/complete           scope push; CompletePush
//!     200 ShareVersion (again the same when repeated) · 202 PushStatus (then poll GET
//!     /v1/pushes/{id} until `complete`) · 404 push-not-found · 410 upload-expired · 409
//!     parts-missing (some have not arrived: register again) · 409 push-complete (with another
//!     manifest) · 412 version-conflict
//!   POST /v1/shares/{name}/pull             scope pull, or Passel-Code; body {}
//!     200 PullAnswer · 404 share-not-found (absent, expired, deleted, not yours: one answer) · 410
//!     share-expired (owner only) · 503 audit-unavailable
//!   POST /v1/pulls/{id}/urls                scope pull, or Passel-Code; SignUrls, ≤ 256 parts
//!     200 SignedUrls · 404 pull-not-found (unknown, ended, not yours) · 404 part-not-found
//!   GET {signed URL}                        no Authorization, no Passel headers; one Range allowed
//!     200 · 206 · 416 range-invalid · 403 url-invalid | url-expired · 400 unexpected-authorization
//!   GET /v1/shares                          scope pull: the caller's own shares
//!     200 ShareList
//!   GET /v1/shares/{name}                   scope pull, or Passel-Code; not counted as a download
//!     200 ShareInfo (ETag: "version") · 404 share-not-found · 410 share-expired
//!   PATCH /v1/shares/{name}         (key)   scope manage, owner only; PatchShare; If-Match allowed
//!     200 ShareInfo · 404 share-not-found · 410 share-expired · 412 version-conflict
//!   DELETE /v1/shares/{name}        (key)   scope manage, owner only; If-Match allowed
//!     200 {} · 404 share-not-found · 410 share-expired · 412 version-conflict
//!   GET /v1/shares/{name}/versions          scope pull, owner only
//!     200 VersionList, newest first · 404 share-not-found · 410 share-expired
//!   POST /v1/shares/{name}/versions/{version}/restore   scope manage, owner only; body {};
//!   If-Match
//!     200 ShareInfo · 404 share-not-found | version-not-found · 410 share-expired · 412
//!     version-conflict
//!   POST /v1/tokens                 (key)   scope manage; CreateToken
//!     201 CreatedToken (the token is shown this once)
//!   DELETE /v1/tokens/{id}          (key)   scope manage; id `current`: the one used, any scope
//!     200 {} · 404 token-not-found
//!   GET /healthz · GET /metrics · GET /s/{name} (a page for browsers)   no token, no Passel
//!   headers
namespace passel::protocol {

inline constexpr auto ShareFormat = "passel-share/1";

inline constexpr auto HeaderClient = "Passel-Client";
inline constexpr auto HeaderRequestTime = "Passel-Request-Time";
inline constexpr auto HeaderRequestExpires = "Passel-Request-Expires";
inline constexpr auto HeaderCode = "Passel-Code";
inline constexpr auto HeaderIdempotencyKey = "Idempotency-Key";

inline constexpr qint64 ClockSkewSeconds = 300;
inline constexpr qint64 RequestWindowSeconds = 900;
inline constexpr qint64 UrlLifeSeconds = 300;
inline constexpr qint64 PushLifeSeconds = 24LL * 3600;
inline constexpr qint64 PullLifeSeconds = 24LL * 3600;
inline constexpr qint64 IdempotencyLifeSeconds = 24LL * 3600;
inline constexpr qint64 DefaultTtlSeconds = 604'800;
inline constexpr qint64 NameHoldSeconds = 90LL * 24 * 3600;
inline constexpr qint64 TokenDefaultDays = 30;
inline constexpr qint64 TokenLongestDays = 90;
inline constexpr qint64 JsonBodyLimit = 64LL * 1024;
inline constexpr int JsonDepthLimit = 16;
inline constexpr qsizetype PartsPerCall = 256;
inline constexpr qint64 ShareSizeLimit = qint64(8) << 30;
inline constexpr qint64 PartSizeLimit = qint64(8) << 20; //!< stored; for the manifest, too
inline constexpr qint64 PartCountLimit = 16'384;
inline constexpr qsizetype EarlierVersionsKept = 5;

//! \brief Who may pull a share.
enum class Access {
    Owner,  //!< "owner": only its owner; the API's default
    People, //!< "people": whoever has a token with scope pull on this server
    Code,   //!< "code": anyone who knows the key, which then includes a code
};

[[nodiscard]] QString accessToText(Access access);
[[nodiscard]] std::optional<Access> accessFromText(QStringView text);

//! \brief Paths of the calls. Names and ids are valid path segments by their grammar.
[[nodiscard]] QString pathServer();
[[nodiscard]] QString pathShares();
[[nodiscard]] QString pathShare(QStringView name);
[[nodiscard]] QString pathPushes(QStringView name);
[[nodiscard]] QString pathPush(QStringView pushId);
[[nodiscard]] QString pathPushParts(QStringView pushId);
[[nodiscard]] QString pathPushComplete(QStringView pushId);
[[nodiscard]] QString pathPull(QStringView name);
[[nodiscard]] QString pathPullUrls(QStringView pullId);
[[nodiscard]] QString pathVersions(QStringView name);
[[nodiscard]] QString pathRestore(QStringView name, const Digest &version);
[[nodiscard]] QString pathTokens();
[[nodiscard]] QString pathToken(QStringView tokenId);

//! \brief `2026-11-22T10:00:00Z` from milliseconds since the epoch; whole seconds.
[[nodiscard]] QString timeToText(qint64 ms);
//! \brief Milliseconds from RFC 3339 in UTC, with or without a fraction; nothing if it is not that.
[[nodiscard]] std::optional<qint64> timeFromText(QStringView text);

//! \brief Parses a JSON object, checking size and nesting first. Code `body-invalid`.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray &bytes, qint64 limit = JsonBodyLimit,
                                              int depth = JsonDepthLimit);
[[nodiscard]] QByteArray toBytes(const QJsonObject &object);

//! \brief How fromJson treats fields it does not know.
enum class Unknown {
    Ignore, //!< clients reading answers
    Refuse, //!< servers reading requests
};

//! \brief `name/x.y.z (os)` of the Passel-Client header.
struct ClientName
{
    QByteArray name; //!< `[a-z][a-z0-9-]{0,31}`
    int major = 0;   //!< each 0…9999
    int minor = 0;
    int patch = 0;
    QByteArray system; //!< 1…64 characters

    [[nodiscard]] QByteArray toHeader() const;
    [[nodiscard]] static std::optional<ClientName> parse(QByteArrayView header);
    //! \brief True when the version is at least \a other's, whatever the names.
    [[nodiscard]] bool isAtLeast(const ClientName &other) const;

    bool operator==(const ClientName &) const = default;
};

//! \brief A personal access token: `psl_pat_`, 32 random characters of base 62, 6 of their CRC-32
//! (SEC-22). A secret: it cannot be printed by accident; servers keep hash() only.
class AccessToken
{
public:
    [[nodiscard]] static AccessToken generate();
    //! \brief Blanks around it are ignored. Code `token-invalid` when form or check is wrong.
    [[nodiscard]] static Result<AccessToken> parse(QByteArrayView text);

    //! \brief The whole token, for the Authorization header, the keychain and its one showing.
    [[nodiscard]] const QByteArray &text() const noexcept { return m_text; }

    //! \brief BLAKE2b-256 of the text, 32 bytes.
    [[nodiscard]] QByteArray hash() const;

    bool operator==(const AccessToken &) const = default;

private:
    explicit AccessToken(QByteArray text)
        : m_text(std::move(text))
    {}

    QByteArray m_text;
};

QDebug operator<<(QDebug, const AccessToken &) = delete;

struct ServerInfo
{
    QStringList protocols; //!< `passel-share/1`
    QStringList features;
    qint64 shareSizeLimit = ShareSizeLimit;
    qint64 partSizeLimit = PartSizeLimit;
    qint64 partCountLimit = PartCountLimit;
    qint64 partsPerCall = PartsPerCall;
    qint64 ttlCapSeconds = DefaultTtlSeconds;
    QStringList storageHosts; //!< `host` or `host:port`; signed URLs lead to these only
    QString minimumClient;    //!< `x.y.z`
    QString publicUrl;        //!< origin for links
    qint64 serverTimeMs = 0;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<ServerInfo> fromJson(const QJsonObject &json);
    bool operator==(const ServerInfo &) const = default;
};

//! \brief A part, or the manifest, as registered: its name is the digest of its raw bytes (for a
//! manifest: the version's id, digest of its JSON); sha256 and size are those of the stored bytes.
struct PartEntry
{
    Digest name;
    Digest sha256;
    qint64 size = 0;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<PartEntry> fromJson(const QJsonObject &json, Unknown unknown);
    bool operator==(const PartEntry &) const = default;
};

//! \brief A stored thing and the URL it may be fetched from. The URL is a secret while it lives.
struct SignedPart
{
    PartEntry part;
    QUrl url;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<SignedPart> fromJson(const QJsonObject &json);
    bool operator==(const SignedPart &) const = default;
};

struct OpenPush
{
    std::optional<Digest> parent; //!< `parent`: version the new one was made from
    qint64 ttlSeconds = 0;        //!< `ttl_seconds`: 1…cap; 0 or absent: seven days or the cap
    Access access = Access::Owner;
    QByteArray codeVerifier;  //!< `code_verifier`: ShareCode::verifier(); with Access::Code only
    qint64 estimatedSize = 0; //!< `estimated_size`: stored bytes; 0 unknown

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<OpenPush> fromJson(const QJsonObject &json, Unknown unknown);
    bool operator==(const OpenPush &) const = default;
};

struct OpenedPush
{
    QString pushId;
    qint64 expiresAtMs = 0;           //!< of the push, not of the share
    std::optional<SignedPart> parent; //!< the parent's manifest, when the caller owns it
    qint64 urlExpiresAtMs = 0;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<OpenedPush> fromJson(const QJsonObject &json);
    bool operator==(const OpenedPush &) const = default;
};

struct RegisterParts
{
    QList<PartEntry> parts;
    std::optional<PartEntry> manifest;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<RegisterParts> fromJson(const QJsonObject &json, Unknown unknown);
    bool operator==(const RegisterParts &) const = default;
};

struct PartState
{
    Digest name;
    bool isMissing = false;
    QUrl url; //!< where to PUT it, when missing

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<PartState> fromJson(const QJsonObject &json);
    bool operator==(const PartState &) const = default;
};

struct RegisteredParts
{
    QList<PartState> parts; //!< in the order asked
    std::optional<PartState> manifest;
    qint64 urlExpiresAtMs = 0;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<RegisteredParts> fromJson(const QJsonObject &json);
    bool operator==(const RegisteredParts &) const = default;
};

struct CompletePush
{
    PartEntry manifest;
    qint64 partsCount = 0; //!< of the parts registered, without the manifest
    Digest partsDigest;    //!< partsDigestOf(their names)

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<CompletePush> fromJson(const QJsonObject &json, Unknown unknown);
    bool operator==(const CompletePush &) const = default;
};

//! \brief SHA-256 over the 32-byte names, sorted, each once.
[[nodiscard]] Digest partsDigestOf(QList<Digest> names);

//! \brief A version of a share, as complete answers it.
struct ShareVersion
{
    QString name;
    Digest version;
    Digest sha256;   //!< of the stored manifest
    qint64 size = 0; //!< stored bytes, manifest and parts
    qint64 parts = 0;
    qint64 createdAtMs = 0; //!< of completion
    qint64 expiresAtMs = 0; //!< of the share

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<ShareVersion> fromJson(const QJsonObject &json);
    bool operator==(const ShareVersion &) const = default;
};

struct PushStatus
{
    enum State { Open, Completing, Complete };

    QString pushId;
    QString name;
    State state = Open;
    qint64 expiresAtMs = 0;
    qint64 registered = 0; //!< parts, without the manifest
    qint64 bytesArrived = 0;
    QList<Digest> arrived; //!< names of parts that need not be sent again
    bool manifestArrived = false;
    std::optional<ShareVersion> version; //!< when Complete

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<PushStatus> fromJson(const QJsonObject &json);
    bool operator==(const PushStatus &) const = default;
};

struct PullAnswer
{
    QString pullId;
    ShareVersion version;
    QString owner;
    SignedPart manifest;
    qint64 urlExpiresAtMs = 0;
    qint64 sessionEndsAtMs =
        0; //!< until then the version stays readable, whatever happens to the share

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<PullAnswer> fromJson(const QJsonObject &json);
    bool operator==(const PullAnswer &) const = default;
};

struct SignUrls
{
    QList<Digest> parts;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<SignUrls> fromJson(const QJsonObject &json, Unknown unknown);
    bool operator==(const SignUrls &) const = default;
};

struct SignedUrls
{
    QList<SignedPart> parts; //!< in the order asked
    qint64 urlExpiresAtMs = 0;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<SignedUrls> fromJson(const QJsonObject &json);
    bool operator==(const SignedUrls &) const = default;
};

struct ShareInfo
{
    ShareVersion version;
    Access access = Access::Owner;
    QString owner;
    bool isOwner = false;
    qint64 downloads = 0;        //!< owner only, else 0
    qint64 lastDownloadAtMs = 0; //!< owner only; 0: never

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<ShareInfo> fromJson(const QJsonObject &json);
    bool operator==(const ShareInfo &) const = default;
};

struct ShareList
{
    QList<ShareInfo> shares; //!< sorted by name

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<ShareList> fromJson(const QJsonObject &json);
    bool operator==(const ShareList &) const = default;
};

struct PatchShare
{
    std::optional<qint64> ttlSeconds; //!< from now on, 1…cap
    std::optional<Access> access;
    QByteArray codeVerifier; //!< with Access::Code only

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<PatchShare> fromJson(const QJsonObject &json, Unknown unknown);
    bool operator==(const PatchShare &) const = default;
};

struct VersionInfo
{
    ShareVersion version;
    bool isCurrent = false;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<VersionInfo> fromJson(const QJsonObject &json);
    bool operator==(const VersionInfo &) const = default;
};

struct VersionList
{
    QList<VersionInfo> versions; //!< newest first

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<VersionList> fromJson(const QJsonObject &json);
    bool operator==(const VersionList &) const = default;
};

struct CreateToken
{
    QString name;                   //!< 1…64 characters, for the person
    QStringList scopes;             //!< of `pull`, `push`, `manage`; not more than the caller's own
    qint64 days = TokenDefaultDays; //!< 1…90

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<CreateToken> fromJson(const QJsonObject &json, Unknown unknown);
    bool operator==(const CreateToken &) const = default;
};

struct CreatedToken
{
    QString id;
    QByteArray token;
    qint64 expiresAtMs = 0;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<CreatedToken> fromJson(const QJsonObject &json);
};

//! \brief A refusal: RFC 9457 with the members Passel adds.
struct Problem
{
    int status = 0;
    QByteArray slug; //!< last part of `type`
    QString title;
    QString detail;
    QString instance;                    //!< id of the request, for the server's log
    std::optional<qint64> limit;         //!< the limit that would be passed
    std::optional<qint64> retryAfter;    //!< seconds
    std::optional<qint64> serverTimeMs;  //!< for clock-skew
    std::optional<ShareVersion> current; //!< for version-conflict: who was first
    QString currentOwner;                //!< for version-conflict

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<Problem> fromJson(const QJsonObject &json);
    bool operator==(const Problem &) const = default;
};

} // namespace passel::protocol
