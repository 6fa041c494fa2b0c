// Who asked: the peer of the connection, or whom a proxy that is trusted names.
#pragma once

#include "core/server/http.h"

namespace passel {

//! \brief True for an IPv4 or IPv6 address and nothing else: no port, no brackets, no name.
[[nodiscard]] bool isIpAddress(const QByteArray &text);

//! \brief Whether \a peer is one of \a trustedProxies, however either is spelt.
[[nodiscard]] bool isTrustedProxy(const QByteArray &peer, const QList<QByteArray> &trustedProxies);

//! \brief The peer of \a request. When that is a trusted proxy: the last entry of X-Forwarded-For,
//! which is the one that the proxy itself saw. Earlier entries are what a client claims. An entry
//! that is no address counts as none. An address has one spelling: that of version 4 for a mapped
//! one, that of RFC 5952 for others.
[[nodiscard]] QByteArray clientAddress(const HttpRequest &request,
                                       const QList<QByteArray> &trustedProxies);

} // namespace passel
