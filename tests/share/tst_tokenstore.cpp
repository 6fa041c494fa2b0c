// Secrets that cannot leak, the token file, origins and the list of servers.

#include "core/share/filetokenstore.h"
#include "core/share/keychaintokenstore.h"
#include "core/share/protocol.h"
#include "core/share/serverlist.h"

#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <concepts>

using namespace passel;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
concept Printable = requires(QDebug debug, const T &value)
{
    debug << value;
};

static_assert(Printable<QByteArray>);
static_assert(!Printable<Secret>, "SEC-24: a secret must not be printable");
static_assert(!std::convertible_to<Secret, QByteArray>);

const QUrl Origin(u"https://share.example"_s);

Result<std::optional<Secret>> readNow(TokenStore &store, const QUrl &origin = Origin)
{
    std::optional<Result<std::optional<Secret>>> answer;
    store.read(origin, &store,
               [&](Result<std::optional<Secret>> result) { answer = std::move(result); });
    Q_ASSERT(!answer); // never from inside the call
    [&] { QTRY_VERIFY(answer); }();
    return *answer;
}

} // namespace

class TestTokenStore final : public QObject
{
    Q_OBJECT

private slots:
    void secretIsSharedAndComparable();
    void sec24SecretWipes();
    void origins_data();
    void origins();
    void memoryStoreKeepsByOrigin();
    void memoryStoreDropsAnswersOfADeadContext();
    void sec24TokenFile_data();
    void sec24TokenFile();
    void tokenFileIsNeverWritten();
    void tokenFileIsChosenByTheEnvironment();
    void serverListRoundTrips();
    void serverListSurvivesDamage();
    void serverListAlwaysHasACurrentOne();

private:
    QTemporaryDir m_folder;
};

void TestTokenStore::secretIsSharedAndComparable()
{
    const Secret none;
    QVERIFY(none.isEmpty());
    QVERIFY(none == Secret(QByteArrayView("")));
    const Secret one(QByteArrayView("tango"));
    const Secret copy = one; // NOLINT(performance-unnecessary-copy-initialization): what is tested
    QCOMPARE(copy.view().data(), one.view().data());
    QVERIFY(one == Secret(QByteArrayView("tango")));
    QVERIFY(!(one == Secret(QByteArrayView("tangp"))));
}

void TestTokenStore::sec24SecretWipes()
{
    QByteArray bytes("canary-of-a-token");
    bytes.detach();
    const char *where = bytes.constData();
    // wipe() overwrites before it lets go; a shared one it leaves to the other owner.
    QByteArray shared = bytes;
    Secret::wipe(shared);
    QVERIFY(shared.isEmpty());
    QCOMPARE(bytes, QByteArray("canary-of-a-token"));
    QCOMPARE(bytes.constData(), where);
    Secret::wipe(bytes);
    QVERIFY(bytes.isEmpty());
}

void TestTokenStore::origins_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("origin");
    QTest::newRow("plain") << u"https://Share.Example"_s << u"https://share.example"_s;
    QTest::newRow("own port") << u"https://share.example:443/"_s << u"https://share.example"_s;
    QTest::newRow("other port") << u"https://share.example:8443"_s
                                << u"https://share.example:8443"_s;
    QTest::newRow("path, query and fragment go")
        << u"https://share.example/s/x?a=b#code"_s << u"https://share.example"_s;
    QTest::newRow("loopback by name") << u"http://localhost:8080"_s << u"http://localhost:8080"_s;
    QTest::newRow("loopback v4") << u"http://127.0.0.1:9"_s << u"http://127.0.0.1:9"_s;
    QTest::newRow("loopback v6") << u"http://[::1]:9"_s << u"http://[::1]:9"_s;
    QTest::newRow("SEC-31 http elsewhere") << u"http://share.example"_s << QString();
    QTest::newRow("SEC-31 http to a look-alike") << u"http://127.0.0.1.example"_s << QString();
    QTest::newRow("user name") << u"https://me:you@share.example"_s << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("no host") << u"https:///x"_s << QString();
}

void TestTokenStore::origins()
{
    QFETCH(QString, url);
    QFETCH(QString, origin);
    const std::optional<QUrl> found = serverOrigin(QUrl(url));
    QCOMPARE(found ? found->toString() : QString(), origin);
}

void TestTokenStore::memoryStoreKeepsByOrigin()
{
    MemoryTokenStore store;
    QVERIFY(!*readNow(store));
    std::optional<Kept> kept;
    store.write(Origin, Secret(QByteArrayView("one")), this, [&](Result<Kept> r) { kept = *r; });
    QTRY_VERIFY(kept == Kept::SessionOnly);
    QCOMPARE((*readNow(store))->view(), QByteArrayView("one"));
    QVERIFY(!*readNow(store, QUrl(u"https://other.example"_s)));
    bool isRemoved = false;
    store.remove(Origin, this, [&](const Result<void> &r) { isRemoved = r.hasValue(); });
    QTRY_VERIFY(isRemoved);
    QVERIFY(!*readNow(store));
}

void TestTokenStore::memoryStoreDropsAnswersOfADeadContext()
{
    MemoryTokenStore store;
    bool isCalled = false;
    {
        QObject context;
        store.read(Origin, &context, [&](auto) { isCalled = true; });
    }
    QVERIFY(readNow(store).hasValue());
    QVERIFY(!isCalled);
}

void TestTokenStore::sec24TokenFile_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("code");
    const QByteArray good = protocol::AccessToken::generate().text();
    QByteArray mistyped = good;
    mistyped[12] = mistyped[12] == 'a' ? 'b' : 'a';
    QTest::newRow("0600") << 0x0600 << good << QByteArray();
    QTest::newRow("0400") << 0x0400 << good << QByteArray();
    QTest::newRow("line break behind") << 0x0600 << good + '\n' << QByteArray();
    QTest::newRow("0640") << 0x0640 << good << QByteArray("token-file-mode");
    QTest::newRow("0604") << 0x0604 << good << QByteArray("token-file-mode");
    QTest::newRow("0644") << 0x0644 << good << QByteArray("token-file-mode");
    QTest::newRow("empty") << 0x0600 << QByteArray() << QByteArray("token-file-invalid");
    QTest::newRow("mistyped") << 0x0600 << mistyped << QByteArray("token-file-invalid");
    QTest::newRow("two tokens") << 0x0600 << good + '\n' + good << QByteArray("token-file-invalid");
    QTest::newRow("huge") << 0x0600 << good + QByteArray(1 << 20, '\n')
                          << QByteArray("token-file-invalid");
}

void TestTokenStore::sec24TokenFile()
{
    QFETCH(int, mode);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, code);
    const QString path = m_folder.filePath(u"token"_s);
    QFile::remove(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    // Qt's bits for "user" are written as chmod's, in hexadecimal digits.
    QVERIFY(file.setPermissions(QFileDevice::Permissions(mode)));
    FileTokenStore store(path);
    const Result<std::optional<Secret>> read = readNow(store);
    if (code.isEmpty()) {
        QVERIFY2(read, read ? "" : read.error().code().constData());
        QCOMPARE((*read)->view(), QByteArrayView(content.trimmed()));
    } else {
        QVERIFY(!read);
        QCOMPARE(read.error().code(), code);
        QVERIFY(read.error().message().contains(path));
        QVERIFY(!read.error().message().contains(u"psl_pat_"_s + u'0'));
    }
}

void TestTokenStore::tokenFileIsNeverWritten()
{
    const QString path = m_folder.filePath(u"absent"_s);
    FileTokenStore store(path);
    QCOMPARE(readNow(store).error().code(), QByteArray("not-found"));
    QByteArray written;
    QByteArray removed;
    store.write(Origin, Secret(QByteArrayView("x")), this,
                [&](const Result<Kept> &r) { written = r.error().code(); });
    store.remove(Origin, this, [&](const Result<void> &r) { removed = r.error().code(); });
    QTRY_COMPARE(written, QByteArray("token-file-fixed"));
    QTRY_COMPARE(removed, QByteArray("token-file-fixed"));
    QVERIFY(!QFile::exists(path));
}

void TestTokenStore::tokenFileIsChosenByTheEnvironment()
{
    qunsetenv("PASSEL_TOKEN_FILE");
    QVERIFY(qobject_cast<KeychainTokenStore *>(makeTokenStore().get()));
    qputenv("PASSEL_TOKEN_FILE", "/somewhere");
    QVERIFY(qobject_cast<FileTokenStore *>(makeTokenStore().get()));
    qunsetenv("PASSEL_TOKEN_FILE");
}

void TestTokenStore::serverListRoundTrips()
{
    ServerList list;
    list.put({Origin, u"Ours"_s, sha256("key"), true});
    list.put({QUrl(u"http://127.0.0.1:8080"_s), {}, {}, false});
    list.setCurrent(QUrl(u"http://127.0.0.1:8080/s/x"_s));
    const ServerList back = ServerList::fromJson(list.toJson());
    QCOMPARE(back, list);
    QCOMPARE(back.current()->title(), u"127.0.0.1:8080"_s);
    QCOMPARE(back.find(QUrl(u"https://SHARE.example/s/abc"_s))->title(), u"Ours"_s);
    // Settings hold no secret: only these members exist.
    const QJsonObject first = list.toJson().value("servers"_L1).toArray().first().toObject();
    QCOMPARE(first.keys(), (QStringList{u"name"_s, u"origin"_s, u"pin"_s, u"public"_s}));
}

void TestTokenStore::serverListSurvivesDamage()
{
    const QJsonArray servers{
        QJsonObject{{u"origin"_s, u"http://elsewhere.example"_s}},
        QJsonObject{{u"origin"_s, u"https://bad.example"_s}, {u"pin"_s, u"zz"_s}},
        u"no object"_s,
        QJsonObject{{u"origin"_s, u"https://good.example"_s}},
        QJsonObject{{u"origin"_s, u"https://good.example"_s}, {u"name"_s, u"twice"_s}},
    };
    const ServerList list = ServerList::fromJson({{u"servers"_s, servers}, {u"current"_s, 5}});
    QCOMPARE(list.servers().size(), 1);
    QCOMPARE(list.current()->title(), u"good.example"_s);
}

void TestTokenStore::serverListAlwaysHasACurrentOne()
{
    ServerList list;
    QVERIFY(!list.current());
    list.put({Origin, {}, {}, false});
    list.put({QUrl(u"https://two.example"_s), {}, {}, false});
    QCOMPARE(list.current()->origin, Origin);
    list.setCurrent(QUrl(u"https://unknown.example"_s));
    QCOMPARE(list.current()->origin, Origin);
    list.remove(Origin);
    QCOMPARE(list.current()->title(), u"two.example"_s);
    list.remove(list.current()->origin);
    QVERIFY(list.isEmpty() && !list.current());
}

QTEST_GUILESS_MAIN(TestTokenStore)
#include "tst_tokenstore.moc"
