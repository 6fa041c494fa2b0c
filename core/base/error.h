// What went wrong, where, and what to do now: the one error type of Passel.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace passel {

//! \brief What a caller may branch on; the text for the person is Error::message().
enum class ErrorKind {
    Cancelled,  //!< not an error to a person: somebody chose to stop
    NotFound,   //!< file, share, column, key
    Permission, //!< not allowed, by the system or by a server
    Input,      //!< malformed or unsupported data, a bad parameter
    Limit,      //!< a documented limit would be passed
    Io,         //!< disk, pipe
    Network,    //!< unreachable, timed out, cut
    Server,     //!< a server answered with a refusal or with nonsense
    Conflict,   //!< somebody else was first
    Keychain,   //!< no secret service, or a locked one
    Internal,   //!< a broken promise of our own
};

//! \brief Where in the input something is. Absent members are unknown or do not apply.
struct Place
{
    QString source;               //!< file name or key, for display only
    std::optional<qint64> line;   //!< counted from 1
    std::optional<qint64> column; //!< counted from 1, in characters
    std::optional<qint64> byte;   //!< offset from 0
    std::optional<qint64> row;    //!< table row, counted from 0
    QString field;                //!< column name

    bool operator==(const Place &) const = default;
};

//! \brief A value that says what, where and what to do.
//!
//! \a code is a stable slug such as `unterminated-quote` (SEC-03) or `share-not-found`: part of the
//! command line's output and of tests, never shown first to a person. \a message is a whole,
//! translated sentence without markup. Neither may hold a secret or a signed URL.
class Error
{
public:
    Error() = default;

    Error(ErrorKind kind, QByteArray code, QString message)
        : m_kind(kind)
        , m_code(std::move(code))
        , m_message(std::move(message))
    {}

    //! \brief The outcome of work that was asked to stop.
    [[nodiscard]] static Error cancelled();

    [[nodiscard]] Error at(Place place) &&
    {
        m_place = std::move(place);
        return std::move(*this);
    }

    //! \brief Technical text for a log or a "details" fold, for example errno's words.
    [[nodiscard]] Error withDetail(QString detail) &&
    {
        m_detail = std::move(detail);
        return std::move(*this);
    }

    [[nodiscard]] ErrorKind kind() const noexcept { return m_kind; }

    [[nodiscard]] bool isCancelled() const noexcept { return m_kind == ErrorKind::Cancelled; }

    [[nodiscard]] const QByteArray &code() const noexcept { return m_code; }

    [[nodiscard]] const QString &message() const noexcept { return m_message; }

    [[nodiscard]] const QString &detail() const noexcept { return m_detail; }

    [[nodiscard]] const Place &place() const noexcept { return m_place; }

    bool operator==(const Error &) const = default;

private:
    ErrorKind m_kind = ErrorKind::Internal;
    QByteArray m_code = QByteArrayLiteral("internal");
    QString m_message;
    QString m_detail;
    Place m_place;
};

} // namespace passel
