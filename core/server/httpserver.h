// Our HTTP server: strict framing, streamed bodies, deadlines and limits, plain or TLS.
#pragma once

#include "core/base/result.h"
#include "core/server/http.h"
#include "core/server/requestscan.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <memory>

namespace passel {

//! \brief How patient and how large the server is; tests use less of both.
struct HttpServerOptions
{
    QByteArray address = "127.0.0.1"; //!< IPv4 or IPv6 literal
    quint16 port = 0;                 //!< 0: any free one
    QByteArray certificatePem;        //!< with keyPem: TLS 1.2 or newer
    QByteArray keyPem;
    int connectionLimit = 2048;
    int connectionsPerAddress = 256;
    QList<QByteArray> trustedProxies; //!< addresses; may connect more often, see clientAddress()
    std::chrono::milliseconds headerTime{10'000};   //!< for a head, once its first byte came
    std::chrono::milliseconds idleTime{60'000};     //!< between requests of a connection
    std::chrono::milliseconds bodyTime{10'000};     //!< for a JSON body
    std::chrono::milliseconds transferTime{30'000}; //!< in which a transfer must move transferBytes
    qint64 transferBytes = 30LL * 1024;
    int workers = 4; //!< threads that wait for disk and database
};

//! \brief Serves a HttpHandler. Two threads move bytes and never wait for anything else; the
//! handler is called on worker threads. The destructor stops it.
class HttpServer
{
public:
    //! \brief Starts listening. \a handler must outlive the server; \a isOurHost is asked for every
    //! request. Codes: `address-in-use`, `address-invalid`, `permission`, `certificate-invalid`,
    //! `io`.
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>>
    start(const HttpServerOptions &options, HttpHandler &handler, HostRule isOurHost);
    ~HttpServer();
    Q_DISABLE_COPY_MOVE(HttpServer)

    //! \brief The port listened on.
    [[nodiscard]] quint16 port() const;

    //! \brief Open connections, for tests and metrics.
    [[nodiscard]] int connectionCount() const;

    //! \brief Stops listening, lets running requests finish for at most \a grace, then closes all.
    void stop(std::chrono::milliseconds grace = std::chrono::milliseconds(3000));

private:
    class Private;
    explicit HttpServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace passel
