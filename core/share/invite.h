// An invitation to a server: its address, what proves it, and a token, as one string to paste.
#pragma once

#include "core/base/result.h"
#include "core/share/protocol.h"

#include <QUrl>

namespace passel {

//! \brief What `passel-server token add --invite` prints and the set-up of a client takes. A
//! secret, for the token in it.
struct Invite
{
    QUrl server;    //!< origin: scheme, host, port
    QByteArray pin; //!< SHA-256 of the server's public key, 64 hexadecimal digits; empty: a usual
                    //!< certificate
    protocol::AccessToken token;

    //! \brief `psl_inv_…`: letters, digits, `-` and `_` only.
    [[nodiscard]] QByteArray text() const;

    //! \brief Reads it back, with blanks around and line breaks inside. Code `invite-invalid`; an
    //! http address is taken for loopback hosts only (SEC-31).
    [[nodiscard]] static Result<Invite> parse(QByteArrayView text);

    bool operator==(const Invite &) const = default;
};

} // namespace passel
