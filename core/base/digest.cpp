#include "core/base/digest.h"

#include <cstring>
#include <openssl/evp.h>
#include <sodium.h>

namespace passel {

namespace {

// libsodium wants one call of sodium_init() before anything else; it is safe from any thread.
void ensureSodium()
{
    static const int initialised = sodium_init();
    Q_UNUSED(initialised)
}

const unsigned char *asBytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

} // namespace

std::optional<Digest> Digest::fromHex(QByteArrayView hex)
{
    if (hex.size() != 2 * Size)
        return std::nullopt;
    Digest digest;
    for (qsizetype i = 0; i < Size; ++i) {
        const int high = hexValue(hex[2 * i]);
        const int low = hexValue(hex[2 * i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        digest.m_bytes[static_cast<size_t>(i)] = static_cast<unsigned char>(high * 16 + low);
    }
    return digest;
}

QByteArray Digest::toHex() const
{
    return QByteArray(reinterpret_cast<const char *>(m_bytes.data()), Size).toHex();
}

struct Sha256::Context
{
    EVP_MD_CTX *evp = EVP_MD_CTX_new();

    Context() { EVP_DigestInit_ex(evp, EVP_sha256(), nullptr); }

    ~Context() { EVP_MD_CTX_free(evp); }

    Q_DISABLE_COPY_MOVE(Context)
};

Sha256::Sha256()
    : m_context(std::make_unique<Context>())
{}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context->evp, bytes.data(), static_cast<size_t>(bytes.size()));
}

Digest Sha256::finish()
{
    std::array<unsigned char, 32> out{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_context->evp, out.data(), &size);
    return Digest(out);
}

Digest sha256(QByteArrayView bytes)
{
    Sha256 hasher;
    hasher.add(bytes);
    return hasher.finish();
}

QByteArray blake2b(QByteArrayView bytes, qsizetype size)
{
    Q_ASSERT(size >= 16 && size <= 64);
    ensureSodium();
    QByteArray out(size, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(out.data()), static_cast<size_t>(size),
                       asBytes(bytes), static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    return out;
}

QByteArray randomBytes(qsizetype size)
{
    ensureSodium();
    QByteArray out(size, '\0');
    randombytes_buf(out.data(), static_cast<size_t>(size));
    return out;
}

bool equalConstantTime(QByteArrayView a, QByteArrayView b)
{
    ensureSodium();
    return a.size() == b.size()
           && sodium_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0;
}

size_t qHash(const Digest &digest, size_t seed) noexcept
{
    size_t head = 0;
    std::memcpy(&head, digest.bytes().data(), sizeof head);
    return head ^ seed;
}

} // namespace passel
