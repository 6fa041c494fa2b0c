// The body of the CSV kernels. Included by one source file for each instruction set, which defines
// PASSEL_CSV_KERNEL; plain C-like code, so that no shared template is built with wrong flags.

#include "core/io/csvscan.h"

#ifdef __AVX2__
#include <immintrin.h>
#else
#include <array>
#include <cstring>
#endif

// NOLINTBEGIN(misc-definitions-in-headers): not a header that two files of a program share

namespace passel::PASSEL_CSV_KERNEL {

namespace {

using Mask = unsigned long long;

struct Block
{
#ifdef __AVX2__
    __m256i low;
    __m256i high;

    explicit Block(const char *text)
        : low(_mm256_loadu_si256(reinterpret_cast<const __m256i *>(text)))
        , high(_mm256_loadu_si256(reinterpret_cast<const __m256i *>(text + 32)))
    {}

    Mask equal(char c) const
    {
        const __m256i wanted = _mm256_set1_epi8(c);
        const auto a = static_cast<unsigned>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted)));
        const auto b = static_cast<unsigned>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted)));
        return a | (static_cast<Mask>(b) << 32);
    }
#else
    std::array<Mask, 8> words;

    explicit Block(const char *text)
    {
        std::memcpy(words.data(), text, 64);
    }

    // Bytes equal to c become 0x80, then the eight marks are gathered by a multiplication.
    Mask equal(char c) const
    {
        constexpr Mask Low7 = 0x7f7f7f7f7f7f7f7fULL;
        const Mask wanted = 0x0101010101010101ULL * static_cast<unsigned char>(c);
        Mask mask = 0;
        for (int i = 0; i < 8; ++i) {
            const Mask x = words[static_cast<size_t>(i)] ^ wanted;
            const Mask zero = ~(((x & Low7) + Low7) | x | Low7);
            mask |= (((zero >> 7) * 0x0102040810204080ULL) >> 56) << (8 * i);
        }
        return mask;
    }
#endif
};

// Bit i = parity of the bits up to i.
Mask prefixParity(Mask mask)
{
#if defined(__AVX2__) && defined(__PCLMUL__)
    const __m128i all = _mm_set1_epi8(static_cast<char>(0xff));
    const __m128i product =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<long long>(mask)), all, 0);
    return static_cast<Mask>(_mm_cvtsi128_si64(product));
#else
    mask ^= mask << 1;
    mask ^= mask << 2;
    mask ^= mask << 4;
    mask ^= mask << 8;
    mask ^= mask << 16;
    mask ^= mask << 32;
    return mask;
#endif
}

} // namespace

void scan(const char *text, size_t from, size_t to, char delimiter, char quote, CsvScanState *state,
          CsvEnds *found)
{
    Mask inside = state->insideQuotes ? ~0ULL : 0;
    Mask cellStart = state->cellStart ? 1 : 0;
    Mask afterQuote = state->afterQuote ? 1 : 0;
    Mask anyQuote = 0;
    Mask anyReturn = 0;
    Mask stray = 0;
    quint32 *ends = found->ends + found->endCount;
    quint32 *rows = found->rowEnds + found->rowCount;
    for (size_t at = from; at < to; at += 64) {
        const Block block(text + at);
        const Mask valid = to - at >= 64 ? ~0ULL : (1ULL << (to - at)) - 1;
        const Mask feeds = block.equal('\n') & valid;
        const Mask returns = block.equal('\r') & valid;
        Mask newlines = feeds;
        if (returns != 0) {
            // A return before a feed belongs to it. Behind the block, the text itself is asked.
            Mask followed = feeds >> 1;
            if (to - at >= 64 && text[at + 64] == '\n')
                followed |= 1ULL << 63;
            newlines |= returns & ~followed;
            anyReturn |= returns;
        }
        Mask marks = (block.equal(delimiter) & valid) | newlines;
        const Mask quotes = quote != 0 ? block.equal(quote) & valid : 0;
        if ((quotes | inside | afterQuote) != 0) {
            const Mask quoted = prefixParity(quotes) ^ inside;
            marks &= ~quoted;
            newlines &= ~quoted;
            const Mask opening = quotes & quoted;
            const Mask closing = quotes & ~quoted;
            const Mask starts = (marks << 1) | cellStart;
            const Mask behind = (closing << 1) | afterQuote;
            // A return before a feed that ends a row may follow a quote as well.
            stray |= opening & ~(starts | behind);
            stray |= behind & valid & ~(marks | quotes | (returns & ~quoted));
            anyQuote |= quotes;
            inside = (quoted >> 63) != 0 ? ~0ULL : 0;
            if (valid != ~0ULL)
                inside = ((quoted >> (to - at - 1)) & 1) != 0 ? ~0ULL : 0;
            afterQuote = closing >> 63;
        } else {
            afterQuote = 0;
        }
        cellStart = marks >> 63;
        Mask rowMarks = newlines;
        while (rowMarks != 0) {
            const Mask below = rowMarks ^ (rowMarks - 1); // up to and with the lowest
            *rows++ =
                static_cast<quint32>(static_cast<size_t>(ends - found->ends)
                                     + static_cast<size_t>(__builtin_popcountll(marks & below)));
            rowMarks &= rowMarks - 1;
        }
        const int count = __builtin_popcountll(marks);
        quint32 *out = ends;
        const auto base = static_cast<quint32>(at);
        while (marks != 0) {
            *out++ = base + static_cast<quint32>(__builtin_ctzll(marks));
            marks &= marks - 1;
        }
        ends += count;
    }
    found->endCount = static_cast<size_t>(ends - found->ends);
    found->rowCount = static_cast<size_t>(rows - found->rowEnds);
    state->insideQuotes = inside != 0;
    state->cellStart = cellStart != 0;
    state->afterQuote = afterQuote != 0;
    state->anyQuote = state->anyQuote || anyQuote != 0;
    state->anyReturn = state->anyReturn || anyReturn != 0;
    state->stray = state->stray || stray != 0;
}

size_t split(const char *text, size_t size, char quote)
{
    Mask inside = 0;
    size_t last = 0;
    for (size_t at = 0; at < size; at += 64) {
        const Block block(text + at);
        const Mask valid = size - at >= 64 ? ~0ULL : (1ULL << (size - at)) - 1;
        Mask newlines = (block.equal('\n') | block.equal('\r')) & valid;
        const Mask quotes = quote != 0 ? block.equal(quote) & valid : 0;
        const Mask quoted = prefixParity(quotes) ^ inside;
        inside = (quoted >> 63) != 0 ? ~0ULL : 0;
        newlines &= ~quoted;
        if (size - at <= 64 && text[size - 1] == '\r')
            newlines &= ~(1ULL << (size - at - 1));
        if (newlines != 0)
            last = at + 64 - static_cast<size_t>(__builtin_clzll(newlines));
    }
    // Between a return and its feed is no row end.
    if (last > 0 && last < size && text[last - 1] == '\r' && text[last] == '\n')
        ++last;
    return last;
}

} // namespace passel::PASSEL_CSV_KERNEL

// NOLINTEND(misc-definitions-in-headers)

#undef PASSEL_CSV_KERNEL
