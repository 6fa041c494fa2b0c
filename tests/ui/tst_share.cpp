// Sharing as a person does it, in real windows against a real passel-server process.
#include "app/embeddedserver.h"
#include "tests/ui/sharefixture.h"
#include "ui/kit/segments.h"
#include "ui/kit/sentence.h"
#include "ui/share/sharepanel.h"
#include "ui/share/sharesmodel.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTreeView>

#include <algorithm>
#include <cstdlib>

using namespace passel;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray Towns = "town,people,code\nUlm,126329,007\n Bonn ,336465,\nKöln,1087863,021\n";

// Focusable widgets of \a root without an object name or without words for a screen reader.
QStringList nameless(QWidget *root)
{
    QStringList found;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        bool isPart = widget->objectName().startsWith("qt_"_L1);
        for (QWidget *above = widget->parentWidget(); above && above != root;
             above = above->parentWidget())
            isPart = isPart || above->inherits("QComboBox") || above->inherits("QScrollArea");
        if (isPart || widget->focusPolicy() == Qt::NoFocus || widget->isWindow())
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        const QString name = face ? face->text(QAccessible::Name) : QString();
        const bool hasParentName =
            widget->parentWidget() && !widget->parentWidget()->objectName().isEmpty();
        if (name.trimmed().isEmpty() || (widget->objectName().isEmpty() && !hasParentName))
            found << QString::fromLatin1(widget->metaObject()->className()) + u" \""_s
                         + widget->objectName() + u"\" named \""_s + name + u'"';
    }
    return found;
}

// A keychain that is locked until somebody unlocks it.
class LockableStore final : public TokenStore
{
public:
    void read(const QUrl &origin, QObject *context, ReadDone done) override
    {
        if (!isLocked)
            m_open.read(origin, context, std::move(done));
        else
            QMetaObject::invokeMethod(
                context, [done] { done(locked()); }, Qt::QueuedConnection);
    }

    void write(const QUrl &origin, const Secret &token, QObject *context, WriteDone done) override
    {
        m_open.write(origin, token, context, std::move(done));
    }

    void remove(const QUrl &origin, QObject *context, RemoveDone done) override
    {
        m_open.remove(origin, context, std::move(done));
    }

    bool isLocked = false;

private:
    static Error locked()
    {
        return {ErrorKind::Keychain, QByteArrayLiteral("keychain-locked"), u"locked"_s};
    }

    MemoryTokenStore m_open;
};

QByteArray manyRows(int rows)
{
    QByteArray bytes = "number,noise\n";
    quint64 state = 42;
    for (int row = 0; row < rows; ++row) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        bytes += QByteArray::number(row) + ',' + QByteArray::number(state, 36)
                 + QByteArray::number(state ^ (state >> 7), 36) + '\n';
    }
    return bytes;
}

} // namespace

class TestShare : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QAccessible::setActive(true);
    }

    void init() { QGuiApplication::clipboard()->clear(); }

    // The main path: two actions, and the key is on the clipboard; who pulls sees the same cells.
    void pushAndPull()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        DatasetView *pushed = ana.open(Towns);
        QVERIFY(pushed);
        const QString key = ana.push();
        QVERIFY(!key.isEmpty());
        QCOMPARE(checkShareName(key).kind, NameCheck::Proposed);
        QCOMPARE(QGuiApplication::clipboard()->text(), key);
        QVERIFY(ana.toast().contains(key));
        QCOMPARE(pushed->dataset()->origin().shareKey, key);
        QVERIFY(!ana.window->openSheet());
        WindowFixture::shoot(ana.window.get(), u"share-toast"_s);

        ShareHome lin;
        QVERIFY(lin.join(server, u"lin"_s));
        DatasetView *pulled = lin.pull(key, server.url());
        QVERIFY(pulled);
        QVERIFY(pulled->dataset()->array().equals(pushed->dataset()->array()));
        QCOMPARE(pulled->title(), key);
        QVERIFY(!pulled->isUnsaved());
    }

    void updateGoesToTheSameKey()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        DatasetView *view = ana.open(Towns);
        const QString key = ana.push();
        QVERIFY(!key.isEmpty());
        view->dataset()->edit(1, 0, u"Bonn"_s);
        QTRY_COMPARE(cellText(view, 1, 0), u"Bonn"_s);
        QVERIFY(view->isUnsaved());
        QCOMPARE(ana.push(), key);
        QTRY_VERIFY(!view->isUnsaved());

        ShareHome lin;
        QVERIFY(lin.join(server, u"lin"_s));
        const DatasetView *pulled = lin.pull(key, server.url());
        QVERIFY(pulled);
        QCOMPARE(cellText(pulled, 1, 0), u"Bonn"_s);
    }

    // Other options are another look at the same table, and its key is the same.
    void readingAgainKeepsTheKey()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        DatasetView *view = ana.open(Towns);
        const QString key = ana.push();
        QVERIFY(!key.isEmpty());
        const Origin before = view->dataset()->origin();
        QCOMPARE(ana.pushWords(), u"Update…"_s);
        ReadOptions options = view->report()->options;
        options.hasHeader = false;
        view->readAgain(options);
        QTRY_COMPARE(view->dataset()->array().rowCount(), 4);
        QCOMPARE(view->dataset()->origin().shareKey, key);
        QCOMPARE(view->dataset()->origin().shareVersion, before.shareVersion);
        QCOMPARE(view->dataset()->origin().server, before.server);
        QCOMPARE(ana.pushWords(), u"Update…"_s);
        QCOMPARE(ana.push(), key);
    }

    // What is read in another way while the sheet is open travels as it is on the screen.
    void sheetFollowsTheTable()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        DatasetView *view = ana.open(Towns);
        QVERIFY(view);
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet());
        ana.inSheet<QLineEdit>("pushName")->setText(u"towns-2026"_s);
        QTRY_VERIFY(ana.window->openSheet()->primaryButton()->isEnabled());
        const auto *all = ana.inSheet<QRadioButton>("pushAllRows");
        QCOMPARE(all->text(), u"All 3"_s);
        ReadOptions options = view->report()->options;
        options.hasHeader = false;
        view->readAgain(options);
        QTRY_COMPARE(view->dataset()->array().rowCount(), 4);
        QVERIFY(ana.window->openSheet());
        QCOMPARE(all->text(), u"All 4"_s);
        const auto *summary = ana.inSheet<SentenceLabel>("sheetSummary");
        QVERIFY2(summary->sentence().text().startsWith("4 row"_L1),
                 qPrintable(summary->sentence().text()));
        QCOMPARE(ana.inSheet<QLineEdit>("pushName")->text(), u"towns-2026"_s);
        const auto *list = ana.inSheet<QListView>("columnTicksList");
        QCOMPARE(list->model()->index(0, 0).data().toString(),
                 view->dataset()->array().field(0).name);
        QSignalSpy pushed(ana.controller->pushes(), &PushFlow::pushed);
        QVERIFY(ana.window->openSheet()->primaryButton()->isEnabled());
        ana.window->openSheet()->primaryButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(pushed.count(), 1, 30'000);
        QCOMPARE(pushed[0][0].value<PushResult>().rows, 4);
        const DatasetView *pulled = ana.pull(u"towns-2026"_s, server.url());
        QVERIFY(pulled);
        QVERIFY(pulled->dataset()->array().equals(view->dataset()->array()));
    }

    // SEC-20: a key that nobody can type is not pushed.
    void mistypedKeyIsNotPushed()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        QVERIFY(ana.open(Towns));
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet()
                    && ana.window->openSheet()->primaryButton()->isEnabled());
        auto *name = ana.inSheet<QLineEdit>("pushName");
        auto *correct = ana.inSheet<Button>("pushCorrect");
        QVERIFY(correct && !correct->isVisible());
        const QString wrong = name->text() + u'x';
        const NameCheck check = checkShareName(wrong);
        QCOMPARE(check.kind, NameCheck::Mistyped);
        name->setText(wrong);
        QVERIFY(!ana.window->openSheet()->primaryButton()->isEnabled());
        QVERIFY(correct->isVisible());
        QTRY_VERIFY(name->height() >= name->sizeHint().height()); // the sheet grows with it
        WindowFixture::shoot(ana.window.get(), u"share-push-mistyped"_s);
        correct->click();
        if (!check.suggestion.isEmpty())
            QCOMPARE(name->text(), check.suggestion);
        QCOMPARE(checkShareName(name->text()).kind, NameCheck::Proposed);
        QVERIFY(!correct->isVisible());
        QTRY_VERIFY(ana.window->openSheet()->primaryButton()->isEnabled());
        // Two words of ours and nothing near: another key is proposed.
        const QString far = u"pizza-alarm-179-zzzzzz-0d"_s;
        QCOMPARE(checkShareName(far).kind, NameCheck::Mistyped);
        QVERIFY(checkShareName(far).suggestion.isEmpty());
        name->setText(far);
        QVERIFY(correct->isVisible());
        correct->click();
        QCOMPARE(checkShareName(name->text()).kind, NameCheck::Proposed);
    }

    // A server that does not answer is waited for, and that is said from the first moment on.
    void pullSaysWhomItAsks()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana(nullptr, nullptr, 1'000);
        QVERIFY(ana.join(server, u"ana"_s));
        const QString title =
            ana.controller->book()->title(ana.controller->book()->current()->origin);
        server.kill();
        ShareAddress address;
        address.server = *serverOrigin(server.url());
        address.name = u"towns-2026"_s;
        const auto *status = ana.window->statusRow();
        auto *cancel = status->findChild<Button *>(u"statusCancel"_s);
        ana.controller->pulls()->pull(address);
        QVERIFY(cancel->isVisible());
        QVERIFY2(status->accessibleName().contains(u"Asking "_s + title),
                 qPrintable(status->accessibleName()));
        WindowFixture::shoot(ana.window.get(), u"share-asking"_s);
        cancel->click();
        QTRY_VERIFY(ana.controller->pulls()->running().empty());
        QTRY_VERIFY(!cancel->isVisible());
        QVERIFY(ana.banner().isEmpty());
        // With a table in front it is said as well.
        QVERIFY(ana.open(Towns));
        ana.controller->pulls()->pull(address);
        QVERIFY(cancel->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(ana.banner().contains("was not pulled"_L1), 60'000);
        QVERIFY(!cancel->isVisible());
        WindowFixture::shoot(ana.window.get(), u"share-unreachable"_s);
        QVERIFY(server.start());
        QVERIFY(ana.chooseInBanner(u"Retry"_s));
        QVERIFY(cancel->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!cancel->isVisible(), 60'000);
    }

    // An invitation for one pull is no wish to push there; a table's key says where it goes.
    void invitationMovesNoPush()
    {
        ServerProcess home;
        ServerProcess guest;
        QVERIFY(home.start());
        QVERIFY(guest.start());
        ShareHome ana;
        QVERIFY(ana.join(home, u"ana"_s));
        ServerBook *book = ana.controller->book();
        const QUrl homeOrigin = book->current()->origin;
        DatasetView *view = ana.open(Towns);
        const QString key = ana.push();
        QVERIFY(!key.isEmpty());
        QVERIFY(ana.join(guest, u"ana"_s));
        QCOMPARE(book->current()->origin, homeOrigin);
        book->setCurrent(*serverOrigin(guest.url()));
        QCOMPARE(ana.pushWords(), u"Update…"_s);
        view->dataset()->edit(1, 0, u"Bonn"_s);
        QTRY_COMPARE(cellText(view, 1, 0), u"Bonn"_s);
        QCOMPARE(ana.push(), key);
        QCOMPARE(view->dataset()->origin().server, homeOrigin);
        const DatasetView *pulled = ana.pull(key, home.url());
        QVERIFY(pulled);
        QCOMPARE(cellText(pulled, 1, 0), u"Bonn"_s);
        // What has no key yet goes to the server in use.
        const DatasetView *other = ana.open("a\n1\n", u"other.csv"_s);
        QCOMPARE(ana.pushWords(), u"Push…"_s);
        QVERIFY(!ana.push().isEmpty());
        QCOMPARE(other->dataset()->origin().server, *serverOrigin(guest.url()));
        // The page of shares acts for both.
        ana.controller->showShares();
        SharesPage *page = ana.controller->sharesPage();
        QTRY_COMPARE(page->sent()->rowCount(), 2);
        QTRY_VERIFY(page->sent()->line(0).live && page->sent()->line(1).live);
        auto *list = page->findChild<QAbstractItemView *>(u"sharesSent"_s);
        auto *panel = page->findChild<SharePanel *>();
        for (int row = 0; row < 2; ++row) {
            list->setCurrentIndex(list->model()->index(row, 0));
            QVERIFY(page->findChild<Button *>(u"shareExtend"_s)->isVisible());
            QVERIFY(page->findChild<Button *>(u"shareDelete"_s)->isVisible());
            emit panel->accessAsked(protocol::Access::Owner);
            QTRY_COMPARE(page->sent()->line(row).live->access, protocol::Access::Owner);
        }
    }

    // A token that ended is said where it is met, and everywhere there is a way to the next one.
    void revokedTokenIsNoDeadEnd()
    {
        ServerProcess server;
        QVERIFY(server.start());
        QTemporaryDir folder;
        EmbeddedServer local(folder.filePath(u"server"_s));
        ShareHome ana(&local);
        QVERIFY(ana.join(server, u"ana"_s));
        ServerBook *book = ana.controller->book();
        const QUrl origin = book->current()->origin;
        QVERIFY(ana.open(Towns));
        const QString key = ana.push();
        QVERIFY(!key.isEmpty());
        server.revokeTokens();
        ana.controller->showShares();
        QTRY_VERIFY_WITH_TIMEOUT(!ana.banner().isEmpty(), 30'000);
        WindowFixture::shoot(ana.window.get(), u"share-revoked"_s);
        QCOMPARE(book->state(origin), ServerState::SignedOut);
        // Asked again, the server answers and a token is kept: it is no good all the same.
        const QSignalSpy changed(book, &ServerBook::stateChanged);
        bool isAnswered = false;
        book->check(origin);
        book->client(origin)->serverInfo(
            ana.controller,
            [&](const Result<protocol::ServerInfo> &info) { isAnswered = bool(info); });
        QTRY_VERIFY(isAnswered);
        QCOMPARE(book->state(origin), ServerState::SignedOut);
        QCOMPARE(changed.count(), 0);
        QVERIFY(ana.chooseInBanner(u"Paste an invitation…"_s));
        QVERIFY(ana.inSheet<QLineEdit>("invitationText"));
        ana.press(Qt::Key_Escape);

        ana.controller->showServers();
        QTRY_VERIFY(ana.window->openSheet());
        auto *signIn = ana.inSheet<Button>("serverSignIn0");
        QVERIFY(signIn && signIn->isVisible());
        WindowFixture::shoot(ana.window.get(), u"share-servers-out"_s);
        signIn->click();
        QVERIFY(ana.inSheet<QLineEdit>("invitationText"));
        ana.press(Qt::Key_Escape);

        ana.window->showPage(ana.window->pages().constFirst());
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet());
        const auto *choice = ana.inSheet<Segments>("pushServer");
        QVERIFY(choice && choice->isVisible());
        QCOMPARE(choice->current(), 1);
        QVERIFY(ana.inSheet<QWidget>("pushServerNote")->isVisible());
        WindowFixture::shoot(ana.window.get(), u"share-push-out"_s);
        QVERIFY(!ana.window->openSheet()->primaryButton()->isEnabled());
        // This computer is always another way: the share there is a new one.
        choice->button(0)->click();
        QVERIFY(ana.window->openSheet()->primaryButton()->isEnabled());
        choice->button(1)->click();
        const Result<Invite> invite = server.invite(u"ana"_s);
        QVERIFY(invite);
        ana.inSheet<QLineEdit>("invitationText")->setText(QString::fromLatin1(invite->text()));
        QVERIFY(ana.window->openSheet()->primaryButton()->isEnabled());
        QSignalSpy pushed(ana.controller->pushes(), &PushFlow::pushed);
        ana.window->openSheet()->primaryButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(pushed.count(), 1, 60'000);
        QCOMPARE(pushed[0][0].value<PushResult>().address.name, key);
        QCOMPARE(book->state(origin), ServerState::SignedIn);

        // Met in the middle of a push.
        server.revokeTokens();
        book->client(origin)->share(key, {}, ana.controller,
                                    [](const Result<protocol::ShareInfo> &) {});
        QTRY_COMPARE(book->state(origin), ServerState::SignedOut);
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet());
        QVERIFY(choice->isVisible());
        choice->button(0)->click();
        ana.window->openSheet()->primaryButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(pushed.count(), 2, 60'000);
        QVERIFY(local.address());
        QCOMPARE(book->current()->origin, local.address()->origin);
    }

    // The window always asks with the version it has seen, and says who was first.
    void conflictIsToldAndReplaced()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        DatasetView *first = ana.open(Towns);
        const QString key = ana.push();
        QVERIFY(!key.isEmpty());
        // The same table from another tab, pulled and changed there.
        DatasetView *second = ana.pull(key, server.url());
        QVERIFY(second);
        second->dataset()->edit(0, 0, u"Ulm (Donau)"_s);
        QTRY_COMPARE(cellText(second, 0, 0), u"Ulm (Donau)"_s);
        QCOMPARE(ana.push(), key);

        ana.window->showPage(first);
        first->dataset()->edit(2, 0, u"Cologne"_s);
        QTRY_COMPARE(cellText(first, 2, 0), u"Cologne"_s);
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet()
                    && ana.window->openSheet()->primaryButton()->isEnabled());
        ana.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ana.banner().contains("ana"_L1), 30'000);
        WindowFixture::shoot(ana.window.get(), u"share-conflict"_s);
        QSignalSpy pushed(ana.controller->pushes(), &PushFlow::pushed);
        QVERIFY(ana.chooseInBanner(u"Replace it"_s));
        QTRY_COMPARE_WITH_TIMEOUT(pushed.count(), 1, 30'000);

        ShareHome lin;
        QVERIFY(lin.join(server, u"lin"_s));
        const DatasetView *pulled = lin.pull(key, server.url());
        QVERIFY(pulled);
        QCOMPARE(cellText(pulled, 2, 0), u"Cologne"_s);
        QCOMPARE(cellText(pulled, 0, 0), u"Ulm"_s);
    }

    // Only what is seen travels: a column that was left out is not there.
    void unticketColumnsStayHere()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        QVERIFY(ana.open(Towns));
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet());
        auto *list = ana.inSheet<QListView>("columnTicksList");
        QVERIFY(list);
        QVERIFY(
            list->model()->setData(list->model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
        QSignalSpy pushed(ana.controller->pushes(), &PushFlow::pushed);
        QTRY_VERIFY(ana.window->openSheet()->primaryButton()->isEnabled());
        ana.window->openSheet()->primaryButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(pushed.count(), 1, 30'000);
        const QString key = pushed[0][0].value<PushResult>().address.key();
        const DatasetView *pulled = ana.pull(key, server.url());
        QVERIFY(pulled);
        QCOMPARE(pulled->dataset()->array().columnCount(), 2);
        QCOMPARE(pulled->dataset()->array().field(1).name, u"code"_s);
    }

    // What is selected inside a document are other rows than those of the table.
    void nestedSelectionIsNoChoice()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        DatasetView *view =
            ana.open(R"([{"id":"a","chunks":[{"id":"a1"},{"id":"a2"},{"id":"a3"},{"id":"a4"}]},)"
                     R"({"id":"b","chunks":[{"id":"b1"}]}])",
                     u"nested.json"_s);
        QVERIFY(view);
        const auto isSelectionOffered = [&] {
            emit ana.window->pushRequested();
            const bool isOpen = QTest::qWaitFor([&] { return ana.window->openSheet(); });
            const auto *choice = ana.inSheet<QRadioButton>("pushSelectedRows");
            return isOpen && choice && choice->isVisible();
        };
        const auto selectAll = [view] {
            view->grid()->setFocus();
            QTest::keySequence(view->grid(), QKeySequence::SelectAll);
        };
        selectAll();
        QVERIFY(isSelectionOffered());
        ana.press(Qt::Key_Escape);
        view->goTo(0, view->dataset()->array().schema().indexOf(Role::Chunks));
        QTest::keyClick(view->grid(), Qt::Key_Return);
        QVERIFY(view->isNested());
        selectAll();
        QCOMPARE(view->chosenRows().size(), 4);
        QVERIFY(!isSelectionOffered());
        ana.press(Qt::Key_Escape);
        const QString key = ana.push();
        const DatasetView *pulled = ana.pull(key, server.url());
        QVERIFY(pulled);
        QVERIFY(pulled->dataset()->array().equals(view->dataset()->array()));
    }

    // The tab shows the manifest's first page before any part has come, skeletons behind it.
    void previewIsSeenFirst()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        const DatasetView *pushed = ana.open(manyRows(300'000), u"many.csv"_s);
        QVERIFY(pushed);
        const QString key = ana.push();
        QVERIFY(!key.isEmpty());
        ShareHome lin;
        QVERIFY(lin.join(server, u"lin"_s));
        ShareAddress address = *parseShareAddress(key);
        address.server = *serverOrigin(server.url());
        QSignalSpy pulled(lin.controller->pulls(), &PullFlow::pulled);
        DatasetView *first = nullptr;
        bool hasPreview = false;
        connect(lin.window.get(), &MainWindow::currentPageChanged, lin.window.get(), [&] {
            first = lin.window->currentView();
            hasPreview = first && first->dataset()->array().rowCount() == 300'000
                         && cellText(first, 99, 0) == u"99"_s
                         && !first->dataset()->array().tryValue(299'999, 1);
        });
        lin.controller->pulls()->pull(address);
        QTRY_VERIFY_WITH_TIMEOUT(first != nullptr, 60'000);
        QVERIFY(hasPreview);
        WindowFixture::shoot(lin.window.get(), u"share-preview"_s);
        QTRY_COMPARE_WITH_TIMEOUT(pulled.count(), 1, 60'000);
        QVERIFY(first->dataset()->array().equals(pushed->dataset()->array()));
    }

    // What was done while the parts came is nowhere but here.
    void stepsDuringAPullAreUnsaved()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        QVERIFY(ana.open(manyRows(300'000), u"many.csv"_s));
        const QString key = ana.push();
        QVERIFY(!key.isEmpty());
        ShareHome lin;
        QVERIFY(lin.join(server, u"lin"_s));
        ShareAddress address = *parseShareAddress(key);
        address.server = *serverOrigin(server.url());
        QSignalSpy pulled(lin.controller->pulls(), &PullFlow::pulled);
        DatasetView *view = nullptr;
        connect(lin.window.get(), &MainWindow::currentPageChanged, lin.window.get(), [&] {
            if (std::exchange(view, lin.window->currentView()))
                return;
            view->dataset()->edit(0, 0, u"7"_s); // at once: the preview is here
            QVERIFY(!view->dataset()->isBusy());
        });
        lin.controller->pulls()->pull(address);
        QTRY_COMPARE_WITH_TIMEOUT(pulled.count(), 1, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!view->dataset()->isBusy(), 60'000);
        QCOMPARE(cellText(view, 0, 0), u"7"_s);
        QVERIFY(view->isUnsaved());
        view->dataset()->undo();
        QTRY_VERIFY_WITH_TIMEOUT(!view->dataset()->isBusy(), 60'000);
        QVERIFY(!view->isUnsaved());
    }

    // Esc keeps what was typed.
    void escapeKeepsTheSheet()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        QVERIFY(ana.open(Towns));
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet());
        ana.inSheet<QLineEdit>("pushName")->setText(u"towns-2026"_s);
        ana.inSheet<QLineEdit>("pushNote")->setText(u"three towns"_s);
        ana.press(Qt::Key_Escape);
        QVERIFY(!ana.window->openSheet());
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet());
        QCOMPARE(ana.inSheet<QLineEdit>("pushName")->text(), u"towns-2026"_s);
        QCOMPARE(ana.inSheet<QLineEdit>("pushNote")->text(), u"three towns"_s);
    }

    // SEC-21: told at once, offline, with the nearest spelling.
    void mistypedKeyIsToldOffline()
    {
        ShareHome ana;
        emit ana.window->pullRequested({});
        QTRY_VERIFY(ana.window->openSheet());
        auto *field = ana.inSheet<QLineEdit>("pullKey");
        const QString name = proposeShareName();
        QString wrong = name;
        wrong[0] = wrong[0] == u'a' ? u'b' : u'a';
        field->setText(wrong);
        QVERIFY(!ana.window->openSheet()->primaryButton()->isEnabled());
        auto *correct = ana.inSheet<Button>("pullCorrect");
        if (!checkShareName(wrong).suggestion.isEmpty()) {
            QVERIFY(correct->isVisible());
            correct->click();
            QCOMPARE(field->text(), checkShareName(wrong).suggestion);
        }
        field->setText(name);
        QVERIFY(ana.window->openSheet()->primaryButton()->isEnabled());
    }

    void clipboardKeyIsOffered()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        QVERIFY(ana.open(Towns));
        const QString key = ana.push();
        QVERIFY(!key.isEmpty());
        ana.window->clearBanner();
        emit ana.window->activated();
        QVERIFY2(!ana.banner().contains(key), "a key copied here is no news");

        ShareHome lin;
        QVERIFY(lin.join(server, u"lin"_s));
        emit lin.window->activated();
        QTRY_VERIFY(lin.banner().contains(key));
        WindowFixture::shoot(lin.window.get(), u"share-banner"_s);
        QSignalSpy pulled(lin.controller->pulls(), &PullFlow::pulled);
        QCOMPARE(pulled.count(), 0);
        QVERIFY(lin.chooseInBanner(u"Pull"_s));
        QTRY_COMPARE_WITH_TIMEOUT(pulled.count(), 1, 30'000);
        emit lin.window->activated();
        QVERIFY2(!lin.banner().contains(key), "offered once");
    }

    void plainTextIsNotOffered_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a typed name") << u"sales-2026"_s;
        QTest::newRow("a sentence") << u"see river-tango-58-cobalt-mb please"_s;
        QTest::newRow("a link elsewhere") << u"https://example.org/s/sales-2026"_s;
        QTest::newRow("a large text") << QString(100'000, u'x');
        QTest::newRow("nothing") << QString();
    }

    void plainTextIsNotOffered()
    {
        QFETCH(QString, text);
        ShareHome ana;
        QGuiApplication::clipboard()->setText(text);
        emit ana.window->activated();
        QVERIFY2(ana.banner().isEmpty(), qPrintable(ana.banner()));
    }

    // REL-05: the server dies in the middle, comes back, and the push goes on by itself.
    void killedServerIsWaitedFor()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        const DatasetView *view = ana.open(manyRows(400'000), u"many.csv"_s);
        QVERIFY(view);
        QSignalSpy pushed(ana.controller->pushes(), &PushFlow::pushed);
        QVERIFY(ana.beginPush());
        server.kill();
        QTRY_VERIFY_WITH_TIMEOUT(!ana.controller->pushes()->running().empty()
                                     && ana.controller->pushes()->running().front().progress.phase
                                            == TransferProgress::Waiting,
                                 60'000);
        QCOMPARE(pushed.count(), 0);
        QVERIFY(server.start());
        QTRY_COMPARE_WITH_TIMEOUT(pushed.count(), 1, 100'000);
        const DatasetView *pulled =
            ana.pull(pushed[0][0].value<PushResult>().address.key(), server.url());
        QVERIFY(pulled);
        QVERIFY(pulled->dataset()->array().equals(view->dataset()->array()));
    }

    // The push that is under way asks its client again and again: it must be there until the end.
    void signingOutDuringAPush()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        const QUrl origin = ana.controller->book()->current()->origin;
        const DatasetView *view = ana.open(manyRows(400'000), u"many.csv"_s);
        QVERIFY(view);
        QVERIFY(ana.beginPush());
        const QPointer<ShareClient> client(std::to_address(ana.controller->book()->client(origin)));
        QVERIFY(client);
        bool hasLeft = false;
        bool isClientThere = false;
        ana.controller->book()->leave(origin, ana.controller, [&](const Result<void> &result) {
            hasLeft = bool(result);
            // After everything that was put off until the client is not in use any more.
            QMetaObject::invokeMethod(
                ana.controller,
                [&] { isClientThere = client || ana.controller->pushes()->running().empty(); },
                Qt::QueuedConnection);
        });
        QTRY_VERIFY_WITH_TIMEOUT(hasLeft, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(ana.controller->pushes()->running().empty(), 60'000);
        QVERIFY(isClientThere);
        QVERIFY(!ana.controller->book()->client(origin));
        // REL-05: signed in again, it goes on from there, with the parts that the server lacks.
        QVERIFY(ana.join(server, u"ana"_s));
        QSignalSpy pushed(ana.controller->pushes(), &PushFlow::pushed);
        QVERIFY(ana.chooseInBanner(u"Retry"_s));
        QTRY_COMPARE_WITH_TIMEOUT(pushed.count(), 1, 100'000);
        const auto result = pushed[0][0].value<PushResult>();
        QVERIFY(result.partsSent < result.partsTotal);
        QTRY_VERIFY2(!client, "kept for ever");
        const DatasetView *pulled = ana.pull(result.address.key(), origin);
        QVERIFY(pulled);
        QVERIFY(pulled->dataset()->array().equals(view->dataset()->array()));
    }

    // Whether others may come in changes nothing about who this computer is: the push goes on.
    void openingToTheNetworkDuringAPush()
    {
        QTemporaryDir folder;
        EmbeddedServer local(folder.filePath(u"server"_s));
        ShareHome ana(&local);
        bool isOpen = false;
        bool isUsed = false;
        ServerBook *book = ana.controller->book();
        book->useLocal(ana.controller, [&](const Result<void> &result) { isUsed = bool(result); });
        QTRY_VERIFY_WITH_TIMEOUT(isUsed, 30'000);
        const QUrl origin = book->current()->origin;
        const DatasetView *view = ana.open(manyRows(400'000), u"many.csv"_s);
        QVERIFY(view);
        QSignalSpy pushed(ana.controller->pushes(), &PushFlow::pushed);
        QVERIFY(ana.beginPush());
        const QPointer<ShareClient> client(std::to_address(book->client(origin)));
        book->setLocalOpen(true, ana.controller,
                           [&](const Result<void> &result) { isOpen = bool(result); });
        QTRY_VERIFY_WITH_TIMEOUT(isOpen, 30'000);
        QVERIFY(book->current()->isPublic);
        QCOMPARE(std::to_address(book->client(origin)), client.get());
        QTRY_COMPARE_WITH_TIMEOUT(pushed.count(), 1, 100'000);
        const DatasetView *pulled =
            ana.pull(pushed[0][0].value<PushResult>().address.key(), origin);
        QVERIFY(pulled);
        QVERIFY(pulled->dataset()->array().equals(view->dataset()->array()));
    }

    // Whoever waits for an answer gets one, and not before the call has returned.
    void nothingToDoIsAnswered()
    {
        ShareHome ana;
        ServerBook *book = ana.controller->book();
        QStringList answers;
        const auto note = [&answers](const Result<void> &result) {
            answers << (result ? u"done"_s : QString::fromLatin1(result.error().code()));
        };
        book->leave(QUrl(u"https://unknown.example"_s), ana.controller, note);
        book->useLocal(ana.controller, note);
        book->setLocalOpen(true, ana.controller, note);
        QCOMPARE(answers, QStringList());
        QTRY_COMPARE(answers, (QStringList{u"done"_s, u"no-local-server"_s, u"no-local-server"_s}));
    }

    // Closing in the middle asks, and loses nothing.
    void closingWaitsForThePush()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        DatasetView *view = ana.open(manyRows(200'000), u"many.csv"_s);
        QVERIFY(view);
        QVERIFY(ana.beginPush());
        QVERIFY(!ana.window->close());
        QVERIFY(ana.banner().contains("still being pushed"_L1));
        // It is said as long as it is true.
        QTRY_VERIFY_WITH_TIMEOUT(ana.controller->pushes()->running().empty(), 60'000);
        QVERIFY2(ana.banner().isEmpty(), qPrintable(ana.banner()));

        // What is not saved is asked about as ever.
        view->dataset()->edit(0, 0, u"7"_s);
        QTRY_VERIFY(view->isUnsaved());
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet()
                    && ana.window->openSheet()->primaryButton()->isEnabled());
        ana.press(Qt::Key_Return);
        QTRY_VERIFY(!ana.controller->pushes()->running().empty());
        QVERIFY(!ana.window->close());
        QVERIFY(ana.banner().contains("still being pushed"_L1));
        QVERIFY(ana.chooseInBanner(u"Cancel it and close"_s));
        QVERIFY(ana.window->isVisible());
        QTRY_VERIFY(ana.controller->pushes()->running().empty());
        QVERIFY2(ana.banner().contains("not saved"_L1), qPrintable(ana.banner()));
        QVERIFY(ana.chooseInBanner(u"Close without saving"_s));
        QTRY_VERIFY(!ana.window->isVisible());
    }

    // SEC-24: neither token nor code is in anything that is written down.
    void secretsAreNotInSettings()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        const Result<Invite> invite = server.invite(u"ana"_s);
        QVERIFY(invite);
        emit ana.window->pushRequested(); // without a table: nothing happens
        QVERIFY(!ana.window->openSheet());
        QVERIFY(ana.open(Towns));
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet());
        // The first push: one invitation is pasted, and Enter signs in and pushes.
        auto *field = ana.inSheet<QLineEdit>("invitationText");
        QVERIFY(field && field->isVisible());
        field->setText(QString::fromLatin1(invite->text()));
        QSignalSpy pushed(ana.controller->pushes(), &PushFlow::pushed);
        auto *who = ana.inSheet<QWidget>("pushWho");
        QVERIFY(who);
        who->findChildren<QAbstractButton *>().constFirst()->click(); // anyone with the key
        QVERIFY(ana.window->openSheet()->primaryButton()->isEnabled());
        ana.window->openSheet()->primaryButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(pushed.count(), 1, 60'000);
        const ShareAddress address = pushed[0][0].value<PushResult>().address;
        QVERIFY(address.code);
        QCOMPARE(QGuiApplication::clipboard()->text(), address.key());
        QVERIFY(address.key().contains(u'.'));
        QSettings settings;
        settings.sync();
        QFile file(settings.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains(address.name.toLatin1()));
        QVERIFY(!written.contains(invite->token.text()));
        QVERIFY(!written.contains(address.code->symbols()));
        QVERIFY(!written.contains(address.code->shown().toLatin1()));
    }

    // SEC-24: a locked keychain says nothing about being signed in; none is told once.
    void keychainStatesAreTold()
    {
        ServerProcess server;
        QVERIFY(server.start());
        LockableStore store;
        ShareHome ana(nullptr, &store);
        QVERIFY(ana.join(server, u"ana"_s));
        const QUrl origin = ana.controller->book()->current()->origin;
        ana.controller->book()->client(origin)->forgetToken();
        store.isLocked = true;
        ana.controller->book()->check(origin);
        QTRY_COMPARE(ana.controller->book()->state(origin), ServerState::Locked);
        QVERIFY(ana.banner().contains("keychain is locked"_L1));
        store.isLocked = false;
        QVERIFY(ana.chooseInBanner(u"Unlock"_s));
        QTRY_COMPARE(ana.controller->book()->state(origin), ServerState::SignedIn);
        emit store.sessionOnlyFound();
        QVERIFY(ana.banner().contains("There is no keychain"_L1));
    }

    // SEC-11, SEC-12: what others wrote is shown letter by letter.
    void markupIsShownLiterally()
    {
        ServerProcess server;
        QVERIFY(server.start());
        const QString markup = u"<img src='file:///etc/hostname'><b>note</b>"_s;
        ShareHome ana;
        QVERIFY(ana.join(server, u"<i>ana</i>"_s));
        QVERIFY(ana.open(Towns));
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet());
        ana.inSheet<QLineEdit>("pushNote")->setText(markup);
        const QString key = ana.push();
        QVERIFY(!key.isEmpty());
        ShareHome lin;
        QVERIFY(lin.join(server, u"lin"_s));
        QVERIFY(lin.pull(key, server.url()));
        lin.controller->showShares();
        QTRY_COMPARE(lin.controller->sharesPage()->received()->rowCount(), 1);
        lin.controller->sharesPage()->focusContent();
        auto *note = lin.window->findChild<QLabel *>(u"sharePanelNote"_s);
        QVERIFY(note);
        QTRY_VERIFY(note->text().contains(markup));
        for (const MainWindow *window : {ana.window.get(), lin.window.get()}) {
            for (const QLabel *label : window->findChildren<QLabel *>())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }

    void sharesPageChangesShares()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        DatasetView *view = ana.open(Towns);
        const QString key = ana.push();
        QVERIFY(!key.isEmpty());
        view->dataset()->edit(0, 0, u"Neu-Ulm"_s);
        QTRY_COMPARE(cellText(view, 0, 0), u"Neu-Ulm"_s);
        QCOMPARE(ana.push(), key);
        ana.controller->showShares();
        SharesPage *page = ana.controller->sharesPage();
        QAbstractItemModelTester tester(page->sent());
        QTRY_COMPARE(page->sent()->rowCount(), 1);
        QTRY_VERIFY(page->sent()->line(0).live.has_value());
        page->focusContent();
        auto *panel = page->findChild<SharePanel *>();
        QVERIFY(panel);
        QTRY_VERIFY(page->findChild<Button *>(u"shareExtend"_s)->isVisible());
        WindowFixture::shoot(ana.window.get(), u"share-page"_s);
        // Who may pull
        emit panel->accessAsked(protocol::Access::Owner);
        QTRY_COMPARE(page->sent()->line(0).live->access, protocol::Access::Owner);
        // An earlier version is back for who pulls
        Button *restore = nullptr;
        QTRY_VERIFY((restore = page->findChild<Button *>(u"shareRestore1"_s)) != nullptr);
        restore->click();
        QTRY_VERIFY(ana.toast().contains("is back"_L1));
        const DatasetView *pulled = ana.pull(key, server.url());
        QVERIFY(pulled);
        QCOMPARE(cellText(pulled, 0, 0), u"Ulm"_s);
        // Deleting asks first
        ana.window->showPage(page);
        emit panel->deleteAsked();
        QTRY_VERIFY(ana.banner().contains(key));
        QVERIFY(ana.chooseInBanner(u"Delete it"_s));
        QTRY_VERIFY(page->sent()->line(0).isOver(QDateTime::currentMSecsSinceEpoch()));
        QVERIFY(ana.toast().contains(key));
    }

    void unknownKeyIsToldAsASentence()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        ShareAddress address;
        address.server = *serverOrigin(server.url());
        address.name = u"never-pushed"_s;
        ana.controller->pulls()->pull(address);
        QTRY_VERIFY_WITH_TIMEOUT(ana.banner().contains("was not pulled"_L1), 30'000);
        QVERIFY(!ana.window->currentView());
    }

    // A key on a server that nobody was invited to asks for its invitation and then goes on.
    void otherServerAsksForAnInvitation()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        QVERIFY(ana.open(Towns));
        const QString key = ana.push();
        ShareHome lin;
        ShareAddress address = *parseShareAddress(key);
        address.server = *serverOrigin(server.url());
        QSignalSpy pulled(lin.controller->pulls(), &PullFlow::pulled);
        lin.controller->pulls()->pull(address);
        QTRY_VERIFY(lin.window->openSheet());
        auto *field = lin.inSheet<QLineEdit>("invitationText");
        QVERIFY(field);
        const Result<Invite> invite = server.invite(u"lin"_s);
        QVERIFY(invite);
        field->setText(QString::fromLatin1(invite->text()));
        QTRY_VERIFY(lin.window->openSheet()->primaryButton()->isEnabled());
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(pulled.count(), 1, 60'000);
        QVERIFY(!lin.window->openSheet());
    }

    // The first push with no server at all: this computer is one.
    void carriedServerTakesTheFirstPush()
    {
        QTemporaryDir folder;
        EmbeddedServer local(folder.filePath(u"server"_s));
        QVERIFY(!local.isSetUp());
        ShareHome ana(&local);
        QVERIFY(ana.open(Towns));
        const QString key = ana.push();
        QVERIFY(!key.isEmpty());
        QVERIFY(local.address());
        QVERIFY(!local.address()->isOpen);
        QVERIFY(local.isSetUp());
        // Nobody else can reach it yet, and the way to that is beside it.
        const auto *toast = ana.window->findChild<Toast *>();
        QVERIFY2(toast->message().detail.text().contains("Only this computer can pull it"_L1),
                 qPrintable(toast->message().detail.text()));
        WindowFixture::shoot(ana.window.get(), u"share-toast-local"_s);
        QAbstractButton *open = ana.inToast(u"Open to the network…"_s);
        QVERIFY(open);
        open->click();
        QVERIFY(ana.inSheet<QWidget>("serversOpenLocal"));
        ana.press(Qt::Key_Escape);
        QCOMPARE(ana.controller->book()->current()->origin, local.address()->origin);
        const DatasetView *pulled = ana.pull(key, local.address()->origin);
        QVERIFY(pulled);
        const int port = local.address()->origin.port();
        // Opened to the network its address on this computer stays, and others can be invited.
        bool isDone = false;
        ana.controller->book()->setLocalOpen(true, ana.controller, [&](const Result<void> &result) {
            isDone = true;
            QVERIFY2(result, result ? "" : qPrintable(result.error().message()));
        });
        QTRY_VERIFY_WITH_TIMEOUT(isDone, 30'000);
        QVERIFY(local.address()->isOpen);
        QCOMPARE(local.address()->origin.port(), port);
        // What it tells others is of the kind that it listens on, or nothing.
        QVERIFY(!local.address()->publicUrl.host().contains(u':'));
        QCOMPARE(ana.push(), key);
        QVERIFY(toast->message().detail.text().contains("Signed-in people can pull"_L1));
        QVERIFY(!ana.inToast(u"Open to the network…"_s));
        local.stop();
        QVERIFY(!local.address());
    }

    // What stands over the table stands in its middle, whatever panel is beside it.
    void sheetsAndToastsStandOnTheTable()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        DatasetView *view = ana.open(Towns);
        QVERIFY(view);
        QVERIFY(view->isSidePanelVisible());
        const auto distance = [&](const QWidget *over) {
            const QPoint middle = over->mapTo(ana.window.get(), over->rect().center());
            const QWidget *table = view->centre();
            const QPoint wanted = table->mapTo(ana.window.get(), table->rect().center());
            return std::abs(middle.x() - wanted.x());
        };
        QVERIFY(!ana.push().isEmpty());
        QVERIFY(distance(ana.window->findChild<Toast *>()) <= 1);
        emit ana.window->pullRequested({});
        QTRY_VERIFY(ana.window->openSheet());
        QVERIFY(distance(ana.window->openSheet()) <= 1);
        ana.controller->showServers();
        QVERIFY(distance(ana.window->openSheet()) <= 1);
        emit ana.window->pushRequested();
        QVERIFY(distance(ana.window->openSheet()) <= 1);
    }

    // The words about an own share, where room is short too.
    void ownShareIsSaidRightly()
    {
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana;
        QVERIFY(ana.join(server, u"ana"_s));
        QVERIFY(ana.open(Towns));
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet());
        ana.inSheet<QCheckBox>("pushRecipe")->click();
        ana.press(Qt::Key_Escape);
        QVERIFY(!ana.push().isEmpty());
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet());
        const auto *summary = ana.inSheet<SentenceLabel>("sheetSummary");
        QTRY_VERIFY2(summary->sentence().text().contains("Sends only what changed"_L1),
                     qPrintable(summary->sentence().text()));
        WindowFixture::shoot(ana.window.get(), u"share-update"_s);
        ana.press(Qt::Key_Escape);
        ana.controller->showShares();
        SharesPage *page = ana.controller->sharesPage();
        QTRY_COMPARE(page->sent()->rowCount(), 1);
        page->focusContent();
        const auto isSaid = [page](const QString &words) {
            const auto labels = page->findChild<SharePanel *>()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
                return label->isVisible() && label->text() == words;
            });
        };
        QTRY_VERIFY(isSaid(u"stayed with you"_s));
        const auto *list = page->findChild<QTreeView *>(u"sharesSent"_s);
        const QModelIndex size = list->model()->index(0, SharesModel::Size);
        QVERIFY2(list->columnWidth(SharesModel::Size)
                     >= list->itemDelegate()->sizeHint({}, size).width(),
                 qPrintable(size.data().toString()));
    }

    void everyControlHasAName()
    {
        QTemporaryDir folder;
        EmbeddedServer local(folder.filePath(u"server"_s));
        ServerProcess server;
        QVERIFY(server.start());
        ShareHome ana(&local);
        QVERIFY(ana.open(Towns));
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet());
        QCOMPARE(nameless(ana.window->openSheet()), QStringList());
        WindowFixture::shoot(ana.window.get(), u"share-first-push"_s);
        ana.press(Qt::Key_Escape);
        QVERIFY(ana.join(server, u"ana"_s));
        emit ana.window->pushRequested();
        QTRY_VERIFY(ana.window->openSheet());
        QCOMPARE(nameless(ana.window->openSheet()), QStringList());
        // Every control of the sheet is reached by Tab.
        QSet<QWidget *> reached;
        for (int step = 0; step < 60; ++step) {
            reached.insert(QApplication::focusWidget());
            ana.press(Qt::Key_Tab);
        }
        for (const char *name : {"pushName", "pushOtherName", "pushDays", "pushNote",
                                 "pushChooseColumns", "sheetPrimary", "sheetCancel"})
            QVERIFY2(reached.contains(ana.inSheet<QWidget>(name)), name);
        WindowFixture::shoot(ana.window.get(), u"share-push"_s);
        ana.press(Qt::Key_Escape);
        QVERIFY(!ana.push().isEmpty());
        emit ana.window->pullRequested({});
        QTRY_VERIFY(ana.window->openSheet());
        QCOMPARE(nameless(ana.window->openSheet()), QStringList());
        WindowFixture::shoot(ana.window.get(), u"share-pull"_s);
        ana.press(Qt::Key_Escape);
        ana.controller->showServers();
        QTRY_VERIFY(ana.window->openSheet());
        QCOMPARE(nameless(ana.window->openSheet()), QStringList());
        WindowFixture::shoot(ana.window.get(), u"share-servers"_s);
        auto *use = ana.inSheet<QRadioButton>("serverUse0");
        QVERIFY(use && use->isChecked());
        use->click();
        QVERIFY2(use->isChecked(), "the only choice was taken back");
        ana.press(Qt::Key_Escape);
        ana.controller->showShares();
        QTRY_COMPARE(ana.controller->sharesPage()->sent()->rowCount(), 1);
        QCOMPARE(nameless(ana.controller->sharesPage()), QStringList());
    }

private:
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestShare)
#include "tst_share.moc"
