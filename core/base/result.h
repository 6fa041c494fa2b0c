// Result<T>: a value or an Error. Our stand-in for std::expected, which GCC 12 has only in C++23.
#pragma once

#include "core/base/error.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace passel {

template <typename T>
class Result;

template <typename U, typename... Ts>
inline constexpr bool IsOneOf = (std::is_same_v<U, Ts> || ...);

//! \brief Not a T, an Error or a Result<T> itself, but something that a T can be made from.
template <typename U, typename T>
concept ConvertsToValueOf =
    std::is_convertible_v<U, T> && !IsOneOf<std::remove_cvref_t<U>, T, Error, Result<T>>;

//! \brief Either a T or the Error that prevented it. Never empty.
template <typename T>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {}

    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {}

    //! \brief Converts from anything T converts from, so that `return std::make_unique<D>()` works.
    template <ConvertsToValueOf<T> U>
    // NOLINTNEXTLINE(bugprone-forwarding-reference-overload): the concept leaves copies alone
    Result(U &&value)
        : m_state(std::in_place_index<0>, std::forward<U>(value))
    {}

    [[nodiscard]] bool hasValue() const noexcept { return m_state.index() == 0; }

    explicit operator bool() const noexcept { return hasValue(); }

    [[nodiscard]] T &value() & { return std::get<0>(m_state); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }

    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }

    [[nodiscard]] T valueOr(T other) const & { return hasValue() ? value() : std::move(other); }

    T &operator*() & { return value(); }

    const T &operator*() const & { return value(); }

    T &&operator*() && { return std::move(*this).value(); }

    T *operator->() { return &value(); }

    const T *operator->() const { return &value(); }

    [[nodiscard]] const Error &error() const & { return std::get<1>(m_state); }

    [[nodiscard]] Error &&error() && { return std::get<1>(std::move(m_state)); }

private:
    std::variant<T, Error> m_state;
};

//! \brief Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void>
{
public:
    using Value = void;

    Result() = default;

    Result(Error error)
        : m_error(std::move(error))
        , m_failed(true)
    {}

    [[nodiscard]] bool hasValue() const noexcept { return !m_failed; }

    explicit operator bool() const noexcept { return hasValue(); }

    [[nodiscard]] const Error &error() const & { return m_error; }

    [[nodiscard]] Error &&error() && { return std::move(m_error); }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace passel

#define PASSEL_CONCAT_(a, b) a##b
#define PASSEL_CONCAT(a, b) PASSEL_CONCAT_(a, b)

// NOLINTBEGIN(bugprone-macro-parentheses): a declaration cannot stand in parentheses
//! \brief `PASSEL_TRY(auto x, f());` declares x from f()'s value, or returns f()'s error.
#define PASSEL_TRY(declaration, expression)                                                        \
    auto PASSEL_CONCAT(passelResult, __LINE__) = (expression);                                     \
    if (!PASSEL_CONCAT(passelResult, __LINE__))                                                    \
        return std::move(PASSEL_CONCAT(passelResult, __LINE__)).error();                           \
    declaration = std::move(PASSEL_CONCAT(passelResult, __LINE__)).value()
// NOLINTEND(bugprone-macro-parentheses)

//! \brief `PASSEL_CHECK(f());` returns f()'s error if there is one.
#define PASSEL_CHECK(expression)                                                                   \
    do {                                                                                           \
        if (auto passelResult = (expression); !passelResult)                                       \
            return std::move(passelResult).error();                                                \
    } while (false)
