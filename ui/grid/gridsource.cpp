#include "ui/grid/gridsource.h"

namespace passel {

GridProfile GridSource::profile(int) const
{
    return {};
}

RowMark GridSource::rowMark(qint64) const
{
    return RowMark::None;
}

bool GridSource::hasRowMarks() const
{
    return false;
}

qint64 GridSource::rowNumber(qint64 row) const
{
    return row + 1;
}

qint64 GridSource::largestRowNumber() const
{
    return rowCount();
}

bool GridSource::isEditable(qint64, int) const
{
    return false;
}

QString GridSource::editText(qint64 row, int column) const
{
    return cell(row, column).text;
}

QString GridSource::problem(qint64, int, const QString &) const
{
    return {};
}

QString GridSource::copyText(qint64 row, int column) const
{
    return cell(row, column).text;
}

void GridSource::showing(qint64, qint64, int, int)
{}

} // namespace passel
