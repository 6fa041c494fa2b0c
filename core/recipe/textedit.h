// What the text steps do to one text; without a table around it.
#pragma once

#include <QRegularExpression>
#include <QString>

#include <string>
#include <string_view>

namespace passel {

//! \brief \a text without white space at both ends (Unicode's, and the zero-width U+200B, U+2060,
//! U+FEFF); stretches inside that hold a space become one space if \a collapsesInside. Bytes that
//! are not UTF-8 stay.
[[nodiscard]] std::string trimmed(std::string_view text, bool collapsesInside);

[[nodiscard]] std::string upperCase(std::string_view text);
[[nodiscard]] std::string lowerCase(std::string_view text);
//! \brief First letter of each word large, the others small. An apostrophe does not end a word.
[[nodiscard]] std::string titleCase(std::string_view text);
//! \brief First letter of the text large, the others small.
[[nodiscard]] std::string sentenceCase(std::string_view text);

//! \brief How a replacement went.
enum class ReplaceResult : quint8 { None, Replaced, GaveUp, TooLong };

//! \brief The longest text that a replacement may make, in bytes.
inline constexpr size_t MaxReplacedSize = 16UL * 1024 * 1024;

//! \brief Replaces every match in \a text; `\1` … `\9` in \a replacement are groups, `\\` is a
//! backslash. Matches are found from left to right and never overlap.
[[nodiscard]] ReplaceResult replaceMatches(std::string_view text,
                                           const QRegularExpression &expression,
                                           const QString &replacement, std::string *out);
//! \brief Replaces every occurrence of \a find (not empty), case counting.
[[nodiscard]] ReplaceResult replaceLiteral(std::string_view text, std::string_view find,
                                           std::string_view replacement, std::string *out);

} // namespace passel
