// The filter of a column under its header: frequent values by tick, or a comparison.
#pragma once

#include "core/base/task.h"
#include "core/look/profile.h"
#include "core/recipe/condition.h"

#include <QFrame>
#include <QTimer>

#include <memory>

class QComboBox;
class QLineEdit;
class QListWidget;

namespace passel {

class Button;
class PlainLabel;

//! \brief A popup; it deletes itself when closed. The button counts the rows that would stay.
class FilterPopup final : public QFrame
{
    Q_OBJECT

public:
    FilterPopup(DocumentArray array, qsizetype column, std::shared_ptr<const ColumnProfile> profile,
                QWidget *parent);

    void openAt(const QPoint &position);

    //! \brief What is chosen now; All of nothing when nothing is.
    [[nodiscard]] Condition condition() const;

signals:
    void conditionChosen(const passel::Condition &condition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillValues();
    void changed();
    void count();
    void accept();

    DocumentArray m_array;
    qsizetype m_column;
    std::shared_ptr<const ColumnProfile> m_profile;
    QComboBox *m_op;
    QLineEdit *m_operand;
    QListWidget *m_values;
    Button *m_keep;
    PlainLabel *m_problem;
    QTimer m_delay;
    Task<qint64> m_task;
};

} // namespace passel
