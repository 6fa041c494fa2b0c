#define PASSEL_CSV_KERNEL csv_portable
#include "core/io/csvscankernel.h"

namespace passel {

#ifdef PASSEL_HAS_AVX2

namespace csv_avx2 {
void scan(const char *text, size_t from, size_t to, char delimiter, char quote, CsvScanState *state,
          CsvEnds *found);
size_t split(const char *text, size_t size, char quote);
} // namespace csv_avx2

#endif

const CsvKernels &portableCsvKernels() noexcept
{
    static constexpr CsvKernels Portable{csv_portable::scan, csv_portable::split};
    return Portable;
}

const CsvKernels &csvKernels() noexcept
{
#ifdef PASSEL_HAS_AVX2
    static constexpr CsvKernels Fast{csv_avx2::scan, csv_avx2::split};
    static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul")
                            && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
    if (has)
        return Fast;
#endif
    return portableCsvKernels();
}

namespace {

// One step of RFC 4180 as it is meant: tells whether the byte ends a cell, ends a row, is stray.
enum class Step { Inside, CellEnd, RowEnd, Stray };

Step step(CsvScanState *state, const char *text, size_t at, size_t to, char delimiter, char quote)
{
    const char c = text[at];
    if (state->insideQuotes) {
        if (c == quote) {
            state->insideQuotes = false;
            state->afterQuote = true;
        }
        return Step::Inside;
    }
    const bool afterQuote = state->afterQuote;
    state->afterQuote = false;
    const bool atStart = state->cellStart;
    state->cellStart = false;
    if (quote != 0 && c == quote) {
        if (atStart || afterQuote) {
            state->insideQuotes = true;
            state->anyQuote = true;
            return Step::Inside;
        }
        return Step::Stray;
    }
    if (c == delimiter) {
        state->cellStart = true;
        return Step::CellEnd;
    }
    if (c == '\n' || (c == '\r' && !(at + 1 < to && text[at + 1] == '\n'))) {
        state->cellStart = true;
        state->anyReturn = state->anyReturn || c == '\r';
        return Step::RowEnd;
    }
    if (c == '\r') {
        state->anyReturn = true;
        return Step::Inside;
    }
    return afterQuote ? Step::Stray : Step::Inside;
}

} // namespace

void scanCarefully(const char *text, size_t from, size_t to, char delimiter, char quote,
                   CsvScanState *state, CsvEnds *found, quint32 *stray, size_t room,
                   size_t *strayCount)
{
    for (size_t at = from; at < to; ++at) {
        // The byte behind a stretch that is scanned in pieces is there: padding, or more text.
        const Step what = step(state, text, at, to + 1, delimiter, quote);
        if (what == Step::Inside)
            continue;
        if (what == Step::Stray) {
            if (*strayCount < room)
                stray[*strayCount] = static_cast<quint32>(at);
            ++*strayCount;
            continue;
        }
        found->ends[found->endCount++] = static_cast<quint32>(at);
        if (what == Step::RowEnd)
            found->rowEnds[found->rowCount++] = static_cast<quint32>(found->endCount);
    }
}

size_t splitCarefully(const char *text, size_t size, char delimiter, char quote,
                      CsvScanState *state, size_t from, size_t lastEnd)
{
    for (size_t at = from; at < size; ++at) {
        if (step(state, text, at, size, delimiter, quote) == Step::RowEnd
            && (text[at] != '\r' || at + 1 < size))
            lastEnd = at + 1;
    }
    return lastEnd;
}

} // namespace passel
