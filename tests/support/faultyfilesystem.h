// A file layer that fails on demand: the n-th call, of one kind or of any.
#pragma once

#include "core/base/filesystem.h"

#include <array>
#include <functional>
#include <mutex>
#include <utility>

namespace passel {

//! \brief Wraps any FileSystem. Counts and records every call, and lets chosen ones fail before
//! they reach the wrapped one. Thread-safe.
class FaultyFileSystem final : public FileSystem
{
public:
    enum Kind {
        Open,
        CreateFile,
        Read,
        Write,
        Sync,
        FileStat,
        Rename,
        Remove,
        MakePath,
        SyncDirectory,
        Stat,
        SetMode,
        List,
        Space,
        KindCount,
    };

    explicit FaultyFileSystem(FileSystem &inner = FileSystem::system())
        : m_inner(inner)
    {}

    //! \brief The \a n-th call from now on (from 1) of \a kind fails with \a code; KindCount: any
    //! kind.
    void failAt(qint64 n, Kind kind = KindCount, const QByteArray &code = "disk-full")
    {
        const std::lock_guard lock(m_mutex);
        m_failKind = kind;
        m_failCode = code;
        m_untilFailure = n;
        m_keepFailing = false;
    }

    //! \brief The same, and every later call of that kind, too: a disk that stays full.
    void failFrom(qint64 n, Kind kind = KindCount, const QByteArray &code = "disk-full")
    {
        failAt(n, kind, code);
        const std::lock_guard lock(m_mutex);
        m_keepFailing = true;
    }

    //! \brief Before the \a n-th call from now on (from 1) of \a kind, \a action is done once: what
    //! another program does meanwhile.
    void doAt(qint64 n, Kind kind, std::function<void()> action)
    {
        const std::lock_guard lock(m_mutex);
        m_actionAt = m_calls.at(kind) + n;
        m_actionKind = kind;
        m_action = std::move(action);
    }

    //! \brief No call fails any more.
    void heal()
    {
        const std::lock_guard lock(m_mutex);
        m_untilFailure = 0;
    }

    //! \brief True when a call was made to fail since failAt().
    [[nodiscard]] bool hasFailed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_failed;
    }

    [[nodiscard]] qint64 calls(Kind kind) const
    {
        const std::lock_guard lock(m_mutex);
        return m_calls.at(kind);
    }

    [[nodiscard]] qint64 allCalls() const
    {
        const std::lock_guard lock(m_mutex);
        qint64 sum = 0;
        for (const qint64 count : m_calls)
            sum += count;
        return sum;
    }

    //! \brief What was done to which path, in order: `sync PATH`, `rename FROM TO` …. Reads are
    //! left out.
    [[nodiscard]] QStringList trace() const
    {
        const std::lock_guard lock(m_mutex);
        return m_trace;
    }

    void clearTrace()
    {
        const std::lock_guard lock(m_mutex);
        m_trace.clear();
    }

    Result<std::unique_ptr<File>> openForRead(const QString &path) override
    {
        PASSEL_CHECK(step(Open));
        PASSEL_TRY(auto file, m_inner.openForRead(path));
        return std::unique_ptr<File>(std::make_unique<FaultyFile>(*this, std::move(file), path));
    }

    Result<std::unique_ptr<File>> create(const QString &path, Create how) override
    {
        PASSEL_CHECK(step(CreateFile, QStringLiteral("create ") + path));
        PASSEL_TRY(auto file, m_inner.create(path, how));
        return std::unique_ptr<File>(std::make_unique<FaultyFile>(*this, std::move(file), path));
    }

    Result<void> rename(const QString &from, const QString &to) override
    {
        PASSEL_CHECK(step(Rename, QStringLiteral("rename ") + from + u' ' + to));
        return m_inner.rename(from, to);
    }

    Result<void> remove(const QString &path) override
    {
        PASSEL_CHECK(step(Remove, QStringLiteral("remove ") + path));
        return m_inner.remove(path);
    }

    Result<void> makePath(const QString &path) override
    {
        PASSEL_CHECK(step(MakePath));
        return m_inner.makePath(path);
    }

    Result<void> syncDirectory(const QString &path) override
    {
        PASSEL_CHECK(step(SyncDirectory, QStringLiteral("syncdir ") + path));
        return m_inner.syncDirectory(path);
    }

    Result<FileStatus> status(const QString &path) override
    {
        PASSEL_CHECK(step(Stat));
        return m_inner.status(path);
    }

    Result<void> setMode(const QString &path, quint32 mode) override
    {
        PASSEL_CHECK(step(SetMode));
        return m_inner.setMode(path, mode);
    }

    Result<QStringList> list(const QString &path) override
    {
        PASSEL_CHECK(step(List));
        return m_inner.list(path);
    }

    Result<qint64> freeBytes(const QString &path) override
    {
        PASSEL_CHECK(step(Space));
        return m_freeBytes >= 0 ? Result<qint64>(m_freeBytes) : m_inner.freeBytes(path);
    }

    Result<qint64> totalBytes(const QString &path) override
    {
        PASSEL_CHECK(step(Space));
        return m_totalBytes >= 0 ? Result<qint64>(m_totalBytes) : m_inner.totalBytes(path);
    }

    //! \brief Pretends a disk of that size; −1 tells the truth again. Set before threads start.
    void setSpace(qint64 freeBytes, qint64 totalBytes)
    {
        m_freeBytes = freeBytes;
        m_totalBytes = totalBytes;
    }

private:
    class FaultyFile final : public File
    {
    public:
        FaultyFile(FaultyFileSystem &owner, std::unique_ptr<File> inner, QString path)
            : m_owner(owner)
            , m_inner(std::move(inner))
            , m_path(std::move(path))
        {}

        Result<qint64> readAt(qint64 offset, char *data, qint64 size) override
        {
            PASSEL_CHECK(m_owner.step(Read));
            return m_inner->readAt(offset, data, size);
        }

        Result<void> writeAt(qint64 offset, QByteArrayView bytes) override
        {
            PASSEL_CHECK(m_owner.step(Write));
            return m_inner->writeAt(offset, bytes);
        }

        Result<void> sync() override
        {
            PASSEL_CHECK(m_owner.step(Sync, QStringLiteral("sync ") + m_path));
            return m_inner->sync();
        }

        Result<FileStatus> status() override
        {
            PASSEL_CHECK(m_owner.step(FileStat));
            return m_inner->status();
        }

        [[nodiscard]] int descriptor() const override { return m_inner->descriptor(); }

    private:
        FaultyFileSystem &m_owner;
        std::unique_ptr<File> m_inner;
        QString m_path;
    };

    Result<void> step(Kind kind, const QString &what = {})
    {
        const std::lock_guard lock(m_mutex);
        ++m_calls.at(kind);
        if (m_action && kind == m_actionKind && m_calls.at(kind) == m_actionAt)
            std::exchange(m_action, {})();
        if (m_untilFailure > 0 && (m_failKind == KindCount || m_failKind == kind)) {
            if (m_untilFailure == 1) {
                m_untilFailure = m_keepFailing ? 1 : 0;
                m_failed = true;
                return Error(ErrorKind::Io, m_failCode,
                             QStringLiteral("The disk fails on demand."));
            }
            --m_untilFailure;
        }
        if (!what.isEmpty())
            m_trace.append(what);
        return {};
    }

    FileSystem &m_inner;
    mutable std::mutex m_mutex;
    std::array<qint64, KindCount> m_calls{};
    QStringList m_trace;
    Kind m_failKind = KindCount;
    QByteArray m_failCode;
    qint64 m_untilFailure = 0; // 0: none
    bool m_keepFailing = false;
    bool m_failed = false;
    std::function<void()> m_action;
    Kind m_actionKind = KindCount;
    qint64 m_actionAt = 0;
    qint64 m_freeBytes = -1;
    qint64 m_totalBytes = -1;
};

} // namespace passel
