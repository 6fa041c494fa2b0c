// What the cases of passel-bench share: timing, and one JSON line as the answer.
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>

namespace passel::bench {

using Clock = std::chrono::steady_clock;

[[nodiscard]] inline double secondsSince(Clock::time_point started)
{
    return std::chrono::duration<double>(Clock::now() - started).count();
}

//! \brief Middle one of \a values, which must not be empty.
[[nodiscard]] double median(std::vector<double> values);
//! \brief The value that \a share (0 … 1) of \a values are not above.
[[nodiscard]] double quantile(std::vector<double> values, double share);

//! \brief One line on standard output.
void print(const QJsonObject &answer);
//! \brief Says \a error on standard error; the exit code.
[[nodiscard]] int failed(const Error &error);
[[nodiscard]] int usage();

// The cases; each gets the words behind its name and returns the exit code.
[[nodiscard]] int load(const QStringList &arguments);
[[nodiscard]] int firstView(const QStringList &arguments);
[[nodiscard]] int guiGrid(const QStringList &arguments);
[[nodiscard]] int guiStart(const QStringList &arguments);
[[nodiscard]] int transfer(const QStringList &arguments);

} // namespace passel::bench
