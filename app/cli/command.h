// One command of the command line, and the little registry of all of them.
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace passel::cli {

//! \brief Stable exit codes; 1 is free for commands that answer a question with "no".
enum ExitCode : int {
    Success = 0,
    Different = 1,
    Trouble = 2, //!< the input or the work failed
    BadUsage = 64,
    Interrupted = 99,
};

//! \brief Splits a command's arguments: `--name value`, `--name=value`, `--flag`, `-o value`, and
//! what stands alone. `--` ends options; `-` stands alone.
class Arguments
{
public:
    //! \brief \a flags take no value, \a options take one. An unknown one is told by problem().
    Arguments(const QStringList &arguments, const QStringList &flags, const QStringList &options);

    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

    [[nodiscard]] bool has(const QString &flag) const { return m_flags.contains(flag); }

    //! \brief Empty when it was not given.
    [[nodiscard]] QString value(const QString &option, const QString &otherwise = {}) const;

    [[nodiscard]] const QStringList &positional() const noexcept { return m_positional; }

private:
    QString m_problem;
    QStringList m_flags;
    std::vector<std::pair<QString, QString>> m_values;
    QStringList m_positional;
};

//! \brief A command: its name, one line for `--help`, its own help, and what it does.
struct Command
{
    QString name;
    QString summary;
    QString usage; //!< lines shown by `passel NAME --help`
    std::function<int(const QStringList &arguments)> run;
};

//! \brief All commands, in the order of `--help`. A new command is a new file and a line there.
[[nodiscard]] const std::vector<Command> &commands();

[[nodiscard]] Command inspectCommand();
[[nodiscard]] Command convertCommand();
[[nodiscard]] Command runCommand();
[[nodiscard]] Command diffCommand();
[[nodiscard]] Command pushCommand();
[[nodiscard]] Command pullCommand();
[[nodiscard]] Command sharesCommand();
[[nodiscard]] Command loginCommand();
[[nodiscard]] Command logoutCommand();
[[nodiscard]] Command openCommand();

// What commands say. Messages go to standard error; an answer with `--json` is one JSON document
// on standard output and nothing else is.

//! \brief \a text as one line on standard error, control characters made visible.
void say(const QString &text);
//! \brief One line of JSON on standard output.
void answer(const QJsonObject &object);
//! \brief \a text and a line end on standard output.
void print(const QString &text);
//! \brief True when something of answer() or print() could not be written: a full disk, a reader
//! that stopped.
[[nodiscard]] bool isAnswerLost();
//! \brief An error as a sentence with its place.
[[nodiscard]] QString sentence(const Error &error);
//! \brief \a text cut to \a most characters, control characters visible.
[[nodiscard]] QString bounded(const QString &text, qsizetype most = 2000);
//! \brief Says what is wrong with the arguments and how to get help; the exit code for it.
[[nodiscard]] int badUsage(const QString &command, const QString &problem);

} // namespace passel::cli
