#include "core/recipe/condition.h"
#include "core/recipe/recipe.h"
#include "core/session/datasetprofile.h"
#include "tests/session/steps.h"
#include "tests/ui/windowfixture.h"
#include "ui/actions/actioncatalog.h"
#include "ui/actions/fileactions.h"
#include "ui/actions/filterconditions.h"
#include "ui/actions/tableactions.h"
#include "ui/commandpalette.h"
#include "ui/findbar.h"
#include "ui/grid/arraygridsource.h"
#include "ui/kit/banner.h"
#include "ui/kit/sheet.h"
#include "ui/kit/tabbar.h"
#include "ui/kit/toast.h"
#include "ui/opener/recentlist.h"
#include "ui/panels/recipepanel.h"
#include "ui/readstrip.h"
#include "ui/share/sharewords.h"
#include "ui/words.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QToolButton>

#include <memory>

using namespace passel;
using namespace Qt::Literals::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { m_fixture = std::make_unique<WindowFixture>(); }

    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void opensRealFile()
    {
        DatasetView *view =
            open(QStringLiteral(PASSEL_SOURCE_DIR) + u"/resources/examples/bird-strikes.csv"_s);
        QCOMPARE(view->dataset()->array().rowCount(), 10'000);
        QCOMPARE(view->dataset()->array().columnCount(), 14);
        QCOMPARE(m_window->windowTitle(), u"bird-strikes.csv — Passel"_s);
        QCOMPARE(m_window->currentView(), view);
        QCOMPARE(m_window->recent()->rowCount(), 1);
        QVERIFY(!view->isUnsaved());
        m_fixture->shoot(m_window.get(), u"birds"_s);
        m_window->resize(1024, 700);
        QTRY_VERIFY(view->grid()->width() > 1000);
        m_fixture->shoot(m_window.get(), u"birds-small"_s);
        QVERIFY(!view->isSidePanelVisible());
        QVERIFY(m_window->width() == 1024); // nothing needs more
    }

    void refusesWithASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("\x7f\x45\x4c\x46\x00\x01\x00\x02\x00\x00", 10);
        QTest::newRow("pickle") << QByteArray("\x80\x04\x95\x0a\x00\x00\x00", 7);
    }

    void refusesWithASentence()
    {
        QFETCH(QByteArray, bytes);
        m_window->openFile(m_fixture->file(u"odd.csv"_s, bytes));
        QTRY_VERIFY(m_window->pages().isEmpty());
        const QString said = m_window->bannerSlot()->text();
        QVERIFY2(said.size() > 20, qPrintable(said));
        QCOMPARE(m_window->bannerSlot()->banner()->kind(), Banner::Kind::Error);
    }

    void refusesFolder()
    {
        m_window->openFile(m_fixture->folder());
        QTRY_VERIFY(m_window->pages().isEmpty());
        QVERIFY(!m_window->bannerSlot()->text().isEmpty());
    }

    void readsWithoutQuotesWhenAsked()
    {
        m_window->openFile(m_fixture->file(u"quote.csv"_s, "a,b\n1,\"two\n3,4\n"));
        QTRY_VERIFY(m_window->pages().isEmpty());
        QVERIFY(m_window->bannerSlot()->text().startsWith(u"quote.csv, line 2: "_s));
        const QList<QAbstractButton *> buttons =
            m_window->bannerSlot()->banner()->findChildren<QAbstractButton *>();
        const auto read =
            std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *button) {
                return button->text() == u"Read without quotes";
            });
        QVERIFY(read != buttons.end());
        (*read)->click();
        QTRY_VERIFY(m_window->currentView() && m_window->currentView()->report());
        QCOMPARE(cellText(m_window->currentView(), 0, 1), u"\"two"_s);
    }

    void tellsRaggedLines()
    {
        DatasetView *view = open(m_fixture->file(u"ragged.csv"_s, "a,b\n1,2\n3,4,5\n6,7\n"));
        QVERIFY(view->hasIssues());
        QVERIFY(!m_window->bannerSlot()->text().isEmpty());
        QCOMPARE(m_window->bannerSlot()->banner()->kind(), Banner::Kind::Warn);
        trigger("view.issues");
        QVERIFY(view->findChild<QListView *>(u"issueList"_s)->isVisible());
    }

    // What a header says is known already when only the order of columns changes.
    void movedColumnsKeepTheirProfiles()
    {
        DatasetView *view = openSmall();
        QTRY_VERIFY(view->profile()->isCurrent(0) && view->profile()->isCurrent(1));
        const auto *source = qobject_cast<ArrayGridSource *>(view->grid()->source());
        QVERIFY(source && source->hasProfile(0) && source->hasProfile(1));
        trigger("column.right");
        QTRY_COMPARE(view->dataset()->array().field(0).name, u"number"_s);
        QVERIFY(source->hasProfile(0));
        QVERIFY(source->hasProfile(1));
        QVERIFY(view->profile()->isCurrent(0)); // and nothing had to be looked at again
    }

    void sortsByClicks()
    {
        DatasetView *view = openSmall();
        TableActions *actions = m_window->tableActions();
        actions->cycleSort(1, false);
        QTRY_COMPARE(cellText(view, 0, 1), u"7"_s);
        QCOMPARE(view->grid()->source()->column(1).sort, SortMark::Ascending);
        actions->cycleSort(1, false);
        QTRY_COMPARE(cellText(view, 0, 1), u"30"_s);
        QCOMPARE(view->dataset()->recipe().size(), 2); // read, sort: one step, changed
        actions->cycleSort(1, false);
        QTRY_COMPARE(view->dataset()->recipe().size(), 1);
        QCOMPARE(cellText(view, 1, 0), u"Rome"_s);
    }

    void filtersAndUndoes()
    {
        DatasetView *view = openSmall();
        m_window->tableActions()->keepRows(
            valueCondition(view->dataset()->array().schema(), 0, {u"Oslo"_s}));
        QTRY_COMPARE(view->dataset()->array().rowCount(), 2);
        QVERIFY(view->grid()->source()->column(0).isFiltered);
        QVERIFY(view->isUnsaved());
        trigger("edit.undo");
        QTRY_COMPARE(view->dataset()->array().rowCount(), 4);
        QVERIFY(!view->isUnsaved());
        trigger("edit.redo");
        QTRY_COMPARE(view->dataset()->array().rowCount(), 2);
    }

    void keepsRangeOfHistogram()
    {
        DatasetView *view = openSmall();
        m_window->tableActions()->keepRows(
            rangeCondition(view->dataset()->array().schema(), 1, 7, 12, false));
        QTRY_COMPARE(view->dataset()->array().rowCount(), 1);
        trigger("edit.undo");
        QTRY_COMPARE(view->dataset()->array().rowCount(), 4);
        m_window->tableActions()->keepRows(
            rangeCondition(view->dataset()->array().schema(), 1, 7, 12, true));
        QTRY_COMPARE(view->dataset()->array().rowCount(), 2);
    }

    void editsACell()
    {
        DatasetView *view = openSmall();
        view->goTo(1, 0);
        view->grid()->setFocus();
        QTest::keyClick(view->grid(), Qt::Key_F2);
        auto *editor = view->grid()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->setText(u"Bergen"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(cellText(view, 1, 0), u"Bergen"_s);
        trigger("edit.undo");
        QTRY_COMPARE(cellText(view, 1, 0), u"Rome"_s);
    }

    void makesACellMissing()
    {
        DatasetView *view = openSmall();
        view->goTo(0, 1);
        trigger("edit.clear-cell");
        QTRY_COMPARE(cellText(view, 0, 1), u"∅"_s);
    }

    void pastesCellsAsOneStep()
    {
        DatasetView *view = openSmall();
        view->goTo(0, 0);
        m_window->tableActions()->pasteCells(u"A\t1\nB\t2\n"_s);
        QTRY_COMPARE(cellText(view, 1, 1), u"2"_s);
        QCOMPARE(cellText(view, 0, 0), u"A"_s);
        trigger("edit.undo");
        QTRY_COMPARE(cellText(view, 0, 0), u"Oslo"_s);
        QCOMPARE(cellText(view, 1, 1), u"7"_s);
    }

    void aPasteOfTooManyCellsSaysHowMany()
    {
        QByteArray rows("a\n");
        for (int i = 0; i <= 100'000; ++i)
            rows += "x\n";
        DatasetView *view = open(m_fixture->file(u"tall.csv"_s, rows));
        view->goTo(0, 0);
        m_window->tableActions()->pasteCells(u"y\n"_s.repeated(100'001));
        QTRY_COMPARE(cellText(view, 99'999, 0), u"y"_s);
        QCOMPARE(cellText(view, 100'000, 0), u"x"_s);
        const QString told = m_window->bannerSlot()->text();
        QVERIFY2(told.contains(QLocale().toString(100'000)), qPrintable(told));
    }

    void aPasteWiderThanTheTableFillsEveryRow()
    {
        DatasetView *view = openSmall();
        view->goTo(0, 1);
        m_window->tableActions()->pasteCells(u"1\tx\n2\ty\n"_s);
        QTRY_COMPARE(cellText(view, 1, 1), u"2"_s);
        QVERIFY(!m_window->bannerSlot()->text().isEmpty()); // not all of it
        m_window->tableActions()->pasteCells(u"3\n"_s);
        QTRY_COMPARE(cellText(view, 0, 1), u"3"_s);
        QVERIFY(m_window->bannerSlot()->text().isEmpty());
    }

    void theToastTakesBackItsOwnStep()
    {
        DatasetView *view = openSmall();
        m_window->tableActions()->keepRows(
            valueCondition(view->dataset()->array().schema(), 0, {u"Oslo"_s}));
        QTRY_COMPARE(view->dataset()->array().rowCount(), 2);
        auto *toast = m_window->findChild<Toast *>(u"toast"_s);
        QCOMPARE(toast->message().actions.size(), 1);
        view->dataset()->edit(0, 1, u"5"_s); // tells nothing
        QTRY_COMPARE(cellText(view, 0, 1), u"5"_s);
        emit toast->actionTriggered(0);
        QTRY_VERIFY(!view->dataset()->isBusy());
        QCOMPARE(cellText(view, 0, 1), u"5"_s);
        QCOMPARE(view->dataset()->array().rowCount(), 2);
    }

    void finds()
    {
        DatasetView *view = openSmall();
        trigger("edit.find");
        auto *field = view->findChild<QLineEdit *>(u"findField"_s);
        QVERIFY(field && field->isVisible());
        QSignalSpy found(view->findBar(), &FindBar::searchFinished);
        QTest::keyClicks(field, u"oslo"_s);
        QTRY_COMPARE(view->findBar()->hitCount(), 2);
        QCOMPARE(view->currentRow(), 0);
        view->findBar()->findNext();
        QCOMPARE(view->currentRow(), 3);
        view->findBar()->findNext();
        QCOMPARE(view->currentRow(), 0);
        view->findBar()->findPrevious();
        QCOMPARE(view->currentRow(), 3);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
    }

    void setsATypeOrSaysWhatWouldBeLost()
    {
        DatasetView *view = openSmall();
        m_window->tableActions()->setType(0, TypeKind::Int);
        QTRY_VERIFY(!m_window->bannerSlot()->text().isEmpty());
        QCOMPARE(view->dataset()->array().field(0).type.kind, TypeKind::Text);
        m_window->tableActions()->setType(1, TypeKind::Text);
        QTRY_COMPARE(view->dataset()->array().field(1).type.kind, TypeKind::Text);
        QCOMPARE(cellText(view, 1, 1), u"7"_s);
    }

    void editsAnyStepInASheet()
    {
        DatasetView *view = openSmall();
        view->goTo(0, 0);
        trigger("column.rename");
        QVERIFY(m_window->openSheet());
        auto *name = m_window->openSheet()->findChild<QLineEdit *>();
        QVERIFY(name);
        name->setText(u"town"_s);
        emit name->textEdited(name->text());
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(view->dataset()->array().field(0).name, u"town"_s);
        QTRY_VERIFY(!m_window->openSheet());
    }

    void opensTheSheetOfEveryStep()
    {
        openSmall();
        for (const CatalogEntry &entry : m_window->catalog()->entries()) {
            if (!entry.action->objectName().startsWith("step."_L1))
                continue;
            entry.action->trigger();
            QVERIFY2(m_window->openSheet(), qPrintable(entry.action->objectName()));
            m_window->openSheet()->dismiss();
        }
    }

    void recipePanelSwitchesAndRemoves()
    {
        DatasetView *view = openSmall();
        auto *list = view->findChild<QListView *>(u"recipeList"_s);
        QAbstractItemModelTester tester(list->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_window->tableActions()->keepRows(
            valueCondition(view->dataset()->array().schema(), 0, {u"Oslo"_s}));
        QTRY_COMPARE(list->model()->rowCount(), 2);
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Space);
        QTRY_COMPARE(view->dataset()->array().rowCount(), 4);
        QTest::keyClick(list, Qt::Key_Space);
        QTRY_COMPARE(view->dataset()->array().rowCount(), 2);
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTRY_COMPARE(view->dataset()->array().rowCount(), 4);
        trigger("edit.undo");
        QTRY_COMPARE(view->dataset()->array().rowCount(), 2);
    }

    void readsAgainAndKeepsSteps()
    {
        DatasetView *view = open(m_fixture->file(u"semi.csv"_s, "a;b\n1;2\n3;4\n"));
        QCOMPARE(view->dataset()->array().columnCount(), 2);
        ReadOptions options = view->report()->options;
        options.delimiter = ',';
        QSignalSpy read(view, &DatasetView::readFinished);
        view->readAgain(options);
        QTRY_COMPARE(read.size(), 1);
        QCOMPARE(view->dataset()->array().columnCount(), 1);
        QVERIFY(!view->isUnsaved()); // nothing was done that closing would lose
    }

    void readingAgainLosesNoStep()
    {
        DatasetView *view = open(m_fixture->file(u"again.csv"_s, "a,b\n x,1\n y,2,3\n"));
        QVERIFY(view->hasIssues());
        view->goTo(0, 0);
        trigger("column.trim");
        QTRY_COMPARE(cellText(view, 0, 0), u"x"_s);
        ReadOptions options = view->report()->options;
        options.hasHeader = false;
        QSignalSpy read(view, &DatasetView::readFinished);
        view->readAgain(options);
        QTRY_COMPARE(read.size(), 1);
        QTRY_COMPARE(view->dataset()->array().rowCount(), 3);
        QCOMPARE(view->dataset()->recipe().size(), 2);
        QVERIFY(view->isUnsaved());
        QVERIFY(!view->report()->options.hasHeader);
        trigger("edit.undo");
        QTRY_COMPARE(view->dataset()->array().rowCount(), 2);
        QCOMPARE(cellText(view, 0, 0), u"x"_s);
        QVERIFY(view->report()->options.hasHeader); // the strip tells of the table on the screen
        QVERIFY(view->isUnsaved());
        trigger("edit.undo");
        QTRY_COMPARE(cellText(view, 0, 0), u" x"_s);
        QVERIFY(!view->isUnsaved());
        QCOMPARE(read.size(), 1);
    }

    void aStepUnderWayWhenReadingEndsStays()
    {
        QByteArray big("a,b\n");
        for (int i = 0; i < 60'000; ++i)
            big += QByteArray::number(i) + ",some words\n";
        DatasetView *view = m_window->openFile(m_fixture->file(u"busy.csv"_s, big));
        const auto gate = std::make_shared<tests::Gate>();
        connect(view, &DatasetView::firstRowsShown, view, [view, gate] {
            QVERIFY(!view->report()); // more is to come
            view->dataset()->apply(std::make_shared<tests::GateStep>(gate));
        });
        QTRY_VERIFY(view->report());
        gate->open();
        QTRY_COMPARE(view->dataset()->array().rowCount(), 59'999);
        QCOMPARE(view->dataset()->recipe().size(), 2);
        QVERIFY(view->isUnsaved());
    }

    void savesWhatIsShown()
    {
        DatasetView *view = openSmall();
        m_window->tableActions()->keepRows(
            valueCondition(view->dataset()->array().schema(), 0, {u"Oslo"_s}));
        QTRY_COMPARE(view->dataset()->array().rowCount(), 2);
        const QString path = m_fixture->folder() + u"/saved.csv"_s;
        QSignalSpy saved(view, &DatasetView::saveFinished);
        view->save(path, {});
        QTRY_COMPARE(saved.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("city,number\nOslo,12\nOslo,30\n"));
        QVERIFY(!view->isUnsaved());
    }

    void aSecondSaveLeavesTheFirstAlone()
    {
        DatasetView *view = openSmall();
        const QString first = m_fixture->folder() + u"/first.csv"_s;
        const QString second = m_fixture->folder() + u"/second.csv"_s;
        QSignalSpy saved(view, &DatasetView::saveFinished);
        view->save(first, {});
        view->save(second, {});
        QVERIFY2(m_window->bannerSlot()->text().contains("first.csv"_L1),
                 qPrintable(m_window->bannerSlot()->text()));
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(QFile::exists(first));
        QVERIFY(!QFile::exists(second));
        view->save(second, {});
        QTRY_COMPARE(saved.size(), 2);
    }

    void closingTheWindowTellsARunningSave()
    {
        DatasetView *view = openSmall();
        QSignalSpy saved(view, &DatasetView::saveFinished);
        view->save(m_fixture->folder() + u"/quit.csv"_s, {});
        QVERIFY(!m_window->close());
        QVERIFY2(m_window->bannerSlot()->text().contains("quit.csv"_L1),
                 qPrintable(m_window->bannerSlot()->text()));
        QTRY_COMPARE(saved.size(), 1);
        // It is said as long as it is true.
        QVERIFY2(!m_window->bannerSlot()->text().contains("still being written"_L1),
                 qPrintable(m_window->bannerSlot()->text()));
        view->save(m_fixture->folder() + u"/quit.csv"_s, {});
        QVERIFY(!m_window->close());
        auto *stop = m_window->findChild<QAbstractButton *>(u"bannerAction2"_s);
        QVERIFY(stop);
        stop->click();
        QVERIFY(!m_window->isVisible());
    }

    void aSaveOutlivesItsTab()
    {
        const QPointer<DatasetView> view = openSmall();
        DatasetView *other = openSmall();
        QSignalSpy saved(view, &DatasetView::saveFinished);
        view->save(m_fixture->folder() + u"/tabless.csv"_s, {});
        m_window->leavePage(view);
        m_window->leavePage(other); // the first cannot come back any more
        QVERIFY(!m_window->close());
        QTRY_COMPARE(saved.size(), 1);
        QTRY_VERIFY(!view);
    }

    void recipeIsSavedAndLoaded()
    {
        DatasetView *view = openSmall();
        m_window->tableActions()->keepRows(
            valueCondition(view->dataset()->array().schema(), 0, {u"Oslo"_s}));
        QTRY_COMPARE(view->dataset()->array().rowCount(), 2);
        const QString path = m_fixture->folder() + u"/r.passel-recipe.json"_s;
        const QString second = m_fixture->folder() + u"/second.passel-recipe.json"_s;
        auto *toast = m_window->findChild<Toast *>(u"toast"_s);
        m_window->fileActions()->saveRecipeTo(view, path);
        m_window->fileActions()->saveRecipeTo(view, second);
        QVERIFY(!toast->accessibleName().contains("recipe.json"_L1)); // written by a worker
        QTRY_VERIFY(QFile::exists(path) && QFile::exists(second));
        QTRY_VERIFY(toast->accessibleName().contains("recipe.json"_L1));
        DatasetView *other = openSmall();
        QVERIFY(other != view);
        m_window->fileActions()->loadRecipeFrom(path);
        QTRY_COMPARE(other->dataset()->array().rowCount(), 2);
        m_window->fileActions()->loadRecipeFrom(m_fixture->file(u"no.json"_s, "{}"));
        QVERIFY(m_window->bannerSlot()->text().isEmpty()); // read by a worker
        QTRY_VERIFY(!m_window->bannerSlot()->text().isEmpty());
        QCOMPARE(other->dataset()->array().rowCount(), 2);
    }

    void aRecipeThatCannotBeWrittenIsTold()
    {
        DatasetView *view = openSmall();
        m_window->fileActions()->saveRecipeTo(view, u"/nowhere/r.passel-recipe.json"_s);
        QTRY_VERIFY(!m_window->bannerSlot()->text().isEmpty());
        QCOMPARE(m_window->bannerSlot()->banner()->kind(), Banner::Kind::Error);
    }

    void aRecipeIsWrittenThoughTheWindowGoes()
    {
        DatasetView *view = openSmall();
        const QString path = m_fixture->folder() + u"/last.passel-recipe.json"_s;
        m_window->fileActions()->saveRecipeTo(view, path);
        m_window.reset();
        QVERIFY(QFile::exists(path));
    }

    void paletteFindsByOtherWords_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("id");
        QTest::newRow("name") << u"trim spaces"_s << u"column.trim"_s;
        QTest::newRow("plural") << u"duplicates"_s << u"step.drop-duplicates"_s;
        QTest::newRow("synonym") << u"export"_s << u"file.save-as"_s;
        QTest::newRow("two beginnings") << u"ke ro"_s << u"step.keep-rows"_s;
    }

    void paletteFindsByOtherWords()
    {
        QFETCH(QString, search);
        QFETCH(QString, id);
        openSmall();
        PaletteModel model(m_window->catalog());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSearch(search);
        QVERIFY(model.rowCount() > 0);
        QCOMPARE(model.action(0)->objectName(), id);
        model.setSearch(u"qqqq"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void paletteGivesTheFocusBack()
    {
        DatasetView *view = openSmall();
        view->grid()->setFocus();
        m_window->showPalette();
        m_window->showPalette(); // once more while it is open
        auto *field = m_window->findChild<QLineEdit *>(u"paletteField"_s);
        QVERIFY(field->isVisible());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QTRY_VERIFY(view->grid()->hasFocus());
    }

    void closingATabCanBeUndone()
    {
        DatasetView *view = openSmall();
        trigger("file.close");
        QVERIFY(m_window->pages().isEmpty());
        m_window->addPage(view);
        QCOMPARE(m_window->currentView(), view);
        QCOMPARE(view->dataset()->array().rowCount(), 4);
    }

    void aTabThatCameBackTellsItsIssues()
    {
        DatasetView *view = open(m_fixture->file(u"back.csv"_s, "a,b\n1,2\n3,4,5\n6,7\n"));
        const auto *issues = m_window->findChild<QToolButton *>(u"view.issues.button"_s);
        QVERIFY(issues);
        const QString counted = issues->text();
        trigger("file.close");
        m_window->addPage(view);
        QCOMPARE(issues->text(), counted);
        ReadOptions options = view->report()->options;
        options.delimiter = ';';
        QSignalSpy read(view, &DatasetView::readFinished);
        view->readAgain(options);
        QTRY_COMPARE(read.size(), 1);
        QVERIFY(!view->hasIssues());
        QVERIFY2(issues->text() != counted, qPrintable(counted));
    }

    void aForgottenTabGoesBeforeTheWindow()
    {
        DatasetView *first = openSmall();
        DatasetView *second = openSmall();
        m_window->leavePage(first);
        m_window->leavePage(second); // the first is to be deleted when events come
        m_window.reset();
    }

    void closingTheWindowTellsUnsavedChanges()
    {
        DatasetView *view = openSmall();
        m_window->tableActions()->keepRows(
            valueCondition(view->dataset()->array().schema(), 0, {u"Oslo"_s}));
        QTRY_VERIFY(view->isUnsaved());
        QVERIFY(!m_window->close());
        QVERIFY(!m_window->bannerSlot()->text().isEmpty());
        m_window->closeAnyway();
        QVERIFY(!m_window->isVisible());
    }

    void closingTheWindowTellsTheTabJustClosed()
    {
        DatasetView *view = openSmall();
        m_window->tableActions()->keepRows(
            valueCondition(view->dataset()->array().schema(), 0, {u"Oslo"_s}));
        QTRY_VERIFY(view->isUnsaved());
        trigger("file.close");
        QVERIFY(!m_window->close());
        QCOMPARE(m_window->currentView(), view); // here to be saved
        QVERIFY(!m_window->bannerSlot()->text().isEmpty());
    }

    void guardHoldsTheWindow()
    {
        bool mayClose = false;
        m_window->addCloseGuard([&](bool isForced) { return mayClose || isForced; });
        QVERIFY(!m_window->close());
        mayClose = true;
        QVERIFY(m_window->close());
    }

    void pastesATable()
    {
        QApplication::clipboard()->setText(u"x\ty\n1\t2\n"_s);
        m_window->pasteIntoWindow();
        QTRY_VERIFY(m_window->currentView() && m_window->currentView()->report());
        QCOMPARE(m_window->currentView()->dataset()->array().columnCount(), 2);
    }

    void keysArePulledNotOpened()
    {
        QSignalSpy pulled(m_window.get(), &MainWindow::pullRequested);
        m_window->open({u"passel://share.example/s/river-tango"_s});
        QCOMPARE(pulled.size(), 1);
        QVERIFY(m_window->pages().isEmpty());
    }

    void everyFailureIsTold()
    {
        BannerSlot *slot = m_window->bannerSlot();
        m_window->open({u"/first/absent.csv"_s, u"/second/absent.csv"_s});
        QStringList told;
        for (int i = 0; i < 2; ++i) {
            // Both may fail in any order; the second comes when the first was dismissed.
            QTRY_VERIFY(!slot->text().isEmpty() && !told.contains(slot->text()));
            if (i == 0)
                QTRY_VERIFY(m_window->pages().isEmpty()); // both have been tried
            told.append(slot->text());
            emit slot->banner()->dismissed();
        }
        told.sort();
        QVERIFY2(told[0].contains("/first/"_L1), qPrintable(told[0]));
        QVERIFY2(told[1].contains("/second/"_L1), qPrintable(told[1]));
        QVERIFY(slot->text().isEmpty());
    }

    void opensExamples()
    {
        for (const char *name : {"bird-strikes.csv", "earthquakes.ndjson"}) {
            QFile file(QStringLiteral(PASSEL_SOURCE_DIR "/resources/examples/")
                       + QLatin1StringView(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            DatasetView *view = m_window->openBytes(file.readAll(), QString::fromLatin1(name));
            QTRY_VERIFY(view->report());
            QVERIFY(view->dataset()->array().rowCount() > 1000);
        }
        QCOMPARE(m_window->pages().size(), 2);
    }

    void goesIntoDocumentsAndBack()
    {
        DatasetView *view = open(m_fixture->file(
            u"nested.json"_s,
            R"([{"id":"a","text":"one","chunks":[{"id":"a1","text":"x","chunks":[{"id":"a11"}]},)"
            R"({"id":"a2","text":"y"}]},{"id":"b","text":"two","chunks":[]}])"));
        const qsizetype chunks = view->dataset()->array().schema().indexOf(Role::Chunks);
        QVERIFY(chunks >= 0);
        GridView *grid = view->grid();
        grid->setFocus();
        view->goTo(1, chunks);
        QTest::keyClick(grid, Qt::Key_Return);
        QVERIFY(!view->isNested()); // nothing in there
        view->goTo(0, chunks);
        QTest::keyClick(grid, Qt::Key_Return);
        QVERIFY(view->isNested());
        QCOMPARE(view->shownArray().rowCount(), 2);
        m_fixture->shoot(m_window.get(), u"nested"_s);
        view->goTo(0, view->shownArray().schema().indexOf(Role::Chunks));
        QTest::keyClick(grid, Qt::Key_Return);
        QCOMPARE(view->shownArray().rowCount(), 1);
        QVERIFY(!m_window->catalog()->action("column.rename")->isEnabled());
        QTest::keyClick(grid, Qt::Key_Backspace);
        QCOMPARE(view->shownArray().rowCount(), 2);
        QTest::keyClick(grid, Qt::Key_Backspace);
        QVERIFY(!view->isNested());
        QCOMPARE(view->currentColumn(), chunks);
        QCOMPARE(view->dataset()->array().rowCount(), 2);
    }

    void showsPicturesSmall()
    {
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(Qt::darkRed);
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "png"));
        DatasetView *view = open(m_fixture->file(
            u"pictures.json"_s, R"([{"id":"p","uri":"data:image/png;base64,)" + png.toBase64()
                                    + R"("},{"id":"q","uri":"file:///etc/hostname"},)"
                                      R"({"id":"r","uri":"data:image/png;base64,AAAA"}])"));
        const auto uri = static_cast<int>(view->dataset()->array().schema().indexOf(Role::Uri));
        QVERIFY(uri >= 0);
        const GridSource *source = view->grid()->source();
        QTRY_VERIFY(!source->cell(0, uri).thumbnail.isNull());
        QCOMPARE(source->cell(0, uri).thumbnail.size(), QSize(40, 20));
        QVERIFY(source->cell(1, uri).thumbnail.isNull()); // SEC-10: nothing is fetched
        QVERIFY(source->cell(2, uri).thumbnail.isNull());
        QVERIFY(!source->cell(1, uri).text.isEmpty());
    }

    void aCancelledReadingKeepsWhatIsThere()
    {
        QByteArray big("a,b\n");
        for (int i = 0; i < 600'000; ++i)
            big += QByteArray::number(i) + ",some words to make it long\n";
        DatasetView *view = m_window->openFile(m_fixture->file(u"big.csv"_s, big));
        QSignalSpy cancelled(view, &DatasetView::readCancelled);
        QSignalSpy finished(view, &DatasetView::readFinished);
        connect(view, &DatasetView::firstRowsShown, view, &WindowPage::cancelWork);
        QTRY_VERIFY(cancelled.size() + finished.size() == 1);
        if (cancelled.isEmpty())
            QSKIP("the file was read before it could be cancelled");
        QVERIFY(m_window->pages().contains(view));
        QVERIFY(view->dataset()->array().rowCount() > 0);
        QVERIFY(!m_window->bannerSlot()->text().isEmpty());
    }

    void timesAreInTheDigitsOfTheLocale()
    {
        const QLocale before;
        const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
        const QString five = QLocale().toString(5);
        QVERIFY(five != u"5"_s);
        constexpr qint64 Minute = 60'000;
        QVERIFY(agoText(1, 1 + 5 * Minute).contains(five));
        QVERIFY(leftText(5 * Minute, 0).contains(five));
        QVERIFY(leftText(300 * Minute, 0).contains(five));
        QVERIFY(leftText(7'200 * Minute, 0).contains(five));
        const QDateTime now = QDateTime::currentDateTime();
        RecentEntry entry;
        for (const qint64 seconds : {5 * 60, 5 * 3600, 5 * 24 * 3600}) {
            entry.expires = now.addSecs(seconds);
            QVERIFY(RecentList::expiryText(entry, now).contains(five));
        }
        QVERIFY(!shareText(1, 1000).contains(u'1'));
    }

    void everyControlIsReachedByTab()
    {
        openSmall();
        // From the table the focus goes round the whole window and comes back.
        QSet<QWidget *> seen;
        QWidget *widget = m_window->currentView()->grid();
        for (int i = 0; i < 500 && !seen.contains(widget); ++i) {
            seen.insert(widget);
            widget = widget->nextInFocusChain();
        }
        for (QWidget *control : m_window->findChildren<QWidget *>()) {
            if (control->isVisible() && (control->focusPolicy() & Qt::TabFocus))
                QVERIFY2(seen.contains(control), qPrintable(control->objectName()));
        }
    }

private:
    DatasetView *open(const QString &path)
    {
        DatasetView *view = m_window->openFile(path);
        [&] { QTRY_VERIFY(view->report() && !view->dataset()->isBusy()); }();
        return view;
    }

    DatasetView *openSmall()
    {
        return open(
            m_fixture->file(u"small.csv"_s, "city,number\nOslo,12\nRome,7\nParis,25\nOslo,30\n"));
    }

    void trigger(const char *id)
    {
        QAction *action = m_window->catalog()->action(id);
        QVERIFY2(action, id);
        QVERIFY2(action->isEnabled(), id);
        action->trigger();
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
