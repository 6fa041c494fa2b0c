// A look over JSON text from anyone before a parser builds it in memory.
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace passel {

//! \brief Parses an object of at most \a values values nested at most \a depth deep: what a parser
//! builds is then bounded. Codes: `syntax`, `limit`, `too-deep`.
[[nodiscard]] Result<QJsonObject> parseBoundedJson(QByteArrayView json, qint64 values, int depth);

} // namespace passel
