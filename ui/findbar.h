// Ctrl+F: looks through all cells on a worker and walks from hit to hit.
#pragma once

#include "core/base/task.h"
#include "core/look/find.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <vector>

class QLineEdit;
class QToolButton;

namespace passel {

class Dataset;
class PlainLabel;

//! \brief A row over the table. Enter goes to the next hit, Shift+Enter to the one before, Esc
//! closes. The search begins again when the table changes.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(Dataset *dataset, QWidget *parent = nullptr);

    //! \brief Opens it and selects what was searched last.
    void open();
    void close();

    //! \brief Where "next" starts from.
    void setCursor(qsizetype row, qsizetype column);
    //! \brief Searches another snapshot than the dataset's own (a nested table).
    void setArray(const DocumentArray &array);

    [[nodiscard]] const TextPattern &pattern() const { return m_query.pattern; }

    //! \brief Of the finished search.
    [[nodiscard]] qint64 hitCount() const { return m_count; }

    [[nodiscard]] bool isSearching() const { return m_task.isValid() && m_isRunning; }

public slots:
    void findNext();
    void findPrevious();

signals:
    //! \brief Go to this cell.
    void hitChosen(qsizetype row, qsizetype column);
    //! \brief The pattern to mark in the cells; empty = nothing.
    void patternChanged(const passel::TextPattern &pattern);
    void searchFinished();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void changed();
    void search();
    void step(int by);
    void showCount();

    QPointer<Dataset> m_dataset;
    DocumentArray m_array;
    QLineEdit *m_field;
    QToolButton *m_case;
    QToolButton *m_expression;
    QToolButton *m_previous;
    QToolButton *m_next;
    PlainLabel *m_words;
    QTimer m_delay;
    FindQuery m_query;
    std::vector<FindHit> m_hits;
    qint64 m_count = 0;
    bool m_isRunning = false;
    bool m_goesToFirst = false;
    FindHit m_cursor{0, 0};
    Task<FindResult> m_task;
};

} // namespace passel
