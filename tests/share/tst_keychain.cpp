// The keychain in its states, against a real Secret Service: PASSEL_TEST_KEYRING says which
// one this run has (tests/support/with-keyring.sh makes it).

#include "core/share/keychaintokenstore.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace passel;
using namespace Qt::StringLiterals;

namespace {

const QUrl Origin(u"https://share.example:8443"_s);
const QUrl Other(u"https://other.example"_s);

QByteArray codeOf(const auto &result)
{
    return result ? QByteArray("ok") : result.error().code();
}

struct Calls
{
    explicit Calls(TokenStore &s)
        : store(s)
    {}

    Result<std::optional<Secret>> read(const QUrl &origin = Origin)
    {
        std::optional<Result<std::optional<Secret>>> answer;
        store.read(origin, &store, [&](auto result) { answer = std::move(result); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 30'000); }();
        return answer ? *answer : Error();
    }

    Result<Kept> write(QByteArrayView token, const QUrl &origin = Origin)
    {
        std::optional<Result<Kept>> answer;
        store.write(origin, Secret(token), &store,
                    [&](auto result) { answer = std::move(result); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 30'000); }();
        return answer ? *answer : Error();
    }

    Result<void> remove(const QUrl &origin = Origin)
    {
        std::optional<Result<void>> answer;
        store.remove(origin, &store, [&](auto result) { answer = std::move(result); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 30'000); }();
        return answer ? *answer : Error();
    }

    TokenStore &store;
};

} // namespace

//! \brief As much of a Secret Service as unlocking needs: a locked collection and a prompt that
//! somebody answers.
class LockedService final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Service")

public:
    bool dismisses = true;
    int prompts = 0;

public slots:

    // NOLINTNEXTLINE(readability-identifier-naming): the name that Secret Service gives it
    QList<QDBusObjectPath> Unlock(const QList<QDBusObjectPath> &objects, QDBusObjectPath &prompt)
    {
        Q_UNUSED(objects)
        prompt = QDBusObjectPath(u"/org/freedesktop/secrets/prompt/p1"_s);
        return {};
    }
};

class LockedPrompt final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Prompt")

public:
    explicit LockedPrompt(LockedService &service)
        : m_service(service)
    {}

public slots:

    // NOLINTNEXTLINE(readability-identifier-naming): the name that Secret Service gives it
    void Prompt(const QString &window)
    {
        Q_UNUSED(window)
        ++m_service.prompts;
        QMetaObject::invokeMethod(
            this, [this] { emit Completed(m_service.dismisses, QDBusVariant(QString())); },
            Qt::QueuedConnection);
    }

signals:
    // NOLINTNEXTLINE(readability-identifier-naming): the name that Secret Service gives it
    void Completed(bool dismissed, const QDBusVariant &result);

private:
    LockedService &m_service;
};

class LockedCollection final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Collection")
    // It changes, and nobody listens.
    Q_PROPERTY(bool Locked READ isLocked) // clazy:exclude=qproperty-without-notify

public:
    explicit LockedCollection(LockedService &service)
        : m_service(service)
    {}

    [[nodiscard]] bool isLocked() const { return m_service.prompts == 0 || m_service.dismisses; }

private:
    LockedService &m_service;
};

class TestKeychain final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void unlockedKeepsByOrigin();
    void unlockedKeepsAnyBytes();
    void unlockedIsSeenByTheNextStart();
    void sec24LockedIsNotSignedOut();
    void sec24LockedRefusesToForget();
    void sec24AbsentKeepsForTheSession();
    void sec24NoBusKeepsForTheSession();
    void lockedAsksOnceForAll();
    void unlockingGoesOn();

private:
    QByteArray m_mode = qgetenv("PASSEL_TEST_KEYRING");
};

void TestKeychain::init()
{
    const QByteArray function = QTest::currentTestFunction();
    const QByteArray needed = function.contains("sec24Locked")  ? "locked"
                              : function.startsWith("unlocked") ? "unlocked"
                              : function.contains("NoBus")      ? "no-bus"
                                                                : "none";
    if (needed != m_mode)
        QSKIP("belongs to another state of the keyring");
}

void TestKeychain::unlockedKeepsByOrigin()
{
    KeychainTokenStore store;
    Calls calls(store);
    QSignalSpy asked(&store, &TokenStore::unlockAsked);
    const auto none = calls.read();
    QCOMPARE(codeOf(none), QByteArray("ok"));
    QVERIFY(!*none);
    const Result<Kept> kept = calls.write("psl_pat_one");
    QCOMPARE(codeOf(kept), QByteArray("ok"));
    QVERIFY(*kept == Kept::Lasting);
    QCOMPARE((*calls.read())->view(), QByteArrayView("psl_pat_one"));
    QVERIFY(!*calls.read(Other));
    QVERIFY(calls.write("psl_pat_two"));
    QCOMPARE((*calls.read())->view(), QByteArrayView("psl_pat_two"));
    QCOMPARE(codeOf(calls.remove()), QByteArray("ok"));
    QVERIFY(!*calls.read());
    QCOMPARE(codeOf(calls.remove()), QByteArray("ok")); // what is not there is removed
    QCOMPARE(asked.size(), 0);
    QVERIFY(!store.isSessionOnly());
}

void TestKeychain::unlockedKeepsAnyBytes()
{
    KeychainTokenStore store;
    Calls calls(store);
    const QByteArray odd = QByteArray("a\0b\xff\n", 5) + QByteArray(5000, 'x');
    QVERIFY(calls.write(odd));
    QCOMPARE((*calls.read())->view(), QByteArrayView(odd));
    QVERIFY(calls.remove());
}

void TestKeychain::unlockedIsSeenByTheNextStart()
{
    {
        KeychainTokenStore store;
        QVERIFY(Calls(store).write("psl_pat_kept"));
    }
    KeychainTokenStore store;
    Calls calls(store);
    QCOMPARE((*calls.read())->view(), QByteArrayView("psl_pat_kept"));
    QVERIFY(calls.remove());
}

void TestKeychain::sec24LockedIsNotSignedOut()
{
    KeychainTokenStore store;
    Calls calls(store);
    QSignalSpy asked(&store, &TokenStore::unlockAsked);
    QCOMPARE(codeOf(calls.read()), QByteArray("keychain-locked"));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(codeOf(calls.write("psl_pat_one")), QByteArray("keychain-locked"));
    QVERIFY(!store.isSessionOnly());
}

void TestKeychain::sec24LockedRefusesToForget()
{
    KeychainTokenStore store;
    QCOMPARE(codeOf(Calls(store).remove()), QByteArray("keychain-locked"));
}

void TestKeychain::sec24NoBusKeepsForTheSession()
{
    sec24AbsentKeepsForTheSession();
}

void TestKeychain::sec24AbsentKeepsForTheSession()
{
    KeychainTokenStore store;
    Calls calls(store);
    QSignalSpy found(&store, &TokenStore::sessionOnlyFound);
    const auto none = calls.read();
    QCOMPARE(codeOf(none), QByteArray("ok"));
    QVERIFY(!*none);
    QCOMPARE(found.size(), 1);
    const Result<Kept> kept = calls.write("psl_pat_one");
    QCOMPARE(codeOf(kept), QByteArray("ok"));
    QVERIFY(*kept == Kept::SessionOnly);
    QCOMPARE((*calls.read())->view(), QByteArrayView("psl_pat_one"));
    QVERIFY(calls.remove());
    QVERIFY(!*calls.read());
    QCOMPARE(found.size(), 1);
    KeychainTokenStore next;
    QVERIFY(!*Calls(next).read()); // nothing was written anywhere
}

void TestKeychain::lockedAsksOnceForAll()
{
    // Runs on the bus without a service, and is the service.
    LockedService service;
    LockedPrompt prompt(service);
    LockedCollection collection(service);
    QDBusConnection bus = QDBusConnection::sessionBus();
    QVERIFY(bus.registerService(u"org.freedesktop.secrets"_s));
    QVERIFY(bus.registerObject(u"/org/freedesktop/secrets"_s, &service,
                               QDBusConnection::ExportAllSlots));
    QVERIFY(
        bus.registerObject(u"/org/freedesktop/secrets/prompt/p1"_s, &prompt,
                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerObject(u"/org/freedesktop/secrets/aliases/default"_s, &collection,
                               QDBusConnection::ExportAllProperties));
    KeychainTokenStore store;
    QSignalSpy asked(&store, &TokenStore::unlockAsked);
    QList<QByteArray> codes;
    for (int i = 0; i < 3; ++i)
        store.read(Origin, &store, [&](auto result) { codes.append(codeOf(result)); });
    QTRY_COMPARE(codes, QList<QByteArray>(3, "keychain-locked"));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(service.prompts, 1);
    QVERIFY(bus.unregisterService(u"org.freedesktop.secrets"_s));
    for (const QString &path :
         {u"/org/freedesktop/secrets"_s, u"/org/freedesktop/secrets/prompt/p1"_s,
          u"/org/freedesktop/secrets/aliases/default"_s})
        bus.unregisterObject(path);
}

void TestKeychain::unlockingGoesOn()
{
    LockedService service;
    service.dismisses = false;
    LockedPrompt prompt(service);
    LockedCollection collection(service);
    QDBusConnection bus = QDBusConnection::sessionBus();
    QVERIFY(bus.registerService(u"org.freedesktop.secrets"_s));
    QVERIFY(bus.registerObject(u"/org/freedesktop/secrets"_s, &service,
                               QDBusConnection::ExportAllSlots));
    QVERIFY(
        bus.registerObject(u"/org/freedesktop/secrets/prompt/p1"_s, &prompt,
                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerObject(u"/org/freedesktop/secrets/aliases/default"_s, &collection,
                               QDBusConnection::ExportAllProperties));
    KeychainTokenStore store;
    QSignalSpy asked(&store, &TokenStore::unlockAsked);
    // Once open, the job itself is done; this service knows no sessions, so it counts as none.
    std::optional<Result<std::optional<Secret>>> answer;
    store.read(Origin, &store, [&](auto result) { answer = std::move(result); });
    QTRY_VERIFY_WITH_TIMEOUT(answer, 40'000);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(service.prompts, 1);
    QCOMPARE(codeOf(*answer), QByteArray("ok"));
    QVERIFY(store.isSessionOnly());
    QVERIFY(bus.unregisterService(u"org.freedesktop.secrets"_s));
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
