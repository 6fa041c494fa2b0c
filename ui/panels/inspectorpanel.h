// What is known about the column and the row under the cursor.
#pragma once

#include "core/look/profile.h"

#include <QPointer>
#include <QWidget>

class QStackedWidget;
class QToolButton;

namespace passel {

class ColumnPage;
class Dataset;
class DatasetProfile;
class RowPage;
class TabBar;

//! \brief Tabs Column and Row; follows the cursor unless pinned.
class InspectorPanel final : public QWidget
{
    Q_OBJECT

public:
    InspectorPanel(Dataset *dataset, DatasetProfile *profile, QWidget *parent = nullptr);

    //! \brief The cursor's cell, −1 for none. Ignored while pinned.
    void setCell(qsizetype row, qsizetype column);

    [[nodiscard]] bool isPinned() const;

    //! \brief Shows tab 0 (column) or 1 (row).
    void showTab(int index);

signals:
    //! \brief Change the type of \a column; a menu may open at \a position (global).
    void typeRequested(qsizetype column, const QPoint &position);
    void keepRowsRequested(qsizetype column);
    void fillMissingRequested(qsizetype column);
    //! \brief Keep the rows whose cell is \a value.
    void valueChosen(qsizetype column, const passel::ProfileValue &value);
    //! \brief Keep the rows with values from \a low to \a high in units of the type.
    void rangeChosen(qsizetype column, double low, double high, bool isLast);
    //! \brief Move the cursor to \a column.
    void columnChosen(qsizetype column);

private:
    void update();

    QPointer<Dataset> m_dataset;
    TabBar *m_tabs;
    QToolButton *m_pin;
    QStackedWidget *m_stack;
    ColumnPage *m_column;
    RowPage *m_row;
    qsizetype m_currentRow = -1;
    qsizetype m_currentColumn = -1;
};

} // namespace passel
