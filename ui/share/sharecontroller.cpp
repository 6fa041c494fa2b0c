#include "ui/share/sharecontroller.h"

#include "core/base/log.h"
#include "core/session/dataset.h"
#include "core/share/tokenstore.h"
#include "ui/actions/actioncatalog.h"
#include "ui/datasetview.h"
#include "ui/kit/button.h"
#include "ui/mainwindow.h"
#include "ui/share/invitationsheet.h"
#include "ui/share/keyclipboard.h"
#include "ui/share/pullflow.h"
#include "ui/share/pushflow.h"
#include "ui/share/serverbook.h"
#include "ui/share/serverssheet.h"
#include "ui/share/sharespage.h"
#include "ui/words.h"

#include <QAction>
#include <QMenu>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr auto PushingTopic = "pushing";

} // namespace

ShareController::ShareController(MainWindow *window, const Services &services)
    : QObject(window)
    , m_window(window)
    , m_tokens(services.tokens)
    , m_book(new ServerBook(*services.tokens, services.local, services.client, this))
    , m_history(new ShareHistory(this))
    , m_clipboard(new KeyClipboard(this))
    , m_pushes(new PushFlow(window, m_book, m_history, m_clipboard, this))
    , m_pulls(new PullFlow(window, m_book, m_history, services.cache, this))
{
    addActions();
    connect(window, &MainWindow::pushRequested, this, &ShareController::push);
    connect(window, &MainWindow::pullRequested, this, &ShareController::pull);
    connect(window, &MainWindow::sharesRequested, this, &ShareController::showShares);
    connect(window, &MainWindow::activated, this, &ShareController::offerClipboard);
    connect(window, &MainWindow::currentPageChanged, this, &ShareController::updatePush);
    connect(m_pushes, &PushFlow::sharesAsked, this, &ShareController::showShares);
    connect(m_pushes, &PushFlow::serversAsked, this, &ShareController::showServers);
    connect(m_pushes, &PushFlow::pushed, this, &ShareController::updatePush);
    connect(m_pushes, &PushFlow::lookAsked, m_pulls, &PullFlow::pull);
    connect(m_pushes, &PushFlow::invitationAsked, this, &ShareController::askInvitation);
    connect(m_pushes, &PushFlow::runningChanged, this, [this] {
        if (m_pushes->running().empty())
            m_window->withdrawBanner(QLatin1StringView(PushingTopic));
    });
    connect(m_pulls, &PullFlow::pulled, this, [this](const ShareAddress &address) {
        if (address.code)
            m_pushes->rememberCode(address.server, address.name, *address.code);
        updatePush();
    });
    connect(m_book, &ServerBook::listChanged, this, [this] {
        if (const auto current = m_book->current())
            m_book->check(current->origin);
        updateServer();
        updatePush();
        // An offer names the server: it may be known only now.
        if (m_offered)
            m_window->showBanner(offerOf(*m_offered, m_isOfferFromClipboard));
    });
    connect(m_book, &ServerBook::stateChanged, this, [this](const QUrl &origin) {
        updateServer();
        const auto current = m_book->current();
        if (current && current->origin == origin && m_book->state(origin) == ServerState::Locked)
            sayLocked();
    });
    connect(m_tokens, &TokenStore::sessionOnlyFound, this, [this] {
        BannerMessage banner;
        banner.kind = Banner::Kind::Warn;
        banner.iconName = u"lock-open"_s;
        banner.sentence =
            Wording::strong(tr("There is no keychain."))
                .then(tr("You stay signed in until Passel ends; nothing is written down."));
        banner.actions.append({tr("Understood"), {}, ButtonKind::Normal});
        m_window->showBanner(banner);
    });
    window->addCloseGuard([this](bool isForced) { return mayClose(isForced); });
    if (const auto current = m_book->current())
        m_book->check(current->origin);
    updateServer();
    updatePush();
}

ShareController::~ShareController() = default;

void ShareController::addActions()
{
    ActionCatalog *catalog = m_window->catalog();
    catalog->setGroup(tr("Share"));
    QAction *servers = catalog->add(
        "share.servers", tr("Share ser&vers…"), {},
        {tr("sign in"), tr("sign out"), tr("invitation"), tr("open to the network")}, u"server"_s);
    QAction *join = catalog->add("share.join", tr("Paste an &invitation…"), {},
                                 {tr("sign in"), tr("server"), tr("token")}, u"log-in"_s);
    connect(servers, &QAction::triggered, this, &ShareController::showServers);
    connect(join, &QAction::triggered, this, [this] { askInvitation({}); });
    m_window->shareMenu()->addSeparator();
    m_window->shareMenu()->addAction(join);
    m_window->shareMenu()->addAction(servers);
    m_servers = new ServersSheet(m_window, m_book, m_clipboard, this);
    connect(m_servers, &ServersSheet::invitationAsked, this,
            [this](const QUrl &server) { askInvitation(server); });
}

void ShareController::askInvitation(const QUrl &server, const std::function<void()> &then)
{
    if (!m_invitation)
        m_invitation = new InvitationSheet(m_window->sheetHost(), m_book, this);
    m_invitation->open(m_window, server,
                       server.isEmpty()
                           ? tr("Whoever runs a share server sends you an invitation: one line.")
                           : tr("You are signed out of that server."),
                       then);
}

SharesPage *ShareController::sharesPage() const
{
    return m_page;
}

void ShareController::push()
{
    if (DatasetView *view = m_window->currentView())
        m_pushes->begin(view);
}

void ShareController::pull(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        m_pulls->ask();
        return;
    }
    const Result<ShareAddress> address = parseShareAddress(text);
    if (!address) {
        m_pulls->ask(text.trimmed());
        return;
    }
    if (address->server.isEmpty() && !address->code) {
        // A share of the recent list: it was agreed to before, and its server is known.
        for (const ShareRecord &record : m_history->records()) {
            if (record.name == address->name && m_book->list().find(record.server)) {
                ShareAddress known = *address;
                known.server = record.server;
                known.code = m_pushes->code(record.server, record.name);
                m_pulls->pull(known);
                return;
            }
        }
    }
    // Whatever comes from a link or another program is only offered.
    offer(*address, false);
}

void ShareController::offerClipboard()
{
    if (m_window->openSheet())
        return;
    if (const auto address = m_clipboard->newKey(m_book->list()))
        offer(*address, true);
}

void ShareController::offer(const ShareAddress &address, bool isFromClipboard)
{
    m_offered = address;
    m_isOfferFromClipboard = isFromClipboard;
    m_window->showBanner(offerOf(address, isFromClipboard));
}

void ShareController::endOffer()
{
    m_offered.reset();
}

BannerMessage ShareController::offerOf(const ShareAddress &address, bool isFromClipboard)
{
    BannerMessage banner;
    banner.kind = Banner::Kind::Info;
    banner.iconName = u"key-round"_s;
    const auto current = m_book->current();
    const QUrl server = !address.server.isEmpty() ? address.server
                        : current                 ? current->origin
                                                  : QUrl();
    if (server.isEmpty())
        banner.sentence = Wording::of(tr("Pull %1?"), {address.name});
    else if (m_book->list().find(server))
        banner.sentence =
            Wording::of(tr("Pull %1"), {address.name})
                .then(Wording(tr("from %1?").arg(visibleText(m_book->title(server)))));
    else
        banner.sentence = Wording::of(tr("Pull %1 from %2, a server that is new to you?"),
                                      {address.name, visibleText(server.authority())});
    banner.remark = isFromClipboard ? tr("The key is on your clipboard. Nothing has been sent yet.")
                                    : tr("Nothing has been sent yet.");
    banner.actions.append({tr("Pull"),
                           [this, address] {
                               endOffer();
                               m_pulls->pull(address);
                           },
                           ButtonKind::Primary});
    banner.actions.append({tr("Not now"), [this] { endOffer(); }, ButtonKind::Flat});
    banner.dismissed = [this] { endOffer(); };
    banner.takesFocus = true;
    return banner;
}

void ShareController::showShares()
{
    if (!m_page) {
        m_page = new SharesPage({m_window, m_book, m_history, m_clipboard, m_pushes, m_pulls});
        connect(m_page, &SharesPage::invitationAsked, this,
                [this](const QUrl &server) { askInvitation(server); });
    } else {
        m_page->refresh();
    }
    m_window->addPage(m_page);
}

void ShareController::showServers()
{
    m_servers->open();
}

void ShareController::updateServer()
{
    const auto current = m_book->current();
    if (!current) {
        m_window->statusRow()->setServer(tr("No server"), ColorRole::Control,
                                         tr("none is set up yet"));
        return;
    }
    const ServerState state = m_book->state(current->origin);
    m_window->statusRow()->setServer(m_book->title(current->origin), ServerBook::stateRole(state),
                                     ServerBook::stateText(state));
}

void ShareController::updatePush()
{
    const bool isUpdate = m_pushes->isUpdate(m_window->currentView());
    if (QAction *push = m_window->catalog()->action("share.push"))
        push->setText(isUpdate ? tr("U&pdate…") : tr("&Push…"));
    if (auto *button = m_window->findChild<Button *>(u"share.push.button"_s))
        button->setText(isUpdate ? tr("Update…") : tr("Push…"));
}

bool ShareController::mayClose(bool isForced)
{
    const auto running = m_pushes->running();
    if (running.empty() || isForced || m_hasGivenUp)
        return true;
    BannerMessage banner;
    banner.kind = Banner::Kind::Warn;
    banner.iconName = u"upload"_s;
    banner.sentence = Wording::of(tr("%1 is still being pushed."), {running.front().name});
    banner.remark = tr("Nobody can pull it before that is done.");
    banner.actions.append({tr("Keep pushing"), {}, ButtonKind::Primary});
    banner.actions.append({tr("Cancel it and close"),
                           [this] {
                               m_pushes->cancelAll();
                               // Only this question is answered: the window has others.
                               m_hasGivenUp = true;
                               m_window->close();
                               m_hasGivenUp = false;
                           },
                           ButtonKind::Danger});
    banner.topic = QLatin1StringView(PushingTopic);
    m_window->showBanner(banner);
    return false;
}

void ShareController::sayLocked()
{
    const auto current = m_book->current();
    if (!current)
        return;
    const QUrl origin = current->origin;
    BannerMessage banner;
    banner.kind = Banner::Kind::Warn;
    banner.iconName = u"lock"_s;
    banner.sentence = Wording::strong(tr("Your keychain is locked."))
                          .then(tr("Whether you are signed in to %1 can be told once it is open.")
                                    .arg(visibleText(m_book->title(origin))));
    banner.actions.append({tr("Unlock"),
                           [this, origin] {
                               if (const auto client = m_book->client(origin))
                                   client->forgetToken();
                               m_book->check(origin);
                           },
                           ButtonKind::Primary});
    banner.actions.append({tr("Not now"), {}, ButtonKind::Flat});
    m_window->showBanner(banner);
}

} // namespace passel
