#include "tests/ui/windowfixture.h"
#include "ui/actions/actioncatalog.h"
#include "ui/commandpalette.h"
#include "ui/kit/banner.h"
#include "ui/kit/sheet.h"
#include "ui/sheets/exportsheet.h"
#include "ui/sheets/filterpopup.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QLabel>
#include <QMenu>
#include <QTabBar>

#include <memory>

using namespace passel;
using namespace Qt::Literals::StringLiterals;

namespace {

// Focusable widgets of \a root that a screen reader has no words for, or a test no name.
QStringList nameless(QWidget *root)
{
    QStringList found;
    for (QWidget *widget : root->findChildren<QWidget *>() + QList<QWidget *>{root}) {
        const bool isHandle = QByteArrayView(widget->metaObject()->className()).contains("qt_")
                              || widget->objectName().startsWith("qt_"_L1);
        const auto *tabs = qobject_cast<QTabBar *>(widget);
        // What is hidden by itself has nothing to say yet (a server's name, a row without tabs).
        if (isHandle || widget->focusPolicy() == Qt::NoFocus || widget->isWindow()
            || widget->isHidden() || (tabs && tabs->count() == 0))
            continue;
        // Parts of one control (the field in a spin box, the list of a combo box) have its name.
        bool isPart = false;
        for (QWidget *above = widget->parentWidget(); above && above != root;
             above = above->parentWidget())
            isPart = isPart || above->inherits("QComboBox") || above->inherits("QAbstractSpinBox");
        if (isPart)
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        const QString name = face ? face->text(QAccessible::Name) : QString();
        if (name.trimmed().isEmpty() || widget->objectName().isEmpty())
            found << QString::fromLatin1(widget->metaObject()->className()) + u" \""_s
                         + widget->objectName() + u"\" named \""_s + name + u'"';
    }
    return found;
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QAccessible::setActive(true);
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void emptyWindow() { QCOMPARE(nameless(m_window.get()).join(u", "_s), QString()); }

    void windowWithTable()
    {
        open();
        m_window->currentView()->showFind();
        m_window->currentView()->showIssues(true);
        QCOMPARE(nameless(m_window.get()).join(u", "_s), QString());
    }

    void palette()
    {
        m_window->showPalette();
        auto *palette = m_window->findChild<CommandPalette *>();
        QVERIFY(palette && palette->isVisible());
        QCOMPARE(nameless(palette), QStringList());
    }

    void everySheet()
    {
        open();
        for (const CatalogEntry &entry : m_window->catalog()->entries()) {
            const QString id = entry.action->objectName();
            if (!id.startsWith("step."_L1) && id != "file.save-as"_L1)
                continue;
            entry.action->trigger();
            Sheet *sheet = m_window->openSheet();
            QVERIFY2(sheet, qPrintable(id));
            const QStringList found = nameless(sheet);
            QVERIFY2(found.isEmpty(), qPrintable(id + u": "_s + found.join(u", "_s)));
            sheet->dismiss();
        }
    }

    void filter()
    {
        DatasetView *view = open();
        FilterPopup popup(view->dataset()->array(), 0, nullptr, m_window.get());
        popup.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(nameless(&popup), QStringList());
    }

    void everyActionHasWordsAndAWay()
    {
        for (const CatalogEntry &entry : m_window->catalog()->entries()) {
            QVERIFY2(!entry.action->text().isEmpty(), qPrintable(entry.action->objectName()));
            QVERIFY2(!entry.group.isEmpty(), qPrintable(entry.action->objectName()));
        }
    }

    void noTwoActionsShareAKey()
    {
        QHash<QKeySequence, QString> keys;
        for (const CatalogEntry &entry : m_window->catalog()->entries()) {
            for (const QKeySequence &key : entry.action->shortcuts()) {
                const QString id = entry.action->objectName();
                QVERIFY2(!keys.contains(key),
                         qPrintable(key.toString() + u": "_s + keys.value(key) + u" and "_s + id));
                keys.insert(key, id);
            }
        }
    }

    void markupIsShownLiterally_data()
    {
        QTest::addColumn<QString>("markup");
        const QStringList strings{
            u"<b>bold</b>"_s,
            u"<img src='file:///etc/passwd'>"_s,
            u"<img src=\"http://127.0.0.1:9/x.png\">"_s,
            u"<a href='https://evil.example'>click</a>"_s,
            u"<table><tr><td>cell</td></tr></table>"_s,
            u"<html><body>page</body></html>"_s,
            u"<style>*{color:red}</style>"_s,
            u"<h1>heading</h1>"_s,
            u"&lt;b&gt;"_s,
            u"<!doctype html><p>x"_s,
            u"<script>alert(1)</script>"_s,
            u"a &amp; b < c <br> d"_s,
        };
        for (const QString &markup : strings)
            QTest::newRow(qPrintable(markup)) << markup;
    }

    // SEC-11: as cell, header, file name and banner, letter by letter.
    void markupIsShownLiterally()
    {
        QFETCH(QString, markup);
        QString cell = markup;
        cell.replace(u'"', u"\"\""_s);
        const QByteArray csv = ("\"" + cell.toUtf8() + "\",n\n\"" + cell.toUtf8() + "\",1\n\""
                                + cell.toUtf8() + "\",2\n");
        DatasetView *view = m_window->openBytes(csv, markup);
        QTRY_VERIFY(view->report() && !view->dataset()->isBusy());
        view->goTo(0, 0);
        m_window->showError(Error(ErrorKind::Input, "test", markup), view);
        QCOMPARE(m_window->bannerSlot()->text(), markup);
        m_window->grab();
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(),
                     qPrintable(label->objectName() + label->text()));
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            // What Qt takes for rich text in a tooltip must be ours, with the markup escaped.
            const QString tip = widget->toolTip();
            if (Qt::mightBeRichText(tip))
                QVERIFY2(!tip.contains(markup), qPrintable(tip));
        }
        QCOMPARE(cellText(view, 0, 0), markup);
    }

private:
    DatasetView *open()
    {
        DatasetView *view = m_window->openBytes("a,b\n1,x\n2,y\n3,z,4\n", u"t.csv"_s);
        [&] { QTRY_VERIFY(view->report() && !view->dataset()->isBusy()); }();
        return view;
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
