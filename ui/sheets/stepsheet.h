// The sheet that edits any step from what StepRegistry says of its parameters.
#pragma once

#include "core/base/task.h"
#include "core/recipe/stepregistry.h"
#include "ui/kit/sheet.h"

#include <QJsonObject>
#include <QTimer>

#include <vector>

namespace passel {

class ParameterEditor;

//! \brief Title and fields of one kind of step. While they are edited, the step is tried on a
//! worker and the last line tells what it would do, or what must still be given; the table is not
//! touched. Closed without making a step, it leaves what was filled in with the table: the next
//! sheet for the same kind of step on it begins with that.
class StepSheet final : public Sheet
{
    Q_OBJECT

public:
    //! \brief For steps of kind \a info on \a array, beginning with \a parameters where given;
    //! \a centreOn is also what says which table it is.
    StepSheet(const StepInfo &info, DocumentArray array, const QJsonObject &parameters,
              QWidget *host, QWidget *centreOn = nullptr);

    //! \brief Another step takes this one's place: says so in the primary button.
    void setIsChange(bool isChange);

    //! \brief The field that a person fills in first.
    [[nodiscard]] QWidget *firstField() const;

    //! \brief The step as the fields say; an error when they do not make one.
    [[nodiscard]] Result<StepPtr> step() const;

signals:
    //! \brief The primary button was pressed and the fields make a step.
    void stepChosen(const passel::StepPtr &step);

private:
    struct Field
    {
        StepParameter parameter;
        ParameterEditor *editor;
    };

    void tellOthers(const ParameterEditor *changed);
    [[nodiscard]] QString lack() const;
    void restoreDraft();
    void keepDraft();
    void preview();
    void showOutcome(const Result<StepReport> &report);

    StepInfo m_info;
    DocumentArray m_array;
    QJsonObject m_given;
    QJsonObject m_rest; // parameters without an editor
    QPointer<QWidget> m_table;
    bool m_isTouched = false;
    bool m_isChosen = false;
    std::vector<Field> m_fields;
    QTimer m_delay;
    Task<StepReport> m_task;
};

} // namespace passel
