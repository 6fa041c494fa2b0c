// Any text as a key or a link: an error, or an address that is written and read the same.
#include "core/share/sharekey.h"

#include <cstdint>
#include <cstdlib>

using namespace passel;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    (void)ShareCode::parse(text);
    const auto address = parseShareAddress(text);
    if (!address)
        return 0;
    const auto again = parseShareAddress(address->key());
    if (!again || again->name != address->name || again->code != address->code)
        std::abort();
    return 0;
}
