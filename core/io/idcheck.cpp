#include "core/io/idcheck.h"

#include "core/array/convert.h"
#include "core/base/log.h"
#include "core/look/parallel.h"
#include "core/look/rowhash.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_map>

namespace passel {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::IdCheck)
};

constexpr qsizetype Parts = 16; // of all hashes, by their highest bits
constexpr qsizetype ShownId = 80;

bool isEmpty(const Segment &segment, qsizetype row)
{
    return segment.isNull(row)
           || (segment.kind() == TypeKind::Text && segment.bytesAt(row).empty());
}

struct Ids
{
    bool isRising = true;
    qsizetype firstEmpty = -1;
    qint64 empty = 0;
};

// One pass that most files end with: whoever numbers rows numbers them upwards.
Result<Ids> lookThrough(const Column &column, const TaskContext &context)
{
    Ids ids;
    std::optional<qint64> lastNumber;
    std::optional<std::string> lastText;
    for (qsizetype i = 0; i < column.segmentCount(); ++i) {
        if (context.isCancelled())
            return Error::cancelled();
        PASSEL_TRY(const SegmentPtr segment, column.segment(i)->pin(context));
        for (qsizetype row = 0; row < segment->size(); ++row) {
            if (isEmpty(*segment, row)) {
                if (ids.empty++ == 0)
                    ids.firstEmpty = column.start(i) + row;
            } else if (!ids.isRising) {
                continue;
            } else if (segment->kind() == TypeKind::Int) {
                const qint64 number = segment->intAt(row);
                ids.isRising = !lastNumber || *lastNumber < number;
                lastNumber = number;
            } else if (segment->kind() == TypeKind::Text) {
                const std::string_view text = segment->bytesAt(row);
                ids.isRising = !lastText || *lastText < text;
                lastText = text;
            } else {
                ids.isRising = false;
            }
        }
    }
    return ids;
}

// The low halves of hashes that occur more than once, each with the first row that has it.
Result<std::unordered_map<quint64, qsizetype>> repeated(const std::vector<RowHash> &hashes,
                                                        const TaskContext &context)
{
    std::vector<std::vector<quint64>> found(Parts);
    const auto work = [&](qsizetype part) -> Result<void> {
        std::vector<quint64> own;
        own.reserve(hashes.size() / Parts + hashes.size() / Parts / 8);
        for (const RowHash &hash : hashes) {
            if (hash.low >> 60U == static_cast<quint64>(part))
                own.push_back(hash.low);
        }
        std::sort(own.begin(), own.end());
        for (size_t i = 1; i < own.size(); ++i) {
            if (own[i] == own[i - 1])
                found[static_cast<size_t>(part)].push_back(own[i]);
        }
        return {};
    };
    PASSEL_CHECK(forEachParallel(Parts, context, [&] { return work; }));
    std::unordered_map<quint64, qsizetype> first;
    for (const std::vector<quint64> &part : found) {
        for (const quint64 low : part)
            first.emplace(low, -1);
    }
    return first;
}

} // namespace

Result<void> checkIds(const DocumentArray &array, const TaskContext &context, IssueList *issues)
{
    const qsizetype index = array.schema().indexOf(Role::Id);
    if (index < 0)
        return {};
    const Column &column = array.column(index);
    PASSEL_TRY(const Ids ids, lookThrough(column, context));
    if (ids.empty > 0) {
        const QString message = Words::tr(
            "%n document(s) without an id; all were kept.", nullptr,
            static_cast<int>(std::min<qint64>(ids.empty, std::numeric_limits<int>::max())));
        issues->add({QByteArrayLiteral("duplicate-id"), message, -1, ids.firstEmpty, 0, 0});
    }
    if (ids.isRising)
        return {};
    context.setTotal(context.done() + column.size());
    const HashedColumn hashed{index, false};
    PASSEL_TRY(const std::vector<RowHash> hashes,
               rowHashes(array, {&hashed, 1}, VisibleRows(array), context));
    PASSEL_TRY(auto first, repeated(hashes, context));
    if (first.empty())
        return {};
    ColumnReader reader(column);
    for (qsizetype row = 0; row < column.size(); ++row) {
        const auto known = first.find(hashes[static_cast<size_t>(row)].low);
        if (known == first.end())
            continue;
        qsizetype local = 0;
        PASSEL_TRY(const Segment *const segment, reader.seek(row, &local, context));
        if (isEmpty(*segment, local))
            continue;
        if (known->second < 0) {
            known->second = row;
            continue;
        }
        if (issues->kept().size() >= static_cast<size_t>(IssueList::Kept)) {
            issues->addCount(QByteArrayLiteral("duplicate-id"), 1);
            continue;
        }
        std::string text;
        appendCellText(*segment, local, array.field(index), &text);
        issues->add({QByteArrayLiteral("duplicate-id"),
                     Words::tr("The id “%1” of row %L2 is that of row %L3 too. Both were kept; "
                               "looking it up finds the first.")
                         .arg(visibleText(QString::fromUtf8(text).left(ShownId)))
                         .arg(row + 1)
                         .arg(known->second + 1),
                     -1, row, 0, 0});
    }
    return {};
}

} // namespace passel
