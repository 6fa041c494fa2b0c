// The share server that the program carries itself, as the window sees it.
#pragma once

#include "core/base/digest.h"
#include "core/share/tokenstore.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <optional>

namespace passel {

//! \brief Where the carried server answers.
struct LocalAddress
{
    QUrl origin;               //!< what this computer calls it
    std::optional<Digest> pin; //!< of its self-signed certificate, when it is open to the network
    bool isOpen = false;       //!< reachable from other computers
    QUrl publicUrl;            //!< what other computers call it; empty unless it is open

    bool operator==(const LocalAddress &) const = default;
};

//! \brief Starts and stops a share server in this process, on this computer's disk. The program
//! implements it, because windows must not know servers. Lives in the window's thread; every call
//! answers once, later, unless \a scope dies first.
class LocalServer : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Done = std::function<void(Result<T>)>;

    using QObject::QObject;

    //! \brief True when it was used on this computer before, so that its shares should be there
    //! again after a start of the program.
    [[nodiscard]] virtual bool isSetUp() const = 0;
    //! \brief Where it answers; nothing while it does not run.
    [[nodiscard]] virtual const std::optional<LocalAddress> &address() const = 0;

    //! \brief Starts it, on the first time with a new folder. Answers at once when it runs.
    virtual void start(QObject *scope, Done<LocalAddress> done) = 0;
    //! \brief Makes a token of the computer's owner, who may do everything.
    virtual void makeOwnToken(QObject *scope, Done<Secret> done) = 0;
    //! \brief Opens it to the network with TLS and a self-signed certificate, or closes it again to
    //! this computer only.
    virtual void setOpen(bool open, QObject *scope, Done<LocalAddress> done) = 0;
    //! \brief Makes a token for \a person and answers the invitation to send them. Needs an open
    //! server.
    virtual void invite(const QString &person, QObject *scope, Done<QString> done) = 0;
    //! \brief Stops it and waits until open requests have ended.
    virtual void stop() = 0;

signals:
    //! \brief address() changed.
    void changed();
};

} // namespace passel
