// Row maps: the same as a plain vector of row numbers, only smaller.
#include "core/array/rowmap.h"

#include <QTest>

#include <numeric>

using namespace passel;

class TestRowMap final : public QObject
{
    Q_OBJECT

private slots:

    void identityCostsNothing()
    {
        const RowMap map = RowMap::identity(10'000'000);
        QVERIFY(map.isIdentity());
        QCOMPARE(map.stored(9'999'999), 9'999'999);
        QVERIFY(!map.sliced(1, 5).isIdentity());
    }

    void deletionMakesRuns()
    {
        const RowMap map = RowMap::identity(100);
        const RowMap cut = map.sliced(0, 40).concatenated(map.sliced(41, 59));
        QCOMPARE(cut.size(), 99);
        QCOMPARE(cut.stored(39), 39);
        QCOMPARE(cut.stored(40), 41);
        const RowMap whole =
            cut.sliced(0, 40).concatenated(RowMap::range(40, 1)).concatenated(cut.sliced(40, 59));
        QVERIFY(whole.isIdentity());
        QVERIFY(whole == map);
    }

    void anyOrder()
    {
        std::vector<quint32> rows(1000);
        for (size_t i = 0; i < rows.size(); ++i)
            rows[i] = quint32((i * 617) % 1000);
        const RowMap map = RowMap::of(rows);
        QVERIFY(map.toVector() == rows);
        std::vector<quint32> back;
        map.forEachRun([&](qsizetype, qsizetype stored, qsizetype count) {
            for (qsizetype i = 0; i < count; ++i)
                back.push_back(quint32(stored + i));
        });
        QVERIFY(back == rows);
        QVERIFY(map.reversed().reversed() == map);
        QVERIFY(map.shifted(5).stored(0) == qsizetype(rows[0]) + 5);
    }

    void equalityIsOfOrderNotOfForm()
    {
        QVERIFY(RowMap::of({0, 1, 2}) == RowMap::identity(3));
        QVERIFY(!(RowMap::of({0, 2, 1}) == RowMap::identity(3)));
        QVERIFY(RowMap::identity(0) == RowMap());
    }

    void selectionMayRepeat()
    {
        const std::vector<quint32> positions{2, 2, 0};
        const RowMap map = RowMap::range(10, 3).selected(positions);
        QCOMPARE(map.size(), 3);
        QCOMPARE(map.stored(0), 12);
        QCOMPARE(map.stored(1), 12);
        QCOMPARE(map.stored(2), 10);
    }
};

QTEST_GUILESS_MAIN(TestRowMap)
#include "tst_rowmap.moc"
