// `passel open`: shows files, keys and links in the window program.
#include "app/cli/command.h"
#include "app/cli/shareaccess.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace passel::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::cli)
};

int run(const QStringList &given)
{
    const Arguments arguments(given, {}, {});
    if (!arguments.problem().isEmpty())
        return badUsage(u"open"_s, arguments.problem());
    QStringList wanted;
    for (const QString &argument : arguments.positional()) {
        const QFileInfo file(argument);
        wanted.append(file.exists() ? file.absoluteFilePath() : argument);
    }
    // The program beside this one; a second start of it hands over to the one that runs.
    const QString name = u"passel-desktop"_s;
    QString program =
        QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(name);
    if (program.isEmpty() || !QProcess::startDetached(program, wanted))
        return fail(Error(ErrorKind::NotFound, QByteArrayLiteral("not-found"),
                          Words::tr("The window program passel-desktop is not installed here.")),
                    false);
    return Success;
}

} // namespace

Command openCommand()
{
    return {u"open"_s, Words::tr("Show files and shares in the window"),
            Words::tr("passel open [FILE | KEY | LINK …]\n"
                      "\n"
                      "Opens them in the window that is there already, or in a new one."),
            run};
}

} // namespace passel::cli
