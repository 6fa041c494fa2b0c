#include "core/share/partcache.h"

#include "core/base/log.h"

#include <QStandardPaths>

#include <algorithm>
#include <tuple>

namespace passel {

namespace {

constexpr qint64 StaleMs = 60LL * 60 * 1000;

QString fileName(const Digest &name)
{
    return QString::fromLatin1(name.toHex());
}

} // namespace

QString PartCache::sharedFolder()
{
    // Not the folder of one program, which is what CacheLocation means.
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
           + QLatin1StringView("/Passel/parts");
}

PartCache::PartCache(FileSystem &files, QString directory, qint64 budget, const Clock &clock)
    : m_files(files)
    , m_directory(std::move(directory))
    , m_budget(budget)
    , m_clock(clock)
{}

QString PartCache::path(const QString &name) const
{
    return m_directory + u'/' + name;
}

std::optional<OpenedPart> PartCache::find(const PartRef &ref)
{
    const QString file = path(fileName(ref.name));
    const auto stored = readAll(m_files, file, MaximumStoredPart);
    if (!stored)
        return {};
    PartRef kept = ref;
    kept.codec = QByteArrayLiteral("zstd"); // as insert() took it
    kept.storedSize = stored->size();
    auto part = openPart(kept, *stored);
    if (!part) {
        qCWarning(logShare) << "a cached part was damaged and is removed:" << part.error().code();
        (void)m_files.remove(file);
        return {};
    }
    // When it cannot be noted, it is only evicted sooner.
    (void)m_files.setModified(file, m_clock.nowMs());
    return *std::move(part);
}

void PartCache::insert(const PartRef &ref, QByteArrayView stored)
{
    if (ref.codec != "zstd" || stored.isEmpty()
        || stored.size() > std::min(m_budget, MaximumStoredPart))
        return;
    const QString name = fileName(ref.name);
    const QString temporary =
        path(name + u'.' + QString::fromLatin1(randomBytes(8).toHex()) + u".tmp");
    const auto write = [&]() -> Result<void> {
        PASSEL_CHECK(m_files.makePath(m_directory));
        PASSEL_TRY(const std::unique_ptr<File> file,
                   m_files.create(temporary, FileSystem::Create::Exclusive));
        PASSEL_CHECK(file->writeAt(0, stored));
        PASSEL_CHECK(m_files.setModified(temporary, m_clock.nowMs()));
        return m_files.rename(temporary, path(name));
    };
    const auto before = m_files.status(path(name));
    if (const auto written = write(); !written) {
        (void)m_files.remove(temporary);
        qCInfo(logShare) << "a part was not cached:" << written.error().code();
        return;
    }
    const std::lock_guard lock(m_mutex);
    if (m_size < 0)
        count();
    else
        m_size += stored.size() - (before ? before->size : 0);
    if (m_size > m_budget)
        evict();
}

void PartCache::clear()
{
    const std::lock_guard lock(m_mutex);
    for (const Entry &entry : scan())
        (void)m_files.remove(path(entry.name));
    m_size = -1;
}

qint64 PartCache::size()
{
    const std::lock_guard lock(m_mutex);
    if (m_size < 0)
        count();
    return m_size;
}

// All parts; left-overs of a process that ended while writing are removed on the way.
std::vector<PartCache::Entry> PartCache::scan()
{
    std::vector<Entry> entries;
    const auto names = m_files.list(m_directory);
    if (!names)
        return entries;
    for (const QString &name : *names) {
        const bool isTemporary = name.endsWith(QLatin1StringView(".tmp"));
        if (!isTemporary && !Digest::fromHex(name.toLatin1()))
            continue; // not ours
        const auto status = m_files.status(path(name));
        if (!status || status->isDirectory)
            continue;
        if (!isTemporary)
            entries.push_back({name, status->size, status->modifiedMs});
        else if (status->modifiedMs < m_clock.nowMs() - StaleMs)
            (void)m_files.remove(path(name));
    }
    return entries;
}

void PartCache::count()
{
    m_size = 0;
    for (const Entry &entry : scan())
        m_size += entry.size;
}

void PartCache::evict()
{
    std::vector<Entry> entries = scan();
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.usedMs, a.name) < std::tie(b.usedMs, b.name);
    });
    m_size = 0;
    for (const Entry &entry : entries)
        m_size += entry.size;
    // Somewhat more than needed, so that the next part does not count everything again.
    const qint64 wanted = m_budget - m_budget / 8;
    for (const Entry &entry : entries) {
        if (m_size <= wanted)
            break;
        if (m_files.remove(path(entry.name)))
            m_size -= entry.size;
    }
}

} // namespace passel
