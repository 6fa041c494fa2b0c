// Steps on whole columns: rename, remove, reorder.
#pragma once

#include "core/recipe/step.h"

namespace passel {

//! \brief `rename`: gives a column another name. Error `name-taken` when another column has it; a
//! column that fills a Document attribute becomes a tag, unless the new name is the attribute's.
class RenameStep final : public Step
{
public:
    RenameStep(ColumnRef column, QString name)
        : m_column(std::move(column))
        , m_name(std::move(name))
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
    QString m_name;
};

//! \brief `remove-columns`
class RemoveColumnsStep final : public Step
{
public:
    explicit RemoveColumnsStep(ColumnRefs columns)
        : m_columns(std::move(columns))
    {}

    [[nodiscard]] static Result<StepPtr> fromParameters(const QJsonObject &parameters);
    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QJsonObject parameters() const override;
    [[nodiscard]] Sentence describe() const override;
    [[nodiscard]] ColumnRefs columns() const override;
    [[nodiscard]] bool hidesData() const override;
    [[nodiscard]] Result<StepOutcome> apply(const DocumentArray &array,
                                            const TaskContext &context) const override;

private:
    ColumnRefs m_columns;
};

//! \brief `reorder-columns`: moves columns, in the order given, before a position (0 … number of
//! the other columns).
class ReorderColumnsStep final : public Step
{
public:
    ReorderColumnsStep(ColumnRefs columns, qsizetype position)
        : m_columns(std::move(columns))
        , m_position(position)
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
    qsizetype m_position; // clamped to the number of the other columns
};

} // namespace passel
