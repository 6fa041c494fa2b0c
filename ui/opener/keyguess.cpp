#include "ui/opener/keyguess.h"

#include "core/share/sharekey.h"

namespace passel {

bool looksLikeKey(const QString &text)
{
    constexpr qsizetype Longest = 400; // a link with host, name and code
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > Longest || trimmed.contains(u'\n'))
        return false;
    const Result<ShareAddress> address = parseShareAddress(trimmed);
    // What is nearly a key is one too: whoever pulls says which letter is wrong.
    return address || address.error().code() == "key-mistyped"
           || address.error().code() == "code-mistyped"
           || address.error().code() == "sealed-unsupported";
}

} // namespace passel
