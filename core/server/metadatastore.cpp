#include "core/server/metadatastore.h"

namespace passel {

Result<bool> MetadataStore::isPushOpen(const QByteArray &pushId, qint64 nowMs)
{
    bool open = false;
    const auto look = [&](MetadataTransaction &tx) -> Result<End> {
        PASSEL_TRY(const auto push, tx.push(pushId));
        open = push && push->versionId == 0 && push->expiresMs > nowMs;
        return End::Rollback;
    };
    PASSEL_CHECK(read(look));
    return open;
}

} // namespace passel
