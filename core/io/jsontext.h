// JSON on the level of characters: what a string says, and the extent of any value, checked.
#pragma once

#include "core/base/error.h"

#include <QtGlobal>

#include <string>
#include <string_view>

namespace passel {

//! \brief What stands at a place in JSON text.
enum class JsonKind : quint8 { Null, True, False, Number, String, Object, Array, NotFinite };

//! \brief Why JSON text could not be read.
enum class JsonTrouble : quint8 {
    None,
    Syntax,
    Truncated,
    TooDeep,
    NumberTooLong,
};

//! \brief One value in JSON text, as it is written.
struct JsonSlice
{
    JsonKind kind = JsonKind::Null;
    bool escaped = false;    //!< String: holds backslashes
    std::string_view source; //!< all of it; String: with quotes
};

//! \brief Walks through JSON text with bounded depth, without recursion, without copying. Strict by
//! RFC 8259, but for the words NaN, Infinity and -Infinity, which Python writes. The text must be
//! valid UTF-8 and have 64 readable bytes behind it.
class JsonScanner
{
public:
    JsonScanner(const char *text, const char *end)
        : m_at(text)
        , m_end(end)
    {}

    void skipBlanks() noexcept
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
            ++m_at;
    }

    //! \brief True, and steps over it, when \a c comes next after blanks.
    bool take(char c) noexcept
    {
        skipBlanks();
        if (m_at < m_end && *m_at == c) {
            ++m_at;
            return true;
        }
        return false;
    }

    [[nodiscard]] bool atEnd() noexcept
    {
        skipBlanks();
        return m_at >= m_end;
    }

    //! \brief Next character that is no blank; NUL at the end.
    [[nodiscard]] char peek() noexcept
    {
        skipBlanks();
        return m_at < m_end ? *m_at : '\0';
    }

    //! \brief The value that comes next, checked through and through.
    [[nodiscard]] bool value(JsonSlice *slice);
    //! \brief A string that comes next.
    [[nodiscard]] bool string(JsonSlice *slice);

    [[nodiscard]] const char *at() const noexcept { return m_at; }

    void setAt(const char *at) noexcept { m_at = at; }

    [[nodiscard]] JsonTrouble trouble() const noexcept { return m_trouble; }

    //! \brief Marks trouble here; always false.
    bool fail(JsonTrouble trouble = JsonTrouble::Syntax) noexcept
    {
        m_trouble =
            m_at >= m_end && trouble == JsonTrouble::Syntax ? JsonTrouble::Truncated : trouble;
        return false;
    }

private:
    bool scalar(JsonSlice *slice);
    bool number(JsonSlice *slice);
    bool word(std::string_view word, JsonKind kind, JsonSlice *slice);
    bool nested(JsonSlice *slice);

    const char *m_at;
    const char *m_end;
    JsonTrouble m_trouble = JsonTrouble::None;
};

//! \brief The value of a String slice. False when it holds half of a surrogate pair, which UTF-8
//! cannot say.
[[nodiscard]] bool appendUnescaped(const JsonSlice &slice, std::string *out);

//! \brief Error for \a trouble, without a place.
[[nodiscard]] Error jsonError(JsonTrouble trouble);

} // namespace passel
