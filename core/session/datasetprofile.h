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
    [[nodiscard]] bool isIdle() const noexcept { return m_working < 0 && !m_preparing; }

signals:
    //! \brief profile(\a column) or isCurrent(\a column) changed.
    void profileChanged(qsizetype column);
    //! \brief All columns that are here are done.
    void finished();

private:
    struct Entry
    {
        ColumnRef ref;
        ColumnType type;
        TextForm form;
        Column column;
        std::shared_ptr<const ColumnProfile> profile;
        bool isCurrent = false;
    };

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_entries.size()); }

    [[nodiscard]] Entry &entry(qsizetype column) { return m_entries[static_cast<size_t>(column)]; }

    [[nodiscard]] const Entry &entry(qsizetype column) const
    {
        return m_entries[static_cast<size_t>(column)];
    }

    void takeArray();
    void prepareRows();
    [[nodiscard]] qsizetype nextColumn() const;
    void startNext();
    void take(qsizetype column, ColumnProfile profile, bool isCurrent);

    QPointer<Dataset> m_dataset;
    ThreadPool &m_pool;
    std::vector<Entry> m_entries;
    VisibleRows m_rows; // of m_rowMap over m_storedRows
    RowMap m_rowMap;
    qsizetype m_storedRows = -1;
    std::vector<qsizetype> m_wanted;
    qsizetype m_working = -1; // column under way
    bool m_preparing = false; // the rows
    Task<VisibleRows> m_rowsTask;
    Task<ColumnProfile> m_task;
};

} // namespace passel
