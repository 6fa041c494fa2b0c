// Opening, saving, recipes, examples and tabs: what the File menu does.
#pragma once

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/io/format.h"
#include "core/recipe/recipe.h"

#include <QObject>
#include <QPointer>

#include <map>

class QMenu;

namespace passel {

class Dataset;
class DatasetView;
class MainWindow;
class RecipePanel;

//! \brief Lives as long as its window.
class FileActions final : public QObject
{
    Q_OBJECT

public:
    explicit FileActions(MainWindow *window);
    ~FileActions() override;

    //! \brief The actions in the order of the menu.
    void fillMenu(QMenu *menu);
    //! \brief Choose a file to open.
    void showOpenDialog();
    //! \brief The bundled examples as a menu at \a position (global).
    void showExamples(const QPoint &position);
    //! \brief Opens bundled example \a name (`bird-strikes.csv`).
    void openExample(const QString &name);
    //! \brief The sheet that asks how, then where, to write the current table.
    void saveAs();
    void saveRecipe();
    //! \brief Writes the recipe of \a view in the background.
    void saveRecipeTo(DatasetView *view, const QString &path);
    void loadRecipe();
    //! \brief Reads a recipe file into the current table, in the background; the last one asked
    //! for counts.
    void loadRecipeFrom(const QString &path);
    //! \brief What view() reports goes to the banner: called for each new table.
    void watch(DatasetView *view);
    //! \brief Enables what the page in front allows.
    void update();

private:
    void askWhere(const WriteOptions &options);
    static void takeRecipe(Dataset *dataset, const Recipe &loaded);
    void readFailed(DatasetView *view, const Error &error);
    void readFinished(DatasetView *view);

    MainWindow *m_window;
    std::map<int, Task<void>> m_writing; // recipes; one does not stop another
    int m_writings = 0;
    Task<Recipe> m_loading;
};

} // namespace passel
