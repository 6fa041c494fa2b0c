// Before the class's own header, because Boost 1.74 needs <utility> first.
#include "core/server/httpserver.h"

#include "core/server/httpsession.ipp"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <thread>

namespace passel {

using namespace httpdetail;
using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::HttpServer)
};

constexpr int Movers = 2; // threads that move bytes
constexpr int OtherFiles = 256;

// As many connections as may be open files, with some left for the disk.
int affordableConnections(int wanted)
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return wanted;
    return std::clamp(static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1U << 30U)) - OtherFiles, 1,
                      wanted);
}

} // namespace

class HttpServer::Private
{
public:
    Private()
        : context(Movers)
        , acceptor(context)
    {}

    Q_DISABLE_COPY_MOVE(Private)

    ~Private() { stop(std::chrono::milliseconds(0)); }

    Result<void> listen()
    {
        const HttpServerOptions &options = shared->options;
        error_code error;
        const auto address = asio::ip::make_address(options.address.toStdString(), error);
        if (error) {
            return Error(ErrorKind::Input, QByteArrayLiteral("address-invalid"),
                         Text::tr("%1 is not an address to listen on. Use one such as 127.0.0.1.")
                             .arg(QString::fromLatin1(options.address)));
        }
        const tcp::endpoint endpoint(address, options.port);
        acceptor.open(endpoint.protocol(), error);
        if (!error)
            acceptor.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error)
            acceptor.bind(endpoint, error);
        if (!error)
            acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (!error)
            return {};
        const QString where =
            u"%1:%2"_s.arg(QString::fromLatin1(options.address)).arg(options.port);
        if (error == asio::error::address_in_use) {
            return Error(
                ErrorKind::Io, QByteArrayLiteral("address-in-use"),
                Text::tr("Another program already listens on %1. End it, or choose another "
                         "port.")
                    .arg(where));
        }
        if (error == asio::error::access_denied) {
            return Error(ErrorKind::Permission, QByteArrayLiteral("permission"),
                         Text::tr("You are not allowed to listen on %1. Choose a port above 1023.")
                             .arg(where));
        }
        return Error(ErrorKind::Io, QByteArrayLiteral("io"),
                     Text::tr("Cannot listen on %1: %2.")
                         .arg(where, QString::fromStdString(error.message())));
    }

    void start()
    {
        port = acceptor.local_endpoint().port();
        asio::co_spawn(context, accept(), asio::detached);
        for (int i = 0; i < Movers; ++i)
            movers.emplace_back([this] {
                // sendfile(2) to a client that has left raises it, and nobody is to die of that.
                sigset_t broken;
                ::sigemptyset(&broken);
                ::sigaddset(&broken, SIGPIPE);
                ::pthread_sigmask(SIG_BLOCK, &broken, nullptr);
                context.run();
            });
    }

    awaitable<void> accept()
    {
        while (!shared->stopping.load()) {
            // A strand each: what a connection does is never done by two threads at once.
            error_code error;
            tcp::socket socket(asio::make_strand(context));
            co_await acceptor.async_accept(socket,
                                           asio::redirect_error(asio::use_awaitable, error));
            if (error == asio::error::operation_aborted || shared->stopping.load())
                break;
            if (error) { // no descriptors left, for example: wait, then go on
                asio::steady_timer timer(context, std::chrono::milliseconds(100));
                co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
                continue;
            }
            socket.set_option(tcp::no_delay(true), error);
            const auto peer = socket.remote_endpoint(error);
            if (error)
                continue;
            auto ticket = std::make_shared<Ticket>(
                shared, QByteArray::fromStdString(peer.address().to_string()));
            const auto executor = socket.get_executor();
            if (tls) {
                asio::co_spawn(executor,
                               serveTls(std::move(socket), shared, std::move(ticket), *tls),
                               asio::detached);
            } else {
                asio::co_spawn(executor, servePlain(std::move(socket), shared, std::move(ticket)),
                               asio::detached);
            }
        }
    }

    static awaitable<void> servePlain(tcp::socket socket, std::shared_ptr<Shared> shared,
                                      std::shared_ptr<Ticket> ticket)
    {
        Session<beast::tcp_stream> session(beast::tcp_stream(std::move(socket)), std::move(shared),
                                           std::move(ticket));
        co_await session.run();
    }

    void stop(std::chrono::milliseconds grace)
    {
        if (movers.empty())
            return;
        shared->stopping.store(true);
        asio::post(context, [this] {
            error_code ignored;
            acceptor.close(ignored);
        });
        const auto end = httpdetail::Clock::now() + grace;
        while (shared->requests.load() > 0 && httpdetail::Clock::now() < end)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        context.stop();
        for (std::thread &mover : movers)
            mover.join();
        movers.clear();
        workers.reset(); // waits for running calls; their resumptions die with the context
    }

    std::shared_ptr<Shared> shared = std::make_shared<Shared>();
    asio::io_context context;
    tcp::acceptor acceptor;
    std::unique_ptr<asio::ssl::context> tls;
    std::unique_ptr<ThreadPool> workers;
    std::vector<std::thread> movers;
    quint16 port = 0;
};

HttpServer::HttpServer(std::unique_ptr<Private> p)
    : d(std::move(p))
{}

HttpServer::~HttpServer()
{
    stop();
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(const HttpServerOptions &options,
                                                      HttpHandler &handler, HostRule isOurHost)
{
    auto p = std::make_unique<Private>();
    p->workers = std::make_unique<ThreadPool>(options.workers);
    p->shared->options = options;
    p->shared->options.connectionLimit = affordableConnections(options.connectionLimit);
    p->shared->handler = &handler;
    p->shared->isOurHost = std::move(isOurHost);
    p->shared->workers = p->workers.get();
    if (!options.certificatePem.isEmpty()) {
        p->tls = tlsContext(options.certificatePem, options.keyPem);
        if (!p->tls) {
            return Error(ErrorKind::Input, QByteArrayLiteral("certificate-invalid"),
                         Text::tr("The certificate and the key do not belong together or are not "
                                  "PEM files."));
        }
    }
    PASSEL_CHECK(p->listen());
    p->start();
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(p)));
}

quint16 HttpServer::port() const
{
    return d->port;
}

int HttpServer::connectionCount() const
{
    return d->shared->connections.load();
}

void HttpServer::stop(std::chrono::milliseconds grace)
{
    d->stop(grace);
}

} // namespace passel
