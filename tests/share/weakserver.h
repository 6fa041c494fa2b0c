// A TLS server that shows any key, however weak: Qt's own refuses to start with such a one.
#pragma once

#include "tests/share/testcertificate.h"

#include <QByteArray>
#include <QUrl>

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <mutex>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace passel::test {

//! \brief Shakes hands on a thread of its own and keeps what it is sent; it never answers. Goes
//! after its clients.
class WeakServer final
{
public:
    WeakServer(X509 *certificate, EVP_PKEY *key)
        : m_context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free)
        , m_listener(::socket(AF_INET, SOCK_STREAM, 0))
    {
        SSL_CTX_set_security_level(m_context.get(), 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (SSL_CTX_use_certificate(m_context.get(), certificate) != 1
            || SSL_CTX_use_PrivateKey(m_context.get(), key) != 1
            || ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0
            || ::listen(m_listener, 8) != 0
            || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            qFatal("cannot serve");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }

    ~WeakServer()
    {
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
    }

    Q_DISABLE_COPY_MOVE(WeakServer)

    [[nodiscard]] QUrl origin() const
    {
        return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port));
    }

    //! \brief Handshakes that were begun, whether or not they came to an end.
    [[nodiscard]] int handshakes() const { return m_handshakes.load(); }

    [[nodiscard]] QByteArray received() const
    {
        const std::lock_guard lock(m_mutex);
        return m_received;
    }

private:
    void serve()
    {
        for (;;) {
            const int descriptor = ::accept(m_listener, nullptr, nullptr);
            if (descriptor < 0)
                return;
            SSL *const tls = SSL_new(m_context.get());
            SSL_set_fd(tls, descriptor);
            ++m_handshakes;
            if (SSL_accept(tls) == 1) {
                std::array<char, 4096> bytes;
                for (int got = 0; (got = SSL_read(tls, bytes.data(), int(bytes.size()))) > 0;) {
                    const std::lock_guard lock(m_mutex);
                    m_received.append(bytes.data(), got);
                }
            }
            SSL_free(tls);
            ::close(descriptor);
        }
    }

    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> m_context;
    int m_listener;
    quint16 m_port = 0;
    std::atomic<int> m_handshakes{0};
    mutable std::mutex m_mutex;
    QByteArray m_received;
    std::thread m_thread;
};

} // namespace passel::test
