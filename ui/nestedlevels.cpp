#include "ui/nestedlevels.h"

#include "core/base/log.h"
#include "ui/words.h"

namespace passel {

bool NestedLevels::enter(const DocumentArray &from, qsizetype row, qsizetype column)
{
    if (depth() >= Deepest || row < 0 || row >= from.rowCount() || column < 0
        || column >= from.columnCount() || from.field(column).type.kind != TypeKind::Documents)
        return false;
    const std::optional<Value> value = from.tryValue(row, column);
    if (!value || value->isNull() || value->toDocuments()->isEmpty())
        return false;
    //: A step of the path into nested documents: row, column, how many documents.
    const QString title = tr("row %1, %2 (%3)")
                              .arg(numberText(row + 1), visibleText(from.field(column).name),
                                   numberText(value->toDocuments()->rowCount()));
    m_levels.push_back({*value->toDocuments(), title, row, column});
    emit changed(0, 0);
    return true;
}

void NestedLevels::leaveTo(int level)
{
    if (level >= depth())
        return;
    const Level left = m_levels[static_cast<size_t>(std::max(0, level))];
    m_levels.resize(static_cast<size_t>(std::max(0, level)), left);
    emit changed(left.row, left.column);
}

QStringList NestedLevels::titles() const
{
    QStringList all;
    for (const Level &level : m_levels)
        all << level.title;
    return all;
}

} // namespace passel
