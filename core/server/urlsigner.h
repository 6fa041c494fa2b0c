// Signed addresses of stored parts: what a URL may do is all under its signature.
#pragma once

#include "core/base/digest.h"

#include <QUrl>

#include <optional>
#include <variant>

namespace passel {

//! \brief What a signed URL lets its holder do: put or get one blob, for one push or pull of one
//! share, until a time.
struct BlobGrant
{
    enum Action { Put, Get };

    Action action = Get;
    qint64 share = 0;
    QByteArray session; //!< id of the push or the pull
    QByteArray token;   //!< id of the token it was issued to; empty for a code
    Digest sha256;
    qint64 size = 0;
    qint64 expiresSeconds = 0;

    bool operator==(const BlobGrant &) const = default;
};

//! \brief Signs and verifies with HMAC-SHA256. Immutable, thread-safe.
class UrlSigner
{
public:
    //! \brief \a secret: at least 32 bytes.
    explicit UrlSigner(QByteArray secret);

    //! \brief A URL below \a origin (scheme, host, port), which is under the signature, too.
    [[nodiscard]] QUrl sign(const BlobGrant &grant, const QUrl &origin) const;

    enum class Fault { Forged, Expired };

    //! \brief Reads a grant from a path and query. The signature is compared in constant time, and
    //! first; only a true one can be told to be expired.
    [[nodiscard]] std::variant<BlobGrant, Fault> verify(BlobGrant::Action action,
                                                        const QUrl &origin, QByteArrayView path,
                                                        QByteArrayView query, qint64 nowMs) const;

    static constexpr auto PutPrefix = "/store/put/";
    static constexpr auto GetPrefix = "/store/get/";

private:
    [[nodiscard]] QByteArray signature(const BlobGrant &grant, const QUrl &origin) const;

    QByteArray m_secret;
};

} // namespace passel
