// The past within its budget: the oldest goes first, segments count once.
#include "core/session/history.h"
#include "tests/look/tables.h"

#include <QTest>

using namespace passel;
using namespace passel::tests;

namespace {

// 8 segments of distinct numbers: 64 KiB each.
DocumentArray large()
{
    ColumnBuilder builder(TypeKind::Int);
    constexpr qsizetype Rows = 8LL * Segment::Capacity;
    for (qsizetype i = 0; i < Rows; ++i)
        builder.next().appendInt(i * 0x100000001LL);
    return DocumentArray::create(Schema({field("n", TypeKind::Int)}), {builder.finish()}, Rows);
}

DocumentArray edited(const DocumentArray &array, qsizetype row)
{
    return *array.withValue(row, 0, Value::integer(-row - 1));
}

HistoryState state(const QString &label, const DocumentArray &base, const DocumentArray &array)
{
    return {label, std::make_shared<const RecipeRun>(RecipeRun{base, {}, {}, array}), 0};
}

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT

private slots:

    void thereAndBack()
    {
        const DocumentArray array = table({texts("t", {"a"})});
        History history;
        history.reset(state({}, array, array));
        QVERIFY(!history.canUndo() && !history.canRedo());
        QVERIFY(history.undoLabel().isEmpty());
        history.push(state(QStringLiteral("one"), array, array));
        history.push(state(QStringLiteral("two"), array, array));
        QCOMPARE(history.undoLabel(), QStringLiteral("two"));
        QCOMPARE(history.undo().label, QStringLiteral("one"));
        QCOMPARE(history.redoLabel(), QStringLiteral("two"));
        QCOMPARE(history.redo().label, QStringLiteral("two"));
        history.undo();
        // What was undone is forgotten once something else is done.
        history.push(state(QStringLiteral("three"), array, array));
        QVERIFY(!history.canRedo());
        QCOMPARE(history.size(), 3);
        QCOMPARE(history.undo().label, QStringLiteral("one"));
    }

    void segmentsCountOnce()
    {
        const DocumentArray base = large();
        History history;
        history.reset(state({}, base, base));
        const qint64 before = history.byteSize();
        QVERIFY(before > 8LL * 60'000);
        history.push(state(QStringLiteral("edit"), base, edited(base, 0)));
        const qint64 one = history.byteSize() - before;
        QVERIFY2(one > 60'000 && one < 90'000, qPrintable(QString::number(one)));
        history.push(state(QStringLiteral("again"), base, edited(base, 1)));
        QVERIFY(history.byteSize() - before < 2 * one + 1000);
        // An order of rows costs its indexes, no segment.
        const DocumentArray reversed = base.reversed();
        const qint64 now = history.byteSize();
        history.push(state(QStringLiteral("turned"), base, reversed));
        QVERIFY(history.byteSize() - now < 70'000LL * 4);
    }

    void theOldestGoesFirst()
    {
        const DocumentArray base = large();
        History history(5LL * 70'000); // about five edits
        history.reset(state(QStringLiteral("0"), base, base));
        DocumentArray array = base;
        for (int i = 1; i <= 40; ++i) {
            array = edited(array, (i % 8) * Segment::Capacity);
            history.push(state(QString::number(i), base, array));
        }
        QVERIFY(history.extraBytes() <= 5LL * 70'000);
        QVERIFY(history.size() >= 3 && history.size() < 16);
        QCOMPARE(history.current().label, QStringLiteral("40"));
        int expected = 40;
        while (history.canUndo())
            QCOMPARE(history.undo().label, QString::number(--expected));
        // The current state survives whatever it weighs.
        QVERIFY(expected > 20);
    }

    void theCurrentStateAlwaysStays()
    {
        const DocumentArray base = large();
        History history(0);
        history.reset(state(QStringLiteral("0"), base, base));
        for (int i = 1; i <= 3; ++i)
            history.push(state(QString::number(i), base, edited(base, i)));
        QCOMPARE(history.size(), 1);
        QCOMPARE(history.current().label, QStringLiteral("3"));
        QVERIFY(!history.canUndo());
    }

    void snapshotsInsideRunsGoToo()
    {
        const DocumentArray base = large();
        History history(2LL * 70'000);
        history.reset(state({}, base, base));
        RecipeRun run{base, {}, {}, base};
        for (int i = 0; i < 12; ++i) {
            run.array = edited(run.array, 0);
            run.array = edited(run.array, (i % 8) * Segment::Capacity);
            run.steps.push_back({{}, std::nullopt, run.array});
            history.push({QString::number(i), std::make_shared<const RecipeRun>(run), 0});
        }
        QVERIFY2(history.extraBytes() <= 3LL * 70'000 + 70'000LL * 4,
                 qPrintable(QString::number(history.extraBytes())));
        const RecipeRun &last = *history.current().run;
        QVERIFY(last.steps.back().after.has_value());
        QVERIFY(!last.steps.front().after.has_value());
    }

    void otherStatesForgetTheOldBase()
    {
        const DocumentArray base = large();
        History history;
        history.reset(state({}, base, base));
        history.push(state(QStringLiteral("edit"), base, edited(base, 0)));
        const DocumentArray other = table({texts("t", {"a"})});
        history.rebaseOthers(other);
        QVERIFY(history.current().run->base.sharesWith(base));
        QVERIFY(history.undo().run->base.sharesWith(other));
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
