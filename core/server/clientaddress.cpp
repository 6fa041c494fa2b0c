#include "core/server/clientaddress.h"

#include <algorithm>
#include <arpa/inet.h>

namespace passel {

namespace {

// Sixteen bytes, an address of version 4 as a mapped one; empty for what is no address.
QByteArray packed(const QByteArray &text)
{
    in6_addr six = {};
    if (text.contains('\0')
        || (::inet_pton(AF_INET6, text.constData(), &six) != 1
            && ::inet_pton(AF_INET6, QByteArray("::ffff:" + text).constData(), &six) != 1))
        return {};
    return {reinterpret_cast<const char *>(&six), sizeof six};
}

} // namespace

bool isIpAddress(const QByteArray &text)
{
    in_addr four = {};
    in6_addr six = {};
    return !text.contains('\0')
           && (::inet_pton(AF_INET, text.constData(), &four) == 1
               || ::inet_pton(AF_INET6, text.constData(), &six) == 1);
}

bool isTrustedProxy(const QByteArray &peer, const QList<QByteArray> &trustedProxies)
{
    return isIpAddress(peer)
           && std::any_of(
               trustedProxies.begin(), trustedProxies.end(),
               [own = packed(peer)](const QByteArray &proxy) { return packed(proxy) == own; });
}

QByteArray clientAddress(const HttpRequest &request, const QList<QByteArray> &trustedProxies)
{
    if (!isTrustedProxy(request.peer, trustedProxies))
        return request.peer;
    const QByteArray names = request.header("x-forwarded-for").value_or(QByteArray());
    const QByteArray last = names.mid(names.lastIndexOf(',') + 1).trimmed();
    return isIpAddress(last) ? last : request.peer;
}

} // namespace passel
