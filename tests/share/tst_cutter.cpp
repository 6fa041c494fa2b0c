// Where parts end: near the average, and moved by an edit only where the edit is.
#include "core/share/cutter.h"
#include "core/share/partcodec.h"
#include "tests/share/shareddata.h"

#include <QTest>

#include <set>

using namespace passel;
using namespace passel::testdata;

class TestCutter final : public QObject
{
    Q_OBJECT

private:
    static ArrayCut cut(const DocumentArray &array, const CutParameters *parent = nullptr)
    {
        auto made = cutArray(array, parent, {}, ThreadPool::global());
        Q_ASSERT(made);
        return *made;
    }

    static std::vector<std::vector<Digest>> names(const DocumentArray &array)
    {
        const ArrayCut ends = cut(array);
        std::vector<std::vector<Digest>> all;
        for (size_t column = 0; column < ends.parts.size(); ++column) {
            std::vector<Digest> list;
            qsizetype first = 0;
            for (const qint64 rows : ends.parts[column]) {
                const auto slice =
                    ColumnSlice::of(array, static_cast<qsizetype>(column), first, rows);
                list.push_back(sha256(*encodeStretch(*slice)));
                first += rows;
            }
            all.push_back(std::move(list));
        }
        return all;
    }

    static qsizetype changed(const std::vector<Digest> &before, const std::vector<Digest> &after)
    {
        const std::set<Digest> known(before.begin(), before.end());
        return std::count_if(after.begin(), after.end(),
                             [&](const Digest &name) { return !known.contains(name); });
    }

private slots:

    void rowsAddUp()
    {
        for (const qsizetype rows : {0, 1, 100, 60'000}) {
            const ArrayCut ends = cut(table(rows));
            for (const auto &column : ends.parts) {
                qint64 sum = 0;
                for (const qint64 part : column) {
                    QVERIFY(part > 0);
                    sum += part;
                }
                QCOMPARE(sum, qint64(rows));
            }
        }
    }

    void sizesAreNearTheAverage()
    {
        const ArrayCut ends = cut(table(300'000));
        // Column 0: 8 bytes a value.
        const auto &parts = ends.parts[0];
        for (size_t i = 0; i + 1 < parts.size(); ++i) {
            QVERIFY(parts[i] * 8 >= 32LL * 1024);
            QVERIFY(parts[i] * 8 <= 512LL * 1024);
        }
        const double average = 300'000.0 * 8 / double(parts.size());
        QVERIFY2(average > 80'000 && average < 200'000, qPrintable(QString::number(average)));
    }

    void cutsAreFrozen()
    {
        // Version 1 of the rule: other numbers here mean that no child shares with its parent.
        QCOMPARE(cut(table(60'000)).parts[0], (std::vector<qint64>{28427, 17262, 14311}));
        QCOMPARE(cut(table(60'000)).parts[1].size(), size_t(5));
        QCOMPARE(cut(table(60'000)).parts[2].size(), size_t(11));
    }

    void cutsFollowTheValuesOnly()
    {
        const DocumentArray whole = table(50'000);
        const auto expected = cut(whole).parts;
        QCOMPARE(cut(whole.reversed().reversed()).parts, expected);
        std::vector<quint32> positions;
        for (quint32 i = 0; i < 50'000; ++i)
            positions.push_back(i);
        QCOMPARE(cut(whole.selected(positions)).parts, expected);
        const auto compacted = whole.sliced(100, 40'000).compacted();
        QCOMPARE(cut(whole.sliced(100, 40'000)).parts, cut(*compacted).parts);
    }

    void aRowOnTopChangesTheFirstPart()
    {
        const DocumentArray before = table(200'000);
        const auto after = before.inserted(0, table(1, 99));
        QVERIFY(after);
        const auto old = names(before);
        const auto fresh = names(*after);
        for (size_t column = 0; column < old.size(); ++column) {
            QVERIFY(old[column].size() > 3);
            QCOMPARE(changed(old[column], fresh[column]), qsizetype(1));
        }
    }

    void aCellChangesOnePart()
    {
        const DocumentArray before = table(100'000);
        const auto after = before.withValue(50'000, 0, number(7));
        QVERIFY(after);
        const auto old = names(before);
        const auto fresh = names(*after);
        QCOMPARE(changed(old[0], fresh[0]), qsizetype(1));
        for (size_t column = 1; column < old.size(); ++column)
            QCOMPARE(fresh[column], old[column]);
    }

    void largeCellsStandAlone()
    {
        std::vector<Value> values(10, text("small"));
        values[4] = Value::text(std::string(600ULL * 1024, 'x'));
        const ArrayCut ends = cut(array(field(QStringLiteral("t"), TypeKind::Text), values));
        QCOMPARE(ends.parts[0], (std::vector<qint64>{4, 1, 5}));
    }

    void everyTypeIsCut()
    {
        for (const Sample &sample : samples()) {
            const ArrayCut ends = cut(array(sample.field, sample.values));
            QCOMPARE(ends.parts[0], std::vector<qint64>{static_cast<qint64>(sample.values.size())});
            QVERIFY(ends.plainSize > 0);
        }
    }

    void parentsNumbersAreKept()
    {
        const CutParameters parent = CutParameters::ofAverage(16LL * 1024);
        const ArrayCut ends = cut(table(50'000), &parent);
        QCOMPARE(ends.parameters, parent);
        QVERIFY(ends.parts[0].size() > 15);
    }

    void partsStayBelowTheLimit()
    {
        // A parent's small parts grow when there would be too many.
        const CutParameters parent{1, 1024, 1024, 1024};
        const ArrayCut ends = cut(table(700'000), &parent);
        qint64 parts = 0;
        for (const auto &column : ends.parts)
            parts += static_cast<qint64>(column.size());
        QVERIFY(parts <= MaximumParts);
        QVERIFY(ends.parameters.average > 1024);
    }
};

QTEST_GUILESS_MAIN(TestCutter)
#include "tst_cutter.moc"
