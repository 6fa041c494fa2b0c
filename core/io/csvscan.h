// Finds the ends of cells and rows in CSV text, 64 bytes at a time.
#pragma once

#include <QtGlobal>

#include <cstddef>

namespace passel {

//! \brief Where a scan stands between two calls, and what it found out.
struct CsvScanState
{
    bool insideQuotes = false;
    bool cellStart = true;   //!< the next byte begins a cell
    bool afterQuote = false; //!< the byte before closed a quoted stretch
    bool anyQuote = false;
    bool anyReturn = false;
    //! A quote stood where RFC 4180 has none: positions of this scan cannot be trusted.
    bool stray = false;
};

//! \brief Positions of cell ends: of delimiters, and of the line feed, or of a lone carriage
//! return, that ends a row. rowEnds holds, for each row end, the number of cell ends up to it.
struct CsvEnds
{
    quint32 *ends = nullptr;
    quint32 *rowEnds = nullptr;
    size_t endCount = 0;
    size_t rowCount = 0;
};

//! \brief Scans text[from, to). `from` is a multiple of 64 away from the first scan of the text;
//! `to` is either such a multiple too, or the end of the text. 64 bytes behind the end must be
//! readable. Room for (to − from) ends and row ends more is the caller's duty.
//! \a quote NUL: none. Positions are counted from \a text.
using CsvScanFunction = void (*)(const char *text, size_t from, size_t to, char delimiter,
                                 char quote, CsvScanState *state, CsvEnds *found);

//! \brief Length of text[0, size) up to and with its last row end outside quotes, supposing that
//! it starts outside and that no quote is stray; 0 when there is none. A carriage return at the
//! very end is left for the next call, for a line feed may follow. 64 readable bytes behind.
using CsvSplitFunction = size_t (*)(const char *text, size_t size, char quote);

struct CsvKernels
{
    CsvScanFunction scan;
    CsvSplitFunction split;
};

//! \brief The fastest ones that this processor has.
[[nodiscard]] const CsvKernels &csvKernels() noexcept;
//! \brief The ones that run everywhere; for tests.
[[nodiscard]] const CsvKernels &portableCsvKernels() noexcept;

//! \brief The same by the letter, a byte at a time: a quote opens only at the start of a cell, so
//! that stray quotes do no harm. Positions of stray quotes go to \a stray (at most \a room).
void scanCarefully(const char *text, size_t from, size_t to, char delimiter, char quote,
                   CsvScanState *state, CsvEnds *found, quint32 *stray, size_t room,
                   size_t *strayCount);
[[nodiscard]] size_t splitCarefully(const char *text, size_t size, char delimiter, char quote,
                                    CsvScanState *state, size_t from, size_t lastEnd);

} // namespace passel
