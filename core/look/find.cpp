#include "core/look/find.h"

#include "core/look/celltext.h"

#include <algorithm>

namespace passel {

namespace {

// Rows that are searched as one piece: as many as a segment, so that an unsorted table pins each
// segment once.
constexpr qsizetype BlockRows = Segment::Capacity;

struct Block
{
    std::vector<FindHit> hits; // the first ones, when there are too many in all
    qint64 count = 0;
    bool givenUp = false;
};

// Whether each code of a segment matches, worked out when first met.
class CodeMatches
{
public:
    bool matches(const Segment &segment, qsizetype row, const TextMatcher &matcher)
    {
        if (m_segment != &segment) {
            m_segment = &segment;
            m_known.assign(static_cast<size_t>(segment.dictionary()->size()), Unknown);
        }
        quint8 &known = m_known[segment.codeAt(row)];
        if (known == Unknown)
            known = matcher.matches(segment.bytesAt(row)) ? 1 : 0;
        return known == 1;
    }

private:
    static constexpr quint8 Unknown = 2;
    const Segment *m_segment = nullptr;
    std::vector<quint8> m_known;
};

bool isSearchable(const ColumnType &type)
{
    return type.kind != TypeKind::Tensor && type.kind != TypeKind::Documents
           && type.kind != TypeKind::Bytes;
}

Result<Block> searchBlock(const DocumentArray &array, const std::vector<qsizetype> &columns,
                          const TextMatcher &matcher, qsizetype first, qsizetype last,
                          const TaskContext &context)
{
    Block block;
    std::string buffer;
    for (const qsizetype column : columns) {
        if (context.isCancelled())
            return Error::cancelled();
        const Field &field = array.field(column);
        ColumnReader reader(array.column(column));
        CodeMatches codes;
        for (qsizetype row = first; row < last; ++row) {
            qsizetype local = 0;
            PASSEL_TRY(const Segment *segment, reader.seek(array.storedRow(row), &local, context));
            if (segment->isNull(local))
                continue;
            const bool matches = segment->layout() == Layout::Coded
                                     ? codes.matches(*segment, local, matcher)
                                     : matcher.matches(cellText(field, *segment, local, &buffer));
            if (matches)
                block.hits.push_back({row, column});
        }
    }
    std::sort(block.hits.begin(), block.hits.end());
    block.count = static_cast<qint64>(block.hits.size());
    block.givenUp = matcher.wasGivenUp();
    return block;
}

} // namespace

Result<FindResult> find(const DocumentArray &array, const FindQuery &query,
                        const TaskContext &context, const FindProgress &progress)
{
    FindResult result;
    if (query.pattern.text.isEmpty())
        return result;
    PASSEL_TRY(const TextMatcher matcher, TextMatcher::create(query.pattern));
    std::vector<qsizetype> columns;
    for (qsizetype column = 0; column < array.columnCount(); ++column) {
        const bool wanted =
            query.columns.empty()
            || std::find(query.columns.begin(), query.columns.end(), column) != query.columns.end();
        if (wanted && isSearchable(array.field(column).type))
            columns.push_back(column);
    }
    const qsizetype rows = array.rowCount();
    context.setTotal(rows);

    const auto lanes = static_cast<qsizetype>(ThreadPool::global().threadCount());
    for (qsizetype first = 0; first < rows; first += lanes * BlockRows) {
        std::vector<Result<Block>> blocks(static_cast<size_t>(lanes), Block());
        ThreadPool::global().parallelFor(lanes, [&](qsizetype lane) {
            const qsizetype begin = first + lane * BlockRows;
            const qsizetype end = std::min(rows, begin + BlockRows);
            if (begin < end)
                blocks[static_cast<size_t>(lane)] =
                    searchBlock(array, columns, matcher.clone(), begin, end, context);
        });
        const size_t before = result.hits.size();
        for (Result<Block> &block : blocks) {
            if (!block)
                return std::move(block).error();
            result.count += block->count;
            result.wasGivenUp = result.wasGivenUp || block->givenUp;
            const auto room = FindResult::MaxHits - static_cast<qsizetype>(result.hits.size());
            const auto taken = std::min(room, static_cast<qsizetype>(block->hits.size()));
            result.hits.insert(result.hits.end(), block->hits.begin(), block->hits.begin() + taken);
        }
        const qsizetype searched = std::min(rows, first + lanes * BlockRows);
        context.advance(searched - first);
        if (progress)
            progress(std::span(result.hits).subspan(before), searched);
    }
    return result;
}

} // namespace passel
