// The file layer that tests replace: every read, write, sync and rename of Passel goes through it.
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QStringList>

#include <memory>

namespace passel {

//! \brief What stat(2) knows that Passel asks for.
struct FileStatus
{
    qint64 size = 0;
    qint64 modifiedMs = 0; //!< since the epoch
    bool isDirectory = false;
    bool isRegular = true; //!< no directory, pipe, socket or device
    quint64 device = 0;
    quint64 inode = 0;
    quint32 mode = 0; //!< permission bits
};

//! \brief An open regular file. One thread at a time, except readAt(), which any thread may call.
class File
{
public:
    virtual ~File() = default;

    //! \brief Reads up to \a size bytes at \a offset; fewer only at the end of the file, 0 behind
    //! it.
    [[nodiscard]] virtual Result<qint64> readAt(qint64 offset, char *data, qint64 size) = 0;
    //! \brief Writes all of \a bytes at \a offset.
    [[nodiscard]] virtual Result<void> writeAt(qint64 offset, QByteArrayView bytes) = 0;
    //! \brief fsync(2): bytes and length are on the disk when it succeeds.
    [[nodiscard]] virtual Result<void> sync() = 0;
    [[nodiscard]] virtual Result<FileStatus> status() = 0;

    //! \brief The descriptor, for sendfile(2); -1 when there is none.
    [[nodiscard]] virtual int descriptor() const { return -1; }

protected:
    File() = default;
    Q_DISABLE_COPY_MOVE(File)
};

//! \brief Files by absolute or relative path. Thread-safe. Errors carry the native path in
//! place().source and one of the codes not-found, not-a-file, permission, disk-full, open, io.
class FileSystem
{
public:
    enum class Create {
        Exclusive,        //!< fails when the file exists; mode 0600
        ExclusiveByUmask, //!< the same, with the mode that the umask leaves of 0666
        Truncate,         //!< makes or empties it
    };

    virtual ~FileSystem() = default;

    //! \brief Opens a regular file for reading. Directories, pipes, sockets and devices (also
    //! behind a link) are refused at once with `not-a-file`, never waited for (SEC-08).
    [[nodiscard]] virtual Result<std::unique_ptr<File>> openForRead(const QString &path) = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<File>> create(const QString &path, Create how) = 0;
    [[nodiscard]] virtual Result<void> rename(const QString &from, const QString &to) = 0;
    //! \brief Removing what is not there succeeds.
    [[nodiscard]] virtual Result<void> remove(const QString &path) = 0;
    //! \brief Makes \a path and its parents, mode 0700. Existing ones are left as they are.
    [[nodiscard]] virtual Result<void> makePath(const QString &path) = 0;
    //! \brief fsync(2) of a directory: names in it survive a power cut when it succeeds.
    [[nodiscard]] virtual Result<void> syncDirectory(const QString &path) = 0;
    [[nodiscard]] virtual Result<FileStatus> status(const QString &path) = 0;
    //! \brief Sets permission bits.
    [[nodiscard]] virtual Result<void> setMode(const QString &path, quint32 mode) = 0;

    //! \brief Sets the time of last change, \a ms since the epoch: what a cache remembers use by. A
    //! layer without times may leave it out.
    [[nodiscard]] virtual Result<void> setModified(const QString &path, qint64 ms)
    {
        Q_UNUSED(path)
        Q_UNUSED(ms)
        return {};
    }

    //! \brief Names of the entries of a directory, sorted, without . and ..
    [[nodiscard]] virtual Result<QStringList> list(const QString &path) = 0;
    //! \brief Bytes an ordinary user may still write there.
    [[nodiscard]] virtual Result<qint64> freeBytes(const QString &path) = 0;
    [[nodiscard]] virtual Result<qint64> totalBytes(const QString &path) = 0;

    //! \brief The machine's own; lives for ever.
    [[nodiscard]] static FileSystem &system();

protected:
    FileSystem() = default;
    Q_DISABLE_COPY_MOVE(FileSystem)
};

//! \brief The whole of a regular file of at most \a limit bytes (else code `limit`).
[[nodiscard]] Result<QByteArray> readAll(FileSystem &files, const QString &path,
                                         qint64 limit = qint64(1) << 30);

//! \brief A file that appears whole or not at all: written to a temporary name beside \a path,
//! then commit() syncs it, renames it over \a path, and syncs the directory (REL-01). The mode of a
//! replaced file is kept, a new one's follows the umask; a link is followed, so that it stays a
//! link. A pipe or a device is never replaced: create() refuses it with `not-a-file`. Destroyed
//! without commit(), it leaves nothing behind.
class AtomicFile
{
public:
    [[nodiscard]] static Result<AtomicFile> create(FileSystem &files, const QString &path);
    AtomicFile(AtomicFile &&other) noexcept;
    AtomicFile &operator=(AtomicFile &&) = delete;
    Q_DISABLE_COPY(AtomicFile)
    ~AtomicFile();

    [[nodiscard]] Result<void> write(QByteArrayView bytes);

    //! \brief Bytes written so far.
    [[nodiscard]] qint64 size() const noexcept { return m_size; }

    [[nodiscard]] Result<void> commit();

private:
    AtomicFile(FileSystem &files, QString path, QString temporary, std::unique_ptr<File> file);

    FileSystem *m_files;
    QString m_path;
    QString m_temporary;
    std::unique_ptr<File> m_file;
    qint64 m_size = 0;
};

} // namespace passel
