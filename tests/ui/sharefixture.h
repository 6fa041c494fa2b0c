// What tests of sharing share: a real server process, and homes that are signed in to it.
#pragma once

#include "core/share/invite.h"
#include "core/share/partcache.h"
#include "core/share/tokenstore.h"
#include "tests/ui/windowfixture.h"
#include "ui/kit/button.h"
#include "ui/kit/sheet.h"
#include "ui/kit/toast.h"
#include "ui/share/pullflow.h"
#include "ui/share/pushflow.h"
#include "ui/share/serverbook.h"
#include "ui/share/sharecontroller.h"
#include "ui/share/sharehistory.h"
#include "ui/share/sharespage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <memory>
#include <sys/prctl.h>

namespace passel {

//! \brief passel-server on the loopback with a folder of its own; keeps its port when it is started
//! again.
class ServerProcess
{
public:
    explicit ServerProcess(QStringList more = {})
        : m_more(std::move(more))
    {
        // A test that crashes leaves no server behind.
        m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    }

    ~ServerProcess()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.terminate();
        m_process.waitForFinished(10'000);
    }

    Q_DISABLE_COPY_MOVE(ServerProcess)

    //! \brief False when it did not come up.
    [[nodiscard]] bool start()
    {
        m_process.start(program(),
                        QStringList{QStringLiteral("--data"), data(), QStringLiteral("--listen"),
                                    QStringLiteral("127.0.0.1:%1").arg(m_port)}
                            + m_more);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) {
        }
        const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
        m_url = QUrl(line.section(u' ', -1));
        m_port = m_url.port(0);
        return m_port > 0;
    }

    //! \brief kill -9
    void kill()
    {
        ::kill(pid_t(m_process.processId()), SIGKILL);
        m_process.waitForFinished(10'000);
    }

    [[nodiscard]] QUrl url() const { return m_url; }

    //! \brief An invitation for \a user.
    [[nodiscard]] Result<Invite> invite(const QString &user) const
    {
        QProcess process;
        process.start(program(), {QStringLiteral("token"), QStringLiteral("add"), user,
                                  QStringLiteral("--scopes"), QStringLiteral("pull,push,manage"),
                                  QStringLiteral("--invite"), QStringLiteral("--data"), data()});
        process.waitForFinished(30'000);
        return Invite::parse(process.readAllStandardOutput());
    }

    //! \brief Revokes every token that is out.
    void revokeTokens() const
    {
        const auto run = [this](const QStringList &words) {
            QProcess process;
            process.start(program(), words + QStringList{QStringLiteral("--data"), data()});
            process.waitForFinished(30'000);
            return QString::fromUtf8(process.readAllStandardOutput());
        };
        const QStringList lines =
            run({QStringLiteral("token"), QStringLiteral("list")}).split(u'\n');
        for (const QString &line : lines) {
            const QString id = line.simplified().section(u' ', 0, 0);
            if (!id.isEmpty())
                run({QStringLiteral("token"), QStringLiteral("revoke"), id});
        }
    }

private:
    [[nodiscard]] static QString program()
    {
        return QStringLiteral(PASSEL_BIN_DIR "/passel-server");
    }

    [[nodiscard]] QString data() const { return m_folder.filePath(QStringLiteral("data")); }

    QTemporaryDir m_folder;
    QStringList m_more;
    QProcess m_process;
    QUrl m_url;
    int m_port = 0;
};

//! \brief A window with all of sharing, its own tokens and its own cache.
struct ShareHome
{
    //! \brief \a store in place of tokens in memory; \a patienceMs of transfers with a server that
    //! does not answer.
    explicit ShareHome(LocalServer *local = nullptr, TokenStore *store = nullptr,
                       qint64 patienceMs = 120'000)
        : cache(std::make_shared<PartCache>(FileSystem::system(),
                                            folder.filePath(QStringLiteral("parts")), 1 << 30))
    {
        QSettings().clear();
        ShareController::Services services;
        services.tokens = store ? store : &tokens;
        services.cache = cache;
        services.local = local;
        services.client.firstPauseMs = 50;
        services.client.briefPatienceMs = 200;
        services.client.longPatienceMs = patienceMs;
        window = std::make_unique<MainWindow>();
        controller = new ShareController(window.get(), services);
        window->resize(1440, 900);
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()))
            qWarning("the window did not become active");
    }

    //! \brief Signs in without a sheet; true once it is done.
    [[nodiscard]] bool join(const ServerProcess &server, const QString &user) const
    {
        const Result<Invite> invite = server.invite(user);
        if (!invite)
            return false;
        ServerEntry entry;
        entry.origin = *serverOrigin(invite->server);
        entry.pin = Digest::fromHex(invite->pin);
        bool isDone = false;
        bool isKept = false;
        controller->book()->join(entry, Secret(invite->token.text()), controller,
                                 [&](const Result<Kept> &kept) {
                                     isDone = true;
                                     isKept = bool(kept);
                                 });
        return QTest::qWaitFor([&] { return isDone; }, 30'000) && isKept;
    }

    //! \brief A button with \a words of the toast; null when there is none.
    [[nodiscard]] QAbstractButton *inToast(const QString &words) const
    {
        const auto *toast = window->findChild<Toast *>();
        const auto buttons = toast->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            if (button->text() == words && button->isVisible())
                return button;
        }
        return nullptr;
    }

    //! \brief What stands on the window's button Push.
    [[nodiscard]] QString pushWords() const
    {
        return window->findChild<Button *>(QStringLiteral("share.push.button"))->text();
    }

    //! \brief Opens \a bytes as a file and waits for all rows.
    DatasetView *open(const QByteArray &bytes,
                      const QString &name = QStringLiteral("towns.csv")) const
    {
        DatasetView *view = window->openBytes(bytes, name);
        if (!QTest::qWaitFor([view] { return view->report().has_value(); }, 60'000))
            return nullptr;
        return view;
    }

    //! \brief A widget of the sheet that is open; null when there is none of that name.
    template <typename T>
    [[nodiscard]] T *inSheet(const char *name) const
    {
        const Sheet *sheet = window->openSheet();
        return sheet ? sheet->findChild<T *>(QLatin1StringView(name)) : nullptr;
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : window.get(), key, modifiers);
    }

    [[nodiscard]] QString toast() const
    {
        const auto *toast = window->findChild<Toast *>();
        return toast ? toast->message().sentence.text() : QString();
    }

    [[nodiscard]] QString banner() const { return window->bannerSlot()->text(); }

    //! \brief Presses the button of the banner with \a words.
    [[nodiscard]] bool chooseInBanner(const QString &words) const
    {
        const QList<Button *> buttons = window->bannerSlot()->banner()->findChildren<Button *>();
        for (Button *button : buttons) {
            if (button->text() == words && button->isVisible()) {
                button->click();
                return true;
            }
        }
        return false;
    }

    //! \brief Pushes the table in front with what the sheet proposes; the key, or empty.
    [[nodiscard]] QString push() const
    {
        QString key;
        const auto connection =
            QObject::connect(controller->pushes(), &PushFlow::pushed, window.get(),
                             [&key](const PushResult &result) { key = result.address.key(); });
        emit window->pushRequested();
        if (Sheet *sheet = window->openSheet();
            sheet
            && QTest::qWaitFor([sheet] { return sheet->primaryButton()->isEnabled(); }, 30'000))
            press(Qt::Key_Return);
        if (!QTest::qWaitFor([&key] { return !key.isEmpty(); }, 60'000))
            qWarning("not pushed: %s", qPrintable(banner()));
        QObject::disconnect(connection);
        return key;
    }

    //! \brief Starts what push() does and waits until some of it is at the server.
    [[nodiscard]] bool beginPush()
    {
        emit window->pushRequested();
        const auto isReady = [this] {
            return window->openSheet() && window->openSheet()->primaryButton()->isEnabled();
        };
        if (!QTest::qWaitFor(isReady, 30'000))
            return false;
        press(Qt::Key_Return);
        return QTest::qWaitFor(
            [this] {
                const std::vector<PushFlow::Running> running = controller->pushes()->running();
                return !running.empty() && running.front().progress.bytesDone > 0;
            },
            60'000);
    }

    //! \brief Pulls \a key from \a server; the view once all cells are here, or null.
    [[nodiscard]] DatasetView *pull(const QString &key, const QUrl &server) const
    {
        Result<ShareAddress> address = parseShareAddress(key);
        if (!address)
            return nullptr;
        address->server = *serverOrigin(server);
        DatasetView *pulled = nullptr;
        const auto connection =
            QObject::connect(controller->pulls(), &PullFlow::pulled, window.get(),
                             [&pulled](const ShareAddress &, DatasetView *view) { pulled = view; });
        controller->pulls()->pull(*address);
        if (!QTest::qWaitFor([&pulled] { return pulled != nullptr; }, 60'000))
            qWarning("not pulled: %s", qPrintable(banner()));
        QObject::disconnect(connection);
        return pulled;
    }

    QTemporaryDir folder;
    MemoryTokenStore tokens;
    std::shared_ptr<PartCache> cache;
    std::unique_ptr<MainWindow> window;
    ShareController *controller = nullptr;
};

} // namespace passel
