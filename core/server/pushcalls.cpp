// The push calls of ShareRouter: open, register, status, complete.
//
//     open ── register ⇄ PUT ── complete ── (publish, off the transaction) ── committed
//        └── 24 h without completion: the push is gone
#include "core/base/log.h"
#include "core/server/routercall.h"

#include <QSet>

#include <algorithm>

namespace passel {

using namespace Qt::StringLiterals;
using protocol::PartEntry;

namespace {

using Refused = std::optional<HttpResponse>;

constexpr qint64 Reserve = qint64(1) << 30; // disk left free: this, or a twentieth

} // namespace

Result<Refused> ShareRouter::checkRoom(MetadataTransaction &tx, qint64 userId, qint64 claimed,
                                       qint64 arriving)
{
    PASSEL_TRY(const auto user, tx.user(userId));
    PASSEL_TRY(const qint64 used, tx.usedBytes(userId, expiryNowMs()));
    if (user && claimed > user->quotaBytes - used)
        return Refused(problemAnswer("quota-exceeded", user->quotaBytes));
    PASSEL_TRY(const qint64 free, m_blobs.freeBytes());
    PASSEL_TRY(const qint64 total, m_blobs.totalBytes());
    const qint64 left = free - arriving;
    if (left < Reserve && left < total / 20)
        return Refused(problemAnswer("storage-full"));
    return Refused();
}

HttpResponse ShareRouter::openPush(Call &call)
{
    return change(call, [&](MetadataTransaction &tx) -> Result<HttpResponse> {
        // Step 9: the name, and whose it is.
        const QString name = QString::fromLatin1(call.name);
        if (!isShareName(name))
            return problemAnswer("key-invalid");
        PASSEL_TRY(const auto found, tx.share(name));
        ShareRow share = found.value_or(ShareRow());
        const bool live = found && isLive(share);
        if (found && share.ownerId != call.userId()) {
            const bool held = live || share.versionId != 0 || share.heldUntilMs > expiryNowMs();
            if (held)
                return problemAnswer("key-taken");
        }
        // Step 10: the body, what it asks for, and room for it.
        protocol::OpenPush request;
        if (auto refused = readBody(call.request, request))
            return *refused;
        if (request.ttlSeconds > m_policy.ttlCapSeconds)
            return problemAnswer("body-invalid", m_policy.ttlCapSeconds);
        if (request.estimatedSize > m_policy.shareSizeLimit)
            return problemAnswer("too-large", m_policy.shareSizeLimit);
        PushCondition condition = PushCondition::None;
        Digest expected;
        if (!readIfMatch(call.request, condition, expected))
            return problemAnswer("body-invalid");
        PASSEL_TRY(const auto conflict, precondition(tx, share, condition, expected));
        if (conflict)
            return *conflict;
        if (!live) {
            PASSEL_TRY(const auto user, tx.user(call.userId()));
            PASSEL_TRY(const qint64 count, tx.shareCount(call.userId(), share.id, expiryNowMs()));
            if (user && count >= user->quotaShares)
                return problemAnswer("quota-exceeded", user->quotaShares);
        }
        PASSEL_TRY(const auto noRoom,
                   checkRoom(tx, call.userId(), request.estimatedSize, request.estimatedSize));
        if (noRoom)
            return *noRoom;
        PushRow push;
        push.id = newSessionId();
        push.userId = call.userId();
        push.tokenId = call.token->id;
        push.condition = condition;
        push.expected = expected;
        push.ttlSeconds = ttlOf(request.ttlSeconds);
        push.access = request.access;
        push.codeVerifier = request.codeVerifier;
        push.createdMs = call.nowMs;
        push.expiresMs = call.nowMs + protocol::PushLifeSeconds * 1000;
        // The first push of a name claims it, at first for as long as the push may take.
        if (!found) {
            share.name = name;
            share.ownerId = call.userId();
            share.heldUntilMs = push.expiresMs;
            PASSEL_TRY(share.id, tx.insertShare(share));
        } else if (share.ownerId != call.userId()) {
            share.ownerId = call.userId();
            share.isExpired = false;
            share.isDeleted = true; // the former owner's content is nobody's any more
            share.heldUntilMs = push.expiresMs;
            PASSEL_CHECK(tx.updateShare(share));
            PASSEL_CHECK(tx.resetDownloads(share.id));
        } else if (share.versionId == 0 && share.heldUntilMs < push.expiresMs) {
            share.heldUntilMs = push.expiresMs;
            PASSEL_CHECK(tx.updateShare(share));
        }
        push.shareId = share.id;
        PASSEL_CHECK(tx.insertPush(push));
        protocol::OpenedPush answer;
        answer.pushId = QString::fromLatin1(push.id);
        answer.expiresAtMs = push.expiresMs;
        answer.urlExpiresAtMs = (call.nowMs / 1000 + protocol::UrlLifeSeconds) * 1000;
        if (live) {
            PASSEL_TRY(const QList<VersionRow> versions, tx.versionsOf(share.id));
            for (const VersionRow &version : versions) {
                const bool wanted = request.parent ? version.version == *request.parent
                                                   : version.id == share.versionId;
                if (!wanted)
                    continue;
                answer.parent = signedGet(
                    call, share.id, push.id,
                    PartEntry{version.version, version.manifestSha256, version.manifestSize});
                break;
            }
        }
        return jsonResponse(201, answer.toJson());
    });
}

Result<PushRow> ShareRouter::ownPush(MetadataTransaction &tx, const Call &call, Refused &refused)
{
    std::optional<PushRow> push;
    if (isSessionId(call.id)) {
        PASSEL_TRY(push, tx.push(call.id));
    }
    if (!push || push->userId != call.userId())
        refused = problemAnswer("push-not-found");
    else if (push->versionId == 0 && push->expiresMs <= expiryNowMs())
        refused = problemAnswer("upload-expired");
    return push.value_or(PushRow());
}

// A digest alone gives nobody's bytes: they came with this push, or the push has shown them before.
// A mark alone is not believed either: after a power cut the bytes may be gone.
Result<bool> ShareRouter::isHere(const QByteArray &pushId, const PushPartRow &row)
{
    const BlobName blob{row.part.sha256, row.part.size};
    if (row.arrived) {
        PASSEL_TRY(const qint64 size, m_blobs.size(blob.sha256));
        if (size == blob.size)
            return true;
    }
    return m_blobs.hasArrived(pushId, blob);
}

Result<protocol::PartState> ShareRouter::registerPart(MetadataTransaction &tx, const Call &call,
                                                      const PushRow &push, const PartEntry &part,
                                                      bool isManifest)
{
    PASSEL_TRY(const auto known, tx.pushPart(push.id, part.name, isManifest));
    PushPartRow row{part, isManifest, false};
    bool here = false;
    if (known && known->arrived) {
        PASSEL_TRY(here, isHere(push.id, *known));
    }
    if (here) {
        row = *known;
    } else {
        if (known && known->part.sha256 != part.sha256)
            PASSEL_CHECK(m_blobs.discard(push.id, {known->part.sha256}));
        // The same raw bytes may be compressed otherwise; what the share stores already will do.
        std::optional<PartEntry> stored;
        if (!isManifest) {
            PASSEL_TRY(const auto share, tx.shareById(push.shareId));
            if (share && isLive(*share)) {
                PASSEL_TRY(stored, tx.sharePart(push.shareId, part.name));
            }
        }
        if (stored) {
            row.part = *stored;
            row.arrived = true;
        }
        PASSEL_TRY(here, isHere(push.id, row));
        if (!known || !(known->part == row.part) || known->arrived != row.arrived)
            PASSEL_CHECK(tx.putPushPart(push.id, row));
    }
    protocol::PartState state;
    state.name = part.name;
    state.isMissing = !here;
    if (state.isMissing) {
        const BlobGrant grant{BlobGrant::Put,
                              push.shareId,
                              push.id,
                              call.identity(),
                              part.sha256,
                              part.size,
                              call.nowMs / 1000 + protocol::UrlLifeSeconds};
        state.url = m_signer.sign(grant, originOf(call.request));
    }
    return state;
}

HttpResponse ShareRouter::registerParts(Call &call)
{
    return change(call, [&](MetadataTransaction &tx) -> Result<HttpResponse> {
        Refused refused;
        PASSEL_TRY(const PushRow push, ownPush(tx, call, refused));
        if (refused)
            return *refused;
        if (push.versionId != 0)
            return problemAnswer("push-complete");
        protocol::RegisterParts request;
        if ((refused = readBody(call.request, request)))
            return *refused;
        QList<PartEntry> all = request.parts;
        if (request.manifest)
            all.append(*request.manifest);
        for (const PartEntry &part : std::as_const(all)) {
            if (part.size > m_policy.partSizeLimit)
                return problemAnswer("too-large", m_policy.partSizeLimit);
        }
        protocol::RegisteredParts answer;
        qint64 missing = 0;
        for (const PartEntry &part : std::as_const(request.parts)) {
            PASSEL_TRY(const auto state, registerPart(tx, call, push, part, false));
            missing += state.isMissing ? part.size : 0;
            answer.parts.append(state);
        }
        if (request.manifest) { // a push has one; a second replaces the first
            PASSEL_TRY(const QList<Digest> old, tx.dropManifests(push.id, request.manifest->name));
            PASSEL_CHECK(m_blobs.discard(push.id, old));
            PASSEL_TRY(answer.manifest, registerPart(tx, call, push, *request.manifest, true));
            missing += answer.manifest->isMissing ? request.manifest->size : 0;
        }
        PASSEL_TRY(const PushTotals totals, tx.pushTotals(push.id));
        if (totals.parts > m_policy.partCountLimit)
            return problemAnswer("too-large", m_policy.partCountLimit);
        if (totals.bytes > m_policy.shareSizeLimit)
            return problemAnswer("too-large", m_policy.shareSizeLimit);
        // What was just registered counts already.
        PASSEL_TRY(const auto noRoom, checkRoom(tx, push.userId, 0, missing));
        if (noRoom)
            return *noRoom;
        answer.urlExpiresAtMs = (call.nowMs / 1000 + protocol::UrlLifeSeconds) * 1000;
        return jsonResponse(200, answer.toJson());
    });
}

HttpResponse ShareRouter::pushStatus(Call &call)
{
    return look([&](MetadataTransaction &tx) -> Result<HttpResponse> {
        Refused refused;
        PASSEL_TRY(const PushRow push, ownPush(tx, call, refused));
        if (refused)
            return *refused;
        protocol::PushStatus status;
        status.pushId = QString::fromLatin1(push.id);
        status.name = push.shareName;
        status.expiresAtMs = push.expiresMs;
        if (push.versionId != 0) {
            status.state = protocol::PushStatus::Complete;
            PASSEL_TRY(const auto share, tx.shareById(push.shareId));
            PASSEL_TRY(const auto version, tx.version(push.versionId));
            if (share && version) {
                status.version = describe(*share, *version);
                status.registered = version->parts;
            }
            return jsonResponse(200, status.toJson());
        }
        PASSEL_TRY(const QList<PushPartRow> rows, tx.pushParts(push.id));
        for (const PushPartRow &row : rows) {
            PASSEL_TRY(const bool arrived, isHere(push.id, row));
            status.registered += row.isManifest ? 0 : 1;
            status.bytesArrived += arrived ? row.part.size : 0;
            if (row.isManifest)
                status.manifestArrived = status.manifestArrived || arrived;
            else if (arrived)
                status.arrived.append(row.part.name);
        }
        return jsonResponse(200, status.toJson());
    });
}

// All that the version refers to is registered and has arrived; \a blobs are its distinct bytes.
Result<Refused> ShareRouter::checkArrived(MetadataTransaction &tx, const PushRow &push,
                                          const protocol::CompletePush &request,
                                          QList<Digest> &blobs)
{
    PASSEL_TRY(const QList<PushPartRow> rows, tx.pushParts(push.id));
    QSet<Digest> distinct;
    QList<Digest> names;
    bool manifest = false;
    bool missing = false;
    for (const PushPartRow &row : rows) {
        if (row.isManifest && row.part.name != request.manifest.name)
            continue;
        PASSEL_TRY(const bool arrived, isHere(push.id, row));
        missing = missing || !arrived;
        distinct.insert(row.part.sha256);
        if (row.isManifest)
            manifest = row.part == request.manifest;
        else
            names.append(row.part.name);
    }
    if (missing || !manifest || names.size() != request.partsCount
        || protocol::partsDigestOf(names) != request.partsDigest)
        return Refused(problemAnswer("parts-missing"));
    blobs = QList<Digest>(distinct.begin(), distinct.end());
    return Refused();
}

HttpResponse ShareRouter::completePush(Call &call)
{
    protocol::CompletePush request;
    QList<Digest> blobs;
    bool done = false;
    // First transaction: what this push has shown to have is noted, so that after a crash between
    // renaming and committing nothing needs to be sent again.
    HttpResponse first = change(call, [&](MetadataTransaction &tx) -> Result<HttpResponse> {
        Refused refused;
        PASSEL_TRY(const PushRow push, ownPush(tx, call, refused));
        if (refused)
            return *refused;
        if ((refused = readBody(call.request, request)))
            return *refused;
        if (push.versionId != 0) {
            done = true;
            PASSEL_TRY(const auto share, tx.shareById(push.shareId));
            PASSEL_TRY(const auto version, tx.version(push.versionId));
            if (!share || !version || version->version != request.manifest.name)
                return problemAnswer("push-complete");
            return jsonResponse(200, describe(*share, *version).toJson());
        }
        PASSEL_TRY(refused, checkArrived(tx, push, request, blobs));
        if (refused)
            return *refused;
        PASSEL_CHECK(tx.markArrived(push.id, request.manifest.name));
        return jsonResponse(200, {});
    });
    if (first.status != 200 || done)
        return first;
    // Durable before the name moves (REL-01).
    if (const Result<void> published = m_blobs.publish(call.id, blobs); !published) {
        if (published.error().code() == "parts-missing")
            return problemAnswer("parts-missing");
        return failed(published.error());
    }
    HttpResponse last =
        change(call, [&](MetadataTransaction &tx) { return commitPush(tx, call, request, blobs); });
    if (last.status == 200) {
        // A part that was sent twice may have arrived again meanwhile.
        if (const Result<void> tidied = m_blobs.discard(call.id, blobs); !tidied)
            qCWarning(logServer).noquote() << "storage:" << tidied.error().detail();
    }
    return last;
}

Result<HttpResponse> ShareRouter::commitPush(MetadataTransaction &tx, const Call &call,
                                             const protocol::CompletePush &request,
                                             const QList<Digest> &published)
{
    Refused refused;
    PASSEL_TRY(const PushRow push, ownPush(tx, call, refused));
    if (refused)
        return *refused;
    PASSEL_TRY(const auto found, tx.shareById(push.shareId));
    if (!found || found->ownerId != push.userId)
        return problemAnswer("key-taken");
    ShareRow share = *found;
    if (push.versionId != 0) { // completed twice at once: the other was first, with the same answer
        PASSEL_TRY(const auto version, tx.version(push.versionId));
        if (!version || version->version != request.manifest.name)
            return problemAnswer("push-complete");
        return jsonResponse(200, describe(share, *version).toJson());
    }
    PASSEL_TRY(const auto conflict, precondition(tx, share, push.condition, push.expected));
    if (conflict)
        return *conflict;
    // Nothing was held while the bytes were published: a part registered since then was not looked
    // at, and must not slip in.
    QList<Digest> now;
    PASSEL_TRY(refused, checkArrived(tx, push, request, now));
    const QSet<Digest> looked(published.begin(), published.end());
    if (!refused && !std::all_of(now.begin(), now.end(), [&](const Digest &d) {
            return looked.contains(d);
        }))
        refused = problemAnswer("parts-missing");
    if (refused)
        return *refused;
    PASSEL_TRY(const PushTotals totals, tx.pushTotals(push.id));
    PASSEL_TRY(QList<VersionRow> earlier, tx.versionsOf(share.id));
    if (!isLive(share)) {
        for (const VersionRow &version : std::as_const(earlier))
            PASSEL_CHECK(tx.retireVersion(version.id, call.nowMs));
        earlier.clear();
    }
    VersionRow version;
    version.shareId = share.id;
    version.version = request.manifest.name;
    version.manifestSha256 = request.manifest.sha256;
    version.manifestSize = request.manifest.size;
    version.size = totals.bytes + request.manifest.size;
    version.parts = totals.parts;
    version.createdMs = call.nowMs;
    PASSEL_TRY(version.id, tx.insertVersion(version, push.id));
    qsizetype kept = 0;
    for (const VersionRow &old : std::as_const(earlier)) {
        // The same content pushed again renews the share and is no version more.
        const bool same = old.version == version.version;
        if (same || kept >= protocol::EarlierVersionsKept)
            PASSEL_CHECK(tx.retireVersion(old.id, call.nowMs));
        else
            ++kept;
    }
    share.versionId = version.id;
    share.access = push.access;
    share.codeVerifier = push.codeVerifier;
    share.expiresMs = call.nowMs + push.ttlSeconds * 1000;
    share.isExpired = false;
    share.isDeleted = false;
    share.heldUntilMs = share.expiresMs + protocol::NameHoldSeconds * 1000;
    PASSEL_CHECK(tx.updateShare(share));
    PASSEL_CHECK(tx.completePush(push.id, version.id, call.nowMs));
    return jsonResponse(200, describe(share, version).toJson());
}

} // namespace passel
