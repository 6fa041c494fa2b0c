#include "core/share/protocol.h"

#include "core/share/protocolfields.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <string_view>
#include <zlib.h>

namespace passel::protocol {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::protocol)
};

constexpr auto TokenPrefix = "psl_pat_";
constexpr qsizetype TokenPrefixSize = 8;
constexpr qsizetype TokenRandomSize = 32;
constexpr qsizetype TokenCheckSize = 6;
constexpr std::string_view Base62 =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

Error invalidBody(const QString &message, const QString &detail)
{
    return Error(ErrorKind::Input, QByteArrayLiteral("body-invalid"), message).withDetail(detail);
}

} // namespace

Error invalidField(QLatin1StringView field)
{
    if (field.isEmpty())
        return invalidBody(Text::tr("The message has a field that is not known here."),
                           u"a field is unknown"_s);
    //: %1 is the name of a field in a message between programs
    return invalidBody(
        Text::tr("The field “%1” of the message is missing or not valid.").arg(field),
        u"a field is missing or not valid: "_s + field);
}

QString accessToText(Access access)
{
    switch (access) {
    case Access::Owner:
        return u"owner"_s;
    case Access::People:
        return u"people"_s;
    case Access::Code:
        return u"code"_s;
    }
    return {};
}

std::optional<Access> accessFromText(QStringView text)
{
    for (const Access access : {Access::Owner, Access::People, Access::Code}) {
        if (accessToText(access) == text)
            return access;
    }
    return {};
}

QString pathServer()
{
    return u"/v1/server"_s;
}

QString pathShares()
{
    return u"/v1/shares"_s;
}

QString pathShare(QStringView name)
{
    return u"/v1/shares/"_s + name;
}

QString pathPushes(QStringView name)
{
    return pathShare(name) + "/pushes"_L1;
}

QString pathPush(QStringView pushId)
{
    return u"/v1/pushes/"_s + pushId;
}

QString pathPushParts(QStringView pushId)
{
    return pathPush(pushId) + "/parts"_L1;
}

QString pathPushComplete(QStringView pushId)
{
    return pathPush(pushId) + "/complete"_L1;
}

QString pathPull(QStringView name)
{
    return pathShare(name) + "/pull"_L1;
}

QString pathPullUrls(QStringView pullId)
{
    return u"/v1/pulls/"_s + pullId + "/urls"_L1;
}

QString pathVersions(QStringView name)
{
    return pathShare(name) + "/versions"_L1;
}

QString pathRestore(QStringView name, const Digest &version)
{
    return pathVersions(name) + u'/' + QString::fromLatin1(version.toHex()) + "/restore"_L1;
}

QString pathTokens()
{
    return u"/v1/tokens"_s;
}

QString pathToken(QStringView tokenId)
{
    return u"/v1/tokens/"_s + tokenId;
}

QString timeToText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'");
}

std::optional<qint64> timeFromText(QStringView text)
{
    // Digits where they belong, so that QDateTime's leniency never shows.
    constexpr QStringView Pattern = u"dddd-dd-ddTdd:dd:dd";
    if (text.size() < Pattern.size() + 1 || text.size() > Pattern.size() + 11
        || text.back() != u'Z')
        return {};
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    for (qsizetype i = 0; i < Pattern.size(); ++i) {
        if (Pattern[i] == u'd' ? !isDigit(text[i]) : Pattern[i] != text[i])
            return {};
    }
    qint64 fraction = 0;
    QStringView rest = text.mid(Pattern.size());
    rest.chop(1);
    if (!rest.isEmpty()) {
        if (rest.size() < 2 || rest.front() != u'.'
            || !std::all_of(rest.begin() + 1, rest.end(), isDigit))
            return {};
        for (qsizetype i = 1; i <= 3; ++i)
            fraction = fraction * 10 + (i < rest.size() ? rest[i].unicode() - u'0' : 0);
    }
    const QDate date(text.mid(0, 4).toInt(), text.mid(5, 2).toInt(), text.mid(8, 2).toInt());
    const QTime time(text.mid(11, 2).toInt(), text.mid(14, 2).toInt(), text.mid(17, 2).toInt());
    if (!date.isValid() || !time.isValid())
        return {};
    return QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() + fraction;
}

namespace {

// Behind the quotation mark that ends the text which begins at \a begin.
qsizetype endOfText(const QByteArray &bytes, qsizetype begin)
{
    qsizetype i = begin + 1;
    while (i < bytes.size() && bytes[i] != '"')
        i += bytes[i] == '\\' ? 2 : 1;
    return std::min(i + 1, bytes.size());
}

bool isName(const QByteArray &bytes, qsizetype end)
{
    while (end < bytes.size()
           && (bytes[end] == ' ' || bytes[end] == '\t' || bytes[end] == '\n' || bytes[end] == '\r'))
        ++end;
    return end < bytes.size() && bytes[end] == ':';
}

// However it is escaped.
QByteArray plainName(const QByteArray &text)
{
    if (!text.contains('\\'))
        return text.mid(1, text.size() - 2);
    return QJsonDocument::fromJson('[' + text + ']').array().first().toString().toUtf8();
}

} // namespace

Result<QJsonObject> parseObject(const QByteArray &bytes, qint64 limit, int depth)
{
    if (bytes.size() > limit)
        return invalidBody(Text::tr("The message is larger than is allowed."), u"too large"_s);
    QList<QSet<QByteArray>> open; // names seen so far, by level
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '"') {
            const qsizetype end = endOfText(bytes, i);
            // Two parsers take different ones of two equal names, so there must be only one.
            if (!open.isEmpty() && isName(bytes, end)) {
                const QByteArray name = plainName(bytes.mid(i, end - i));
                if (open.last().contains(name))
                    return invalidBody(Text::tr("The message has a name twice."),
                                       u"a name stands twice"_s);
                open.last().insert(name);
            }
            i = end - 1;
        } else if (c == '{' || c == '[') {
            if (open.size() >= depth)
                return invalidBody(Text::tr("The message is nested too deeply."), u"too deep"_s);
            open.append(QSet<QByteArray>());
        } else if ((c == '}' || c == ']') && !open.isEmpty()) {
            open.removeLast();
        }
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return invalidBody(Text::tr("The message is not a JSON object."), u"not a JSON object"_s);
    return document.object();
}

QByteArray toBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray ClientName::toHeader() const
{
    return name + '/' + QByteArray::number(major) + '.' + QByteArray::number(minor) + '.'
           + QByteArray::number(patch) + " (" + system + ')';
}

std::optional<ClientName> ClientName::parse(QByteArrayView header)
{
    const QByteArray text = header.toByteArray();
    const qsizetype slash = text.indexOf('/');
    const qsizetype open = text.indexOf(" (");
    if (slash < 1 || slash > 32 || open < slash || !text.endsWith(')'))
        return {};
    ClientName client;
    client.name = text.left(slash);
    for (qsizetype i = 0; i < slash; ++i) {
        const char c = text[i];
        const bool letter = c >= 'a' && c <= 'z';
        if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '-')))
            return {};
    }
    const QList<QByteArray> numbers = text.mid(slash + 1, open - slash - 1).split('.');
    if (numbers.size() != 3)
        return {};
    const std::array targets{&client.major, &client.minor, &client.patch};
    for (size_t i = 0; i < targets.size(); ++i) {
        const QByteArray &number = numbers[qsizetype(i)];
        if (number.isEmpty() || number.size() > 4
            || !std::all_of(number.begin(), number.end(),
                            [](char c) { return c >= '0' && c <= '9'; }))
            return {};
        *targets[i] = number.toInt();
    }
    client.system = text.mid(open + 2, text.size() - open - 3);
    if (client.system.isEmpty() || client.system.size() > 64
        || !std::all_of(client.system.begin(), client.system.end(),
                        [](char c) { return c >= 0x20 && c < 0x7f && c != '(' && c != ')'; }))
        return {};
    return client;
}

bool ClientName::isAtLeast(const ClientName &other) const
{
    return std::tie(major, minor, patch) >= std::tie(other.major, other.minor, other.patch);
}

namespace {

QByteArray tokenCheck(const QByteArray &body)
{
    // Unsigned 32 bits fit into six digits of base 62.
    auto value = static_cast<quint32>(::crc32(0, reinterpret_cast<const Bytef *>(body.constData()),
                                              static_cast<uInt>(body.size())));
    QByteArray check(TokenCheckSize, '0');
    for (qsizetype i = TokenCheckSize - 1; i >= 0; --i) {
        check[i] = Base62[value % 62];
        value /= 62;
    }
    return check;
}

} // namespace

AccessToken AccessToken::generate()
{
    QByteArray body(TokenPrefix);
    while (body.size() < TokenPrefixSize + TokenRandomSize) {
        // 248 is the largest multiple of 62 a byte can hold: each character is as likely.
        const QByteArray random = randomBytes(TokenRandomSize);
        for (const char byte : random) {
            const auto value = static_cast<unsigned char>(byte);
            if (value < 248 && body.size() < TokenPrefixSize + TokenRandomSize)
                body += Base62[value % 62];
        }
    }
    return AccessToken(body + tokenCheck(body));
}

Result<AccessToken> AccessToken::parse(QByteArrayView text)
{
    // Blanks around it come with pasting; more than that is another thing.
    const QByteArray trimmed = text.size() > 1024 ? QByteArray() : text.toByteArray().trimmed();
    const QByteArray body = trimmed.left(TokenPrefixSize + TokenRandomSize);
    const bool shaped =
        trimmed.startsWith(TokenPrefix)
        && trimmed.size() == TokenPrefixSize + TokenRandomSize + TokenCheckSize
        && std::all_of(trimmed.begin() + TokenPrefixSize, trimmed.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
           });
    if (!shaped || tokenCheck(body) != trimmed.right(TokenCheckSize)) {
        return Error(ErrorKind::Input, QByteArrayLiteral("token-invalid"),
                     Text::tr("This is not a whole access token. Copy all of it again; it begins "
                              "with psl_pat_."));
    }
    return AccessToken(trimmed);
}

QByteArray AccessToken::hash() const
{
    return blake2b(m_text);
}

} // namespace passel::protocol
