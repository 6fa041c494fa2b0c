// The refusals of the share service: each slug with its status and its title.
#pragma once

#include "core/server/http.h"
#include "core/share/protocol.h"

namespace passel {

//! \brief Every slug the service may answer.
[[nodiscard]] QList<QByteArray> problemSlugs();

//! \brief A problem with the status and title of \a slug, which must be one of problemSlugs().
[[nodiscard]] protocol::Problem problem(QByteArrayView slug);

//! \brief \a problem as an answer, with Retry-After and WWW-Authenticate where they belong.
[[nodiscard]] HttpResponse problemResponse(const protocol::Problem &problem);

//! \brief A JSON answer that is never cached.
[[nodiscard]] HttpResponse jsonResponse(int status, const QJsonObject &body);

} // namespace passel
