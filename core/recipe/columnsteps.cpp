#include "core/recipe/columnsteps.h"

#include "core/recipe/kernel.h"
#include "core/recipe/parameters.h"
#include "core/recipe/words.h"

#include <algorithm>

namespace passel {

Result<StepPtr> RenameStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("rename"), parameters);
    ColumnRef column = reader.column(QStringLiteral("column"));
    QString name = reader.name(QStringLiteral("name"));
    PASSEL_CHECK(reader.check());
    return std::make_shared<RenameStep>(std::move(column), std::move(name));
}

QByteArray RenameStep::id() const
{
    return QByteArrayLiteral("rename");
}

QJsonObject RenameStep::parameters() const
{
    return {{QStringLiteral("column"), m_column.toJson()}, {QStringLiteral("name"), m_name}};
}

Sentence RenameStep::describe() const
{
    return sentenceOf(StepWords::tr("Rename %1 to %2"), {m_column.title(), m_name});
}

ColumnRefs RenameStep::columns() const
{
    return {m_column};
}

Result<StepOutcome> RenameStep::apply(const DocumentArray &array, const TaskContext &) const
{
    PASSEL_TRY(const qsizetype index, m_column.in(array.schema()));
    Field field = array.field(index);
    if (field.name == m_name)
        return StepOutcome{array, {}};
    if (array.schema().indexOf(m_name) >= 0) {
        Place place;
        place.field = m_name;
        return Error(ErrorKind::Input, QByteArrayLiteral("name-taken"),
                     StepWords::tr("Another column is already called “%1”. Choose another name.")
                         .arg(m_name))
            .at(std::move(place));
    }
    field.name = m_name;
    if (field.role != Role::Tag && m_name != QString::fromLatin1(roleName(field.role)))
        field.role = Role::Tag;
    StepReport report;
    report.columnsTouched = 1;
    return StepOutcome{array.withField(index, std::move(field)), std::move(report)};
}

Result<StepPtr> RemoveColumnsStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("remove-columns"), parameters);
    ColumnRefs columns = reader.columns(QStringLiteral("columns"), false);
    PASSEL_CHECK(reader.check());
    return std::make_shared<RemoveColumnsStep>(std::move(columns));
}

QByteArray RemoveColumnsStep::id() const
{
    return QByteArrayLiteral("remove-columns");
}

QJsonObject RemoveColumnsStep::parameters() const
{
    return {{QStringLiteral("columns"), columnsJson(m_columns)}};
}

Sentence RemoveColumnsStep::describe() const
{
    return sentenceOf(StepWords::tr("Remove %1"), {columnWords(m_columns, {})});
}

ColumnRefs RemoveColumnsStep::columns() const
{
    return m_columns;
}

bool RemoveColumnsStep::hidesData() const
{
    return true;
}

Result<StepOutcome> RemoveColumnsStep::apply(const DocumentArray &array, const TaskContext &) const
{
    PASSEL_TRY(const std::vector<qsizetype> removed, indexesOf(array.schema(), m_columns));
    std::vector<qsizetype> kept;
    for (qsizetype i = 0; i < array.columnCount(); ++i) {
        if (std::find(removed.begin(), removed.end(), i) == removed.end())
            kept.push_back(i);
    }
    StepReport report;
    report.columnsTouched = static_cast<qint64>(removed.size());
    return StepOutcome{array.withColumnOrder(kept), std::move(report)};
}

Result<StepPtr> ReorderColumnsStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("reorder-columns"), parameters);
    ColumnRefs columns = reader.columns(QStringLiteral("columns"), false);
    const qint64 position = reader.whole(QStringLiteral("position"), 0, qint64(1) << 40);
    PASSEL_CHECK(reader.check());
    return std::make_shared<ReorderColumnsStep>(std::move(columns), position);
}

QByteArray ReorderColumnsStep::id() const
{
    return QByteArrayLiteral("reorder-columns");
}

QJsonObject ReorderColumnsStep::parameters() const
{
    return {{QStringLiteral("columns"), columnsJson(m_columns)},
            {QStringLiteral("position"), static_cast<qint64>(m_position)}};
}

Sentence ReorderColumnsStep::describe() const
{
    if (m_position == 0)
        return sentenceOf(StepWords::tr("Move %1 to the front"), {columnWords(m_columns, {})});
    return sentenceOf(StepWords::tr("Move %1 to column %2"),
                      {columnWords(m_columns, {}), noun(QString::number(m_position + 1))});
}

ColumnRefs ReorderColumnsStep::columns() const
{
    return m_columns;
}

Result<StepOutcome> ReorderColumnsStep::apply(const DocumentArray &array, const TaskContext &) const
{
    PASSEL_TRY(const std::vector<qsizetype> moved, indexesOf(array.schema(), m_columns));
    std::vector<qsizetype> order;
    for (qsizetype i = 0; i < array.columnCount(); ++i) {
        if (std::find(moved.begin(), moved.end(), i) == moved.end())
            order.push_back(i);
    }
    const qsizetype position = std::min(m_position, static_cast<qsizetype>(order.size()));
    order.insert(order.begin() + position, moved.begin(), moved.end());
    StepReport report;
    if (!std::is_sorted(order.begin(), order.end()))
        report.columnsTouched = static_cast<qint64>(moved.size());
    return StepOutcome{report.columnsTouched > 0 ? array.withColumnOrder(order) : array,
                       std::move(report)};
}

} // namespace passel
