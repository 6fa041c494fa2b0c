// Blobs in a folder: 256 sub-folders, one file a blob, written as REL-01 says.
#pragma once

#include "core/base/threadpool.h"
#include "core/server/blobstore.h"

namespace passel {

//! \brief Blobs as files of \a root through the file layer.
//!
//!     root/ab/ab12….HEX          published: synced before it got this name
//!     root/ab/ab12….PUSH         arrived for a push: whole and verified, not yet synced
//!     root/ab/ab12….PUSH.RANDOM  arriving
//!
//! All three lie in one folder, so that a rename moves no bytes.
class FileBlobStore final : public BlobStore
{
public:
    //! \brief Makes the folders that are missing. \a files must outlive the store.
    [[nodiscard]] static Result<std::unique_ptr<FileBlobStore>> open(FileSystem &files,
                                                                     const QString &root);

    Result<std::unique_ptr<BlobUpload>> begin(const QByteArray &pushId,
                                              const BlobName &blob) override;
    Result<bool> hasArrived(const QByteArray &pushId, const BlobName &blob) override;
    Result<void> publish(const QByteArray &pushId, const QList<Digest> &blobs) override;
    Result<void> discard(const QByteArray &pushId, const QList<Digest> &blobs) override;
    Result<std::unique_ptr<File>> open(const Digest &sha256) override;
    Result<qint64> size(const Digest &sha256) override;
    Result<void> remove(const Digest &sha256) override;
    Result<QList<std::pair<BlobName, qint64>>> list() override;
    Result<void> recover(const PushTest &isOpen) override;
    Result<qint64> freeBytes() override;
    Result<qint64> totalBytes() override;

private:
    FileBlobStore(FileSystem &files, QString root);
    [[nodiscard]] QString folderOf(const Digest &sha256) const;
    [[nodiscard]] QString pathOf(const Digest &sha256) const;
    [[nodiscard]] Result<bool> exists(const QString &path);
    Result<void> publishOne(const QByteArray &pushId, const Digest &sha256);

    FileSystem *m_files;
    QString m_root;
    ThreadPool m_syncers; // fsync waits for the disk; several at once share its journal's commit
};

} // namespace passel
