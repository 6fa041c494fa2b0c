// Which rows to keep: comparisons of columns with values, joined by and / or.
#pragma once

#include "core/look/textmatcher.h"
#include "core/recipe/step.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace passel {

//! \brief A comparison, or several joined. A value with a JSON form.
struct Condition
{
    enum class Kind : quint8 { Compare, All, Any };

    enum class Operator : quint8 {
        Equals,
        NotEquals,
        Less,
        AtMost,
        Greater,
        AtLeast,
        Contains,
        NotContains,
        StartsWith,
        EndsWith,
        Matches, //!< regular expression, anywhere in the text
        IsMissing,
        IsNotMissing,
        IsEmpty, //!< a text without characters; not a missing one
        InList,
        NotInList,
    };

    //! \brief Joins may nest to this depth.
    static constexpr int MaxDepth = 16;

    Kind kind = Kind::All;
    std::vector<Condition> parts; //!< All, Any; All of nothing is true, Any of nothing is false

    ColumnRef column; //!< Compare
    Operator op = Operator::Equals;
    QStringList operands; //!< texts as typed; read by the column's type and form; one but for lists
    bool isCaseSensitive = true; //!< texts

    bool operator==(const Condition &) const = default;

    [[nodiscard]] static Condition compare(ColumnRef column, Operator op, QStringList operands = {},
                                           bool isCaseSensitive = true);
    [[nodiscard]] static Condition all(std::vector<Condition> parts);
    [[nodiscard]] static Condition any(std::vector<Condition> parts);

    [[nodiscard]] QJsonObject toJson() const;
    //! \brief `bad-step` when it is not one.
    [[nodiscard]] static Result<Condition> fromJson(const QJsonObject &json);
    //! \brief "country is **Cuba** and population is at least **1,000**"
    [[nodiscard]] Sentence describe() const;
    //! \brief Each column once.
    [[nodiscard]] ColumnRefs columns() const;

    //! \brief Positions (logical rows) of \a array's rows for which it is true, ascending. A
    //! missing cell is true for IsMissing, NotEquals, NotContains and NotInList only. Errors:
    //! `no-such-column`, `bad-operand` (text that the column's type cannot be compared with),
    //! `bad-pattern`, `pattern-limit`.
    [[nodiscard]] Result<std::vector<quint32>> rows(const DocumentArray &array,
                                                    const TaskContext &context = {}) const;
};

//! \brief Stable name of an operator in JSON, such as `at-least`.
[[nodiscard]] QString operatorName(Condition::Operator op);
//! \brief The operator in words, such as "is at least".
[[nodiscard]] QString operatorTitle(Condition::Operator op);
//! \brief Operators that suit a column of that type, the likeliest first.
[[nodiscard]] std::vector<Condition::Operator> operatorsFor(const ColumnType &type);

} // namespace passel
