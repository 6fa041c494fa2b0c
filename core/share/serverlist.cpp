#include "core/share/serverlist.h"

#include "core/share/tokenstore.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

constexpr qsizetype NameLimit = 200;
constexpr qsizetype ServerLimit = 1000;

QString textOf(const QUrl &origin)
{
    return origin.toString(QUrl::FullyEncoded);
}

} // namespace

QString ServerEntry::title() const
{
    if (!displayName.isEmpty())
        return displayName;
    return origin.port() > 0 ? origin.host() + u':' + QString::number(origin.port())
                             : origin.host();
}

QJsonObject ServerEntry::toJson() const
{
    QJsonObject json{{u"origin"_s, textOf(origin)}};
    if (!displayName.isEmpty())
        json.insert(u"name"_s, displayName);
    if (pin)
        json.insert(u"pin"_s, QString::fromLatin1(pin->toHex()));
    if (isPublic)
        json.insert(u"public"_s, true);
    return json;
}

Result<ServerEntry> ServerEntry::fromJson(const QJsonObject &json)
{
    const Error invalid(
        ErrorKind::Input, QByteArrayLiteral("server-invalid"),
        QCoreApplication::translate("passel::ServerEntry",
                                    "This is no entry of a share server: it needs an address "
                                    "that begins with https, and a pin of 64 digits if any."));
    ServerEntry entry;
    const std::optional<QUrl> origin =
        serverOrigin(QUrl(json.value("origin"_L1).toString(), QUrl::StrictMode));
    if (!origin)
        return invalid;
    entry.origin = *origin;
    entry.displayName = json.value("name"_L1).toString().left(NameLimit);
    entry.isPublic = json.value("public"_L1).toBool();
    if (json.contains("pin"_L1)) {
        // Never dropped in silence: without its pin a server would be trusted by other rules.
        entry.pin = Digest::fromHex(json.value("pin"_L1).toString().toLatin1());
        if (!entry.pin)
            return invalid;
    }
    return entry;
}

std::optional<ServerEntry> ServerList::find(const QUrl &url) const
{
    const std::optional<QUrl> origin = serverOrigin(url);
    const auto entry = std::find_if(m_servers.cbegin(), m_servers.cend(),
                                    [&](const ServerEntry &e) { return e.origin == origin; });
    return entry == m_servers.cend() ? std::optional<ServerEntry>() : std::optional(*entry);
}

std::optional<ServerEntry> ServerList::current() const
{
    return find(m_current);
}

void ServerList::put(const ServerEntry &entry)
{
    const auto old = std::find_if(m_servers.begin(), m_servers.end(),
                                  [&](const ServerEntry &e) { return e.origin == entry.origin; });
    if (old != m_servers.end())
        *old = entry;
    else
        m_servers.append(entry);
    if (m_current.isEmpty())
        m_current = entry.origin;
}

void ServerList::remove(const QUrl &origin)
{
    m_servers.removeIf([&](const ServerEntry &entry) { return entry.origin == origin; });
    if (m_current == origin)
        m_current = m_servers.isEmpty() ? QUrl() : m_servers.first().origin;
}

void ServerList::setCurrent(const QUrl &origin)
{
    if (const std::optional<ServerEntry> entry = find(origin))
        m_current = entry->origin;
}

QJsonObject ServerList::toJson() const
{
    QJsonArray servers;
    for (const ServerEntry &entry : m_servers)
        servers.append(entry.toJson());
    QJsonObject json{{u"servers"_s, servers}};
    if (!m_current.isEmpty())
        json.insert(u"current"_s, textOf(m_current));
    return json;
}

ServerList ServerList::fromJson(const QJsonObject &json)
{
    ServerList list;
    const QJsonArray servers = json.value("servers"_L1).toArray();
    for (const auto value : servers) {
        const Result<ServerEntry> entry = ServerEntry::fromJson(value.toObject());
        if (entry && list.m_servers.size() < ServerLimit && !list.find(entry->origin))
            list.put(*entry);
    }
    list.setCurrent(QUrl(json.value("current"_L1).toString(), QUrl::StrictMode));
    return list;
}

} // namespace passel
