// `passel diff`: says what differs between two tables, and by its exit code whether anything does.
#include "app/cli/command.h"
#include "app/cli/input.h"
#include "core/look/difference.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace passel::cli {

namespace {

constexpr size_t MostCells = 100; // listed in an answer

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::cli)
};

QJsonValue textJson(const std::optional<std::string> &text)
{
    return text ? QJsonValue(bounded(QString::fromStdString(*text), 256)) : QJsonValue();
}

QJsonArray rowsJson(const std::vector<quint32> &rows)
{
    QJsonArray list;
    for (size_t i = 0; i < std::min(rows.size(), MostCells); ++i)
        list.append(static_cast<qint64>(rows[i]) + 1);
    return list;
}

QJsonObject toJson(const Difference &found, const DocumentArray &before, const DocumentArray &after)
{
    QJsonObject columns;
    for (const ColumnDifference &column : found.columns) {
        if (column.cellsChanged > 0)
            columns.insert(column.name,
                           columns.value(column.name).toInteger() + column.cellsChanged);
    }
    QJsonArray cells;
    for (size_t i = 0; i < std::min(found.cells.size(), MostCells); ++i) {
        const CellDifference &cell = found.cells[i];
        cells.append(QJsonObject{{u"row_before"_s, static_cast<qint64>(cell.rowBefore) + 1},
                                 {u"row_after"_s, static_cast<qint64>(cell.rowAfter) + 1},
                                 {u"column"_s, cell.column},
                                 {u"before"_s, textJson(cell.before)},
                                 {u"after"_s, textJson(cell.after)}});
    }
    return {{u"equal"_s, found.isEmpty()},
            {u"rows_before"_s, static_cast<qint64>(before.rowCount())},
            {u"rows_after"_s, static_cast<qint64>(after.rowCount())},
            {u"rows_added"_s, static_cast<qint64>(found.rowsAdded.size())},
            {u"rows_removed"_s, static_cast<qint64>(found.rowsRemoved.size())},
            {u"rows_changed"_s, found.rowsChanged},
            {u"cells_changed"_s, found.cellsChanged},
            {u"columns_added"_s, QJsonArray::fromStringList(found.columnsAdded)},
            {u"columns_removed"_s, QJsonArray::fromStringList(found.columnsRemoved)},
            {u"columns_moved"_s, found.columnsMoved},
            {u"cells_changed_by_column"_s, columns},
            {u"added"_s, rowsJson(found.rowsAdded)},
            {u"removed"_s, rowsJson(found.rowsRemoved)},
            {u"cells"_s, cells}};
}

QString shown(const std::optional<std::string> &text)
{
    return text ? u"“"_s + bounded(QString::fromStdString(*text), 60) + u'”' : Words::tr("missing");
}

void printText(const Difference &found)
{
    if (found.isEmpty()) {
        print(Words::tr("The tables are equal."));
        return;
    }
    for (const QString &name : found.columnsRemoved)
        print(u"- "_s + Words::tr("column %1").arg(bounded(name, 100)));
    for (const QString &name : found.columnsAdded)
        print(u"+ "_s + Words::tr("column %1").arg(bounded(name, 100)));
    if (found.columnsMoved)
        print(Words::tr("The columns stand in another order."));
    print(Words::tr("Rows: %1 added, %2 removed, %3 changed. Cells: %4 changed.")
              .arg(found.rowsAdded.size())
              .arg(found.rowsRemoved.size())
              .arg(found.rowsChanged)
              .arg(found.cellsChanged));
    for (const ColumnDifference &column : found.columns) {
        if (column.cellsChanged > 0)
            print(u"  %1: %2"_s.arg(bounded(column.name, 100)).arg(column.cellsChanged));
    }
    for (size_t i = 0; i < std::min<size_t>(found.cells.size(), 20); ++i) {
        const CellDifference &cell = found.cells[i];
        print(Words::tr("row %1, %2: %3 → %4")
                  .arg(cell.rowAfter + 1)
                  .arg(bounded(cell.column, 60), shown(cell.before), shown(cell.after)));
    }
    if (found.cellsChanged > 20)
        print(Words::tr("and %1 more").arg(found.cellsChanged - 20));
}

int run(const QStringList &given)
{
    const Arguments arguments(given, {u"--json"_s, u"--by-id"_s, u"--allow-expand"_s},
                              {u"--key"_s});
    if (!arguments.problem().isEmpty())
        return badUsage(u"diff"_s, arguments.problem());
    if (arguments.positional().size() != 2 || arguments.positional().count(u"-"_s) > 1)
        return badUsage(u"diff"_s, Words::tr("Name the two files to compare."));
    const bool json = arguments.has(u"--json"_s);
    const auto fail = [json](const Error &error) {
        if (json)
            answer(
                {{u"outcome"_s, u"error"_s},
                 {u"code"_s, QString::fromLatin1(error.code())},
                 {u"line"_s, error.place().line ? QJsonValue(*error.place().line) : QJsonValue()},
                 {u"message"_s, bounded(error.message(), 1000)}});
        say(sentence(error));
        return Trouble;
    };
    const bool expands = arguments.has(u"--allow-expand"_s);
    const Result<ReadOutcome> before = readInput(arguments.positional().at(0), expands);
    if (!before)
        return fail(before.error());
    const Result<ReadOutcome> after = readInput(arguments.positional().at(1), expands);
    if (!after)
        return fail(after.error());
    DifferenceOptions options;
    const QString keys = arguments.value(u"--key"_s);
    if (!keys.isEmpty() || arguments.has(u"--by-id"_s)) {
        options.match = MatchRows::ByKey;
        options.keys = keys.split(u',', Qt::SkipEmptyParts);
    }
    const Result<Difference> found = difference(before->array, after->array, options);
    if (!found)
        return fail(found.error());
    if (json)
        answer(toJson(*found, before->array, after->array));
    else
        printText(*found);
    return found->isEmpty() ? Success : Different;
}

} // namespace

Command diffCommand()
{
    return {u"diff"_s, Words::tr("Say what differs between two files"),
            Words::tr("passel diff [options] BEFORE AFTER\n"
                      "\n"
                      "Compares two tables cell by cell. Exit code 0: equal, 1: different, 2 or\n"
                      "more: could not be compared. Cells are compared by value, whatever form\n"
                      "they are written in.\n"
                      "  --by-id         rows belong together that have the same id\n"
                      "  --key COLUMNS   rows belong together that are equal in these columns,\n"
                      "                  separated by commas\n"
                      "  --allow-expand  unpack also what grows to more than 200 times its size\n"
                      "  --json          the account as one JSON object"),
            run};
}

} // namespace passel::cli
