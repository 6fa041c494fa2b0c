// The pull calls of ShareRouter, and what the signed addresses take and give.
#include "core/base/log.h"
#include "core/server/routercall.h"

#include <arpa/inet.h>
#include <array>

namespace passel {

using namespace Qt::StringLiterals;
using protocol::PartEntry;

namespace {

// `203.0.113.0/24`: enough to see where a share went, not who took it.
QByteArray sourcePrefix(const QByteArray &address)
{
    in_addr four = {};
    if (::inet_pton(AF_INET, address.constData(), &four) == 1)
        return address.left(address.lastIndexOf('.')) + ".0/24";
    in6_addr six = {};
    if (::inet_pton(AF_INET6, address.constData(), &six) != 1)
        return {};
    for (size_t i = 8; i < 16; ++i)
        six.s6_addr[i] = 0;
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET6, &six, text.data(), text.size());
    return QByteArray(text.data()) + "/64";
}

// A blob on its way in. Step 12: size and digest are verified by the store.
class PutUpload final : public HttpUpload
{
public:
    //! \a stillOpen is asked once the bytes have arrived, and drops them when it says no.
    //! \a ended is given every answer.
    PutUpload(std::unique_ptr<BlobUpload> upload, std::atomic<qint64> &bytesIn,
              std::function<Result<bool>()> stillOpen,
              std::function<void(const HttpResponse &)> ended)
        : m_upload(std::move(upload))
        , m_bytesIn(bytesIn)
        , m_stillOpen(std::move(stillOpen))
        , m_ended(std::move(ended))
    {}

    std::optional<HttpResponse> write(QByteArrayView bytes) override
    {
        m_bytesIn.fetch_add(bytes.size());
        if (const Result<void> written = m_upload->write(bytes); !written)
            return told(refused(written.error()));
        return {};
    }

    HttpResponse finish() override
    {
        if (const Result<void> finished = m_upload->finish(); !finished)
            return told(refused(finished.error()));
        const Result<bool> open = m_stillOpen();
        if (!open)
            return told(refused(open.error()));
        return told(*open ? jsonResponse(200, {}) : problemAnswer("upload-expired"));
    }

private:
    HttpResponse told(HttpResponse response)
    {
        m_ended(response);
        return response;
    }

    static HttpResponse refused(const Error &error)
    {
        if (error.code() == "size-mismatch" || error.code() == "digest-mismatch")
            return problemAnswer(error.code());
        qCWarning(logServer).noquote() << "storage:" << error.code() << error.detail();
        return problemAnswer(error.code() == "disk-full" ? "storage-full" : "storage-unavailable");
    }

    std::unique_ptr<BlobUpload> m_upload;
    std::atomic<qint64> &m_bytesIn;
    std::function<Result<bool>()> m_stillOpen;
    std::function<void(const HttpResponse &)> m_ended;
};

struct Range
{
    qint64 offset = 0;
    qint64 length = 0;
};

// One range of `bytes=`, resolved against \a size; nothing when it cannot be served.
std::optional<Range> parseRange(const QByteArray &header, qint64 size)
{
    if (!header.startsWith("bytes=") || header.contains(','))
        return {};
    const QList<QByteArray> ends = header.mid(6).split('-');
    if (ends.size() != 2)
        return {};
    const auto number = [](const QByteArray &text) -> std::optional<qint64> {
        if (text.isEmpty() || text.size() > 15
            || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return {};
        return text.toLongLong();
    };
    const auto from = number(ends[0]);
    const auto to = number(ends[1]);
    if ((!from && !ends[0].isEmpty()) || (!to && !ends[1].isEmpty()))
        return {};
    if (!from) {
        if (!to || *to == 0)
            return {};
        const qint64 length = std::min(*to, size);
        return Range{size - length, length};
    }
    if (*from >= size || (to && *to < *from))
        return {};
    return Range{*from, std::min(to.value_or(size - 1), size - 1) - *from + 1};
}

} // namespace

HttpResponse ShareRouter::pull(Call &call)
{
    std::optional<protocol::PullAnswer> answer;
    qint64 shareId = 0;
    HttpResponse response = change(call, [&](MetadataTransaction &tx) -> Result<HttpResponse> {
        std::optional<HttpResponse> refused;
        PASSEL_TRY(const ShareRow share, visibleShare(tx, call, false, refused));
        if (refused)
            return *refused;
        if ((refused = readEmptyBody(call.request)))
            return *refused;
        PASSEL_TRY(const auto version, tx.version(share.versionId));
        if (!version)
            return hidden(call);
        const PullRow pull{newSessionId(), share.id,
                           version->id,    call.identity(),
                           call.nowMs,     call.nowMs + protocol::PullLifeSeconds * 1000};
        const PullRecord record{call.nowMs,
                                pull.id,
                                pull.tokenId,
                                share.name,
                                version->version,
                                call.client.toHeader(),
                                sourcePrefix(call.address)};
        PASSEL_CHECK(tx.recordPull(pull, record));
        shareId = share.id;
        answer.emplace();
        answer->pullId = QString::fromLatin1(pull.id);
        answer->version = describe(share, *version);
        answer->owner = share.ownerName;
        answer->manifest.part =
            PartEntry{version->version, version->manifestSha256, version->manifestSize};
        answer->sessionEndsAtMs = pull.endsMs;
        return jsonResponse(200, {});
    });
    if (response.status == 503)
        return problemAnswer("audit-unavailable");
    if (response.status != 200 || !answer)
        return response;
    // Only now, with the record committed, does a URL come into being.
    answer->manifest = signedGet(call, shareId, answer->pullId.toLatin1(), answer->manifest.part);
    answer->urlExpiresAtMs = (call.nowMs / 1000 + protocol::UrlLifeSeconds) * 1000;
    return jsonResponse(200, answer->toJson());
}

HttpResponse ShareRouter::pullUrls(Call &call)
{
    return look([&](MetadataTransaction &tx) -> Result<HttpResponse> {
        if (call.isCodeDamaged)
            return problemAnswer("key-invalid");
        std::optional<PullRow> pull;
        if (isSessionId(call.id)) {
            PASSEL_TRY(pull, tx.pull(call.id));
        }
        if (!pull || pull->endsMs <= expiryNowMs()
            || !equalConstantTime(pull->tokenId, call.identity())) {
            m_limiter.addMiss(call.source, call.nowMs);
            return problemAnswer("pull-not-found");
        }
        protocol::SignUrls request;
        if (auto refused = readBody(call.request, request))
            return *refused;
        PASSEL_TRY(const QList<PartEntry> parts, tx.versionParts(pull->versionId, request.parts));
        if (parts.size() != request.parts.size())
            return problemAnswer("part-not-found");
        protocol::SignedUrls answer;
        for (const PartEntry &part : parts)
            answer.parts.append(signedGet(call, pull->shareId, pull->id, part));
        answer.urlExpiresAtMs = (call.nowMs / 1000 + protocol::UrlLifeSeconds) * 1000;
        return jsonResponse(200, answer.toJson());
    });
}

HttpPlan ShareRouter::beginPut(const HttpRequest &request)
{
    const auto refuse = [&](QByteArrayView slug) {
        return HttpPlan(answered(request, problemAnswer(slug)));
    };
    if (request.isChunked || request.contentLength < 0)
        return refuse("length-required");
    if (request.contentLength > m_policy.partSizeLimit)
        return answered(request, problemAnswer("too-large", m_policy.partSizeLimit));
    const auto verified = m_signer.verify(BlobGrant::Put, originOf(request), request.path,
                                          request.query, m_clock.nowMs());
    if (const auto *fault = std::get_if<UrlSigner::Fault>(&verified))
        return refuse(*fault == UrlSigner::Fault::Expired ? "url-expired" : "address-forbidden");
    const auto &grant = std::get<BlobGrant>(verified);
    if (request.header("authorization"))
        return refuse("unexpected-authorization");
    if (request.contentLength != grant.size)
        return refuse("size-mismatch");
    const Result<bool> open = m_store.isPushOpen(grant.session, expiryNowMs());
    if (!open)
        return answered(request, failed(open.error()), grant.token);
    if (!*open)
        return refuse("upload-expired");
    auto upload = m_blobs.begin(grant.session, {grant.sha256, grant.size});
    if (!upload)
        return answered(request, failed(upload.error()), grant.token);
    // Bytes that end after their push was completed would lie there for ever.
    const auto stillOpen = [this, push = grant.session, blob = grant.sha256]() -> Result<bool> {
        PASSEL_TRY(const bool still, m_store.isPushOpen(push, expiryNowMs()));
        if (!still)
            PASSEL_CHECK(m_blobs.discard(push, {blob}));
        return still;
    };
    const auto ended = [this, identity = grant.token, bytes = grant.size,
                        started = m_clock.nowMs()](const HttpResponse &response) {
        account({response.requestId.isEmpty() ? randomBytes(8).toHex() : response.requestId,
                 "PUT",
                 "blob",
                 identity,
                 {},
                 bytes,
                 response.body.size(),
                 response.status,
                 started});
    };
    return std::unique_ptr<HttpUpload>(
        std::make_unique<PutUpload>(*std::move(upload), m_counters.bytesIn, stillOpen, ended));
}

HttpResponse ShareRouter::getBlob(const HttpRequest &request, QByteArray &identity)
{
    const auto verified = m_signer.verify(BlobGrant::Get, originOf(request), request.path,
                                          request.query, m_clock.nowMs());
    if (const auto *fault = std::get_if<UrlSigner::Fault>(&verified))
        return problemAnswer(*fault == UrlSigner::Fault::Expired ? "url-expired" : "url-invalid");
    const auto &grant = std::get<BlobGrant>(verified);
    identity = grant.token;
    if (request.header("authorization"))
        return problemAnswer("unexpected-authorization");
    auto file = m_blobs.open(grant.sha256);
    if (!file)
        return problemAnswer(file.error().kind() == ErrorKind::NotFound ? "url-expired"
                                                                        : "storage-unavailable");
    HttpResponse response;
    response.headers = {{"content-type", "application/octet-stream"},
                        {"cache-control", "no-store"},
                        {"accept-ranges", "bytes"},
                        {"etag", '"' + grant.sha256.toHex() + '"'},
                        {"x-content-type-options", "nosniff"}};
    response.length = grant.size;
    if (const auto header = request.header("range")) {
        const auto range = parseRange(*header, grant.size);
        if (!range) {
            HttpResponse refused = problemAnswer("range-invalid");
            refused.headers.append(
                HttpHeader{"content-range", "bytes */" + QByteArray::number(grant.size)});
            return refused;
        }
        response.status = 206;
        response.offset = range->offset;
        response.length = range->length;
        response.headers.append(
            HttpHeader{"content-range", "bytes " + QByteArray::number(range->offset) + '-'
                                            + QByteArray::number(range->offset + range->length - 1)
                                            + '/' + QByteArray::number(grant.size)});
    }
    response.file = *std::move(file);
    m_counters.bytesOut.fetch_add(response.length);
    return response;
}

} // namespace passel
