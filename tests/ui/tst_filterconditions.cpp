// Conditions that a click means, against the rows that they keep.
#include "tests/look/tables.h"
#include "ui/actions/filterconditions.h"

#include <QTest>

using namespace passel;
using namespace passel::tests;

class TestFilterConditions : public QObject
{
    Q_OBJECT

private slots:

    void everyFrequentValueKeepsItsRows()
    {
        // Two are longer than the 256 bytes that a profile keeps, one of them in the middle of a
        // character; one is exactly as long as such a beginning.
        const std::string whole(256, 'x');
        const std::string umlaut = std::string(255, 'y') + "ü and more";
        const DocumentArray array =
            table({texts("t", {whole, umlaut, whole + "z", "", "a", "a", whole + "z", umlaut})});
        const auto profile = profileColumn(array, 0);
        QVERIFY(profile);
        QCOMPARE(profile->top.size(), size_t(5));
        for (const ProfileValue &value : profile->top) {
            const auto rows = frequentCondition(array.schema(), 0, {value}).rows(array);
            QVERIFY(rows);
            // A beginning may be that of other values, too.
            QVERIFY(value.isCut ? qint64(rows->size()) >= value.count
                                : qint64(rows->size()) == value.count);
        }
        const auto all = frequentCondition(array.schema(), 0, profile->top).rows(array);
        QVERIFY(all);
        QCOMPARE(all->size(), size_t(8));
    }
};

QTEST_GUILESS_MAIN(TestFilterConditions)
#include "tst_filterconditions.moc"
