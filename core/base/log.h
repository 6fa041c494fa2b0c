// Logging without secrets: one category a folder, control characters escaped, URLs redacted.
#pragma once

#include <QLoggingCategory>
#include <QString>

class QUrl;

namespace passel {

Q_DECLARE_LOGGING_CATEGORY(logBase)
Q_DECLARE_LOGGING_CATEGORY(logIo)
Q_DECLARE_LOGGING_CATEGORY(logShare)
Q_DECLARE_LOGGING_CATEGORY(logServer)
Q_DECLARE_LOGGING_CATEGORY(logUi)

//! \brief Routes Qt's messages to standard error as one line each, with control characters escaped
//! (no raw ESC, CR or LF reaches a terminal or a log file). Call once, before any thread starts.
void installMessageHandler();

//! \brief Scheme, host and a short hash of the path: what may be written about a URL (SEC-33).
[[nodiscard]] QString redacted(const QUrl &url);

//! \brief \a text with control, bidi and zero-width characters as visible escapes such as `\u202E`,
//! and combining runs over 8 cut (SEC-12). For display and logs; data itself is never changed.
[[nodiscard]] QString visibleText(QStringView text);

} // namespace passel
