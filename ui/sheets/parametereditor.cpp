#include "ui/sheets/parametereditor.h"

#include "ui/kit/plaintext.h"
#include "ui/sheets/columneditors.h"
#include "ui/sheets/conditioneditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

// A layout without margins around one control.
void fill(ParameterEditor *editor, QWidget *control, bool stretches)
{
    auto *row = new QHBoxLayout(editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(control, stretches ? 1 : 0);
    if (!stretches)
        row->addStretch(1);
    editor->setFocusProxy(control);
}

class LineParameter final : public ParameterEditor
{
    Q_OBJECT

public:
    LineParameter(const StepParameter &parameter, QWidget *parent)
        : ParameterEditor(parent)
        , m_line(new QLineEdit)
    {
        m_line->setObjectName(u"parameter-"_s + parameter.name);
        m_line->setAccessibleName(parameter.title);
        m_line->setPlaceholderText(parameter.hint);
        fill(this, m_line, true);
        connect(m_line, &QLineEdit::textEdited, this, &ParameterEditor::changed);
    }

    QJsonValue value() const override { return m_line->text(); }

    void setValue(const QJsonValue &value) override { m_line->setText(value.toString()); }

    QWidget *control() override { return m_line; }

private:
    QLineEdit *m_line;
};

// A new name: it begins with the one that the column has.
class NameParameter final : public ParameterEditor
{
    Q_OBJECT

public:
    NameParameter(const StepParameter &parameter, QWidget *parent)
        : ParameterEditor(parent)
        , m_line(new QLineEdit)
    {
        m_line->setObjectName(u"parameter-"_s + parameter.name);
        m_line->setAccessibleName(parameter.title);
        m_line->setPlaceholderText(parameter.hint);
        fill(this, m_line, true);
        connect(m_line, &QLineEdit::textEdited, this, [this] {
            m_isOwn = true;
            emit changed();
        });
    }

    QJsonValue value() const override { return m_line->text(); }

    void setValue(const QJsonValue &value) override
    {
        m_line->setText(value.toString());
        m_isOwn = !m_line->text().isEmpty();
    }

    QString lack() const override
    {
        return m_line->text().isEmpty() || m_line->text() == m_before
                   ? ParameterEditor::tr("Type the new name.")
                   : QString();
    }

    void follow(const StepParameter &other, const QJsonValue &value) override
    {
        const Result<ColumnRef> column = ColumnRef::fromJson(value);
        if (other.kind != ParameterKind::Column || !column)
            return;
        m_before = column->name;
        if (m_isOwn)
            return;
        m_line->setText(m_before);
        m_line->selectAll(); // typing replaces it
    }

    QWidget *control() override { return m_line; }

private:
    QLineEdit *m_line;
    QString m_before;
    bool m_isOwn = false;
};

class WholeParameter final : public ParameterEditor
{
    Q_OBJECT

public:
    WholeParameter(const StepParameter &parameter, QWidget *parent)
        : ParameterEditor(parent)
        , m_box(new QSpinBox)
    {
        m_box->setObjectName(u"parameter-"_s + parameter.name);
        m_box->setAccessibleName(parameter.title);
        m_box->setAccessibleDescription(parameter.hint);
        m_box->setRange(0, std::numeric_limits<int>::max());
        m_box->setGroupSeparatorShown(true);
        fill(this, m_box, false);
        connect(m_box, &QSpinBox::valueChanged, this, &ParameterEditor::changed);
    }

    QJsonValue value() const override { return m_box->value(); }

    void setValue(const QJsonValue &value) override
    {
        const QSignalBlocker blocker(m_box);
        m_box->setValue(value.toInt());
    }

    QWidget *control() override { return m_box; }

private:
    QSpinBox *m_box;
};

class FlagParameter final : public ParameterEditor
{
    Q_OBJECT

public:
    FlagParameter(const StepParameter &parameter, QWidget *parent)
        : ParameterEditor(parent)
        , m_box(new QCheckBox(plainActionText(parameter.title)))
    {
        m_box->setObjectName(u"parameter-"_s + parameter.name);
        m_box->setAccessibleDescription(parameter.hint);
        fill(this, m_box, false);
        connect(m_box, &QCheckBox::clicked, this, &ParameterEditor::changed);
    }

    QJsonValue value() const override { return m_box->isChecked(); }

    void setValue(const QJsonValue &value) override { m_box->setChecked(value.toBool()); }

    QWidget *control() override { return m_box; }

    bool hasOwnTitle() const override { return true; }

private:
    QCheckBox *m_box;
};

class ChoiceParameter final : public ParameterEditor
{
    Q_OBJECT

public:
    ChoiceParameter(const StepParameter &parameter, const std::vector<ParameterChoice> &choices,
                    QWidget *parent)
        : ParameterEditor(parent)
        , m_box(new QComboBox)
    {
        m_box->setObjectName(u"parameter-"_s + parameter.name);
        m_box->setAccessibleName(parameter.title);
        for (const ParameterChoice &choice : choices)
            m_box->addItem(choice.title, choice.value);
        fill(this, m_box, false);
        connect(m_box, &QComboBox::activated, this, &ParameterEditor::changed);
    }

    QJsonValue value() const override { return m_box->currentData().toString(); }

    void setValue(const QJsonValue &value) override
    {
        m_box->setCurrentIndex(std::max(0, m_box->findData(value.toString())));
    }

    QWidget *control() override { return m_box; }

private:
    QComboBox *m_box;
};

std::vector<ParameterChoice> typeChoices()
{
    std::vector<ParameterChoice> choices;
    for (const TypeKind kind :
         {TypeKind::Text, TypeKind::Int, TypeKind::Float64, TypeKind::Bool, TypeKind::Date,
          TypeKind::Time, TypeKind::Timestamp, TypeKind::Duration, TypeKind::Json})
        choices.push_back({QString::fromLatin1(typeName(kind)), typeTitle(kind)});
    return choices;
}

ParameterEditor *make(const StepParameter &parameter, const Schema &schema, QWidget *parent)
{
    switch (parameter.kind) {
    case ParameterKind::Column:
        return new ColumnEditor(parameter, schema, parent);
    case ParameterKind::Columns:
        return new ColumnsEditor(parameter, schema, parent);
    case ParameterKind::Text:
    case ParameterKind::Form:
        return new LineParameter(parameter, parent);
    case ParameterKind::Name:
        return new NameParameter(parameter, parent);
    case ParameterKind::Whole:
        return new WholeParameter(parameter, parent);
    case ParameterKind::Position:
        return new PositionEditor(parameter, schema, parent);
    case ParameterKind::Flag:
        return new FlagParameter(parameter, parent);
    case ParameterKind::Choice:
        return new ChoiceParameter(parameter, parameter.choices, parent);
    case ParameterKind::Type:
        return new ChoiceParameter(parameter, typeChoices(), parent);
    case ParameterKind::Condition:
        return new ConditionEditor(parameter, schema, parent);
    case ParameterKind::SortKeys:
        return new SortKeysEditor(parameter, schema, parent);
    case ParameterKind::Rows:
    case ParameterKind::Cells:
    case ParameterKind::Opaque:
        break;
    }
    return nullptr;
}

} // namespace

ParameterEditor *ParameterEditor::create(const StepParameter &parameter, const Schema &schema,
                                         QWidget *parent)
{
    ParameterEditor *editor = make(parameter, schema, parent);
    if (editor && !parameter.initial.isUndefined() && !parameter.initial.isNull())
        editor->setValue(parameter.initial);
    return editor;
}

} // namespace passel

#include "parametereditor.moc"
