#include "ui/sheets/conditioneditor.h"

#include "ui/kit/button.h"
#include "ui/kit/plainlabel.h"
#include "ui/panels/paneltitle.h"
#include "ui/sheets/columneditors.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

bool isList(Condition::Operator op)
{
    return op == Condition::Operator::InList || op == Condition::Operator::NotInList;
}

} // namespace

bool takesNoOperand(Condition::Operator op)
{
    using Operator = Condition::Operator;
    return op == Operator::IsMissing || op == Operator::IsNotMissing || op == Operator::IsEmpty;
}

ConditionEditor::ConditionEditor(const StepParameter &parameter, Schema schema, QWidget *parent)
    : ParameterEditor(parent)
    , m_schema(std::move(schema))
    , m_layout(new QVBoxLayout(this))
    , m_joinRow(new QWidget)
    , m_join(new QComboBox)
    , m_words(new PlainLabel)
{
    setAccessibleName(parameter.title);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_join->setObjectName(u"conditionJoin"_s);
    m_join->setAccessibleName(tr("How the conditions are joined"));
    m_join->addItem(tr("all of these are true"));
    m_join->addItem(tr("any of these is true"));
    auto *joinLayout = new QHBoxLayout(m_joinRow);
    joinLayout->setContentsMargins(0, 0, 0, 0);
    joinLayout->addWidget(m_join);
    joinLayout->addStretch(1);
    m_joinRow->setVisible(false);
    m_words->setWordWrap(true);
    m_words->setVisible(false);
    auto *add = new Button(tr("Add a condition"), ButtonKind::Flat);
    add->setObjectName(u"conditionAdd"_s);
    add->setIconName(u"plus"_s);
    setControlSize(add, ControlSize::Small);
    m_layout->addWidget(m_joinRow);
    m_layout->addWidget(m_words);
    m_layout->addWidget(add, 0, Qt::AlignLeft);
    connect(m_join, &QComboBox::activated, this, &ParameterEditor::changed);
    connect(add, &QAbstractButton::clicked, this, [this] {
        addLine({});
        emit changed();
    });
    addLine({});
}

QJsonValue ConditionEditor::value() const
{
    std::vector<Condition> parts;
    if (m_complex)
        parts.push_back(*m_complex);
    for (const Line &line : m_lines)
        parts.push_back(conditionOf(line));
    if (parts.size() == 1)
        return parts.front().toJson();
    return (m_join->currentIndex() == 1 ? Condition::any(std::move(parts))
                                        : Condition::all(std::move(parts)))
        .toJson();
}

void ConditionEditor::setValue(const QJsonValue &value)
{
    const Result<Condition> read = Condition::fromJson(value.toObject());
    if (!read)
        return;
    while (!m_lines.empty()) {
        delete m_lines.back().widget;
        m_lines.pop_back();
    }
    m_complex.reset();
    const Condition &condition = *read;
    const auto isCompare = [](const Condition &part) {
        return part.kind == Condition::Kind::Compare;
    };
    if (isCompare(condition)) {
        addLine(condition);
    } else if (std::all_of(condition.parts.begin(), condition.parts.end(), isCompare)) {
        m_join->setCurrentIndex(condition.kind == Condition::Kind::Any ? 1 : 0);
        for (const Condition &part : condition.parts)
            addLine(part);
    } else {
        m_complex = condition;
        m_words->setUntrustedText(plainText(condition.describe()));
    }
    m_words->setVisible(m_complex.has_value());
    if (m_lines.empty() && !m_complex)
        addLine({});
}

QWidget *ConditionEditor::control()
{
    if (m_lines.empty())
        return this;
    const Line &first = m_lines.front();
    return first.operand->isVisibleTo(this) ? static_cast<QWidget *>(first.operand) : first.op;
}

void ConditionEditor::addLine(const Condition &condition)
{
    const Line line{new QWidget, new QComboBox, new QComboBox, new QLineEdit};
    line.column->setObjectName(u"conditionColumn"_s);
    line.column->setAccessibleName(tr("Column"));
    line.column->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    line.column->setMinimumContentsLength(10);
    line.op->setObjectName(u"conditionOperator"_s);
    line.op->setAccessibleName(tr("Comparison"));
    line.op->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    line.op->setMinimumContentsLength(9);
    line.operand->setObjectName(u"conditionValue"_s);
    line.operand->setAccessibleName(tr("Value"));
    fillColumns(line.column, m_schema);
    if (!condition.column.name.isEmpty())
        chooseColumn(line.column, condition.column.toJson());
    fillOperators(line, condition.op);
    tellWholeText(line.column);
    tellWholeText(line.op);
    line.operand->setText(condition.operands.join(u", "_s));
    QToolButton *remove = makeIconButton(u"conditionRemove"_s, u"x"_s, tr("Remove this condition"));
    auto *row = new QHBoxLayout(line.widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(line.column, 3);
    row->addWidget(line.op, 3);
    row->addWidget(line.operand, 4);
    row->addWidget(remove);
    m_layout->insertWidget(m_layout->count() - 1, line.widget);
    m_lines.push_back(line);
    m_joinRow->setVisible(m_lines.size() + (m_complex ? 1U : 0U) > 1);
    const auto update = [line] {
        const auto op = static_cast<Condition::Operator>(line.op->currentData().toInt());
        line.operand->setVisible(!takesNoOperand(op));
        line.operand->setPlaceholderText(isList(op) ? tr("values with commas between") : QString());
    };
    update();
    connect(line.column, &QComboBox::activated, this, [this, line, update] {
        fillOperators(line, static_cast<Condition::Operator>(line.op->currentData().toInt()));
        update();
        emit changed();
    });
    connect(line.op, &QComboBox::activated, this, [this, update] {
        update();
        emit changed();
    });
    connect(line.operand, &QLineEdit::textEdited, this, &ParameterEditor::changed);
    connect(remove, &QAbstractButton::clicked, this,
            [this, widget = line.widget] { removeLine(widget); });
}

void ConditionEditor::removeLine(QWidget *widget)
{
    if (m_lines.size() + (m_complex ? 1U : 0U) < 2)
        return;
    std::erase_if(m_lines, [widget](const Line &line) { return line.widget == widget; });
    widget->hide();
    widget->deleteLater();
    m_joinRow->setVisible(m_lines.size() + (m_complex ? 1U : 0U) > 1);
    emit changed();
}

void ConditionEditor::fillOperators(const Line &line, Condition::Operator chosen)
{
    const Result<ColumnRef> ref = ColumnRef::fromJson(chosenColumn(line.column));
    ColumnType type = TypeKind::Text;
    if (ref) {
        if (const Result<qsizetype> index = ref->in(m_schema))
            type = m_schema.field(*index).type;
    }
    line.op->clear();
    for (const Condition::Operator op : operatorsFor(type))
        line.op->addItem(operatorTitle(op), static_cast<int>(op));
    line.op->setCurrentIndex(std::max(0, line.op->findData(static_cast<int>(chosen))));
}

Condition ConditionEditor::conditionOf(const Line &line) const
{
    const auto op = static_cast<Condition::Operator>(line.op->currentData().toInt());
    QStringList operands;
    if (isList(op)) {
        for (const QString &part : line.operand->text().split(u',', Qt::SkipEmptyParts))
            operands << part.trimmed();
    } else if (!takesNoOperand(op)) {
        operands << line.operand->text();
    }
    const Result<ColumnRef> ref = ColumnRef::fromJson(chosenColumn(line.column));
    return Condition::compare(ref ? *ref : ColumnRef{}, op, operands);
}

} // namespace passel
