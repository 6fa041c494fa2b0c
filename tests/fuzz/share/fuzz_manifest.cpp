// Any bytes as a manifest: an error, or something that can be shown, kept and written again.
#include "core/share/arrayassembler.h"
#include "core/share/manifest.h"
#include "core/share/preview.h"

#include <cstdint>
#include <cstdlib>

using namespace passel;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    (void)openManifest(Digest(), bytes);
    const auto manifest = Manifest::fromJson(bytes);
    if (!manifest)
        return 0;
    if (!previewArray(*manifest).verify())
        std::abort();
    // A table of a million segments is legal, but slow to make a thousand times a second.
    if (manifest->rows < 10'000'000)
        (void)ArrayAssembler::create(*manifest);
    const auto json = manifest->toJson();
    if (json && *Manifest::fromJson(*json)->toJson() != *json)
        std::abort();
    return 0;
}
