// A column: a list of segments, each behind a handle that says whether its bytes are here.
#pragma once

#include "core/array/segment.h"
#include "core/base/task.h"

#include <memory>
#include <mutex>
#include <vector>

namespace passel {

//! \brief Where the bytes of a segment come from when they are not in memory.
class SegmentSource
{
public:
    virtual ~SegmentSource() = default;
    //! \brief Called on a worker, may block and be asked for the same segment more than once.
    [[nodiscard]] virtual Result<SegmentPtr> fetch(quint64 token, const TaskContext &context) = 0;

protected:
    SegmentSource() = default;
    Q_DISABLE_COPY_MOVE(SegmentSource)
};

//! \brief A place that a segment's values belong to: resident, or not yet fetched. Shared by
//! snapshots; its identity (the pointer) is what ArrayDiff compares. Thread-safe.
class SegmentHandle
{
public:
    using Ptr = std::shared_ptr<const SegmentHandle>;

    [[nodiscard]] static Ptr resident(SegmentPtr segment);
    //! \brief \a rows ≤ Segment::Capacity values that \a source will give for \a token.
    [[nodiscard]] static Ptr pending(qsizetype rows, std::shared_ptr<SegmentSource> source,
                                     quint64 token);

    [[nodiscard]] qsizetype size() const noexcept { return m_size; }

    //! \brief The values, or null when they are not here. Never waits for long: for painting.
    [[nodiscard]] SegmentPtr tryPin() const;
    //! \brief The values, fetched if need be. Only on workers.
    [[nodiscard]] Result<SegmentPtr> pin(const TaskContext &context = {}) const;
    //! \brief Makes a pending handle resident; further calls are ignored. The size must match.
    void fulfil(SegmentPtr segment) const;

    SegmentHandle(qsizetype size, SegmentPtr segment, std::shared_ptr<SegmentSource> source,
                  quint64 token);

private:
    qsizetype m_size;
    mutable std::mutex m_mutex;
    mutable SegmentPtr m_segment;
    std::shared_ptr<SegmentSource> m_source;
    quint64 m_token;
};

//! \brief Stored values of one field, immutable, cheap to copy. Rows here are *stored* rows.
class Column
{
public:
    Column() = default;
    explicit Column(std::vector<SegmentHandle::Ptr> segments);
    [[nodiscard]] static Column ofSegments(const std::vector<SegmentPtr> &segments);
    //! \brief \a rows nulls.
    [[nodiscard]] static Column nulls(TypeKind kind, qsizetype rows);

    [[nodiscard]] qsizetype size() const noexcept { return m_data->starts.back(); }

    [[nodiscard]] qsizetype segmentCount() const noexcept
    {
        return static_cast<qsizetype>(m_data->segments.size());
    }

    [[nodiscard]] const SegmentHandle::Ptr &segment(qsizetype index) const
    {
        return m_data->segments[static_cast<size_t>(index)];
    }

    //! \brief Stored row at which a segment begins; start(segmentCount()) is size().
    [[nodiscard]] qsizetype start(qsizetype index) const
    {
        return m_data->starts[static_cast<size_t>(index)];
    }

    //! \brief Index of the segment that holds \a row. A shift when all but the last are full, else
    //! log n.
    [[nodiscard]] qsizetype segmentOf(qsizetype row) const noexcept;

    [[nodiscard]] Column withSegment(qsizetype index, SegmentHandle::Ptr segment) const;
    //! \brief This column's rows, then \a other's; no value is copied.
    [[nodiscard]] Column concatenated(const Column &other) const;
    //! \brief Same handles: nothing can differ.
    [[nodiscard]] bool sharesAllWith(const Column &other) const noexcept;
    //! \brief True when every segment's bytes are in memory.
    [[nodiscard]] bool isResident() const;
    //! \brief Memory of what is resident.
    [[nodiscard]] qint64 byteSize() const;

private:
    struct Data
    {
        std::vector<SegmentHandle::Ptr> segments;
        std::vector<qsizetype> starts{0};
        bool uniform = true;
    };

    std::shared_ptr<const Data> m_data = std::make_shared<const Data>();
};

//! \brief Reads a column row by row and keeps the segment it is in pinned, so that neighbours cost
//! nothing. One thread; holds its column.
class ColumnReader
{
public:
    ColumnReader() = default;

    explicit ColumnReader(Column column)
        : m_column(std::move(column))
    {}

    //! \brief The segment of stored row \a row and the row within it; null while it is not here.
    [[nodiscard]] const Segment *trySeek(qsizetype row, qsizetype *local);
    //! \brief The same, fetching if need be. Workers only.
    [[nodiscard]] Result<const Segment *> seek(qsizetype row, qsizetype *local,
                                               const TaskContext &context = {});

private:
    Column m_column;
    SegmentPtr m_pinned;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
};

//! \brief Collects any number of values of one type into a column, a segment at a time.
class ColumnBuilder
{
public:
    explicit ColumnBuilder(ColumnType type)
        : m_builder(std::move(type))
    {}

    //! \brief Documents: see SegmentBuilder::setChildren().
    void setChildren(std::shared_ptr<const Schema> children)
    {
        m_builder.setChildren(std::move(children));
    }

    //! \brief The builder to append the next value to; never full.
    [[nodiscard]] SegmentBuilder &next()
    {
        if (m_builder.isFull())
            m_segments.push_back(m_builder.seal());
        return m_builder;
    }

    [[nodiscard]] qsizetype size() const noexcept
    {
        return static_cast<qsizetype>(m_segments.size()) * Segment::Capacity + m_builder.size();
    }

    [[nodiscard]] Column finish();

private:
    SegmentBuilder m_builder;
    std::vector<SegmentPtr> m_segments;
};

} // namespace passel
