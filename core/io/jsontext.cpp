#include "core/io/jsontext.h"

#include "core/io/limits.h"

#include <QCoreApplication>

#include <array>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace passel {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::JsonReader)
};

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

// First byte that ends a plain stretch of a string: quote, backslash or control character.
const char *findSpecial(const char *at, const char *end) noexcept
{
#ifdef __SSE2__
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i slash = _mm_set1_epi8('\\');
    const __m128i control = _mm_set1_epi8(0x1f);
    while (at < end) { // may read up to 16 bytes of the padding
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i hit =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, slash)),
                         _mm_cmpeq_epi8(_mm_subs_epu8(bytes, control), _mm_setzero_si128()));
        const int mask = _mm_movemask_epi8(hit);
        if (mask != 0)
            return std::min(at + __builtin_ctz(static_cast<unsigned>(mask)), end);
        at += 16;
    }
    return end;
#else
    while (at < end && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) > 0x1f)
        ++at;
    return at;
#endif
}

int hexDigit(char c) noexcept
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

int hexFour(const char *at) noexcept
{
    int sum = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexDigit(at[i]);
        if (digit < 0)
            return -1;
        sum = sum * 16 + digit;
    }
    return sum;
}

void appendUtf8(unsigned code, std::string *out)
{
    const auto put = [out](unsigned byte) { out->push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

} // namespace

bool JsonScanner::string(JsonSlice *slice)
{
    skipBlanks();
    if (m_at >= m_end || *m_at != '"')
        return fail();
    const char *const begin = m_at++;
    bool escaped = false;
    for (;;) {
        m_at = findSpecial(m_at, m_end);
        if (m_at >= m_end)
            return fail();
        if (*m_at == '"') {
            ++m_at;
            break;
        }
        if (*m_at != '\\')
            return fail(); // a raw control character
        escaped = true;
        if (m_end - m_at < 2) {
            m_at = m_end;
            return fail();
        }
        switch (m_at[1]) {
        case '"':
        case '\\':
        case '/':
        case 'b':
        case 'f':
        case 'n':
        case 'r':
        case 't':
            m_at += 2;
            break;
        case 'u':
            if (m_end - m_at < 6) {
                m_at = m_end;
                return fail();
            }
            if (hexFour(m_at + 2) < 0)
                return fail();
            m_at += 6;
            break;
        default:
            return fail();
        }
    }
    *slice = {JsonKind::String, escaped, {begin, static_cast<size_t>(m_at - begin)}};
    return true;
}

bool JsonScanner::word(std::string_view word, JsonKind kind, JsonSlice *slice)
{
    const auto left = static_cast<size_t>(m_end - m_at);
    if (left < word.size() && std::memcmp(m_at, word.data(), left) == 0) {
        m_at = m_end;
        return fail();
    }
    if (left < word.size() || std::memcmp(m_at, word.data(), word.size()) != 0)
        return fail();
    *slice = {kind, false, {m_at, word.size()}};
    m_at += word.size();
    return true;
}

bool JsonScanner::number(JsonSlice *slice)
{
    const char *const begin = m_at;
    const char *at = m_at;
    if (*at == '-') {
        ++at;
        if (at < m_end && *at == 'I') {
            if (!word("-Infinity", JsonKind::NotFinite, slice))
                return false;
            return true;
        }
    }
    const char *const whole = at;
    while (at < m_end && isDigit(*at))
        ++at;
    bool good = at > whole && (*whole != '0' || at == whole + 1);
    if (good && at < m_end && *at == '.') {
        const char *const fraction = ++at;
        while (at < m_end && isDigit(*at))
            ++at;
        good = at > fraction;
    }
    if (good && at < m_end && (*at == 'e' || *at == 'E')) {
        ++at;
        if (at < m_end && (*at == '+' || *at == '-'))
            ++at;
        const char *const exponent = at;
        while (at < m_end && isDigit(*at))
            ++at;
        good = at > exponent;
    }
    m_at = at;
    if (!good)
        return fail();
    if (at - begin > limits::NumberToken)
        return fail(JsonTrouble::NumberTooLong);
    *slice = {JsonKind::Number, false, {begin, static_cast<size_t>(at - begin)}};
    return true;
}

bool JsonScanner::scalar(JsonSlice *slice)
{
    if (m_at >= m_end)
        return fail();
    switch (*m_at) {
    case '"':
        return string(slice);
    case 't':
        return word("true", JsonKind::True, slice);
    case 'f':
        return word("false", JsonKind::False, slice);
    case 'n':
        return word("null", JsonKind::Null, slice);
    case 'N':
        return word("NaN", JsonKind::NotFinite, slice);
    case 'I':
        return word("Infinity", JsonKind::NotFinite, slice);
    default:
        if (*m_at == '-' || isDigit(*m_at))
            return number(slice);
        return fail();
    }
}

bool JsonScanner::value(JsonSlice *slice)
{
    skipBlanks();
    if (m_at < m_end && (*m_at == '{' || *m_at == '['))
        return nested(slice);
    return scalar(slice);
}

// Objects and lists with a stack of bits: 1 = object. No recursion, so no depth can end the stack.
bool JsonScanner::nested(JsonSlice *slice)
{
    std::array<bool, limits::JsonDepth> isObject{};
    int depth = 0;
    const char *const begin = m_at;
    const JsonKind kind = *m_at == '{' ? JsonKind::Object : JsonKind::Array;
    bool fresh = true; // nothing in this level yet
    isObject[0] = *m_at++ == '{';
    for (;;) {
        skipBlanks();
        if (m_at >= m_end)
            return fail();
        const bool object = isObject[static_cast<size_t>(depth)];
        if (*m_at == (object ? '}' : ']')) {
            ++m_at;
            if (depth-- == 0)
                break;
            fresh = false;
            continue;
        }
        if (!fresh && !take(','))
            return fail();
        fresh = false;
        JsonSlice inner;
        if (object && (!string(&inner) || !take(':')))
            return m_trouble == JsonTrouble::None ? fail() : false;
        skipBlanks();
        if (m_at < m_end && (*m_at == '{' || *m_at == '[')) {
            if (++depth >= limits::JsonDepth)
                return fail(JsonTrouble::TooDeep);
            isObject[static_cast<size_t>(depth)] = *m_at++ == '{';
            fresh = true;
            continue;
        }
        if (!scalar(&inner))
            return false;
    }
    *slice = {kind, false, {begin, static_cast<size_t>(m_at - begin)}};
    return true;
}

bool appendUnescaped(const JsonSlice &slice, std::string *out)
{
    const std::string_view text = slice.source.substr(1, slice.source.size() - 2);
    if (!slice.escaped) {
        out->append(text);
        return true;
    }
    bool whole = true;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            out->push_back(text[i]);
            continue;
        }
        switch (const char c = text[++i]) {
        case 'b':
            out->push_back('\b');
            break;
        case 'f':
            out->push_back('\f');
            break;
        case 'n':
            out->push_back('\n');
            break;
        case 'r':
            out->push_back('\r');
            break;
        case 't':
            out->push_back('\t');
            break;
        case 'u': {
            auto code = static_cast<unsigned>(hexFour(text.data() + i + 1));
            i += 4;
            if (code >= 0xD800 && code < 0xDC00 && i + 6 < text.size() && text[i + 1] == '\\'
                && text[i + 2] == 'u') {
                const auto low = static_cast<unsigned>(hexFour(text.data() + i + 3));
                if (low >= 0xDC00 && low < 0xE000) {
                    code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                    i += 6;
                }
            }
            if (code >= 0xD800 && code < 0xE000) {
                whole = false;
                code = 0xFFFD;
            }
            appendUtf8(code, out);
            break;
        }
        default:
            out->push_back(c);
        }
    }
    return whole;
}

Error jsonError(JsonTrouble trouble)
{
    switch (trouble) {
    case JsonTrouble::Truncated:
        return {ErrorKind::Input, "truncated",
                Words::tr("The text ends in the middle of a value. Get the whole file.")};
    case JsonTrouble::TooDeep:
        return {ErrorKind::Limit, "too-deep",
                Words::tr("Objects and lists are nested more than 256 deep, which is the limit.")};
    case JsonTrouble::NumberTooLong:
        return {ErrorKind::Limit, "number-range",
                Words::tr("This number has more than 4,096 characters, which is the limit.")};
    default:
        return {ErrorKind::Input, "syntax",
                Words::tr("This is no valid JSON. Look at this place in an editor.")};
    }
}

} // namespace passel
