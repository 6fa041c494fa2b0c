#include "core/io/columnset.h"

#include "core/base/threadpool.h"

#include <algorithm>
#include <atomic>

namespace passel {

namespace {

void appendNulls(TypeKind kind, qint64 rows, std::vector<SegmentPtr> *segments)
{
    for (; rows > 0; rows -= Segment::Capacity)
        segments->push_back(Segment::nulls(kind, std::min<qint64>(rows, Segment::Capacity)));
}

} // namespace

Result<std::vector<JoinedColumn>> joinColumns(std::vector<ChunkParts> chunks, qsizetype count,
                                              TypePolicy policy, const TaskContext &context)
{
    const auto width = static_cast<size_t>(count);
    qint64 rows = 0;
    for (const ChunkParts &chunk : chunks)
        rows += chunk.rows;
    std::vector<JoinedForm> forms(width);
    std::vector<std::vector<TypedPart *>> parts(width);
    for (size_t c = 0; c < width; ++c) {
        std::vector<const TypedPart *> known;
        for (ChunkParts &chunk : chunks) {
            TypedPart *part = c < chunk.columns.size() ? &chunk.columns[c] : nullptr;
            parts[c].push_back(part);
            if (part)
                known.push_back(part);
        }
        forms[c] = joinParts(known, policy);
    }

    // Converts what differs; a column in which that fails, or makes too many odd cells, is text.
    std::vector<size_t> pending;
    for (size_t c = 0; c < width; ++c)
        pending.push_back(c);
    for (int round = 0; round < 2 && !pending.empty(); ++round) {
        struct Job
        {
            size_t column;
            TypedPart *part;
        };

        std::vector<Job> jobs;
        for (const size_t c : pending) {
            for (TypedPart *part : parts[c]) {
                if (part && part->anyValue && !(part->form == forms[c].form))
                    jobs.push_back({c, part});
            }
        }
        std::vector<std::atomic<bool>> failed(width);
        ThreadPool::global().parallelFor(static_cast<qsizetype>(jobs.size()), [&](qsizetype i) {
            const Job &job = jobs[static_cast<size_t>(i)];
            if (context.isCancelled() || failed[job.column].load())
                return;
            qint64 odd = 0;
            auto segments =
                converted(job.part->segments, job.part->form, forms[job.column].form, &odd);
            if (!segments) {
                failed[job.column].store(true);
                return;
            }
            job.part->segments = std::move(*segments);
            job.part->form = forms[job.column].form;
            job.part->odd = odd;
        });
        if (context.isCancelled())
            return Error::cancelled();
        std::vector<size_t> again;
        for (const size_t c : pending) {
            if (!forms[c].form.type.isFloating() && !failed[c].load())
                continue;
            qint64 odd = 0;
            bool json = false;
            for (const TypedPart *part : parts[c]) {
                odd += part ? part->odd : 0;
                json = json || (part && part->json);
            }
            if (!failed[c].load() && odd <= fewOdd(rows))
                continue;
            const bool strings =
                json
                && std::all_of(parts[c].begin(), parts[c].end(),
                               [](const TypedPart *part) {
                                   return !part || !part->anyValue || part->form.type.isIntegral();
                               })
                && forms[c].form.type.kind != TypeKind::Int;
            forms[c].reason = failed[c].load() ? TypeReason::Mixed : TypeReason::ManyForms;
            forms[c].form = {json && !strings ? TypeKind::Json : TypeKind::Text, {}};
            again.push_back(c);
        }
        pending = std::move(again);
    }

    std::vector<JoinedColumn> columns;
    columns.reserve(width);
    for (size_t c = 0; c < width; ++c) {
        const TypeKind kind = forms[c].form.type.kind;
        std::vector<SegmentPtr> segments;
        for (size_t i = 0; i < chunks.size(); ++i) {
            TypedPart *part = parts[c][i];
            const qint64 have = part ? part->rows : 0;
            if (part && part->anyValue)
                segments.insert(segments.end(), part->segments.begin(), part->segments.end());
            else
                appendNulls(kind, have, &segments);
            appendNulls(kind, chunks[i].rows - have, &segments);
            if (part)
                part->segments.clear();
        }
        columns.push_back({forms[c].form, Column::ofSegments(segments), typeNote(forms[c])});
    }
    return columns;
}

} // namespace passel
