// The recipe beside the table: steps listed, switched, moved, edited, removed.
#pragma once

#include <QPointer>
#include <QWidget>

class QListView;

namespace passel {

class Dataset;
class PanelTitle;
class RecipeDelegate;
class RecipeModel;

//! \brief Keys in the list: Space switches, Delete removes, Enter edits, Alt+Up and Alt+Down move.
class RecipePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RecipePanel(Dataset *dataset, QWidget *parent = nullptr);

    //! \brief Row of the selected step, or −1.
    [[nodiscard]] int currentStep() const;

signals:
    //! \brief Change the parameters of the step at \a index.
    void editRequested(int index);
    //! \brief Add a step behind the last; a menu may open at \a position (global).
    void addRequested(const QPoint &position);
    void saveRequested();
    void loadRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void toggle(int row);
    void remove(int row);
    void move(int row, int by);
    void edit(int row);
    void updateTitle();
    void showMenu(const QPoint &position);

    QPointer<Dataset> m_dataset;
    PanelTitle *m_title;
    RecipeModel *m_model;
    QListView *m_list;
    RecipeDelegate *m_delegate;
};

} // namespace passel
