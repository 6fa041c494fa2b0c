// One transaction on a connection, in SQL that SQLite and PostgreSQL both read.
#pragma once

#include "core/server/metadatastore.h"
#include "core/server/sqlconnection.h"

namespace passel {

//! \brief The statements of MetadataTransaction. Begin, commit and rollback are the store's.
class SqlTransaction final : public MetadataTransaction
{
public:
    explicit SqlTransaction(SqlConnection &connection)
        : m_sql(connection)
    {}

    Result<UserRow> ensureUser(const QString &name, qint64 nowMs) override;
    Result<std::optional<UserRow>> user(qint64 id) override;
    Result<void> insertToken(const TokenRow &token, const QByteArray &hash) override;
    Result<std::optional<TokenRow>> tokenByHash(const QByteArray &hash) override;
    Result<std::optional<TokenRow>> tokenById(const QByteArray &id) override;
    Result<QList<TokenRow>> tokens() override;
    Result<void> revokeToken(const QByteArray &id, qint64 nowMs) override;
    Result<void> touchToken(const QByteArray &id, qint64 nowMs) override;

    Result<std::optional<ShareRow>> share(const QString &name) override;
    Result<std::optional<ShareRow>> shareById(qint64 id) override;
    Result<QList<ShareRow>> sharesOf(qint64 ownerId) override;
    Result<qint64> insertShare(const ShareRow &share) override;
    Result<void> updateShare(const ShareRow &share) override;
    Result<void> resetDownloads(qint64 id) override;
    Result<void> removeShare(qint64 id) override;
    Result<QList<ShareRow>> sharesToExpire(qint64 nowMs, int limit) override;
    Result<QList<qint64>> sharesToForget(qint64 nowMs, int limit) override;

    Result<std::optional<VersionRow>> version(qint64 id) override;
    Result<QList<VersionRow>> versionsOf(qint64 shareId) override;
    Result<qint64> insertVersion(const VersionRow &version, const QByteArray &pushId) override;
    Result<void> retireVersion(qint64 id, qint64 nowMs) override;
    Result<QList<qint64>> versionsToRemove(qint64 nowMs, int limit) override;
    Result<void> removeVersion(qint64 id, qint64 nowMs) override;
    Result<QList<protocol::PartEntry>> versionParts(qint64 versionId,
                                                    const QList<Digest> &names) override;
    Result<std::optional<protocol::PartEntry>> sharePart(qint64 shareId,
                                                         const Digest &name) override;
    Result<qint64> usedBytes(qint64 ownerId, qint64 nowMs) override;
    Result<qint64> shareCount(qint64 ownerId, qint64 exceptShareId, qint64 nowMs) override;

    Result<void> insertPush(const PushRow &push) override;
    Result<std::optional<PushRow>> push(const QByteArray &id) override;
    Result<void> completePush(const QByteArray &id, qint64 versionId, qint64 nowMs) override;
    Result<QList<QByteArray>> openPushes(qint64 shareId) override;
    Result<void> putPushPart(const QByteArray &pushId, const PushPartRow &part) override;
    Result<std::optional<PushPartRow>> pushPart(const QByteArray &pushId, const Digest &name,
                                                bool isManifest) override;
    Result<QList<PushPartRow>> pushParts(const QByteArray &pushId) override;
    Result<PushTotals> pushTotals(const QByteArray &pushId) override;
    Result<void> markArrived(const QByteArray &pushId, const Digest &manifest) override;
    Result<QList<Digest>> dropManifests(const QByteArray &pushId, const Digest &except) override;
    Result<QList<QByteArray>> pushesToRemove(qint64 nowMs, int limit) override;
    Result<void> removePush(const QByteArray &id, qint64 nowMs) override;

    Result<void> recordPull(const PullRow &pull, const PullRecord &record) override;
    Result<std::optional<PullRow>> pull(const QByteArray &id) override;
    Result<void> removeEndedPulls(qint64 nowMs) override;
    Result<QList<PullRecord>> pullRecords(const QString &shareName, int limit) override;

    Result<QList<Digest>> garbage(int limit) override;
    Result<bool> isReferenced(const Digest &sha256) override;
    Result<void> forgetGarbage(const Digest &sha256) override;
    Result<QList<protocol::PartEntry>> referencedBlobs() override;
    Result<QStringList> brokenShares() override;

    Result<std::optional<IdempotencyRow>> idempotency(const QByteArray &tokenId,
                                                      const QByteArray &key) override;
    Result<void> putIdempotency(const QByteArray &tokenId, const QByteArray &key,
                                const IdempotencyRow &row) override;
    Result<void> removeIdempotencyBefore(qint64 ms) override;
    Result<std::optional<QByteArray>> setting(const QString &name) override;
    Result<void> putSetting(const QString &name, const QByteArray &value) override;

private:
    SqlConnection &m_sql;
};

} // namespace passel
