// Editors for the parameters of steps, made from what StepRegistry says of them.
#pragma once

#include "core/recipe/stepregistry.h"

#include <QWidget>

namespace passel {

//! \brief Edits one parameter; its value is the parameter's JSON.
class ParameterEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QJsonValue value() const = 0;
    virtual void setValue(const QJsonValue &value) = 0;

    //! \brief What must still be given, as a sentence for the person; empty when nothing.
    [[nodiscard]] virtual QString lack() const { return {}; }

    //! \brief \a other parameter of the same step is \a value now.
    virtual void follow(const StepParameter &other, const QJsonValue &value)
    {
        Q_UNUSED(other)
        Q_UNUSED(value)
    }

    //! \brief What gets the focus and the label's mnemonic.
    [[nodiscard]] virtual QWidget *control() { return this; }

    //! \brief The editor says its own title (a check box): no label beside it.
    [[nodiscard]] virtual bool hasOwnTitle() const { return false; }

    //! \brief Needs the whole width of the sheet; stands without a label.
    [[nodiscard]] virtual bool isWide() const { return false; }

    //! \brief An editor for \a parameter with the columns of \a schema; null for what is not
    //! edited in a sheet (rows, cells). Starts with the parameter's initial value.
    [[nodiscard]] static ParameterEditor *create(const StepParameter &parameter,
                                                 const Schema &schema, QWidget *parent = nullptr);

signals:
    //! \brief value() changed by the person.
    void changed();
};

} // namespace passel
