#include "core/share/sharekey.h"

#include "core/base/digest.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <climits>
#include <string_view>
#include <vector>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::ShareKey)
};

constexpr std::array<std::string_view, 1024> Words = {
#include "core/share/words1.inc"
};

constexpr std::string_view Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr qsizetype RandomSymbols = 17;
constexpr qsizetype CodeSymbols = 20;
constexpr qsizetype SealedSymbols = 30;
constexpr qsizetype LongestAddress = 2048;

// The value 0…31 of a symbol as people type it, or -1.
int symbolValue(char16_t c)
{
    if (c >= u'a' && c <= u'z')
        c = static_cast<char16_t>(c - u'a' + u'A');
    if (c == u'I' || c == u'L')
        c = u'1';
    if (c == u'O')
        c = u'0';
    if (c > 0x7f)
        return -1;
    const size_t at = Alphabet.find(static_cast<char>(c));
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

char symbol(quint32 value)
{
    return Alphabet[value & 31U];
}

quint32 crc(quint32 remainder, int width, quint32 polynomial, quint32 value, int bits)
{
    const quint32 mask = (1U << width) - 1U;
    for (int i = bits - 1; i >= 0; --i) {
        const bool top = ((remainder >> (width - 1)) & 1U) != 0;
        const bool bit = ((value >> i) & 1U) != 0;
        remainder = (remainder << 1) & mask;
        if (top != bit)
            remainder ^= polynomial;
    }
    return remainder;
}

QByteArray checkSymbols(const QByteArray &body)
{
    const quint32 check = detail::nameCheck(body);
    QByteArray symbols;
    symbols += symbol(check >> 5);
    symbols += symbol(check);
    return symbols.toLower();
}

bool isWord(QByteArrayView text)
{
    const std::string_view word(text.data(), static_cast<size_t>(text.size()));
    return std::binary_search(Words.begin(), Words.end(), word);
}

struct Candidate
{
    QByteArray text;
    int distance = 0;
};

std::vector<Candidate> nearWords(const QByteArray &typed)
{
    std::vector<Candidate> found;
    for (const std::string_view word : Words) {
        const QByteArray candidate(word.data(), static_cast<qsizetype>(word.size()));
        const int distance = detail::editDistance(typed, candidate);
        if (distance <= 2)
            found.push_back({candidate, distance});
    }
    return found;
}

std::vector<Candidate> nearNumbers(const QByteArray &typed)
{
    std::vector<Candidate> found;
    for (int i = 0; i < 100; ++i) {
        const QByteArray candidate = QByteArray::number(i).rightJustified(2, '0');
        const int distance = detail::editDistance(typed, candidate);
        if (distance <= 1)
            found.push_back({candidate, distance});
    }
    return found;
}

// The one name within two mistakes of the fields typed, or nothing when there are several or none.
QString nearestName(const QList<QByteArray> &fields)
{
    const auto first = nearWords(fields[0]);
    const auto second = nearWords(fields[1]);
    const auto third = nearWords(fields[3]);
    const auto numbers = nearNumbers(fields[2]);
    QByteArray best;
    int bestDistance = INT_MAX;
    bool unique = true;
    for (const Candidate &a : first) {
        for (const Candidate &b : second) {
            for (const Candidate &c : third) {
                for (const Candidate &n : numbers) {
                    int distance = a.distance + b.distance + c.distance + n.distance;
                    if (distance > 2)
                        continue;
                    const QByteArray body = a.text + '-' + b.text + '-' + n.text + '-' + c.text;
                    const QByteArray check = checkSymbols(body);
                    distance += detail::editDistance(fields[4], check);
                    if (distance > 2 || distance > bestDistance)
                        continue;
                    unique = distance < bestDistance;
                    bestDistance = distance;
                    best = body + '-' + check;
                }
            }
        }
    }
    return unique ? QString::fromLatin1(best) : QString();
}

bool allOf(const QByteArray &text, bool (*predicate)(char))
{
    return std::all_of(text.begin(), text.end(), predicate);
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

Error invalidKey()
{
    return {ErrorKind::Input, QByteArrayLiteral("key-invalid"),
            Text::tr("This is not a key. A key is a name such as river-tango-58-cobalt-mb, or a "
                     "link that contains one. Copy it again from the message you got.")};
}

Result<QString> checkedName(const QString &name, bool &checkHolds)
{
    const NameCheck check = checkShareName(name);
    switch (check.kind) {
    case NameCheck::Invalid:
        return invalidKey();
    case NameCheck::Mistyped:
        if (!check.suggestion.isEmpty()) {
            //: %1 and %2 are keys
            return Error(ErrorKind::Input, QByteArrayLiteral("key-mistyped"),
                         Text::tr("The key %1 has a typing mistake. Did you mean %2?")
                             .arg(name, check.suggestion));
        }
        return Error(
            ErrorKind::Input, QByteArrayLiteral("key-mistyped"),
            Text::tr("The key %1 has a typing mistake. Compare it with the message you got.")
                .arg(name));
    case NameCheck::Proposed:
        checkHolds = true;
        return name;
    case NameCheck::Typed:
        return name;
    }
    return invalidKey();
}

Result<ShareAddress> parseLink(const QString &text)
{
    // Some mail gateways write the # of a link as %23; nothing else in our links is ever encoded.
    QString repaired = text;
    repaired.replace("%23"_L1, "#"_L1);
    const QUrl url(repaired, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery())
        return invalidKey();
    const QString scheme = url.scheme();
    const bool loopback = isLoopbackHost(url.host());
    ShareAddress address;
    address.isUnmistakable = scheme == "passel"_L1;
    if (scheme == "http"_L1 && !loopback) {
        return Error(ErrorKind::Input, QByteArrayLiteral("link-insecure"),
                     Text::tr("This link is not encrypted (http). Ask the sender for one that "
                              "begins with https."));
    }
    if (scheme != "http"_L1 && scheme != "https"_L1 && scheme != "passel"_L1)
        return invalidKey();
    address.server.setScheme(
        scheme == "http"_L1 || (scheme == "passel"_L1 && loopback) ? u"http"_s : u"https"_s);
    address.server.setHost(url.host());
    address.server.setPort(url.port());
    QString path = url.path(QUrl::FullyEncoded);
    if (!path.startsWith("/s/"_L1))
        return invalidKey();
    path = path.mid(3).toLower();
    if (path.endsWith(u'/'))
        path.chop(1);
    PASSEL_TRY(address.name, checkedName(path, address.isUnmistakable));
    if (const QString fragment = url.fragment(QUrl::FullyDecoded); !fragment.isEmpty()) {
        const bool sealed = fragment.startsWith("1."_L1);
        PASSEL_TRY(const ShareCode code,
                   ShareCode::parse(sealed ? QStringView(fragment).mid(2) : QStringView(fragment)));
        address.code = code;
        address.isUnmistakable = true;
    }
    return address;
}

} // namespace

namespace detail {

quint32 nameCheck(QByteArrayView text)
{
    quint32 value = 0;
    for (const char c : text)
        value = crc(value, 10, 0x233, static_cast<unsigned char>(c), 8);
    return value;
}

quint32 codeCheck(const QByteArray &values)
{
    quint32 value = 0x7FFF;
    for (const char v : values)
        value = crc(value, 15, 0x4599, static_cast<unsigned char>(v), 5);
    return value;
}

int editDistance(QByteArrayView a, QByteArrayView b)
{
    const auto columns = static_cast<size_t>(b.size()) + 1;
    std::vector<int> before(columns);
    std::vector<int> last(columns);
    std::vector<int> row(columns);
    for (size_t j = 0; j < columns; ++j)
        last[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, last[at - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[columns - 1];
}

QByteArrayView nameWord(int index)
{
    const std::string_view word = Words.at(static_cast<size_t>(index));
    return {word.data(), static_cast<qsizetype>(word.size())};
}

} // namespace detail

bool isShareName(QStringView name)
{
    if (name.size() < 2 || name.size() > ShareNameLimit)
        return false;
    const auto isAlphanumeric = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
    };
    return isAlphanumeric(name.front()) && isAlphanumeric(name.back())
           && std::all_of(name.begin(), name.end(),
                          [&](QChar c) { return isAlphanumeric(c) || c == u'_' || c == u'-'; });
}

QString proposeShareName()
{
    // 10 bits a word; the number by rejection, so that each of 0…99 is as likely.
    const QByteArray random = randomBytes(6);
    const auto at = [&](qsizetype i) { return static_cast<unsigned char>(random[i]); };
    const auto word = [&](qsizetype i) {
        return detail::nameWord(((at(i) << 8) | at(i + 1)) & 1023).toByteArray();
    };
    int number = 0;
    do {
        number = static_cast<unsigned char>(randomBytes(1).at(0)) & 127;
    } while (number > 99);
    const QByteArray body = word(0) + '-' + word(2) + '-'
                            + QByteArray::number(number).rightJustified(2, '0') + '-' + word(4);
    return QString::fromLatin1(body + '-' + checkSymbols(body));
}

NameCheck checkShareName(QStringView name)
{
    if (!isShareName(name))
        return {};
    QList<QByteArray> fields = name.toLatin1().split('-');
    const bool shaped = fields.size() == 5 && allOf(fields[0], isLower) && allOf(fields[1], isLower)
                        && allOf(fields[3], isLower) && !fields[2].isEmpty()
                        && fields[2].size() <= 3 && allOf(fields[2], isDigit)
                        && !fields[4].isEmpty() && fields[4].size() <= 3;
    if (!shaped)
        return {NameCheck::Typed, {}};
    const int known = int(isWord(fields[0])) + int(isWord(fields[1])) + int(isWord(fields[3]));
    const QByteArray body = fields.mid(0, 4).join('-');
    if (known == 3 && fields[2].size() == 2 && checkSymbols(body) == fields[4])
        return {NameCheck::Proposed, {}};
    // Two of our words in our places are no accident; one may be.
    const QString nearest = known >= 1 ? nearestName(fields) : QString();
    if (known < 2 && nearest.isEmpty())
        return {NameCheck::Typed, {}};
    return {NameCheck::Mistyped, nearest};
}

ShareCode ShareCode::generate()
{
    const QByteArray random = randomBytes(RandomSymbols);
    QByteArray values;
    QByteArray symbols;
    for (const char byte : random) {
        const quint32 value = static_cast<unsigned char>(byte) & 31U;
        values += static_cast<char>(value);
        symbols += symbol(value);
    }
    const quint32 check = detail::codeCheck(values);
    symbols += symbol(check >> 10);
    symbols += symbol(check >> 5);
    symbols += symbol(check);
    return ShareCode(symbols);
}

Result<ShareCode> ShareCode::parse(QStringView text)
{
    QByteArray values;
    QByteArray symbols;
    bool foreign = text.size() > LongestAddress;
    for (const QChar c : text.left(LongestAddress)) {
        if (c.isSpace() || c == u'-')
            continue;
        const int value = symbolValue(c.unicode());
        if (value < 0) {
            foreign = true;
            break;
        }
        values += static_cast<char>(value);
        symbols += symbol(static_cast<quint32>(value));
    }
    if (!foreign && symbols.size() == SealedSymbols) {
        return Error(ErrorKind::Input, QByteArrayLiteral("sealed-unsupported"),
                     Text::tr("This key opens a sealed share, which this version of Passel cannot "
                              "open. Install a newer version, or ask for a key without a seal."));
    }
    if (foreign || symbols.size() != CodeSymbols) {
        return Error(ErrorKind::Input, QByteArrayLiteral("code-invalid"),
                     Text::tr("The code after the name must have 20 letters and digits. Copy the "
                              "whole key again from the message you got."));
    }
    const quint32 check = detail::codeCheck(values.left(RandomSymbols));
    const quint32 given = (static_cast<quint32>(values[17]) << 10)
                          | (static_cast<quint32>(values[18]) << 5)
                          | static_cast<quint32>(values[19]);
    if (check != given) {
        return Error(ErrorKind::Input, QByteArrayLiteral("code-mistyped"),
                     Text::tr("The code after the name has a typing mistake. Compare it with the "
                              "message you got."));
    }
    return ShareCode(symbols);
}

QString ShareCode::shown() const
{
    QStringList groups;
    for (qsizetype i = 0; i < m_symbols.size(); i += 5)
        groups += QString::fromLatin1(m_symbols.mid(i, 5));
    return groups.join(u'-');
}

QByteArray ShareCode::verifier(QStringView name) const
{
    return blake2b(QByteArray(name.toUtf8() + '.' + m_symbols)).toHex();
}

QString ShareAddress::key() const
{
    return code ? QString(name + u'.' + code->shown()) : name;
}

QString ShareAddress::link(const QUrl &origin) const
{
    QUrl url = origin.isEmpty() ? server : origin;
    url.setPath(u"/s/"_s + name);
    if (code)
        url.setFragment(code->shown());
    return url.toString(QUrl::FullyEncoded);
}

QString ShareAddress::passelLink(const QUrl &origin) const
{
    QUrl url(link(origin));
    url.setScheme(u"passel"_s);
    return url.toString(QUrl::FullyEncoded);
}

bool isLoopbackHost(const QString &host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return true;
    QString literal = host;
    if (literal.startsWith(u'[') && literal.endsWith(u']'))
        literal = literal.mid(1, literal.size() - 2);
    const bool dotted = literal.startsWith("127."_L1) && literal.count(u'.') == 3
                        && std::all_of(literal.begin(), literal.end(), [](QChar c) {
                               return c == u'.' || (c >= u'0' && c <= u'9');
                           });
    return dotted || literal == "::1"_L1;
}

Result<ShareAddress> parseShareAddress(QStringView text)
{
    const QString trimmed = text.trimmed().left(LongestAddress + 1).toString();
    if (trimmed.isEmpty() || trimmed.size() > LongestAddress)
        return invalidKey();
    if (trimmed.contains("://"_L1))
        return parseLink(trimmed);
    const qsizetype dot = trimmed.indexOf(u'.');
    ShareAddress address;
    PASSEL_TRY(address.name, checkedName(trimmed.left(dot).toLower(), address.isUnmistakable));
    if (dot >= 0) {
        PASSEL_TRY(const ShareCode code, ShareCode::parse(QStringView(trimmed).mid(dot + 1)));
        address.code = code;
        address.isUnmistakable = true;
    }
    return address;
}

} // namespace passel
