#include "app/cli/command.h"

#include "core/base/log.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace passel::cli {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::cli)
};

bool answerIsLost = false;

bool put(FILE *file, const QByteArray &bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, file) == size && std::fputc('\n', file) != EOF
           && std::fflush(file) == 0;
}

void putAnswer(const QByteArray &bytes)
{
    answerIsLost = !put(stdout, bytes) || answerIsLost;
}

} // namespace

Arguments::Arguments(const QStringList &arguments, const QStringList &flags,
                     const QStringList &options)
{
    bool only = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (only || argument == "-"_L1 || !argument.startsWith(u'-')) {
            m_positional.push_back(argument);
            continue;
        }
        if (argument == "--"_L1) {
            only = true;
            continue;
        }
        const qsizetype equals = argument.startsWith("--"_L1) ? argument.indexOf(u'=') : -1;
        const QString name = equals < 0 ? argument : argument.first(equals);
        if (flags.contains(name) && equals < 0) {
            m_flags.push_back(name);
        } else if (options.contains(name)) {
            if (equals >= 0)
                m_values.emplace_back(name, argument.sliced(equals + 1));
            else if (i + 1 < arguments.size())
                m_values.emplace_back(name, arguments[++i]);
            else
                m_problem = Words::tr("The option %1 needs a value.").arg(name);
        } else {
            m_problem = Words::tr("There is no option %1 here.").arg(name);
        }
        if (!m_problem.isEmpty())
            return;
    }
}

QString Arguments::value(const QString &option, const QString &otherwise) const
{
    for (const auto &[name, value] : m_values) {
        if (name == option)
            return value;
    }
    return otherwise;
}

const std::vector<Command> &commands()
{
    static const std::vector<Command> all{
        inspectCommand(), convertCommand(), runCommand(),   diffCommand(),   pushCommand(),
        pullCommand(),    sharesCommand(),  loginCommand(), logoutCommand(), openCommand()};
    return all;
}

QString bounded(const QString &text, qsizetype most)
{
    const QString visible = visibleText(QStringView(text).left(most * 2));
    return visible.size() <= most ? visible : visible.left(most - 1) + u'\u2026';
}

void say(const QString &text)
{
    (void)put(stderr, bounded(text).toUtf8()); // there is nowhere else to say it
}

void print(const QString &text)
{
    putAnswer(text.toUtf8());
}

void answer(const QJsonObject &object)
{
    putAnswer(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool isAnswerLost()
{
    return answerIsLost;
}

QString sentence(const Error &error)
{
    const Place &place = error.place();
    // Many a sentence about a whole file has its name already.
    QString where = !place.line && !place.byte && error.message().contains(place.source)
                        ? QString()
                        : place.source;
    if (place.line)
        where += (where.isEmpty() ? QString() : u":"_s) + QString::number(*place.line)
                 + (place.column ? u":"_s + QString::number(*place.column) : QString());
    else if (place.byte)
        where += (where.isEmpty() ? QString() : u", "_s) + Words::tr("byte %1").arg(*place.byte);
    return where.isEmpty() ? error.message() : where + u": "_s + error.message();
}

int badUsage(const QString &command, const QString &problem)
{
    say(problem);
    say(command.isEmpty()
            ? Words::tr("\u201cpassel --help\u201d shows what there is.")
            : Words::tr("\u201cpassel %1 --help\u201d shows how it is used.").arg(command));
    return BadUsage;
}

} // namespace passel::cli
