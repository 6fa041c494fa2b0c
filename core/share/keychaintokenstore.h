// Tokens in the system's keychain, which may be open, locked or missing.
#pragma once

#include "core/share/tokenstore.h"

#include <QHash>

#include <vector>

class QDBusPendingCallWatcher;

namespace passel {

//! \brief The TokenStore of every program a person runs (SEC-24).
//!
//!     any call ─► is the default collection locked? (asked over D-Bus)
//!        │ open                     │ locked                          │ no keychain
//!        ▼                          ▼                                 ▼
//!     QtKeychain job     unlockAsked(), Unlock with its       sessionOnlyFound(), memory
//!        │               prompt ── dismissed ─► keychain-locked
//!        ▼                          │ unlocked: the job
//!     answer                        ▼
//!
//! QtKeychain tells a locked collection from a missing entry in no way, so "signed out" is only
//! concluded when the collection was not locked, before and after. A removal is read again. Nothing
//! is ever written in clear.
class KeychainTokenStore final : public TokenStore
{
    Q_OBJECT

public:
    //! \brief \a service: the name under which entries stand in the keychain.
    explicit KeychainTokenStore(QObject *parent = nullptr,
                                QString service = QStringLiteral("dev.passel.Passel"));

    void read(const QUrl &origin, QObject *context, ReadDone done) override;
    void write(const QUrl &origin, const Secret &token, QObject *context, WriteDone done) override;
    void remove(const QUrl &origin, QObject *context, RemoveDone done) override;

    //! \brief True once it was found that there is no keychain.
    [[nodiscard]] bool isSessionOnly() const noexcept { return m_isSessionOnly; }

private slots:
    void promptCompleted(bool isDismissed);

private:
    //! \brief What stands between us and an entry; nothing when the way is free.
    using Ready = std::function<void(std::optional<Error>)>;
    enum class Lock { Open, Locked, Unasked };

    void askLock(std::function<void(Result<Lock>)> then);
    void whenOpen(Ready ready);
    void unlock();
    void endUnlock(bool isUnlocked);
    void noteAbsent();

    void readEntry(const QUrl &origin, ReadDone done);
    void writeEntry(const QUrl &origin, const Secret &token, WriteDone done);
    void removeEntry(const QUrl &origin, RemoveDone done);

    QString m_service;
    bool m_isSessionOnly = false;
    QHash<QUrl, Secret> m_session;
    QString m_promptPath;
    std::vector<Ready> m_waiting; // for one prompt, however many ask
};

} // namespace passel
