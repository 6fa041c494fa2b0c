// The list of all steps: their names for a palette, their parameters for an editor, their readers.
#pragma once

#include "core/recipe/step.h"

#include <QJsonValue>
#include <QStringList>

#include <optional>
#include <vector>

namespace passel {

//! \brief Where a step stands in a menu.
enum class StepCategory : quint8 { Columns, Text, Values, Rows, Cells, Source };

//! \brief The category's title, translated.
[[nodiscard]] QString categoryTitle(StepCategory category);

//! \brief How a parameter is asked for.
enum class ParameterKind : quint8 {
    Column,    //!< one column: ColumnRef JSON
    Columns,   //!< list of ColumnRef JSON; see StepParameter::isOptional for "all"
    Text,      //!< string
    Name,      //!< string, not empty: a column's new name
    Whole,     //!< whole number, not negative
    Position,  //!< whole number: place among the columns that the step's Columns leave
    Flag,      //!< bool
    Choice,    //!< one of StepParameter::choices
    Type,      //!< name of a column type: typeName()
    Form,      //!< TextForm as string
    Condition, //!< Condition JSON (condition.h)
    SortKeys,  //!< list of {"column": …, "descending": bool}
    Rows,      //!< list of stored row numbers: filled by the table, not by an editor
    Cells,     //!< list of edits: filled by the table
    Opaque,    //!< not edited here
};

//! \brief One allowed value of a Choice.
struct ParameterChoice
{
    QString value; //!< as in the JSON
    QString title; //!< translated
};

//! \brief One member of a step's parameters.
struct StepParameter
{
    QString name; //!< as in the JSON
    ParameterKind kind = ParameterKind::Text;
    QString title; //!< label, translated
    QString hint;  //!< placeholder or explanation, translated; may be empty
    std::vector<ParameterChoice> choices;
    QJsonValue initial;      //!< what an editor starts with
    bool isOptional = false; //!< Columns: empty means every column that the step suits
};

//! \brief What is known about a kind of step before it has parameters.
struct StepInfo
{
    QByteArray id;
    int version = 1;
    QString title;        //!< "Trim spaces"
    QStringList synonyms; //!< further words a palette finds it by
    StepCategory category = StepCategory::Columns;
    bool isInPalette = true; //!< false for steps that only the table itself makes
    std::vector<StepParameter> parameters;
};

//! \brief All steps there are. Translated anew at each call; thread-safe.
class StepRegistry
{
public:
    //! \brief In the order of a menu.
    [[nodiscard]] static std::vector<StepInfo> all();
    [[nodiscard]] static std::optional<StepInfo> info(const QByteArray &id);
    //! \brief A step of that kind. Errors: `unknown-step`, `bad-step` (which parameter and why).
    [[nodiscard]] static Result<StepPtr> create(const QByteArray &id,
                                                const QJsonObject &parameters);
    //! \brief Reads Step::toJson(). Errors: `unknown-step`, `newer-step`, `bad-step`; each says
    //! which.
    [[nodiscard]] static Result<StepPtr> fromJson(const QJsonObject &json);
};

} // namespace passel
