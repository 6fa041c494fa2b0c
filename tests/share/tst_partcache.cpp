// The cache of parts: what comes out is what its name says; the rest is housekeeping.
#include "core/share/partcache.h"
#include "core/share/zstd.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace passel;

namespace {

struct Made
{
    PartRef ref;
    QByteArray stored;
};

// A part that zstd cannot make smaller, so that sizes are near \a size.
Made part(int number, qsizetype size = 1000)
{
    Made made;
    QByteArray raw;
    while (raw.size() < size)
        raw +=
            sha256(QByteArray(QByteArray::number(number) + QByteArray::number(raw.size()))).toHex();
    raw.truncate(size);
    made.stored = zstdCompressed(raw);
    made.ref.rows = 1;
    made.ref.name = sha256(raw);
    made.ref.rawSize = raw.size();
    made.ref.storedSize = made.stored.size();
    return made;
}

} // namespace

class TestPartCache final : public QObject
{
    Q_OBJECT

private:
    static QString fileOf(const QTemporaryDir &directory, const Made &made)
    {
        return directory.filePath(QString::fromLatin1(made.ref.name.toHex()));
    }

private slots:

    void partsComeBackVerified()
    {
        // SEC-14, SEC-32: named by content, and never stale.
        const QTemporaryDir directory;
        PartCache cache(FileSystem::system(), directory.path(), 1'000'000);
        const Made made = part(1);
        QVERIFY(!cache.find(made.ref));
        cache.insert(made.ref, made.stored);
        const auto found = cache.find(made.ref);
        QVERIFY(found);
        QCOMPARE(found->name(), made.ref.name);
        QCOMPARE(QDir(directory.path()).entryList(QDir::Files),
                 QStringList{QString::fromLatin1(made.ref.name.toHex())});
        // Compressed by another zstd: the same part.
        PartRef other = made.ref;
        other.storedSize = 7;
        QVERIFY(cache.find(other));
    }

    void damagedFilesAreForgotten_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << part(1).stored.left(100);
        QTest::newRow("another part") << part(2).stored;
        QTest::newRow("noise") << QByteArray(500, 'x');
    }

    void damagedFilesAreForgotten()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir directory;
        PartCache cache(FileSystem::system(), directory.path(), 1'000'000);
        const Made made = part(1);
        cache.insert(made.ref, made.stored);
        QFile file(fileOf(directory, made));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY(!cache.find(made.ref));
        QVERIFY(!file.exists());
    }

    void leastRecentlyUsedGoFirst()
    {
        const QTemporaryDir directory;
        ManualClock clock(1'700'000'000'000);
        const Made first = part(1);
        PartCache cache(FileSystem::system(), directory.path(), 4 * first.stored.size(), clock);
        std::vector<Made> parts;
        for (int i = 1; i <= 4; ++i) {
            parts.push_back(part(i));
            cache.insert(parts.back().ref, parts.back().stored);
            clock.advanceSeconds(1);
        }
        QVERIFY(cache.find(parts[0].ref)); // now the youngest
        clock.advanceSeconds(1);
        const Made fifth = part(5);
        cache.insert(fifth.ref, fifth.stored);
        QVERIFY(cache.size() <= cache.budget());
        QVERIFY(cache.find(parts[0].ref));
        QVERIFY(!cache.find(parts[1].ref));
        QVERIFY(cache.find(fifth.ref));
    }

    void tooLargeAndUnknownAreLeftOut()
    {
        const QTemporaryDir directory;
        PartCache cache(FileSystem::system(), directory.path(), 100);
        cache.insert(part(1).ref, part(1).stored);
        QCOMPARE(cache.size(), 0);
        PartCache off(FileSystem::system(), directory.path(), 0);
        off.insert(part(1).ref, part(1).stored);
        QVERIFY(!off.find(part(1).ref));
    }

    void strangersAndLeftOversAreSorted()
    {
        const QTemporaryDir directory;
        QFile stranger(directory.filePath(QStringLiteral("notes.txt")));
        QVERIFY(stranger.open(QIODevice::WriteOnly));
        QFile old(directory.filePath(QStringLiteral("abc.tmp")));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.close();
        QVERIFY(FileSystem::system().setModified(old.fileName(), 1'000));
        QFile fresh(directory.filePath(QStringLiteral("def.tmp")));
        QVERIFY(fresh.open(QIODevice::WriteOnly));
        PartCache cache(FileSystem::system(), directory.path(), 1'000'000);
        cache.insert(part(1).ref, part(1).stored);
        QCOMPARE(cache.size(), qint64(part(1).stored.size()));
        QVERIFY(stranger.exists());
        QVERIFY(!old.exists());
        QVERIFY(fresh.exists());
        cache.clear();
        QCOMPARE(cache.size(), 0);
        QVERIFY(stranger.exists());
    }

    void aFullDiskLosesNothing()
    {
        // A directory that cannot be made: the cache does without.
        const QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        PartCache cache(FileSystem::system(), file.fileName() + QStringLiteral("/below"), 10'000);
        cache.insert(part(1).ref, part(1).stored);
        QVERIFY(!cache.find(part(1).ref));
        QCOMPARE(cache.size(), 0);
    }

    void programsShareAFolder()
    {
        const QString now = QCoreApplication::applicationName();
        QSet<QString> folders;
        for (const char *program : {"passel", "passel-desktop"}) {
            QCoreApplication::setApplicationName(QString::fromLatin1(program));
            folders.insert(PartCache::sharedFolder());
        }
        QCoreApplication::setApplicationName(now);
        QCOMPARE(folders.size(), 1);
    }

    void twoOfThemShareADirectory()
    {
        // As two processes would: each has its own object and its own count.
        const QTemporaryDir directory;
        std::vector<Made> parts;
        parts.reserve(20);
        for (int i = 0; i < 20; ++i)
            parts.push_back(part(i));
        const qint64 budget = 8LL * parts[0].stored.size();
        std::atomic<int> wrong{0};
        const auto work = [&] {
            PartCache cache(FileSystem::system(), directory.path(), budget);
            for (int round = 0; round < 10; ++round) {
                for (const Made &made : parts) {
                    cache.insert(made.ref, made.stored);
                    const auto found = cache.find(made.ref);
                    if (found && found->name() != made.ref.name)
                        ++wrong;
                }
            }
        };
        std::thread one(work);
        std::thread two(work);
        one.join();
        two.join();
        QCOMPARE(wrong.load(), 0);
        PartCache cache(FileSystem::system(), directory.path(), budget);
        QVERIFY(cache.size() <= 2 * budget);
        for (const QString &name : QDir(directory.path()).entryList(QDir::Files))
            QCOMPARE(name.size(), 64);
    }
};

QTEST_GUILESS_MAIN(TestPartCache)
#include "tst_partcache.moc"
