// How times, expiries, rights and transfers of shares are said.
#pragma once

#include "core/share/protocol.h"
#include "core/share/transferjob.h"
#include "ui/kit/statusrow.h"

#include <QString>

namespace passel {

//! \brief "Sun 29 Nov, 08:40" in local time.
[[nodiscard]] QString momentText(qint64 ms);
//! \brief "just now", "12 min ago", "08:02", "yesterday", "Mon 16 Nov"; "never" for 0.
[[nodiscard]] QString agoText(qint64 ms, qint64 nowMs);
//! \brief Time left until \a ms in two units: "6 d 23 h", "9 h 40 min", "less than a minute"; empty
//! when it has passed.
[[nodiscard]] QString leftText(qint64 ms, qint64 nowMs);
//! \brief Less than a day is left.
[[nodiscard]] bool expiresSoon(qint64 ms, qint64 nowMs);
//! \brief "anyone with the key", "signed-in people", "only you"
[[nodiscard]] QString accessText(protocol::Access access);
//! \brief "Anyone with the key can pull." and so on.
[[nodiscard]] QString accessSentence(protocol::Access access);
//! \brief "7 days", "1 day"
[[nodiscard]] QString daysText(qint64 days);
//! \brief SHA-256 of a public key in groups of four, as a person compares it.
[[nodiscard]] QString pinText(const Digest &pin);

//! \brief Which way a transfer goes.
enum class TransferWay { Push, Pull };

//! \brief \a progress for the status line: "Sending 46 %", "98 KB of 214 KB, 3 s left".
[[nodiscard]] StatusRow::Progress transferWords(const TransferProgress &progress, TransferWay way);

} // namespace passel
