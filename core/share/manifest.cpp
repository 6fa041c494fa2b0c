#include "core/share/manifest.h"

#include "core/share/zstd.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace passel {

Schema Manifest::schema() const
{
    std::vector<Field> fields;
    fields.reserve(columns.size());
    for (const ManifestColumn &column : columns)
        fields.push_back(column.field);
    return Schema(std::move(fields));
}

std::vector<PartRef> Manifest::allParts() const
{
    std::vector<PartRef> parts;
    for (const ManifestColumn &column : columns)
        parts.insert(parts.end(), column.parts.begin(), column.parts.end());
    parts.insert(parts.end(), stream.begin(), stream.end());
    return parts;
}

std::vector<Digest> Manifest::partNames() const
{
    std::set<Digest> names;
    for (const PartRef &part : allParts())
        names.insert(part.name);
    return {names.begin(), names.end()};
}

qint64 Manifest::rawSize() const
{
    qint64 size = 0;
    for (const PartRef &part : allParts())
        size += part.rawSize;
    return size;
}

qint64 Manifest::storedSize() const
{
    std::set<Digest> names;
    qint64 size = 0;
    for (const PartRef &part : allParts()) {
        if (names.insert(part.name).second)
            size += part.storedSize;
    }
    return size;
}

qint64 Manifest::previewRows() const noexcept
{
    return preview.empty() ? 0 : static_cast<qint64>(preview[0].size());
}

Result<PackedManifest> packManifest(const Manifest &manifest)
{
    PASSEL_TRY(const QByteArray json, manifest.toJson());
    PackedManifest packed;
    packed.id = sha256(json);
    packed.stored = zstdCompressed(json, 9);
    return packed;
}

Result<Manifest> openManifest(const Digest &id, QByteArrayView stored)
{
    // What a frame claims is believed up to 1 MiB, then up to a ratio (SEC-05, SEC-06).
    const qint64 size = zstdContentSize(stored);
    const qint64 believed = std::max<qint64>(1024LL * 1024, stored.size() * Manifest::MaximumRatio);
    if (size > std::min(Manifest::MaximumSize, believed))
        return Error(ErrorKind::Limit, QByteArrayLiteral("limit"),
                     QCoreApplication::translate(
                         "passel::Manifest",
                         "The description of the share is larger than 64 MiB, or unpacks to more "
                         "than 200 times its size, and is refused."));
    PASSEL_TRY(const QByteArray json, zstdInflated(stored, size));
    if (sha256(json) != id)
        return Error(ErrorKind::Input, QByteArrayLiteral("checksum"),
                     QCoreApplication::translate(
                         "passel::Manifest",
                         "The description of the share is not the one that was sent. Get it again "
                         "from the server."));
    return Manifest::fromJson(json);
}

} // namespace passel
