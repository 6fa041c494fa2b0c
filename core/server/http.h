// Requests and answers as values, and the seam between the network and what answers it.
#pragma once

#include "core/base/filesystem.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>
#include <variant>

namespace passel {

struct HttpHeader
{
    QByteArray name; //!< lower case
    QByteArray value;

    bool operator==(const HttpHeader &) const = default;
};

//! \brief A request whose framing has been found strictly valid.
struct HttpRequest
{
    QByteArray method;
    QByteArray path;           //!< begins with `/`; never encoded
    QByteArray query;          //!< without `?`; null when there is none
    QList<HttpHeader> headers; //!< each name once
    qint64 contentLength = -1; //!< -1: none given
    bool isChunked = false;
    bool keepAlive = true;
    bool expectsContinue = false;
    QByteArray peer; //!< address of the other end, as text; see clientAddress()
    QByteArray body;

    //! \brief The value of the header \a name (lower case), or nothing.
    [[nodiscard]] std::optional<QByteArray> header(QByteArrayView name) const;

    [[nodiscard]] bool hasBody() const noexcept { return isChunked || contentLength > 0; }
};

struct HttpResponse
{
    int status = 200;
    QList<HttpHeader> headers; //!< without Content-Length, Connection and Date
    QByteArray body;
    std::shared_ptr<File> file; //!< instead of body: \a length bytes of it from \a offset
    qint64 offset = 0;
    qint64 length = 0;
    bool close = false;   //!< end the connection after it
    QByteArray requestId; //!< what the body calls this request, for the log; empty: nothing

    [[nodiscard]] std::optional<QByteArray> header(QByteArrayView name) const;
};

//! \brief Takes the bytes of a body as they come, so that none is ever held whole. Calls come one
//! after the other, on worker threads. Destroyed without finish(), it leaves nothing behind.
class HttpUpload
{
public:
    virtual ~HttpUpload() = default;
    //! \brief The next bytes; a response ends the upload at once.
    [[nodiscard]] virtual std::optional<HttpResponse> write(QByteArrayView bytes) = 0;
    //! \brief All bytes came.
    [[nodiscard]] virtual HttpResponse finish() = 0;

protected:
    HttpUpload() = default;
    Q_DISABLE_COPY_MOVE(HttpUpload)
};

//! \brief The body is to be collected, up to a limit, and then given to HttpHandler::handle().
struct CollectBody
{
    qint64 limit = 0;
};

//! \brief What to do with a request once its head is known.
using HttpPlan = std::variant<HttpResponse, CollectBody, std::unique_ptr<HttpUpload>>;

//! \brief Answers requests. Called from worker threads, several at once.
class HttpHandler
{
public:
    virtual ~HttpHandler() = default;

    //! \brief Decides from the head alone. May wait for disk and database.
    [[nodiscard]] virtual HttpPlan begin(const HttpRequest &request) = 0;
    //! \brief Answers a request whose body was collected.
    [[nodiscard]] virtual HttpResponse handle(const HttpRequest &request) = 0;
    //! \brief The answer to something refused before it became a request, by its slug. Never waits.
    [[nodiscard]] virtual HttpResponse refuse(QByteArrayView slug) = 0;

protected:
    HttpHandler() = default;
    Q_DISABLE_COPY_MOVE(HttpHandler)
};

} // namespace passel
