// One person at the journey: a real window with all of Passel, the real keychain, and pictures.
#pragma once

#include "core/session/dataset.h"
#include "core/share/filetokenstore.h"
#include "core/share/invite.h"
#include "core/share/partcache.h"
#include "ui/actions/actioncatalog.h"
#include "ui/datasetview.h"
#include "ui/grid/gridview.h"
#include "ui/kit/button.h"
#include "ui/kit/sheet.h"
#include "ui/kit/toast.h"
#include "ui/mainwindow.h"
#include "ui/share/pullflow.h"
#include "ui/share/pushflow.h"
#include "ui/share/serverbook.h"
#include "ui/share/sharecontroller.h"
#include "ui/share/sharespage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLineEdit>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include <memory>

namespace passel {

//! \brief Everything is done by keys and the mouse on the window; nothing is called that a person
//! could not do, but for waiting.
class JourneyHome
{
public:
    //! \brief \a name goes into the names of the pictures.
    explicit JourneyHome(QString name)
        : m_name(std::move(name))
        , m_tokens(makeTokenStore())
        , m_cache(std::make_shared<PartCache>(
              FileSystem::system(),
              QStandardPaths::writableLocation(QStandardPaths::CacheLocation)
                  + QStringLiteral("/parts"),
              qint64(1) << 30))
    {
        ShareController::Services services;
        services.tokens = m_tokens.get();
        services.cache = m_cache;
        window = std::make_unique<MainWindow>();
        controller = new ShareController(window.get(), services);
        window->setGeometry(0, 0, 1440, 900);
        window->showMaximized();
    }

    //! \brief Clicks the window to the front, as a person does before typing. A window manager
    //! gives the focus to a new window, takes it while it maximises the window, and may not give it
    //! back: at first, it must have stayed for a moment.
    bool comeToFront() const
    {
        for (int tries = 0; tries < 20; ++tries) {
            if (!window->isActiveWindow()) {
                window->raise();
                window->activateWindow();
                if (!QTest::qWaitForWindowActive(window.get(), 2'000))
                    continue;
            }
            if (m_isSettled)
                return true;
            QTest::qWait(500);
            m_isSettled = window->isActiveWindow();
        }
        return window->isActiveWindow();
    }

    //! \brief A key as the keyboard sends it: to the window, which gives it to what has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        comeToFront();
        QTest::keyClick(window->windowHandle(), key, modifiers, 20);
    }

    void type(const QString &text) const
    {
        for (const QChar character : text) {
            comeToFront();
            if (character.unicode() < 0x80)
                QTest::keyClick(window->windowHandle(), character.toLatin1(), Qt::NoModifier, 5);
            else // no key that QTest knows; an input method would bring the letter as well
                QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown,
                                    character, Qt::NoModifier, 5);
        }
    }

    //! \brief Finds the step or command \a id by its name, in whatever language, and does it.
    void command(const QString &id) const
    {
        const QAction *action = window->catalog()->action(id.toLatin1());
        QVERIFY2(action, qPrintable(id));
        press(Qt::Key_K, Qt::ControlModifier);
        type(action->text().remove(u'&').remove(u'…'));
        press(Qt::Key_Return);
    }

    [[nodiscard]] bool waitSheet() const
    {
        return QTest::qWaitFor([this] { return window->openSheet() != nullptr; }, 20'000);
    }

    //! \brief Waits until the sheet's primary button can be pressed and presses Enter.
    [[nodiscard]] bool acceptSheet() const
    {
        const bool isReady = QTest::qWaitFor(
            [this] {
                return window->openSheet() && window->openSheet()->primaryButton()->isEnabled();
            },
            30'000);
        if (isReady)
            press(Qt::Key_Return);
        return isReady;
    }

    //! \brief Signs in by pasting \a invitation; true once the server said so.
    [[nodiscard]] bool join(const QString &invitation) const
    {
        command(QStringLiteral("share.join"));
        if (!waitSheet())
            return false;
        QApplication::clipboard()->setText(invitation);
        press(Qt::Key_V, Qt::ControlModifier);
        if (!acceptSheet())
            return false;
        return QTest::qWaitFor(
            [this] {
                const auto current = controller->book()->current();
                return !window->openSheet() && current
                       && controller->book()->state(current->origin) == ServerState::SignedIn;
            },
            30'000);
    }

    //! \brief Pushes the table in front with two actions; the key that is on the clipboard.
    [[nodiscard]] QString push() const
    {
        QString key;
        const auto connection =
            QObject::connect(controller->pushes(), &PushFlow::pushed, window.get(),
                             [&key](const PushResult &result) { key = result.address.key(); });
        press(Qt::Key_P, Qt::ControlModifier);
        const bool isAccepted = waitSheet() && (shoot(QStringLiteral("push-sheet")), acceptSheet());
        const bool isPushed =
            isAccepted && QTest::qWaitFor([&key] { return !key.isEmpty(); }, 120'000);
        QObject::disconnect(connection);
        if (!isPushed)
            qWarning("not pushed: %s", qPrintable(window->bannerSlot()->text()));
        return isPushed && QApplication::clipboard()->text() == key ? key : QString();
    }

    //! \brief Waits for a pull that \a begin starts; the tab, or null.
    template <typename Begin>
    [[nodiscard]] DatasetView *waitPull(Begin begin)
    {
        DatasetView *pulled = nullptr;
        const auto connection =
            QObject::connect(controller->pulls(), &PullFlow::pulled, window.get(),
                             [&pulled](const ShareAddress &, DatasetView *view) { pulled = view; });
        const bool isPulled =
            begin() && QTest::qWaitFor([&pulled] { return pulled != nullptr; }, 120'000);
        QObject::disconnect(connection);
        if (!isPulled)
            qWarning("not pulled: %s", qPrintable(window->bannerSlot()->text()));
        return pulled;
    }

    //! \brief Pulls what the clipboard's key offers when the window is in front: one action.
    [[nodiscard]] DatasetView *pullFromClipboard()
    {
        return waitPull([this] {
            const bool isOffered = comeToFront()
                                   && QTest::qWaitFor(
                                       [this] {
                                           const QString key = QApplication::clipboard()->text();
                                           return !key.isEmpty()
                                                  && window->bannerSlot()->text().contains(key)
                                                  && window->bannerSlot()->banner()->isVisible();
                                       },
                                       30'000);
            if (!isOffered)
                return false;
            shoot(QStringLiteral("pull-banner"));
            press(Qt::Key_Return);
            return true;
        });
    }

    //! \brief Pulls \a key through the sheet.
    [[nodiscard]] DatasetView *pullByKey(const QString &key)
    {
        return waitPull([this, &key] {
            press(Qt::Key_L, Qt::ControlModifier);
            if (!waitSheet())
                return false;
            press(Qt::Key_A, Qt::ControlModifier);
            type(key);
            shoot(QStringLiteral("pull-sheet"));
            return acceptSheet();
        });
    }

    //! \brief Writes the table as it is shown, without the guard that other programs need.
    [[nodiscard]] static bool save(DatasetView *view, const QString &path)
    {
        WriteOptions options;
        options.formulaGuard = false;
        bool isDone = false;
        bool isSaved = false;
        QObject context;
        QObject::connect(view, &DatasetView::saveFinished, &context,
                         [&] { isDone = isSaved = true; });
        QObject::connect(view, &DatasetView::saveFailed, &context, [&] { isDone = true; });
        view->save(path, options);
        return QTest::qWaitFor([&isDone] { return isDone; }, 120'000) && isSaved;
    }

    //! \brief A picture of the whole screen; in both themes when every scene was asked for.
    void shoot(const QString &scene) const
    {
        const QString folder = qEnvironmentVariable("PASSEL_JOURNEY_SHOTS");
        if (folder.isEmpty())
            return;
        const bool isAll = qEnvironmentVariable("PASSEL_JOURNEY_SCENES") == QStringLiteral("all");
        QDir().mkpath(folder);
        static int number = 0;
        ++number;
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            if (scheme == Scheme::Dark && !isAll)
                break;
            Theme::instance().setChoice(scheme == Scheme::Light ? SchemeChoice::Light
                                                                : SchemeChoice::Dark);
            QTest::qWait(250); // for the window to be painted; a person would look longer
            const QString name = QStringLiteral("%1-%2-%3%4.png")
                                     .arg(m_name)
                                     .arg(number, 2, 10, QLatin1Char('0'))
                                     .arg(scene, scheme == Scheme::Light ? QStringLiteral("-light")
                                                                         : QStringLiteral("-dark"));
            const QPixmap picture = QGuiApplication::primaryScreen()->grabWindow(0);
            if (!picture.save(folder + u'/' + name))
                qWarning("cannot save %s", qPrintable(name));
        }
        Theme::instance().setChoice(SchemeChoice::Light);
    }

private:
    QString m_name;
    mutable bool m_isSettled = false;
    std::unique_ptr<TokenStore> m_tokens;
    std::shared_ptr<PartCache> m_cache;

public:
    std::unique_ptr<MainWindow> window;
    ShareController *controller = nullptr;
};

} // namespace passel
