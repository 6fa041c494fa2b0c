// What a person copies to share an array: names that catch typing mistakes, codes that grant
// access.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDebug>
#include <QString>
#include <QUrl>

#include <optional>

namespace passel {

//! \brief The longest share name, in characters.
inline constexpr qsizetype ShareNameLimit = 63;

//! \brief True for `[a-z0-9][a-z0-9_-]{0,61}[a-z0-9]`: two to 63 characters.
[[nodiscard]] bool isShareName(QStringView name);

//! \brief A new name of the kind `names/1`, such as `river-tango-58-cobalt-mb`: three words, a
//! number and two check symbols, from the system's CSPRNG. Never a secret: a name gives no access.
[[nodiscard]] QString proposeShareName();

//! \brief What the check symbols of a name say.
struct NameCheck
{
    enum Kind {
        Invalid,  //!< not a name at all
        Typed,    //!< a name somebody made up: nothing to check
        Proposed, //!< of the kind names/1, and its check holds
        Mistyped, //!< of the kind names/1, but its check fails
    };

    Kind kind = Invalid;
    QString
        suggestion; //!< for Mistyped: the nearest name that checks; empty when several are as near

    bool operator==(const NameCheck &) const = default;
};

//! \brief Checks \a name offline. Costs no attempt on any server.
[[nodiscard]] NameCheck checkShareName(QStringView name);

//! \brief What lets anyone who knows it pull a share (SEC-21): 17 random and 3 check symbols of
//! Crockford's base 32, 85 bits. A secret: it cannot be printed by accident, and belongs in no log.
class ShareCode
{
public:
    //! \brief A new code from the system's CSPRNG.
    [[nodiscard]] static ShareCode generate();

    //! \brief Folds case, I and L to 1, O to 0, drops blanks and hyphens, checks the check symbols.
    //! Codes: `code-invalid` (not 20 symbols of the alphabet), `code-mistyped` (the check fails),
    //! `sealed-unsupported` (30 symbols: the secret of a sealed share).
    [[nodiscard]] static Result<ShareCode> parse(QStringView text);

    //! \brief The 20 symbols as sent in the Passel-Code header: upper case, no hyphens.
    [[nodiscard]] const QByteArray &symbols() const noexcept { return m_symbols; }

    //! \brief The symbols as a person reads them: `XXXXX-XXXXX-XXXXX-XXXXX`.
    [[nodiscard]] QString shown() const;

    //! \brief What the server keeps: BLAKE2b-256 of `NAME.SYMBOLS` as 64 hexadecimal digits, so
    //! that a code opens the one name it was drawn for.
    [[nodiscard]] QByteArray verifier(QStringView name) const;

    bool operator==(const ShareCode &) const = default;

private:
    explicit ShareCode(QByteArray symbols)
        : m_symbols(std::move(symbols))
    {}

    QByteArray m_symbols;
};

QDebug operator<<(QDebug, const ShareCode &) = delete;

//! \brief Where a share is and what opens it, as read from what a person pasted.
struct ShareAddress
{
    QUrl server;                   //!< origin such as `https://host:8443`; empty: the server in use
    QString name;                  //!< always a valid name
    std::optional<ShareCode> code; //!< absent for shares that need a token
    //! \brief May be offered unasked (a banner for the clipboard): its check symbols hold, or it is
    //! a passel: link. A plain typed name never is; a https link without checks is only when the
    //! caller knows its host.
    bool isUnmistakable = false;

    //! \brief One string to copy: `name` or `name.XXXXX-XXXXX-XXXXX-XXXXX`, without the server.
    [[nodiscard]] QString key() const;
    //! \brief `https://HOST/s/NAME#CODE`; \a origin, when given, stands for the server: what
    //! others call it may be another name than ours.
    [[nodiscard]] QString link(const QUrl &origin = {}) const;
    //! \brief `passel://HOST/s/NAME#CODE`.
    [[nodiscard]] QString passelLink(const QUrl &origin = {}) const;

    bool operator==(const ShareAddress &) const = default;
};

//! \brief Reads a name, `name.code`, `https://HOST/s/NAME#CODE` or `passel://HOST/s/NAME#CODE`,
//! with blanks around it, in any case. `%23` for `#`, which mail gateways write, is repaired.
//! passel: means https, but http for a loopback host; http: is taken for loopback hosts only.
//!
//! Codes: `key-invalid` (neither name nor link), `key-mistyped` (the message proposes the nearest
//! name), and those of ShareCode::parse. Nothing is sent anywhere. No message repeats a code.
[[nodiscard]] Result<ShareAddress> parseShareAddress(QStringView text);

//! \brief True when \a url's host is this computer by its literal name: localhost, 127.0.0.0/8,
//! ::1.
[[nodiscard]] bool isLoopbackHost(const QString &host);

namespace detail {

//! \brief CRC-10 (polynomial 0x233, initial value 0) of the bytes of a names/1 name before its
//! check.
[[nodiscard]] quint32 nameCheck(QByteArrayView text);
//! \brief CRC-15 (polynomial 0x4599, initial value 0x7FFF) over five bits of each symbol value.
[[nodiscard]] quint32 codeCheck(const QByteArray &values);
//! \brief Insertions, deletions, changes and swaps of neighbours between \a a and \a b.
[[nodiscard]] int editDistance(QByteArrayView a, QByteArrayView b);
//! \brief The frozen words of names/1; index 0…1023.
[[nodiscard]] QByteArrayView nameWord(int index);

} // namespace detail

} // namespace passel
