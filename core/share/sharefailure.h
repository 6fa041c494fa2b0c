// What a server's refusal means to a person.
#pragma once

#include "core/base/error.h"
#include "core/share/protocol.h"

namespace passel {

//! \brief Whom a sentence is about.
struct FailureSubject
{
    QString server; //!< how the server is called; already safe to show
    QString share;  //!< name of the share, or empty
};

//! \brief The error for a problem. The code is its slug, if that is one of ours to pass on, else
//! `refused`; texts of the server are quoted only where there is no sentence of our own, bounded
//! and with escapes made visible (SEC-12, SEC-34).
[[nodiscard]] Error failureOf(const protocol::Problem &problem, const FailureSubject &subject);

//! \brief True when the same call may succeed later by itself.
[[nodiscard]] bool isPassingFailure(const Error &error);

//! \brief The server is none of ours, or its answer makes no sense.
[[nodiscard]] Error nonsenseFailure(const FailureSubject &subject, const QString &detail);
[[nodiscard]] Error wrongServerFailure(const FailureSubject &subject, const QString &detail);
//! \brief No token is kept for the server.
[[nodiscard]] Error signedOutFailure(const FailureSubject &subject);

} // namespace passel
