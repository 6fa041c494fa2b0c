#include "core/share/arrayassembler.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <set>
#include <unistd.h>

namespace passel {

namespace {

// A token says which stretch, and which segment of it.
constexpr int SegmentBits = 16;

qint64 mostOfMemory()
{
    return qint64(sysconf(_SC_PHYS_PAGES)) / 10 * 8 * sysconf(_SC_PAGESIZE);
}

} // namespace

class ArrayAssembler::State final : public SegmentSource
{
public:
    // Rows that are decoded together: a part, and those that go on with it.
    struct Stretch
    {
        Field field;
        qint64 firstRow = 0;
        qint64 rows = 0;
        std::vector<PartRef> parts;
        std::vector<std::optional<OpenedPart>> arrived;
        size_t lacking = 0;
        bool isDone = false;
        // Weak: the handles hold this source.
        std::vector<std::weak_ptr<const SegmentHandle>> handles;
    };

    Result<SegmentPtr> fetch(quint64 token, const TaskContext &context) override
    {
        const auto index = static_cast<size_t>(token >> SegmentBits);
        const size_t segment = token & ((1U << SegmentBits) - 1);
        std::unique_lock lock(mutex);
        for (;;) {
            Stretch &stretch = stretches[index];
            if (stretch.isDone) {
                if (const SegmentHandle::Ptr handle = stretch.handles[segment].lock()) {
                    if (SegmentPtr here = handle->tryPin())
                        return here;
                }
            }
            if (failure)
                return *failure;
            if (context.isCancelled())
                return Error::cancelled();
            arrival.wait_for(lock, std::chrono::milliseconds(50));
        }
    }

    std::mutex mutex;
    std::condition_variable arrival;
    std::vector<Stretch> stretches;
    QHash<Digest, std::vector<std::pair<size_t, size_t>>> places; // stretch and part of it
    std::vector<PartRef> order;
    std::set<Digest> arrivedNames;
    size_t remaining = 0; // stretches
    std::optional<Error> failure;
};

Result<ArrayAssembler> ArrayAssembler::create(const Manifest &manifest, qint64 memoryLimit)
{
    if (memoryLimit <= 0)
        memoryLimit = mostOfMemory();
    if (manifest.rawSize() > memoryLimit)
        return Error(ErrorKind::Limit, QByteArrayLiteral("limit"),
                     QCoreApplication::translate(
                         "passel::ArrayAssembler",
                         "This table needs about %L1 MB of memory, and at most %L2 MB may be "
                         "used. Pull it on a larger computer, or ask for fewer columns.")
                         .arg(manifest.rawSize() / 1'000'000)
                         .arg(memoryLimit / 1'000'000));
    auto state = std::make_shared<State>();
    for (const ManifestColumn &column : manifest.columns) {
        qint64 row = 0;
        for (const PartRef &part : column.parts) {
            if (part.rows > 0) {
                State::Stretch stretch;
                stretch.field = column.field;
                stretch.firstRow = row;
                stretch.rows = part.rows;
                state->stretches.push_back(std::move(stretch));
                row += part.rows;
            }
            state->stretches.back().parts.push_back(part);
        }
    }

    // Handles hold the source, so they are made once the source's stretches stand still.
    std::vector<Column> columns;
    size_t index = 0;
    for (const ManifestColumn &column : manifest.columns) {
        std::vector<SegmentHandle::Ptr> handles;
        const auto stretches = std::count_if(column.parts.begin(), column.parts.end(),
                                             [](const PartRef &part) { return part.rows > 0; });
        for (std::ptrdiff_t i = 0; i < stretches; ++i, ++index) {
            State::Stretch &stretch = state->stretches[index];
            stretch.lacking = stretch.parts.size();
            stretch.arrived.resize(stretch.parts.size());
            for (size_t piece = 0; piece < stretch.parts.size(); ++piece)
                state->places[stretch.parts[piece].name].emplace_back(index, piece);
            for (qint64 row = 0; row < stretch.rows; row += Segment::Capacity) {
                const quint64 token = (quint64(index) << SegmentBits) + stretch.handles.size();
                handles.push_back(SegmentHandle::pending(
                    std::min<qint64>(Segment::Capacity, stretch.rows - row), state, token));
                stretch.handles.push_back(handles.back());
            }
        }
        columns.emplace_back(std::move(handles));
    }
    state->remaining = state->stretches.size();

    std::vector<const State::Stretch *> topFirst;
    for (const State::Stretch &stretch : state->stretches)
        topFirst.push_back(&stretch);
    std::stable_sort(topFirst.begin(), topFirst.end(),
                     [](const auto *a, const auto *b) { return a->firstRow < b->firstRow; });
    std::set<Digest> seen;
    for (const State::Stretch *stretch : topFirst) {
        for (const PartRef &part : stretch->parts) {
            if (seen.insert(part.name).second)
                state->order.push_back(part);
        }
    }
    DocumentArray array =
        DocumentArray::create(manifest.schema(), std::move(columns), manifest.rows);
    return ArrayAssembler(std::move(state), std::move(array));
}

std::vector<PartRef> ArrayAssembler::missing() const
{
    const std::lock_guard lock(m_state->mutex);
    std::vector<PartRef> parts;
    for (const PartRef &part : m_state->order) {
        if (!m_state->arrivedNames.contains(part.name))
            parts.push_back(part);
    }
    return parts;
}

bool ArrayAssembler::isComplete() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->remaining == 0;
}

Result<void> ArrayAssembler::add(const OpenedPart &part, const TaskContext &context)
{
    std::vector<size_t> ready;
    {
        const std::lock_guard lock(m_state->mutex);
        if (!m_state->arrivedNames.insert(part.name()).second)
            return {};
        for (const auto &[index, piece] : m_state->places.value(part.name())) {
            State::Stretch &stretch = m_state->stretches[index];
            stretch.arrived[piece] = part;
            if (--stretch.lacking == 0)
                ready.push_back(index);
        }
    }
    for (const size_t index : ready) {
        // Whoever made a stretch complete owns it: no lock while decoding.
        State::Stretch &stretch = m_state->stretches[index];
        std::vector<OpenedPart> parts;
        for (std::optional<OpenedPart> &arrived : stretch.arrived)
            parts.push_back(*std::move(arrived));
        stretch.arrived.clear();
        auto segments = decodeParts(stretch.field, stretch.rows, parts, context);
        if (!segments) {
            fail(segments.error());
            return std::move(segments).error();
        }
        for (size_t i = 0; i < segments->size() && i < stretch.handles.size(); ++i) {
            if (const SegmentHandle::Ptr handle = stretch.handles[i].lock())
                handle->fulfil((*segments)[i]);
        }
        const std::lock_guard lock(m_state->mutex);
        stretch.isDone = true;
        --m_state->remaining;
        m_state->arrival.notify_all();
    }
    return {};
}

void ArrayAssembler::fail(const Error &error)
{
    const std::lock_guard lock(m_state->mutex);
    if (!m_state->failure)
        m_state->failure = error;
    m_state->arrival.notify_all();
}

} // namespace passel
