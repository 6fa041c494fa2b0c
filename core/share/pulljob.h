// Brings an array from a share server by its key.
#pragma once

#include "core/array/documentarray.h"
#include "core/base/threadpool.h"
#include "core/share/shareclient.h"
#include "core/share/transferjob.h"

#include <memory>

namespace passel {

struct Manifest;
class PartCache;

//! \brief What a pull brought.
struct PullResult
{
    DocumentArray array; //!< complete, every part verified
    QByteArray stream;   //!< instead of it: what Python pushed, for a version of that kind
    protocol::ShareVersion version;
    QString owner;
    qint64 bytesReceived = 0; //!< bodies of parts and manifest, as stored
    qint64 partsReceived = 0;
    qint64 partsTotal = 0; //!< the rest came from the cache
};

//! \brief A pull. Parts come from the cache or over the network; nothing is shown before its
//! SHA-256 matched. Cancelled or failed, what came stays in the cache for the next try. See
//! TransferJob for its life, pulljob.cpp for its states.
class PullJob final : public TransferJob
{
    Q_OBJECT

public:
    //! \brief \a address must be of \a client's server. The job keeps the client until it is
    //! destroyed, and the cache until its last worker is done with it; neither is null.
    PullJob(std::shared_ptr<ShareClient> client, ShareAddress address,
            std::shared_ptr<PartCache> cache, QObject *parent = nullptr,
            ThreadPool &pool = ThreadPool::global());
    ~PullJob() override;

    [[nodiscard]] const ShareAddress &address() const noexcept;
    //! \brief Once Done.
    [[nodiscard]] const std::optional<PullResult> &result() const noexcept;
    //! \brief From opened() on; null before.
    [[nodiscard]] const Manifest *manifest() const noexcept;

signals:
    //! \brief The manifest is there and verified: headers, profiles and preview can be shown.
    //! \a pending has all rows and columns; its cells come one part after the other, into this very
    //! array. Not for what Python pushed.
    void opened(const passel::DocumentArray &pending, const passel::Manifest &manifest);
    //! \brief More cells of opened()'s array are here, a few times a second.
    void advanced();

protected:
    void run() override;
    void stop() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace passel
