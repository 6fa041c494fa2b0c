// Names of content: SHA-256 (OpenSSL EVP) for parts and manifests, BLAKE2b (libsodium) for the
// rest.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <compare>
#include <memory>
#include <optional>
#include <string>

namespace passel {

//! \brief 32 bytes that name content. A value; totally ordered; never a path by itself: only
//! toHex() ever becomes part of a file name.
class Digest
{
public:
    static constexpr qsizetype Size = 32;

    Digest() = default;

    explicit Digest(const std::array<unsigned char, 32> &bytes)
        : m_bytes(bytes)
    {}

    //! \brief From exactly 64 lower-case hexadecimal digits; anything else is nothing.
    [[nodiscard]] static std::optional<Digest> fromHex(QByteArrayView hex);

    //! \brief 64 lower-case hexadecimal digits.
    [[nodiscard]] QByteArray toHex() const;

    [[nodiscard]] const std::array<unsigned char, 32> &bytes() const noexcept { return m_bytes; }

    bool operator==(const Digest &) const = default;

    std::strong_ordering operator<=>(const Digest &other) const
    {
        return m_bytes <=> other.m_bytes;
    }

private:
    std::array<unsigned char, 32> m_bytes{};
};

//! \brief Incremental SHA-256. Not thread-safe; one object, one message.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;
    Q_DISABLE_COPY(Sha256)

    void add(QByteArrayView bytes);

    //! \brief Ends the message. The object may then only be destroyed.
    [[nodiscard]] Digest finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

//! \brief SHA-256 of \a bytes.
[[nodiscard]] Digest sha256(QByteArrayView bytes);

//! \brief BLAKE2b of \a bytes with \a size (16…64) bytes of output.
[[nodiscard]] QByteArray blake2b(QByteArrayView bytes, qsizetype size = 32);

//! \brief \a size bytes from the system's CSPRNG.
[[nodiscard]] QByteArray randomBytes(qsizetype size);

//! \brief Compares in time that depends on the sizes only.
[[nodiscard]] bool equalConstantTime(QByteArrayView a, QByteArrayView b);

size_t qHash(const Digest &digest, size_t seed = 0) noexcept;

} // namespace passel

template <>
struct std::hash<passel::Digest>
{
    size_t operator()(const passel::Digest &digest) const noexcept { return qHash(digest); }
};
