#include "ui/sheets/stepsheet.h"

#include "ui/kit/button.h"
#include "ui/sheets/parametereditor.h"

#include <QLineEdit>

#include <algorithm>
#include <chrono>

namespace passel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What was filled in and not used, by the step's id: a property of the table's widget, so that it
// lives as long as the table is open.
constexpr const char *Drafts = "passelStepDrafts";

} // namespace

StepSheet::StepSheet(const StepInfo &info, DocumentArray array, const QJsonObject &parameters,
                     QWidget *host, QWidget *centreOn)
    : Sheet(host, centreOn)
    , m_info(info)
    , m_array(std::move(array))
    , m_given(parameters)
    , m_rest(parameters)
    , m_table(centreOn ? centreOn : host)
{
    setObjectName(u"stepSheet"_s);
    setTitle(info.title);
    setPrimaryText(tr("Add step"));
    for (const StepParameter &parameter : info.parameters) {
        ParameterEditor *editor = ParameterEditor::create(parameter, m_array.schema(), this);
        if (!editor)
            continue;
        for (const Field &field : m_fields)
            editor->follow(field.parameter, field.editor->value());
        if (const QJsonValue given = parameters[parameter.name]; !given.isUndefined())
            editor->setValue(given);
        if (editor->isWide())
            addWide(editor);
        else
            addRow(editor->hasOwnTitle() ? QString() : parameter.title, editor);
        m_rest.remove(parameter.name);
        m_fields.push_back({parameter, editor});
        tellOthers(editor);
        connect(editor, &ParameterEditor::changed, this, [this, editor] {
            m_isTouched = true;
            tellOthers(editor);
            primaryButton()->setEnabled(lack().isEmpty()); // Enter need not wait for the preview
            m_delay.start();
        });
    }
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    connect(&m_delay, &QTimer::timeout, this, &StepSheet::preview);
    connect(this, &Sheet::accepted, this, [this] {
        Result<StepPtr> made = step();
        if (!made) {
            setSummary(made.error().message());
            return;
        }
        m_isChosen = true;
        keepDraft();
        emit stepChosen(*made);
    });
    connect(this, &Sheet::closed, this, &StepSheet::keepDraft);
    restoreDraft();
    preview();
}

void StepSheet::setIsChange(bool isChange)
{
    setPrimaryText(isChange ? tr("Change step") : tr("Add step"));
}

QWidget *StepSheet::firstField() const
{
    // Columns are chosen already, as a rule: begin with the first text to type.
    for (const Field &field : m_fields) {
        QWidget *control = field.editor->control();
        if (qobject_cast<QLineEdit *>(control))
            return control;
    }
    return m_fields.empty() ? nullptr : m_fields.front().editor->control();
}

void StepSheet::tellOthers(const ParameterEditor *changed)
{
    const auto from = std::find_if(m_fields.begin(), m_fields.end(), [changed](const Field &field) {
        return field.editor == changed;
    });
    if (from == m_fields.end())
        return;
    const QJsonValue value = changed->value();
    for (const Field &field : m_fields) {
        if (field.editor != changed)
            field.editor->follow(from->parameter, value);
    }
}

QString StepSheet::lack() const
{
    for (const Field &field : m_fields) {
        if (QString words = field.editor->lack(); !words.isEmpty())
            return words;
    }
    return {};
}

Result<StepPtr> StepSheet::step() const
{
    QJsonObject parameters = m_rest;
    for (const Field &field : m_fields)
        parameters.insert(field.parameter.name, field.editor->value());
    return StepRegistry::create(m_info.id, parameters);
}

void StepSheet::restoreDraft()
{
    if (!m_table)
        return;
    const QString id = QString::fromUtf8(m_info.id);
    const QJsonObject draft = m_table->property(Drafts).toMap().value(id).toJsonObject();
    const QJsonObject values = draft[u"values"_s].toObject();
    // Asked for other columns than then, those go first, and a name was for the column then.
    const bool isSame = draft[u"given"_s].toObject() == m_given;
    for (const Field &field : m_fields) {
        const QString &name = field.parameter.name;
        const bool isFree = !m_given.contains(name) && field.parameter.kind != ParameterKind::Name;
        if (!values.contains(name) || (!isSame && !isFree))
            continue;
        field.editor->setValue(values[name]);
        tellOthers(field.editor);
    }
}

void StepSheet::keepDraft()
{
    if (!m_table || (!m_isChosen && !m_isTouched))
        return;
    QVariantMap drafts = m_table->property(Drafts).toMap();
    const QString id = QString::fromUtf8(m_info.id);
    if (m_isChosen) {
        drafts.remove(id);
    } else {
        QJsonObject values;
        for (const Field &field : m_fields)
            values.insert(field.parameter.name, field.editor->value());
        drafts.insert(id, QJsonObject{{u"given"_s, m_given}, {u"values"_s, values}});
    }
    m_table->setProperty(Drafts, drafts);
}

void StepSheet::preview()
{
    if (const QString words = lack(); !words.isEmpty()) {
        m_task = {};
        setSummary(words);
        primaryButton()->setEnabled(false);
        return;
    }
    Result<StepPtr> made = step();
    if (!made) {
        m_task = {};
        showOutcome(made.error());
        return;
    }
    m_task = Task<StepReport>::start(
        ThreadPool::global(),
        [array = m_array, step = *made](const TaskContext &context) -> Result<StepReport> {
            PASSEL_TRY(const StepOutcome outcome, step->apply(array, context));
            return outcome.report;
        },
        [this](const Result<StepReport> &report) { showOutcome(report); });
}

void StepSheet::showOutcome(const Result<StepReport> &report)
{
    if (!report) {
        if (!report.error().isCancelled()) {
            setSummary(report.error().message());
            primaryButton()->setEnabled(false);
        }
        return;
    }
    primaryButton()->setEnabled(true);
    //: Before a step is added: what it would do, for example "24 rows removed".
    Wording summary(tr("Preview: %1").arg(report->sentence()));
    if (report->failureCount > 0 && !report->failures.empty()) {
        QStringList examples;
        for (const StepFailure &failure : report->failures) {
            const QString text = u'\u201C' + QString::fromStdString(failure.text) + u'\u201D';
            if (!examples.contains(text))
                examples << text;
            if (examples.size() == 3)
                break;
        }
        //: %1 are examples of cells that do not fit, in quotation marks.
        summary = Wording(tr("%n cell(s) would be lost, such as %1.", nullptr,
                             static_cast<int>(std::min<qint64>(report->failureCount, INT_MAX)))
                              .arg(examples.join(u", "_s)))
                      .then(summary);
    }
    setSummary(summary);
}

} // namespace passel
