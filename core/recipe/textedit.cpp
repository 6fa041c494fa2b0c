#include "core/recipe/textedit.h"

#include <algorithm>
#include <utility>

namespace passel {

namespace {

struct Character
{
    char32_t code = 0;
    size_t size = 1; // bytes
};

// The character at \a i; a byte that does not belong there counts as one unknown character.
Character characterAt(std::string_view text, size_t i)
{
    const auto byte = [&](size_t k) { return static_cast<unsigned char>(text[k]); };
    const unsigned char lead = byte(i);
    const size_t size = lead < 0x80    ? 1
                        : lead >= 0xf0 ? 4
                        : lead >= 0xe0 ? 3
                        : lead >= 0xc0 ? 2
                                       : 0;
    if (size == 1)
        return {lead, 1};
    if (size == 0 || i + size > text.size())
        return {0xfffd, 1};
    char32_t code = lead & (0xffU >> (size + 1));
    for (size_t k = 1; k < size; ++k) {
        if ((byte(i + k) & 0xc0U) != 0x80U)
            return {0xfffd, 1};
        code = (code << 6) | (byte(i + k) & 0x3fU);
    }
    return {code, size};
}

bool isSpace(char32_t code)
{
    if (code < 0x80)
        return code == ' ' || (code >= 0x09 && code <= 0x0d);
    return code == 0x85 || code == 0xa0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200a)
           || code == 0x2028 || code == 0x2029 || code == 0x202f || code == 0x205f
           || code == 0x3000;
}

bool isZeroWidth(char32_t code)
{
    return code == 0x200b || code == 0x2060 || code == 0xfeff;
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

QString wide(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string raisedAt(const QString &lower, const auto &isStart)
{
    QString out;
    out.reserve(lower.size());
    bool inWord = false;
    for (qsizetype i = 0; i < lower.size(); ++i) {
        char32_t code = lower.at(i).unicode();
        if (lower.at(i).isHighSurrogate() && i + 1 < lower.size())
            code = QChar::surrogateToUcs4(lower.at(i), lower.at(i + 1));
        i += QChar::requiresSurrogates(code) ? 1 : 0;
        if (QChar::isLetterOrNumber(code)) {
            out += QChar::fromUcs4(isStart(inWord) ? QChar::toTitleCase(code) : code);
            inWord = true;
        } else {
            out += QChar::fromUcs4(code);
            const bool joins = code == U'\'' || code == U'’' || QChar::isMark(code);
            inWord = inWord && joins;
        }
    }
    return out.toStdString();
}

} // namespace

std::string trimmed(std::string_view text, bool collapsesInside)
{
    // The first and the last character to keep.
    size_t begin = 0;
    size_t end = 0;
    bool any = false;
    for (size_t i = 0; i < text.size();) {
        const Character character = characterAt(text, i);
        if (!isSpace(character.code) && !isZeroWidth(character.code)) {
            begin = any ? begin : i;
            end = i + character.size;
            any = true;
        }
        i += character.size;
    }
    const std::string_view inner = text.substr(begin, end - begin);
    if (!collapsesInside)
        return std::string(inner);
    std::string out;
    out.reserve(inner.size());
    for (size_t i = 0; i < inner.size();) {
        const Character character = characterAt(inner, i);
        if (!isSpace(character.code) && !isZeroWidth(character.code)) {
            out.append(inner, i, character.size);
            i += character.size;
            continue;
        }
        const size_t first = i;
        bool hasSpace = false;
        while (i < inner.size()) {
            const Character next = characterAt(inner, i);
            if (!isSpace(next.code) && !isZeroWidth(next.code))
                break;
            hasSpace = hasSpace || isSpace(next.code);
            i += next.size;
        }
        if (hasSpace)
            out.push_back(' ');
        else
            out.append(inner, first, i - first);
    }
    return out;
}

std::string upperCase(std::string_view text)
{
    if (!isAscii(text))
        return wide(text).toUpper().toStdString();
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return out;
}

std::string lowerCase(std::string_view text)
{
    if (!isAscii(text))
        return wide(text).toLower().toStdString();
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

std::string titleCase(std::string_view text)
{
    return raisedAt(wide(text).toLower(), [](bool inWord) { return !inWord; });
}

std::string sentenceCase(std::string_view text)
{
    bool raised = false;
    return raisedAt(wide(text).toLower(), [&raised](bool) { return !std::exchange(raised, true); });
}

ReplaceResult replaceMatches(std::string_view text, const QRegularExpression &expression,
                             const QString &replacement, std::string *out)
{
    const QString subject = wide(text);
    QString made;
    qsizetype end = 0;
    bool any = false;
    auto matches = expression.globalMatch(subject);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (!match.isValid())
            return ReplaceResult::GaveUp;
        if (!match.hasMatch())
            break;
        any = true;
        made += QStringView(subject).mid(end, match.capturedStart() - end);
        for (qsizetype i = 0; i < replacement.size(); ++i) {
            const QChar c = replacement.at(i);
            const QChar next = i + 1 < replacement.size() ? replacement.at(i + 1) : QChar();
            if (c == u'\\' && (next == u'\\' || (next >= u'0' && next <= u'9'))) {
                if (next == u'\\')
                    made += next;
                else
                    made += match.capturedView(next.digitValue());
                ++i;
            } else {
                made += c;
            }
        }
        end = match.capturedEnd();
        if (static_cast<size_t>(made.size()) > MaxReplacedSize)
            return ReplaceResult::TooLong;
    }
    if (!any) {
        // An iterator over a match that was given up is simply empty.
        return expression.match(subject).isValid() ? ReplaceResult::None : ReplaceResult::GaveUp;
    }
    made += QStringView(subject).mid(end);
    *out = made.toStdString();
    return out->size() > MaxReplacedSize ? ReplaceResult::TooLong : ReplaceResult::Replaced;
}

ReplaceResult replaceLiteral(std::string_view text, std::string_view find,
                             std::string_view replacement, std::string *out)
{
    size_t at = text.find(find);
    if (at == std::string_view::npos)
        return ReplaceResult::None;
    size_t end = 0;
    while (at != std::string_view::npos) {
        out->append(text, end, at - end).append(replacement);
        if (out->size() > MaxReplacedSize)
            return ReplaceResult::TooLong;
        end = at + find.size();
        at = text.find(find, end);
    }
    out->append(text, end);
    return out->size() > MaxReplacedSize ? ReplaceResult::TooLong : ReplaceResult::Replaced;
}

} // namespace passel
