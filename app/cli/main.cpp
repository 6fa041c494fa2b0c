// passel: the command line. No widgets, no settings, no network of its own.
#include "app/cli/command.h"
#include "app/translators.h"
#include "core/base/log.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>
#include <exception>
#include <new>

using namespace Qt::StringLiterals;
using namespace passel;
using namespace passel::cli;

namespace {

int help()
{
    QString text = QCoreApplication::translate(
                       "passel::cli", "passel %1: open a table, prepare it, send it by key\n"
                                      "\n"
                                      "passel COMMAND [options]\n")
                       .arg(QStringLiteral(PASSEL_VERSION));
    qsizetype width = 0;
    for (const Command &command : commands())
        width = std::max(width, command.name.size());
    for (const Command &command : commands())
        text += u"\n  "_s + command.name.leftJustified(width + 2) + command.summary;
    text += QCoreApplication::translate(
        "passel::cli", "\n\n\u201cpassel COMMAND --help\u201d says more about one.");
    print(text);
    return Success;
}

int dispatch(const QStringList &arguments)
{
    if (arguments.isEmpty() || arguments.constFirst() == "--help"_L1
        || arguments.constFirst() == "-h"_L1 || arguments.constFirst() == "help"_L1)
        return help();
    if (arguments.constFirst() == "--version"_L1) {
        print(u"passel " PASSEL_VERSION ""_s);
        return Success;
    }
    for (const Command &command : commands()) {
        if (command.name != arguments.constFirst())
            continue;
        const QStringList rest = arguments.sliced(1);
        if (rest.contains("--help"_L1) || rest.contains("-h"_L1)) {
            print(command.usage);
            return Success;
        }
        return command.run(rest);
    }
    return badUsage({}, QCoreApplication::translate("passel::cli", "There is no command %1.")
                            .arg(arguments.constFirst()));
}

} // namespace

int main(int argc, char **argv)
{
    installMessageHandler();
    std::signal(SIGPIPE, SIG_IGN); // a reader that stops is an error we report
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"passel"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PASSEL_VERSION));
    installTranslators(application);
    try {
        const int code = dispatch(QCoreApplication::arguments().sliced(1));
        if (code != Success || !isAnswerLost())
            return code;
        // A script must not take an answer for given that never arrived.
        say(QCoreApplication::translate("passel::cli", "Cannot write to standard output."));
    } catch (const std::bad_alloc &) {
        say(QCoreApplication::translate(
            "passel::cli", "There is not enough memory for this. Close other programs, "
                           "or use a smaller file."));
    } catch (const std::exception &failure) {
        say(QString::fromUtf8(failure.what()));
    }
    return Trouble;
}
