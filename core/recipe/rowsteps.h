// Steps on whole rows: keep where, sort, drop duplicates, delete, insert.
#pragma once

#include "core/recipe/condition.h"

namespace passel {

//! \brief `keep-rows`: keeps the rows for which a condition is true, or removes them.
class KeepRowsStep final : public Step
{
public:
    explicit KeepRowsStep(Condition condition, bool removes = false)
        : m_condition(std::move(condition))
        , m_removes(removes)
    {}

    [[nodiscard]] static Result<StepPtr> fromParameters(const QJsonObject &parameters);
    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QJsonObject parameters() const override;
    [[nodiscard]] Sentence describe() const override;
    [[nodiscard]] ColumnRefs columns() const override;
    [[nodiscard]] bool hidesData() const override;
    [[nodiscard]] Result<StepOutcome> apply(const DocumentArray &array,
                                            const TaskContext &context) const override;

    [[nodiscard]] const Condition &condition() const noexcept { return m_condition; }

private:
    Condition m_condition;
    bool m_removes;
};

//! \brief `sort`: stable, missing cells last.
class SortStep final : public Step
{
public:
    struct Key
    {
        ColumnRef column;
        bool isDescending = false;

        bool operator==(const Key &) const = default;
    };

    explicit SortStep(std::vector<Key> keys)
        : m_keys(std::move(keys))
    {}

    [[nodiscard]] static Result<StepPtr> fromParameters(const QJsonObject &parameters);
    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QJsonObject parameters() const override;
    [[nodiscard]] Sentence describe() const override;
    [[nodiscard]] ColumnRefs columns() const override;
    [[nodiscard]] Result<StepOutcome> apply(const DocumentArray &array,
                                            const TaskContext &context) const override;

    [[nodiscard]] const std::vector<Key> &keys() const noexcept { return m_keys; }

private:
    std::vector<Key> m_keys;
};

//! \brief `drop-duplicates`: of rows with equal cells in the columns (none named = in all), keeps
//! the first or the last. Missing equals missing, and differs from empty.
class DropDuplicatesStep final : public Step
{
public:
    enum class Keep : quint8 { First, Last };

    explicit DropDuplicatesStep(ColumnRefs columns, Keep keep = Keep::First)
        : m_columns(std::move(columns))
        , m_keep(keep)
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
    Keep m_keep;
};

//! \brief `delete-rows`: removes rows by their stored numbers, so that it means the same rows after
//! an earlier step has changed. Rows that are not there are no error.
class DeleteRowsStep final : public Step
{
public:
    explicit DeleteRowsStep(std::vector<quint32> storedRows);
    //! \brief For logical \a rows of \a array.
    [[nodiscard]] static StepPtr of(const DocumentArray &array, std::span<const quint32> rows);

    [[nodiscard]] static Result<StepPtr> fromParameters(const QJsonObject &parameters);
    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QJsonObject parameters() const override;
    [[nodiscard]] Sentence describe() const override;
    [[nodiscard]] ColumnRefs columns() const override;
    [[nodiscard]] bool hidesData() const override;
    [[nodiscard]] Result<StepOutcome> apply(const DocumentArray &array,
                                            const TaskContext &context) const override;

private:
    std::vector<quint32> m_rows; // ascending, each once
};

//! \brief `insert-rows`: rows of missing cells before logical row \a position (clamped).
class InsertRowsStep final : public Step
{
public:
    //! \brief At most this many rows at once.
    static constexpr qsizetype MaxRows = 1'000'000;

    explicit InsertRowsStep(qsizetype position, qsizetype count = 1)
        : m_position(position)
        , m_count(count)
    {}

    [[nodiscard]] static Result<StepPtr> fromParameters(const QJsonObject &parameters);
    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QJsonObject parameters() const override;
    [[nodiscard]] Sentence describe() const override;
    [[nodiscard]] ColumnRefs columns() const override;
    [[nodiscard]] Result<StepOutcome> apply(const DocumentArray &array,
                                            const TaskContext &context) const override;

private:
    qsizetype m_position;
    qsizetype m_count;
};

} // namespace passel
