#include "core/server/problems.h"

#include <algorithm>
#include <array>

namespace passel {

namespace {

struct Entry
{
    const char *slug;
    int status;
    const char *title;
};

// Titles are for developers and logs; programs show their own sentence for a slug.
constexpr std::array Problems = {
    Entry{"address-forbidden", 403, "This address was not issued for this upload"},
    Entry{"audit-unavailable", 503, "The download could not be recorded"},
    Entry{"body-invalid", 400, "The body is not what this call takes"},
    Entry{"busy", 503, "The server is busy"},
    Entry{"client-invalid", 400, "Passel-Client is missing or malformed"},
    Entry{"client-too-old", 403, "This client is too old for this server"},
    Entry{"clock-skew", 400, "Passel-Request-Time differs too much from the server's time"},
    Entry{"digest-mismatch", 422, "The bytes are not those announced"},
    Entry{"expectation-failed", 417, "This expectation cannot be met"},
    Entry{"header-too-large", 431, "The header is too large"},
    Entry{"http-version", 505, "Only HTTP/1.1 is spoken here"},
    Entry{"idempotency-conflict", 409, "This idempotency key was used with another request"},
    Entry{"idempotency-missing", 400, "Idempotency-Key is missing or malformed"},
    Entry{"internal", 500, "The server made a mistake"},
    Entry{"key-invalid", 400, "This is not a valid key"},
    Entry{"key-taken", 409, "This name belongs to somebody else"},
    Entry{"length-required", 411, "Content-Length is missing"},
    Entry{"malformed-request", 400, "The request is malformed"},
    Entry{"media-type", 415, "This media type is not taken here"},
    Entry{"method-not-allowed", 405, "This method is not allowed here"},
    Entry{"not-found", 404, "There is nothing at this address"},
    Entry{"part-not-found", 404, "This version has no such part"},
    Entry{"parts-missing", 409, "Not all parts have arrived"},
    Entry{"pull-not-found", 404, "There is no such open download"},
    Entry{"push-complete", 409, "This push is already complete"},
    Entry{"push-not-found", 404, "There is no such push"},
    Entry{"quota-exceeded", 507, "Your quota would be exceeded"},
    Entry{"range-invalid", 416, "This range cannot be served"},
    Entry{"request-expired", 403, "The request has expired"},
    Entry{"request-window", 400, "The window of the request is missing or too long"},
    Entry{"scope-missing", 403, "The token lacks the scope for this"},
    Entry{"share-expired", 410, "This share has expired"},
    Entry{"share-not-found", 404, "There is no such share"},
    Entry{"size-mismatch", 400, "The size is not the one announced"},
    Entry{"storage-full", 507, "The server's disk is full"},
    Entry{"storage-unavailable", 503, "The server's storage cannot be reached"},
    Entry{"target-too-long", 414, "The request target is too long"},
    Entry{"timeout", 408, "The request took too long"},
    Entry{"token-expired", 401, "The token has expired"},
    Entry{"token-invalid", 401, "The token is not valid"},
    Entry{"token-missing", 401, "A token is needed"},
    Entry{"token-not-found", 404, "There is no such token"},
    Entry{"token-revoked", 401, "The token was revoked"},
    Entry{"too-large", 413, "This is larger than the limit"},
    Entry{"too-many-requests", 429, "Too many requests"},
    Entry{"unexpected-authorization", 400, "Authorization must not be sent to this address"},
    Entry{"upload-expired", 410, "This upload has expired"},
    Entry{"url-expired", 403, "This address has expired"},
    Entry{"url-invalid", 403, "This address was not issued by this server"},
    Entry{"version-conflict", 412, "Somebody else was first"},
    Entry{"version-not-found", 404, "This share has no such version"},
    Entry{"wrong-host", 421, "This host is not served here"},
};

} // namespace

QList<QByteArray> problemSlugs()
{
    QList<QByteArray> slugs;
    for (const Entry &entry : Problems)
        slugs += QByteArray(entry.slug);
    return slugs;
}

protocol::Problem problem(QByteArrayView slug)
{
    const auto entry = std::find_if(Problems.begin(), Problems.end(),
                                    [&](const Entry &e) { return slug == QByteArrayView(e.slug); });
    Q_ASSERT(entry != Problems.end());
    protocol::Problem problem;
    if (entry == Problems.end())
        return passel::problem("internal");
    problem.slug = entry->slug;
    problem.status = entry->status;
    problem.title = QString::fromLatin1(entry->title);
    return problem;
}

HttpResponse jsonResponse(int status, const QJsonObject &body)
{
    HttpResponse response;
    response.status = status;
    response.headers = {{"content-type", "application/json"},
                        {"cache-control", "no-store"},
                        {"x-content-type-options", "nosniff"}};
    response.body = protocol::toBytes(body);
    return response;
}

HttpResponse problemResponse(const protocol::Problem &problem)
{
    protocol::Problem whole = problem;
    if (whole.instance.isEmpty())
        whole.instance = QString::fromLatin1(randomBytes(8).toHex());
    HttpResponse response = jsonResponse(whole.status, whole.toJson());
    response.requestId = whole.instance.toLatin1();
    response.headers.front().value = "application/problem+json";
    if (whole.retryAfter)
        response.headers.append(HttpHeader{"retry-after", QByteArray::number(*whole.retryAfter)});
    if (whole.status == 401)
        response.headers.append(HttpHeader{"www-authenticate", "Bearer"});
    return response;
}

} // namespace passel
