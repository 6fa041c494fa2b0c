// Any bytes as a part of a column of any type: an error, or segments that keep their promises.
#include "core/share/partcodec.h"
#include "core/share/zstd.h"

#include <cstdint>
#include <cstdlib>

using namespace passel;

namespace {

Field fieldOf(uint8_t choice)
{
    Field field;
    field.type.kind = static_cast<TypeKind>(choice % 13);
    if (field.type.kind == TypeKind::Tensor)
        field.type.element = static_cast<ElementType>(choice / 13 % 12);
    if (field.type.kind == TypeKind::Documents) {
        Field text;
        Field inner;
        inner.type = TypeKind::Documents;
        inner.children = std::make_shared<const Schema>(Schema({text}));
        field.children = std::make_shared<const Schema>(Schema({text, inner}));
    }
    return field;
}

} // namespace

// First byte: the type; second: the rows; then the raw bytes.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 3)
        return 0;
    const QByteArray raw(reinterpret_cast<const char *>(data) + 2,
                         static_cast<qsizetype>(size) - 2);
    PartRef ref;
    ref.rows = data[1];
    ref.name = sha256(raw);
    ref.rawSize = raw.size();
    ref.storedSize = raw.size();
    (void)openPart(ref, raw); // as stored bytes
    const QByteArray stored = zstdCompressed(raw, 1);
    ref.storedSize = stored.size();
    const auto part = openPart(ref, stored);
    if (!part)
        return 0;
    const Field field = fieldOf(data[0]);
    const auto segments = decodeParts(field, ref.rows, {&*part, 1});
    if (!segments)
        return 0;
    qint64 rows = 0;
    ColumnSlice slice;
    slice.field = field;
    for (const SegmentPtr &segment : *segments) {
        rows += segment->size();
        if (!segment->verify())
            std::abort();
        slice.append(segment, 0, segment->size());
    }
    if (rows != ref.rows)
        std::abort();
    // What was read can be written, and reads the same.
    if (const auto again = encodeStretch(slice)) {
        PartRef canonical = ref;
        canonical.name = sha256(*again);
        canonical.rawSize = again->size();
        const QByteArray frame = zstdCompressed(*again, 1);
        canonical.storedSize = frame.size();
        const auto opened = openPart(canonical, frame);
        if (!opened || !decodeParts(field, rows, {&*opened, 1}))
            std::abort();
    }
    return 0;
}
