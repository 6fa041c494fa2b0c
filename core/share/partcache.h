// Parts that were pulled or pushed before, kept on this machine's disk by their names.
#pragma once

#include "core/base/clock.h"
#include "core/base/filesystem.h"
#include "core/share/partcodec.h"

#include <mutex>
#include <optional>

namespace passel {

//! \brief Stored parts as files named by the SHA-256 of their content (SEC-14), so that nothing in
//! it can be stale: what is read is verified, and what is damaged is removed and forgotten. The
//! least recently used go first when the budget is passed. Thread-safe; several processes may share
//! a directory: files appear whole, and whoever passes the budget counts anew. Losing it loses
//! nothing, so nothing is synced and failures to write are not errors.
class PartCache
{
public:
    //! \brief Bytes of the folder that all programs of a person share.
    static constexpr qint64 SharedBudget = qint64(2) << 30;

    //! \brief That folder: none of them fetches what another one has.
    [[nodiscard]] static QString sharedFolder();

    //! \brief \a directory is made when needed; \a budget in bytes, 0 keeps nothing.
    PartCache(FileSystem &files, QString directory, qint64 budget,
              const Clock &clock = Clock::system());
    Q_DISABLE_COPY_MOVE(PartCache)

    //! \brief The verified part, or nothing. Its stored size may differ from \a ref's, as another
    //! zstd may have compressed it.
    [[nodiscard]] std::optional<OpenedPart> find(const PartRef &ref);

    //! \brief Keeps the stored bytes of a part.
    void insert(const PartRef &ref, QByteArrayView stored);

    //! \brief Removes everything.
    void clear();

    //! \brief Bytes that are kept, as far as this process knows.
    [[nodiscard]] qint64 size();

    [[nodiscard]] qint64 budget() const noexcept { return m_budget; }

private:
    struct Entry
    {
        QString name;
        qint64 size;
        qint64 usedMs;
    };

    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] std::vector<Entry> scan();
    void count();
    void evict();

    FileSystem &m_files;
    QString m_directory;
    qint64 m_budget;
    const Clock &m_clock;
    std::mutex m_mutex;
    qint64 m_size = -1; // unknown
};

} // namespace passel
