// Does a text match? Plain or by regular expression, bounded so that no pattern runs away.
#pragma once

#include "core/base/result.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace passel {

//! \brief What is looked for in a text.
struct TextPattern
{
    //! \brief Which part of the text has to match.
    enum class Where : quint8 { Anywhere, Whole, Start, End };

    QString text;
    bool isRegularExpression = false; //!< Perl syntax, Unicode classes
    bool isCaseSensitive = false;
    Where where = Where::Anywhere;

    bool operator==(const TextPattern &) const = default;
};

//! \brief The longest regular expression that is compiled, in characters.
inline constexpr qsizetype MaxPatternLength = 10'000;

//! \brief \a pattern compiled with its bounds on steps, depth and memory of one match. Errors:
//! `bad-pattern` (with the column of the mistake), `pattern-too-long`.
[[nodiscard]] Result<QRegularExpression> boundedExpression(const TextPattern &pattern);

//! \brief The error of a match that was given up: `pattern-limit`.
[[nodiscard]] Error patternLimitError(const QString &pattern);

//! \brief A compiled TextPattern. Use one copy made by clone() in each thread.
class TextMatcher
{
    Q_DECLARE_TR_FUNCTIONS(passel::TextMatcher)

public:
    //! \brief Errors as boundedExpression().
    [[nodiscard]] static Result<TextMatcher> create(TextPattern pattern);

    //! \brief An independent matcher of the same pattern, for another thread.
    [[nodiscard]] TextMatcher clone() const;

    //! \brief Whether UTF-8 \a text matches. A match that needs more than the allowed steps counts
    //! as no match and sets wasGivenUp().
    [[nodiscard]] bool matches(std::string_view text) const;

    //! \brief True after a match that passed its bound of steps.
    [[nodiscard]] bool wasGivenUp() const noexcept { return m_givenUp; }

    [[nodiscard]] const TextPattern &pattern() const noexcept { return m_pattern; }

private:
    explicit TextMatcher(TextPattern pattern)
        : m_pattern(std::move(pattern))
    {}

    TextPattern m_pattern;
    std::string m_needle;     // UTF-8; lower case when only ASCII and case does not count
    bool m_asciiOnly = false; // the needle
    QRegularExpression m_expression;
    mutable bool m_givenUp = false;
};

} // namespace passel
