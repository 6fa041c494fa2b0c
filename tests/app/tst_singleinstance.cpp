#include "app/singleinstance.h"

#include <QDir>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <unistd.h>

using namespace passel;
using namespace Qt::Literals::StringLiterals;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private slots:

    void roundTrip_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("none") << QStringList();
        QTest::newRow("file") << QStringList{u"/tmp/a b.csv"_s};
        QTest::newRow("key, link, umlaut") << QStringList{
            u"river-tango-58-cobalt-k7"_s, u"passel://h/s/n#CODE"_s, u"/tmp/ä.csv"_s};
        QTest::newRow("line break, tab, escape") << QStringList{u"/tmp/a\nb\t\x1b[2J.csv"_s};
        QTest::newRow("backslash, percent") << QStringList{u"/tmp/a\\n 100 %0A %.csv"_s};
        QTest::newRow("most") << QStringList(SingleInstance::MaxArguments, u"x"_s);
    }

    void roundTrip()
    {
        QFETCH(QStringList, arguments);
        const auto message = SingleInstance::encode(arguments);
        QVERIFY(message);
        QCOMPARE(SingleInstance::decode(*message), std::optional(arguments));
    }

    void refusesToSend_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("empty") << QStringList{QString()};
        QTest::newRow("null") << QStringList{QString(QChar(0))};
        QTest::newRow("too many") << QStringList(SingleInstance::MaxArguments + 1, u"x"_s);
        QTest::newRow("too long") << QStringList{QString(SingleInstance::MaxBytes, u'x')};
    }

    void refusesToSend()
    {
        QFETCH(QStringList, arguments);
        QVERIFY(!SingleInstance::encode(arguments));
    }

    void refusesToRead_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("other protocol") << QByteArray("GET / HTTP/1.1\r\n");
        QTest::newRow("no last line break") << QByteArray("passel-open/2\na");
        QTest::newRow("empty argument") << QByteArray("passel-open/2\n\n");
        QTest::newRow("not UTF-8") << QByteArray("passel-open/2\n\xff\xfe\n");
        QTest::newRow("former protocol") << QByteArray("passel-open/1\na\n");
        QTest::newRow("escape") << QByteArray("passel-open/2\n\x1b[2J\n");
        QTest::newRow("percent of nothing") << QByteArray("passel-open/2\na%\n");
        QTest::newRow("percent of one digit") << QByteArray("passel-open/2\na%A\n");
        QTest::newRow("percent of a sign") << QByteArray("passel-open/2\na%+A\n");
        QTest::newRow("percent of small letters") << QByteArray("passel-open/2\na%0a\n");
        QTest::newRow("percent of a plain letter") << QByteArray("passel-open/2\n%41\n");
        QTest::newRow("percent of null") << QByteArray("passel-open/2\na%00\n");
        QTest::newRow("too many") << QByteArray("passel-open/2\n")
                                         + QByteArray("x\n").repeated(1001);
        QTest::newRow("too long") << QByteArray("passel-open/2\n")
                                         + QByteArray(SingleInstance::MaxBytes, 'x') + '\n';
    }

    void refusesToRead()
    {
        QFETCH(QByteArray, message);
        QVERIFY(!SingleInstance::decode(message));
    }

    void secondStartHandsOver()
    {
        const QTemporaryDir folder;
        SingleInstance first(folder.path());
        QVERIFY(first.claim());
        QSignalSpy requested(&first, &SingleInstance::requested);
        // The second start is another process, as a rule; here it is another thread.
        bool isFirst = true;
        bool isTaken = false;
        const std::unique_ptr<QThread> other(QThread::create([&] {
            SingleInstance second(folder.path());
            isFirst = second.claim();
            isTaken = second.handOver({u"/tmp/a.csv"_s, u"some-key"_s});
        }));
        other->start();
        QTRY_VERIFY(other->isFinished());
        QVERIFY(!isFirst);
        QVERIFY(isTaken);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested[0][0].toStringList(), QStringList({u"/tmp/a.csv"_s, u"some-key"_s}));
    }

    void dropsNonsenseAndGoesOn()
    {
        const QTemporaryDir folder;
        SingleInstance first(folder.path());
        QVERIFY(first.claim());
        QSignalSpy requested(&first, &SingleInstance::requested);
        const QString path = folder.path() + u"/passel-desktop-"_s + QString::number(getuid());
        QLocalSocket bad;
        bad.connectToServer(path);
        QVERIFY(bad.waitForConnected());
        bad.write(QByteArray("rubbish\0", 8));
        QTRY_COMPARE(bad.state(), QLocalSocket::UnconnectedState);
        QVERIFY(requested.isEmpty());
        QLocalSocket good;
        good.connectToServer(path);
        QVERIFY(good.waitForConnected());
        good.write(QByteArray("passel-open/2\nx\n\0", 17));
        QTRY_COMPARE(requested.size(), 1);
    }

    void socketIsForThisUserOnly()
    {
        const QTemporaryDir folder;
        const QString own = folder.path() + u"/own"_s;
        SingleInstance first(own);
        QVERIFY(first.claim());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
                            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(own) & others));
    }

    void aLinkIsNoFolderOfOurs()
    {
        const QTemporaryDir folder;
        const QString target = folder.path() + u"/target"_s;
        const QString link = folder.path() + u"/link"_s;
        QVERIFY(QDir().mkdir(target));
        const auto open = QFile::permissions(folder.path()) | QFile::ReadGroup | QFile::ExeGroup;
        QVERIFY(QFile::setPermissions(target, open) && QFile::link(target, link));
        const auto before = QFile::permissions(target);
        SingleInstance first(link);
        QVERIFY(first.claim()); // alone
        QCOMPARE(QFile::permissions(target), before);
        QVERIFY(QDir(target).isEmpty());
    }

    void takesOverWhatAKilledOneLeft()
    {
        const QTemporaryDir folder;
        {
            SingleInstance first(folder.path());
            QVERIFY(first.claim());
        }
        QFile left(folder.path() + u"/passel-desktop-"_s + QString::number(getuid()));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        SingleInstance second(folder.path());
        QVERIFY(second.claim());
        bool isTaken = false;
        const std::unique_ptr<QThread> other(
            QThread::create([&] { isTaken = SingleInstance(folder.path()).handOver({u"x"_s}); }));
        other->start();
        QTRY_VERIFY(other->isFinished());
        QVERIFY(isTaken);
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
