#include "core/base/filesystem.h"

#include "core/base/digest.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::FileSystem)
};

// What was being done when the system said no.
enum class Doing { Open, Read, Write, Save, Make, Remove, LookAt, Change, List };

// A sentence each: other languages put the verb where they need it.
QString failedSentence(Doing doing)
{
    switch (doing) {
    case Doing::Open:
        //: %1 is a file name, %2 the system's reason; so in the next sentences
        return Text::tr("Cannot open %1: %2.");
    case Doing::Read:
        return Text::tr("Cannot read %1: %2.");
    case Doing::Write:
        return Text::tr("Cannot write %1: %2.");
    case Doing::Save:
        return Text::tr("Cannot save %1: %2.");
    case Doing::Make:
        return Text::tr("Cannot make %1: %2.");
    case Doing::Remove:
        return Text::tr("Cannot remove %1: %2.");
    case Doing::LookAt:
        return Text::tr("Cannot look at %1: %2.");
    case Doing::Change:
        return Text::tr("Cannot change %1: %2.");
    case Doing::List:
        return Text::tr("Cannot list %1: %2.");
    }
    Q_UNREACHABLE();
    return {};
}

Error systemError(int number, const QString &path, Doing doing)
{
    const QString native = QDir::toNativeSeparators(path);
    const QString detail = QString::fromLocal8Bit(std::strerror(number));
    Place place;
    place.source = native;
    auto make = [&](ErrorKind kind, const char *code, const QString &message) {
        return Error(kind, QByteArray(code), message).at(place).withDetail(detail);
    };
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        //: %1 is a file name
        return make(ErrorKind::NotFound, "not-found",
                    Text::tr("%1 does not exist. Check the name and the folder.").arg(native));
    case EACCES:
    case EPERM:
    case EROFS:
        return make(ErrorKind::Permission, "permission",
                    Text::tr("You are not allowed to open %1. Ask for access or choose another "
                             "file.")
                        .arg(native));
    case ENOSPC:
    case EDQUOT:
        return make(ErrorKind::Io, "disk-full",
                    Text::tr("The disk is full, so %1 was not written. Free some space and try "
                             "again; nothing was lost.")
                        .arg(native));
    case EISDIR:
    case ENXIO:
    case ENODEV:
        return make(ErrorKind::Input, "not-a-file",
                    Text::tr("%1 is not a regular file. Choose a file.").arg(native));
    default:
        return make(ErrorKind::Io, "io", failedSentence(doing).arg(native, detail));
    }
}

FileStatus convert(const struct stat &s)
{
    FileStatus status;
    status.size = s.st_size;
    status.modifiedMs = qint64(s.st_mtim.tv_sec) * 1000 + s.st_mtim.tv_nsec / 1'000'000;
    status.isDirectory = S_ISDIR(s.st_mode);
    status.isRegular = S_ISREG(s.st_mode);
    status.device = s.st_dev;
    status.inode = s.st_ino;
    status.mode = s.st_mode & 07777U;
    return status;
}

class SystemFile final : public File
{
public:
    SystemFile(int fd, QString path)
        : m_fd(fd)
        , m_path(std::move(path))
    {}

    ~SystemFile() override { ::close(m_fd); }

    Q_DISABLE_COPY_MOVE(SystemFile)

    Result<qint64> readAt(qint64 offset, char *data, qint64 size) override
    {
        qint64 done = 0;
        while (done < size) {
            const ssize_t n =
                ::pread(m_fd, data + done, static_cast<size_t>(size - done), offset + done);
            if (n == 0)
                break;
            if (n < 0) {
                if (errno == EINTR)
                    continue;
                return systemError(errno, m_path, Doing::Read);
            }
            done += n;
        }
        return done;
    }

    Result<void> writeAt(qint64 offset, QByteArrayView bytes) override
    {
        qint64 done = 0;
        while (done < bytes.size()) {
            const ssize_t n = ::pwrite(m_fd, bytes.data() + done,
                                       static_cast<size_t>(bytes.size() - done), offset + done);
            if (n < 0) {
                if (errno == EINTR)
                    continue;
                return systemError(errno, m_path, Doing::Write);
            }
            done += n;
        }
        return {};
    }

    Result<void> sync() override
    {
        if (::fsync(m_fd) != 0)
            return systemError(errno, m_path, Doing::Save);
        return {};
    }

    Result<FileStatus> status() override
    {
        struct stat s = {};
        if (::fstat(m_fd, &s) != 0)
            return systemError(errno, m_path, Doing::LookAt);
        return convert(s);
    }

    [[nodiscard]] int descriptor() const override { return m_fd; }

private:
    int m_fd;
    QString m_path;
};

class SystemFileSystem final : public FileSystem
{
public:
    Result<std::unique_ptr<File>> openForRead(const QString &path) override
    {
        const int fd =
            ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        if (fd < 0)
            return systemError(errno, path, Doing::Open);
        auto file = std::make_unique<SystemFile>(fd, path);
        struct stat s = {};
        if (::fstat(fd, &s) != 0)
            return systemError(errno, path, Doing::Open);
        if (!S_ISREG(s.st_mode))
            return systemError(ENODEV, path, Doing::Open);
        return std::unique_ptr<File>(std::move(file));
    }

    Result<std::unique_ptr<File>> create(const QString &path, Create how) override
    {
        const int flags =
            O_RDWR | O_CREAT | O_CLOEXEC | (how == Create::Truncate ? O_TRUNC : O_EXCL);
        const mode_t mode = how == Create::ExclusiveByUmask ? 0666 : 0600;
        const int fd = ::open(QFile::encodeName(path).constData(), flags, mode);
        if (fd < 0)
            return systemError(errno, path, Doing::Make);
        return std::unique_ptr<File>(std::make_unique<SystemFile>(fd, path));
    }

    Result<void> rename(const QString &from, const QString &to) override
    {
        if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
            return systemError(errno, to, Doing::Save);
        return {};
    }

    Result<void> remove(const QString &path) override
    {
        if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
            return systemError(errno, path, Doing::Remove);
        return {};
    }

    Result<void> makePath(const QString &path) override
    {
        QString sofar = path.startsWith(u'/') ? u"/"_s : QString();
        for (const QString &name : path.split(u'/', Qt::SkipEmptyParts)) {
            if (!sofar.isEmpty() && !sofar.endsWith(u'/'))
                sofar += u'/';
            sofar += name;
            if (::mkdir(QFile::encodeName(sofar).constData(), 0700) != 0 && errno != EEXIST)
                return systemError(errno, sofar, Doing::Make);
        }
        struct stat s = {};
        if (::stat(QFile::encodeName(path).constData(), &s) != 0)
            return systemError(errno, path, Doing::Make);
        if (!S_ISDIR(s.st_mode))
            return systemError(EEXIST, path, Doing::Make);
        return {};
    }

    Result<void> syncDirectory(const QString &path) override
    {
        const int fd =
            ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (fd < 0)
            return systemError(errno, path, Doing::Save);
        const int failed = ::fsync(fd) != 0 ? errno : 0;
        ::close(fd);
        if (failed != 0)
            return systemError(failed, path, Doing::Save);
        return {};
    }

    Result<FileStatus> status(const QString &path) override
    {
        struct stat s = {};
        if (::stat(QFile::encodeName(path).constData(), &s) != 0)
            return systemError(errno, path, Doing::LookAt);
        return convert(s);
    }

    Result<void> setMode(const QString &path, quint32 mode) override
    {
        if (::chmod(QFile::encodeName(path).constData(), mode) != 0)
            return systemError(errno, path, Doing::Change);
        return {};
    }

    Result<void> setModified(const QString &path, qint64 ms) override
    {
        std::array<struct timespec, 2> times{};
        times[0].tv_nsec = UTIME_OMIT;
        times[1].tv_sec = ms / 1000;
        times[1].tv_nsec = (ms % 1000) * 1'000'000;
        if (::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times.data(), 0) != 0)
            return systemError(errno, path, Doing::Change);
        return {};
    }

    Result<QStringList> list(const QString &path) override
    {
        DIR *directory = ::opendir(QFile::encodeName(path).constData());
        if (directory == nullptr)
            return systemError(errno, path, Doing::List);
        QStringList names;
        // readdir is safe here: the stream belongs to this call alone.
        while (const dirent *entry = ::readdir(directory)) { // NOLINT(concurrency-mt-unsafe)
            const QString name = QFile::decodeName(entry->d_name);
            if (name != "."_L1 && name != ".."_L1)
                names.append(name);
        }
        ::closedir(directory);
        names.sort();
        return names;
    }

    Result<qint64> freeBytes(const QString &path) override { return space(path, true); }

    Result<qint64> totalBytes(const QString &path) override { return space(path, false); }

private:
    static Result<qint64> space(const QString &path, bool available)
    {
        struct statvfs s = {};
        if (::statvfs(QFile::encodeName(path).constData(), &s) != 0)
            return systemError(errno, path, Doing::LookAt);
        return static_cast<qint64>((available ? s.f_bavail : s.f_blocks) * s.f_frsize);
    }
};

} // namespace

FileSystem &FileSystem::system()
{
    static SystemFileSystem files;
    return files;
}

Result<QByteArray> readAll(FileSystem &files, const QString &path, qint64 limit)
{
    PASSEL_TRY(const auto file, files.openForRead(path));
    PASSEL_TRY(const FileStatus status, file->status());
    if (status.size > limit) {
        Place place;
        place.source = path;
        return Error(ErrorKind::Limit, QByteArrayLiteral("limit"),
                     Text::tr("%1 is larger than the %n byte(s) allowed here.", nullptr,
                              static_cast<int>(limit))
                         .arg(QDir::toNativeSeparators(path)))
            .at(place);
    }
    QByteArray bytes(status.size, Qt::Uninitialized);
    PASSEL_TRY(const qint64 got, file->readAt(0, bytes.data(), bytes.size()));
    bytes.truncate(got);
    return bytes;
}

AtomicFile::AtomicFile(FileSystem &files, QString path, QString temporary,
                       std::unique_ptr<File> file)
    : m_files(&files)
    , m_path(std::move(path))
    , m_temporary(std::move(temporary))
    , m_file(std::move(file))
{}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
    : m_files(other.m_files)
    , m_path(std::move(other.m_path))
    , m_temporary(std::move(other.m_temporary))
    , m_file(std::move(other.m_file))
    , m_size(other.m_size)
{}

AtomicFile::~AtomicFile()
{
    if (m_file) {
        m_file.reset();
        // Nothing can be done about a failure here; a stray temporary file is harmless.
        if (const auto removed = m_files->remove(m_temporary); !removed)
            return;
    }
}

Result<AtomicFile> AtomicFile::create(FileSystem &files, const QString &path)
{
    // Renaming over a pipe or a device would take it from everybody who uses it. Asked by the name
    // as given: the link /dev/stdout leads to a name that is none of a file.
    const Result<FileStatus> old = files.status(path);
    if (!old && old.error().kind() != ErrorKind::NotFound)
        return old.error();
    if (old && !old->isRegular) {
        const QString native = QDir::toNativeSeparators(path);
        Place place;
        place.source = native;
        return Error(ErrorKind::Input, QByteArrayLiteral("not-a-file"),
                     Text::tr("%1 is not a regular file, so that nothing was written. Choose "
                              "another name; for standard output, use -.")
                         .arg(native))
            .at(place);
    }
    QString target = path;
    if (const QString link = QFileInfo(path).canonicalFilePath(); !link.isEmpty())
        target = link;
    const QString temporary =
        target + ".passel-"_L1 + QString::fromLatin1(randomBytes(6).toHex()) + ".tmp"_L1;
    // A new file gets the mode any program would give it, by the umask and the folder's lists,
    // which the system alone knows. What is to replace a file is not open to more people before its
    // time.
    PASSEL_TRY(auto file, files.create(temporary, !old ? FileSystem::Create::ExclusiveByUmask
                                                       : FileSystem::Create::Exclusive));
    return AtomicFile(files, target, temporary, std::move(file));
}

Result<void> AtomicFile::write(QByteArrayView bytes)
{
    PASSEL_CHECK(m_file->writeAt(m_size, bytes));
    m_size += bytes.size();
    return {};
}

Result<void> AtomicFile::commit()
{
    if (const auto old = m_files->status(m_path); old)
        PASSEL_CHECK(m_files->setMode(m_temporary, old->mode));
    PASSEL_CHECK(m_file->sync());
    PASSEL_CHECK(m_files->rename(m_temporary, m_path));
    m_file.reset();
    return m_files->syncDirectory(QFileInfo(m_path).absolutePath());
}

} // namespace passel
