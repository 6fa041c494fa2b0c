#include "core/server/clientaddress.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

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

// An address as RFC 5952 writes it, a mapped one as version 4; anything else as it is.
QByteArray canonical(const QByteArray &text)
{
    if (!isIpAddress(text))
        return text;
    const QByteArray bytes = packed(text);
    const QByteArray mapped = QByteArray(10, '\0') + "\xff\xff";
    const bool isMapped = bytes.startsWith(mapped);
    const char *const address = bytes.constData() + (isMapped ? mapped.size() : 0);
    std::array<char, INET6_ADDRSTRLEN> shown{};
    ::inet_ntop(isMapped ? AF_INET : AF_INET6, address, shown.data(), shown.size());
    return {shown.data()};
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
        return canonical(request.peer);
    const QByteArray names = request.header("x-forwarded-for").value_or(QByteArray());
    const QByteArray last = names.mid(names.lastIndexOf(',') + 1).trimmed();
    return canonical(isIpAddress(last) ? last : request.peer);
}

} // namespace passel
