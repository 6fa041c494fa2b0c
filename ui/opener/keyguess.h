// What a text from outside is: a key or link to pull, or something to read as a table.
#pragma once

#include <QString>

namespace passel {

//! \brief \a text is a share's key (with or without its code) or a link to one, and nothing else.
[[nodiscard]] bool looksLikeKey(const QString &text);

} // namespace passel
