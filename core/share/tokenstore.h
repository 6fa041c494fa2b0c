// Where a person's tokens are kept: one secret for each share server, never printed, never in
// settings.
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QDebug>
#include <QHash>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace passel {

//! \brief Bytes that are wiped when the last copy goes, and that cannot be printed or compared by
//! accident. Copies share one buffer; any thread may read. Empty when default-made.
class Secret
{
public:
    Secret() = default;
    //! \brief Copies \a bytes; the caller's own copy is the caller's to wipe (see wipe()).
    explicit Secret(QByteArrayView bytes);

    [[nodiscard]] bool isEmpty() const noexcept { return !m_buffer || view().isEmpty(); }

    //! \brief The bytes, for the one place that sends or stores them. Valid while a copy lives.
    [[nodiscard]] QByteArrayView view() const noexcept;

    //! \brief Compares in time that depends on the sizes only.
    bool operator==(const Secret &other) const noexcept;

    //! \brief Overwrites and empties \a bytes, if nobody shares them.
    static void wipe(QByteArray &bytes);

private:
    struct Buffer;
    std::shared_ptr<const Buffer> m_buffer;
};

QDebug operator<<(QDebug, const Secret &) = delete;

//! \brief `https://host:port` as secrets and settings know a server by: scheme, lower-case host and
//! the port unless it is the scheme's own. Nothing for what is no origin of a share server: other
//! schemes, user names, http to another computer (SEC-31).
[[nodiscard]] std::optional<QUrl> serverOrigin(const QUrl &url);

//! \brief How long a written secret stays.
enum class Kept {
    Lasting,     //!< in the keychain or a file: the next start finds it
    SessionOnly, //!< there is no keychain: forgotten when the program ends; say so to the person
};

//! \brief Keeps one token for each server's origin. Lives in one thread with an event loop.
//!
//! Every call answers exactly once, later, from the event loop, unless \a context dies first: then
//! it never answers. Errors are of kind Keychain: `keychain-locked` (the person must unlock it;
//! this says nothing about being signed in), `keychain-failed`, and `token-file-…` of
//! FileTokenStore.
class TokenStore : public QObject
{
    Q_OBJECT

public:
    //! \brief Nothing: no token is kept for this server, the person is signed out.
    using ReadDone = std::function<void(Result<std::optional<Secret>>)>;
    using WriteDone = std::function<void(Result<Kept>)>;
    using RemoveDone = std::function<void(Result<void>)>;

    using QObject::QObject;

    virtual void read(const QUrl &origin, QObject *context, ReadDone done) = 0;
    virtual void write(const QUrl &origin, const Secret &token, QObject *context,
                       WriteDone done) = 0;
    //! \brief Succeeds when there is no token afterwards, also when there was none.
    virtual void remove(const QUrl &origin, QObject *context, RemoveDone done) = 0;

signals:
    //! \brief The keychain is locked; the system is asking the person for its password now.
    void unlockAsked();
    //! \brief There is no keychain: tokens are kept for this session only. At most once.
    void sessionOnlyFound();
};

//! \brief Keeps tokens in memory only: for tests and for `passel-desktop`'s embedded server.
class MemoryTokenStore final : public TokenStore
{
    Q_OBJECT

public:
    using TokenStore::TokenStore;

    void read(const QUrl &origin, QObject *context, ReadDone done) override;
    void write(const QUrl &origin, const Secret &token, QObject *context, WriteDone done) override;
    void remove(const QUrl &origin, QObject *context, RemoveDone done) override;

private:
    QHash<QUrl, Secret> m_tokens;
};

} // namespace passel
