#include "core/array/column.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>

namespace passel {

namespace {

constexpr int CapacityShift = std::countr_zero(static_cast<quint64>(Segment::Capacity));

} // namespace

SegmentHandle::SegmentHandle(qsizetype size, SegmentPtr segment,
                             std::shared_ptr<SegmentSource> source, quint64 token)
    : m_size(size)
    , m_segment(std::move(segment))
    , m_source(std::move(source))
    , m_token(token)
{}

SegmentHandle::Ptr SegmentHandle::resident(SegmentPtr segment)
{
    const qsizetype size = segment->size();
    return std::make_shared<const SegmentHandle>(size, std::move(segment), nullptr, 0);
}

SegmentHandle::Ptr SegmentHandle::pending(qsizetype rows, std::shared_ptr<SegmentSource> source,
                                          quint64 token)
{
    return std::make_shared<const SegmentHandle>(rows, nullptr, std::move(source), token);
}

SegmentPtr SegmentHandle::tryPin() const
{
    const std::lock_guard lock(m_mutex);
    return m_segment;
}

Result<SegmentPtr> SegmentHandle::pin(const TaskContext &context) const
{
    if (SegmentPtr here = tryPin())
        return here;
    PASSEL_TRY(SegmentPtr fetched, m_source->fetch(m_token, context));
    if (fetched->size() != m_size) {
        return Error(
            ErrorKind::Input, QByteArrayLiteral("checksum"),
            QCoreApplication::translate("passel::SegmentHandle",
                                        "A part of the table has another number of rows than "
                                        "announced. Pull it again."));
    }
    fulfil(fetched);
    return fetched;
}

void SegmentHandle::fulfil(SegmentPtr segment) const
{
    const std::lock_guard lock(m_mutex);
    if (!m_segment && segment->size() == m_size)
        m_segment = std::move(segment);
}

Column::Column(std::vector<SegmentHandle::Ptr> segments)
{
    auto data = std::make_shared<Data>();
    data->starts.reserve(segments.size() + 1);
    for (size_t i = 0; i < segments.size(); ++i) {
        const qsizetype size = segments[i]->size();
        if (i + 1 < segments.size() && size != Segment::Capacity)
            data->uniform = false;
        data->starts.push_back(data->starts.back() + size);
    }
    data->segments = std::move(segments);
    m_data = std::move(data);
}

Column Column::ofSegments(const std::vector<SegmentPtr> &segments)
{
    std::vector<SegmentHandle::Ptr> handles;
    handles.reserve(segments.size());
    for (const SegmentPtr &segment : segments)
        handles.push_back(SegmentHandle::resident(segment));
    return Column(std::move(handles));
}

Column Column::nulls(TypeKind kind, qsizetype rows)
{
    std::vector<SegmentHandle::Ptr> handles;
    handles.reserve(static_cast<size_t>(rows / Segment::Capacity + 1));
    for (qsizetype left = rows; left > 0; left -= Segment::Capacity) {
        const qsizetype count = std::min(left, Segment::Capacity);
        // Full ones are one shared handle: nobody writes into a segment.
        if (!handles.empty() && count == Segment::Capacity)
            handles.push_back(handles.front());
        else
            handles.push_back(SegmentHandle::resident(Segment::nulls(kind, count)));
    }
    return Column(std::move(handles));
}

qsizetype Column::segmentOf(qsizetype row) const noexcept
{
    Q_ASSERT(row >= 0 && row < size());
    if (m_data->uniform)
        return row >> CapacityShift;
    const auto after = std::upper_bound(m_data->starts.begin(), m_data->starts.end(), row);
    return static_cast<qsizetype>(after - m_data->starts.begin()) - 1;
}

Column Column::withSegment(qsizetype index, SegmentHandle::Ptr segment) const
{
    auto data = std::make_shared<Data>(*m_data);
    Q_ASSERT(segment->size() == data->segments[static_cast<size_t>(index)]->size());
    data->segments[static_cast<size_t>(index)] = std::move(segment);
    Column column;
    column.m_data = std::move(data);
    return column;
}

Column Column::concatenated(const Column &other) const
{
    std::vector<SegmentHandle::Ptr> segments = m_data->segments;
    segments.insert(segments.end(), other.m_data->segments.begin(), other.m_data->segments.end());
    return Column(std::move(segments));
}

bool Column::sharesAllWith(const Column &other) const noexcept
{
    return m_data == other.m_data || m_data->segments == other.m_data->segments;
}

bool Column::isResident() const
{
    return std::all_of(
        m_data->segments.begin(), m_data->segments.end(),
        [](const SegmentHandle::Ptr &handle) { return handle->tryPin() != nullptr; });
}

qint64 Column::byteSize() const
{
    qint64 size = 0;
    for (const SegmentHandle::Ptr &handle : m_data->segments) {
        if (const SegmentPtr segment = handle->tryPin())
            size += segment->byteSize();
    }
    return size;
}

const Segment *ColumnReader::trySeek(qsizetype row, qsizetype *local)
{
    if (!m_pinned || row < m_begin || row >= m_end) {
        const qsizetype index = m_column.segmentOf(row);
        m_pinned = m_column.segment(index)->tryPin();
        if (!m_pinned)
            return nullptr;
        m_begin = m_column.start(index);
        m_end = m_begin + m_pinned->size();
    }
    *local = row - m_begin;
    return m_pinned.get();
}

Result<const Segment *> ColumnReader::seek(qsizetype row, qsizetype *local,
                                           const TaskContext &context)
{
    if (!m_pinned || row < m_begin || row >= m_end) {
        const qsizetype index = m_column.segmentOf(row);
        PASSEL_TRY(m_pinned, m_column.segment(index)->pin(context));
        m_begin = m_column.start(index);
        m_end = m_begin + m_pinned->size();
    }
    *local = row - m_begin;
    return m_pinned.get();
}

Column ColumnBuilder::finish()
{
    if (m_builder.size() > 0)
        m_segments.push_back(m_builder.seal());
    Column column = Column::ofSegments(m_segments);
    m_segments.clear();
    return column;
}

} // namespace passel
