#include "core/server/http.h"

namespace passel {

namespace {

std::optional<QByteArray> valueOf(const QList<HttpHeader> &headers, QByteArrayView name)
{
    for (const HttpHeader &header : headers) {
        if (header.name == name)
            return header.value;
    }
    return {};
}

} // namespace

std::optional<QByteArray> HttpRequest::header(QByteArrayView name) const
{
    return valueOf(headers, name);
}

std::optional<QByteArray> HttpResponse::header(QByteArrayView name) const
{
    return valueOf(headers, name);
}

} // namespace passel
