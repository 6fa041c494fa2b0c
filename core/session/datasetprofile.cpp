#include "core/session/datasetprofile.h"

#include <algorithm>
#include <utility>

namespace passel {

DatasetProfile::DatasetProfile(Dataset *dataset, QObject *parent, ThreadPool &pool)
    : QObject(parent)
    , m_dataset(dataset)
    , m_pool(pool)
{
    connect(dataset, &Dataset::arrayChanged, this, &DatasetProfile::takeArray);
    takeArray();
}

DatasetProfile::~DatasetProfile() = default;

std::shared_ptr<const ColumnProfile> DatasetProfile::profile(qsizetype column) const
{
    return column >= 0 && column < size() ? entry(column).profile : nullptr;
}

bool DatasetProfile::isCurrent(qsizetype column) const
{
    return column >= 0 && column < size() && entry(column).isCurrent;
}

void DatasetProfile::setProfile(qsizetype column, ColumnProfile profile)
{
    if (column < 0 || column >= size() || entry(column).isCurrent)
        return;
    entry(column).profile = std::make_shared<const ColumnProfile>(std::move(profile));
    emit profileChanged(column);
}

void DatasetProfile::setWanted(const std::vector<qsizetype> &columns)
{
    m_wanted = columns;
}

void DatasetProfile::refresh()
{
    if (m_working < 0 && !m_preparing)
        startNext();
}

// A new array: profiles of columns that are the same objects are kept, if the rows seen are.
void DatasetProfile::takeArray()
{
    if (!m_dataset)
        return;
    m_task.abandon();
    m_rowsTask.abandon();
    m_preparing = false;
    const DocumentArray &array = m_dataset->array();
    std::vector<Entry> entries;
    std::vector<qsizetype> changed;
    for (qsizetype i = 0; i < array.columnCount(); ++i) {
        const Field &field = array.field(i);
        Entry made;
        const ColumnRef ref = ColumnRef::of(array.schema(), i);
        const auto former = std::find_if(m_entries.begin(), m_entries.end(),
                                         [&](const Entry &entry) { return entry.ref == ref; });
        if (former != m_entries.end())
            made = *former;
        const bool isSame = former != m_entries.end() && former->type == field.type
                            && former->form == field.form
                            && former->column.sharesAllWith(array.column(i));
        made.ref = ref;
        made.type = field.type;
        made.form = field.form;
        made.column = array.column(i);
        made.isCurrent = made.isCurrent && isSame;
        const bool isKnown = former != m_entries.end();
        if (isKnown && (former - m_entries.begin() != i || former->isCurrent != made.isCurrent))
            changed.push_back(i);
        entries.push_back(std::move(made));
    }
    m_entries = std::move(entries);
    for (const qsizetype column : changed)
        emit profileChanged(column);
    prepareRows();
}

// Which rows are seen takes a walk over the row order; a sort leaves them the same.
void DatasetProfile::prepareRows()
{
    const DocumentArray array = m_dataset->array();
    if (m_rowMap.sharesWith(array.rowMap()) && m_storedRows == array.storedRowCount()) {
        startNext();
        return;
    }
    m_preparing = true;
    m_rowsTask = Task<VisibleRows>::start(
        m_pool, [array](const TaskContext &) -> Result<VisibleRows> { return VisibleRows(array); },
        [this, array](Result<VisibleRows> rows) {
            m_preparing = false;
            const bool isSame = m_storedRows == array.storedRowCount() && rows->equals(m_rows);
            m_rows = *std::move(rows);
            m_rowMap = array.rowMap();
            m_storedRows = array.storedRowCount();
            for (qsizetype i = 0; i < size() && !isSame; ++i) {
                if (std::exchange(entry(i).isCurrent, false))
                    emit profileChanged(i);
            }
            startNext();
        });
}

qsizetype DatasetProfile::nextColumn() const
{
    const auto needs = [this](qsizetype column) {
        return column >= 0 && column < size() && !entry(column).isCurrent
               && entry(column).column.isResident();
    };
    const auto wanted = std::find_if(m_wanted.begin(), m_wanted.end(), needs);
    if (wanted != m_wanted.end())
        return *wanted;
    for (qsizetype column = 0; column < size(); ++column) {
        if (needs(column))
            return column;
    }
    return -1;
}

void DatasetProfile::startNext()
{
    if (!m_dataset || m_preparing)
        return;
    const bool wasWorking = m_working >= 0;
    m_working = nextColumn();
    if (m_working < 0) {
        if (wasWorking)
            emit finished();
        return;
    }
    const qsizetype column = m_working;
    m_task = Task<ColumnProfile>::start(
        m_pool,
        [this, array = m_dataset->array(), column, rows = m_rows](const TaskContext &context) {
            // The object is only named here: deliver() runs at home, and not once it is gone.
            const auto home = [this, column, context](const ColumnProfile &part) {
                context.deliver([this, column, part] { take(column, part, false); });
            };
            return profileColumn(array, column, rows, context, home);
        },
        [this, column](Result<ColumnProfile> profile) {
            if (profile)
                take(column, *std::move(profile), true);
            else
                m_working = -1; // not here after all: refresh() tries again
            if (m_working >= 0)
                startNext();
        });
}

void DatasetProfile::take(qsizetype column, ColumnProfile profile, bool isCurrent)
{
    entry(column).profile = std::make_shared<const ColumnProfile>(std::move(profile));
    entry(column).isCurrent = isCurrent;
    emit profileChanged(column);
}

} // namespace passel
