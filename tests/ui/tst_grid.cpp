#include "ui/grid/gridaccessible.h"
#include "ui/grid/gridbench.h"
#include "ui/grid/grideditor.h"
#include "ui/grid/gridview.h"
#include "ui/grid/headerpainter.h"
#include "ui/kit/figures.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDate>
#include <QDir>
#include <QHash>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace passel;
using namespace Qt::Literals::StringLiterals;

namespace {

// Rows that are computed, so that any number of them costs nothing.
class FakeSource final : public GridSource
{
public:
    explicit FakeSource(qint64 rows, int columns = 8)
        : m_rows(rows)
        , m_columns(columns)
    {}

    qint64 rowCount() const override { return m_rows; }

    int columnCount() const override { return m_columns; }

    GridCell cell(qint64 row, int column) const override
    {
        ++asked;
        GridCell cell;
        switch (column) {
        case 0: {
            static const QStringList airports = {
                u"Barksdale Air Force Base Arpt"_s, u"New Orleans Intl"_s,
                u"Washington Dulles Intl Arpt"_s, u"Ronald Reagan Washington National"_s};
            cell.text = airports[row / 3 % airports.size()];
            break;
        }
        case 1:
            cell.text = QDate(1990, 1, 8).addDays(row % 9000).toString(Qt::ISODate);
            cell.isFigures = true;
            break;
        case 2:
            cell.isNumber = true;
            if (row % 5 == 4)
                cell.state = GridCell::State::Missing;
            else
                cell.text = QString::number(100 + row * 7 % 260);
            break;
        case 3:
            if (row % 7 == 3)
                cell.state = GridCell::State::EmptyText;
            else
                cell.text = u"Climb\nout"_s;
            break;
        case 4:
            cell.text = row % 4 == 1 ? u"US Airways"_s : u"Military"_s;
            if (marks && row % 4 == 1) {
                cell.isChanged = true;
                cell.before = u"US Airways*"_s;
            }
            break;
        case 5:
            cell.isNumber = true;
            cell.text = QString::number(row + 1);
            cell.isMisfit = row == 6;
            if (row == 6)
                cell.text = u"n/a"_s;
            break;
        case 6:
            if (row >= pendingFrom)
                cell.state = GridCell::State::Pending;
            else
                cell.text = u"None"_s;
            break;
        default:
            cell.text = u"v %1.%2"_s.arg(row).arg(column);
        }
        if (edits.contains({row, column}))
            cell.text = edits.value({row, column});
        return cell;
    }

    GridColumn column(int column) const override
    {
        static const QStringList names = {u"Airport"_s, u"Flight date"_s, u"Speed kn"_s,
                                          u"Phase"_s,   u"Operator"_s,    u"Number"_s,
                                          u"Damage"_s};
        static const QStringList badges = {u"abc"_s, u"date"_s, u"123"_s, u"abc"_s,
                                           u"abc"_s, u"123"_s,  u"abc"_s};
        GridColumn info;
        info.name = column < names.size() ? names[column] : u"column %1"_s.arg(column);
        info.badge = badges.value(column, u"abc"_s);
        info.typeText = u"text"_s;
        if (column == 3)
            info.sort = SortMark::Descending;
        if (column == 1)
            info.isFiltered = true;
        if (column == 4)
            info.typeNote = u"kept as text"_s;
        return info;
    }

    GridProfile profile(int column) const override
    {
        GridProfile profile;
        profile.isKnown = true;
        profile.distinct = 50 + column;
        if (column == 1 || column == 2) {
            for (int bin = 0; bin < 14; ++bin) {
                profile.bins.push_back(
                    {column == 1 ? 50 + bin * 4 : std::max(0, 100 - (bin - 5) * (bin - 5) * 6),
                     u"bin %1"_s.arg(bin)});
            }
            profile.minimum = column == 1 ? u"1990"_s : u"0"_s;
            profile.maximum = column == 1 ? u"2002"_s : u"350"_s;
            profile.missingShare = column == 2 ? 0.28 : 0;
        } else if (column == 7) {
            profile.lines = {u"nearly all different"_s, u"1\u201366 letters"_s};
        } else {
            profile.top = {{u"Dallas/Fort Worth Intl Arpt"_s, 0.46, 460},
                           {u"Barksdale Air Force Base Arpt"_s, 0.2, 200},
                           {u"other 44"_s, 0.34, 340, true}};
            profile.isVerified = column != 6;
        }
        return profile;
    }

    RowMark rowMark(qint64 row) const override
    {
        if (!marks)
            return RowMark::None;
        return row % 4 == 1   ? RowMark::Changed
               : row % 9 == 6 ? RowMark::Removed
               : row == 11    ? RowMark::Added
                              : RowMark::None;
    }

    bool hasRowMarks() const override { return marks; }

    bool isEditable(qint64, int column) const override { return column != 6; }

    QString problem(qint64, int column, const QString &text) const override
    {
        bool fits = true;
        if (column == 2 && !text.isEmpty())
            (void)text.toInt(&fits);
        return fits ? QString() : u"This is not a whole number."_s;
    }

    void setRows(qint64 rows)
    {
        m_rows = rows;
        emit rowsChanged();
    }

    mutable qint64 asked = 0;
    qint64 pendingFrom = std::numeric_limits<qint64>::max();
    bool marks = false;
    QHash<std::pair<qint64, int>, QString> edits;

private:
    qint64 m_rows;
    int m_columns;
};

void shoot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("PASSEL_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QVERIFY(widget.grab().save(folder + u"/grid-"_s + name + u".png"_s));
}

struct Scene
{
    explicit Scene(qint64 rows, int columns = 8)
        : source(rows, columns)
    {
        view.resize(1100, 600);
        view.setSource(&source);
        view.show();
        view.activateWindow();
        (void)QTest::qWaitForWindowActive(&view);
        view.setFocus();
        view.setCurrent(0, 0);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&view, key, modifiers);
    }

    QColor at(qint64 row, int column, QPoint offset = QPoint(3, 3))
    {
        const QImage shot = view.viewport()->grab().toImage();
        return shot.pixelColor(view.cellRect(row, column).topLeft() + offset);
    }

    FakeSource source;
    GridView view;
};

} // namespace

class TestGrid : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();

    void geometryReachesTheLastRow_data();
    void geometryReachesTheLastRow();
    void geometryRevealsAsLittleAsNeeded();
    void geometryFindsColumnsAndEdges();
    void selectionRanges();
    void selectedRowsOnceAndInOrder();
    void onlyWhatIsSeenIsAsked();
    void lastOfTenMillionRowsIsOnTheScreen();
    void growingKeepsThePlace();
    void groundsOfCells();
    void hatchIsContinuous();
    void arrowsAndEdges();
    void shiftSelects();
    void tabLeavesAtTheEndOfTheRow();
    void columnsAreMeasured();
    void copies_data();
    void copies();
    void copyIsBounded();
    void editing();
    void editingRefusesAProblem();
    void typingReplaces();
    void headerClicks();
    void edgeIsDragged();
    void gutterSelectsRows();
    void finderMarksLetters();
    void accessibleTable();
    void accessibleCellsAreBounded();
    void rightToLeftMirrors();
    void survivesItsSource();
    void headerTellsHiddenCharacters();
    void columnsAreMeasuredWhenTheirCellsCome();
    void headersAreMeasuredAsTheyAreDrawn();
    void sharesAreNeverCut();
    void columnsWidenForTheirProfile();
    void benchMeasures();
    void pictures_data();
    void pictures();
};

void TestGrid::initTestCase()
{
    Theme::instance().install(*qApp);
    Theme::instance().setAnimated(false);
}

void TestGrid::cleanup()
{
    Theme::instance().setChoice(SchemeChoice::Light);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestGrid::geometryReachesTheLastRow_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::newRow("one") << qint64(1);
    QTest::newRow("a page") << qint64(21);
    QTest::newRow("ten million") << qint64(10'000'000);
    QTest::newRow("more pixels than an int counts") << qint64(1'000'000'000);
    QTest::newRow("more rows than an int counts") << qint64(1'000'000'000'000);
}

void TestGrid::geometryReachesTheLastRow()
{
    QFETCH(qint64, rows);
    GridGeometry geometry;
    geometry.setColumnCount(3);
    geometry.setViewport(QSize(800, 600));
    geometry.setRowCount(rows);
    QCOMPARE(geometry.contentHeight(), rows * 24);
    // By the scroll bar: its ends are the table's ends.
    const qint64 largest = geometry.largestTop();
    QCOMPARE(GridGeometry::position(GridGeometry::barMaximum(largest), largest), largest);
    QCOMPARE(GridGeometry::position(0, largest), qint64(0));
    geometry.setTop(largest);
    QCOMPARE(geometry.lastRow(), rows - 1);
    // The last row ends exactly where the cells end (or the table is shorter than the screen).
    const QRect last = geometry.cellRect(rows - 1, 0);
    if (largest > 0)
        QCOMPARE(last.bottom() + 1, 600);
    QCOMPARE(geometry.rowAt(last.center().y()), rows - 1);
    geometry.setTop(std::numeric_limits<qint64>::max());
    QCOMPARE(geometry.top(), largest);
    geometry.setTop(-5);
    QCOMPARE(geometry.top(), qint64(0));
    // A bar value comes back to a place that has the same bar value.
    for (const qint64 place : {largest / 3, largest / 2, largest - 1}) {
        if (place <= 0)
            continue;
        const int value = GridGeometry::barValue(place, largest);
        QVERIFY(value >= 0 && value <= GridGeometry::barMaximum(largest));
        QVERIFY(qAbs(GridGeometry::position(value, largest) - place)
                <= largest / (qint64(1) << 30) + 1);
    }
}

void TestGrid::geometryRevealsAsLittleAsNeeded()
{
    GridGeometry geometry;
    geometry.setColumnCount(20);
    geometry.setRowCount(1000);
    geometry.setViewport(QSize(400, 96 + 240));
    QVERIFY(!geometry.reveal(9, 0));
    QVERIFY(geometry.reveal(10, 0));
    QCOMPARE(geometry.top(), qint64(24));
    QVERIFY(geometry.reveal(0, 0));
    QCOMPARE(geometry.top(), qint64(0));
    QVERIFY(geometry.reveal(0, 5));
    QCOMPARE(geometry.left(), qint64(6 * 120 - 360));
    QVERIFY(!geometry.reveal(-1, -1));
}

void TestGrid::geometryFindsColumnsAndEdges()
{
    GridGeometry geometry;
    geometry.setColumnCount(3);
    geometry.setRowCount(5);
    geometry.setViewport(QSize(800, 600));
    geometry.setColumnWidth(0, 100);
    geometry.setColumnWidth(1, 1); // brought to the least
    QCOMPARE(geometry.columnWidth(1), GridGeometry::LeastWidth);
    QCOMPARE(geometry.columnAt(39), -1);
    QCOMPARE(geometry.columnAt(40), 0);
    QCOMPARE(geometry.columnAt(139), 0);
    QCOMPARE(geometry.columnAt(140), 1);
    QCOMPARE(geometry.columnAt(40 + 100 + 40 + 120), -1);
    QCOMPARE(geometry.edgeAt(137), 0);
    QCOMPARE(geometry.edgeAt(143), 0);
    QCOMPARE(geometry.edgeAt(150), -1);
    QCOMPARE(geometry.edgeAt(40 + 260), 2);
    QCOMPARE(geometry.rowAt(96 + 5 * 24), -1);
    QCOMPARE(geometry.rowAt(95), -1);
    QCOMPARE(geometry.rowAt(96 + 4 * 24), 4);
}

void TestGrid::selectionRanges()
{
    GridSelection selection;
    selection.begin(GridSelection::Unit::Cells, 5, 2);
    selection.extend(2, 4);
    QVERIFY(selection.contains(3, 3));
    QVERIFY(!selection.contains(6, 3));
    QCOMPARE(selection.cellCount(10, 10), 12);
    selection.begin(GridSelection::Unit::Rows, 8, 0, true);
    QVERIFY(selection.containsRow(8));
    QVERIFY(selection.contains(8, 99));
    QCOMPARE(selection.cellCount(10, 10), 22);
    selection.begin(GridSelection::Unit::Columns, 0, 1);
    selection.extend(0, 2);
    QVERIFY(selection.containsColumn(2));
    QCOMPARE(selection.cellCount(1'000'000'000, 10), 2'000'000'000);
    selection.selectAll();
    QCOMPARE(selection.cellCount(7, 3), 21);
    selection.clip(0, 0);
    QVERIFY(selection.isEmpty());
}

void TestGrid::selectedRowsOnceAndInOrder()
{
    using Rows = std::vector<quint32>;
    GridSelection selection;
    QCOMPARE(selection.rows(10, 3), Rows());
    selection.begin(GridSelection::Unit::Cells, 7, 1);
    selection.extend(8, 1);
    selection.begin(GridSelection::Unit::Rows, 2, 0, true);
    selection.extend(4, 0);
    selection.begin(GridSelection::Unit::Cells, 3, 2, true); // within another
    selection.begin(GridSelection::Unit::Cells, 8, 2, true);
    selection.extend(20, 2); // over the end
    QCOMPARE(selection.rows(10, 3), Rows({2, 3, 4, 7, 8, 9}));
    selection.begin(GridSelection::Unit::Columns, 0, 1, true);
    QCOMPARE(selection.rows(3, 3), Rows({0, 1, 2}));
    selection.selectAll();
    const Rows all = selection.rows(10'000'000, 3);
    QCOMPARE(all.size(), size_t(10'000'000));
    QCOMPARE(all.back(), 9'999'999U);
    QVERIFY(all.capacity() < 11'000'000); // four bytes a row
}

void TestGrid::onlyWhatIsSeenIsAsked()
{
    Scene scene(10'000'000, 2000);
    scene.source.asked = 0;
    scene.view.viewport()->grab();
    QVERIFY(scene.source.asked > 0);
    QVERIFY2(scene.source.asked < 2LL * 25 * 20, qPrintable(QString::number(scene.source.asked)));
    scene.source.asked = 0;
    GridSelection all;
    all.selectAll();
    scene.view.setSelection(all);
    scene.view.viewport()->grab();
    QVERIFY(scene.source.asked < 2LL * 25 * 20);
}

void TestGrid::lastOfTenMillionRowsIsOnTheScreen()
{
    Scene scene(10'000'000);
    scene.key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(scene.view.currentRow(), qint64(9'999'999));
    const QRect last = scene.view.cellRect(9'999'999, 0);
    QCOMPARE(last.bottom() + 1, scene.view.viewport()->height());
    QCOMPARE(scene.view.verticalScrollBar()->value(), scene.view.verticalScrollBar()->maximum());
    scene.view.verticalScrollBar()->setValue(0);
    QCOMPARE(scene.view.geometry().firstRow(), qint64(0));
    scene.view.verticalScrollBar()->setValue(scene.view.verticalScrollBar()->maximum());
    QCOMPARE(scene.view.geometry().lastRow(), qint64(9'999'999));
    // The gutter has room for the largest number.
    QVERIFY(scene.view.geometry().gutterWidth() > 60);
}

void TestGrid::growingKeepsThePlace()
{
    Scene scene(100);
    scene.view.setCurrent(50, 1);
    const qint64 top = scene.view.geometry().top();
    QSignalSpy changed(&scene.view, &GridView::currentChanged);
    scene.source.setRows(5'000'000);
    QCOMPARE(scene.view.currentRow(), qint64(50));
    QCOMPARE(scene.view.geometry().top(), top);
    QCOMPARE(changed.count(), 0);
    scene.source.setRows(10);
    QCOMPARE(scene.view.currentRow(), qint64(9));
    QCOMPARE(changed.count(), 1);
    scene.source.setRows(0);
    QCOMPARE(scene.view.currentRow(), qint64(-1));
    scene.view.viewport()->grab();
    scene.key(Qt::Key_Down);
    scene.source.setRows(3);
    scene.key(Qt::Key_Down);
    QVERIFY(scene.view.currentRow() >= 0);
}

void TestGrid::groundsOfCells()
{
    Scene scene(1000);
    scene.view.setCurrent(3, 0);
    const auto is = [](const QColor &seen, ColorRole role) { return seen == Theme::color(role); };
    QVERIFY(is(scene.at(0, 0), ColorRole::Base));
    QVERIFY(is(scene.at(3, 1), ColorRole::CurrentRow));
    QVERIFY(is(scene.at(3, 0), ColorRole::Base));                // the current cell itself
    QVERIFY(is(scene.at(3, 0, QPoint(0, 10)), ColorRole::Ring)); // and its ring
    QVERIFY(is(scene.at(6, 5), ColorRole::WarnFill));            // does not fit its type
    GridSelection selection;
    selection.begin(GridSelection::Unit::Cells, 8, 0);
    selection.extend(9, 1);
    scene.view.setSelection(selection);
    QVERIFY(is(scene.at(8, 1), ColorRole::Selection));
    QVERIFY(is(scene.at(10, 1), ColorRole::Base));
    scene.source.marks = true;
    emit scene.source.wasReset();
    QVERIFY(is(scene.at(1, 4, QPoint(3, 3)), ColorRole::ChangedFill));
    QVERIFY(is(scene.at(6, 0), ColorRole::RemovedFill));
    QVERIFY(is(scene.at(11, 0), ColorRole::AddedFill));
}

void TestGrid::hatchIsContinuous()
{
    // Missing in every row: the pattern has the period of 12 pixels through all of them.
    Scene scene(1000);
    scene.view.setCurrent(0, 0);
    const QImage shot = scene.view.viewport()->grab().toImage();
    const QRect cell = scene.view.cellRect(4, 2);
    QSet<QRgb> colours;
    for (int x = cell.left() + 2; x < cell.right() - 2; ++x) {
        for (int y = cell.top() + 1; y < cell.top() + 11; ++y) {
            colours.insert(shot.pixel(x, y));
            QCOMPARE(shot.pixel(x, y), shot.pixel(x, y + 12));
        }
    }
    QVERIFY(colours.size() > 2);
    const QRect below = scene.view.cellRect(9, 2);
    for (int x = cell.left() + 2; x < cell.right() - 2; ++x)
        QCOMPARE(shot.pixel(x, cell.top() + 5), shot.pixel(x, below.top() + 5));
}

void TestGrid::arrowsAndEdges()
{
    Scene scene(1000);
    QSignalSpy current(&scene.view, &GridView::currentChanged);
    scene.key(Qt::Key_Down);
    scene.key(Qt::Key_Right);
    QCOMPARE(scene.view.currentRow(), qint64(1));
    QCOMPARE(scene.view.currentColumn(), 1);
    QCOMPARE(current.count(), 2);
    scene.key(Qt::Key_Up);
    scene.key(Qt::Key_Up); // already there: no signal
    scene.key(Qt::Key_Left);
    QCOMPARE(current.count(), 4);
    scene.key(Qt::Key_End);
    QCOMPARE(scene.view.currentColumn(), 7);
    scene.key(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(scene.view.currentRow(), qint64(999));
    scene.key(Qt::Key_PageUp);
    QCOMPARE(scene.view.currentRow(), 999 - scene.view.geometry().rowsInPage());
    scene.key(Qt::Key_Home);
    QCOMPARE(scene.view.currentColumn(), 0);
    scene.key(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(scene.view.currentRow(), qint64(0));
    scene.key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(scene.view.currentColumn(), 7);
    scene.key(Qt::Key_PageDown);
    QVERIFY(scene.view.currentRow() > 10);

    QSignalSpy activated(&scene.view, &GridView::activated);
    QSignalSpy back(&scene.view, &GridView::wentBack);
    QSignalSpy cleared(&scene.view, &GridView::clearPressed);
    QSignalSpy menu(&scene.view, &GridView::cellMenuAsked);
    QSignalSpy columnMenu(&scene.view, &GridView::headerMenuAsked);
    scene.key(Qt::Key_Return);
    scene.key(Qt::Key_Backspace);
    scene.key(Qt::Key_Delete);
    scene.key(Qt::Key_Menu);
    scene.key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated[0][1].toInt(), 7);
    QCOMPARE(back.count(), 1);
    QCOMPARE(cleared.count(), 1);
    QCOMPARE(menu.count(), 1);
    QCOMPARE(columnMenu.count(), 1);
}

void TestGrid::shiftSelects()
{
    Scene scene(1000);
    QSignalSpy selected(&scene.view, &GridView::selectionChanged);
    scene.view.setCurrent(5, 1);
    scene.key(Qt::Key_Down, Qt::ShiftModifier);
    scene.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(scene.view.selection().ranges().front(), (GridRange{5, 6, 1, 2}));
    QCOMPARE(selected.count(), 2);
    scene.key(Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(scene.view.selection().ranges().front(), (GridRange{5, 999, 1, 7}));
    scene.key(Qt::Key_Escape);
    QVERIFY(scene.view.selection().isEmpty());
    scene.view.setCurrent(5, 1);
    scene.key(Qt::Key_Space, Qt::ShiftModifier);
    QVERIFY(scene.view.selection().containsRow(5));
    scene.key(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(scene.view.selection().containsRow(6));
    scene.key(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(scene.view.selection().containsColumn(1));
    scene.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(scene.view.selection().cellCount(1000, 8), 8000);
}

void TestGrid::tabLeavesAtTheEndOfTheRow()
{
    QWidget window;
    QLineEdit before(&window);
    FakeSource source(100);
    GridView view(&window);
    QLineEdit after(&window);
    view.setSource(&source);
    view.setGeometry(0, 40, 900, 400);
    window.resize(900, 500);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    view.setFocus();
    view.setCurrent(2, 6);
    QTest::keyClick(&view, Qt::Key_Tab);
    QCOMPARE(view.currentColumn(), 7);
    QVERIFY(view.hasFocus());
    QTest::keyClick(&view, Qt::Key_Tab);
    QTRY_VERIFY(after.hasFocus());
    view.setFocus();
    view.setCurrent(2, 0);
    QTest::keyClick(&view, Qt::Key_Backtab, Qt::ShiftModifier);
    QTRY_VERIFY(before.hasFocus());
}

void TestGrid::columnsAreMeasured()
{
    Scene scene(1000, 60);
    CellPainter painter;
    // Wide enough for every value on the screen.
    for (qint64 row = 0; row <= scene.view.geometry().lastRow(); ++row) {
        for (const int column : {1, 2, 5}) {
            QVERIFY(painter.width(scene.source.cell(row, column))
                    <= scene.view.columnWidth(column));
        }
    }
    QVERIFY(!scene.view.geometry().isMeasured(50));
    scene.key(Qt::Key_End);
    QVERIFY(scene.view.geometry().isMeasured(59));
    scene.view.setColumnWidth(0, 333);
    emit scene.source.cellsChanged();
    QCOMPARE(scene.view.columnWidth(0), 333);
}

void TestGrid::copies_data()
{
    QTest::addColumn<GridRange>("range");
    QTest::addColumn<QString>("text");
    QTest::newRow("number alone") << GridRange{0, 0, 2, 2} << u"100"_s;
    QTest::newRow("missing alone is told") << GridRange{4, 4, 2, 2} << u"missing"_s;
    QTest::newRow("missing in a table is empty, empty text is quoted")
        << GridRange{3, 4, 2, 4} << u"121\t\"\"\tMilitary\n\t\"Climb\nout\"\tMilitary\n"_s;
    QTest::newRow("line break") << GridRange{0, 0, 3, 3} << u"Climb\nout"_s;
}

void TestGrid::copies()
{
    QFETCH(GridRange, range);
    QFETCH(QString, text);
    Scene scene(1000);
    GridSelection selection;
    selection.begin(GridSelection::Unit::Cells, range.firstRow, range.firstColumn);
    selection.extend(range.lastRow, range.lastColumn);
    scene.view.setSelection(selection);
    QSignalSpy copied(&scene.view, &GridView::copied);
    scene.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), text);
    QCOMPARE(copied.count(), 1);
}

void TestGrid::copyIsBounded()
{
    Scene scene(10'000'000);
    scene.key(Qt::Key_A, Qt::ControlModifier);
    QSignalSpy refused(&scene.view, &GridView::copyRefused);
    QApplication::clipboard()->setText(u"before"_s);
    scene.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused[0][0].toLongLong(), 80'000'000);
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
}

void TestGrid::editing()
{
    Scene scene(1000);
    QSignalSpy edited(&scene.view, &GridView::edited);
    scene.view.setCurrent(2, 4);
    scene.key(Qt::Key_F2);
    auto *editor = scene.view.findChild<GridEditor *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), u"Military"_s);
    QTRY_VERIFY(editor->hasFocus());
    QVERIFY(!editor->accessibleName().isEmpty());
    QTest::keyClick(editor, Qt::Key_Escape);
    QVERIFY(!scene.view.isEditing());
    QVERIFY(scene.view.hasFocus());
    QCOMPARE(edited.count(), 0);

    scene.key(Qt::Key_F2);
    editor = scene.view.findChildren<GridEditor *>().constLast();
    editor->setText(u"Delta"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited[0][0].toLongLong(), 2);
    QCOMPARE(edited[0][1].toInt(), 4);
    QCOMPARE(edited[0][2].toString(), u"Delta"_s);
    QCOMPARE(scene.view.currentRow(), qint64(3)); // and on to the next row

    QVERIFY(scene.view.edit());
    editor = scene.view.findChildren<GridEditor *>().constLast();
    QTest::keyClick(editor, Qt::Key_Tab);
    QCOMPARE(edited.count(), 1); // nothing was typed
    QCOMPARE(scene.view.currentColumn(), 5);

    scene.view.setCurrent(0, 6);
    QVERIFY(!scene.view.edit()); // the source says no
}

void TestGrid::editingRefusesAProblem()
{
    Scene scene(1000);
    QSignalSpy edited(&scene.view, &GridView::edited);
    scene.view.setCurrent(0, 2);
    QVERIFY(scene.view.edit(u"12a"_s));
    auto *editor = scene.view.findChild<GridEditor *>();
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(scene.view.isEditing());
    QCOMPARE(edited.count(), 0);
    QCOMPARE(editor->accessibleDescription(), u"This is not a whole number."_s);
    editor->setText(u"12"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(!scene.view.isEditing());
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited[0][2].toString(), u"12"_s);
}

void TestGrid::typingReplaces()
{
    Scene scene(1000);
    scene.view.setCurrent(1, 4);
    QTest::keyClick(&scene.view, 'x');
    auto *editor = scene.view.findChild<GridEditor *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), u"x"_s);
    QSignalSpy edited(&scene.view, &GridView::edited);
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(edited.count(), 1);
}

void TestGrid::headerClicks()
{
    Scene scene(1000);
    const auto click = [&scene](const QPoint &at, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(scene.view.viewport(), Qt::LeftButton, modifiers, at);
    };
    QSignalSpy sorted(&scene.view, &GridView::sortCycled);
    click(scene.view.headerLayout(0).name.center());
    QCOMPARE(sorted.count(), 1);
    QCOMPARE(sorted[0][0].toInt(), 0);
    QCOMPARE(scene.view.currentColumn(), 0);

    QSignalSpy badge(&scene.view, &GridView::badgePressed);
    click(scene.view.headerLayout(2).badge.center());
    QCOMPARE(badge.count(), 1);
    QCOMPARE(badge[0][0].toInt(), 2);

    QSignalSpy filter(&scene.view, &GridView::filterPicked);
    click(scene.view.headerLayout(2).bins[4].center().toPoint());
    QCOMPARE(filter.count(), 1);
    QCOMPARE(filter[0][1].value<HeaderPart>(), (HeaderPart{HeaderPart::Kind::Bin, 4}));
    click(scene.view.headerLayout(2).gauge.center());
    QCOMPARE(filter[1][1].value<HeaderPart>().kind, HeaderPart::Kind::Missing);
    click(scene.view.headerLayout(0).tops[1].center());
    QCOMPARE(filter[2][1].value<HeaderPart>(), (HeaderPart{HeaderPart::Kind::Top, 1}));
    click(scene.view.headerLayout(0).tops[2].center()); // "other 44" filters nothing
    QCOMPARE(filter.count(), 3);
    QCOMPARE(sorted.count(), 1);

    click(scene.view.headerLayout(3).name.center(), Qt::ControlModifier);
    QVERIFY(scene.view.selection().containsColumn(3));
}

void TestGrid::edgeIsDragged()
{
    Scene scene(1000);
    const int before = scene.view.columnWidth(0);
    const QPoint edge(scene.view.headerRect(0).right(), 20);
    QTest::mousePress(scene.view.viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(scene.view.viewport(), edge + QPoint(50, 0));
    QTest::mouseRelease(scene.view.viewport(), Qt::LeftButton, {}, edge + QPoint(50, 0));
    QCOMPARE(scene.view.columnWidth(0), before + 50);
    QTest::mouseDClick(scene.view.viewport(), Qt::LeftButton, {},
                       QPoint(scene.view.headerRect(0).right(), 20));
    QVERIFY(scene.view.columnWidth(0) != before + 50);
}

void TestGrid::gutterSelectsRows()
{
    Scene scene(1000);
    const int y = scene.view.cellRect(4, 0).center().y();
    QTest::mouseClick(scene.view.viewport(), Qt::LeftButton, {}, QPoint(10, y));
    QVERIFY(scene.view.selection().containsRow(4));
    QTest::mouseClick(scene.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(10, y + 48));
    QVERIFY(scene.view.selection().containsRow(5));
    QVERIFY(scene.view.selection().containsRow(6));
}

void TestGrid::finderMarksLetters()
{
    Scene scene(100);
    scene.view.setCurrent(50, 7);
    scene.view.scrollTo(0, 0);
    const auto count = [&scene] {
        const QImage shot = scene.view.viewport()->grab().toImage();
        const QRect cell = scene.view.cellRect(0, 4);
        int marked = 0;
        for (int x = cell.left(); x < cell.right(); ++x) {
            for (int y = cell.top(); y < cell.bottom(); ++y)
                marked += shot.pixelColor(x, y) == Theme::color(ColorRole::ChangedFill);
        }
        return marked;
    };
    QCOMPARE(count(), 0);
    scene.view.setFinder([](const QString &text) {
        const qsizetype at = text.indexOf(u"lit"_s);
        return at < 0 ? TextStretches() : TextStretches{{at, 3}};
    });
    QVERIFY(count() > 20);
    scene.view.setFinder({});
    QCOMPARE(count(), 0);
}

void TestGrid::accessibleTable()
{
    Scene scene(10'000'000);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&scene.view);
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::Table);
    QVERIFY(!face->text(QAccessible::Name).isEmpty());
    QAccessibleTableInterface *table = face->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 10'000'000);
    QCOMPARE(table->columnCount(), 8);
    QCOMPARE(table->columnDescription(2), u"Speed kn"_s);
    QAccessibleInterface *cell = table->cellAt(0, 2);
    QVERIFY(cell && cell->isValid());
    QCOMPARE(cell->text(QAccessible::Name), u"100"_s);
    QVERIFY(cell->text(QAccessible::Description).contains(u"Speed kn"_s));
    QCOMPARE(cell->parent(), face);
    QCOMPARE(table->cellAt(4, 2)->text(QAccessible::Name), u"missing"_s);
    QCOMPARE(table->cellAt(3, 3)->text(QAccessible::Name), u"empty text"_s);
    QCOMPARE(table->cellAt(9'999'999, 5)->text(QAccessible::Name), u"10000000"_s);
    QCOMPARE(table->cellAt(10'000'000, 0), nullptr);
    QCOMPARE(table->cellAt(-1, 0), nullptr);
    QCOMPARE(table->cellAt(0, 8), nullptr);
    QCOMPARE(face->indexOfChild(cell), gridAccessibleChild(scene.view, 0, 2));
    QCOMPARE(face->child(face->indexOfChild(cell)), cell);
    QAccessibleTableCellInterface *place = cell->tableCellInterface();
    QCOMPARE(place->columnHeaderCells().size(), 1);
    QCOMPARE(place->columnHeaderCells().at(0)->text(QAccessible::Name), u"Speed kn"_s);
    QVERIFY(
        place->columnHeaderCells().at(0)->text(QAccessible::Description).contains(u"missing"_s));

    scene.view.setCurrent(1, 1);
    QCOMPARE(face->focusChild(), table->cellAt(1, 1));
    QVERIFY(table->cellAt(1, 1)->state().focused);
    QVERIFY(table->selectRow(7));
    QVERIFY(table->isRowSelected(7));
    QCOMPARE(table->selectedRows(), QList<int>{7});
    const QPoint middle = scene.view.viewport()->mapToGlobal(scene.view.cellRect(2, 1).center());
    QCOMPARE(face->childAt(middle.x(), middle.y()), table->cellAt(2, 1));
    scene.source.setRows(1);
    QVERIFY(!table->cellAt(2, 1));
}

void TestGrid::accessibleCellsAreBounded()
{
    Scene scene(10'000'000);
    QAccessibleTableInterface *table =
        QAccessible::queryAccessibleInterface(&scene.view)->tableInterface();
    for (int row = 0; row < 20'000; ++row)
        QVERIFY(table->cellAt(row, row % 8));
    QCOMPARE(table->cellAt(19'999, 5)->text(QAccessible::Name), u"20000"_s);
    QCOMPARE(table->cellAt(0, 5)->text(QAccessible::Name), u"1"_s);
}

void TestGrid::rightToLeftMirrors()
{
    Scene scene(1000);
    const QRect left = scene.view.cellRect(0, 0);
    scene.view.setLayoutDirection(Qt::RightToLeft);
    const QRect right = scene.view.cellRect(0, 0);
    QCOMPARE(right.right(), scene.view.viewport()->width() - 1 - left.left());
    QTest::mouseClick(scene.view.viewport(), Qt::LeftButton, {},
                      scene.view.cellRect(2, 1).center());
    QCOMPARE(scene.view.currentColumn(), 1);
    scene.key(Qt::Key_Left); // onwards, for who reads from the right
    QCOMPARE(scene.view.currentColumn(), 2);
    QVERIFY(scene.view.cellRect(2, 2).right() < scene.view.cellRect(2, 1).left() + 1);
}

void TestGrid::survivesItsSource()
{
    GridView view;
    view.resize(600, 400);
    view.show();
    {
        FakeSource source(100);
        view.setSource(&source);
        view.setCurrent(3, 3);
        QVERIFY(view.edit());
        view.viewport()->grab();
    }
    QCOMPARE(view.currentRow(), qint64(-1));
    view.viewport()->grab();
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(100, 200));
}

void TestGrid::headerTellsHiddenCharacters()
{
    // SEC-12: not the name itself is painted, but one with its hidden characters visible.
    class Odd final : public GridSource
    {
    public:
        qint64 rowCount() const override { return 1; }

        int columnCount() const override { return 1; }

        GridCell cell(qint64, int) const override { return {}; }

        GridColumn column(int) const override
        {
            GridColumn column;
            column.name = u"a\u202Eb"_s;
            return column;
        }
    };

    Odd source;
    GridView view;
    view.setSource(&source);
    QAccessibleTableInterface *table =
        QAccessible::queryAccessibleInterface(&view)->tableInterface();
    QVERIFY(table->columnDescription(0).startsWith(u"a\\u202e"_s, Qt::CaseInsensitive));
}

void TestGrid::columnsAreMeasuredWhenTheirCellsCome()
{
    class Late final : public GridSource
    {
    public:
        qint64 rowCount() const override { return 3; }

        int columnCount() const override { return 2; }

        GridCell cell(qint64, int) const override
        {
            GridCell cell;
            if (here)
                cell.text = u"Ronald Reagan Washington"_s;
            else
                cell.state = GridCell::State::Pending;
            return cell;
        }

        GridColumn column(int) const override { return {}; }

        void come()
        {
            here = true;
            emit cellsChanged();
        }

        bool here = false;
    };

    Late source;
    GridView view;
    view.resize(800, 400);
    view.setSource(&source);
    view.show();
    const int guessed = view.columnWidth(0);
    view.setColumnWidth(1, 90);
    source.come();
    QVERIFY(view.columnWidth(0) > guessed);
    QCOMPARE(view.columnWidth(1), 90);
    const int measured = view.columnWidth(0);
    source.come();
    QCOMPARE(view.columnWidth(0), measured);
}

void TestGrid::headersAreMeasuredAsTheyAreDrawn()
{
    GridColumn column;
    column.name = u"d"_s;
    column.badge = u"date"_s;
    GridProfile profile;
    profile.isKnown = true;
    profile.bins = {{1, u"a"_s}, {2, u"b"_s}};
    const Figures tiny(Theme::font(TextSize::Tiny));
    for (const double missing : {0.0, 0.11}) {
        profile.missingShare = missing;
        for (const QString &date : {u"2011-11-11"_s, u"1111"_s, u"2000"_s}) {
            profile.minimum = profile.maximum = date;
            const HeaderLayout places = layOutHeader(QRect(0, 0, headerWidth(column, profile), 96),
                                                     column, profile, Qt::LeftToRight);
            QVERIFY(2 * tiny.width(date) + 6 <= places.histogram.width());
            QCOMPARE(places.share, missing > 0 ? shareText(missing) : QString());
        }
    }
}

void TestGrid::sharesAreNeverCut()
{
    GridColumn column;
    column.badge = u"abc"_s;
    GridProfile profile;
    profile.isKnown = true;
    profile.missingShare = 0.62;
    const Figures tiny(Theme::font(TextSize::Tiny));
    const qreal wide = tiny.width(shareText(0.62));
    bool isAlone = false;
    for (int width = 160; width >= LeastProfileWidth; --width) {
        const HeaderLayout places =
            layOutHeader(QRect(0, 0, width, 96), column, profile, Qt::LeftToRight);
        QVERIFY(!places.missing.isEmpty());
        QVERIFY(places.count.contains(places.missing));
        if (places.share.isEmpty())
            isAlone = true;
        else
            QVERIFY(places.missing.right() + wide <= places.count.right());
    }
    QVERIFY(isAlone);
}

void TestGrid::columnsWidenForTheirProfile()
{
    class Late final : public GridSource
    {
    public:
        qint64 rowCount() const override { return 3; }

        int columnCount() const override { return 2; }

        GridCell cell(qint64, int) const override
        {
            GridCell cell;
            cell.text = u"2011-11-11"_s;
            return cell;
        }

        GridColumn column(int) const override
        {
            GridColumn column;
            column.name = name;
            column.badge = u"date"_s;
            column.isFiltered = isFiltered;
            return column;
        }

        GridProfile profile(int) const override
        {
            GridProfile profile;
            profile.isKnown = isThere;
            if (isThere) {
                profile.bins = {{1, u"a"_s}, {2, u"b"_s}};
                profile.minimum = end;
                profile.maximum = u"2011-11-11"_s;
            }
            return profile;
        }

        void come()
        {
            isThere = true;
            emit headerChanged();
        }

        // As when the first rows are followed by the whole file.
        void comeWhole()
        {
            end = u"2011-11-11 11:11"_s;
            emit rowsChanged();
            emit headerChanged();
        }

        // A mark comes after the last profile.
        void filter()
        {
            isFiltered = true;
            emit headerChanged();
        }

        QString name = u"d"_s;
        QString end = u"2011-11-11"_s;
        bool isFiltered = false;

        bool isThere = false;
    };

    Late source;
    GridView view;
    view.resize(800, 400);
    view.setSource(&source);
    view.show();
    view.setColumnWidth(1, 90);
    const int before = view.columnWidth(0);
    source.come();
    QVERIFY(view.columnWidth(0) > before);
    QCOMPARE(view.columnWidth(0), headerWidth(source.column(0), source.profile(0)));
    QCOMPARE(view.columnWidth(1), 90); // a person's
    const int first = view.columnWidth(0);
    source.comeWhole();
    QVERIFY(view.columnWidth(0) > first);
    QCOMPARE(view.columnWidth(0), headerWidth(source.column(0), source.profile(0)));
    QCOMPARE(view.columnWidth(1), 90);
    source.name = u"a name as wide as its column"_s;
    source.comeWhole();
    const int second = view.columnWidth(0);
    source.filter();
    QVERIFY(view.columnWidth(0) > second);
    view.setLeastColumnWidth(0, 275);
    QCOMPARE(view.columnWidth(0), 275);
    view.setLeastColumnWidth(1, 275);
    QCOMPARE(view.columnWidth(1), 90);
    view.setColumnWidth(0, 80);
    source.comeWhole();
    QCOMPARE(view.columnWidth(0), 80);
}

void TestGrid::benchMeasures()
{
    FakeSource source(10'000'000, 12);
    for (const auto path : {GridBenchPath::Wheel, GridBenchPath::Jumps}) {
        const GridTiming timing = timeGrid(&source, 60, path);
        QCOMPARE(timing.frames.size(), std::size_t(60));
        QVERIFY(timing.open > 0);
        QVERIFY(timing.median() > 0);
        QVERIFY(timing.percentile(0.95) >= timing.median());
        qInfo("%s: open %.2f ms, frame median %.2f ms, p95 %.2f ms",
              path == GridBenchPath::Wheel ? "wheel" : "jumps", timing.open, timing.median(),
              timing.percentile(0.95));
    }
}

void TestGrid::pictures_data()
{
    QTest::addColumn<SchemeChoice>("choice");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<bool>("marks");
    QTest::newRow("light") << SchemeChoice::Light << Qt::LeftToRight << false;
    QTest::newRow("dark") << SchemeChoice::Dark << Qt::LeftToRight << false;
    QTest::newRow("rtl") << SchemeChoice::Light << Qt::RightToLeft << false;
    QTest::newRow("difference") << SchemeChoice::Light << Qt::LeftToRight << true;
}

void TestGrid::pictures()
{
    QFETCH(SchemeChoice, choice);
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(bool, marks);
    Theme::instance().setChoice(choice);
    Scene scene(9976, 9);
    scene.view.setLayoutDirection(direction);
    scene.source.marks = marks;
    scene.source.pendingFrom = 9;
    emit scene.source.wasReset();
    scene.view.setCurrent(6, 2);
    if (marks)
        scene.view.setTicks(
            {{100, RowMark::Changed}, {4000, RowMark::Added}, {8000, RowMark::Removed}});
    GridSelection selection;
    selection.begin(GridSelection::Unit::Cells, 12, 0);
    selection.extend(14, 2);
    scene.view.setSelection(selection);
    scene.view.setFinder([](const QString &text) {
        const qsizetype at = text.indexOf(u"Orleans"_s);
        return at < 0 ? TextStretches() : TextStretches{{at, 7}};
    });
    shoot(scene.view, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!scene.view.grab().isNull());
}

QTEST_MAIN(TestGrid)
#include "tst_grid.moc"
