// Everything that one window does about sharing, put together.
#pragma once

#include "core/share/shareclient.h"
#include "ui/bannerslot.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace passel {

class InvitationSheet;
class KeyClipboard;
class LocalServer;
class MainWindow;
class PartCache;
class PullFlow;
class PushFlow;
class ServerBook;
class ServersSheet;
class ShareHistory;
class SharesPage;
class TokenStore;

//! \brief Connects a MainWindow's wishes to sheets, jobs and pages, and says how the servers stand.
class ShareController final : public QObject
{
    Q_OBJECT

public:
    //! \brief What the program lends; all must live longer, but for the cache.
    struct Services
    {
        TokenStore *tokens = nullptr;
        std::shared_ptr<PartCache> cache;
        LocalServer *local = nullptr; //!< null: there is no carried server
        ShareClient::Options client;
    };

    ShareController(MainWindow *window, const Services &services);
    ~ShareController() override;

    [[nodiscard]] ServerBook *book() const { return m_book; }

    [[nodiscard]] ShareHistory *history() const { return m_history; }

    [[nodiscard]] PushFlow *pushes() const { return m_pushes; }

    [[nodiscard]] PullFlow *pulls() const { return m_pulls; }

    //! \brief The page of shares under its tab; null while it was never shown.
    [[nodiscard]] SharesPage *sharesPage() const;

public slots:
    //! \brief Pushes or updates the table in front.
    void push();
    //! \brief Offers to pull \a text (a key or link from outside), or asks for a key when empty.
    void pull(const QString &text);
    void showShares();
    void showServers();
    //! \brief Offers the key on the clipboard, if there is a new one. Nothing is sent.
    void offerClipboard();

private:
    void addActions();
    void offer(const ShareAddress &address, bool isFromClipboard);
    void endOffer();
    void updateServer();
    void updatePush();
    [[nodiscard]] BannerMessage offerOf(const ShareAddress &address, bool isFromClipboard);
    [[nodiscard]] bool mayClose(bool isForced);
    void sayLocked();
    //! \brief Asks for an invitation to \a server (empty: to any); \a then is done once signed in.
    void askInvitation(const QUrl &server, const std::function<void()> &then = {});

    MainWindow *m_window;
    TokenStore *m_tokens;
    ServerBook *m_book;
    ShareHistory *m_history;
    KeyClipboard *m_clipboard;
    PushFlow *m_pushes;
    PullFlow *m_pulls;
    QPointer<SharesPage> m_page;
    ServersSheet *m_servers = nullptr;
    InvitationSheet *m_invitation = nullptr;
    std::optional<ShareAddress> m_offered; // in the banner now
    bool m_isOfferFromClipboard = false;
    bool m_hasGivenUp = false; // the window closes, whatever was still being pushed
};

} // namespace passel
