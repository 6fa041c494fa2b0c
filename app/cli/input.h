// Reading what a command is given: a file by its name, or `-` for standard input.
#pragma once

#include "app/cli/command.h"
#include "core/io/format.h"

#include <QJsonArray>

#include <optional>

namespace passel::cli {

//! \brief Reads \a path, or standard input for `-`, and sniffs how. \a allowExpand lifts the limit
//! on the compression ratio. Where \a wanted is given and of the format found, it says how to read;
//! only the compression is the file's own.
[[nodiscard]] Result<ReadOutcome> readInput(const QString &path, bool allowExpand,
                                            const std::optional<ReadOptions> &wanted = {});

//! \brief True for `-` and for the names that the system gives standard output.
[[nodiscard]] bool isStandardOutput(const QString &path);

//! \brief Writes to \a path as its suffix says, or to standard output for `-` in
//! WriteOptions::format. A pipe or a character device is written to, never replaced.
[[nodiscard]] Result<WriteReport> writeOutput(const QString &path, const DocumentArray &array,
                                              const WriteOptions &options);

//! \brief The warnings of a reading, the first 100: code, line, message.
[[nodiscard]] QJsonArray warningsJson(const ReadReport &report);

} // namespace passel::cli
