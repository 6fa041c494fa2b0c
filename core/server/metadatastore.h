// What the share service knows: users, tokens, names, versions, pushes, pulls. One contract, any
// store.
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"
#include "core/share/protocol.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace passel {

//! \brief What a token may do; bits.
enum TokenScope : int { ScopePull = 1, ScopePush = 2, ScopeManage = 4 };

//! \brief Bits from names, or nothing when one is unknown or the list is empty.
[[nodiscard]] std::optional<int> scopesFromNames(const QStringList &names);
[[nodiscard]] QStringList scopeNames(int scopes);

struct UserRow
{
    qint64 id = 0;
    QString name;
    qint64 quotaBytes = qint64(10) << 30;
    qint64 quotaShares = 1000;
};

struct TokenRow
{
    QByteArray id; //!< 16 hexadecimal digits; may be logged
    qint64 userId = 0;
    QString userName;
    QString name;
    int scopes = 0;
    qint64 createdMs = 0;
    qint64 expiresMs = 0;
    qint64 revokedMs = 0;  //!< 0: not revoked
    qint64 lastUsedMs = 0; //!< to the minute
};

//! \brief A name and its owner. It outlives its content: a name is held for its owner.
struct ShareRow
{
    qint64 id = 0;
    QString name;
    qint64 ownerId = 0;
    QString ownerName;
    protocol::Access access = protocol::Access::Owner;
    QByteArray codeVerifier;
    qint64 versionId = 0; //!< current version; 0: none (claimed, expired or deleted)
    qint64 expiresMs = 0;
    bool isExpired =
        false; //!< once seen expired it stays so, whatever the clock says later (REL-03)
    bool isDeleted = false;
    qint64 heldUntilMs = 0; //!< until then nobody else may claim the name
    qint64 downloads = 0;
    qint64 lastDownloadMs = 0;
};

struct VersionRow
{
    qint64 id = 0;
    qint64 shareId = 0;
    Digest version;
    Digest manifestSha256;
    qint64 manifestSize = 0;
    qint64 size = 0; //!< manifest and parts
    qint64 parts = 0;
    qint64 createdMs = 0;
    qint64 retiredMs = 0; //!< not 0: no longer current or restorable, kept for open pulls only
};

enum class PushCondition { None, IfMatch, IfNoneMatch };

struct PushRow
{
    QByteArray id;
    qint64 shareId = 0;
    QString shareName;
    qint64 userId = 0;
    QByteArray tokenId;
    PushCondition condition = PushCondition::None;
    Digest expected; //!< for IfMatch
    qint64 ttlSeconds = 0;
    protocol::Access access = protocol::Access::Owner;
    QByteArray codeVerifier;
    qint64 createdMs = 0;
    qint64 expiresMs = 0;
    qint64 versionId = 0; //!< once complete
};

//! \brief A part registered in a push. \a arrived: the push has shown the whole bytes, and asked
//! for completion with them, or the share has them. So it may have what is published under the
//! digest.
struct PushPartRow
{
    protocol::PartEntry part;
    bool isManifest = false;
    bool arrived = false;
};

//! \brief What is registered in a push, without its manifest.
struct PushTotals
{
    qint64 parts = 0;
    qint64 bytes = 0;
};

struct PullRow
{
    QByteArray id;
    qint64 shareId = 0;
    qint64 versionId = 0;
    QByteArray tokenId; //!< the token's id, or `c` and a hash of the code
    qint64 createdMs = 0;
    qint64 endsMs = 0;
};

//! \brief One line of the record kept of every pull, written before a URL exists.
struct PullRecord
{
    qint64 timeMs = 0;
    QByteArray pullId;
    QByteArray tokenId;
    QString shareName;
    Digest version;
    QByteArray client; //!< the Passel-Client header
    QByteArray source; //!< prefix of the address, as text
};

struct IdempotencyRow
{
    QByteArray requestHash;
    QByteArray sealedAnswer;
    qint64 createdMs = 0;
};

//! \brief Everything inside one transaction. Belongs to the call that made it.
class MetadataTransaction
{
public:
    virtual ~MetadataTransaction() = default;

    // Users and tokens.
    virtual Result<UserRow> ensureUser(const QString &name, qint64 nowMs) = 0;
    virtual Result<std::optional<UserRow>> user(qint64 id) = 0;
    virtual Result<void> insertToken(const TokenRow &token, const QByteArray &hash) = 0;
    virtual Result<std::optional<TokenRow>> tokenByHash(const QByteArray &hash) = 0;
    virtual Result<std::optional<TokenRow>> tokenById(const QByteArray &id) = 0;
    virtual Result<QList<TokenRow>> tokens() = 0;
    virtual Result<void> revokeToken(const QByteArray &id, qint64 nowMs) = 0;
    virtual Result<void> touchToken(const QByteArray &id, qint64 nowMs) = 0;

    // Shares.
    virtual Result<std::optional<ShareRow>> share(const QString &name) = 0;
    virtual Result<std::optional<ShareRow>> shareById(qint64 id) = 0;
    virtual Result<QList<ShareRow>> sharesOf(qint64 ownerId) = 0;
    virtual Result<qint64> insertShare(const ShareRow &share) = 0;
    //! \brief Writes everything but the name and the counts of downloads.
    virtual Result<void> updateShare(const ShareRow &share) = 0;
    //! \brief Counts downloads anew: the name has another owner.
    virtual Result<void> resetDownloads(qint64 id) = 0;
    //! \brief Removes the name. It must have no version any more.
    virtual Result<void> removeShare(qint64 id) = 0;
    //! \brief Shares that are not marked, but past \a nowMs.
    virtual Result<QList<ShareRow>> sharesToExpire(qint64 nowMs, int limit) = 0;
    //! \brief Names without content whose hold is over, and that no push or version refers to.
    virtual Result<QList<qint64>> sharesToForget(qint64 nowMs, int limit) = 0;

    // Versions.
    virtual Result<std::optional<VersionRow>> version(qint64 id) = 0;
    //! \brief Not retired, newest first.
    virtual Result<QList<VersionRow>> versionsOf(qint64 shareId) = 0;
    //! \brief Inserts with the parts registered in \a pushId; manifest and parts count as its
    //! parts.
    virtual Result<qint64> insertVersion(const VersionRow &version, const QByteArray &pushId) = 0;
    virtual Result<void> retireVersion(qint64 id, qint64 nowMs) = 0;
    //! \brief Retired versions that no pull open at \a nowMs reads.
    virtual Result<QList<qint64>> versionsToRemove(qint64 nowMs, int limit) = 0;
    //! \brief Removes a version; its blobs become candidates for garbage.
    virtual Result<void> removeVersion(qint64 id, qint64 nowMs) = 0;
    //! \brief The parts of \a versionId called \a names, in that order; shorter when one is not of
    //! it.
    virtual Result<QList<protocol::PartEntry>> versionParts(qint64 versionId,
                                                            const QList<Digest> &names) = 0;
    //! \brief True and the part, when a kept version of the share has a part of that name.
    virtual Result<std::optional<protocol::PartEntry>> sharePart(qint64 shareId,
                                                                 const Digest &name) = 0;
    //! \brief Stored bytes that count against a user: each blob of each of his shares once, also
    //! what is registered in pushes that are open at \a nowMs.
    virtual Result<qint64> usedBytes(qint64 ownerId, qint64 nowMs) = 0;
    //! \brief His shares with content or an open push, but for \a exceptShareId.
    virtual Result<qint64> shareCount(qint64 ownerId, qint64 exceptShareId, qint64 nowMs) = 0;

    // Pushes.
    virtual Result<void> insertPush(const PushRow &push) = 0;
    virtual Result<std::optional<PushRow>> push(const QByteArray &id) = 0;
    //! \brief Marks a push complete and lets go of its parts, which the version refers to now.
    virtual Result<void> completePush(const QByteArray &id, qint64 versionId, qint64 nowMs) = 0;
    //! \brief Ids of the pushes of a share that are not complete.
    virtual Result<QList<QByteArray>> openPushes(qint64 shareId) = 0;
    virtual Result<void> putPushPart(const QByteArray &pushId, const PushPartRow &part) = 0;
    virtual Result<std::optional<PushPartRow>> pushPart(const QByteArray &pushId,
                                                        const Digest &name, bool isManifest) = 0;
    virtual Result<QList<PushPartRow>> pushParts(const QByteArray &pushId) = 0;
    virtual Result<PushTotals> pushTotals(const QByteArray &pushId) = 0;
    //! \brief Marks the parts and the manifest called \a manifest, and no other manifest.
    virtual Result<void> markArrived(const QByteArray &pushId, const Digest &manifest) = 0;
    //! \brief Forgets the manifests registered in a push but for \a except; their digests.
    virtual Result<QList<Digest>> dropManifests(const QByteArray &pushId, const Digest &except) = 0;
    virtual Result<QList<QByteArray>> pushesToRemove(qint64 nowMs, int limit) = 0;
    //! \brief Removes a push; its blobs become candidates for garbage.
    virtual Result<void> removePush(const QByteArray &id, qint64 nowMs) = 0;

    // Pulls.
    virtual Result<void> recordPull(const PullRow &pull, const PullRecord &record) = 0;
    virtual Result<std::optional<PullRow>> pull(const QByteArray &id) = 0;
    virtual Result<void> removeEndedPulls(qint64 nowMs) = 0;
    virtual Result<QList<PullRecord>> pullRecords(const QString &shareName, int limit) = 0;

    // Garbage: blobs that lost a reference.
    virtual Result<QList<Digest>> garbage(int limit) = 0;
    virtual Result<bool> isReferenced(const Digest &sha256) = 0;
    virtual Result<void> forgetGarbage(const Digest &sha256) = 0;
    //! \brief Every blob that some version refers to, with its size.
    virtual Result<QList<protocol::PartEntry>> referencedBlobs() = 0;
    //! \brief Names of shares whose current version is not there, or that have a version whose
    //! parts, size or manifest are not those it was made with.
    virtual Result<QStringList> brokenShares() = 0;

    // Idempotency and settings.
    virtual Result<std::optional<IdempotencyRow>> idempotency(const QByteArray &tokenId,
                                                              const QByteArray &key) = 0;
    virtual Result<void> putIdempotency(const QByteArray &tokenId, const QByteArray &key,
                                        const IdempotencyRow &row) = 0;
    virtual Result<void> removeIdempotencyBefore(qint64 ms) = 0;
    virtual Result<std::optional<QByteArray>> setting(const QString &name) = 0;
    virtual Result<void> putSetting(const QString &name, const QByteArray &value) = 0;

protected:
    MetadataTransaction() = default;
    Q_DISABLE_COPY_MOVE(MetadataTransaction)
};

//! \brief A store of all that. Thread-safe; write transactions are serial. Codes:
//! `storage-unavailable` (kind Io), `schema-newer` (made by a newer Passel).
class MetadataStore
{
public:
    //! \brief What a transaction ends with.
    enum class End { Commit, Rollback };
    using Work = std::function<Result<End>(MetadataTransaction &)>;

    virtual ~MetadataStore() = default;
    //! \brief Runs \a work alone among writers; durable when it returns (REL-01). An error rolls
    //! back. \a work may be run again when the store asks for it, so it must only touch the
    //! transaction and variables that it sets anew.
    [[nodiscard]] virtual Result<void> write(const Work &work) = 0;
    //! \brief Runs \a work on one consistent state; nothing it writes is kept.
    [[nodiscard]] virtual Result<void> read(const Work &work) = 0;
    //! \brief Verifies the store's own structure.
    [[nodiscard]] virtual Result<void> verify() = 0;
    //! \brief Whether a push still takes parts: it is known, not complete and not expired.
    [[nodiscard]] Result<bool> isPushOpen(const QByteArray &pushId, qint64 nowMs);

protected:
    MetadataStore() = default;
    Q_DISABLE_COPY_MOVE(MetadataStore)
};

} // namespace passel
