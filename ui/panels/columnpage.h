// The inspector's page about one column.
#pragma once

#include "core/look/profile.h"

#include <QPointer>
#include <QScrollArea>

#include <memory>

class QGridLayout;

namespace passel {

class Badge;
class Button;
class ColumnChart;
class Dataset;
class DatasetProfile;
class PlainLabel;
class TopValuesModel;
class TopValuesView;

//! \brief Name, type, histogram, facts, most frequent values, and what one does most often.
class ColumnPage final : public QScrollArea
{
    Q_OBJECT

public:
    ColumnPage(Dataset *dataset, DatasetProfile *profile, QWidget *parent = nullptr);

    //! \brief −1 shows how to choose one.
    void setColumn(qsizetype column);

    [[nodiscard]] qsizetype column() const { return m_column; }

    //! \brief Takes up the dataset as it is now.
    void refresh();

signals:
    void typeRequested(qsizetype column, const QPoint &position);
    void keepRowsRequested(qsizetype column);
    void fillMissingRequested(qsizetype column);
    void valueChosen(qsizetype column, const passel::ProfileValue &value);
    void rangeChosen(qsizetype column, double low, double high, bool isLast);

private:
    void showFacts(const ColumnProfile *profile);

    QPointer<Dataset> m_dataset;
    QPointer<DatasetProfile> m_profile;
    qsizetype m_column = -1;
    PlainLabel *m_name;
    Badge *m_badge;
    PlainLabel *m_type;
    Button *m_change;
    PlainLabel *m_note;
    PlainLabel *m_state;
    ColumnChart *m_chart;
    QWidget *m_factBox;
    QGridLayout *m_facts;
    PlainLabel *m_topTitle;
    TopValuesModel *m_topModel;
    TopValuesView *m_top;
    Button *m_all;
    Button *m_keep;
    Button *m_fill;
    bool m_showsAll = false;
};

} // namespace passel
