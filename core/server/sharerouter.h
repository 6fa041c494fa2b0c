// The share service without its network: every check in its order, every call, request → answer.
#pragma once

#include "core/base/clock.h"
#include "core/server/blobstore.h"
#include "core/server/http.h"
#include "core/server/metadatastore.h"
#include "core/server/ratelimiter.h"
#include "core/server/urlsigner.h"
#include "core/share/protocol.h"
#include "core/share/sharekey.h"

#include <QUrl>

#include <atomic>
#include <functional>

namespace passel {

//! \brief What an admin may decide.
struct ServerPolicy
{
    QUrl publicUrl;     //!< origin for links and signed URLs; empty: scheme and Host of the request
    bool isTls = false; //!< scheme, when there is no public URL
    QList<QByteArray> trustedProxies;                   //!< addresses, see clientAddress()
    qint64 ttlCapSeconds = protocol::DefaultTtlSeconds; //!< at most 30 days
    protocol::ClientName minimumClient{"passel", 0, 1, 0, "any"};
    qint64 shareSizeLimit = protocol::ShareSizeLimit;
    qint64 partSizeLimit = protocol::PartSizeLimit;
    qint64 partCountLimit = protocol::PartCountLimit;
};

//! \brief Counters for /metrics.
struct ServerCounters
{
    std::atomic<qint64> requests{0};
    std::atomic<qint64> refusals{0};
    std::atomic<qint64> failures{0}; // 5xx
    std::atomic<qint64> bytesIn{0};
    std::atomic<qint64> bytesOut{0};
};

//! \brief Answers the native protocol (core/share/protocol.h). Thread-safe; calls block on disk and
//! database, so they belong to worker threads.
//!
//! The checks of a request, in this order; the first that fails answers:
//!
//!     framing, sizes (HttpServer, begin()) → rate → token or code → scope → client → window →
//!     idempotency (admit(), change()) → name and right (each call) → body, quota, disk → address →
//!     bytes → completion; or record → answer → fetch
class ShareRouter final : public HttpHandler
{
public:
    //! \brief The stores and the clock must outlive the router. \a secret signs URLs.
    ShareRouter(MetadataStore &store, BlobStore &blobs, const Clock &clock, ServerPolicy policy,
                QByteArray secret);

    HttpPlan begin(const HttpRequest &request) override;
    HttpResponse handle(const HttpRequest &request) override;
    HttpResponse refuse(QByteArrayView slug) override;

    //! \brief The paths of the API as in the OpenAPI file, with their methods: `GET /v1/server` ….
    [[nodiscard]] static QStringList routes();

    //! \brief Now for expiries: never runs backwards within a process, so that a clock put back
    //! revives no share (REL-03).
    [[nodiscard]] qint64 expiryNowMs();

private:
    struct Route;
    struct Call;
    using Change = std::function<Result<HttpResponse>(MetadataTransaction &)>;

    static const QList<Route> &table();
    [[nodiscard]] const Route *match(const HttpRequest &request, Call &call,
                                     QByteArray &slug) const;
    [[nodiscard]] static QByteArray methodsOf(const QByteArray &path);
    HttpResponse dispatch(const HttpRequest &request);
    // Counts an answer and writes its line (SEC-42).
    struct Logged;
    void account(const Logged &line);
    void account(const Call &call, const HttpResponse &response);
    HttpResponse answered(const HttpRequest &request, HttpResponse response,
                          const QByteArray &identity = {});

    // Steps 3 to 8.
    std::optional<HttpResponse> admit(Call &call);
    std::optional<HttpResponse> checkToken(Call &call);
    std::optional<HttpResponse> checkClient(Call &call) const;
    std::optional<HttpResponse> checkWindow(const Call &call) const;
    // One transaction; step 8 for calls with an idempotency key.
    HttpResponse change(const Call &call, const Change &work);
    HttpResponse look(const Change &work);

    // Step 9.
    [[nodiscard]] bool isLive(const ShareRow &share);
    [[nodiscard]] bool mayPull(const Call &call, const ShareRow &share) const;
    //! The share of call.name if the caller may do \a ownerOnly or pull, else the one hidden
    //! answer.
    Result<ShareRow> visibleShare(MetadataTransaction &tx, Call &call, bool ownerOnly,
                                  std::optional<HttpResponse> &refused);
    HttpResponse hidden(const Call &call);
    Result<std::optional<HttpResponse>> precondition(MetadataTransaction &tx, const ShareRow &share,
                                                     PushCondition condition,
                                                     const Digest &expected);
    [[nodiscard]] static bool readIfMatch(const HttpRequest &request, PushCondition &condition,
                                          Digest &expected);

    // The calls.
    HttpResponse serverInfo(Call &call);
    HttpResponse openPush(Call &call);
    HttpResponse registerParts(Call &call);
    HttpResponse pushStatus(Call &call);
    HttpResponse completePush(Call &call);
    HttpResponse pull(Call &call);
    HttpResponse pullUrls(Call &call);
    HttpResponse listShares(Call &call);
    HttpResponse shareInfo(Call &call);
    HttpResponse patchShare(Call &call);
    HttpResponse deleteShare(Call &call);
    HttpResponse listVersions(Call &call);
    HttpResponse restoreVersion(Call &call);
    HttpResponse createToken(Call &call);
    HttpResponse deleteToken(Call &call);
    HttpResponse health(Call &call);
    HttpResponse metrics(Call &call);
    HttpResponse page(Call &call);
    HttpPlan beginPut(const HttpRequest &request);
    HttpResponse getBlob(const HttpRequest &request, QByteArray &identity);

    // Parts of calls.
    //! \a claimed bytes will be registered, \a arriving bytes will be written.
    Result<std::optional<HttpResponse>> checkRoom(MetadataTransaction &tx, qint64 userId,
                                                  qint64 claimed, qint64 arriving);
    //! True when the bytes of a registered part are there and the push may have them.
    Result<bool> isHere(const QByteArray &pushId, const PushPartRow &row);
    Result<PushRow> ownPush(MetadataTransaction &tx, const Call &call,
                            std::optional<HttpResponse> &refused);
    Result<protocol::PartState> registerPart(MetadataTransaction &tx, const Call &call,
                                             const PushRow &push, const protocol::PartEntry &part,
                                             bool isManifest);
    Result<std::optional<HttpResponse>> checkArrived(MetadataTransaction &tx, const PushRow &push,
                                                     const protocol::CompletePush &request,
                                                     QList<Digest> &blobs);
    Result<HttpResponse> commitPush(MetadataTransaction &tx, const Call &call,
                                    const protocol::CompletePush &request,
                                    const QList<Digest> &published);
    [[nodiscard]] protocol::ShareVersion describe(const ShareRow &share,
                                                  const VersionRow &version) const;
    [[nodiscard]] protocol::ShareInfo inform(const Call &call, const ShareRow &share,
                                             const VersionRow &version) const;
    [[nodiscard]] QUrl originOf(const HttpRequest &request) const;
    [[nodiscard]] protocol::SignedPart signedGet(const Call &call, qint64 share,
                                                 const QByteArray &session,
                                                 const protocol::PartEntry &part) const;
    [[nodiscard]] qint64 ttlOf(qint64 asked) const;
    HttpResponse failed(const Error &error);

    MetadataStore &m_store;
    BlobStore &m_blobs;
    const Clock &m_clock;
    ServerPolicy m_policy;
    UrlSigner m_signer;
    RateLimiter m_limiter;
    ServerCounters m_counters;
    std::atomic<qint64> m_latestMs{0};
};

} // namespace passel
