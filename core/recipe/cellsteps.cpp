#include "core/recipe/cellsteps.h"

#include "core/look/celltext.h"
#include "core/recipe/kernel.h"
#include "core/recipe/parameters.h"
#include "core/recipe/reading.h"
#include "core/recipe/words.h"

#include <algorithm>
#include <limits>
#include <map>

namespace passel {

namespace {

constexpr qsizetype MaxEdits = 10'000'000;

// What a cell is to hold, and the text it is written as where the column's form would lose digits.
struct NewCell
{
    Value value;
    std::optional<std::string> sourceText;
};

std::optional<NewCell> newCell(const Field &field, const std::optional<std::string> &text)
{
    if (!text)
        return NewCell{};
    auto value = parseText(field.type, field.form, *text);
    if (!value)
        value = parseText(field.type, {}, *text);
    if (!value)
        value = LenientReader(field.type, field.form).read(*text);
    if (!value)
        return std::nullopt;
    std::string written;
    appendText(field.type, field.form, *value, &written);
    const auto again = parseText(field.type, field.form, written);
    if (again && *again == *value)
        return NewCell{*std::move(value), std::nullopt};
    return NewCell{*std::move(value), *text};
}

// Where a row that had an id stands now, or -1. Rows mostly stand where they were.
class RowFinder
{
public:
    RowFinder(const DocumentArray &array, const TaskContext &context)
        : m_array(array)
        , m_context(context)
        , m_column(array.schema().indexOf(Role::Id))
    {
        if (m_column >= 0)
            m_reader = ColumnReader(array.column(m_column));
    }

    [[nodiscard]] Result<qsizetype> storedRow(const CellEdit &edit)
    {
        const auto stored = static_cast<qsizetype>(edit.storedRow);
        const bool isThere = stored < m_array.storedRowCount();
        if (edit.id.isEmpty() || m_column < 0)
            return isThere ? stored : -1;
        const std::string id = edit.id.toStdString();
        if (isThere) {
            qsizetype local = 0;
            PASSEL_TRY(const Segment *segment, m_reader.seek(stored, &local, m_context));
            // Ids may repeat and may be of any type: first of all the row itself is looked at.
            if (!segment->isNull(local)
                && cellText(m_array.field(m_column), *segment, local, &m_buffer) == id)
                return stored;
        }
        PASSEL_TRY(const qsizetype row, m_array.rowOfId(id, m_context));
        return row < 0 ? -1 : m_array.storedRow(row);
    }

private:
    const DocumentArray &m_array;
    const TaskContext &m_context;
    qsizetype m_column;
    ColumnReader m_reader;
    std::string m_buffer;
};

using NewCells = std::map<quint32, NewCell>; // by stored row

// Replaces cells of one column; only segments with such a cell are looked at, for the others may
// not be here yet.
class ColumnEdit
{
public:
    ColumnEdit(const Field &field, Column column, const NewCells &cells)
        : m_field(field)
        , m_column(std::move(column))
        , m_cells(cells)
    {}

    //! \brief The column; \a changed gets the rows whose cell is another one now.
    [[nodiscard]] Result<Column> run(const TaskContext &context, std::vector<quint32> *changed)
    {
        for (auto next = m_cells.begin(); next != m_cells.end();) {
            if (context.isCancelled())
                return Error::cancelled();
            const qsizetype index = m_column.segmentOf(static_cast<qsizetype>(next->first));
            PASSEL_TRY(const SegmentPtr segment, m_column.segment(index)->pin(context));
            const qsizetype start = m_column.start(index);
            const auto last = m_cells.lower_bound(static_cast<quint32>(start + segment->size()));
            replace(index, *segment, start, next, last, changed);
            next = last;
        }
        return m_column;
    }

private:
    using Iterator = NewCells::const_iterator;

    [[nodiscard]] bool isSame(const Segment &segment, qsizetype row, const NewCell &cell) const
    {
        const std::string *source = segment.sourceText(row);
        return segment.valueAt(row, m_field.type) == cell.value
               && (source ? cell.sourceText == *source : !cell.sourceText);
    }

    void replace(qsizetype index, const Segment &segment, qsizetype start, Iterator next,
                 Iterator last, std::vector<quint32> *changed)
    {
        const size_t before = changed->size();
        for (auto cell = next; cell != last; ++cell) {
            if (!isSame(segment, static_cast<qsizetype>(cell->first) - start, cell->second))
                changed->push_back(cell->first);
        }
        if (changed->size() == before)
            return;
        SegmentBuilder builder(m_field.type);
        builder.setChildren(m_field.children);
        for (qsizetype row = 0; row < segment.size(); ++row) {
            if (next == last || static_cast<qsizetype>(next->first) != start + row) {
                builder.appendFrom(segment, row);
                continue;
            }
            builder.appendValue(next->second.value);
            if (next->second.sourceText)
                builder.setSourceText(*next->second.sourceText);
            ++next;
        }
        m_column = m_column.withSegment(index, SegmentHandle::resident(builder.seal()));
    }

    const Field &m_field;
    Column m_column;
    const NewCells &m_cells;
};

// How many of some rows (ascending) can be seen.
qint64 seenOf(const RowMap &map, const std::vector<quint32> &rows)
{
    qint64 seen = 0;
    map.forEachRun([&](qsizetype, qsizetype stored, qsizetype count) {
        const auto first = std::lower_bound(rows.begin(), rows.end(), stored);
        seen += std::lower_bound(first, rows.end(), stored + count) - first;
    });
    return seen;
}

// An edit that could not be done, and the stored row it was meant for: where its id is, else where
// it was.
struct FailedEdit
{
    qsizetype storedRow;
    const CellEdit *edit;
};

// Told are the first in the order on the screen, then those whose rows are not there.
StepReport failureReport(const RowMap &map, std::vector<FailedEdit> failed)
{
    StepReport report;
    report.failureCount = static_cast<qint64>(failed.size());
    const auto before = [](const FailedEdit &a, qsizetype row) { return a.storedRow < row; };
    std::stable_sort(failed.begin(), failed.end(), [&](const FailedEdit &a, const FailedEdit &b) {
        return before(a, b.storedRow);
    });
    std::vector<bool> isSeen(failed.size());
    const auto note = [&](qsizetype row, const CellEdit &edit) {
        if (static_cast<qsizetype>(report.failures.size()) < StepReport::MaxFailures)
            report.failures.push_back(
                {row, edit.column.name, shortened(edit.text.value_or(std::string()))});
    };
    if (!failed.empty()) {
        map.forEachRun([&](qsizetype logical, qsizetype stored, qsizetype count) {
            const auto end = std::lower_bound(failed.begin(), failed.end(), stored + count, before);
            for (auto it = std::lower_bound(failed.begin(), end, stored, before); it != end; ++it) {
                const auto i = static_cast<size_t>(it - failed.begin());
                if (!isSeen[i])
                    note(logical + it->storedRow - stored, *it->edit);
                isSeen[i] = true;
            }
        });
    }
    for (size_t i = 0; i < failed.size(); ++i) {
        if (!isSeen[i])
            note(failed[i].storedRow, *failed[i].edit);
    }
    return report;
}

} // namespace

StepPtr EditCellsStep::of(const DocumentArray &array, qsizetype row, qsizetype column,
                          std::optional<std::string> text)
{
    CellEdit edit;
    edit.storedRow = static_cast<quint32>(array.storedRow(row));
    edit.column = ColumnRef::of(array.schema(), column);
    edit.text = std::move(text);
    const qsizetype ids = array.schema().indexOf(Role::Id);
    if (ids >= 0) {
        if (const auto id = array.tryText(row, ids))
            edit.id = QString::fromStdString(*id);
    }
    return std::make_shared<EditCellsStep>(std::vector<CellEdit>{std::move(edit)});
}

Result<StepPtr> EditCellsStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("edit-cells"), parameters);
    const QString name = QStringLiteral("cells");
    const QJsonArray list = reader.list(name, MaxEdits);
    std::vector<CellEdit> edits;
    for (const auto entry : list) {
        CellEdit edit;
        const double row = entry[QStringLiteral("row")].toDouble(-1);
        auto column = ColumnRef::fromJson(entry[QStringLiteral("column")]);
        const QJsonValue text = entry[QStringLiteral("text")];
        if (row < 0 || row > std::numeric_limits<quint32>::max() || !column
            || !(text.isString() || text.isNull())) {
            reader.fail(name);
            break;
        }
        edit.storedRow = static_cast<quint32>(row);
        edit.column = *std::move(column);
        edit.id = entry[QStringLiteral("id")].toString();
        if (text.isString())
            edit.text = text.toString().toStdString();
        edits.push_back(std::move(edit));
    }
    PASSEL_CHECK(reader.check());
    return std::make_shared<EditCellsStep>(std::move(edits));
}

QByteArray EditCellsStep::id() const
{
    return QByteArrayLiteral("edit-cells");
}

QJsonObject EditCellsStep::parameters() const
{
    QJsonArray cells;
    for (const CellEdit &edit : m_edits) {
        QJsonObject cell{
            {QStringLiteral("row"), static_cast<qint64>(edit.storedRow)},
            {QStringLiteral("column"), edit.column.toJson()},
            {QStringLiteral("text"),
             edit.text ? QJsonValue(QString::fromStdString(*edit.text)) : QJsonValue()}};
        if (!edit.id.isEmpty())
            cell.insert(QStringLiteral("id"), edit.id);
        cells.append(cell);
    }
    return {{QStringLiteral("cells"), cells}};
}

Sentence EditCellsStep::describe() const
{
    if (m_edits.size() != 1)
        return sentenceOf(
            StepWords::tr("Type over %1"),
            {StepWords::tr("%Ln cell(s)", nullptr, static_cast<int>(m_edits.size()))});
    const CellEdit &edit = m_edits.front();
    const bool hasId = !edit.id.isEmpty();
    const QString row = hasId ? edit.id : QString::number(qint64(edit.storedRow) + 1);
    if (!edit.text)
        return sentenceOf(hasId ? StepWords::tr("Clear %1 where id is %2")
                                : StepWords::tr("Clear %1 in row %2"),
                          {edit.column.title(), row});
    return sentenceOf(hasId ? StepWords::tr("Set %1 where id is %2 to %3")
                            : StepWords::tr("Set %1 in row %2 to %3"),
                      {edit.column.title(), row, QString::fromStdString(*edit.text)});
}

ColumnRefs EditCellsStep::columns() const
{
    ColumnRefs columns;
    for (const CellEdit &edit : m_edits) {
        if (std::find(columns.begin(), columns.end(), edit.column) == columns.end())
            columns.push_back(edit.column);
    }
    return columns;
}

bool EditCellsStep::hidesData() const
{
    return true;
}

Result<StepOutcome> EditCellsStep::apply(const DocumentArray &array,
                                         const TaskContext &context) const
{
    std::map<qsizetype, NewCells> columns;
    RowFinder finder(array, context);
    std::vector<FailedEdit> failed;
    for (const CellEdit &edit : m_edits) {
        PASSEL_TRY(const qsizetype index, edit.column.in(array.schema()));
        PASSEL_TRY(const qsizetype stored, finder.storedRow(edit));
        auto cell = newCell(array.field(index), edit.text);
        if (stored < 0 || !cell) {
            failed.push_back({stored < 0 ? static_cast<qsizetype>(edit.storedRow) : stored, &edit});
            continue;
        }
        columns[index].insert_or_assign(static_cast<quint32>(stored), *std::move(cell));
    }
    StepOutcome outcome{array, failureReport(array.rowMap(), std::move(failed))};
    for (const auto &[index, cells] : columns) {
        const Field &field = array.field(index);
        std::vector<quint32> changed;
        PASSEL_TRY(Column column,
                   ColumnEdit(field, array.column(index), cells).run(context, &changed));
        if (changed.empty())
            continue;
        outcome.report.cellsChanged += seenOf(array.rowMap(), changed);
        ++outcome.report.columnsTouched;
        outcome.array = outcome.array.withColumn(index, field, std::move(column));
    }
    return outcome;
}

Result<StepPtr> ReadStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("read"), parameters);
    QString source = reader.text(QStringLiteral("source"));
    QString format = reader.text(QStringLiteral("format"));
    QJsonObject options = reader.object(QStringLiteral("options"));
    PASSEL_CHECK(reader.check());
    return std::make_shared<ReadStep>(std::move(source), std::move(format), std::move(options));
}

QByteArray ReadStep::id() const
{
    return QByteArrayLiteral("read");
}

QJsonObject ReadStep::parameters() const
{
    return {{QStringLiteral("source"), m_source},
            {QStringLiteral("format"), m_format},
            {QStringLiteral("options"), m_options}};
}

Sentence ReadStep::describe() const
{
    return sentenceOf(StepWords::tr("Read %1"), {m_source});
}

ColumnRefs ReadStep::columns() const
{
    return {};
}

Result<StepOutcome> ReadStep::apply(const DocumentArray &array, const TaskContext &) const
{
    return StepOutcome{array, {}};
}

} // namespace passel
