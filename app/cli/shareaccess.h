// What the commands of sharing have in common: which server, which token, waiting, telling.
#pragma once

#include "app/cli/command.h"
#include "core/share/serverlist.h"
#include "core/share/shareclient.h"
#include "core/share/transferjob.h"

#include <memory>
#include <optional>

namespace passel::cli {

//! \brief Exit codes of the commands of sharing, besides those of all.
enum ShareExit : int {
    Contested = 3,   //!< somebody was first, or the key is somebody else's
    NotThere = 4,    //!< no such share, or not for you
    NotAllowed = 5,  //!< not signed in, or the token does not allow it
    Unreachable = 6, //!< the server does not answer, or its connection is not secure
};

[[nodiscard]] int exitCodeOf(const Error &error);

//! \brief The servers this person knows: the same list that the window keeps.
[[nodiscard]] ServerList loadServers();
void saveServers(const ServerList &servers);

//! \brief The server of `--server` and `--pin`, of a link, or the one in use, in that order. A
//! known one brings its pin. Codes: `server-invalid`, `no-server`.
[[nodiscard]] Result<ServerEntry> chosenServer(const QString &url, const QString &pin,
                                               const QUrl &ofLink = {});

//! \brief A client with the token of PASSEL_TOKEN_FILE or the keychain. Tells when the keychain is
//! locked or missing.
class ShareAccess
{
public:
    explicit ShareAccess(ServerEntry server);

    //! \brief Never null.
    [[nodiscard]] const std::shared_ptr<ShareClient> &client() const { return m_client; }

private:
    std::unique_ptr<TokenStore> m_tokens;
    std::shared_ptr<ShareClient> m_client;
};

//! \brief Runs the event loop until \a isDone says so or the person stops it (Ctrl-C, SIGTERM);
//! false when stopped. Call from functions that the loop itself calls: leaveLoop().
[[nodiscard]] bool runLoop();
void leaveLoop();

//! \brief Starts \a job and waits for its end, with a bar on a terminal. Ctrl-C cancels it.
void runJob(TransferJob &job, const QString &label);

//! \brief Tells an error in both ways; its exit code.
[[nodiscard]] int fail(const Error &error, bool asJson, const QJsonObject &more = {});

} // namespace passel::cli
