// How the window looks: appearance, text size, rows, panels, language.
#pragma once

#include <QObject>

class QActionGroup;
class QMenu;

namespace passel {

class DatasetView;
class MainWindow;

//! \brief Choices are kept in the settings. Lives as long as its window.
class ViewActions final : public QObject
{
    Q_OBJECT

public:
    explicit ViewActions(MainWindow *window);

    void fillMenu(QMenu *menu);
    //! \brief Gives a new table what was chosen.
    void apply(DatasetView *view) const;
    void update();

    //! \brief Sets theme and text size as kept in the settings. Once, at the start.
    static void restoreTheme();

private:
    void addLanguages(QMenu *menu);

    MainWindow *m_window;
    QActionGroup *m_appearance;
    QActionGroup *m_density;
};

} // namespace passel
