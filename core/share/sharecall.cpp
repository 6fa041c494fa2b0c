#include "core/share/sharecall.h"

#include "core/base/log.h"
#include "core/share/sharefailure.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

// The longest true answer is the state of a push of 16,384 parts, 67 bytes each.
constexpr qint64 AnswerLimit = 4LL * 1024 * 1024;
constexpr qint64 RequestLifeMs = 300'000;

bool isJson(QByteArrayView type, QByteArrayView wanted)
{
    const qsizetype end = type.indexOf(';');
    return (end < 0 ? type : type.first(end)).trimmed().compare(wanted, Qt::CaseInsensitive) == 0;
}

} // namespace

ShareCall::ShareCall(const Surroundings &surroundings, ShareAsk ask, Secret token, Backoff backoff,
                     QObject *scope, Done done, QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
    , m_ask(std::move(ask))
    , m_token(std::move(token))
    , m_backoff(backoff)
    , m_scope(scope)
    , m_done(std::move(done))
{
    if (m_ask.isKeyed)
        m_key = randomBytes(16).toHex();
    connect(scope, &QObject::destroyed, this, &QObject::deleteLater);
}

void ShareCall::send()
{
    HttpAsk ask;
    ask.verb = m_ask.verb;
    ask.answerLimit = AnswerLimit;
    ask.addHeader("Accept", "application/json, application/problem+json");
    if (m_ask.body) {
        ask.body = protocol::toBytes(*m_ask.body);
        ask.addHeader("Content-Type", "application/json");
    }
    if (!m_ask.isOpen) {
        const qint64 now = m_surroundings.nowMs();
        ask.addHeader(protocol::HeaderClient, m_surroundings.clientHeader);
        ask.addHeader(protocol::HeaderRequestTime, protocol::timeToText(now).toLatin1());
        ask.addHeader(protocol::HeaderRequestExpires,
                      protocol::timeToText(now + RequestLifeMs).toLatin1());
        if (m_ask.code)
            ask.addHeader(protocol::HeaderCode, m_ask.code->symbols());
        else
            ask.addHeader("Authorization", "Bearer " + m_token.view().toByteArray());
    }
    if (!m_key.isEmpty())
        ask.addHeader(protocol::HeaderIdempotencyKey, m_key);
    if (!m_ask.ifMatch.isEmpty())
        ask.addHeader("If-Match", m_ask.ifMatch);
    if (!m_ask.ifNoneMatch.isEmpty())
        ask.addHeader("If-None-Match", m_ask.ifNoneMatch);
    m_surroundings.transport->sendToApi(
        std::move(ask), m_ask.path, this,
        [this](Result<HttpAnswer> answer) { take(std::move(answer)); });
}

void ShareCall::take(Result<HttpAnswer> answer)
{
    const FailureSubject subject{m_surroundings.server, m_ask.share};
    if (!answer) {
        if (isPassingFailure(answer.error()))
            again(answer.error(), {});
        else
            end(std::move(answer).error());
        return;
    }
    emit answered();
    const auto nonsense = [&](const QString &detail) {
        return m_ask.isOpen ? wrongServerFailure(subject, detail)
                            : nonsenseFailure(subject, detail);
    };
    const QString status = QString::number(answer->status);
    const bool isProblem = answer->status >= 400;
    if (!isJson(answer->contentType, isProblem ? "application/problem+json" : "application/json")) {
        // What stands before a server, a proxy mostly, has answers of its own while it is away.
        const Error error = nonsense(status + u", not JSON"_s);
        if (answer->status == 502 || answer->status == 503 || answer->status == 504)
            again(Error(ErrorKind::Server, QByteArrayLiteral("busy"), error.message()), {});
        else
            end(error);
        return;
    }
    Result<QJsonObject> json = protocol::parseObject(answer->body, AnswerLimit);
    if (!json) {
        end(nonsense(status + u' ' + json.error().message()));
        return;
    }
    if (!isProblem) {
        end(ShareReply{answer->status, *std::move(json), {}});
        return;
    }
    Result<protocol::Problem> problem = protocol::Problem::fromJson(*json);
    if (!problem) {
        end(nonsense(status + u' ' + problem.error().message()));
        return;
    }
    if (problem->slug == "clock-skew" && problem->serverTimeMs && !m_isTimeLearnt) {
        m_isTimeLearnt = true;
        m_surroundings.learnServerTime(*problem->serverTimeMs);
        send();
        return;
    }
    const Error error = failureOf(*problem, subject);
    if (isPassingFailure(error))
        again(error, problem->retryAfter);
    else
        end(ShareReply{answer->status, {}, *std::move(problem)});
}

void ShareCall::again(const Error &error, std::optional<qint64> askedSeconds)
{
    const std::optional<qint64> pause = m_backoff.next(askedSeconds);
    if (!pause) {
        end(error);
        return;
    }
    qCDebug(logShare) << "call repeated after" << *pause << "ms:" << error.code();
    emit waiting();
    QTimer::singleShot(*pause, this, &ShareCall::send);
}

void ShareCall::end(Result<ShareReply> reply)
{
    deleteLater();
    if (m_scope)
        m_done(std::move(reply));
}

} // namespace passel
