// The share servers a person knows, and which one is in use: settings, no secrets.
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QUrl>

#include <optional>

namespace passel {

//! \brief One share server. Its token is in the TokenStore, under its origin.
struct ServerEntry
{
    QUrl origin;               //!< see serverOrigin()
    QString displayName;       //!< what the person calls it; empty: the host
    std::optional<Digest> pin; //!< SHA-256 of its public key (SPKI, DER), for self-signed ones
    bool isPublic = false;     //!< reachable by others: not the embedded one on this computer alone

    //! \brief displayName, or host and port. Untrusted text: show it through visibleText().
    [[nodiscard]] QString title() const;

    [[nodiscard]] QJsonObject toJson() const;
    //! \brief Code `server-invalid`.
    [[nodiscard]] static Result<ServerEntry> fromJson(const QJsonObject &json);
    bool operator==(const ServerEntry &) const = default;
};

//! \brief A value. Origins are unique; the one in use is always in the list, or there is none.
class ServerList
{
public:
    [[nodiscard]] const QList<ServerEntry> &servers() const noexcept { return m_servers; }

    [[nodiscard]] bool isEmpty() const noexcept { return m_servers.isEmpty(); }

    //! \brief The entry of \a url's origin, or nothing.
    [[nodiscard]] std::optional<ServerEntry> find(const QUrl &url) const;
    //! \brief The one in use, or nothing.
    [[nodiscard]] std::optional<ServerEntry> current() const;

    //! \brief Adds \a entry or replaces the one with its origin; the first one comes into use.
    void put(const ServerEntry &entry);
    //! \brief The next one, if any, comes into use when it was the current one.
    void remove(const QUrl &origin);
    //! \brief Nothing happens when \a origin is not in the list.
    void setCurrent(const QUrl &origin);

    //! \brief `{"current": origin, "servers": [{"origin", "name", "pin", "public"}]}`
    [[nodiscard]] QJsonObject toJson() const;
    //! \brief Entries that are wrong are left out: a damaged setting must not stop the program.
    [[nodiscard]] static ServerList fromJson(const QJsonObject &json);

    bool operator==(const ServerList &) const = default;

private:
    QList<ServerEntry> m_servers;
    QUrl m_current;
};

} // namespace passel
