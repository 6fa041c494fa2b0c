#include "core/look/profile.h"
#include "core/share/pushjob_p.h"
#include "core/share/sharepack.h"

#include <QTimer>

#include <algorithm>

namespace passel {

using namespace protocol;

PushJob::PushJob(std::shared_ptr<ShareClient> client, DocumentArray array, PushOptions options,
                 QObject *parent)
    : TransferJob(parent)
    , d(std::make_unique<Private>(this, std::move(client), std::move(array), std::move(options)))
{
    if (d->options.name.isEmpty())
        d->options.name = proposeShareName();
    if (d->options.access == Access::Code && !d->options.code)
        d->options.code = ShareCode::generate();
    if (d->options.access != Access::Code)
        d->options.code.reset();
}

PushJob::~PushJob() = default;

std::unique_ptr<PushJob> PushJob::makeNext(std::shared_ptr<ShareClient> client) const
{
    auto next =
        std::make_unique<PushJob>(client ? std::move(client) : d->keptClient, d->array, d->options);
    next->d->pushId = d->pushId;
    next->d->parent = d->parent;
    next->d->parentId = d->parentId;
    next->d->rows = d->rows;
    next->d->manifest = d->manifest;
    next->d->manifestEntry = d->manifestEntry;
    return next;
}

const std::optional<PushResult> &PushJob::result() const noexcept
{
    return d->result;
}

const std::optional<ShareConflict> &PushJob::conflict() const noexcept
{
    return d->conflict;
}

const QString &PushJob::name() const noexcept
{
    return d->options.name;
}

void PushJob::run()
{
    connect(&d->client, &ShareClient::waiting, d->scope.get(),
            [this] { setPhase(TransferProgress::Waiting); });
    connect(&d->client, &ShareClient::answered, d->scope.get(), [this] {
        setPhase(d->isFinishing ? TransferProgress::Finishing
                 : d->pool      ? TransferProgress::Transferring
                                : TransferProgress::Connecting);
    });
    d->begin();
}

void PushJob::stop()
{
    // Late answers and results are dropped with these.
    d->scope = std::make_unique<QObject>();
    d->packTask.abandon();
    d->buffer->close();
    d->held.clear();
}

void PushJob::Private::begin()
{
    if (!isShareName(options.name)) {
        q->finishFailed(Error(ErrorKind::Input, QByteArrayLiteral("key-invalid"),
                              tr("“%1” is no key. A key has 2 to 63 small letters, digits, - and "
                                 "_, and begins and ends with a letter or digit.")
                                  .arg(visibleText(options.name.left(100)))));
        return;
    }
    client.serverInfo(scope.get(), [this](const Result<ServerInfo> &info) {
        if (!info) {
            q->finishFailed(info.error());
        } else if (options.ttlSeconds > info->ttlCapSeconds) {
            // In days only when that is all of it: never "at most 0 days".
            const qint64 cap = info->ttlCapSeconds;
            const QString words =
                cap % 86'400 == 0
                    ? tr("%1 keeps a share for at most %n day(s).", nullptr, int(cap / 86'400))
                    : tr("%1 keeps a share for at most %n hour(s).", nullptr,
                         int(std::max<qint64>(cap / 3'600, 1)));
            q->finishFailed(Error(ErrorKind::Limit, QByteArrayLiteral("ttl-too-long"),
                                  words.arg(serverTitle())));
        } else if (pushId.isEmpty()) {
            open();
        } else {
            goOn();
        }
    });
}

void PushJob::Private::goOn()
{
    client.pushStatus(pushId, scope.get(), [this](const Result<PushStatus> &status) {
        if (!status && status.error().kind() == ErrorKind::Server
            && (status.error().code() == "push-not-found"
                || status.error().code() == "upload-expired")) {
            manifest.reset();
            open();
        } else if (!status) {
            q->finishFailed(status.error());
        } else if (status->state == PushStatus::Open) {
            there = QSet<Digest>(status->arrived.cbegin(), status->arrived.cend());
            pack();
        } else if (status->state == PushStatus::Completing) {
            poll();
        } else if (status->version) { // only its last answer was lost
            finish(*status->version);
        } else {
            open();
        }
    });
}

void PushJob::Private::open()
{
    OpenPush request;
    request.parent = options.parent;
    request.ttlSeconds = options.ttlSeconds;
    request.access = options.access;
    if (options.code)
        request.codeVerifier = options.code->verifier(options.name);
    client.openPush(options.name, request, options.overwrite, scope.get(),
                    [this](const Result<ShareClient::OpenOutcome> &outcome) {
                        if (!outcome) {
                            q->finishFailed(outcome.error());
                        } else if (const auto *other = std::get_if<ShareConflict>(&*outcome)) {
                            takeOutcome(*other);
                        } else {
                            const auto &opened = std::get<OpenedPush>(*outcome);
                            pushId = opened.pushId;
                            takeParent(opened.parent);
                        }
                    });
}

void PushJob::Private::takeParent(const std::optional<SignedPart> &signedParent)
{
    if (!signedParent) {
        pack();
        return;
    }
    parentId = signedParent->part.name;
    client.getStored(*signedParent, scope.get(), [this](const Result<QByteArray> &stored) {
        // Without it the table is cut anew, which costs bytes but nothing else.
        if (stored) {
            Result<Manifest> opened = openManifest(*parentId, *stored);
            if (opened && opened->kind == Manifest::Kind::Table)
                parent = std::make_shared<const Manifest>(*std::move(opened));
        }
        pack();
    });
}

void PushJob::Private::pack()
{
    q->setPhase(TransferProgress::Transferring);
    for (const qsizetype column : options.columns) {
        if (column < 0 || column >= array.columnCount()) {
            q->finishFailed(
                Error(ErrorKind::Input, QByteArrayLiteral("not-a-column"),
                      tr("The table has no column %1, so it cannot be pushed.").arg(column + 1)));
            return;
        }
    }
    const DocumentArray table =
        options.columns.empty() ? array : array.withColumnOrder(options.columns);
    rows = table.rowCount();
    PackOptions how;
    how.parentId = parentId ? parentId : options.parent;
    how.recipe = options.recipe;
    how.views = options.views;
    how.note = options.note;
    how.author = options.author;
    how.client = QString::fromLatin1(client.options().client.toHeader());
    how.createdMs = client.options().clock->nowMs();
    isPacking = true;
    if (!pool)
        pool = std::make_unique<ThreadPool>();
    how.pool = pool.get();
    packTask = Task<PackedManifest>::start(
        *pool,
        [this, table, how, parentManifest = parent,
         ready = buffer](const TaskContext &context) mutable -> Result<PackedManifest> {
            how.parent = parentManifest.get();
            PASSEL_TRY(const std::vector<ColumnProfile> profiles, profileArray(table, context));
            for (const ColumnProfile &profile : profiles)
                how.profiles.push_back(profile.toJson());
            const PartSink sink = [&](PackedPart part) -> Result<void> {
                const PartEntry entry{part.ref.name, sha256(part.stored), part.stored.size()};
                bool isFirst = false;
                if (!ready->add({entry, std::move(part.stored)}, &isFirst))
                    return Error::cancelled();
                if (isFirst)
                    context.deliver([this] { takePacked(); });
                return {};
            };
            PASSEL_TRY(const Manifest made, packArray(table, how, context, sink));
            return packManifest(made);
        },
        [this](Result<PackedManifest> made) {
            isPacking = false;
            if (!made) {
                q->finishFailed(std::move(made).error());
                return;
            }
            if (!manifest) { // a second round packs the same version again
                manifest = *std::move(made);
                manifestEntry = {manifest->id, sha256(manifest->stored), manifest->stored.size()};
            }
            takePacked();
        });
}

void PushJob::Private::takePacked()
{
    for (ReadyPart &part : buffer->take()) {
        const Digest &name = part.entry.name;
        if (!sizes.contains(name)) {
            sizes.insert(name, part.entry.size);
            knownBytes += part.entry.size;
            if (there.contains(name))
                thereBytes += part.entry.size;
        }
        if (there.contains(name) || held.contains(name)) {
            buffer->release(part.entry.size);
            continue;
        }
        toRegister.push_back(name);
        held.insert(name, {part.entry, std::move(part.stored), {}, 0});
    }
    pump();
}

void PushJob::Private::pump()
{
    if (!q->isActive() || isFinishing)
        return;
    registerSome();
    sendSome();
    tellProgress();
    if (!q->isActive()) // whoever was told may have stopped us
        return;
    if (!isPacking && held.isEmpty() && manifest) {
        isFinishing = true;
        q->setPhase(TransferProgress::Finishing);
        sendManifest();
    }
}

void PushJob::Private::arrived(const Digest &name)
{
    const qint64 size = held.value(name).entry.size;
    held.remove(name);
    there.insert(name);
    thereBytes += size;
    buffer->release(size);
}

void PushJob::Private::registerSome()
{
    if (isRegistering || isPaused || toRegister.empty())
        return;
    // Many at once are fewer calls; few are asked for only when nothing else is to be done.
    const bool isIdle = sending == 0 && toSend.empty();
    if (!isIdle && isPacking && qsizetype(toRegister.size()) < PartsPerCall / 4)
        return;
    RegisterParts request;
    while (!toRegister.empty() && request.parts.size() < PartsPerCall) {
        request.parts.append(held[toRegister.front()].entry);
        toRegister.pop_front();
    }
    isRegistering = true;
    client.registerParts(pushId, request, scope.get(),
                         [this](const Result<RegisteredParts> &registered) {
                             isRegistering = false;
                             if (registered)
                                 takeRegistered(*registered);
                             else
                                 q->finishFailed(registered.error());
                         });
}

void PushJob::Private::takeRegistered(const RegisteredParts &registered)
{
    for (const PartState &state : registered.parts) {
        const auto part = held.find(state.name);
        if (part == held.end())
            continue; // not asked for
        if (state.isMissing) {
            part->url = state.url;
            toSend.push_back(state.name);
        } else {
            arrived(state.name);
        }
    }
    pump();
}

void PushJob::Private::sendSome()
{
    while (sending < SendsAtOnce && !isPaused && !toSend.empty()) {
        const Digest name = toSend.front();
        toSend.pop_front();
        const Held &part = held[name];
        ++sending;
        auto gone = std::make_shared<qint64>(0);
        client.putStored(
            part.url, part.stored, scope.get(),
            [this, name, gone](const Result<void> &done) {
                travelling -= *gone;
                sent(name, done);
            },
            [this, gone](qint64 bytes) {
                *gone += bytes;
                travelling += bytes;
                bytesSent += bytes;
                tellProgress();
            });
    }
}

void PushJob::Private::sent(const Digest &name, const Result<void> &done)
{
    --sending;
    if (done) {
        backoff.reset();
        ++partsSent;
        arrived(name);
        pump();
        return;
    }
    const Error &error = done.error();
    const QByteArray &code = error.code();
    const bool isOld =
        code == "url-expired" || code == "url-invalid" || code == "address-forbidden";
    const bool isDamaged = code == "digest-mismatch" || code == "size-mismatch";
    if (!ShareClient::isPassing(error)
        && !((isOld || isDamaged) && ++held[name].faults <= MostFaults)) {
        q->finishFailed(error);
        return;
    }
    toRegister.push_front(name); // for a new address, unless it arrived after all
    if (ShareClient::isPassing(error))
        pause(error);
    else
        pump();
}

void PushJob::Private::pause(const Error &error)
{
    if (isPaused)
        return;
    const std::optional<qint64> ms = backoff.next();
    if (!ms) {
        q->finishFailed(error);
        return;
    }
    isPaused = true;
    q->setPhase(TransferProgress::Waiting);
    QTimer::singleShot(*ms, scope.get(), [this] {
        isPaused = false;
        q->setPhase(TransferProgress::Transferring);
        pump();
    });
}

void PushJob::Private::sendManifest()
{
    RegisterParts request;
    request.manifest = manifestEntry;
    client.registerParts(pushId, request, scope.get(),
                         [this](const Result<RegisteredParts> &registered) {
                             if (!registered)
                                 q->finishFailed(registered.error());
                             else if (registered->manifest && registered->manifest->isMissing)
                                 putManifest(registered->manifest->url);
                             else
                                 complete();
                         });
}

void PushJob::Private::putManifest(const QUrl &url)
{
    client.putStored(
        url, manifest->stored, scope.get(),
        [this](const Result<void> &done) {
            if (done) {
                complete();
                return;
            }
            const Error &error = done.error();
            const bool isWorthIt = ShareClient::isPassing(error) || error.code() == "url-expired";
            const std::optional<qint64> ms = backoff.next();
            if (isWorthIt && ms)
                QTimer::singleShot(*ms, scope.get(), [this] { sendManifest(); });
            else
                q->finishFailed(error);
        },
        [this](qint64 bytes) { bytesSent += bytes; });
}

void PushJob::Private::complete()
{
    CompletePush request;
    request.manifest = manifestEntry;
    request.partsDigest = partsDigestOf(sizes.keys());
    request.partsCount = sizes.size();
    client.completePush(
        pushId, request, scope.get(), [this](const Result<ShareClient::CompleteOutcome> &outcome) {
            if (outcome)
                takeOutcome(*outcome);
            else if (outcome.error().code() == "parts-missing" && ++rounds <= MostRounds)
                findMissing();
            else
                q->finishFailed(outcome.error());
        });
}

void PushJob::Private::takeOutcome(const ShareClient::CompleteOutcome &outcome)
{
    if (const auto *version = std::get_if<ShareVersion>(&outcome)) {
        finish(*version);
    } else if (const auto *other = std::get_if<ShareConflict>(&outcome)) {
        conflict = *other;
        q->finishFailed(Error(
            ErrorKind::Conflict, QByteArrayLiteral("version-conflict"),
            other->current
                ? tr("The share %1 is not the version you started from: there is a newer one. "
                     "Pull it and look, or override it.")
                      .arg(options.name)
                : tr("The share %1 is not there any more, so this did not replace it. Push "
                     "it anew.")
                      .arg(options.name)));
    } else {
        poll();
    }
}

void PushJob::Private::poll()
{
    QTimer::singleShot(std::min(200 * ++polls, 2'000), scope.get(), [this] {
        client.pushStatus(pushId, scope.get(), [this](const Result<PushStatus> &status) {
            if (!status)
                q->finishFailed(status.error());
            else if (status->state == PushStatus::Complete && status->version)
                finish(*status->version);
            else if (status->state == PushStatus::Completing)
                poll();
            else
                complete();
        });
    });
}

void PushJob::Private::findMissing()
{
    client.pushStatus(pushId, scope.get(), [this](const Result<PushStatus> &status) {
        if (!status) {
            q->finishFailed(status.error());
            return;
        }
        if (status->state == PushStatus::Complete && status->version) {
            finish(*status->version);
            return;
        }
        there = QSet<Digest>(status->arrived.cbegin(), status->arrived.cend());
        thereBytes = 0;
        for (const Digest &name : std::as_const(there))
            thereBytes += sizes.value(name);
        isFinishing = false;
        pack(); // again: those that are there are passed over
    });
}

void PushJob::Private::finish(const ShareVersion &version)
{
    if (version.name != options.name || version.version != manifestEntry.name) {
        q->finishFailed(Error(ErrorKind::Server, QByteArrayLiteral("nonsense"),
                              tr("%1 answered with another version than was pushed. Look at the "
                                 "list of shares before you send the key.")
                                  .arg(serverTitle())));
        return;
    }
    PushResult made;
    made.address.server = client.server().origin;
    made.address.name = options.name;
    made.address.code = options.code;
    made.address.isUnmistakable = checkShareName(options.name).kind == NameCheck::Proposed;
    made.version = version;
    made.access = options.access;
    made.rows = rows;
    made.bytesSent = bytesSent;
    made.partsSent = partsSent;
    made.partsTotal = sizes.size();
    result = made;
    q->setBytes(thereBytes, thereBytes);
    q->finishDone();
}

void PushJob::Private::tellProgress() const
{
    qint64 total = knownBytes;
    if (isPacking && rounds == 0) {
        // What is not packed yet will be about as large as what is. Every cell is counted twice:
        // when profiled, then when packed.
        const auto cells = double(packTask.total());
        const double part = cells > 0 ? double(packTask.done()) / cells - 1 : 0;
        total = part > 0.01 ? std::max(total, qint64(double(knownBytes) / part)) : 0;
    }
    q->setBytes(thereBytes + travelling, total);
}

} // namespace passel
