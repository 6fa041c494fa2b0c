#include "core/server/sweep.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace passel {

namespace {

constexpr int Batch = 256; // rows a transaction, so that calls need not wait long
constexpr qint64 DayMs = 86'400'000;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::Sweep)
};

using End = MetadataStore::End;

// Repeats a transaction until it finds nothing more to do.
Result<void> drain(MetadataStore &store,
                   const std::function<Result<bool>(MetadataTransaction &)> &step)
{
    bool more = true;
    const auto once = [&](MetadataTransaction &tx) -> Result<End> {
        PASSEL_TRY(more, step(tx));
        return End::Commit;
    };
    while (more)
        PASSEL_CHECK(store.write(once));
    return {};
}

Result<bool> expireShares(MetadataTransaction &tx, qint64 nowMs)
{
    PASSEL_TRY(const QList<ShareRow> shares, tx.sharesToExpire(nowMs, Batch));
    for (ShareRow share : shares) {
        PASSEL_TRY(const QList<VersionRow> versions, tx.versionsOf(share.id));
        for (const VersionRow &version : versions)
            PASSEL_CHECK(tx.retireVersion(version.id, nowMs));
        share.versionId = 0;
        share.isExpired = true;
        PASSEL_CHECK(tx.updateShare(share));
    }
    return shares.size() == Batch;
}

Result<bool> removeOld(MetadataTransaction &tx, qint64 nowMs)
{
    PASSEL_CHECK(tx.removeEndedPulls(nowMs));
    PASSEL_CHECK(tx.removeIdempotencyBefore(nowMs - protocol::IdempotencyLifeSeconds * 1000));
    return false;
}

Result<bool> removeVersions(MetadataTransaction &tx, qint64 nowMs)
{
    PASSEL_TRY(const QList<qint64> versions, tx.versionsToRemove(nowMs, Batch));
    for (const qint64 id : versions)
        PASSEL_CHECK(tx.removeVersion(id, nowMs));
    return versions.size() == Batch;
}

Result<bool> forgetNames(MetadataTransaction &tx, qint64 nowMs)
{
    PASSEL_TRY(const QList<qint64> names, tx.sharesToForget(nowMs, Batch));
    for (const qint64 id : names)
        PASSEL_CHECK(tx.removeShare(id));
    return names.size() == Batch;
}

Result<bool> removePushes(MetadataTransaction &tx, BlobStore &blobs, qint64 nowMs)
{
    PASSEL_TRY(const QList<QByteArray> pushes, tx.pushesToRemove(nowMs, Batch));
    for (const QByteArray &id : pushes) {
        PASSEL_TRY(const QList<PushPartRow> parts, tx.pushParts(id));
        QList<Digest> names;
        for (const PushPartRow &part : parts)
            names.append(part.part.sha256);
        PASSEL_CHECK(blobs.discard(id, names));
        PASSEL_CHECK(tx.removePush(id, nowMs));
    }
    return pushes.size() == Batch;
}

Result<bool> collectGarbage(MetadataTransaction &tx, BlobStore &blobs)
{
    PASSEL_TRY(const QList<Digest> candidates, tx.garbage(Batch));
    for (const Digest &sha256 : candidates) {
        // No push can register the blob while this transaction holds the writer's place.
        PASSEL_TRY(const bool referenced, tx.isReferenced(sha256));
        if (!referenced)
            PASSEL_CHECK(blobs.remove(sha256));
        PASSEL_CHECK(tx.forgetGarbage(sha256));
    }
    return candidates.size() == Batch;
}

Result<bool> verifyBlob(BlobStore &blobs, const BlobName &blob)
{
    PASSEL_TRY(const auto file, blobs.open(blob.sha256));
    Sha256 sha;
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (qint64 at = 0; at < blob.size;) {
        PASSEL_TRY(const qint64 got, file->readAt(at, buffer.data(), buffer.size()));
        if (got == 0)
            break;
        sha.add(QByteArrayView(buffer.constData(), got));
        at += got;
    }
    return sha.finish() == blob.sha256;
}

} // namespace

Result<void> sweep(MetadataStore &store, BlobStore &blobs, qint64 nowMs)
{
    using Step = std::function<Result<bool>(MetadataTransaction &)>;
    const auto steps = std::to_array<Step>({
        [&](MetadataTransaction &tx) { return expireShares(tx, nowMs); },
        [&](MetadataTransaction &tx) { return removeOld(tx, nowMs); },
        [&](MetadataTransaction &tx) { return removeVersions(tx, nowMs); },
        [&](MetadataTransaction &tx) { return removePushes(tx, blobs, nowMs); },
        [&](MetadataTransaction &tx) { return collectGarbage(tx, blobs); },
        [&](MetadataTransaction &tx) { return forgetNames(tx, nowMs); },
    });
    for (const auto &step : steps)
        PASSEL_CHECK(drain(store, step));
    return {};
}

Result<CheckReport> checkStores(MetadataStore &store, BlobStore &blobs, qint64 nowMs, bool readData)
{
    CheckReport report;
    if (const Result<void> sound = store.verify(); !sound)
        report.faults += sound.error().message();
    QHash<Digest, qint64> referenced;
    QHash<Digest, bool> known;
    QStringList broken;
    PASSEL_TRY(const auto present, blobs.list());
    const auto look = [&](MetadataTransaction &tx) -> Result<End> {
        PASSEL_TRY(const auto entries, tx.referencedBlobs());
        for (const auto &entry : entries)
            referenced.insert(entry.sha256, entry.size);
        PASSEL_TRY(broken, tx.brokenShares());
        for (const auto &[blob, writtenMs] : present) {
            PASSEL_TRY(const bool any, tx.isReferenced(blob.sha256));
            known.insert(blob.sha256, any);
        }
        return End::Rollback;
    };
    PASSEL_CHECK(store.read(look));
    for (const QString &name : std::as_const(broken))
        report.faults += Text::tr("The share %1 is not whole: a version or a part of it is not "
                                  "in the database.")
                             .arg(name);
    QHash<Digest, qint64> sizes;
    for (const auto &[blob, writtenMs] : present) {
        sizes.insert(blob.sha256, blob.size);
        const QString name = QString::fromLatin1(blob.sha256.toHex());
        if (known.value(blob.sha256))
            continue;
        if (nowMs - writtenMs >= DayMs)
            report.faults += Text::tr("No share refers to the file %1.").arg(name);
        else
            report.notes += Text::tr("No share refers to the new file %1 yet.").arg(name);
    }
    for (auto i = referenced.constBegin(); i != referenced.constEnd(); ++i) {
        ++report.blobs;
        const QString name = QString::fromLatin1(i.key().toHex());
        const auto size = sizes.constFind(i.key());
        if (size == sizes.constEnd()) {
            report.faults += Text::tr("The file %1 is missing.").arg(name);
        } else if (*size != i.value()) {
            report.faults += Text::tr("The file %1 has another size than was stored.").arg(name);
        } else if (readData) {
            const auto whole = verifyBlob(blobs, {i.key(), i.value()});
            if (!whole || !*whole)
                report.faults += Text::tr("The file %1 was changed or cannot be read.").arg(name);
        }
    }
    report.faults.sort();
    return report;
}

} // namespace passel
