#include "core/recipe/kernel.h"

#include "core/look/celltext.h"
#include "core/look/parallel.h"

#include <algorithm>

namespace passel {

namespace {

constexpr size_t MaxFailureText = 256;

SegmentKernel textKernel(const ColumnType &type, const VisibleRows &rows, TextFunction function)
{
    return [type, rows, function = std::move(function)](const Segment &segment,
                                                        qsizetype start) -> Result<SegmentChange> {
        SegmentChange change;
        const bool coded = segment.layout() == Layout::Coded;
        if (segment.layout() == Layout::AllNull)
            return change;
        // Per code, or per row of a plain segment: what the text becomes.
        const qsizetype count = coded ? segment.dictionary()->size() : segment.size();
        std::vector<TextChange> changes(static_cast<size_t>(count), TextChange::None);
        std::vector<std::string> texts(static_cast<size_t>(count));
        bool any = false;
        for (qsizetype i = 0; i < count; ++i) {
            if (!coded && segment.isNull(i))
                continue;
            const auto at = static_cast<size_t>(i);
            changes[at] =
                function(coded ? segment.dictionary()->at(i) : segment.bytesAt(i), &texts[at]);
            any = any || changes[at] != TextChange::None;
        }
        if (!any)
            return change;
        const auto entry = [&](qsizetype row) {
            return coded ? static_cast<size_t>(segment.codeAt(row)) : static_cast<size_t>(row);
        };
        rows.forEachIn(start, start + segment.size(), [&](qsizetype stored) {
            const qsizetype row = stored - start;
            if (segment.isNull(row))
                return;
            if (changes[entry(row)] == TextChange::Changed)
                ++change.cellsChanged;
            else if (changes[entry(row)] == TextChange::Failed)
                change.failed.push_back(static_cast<quint32>(stored));
        });
        SegmentBuilder builder(type);
        bool changed = false;
        for (qsizetype row = 0; row < segment.size(); ++row) {
            if (!segment.isNull(row) && changes[entry(row)] == TextChange::Changed) {
                builder.appendBytes(texts[entry(row)]);
                changed = true;
            } else {
                builder.appendFrom(segment, row);
            }
        }
        if (changed)
            change.segment = builder.seal();
        return change;
    };
}

} // namespace

std::string shortened(std::string text)
{
    size_t end = std::min(text.size(), MaxFailureText);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end;
    text.resize(end);
    return text;
}

Result<std::vector<qsizetype>> indexesOf(const Schema &schema, const ColumnRefs &columns)
{
    std::vector<qsizetype> indexes;
    for (const ColumnRef &column : columns) {
        PASSEL_TRY(const qsizetype index, column.in(schema));
        if (std::find(indexes.begin(), indexes.end(), index) == indexes.end())
            indexes.push_back(index);
    }
    return indexes;
}

ColumnKernels::ColumnKernels(const DocumentArray &array, TaskContext context)
    : m_before(array)
    , m_outcome{array, {}}
    , m_rows(array)
    , m_context(std::move(context))
{}

Result<void> ColumnKernels::change(qsizetype index, const Field &field,
                                   const std::function<SegmentKernel()> &makeKernel)
{
    const Field &before = m_outcome.array.field(index);
    const Column column = m_outcome.array.column(index);
    const bool isOtherType = before.type.kind != field.type.kind;
    std::vector<SegmentHandle::Ptr> handles(static_cast<size_t>(column.segmentCount()));
    std::vector<SegmentChange> changes(handles.size());
    PASSEL_CHECK(forEachParallel(
        column.segmentCount(), m_context, [&]() -> std::function<Result<void>(qsizetype)> {
            return [&, kernel = makeKernel()](qsizetype i) -> Result<void> {
                const auto at = static_cast<size_t>(i);
                const SegmentHandle::Ptr &handle = column.segment(i);
                const qsizetype start = column.start(i);
                handles[at] = handle;
                if (m_rows.countIn(start, start + handle->size()) == 0) {
                    if (isOtherType)
                        handles[at] = SegmentHandle::resident(
                            Segment::nulls(field.type.kind, handle->size()));
                    return {};
                }
                PASSEL_TRY(const SegmentPtr segment, handle->pin(m_context));
                PASSEL_TRY(changes[at], kernel(*segment, start));
                if (changes[at].segment)
                    handles[at] = SegmentHandle::resident(std::move(changes[at].segment));
                m_context.advance(segment->size());
                return {};
            };
        }));
    Failed failed{index, {}};
    qint64 cells = 0;
    bool shared = true;
    for (size_t i = 0; i < changes.size(); ++i) {
        cells += changes[i].cellsChanged;
        failed.storedRows.insert(failed.storedRows.end(), changes[i].failed.begin(),
                                 changes[i].failed.end());
        shared = shared && handles[i] == column.segment(static_cast<qsizetype>(i));
    }
    StepReport &report = m_outcome.report;
    report.cellsChanged += cells;
    report.failureCount += static_cast<qint64>(failed.storedRows.size());
    const bool isOtherField = !(before == field);
    if (!failed.storedRows.empty())
        m_failed.push_back(std::move(failed));
    if (shared && !isOtherField)
        return {};
    if (cells > 0 || isOtherField)
        ++report.columnsTouched;
    m_outcome.array = shared ? m_outcome.array.withField(index, field)
                             : m_outcome.array.withColumn(index, field, Column(std::move(handles)));
    return {};
}

Result<void> ColumnKernels::listFailures()
{
    // Stored rows that failed are ascending in each column; told are the first in the order seen.
    StepReport &report = m_outcome.report;
    const auto isFull = [&report] {
        return static_cast<qsizetype>(report.failures.size()) == StepReport::MaxFailures;
    };
    std::sort(m_failed.begin(), m_failed.end(),
              [](const Failed &a, const Failed &b) { return a.column < b.column; });
    std::string buffer;
    const qsizetype rows = m_failed.empty() ? 0 : m_before.rowCount();
    for (qsizetype row = 0; row < rows && !isFull(); ++row) {
        const qsizetype stored = m_before.storedRow(row);
        for (const Failed &failed : m_failed) {
            if (isFull()
                || !std::binary_search(failed.storedRows.begin(), failed.storedRows.end(),
                                       static_cast<quint32>(stored)))
                continue;
            const Field &field = m_before.field(failed.column);
            ColumnReader reader(m_before.column(failed.column));
            qsizetype local = 0;
            PASSEL_TRY(const Segment *segment, reader.seek(stored, &local, m_context));
            std::string text;
            if (!segment->isNull(local))
                text = shortened(std::string(cellText(field, *segment, local, &buffer)));
            report.failures.push_back({row, field.name, std::move(text)});
        }
    }
    return {};
}

Result<StepOutcome> ColumnKernels::finish() &&
{
    PASSEL_CHECK(listFailures());
    return std::move(m_outcome);
}

Result<StepOutcome> changeTexts(const DocumentArray &array, const ColumnRefs &columns,
                                const std::function<TextFunction()> &makeFunction,
                                const TaskContext &context)
{
    PASSEL_TRY(std::vector<qsizetype> indexes, indexesOf(array.schema(), columns));
    if (columns.empty()) {
        for (qsizetype i = 0; i < array.columnCount(); ++i)
            indexes.push_back(i);
    }
    std::erase_if(indexes, [&](qsizetype i) { return array.field(i).type.kind != TypeKind::Text; });
    ColumnKernels kernels(array, context);
    context.setTotal(context.done() + static_cast<qint64>(indexes.size()) * array.storedRowCount());
    for (const qsizetype index : indexes) {
        const Field &field = array.field(index);
        PASSEL_CHECK(kernels.change(
            index, field, [&] { return textKernel(field.type, kernels.rows(), makeFunction()); }));
    }
    return std::move(kernels).finish();
}

} // namespace passel
