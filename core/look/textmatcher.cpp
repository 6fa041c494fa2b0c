#include "core/look/textmatcher.h"

#include <algorithm>

namespace passel {

namespace {

// Steps, nesting and memory (KiB) that one match may take: some milliseconds at most.
constexpr auto Bounds = u"(*LIMIT_MATCH=1000000)(*LIMIT_DEPTH=10000)(*LIMIT_HEAP=20000)";

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalsLower(std::string_view text, std::string_view lowerNeedle)
{
    return std::equal(text.begin(), text.end(), lowerNeedle.begin(), lowerNeedle.end(),
                      [](char a, char b) { return lower(a) == b; });
}

bool containsLower(std::string_view text, std::string_view lowerNeedle)
{
    const char first = lowerNeedle.front();
    for (size_t i = 0; i + lowerNeedle.size() <= text.size(); ++i) {
        if (lower(text[i]) == first && equalsLower(text.substr(i, lowerNeedle.size()), lowerNeedle))
            return true;
    }
    return false;
}

template <typename Text, typename Needle, typename Contains, typename Equals>
bool matchesAt(TextPattern::Where where, Text text, Needle needle, Contains contains, Equals equals)
{
    if (needle.size() > text.size())
        return false;
    switch (where) {
    case TextPattern::Where::Whole:
        return needle.size() == text.size() && equals(text, needle);
    case TextPattern::Where::Start:
        return equals(text.substr(0, needle.size()), needle);
    case TextPattern::Where::End:
        return equals(text.substr(text.size() - needle.size()), needle);
    default:
        return needle.empty() || contains(text, needle);
    }
}

} // namespace

Result<QRegularExpression> boundedExpression(const TextPattern &pattern)
{
    if (pattern.text.size() > MaxPatternLength) {
        return Error(ErrorKind::Limit, QByteArrayLiteral("pattern-too-long"),
                     TextMatcher::tr("The pattern has %1 characters; at most %2 are allowed.")
                         .arg(pattern.text.size())
                         .arg(MaxPatternLength));
    }
    const QString source =
        pattern.isRegularExpression ? pattern.text : QRegularExpression::escape(pattern.text);
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!pattern.isCaseSensitive)
        options |= QRegularExpression::CaseInsensitiveOption;
    // Checked by itself first, so that the place of a mistake is the user's own.
    const QRegularExpression alone(source, options);
    if (!alone.isValid()) {
        Place place;
        place.column = alone.patternErrorOffset() + 1;
        return Error(ErrorKind::Input, QByteArrayLiteral("bad-pattern"),
                     TextMatcher::tr("The pattern is not a regular expression: %1 at character %2.")
                         .arg(alone.errorString())
                         .arg(alone.patternErrorOffset() + 1))
            .at(std::move(place));
    }
    QString bounded = QStringView(Bounds).toString();
    switch (pattern.where) {
    case TextPattern::Where::Anywhere:
        bounded += source;
        break;
    case TextPattern::Where::Whole:
        bounded += QStringLiteral("\\A(?:") + source + QStringLiteral(")\\z");
        break;
    case TextPattern::Where::Start:
        bounded += QStringLiteral("\\A(?:") + source + QStringLiteral(")");
        break;
    case TextPattern::Where::End:
        bounded += QStringLiteral("(?:") + source + QStringLiteral(")\\z");
        break;
    }
    QRegularExpression expression(bounded, options);
    if (!expression.isValid()) {
        // Only alone valid, as with a comment that swallows our bracket.
        return Error(ErrorKind::Input, QByteArrayLiteral("bad-pattern"),
                     TextMatcher::tr("The pattern is not a regular expression: %1.")
                         .arg(expression.errorString()));
    }
    expression.optimize();
    return expression;
}

Error patternLimitError(const QString &pattern)
{
    return {
        ErrorKind::Limit, QByteArrayLiteral("pattern-limit"),
        TextMatcher::tr(
            "The regular expression %1 takes too many steps on some cells. Make it simpler, for "
            "example without a repetition inside a repetition.")
            .arg(pattern)};
}

Result<TextMatcher> TextMatcher::create(TextPattern pattern)
{
    TextMatcher matcher(std::move(pattern));
    if (matcher.m_pattern.isRegularExpression) {
        PASSEL_TRY(matcher.m_expression, boundedExpression(matcher.m_pattern));
        return matcher;
    }
    if (matcher.m_pattern.text.size() > MaxPatternLength)
        return boundedExpression(matcher.m_pattern).error();
    matcher.m_needle = matcher.m_pattern.text.toStdString();
    matcher.m_asciiOnly = isAscii(matcher.m_needle);
    if (!matcher.m_pattern.isCaseSensitive && matcher.m_asciiOnly)
        std::transform(matcher.m_needle.begin(), matcher.m_needle.end(), matcher.m_needle.begin(),
                       lower);
    return matcher;
}

TextMatcher TextMatcher::clone() const
{
    TextMatcher copy(m_pattern);
    copy.m_needle = m_needle;
    copy.m_asciiOnly = m_asciiOnly;
    if (m_pattern.isRegularExpression) {
        // Made anew: copies of a QRegularExpression share what they compile lazily.
        copy.m_expression =
            QRegularExpression(m_expression.pattern(), m_expression.patternOptions());
        copy.m_expression.optimize();
    }
    return copy;
}

bool TextMatcher::matches(std::string_view text) const
{
    if (m_pattern.isRegularExpression) {
        const auto match =
            m_expression.match(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        if (!match.isValid())
            m_givenUp = true;
        return match.hasMatch();
    }
    const std::string_view needle = m_needle;
    if (m_pattern.isCaseSensitive) {
        return matchesAt(
            m_pattern.where, text, needle,
            [](std::string_view t, std::string_view n) {
                return t.find(n) != std::string_view::npos;
            },
            [](std::string_view a, std::string_view b) { return a == b; });
    }
    if (m_asciiOnly) {
        // The two letters outside ASCII whose lower case is in it are not worth the slow way.
        return matchesAt(m_pattern.where, text, needle, containsLower, equalsLower);
    }
    const QString wide = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    switch (m_pattern.where) {
    case TextPattern::Where::Whole:
        return wide.compare(m_pattern.text, Qt::CaseInsensitive) == 0;
    case TextPattern::Where::Start:
        return wide.startsWith(m_pattern.text, Qt::CaseInsensitive);
    case TextPattern::Where::End:
        return wide.endsWith(m_pattern.text, Qt::CaseInsensitive);
    default:
        return wide.contains(m_pattern.text, Qt::CaseInsensitive);
    }
}

} // namespace passel
