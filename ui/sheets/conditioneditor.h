// Edits which rows to keep: comparisons joined by "all" or "any".
#pragma once

#include "core/recipe/condition.h"
#include "ui/sheets/parametereditor.h"

#include <vector>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace passel {

class PlainLabel;

//! \brief Lines of column, operator and value. Conditions that nest deeper than lines can show are
//! kept as they are and told in words.
class ConditionEditor final : public ParameterEditor
{
    Q_OBJECT

public:
    ConditionEditor(const StepParameter &parameter, Schema schema, QWidget *parent = nullptr);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QWidget *control() override;

    [[nodiscard]] bool isWide() const override { return true; }

private:
    struct Line
    {
        QWidget *widget;
        QComboBox *column;
        QComboBox *op;
        QLineEdit *operand;
    };

    void addLine(const Condition &condition);
    void removeLine(QWidget *widget);
    void fillOperators(const Line &line, Condition::Operator chosen);
    [[nodiscard]] Condition conditionOf(const Line &line) const;

    Schema m_schema;
    QVBoxLayout *m_layout;
    QWidget *m_joinRow;
    QComboBox *m_join;
    PlainLabel *m_words;
    std::vector<Line> m_lines;
    std::optional<Condition> m_complex; // shown in words only
};

//! \brief Operators that compare with nothing.
[[nodiscard]] bool takesNoOperand(Condition::Operator op);

} // namespace passel
