// What reading a file found odd: a list under the table.
#pragma once

#include "core/io/readreport.h"

#include <QAbstractListModel>
#include <QWidget>

#include <vector>

class QListView;

namespace passel {

class PanelTitle;

//! \brief The kept oddities of a report.
class IssueModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole { LineRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void setIssues(const IssueList &issues);

    [[nodiscard]] const Issue &at(int row) const { return m_issues[static_cast<size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<Issue> m_issues;
};

//! \brief The panel: choosing a line shows its row in the table, Esc closes.
class IssuePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit IssuePanel(QWidget *parent = nullptr);

    void setIssues(const IssueList &issues, qint64 rows);

    [[nodiscard]] const IssueModel *model() const { return m_model; }

    void focusList();

signals:
    void issueChosen(const passel::Issue &issue);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    PanelTitle *m_title;
    IssueModel *m_model;
    QListView *m_list;
};

} // namespace passel
