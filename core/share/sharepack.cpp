#include "core/share/sharepack.h"

#include "core/share/arrayassembler.h"
#include "core/share/preview.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <unordered_set>

namespace passel {

namespace {

struct Job
{
    qsizetype column = 0;
    qsizetype index = 0; // of the stretch within its column
    qint64 firstRow = 0;
    qint64 rows = 0;
};

std::vector<Job> jobsOf(const ArrayCut &cut)
{
    std::vector<Job> jobs;
    for (size_t column = 0; column < cut.parts.size(); ++column) {
        qint64 row = 0;
        qsizetype index = 0;
        for (const qint64 rows : cut.parts[column]) {
            jobs.push_back({static_cast<qsizetype>(column), index++, row, rows});
            row += rows;
        }
    }
    std::stable_sort(jobs.begin(), jobs.end(),
                     [](const Job &a, const Job &b) { return a.firstRow < b.firstRow; });
    return jobs;
}

// The first error of several threads; the others stop at it.
class FirstError
{
public:
    void set(Error error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_error)
            m_error = std::move(error);
        m_isSet.store(true);
    }

    [[nodiscard]] bool isSet() const { return m_isSet.load(); }

    [[nodiscard]] Error take() { return *std::move(m_error); }

private:
    std::mutex m_mutex;
    std::atomic<bool> m_isSet{false};
    std::optional<Error> m_error;
};

// What stays at home is left out of the description too.
Field travelling(const Field &field)
{
    Field copy = field;
    copy.note.clear();
    if (field.children) {
        std::vector<Field> children;
        for (const Field &child : field.children->fields())
            children.push_back(travelling(child));
        copy.children = std::make_shared<const Schema>(std::move(children));
    } else if (field.type.kind == TypeKind::Documents) {
        copy.children = std::make_shared<const Schema>();
    }
    return copy;
}

KnownParts partsOf(const Manifest &manifest)
{
    KnownParts known;
    for (const PartRef &part : manifest.allParts())
        known.insert(part.name, part.storedSize);
    return known;
}

// Hands out each part once, one at a time.
class Outlet
{
public:
    explicit Outlet(const PartSink &sink)
        : m_sink(sink)
    {}

    Result<void> pass(std::vector<PackedPart> *parts)
    {
        const std::lock_guard lock(m_mutex);
        for (PackedPart &part : *parts) {
            const bool isNew = m_names.insert(part.ref.name).second;
            if (isNew && !part.stored.isEmpty())
                PASSEL_CHECK(m_sink(std::move(part)));
        }
        return {};
    }

private:
    const PartSink &m_sink;
    std::mutex m_mutex;
    std::unordered_set<Digest> m_names;
};

} // namespace

Result<Manifest> packArray(const DocumentArray &array, const PackOptions &options,
                           const TaskContext &context, const PartSink &sink)
{
    ThreadPool &pool = options.pool ? *options.pool : ThreadPool::global();
    context.setTotal(array.rowCount() * array.columnCount());
    PASSEL_TRY(const ArrayCut cut,
               cutArray(array, options.parent ? &options.parent->cut : nullptr, context, pool));

    Manifest manifest;
    manifest.rows = array.rowCount();
    manifest.cut = cut.parameters;
    manifest.parent = options.parentId;
    manifest.recipe = options.recipe;
    manifest.views = options.views;
    manifest.note = options.note;
    manifest.author = options.author;
    manifest.client = options.client;
    manifest.createdMs = options.createdMs;
    for (qsizetype column = 0; column < array.columnCount(); ++column) {
        ManifestColumn described;
        described.field = travelling(array.field(column));
        if (column < static_cast<qsizetype>(options.profiles.size()))
            described.profile = options.profiles[static_cast<size_t>(column)];
        manifest.columns.push_back(std::move(described));
    }
    PASSEL_TRY(manifest.preview, makePreview(array, context));

    const KnownParts known =
        options.parent && options.omitParentParts ? partsOf(*options.parent) : KnownParts();
    const std::vector<Job> jobs = jobsOf(cut);
    std::vector<std::vector<std::vector<PartRef>>> refs;
    for (const std::vector<qint64> &parts : cut.parts)
        refs.emplace_back(parts.size());
    Outlet outlet(sink);
    FirstError failure;
    const auto pack = [&](const Job &job) -> Result<void> {
        if (context.isCancelled())
            return Error::cancelled();
        PASSEL_TRY(const ColumnSlice slice,
                   ColumnSlice::of(array, job.column, job.firstRow, job.rows, context));
        PASSEL_TRY(std::vector<PackedPart> parts, encodeParts(slice, known, context));
        auto &own = refs[static_cast<size_t>(job.column)][static_cast<size_t>(job.index)];
        for (const PackedPart &part : parts)
            own.push_back(part.ref);
        PASSEL_CHECK(outlet.pass(&parts));
        context.advance(job.rows);
        return {};
    };
    pool.parallelFor(static_cast<qsizetype>(jobs.size()), [&](qsizetype i) {
        if (failure.isSet())
            return;
        if (auto done = pack(jobs[static_cast<size_t>(i)]); !done)
            failure.set(std::move(done).error());
    });
    if (failure.isSet())
        return failure.take();

    qint64 count = 0;
    for (size_t column = 0; column < refs.size(); ++column) {
        for (const std::vector<PartRef> &stretch : refs[column]) {
            auto &parts = manifest.columns[column].parts;
            parts.insert(parts.end(), stretch.begin(), stretch.end());
            count += static_cast<qint64>(stretch.size());
        }
    }
    if (count > MaximumParts)
        return Error(ErrorKind::Limit, QByteArrayLiteral("limit"),
                     QCoreApplication::translate("passel::SharePack",
                                                 "The table has too many large cells: it would "
                                                 "need %L1 parts, and a share has at most %L2. "
                                                 "Leave out columns, or share fewer rows.")
                         .arg(count)
                         .arg(MaximumParts));
    return manifest;
}

Result<DocumentArray> unpackArray(const Manifest &manifest, const PartProvider &provider,
                                  const TaskContext &context, ThreadPool *pool)
{
    PASSEL_TRY(ArrayAssembler assembler, ArrayAssembler::create(manifest));
    const std::vector<PartRef> parts = assembler.missing();
    context.setTotal(manifest.rawSize());
    FirstError failure;
    const auto unpack = [&](const PartRef &ref) -> Result<void> {
        if (context.isCancelled())
            return Error::cancelled();
        PASSEL_TRY(const QByteArray stored, provider(ref));
        PASSEL_TRY(const OpenedPart part, openPart(ref, stored));
        PASSEL_CHECK(assembler.add(part, context));
        context.advance(ref.rawSize);
        return {};
    };
    (pool ? *pool : ThreadPool::global())
        .parallelFor(static_cast<qsizetype>(parts.size()), [&](qsizetype i) {
            if (failure.isSet())
                return;
            if (auto done = unpack(parts[static_cast<size_t>(i)]); !done)
                failure.set(std::move(done).error());
        });
    if (failure.isSet())
        return failure.take();
    return assembler.array();
}

} // namespace passel
