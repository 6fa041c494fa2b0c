#include "app/application.h"

#include "app/embeddedserver.h"
#include "app/singleinstance.h"
#include "app/translators.h"
#include "core/base/log.h"
#include "core/share/filetokenstore.h"
#include "core/share/partcache.h"
#include "ui/actions/viewactions.h"
#include "ui/mainwindow.h"
#include "ui/share/sharecontroller.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QSettings>

#include <cstdio>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

// What another process can open too: files by their absolute path, keys and links as they are.
QStringList absolute(const QStringList &arguments)
{
    QStringList all;
    for (const QString &argument : arguments) {
        if (argument.isEmpty())
            continue;
        const QFileInfo info(argument);
        all << (info.exists() ? info.absoluteFilePath() : argument);
    }
    return all;
}

void say(FILE *stream, const QString &text)
{
    std::fputs((text + u'\n').toLocal8Bit().constData(), stream);
}

} // namespace

Application::Application(QApplication &application)
    : m_application(application)
{
    installMessageHandler();
    QApplication::setOrganizationName(u"Passel"_s);
    QApplication::setOrganizationDomain(u"passel.dev"_s);
    QApplication::setApplicationName(u"passel-desktop"_s);
    QApplication::setApplicationVersion(QStringLiteral(PASSEL_VERSION));
    QGuiApplication::setDesktopFileName(u"dev.passel.Passel"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    installTranslators(m_application);
    QGuiApplication::setApplicationDisplayName({}); // the window's title says it all
}

Application::~Application() = default;

int Application::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Open a table, put it in order, send a key."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(u"what"_s, tr("Files to open, keys or passel: links to pull."),
                                 tr("[FILE | KEY | passel://…]…"));
    if (!parser.parse(arguments)) {
        say(stderr, parser.errorText());
        return 64; // usage
    }
    if (parser.isSet(help)) {
        say(stdout, parser.helpText());
        return 0;
    }
    if (parser.isSet(version)) {
        say(stdout, u"passel-desktop "_s + QApplication::applicationVersion());
        return 0;
    }
    const QStringList wanted = absolute(parser.positionalArguments());
    m_instance = std::make_unique<SingleInstance>();
    if (!m_instance->claim()) {
        if (!SingleInstance::encode(wanted)) {
            say(stderr,
                tr("The Passel that is running takes at most %L1 files at once. Open fewer.")
                    .arg(SingleInstance::MaxArguments));
            return 64;
        }
        if (m_instance->handOver(wanted))
            return 0;
        say(stderr, tr("Another Passel is running and does not answer. Close it and try again."));
        return 75; // try again
    }
    Theme::instance().install(m_application);
    ViewActions::restoreTheme();
    QApplication::setWindowIcon(QIcon(u":/icons/passel.svg"_s));
    m_window = std::make_unique<MainWindow>();
    connectInstance();
    connectShares();
    m_window->show();
    m_window->open(wanted);
    const int code = QApplication::exec();
    m_window.reset();
    m_server.reset();
    return code;
}

void Application::connectShares()
{
    m_tokens = makeTokenStore();
    m_cache = std::make_shared<PartCache>(FileSystem::system(), PartCache::sharedFolder(),
                                          PartCache::SharedBudget);
    m_server = std::make_unique<EmbeddedServer>(EmbeddedServer::defaultFolder());
    ShareController::Services services;
    services.tokens = m_tokens.get();
    services.cache = m_cache;
    services.local = m_server.get();
    new ShareController(m_window.get(), services); // the window owns it
}

void Application::connectInstance()
{
    connect(m_instance.get(), &SingleInstance::requested, m_window.get(),
            [this](const QStringList &arguments) {
                m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
                m_window->raise();
                m_window->activateWindow();
                m_window->open(arguments);
            });
}

} // namespace passel
