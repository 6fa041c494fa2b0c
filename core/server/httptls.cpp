// The TLS half of the HTTP server, apart because it compiles slowly.
#include "core/server/httpsession.ipp"

namespace passel::httpdetail {

awaitable<void> serveTls(tcp::socket socket, std::shared_ptr<Shared> shared,
                         std::shared_ptr<Ticket> ticket, asio::ssl::context &context)
{
    if (ticket->refusal() != nullptr)
        co_return; // no hand-shake for one too many
    beast::ssl_stream<beast::tcp_stream> stream(beast::tcp_stream(std::move(socket)), context);
    error_code error;
    // Beast's own time-out will do here: nobody could read an answer yet.
    beast::get_lowest_layer(stream).expires_after(shared->options.headerTime);
    co_await stream.async_handshake(asio::ssl::stream_base::server,
                                    asio::redirect_error(asio::use_awaitable, error));
    beast::get_lowest_layer(stream).expires_never();
    if (error)
        co_return;
    Session<beast::ssl_stream<beast::tcp_stream>> session(std::move(stream), std::move(shared),
                                                          std::move(ticket));
    co_await session.run();
}

std::unique_ptr<asio::ssl::context> tlsContext(const QByteArray &certificatePem,
                                               const QByteArray &keyPem)
{
    auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    error_code error;
    context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2
                             | asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1
                             | asio::ssl::context::no_tlsv1_1,
                         error);
    if (error)
        return {};
    context->use_certificate_chain(
        asio::buffer(certificatePem.constData(), static_cast<size_t>(certificatePem.size())),
        error);
    if (error)
        return {};
    context->use_private_key(asio::buffer(keyPem.constData(), static_cast<size_t>(keyPem.size())),
                             asio::ssl::context::pem, error);
    if (error || ::SSL_CTX_check_private_key(context->native_handle()) != 1)
        return {};
    return context;
}

} // namespace passel::httpdetail
