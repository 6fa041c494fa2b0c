// What is done to the table in front: steps, cells, rows, columns, find, undo.
#pragma once

#include "core/array/columntype.h"
#include "core/recipe/condition.h"
#include "core/recipe/step.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace passel {

class DatasetView;
class MainWindow;
struct HeaderPart;

//! \brief Actions mean the current cell's column, or the selected columns and rows. Lives as long
//! as its window.
class TableActions final : public QObject
{
    Q_OBJECT

public:
    explicit TableActions(MainWindow *window);

    void fillEditMenu(QMenu *menu) const;
    void fillDataMenu(QMenu *menu) const;
    void fillRecipeMenu(QMenu *menu) const;
    //! \brief Connects a new table's header, menus and panels.
    void watch(DatasetView *view);
    //! \brief Enables what the page in front allows.
    void update();

    //! \brief Opens the sheet of step \a id with \a parameters filled in.
    void askStep(const QByteArray &id, const QJsonObject &parameters = {});
    //! \brief Opens the sheet of a step that is in the recipe.
    void changeStep(int index);
    //! \brief Does \a step to the table in front.
    void apply(const StepPtr &step);
    //! \brief Keeps the rows for which \a condition is true.
    void keepRows(const Condition &condition);
    //! \brief Sorts by \a column the next way: ascending, descending, not at all.
    void cycleSort(qsizetype column, bool add);
    void sortBy(qsizetype column, bool isDescending, bool add = false);
    //! \brief Types the cells of \a text (lines and tabs) over those from the current cell on, as
    //! one step. What reaches beyond the table is left out, and said.
    void pasteCells(const QString &text);
    //! \brief Makes \a column another type; when cells do not fit, the banner lists them first.
    void setType(qsizetype column, const ColumnType &type);
    //! \brief The types of \a column as a menu at \a position (global).
    void showTypes(qsizetype column, const QPoint &position);

private:
    void addEditActions();
    void addColumnActions();
    void addStepActions();
    void showColumnMenu(qsizetype column, const QPoint &position);
    void showCellMenu(const QPoint &position);
    void showStepMenu(const QPoint &position);
    void showFilter(qsizetype column);
    void filterBy(qsizetype column, const HeaderPart &part);
    void typeFailed(qsizetype column, const ColumnType &type, const Error &error);
    [[nodiscard]] QJsonObject columnParameters(const QByteArray &id) const;
    [[nodiscard]] ColumnRefs chosenColumns() const;
    void stepFailed(DatasetView *view, const Error &error);

    MainWindow *m_window;
    std::optional<std::pair<qsizetype, ColumnType>> m_wantedType; // until the step has been done
    std::function<void()> m_afterStep;                            // told then; empty = nothing
};

} // namespace passel
