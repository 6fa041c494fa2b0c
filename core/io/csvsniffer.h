// Guesses delimiter, junk lines and header of CSV text, each guess with its reason.
#pragma once

#include "core/io/readoptions.h"

#include <QByteArrayView>
#include <QString>

namespace passel {

//! \brief How well \a head fits as CSV, 1 … 60 (any text fits a little); fills delimiter, quote,
//! skipLines, hasHeader and their reasons.
[[nodiscard]] int sniffCsv(QByteArrayView head, bool complete, const QString &name,
                           Sniffed *sniffed);

} // namespace passel
