// Small tables for tests, written as they look.
#pragma once

#include "core/array/documentarray.h"

#include <optional>
#include <string>
#include <vector>

namespace passel::tests {

using Cell = std::optional<std::string>; // nothing = missing
inline const Cell Missing;

//! \brief A column: its field, and its cells as texts, read in the field's type and form.
struct TableColumn
{
    Field field;
    std::vector<Cell> cells;
};

inline Field field(const char *name, ColumnType type, TextForm form = {})
{
    Field made;
    made.name = QString::fromUtf8(name);
    made.type = std::move(type);
    made.form = std::move(form);
    return made;
}

inline TableColumn texts(const char *name, std::vector<Cell> cells)
{
    return {field(name, TypeKind::Text), std::move(cells)};
}

inline TableColumn wholes(const char *name, std::vector<Cell> cells)
{
    return {field(name, TypeKind::Int), std::move(cells)};
}

inline TableColumn reals(const char *name, std::vector<Cell> cells)
{
    return {field(name, TypeKind::Float64), std::move(cells)};
}

inline DocumentArray table(const std::vector<TableColumn> &columns)
{
    std::vector<Field> fields;
    std::vector<Column> made;
    qsizetype rows = 0;
    for (const TableColumn &column : columns) {
        ColumnBuilder builder(column.field.type);
        for (const Cell &cell : column.cells) {
            if (!cell) {
                builder.next().appendNull();
                continue;
            }
            const auto value = parseText(column.field.type, column.field.form, *cell);
            if (!value)
                qFatal("the test's cell \"%s\" does not fit its column", cell->c_str());
            builder.next().appendValue(*value);
        }
        fields.push_back(column.field);
        rows = static_cast<qsizetype>(column.cells.size());
        made.push_back(builder.finish());
    }
    return DocumentArray::create(Schema(std::move(fields)), std::move(made), rows);
}

//! \brief The cells of a column as texts, in logical order.
inline std::vector<Cell> cellsOf(const DocumentArray &array, qsizetype column)
{
    std::vector<Cell> cells;
    for (qsizetype row = 0; row < array.rowCount(); ++row)
        cells.push_back(array.tryText(row, column));
    return cells;
}

//! \brief "a|b|∅", for messages that can be read.
inline QString joined(const std::vector<Cell> &cells)
{
    QStringList list;
    for (const Cell &cell : cells)
        list << (cell ? QString::fromStdString(*cell) : QStringLiteral("∅"));
    return list.join(u'|');
}

inline QString joined(const DocumentArray &array, qsizetype column)
{
    return joined(cellsOf(array, column));
}

//! \brief The other way: "∅" is missing.
inline std::vector<Cell> split(const QString &text)
{
    std::vector<Cell> cells;
    if (text.isNull())
        return cells;
    for (const QString &cell : text.split(u'|'))
        cells.push_back(cell == u"∅" ? Missing : Cell(cell.toStdString()));
    return cells;
}

} // namespace passel::tests
