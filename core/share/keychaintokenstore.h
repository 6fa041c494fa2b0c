// Tokens in the system's keychain, which may be open, locked or missing.
#pragma once

#include "core/share/tokenstore.h"

#include <QHash>

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
//! concluded when the collection was seen open. A removal is read again. Nothing is ever written in
//! clear.
class KeychainTokenStore final : public TokenStore
{
    Q_OBJECT

public:
    //! \brief \a service: the name under which entries stand in the keychain.
    explicit KeychainTokenStore(QObject *parent = nullptr,
                                const QString &service = QStringLiteral("dev.passel.Passel"));
    ~KeychainTokenStore() override;

    void read(const QUrl &origin, QObject *context, ReadDone done) override;
    void write(const QUrl &origin, const Secret &token, QObject *context, WriteDone done) override;
    void remove(const QUrl &origin, QObject *context, RemoveDone done) override;

    //! \brief True once it was found that there is no keychain.
    [[nodiscard]] bool isSessionOnly() const noexcept { return m_isSessionOnly; }

private:
    enum class State { Open, Locked, Absent };

    void whenOpen(QObject *context, std::function<void(State)> then);
    void unlock(QObject *context, std::function<void(State)> then);
    void noteAbsent();
    [[nodiscard]] static Error lockedError();

    QString m_service;
    bool m_isSessionOnly = false;
    QHash<QUrl, Secret> m_session;
};

} // namespace passel
