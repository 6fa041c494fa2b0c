// What a PushJob keeps while it runs; for pushjob.cpp alone.
#pragma once

#include "core/base/log.h"
#include "core/base/task.h"
#include "core/share/backoff.h"
#include "core/share/manifest.h"
#include "core/share/partbuffer.h"
#include "core/share/pushjob.h"

#include <QHash>
#include <QSet>

#include <deque>

namespace passel {

//     ask the server ─► open ─► parent's manifest, for its cut
//                        │412         │
//                        ▼            ▼
//                     failed    ┌─► pack (workers) ─► register ≤ 256 ─► PUT, several ─┐
//                with conflict  │      ▲ held up while    ▲ passing failure, old URL  │
//                               │      └ much waits       └───────────────────────────┤
//                               │ parts-missing                                       ▼ all there
//             done ◄─ 200 ── complete ◄──────────────────────── manifest: register, PUT
//                               └─ 202: ask again until complete
//
// What the server has already is told by registering, so a cut costs the parts that were in flight.
class PushJob::Private
{
public:
    Private(PushJob *job, std::shared_ptr<ShareClient> shareClient, DocumentArray table,
            PushOptions opts)
        : q(job)
        , keptClient(std::move(shareClient))
        , client(*keptClient)
        , array(std::move(table))
        , options(std::move(opts))
        , backoff(client.options().firstPauseMs, client.options().longPatienceMs)
    {}

    ~Private() { buffer->close(); } // before the pool waits for who waits for room

    void begin();
    void goOn();
    void open();
    void takeParent(const std::optional<protocol::SignedPart> &signedParent);
    void pack();
    void takePacked();
    void pump();
    void registerSome();
    void takeRegistered(const protocol::RegisteredParts &registered);
    void sendSome();
    void sent(const Digest &name, const Result<void> &done);
    void pause(const Error &error);
    void arrived(const Digest &name);
    void sendManifest();
    void putManifest(const QUrl &url);
    void complete();
    void takeOutcome(const ShareClient::CompleteOutcome &outcome);
    void poll();
    void findMissing();
    void finish(const protocol::ShareVersion &version);
    void tellProgress() const;

    [[nodiscard]] QString serverTitle() const { return visibleText(client.server().title()); }

    // A packed part whose bytes we hold until it is at the server.
    struct Held
    {
        protocol::PartEntry entry;
        QByteArray stored;
        QUrl url;
        int faults = 0; // times its address was too old, or it arrived damaged
    };

    static constexpr qint64 HeldLimit = 16LL * 1024 * 1024;
    static constexpr int SendsAtOnce = 4;
    static constexpr int MostFaults = 4;
    static constexpr int MostRounds = 4; // of finding parts missing at the end

    PushJob *q;
    std::shared_ptr<ShareClient> keptClient; // whoever made us may have forgotten it meanwhile
    ShareClient &client;
    DocumentArray array;
    PushOptions options;
    std::unique_ptr<QObject> scope = std::make_unique<QObject>(); // of calls; dies with the work
    Backoff backoff;
    std::optional<PushResult> result;
    std::optional<ShareConflict> conflict;

    QString pushId;
    std::shared_ptr<const Manifest> parent;
    std::optional<Digest> parentId;
    qint64 rows = 0;

    // Workers of its own: they wait while much is unsent, and nobody else should wait with them.
    std::shared_ptr<PartBuffer> buffer = std::make_shared<PartBuffer>(HeldLimit);
    std::unique_ptr<ThreadPool> pool;
    Task<PackedManifest> packTask;
    bool isPacking = false;

    QHash<Digest, Held> held;
    QHash<Digest, qint64> sizes; // stored, of every part seen
    qint64 knownBytes = 0;       // their sum
    QSet<Digest> there;          // at the server
    qint64 thereBytes = 0;
    std::deque<Digest> toRegister;
    std::deque<Digest> toSend;
    bool isRegistering = false;
    bool isPaused = false;
    int sending = 0;
    qint64 bytesSent = 0;
    qint64 partsSent = 0;
    qint64 travelling = 0; // of bodies on their way
    int rounds = 0;
    int polls = 0;

    std::optional<PackedManifest> manifest;
    protocol::PartEntry manifestEntry;
    bool isFinishing = false;
};

} // namespace passel
