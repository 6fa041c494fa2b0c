#include "core/server/fileblobstore.h"

#include "core/base/log.h"
#include "core/share/protocol.h"

#include <QCoreApplication>
#include <QSet>

#include <mutex>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

// They only wait for the disk, and one commit of the file system's journal serves all that wait.
constexpr int Syncers = 16;
constexpr qsizetype HexSize = 64;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::FileBlobStore)
};

Error sizeMismatch()
{
    return {ErrorKind::Input, QByteArrayLiteral("size-mismatch"),
            Text::tr("A part has another size than was announced. Send it again.")};
}

class FileBlobUpload final : public BlobUpload
{
public:
    FileBlobUpload(FileSystem &files, std::unique_ptr<File> file, QString temporary,
                   QString arrived, const BlobName &blob)
        : m_files(files)
        , m_file(std::move(file))
        , m_temporary(std::move(temporary))
        , m_arrived(std::move(arrived))
        , m_blob(blob)
    {}

    ~FileBlobUpload() override
    {
        if (!m_file)
            return;
        m_file.reset();
        if (const auto removed = m_files.remove(m_temporary); !removed)
            qCWarning(logServer).noquote()
                << "cannot remove a temporary file:" << removed.error().detail();
    }

    Q_DISABLE_COPY_MOVE(FileBlobUpload)

    Result<void> write(QByteArrayView bytes) override
    {
        if (bytes.size() > m_blob.size - m_written)
            return sizeMismatch();
        PASSEL_CHECK(m_file->writeAt(m_written, bytes));
        m_sha.add(bytes);
        m_written += bytes.size();
        return {};
    }

    Result<void> finish() override
    {
        if (m_written != m_blob.size)
            return sizeMismatch();
        if (m_sha.finish() != m_blob.sha256) {
            return Error(ErrorKind::Input, QByteArrayLiteral("digest-mismatch"),
                         Text::tr("A part was changed on its way. Send it again."));
        }
        PASSEL_CHECK(m_files.rename(m_temporary, m_arrived));
        m_file.reset();
        return {};
    }

private:
    FileSystem &m_files;
    std::unique_ptr<File> m_file;
    QString m_temporary;
    QString m_arrived;
    BlobName m_blob;
    Sha256 m_sha;
    qint64 m_written = 0;
};

} // namespace

FileBlobStore::FileBlobStore(FileSystem &files, QString root)
    : m_files(&files)
    , m_root(std::move(root))
    , m_syncers(Syncers)
{}

Result<std::unique_ptr<FileBlobStore>> FileBlobStore::open(FileSystem &files, const QString &root)
{
    PASSEL_CHECK(files.makePath(root));
    PASSEL_TRY(const QStringList present, files.list(root));
    const QSet<QString> names(present.begin(), present.end());
    for (int i = 0; i < 256; ++i) {
        const QString name = u"%1"_s.arg(i, 2, 16, QLatin1Char('0'));
        if (!names.contains(name))
            PASSEL_CHECK(files.makePath(root + u'/' + name));
    }
    if (names.size() < 256)
        PASSEL_CHECK(files.syncDirectory(root));
    return std::unique_ptr<FileBlobStore>(new FileBlobStore(files, root));
}

QString FileBlobStore::folderOf(const Digest &sha256) const
{
    return m_root + u'/' + QString::fromLatin1(sha256.toHex().left(2));
}

// SEC-14: nothing but the hexadecimal digits of a digest ever names a file.
QString FileBlobStore::pathOf(const Digest &sha256) const
{
    return folderOf(sha256) + u'/' + QString::fromLatin1(sha256.toHex());
}

Result<bool> FileBlobStore::exists(const QString &path)
{
    const auto status = m_files->status(path);
    if (status)
        return true;
    if (status.error().kind() == ErrorKind::NotFound)
        return false;
    return status.error();
}

Result<std::unique_ptr<BlobUpload>> FileBlobStore::begin(const QByteArray &pushId,
                                                         const BlobName &blob)
{
    const QString arrived = pathOf(blob.sha256) + u'.' + QString::fromLatin1(pushId);
    const QString temporary = arrived + u'.' + QString::fromLatin1(randomBytes(8).toHex());
    PASSEL_TRY(auto file, m_files->create(temporary, FileSystem::Create::Exclusive));
    return std::unique_ptr<BlobUpload>(
        std::make_unique<FileBlobUpload>(*m_files, std::move(file), temporary, arrived, blob));
}

Result<bool> FileBlobStore::hasArrived(const QByteArray &pushId, const BlobName &blob)
{
    const auto status = m_files->status(pathOf(blob.sha256) + u'.' + QString::fromLatin1(pushId));
    if (status)
        return status->size == blob.size;
    if (status.error().kind() == ErrorKind::NotFound)
        return false;
    return status.error();
}

Result<void> FileBlobStore::publishOne(const QByteArray &pushId, const Digest &sha256)
{
    const QString path = pathOf(sha256);
    const QString arrived = path + u'.' + QString::fromLatin1(pushId);
    auto file = m_files->openForRead(arrived);
    if (!file) {
        if (file.error().kind() != ErrorKind::NotFound)
            return file.error();
        PASSEL_TRY(const bool published,
                   exists(path)); // by an earlier try, or for an earlier version
        if (published)
            return {};
        return Error(ErrorKind::NotFound, QByteArrayLiteral("parts-missing"),
                     Text::tr("Not all parts have arrived. Send the missing ones."));
    }
    PASSEL_CHECK((*file)->sync());
    Result<void> renamed = m_files->rename(arrived, path);
    if (!renamed && renamed.error().kind() == ErrorKind::NotFound) {
        PASSEL_TRY(const bool published, exists(path)); // by the same call, made twice at once
        if (published)
            return {};
    }
    return renamed;
}

Result<void> FileBlobStore::publish(const QByteArray &pushId, const QList<Digest> &blobs)
{
    std::mutex mutex;
    std::optional<Error> failure;
    const auto attempt = [&](const Result<void> &result) {
        const std::lock_guard lock(mutex);
        if (!result && !failure)
            failure = result.error();
        return !failure;
    };
    m_syncers.parallelFor(blobs.size(), [&](qsizetype i) {
        {
            const std::lock_guard lock(mutex);
            if (failure)
                return;
        }
        attempt(publishOne(pushId, blobs[i]));
    });
    if (failure)
        return *failure;
    // A name is durable when its folder is: each folder once, after all renames.
    QSet<QString> folders;
    for (const Digest &sha256 : blobs)
        folders.insert(folderOf(sha256));
    const QStringList list(folders.begin(), folders.end());
    m_syncers.parallelFor(list.size(),
                          [&](qsizetype i) { attempt(m_files->syncDirectory(list[i])); });
    if (failure)
        return *failure;
    return {};
}

Result<void> FileBlobStore::discard(const QByteArray &pushId, const QList<Digest> &blobs)
{
    for (const Digest &sha256 : blobs)
        PASSEL_CHECK(m_files->remove(pathOf(sha256) + u'.' + QString::fromLatin1(pushId)));
    return {};
}

Result<std::unique_ptr<File>> FileBlobStore::open(const Digest &sha256)
{
    return m_files->openForRead(pathOf(sha256));
}

Result<qint64> FileBlobStore::size(const Digest &sha256)
{
    const auto status = m_files->status(pathOf(sha256));
    if (status)
        return status->size;
    if (status.error().kind() == ErrorKind::NotFound)
        return qint64(-1);
    return status.error();
}

Result<void> FileBlobStore::remove(const Digest &sha256)
{
    return m_files->remove(pathOf(sha256));
}

Result<QList<std::pair<BlobName, qint64>>> FileBlobStore::list()
{
    QList<std::pair<BlobName, qint64>> blobs;
    PASSEL_TRY(const QStringList folders, m_files->list(m_root));
    for (const QString &folder : folders) {
        const QString path = m_root + u'/' + folder;
        PASSEL_TRY(const QStringList names, m_files->list(path));
        for (const QString &name : names) {
            const auto sha256 = Digest::fromHex(name.toLatin1());
            if (!sha256 || !name.startsWith(folder))
                continue;
            PASSEL_TRY(const FileStatus status, m_files->status(path + u'/' + name));
            blobs.append({{*sha256, status.size}, status.modifiedMs});
        }
    }
    return blobs;
}

Result<void> FileBlobStore::recover(const PushTest &isOpen)
{
    PASSEL_TRY(const QStringList folders, m_files->list(m_root));
    for (const QString &folder : folders) {
        const QString path = m_root + u'/' + folder;
        PASSEL_TRY(const QStringList names, m_files->list(path));
        for (const QString &name : names) {
            if (name.size() <= HexSize)
                continue;
            bool whole = false;
            bool open = false;
            if (name.count(u'.') == 1) {
                PASSEL_TRY(open, isOpen(name.mid(HexSize + 1).toLatin1()));
            }
            if (open) {
                // After a power cut an unsynced file may hold anything.
                const auto expected = Digest::fromHex(name.left(HexSize).toLatin1());
                const auto bytes = readAll(*m_files, path + u'/' + name, protocol::PartSizeLimit);
                whole = expected && bytes && sha256(*bytes) == *expected;
            }
            if (!whole)
                PASSEL_CHECK(m_files->remove(path + u'/' + name));
        }
    }
    return {};
}

Result<qint64> FileBlobStore::freeBytes()
{
    return m_files->freeBytes(m_root);
}

Result<qint64> FileBlobStore::totalBytes()
{
    return m_files->totalBytes(m_root);
}

} // namespace passel
