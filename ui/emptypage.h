// What an empty window shows: three ways to begin, and what was opened lately.
#pragma once

#include <QWidget>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace passel {

class EmptyTarget;
class RecentList;

//! \brief The page without a table. It only says what was asked for.
class EmptyPage final : public QWidget
{
    Q_OBJECT

public:
    //! \brief \a recent must live longer.
    explicit EmptyPage(RecentList *recent, QWidget *parent = nullptr);

    //! \brief Draws the first target as the place where a drag lands.
    void setDropHint(bool hint);
    //! \brief Gives the focus to the recent list, or to the first target when it is empty.
    void focusContent();

signals:
    void openRequested();
    void pasteRequested();
    //! \brief Asked for at \a position (global), where a menu of examples may open.
    void exampleRequested(const QPoint &position);
    //! \brief Row of the RecentList.
    void recentChosen(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void updateRecent();

    RecentList *m_recent;
    EmptyTarget *m_drop;
    QWidget *m_recentBox;
    QLineEdit *m_filter;
    QListView *m_list;
    QSortFilterProxyModel *m_filtered;
};

} // namespace passel
