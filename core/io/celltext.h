// Reading one cell's text as a number, a word of truth or a moment, fast and strictly: only texts
// that the matching form writes back byte for byte are taken.
#pragma once

#include "core/array/columntype.h"
#include "core/array/textform.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace passel {

//! \brief Reads `-12` (or, with \a plus, `+12`) of at most \a digits digits (≤ 18): no leading
//! zeros, no `-0`.
[[nodiscard]] inline bool readWhole(std::string_view text, bool plus, size_t digits,
                                    qint64 *value) noexcept
{
    const char *at = text.data();
    const char *const end = at + text.size();
    if (at == end)
        return false;
    const bool negative = *at == '-';
    if (negative)
        ++at;
    else if (plus && *at++ != '+')
        return false;
    const auto count = static_cast<size_t>(end - at);
    if (count - 1 >= digits)
        return false;
    if (*at == '0' && (count > 1 || negative))
        return false;
    qint64 sum = 0;
    for (; at != end; ++at) {
        const auto digit = static_cast<unsigned char>(*at - '0');
        if (digit > 9)
            return false;
        sum = sum * 10 + digit;
    }
    *value = negative ? -sum : sum;
    return true;
}

//! \brief How a decimal number is written: which forms give its text back.
struct DecimalShape
{
    quint8 decimals = 0;       //!< digits behind the point; plain only
    bool trailingZero = false; //!< the last of them is 0
    bool plain = false;        //!< digits and a point only, at most 15 digits: the forms decide
    bool shortest = false;     //!< not plain, but the empty form writes it back
};

//! \brief Reads a decimal number with \a point as its mark. False for anything else, also for
//! leading zeros, infinities, and exponents beside a comma. Numbers that no form writes back are
//! read, too: see shape.
[[nodiscard]] bool readDecimal(std::string_view text, char point, double *value,
                               DecimalShape *shape) noexcept;

//! \brief A pattern of TextForm for dates and times, made ready for reading many cells.
class MomentReader
{
public:
    MomentReader() = default;
    //! \brief \a form in the grammar of TextForm, written out (not empty).
    MomentReader(ColumnType type, TextForm form);

    [[nodiscard]] const ColumnType &type() const noexcept { return m_type; }

    [[nodiscard]] const TextForm &form() const noexcept { return m_form; }

    //! \brief The same text might be read with day and month exchanged.
    [[nodiscard]] bool isAmbiguous() const noexcept { return m_ambiguous; }

    //! \brief Units of the type. Sets \a proved when the day is above 12.
    [[nodiscard]] bool read(std::string_view text, qint64 *units, bool *proved) noexcept;

    //! \brief The patterns that \a text has the shape of, the most likely first.
    [[nodiscard]] static std::vector<MomentReader> candidates(std::string_view text);

private:
    enum class Part : quint8 {
        Literal,
        Year,
        ShortYear,
        Month,
        LooseMonth,
        MonthName,
        Day,
        LooseDay,
        Hour,
        LooseHour,
        Hour12,
        Minute,
        Second,
        Fraction,
        HalfDay,
        Zone,
    };

    struct Piece
    {
        Part part;
        char literal = 0;
        quint8 digits = 0;
    };

    ColumnType m_type;
    TextForm m_form;
    std::vector<Piece> m_pieces;
    qint64 m_zoneMicros = 0;
    bool m_ambiguous = false;
    bool m_isoDate = false; // begins with %Y-%m-%d
    std::array<char, 10> m_lastDate{};
    qint64 m_lastDays = 0;
    bool m_lastProved = false;
};

//! \brief Index of the pair of words for true and false that \a text belongs to, or −1.
[[nodiscard]] int wordPair(std::string_view text, bool *value) noexcept;
//! \brief Reads \a text with one pair of words.
[[nodiscard]] bool readWord(std::string_view text, int pair, bool *value) noexcept;
//! \brief The pair as a TextForm.
[[nodiscard]] TextForm wordForm(int pair);

} // namespace passel
