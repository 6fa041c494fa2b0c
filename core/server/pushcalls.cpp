// The push calls of ShareRouter: open, register, status, complete.
//
//     open ── register ⇄ PUT ── complete ── (publish, off the transaction) ── committed
//        └── 24 h without completion: the push is gone
#include "core/server/routercall.h"

#include <QSet>

namespace passel {

using namespace Qt::StringLiterals;
using protocol::PartEntry;

namespace {

using Refused = std::optional<HttpResponse>;

constexpr qint64 Reserve = qint64(1) << 30; // disk left free: this, or a twentieth

} // namespace

Result<Refused> ShareRouter::checkRoom(MetadataTransaction &tx, qint64 userId, qint64 moreBytes,
                                       bool newShare)
{
    PASSEL_TRY(const auto user, tx.user(userId));
    PASSEL_TRY(const qint64 used, tx.usedBytes(userId));
    if (user && moreBytes > user->quotaBytes - used)
        return Refused(problemAnswer("quota-exceeded", user->quotaBytes));
    if (user && newShare) {
        PASSEL_TRY(const qint64 count, tx.shareCount(userId));
        if (count >= user->quotaShares)
            return Refused(problemAnswer("quota-exceeded", user->quotaShares));
    }
    PASSEL_TRY(const qint64 free, m_blobs.freeBytes());
    PASSEL_TRY(const qint64 total, m_blobs.totalBytes());
    const qint64 left = free - moreBytes;
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
        PASSEL_TRY(const auto noRoom, checkRoom(tx, call.userId(), request.estimatedSize, !live));
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

Result<protocol::PartState> ShareRouter::registerPart(MetadataTransaction &tx, const Call &call,
                                                      const PushRow &push, const PartEntry &part,
                                                      bool isManifest)
{
    PASSEL_TRY(const auto known, tx.pushPart(push.id, part.name, isManifest));
    PushPartRow row{part, isManifest, false};
    if (known && known->arrived) {
        row = *known;
    } else {
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
        } else {
            PASSEL_TRY(row.arrived, m_blobs.hasArrived(push.id, part.sha256));
        }
        if (!known || !(known->part == row.part) || row.arrived)
            PASSEL_CHECK(tx.putPushPart(push.id, row));
    }
    protocol::PartState state;
    state.name = part.name;
    state.isMissing = !row.arrived;
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
        PASSEL_TRY(const PushTotals before, tx.pushTotals(push.id));
        protocol::RegisteredParts answer;
        for (const PartEntry &part : std::as_const(request.parts)) {
            PASSEL_TRY(const auto state, registerPart(tx, call, push, part, false));
            answer.parts.append(state);
        }
        if (request.manifest) {
            PASSEL_TRY(answer.manifest, registerPart(tx, call, push, *request.manifest, true));
        }
        PASSEL_TRY(const PushTotals totals, tx.pushTotals(push.id));
        if (totals.parts > m_policy.partCountLimit)
            return problemAnswer("too-large", m_policy.partCountLimit);
        if (totals.bytes > m_policy.shareSizeLimit)
            return problemAnswer("too-large", m_policy.shareSizeLimit);
        // What is used is summed over all shares: done at the beginning and at the end of a push.
        if (before.parts == 0 || request.manifest) {
            qint64 missing = 0;
            PASSEL_TRY(const QList<PushPartRow> rows, tx.pushParts(push.id));
            for (const PushPartRow &row : rows)
                missing += row.arrived ? 0 : row.part.size;
            PASSEL_TRY(const auto noRoom, checkRoom(tx, push.userId, missing, false));
            if (noRoom)
                return *noRoom;
        }
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
            bool arrived = row.arrived;
            if (!arrived) {
                PASSEL_TRY(arrived, m_blobs.hasArrived(push.id, row.part.sha256));
            }
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
        bool arrived = row.arrived;
        if (!arrived) {
            PASSEL_TRY(arrived, m_blobs.hasArrived(push.id, row.part.sha256));
        }
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
    // First transaction: what arrived is noted, so that after a crash between renaming and
    // committing nothing needs to be sent again.
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
        PASSEL_CHECK(tx.markArrived(push.id));
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
    return change(call,
                  [&](MetadataTransaction &tx) { return commitPush(tx, call, request, done); });
}

Result<HttpResponse> ShareRouter::commitPush(MetadataTransaction &tx, const Call &call,
                                             const protocol::CompletePush &request, bool &done)
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
    done = true;
    return jsonResponse(200, describe(share, version).toJson());
}

} // namespace passel
