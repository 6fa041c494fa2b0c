// JSON with one spelling for each value (RFC 8785), so that its digest can name it.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonValue>

namespace passel {

//! \brief Largest whole number that JSON's doubles hold exactly: 2^53 - 1. Larger ones travel as
//! strings.
constexpr qint64 MaximumJsonInteger = (qint64(1) << 53) - 1;

//! \brief RFC 8785: no white space, members sorted by their UTF-16 units, numbers as ECMAScript
//! writes them, shortest escapes. Code `syntax` for what has no canonical form: NaN, infinities,
//! unpaired surrogates, whole numbers that a double cannot hold.
[[nodiscard]] Result<QByteArray> canonicalJson(const QJsonValue &value);

//! \brief A number as ECMAScript's Number::toString writes it. \a value must be finite.
[[nodiscard]] QByteArray ecmaScriptNumber(double value);

} // namespace passel
