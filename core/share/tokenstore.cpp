#include "core/share/tokenstore.h"

#include "core/base/digest.h"
#include "core/share/sharekey.h"

#include <QTimer>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace passel {

struct Secret::Buffer
{
    explicit Buffer(QByteArrayView view)
        : bytes(view.toByteArray())
    {}

    ~Buffer() { wipe(bytes); }

    Q_DISABLE_COPY_MOVE(Buffer)

    QByteArray bytes;
};

Secret::Secret(QByteArrayView bytes)
    : m_buffer(std::make_shared<const Buffer>(bytes))
{}

QByteArrayView Secret::view() const noexcept
{
    return m_buffer ? QByteArrayView(m_buffer->bytes) : QByteArrayView();
}

bool Secret::operator==(const Secret &other) const noexcept
{
    return equalConstantTime(view(), other.view());
}

void Secret::wipe(QByteArray &bytes)
{
    // A shared buffer would be copied by data(): then the bytes are not ours alone to wipe.
    if (bytes.isDetached() && !bytes.isEmpty())
        sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

std::optional<QUrl> serverOrigin(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    if (!url.isValid() || host.isEmpty() || !url.userInfo().isEmpty())
        return {};
    if (scheme != "https"_L1 && !(scheme == "http"_L1 && isLoopbackHost(host)))
        return {};
    QUrl origin;
    origin.setScheme(scheme);
    origin.setHost(host, QUrl::StrictMode);
    if (url.port() > 0 && url.port() != (scheme == "https"_L1 ? 443 : 80))
        origin.setPort(url.port());
    if (!origin.isValid())
        return {};
    return origin;
}

namespace {

//! \brief Calls \a function from the event loop, unless \a context is gone by then.
void later(QObject *context, std::function<void()> function)
{
    QTimer::singleShot(0, context, std::move(function));
}

} // namespace

void MemoryTokenStore::read(const QUrl &origin, QObject *context, ReadDone done)
{
    later(context, [token = m_tokens.value(origin), done = std::move(done)] {
        done(token.isEmpty() ? std::optional<Secret>() : std::optional(token));
    });
}

void MemoryTokenStore::write(const QUrl &origin, const Secret &token, QObject *context,
                             WriteDone done)
{
    m_tokens.insert(origin, token);
    later(context, [done = std::move(done)] { done(Kept::SessionOnly); });
}

void MemoryTokenStore::remove(const QUrl &origin, QObject *context, RemoveDone done)
{
    m_tokens.remove(origin);
    later(context, [done = std::move(done)] { done({}); });
}

} // namespace passel
