// Steps on texts: trim and collapse spaces, change case, replace.
#pragma once

#include "core/look/textmatcher.h"
#include "core/recipe/step.h"

namespace passel {

//! \brief `trim`: removes white space (Unicode's, U+00A0 and zero-width ones too) at both ends, and
//! makes one space of each stretch inside if asked. No columns = every text column.
class TrimStep final : public Step
{
public:
    explicit TrimStep(ColumnRefs columns, bool collapsesInside = true)
        : m_columns(std::move(columns))
        , m_collapsesInside(collapsesInside)
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
    bool m_collapsesInside;
};

//! \brief `change-case`, by Unicode's rules, the same in every locale. No columns = every text
//! column.
class ChangeCaseStep final : public Step
{
public:
    enum class To : quint8 { Upper, Lower, Title, Capitalized };

    ChangeCaseStep(ColumnRefs columns, To to)
        : m_columns(std::move(columns))
        , m_to(to)
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
    To m_to;
};

//! \brief `replace`: every occurrence of a text or regular expression (`\1` … `\9` in the
//! replacement are its groups, `\\` a backslash), or whole cells only. No columns = every text
//! column. Errors `bad-pattern`, `pattern-too-long`; cells that pass the bound of steps or would
//! grow beyond 16 MiB are failures.
class ReplaceStep final : public Step
{
public:
    ReplaceStep(ColumnRefs columns, TextPattern find, QString replacement)
        : m_columns(std::move(columns))
        , m_find(std::move(find))
        , m_replacement(std::move(replacement))
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
    TextPattern m_find;
    QString m_replacement;
};

} // namespace passel
