#include "tests/support/pseudotranslator.h"
#include "tests/ui/windowfixture.h"
#include "ui/actions/actioncatalog.h"
#include "ui/kit/sheet.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>

#include <memory>

using namespace passel;
using namespace Qt::Literals::StringLiterals;

namespace {

bool isTranslated(const QString &text)
{
    // Signs, numbers and names of formats are the same in every language.
    static const QStringList same{u"CSV"_s,    u"JSON"_s,    u"UTF-8"_s,  u".*"_s,
                                  u"Passel"_s, u"English"_s, u"Deutsch"_s};
    const bool hasWords =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    return !hasWords || text.contains(u'[') || same.contains(text);
}

} // namespace

class TestPseudoLanguage : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(QCoreApplication::installTranslator(&m_translator));
        QTRY_COMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanupTestCase() { m_window.reset(); }

    void actionsAreTranslated()
    {
        for (const CatalogEntry &entry : m_window->catalog()->entries()) {
            QVERIFY2(isTranslated(entry.action->text()), qPrintable(entry.action->text()));
            QVERIFY2(isTranslated(entry.group), qPrintable(entry.group));
        }
    }

    void emptyWindow()
    {
        check(m_window.get());
        m_fixture->shoot(m_window.get(), u"pseudo-empty"_s);
    }

    void windowWithTable()
    {
        DatasetView *view = m_window->openBytes("1,2\n3,4\n5,6,7\n", u"1.csv"_s);
        QTRY_VERIFY(view->report() && !view->dataset()->isBusy());
        view->showFind();
        view->showIssues(true);
        check(m_window.get());
        m_fixture->shoot(m_window.get(), u"pseudo-table"_s);
    }

    void everySheet()
    {
        for (const CatalogEntry &entry : m_window->catalog()->entries()) {
            const QString id = entry.action->objectName();
            if (!id.startsWith("step."_L1) && id != "file.save-as"_L1)
                continue;
            entry.action->trigger();
            QVERIFY2(m_window->openSheet(), qPrintable(id));
            check(m_window->openSheet());
            m_fixture->shoot(m_window.get(), u"pseudo-"_s + id);
            m_window->openSheet()->dismiss();
        }
    }

private:
    void check(QWidget *root)
    {
        for (const QWidget *widget : root->findChildren<QWidget *>()) {
            // Parts that Qt puts into its own widgets (a field's icon, a bar's arrows) have no room
            // of their own.
            if (!widget->isVisible() || qobject_cast<QLineEdit *>(widget->parentWidget())
                || qobject_cast<QTabBar *>(widget->parentWidget()))
                continue;
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
                QVERIFY2(isTranslated(button->text()),
                         qPrintable(button->objectName() + u": "_s + button->text()));
                QTRY_VERIFY2(button->width() >= button->minimumSizeHint().width(), // once laid out
                             qPrintable(u"cut: "_s + button->objectName() + u' ' + button->text()));
            } else if (const auto *label = qobject_cast<const QLabel *>(widget)) {
                QVERIFY2(isTranslated(label->text()), qPrintable(label->text()));
            } else if (const auto *line = qobject_cast<const QLineEdit *>(widget)) {
                QVERIFY2(isTranslated(line->placeholderText()),
                         qPrintable(line->placeholderText()));
            }
            QVERIFY2(isTranslated(widget->accessibleName()),
                     qPrintable(widget->objectName() + u": "_s + widget->accessibleName()));
        }
    }

    std::unique_ptr<WindowFixture> m_fixture;
    PseudoTranslator m_translator;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPseudoLanguage)
#include "tst_pseudolanguage.moc"
