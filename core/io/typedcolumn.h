// Builds one column from cells of unknown type: the narrowest type that all of them have, found
// while they come, never at the price of a byte.
#pragma once

#include "core/array/segment.h"
#include "core/io/celltext.h"
#include "core/io/readoptions.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace passel {

//! \brief One cell on its way from a scanner into a column. The text must outlive the call.
struct Token
{
    enum class Kind : quint8 {
        Missing,
        Cell,    //!< CSV: any type, by its text
        Number,  //!< JSON number, source text
        String,  //!< JSON string, its value
        Boolean, //!< JSON true or false
        Nested,  //!< JSON object or list, or a string that UTF-8 cannot hold: source text
    };

    const char *data = nullptr;
    quint32 size = 0;
    Kind kind = Kind::Missing;

    [[nodiscard]] std::string_view text() const noexcept { return {data, size}; }
};

//! \brief Why a column did not get a narrower type.
enum class TypeReason : quint8 {
    None,
    LeadingZeros,
    LongNumber,
    Phone,
    Ambiguous, //!< day and month cannot be told apart
    Mixed,
    ManyForms, //!< numbers written in too many ways
};

//! \brief A type with the one form its texts have.
struct ColumnForm
{
    ColumnType type;
    TextForm form;

    bool operator==(const ColumnForm &) const = default;
};

//! \brief What a stretch of a column turned out to be.
struct TypedPart
{
    ColumnForm form;
    bool anyValue = false;  //!< false: nothing but missing cells; the type is a guess
    bool ambiguous = false; //!< its dates could be read with day and month exchanged
    TypeReason reason = TypeReason::None;
    std::string example; //!< the cell behind the reason, cut
    bool json = false;   //!< cells came from JSON
    //! Decimal numbers counted by how they are written: see TypedColumn.
    std::array<qint64, 33> shapes{};
    qint64 odd = 0; //!< cells with a source text
    qint64 rows = 0;
    std::vector<SegmentPtr> segments;
};

//! \brief Takes tokens and keeps them typed. When a cell does not fit, what is there already is
//! written out through its form and read again as the next wider type: that loses nothing, so no
//! source bytes have to be kept. One thread.
class TypedColumn
{
public:
    explicit TypedColumn(TypePolicy policy = TypePolicy::Automatic);
    ~TypedColumn();
    TypedColumn(TypedColumn &&) noexcept;
    TypedColumn &operator=(TypedColumn &&) noexcept;

    void append(std::span<const Token> tokens);
    void appendMissing(qint64 count);
    //! \brief Another part of the same column is text (or JSON) already: so is this one.
    void widen();

    [[nodiscard]] qint64 size() const noexcept { return m_part.rows; }

    [[nodiscard]] TypedPart finish();

private:
    enum class State : quint8 { Empty, Bool, Whole, Decimal, Moment, Text, Json };

    size_t runBools(std::span<const Token> tokens);
    size_t runWholes(std::span<const Token> tokens);
    size_t runDecimals(std::span<const Token> tokens);
    size_t runMoments(std::span<const Token> tokens);
    size_t runTexts(std::span<const Token> tokens);
    size_t runJson(std::span<const Token> tokens);
    size_t runEmpty(std::span<const Token> tokens);
    void change(const Token &token);
    bool begin(const Token &token);
    void start(State state, ColumnType type);
    void moveTo(State state, const ColumnForm &form);
    bool convertMoments(const Token &token);
    void toText(TypeReason reason, std::string_view example);
    void appendDecimal(double value, const DecimalShape &shape, std::string_view text);
    void settleDecimals();
    [[nodiscard]] ColumnForm formNow() const;
    SegmentBuilder &next();
    void seal();

    TypePolicy m_policy;
    State m_state = State::Empty;
    std::unique_ptr<SegmentBuilder> m_builder;
    TypedPart m_part;
    qint64 m_pendingNulls = 0; // leading missing cells, before there is a type
    int m_words = 0;
    bool m_plus = false;
    char m_point = '.';
    int m_decimalForm = 0;  // index of the form: 0 shortest, 1 shortest with .0, 2 + n = n decimals
    bool m_settled = false; // a run ended to take another form, not at a cell that does not fit
    MomentReader m_moment;
    bool m_proved = false;
    std::string m_scratch;
};

//! \brief The one form that parts of a column should take; Text or Json when there is none. \a
//! rows of the whole column decide how many odd cells are few.
struct JoinedForm
{
    ColumnForm form;
    TypeReason reason = TypeReason::None;
    std::string example;
};

[[nodiscard]] JoinedForm joinParts(const std::vector<const TypedPart *> &parts, TypePolicy policy);

//! \brief \a segments, read as \a from, in \a to. Nothing when a cell does not fit. Adds to \a odd
//! the cells that need a source text. Text and Json take everything.
[[nodiscard]] std::optional<std::vector<SegmentPtr>>
converted(const std::vector<SegmentPtr> &segments, const ColumnForm &from, const ColumnForm &to,
          qint64 *odd);

//! \brief How many odd cells are few in a column of \a rows: 1 % and at most 10,000, 16 always.
[[nodiscard]] qint64 fewOdd(qint64 rows) noexcept;

//! \brief The sentence for Field::note; empty when there is nothing to say.
[[nodiscard]] QString typeNote(const JoinedForm &joined);

} // namespace passel
