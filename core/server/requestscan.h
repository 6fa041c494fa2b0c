// The strict scan of a raw header block (RFC 9112), made before any library parses it.
#pragma once

#include "core/server/http.h"

#include <functional>

namespace passel {

//! \brief Limits of a head (security.md); beyond them it is refused.
namespace headlimits {
inline constexpr qsizetype Target = 4LL * 1024;
inline constexpr qsizetype OneHeader = 8LL * 1024;
inline constexpr qsizetype AllHeaders = 32LL * 1024;
inline constexpr qsizetype Count = 100;
} // namespace headlimits

//! \brief Which Host values are ours; gets the value in lower case.
using HostRule = std::function<bool(const QByteArray &host)>;

//! \brief A request without body, or the slug of the problem.
using ScannedHead = std::variant<HttpRequest, QByteArray>;

//! \brief Scans \a block: everything up to and including the empty line. Accepted is only what
//! every parser reads alike: lines by CRLF, visible ASCII, blanks and tabs; one blank twice in the
//! request line; origin form; HTTP/1.1; token names, none twice; exactly one Host, of ours; one
//! decimal Content-Length or `chunked`, never both. Slugs: malformed-request, wrong-host,
//! http-version, target-too-long, header-too-large, media-type, expectation-failed,
//! method-not-allowed.
[[nodiscard]] ScannedHead scanHead(QByteArrayView block, const HostRule &isOurHost);

} // namespace passel
