// The share servers of this person: which one is in use, a client for each, and how it stands.
#pragma once

#include "core/share/serverlist.h"
#include "core/share/shareclient.h"
#include "ui/share/localserver.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <map>
#include <memory>

namespace passel {

//! \brief What is known about a server now.
enum class ServerState {
    Unknown,     //!< not asked yet
    SignedIn,    //!< it answered, and a token is kept
    SignedOut,   //!< no token is kept, or it was refused
    Unreachable, //!< it did not answer
    Locked,      //!< the keychain is locked: nobody knows
};

//! \brief Owns the clients and the list in the settings; secrets stay in the TokenStore.
class ServerBook final : public QObject
{
    Q_OBJECT

public:
    //! \brief Called once, later, unless the scope given with it dies first.
    template <typename T>
    using Done = std::function<void(Result<T>)>;

    //! \brief \a tokens and \a local (may be null: there is no carried server) must live longer.
    ServerBook(TokenStore &tokens, LocalServer *local, ShareClient::Options options,
               QObject *parent = nullptr);
    ~ServerBook() override;

    [[nodiscard]] const ServerList &list() const noexcept { return m_list; }

    //! \brief The one in use, or nothing.
    [[nodiscard]] std::optional<ServerEntry> current() const { return m_list.current(); }

    void setCurrent(const QUrl &origin);

    //! \brief The client of a server in the list; null for others. Who has work under way keeps
    //! it: the book forgets it when the person signs out or the server's pin changes.
    [[nodiscard]] std::shared_ptr<ShareClient> client(const QUrl &origin);
    //! \brief A client for a key with a code on a server that is not in the list: no pin, and no
    //! token, because none is kept for it.
    [[nodiscard]] std::shared_ptr<ShareClient> guestClient(const QUrl &origin);

    [[nodiscard]] ServerState state(const QUrl &origin) const;
    //! \brief What the state is called: "signed in", "cannot be reached".
    [[nodiscard]] static QString stateText(ServerState state);
    [[nodiscard]] static ColorRole stateRole(ServerState state);
    //! \brief Asks keychain and server how things are; stateChanged() follows.
    void check(const QUrl &origin);
    //! \brief The server did something that wants a token: it is good, whatever was said before.
    void confirm(const QUrl &origin);
    //! \brief True for what a server says of a token that is missing or ended: only a new
    //! invitation helps.
    [[nodiscard]] static bool needsSignIn(const Error &error);

    //! \brief The server's name for the screen: "This computer" for the carried one.
    [[nodiscard]] QString title(const QUrl &origin) const;
    //! \brief Who can pull a share of \a origin, as a sentence: nobody else than this computer
    //! while the carried server is not open to the network.
    [[nodiscard]] QString reachText(const QUrl &origin, protocol::Access access) const;
    //! \brief The carried server, not open to the network.
    [[nodiscard]] bool isOnlyHere(const QUrl &origin) const;
    //! \brief Origin for links: what others call the server.
    [[nodiscard]] QUrl linkOrigin(const QUrl &origin);

    //! \brief Signs in with what an invitation says. The server comes into use when there is none:
    //! whoever wants one thing of a server has not said where everything goes from now on.
    void join(const ServerEntry &server, const Secret &token, QObject *scope,
              const Done<Kept> &done);
    //! \brief Revokes and forgets the token, and takes the server from the list. One that is not in
    //! the list is left already.
    void leave(const QUrl &origin, QObject *scope, const Done<void> &done);

    // The carried server
    [[nodiscard]] LocalServer *local() const noexcept { return m_local; }

    [[nodiscard]] bool isLocal(const QUrl &origin) const;
    //! \brief Starts the carried server, makes its token on the first time and puts it in use. Code
    //! when there is none: `no-local-server`.
    void useLocal(QObject *scope, const Done<void> &done);
    //! \brief Opens the carried server to the network, or closes it. Codes as useLocal().
    void setLocalOpen(bool open, QObject *scope, const Done<void> &done);

signals:
    //! \brief Servers were added or removed, or another one is in use.
    void listChanged();
    //! \brief state(\a origin) changed.
    void stateChanged(const QUrl &origin);

private:
    void setState(const QUrl &origin, ServerState state);
    void put(const ServerEntry &entry);
    void retire(const QUrl &origin);
    void adoptLocal(const LocalAddress &address, QObject *scope, const Done<void> &done);
    void renewLocalToken();
    void save() const;
    [[nodiscard]] std::shared_ptr<ShareClient> makeClient(const ServerEntry &entry);

    TokenStore &m_tokens;
    LocalServer *m_local;
    ShareClient::Options m_options;
    ServerList m_list;
    std::map<QUrl, std::shared_ptr<ShareClient>> m_clients;
    std::map<QUrl, std::shared_ptr<ShareClient>> m_guests;
    QHash<QUrl, ServerState> m_states;
    QSet<QUrl> m_refused; // their token is kept and no good
    bool m_isRenewing = false;
    QUrl m_localOrigin; // of the carried server, also while it does not run
};

} // namespace passel
