// Where the bytes of parts and manifests lie: immutable blobs named by their SHA-256.
#pragma once

#include "core/base/digest.h"
#include "core/base/filesystem.h"

#include <QList>

#include <functional>
#include <memory>

namespace passel {

//! \brief A blob while it arrives. Destroyed without finish(), it leaves nothing behind.
class BlobUpload
{
public:
    virtual ~BlobUpload() = default;
    //! \brief Code `size-mismatch` when more comes than was announced.
    [[nodiscard]] virtual Result<void> write(QByteArrayView bytes) = 0;
    //! \brief Verifies size and digest: codes `size-mismatch`, `digest-mismatch`. Afterwards the
    //! blob has arrived for its push, but is not durable before publish().
    [[nodiscard]] virtual Result<void> finish() = 0;

protected:
    BlobUpload() = default;
    Q_DISABLE_COPY_MOVE(BlobUpload)
};

//! \brief A blob by name and size.
struct BlobName
{
    Digest sha256;
    qint64 size = 0;

    bool operator==(const BlobName &) const = default;
};

//! \brief Tells of the id of a push whether the push is open.
using PushTest = std::function<Result<bool>(const QByteArray &pushId)>;

//! \brief Stores blobs. Thread-safe. What a push sends stays apart, by the push's id, until
//! publish(): knowing a digest never gives another's bytes. Ids are lower-case hexadecimal.
class BlobStore
{
public:
    virtual ~BlobStore() = default;

    [[nodiscard]] virtual Result<std::unique_ptr<BlobUpload>> begin(const QByteArray &pushId,
                                                                    const BlobName &blob) = 0;
    //! \brief True when finish() succeeded for this push with these bytes, also before a restart,
    //! and they are not published yet.
    [[nodiscard]] virtual Result<bool> hasArrived(const QByteArray &pushId,
                                                  const BlobName &blob) = 0;
    //! \brief Makes what arrived for \a pushId readable and durable: synced, renamed, folders
    //! synced (REL-01). Repeating it, also at the same time, is harmless: what is published already
    //! stays. So \a blobs may only be such as the push has shown to have. Code `parts-missing` when
    //! one neither arrived nor is there.
    [[nodiscard]] virtual Result<void> publish(const QByteArray &pushId,
                                               const QList<Digest> &blobs) = 0;
    //! \brief Removes what a push left and did not publish.
    [[nodiscard]] virtual Result<void> discard(const QByteArray &pushId,
                                               const QList<Digest> &blobs) = 0;

    //! \brief A published blob, for reading. Code `not-found`.
    [[nodiscard]] virtual Result<std::unique_ptr<File>> open(const Digest &sha256) = 0;
    //! \brief Size of a published blob, or -1 when there is none.
    [[nodiscard]] virtual Result<qint64> size(const Digest &sha256) = 0;
    //! \brief Removing what is not there succeeds.
    [[nodiscard]] virtual Result<void> remove(const Digest &sha256) = 0;
    //! \brief Every published blob, in order, with when it was written (ms since the epoch).
    [[nodiscard]] virtual Result<QList<std::pair<BlobName, qint64>>> list() = 0;
    //! \brief After a start: drops what arrived and was not published, where a crash broke it or
    //! \a isOpen says that its push is over.
    [[nodiscard]] virtual Result<void> recover(const PushTest &isOpen) = 0;

    [[nodiscard]] virtual Result<qint64> freeBytes() = 0;
    [[nodiscard]] virtual Result<qint64> totalBytes() = 0;

protected:
    BlobStore() = default;
    Q_DISABLE_COPY_MOVE(BlobStore)
};

} // namespace passel
