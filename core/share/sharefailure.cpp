#include "core/share/sharefailure.h"

#include "core/base/log.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::ShareFailure)
};

constexpr qsizetype QuoteLimit = 200;

struct Sentence
{
    ErrorKind kind;
    const char *text; // %1 the server, %2 the share
};

const QHash<QByteArray, Sentence> &sentences()
{
    using enum ErrorKind;
    static const QHash<QByteArray, Sentence> table{
        {"token-missing",
         {Permission, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                        "You are not signed in to %1. Paste the invitation that "
                                        "whoever runs it gave you.")}},
        {"token-invalid",
         {Permission, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                        "%1 does not know your token. Sign in again with a new "
                                        "invitation.")}},
        {"token-expired",
         {Permission, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                        "Your token for %1 has expired. Sign in again with a new "
                                        "invitation.")}},
        {"token-revoked",
         {Permission, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                        "Your token for %1 was revoked. Sign in again with a new "
                                        "invitation.")}},
        {"scope-missing",
         {Permission, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                        "Your token for %1 does not allow this. Ask whoever runs "
                                        "the server for one that does.")}},
        {"client-too-old",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "%1 needs a newer version of Passel. Update Passel and try "
                                    "again.")}},
        {"clock-skew",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "The clock of this computer and the one of %1 differ too much. "
                                    "Set the clock and try again.")}},
        {"share-not-found",
         {NotFound, QT_TRANSLATE_NOOP(
                        "passel::ShareFailure",
                        "There is no share %2 at %1 that you may pull: the key is mistyped, the "
                        "share has expired or was deleted, or it is not open to you. Ask who "
                        "sent you the key.")}},
        {"share-expired",
         {NotFound, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                      "The share %2 at %1 has expired. Push it again to renew "
                                      "it.")}},
        {"version-not-found",
         {NotFound, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                      "That version of %2 is not kept at %1 any more.")}},
        {"key-invalid",
         {Input, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                   "%1 does not take the key %2. A key has small letters, digits, "
                                   "- and _.")}},
        {"key-taken",
         {Conflict, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                      "The key %2 belongs to somebody else at %1. Choose another "
                                      "one.")}},
        {"version-conflict",
         {Conflict,
          QT_TRANSLATE_NOOP("passel::ShareFailure",
                            "The share %2 at %1 is not the version you started from: somebody "
                            "pushed another one or removed it. Pull it and look, or override "
                            "it.")}},
        {"too-large",
         {Limit, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                   "This is larger than %1 takes. Leave out columns or rows.")}},
        {"quota-exceeded",
         {Limit, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                   "Your space at %1 is used up. Delete shares that are not needed "
                                   "any more, or ask whoever runs the server for more.")}},
        {"storage-full",
         {Limit, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                   "%1 has no space left. Tell whoever runs the server.")}},
        {"too-many-requests",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "%1 asks to wait before trying again: there were too many "
                                    "attempts.")}},
        {"busy",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "%1 is busy at the moment. Try again in a minute.")}},
        {"internal",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "%1 has a fault at the moment. Try again later, or tell "
                                    "whoever runs the server.")}},
        {"storage-unavailable",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "%1 cannot reach its storage at the moment. Try again "
                                    "later.")}},
        {"audit-unavailable",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "%1 cannot record downloads at the moment, and gives none "
                                    "without that. Try again later.")}},
        {"push-not-found",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "%1 knows nothing of this push any more. Push again.")}},
        {"pull-not-found",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "%1 knows nothing of this pull any more. Pull again.")}},
        {"part-not-found",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "%1 lacks a part of %2. Ask who sent you the key to push it "
                                    "again.")}},
        {"upload-expired",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "The push took longer than a day, and %1 has dropped it. Push "
                                    "again.")}},
        {"parts-missing",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "Some parts have not arrived at %1. Push again.")}},
        {"url-expired",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "An address that %1 gave is too old. Try again.")}},
        {"digest-mismatch",
         {Server,
          QT_TRANSLATE_NOOP("passel::ShareFailure", "A part arrived damaged at %1. Push again.")}},
        {"size-mismatch",
         {Server,
          QT_TRANSLATE_NOOP("passel::ShareFailure", "A part arrived damaged at %1. Push again.")}},
        {"not-found",
         {Server, QT_TRANSLATE_NOOP("passel::ShareFailure",
                                    "At %1 there is no share server of Passel, or an older one. "
                                    "Check the address.")}},
    };
    return table;
}

bool isSlug(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 40
           && std::all_of(text.begin(), text.end(),
                          [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

QString quoted(const QString &text)
{
    return visibleText(text.left(QuoteLimit));
}

} // namespace

Error failureOf(const protocol::Problem &problem, const FailureSubject &subject)
{
    QString detail = u"%1 %2"_s.arg(problem.status).arg(quoted(problem.title));
    if (!problem.detail.isEmpty())
        detail += u": "_s + quoted(problem.detail);
    if (!problem.instance.isEmpty())
        detail += u" ["_s + quoted(problem.instance) + u']';
    const auto sentence = sentences().constFind(problem.slug);
    if (sentence == sentences().cend()) {
        return Error(ErrorKind::Server, isSlug(problem.slug) ? problem.slug : QByteArray("refused"),
                     Words::tr("%1 refused: %2").arg(subject.server, quoted(problem.title)))
            .withDetail(detail);
    }
    QString message = QCoreApplication::translate("passel::ShareFailure", sentence->text);
    if (message.contains("%2"_L1))
        message = message.arg(subject.server, subject.share);
    else
        message = message.arg(subject.server);
    if (problem.slug == "too-large" && problem.limit)
        message +=
            u' '
            + Words::tr("The limit is %1.").arg(QLocale().formattedDataSize(*problem.limit, 1));
    if (problem.slug == "too-many-requests" && problem.retryAfter)
        message +=
            u' ' + Words::tr("Wait %n second(s).", nullptr, static_cast<int>(*problem.retryAfter));
    return Error(sentence->kind, problem.slug, message).withDetail(detail);
}

bool isPassingFailure(const Error &error)
{
    static const QList<QByteArray> codes{
        "unreachable",       "timeout",          "cut", "busy", "internal", "storage-unavailable",
        "audit-unavailable", "too-many-requests"};
    return (error.kind() == ErrorKind::Network || error.kind() == ErrorKind::Server)
           && codes.contains(error.code());
}

Error nonsenseFailure(const FailureSubject &subject, const QString &detail)
{
    return Error(ErrorKind::Server, QByteArrayLiteral("nonsense"),
                 Words::tr("%1 answered something that Passel does not understand. Check the "
                           "address, or ask who runs the server.")
                     .arg(subject.server))
        .withDetail(detail);
}

Error wrongServerFailure(const FailureSubject &subject, const QString &detail)
{
    return Error(ErrorKind::Server, QByteArrayLiteral("wrong-server"),
                 Words::tr("At %1 there is no share server that this Passel understands. Check the "
                           "address.")
                     .arg(subject.server))
        .withDetail(detail);
}

Error signedOutFailure(const FailureSubject &subject)
{
    protocol::Problem problem;
    problem.slug = "token-missing";
    return {ErrorKind::Permission, problem.slug, failureOf(problem, subject).message()};
}

} // namespace passel
