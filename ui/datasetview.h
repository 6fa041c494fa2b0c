// One tab with a table: grid, strip, inspector, recipe, find and issues, all about one Dataset.
#pragma once

#include "core/io/readreport.h"
#include "ui/grid/gridselection.h"
#include "ui/opener/readjob.h"
#include "ui/opener/savejob.h"
#include "ui/windowpage.h"

#include <QPointer>
#include <QSet>

#include <memory>
#include <vector>

class QSplitter;

namespace passel {

class ArrayGridSource;
class Dataset;
class DatasetProfile;
class FindBar;
class GridView;
class InspectorPanel;
class IssuePanel;
class NestedLevels;
class ReadStrip;
class RecipePanel;
class Step;
class Thumbnails;

//! \brief Shows and moves about; what is done to the array is asked for by signals or done by
//! ui/actions through dataset().
class DatasetView final : public WindowPage
{
    Q_OBJECT

public:
    explicit DatasetView(std::unique_ptr<Dataset> dataset, QWidget *parent = nullptr);
    ~DatasetView() override;

    [[nodiscard]] Dataset *dataset() const { return m_dataset.get(); }

    [[nodiscard]] DatasetProfile *profile() const { return m_profile; }

    [[nodiscard]] GridView *grid() const { return m_grid; }

    [[nodiscard]] FindBar *findBar() const { return m_find; }

    [[nodiscard]] InspectorPanel *inspector() const { return m_inspector; }

    [[nodiscard]] RecipePanel *recipePanel() const { return m_recipe; }

    [[nodiscard]] ReadStrip *readStrip() const { return m_strip; }

    // Reading and writing
    //! \brief Reads \a source into the dataset; a reading under way is given up.
    void read(ReadSource source, std::optional<ReadOptions> options = {}, bool keepsRecipe = false);
    //! \brief Reads the same source again in another way; the recipe is done again. Undoable.
    void readAgain(const ReadOptions &options);
    //! \brief Writes the table as it is shown; one at a time, a second is refused by saveFailed().
    void save(const QString &path, const WriteOptions &options);

    //! \brief What read() was last asked for.
    [[nodiscard]] const ReadSource &readSource() const { return m_readSource; }

    [[nodiscard]] bool isReading() const { return !m_readJob.isNull(); }

    //! \brief Of the reading that the table was made from; nothing before one has finished.
    [[nodiscard]] const std::optional<ReadReport> &report() const;

    // Where one is
    [[nodiscard]] qsizetype currentRow() const;
    [[nodiscard]] qsizetype currentColumn() const;
    //! \brief Logical rows that whole-row actions mean: selected ones, else the current one.
    [[nodiscard]] std::vector<quint32> chosenRows() const;
    //! \brief Columns that column actions mean: selected ones, else the current one.
    [[nodiscard]] std::vector<qsizetype> chosenColumns() const;
    void goTo(qsizetype row, qsizetype column);

    //! \brief Inside nested documents: looked at, not changed.
    [[nodiscard]] bool isNested() const;
    //! \brief What the grid shows: the dataset's array, or a nested one.
    [[nodiscard]] const DocumentArray &shownArray() const;

    // Parts
    void showFind();
    void showIssues(bool visible);
    [[nodiscard]] bool hasIssues() const;
    void setSidePanelVisible(bool visible);
    [[nodiscard]] bool isSidePanelVisible() const;

    // The window's page
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QWidget *strip() const override;
    [[nodiscard]] QWidget *centre() override;
    [[nodiscard]] QList<StatusRow::Fact> statusFacts() const override;
    [[nodiscard]] std::optional<StatusRow::Progress> progress() const override;
    void cancelWork() override;
    [[nodiscard]] bool isUnsaved() const override;
    [[nodiscard]] QString writing() const override;
    void stopWriting() override;
    void focusContent() override;

signals:
    //! \brief The first rows can be seen.
    void firstRowsShown();
    void readFinished(const passel::ReadReport &report);
    //! \brief report() is another one: of a new reading, or undo went back to a former one.
    void reportChanged();
    //! \brief What had been read before stays.
    void readFailed(const passel::Error &error);
    void readCancelled();
    void saveFinished(const QString &path, const passel::WriteReport &report);
    void saveFailed(const passel::Error &error);
    //! \brief writing() is empty again, however it ended.
    void writingEnded();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    void connectGrid();
    void takeArray();
    void takeReport();
    void showProfile(qsizetype column);
    void widenFor(qsizetype column);
    void takeMarks();
    void takeLevel(qsizetype row, qsizetype column);
    void jumpTo(const Issue &issue);
    void updateFilterOfFind();

    std::unique_ptr<Dataset> m_dataset;
    DatasetProfile *m_profile;
    ReadStrip *m_strip;
    NestedLevels *m_levels;
    ArrayGridSource *m_source;
    ArrayGridSource *m_nestedSource;
    Thumbnails *m_thumbnails; // of what the grid shows
    GridView *m_grid;
    FindBar *m_find;
    IssuePanel *m_issues;
    InspectorPanel *m_inspector;
    RecipePanel *m_recipe;
    QWidget *m_side;
    QSplitter *m_splitter;
    QPointer<ReadJob> m_readJob;
    QPointer<SaveJob> m_saveJob;
    ReadSource m_readSource;

    // Readings whose table may be on the screen or come back by undo.
    struct Finished
    {
        std::weak_ptr<const Step> step; // the recipe's `read` of that reading
        ReadReport report;
        bool isTold = false;
    };

    std::vector<Finished> m_finished;
    std::weak_ptr<const Step> m_shownReading;
    std::optional<bool> m_sideWanted; // as the person said; nothing = by the window's width
};

} // namespace passel
