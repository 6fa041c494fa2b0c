#include "core/array/sort.h"

#include "core/array/convert.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <numeric>

namespace passel {

namespace {

// Order-preserving 64-bit keys; missing is a flag of its own so that it stays last both ways.
quint64 keyOfInt(qint64 value)
{
    return static_cast<quint64>(value) ^ (quint64(1) << 63);
}

quint64 keyOfDouble(double value)
{
    if (std::isnan(value))
        return ~quint64(0) - 1;
    if (value == 0)
        value = 0; // −0 and 0 are one number
    const auto bits = std::bit_cast<quint64>(value);
    return (bits >> 63) != 0 ? ~bits : bits | (quint64(1) << 63);
}

// One key column over the array's logical rows: numbers as they are, texts by their rank among the
// distinct ones, so that every comparison below is between two integers.
struct Keys
{
    std::vector<quint64> values;
    std::vector<quint8> missing; // empty when nothing is
};

Result<Keys> numberKeys(const DocumentArray &array, qsizetype column, const TaskContext &context)
{
    Keys keys;
    keys.values.resize(static_cast<size_t>(array.rowCount()));
    const ColumnType &type = array.field(column).type;
    ColumnReader reader(array.column(column));
    Result<void> outcome;
    array.rowMap().forEachRun([&](qsizetype logical, qsizetype stored, qsizetype count) {
        for (qsizetype i = 0; i < count && outcome; ++i) {
            qsizetype local = 0;
            auto segment = reader.seek(stored + i, &local, context);
            if (!segment || (((logical + i) & 0xffff) == 0 && context.isCancelled())) {
                outcome = segment ? Error::cancelled() : std::move(segment).error();
                return;
            }
            const auto at = static_cast<size_t>(logical + i);
            if ((*segment)->isNull(local)) {
                if (keys.missing.empty())
                    keys.missing.resize(keys.values.size());
                keys.missing[at] = 1;
            } else if (type.kind == TypeKind::Bool) {
                keys.values[at] = (*segment)->boolAt(local) ? 1 : 0;
            } else if (type.isFloating()) {
                keys.values[at] = keyOfDouble((*segment)->floatAt(local));
            } else {
                keys.values[at] = keyOfInt((*segment)->intAt(local));
            }
        }
    });
    PASSEL_CHECK(outcome);
    return keys;
}

Result<Keys> textKeys(const DocumentArray &array, qsizetype column, const TaskContext &context)
{
    // Distinct texts are found per segment (coded segments know theirs), sorted once, and ranked.
    const Column &stored = array.column(column);
    const Field &field = array.field(column);

    struct SegmentTexts
    {
        SegmentPtr segment;
        std::vector<std::string> own; // texts that have no bytes of their own in the segment
        std::vector<quint32> entryOf; // row → entry
        std::vector<std::string_view> entries;
        std::vector<quint64> ranks;
    };

    std::vector<SegmentTexts> all(static_cast<size_t>(stored.segmentCount()));
    for (qsizetype i = 0; i < stored.segmentCount(); ++i) {
        PASSEL_TRY(all[static_cast<size_t>(i)].segment, stored.segment(i)->pin(context));
    }
    ThreadPool::global().parallelFor(stored.segmentCount(), [&](qsizetype index) {
        if (context.isCancelled())
            return;
        SegmentTexts &texts = all[static_cast<size_t>(index)];
        const Segment &segment = *texts.segment;
        if (segment.layout() == Layout::Coded) {
            for (qsizetype code = 0; code < segment.dictionary()->size(); ++code)
                texts.entries.push_back(segment.dictionary()->at(code));
            return;
        }
        const bool direct = segment.layout() == Layout::Plain && segment.kind() != TypeKind::Tensor;
        texts.entryOf.resize(static_cast<size_t>(segment.size()));
        texts.own.reserve(direct ? 0 : static_cast<size_t>(segment.size()));
        for (qsizetype row = 0; row < segment.size(); ++row) {
            texts.entryOf[static_cast<size_t>(row)] = static_cast<quint32>(texts.entries.size());
            if (direct || segment.isNull(row)) {
                texts.entries.push_back(segment.bytesAt(row));
            } else {
                texts.own.emplace_back();
                appendCellText(segment, row, field, &texts.own.back());
                texts.entries.push_back(texts.own.back());
            }
        }
    });

    struct Entry
    {
        std::string_view text;
        quint32 segment;
        quint32 entry;
    };

    std::vector<Entry> order;
    for (size_t i = 0; i < all.size(); ++i) {
        all[i].ranks.resize(all[i].entries.size());
        for (size_t j = 0; j < all[i].entries.size(); ++j)
            order.push_back({all[i].entries[j], static_cast<quint32>(i), static_cast<quint32>(j)});
    }
    if (context.isCancelled())
        return Error::cancelled();
    std::sort(order.begin(), order.end(),
              [](const Entry &a, const Entry &b) { return a.text < b.text; });
    quint64 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && order[i].text != order[i - 1].text)
            ++rank;
        all[order[i].segment].ranks[order[i].entry] = rank;
    }
    Keys keys;
    keys.values.resize(static_cast<size_t>(array.rowCount()));
    array.rowMap().forEachRun([&](qsizetype logical, qsizetype first, qsizetype count) {
        for (qsizetype i = 0; i < count; ++i) {
            const qsizetype index = stored.segmentOf(first + i);
            const SegmentTexts &texts = all[static_cast<size_t>(index)];
            const qsizetype local = first + i - stored.start(index);
            const auto at = static_cast<size_t>(logical + i);
            if (texts.segment->isNull(local)) {
                if (keys.missing.empty())
                    keys.missing.resize(keys.values.size());
                keys.missing[at] = 1;
                continue;
            }
            const quint32 entry = texts.entryOf.empty() ? texts.segment->codeAt(local)
                                                        : texts.entryOf[static_cast<size_t>(local)];
            keys.values[at] = texts.ranks[entry];
        }
    });
    return keys;
}

// Stable least-significant-byte radix sort of row numbers by one key; bytes that are the same in
// all keys are skipped, so narrow columns cost one or two passes.
void radixSort(std::vector<quint32> *rows, const std::vector<quint64> &keys, bool descending)
{
    quint64 differing = 0;
    const quint64 first = rows->empty() ? 0 : keys[rows->front()];
    for (const quint32 row : *rows)
        differing |= keys[row] ^ first;
    std::vector<quint32> other(rows->size());
    for (int shift = 0; shift < 64; shift += 8) {
        if (((differing >> shift) & 0xff) == 0)
            continue;
        std::array<size_t, 257> starts{};
        const auto digit = [&](quint32 row) {
            const auto byte = static_cast<size_t>((keys[row] >> shift) & 0xff);
            return descending ? 255 - byte : byte;
        };
        for (const quint32 row : *rows)
            ++starts[digit(row) + 1];
        std::partial_sum(starts.begin(), starts.end(), starts.begin());
        for (const quint32 row : *rows)
            other[starts[digit(row)]++] = row;
        rows->swap(other);
    }
}

} // namespace

Result<DocumentArray> sorted(const DocumentArray &array, const std::vector<SortKey> &keys,
                             const TaskContext &context)
{
    std::vector<quint32> rows(static_cast<size_t>(array.rowCount()));
    std::iota(rows.begin(), rows.end(), 0U);
    // Stable sorts from the last key to the first give the order by all of them.
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        if (context.isCancelled())
            return Error::cancelled();
        const ColumnType &type = array.field(key->column).type;
        const bool number = type.isNumber() || type.isIntegral() || type.kind == TypeKind::Bool;
        PASSEL_TRY(const Keys values, number ? numberKeys(array, key->column, context)
                                             : textKeys(array, key->column, context));
        radixSort(&rows, values.values, key->descending);
        if (!values.missing.empty()) {
            std::stable_partition(rows.begin(), rows.end(),
                                  [&](quint32 row) { return values.missing[row] == 0; });
        }
    }
    return array.selected(rows);
}

} // namespace passel
