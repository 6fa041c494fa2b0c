// passel-bench load, first-view: a file into a table, and its first rows.
#include "core/array/convert.h"
#include "core/io/format.h"
#include "tests/bench/bench.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <vector>

namespace passel::bench {

namespace {

// The first touch of a page that the host has taken back costs five to ten times the usual: touch
// what the run will need just before it, or the result says nothing about the program.
void touchMemory(qint64 bytes)
{
    const std::vector<char> memory(static_cast<size_t>(bytes), 1);
    // Read back, so that the compiler may not leave the writes out.
    volatile char last = memory.back();
    Q_UNUSED(last)
}

} // namespace

int load(const QStringList &arguments)
{
    if (arguments.size() != 1)
        return usage();
    const QString &path = arguments.front();
    touchMemory(2 * QFileInfo(path).size());
    const auto started = Clock::now();
    const auto outcome = readFile(FileSystem::system(), path, std::nullopt, {});
    const double seconds = secondsSince(started);
    if (!outcome)
        return failed(outcome.error());
    print({{QStringLiteral("s"), seconds},
           {QStringLiteral("rows"), qint64(outcome->array.rowCount())},
           {QStringLiteral("cols"), qint64(outcome->array.columnCount())},
           {QStringLiteral("bytes"), QFileInfo(path).size()},
           {QStringLiteral("resident"), outcome->array.byteSize()}});
    return 0;
}

int firstView(const QStringList &arguments)
{
    if (arguments.size() != 1)
        return usage();
    ReadHooks hooks;
    hooks.onFirstRows = [](const DocumentArray &array) {
        std::string text;
        for (qsizetype row = 0; row < std::min<qsizetype>(50, array.rowCount()); ++row) {
            for (qsizetype column = 0; column < array.columnCount(); ++column) {
                text += array.tryText(row, column).value_or(std::string());
                text += column + 1 < array.columnCount() ? '\t' : '\n';
            }
        }
        std::fputs(text.c_str(), stdout);
        std::fflush(stdout);
        // The case ends when the rows are known; the rest of the file is not its business.
        std::_Exit(0);
    };
    const auto outcome = readFile(FileSystem::system(), arguments.front(), std::nullopt, {}, hooks);
    if (!outcome)
        return failed(outcome.error());
    hooks.onFirstRows(outcome->array);
    return 0;
}

} // namespace passel::bench
