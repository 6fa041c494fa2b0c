// Ctrl+K: every action and step by its name or by other words for it.
#pragma once

#include <QAbstractListModel>
#include <QPointer>
#include <QWidget>

#include <vector>

class QAction;
class QLineEdit;
class QListView;

namespace passel {

class ActionCatalog;
class PlainLabel;

//! \brief The actions of a catalog that a search leaves, best first.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole { GroupRole = Qt::UserRole, KeysRole, EnabledRole };

    explicit PaletteModel(const ActionCatalog *catalog, QObject *parent = nullptr);

    //! \brief Takes up the catalog as it is now and shows what fits all words of \a search.
    void setSearch(const QString &search);

    [[nodiscard]] QAction *action(int row) const { return m_rows[static_cast<size_t>(row)].action; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        QAction *action;
        QString group;
        int score;
    };

    const ActionCatalog *m_catalog;
    std::vector<Row> m_rows;
};

//! \brief Hangs over the window from the command field. Typing searches, Enter does, Esc closes.
class CommandPalette final : public QWidget
{
    Q_OBJECT

public:
    CommandPalette(const ActionCatalog *catalog, QWidget *window);

    //! \brief Opens under \a anchor with an empty search.
    void open(QWidget *anchor);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void close();
    void search(const QString &text);
    void run(const QModelIndex &index);
    void place();

    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    PlainLabel *m_nothing = nullptr;
    QPointer<QWidget> m_anchor;
    QPointer<QWidget> m_focusBefore;
};

} // namespace passel
