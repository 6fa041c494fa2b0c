// The client of one share server: every call of protocol.h, made safely and told in sentences.
#pragma once

#include "core/base/clock.h"
#include "core/share/protocol.h"
#include "core/share/serverlist.h"
#include "core/share/sharekey.h"
#include "core/share/tokenstore.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <variant>

namespace passel {

//! \brief Somebody was first: the version that stands there instead (412).
struct ShareConflict
{
    std::optional<protocol::ShareVersion> current; //!< nothing: the share is gone
    QString owner;

    bool operator==(const ShareConflict &) const = default;
};

//! \brief What a push may take the place of.
struct OverwriteRule
{
    enum Kind {
        Always,    //!< as its owner, whatever is there
        IfVersion, //!< only over \a version (the window always asks so)
        IfAbsent,  //!< only when nothing is there
    };

    Kind kind = Always;
    Digest version;

    bool operator==(const OverwriteRule &) const = default;
};

//! \brief Talks to one server (ServerEntry). Belongs to one thread with an event loop.
//!
//! Every call answers once, later, through its function, in the caller's thread; when \a scope dies
//! first it is aborted and never answers. Nothing is asked before the server's certificate matched
//! its pin, nor sent anywhere but to its origin and, without token, to the storage hosts it named.
//!
//! Calls that found no server, or a busy one, are made again after a growing, jittered time: for
//! Patience::Brief a few times within seconds, for Patience::Long until two minutes passed without
//! any answer; a server that was never reached is only waited for briefly. Errors (kind: codes):
//! Network: `unreachable`, `timeout`, `cut`, `tls` (with the reason), `pin-changed`; Server:
//! `wrong-server`, `nonsense`, `redirected`, and refusals by their slug; Permission:
//! `token-missing` (also when none is stored), `token-invalid`, `token-expired`, `token-revoked`,
//! `scope-missing`; NotFound: `share-not-found`, `share-expired`; Conflict: `key-taken`,
//! `version-conflict`; Limit: `too-large`, `quota-exceeded`, `storage-full`; Keychain errors of the
//! TokenStore.
class ShareClient final : public QObject
{
    Q_OBJECT

public:
    enum class Patience { Brief, Long };

    struct Options
    {
        protocol::ClientName client;    //!< default: passel of this version on this system
        int progressTimeoutMs = 30'000; //!< a transfer without progress is given up
        qint64 briefPatienceMs = 3'000;
        qint64 longPatienceMs = 120'000;
        qint64 firstPauseMs = 250; //!< before the second try
        const Clock *clock = &Clock::system();

        Options();
    };

    template <typename T>
    using Done = std::function<void(Result<T>)>;

    //! \brief \a tokens must outlive the client; it may be shared by several.
    ShareClient(ServerEntry server, TokenStore &tokens, QObject *parent = nullptr,
                Options options = {});
    ~ShareClient() override;

    [[nodiscard]] const ServerEntry &server() const noexcept;
    [[nodiscard]] const Options &options() const noexcept;

    // Signing in
    //! \brief Asks the server who it is, whether \a token is good, and then keeps it.
    void signIn(const Secret &token, QObject *scope, Done<Kept> done);
    //! \brief Revokes the token at the server and removes it here. Removes it here also when the
    //! server cannot be reached; the error then says that the token is still valid there.
    void signOut(QObject *scope, Done<void> done);
    //! \brief Whether a token is kept for this server. Does not ask the server.
    void isSignedIn(QObject *scope, Done<bool> done);
    //! \brief Forgets the token that was read, so that the next call reads it again.
    void forgetToken();

    // The server and its shares
    void serverInfo(QObject *scope, Done<protocol::ServerInfo> done,
                    Patience patience = Patience::Brief);
    void shares(QObject *scope, Done<protocol::ShareList> done);
    //! \brief Not counted as a download.
    void share(const QString &name, const std::optional<ShareCode> &code, QObject *scope,
               Done<protocol::ShareInfo> done);
    void patchShare(const QString &name, const protocol::PatchShare &patch, QObject *scope,
                    Done<protocol::ShareInfo> done);
    void removeShare(const QString &name, QObject *scope, Done<void> done);
    void versions(const QString &name, QObject *scope, Done<protocol::VersionList> done);
    void restore(const QString &name, const Digest &version, QObject *scope,
                 Done<protocol::ShareInfo> done);
    void createToken(const protocol::CreateToken &request, QObject *scope,
                     Done<protocol::CreatedToken> done);

    // Pushing; see PushJob
    using OpenOutcome = std::variant<protocol::OpenedPush, ShareConflict>;
    using CompleteOutcome =
        std::variant<protocol::ShareVersion, protocol::PushStatus, ShareConflict>;
    void openPush(const QString &name, const protocol::OpenPush &request,
                  const OverwriteRule &overwrite, QObject *scope, Done<OpenOutcome> done);
    void registerParts(const QString &pushId, const protocol::RegisterParts &request,
                       QObject *scope, Done<protocol::RegisteredParts> done);
    void pushStatus(const QString &pushId, QObject *scope, Done<protocol::PushStatus> done);
    void completePush(const QString &pushId, const protocol::CompletePush &request, QObject *scope,
                      Done<CompleteOutcome> done);

    // Pulling; see PullJob
    void pull(const QString &name, const std::optional<ShareCode> &code, QObject *scope,
              Done<protocol::PullAnswer> done);
    void signUrls(const QString &pullId, const protocol::SignUrls &request,
                  const std::optional<ShareCode> &code, QObject *scope,
                  Done<protocol::SignedUrls> done);

    // Storage: signed URLs, through a manager that knows no token. One try; `url-expired` when the
    // URL is too old, `unreachable`, `cut` or `timeout` when it is worth another try.
    //! \brief Told as bytes travel.
    using Travelled = std::function<void(qint64 bytes)>;
    void putStored(const QUrl &url, const QByteArray &stored, QObject *scope, Done<void> done,
                   Travelled travelled = {});
    //! \brief Exactly \a part's bytes: size and SHA-256 are checked (`size-mismatch`, `checksum`).
    void getStored(const protocol::SignedPart &part, QObject *scope, Done<QByteArray> done,
                   Travelled travelled = {});

    //! \brief True for failures that may pass by themselves: no connection, timeout, busy.
    [[nodiscard]] static bool isPassing(const Error &error);
    //! \brief What the server said about itself last; nothing before it answered.
    [[nodiscard]] const std::optional<protocol::ServerInfo> &knownInfo() const noexcept;

signals:
    //! \brief A call with long patience found no server and is waiting to try again.
    void waiting();
    //! \brief The server answered again.
    void answered();
    //! \brief The server refused the token: ask the person to sign in.
    void signInNeeded();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace passel
