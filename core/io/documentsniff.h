// Is a JSON object one of DocArray's Documents, or a row of any other table?
#pragma once

#include "core/array/schema.h"

#include <string_view>

namespace passel {

//! \brief The attribute that both JSON forms call \a name; Tag for every other name.
[[nodiscard]] Role roleNamed(std::string_view name);

//! \brief True when the JSON object at \a text has DocArray's names, and values of their kinds.
//! Cut text may be judged by its beginning. 64 readable bytes behind \a end.
[[nodiscard]] bool looksLikeDocument(const char *text, const char *end);

} // namespace passel
