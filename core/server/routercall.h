// What the files of ShareRouter share: a route, and one request on its way through the checks.
#pragma once

#include "core/server/problems.h"
#include "core/server/sharerouter.h"

namespace passel {

struct ShareRouter::Route
{
    const char *method;
    const char *path; //!< with {name} {id} {version} for segments
    int scope = 0;    //!< needed; 0: any token
    bool takesToken = true;
    bool takesCode = false;
    bool takesBody = false;
    bool isIdempotent = false;
    HttpResponse (ShareRouter::*answer)(Call &) = nullptr;
};

struct ShareRouter::Logged
{
    QByteArray requestId;
    QByteArray method;
    QByteArray path; //!< of the route, never of the request
    QByteArray token;
    QByteArray key;
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;
    int status = 0;
    qint64 startedMs = 0;
};

struct ShareRouter::Call
{
    explicit Call(const HttpRequest &asked)
        : request(asked)
    {}

    const HttpRequest &request;
    const Route *route = nullptr;
    QByteArray requestId;
    qint64 nowMs = 0;
    QByteArray address; //!< who asks, see clientAddress()
    QByteArray source;  //!< who counts as one guesser
    QByteArray name; //!< {name} as it stood in the path; valid only after visibleShare() or a check
    QByteArray id;   //!< {id}
    QByteArray version; //!< {version}
    std::optional<TokenRow> token;
    QByteArray tokenText; //!< seals the kept answer of an idempotent call
    std::optional<ShareCode> code;
    bool isCodeDamaged = false; //!< one was sent whose check letters do not fit
    protocol::ClientName client;

    //! \brief Id of the token, or `c` and a hash of the code: binds sessions to who opened them.
    [[nodiscard]] QByteArray identity() const
    {
        if (token)
            return token->id;
        return code ? QByteArray('c' + code->verifier(u"").left(16)) : QByteArray();
    }

    [[nodiscard]] qint64 userId() const { return token ? token->userId : 0; }
};

//! \brief True for the ids this server makes: 32 lower-case hexadecimal digits.
[[nodiscard]] inline bool isSessionId(const QByteArray &id)
{
    return id.size() == 32 && std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

[[nodiscard]] inline QByteArray newSessionId()
{
    return randomBytes(16).toHex();
}

[[nodiscard]] inline HttpResponse problemAnswer(QByteArrayView slug)
{
    return problemResponse(problem(slug));
}

[[nodiscard]] inline HttpResponse problemAnswer(QByteArrayView slug, qint64 limit)
{
    protocol::Problem p = problem(slug);
    p.limit = limit;
    return problemResponse(p);
}

//! \brief The refusal of a body, with the reason of \a error: its detail, which is English wherever
//! the server runs, and not its sentence.
[[nodiscard]] inline HttpResponse bodyInvalid(const Error &error)
{
    protocol::Problem p = problem("body-invalid");
    p.detail = error.detail();
    return problemResponse(p);
}

//! \brief Parses and checks a request's body into \a value, or gives the refusal.
template <typename T>
[[nodiscard]] std::optional<HttpResponse> readBody(const HttpRequest &request, T &value)
{
    const auto object = protocol::parseObject(request.body);
    if (!object)
        return bodyInvalid(object.error());
    auto parsed = T::fromJson(*object, protocol::Unknown::Refuse);
    if (!parsed)
        return bodyInvalid(parsed.error());
    value = *std::move(parsed);
    return {};
}

//! \brief For calls whose body says nothing: absent, or `{}`.
[[nodiscard]] inline std::optional<HttpResponse> readEmptyBody(const HttpRequest &request)
{
    if (request.body.isEmpty())
        return {};
    const auto object = protocol::parseObject(request.body);
    if (!object)
        return bodyInvalid(object.error());
    if (!object->isEmpty())
        return problemAnswer("body-invalid");
    return {};
}

} // namespace passel
