// The one field of the grid: on the cell that is being edited.
#pragma once

#include <QLineEdit>
#include <QPointer>

#include <functional>

namespace passel {

class FieldNote;

//! \brief A line edit that covers its cell, grows with its text, and says below it why the text
//! cannot stay. Enter, Tab and losing the focus accept; Esc gives up. A text with a problem is not
//! accepted: the editor stays, or gives up when the focus is lost.
class GridEditor final : public QLineEdit
{
    Q_OBJECT

public:
    using Problem = std::function<QString(const QString &)>;

    //! \brief \a problem answers why a text cannot stand here, or nothing.
    GridEditor(QWidget *viewport, const QString &text, Problem problem);
    ~GridEditor() override;

    //! \brief Covers \a cell, growing towards the end of the line within the viewport.
    void cover(const QRect &cell);

    [[nodiscard]] qint64 row() const { return m_row; }

    [[nodiscard]] int column() const { return m_column; }

    void setCell(qint64 row, int column);

signals:
    //! \brief Editing is over; \a rowStep and \a columnStep say where the key wants to go on.
    void left(bool accepted, int rowStep, int columnStep);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] bool check();
    void leave(bool accepted, int rowStep, int columnStep);

    Problem m_problem;
    QPointer<QWidget> m_note;
    FieldNote *m_words = nullptr;
    QRect m_cell;
    qint64 m_row = -1;
    int m_column = -1;
    bool m_isOver = false;
};

} // namespace passel
