// The file layer: what is refused, and that an atomic file appears whole or not at all.
#include "core/base/filesystem.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace passel;
using namespace Qt::StringLiterals;

class TestFileSystem final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    [[nodiscard]] QString path(const QString &name) const { return m_home.filePath(name); }

private slots:

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("code");
        QDir(m_home.path()).mkdir(u"folder"_s);
        ::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600);
        QFile::link(u"/dev/zero"_s, path(u"to-device"_s));
        QTest::newRow("absent") << path(u"absent"_s) << QByteArray("not-found");
        QTest::newRow("folder") << path(u"folder"_s) << QByteArray("not-a-file");
        QTest::newRow("pipe") << path(u"pipe"_s) << QByteArray("not-a-file");
        QTest::newRow("device") << u"/dev/null"_s << QByteArray("not-a-file");
        QTest::newRow("link to a device") << path(u"to-device"_s) << QByteArray("not-a-file");
    }

    void refusesWhatIsNoFile()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, code);
        const auto file = FileSystem::system().openForRead(name);
        QVERIFY(!file);
        QCOMPARE(file.error().code(), code);
        QVERIFY(file.error().message().contains(QFileInfo(name).fileName()));
    }

    void atomicFileAppearsOnCommit()
    {
        const QString name = path(u"out.csv"_s);
        {
            auto file = AtomicFile::create(FileSystem::system(), name);
            QVERIFY(file);
            QVERIFY(file->write("half"));
            QVERIFY(!QFile::exists(name));
        }
        QVERIFY(!QFile::exists(name));
        QCOMPARE(QDir(m_home.path()).entryList({u"out.csv*"_s}, QDir::Files).size(), 0);
        auto file = AtomicFile::create(FileSystem::system(), name);
        QVERIFY(file && file->write("who") && file->write("le") && file->commit());
        QCOMPARE(readAll(FileSystem::system(), name).valueOr({}), QByteArray("whole"));
    }

    void atomicFileKeepsModeAndLink()
    {
        const QString real = path(u"real.txt"_s);
        QVERIFY(AtomicFile::create(FileSystem::system(), real)->commit());
        ::chmod(QFile::encodeName(real).constData(), 0640);
        const QString link = path(u"link.txt"_s);
        QFile::link(real, link);
        auto file = AtomicFile::create(FileSystem::system(), link);
        QVERIFY(file && file->write("new") && file->commit());
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(readAll(FileSystem::system(), real).valueOr({}), QByteArray("new"));
        QCOMPARE(FileSystem::system().status(real)->mode, 0640U);
    }

    void newFilesFollowTheUmask_data()
    {
        QTest::addColumn<uint>("mask");
        QTest::addColumn<uint>("mode");
        QTest::newRow("nobody else") << 077U << 0600U;
        QTest::newRow("the group") << 027U << 0640U;
        QTest::newRow("everybody may read") << 022U << 0644U;
        QTest::newRow("the group may write") << 002U << 0664U;
    }

    void newFilesFollowTheUmask()
    {
        QFETCH(const uint, mask);
        const QString name = path(u"new-%1"_s.arg(mask));
        const mode_t before = ::umask(static_cast<mode_t>(mask));
        auto file = AtomicFile::create(FileSystem::system(), name);
        const bool isGood = file && file->write("x") && file->commit();
        ::umask(before);
        QVERIFY(isGood);
        QTEST(FileSystem::system().status(name)->mode, "mode");
    }

    void aReplacedFileIsNeverOpenToMore()
    {
        const QString name = path(u"secret"_s);
        QVERIFY(AtomicFile::create(FileSystem::system(), name)->commit());
        ::chmod(QFile::encodeName(name).constData(), 0600);
        auto file = AtomicFile::create(FileSystem::system(), name);
        QVERIFY(file);
        const QStringList beside = QDir(m_home.path()).entryList({u"secret.passel-*"_s});
        QCOMPARE(beside.size(), 1);
        QCOMPARE(FileSystem::system().status(path(beside.front()))->mode, 0600U);
        QVERIFY(file->commit());
        QCOMPARE(FileSystem::system().status(name)->mode, 0600U);
    }

    void atomicFileReplacesNoPipe_data()
    {
        QTest::addColumn<QString>("name");
        const QString pipe = path(u"out-pipe"_s);
        ::mkfifo(QFile::encodeName(pipe).constData(), 0600);
        QFile::link(pipe, path(u"to-pipe"_s));
        QDir(m_home.path()).mkdir(u"out-folder"_s);
        QTest::newRow("pipe") << pipe;
        QTest::newRow("link to a pipe") << path(u"to-pipe"_s);
        QTest::newRow("folder") << path(u"out-folder"_s);
    }

    void atomicFileReplacesNoPipe()
    {
        QFETCH(const QString, name);
        struct stat before = {};
        QCOMPARE(::stat(QFile::encodeName(name).constData(), &before), 0);
        auto file = AtomicFile::create(FileSystem::system(), name);
        QVERIFY(!file);
        QCOMPARE(file.error().code(), QByteArray("not-a-file"));
        struct stat after = {};
        QCOMPARE(::stat(QFile::encodeName(name).constData(), &after), 0);
        QCOMPARE(after.st_ino, before.st_ino);
        QCOMPARE(QDir(m_home.path()).entryList({u"*.tmp"_s}, QDir::Files).size(), 0);
    }

    void readAllIsBounded()
    {
        const QString name = path(u"large"_s);
        auto file = AtomicFile::create(FileSystem::system(), name);
        QVERIFY(file && file->write(QByteArray(100, 'x')) && file->commit());
        QVERIFY(readAll(FileSystem::system(), name, 100));
        QCOMPARE(readAll(FileSystem::system(), name, 99).error().code(), QByteArray("limit"));
    }
};

QTEST_GUILESS_MAIN(TestFileSystem)
#include "tst_filesystem.moc"
