// Steps on values of any type: cast, set the type, fill what is missing.
#pragma once

#include "core/recipe/step.h"

namespace passel {

//! \brief `cast`: makes columns another type, each cell by its value or its text. Cells that do not
//! fit become missing and are failures. Error `no-such-cast` for types that have no text.
class CastStep final : public Step
{
public:
    //! \brief \a form: how the cells are read (texts) and then written; empty = the type's own, and
    //! for dates and times the form that fits most of the texts.
    CastStep(ColumnRefs columns, ColumnType type, TextForm form = {})
        : m_columns(std::move(columns))
        , m_type(std::move(type))
        , m_form(std::move(form))
    {}

    [[nodiscard]] static Result<StepPtr> fromParameters(const QJsonObject &parameters);
    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QJsonObject parameters() const override;
    [[nodiscard]] Sentence describe() const override;
    [[nodiscard]] ColumnRefs columns() const override;
    [[nodiscard]] Result<StepOutcome> apply(const DocumentArray &array,
                                            const TaskContext &context) const override;

private:
    ColumnRefs m_columns;
    ColumnType m_type;
    TextForm m_form;
};

//! \brief `set-type`: like cast, but only when every cell fits; else `cast-fails` with the first
//! cells that do not, and nothing changes. What the type badge does.
class SetTypeStep final : public Step
{
public:
    SetTypeStep(ColumnRef column, ColumnType type, TextForm form = {})
        : m_column(std::move(column))
        , m_type(std::move(type))
        , m_form(std::move(form))
    {}

    [[nodiscard]] static Result<StepPtr> fromParameters(const QJsonObject &parameters);
    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QJsonObject parameters() const override;
    [[nodiscard]] Sentence describe() const override;
    [[nodiscard]] ColumnRefs columns() const override;
    [[nodiscard]] Result<StepOutcome> apply(const DocumentArray &array,
                                            const TaskContext &context) const override;

private:
    ColumnRef m_column;
    ColumnType m_type;
    TextForm m_form;
};

//! \brief `fill-missing`: gives missing cells a value: a constant (read by the column's type; else
//! `bad-operand`), or the nearest present one above or below in row order.
class FillMissingStep final : public Step
{
public:
    enum class With : quint8 { Constant, Previous, Next };

    FillMissingStep(ColumnRefs columns, With with, QString constant = {})
        : m_columns(std::move(columns))
        , m_with(with)
        , m_constant(std::move(constant))
    {}

    [[nodiscard]] static Result<StepPtr> fromParameters(const QJsonObject &parameters);
    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QJsonObject parameters() const override;
    [[nodiscard]] Sentence describe() const override;
    [[nodiscard]] ColumnRefs columns() const override;
    [[nodiscard]] Result<StepOutcome> apply(const DocumentArray &array,
                                            const TaskContext &context) const override;

private:
    ColumnRefs m_columns;
    With m_with;
    QString m_constant;
};

} // namespace passel
