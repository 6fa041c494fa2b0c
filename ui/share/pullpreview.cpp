#include "ui/share/pullpreview.h"

#include "core/share/preview.h"

#include <QCoreApplication>

#include <algorithm>

namespace passel {

namespace {

class NotHere final : public SegmentSource
{
public:
    Result<SegmentPtr> fetch(quint64, const TaskContext &) override
    {
        return Error(ErrorKind::Network, QByteArrayLiteral("not-here-yet"),
                     QCoreApplication::translate("passel::PullFlow",
                                                 "These rows are still on their way. Try again "
                                                 "once they are here."));
    }
};

} // namespace

DocumentArray previewWithRoom(const Manifest &manifest)
{
    const DocumentArray preview = previewArray(manifest);
    const auto source = std::make_shared<NotHere>();
    std::vector<Column> columns;
    for (qsizetype column = 0; column < preview.columnCount(); ++column) {
        std::vector<SegmentHandle::Ptr> segments;
        const Column &first = preview.column(column);
        for (qsizetype index = 0; index < first.segmentCount(); ++index)
            segments.push_back(first.segment(index));
        for (qint64 row = preview.rowCount(); row < manifest.rows; row += Segment::Capacity) {
            const qint64 size = std::min<qint64>(Segment::Capacity, manifest.rows - row);
            segments.push_back(SegmentHandle::pending(size, source, quint64(row)));
        }
        columns.emplace_back(std::move(segments));
    }
    return DocumentArray::create(preview.schema(), std::move(columns), manifest.rows);
}

bool hasFirstRows(const DocumentArray &array, qint64 rows)
{
    const qint64 last = std::min<qint64>(rows, array.rowCount()) - 1;
    if (last < 0)
        return true;
    for (qsizetype column = 0; column < array.columnCount(); ++column) {
        if (!array.tryValue(0, column) || !array.tryValue(last, column))
            return false;
    }
    return true;
}

} // namespace passel
