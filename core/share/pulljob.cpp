#include "core/share/pulljob.h"

#include "core/base/log.h"
#include "core/base/task.h"
#include "core/share/arrayassembler.h"
#include "core/share/backoff.h"
#include "core/share/partcache.h"

#include <QHash>
#include <QTimer>

#include <deque>
#include <map>
#include <mutex>

namespace passel {

using namespace protocol;

//     pull ─► manifest ─► open it (worker) ─► opened ─► in the cache? (workers)
//                                                │ yes              │ no
//                                                ▼                  ▼
//                              ┌───────────── add it ◄── check ◄── GET, several ◄── sign ≤ 64
//                              ▼              (workers)              │                ▲
//     done ◄── all are here ───┘                                     └─ passing failure, old URL
//
// What came is in the cache, so a cut or a cancel costs the parts that were in flight.
class PullJob::Private
{
public:
    Private(PullJob *job, std::shared_ptr<ShareClient> shareClient, ShareAddress shareAddress,
            std::shared_ptr<PartCache> parts, ThreadPool &threads)
        : q(job)
        , keptClient(std::move(shareClient))
        , client(*keptClient)
        , address(std::move(shareAddress))
        , cache(std::move(parts))
        , pool(threads)
        , backoff(client.options().firstPauseMs, client.options().longPatienceMs)
    {}

    // What is opened from a manifest by a worker.
    struct Opened
    {
        std::shared_ptr<const Manifest> manifest;
        std::shared_ptr<ArrayAssembler> assembler; // null for a stream
        std::vector<PartRef> parts;                // to get, each name once, best first
    };

    // Where the raw bytes of a stream go; touched by one worker at a time for each name.
    struct Pieces
    {
        std::mutex mutex;
        QHash<Digest, QByteArray> raw;
    };

    void begin();
    void takeAnswer(const PullAnswer &pulled);
    void fetchManifest(const SignedPart &part);
    void takeManifest(const QByteArray &stored);
    void takeOpened(const Opened &found);
    void pump();
    void searchCache();
    void sign();
    void takeSigned(const QList<Digest> &asked, const SignedUrls &urls);
    void fetchSome();
    void fetched(const SignedPart &part, const Result<QByteArray> &stored);
    void use(const PartRef &ref, const QByteArray &stored);
    void added(const PartRef &ref);
    void pause(const Error &error);
    void finish();
    void failNonsense(const QString &detail);
    void tellProgress() const;

    [[nodiscard]] QString serverTitle() const { return visibleText(client.server().title()); }

    static constexpr qsizetype SearchAtOnce = 32;
    static constexpr qsizetype SignAtOnce = 64;
    static constexpr int FetchesAtOnce = 4;
    static constexpr qint64 WaitingLimit = 16LL * 1024 * 1024; // stored bytes not yet decoded
    static constexpr int MostFaults = 3;

    PullJob *q;
    std::shared_ptr<ShareClient> keptClient; // whoever made us may have forgotten it meanwhile
    ShareClient &client;
    ShareAddress address;
    std::shared_ptr<PartCache> cache; // with every task: nobody waits for those that are dropped
    ThreadPool &pool;
    std::unique_ptr<QObject> scope = std::make_unique<QObject>();
    Backoff backoff;
    std::optional<PullResult> result;

    PullAnswer answer;
    Opened opened;
    std::shared_ptr<Pieces> pieces;
    Task<Opened> openTask;
    QHash<Digest, PartRef> refs;
    size_t nextSearch = 0;
    std::map<int, Task<std::vector<PartRef>>> searchTasks;
    std::map<int, Task<PartRef>> decodeTasks;
    int lastTask = 0;
    std::deque<Digest> toSign;
    std::deque<SignedPart> toFetch;
    bool isSigning = false;
    bool isPaused = false;
    int fetching = 0;
    qint64 waitingBytes = 0;
    QHash<Digest, int> faults;
    size_t here = 0; // parts
    qint64 hereBytes = 0;
    qint64 totalBytes = 0;
    qint64 travelling = 0;
    qint64 bytesReceived = 0;
    qint64 partsReceived = 0;
    QElapsedTimer sinceAdvanced;
};

PullJob::PullJob(std::shared_ptr<ShareClient> client, ShareAddress address,
                 std::shared_ptr<PartCache> cache, QObject *parent, ThreadPool &pool)
    : TransferJob(parent)
    , d(std::make_unique<Private>(this, std::move(client), std::move(address), std::move(cache),
                                  pool))
{}

PullJob::~PullJob()
{
    if (d->opened.assembler && !d->result)
        d->opened.assembler->fail(Error::cancelled());
}

const ShareAddress &PullJob::address() const noexcept
{
    return d->address;
}

const std::optional<PullResult> &PullJob::result() const noexcept
{
    return d->result;
}

const Manifest *PullJob::manifest() const noexcept
{
    return d->opened.manifest.get();
}

void PullJob::run()
{
    connect(&d->client, &ShareClient::waiting, d->scope.get(),
            [this] { setPhase(TransferProgress::Waiting); });
    connect(&d->client, &ShareClient::answered, d->scope.get(), [this] {
        setPhase(d->opened.manifest ? TransferProgress::Transferring
                                    : TransferProgress::Connecting);
    });
    d->begin();
}

void PullJob::stop()
{
    // Late answers and results are dropped with these.
    d->scope = std::make_unique<QObject>();
    d->openTask.abandon();
    d->searchTasks.clear();
    d->decodeTasks.clear();
    // Readers that wait for a cell must not wait for ever.
    if (d->opened.assembler && !d->result)
        d->opened.assembler->fail(error().value_or(Error::cancelled()));
}

void PullJob::Private::begin()
{
    if (!address.server.isEmpty() && serverOrigin(address.server) != client.server().origin) {
        q->finishFailed(Error(ErrorKind::Input, QByteArrayLiteral("other-server"),
                              tr("This key belongs to %1, not to %2.")
                                  .arg(visibleText(address.server.host()), serverTitle())));
        return;
    }
    client.pull(address.name, address.code, scope.get(), [this](const Result<PullAnswer> &pulled) {
        if (pulled)
            takeAnswer(*pulled);
        else
            q->finishFailed(pulled.error());
    });
}

void PullJob::Private::failNonsense(const QString &detail)
{
    q->finishFailed(Error(ErrorKind::Server, QByteArrayLiteral("nonsense"),
                          tr("%1 answered something that Passel does not understand. Check the "
                             "address, or ask who runs the server.")
                              .arg(serverTitle()))
                        .withDetail(detail));
}

void PullJob::Private::takeAnswer(const PullAnswer &pulled)
{
    if (pulled.version.name != address.name
        || pulled.manifest.part.name != pulled.version.version) {
        failNonsense(QStringLiteral("another share or manifest than was asked for"));
        return;
    }
    answer = pulled;
    fetchManifest(answer.manifest);
}

void PullJob::Private::fetchManifest(const SignedPart &part)
{
    client.getStored(
        part, scope.get(),
        [this](const Result<QByteArray> &stored) {
            if (stored) {
                backoff.reset();
                takeManifest(*stored);
                return;
            }
            const Error &error = stored.error();
            const bool isWorthIt = ShareClient::isPassing(error) || error.code() == "url-expired";
            const std::optional<qint64> ms = backoff.next();
            if (isWorthIt && ms) { // a new pull gives a new address
                q->setPhase(TransferProgress::Waiting);
                QTimer::singleShot(*ms, scope.get(), [this] { begin(); });
            } else {
                q->finishFailed(error);
            }
        },
        [this](qint64 bytes) { bytesReceived += bytes; });
}

void PullJob::Private::takeManifest(const QByteArray &stored)
{
    openTask = Task<Opened>::start(
        pool,
        [stored, id = answer.version.version](const TaskContext &) -> Result<Opened> {
            PASSEL_TRY(Manifest manifest, openManifest(id, stored));
            Opened found;
            if (manifest.kind == Manifest::Kind::Table) {
                PASSEL_TRY(ArrayAssembler assembler, ArrayAssembler::create(manifest));
                found.parts = assembler.missing();
                found.assembler = std::make_shared<ArrayAssembler>(std::move(assembler));
            } else {
                QHash<Digest, bool> seen;
                for (const PartRef &part : manifest.stream) {
                    if (!std::exchange(seen[part.name], true))
                        found.parts.push_back(part);
                }
            }
            found.manifest = std::make_shared<const Manifest>(std::move(manifest));
            return found;
        },
        [this](const Result<Opened> &found) {
            if (found)
                takeOpened(*found);
            else
                q->finishFailed(found.error());
        });
}

void PullJob::Private::takeOpened(const Opened &found)
{
    opened = found;
    if (!opened.assembler)
        pieces = std::make_shared<Pieces>();
    for (const PartRef &part : opened.parts) {
        refs.insert(part.name, part);
        totalBytes += part.storedSize;
    }
    sinceAdvanced.start();
    q->setPhase(TransferProgress::Transferring);
    q->setBytes(0, totalBytes);
    if (opened.assembler)
        emit q->opened(opened.assembler->array(), *opened.manifest);
    pump();
}

void PullJob::Private::pump()
{
    if (!q->isActive())
        return;
    searchCache();
    sign();
    fetchSome();
    tellProgress();
    if (!q->isActive()) // whoever was told may have stopped us
        return;
    if (here == opened.parts.size())
        finish();
}

void PullJob::Private::searchCache()
{
    while (searchTasks.size() < size_t(pool.threadCount()) && nextSearch < opened.parts.size()
           && toSign.size() < size_t(4 * SignAtOnce)) {
        const size_t end = std::min(nextSearch + size_t(SearchAtOnce), opened.parts.size());
        std::vector<PartRef> wanted(opened.parts.begin() + qsizetype(nextSearch),
                                    opened.parts.begin() + qsizetype(end));
        nextSearch = end;
        const int id = ++lastTask;
        searchTasks[id] = Task<std::vector<PartRef>>::start(
            pool,
            [wanted, parts = cache, assembler = opened.assembler,
             stream = pieces](const TaskContext &context) -> Result<std::vector<PartRef>> {
                std::vector<PartRef> absent;
                for (const PartRef &ref : wanted) {
                    if (context.isCancelled())
                        return Error::cancelled();
                    const std::optional<OpenedPart> part = parts->find(ref);
                    if (!part) {
                        absent.push_back(ref);
                    } else if (assembler) {
                        PASSEL_CHECK(assembler->add(*part, context));
                    } else {
                        const std::lock_guard lock(stream->mutex);
                        stream->raw.insert(ref.name, part->raw());
                    }
                }
                return absent;
            },
            [this, id, wanted](const Result<std::vector<PartRef>> &absent) {
                searchTasks.erase(id);
                if (!absent) {
                    q->finishFailed(absent.error());
                    return;
                }
                QHash<Digest, bool> isAbsent;
                for (const PartRef &ref : *absent) {
                    isAbsent.insert(ref.name, true);
                    toSign.push_back(ref.name);
                }
                for (const PartRef &ref : wanted) {
                    if (!isAbsent.contains(ref.name))
                        added(ref);
                }
                pump();
            });
    }
}

void PullJob::Private::sign()
{
    if (isSigning || isPaused || toSign.empty() || toFetch.size() >= size_t(FetchesAtOnce))
        return;
    SignUrls request;
    while (!toSign.empty() && request.parts.size() < SignAtOnce) {
        request.parts.append(toSign.front());
        toSign.pop_front();
    }
    isSigning = true;
    client.signUrls(answer.pullId, request, address.code, scope.get(),
                    [this, request](const Result<SignedUrls> &urls) {
                        isSigning = false;
                        if (urls)
                            takeSigned(request.parts, *urls);
                        else
                            q->finishFailed(urls.error());
                    });
}

void PullJob::Private::takeSigned(const QList<Digest> &asked, const SignedUrls &urls)
{
    if (urls.parts.size() != asked.size()) {
        failNonsense(
            QStringLiteral("%1 addresses for %2 parts").arg(urls.parts.size()).arg(asked.size()));
        return;
    }
    for (qsizetype i = 0; i < asked.size(); ++i) {
        if (urls.parts[i].part.name != asked[i]) {
            failNonsense(QStringLiteral("the address of another part"));
            return;
        }
        toFetch.push_back(urls.parts[i]);
    }
    pump();
}

void PullJob::Private::fetchSome()
{
    while (fetching < FetchesAtOnce && !isPaused && !toFetch.empty()
           && waitingBytes < WaitingLimit) {
        const SignedPart part = toFetch.front();
        toFetch.pop_front();
        ++fetching;
        auto come = std::make_shared<qint64>(0);
        client.getStored(
            part, scope.get(),
            [this, part, come](const Result<QByteArray> &stored) {
                travelling -= *come;
                --fetching;
                fetched(part, stored);
            },
            [this, come](qint64 bytes) {
                *come += bytes;
                travelling += bytes;
                bytesReceived += bytes;
                tellProgress();
            });
    }
}

void PullJob::Private::fetched(const SignedPart &part, const Result<QByteArray> &stored)
{
    const Digest &name = part.part.name;
    if (stored) {
        backoff.reset();
        ++partsReceived;
        use(refs.value(name), *stored);
        pump();
        return;
    }
    const Error &error = stored.error();
    const QByteArray &code = error.code();
    const bool isFault = code == "url-expired" || code == "url-invalid" || code == "checksum";
    if (!ShareClient::isPassing(error) && !(isFault && ++faults[name] <= MostFaults)) {
        q->finishFailed(error);
        return;
    }
    toSign.push_front(name);
    if (ShareClient::isPassing(error))
        pause(error);
    else
        pump();
}

void PullJob::Private::use(const PartRef &ref, const QByteArray &stored)
{
    PartRef kept = ref;
    kept.storedSize = stored.size(); // another zstd may have compressed it
    waitingBytes += stored.size();
    const int id = ++lastTask;
    decodeTasks[id] = Task<PartRef>::start(
        pool,
        [kept, stored, parts = cache, assembler = opened.assembler,
         stream = pieces](const TaskContext &context) -> Result<PartRef> {
            PASSEL_TRY(const OpenedPart part, openPart(kept, stored));
            parts->insert(kept, stored);
            if (assembler) {
                PASSEL_CHECK(assembler->add(part, context));
            } else {
                const std::lock_guard lock(stream->mutex);
                stream->raw.insert(kept.name, part.raw());
            }
            return kept;
        },
        [this, id, ref, size = stored.size()](const Result<PartRef> &done) {
            decodeTasks.erase(id);
            waitingBytes -= size;
            if (!done) {
                q->finishFailed(done.error());
                return;
            }
            added(ref);
            pump();
        });
}

void PullJob::Private::added(const PartRef &ref)
{
    ++here;
    hereBytes += ref.storedSize;
    if (opened.assembler && sinceAdvanced.elapsed() >= 100) {
        sinceAdvanced.start();
        emit q->advanced();
    }
}

void PullJob::Private::pause(const Error &error)
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

void PullJob::Private::finish()
{
    PullResult made;
    if (opened.assembler) {
        made.array = opened.assembler->array();
    } else {
        const std::lock_guard lock(pieces->mutex);
        for (const PartRef &part : opened.manifest->stream)
            made.stream += pieces->raw.value(part.name);
        pieces->raw.clear();
    }
    made.version = answer.version;
    made.owner = answer.owner;
    made.bytesReceived = bytesReceived;
    made.partsReceived = partsReceived;
    made.partsTotal = qint64(opened.parts.size());
    result = std::move(made);
    if (opened.assembler)
        emit q->advanced();
    q->setBytes(totalBytes, totalBytes);
    q->finishDone();
}

void PullJob::Private::tellProgress() const
{
    q->setBytes(hereBytes + travelling, totalBytes);
}

} // namespace passel
