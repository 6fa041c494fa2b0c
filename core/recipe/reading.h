// Reads what people write as values: spaces around, thousands separators, dates in many forms.
#pragma once

#include "core/array/textform.h"

#include <optional>
#include <string_view>
#include <vector>

namespace passel {

//! \brief Forms in which texts may be written that are to become \a type, the likeliest first.
//! Never empty.
[[nodiscard]] std::vector<TextForm> candidateForms(const ColumnType &type);

//! \brief True when the form can be read in one way only: a day is never taken for a month.
[[nodiscard]] bool isUnambiguous(const TextForm &form);

//! \brief Reads texts as values of one type: strictly by \a form first, then as people write.
class LenientReader
{
public:
    LenientReader(ColumnType type, TextForm form);

    //! \brief The value of a text that is not empty; nothing when it cannot be read.
    [[nodiscard]] std::optional<Value> read(std::string_view text) const;

    [[nodiscard]] const TextForm &form() const noexcept { return m_form; }

private:
    [[nodiscard]] std::optional<Value> readNumber(std::string_view text) const;
    [[nodiscard]] std::optional<Value> readBool(std::string_view text) const;
    [[nodiscard]] std::optional<Value> readMoment(std::string_view text) const;

    ColumnType m_type;
    TextForm m_form;
    std::vector<TextForm> m_others; // unambiguous forms of moments
};

//! \brief Finds the form that fits most of the texts it is shown. Mergeable; a value.
class FormFinder
{
public:
    explicit FormFinder(ColumnType type);

    //! \brief Looks at a text that is not empty and stands \a count times.
    void add(std::string_view text, qint64 count = 1);
    void merge(const FormFinder &other);
    //! \brief The best form. Decimals are kept when all numbers have equally many.
    [[nodiscard]] TextForm best() const;

private:
    void noteDecimals(size_t form, std::string_view text);

    ColumnType m_type;
    std::vector<TextForm> m_forms;
    std::vector<qint64> m_hits;
    std::vector<bool> m_isOut; // forms that fitted none of the first texts
    qint64 m_seen = 0;
    std::vector<qint64> m_leastDecimals; // of numbers, by form; -1 = none seen
    std::vector<qint64> m_mostDecimals;
};

//! \brief \a text without white space at both ends (ASCII's and U+00A0).
[[nodiscard]] std::string_view withoutSpaces(std::string_view text);

} // namespace passel
