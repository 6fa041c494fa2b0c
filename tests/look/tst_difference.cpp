// Two arrays side by side: rows that came, went or changed, cell by cell.
#include "core/look/difference.h"
#include "tests/look/tables.h"

#include <QTest>

#include <rapidcheck.h>

using namespace passel;
using namespace passel::tests;

namespace {

QString rows(const std::vector<quint32> &list)
{
    QStringList text;
    for (const quint32 row : list)
        text << QString::number(row);
    return text.join(u' ');
}

Difference compared(const DocumentArray &before, const DocumentArray &after,
                    const DifferenceOptions &options = {})
{
    auto found = difference(before, after, options);
    if (!found)
        qFatal("%s", qUtf8Printable(found.error().message()));
    return *found;
}

DocumentArray letters(const QString &cells)
{
    return table({texts("t", split(cells))});
}

} // namespace

class DifferenceTest : public QObject
{
    Q_OBJECT

private slots:

    void inOrder_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("removed");
        QTest::addColumn<QString>("added");
        QTest::addColumn<int>("cells");
        QTest::newRow("equal") << "a|b|c"
                               << "a|b|c"
                               << ""
                               << "" << 0;
        QTest::newRow("both empty") << QString() << QString() << ""
                                    << "" << 0;
        QTest::newRow("all new") << QString() << "a|b"
                                 << ""
                                 << "0 1" << 0;
        QTest::newRow("all gone") << "a|b" << QString() << "0 1"
                                  << "" << 0;
        QTest::newRow("a cell") << "a|b|c"
                                << "a|x|c"
                                << ""
                                << "" << 1;
        QTest::newRow("missing is not empty") << "a|∅|c"
                                              << "a||c"
                                              << ""
                                              << "" << 1;
        QTest::newRow("a row at the top") << "a|b|c"
                                          << "x|a|b|c"
                                          << ""
                                          << "0" << 0;
        QTest::newRow("a row in the middle") << "a|b|c"
                                             << "a|x|b|c"
                                             << ""
                                             << "1" << 0;
        QTest::newRow("a row at the end") << "a|b|c"
                                          << "a|b|c|x"
                                          << ""
                                          << "3" << 0;
        QTest::newRow("a row less") << "a|b|c"
                                    << "a|c"
                                    << "1"
                                    << "" << 0;
        QTest::newRow("one of equal rows less") << "a|a|a"
                                                << "a|a"
                                                << "2"
                                                << "" << 0;
        QTest::newRow("moved is gone and come") << "a|b|c|d"
                                                << "b|c|d|a"
                                                << "0"
                                                << "3" << 0;
        QTest::newRow("changed beside inserted") << "a|b|c|d"
                                                 << "a|x|c|y|d"
                                                 << ""
                                                 << "3" << 1;
    }

    void inOrder()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const Difference found = compared(letters(before), letters(after));
        QTEST(rows(found.rowsRemoved), "removed");
        QTEST(rows(found.rowsAdded), "added");
        QTEST(int(found.cellsChanged), "cells");
        QCOMPARE(found.rowsChanged, found.cellsChanged);
        QCOMPARE(found.isEmpty(), before == after);
    }

    void cellsAreTold()
    {
        const DocumentArray before =
            table({texts("t", {"a", "b", "c"}), wholes("n", {"1", "2", "3"})});
        const DocumentArray after =
            table({texts("t", {"a", "x", "c"}), wholes("n", {"1", "2", Missing})});
        const Difference found = compared(before, after);
        QCOMPARE(found.cells,
                 (std::vector<CellDifference>{{1, 1, QStringLiteral("t"), "b", "x"},
                                              {2, 2, QStringLiteral("n"), "3", std::nullopt}}));
        QCOMPARE(found.rowsChanged, 2);
        QCOMPARE(found.columns[0].cellsChanged, 1);
        QCOMPARE(found.columns[1].cellsChanged, 1);
    }

    void columnsAreMatchedByName()
    {
        const DocumentArray before =
            table({texts("a", {"1"}), texts("b", {"2"}), texts("a", {"3"})});
        const DocumentArray after =
            table({texts("a", {"1"}), texts("c", {"2"}), texts("a", {"4"})});
        const Difference found = compared(before, after);
        QCOMPARE(found.columnsRemoved, QStringList{QStringLiteral("b")});
        QCOMPARE(found.columnsAdded, QStringList{QStringLiteral("c")});
        QCOMPARE(found.cellsChanged, 1);
        QVERIFY(!found.columnsMoved);
        const std::vector<qsizetype> order{1, 0, 2};
        const Difference moved = compared(before, before.withColumnOrder(order));
        QVERIFY(moved.columnsMoved && !moved.isEmpty());
        QCOMPARE(moved.cellsChanged, 0);
    }

    void typesAreComparedByText()
    {
        const DocumentArray numbers = table({wholes("n", {"1", "2", "3"})});
        const DocumentArray words = table({texts("n", {"1", "two", "3"})});
        const Difference found = compared(numbers, words);
        QVERIFY(found.columns[0].isOtherType);
        QCOMPARE(found.cellsChanged, 1);
        // The form that a value is written in is no difference.
        const DocumentArray plain = table({{field("f", TypeKind::Float64), {"1.5", "NaN"}}});
        const DocumentArray fixed = table({{field("f", TypeKind::Float64, ".2"), {"1.50", "NaN"}}});
        QVERIFY(compared(plain, fixed).isEmpty());
    }

    void byKey_data()
    {
        QTest::addColumn<QString>("idsBefore");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("idsAfter");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("removed");
        QTest::addColumn<QString>("added");
        QTest::addColumn<int>("cells");
        QTest::newRow("order does not count") << "x|y|z"
                                              << "1|2|3"
                                              << "z|x|y"
                                              << "3|1|2"
                                              << ""
                                              << "" << 0;
        QTest::newRow("a cell") << "x|y"
                                << "1|2"
                                << "y|x"
                                << "5|1"
                                << ""
                                << "" << 1;
        QTest::newRow("came and went") << "x|y"
                                       << "1|2"
                                       << "y|z"
                                       << "2|9"
                                       << "0"
                                       << "1" << 0;
        QTest::newRow("equal keys in their order") << "x|x"
                                                   << "1|2"
                                                   << "x|x|x"
                                                   << "1|3|2"
                                                   << ""
                                                   << "2" << 1;
    }

    void byKey()
    {
        QFETCH(QString, idsBefore);
        QFETCH(QString, before);
        QFETCH(QString, idsAfter);
        QFETCH(QString, after);
        Field id = field("id", TypeKind::Text);
        id.role = Role::Id;
        const DocumentArray a = table({{id, split(idsBefore)}, texts("t", split(before))});
        const DocumentArray b = table({{id, split(idsAfter)}, texts("t", split(after))});
        for (const QStringList &keys : {QStringList(), QStringList{QStringLiteral("id")}}) {
            const Difference found = compared(a, b, {MatchRows::ByKey, keys});
            QTEST(rows(found.rowsRemoved), "removed");
            QTEST(rows(found.rowsAdded), "added");
            QTEST(int(found.cellsChanged), "cells");
        }
    }

    void keysMustBeThere()
    {
        const DocumentArray array = letters(QStringLiteral("a"));
        QCOMPARE(difference(array, array, {MatchRows::ByKey, {}}).error().code(),
                 QByteArray("no-id"));
        QCOMPARE(difference(array, array, {MatchRows::ByKey, {QStringLiteral("z")}}).error().code(),
                 QByteArray("no-such-column"));
    }

    void viewsAreComparedAsSeen()
    {
        const DocumentArray array = letters(QStringLiteral("a|b|c"));
        QVERIFY(compared(array.reversed().reversed(), array).isEmpty());
        const Difference found = compared(array, array.sliced(1, 2));
        QCOMPARE(rows(found.rowsRemoved), QStringLiteral("0"));
    }

    void listedCellsAreTheFirst()
    {
        std::vector<Cell> before;
        std::vector<Cell> after;
        for (int i = 0; i < 5000; ++i) {
            before.emplace_back(std::to_string(i));
            after.emplace_back("x" + std::to_string(i));
        }
        const Difference found = compared(table({texts("a", before), texts("b", before)}),
                                          table({texts("a", after), texts("b", after)}));
        QCOMPARE(found.cellsChanged, 10'000);
        QCOMPARE(qsizetype(found.cells.size()), Difference::MaxCells);
        QCOMPARE(found.cells.back().rowBefore, 499);
        QCOMPARE(found.cells.back().column, QStringLiteral("b"));
    }

    void cancelStops()
    {
        const TaskContext context;
        context.cancel();
        const auto found =
            difference(letters(QStringLiteral("a")), letters(QStringLiteral("b")), {}, context);
        QVERIFY(found.error().isCancelled());
    }

    void whatIsToldMakesTheOther()
    {
        QVERIFY(rc::check("removing and adding what is told gives the other", [] {
            const auto any = rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6));
            const auto make = [](const std::vector<int> &numbers) {
                std::vector<Cell> cells;
                cells.reserve(numbers.size());
                for (const int number : numbers)
                    cells.emplace_back(std::to_string(number));
                return table({texts("t", cells)});
            };
            const DocumentArray a = make(*any);
            const DocumentArray b = make(*any);
            const Difference found = *difference(a, b, {});
            RC_ASSERT(found.isEmpty() == (cellsOf(a, 0) == cellsOf(b, 0)));
            // What stays of a, with its changed cells, is what stays of b, in order.
            auto before = cellsOf(a.removed(found.rowsRemoved), 0);
            const auto after = cellsOf(b.removed(found.rowsAdded), 0);
            RC_ASSERT(before.size() == after.size());
            qint64 changed = 0;
            for (size_t i = 0; i < before.size(); ++i)
                changed += before[i] != after[i] ? 1 : 0;
            RC_ASSERT(changed == found.cellsChanged);
            RC_ASSERT(found.cells.size() == size_t(changed));
        }));
    }
};

QTEST_GUILESS_MAIN(DifferenceTest)
#include "tst_difference.moc"
