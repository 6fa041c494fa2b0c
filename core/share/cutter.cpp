#include "core/share/cutter.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <mutex>
#include <optional>
#include <xxhash.h>

namespace passel {

namespace {

constexpr quint64 NullHash = 0x9e3779b97f4a7c15;
constexpr qint64 LargeArray = 1'000'000'000;
// Rows that are looked at in one go when the order is not that of storage.
constexpr qsizetype Block = 8LL * Segment::Capacity;

// The finaliser of MurmurHash3: every bit of the input moves every bit of the output.
quint64 mix(quint64 x) noexcept
{
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccd;
    x ^= x >> 33;
    x *= 0xc4ceb9fe1a85ec53;
    x ^= x >> 33;
    return x;
}

quint64 hashOf(qint64 value, quint64 seed) noexcept
{
    return mix(static_cast<quint64>(value) + NullHash + seed);
}

quint64 hashOf(double value, quint64 seed) noexcept
{
    if (std::isnan(value))
        value = std::numeric_limits<double>::quiet_NaN();
    return hashOf(std::bit_cast<qint64>(value), seed);
}

quint64 hashOf(std::string_view bytes, quint64 seed) noexcept
{
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

quint64 combined(quint64 a, quint64 b) noexcept
{
    return mix(a * 31 + b);
}

// Bytes of a value without content.
qint64 emptySize(TypeKind kind) noexcept
{
    switch (kind) {
    case TypeKind::Bool:
        return 1;
    case TypeKind::Text:
    case TypeKind::Bytes:
    case TypeKind::Json:
    case TypeKind::Documents:
        return 4;
    default:
        return 8;
    }
}

struct Weighed
{
    quint64 hash = 0;
    qint64 size = 0;
};

// Hash and size of logical values; knows nothing of how they are laid out.
class Weigher
{
public:
    Weigher(const ColumnSlice &slice, quint64 seed, const TaskContext &context)
        : m_slice(slice)
        , m_seed(seed)
        , m_context(context)
    {}

    template <typename Step>
    Result<void> forEach(Step step)
    {
        for (const ColumnSlice::Piece &piece : m_slice.pieces) {
            if (m_context.isCancelled())
                return Error::cancelled();
            const Segment &segment = *piece.segment;
            const qsizetype end = piece.first + piece.count;
            if (segment.hasSourceTexts()) {
                PASSEL_CHECK(forPiece(piece, [&](qsizetype row, Weighed value) {
                    if (const std::string *source = segment.sourceText(row)) {
                        value.hash = combined(value.hash, hashOf(*source, m_seed));
                        value.size += 4 + static_cast<qint64>(source->size());
                    }
                    step(value);
                }));
            } else if (segment.layout() == Layout::AllNull) {
                const Weighed null{mix(NullHash + m_seed), emptySize(segment.kind())};
                for (qsizetype row = piece.first; row < end; ++row)
                    step(null);
            } else {
                PASSEL_CHECK(forPiece(piece, [&](qsizetype, Weighed value) { step(value); }));
            }
        }
        return {};
    }

private:
    template <typename Step>
    Result<void> forPiece(const ColumnSlice::Piece &piece, Step step)
    {
        const Segment &segment = *piece.segment;
        switch (segment.layout()) {
        case Layout::Int8:
            forWhole<qint8>(piece, step);
            return {};
        case Layout::Int16:
            forWhole<qint16>(piece, step);
            return {};
        case Layout::Int32:
            forWhole<qint32>(piece, step);
            return {};
        case Layout::Int64:
            forWhole<qint64>(piece, step);
            return {};
        case Layout::Bits:
            forRows(piece, step, [&](qsizetype row) {
                return Weighed{hashOf(qint64(segment.boolAt(row) ? 1 : 0), m_seed), 1};
            });
            return {};
        case Layout::Float32:
        case Layout::Float64:
            forRows(piece, step, [&](qsizetype row) {
                return Weighed{hashOf(segment.floatAt(row), m_seed), 8};
            });
            return {};
        case Layout::Coded:
            forCoded(piece, step);
            return {};
        case Layout::Lists:
            return forLists(piece, step);
        case Layout::AllNull:
        case Layout::Plain:
            break;
        }
        forRows(piece, step, [&](qsizetype row) {
            const std::string_view bytes = segment.bytesAt(row);
            Weighed value{hashOf(bytes, m_seed),
                          emptySize(segment.kind()) + static_cast<qint64>(bytes.size())};
            if (segment.kind() == TypeKind::Tensor) {
                for (const quint32 size : segment.shapeAt(row))
                    value.hash = combined(value.hash, size);
            }
            return value;
        });
        return {};
    }

    template <typename Step, typename Weigh>
    void forRows(const ColumnSlice::Piece &piece, Step &step, Weigh weigh)
    {
        const Segment &segment = *piece.segment;
        const Weighed null{mix(NullHash + m_seed), emptySize(segment.kind())};
        for (qsizetype row = piece.first; row < piece.first + piece.count; ++row)
            step(row, segment.isNull(row) ? null : weigh(row));
    }

    template <typename T, typename Step>
    void forWhole(const ColumnSlice::Piece &piece, Step &step)
    {
        const std::span<const T> values = piece.segment->values<T>();
        forRows(piece, step, [&](qsizetype row) {
            return Weighed{hashOf(qint64(values[static_cast<size_t>(row)]), m_seed), 8};
        });
    }

    // Each entry of a dictionary is hashed once.
    template <typename Step>
    void forCoded(const ColumnSlice::Piece &piece, Step &step)
    {
        const Segment &segment = *piece.segment;
        if (m_dictionary != segment.dictionary()) {
            m_dictionary = segment.dictionary();
            m_entries.clear();
            for (qsizetype code = 0; code < m_dictionary->size(); ++code) {
                const std::string_view bytes = m_dictionary->at(code);
                m_entries.push_back({hashOf(bytes, m_seed), 4 + static_cast<qint64>(bytes.size())});
            }
        }
        forRows(piece, step, [&](qsizetype row) { return m_entries[segment.codeAt(row)]; });
    }

    template <typename Step>
    Result<void> forLists(const ColumnSlice::Piece &piece, Step &step)
    {
        const Segment &segment = *piece.segment;
        const Schema none;
        const Schema &schema = m_slice.field.children ? *m_slice.field.children : none;
        DocumentArray documents = *segment.children();
        if (documents.schema() != schema) {
            PASSEL_TRY(documents, documents.conformed(schema, m_context));
        }
        // Nested columns are weighed whole: most lists of a segment are seen.
        std::vector<Weighed> all(static_cast<size_t>(documents.rowCount()));
        for (qsizetype column = 0; column < documents.columnCount(); ++column) {
            PASSEL_TRY(const ColumnSlice slice,
                       ColumnSlice::of(documents, column, 0, documents.rowCount(), m_context));
            size_t at = 0;
            Weigher weigher(slice, m_seed, m_context);
            // One named type: lists inside lists would else make ever new ones.
            const std::function<void(const Weighed &)> add = [&](const Weighed &value) {
                all[at].hash = combined(all[at].hash, value.hash);
                all[at].size += value.size;
                ++at;
            };
            PASSEL_CHECK(weigher.forEach<const std::function<void(const Weighed &)> &>(add));
        }
        forRows(piece, step, [&](qsizetype row) {
            const auto [begin, end] = segment.listAt(row);
            Weighed value{static_cast<quint64>(end - begin) + 1, 4};
            for (qsizetype i = begin; i < end; ++i) {
                value.hash = combined(value.hash, all[static_cast<size_t>(i)].hash);
                value.size += all[static_cast<size_t>(i)].size;
            }
            return value;
        });
        return {};
    }

    const ColumnSlice &m_slice;
    quint64 m_seed;
    const TaskContext &m_context;
    std::shared_ptr<const Dictionary> m_dictionary;
    std::vector<Weighed> m_entries;
};

Result<std::vector<qint64>> cutColumn(const DocumentArray &array, qsizetype column,
                                      const CutParameters &parameters, const TaskContext &context,
                                      qint64 *plainSize)
{
    Cutter cutter(parameters);
    for (qsizetype first = 0; first < array.rowCount(); first += Block) {
        PASSEL_TRY(const ColumnSlice slice,
                   ColumnSlice::of(array, column, first, std::min(Block, array.rowCount() - first),
                                   context));
        PASSEL_CHECK(cutter.add(slice, context));
    }
    *plainSize = cutter.plainSize();
    return cutter.finish();
}

Result<ArrayCut> cutOnce(const DocumentArray &array, const CutParameters &parameters,
                         const TaskContext &context, ThreadPool &pool)
{
    ArrayCut cut;
    cut.parameters = parameters;
    cut.parts.resize(static_cast<size_t>(array.columnCount()));
    std::mutex mutex;
    std::optional<Error> failure;
    pool.parallelFor(array.columnCount(), [&](qsizetype column) {
        qint64 size = 0;
        auto parts = cutColumn(array, column, parameters, context, &size);
        const std::lock_guard lock(mutex);
        cut.plainSize += size;
        if (parts)
            cut.parts[static_cast<size_t>(column)] = *std::move(parts);
        else if (!failure)
            failure = std::move(parts).error();
    });
    if (failure)
        return *std::move(failure);
    return cut;
}

} // namespace

CutParameters CutParameters::ofAverage(qint64 average)
{
    return {1, average, average / 4, average * 4};
}

bool CutParameters::isValid() const noexcept
{
    return version >= 1 && minimum >= 1024 && minimum <= average && average <= maximum
           && maximum <= qint64(1) << 30;
}

Cutter::Cutter(const CutParameters &parameters, quint64 seed)
    : m_parameters(parameters)
    , m_seed(seed)
    , m_unit(std::numeric_limits<quint64>::max() / static_cast<quint64>(parameters.average))
{}

void Cutter::step(quint64 hash, qint64 size)
{
    if (m_rows > 0 && m_bytes + size > m_parameters.maximum) {
        m_parts.push_back(m_rows);
        m_rows = 0;
        m_bytes = 0;
    }
    const qint64 shift = 1 + size / 256;
    m_gear = shift < 64 ? (m_gear << shift) + hash : hash;
    ++m_rows;
    m_bytes += size;
    m_total += size;
    if (m_bytes < m_parameters.minimum)
        return;
    bool ends = m_bytes >= m_parameters.maximum;
    if (!ends) {
        const bool early = m_bytes < m_parameters.average;
        const qint64 weight = early ? size : size * 16; // a fourth, and four times, of the odds
        ends = weight >= m_parameters.average * 4
               || mix(m_gear) < m_unit / 4 * static_cast<quint64>(weight);
    }
    if (ends) {
        m_parts.push_back(m_rows);
        m_rows = 0;
        m_bytes = 0;
    }
}

Result<void> Cutter::add(const ColumnSlice &slice, const TaskContext &context)
{
    Weigher weigher(slice, m_seed, context);
    return weigher.forEach([this](const Weighed &value) { step(value.hash, value.size); });
}

std::vector<qint64> Cutter::finish()
{
    if (m_rows > 0)
        m_parts.push_back(m_rows);
    m_rows = 0;
    m_bytes = 0;
    return std::move(m_parts);
}

Result<ArrayCut> cutArray(const DocumentArray &array, const CutParameters *parent,
                          const TaskContext &context, ThreadPool &pool)
{
    CutParameters parameters = parent ? *parent : CutParameters();
    for (;;) {
        PASSEL_TRY(ArrayCut cut, cutOnce(array, parameters, context, pool));
        qint64 parts = 0;
        for (const std::vector<qint64> &column : cut.parts)
            parts += static_cast<qint64>(column.size());
        const bool isLarge =
            !parent && cut.plainSize > LargeArray && parameters.average < 512LL * 1024;
        // Some room is left for cells that are lists of parts.
        if (!isLarge && parts <= MaximumParts * 7 / 8)
            return cut;
        if (parameters.average >= qint64(1) << 28)
            return cut;
        parameters = isLarge ? CutParameters::ofAverage(512LL * 1024)
                             : CutParameters::ofAverage(parameters.average * 2);
    }
}

} // namespace passel
