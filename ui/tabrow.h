// The row of tabs, and what one does to any table: undo, redo, find, filter, issues.
#pragma once

#include <QWidget>

class QAction;
class QToolButton;

namespace passel {

class TabBar;

//! \brief Only arranges; the actions belong to the catalog.
class TabRow final : public QWidget
{
    Q_OBJECT

public:
    explicit TabRow(QWidget *parent = nullptr);

    [[nodiscard]] TabBar *tabs() const { return m_tabs; }

    //! \brief A button with icon alone for \a action at the end of the row.
    void addIcon(QAction *action);
    //! \brief A button with icon and \a word for \a action.
    QToolButton *addWord(QAction *action, const QString &word);
    //! \brief What the button of \a action says: the word and a count behind it.
    static void setCount(QToolButton *button, const QString &word, const QString &count);

signals:
    //! \brief The plus behind the tabs was pressed.
    void newRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TabBar *m_tabs;
    QWidget *m_tools;
};

} // namespace passel
