// The sentences with which reading Arrow data fails.
#pragma once

#include "core/base/error.h"

namespace passel {

//! \brief Bytes that break a promise of the format; \a detail says which, for the log.
[[nodiscard]] Error arrowDamaged(const QString &detail, qint64 byte = -1);
//! \brief Bytes that end too soon.
[[nodiscard]] Error arrowTruncated(qint64 byte);
//! \brief Valid Arrow of a kind that Passel does not read; \a what names it.
[[nodiscard]] Error arrowUnsupported(const QString &what);
//! \brief The column \a name cannot hold values of the Arrow type \a type.
[[nodiscard]] Error arrowMismatch(const QString &type, const QString &name);
//! \brief More documents in one stretch of the column \a name than MaximumStretchDocuments.
[[nodiscard]] Error arrowTooManyDocuments(const QString &name);

} // namespace passel
