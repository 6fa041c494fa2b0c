// What the share service tidies up by itself: expired shares, ended pulls, abandoned pushes,
// garbage.
#pragma once

#include "core/server/blobstore.h"
#include "core/server/metadatastore.h"

#include <QStringList>

namespace passel {

//! \brief One round. Rows go first, blobs after, and a blob only while no row can come to refer to
//! it. Interrupted anywhere, the next round goes on. Expired shares are marked, which is for good
//! (REL-03).
[[nodiscard]] Result<void> sweep(MetadataStore &store, BlobStore &blobs, qint64 nowMs);

//! \brief What `passel-server check` found.
struct CheckReport
{
    qint64 blobs = 0;   //!< referred to and looked at
    QStringList faults; //!< sentences; empty: all is well
    QStringList notes;  //!< nothing wrong, but worth a line
};

//! \brief Whether every row has its blob and every blob its row (REL-04); \a readData also verifies
//! every digest. Blobs younger than 24 h without a row are a running push's, not a fault.
[[nodiscard]] Result<CheckReport> checkStores(MetadataStore &store, BlobStore &blobs, qint64 nowMs,
                                              bool readData);

} // namespace passel
