#include "core/look/profile.h"

#include "core/look/bins.h"
#include "core/look/profilescan.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <mutex>

namespace passel {

namespace {

constexpr qsizetype MaxTopText = 256;
constexpr size_t MaxCandidates = 64;

// At most 256 bytes, not in the middle of a character.
ProfileValue cut(std::string text, qint64 count)
{
    if (static_cast<qsizetype>(text.size()) <= MaxTopText)
        return {std::move(text), count, false};
    auto end = static_cast<size_t>(MaxTopText);
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end;
    text.resize(end);
    return {std::move(text), count, true};
}

// A value, or a hash of it, with how often it stands there.
struct Counted
{
    quint64 key = 0;
    quint32 row = 0;
    qint64 count = 0;
};

// Makes the profile of one column: first all values are looked at once; only when there were too
// many different ones to keep, a second look counts the bars and the frequent ones.
class Profiler
{
public:
    Profiler(const Field &field, const ProfileScan &scan, TaskContext context)
        : m_field(field)
        , m_scan(scan)
        , m_context(std::move(context))
        , m_sums(static_cast<size_t>(scan.column().segmentCount()))
        , m_partials(static_cast<size_t>(ThreadPool::global().threadCount()))
    {}

    [[nodiscard]] Result<ColumnProfile> run(const ProfileProgress &progress)
    {
        const qsizetype count = m_scan.column().segmentCount();
        // Ever larger stretches, so that what is known so far can be shown early and costs little.
        for (qsizetype begin = 0, step = progress ? 8 : count; begin < count; step *= 8) {
            const qsizetype end = std::min(count, begin + step);
            PASSEL_CHECK(overSegments(begin, end,
                                      [this](size_t worker, qsizetype i, const Segment &segment) {
                                          SegmentSums &sums = m_sums[static_cast<size_t>(i)];
                                          m_scan.scan(i, segment, &m_partials[worker], &sums);
                                          m_context.advance(sums.seen);
                                      }));
            begin = end;
            if (progress && end < count)
                progress(summary(merged()));
        }
        const ProfilePartial all = merged();
        ColumnProfile profile = summary(all);
        if (!all.table.isExact())
            PASSEL_CHECK(countAgain(all, &profile));
        return profile;
    }

private:
    // Calls body(worker, index, segment) in parallel; each worker has a number of its own.
    template <typename Body>
    [[nodiscard]] Result<void> overSegments(qsizetype begin, qsizetype end, Body body)
    {
        std::atomic<qsizetype> next{begin};
        std::atomic<bool> failed{false};
        std::mutex mutex;
        Error error;
        const auto workers = static_cast<qsizetype>(m_partials.size());
        ThreadPool::global().parallelFor(workers, [&](qsizetype worker) {
            for (qsizetype i = next++; i < end && !failed; i = next++) {
                Result<SegmentPtr> segment =
                    m_context.isCancelled() ? Result<SegmentPtr>(Error::cancelled()) : pinned(i);
                if (!segment) {
                    const std::lock_guard lock(mutex);
                    error = std::move(segment).error();
                    failed = true;
                    return;
                }
                if (*segment)
                    body(static_cast<size_t>(worker), i, **segment);
            }
        });
        if (failed)
            return error;
        return {};
    }

    // Null when no row of it is seen: such a segment need not be here.
    [[nodiscard]] Result<SegmentPtr> pinned(qsizetype index) const
    {
        const Column &column = m_scan.column();
        if (m_scan.rows().countIn(column.start(index), column.start(index + 1)) == 0)
            return SegmentPtr();
        return column.segment(index)->pin(m_context);
    }

    [[nodiscard]] ProfilePartial merged() const
    {
        ProfilePartial all = m_partials.front();
        for (size_t i = 1; i < m_partials.size(); ++i)
            all.merge(m_partials[i]);
        return all;
    }

    [[nodiscard]] bool hasTop() const
    {
        const TypeKind kind = m_scan.type().kind;
        return kind != TypeKind::Bytes && kind != TypeKind::Tensor && kind != TypeKind::Documents;
    }

    [[nodiscard]] bool hasNumbers() const
    {
        return m_scan.type().isIntegral() || m_scan.type().isFloating();
    }

    [[nodiscard]] Value valueOf(quint64 key) const
    {
        const TypeKind kind = m_scan.type().kind;
        if (kind == TypeKind::Float64)
            return Value::float64(numberOf(m_scan.type(), key));
        if (kind == TypeKind::Float32)
            return Value::float32(static_cast<float>(numberOf(m_scan.type(), key)));
        return Value::counted(kind, static_cast<qint64>(key));
    }

    [[nodiscard]] std::string textOf(const Counted &value) const
    {
        std::string text;
        if (m_scan.type().isBytes()) {
            const Column &column = m_scan.column();
            const qsizetype index = column.segmentOf(value.row);
            if (const auto segment = column.segment(index)->tryPin())
                text = segment->bytesAt(static_cast<qsizetype>(value.row) - column.start(index));
        } else if (m_scan.type().kind == TypeKind::Bool) {
            appendText(m_scan.type(), m_field.form, Value::boolean(value.key != 0), &text);
        } else {
            appendText(m_scan.type(), m_field.form, valueOf(value.key), &text);
        }
        return text;
    }

    // Numbers before others of the same count by value, texts by first row.
    [[nodiscard]] bool isBefore(const Counted &a, const Counted &b) const
    {
        if (a.count != b.count)
            return a.count > b.count;
        if (m_scan.type().isBytes())
            return a.row < b.row;
        return numberOf(m_scan.type(), a.key) < numberOf(m_scan.type(), b.key);
    }

    void setTop(std::vector<Counted> values, ColumnProfile *profile) const
    {
        const auto count =
            std::min(values.size(), static_cast<size_t>(ColumnProfile::MaxTopValues));
        std::partial_sort(values.begin(), values.begin() + static_cast<qsizetype>(count),
                          values.end(),
                          [this](const Counted &a, const Counted &b) { return isBefore(a, b); });
        for (size_t i = 0; i < count; ++i)
            profile->top.push_back(cut(textOf(values[i]), values[i].count));
    }

    // Nearest-rank quartiles of values sorted by number.
    void setQuartiles(const std::vector<Counted> &sorted, ColumnProfile *profile) const
    {
        qint64 total = 0;
        for (const Counted &value : sorted)
            total += value.count;
        const std::array quartiles{&profile->lowerQuartile, &profile->median,
                                   &profile->upperQuartile};
        size_t at = 0;
        qint64 before = 0;
        for (size_t i = 0; i < quartiles.size() && total > 0; ++i) {
            const qint64 rank = (total * qint64(i + 1) + 3) / 4; // counted from 1
            while (before + sorted[at].count < rank)
                before += sorted[at++].count;
            *quartiles[i] = valueOf(sorted[at].key);
        }
    }

    void setBins(const BinCounter &counter, ColumnProfile *profile) const
    {
        profile->bins.clear();
        for (size_t i = 0; i < counter.counts().size(); ++i) {
            profile->bins.push_back(
                {counter.edges()[i], counter.edges()[i + 1], counter.counts()[i]});
        }
    }

    // The lowest and highest finite number; false when there is none.
    [[nodiscard]] bool finiteRange(const ProfilePartial &all, double *low, double *high) const
    {
        if (m_scan.type().isIntegral()) {
            *low = static_cast<double>(all.lowest);
            *high = static_cast<double>(all.highest);
            return all.lowest <= all.highest;
        }
        *low = all.low;
        *high = all.high;
        if (std::isfinite(*low) && std::isfinite(*high))
            return true;
        *low = std::numeric_limits<double>::infinity();
        *high = -*low;
        const auto take = [&](double value) {
            if (std::isfinite(value)) {
                *low = std::min(*low, value);
                *high = std::max(*high, value);
            }
        };
        all.table.forEach([&](const DistinctEntry &e) { take(numberOf(m_scan.type(), e.key)); });
        for (const SampledValue &value : all.sample)
            take(numberOf(m_scan.type(), value.key));
        return *low <= *high;
    }

    void setNumbers(const ProfilePartial &all, std::vector<Counted> values,
                    ColumnProfile *profile) const
    {
        const ColumnType &type = m_scan.type();
        if (type.isIntegral() && all.lowest <= all.highest) {
            profile->minimum = valueOf(static_cast<quint64>(all.lowest));
            profile->maximum = valueOf(static_cast<quint64>(all.highest));
        } else if (type.isFloating() && all.low <= all.high) {
            profile->minimum = valueOf(keyOf(all.low));
            profile->maximum = valueOf(keyOf(all.high));
        }
        double sum = 0;
        qint64 numbers = 0;
        for (const SegmentSums &sums : m_sums) {
            sum += sums.values;
            numbers += sums.numbers;
        }
        if (numbers > 0)
            profile->mean = sum / static_cast<double>(numbers);

        std::erase_if(values,
                      [&](const Counted &value) { return std::isnan(numberOf(type, value.key)); });
        std::sort(values.begin(), values.end(), [&](const Counted &a, const Counted &b) {
            return type.isFloating() ? numberOf(type, a.key) < numberOf(type, b.key)
                                     : static_cast<qint64>(a.key) < static_cast<qint64>(b.key);
        });
        setQuartiles(values, profile);
        double low = 0;
        double high = 0;
        if (finiteRange(all, &low, &high)) {
            BinCounter counter(roundEdges(type.kind, low, high, ColumnProfile::MaxBins));
            for (const Counted &value : values)
                counter.add(numberOf(type, value.key), value.count);
            setBins(counter, profile);
        }
    }

    [[nodiscard]] ColumnProfile summary(const ProfilePartial &all) const
    {
        ColumnProfile profile;
        profile.type = m_field.type;
        profile.form = m_field.form;
        profile.rows = m_scan.rows().size();
        qint64 lengths = 0;
        for (const SegmentSums &sums : m_sums) {
            profile.seen += sums.seen;
            lengths += sums.lengths;
        }
        profile.missing = all.missing;
        profile.empty = all.empty;
        profile.distinct = all.table.distinct();
        std::vector<Counted> values;
        for (size_t i = 0; i < all.small.size(); ++i) {
            if (all.small[i] > 0)
                values.push_back({static_cast<quint64>(static_cast<qint64>(i) - 32'768), 0,
                                  qint64(all.small[i])});
        }
        profile.distinct += static_cast<qint64>(values.size());
        // An estimate never claims more different values than there are.
        profile.distinct = std::min(profile.distinct, profile.present());
        profile.distinctIsExact = all.table.isExact();
        if (profile.distinctIsExact) {
            all.table.forEach([&](const DistinctEntry &entry) {
                values.push_back({entry.key, entry.row, qint64(entry.count)});
            });
            if (hasTop())
                setTop(values, &profile);
        } else {
            values.clear();
            for (const SampledValue &value : all.sample)
                values.push_back({value.key, value.row, 1});
            profile.quartilesAreExact = !hasNumbers();
            profile.binsAreExact = !hasNumbers();
        }
        if (hasNumbers())
            setNumbers(all, std::move(values), &profile);
        if (!profile.binsAreExact) {
            // The sample's bars at the size of the whole.
            qint64 total = 0;
            for (const ProfileBin &bin : profile.bins)
                total += bin.count;
            for (ProfileBin &bin : profile.bins) {
                bin.count = std::llround(static_cast<double>(bin.count)
                                         * static_cast<double>(profile.present())
                                         / static_cast<double>(std::max<qint64>(total, 1)));
            }
        }
        if (all.longest >= 0) {
            profile.shortest = all.shortest;
            profile.longest = all.longest;
            profile.meanLength = static_cast<double>(lengths)
                                 / static_cast<double>(std::max<qint64>(profile.present(), 1));
        }
        return profile;
    }

    // Values that stand at least twice in the sample, the most frequent ones.
    [[nodiscard]] std::vector<Counted> candidates(const ProfilePartial &all) const
    {
        DistinctTable table(ColumnProfile::DistinctBudget);
        for (const SampledValue &value : all.sample)
            table.add(value.key, value.row);
        std::vector<Counted> found;
        table.forEach([&](const DistinctEntry &entry) {
            if (entry.count > 1)
                found.push_back({entry.key, entry.row, qint64(entry.count)});
        });
        std::sort(found.begin(), found.end(),
                  [this](const Counted &a, const Counted &b) { return isBefore(a, b); });
        found.resize(std::min(found.size(), MaxCandidates));
        for (Counted &value : found)
            value.count = 0;
        return found;
    }

    [[nodiscard]] Result<void> countAgain(const ProfilePartial &all, ColumnProfile *profile)
    {
        std::vector<Counted> wanted = hasTop() ? candidates(all) : std::vector<Counted>();
        double low = 0;
        double high = 0;
        const bool bins = hasNumbers() && finiteRange(all, &low, &high);
        if (!bins && wanted.empty())
            return {};
        std::sort(wanted.begin(), wanted.end(),
                  [](const Counted &a, const Counted &b) { return a.key < b.key; });

        struct Again
        {
            BinCounter bins;
            std::vector<qint64> counts;
        };

        const Again none{
            BinCounter(bins ? roundEdges(m_scan.type().kind, low, high, ColumnProfile::MaxBins)
                            : std::vector<double>{0, 0}),
            std::vector<qint64>(wanted.size())};
        std::vector<Again> again(m_partials.size(), none);
        const qsizetype count = m_scan.column().segmentCount();
        PASSEL_CHECK(
            overSegments(0, count, [&](size_t worker, qsizetype i, const Segment &segment) {
                Again &mine = again[worker];
                m_scan.forEachKey(i, segment, [&](quint64 key, quint32 times) {
                    if (bins)
                        mine.bins.add(numberOf(m_scan.type(), key), qint64(times));
                    const auto at = std::lower_bound(
                        wanted.begin(), wanted.end(), key,
                        [](const Counted &value, quint64 k) { return value.key < k; });
                    if (at != wanted.end() && at->key == key)
                        mine.counts[static_cast<size_t>(at - wanted.begin())] += times;
                });
            }));
        for (size_t worker = 1; worker < again.size(); ++worker) {
            again.front().bins.merge(again[worker].bins);
            for (size_t i = 0; i < wanted.size(); ++i)
                again.front().counts[i] += again[worker].counts[i];
        }
        if (bins) {
            setBins(again.front().bins, profile);
            profile->binsAreExact = true;
        }
        for (size_t i = 0; i < wanted.size(); ++i)
            wanted[i].count = again.front().counts[i];
        setTop(std::move(wanted), profile);
        return {};
    }

    const Field &m_field;
    const ProfileScan &m_scan;
    TaskContext m_context;
    std::vector<SegmentSums> m_sums;
    std::vector<ProfilePartial> m_partials;
};

} // namespace

Result<ColumnProfile> profileColumn(const DocumentArray &array, qsizetype column,
                                    const VisibleRows &rows, const TaskContext &context,
                                    const ProfileProgress &progress)
{
    const qsizetype stride =
        rows.size() > ColumnProfile::DistinctBudget
                && array.field(column).type.kind != TypeKind::Documents
            ? (rows.size() + ColumnProfile::QuartileBudget - 1) / ColumnProfile::QuartileBudget
            : 0;
    const ProfileScan scan(array.field(column).type, array.column(column), rows, stride);
    return Profiler(array.field(column), scan, context).run(progress);
}

Result<ColumnProfile> profileColumn(const DocumentArray &array, qsizetype column,
                                    const TaskContext &context, const ProfileProgress &progress)
{
    return profileColumn(array, column, VisibleRows(array), context, progress);
}

Result<std::vector<ColumnProfile>> profileArray(const DocumentArray &array,
                                                const TaskContext &context)
{
    const VisibleRows rows(array);
    std::vector<ColumnProfile> profiles;
    for (qsizetype column = 0; column < array.columnCount(); ++column) {
        PASSEL_TRY(ColumnProfile profile, profileColumn(array, column, rows, context, {}));
        profiles.push_back(std::move(profile));
    }
    return profiles;
}

} // namespace passel
