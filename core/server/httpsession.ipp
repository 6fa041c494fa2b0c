// One connection, for any stream: the recipe of our HTTP server over Boost.Beast. Included by
// exactly two source files, httpserver.cpp (plain) and httptls.cpp, so that nothing else compiles
// Beast.
//
//     idle ── head (scan, then Beast's parser) ── plan (worker) ─┬─ answer ──────────────────────┐
//      ↑                                                         ├─ collect body, handle (worker) ┤
//      │                                                         └─ stream body to the worker ────┤
//      └─────────────────────────────── keep-alive ───────────────────────────────────────────────┘
//
// Every refusal closes the connection. What is still coming in is drained for 2 s or 16 MiB, so
// that the answer is not lost to a reset.

#include "core/base/threadpool.h"
#include "core/server/clientaddress.h"
#include "core/server/httpserver.h"

#include <QDateTime>

#include <atomic>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <cstdint>
#include <functional>
#include <limits>
#include <mutex>
#include <netinet/tcp.h>
#include <sys/sendfile.h>
#include <utility> // Boost 1.74 needs it before asio

namespace passel::httpdetail {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Clock = std::chrono::steady_clock;
using asio::awaitable;
using asio::ip::tcp;
using boost::system::error_code;

inline constexpr size_t BufferSize = size_t(64) * 1024;
inline constexpr size_t ChunkSize = size_t(256) * 1024;
inline constexpr qint64 SendAtOnce = 1 << 20;
inline constexpr qint64 DrainLimit = qint64(16) << 20;
inline constexpr std::chrono::seconds DrainTime{2};

//! What all connections of a server share.
struct Shared
{
    HttpServerOptions options;
    HttpHandler *handler = nullptr;
    HostRule isOurHost;
    ThreadPool *workers = nullptr;
    std::atomic<bool> stopping{false};
    std::atomic<int> connections{0};
    std::atomic<int> requests{0}; //!< between head and the end of the answer
    std::mutex mutex;
    QHash<QByteArray, int> perAddress;
};

//! Counts a connection while it lives.
class Ticket
{
public:
    Ticket(std::shared_ptr<Shared> shared, QByteArray address)
        : m_shared(std::move(shared))
        , m_address(std::move(address))
    {
        m_shared->connections.fetch_add(1);
        const std::lock_guard lock(m_shared->mutex);
        m_mine = ++m_shared->perAddress[m_address];
    }

    ~Ticket()
    {
        m_shared->connections.fetch_sub(1);
        const std::lock_guard lock(m_shared->mutex);
        if (--m_shared->perAddress[m_address] == 0)
            m_shared->perAddress.remove(m_address);
    }

    Q_DISABLE_COPY_MOVE(Ticket)

    //! The slug of the limit that this connection passes, or null.
    [[nodiscard]] const char *refusal() const
    {
        if (m_shared->connections.load() > m_shared->options.connectionLimit)
            return "busy";
        const HttpServerOptions &options = m_shared->options;
        // Behind a proxy all are one address; how many each of them may have is the proxy's to say.
        return m_mine > options.connectionsPerAddress
                       && !isTrustedProxy(m_address, options.trustedProxies)
                   ? "too-many-requests"
                   : nullptr;
    }

    [[nodiscard]] const QByteArray &address() const { return m_address; }

private:
    std::shared_ptr<Shared> m_shared;
    QByteArray m_address;
    int m_mine = 0;
};

//! Cancels what a socket waits for when its time is over, and remembers it. Beast's own time-outs
//! close the socket, so that no 408 could be sent. Used within the connection's strand only.
class Deadline
{
public:
    explicit Deadline(tcp::socket &socket)
        : m_state(std::make_shared<State>(socket))
    {}

    ~Deadline() { stop(); }

    Q_DISABLE_COPY_MOVE(Deadline)

    void start(std::chrono::milliseconds time)
    {
        m_state->isOver = false;
        arm(m_state, ++m_state->round, time);
    }

    void stop()
    {
        ++m_state->round;
        error_code ignored;
        m_state->timer.cancel(ignored);
    }

    [[nodiscard]] bool isOver() const { return m_state->isOver; }

private:
    struct State
    {
        explicit State(tcp::socket &s)
            : socket(s)
            , timer(s.get_executor())
        {}

        tcp::socket &socket; // not touched after stop()
        asio::steady_timer timer;
        int round = 0;
        bool isOver = false;
    };

    // A wait may have ended just before it was stopped: the round tells. And the socket may be
    // between two waits when its time is over: so it is cancelled again until the connection has
    // noticed.
    static void arm(const std::shared_ptr<State> &state, int round, std::chrono::milliseconds time)
    {
        state->timer.expires_after(time);
        state->timer.async_wait([state, round](error_code cancelled) {
            if (cancelled || state->round != round)
                return;
            state->isOver = true;
            error_code ignored;
            state->socket.cancel(ignored);
            arm(state, round, std::chrono::milliseconds(50));
        });
    }

    std::shared_ptr<State> m_state;
};

//! Runs \a work on a worker thread and resumes the coroutine on its own executor.
template <typename Executor>
awaitable<void> onWorker(ThreadPool &workers, Executor executor, std::function<void()> work)
{
    // NOLINTBEGIN(bugprone-use-after-move): the frame of a coroutine is no second use
    auto start = [&workers, executor, work = std::move(work)](auto &&handler) mutable {
        auto resume = std::make_shared<std::decay_t<decltype(handler)>>(
            std::forward<decltype(handler)>(handler));
        workers.post([executor, work = std::move(work), resume] {
            work();
            asio::post(executor, [resume] { std::move (*resume)(); });
        });
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(std::move(start),
                                                                         asio::use_awaitable);
    // NOLINTEND(bugprone-use-after-move)
}

inline const char *reasonOf(int status)
{
    static thread_local std::string reason;
    reason = std::string(http::obsolete_reason(static_cast<http::status>(status)));
    return reason.c_str();
}

inline std::string headOf(const HttpResponse &response, bool keepAlive)
{
    const qint64 length = response.file ? response.length : response.body.size();
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' '
                      + reasonOf(response.status) + "\r\n";
    head += "date: "
            + QLocale::c()
                  .toString(QDateTime::currentDateTimeUtc(),
                            QStringLiteral("ddd, dd MMM yyyy hh:mm:ss"))
                  .toLatin1()
            + " GMT\r\n";
    for (const HttpHeader &header : response.headers)
        head += header.name + ": " + header.value + "\r\n";
    head += "content-length: " + QByteArray::number(length) + "\r\n";
    head += keepAlive ? "connection: keep-alive\r\n\r\n" : "connection: close\r\n\r\n";
    return head.toStdString();
}

template <typename Stream>
class Session
{
public:
    Session(Stream stream, std::shared_ptr<Shared> shared, std::shared_ptr<Ticket> ticket)
        : m_stream(std::move(stream))
        , m_shared(std::move(shared))
        , m_ticket(std::move(ticket))
        , m_deadline(lowest().socket())
        , m_buffer(BufferSize)
    {
        m_buffer.reserve(BufferSize); // else it is read 512 bytes at a time
    }

    awaitable<void> run()
    {
        if (const char *slug = m_ticket->refusal()) {
            co_await refuse(slug);
            co_return;
        }
        bool more = true;
        while (more && !m_shared->stopping.load())
            more = co_await serveOne();
        error_code ignored;
        lowest().socket().shutdown(tcp::socket::shutdown_send, ignored);
    }

    auto &lowest() { return beast::get_lowest_layer(m_stream); }

private:
    using Parser = http::request_parser<http::buffer_body>;

    void deadline(std::chrono::milliseconds time) { m_deadline.start(time); }

    //! Reads one head and answers it. False: the connection is over.
    awaitable<bool> serveOne()
    {
        bool closed = false;
        const char *slug = nullptr;
        qsizetype size = 0;
        co_await readHead(size, slug, closed);
        if (closed)
            co_return false;
        HttpRequest request;
        if (slug == nullptr) {
            const auto bytes = m_buffer.data();
            ScannedHead head = scanHead(
                QByteArrayView(static_cast<const char *>(bytes.data()), size), m_shared->isOurHost);
            if (auto *refused = std::get_if<QByteArray>(&head)) {
                co_await refuse(*refused);
                co_return false;
            }
            request = std::get<HttpRequest>(std::move(head));
        } else {
            co_await refuse(slug);
            co_return false;
        }
        request.peer = m_ticket->address();
        m_shared->requests.fetch_add(1);
        const bool more = co_await answer(request);
        m_shared->requests.fetch_sub(1);
        co_return more;
    }

    //! Fills the buffer up to the empty line that ends a head.
    awaitable<void> readHead(qsizetype &size, const char *&slug, bool &closed)
    {
        bool begun = m_buffer.size() > 0;
        bool first = !m_served;
        deadline(begun || first ? m_shared->options.headerTime : m_shared->options.idleTime);
        for (;;) {
            const auto bytes = m_buffer.data();
            const std::string_view text(static_cast<const char *>(bytes.data()), bytes.size());
            if (const size_t end = text.find("\r\n\r\n"); end != std::string_view::npos) {
                size = static_cast<qsizetype>(end) + 4;
                m_served = true;
                co_return;
            }
            if (text.size() > static_cast<size_t>(headlimits::AllHeaders)) {
                slug = "header-too-large";
                co_return;
            }
            error_code error;
            const size_t got =
                co_await m_stream.async_read_some(m_buffer.prepare(BufferSize - m_buffer.size()),
                                                  asio::redirect_error(asio::use_awaitable, error));
            m_buffer.commit(got);
            if (error && m_deadline.isOver() && begun) {
                slug = "timeout";
                co_return;
            }
            if (error) {
                closed = true;
                co_return;
            }
            if (!begun) {
                begun = true;
                if (!first)
                    deadline(m_shared->options.headerTime);
            }
        }
    }

    awaitable<bool> answer(HttpRequest &request)
    {
        Parser parser;
        parser.header_limit(headlimits::AllHeaders + 1);
        // Ours is checked as the bytes come. (In 1.74 boost::none means a limit of nothing.)
        parser.body_limit(std::numeric_limits<std::uint64_t>::max());
        parser.eager(false);
        error_code error;
        co_await http::async_read_header(m_stream, m_buffer, parser,
                                         asio::redirect_error(asio::use_awaitable, error));
        if (error) {
            co_await refuse("malformed-request");
            co_return false;
        }
        m_fields = std::distance(parser.get().begin(), parser.get().end());
        HttpPlan plan;
        co_await work([&] { plan = m_shared->handler->begin(request); });
        HttpResponse response;
        bool whole = true; // the body has been read
        if (auto *ready = std::get_if<HttpResponse>(&plan)) {
            response = std::move(*ready);
            whole = !request.hasBody();
        } else {
            if (request.expectsContinue && request.hasBody() && !co_await sendContinue())
                co_return false;
            if (auto *collect = std::get_if<CollectBody>(&plan))
                whole = co_await collectBody(parser, request, collect->limit, response);
            else
                whole = co_await streamBody(parser, *std::get<std::unique_ptr<HttpUpload>>(plan),
                                            response);
        }
        if (response.status == 0) // the connection broke
            co_return false;
        const bool keep =
            whole && request.keepAlive && !response.close && !m_shared->stopping.load();
        const bool sent = co_await send(response, keep);
        if (!keep && sent && !whole)
            co_await drain();
        co_return sent &&keep;
    }

    awaitable<void> work(std::function<void()> job)
    {
        m_deadline.stop();
        // NOLINTNEXTLINE(bugprone-use-after-move): the frame of a coroutine is no second use
        co_await onWorker(*m_shared->workers, m_stream.get_executor(), std::move(job));
    }

    awaitable<bool> sendContinue()
    {
        deadline(m_shared->options.bodyTime);
        error_code error;
        static const std::string text = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await asio::async_write(m_stream, asio::buffer(text),
                                   asio::redirect_error(asio::use_awaitable, error));
        co_return !error;
    }

    //! Reads up to \a chunk of the body into \a chunk; its slug when it is refused, and empty chunk
    //! at the end. \a broken: nobody is there to answer.
    awaitable<const char *> readChunk(Parser &parser, QByteArray &chunk, bool &broken)
    {
        chunk.resize(static_cast<qsizetype>(ChunkSize));
        parser.get().body().data = chunk.data();
        parser.get().body().size = ChunkSize;
        while (!parser.is_done() && parser.get().body().size > 0) {
            const size_t before = parser.get().body().size;
            error_code error;
            acknowledgeAtOnce();
            co_await http::async_read_some(m_stream, m_buffer, parser,
                                           asio::redirect_error(asio::use_awaitable, error));
            if (error == http::error::need_buffer)
                error = {};
            if (error && m_deadline.isOver())
                co_return "timeout";
            if (error) {
                broken = error == http::error::partial_message
                         || error == http::error::end_of_stream
                         || error.category() == asio::error::get_system_category()
                         || error.category() == asio::error::get_misc_category()
                         || error.category() == asio::error::get_ssl_category();
                co_return "malformed-request";
            }
            paced(static_cast<qint64>(before - parser.get().body().size));
        }
        chunk.resize(static_cast<qsizetype>(ChunkSize - parser.get().body().size));
        // Trailers would have joined the fields after our scan: they are refused.
        if (parser.is_done() && std::distance(parser.get().begin(), parser.get().end()) != m_fields)
            co_return "malformed-request";
        co_return nullptr;
    }

    // A client that gathers small segments (Nagle; QNetworkAccessManager cannot be told otherwise)
    // keeps the end of a body back until the rest is acknowledged, for which Linux would wait 40
    // ms. The kernel falls back to waiting by itself, so this is said before every read.
    void acknowledgeAtOnce()
    {
        const int on = 1;
        ::setsockopt(lowest().socket().native_handle(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    }

    //! Starts the clock of a transfer: transferBytes in every transferTime.
    void startPace()
    {
        m_paced = 0;
        deadline(m_shared->options.transferTime);
    }

    void paced(qint64 bytes)
    {
        m_paced += bytes;
        if (m_isTransfer && m_paced >= m_shared->options.transferBytes)
            startPace();
    }

    awaitable<bool> collectBody(Parser &parser, HttpRequest &request, qint64 limit,
                                HttpResponse &response)
    {
        m_isTransfer = false;
        deadline(m_shared->options.bodyTime);
        QByteArray chunk;
        bool broken = false;
        while (!parser.is_done()) {
            const char *slug = co_await readChunk(parser, chunk, broken);
            if (slug == nullptr && request.body.size() + chunk.size() > limit)
                slug = "too-large";
            if (slug != nullptr) {
                response = m_shared->handler->refuse(slug);
                if (broken)
                    response.status = 0;
                co_return false;
            }
            request.body += chunk;
        }
        co_await work([&] { response = m_shared->handler->handle(request); });
        co_return true;
    }

    awaitable<bool> streamBody(Parser &parser, HttpUpload &upload, HttpResponse &response)
    {
        m_isTransfer = true;
        startPace();
        QByteArray chunk;
        bool broken = false;
        for (;;) {
            const char *slug = co_await readChunk(parser, chunk, broken);
            if (slug != nullptr) {
                response = m_shared->handler->refuse(slug);
                if (broken)
                    response.status = 0;
                co_return false;
            }
            const bool last = parser.is_done();
            bool refused = false;
            co_await work([&] {
                if (!chunk.isEmpty()) {
                    if (auto answer = upload.write(chunk)) {
                        response = *std::move(answer);
                        refused = true;
                        return;
                    }
                }
                if (last)
                    response = upload.finish();
            });
            if (refused)
                co_return last;
            if (last)
                co_return true;
            startPace();
        }
    }

    awaitable<void> refuse(const QByteArray &slug)
    {
        const HttpResponse response = m_shared->handler->refuse(slug);
        if (co_await send(response, false))
            co_await drain();
    }

    awaitable<bool> send(const HttpResponse &response, bool keep)
    {
        m_isTransfer = true;
        startPace();
        // In one piece: of a head and a body apart Asio keeps the written head as an empty buffer,
        // Beast's TLS stream takes its size for all there is, and with no byte written Asio is
        // done.
        std::string text = headOf(response, keep);
        if (!response.file)
            text.append(response.body.constData(), static_cast<size_t>(response.body.size()));
        error_code error;
        co_await asio::async_write(m_stream, asio::buffer(text),
                                   asio::redirect_error(asio::use_awaitable, error));
        if (error)
            co_return false;
        if (!response.file)
            co_return true;
        co_return co_await sendFile(response);
    }

    awaitable<bool> sendFile(const HttpResponse &response)
    {
        if constexpr (std::is_same_v<Stream, beast::tcp_stream>) {
            if (response.file->descriptor() >= 0)
                co_return co_await sendDescriptor(response);
        }
        QByteArray chunk(static_cast<qsizetype>(ChunkSize), Qt::Uninitialized);
        for (qint64 done = 0; done < response.length;) {
            qint64 got = 0;
            co_await work([&] {
                const auto read =
                    response.file->readAt(response.offset + done, chunk.data(),
                                          std::min<qint64>(chunk.size(), response.length - done));
                got = read.valueOr(0);
            });
            if (got <= 0)
                co_return false; // shorter than announced: the cut tells the client
            startPace();
            error_code error;
            co_await asio::async_write(m_stream,
                                       asio::buffer(chunk.constData(), static_cast<size_t>(got)),
                                       asio::redirect_error(asio::use_awaitable, error));
            if (error)
                co_return false;
            done += got;
        }
        co_return true;
    }

    //! Straight from the file to the socket, which Beast knows nothing of.
    awaitable<bool> sendDescriptor(const HttpResponse &response)
    {
        auto &socket = lowest().socket();
        error_code error;
        socket.native_non_blocking(true, error);
        off_t offset = response.offset;
        qint64 left = response.length;
        startPace();
        while (left > 0) {
            const ssize_t sent =
                ::sendfile(socket.native_handle(), response.file->descriptor(), &offset,
                           static_cast<size_t>(std::min<qint64>(left, SendAtOnce)));
            if (sent > 0) {
                left -= sent;
                paced(sent);
            }
            if (sent == 0 || (sent < 0 && errno != EAGAIN && errno != EINTR))
                break;
            // Also after a success, so that one fast reader does not keep the thread for itself.
            co_await socket.async_wait(tcp::socket::wait_write,
                                       asio::redirect_error(asio::use_awaitable, error));
            if (error)
                break;
        }
        co_return left == 0;
    }

    //! Reads on for a while after a refusal, so that it arrives before the connection is reset.
    awaitable<void> drain()
    {
        error_code error;
        lowest().socket().shutdown(tcp::socket::shutdown_send, error);
        deadline(DrainTime);
        qint64 drained = 0;
        m_buffer.consume(m_buffer.size());
        while (drained < DrainLimit) {
            const size_t got = co_await lowest().async_read_some(
                m_buffer.prepare(BufferSize), asio::redirect_error(asio::use_awaitable, error));
            if (error)
                break;
            drained += static_cast<qint64>(got);
        }
    }

    Stream m_stream;
    std::shared_ptr<Shared> m_shared;
    std::shared_ptr<Ticket> m_ticket;
    Deadline m_deadline;
    beast::flat_buffer m_buffer;
    std::ptrdiff_t m_fields = 0;
    bool m_served = false; // a head has come on this connection before
    bool m_isTransfer = false;
    qint64 m_paced = 0;
};

//! Serves a connection over TLS; in httptls.cpp.
awaitable<void> serveTls(tcp::socket socket, std::shared_ptr<Shared> shared,
                         std::shared_ptr<Ticket> ticket, asio::ssl::context &context);

//! A context for the certificate, or nothing when it cannot be used; in httptls.cpp.
std::unique_ptr<asio::ssl::context> tlsContext(const QByteArray &certificatePem,
                                               const QByteArray &keyPem);

} // namespace passel::httpdetail
