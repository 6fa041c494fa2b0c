// Keeps the profiles of a dataset's columns up to date in the background.
#pragma once

#include "core/look/profile.h"
#include "core/session/dataset.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

namespace passel {

//! \brief Profiles of the columns of a Dataset. Lives in its thread; works on the pool, one column
//! after the other, the wanted ones first. A column is profiled again only when its cells, its type
//! or the set of visible rows changed.
class DatasetProfile final : public QObject
{
    Q_OBJECT

public:
    explicit DatasetProfile(Dataset *dataset, QObject *parent = nullptr,
                            ThreadPool &pool = ThreadPool::global());
    ~DatasetProfile() override;

    //! \brief Null while nothing is known. isComplete() and isCurrent() say how far to trust it.
    [[nodiscard]] std::shared_ptr<const ColumnProfile> profile(qsizetype column) const;
    //! \brief False for a profile of older cells, or one that somebody else computed
    //! (setProfile()): shown in grey.
    [[nodiscard]] bool isCurrent(qsizetype column) const;

    //! \brief A profile as a manifest gave it, shown until the rows are here.
    void setProfile(qsizetype column, ColumnProfile profile);
    //! \brief Columns on the screen, profiled first.
    void setWanted(const std::vector<qsizetype> &columns);
    //! \brief Columns whose segments have come meanwhile are taken up.
    void refresh();

    //! \brief True when every column that is here has a current profile.
    [[nodiscard]] bool isIdle() const noexcept { return m_working < 0; }

signals:
    //! \brief profile(\a column) or isCurrent(\a column) changed.
    void profileChanged(qsizetype column);
    //! \brief All columns are done.
    void finished();

private:
    struct Entry
    {
        std::shared_ptr<const ColumnProfile> profile;
        bool isCurrent = false;
    };

    void onArrayChanged(const ArrayDiff &diff);
    void startNext();

    QPointer<Dataset> m_dataset;
    ThreadPool &m_pool;
    std::vector<Entry> m_entries;
    std::vector<Field> m_fields; // of the entries
    std::vector<Column> m_columns;
    RowMap m_rows;
    std::vector<qsizetype> m_wanted;
    qsizetype m_working = -1; // column under way
    Task<ColumnProfile> m_task;
};

} // namespace passel
