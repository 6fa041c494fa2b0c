#include "ui/share/serverbook.h"

#include "ui/share/sharewords.h"

#include <QJsonDocument>
#include <QPointer>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr auto ListKey = "share/servers";
constexpr auto LocalKey = "share/local";

// Never from inside the call, as every other answer.
void answerLater(QObject *scope, const ServerBook::Done<void> &done, const Result<void> &result)
{
    QMetaObject::invokeMethod(
        scope, [done, result] { done(result); }, Qt::QueuedConnection);
}

Error noLocalServer()
{
    return {ErrorKind::NotFound, QByteArrayLiteral("no-local-server"),
            ServerBook::tr("This computer cannot be a server here. Paste an invitation to "
                           "another one.")};
}

} // namespace

ServerBook::ServerBook(TokenStore &tokens, LocalServer *local, ShareClient::Options options,
                       QObject *parent)
    : QObject(parent)
    , m_tokens(tokens)
    , m_local(local)
    , m_options(std::move(options))
{
    const QSettings settings;
    m_list = ServerList::fromJson(
        QJsonDocument::fromJson(settings.value(QLatin1StringView(ListKey)).toByteArray()).object());
    m_localOrigin = settings.value(QLatin1StringView(LocalKey)).toUrl();
    if (m_local && m_local->isSetUp() && m_list.find(m_localOrigin))
        m_local->start(this, [this](Result<LocalAddress> address) {
            if (address)
                adoptLocal(*address, this, [](const Result<void> &) {});
            else
                setState(m_localOrigin, ServerState::Unreachable);
        });
}

ServerBook::~ServerBook() = default;

void ServerBook::setCurrent(const QUrl &origin)
{
    if (const auto now = m_list.current(); now && now->origin == origin)
        return;
    m_list.setCurrent(origin);
    save();
    emit listChanged();
}

std::shared_ptr<ShareClient> ServerBook::makeClient(const ServerEntry &entry)
{
    auto client = std::make_shared<ShareClient>(entry, m_tokens, nullptr, m_options);
    const QUrl origin = entry.origin;
    connect(client.get(), &ShareClient::waiting, this,
            [this, origin] { setState(origin, ServerState::Unreachable); });
    connect(client.get(), &ShareClient::answered, this, [this, origin] { check(origin); });
    connect(client.get(), &ShareClient::signInNeeded, this, [this, origin] {
        if (isLocal(origin)) {
            renewLocalToken();
            return;
        }
        m_refused.insert(origin);
        setState(origin, ServerState::SignedOut);
    });
    return client;
}

std::shared_ptr<ShareClient> ServerBook::client(const QUrl &origin)
{
    const auto entry = m_list.find(origin);
    if (!entry)
        return nullptr;
    auto &client = m_clients[entry->origin];
    if (!client)
        client = makeClient(*entry);
    return client;
}

std::shared_ptr<ShareClient> ServerBook::guestClient(const QUrl &origin)
{
    if (std::shared_ptr<ShareClient> known = client(origin))
        return known;
    auto &client = m_guests[origin];
    if (!client) {
        ServerEntry entry;
        entry.origin = origin;
        client = std::make_shared<ShareClient>(entry, m_tokens, nullptr, m_options);
    }
    return client;
}

ServerState ServerBook::state(const QUrl &origin) const
{
    return m_states.value(origin, ServerState::Unknown);
}

QString ServerBook::stateText(ServerState state)
{
    switch (state) {
    case ServerState::Unknown:
        return tr("not asked yet");
    case ServerState::SignedIn:
        return tr("signed in");
    case ServerState::SignedOut:
        return tr("signed out");
    case ServerState::Unreachable:
        return tr("cannot be reached");
    case ServerState::Locked:
        return tr("the keychain is locked");
    }
    return {};
}

ColorRole ServerBook::stateRole(ServerState state)
{
    switch (state) {
    case ServerState::SignedIn:
        return ColorRole::Added;
    case ServerState::Unreachable:
        return ColorRole::Error;
    case ServerState::SignedOut:
    case ServerState::Locked:
        return ColorRole::Warn;
    case ServerState::Unknown:
        break;
    }
    return ColorRole::Control;
}

void ServerBook::setState(const QUrl &origin, ServerState state)
{
    if (m_states.value(origin, ServerState::Unknown) == state)
        return;
    m_states[origin] = state;
    emit stateChanged(origin);
}

void ServerBook::check(const QUrl &origin)
{
    const std::shared_ptr<ShareClient> asked = client(origin);
    if (!asked)
        return;
    asked->isSignedIn(this, [this, origin](Result<bool> isSignedIn) {
        const std::shared_ptr<ShareClient> now = client(origin);
        if (!now)
            return;
        if (!isSignedIn) {
            setState(origin, ServerState::Locked);
            return;
        }
        const bool hasToken = *isSignedIn;
        now->serverInfo(this, [this, origin, hasToken](const Result<protocol::ServerInfo> &info) {
            if (!info)
                setState(origin, ServerState::Unreachable);
            else
                setState(origin, hasToken && !m_refused.contains(origin) ? ServerState::SignedIn
                                                                         : ServerState::SignedOut);
        });
    });
}

void ServerBook::confirm(const QUrl &origin)
{
    if (m_refused.remove(origin))
        setState(origin, ServerState::SignedIn);
}

bool ServerBook::needsSignIn(const Error &error)
{
    return error.code() == "token-missing" || error.code() == "token-invalid"
           || error.code() == "token-expired" || error.code() == "token-revoked";
}

QString ServerBook::title(const QUrl &origin) const
{
    if (isLocal(origin))
        return tr("This computer");
    const auto entry = m_list.find(origin);
    if (entry)
        return entry->title();
    ServerEntry unknown;
    unknown.origin = origin;
    return unknown.title();
}

bool ServerBook::isOnlyHere(const QUrl &origin) const
{
    return isLocal(origin) && m_local && !(m_local->address() && m_local->address()->isOpen);
}

QString ServerBook::reachText(const QUrl &origin, protocol::Access access) const
{
    return isOnlyHere(origin) && access != protocol::Access::Owner
               ? tr("Only this computer can pull it.")
               : accessSentence(access);
}

QUrl ServerBook::linkOrigin(const QUrl &origin)
{
    if (isLocal(origin) && m_local && m_local->address() && m_local->address()->isOpen)
        return m_local->address()->publicUrl;
    if (const auto known = client(origin); known && known->knownInfo()) {
        const auto url = serverOrigin(QUrl(known->knownInfo()->publicUrl, QUrl::StrictMode));
        if (url)
            return *url;
    }
    return origin;
}

void ServerBook::put(const ServerEntry &entry)
{
    const auto old = m_list.find(entry.origin);
    m_list.put(entry);
    // The pin changed on the person's word. Names and the like are nothing to a client.
    if (old && old->pin != entry.pin)
        retire(entry.origin);
    save();
}

// Jobs keep the old client to their end; what it still says is not about the server any more. It
// may be one of its own calls that got us here, so that it never goes at once.
void ServerBook::retire(const QUrl &origin)
{
    const auto found = m_clients.find(origin);
    if (found == m_clients.end())
        return;
    std::shared_ptr<ShareClient> client = std::move(found->second);
    m_clients.erase(found);
    disconnect(client.get(), nullptr, this, nullptr);
    QMetaObject::invokeMethod(
        this, [client = std::move(client)] { Q_UNUSED(client) }, Qt::QueuedConnection);
}

void ServerBook::join(const ServerEntry &server, const Secret &token, QObject *scope,
                      const Done<Kept> &done)
{
    // A client of its own until the server proved to be who the invitation says.
    auto *trial = new ShareClient(server, m_tokens, this, m_options);
    const QPointer<QObject> alive(scope);
    trial->signIn(token, this, [this, trial, server, alive, done](Result<Kept> kept) {
        trial->deleteLater();
        if (kept) {
            put(server);
            if (const auto now = client(server.origin))
                now->forgetToken();
            m_states[server.origin] = ServerState::SignedIn;
            m_refused.remove(server.origin);
            emit listChanged();
            emit stateChanged(server.origin);
        }
        if (alive)
            done(std::move(kept));
    });
}

void ServerBook::leave(const QUrl &origin, QObject *scope, const Done<void> &done)
{
    const std::shared_ptr<ShareClient> leaving = client(origin);
    if (!leaving) { // pressed twice: it is done
        answerLater(scope, done, {});
        return;
    }
    const QPointer<QObject> alive(scope);
    leaving->signOut(this, [this, origin, alive, done](Result<void> result) {
        m_list.remove(origin);
        m_states.remove(origin);
        m_refused.remove(origin);
        retire(origin);
        save();
        emit listChanged();
        if (alive)
            done(std::move(result));
    });
}

bool ServerBook::isLocal(const QUrl &origin) const
{
    return !origin.isEmpty() && origin == m_localOrigin;
}

void ServerBook::useLocal(QObject *scope, const Done<void> &done)
{
    if (!m_local) {
        answerLater(scope, done, noLocalServer());
        return;
    }
    const QPointer<QObject> alive(scope);
    m_local->start(this, [this, alive, done](Result<LocalAddress> address) {
        if (!address) {
            if (alive)
                done(std::move(address).error());
            return;
        }
        adoptLocal(*address, this, [this, alive, done](Result<void> result) {
            if (result)
                setCurrent(m_localOrigin);
            if (alive)
                done(std::move(result));
        });
    });
}

void ServerBook::setLocalOpen(bool open, QObject *scope, const Done<void> &done)
{
    if (!m_local) {
        answerLater(scope, done, noLocalServer());
        return;
    }
    const QPointer<QObject> alive(scope);
    m_local->setOpen(open, this, [this, alive, done](Result<LocalAddress> address) {
        if (!address) {
            if (alive)
                done(std::move(address).error());
            return;
        }
        adoptLocal(*address, this, [alive, done](Result<void> result) {
            if (alive)
                done(std::move(result));
        });
    });
}

void ServerBook::adoptLocal(const LocalAddress &address, QObject *scope, const Done<void> &done)
{
    ServerEntry entry;
    entry.origin = address.origin;
    entry.displayName = tr("This computer");
    entry.pin = address.pin;
    entry.isPublic = address.isOpen;
    const bool wasInUse = m_list.current() && m_list.current()->origin == m_localOrigin;
    if (!m_localOrigin.isEmpty() && m_localOrigin != address.origin)
        m_list.remove(m_localOrigin);
    m_localOrigin = address.origin;
    QSettings().setValue(QLatin1StringView(LocalKey), m_localOrigin);
    put(entry);
    if (wasInUse)
        m_list.setCurrent(m_localOrigin);
    save();
    emit listChanged();
    const QPointer<QObject> alive(scope);
    client(m_localOrigin)->isSignedIn(this, [this, alive, done](Result<bool> isSignedIn) {
        if (!isSignedIn) {
            setState(m_localOrigin, ServerState::Locked);
            if (alive)
                done(std::move(isSignedIn).error());
            return;
        }
        if (*isSignedIn) {
            check(m_localOrigin);
            if (alive)
                done({});
            return;
        }
        m_local->makeOwnToken(this, [this, alive, done](Result<Secret> token) {
            if (!token) {
                if (alive)
                    done(std::move(token).error());
                return;
            }
            const std::shared_ptr<ShareClient> own = client(m_localOrigin);
            if (!own) { // left meanwhile
                if (alive)
                    done(Error::cancelled());
                return;
            }
            own->signIn(*token, this, [this, alive, done](Result<Kept> kept) {
                setState(m_localOrigin, kept ? ServerState::SignedIn : ServerState::Unreachable);
                if (!alive)
                    return;
                if (kept)
                    done({});
                else
                    done(std::move(kept).error());
            });
        });
    });
}

// Tokens end, on one's own computer too; there nobody need be asked for another.
void ServerBook::renewLocalToken()
{
    if (m_isRenewing || !m_local->address())
        return;
    m_isRenewing = true;
    m_local->makeOwnToken(this, [this](Result<Secret> token) {
        const std::shared_ptr<ShareClient> own = client(m_localOrigin);
        if (!token || !own) {
            m_isRenewing = false;
            setState(m_localOrigin, ServerState::SignedOut);
            return;
        }
        own->signIn(*token, this, [this](const Result<Kept> &kept) {
            m_isRenewing = false;
            setState(m_localOrigin, kept ? ServerState::SignedIn : ServerState::Unreachable);
        });
    });
}

void ServerBook::save() const
{
    QSettings().setValue(QLatin1StringView(ListKey),
                         QJsonDocument(m_list.toJson()).toJson(QJsonDocument::Compact));
}

} // namespace passel
