#include "core/share/keychaintokenstore.h"

#include "core/base/log.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPointer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

constexpr auto Service = "org.freedesktop.secrets"_L1;
constexpr auto ServicePath = "/org/freedesktop/secrets"_L1;
constexpr auto DefaultCollection = "/org/freedesktop/secrets/aliases/default"_L1;
constexpr auto ServiceInterface = "org.freedesktop.Secret.Service"_L1;
constexpr auto CollectionInterface = "org.freedesktop.Secret.Collection"_L1;
constexpr auto PromptInterface = "org.freedesktop.Secret.Prompt"_L1;
constexpr auto PropertiesInterface = "org.freedesktop.DBus.Properties"_L1;

Error lockedError()
{
    return {ErrorKind::Keychain, QByteArrayLiteral("keychain-locked"),
            KeychainTokenStore::tr(
                "The keychain is locked, so the token for this server cannot be read or kept. "
                "Unlock it and try again.")};
}

Error failedError(const QString &detail)
{
    return Error(ErrorKind::Keychain, QByteArrayLiteral("keychain-failed"),
                 KeychainTokenStore::tr(
                     "The keychain did not answer as it should. Try again, or sign in again."))
        .withDetail(detail);
}

QString keyOf(const QUrl &origin)
{
    return origin.toString(QUrl::FullyEncoded);
}

//! \brief QtKeychain's word for a bus without secret service, and for no bus at all.
bool meansAbsent(QKeychain::Error error)
{
    return error == QKeychain::OtherError || error == QKeychain::NoBackendAvailable
           || error == QKeychain::NotImplemented;
}

//! \brief A call on a bus that is not there is never answered: ask this before.
bool hasBus()
{
    return QDBusConnection::sessionBus().isConnected();
}

bool meansRefused(QKeychain::Error error)
{
    return error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser;
}

template <typename Job>
Job *prepared(Job *job, const QUrl &origin)
{
    job->setKey(keyOf(origin));
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    return job;
}

//! \brief \a done, unless \a context is gone by then.
template <typename Answer>
std::function<void(Answer)> guarded(QObject *context, std::function<void(Answer)> done)
{
    return [context = QPointer<QObject>(context), done = std::move(done)](Answer answer) {
        if (context)
            done(std::move(answer));
    };
}

} // namespace

KeychainTokenStore::KeychainTokenStore(QObject *parent, QString service)
    : TokenStore(parent)
    , m_service(std::move(service))
{}

void KeychainTokenStore::read(const QUrl &origin, QObject *context, ReadDone done)
{
    whenOpen([this, origin, done = guarded(context, std::move(done))](std::optional<Error> error) {
        if (error)
            done(*std::move(error));
        else
            readEntry(origin, done);
    });
}

void KeychainTokenStore::write(const QUrl &origin, const Secret &token, QObject *context,
                               WriteDone done)
{
    whenOpen([this, origin, token,
              done = guarded(context, std::move(done))](std::optional<Error> error) {
        if (error)
            done(*std::move(error));
        else
            writeEntry(origin, token, done);
    });
}

void KeychainTokenStore::remove(const QUrl &origin, QObject *context, RemoveDone done)
{
    whenOpen([this, origin, done = guarded(context, std::move(done))](std::optional<Error> error) {
        if (error)
            done(*std::move(error));
        else
            removeEntry(origin, done);
    });
}

void KeychainTokenStore::askLock(std::function<void(Result<Lock>)> then)
{
    if (!hasBus()) { // over ssh, in cron jobs and containers: there can be no keychain
        QMetaObject::invokeMethod(
            this,
            [this, then = std::move(then)] {
                noteAbsent();
                then(Lock::Unasked);
            },
            Qt::QueuedConnection);
        return;
    }
    QDBusMessage message =
        QDBusMessage::createMethodCall(Service, DefaultCollection, PropertiesInterface, u"Get"_s);
    message << QString(CollectionInterface) << u"Locked"_s;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError()) {
            then(reply.value().variant().toBool() ? Lock::Locked : Lock::Open);
            return;
        }
        // Silence is no answer; anything else means that there is no such service or collection
        // (KWallet, or nothing at all), which the job itself will find out.
        const QDBusError::ErrorType type = reply.error().type();
        if (type == QDBusError::NoReply || type == QDBusError::Timeout
            || type == QDBusError::TimedOut)
            then(failedError(reply.error().name()));
        else
            then(Lock::Unasked);
    });
}

void KeychainTokenStore::whenOpen(Ready ready)
{
    if (m_isSessionOnly) {
        QMetaObject::invokeMethod(
            this, [ready = std::move(ready)] { ready({}); }, Qt::QueuedConnection);
        return;
    }
    askLock([this, ready = std::move(ready)](Result<Lock> lock) mutable {
        if (!lock) {
            ready(std::move(lock).error());
        } else if (*lock != Lock::Locked) {
            ready({});
        } else {
            m_waiting.push_back(std::move(ready));
            if (m_waiting.size() == 1)
                unlock();
        }
    });
}

void KeychainTokenStore::unlock()
{
    if (!hasBus()) { // it went away since the lock was asked for
        QMetaObject::invokeMethod(
            this, [this] { endUnlock(false); }, Qt::QueuedConnection);
        return;
    }
    emit unlockAsked();
    QDBusMessage message =
        QDBusMessage::createMethodCall(Service, ServicePath, ServiceInterface, u"Unlock"_s);
    message << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(DefaultCollection)});
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath> reply = *watcher;
        if (reply.isError()) {
            endUnlock(false);
            return;
        }
        m_promptPath = reply.argumentAt<1>().path();
        if (m_promptPath == "/"_L1) { // nothing to ask: it is open by now, or cannot be opened
            endUnlock(!reply.argumentAt<0>().isEmpty());
            return;
        }
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!hasBus()) {
            endUnlock(false);
            return;
        }
        bus.connect(Service, m_promptPath, PromptInterface, u"Completed"_s, this,
                    SLOT(promptCompleted(bool)));
        QDBusMessage show =
            QDBusMessage::createMethodCall(Service, m_promptPath, PromptInterface, u"Prompt"_s);
        show << QString();
        auto *shown = new QDBusPendingCallWatcher(bus.asyncCall(show), this);
        connect(shown, &QDBusPendingCallWatcher::finished, this, [this, shown] {
            shown->deleteLater();
            if (shown->isError())
                endUnlock(false);
        });
    });
}

void KeychainTokenStore::promptCompleted(bool isDismissed)
{
    endUnlock(!isDismissed);
}

void KeychainTokenStore::endUnlock(bool isUnlocked)
{
    if (!m_promptPath.isEmpty() && m_promptPath != "/"_L1 && hasBus())
        QDBusConnection::sessionBus().disconnect(Service, m_promptPath, PromptInterface,
                                                 u"Completed"_s, this, SLOT(promptCompleted(bool)));
    m_promptPath.clear();
    const std::vector<Ready> waiting = std::exchange(m_waiting, {});
    for (const Ready &ready : waiting)
        ready(isUnlocked ? std::optional<Error>() : lockedError());
}

void KeychainTokenStore::noteAbsent()
{
    if (std::exchange(m_isSessionOnly, true))
        return;
    qCInfo(logShare) << "there is no keychain: tokens are kept for this session only";
    emit sessionOnlyFound();
}

void KeychainTokenStore::readEntry(const QUrl &origin, ReadDone done)
{
    if (m_isSessionOnly) {
        const auto token = m_session.constFind(origin);
        done(token == m_session.cend() ? std::optional<Secret>() : std::optional(*token));
        return;
    }
    auto *job = prepared(new QKeychain::ReadPasswordJob(m_service, this), origin);
    connect(job, &QKeychain::Job::finished, this, [this, job, origin, done = std::move(done)] {
        const QKeychain::Error error = job->error();
        if (error == QKeychain::NoError) {
            QByteArray bytes = job->binaryData();
            const Secret token(bytes);
            Secret::wipe(bytes);
            done(std::optional(token));
        } else if (error == QKeychain::EntryNotFound) {
            // Missing, or locked between our question and the job.
            askLock([done](Result<Lock> lock) {
                if (!lock)
                    done(std::move(lock).error());
                else if (*lock == Lock::Locked)
                    done(lockedError());
                else
                    done(std::optional<Secret>());
            });
        } else if (meansAbsent(error)) {
            noteAbsent();
            readEntry(origin, done);
        } else {
            done(meansRefused(error) ? lockedError() : failedError(job->errorString()));
        }
    });
    job->start();
}

void KeychainTokenStore::writeEntry(const QUrl &origin, const Secret &token, WriteDone done)
{
    if (m_isSessionOnly) {
        m_session.insert(origin, token);
        done(Kept::SessionOnly);
        return;
    }
    auto *job = prepared(new QKeychain::WritePasswordJob(m_service, this), origin);
    job->setBinaryData(token.view().toByteArray());
    connect(job, &QKeychain::Job::finished, this,
            [this, job, origin, token, done = std::move(done)] {
                const QKeychain::Error error = job->error();
                if (error == QKeychain::NoError) {
                    done(Kept::Lasting);
                } else if (meansAbsent(error)) {
                    noteAbsent();
                    writeEntry(origin, token, done);
                } else {
                    done(meansRefused(error) ? lockedError() : failedError(job->errorString()));
                }
            });
    job->start();
}

void KeychainTokenStore::removeEntry(const QUrl &origin, RemoveDone done)
{
    if (m_isSessionOnly) {
        m_session.remove(origin);
        done({});
        return;
    }
    auto *job = prepared(new QKeychain::DeletePasswordJob(m_service, this), origin);
    connect(job, &QKeychain::Job::finished, this, [this, job, origin, done = std::move(done)] {
        const QKeychain::Error error = job->error();
        if (meansAbsent(error)) {
            noteAbsent();
            removeEntry(origin, done);
        } else if (meansRefused(error)) {
            done(lockedError());
        } else {
            // A locked collection answers a deletion with success: only reading shows the truth.
            readEntry(origin, [done](Result<std::optional<Secret>> token) {
                if (!token)
                    done(std::move(token).error());
                else if (*token)
                    done(failedError(u"the entry is still there"_s));
                else
                    done({});
            });
        }
    });
    job->start();
}

} // namespace passel
