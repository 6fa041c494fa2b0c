// The whole share service in one object: stores, router, network, sweep. Embeddable; threads of its
// own.
#pragma once

#include "core/base/clock.h"
#include "core/base/filesystem.h"
#include "core/server/httpserver.h"
#include "core/server/sweep.h"
#include "core/share/protocol.h"

#include <QUrl>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace passel {

class MetadataStore;
class BlobStore;
class ShareRouter;
struct Certificate;

struct ShareServerOptions
{
    QString dataFolder;
    HttpServerOptions http;  //!< address, port, proxies; certificate and key are filled in
    bool keepPort = false;   //!< with port 0: the port of the last time, if it is free
    QUrl publicUrl;          //!< origin that clients use, when it is not the address listened on
    QString certificateFile; //!< with keyFile: TLS by one's own certificate
    QString keyFile;
    bool selfSigned = false; //!< TLS by a certificate made and kept in the data folder
    qint64 ttlCapSeconds = protocol::DefaultTtlSeconds; //!< at most 30 days
    const Clock *clock = &Clock::system();
    FileSystem *files = &FileSystem::system();
};

//! \brief A token just made; the text is shown once and kept nowhere.
struct NewToken
{
    QByteArray id;
    protocol::AccessToken token;
    qint64 expiresMs = 0;
};

//! \brief What one may do with a data folder, whether a server runs on it or not. Needs a
//! QCoreApplication. Codes: those of the stores, `user-invalid`, `token-not-found`.
class ServerData
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ServerData>>
    open(const QString &folder, FileSystem &files = FileSystem::system());
    //! \brief The same for a folder that must be one already: `not-found` else.
    [[nodiscard]] static Result<std::unique_ptr<ServerData>>
    openExisting(const QString &folder, FileSystem &files = FileSystem::system());
    ~ServerData();
    Q_DISABLE_COPY_MOVE(ServerData)

    //! \brief A token for \a user (1…64 visible characters), who is made if unknown. \a scopes:
    //! bits of TokenScope; \a days: 1…90.
    [[nodiscard]] Result<NewToken> addToken(const QString &user, int scopes, qint64 days,
                                            qint64 nowMs);
    [[nodiscard]] Result<QList<struct TokenRow>> tokens();
    [[nodiscard]] Result<void> revokeToken(const QByteArray &id, qint64 nowMs);
    [[nodiscard]] Result<CheckReport> check(qint64 nowMs, bool readData);
    //! \brief Before a server runs on it: drops what a crash or an ended push left.
    [[nodiscard]] Result<void> recover(qint64 nowMs);
    //! \brief A value kept between starts; empty when there is none.
    [[nodiscard]] Result<QByteArray> setting(const QString &name);
    [[nodiscard]] Result<void> putSetting(const QString &name, const QByteArray &value);

    [[nodiscard]] MetadataStore &store() { return *m_store; }

    [[nodiscard]] BlobStore &blobs() { return *m_blobs; }

private:
    ServerData();
    std::unique_ptr<MetadataStore> m_store;
    std::unique_ptr<BlobStore> m_blobs;
};

//! \brief A running share service. start() and stop() belong to one thread; all else happens on
//! others.
class ShareServer
{
public:
    //! \brief Opens the data folder, verifies it in quick form (REL-04), recovers and listens.
    //! Codes: `data-in-use` (another server runs on the folder) and those of the stores, HttpServer
    //! and certificates.
    [[nodiscard]] static Result<std::unique_ptr<ShareServer>>
    start(const ShareServerOptions &options);
    ~ShareServer();
    Q_DISABLE_COPY_MOVE(ShareServer)

    //! \brief Origin for clients: the public URL, or scheme, address and port.
    [[nodiscard]] QUrl url() const { return m_url; }

    //! \brief What it listens on, for the first line of the program.
    [[nodiscard]] QUrl listeningUrl() const { return m_listening; }

    //! \brief Pin of a self-signed certificate, else empty.
    [[nodiscard]] QByteArray pin() const { return m_pin; }

    [[nodiscard]] ServerData &data() { return *m_data; }

    //! \brief What the check at the start found wrong; empty when all is well.
    [[nodiscard]] QStringList faults() const { return m_faults; }

    //! \brief Ends listening, lets running requests finish, ends all threads. Harmless when
    //! repeated.
    void stop();

private:
    ShareServer();
    Result<void> listen(const ShareServerOptions &options);
    void sweepNow();
    void sweepLoop();

    class Lock;
    std::unique_ptr<Lock> m_lock;
    std::unique_ptr<ServerData> m_data;
    std::unique_ptr<ShareRouter> m_router;
    std::unique_ptr<HttpServer> m_http;
    QUrl m_url;
    QUrl m_listening;
    QByteArray m_pin;
    QStringList m_faults;
    std::thread m_sweeper;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
};

} // namespace passel
