#include "core/server/sqltransaction.h"

namespace passel {

using namespace Qt::StringLiterals;
using protocol::PartEntry;

namespace {

QByteArray bytesOf(const Digest &digest)
{
    return {reinterpret_cast<const char *>(digest.bytes().data()), Digest::Size};
}

Digest digestOf(const QVariant &value)
{
    std::array<unsigned char, 32> bytes{};
    const QByteArray raw = value.toByteArray();
    if (raw.size() == Digest::Size)
        std::copy(raw.begin(), raw.end(), bytes.begin());
    return Digest(bytes);
}

QString textOf(const QByteArray &ascii)
{
    return ascii.isNull() ? u""_s : QString::fromLatin1(ascii);
}

constexpr auto TokenColumns =
    "SELECT t.id, t.user_id, u.name, t.name, t.scopes, t.created_ms, t.expires_ms, t.revoked_ms, "
    "t.last_used_ms FROM tokens t JOIN users u ON u.id = t.user_id "_L1;

TokenRow tokenOf(const QSqlQuery &row)
{
    return {row.value(0).toString().toLatin1(),
            row.value(1).toLongLong(),
            row.value(2).toString(),
            row.value(3).toString(),
            row.value(4).toInt(),
            row.value(5).toLongLong(),
            row.value(6).toLongLong(),
            row.value(7).toLongLong(),
            row.value(8).toLongLong()};
}

constexpr auto ShareColumns =
    "SELECT s.id, s.name, s.owner_id, u.name, s.access, s.code_verifier, s.version_id, "
    "s.expires_ms, s.expired, s.deleted, s.held_until_ms, s.downloads, s.last_download_ms "
    "FROM shares s JOIN users u ON u.id = s.owner_id "_L1;

ShareRow shareOf(const QSqlQuery &row)
{
    ShareRow share;
    share.id = row.value(0).toLongLong();
    share.name = row.value(1).toString();
    share.ownerId = row.value(2).toLongLong();
    share.ownerName = row.value(3).toString();
    share.access =
        protocol::accessFromText(row.value(4).toString()).value_or(protocol::Access::Owner);
    share.codeVerifier = row.value(5).toString().toLatin1();
    share.versionId = row.value(6).toLongLong();
    share.expiresMs = row.value(7).toLongLong();
    share.isExpired = row.value(8).toBool();
    share.isDeleted = row.value(9).toBool();
    share.heldUntilMs = row.value(10).toLongLong();
    share.downloads = row.value(11).toLongLong();
    share.lastDownloadMs = row.value(12).toLongLong();
    return share;
}

constexpr auto VersionColumns =
    "SELECT id, share_id, version, manifest_sha256, manifest_size, size, parts, created_ms, "
    "retired_ms FROM versions "_L1;

VersionRow versionOf(const QSqlQuery &row)
{
    return {row.value(0).toLongLong(), row.value(1).toLongLong(), digestOf(row.value(2)),
            digestOf(row.value(3)),    row.value(4).toLongLong(), row.value(5).toLongLong(),
            row.value(6).toLongLong(), row.value(7).toLongLong(), row.value(8).toLongLong()};
}

PartEntry partOf(const QSqlQuery &row)
{
    return {digestOf(row.value(0)), digestOf(row.value(1)), row.value(2).toLongLong()};
}

// The first row as a value, or nothing.
template <typename T, typename Convert>
Result<std::optional<T>> first(SqlConnection &sql, const QString &text, const QVariantList &values,
                               Convert convert)
{
    std::optional<T> found;
    PASSEL_CHECK(sql.rows(text, values, [&](const QSqlQuery &row) {
        if (!found)
            found = convert(row);
    }));
    return found;
}

template <typename T, typename Convert>
Result<QList<T>> all(SqlConnection &sql, const QString &text, const QVariantList &values,
                     Convert convert)
{
    QList<T> found;
    PASSEL_CHECK(sql.rows(text, values, [&](const QSqlQuery &row) { found.append(convert(row)); }));
    return found;
}

Result<qint64> number(SqlConnection &sql, const QString &text, const QVariantList &values)
{
    qint64 value = 0;
    PASSEL_CHECK(
        sql.rows(text, values, [&](const QSqlQuery &row) { value = row.value(0).toLongLong(); }));
    return value;
}

UserRow userOf(const QSqlQuery &row)
{
    return {row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toLongLong(),
            row.value(3).toLongLong()};
}

} // namespace

Result<UserRow> SqlTransaction::ensureUser(const QString &name, qint64 nowMs)
{
    const UserRow fresh;
    PASSEL_CHECK(m_sql.run(u"INSERT INTO users (name, created_ms, quota_bytes, quota_shares) "
                           "VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING"_s,
                           {name, nowMs, fresh.quotaBytes, fresh.quotaShares}));
    PASSEL_TRY(const auto found,
               first<UserRow>(
                   m_sql, u"SELECT id, name, quota_bytes, quota_shares FROM users WHERE name = ?"_s,
                   {name}, userOf));
    return found.value_or(UserRow());
}

Result<std::optional<UserRow>> SqlTransaction::user(qint64 id)
{
    return first<UserRow>(m_sql,
                          u"SELECT id, name, quota_bytes, quota_shares FROM users WHERE id = ?"_s,
                          {id}, userOf);
}

Result<void> SqlTransaction::insertToken(const TokenRow &token, const QByteArray &hash)
{
    return m_sql.run(
        u"INSERT INTO tokens (id, user_id, name, hash, scopes, created_ms, expires_ms) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {textOf(token.id), token.userId, token.name, hash, token.scopes, token.createdMs,
         token.expiresMs});
}

Result<std::optional<TokenRow>> SqlTransaction::tokenByHash(const QByteArray &hash)
{
    return first<TokenRow>(m_sql, TokenColumns + u"WHERE t.hash = ?"_s, {hash}, tokenOf);
}

Result<std::optional<TokenRow>> SqlTransaction::tokenById(const QByteArray &id)
{
    return first<TokenRow>(m_sql, TokenColumns + u"WHERE t.id = ?"_s, {textOf(id)}, tokenOf);
}

Result<QList<TokenRow>> SqlTransaction::tokens()
{
    return all<TokenRow>(m_sql, TokenColumns + u"ORDER BY t.created_ms, t.id"_s, {}, tokenOf);
}

Result<void> SqlTransaction::revokeToken(const QByteArray &id, qint64 nowMs)
{
    return m_sql.run(u"UPDATE tokens SET revoked_ms = ? WHERE id = ? AND revoked_ms = 0"_s,
                     {nowMs, textOf(id)});
}

Result<void> SqlTransaction::touchToken(const QByteArray &id, qint64 nowMs)
{
    return m_sql.run(u"UPDATE tokens SET last_used_ms = ? WHERE id = ?"_s, {nowMs, textOf(id)});
}

Result<std::optional<ShareRow>> SqlTransaction::share(const QString &name)
{
    return first<ShareRow>(m_sql, ShareColumns + u"WHERE s.name = ?"_s, {name}, shareOf);
}

Result<std::optional<ShareRow>> SqlTransaction::shareById(qint64 id)
{
    return first<ShareRow>(m_sql, ShareColumns + u"WHERE s.id = ?"_s, {id}, shareOf);
}

Result<QList<ShareRow>> SqlTransaction::sharesOf(qint64 ownerId)
{
    return all<ShareRow>(m_sql, ShareColumns + u"WHERE s.owner_id = ? ORDER BY s.name"_s, {ownerId},
                         shareOf);
}

Result<qint64> SqlTransaction::insertShare(const ShareRow &share)
{
    return m_sql.insert(
        u"INSERT INTO shares (name, owner_id, access, code_verifier, version_id, expires_ms, "
        "expired, deleted, held_until_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {share.name, share.ownerId, protocol::accessToText(share.access),
         textOf(share.codeVerifier), share.versionId, share.expiresMs, int(share.isExpired),
         int(share.isDeleted), share.heldUntilMs});
}

Result<void> SqlTransaction::updateShare(const ShareRow &share)
{
    return m_sql.run(
        u"UPDATE shares SET owner_id = ?, access = ?, code_verifier = ?, version_id = ?, "
        "expires_ms = ?, expired = ?, deleted = ?, held_until_ms = ? WHERE id = ?"_s,
        {share.ownerId, protocol::accessToText(share.access), textOf(share.codeVerifier),
         share.versionId, share.expiresMs, int(share.isExpired), int(share.isDeleted),
         share.heldUntilMs, share.id});
}

Result<void> SqlTransaction::resetDownloads(qint64 id)
{
    return m_sql.run(u"UPDATE shares SET downloads = 0, last_download_ms = 0 WHERE id = ?"_s, {id});
}

Result<void> SqlTransaction::removeShare(qint64 id)
{
    return m_sql.run(u"DELETE FROM shares WHERE id = ?"_s, {id});
}

Result<QList<ShareRow>> SqlTransaction::sharesToExpire(qint64 nowMs, int limit)
{
    return all<ShareRow>(m_sql,
                         ShareColumns
                             + u"WHERE s.version_id <> 0 AND s.expires_ms <= ? AND s.expired = 0 "
                               "ORDER BY s.expires_ms LIMIT ?"_s,
                         {nowMs, limit}, shareOf);
}

Result<QList<qint64>> SqlTransaction::sharesToForget(qint64 nowMs, int limit)
{
    return all<qint64>(m_sql,
                       u"SELECT id FROM shares s WHERE version_id = 0 AND held_until_ms <= ? "
                       "AND NOT EXISTS (SELECT 1 FROM versions v WHERE v.share_id = s.id) "
                       "AND NOT EXISTS (SELECT 1 FROM pushes p WHERE p.share_id = s.id) LIMIT ?"_s,
                       {nowMs, limit},
                       [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
}

Result<std::optional<VersionRow>> SqlTransaction::version(qint64 id)
{
    return first<VersionRow>(m_sql, VersionColumns + u"WHERE id = ?"_s, {id}, versionOf);
}

Result<QList<VersionRow>> SqlTransaction::versionsOf(qint64 shareId)
{
    return all<VersionRow>(
        m_sql, VersionColumns + u"WHERE share_id = ? AND retired_ms = 0 ORDER BY id DESC"_s,
        {shareId}, versionOf);
}

Result<qint64> SqlTransaction::insertVersion(const VersionRow &version, const QByteArray &pushId)
{
    PASSEL_TRY(
        const qint64 id,
        m_sql.insert(u"INSERT INTO versions (share_id, version, manifest_sha256, "
                     "manifest_size, size, parts, created_ms) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                     {version.shareId, bytesOf(version.version), bytesOf(version.manifestSha256),
                      version.manifestSize, version.size, version.parts, version.createdMs}));
    PASSEL_CHECK(
        m_sql.run(u"INSERT INTO version_parts (version_id, name, manifest, sha256, size) "
                  "SELECT CAST(? AS INTEGER), name, manifest, sha256, size FROM push_parts "
                  "WHERE push_id = ? AND (manifest = 0 OR name = ?)"_s,
                  {id, textOf(pushId), bytesOf(version.version)}));
    return id;
}

Result<void> SqlTransaction::retireVersion(qint64 id, qint64 nowMs)
{
    return m_sql.run(u"UPDATE versions SET retired_ms = ? WHERE id = ? AND retired_ms = 0"_s,
                     {nowMs, id});
}

Result<QList<qint64>> SqlTransaction::versionsToRemove(qint64 nowMs, int limit)
{
    return all<qint64>(m_sql,
                       u"SELECT id FROM versions v WHERE retired_ms <> 0 AND NOT EXISTS "
                       "(SELECT 1 FROM pulls p WHERE p.version_id = v.id AND p.ends_ms > ?) "
                       "ORDER BY id LIMIT ?"_s,
                       {nowMs, limit},
                       [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
}

Result<void> SqlTransaction::removeVersion(qint64 id, qint64 nowMs)
{
    PASSEL_CHECK(m_sql.run(u"INSERT INTO garbage (sha256, since_ms) SELECT DISTINCT sha256, "
                           "CAST(? AS INTEGER) FROM version_parts WHERE version_id = ? "
                           "ON CONFLICT (sha256) DO NOTHING"_s,
                           {nowMs, id}));
    PASSEL_CHECK(m_sql.run(u"DELETE FROM version_parts WHERE version_id = ?"_s, {id}));
    PASSEL_CHECK(m_sql.run(u"DELETE FROM pulls WHERE version_id = ?"_s, {id}));
    return m_sql.run(u"DELETE FROM versions WHERE id = ?"_s, {id});
}

Result<QList<PartEntry>> SqlTransaction::versionParts(qint64 versionId, const QList<Digest> &names)
{
    QList<PartEntry> parts;
    for (const Digest &name : names) {
        PASSEL_TRY(const auto part,
                   first<PartEntry>(m_sql,
                                    u"SELECT name, sha256, size FROM version_parts "
                                    "WHERE version_id = ? AND name = ? AND manifest = 0"_s,
                                    {versionId, bytesOf(name)}, partOf));
        if (!part)
            return parts;
        parts.append(*part);
    }
    return parts;
}

Result<std::optional<PartEntry>> SqlTransaction::sharePart(qint64 shareId, const Digest &name)
{
    return first<PartEntry>(m_sql,
                            u"SELECT p.name, p.sha256, p.size FROM version_parts p "
                            "JOIN versions v ON v.id = p.version_id WHERE p.name = ? "
                            "AND p.manifest = 0 AND v.share_id = ? AND v.retired_ms = 0 LIMIT 1"_s,
                            {bytesOf(name), shareId}, partOf);
}

Result<qint64> SqlTransaction::usedBytes(qint64 ownerId, qint64 nowMs)
{
    return number(m_sql,
                  u"SELECT COALESCE(SUM(size), 0) FROM (SELECT v.share_id, p.sha256, p.size "
                  "FROM version_parts p JOIN versions v ON v.id = p.version_id "
                  "JOIN shares s ON s.id = v.share_id WHERE s.owner_id = ? AND v.retired_ms = 0 "
                  "UNION SELECT h.share_id, q.sha256, q.size FROM push_parts q "
                  "JOIN pushes h ON h.id = q.push_id "
                  "WHERE h.user_id = ? AND h.version_id = 0 AND h.expires_ms > ?) used"_s,
                  {ownerId, ownerId, nowMs});
}

Result<qint64> SqlTransaction::shareCount(qint64 ownerId, qint64 exceptShareId, qint64 nowMs)
{
    return number(m_sql,
                  u"SELECT COUNT(*) FROM shares s WHERE owner_id = ? AND id <> ? AND "
                  "(version_id <> 0 OR EXISTS (SELECT 1 FROM pushes h WHERE h.share_id = s.id "
                  "AND h.version_id = 0 AND h.expires_ms > ?))"_s,
                  {ownerId, exceptShareId, nowMs});
}

Result<void> SqlTransaction::insertPush(const PushRow &push)
{
    return m_sql.run(
        u"INSERT INTO pushes (id, share_id, user_id, token_id, condition, expected, ttl_seconds, "
        "access, code_verifier, created_ms, expires_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {textOf(push.id), push.shareId, push.userId, textOf(push.tokenId), int(push.condition),
         bytesOf(push.expected), push.ttlSeconds, protocol::accessToText(push.access),
         textOf(push.codeVerifier), push.createdMs, push.expiresMs});
}

Result<std::optional<PushRow>> SqlTransaction::push(const QByteArray &id)
{
    return first<PushRow>(
        m_sql,
        u"SELECT p.id, p.share_id, s.name, p.user_id, p.token_id, p.condition, p.expected, "
        "p.ttl_seconds, p.access, p.code_verifier, p.created_ms, p.expires_ms, p.version_id "
        "FROM pushes p JOIN shares s ON s.id = p.share_id WHERE p.id = ?"_s,
        {textOf(id)}, [](const QSqlQuery &row) {
            PushRow push;
            push.id = row.value(0).toString().toLatin1();
            push.shareId = row.value(1).toLongLong();
            push.shareName = row.value(2).toString();
            push.userId = row.value(3).toLongLong();
            push.tokenId = row.value(4).toString().toLatin1();
            push.condition = static_cast<PushCondition>(row.value(5).toInt());
            push.expected = digestOf(row.value(6));
            push.ttlSeconds = row.value(7).toLongLong();
            push.access =
                protocol::accessFromText(row.value(8).toString()).value_or(protocol::Access::Owner);
            push.codeVerifier = row.value(9).toString().toLatin1();
            push.createdMs = row.value(10).toLongLong();
            push.expiresMs = row.value(11).toLongLong();
            push.versionId = row.value(12).toLongLong();
            return push;
        });
}

Result<void> SqlTransaction::completePush(const QByteArray &id, qint64 versionId, qint64 nowMs)
{
    PASSEL_CHECK(m_sql.run(u"INSERT INTO garbage (sha256, since_ms) SELECT DISTINCT sha256, "
                           "CAST(? AS INTEGER) FROM push_parts p WHERE push_id = ? AND NOT EXISTS "
                           "(SELECT 1 FROM version_parts v WHERE v.sha256 = p.sha256) "
                           "ON CONFLICT (sha256) DO NOTHING"_s,
                           {nowMs, textOf(id)}));
    PASSEL_CHECK(m_sql.run(u"DELETE FROM push_parts WHERE push_id = ?"_s, {textOf(id)}));
    return m_sql.run(u"UPDATE pushes SET version_id = ? WHERE id = ?"_s, {versionId, textOf(id)});
}

Result<QList<QByteArray>> SqlTransaction::openPushes(qint64 shareId)
{
    return all<QByteArray>(m_sql, u"SELECT id FROM pushes WHERE share_id = ? AND version_id = 0"_s,
                           {shareId},
                           [](const QSqlQuery &row) { return row.value(0).toString().toLatin1(); });
}

Result<PushTotals> SqlTransaction::pushTotals(const QByteArray &pushId)
{
    PASSEL_TRY(const auto totals,
               first<PushTotals>(
                   m_sql,
                   u"SELECT COUNT(*), COALESCE(SUM(size), 0) FROM push_parts "
                   "WHERE push_id = ? AND manifest = 0"_s,
                   {textOf(pushId)}, [](const QSqlQuery &row) {
                       return PushTotals{row.value(0).toLongLong(), row.value(1).toLongLong()};
                   }));
    return totals.value_or(PushTotals());
}

Result<void> SqlTransaction::putPushPart(const QByteArray &pushId, const PushPartRow &part)
{
    return m_sql.run(
        u"INSERT INTO push_parts (push_id, name, manifest, sha256, size, arrived) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (push_id, name, manifest) DO UPDATE SET "
        "sha256 = excluded.sha256, size = excluded.size, arrived = excluded.arrived"_s,
        {textOf(pushId), bytesOf(part.part.name), int(part.isManifest), bytesOf(part.part.sha256),
         part.part.size, int(part.arrived)});
}

namespace {

PushPartRow pushPartOf(const QSqlQuery &row)
{
    return {partOf(row), row.value(3).toBool(), row.value(4).toBool()};
}

} // namespace

Result<std::optional<PushPartRow>> SqlTransaction::pushPart(const QByteArray &pushId,
                                                            const Digest &name, bool isManifest)
{
    return first<PushPartRow>(m_sql,
                              u"SELECT name, sha256, size, manifest, arrived FROM push_parts "
                              "WHERE push_id = ? AND name = ? AND manifest = ?"_s,
                              {textOf(pushId), bytesOf(name), int(isManifest)}, pushPartOf);
}

Result<QList<PushPartRow>> SqlTransaction::pushParts(const QByteArray &pushId)
{
    return all<PushPartRow>(m_sql,
                            u"SELECT name, sha256, size, manifest, arrived FROM push_parts "
                            "WHERE push_id = ? ORDER BY name, manifest"_s,
                            {textOf(pushId)}, pushPartOf);
}

Result<void> SqlTransaction::markArrived(const QByteArray &pushId, const Digest &manifest)
{
    return m_sql.run(u"UPDATE push_parts SET arrived = 1 WHERE push_id = ? AND arrived = 0 "
                     "AND (manifest = 0 OR name = ?)"_s,
                     {textOf(pushId), bytesOf(manifest)});
}

Result<QList<Digest>> SqlTransaction::dropManifests(const QByteArray &pushId, const Digest &except)
{
    PASSEL_TRY(const QList<Digest> dropped,
               all<Digest>(m_sql,
                           u"SELECT sha256 FROM push_parts WHERE push_id = ? AND manifest = 1 "
                           "AND name <> ?"_s,
                           {textOf(pushId), bytesOf(except)},
                           [](const QSqlQuery &row) { return digestOf(row.value(0)); }));
    PASSEL_CHECK(
        m_sql.run(u"DELETE FROM push_parts WHERE push_id = ? AND manifest = 1 AND name <> ?"_s,
                  {textOf(pushId), bytesOf(except)}));
    return dropped;
}

Result<QList<QByteArray>> SqlTransaction::pushesToRemove(qint64 nowMs, int limit)
{
    return all<QByteArray>(
        m_sql, u"SELECT id FROM pushes WHERE expires_ms <= ? ORDER BY expires_ms LIMIT ?"_s,
        {nowMs, limit}, [](const QSqlQuery &row) { return row.value(0).toString().toLatin1(); });
}

Result<void> SqlTransaction::removePush(const QByteArray &id, qint64 nowMs)
{
    PASSEL_CHECK(m_sql.run(u"INSERT INTO garbage (sha256, since_ms) SELECT DISTINCT sha256, "
                           "CAST(? AS INTEGER) FROM push_parts WHERE push_id = ? "
                           "ON CONFLICT (sha256) DO NOTHING"_s,
                           {nowMs, textOf(id)}));
    PASSEL_CHECK(m_sql.run(u"DELETE FROM push_parts WHERE push_id = ?"_s, {textOf(id)}));
    return m_sql.run(u"DELETE FROM pushes WHERE id = ?"_s, {textOf(id)});
}

Result<void> SqlTransaction::recordPull(const PullRow &pull, const PullRecord &record)
{
    PASSEL_CHECK(
        m_sql.run(u"INSERT INTO pull_records (time_ms, pull_id, token_id, share_name, "
                  "version, client, source) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                  {record.timeMs, textOf(record.pullId), textOf(record.tokenId), record.shareName,
                   bytesOf(record.version), textOf(record.client), textOf(record.source)}));
    PASSEL_CHECK(
        m_sql.run(u"INSERT INTO pulls (id, share_id, version_id, token_id, created_ms, ends_ms) "
                  "VALUES (?, ?, ?, ?, ?, ?)"_s,
                  {textOf(pull.id), pull.shareId, pull.versionId, textOf(pull.tokenId),
                   pull.createdMs, pull.endsMs}));
    return m_sql.run(u"UPDATE shares SET downloads = downloads + 1, last_download_ms = ? "
                     "WHERE id = ?"_s,
                     {record.timeMs, pull.shareId});
}

Result<std::optional<PullRow>> SqlTransaction::pull(const QByteArray &id)
{
    return first<PullRow>(
        m_sql,
        u"SELECT id, share_id, version_id, token_id, created_ms, ends_ms "
        "FROM pulls WHERE id = ?"_s,
        {textOf(id)}, [](const QSqlQuery &row) {
            return PullRow{row.value(0).toString().toLatin1(), row.value(1).toLongLong(),
                           row.value(2).toLongLong(),          row.value(3).toString().toLatin1(),
                           row.value(4).toLongLong(),          row.value(5).toLongLong()};
        });
}

Result<void> SqlTransaction::removeEndedPulls(qint64 nowMs)
{
    return m_sql.run(u"DELETE FROM pulls WHERE ends_ms <= ?"_s, {nowMs});
}

Result<QList<PullRecord>> SqlTransaction::pullRecords(const QString &shareName, int limit)
{
    return all<PullRecord>(
        m_sql,
        u"SELECT time_ms, pull_id, token_id, share_name, version, client, source "
        "FROM pull_records WHERE share_name = ? ORDER BY id DESC LIMIT ?"_s,
        {shareName, limit}, [](const QSqlQuery &row) {
            return PullRecord{row.value(0).toLongLong(),
                              row.value(1).toString().toLatin1(),
                              row.value(2).toString().toLatin1(),
                              row.value(3).toString(),
                              digestOf(row.value(4)),
                              row.value(5).toString().toLatin1(),
                              row.value(6).toString().toLatin1()};
        });
}

Result<QList<Digest>> SqlTransaction::garbage(int limit)
{
    return all<Digest>(m_sql, u"SELECT sha256 FROM garbage ORDER BY sha256 LIMIT ?"_s, {limit},
                       [](const QSqlQuery &row) { return digestOf(row.value(0)); });
}

Result<bool> SqlTransaction::isReferenced(const Digest &sha256)
{
    PASSEL_TRY(const qint64 count,
               number(m_sql,
                      u"SELECT EXISTS (SELECT 1 FROM version_parts WHERE sha256 = ?) "
                      "OR EXISTS (SELECT 1 FROM push_parts WHERE sha256 = ?)"_s,
                      {bytesOf(sha256), bytesOf(sha256)}));
    return count != 0;
}

Result<void> SqlTransaction::forgetGarbage(const Digest &sha256)
{
    return m_sql.run(u"DELETE FROM garbage WHERE sha256 = ?"_s, {bytesOf(sha256)});
}

Result<QList<PartEntry>> SqlTransaction::referencedBlobs()
{
    return all<PartEntry>(m_sql,
                          u"SELECT sha256, sha256, MAX(size) FROM version_parts GROUP BY sha256 "
                          "ORDER BY sha256"_s,
                          {}, partOf);
}

Result<QStringList> SqlTransaction::brokenShares()
{
    return all<QString>(
        m_sql,
        u"SELECT s.name FROM shares s WHERE s.version_id <> 0 AND NOT EXISTS "
        "(SELECT 1 FROM versions v WHERE v.id = s.version_id AND v.share_id = s.id "
        "AND v.retired_ms = 0) "
        "UNION SELECT s.name FROM versions v JOIN shares s ON s.id = v.share_id "
        "WHERE v.retired_ms = 0 AND ("
        "(SELECT COUNT(*) FROM version_parts p WHERE p.version_id = v.id AND p.manifest = 0) "
        "<> v.parts OR "
        "(SELECT COALESCE(SUM(size), 0) FROM version_parts p WHERE p.version_id = v.id) <> v.size "
        "OR NOT EXISTS (SELECT 1 FROM version_parts p WHERE p.version_id = v.id "
        "AND p.manifest = 1 AND p.sha256 = v.manifest_sha256)) ORDER BY 1"_s,
        {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
}

Result<std::optional<IdempotencyRow>> SqlTransaction::idempotency(const QByteArray &tokenId,
                                                                  const QByteArray &key)
{
    return first<IdempotencyRow>(m_sql,
                                 u"SELECT request_hash, sealed_answer, created_ms FROM idempotency "
                                 "WHERE token_id = ? AND key = ?"_s,
                                 {textOf(tokenId), textOf(key)}, [](const QSqlQuery &row) {
                                     return IdempotencyRow{row.value(0).toByteArray(),
                                                           row.value(1).toByteArray(),
                                                           row.value(2).toLongLong()};
                                 });
}

Result<void> SqlTransaction::putIdempotency(const QByteArray &tokenId, const QByteArray &key,
                                            const IdempotencyRow &row)
{
    return m_sql.run(
        u"INSERT INTO idempotency (token_id, key, request_hash, sealed_answer, created_ms) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (token_id, key) DO UPDATE SET "
        "request_hash = excluded.request_hash, sealed_answer = excluded.sealed_answer, "
        "created_ms = excluded.created_ms"_s,
        {textOf(tokenId), textOf(key), row.requestHash, row.sealedAnswer, row.createdMs});
}

Result<void> SqlTransaction::removeIdempotencyBefore(qint64 ms)
{
    return m_sql.run(u"DELETE FROM idempotency WHERE created_ms < ?"_s, {ms});
}

Result<std::optional<QByteArray>> SqlTransaction::setting(const QString &name)
{
    return first<QByteArray>(m_sql, u"SELECT value FROM settings WHERE name = ?"_s, {name},
                             [](const QSqlQuery &row) { return row.value(0).toByteArray(); });
}

Result<void> SqlTransaction::putSetting(const QString &name, const QByteArray &value)
{
    return m_sql.run(u"INSERT INTO settings (name, value) VALUES (?, ?) "
                     "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                     {name, value.isNull() ? QByteArray("") : value});
}

} // namespace passel
