// Profiles follow the array: only what changed is looked at again.
#include "core/recipe/columnsteps.h"
#include "core/recipe/rowsteps.h"
#include "core/session/datasetprofile.h"
#include "tests/look/tables.h"

#include <QSignalSpy>
#include <QTest>

using namespace passel;
using namespace passel::tests;

namespace {

DocumentArray sample()
{
    return table({texts("t", {"b", "a", Missing, "b"}), wholes("n", {"2", "1", "3", "2"})});
}

struct Watched
{
    Dataset dataset;
    std::unique_ptr<DatasetProfile> profile;
    std::unique_ptr<QSignalSpy> changes;

    Watched()
    {
        dataset.reset(sample());
        profile = std::make_unique<DatasetProfile>(&dataset);
        changes = std::make_unique<QSignalSpy>(profile.get(), &DatasetProfile::profileChanged);
    }

    [[nodiscard]] bool settle()
    {
        return QTest::qWaitFor([this] { return !dataset.isBusy() && profile->isIdle(); });
    }
};

} // namespace

class DatasetProfileTest : public QObject
{
    Q_OBJECT

private slots:

    void allColumnsGetTheirs()
    {
        Watched w;
        const QSignalSpy finished(w.profile.get(), &DatasetProfile::finished);
        QVERIFY(!w.profile->profile(0));
        QVERIFY(w.settle());
        QCOMPARE(finished.count(), 1);
        QCOMPARE(w.profile->profile(0)->distinct, 2);
        QCOMPARE(w.profile->profile(1)->maximum.toInt(), 3);
        QVERIFY(w.profile->isCurrent(0) && w.profile->isCurrent(1));
        QVERIFY(!w.profile->profile(2) && !w.profile->profile(-1));
        QVERIFY(!w.profile->isCurrent(2));
    }

    void anEditTouchesOneColumn()
    {
        Watched w;
        QVERIFY(w.settle());
        const auto text = w.profile->profile(0);
        w.dataset.edit(0, 1, QStringLiteral("9"));
        QVERIFY(w.profile->profile(1)); // the old one stays until the new one is there
        QVERIFY(!w.profile->isCurrent(1));
        QVERIFY(w.settle());
        QCOMPARE(w.profile->profile(1)->maximum.toInt(), 9);
        QCOMPARE(w.profile->profile(0), text);
    }

    void aSortTouchesNone()
    {
        Watched w;
        QVERIFY(w.settle());
        const auto text = w.profile->profile(0);
        const auto number = w.profile->profile(1);
        w.changes->clear();
        w.dataset.apply(std::make_shared<SortStep>(
            std::vector<SortStep::Key>{{{QStringLiteral("n"), 0}, false}}));
        QVERIFY(w.settle());
        QCOMPARE(w.profile->profile(0), text);
        QCOMPARE(w.profile->profile(1), number);
        QVERIFY(w.changes->isEmpty());
    }

    void aFilterTouchesAll()
    {
        Watched w;
        QVERIFY(w.settle());
        w.dataset.apply(std::make_shared<KeepRowsStep>(Condition::compare(
            {QStringLiteral("n"), 0}, Condition::Operator::Equals, {QStringLiteral("2")})));
        QVERIFY(w.settle());
        QCOMPARE(w.profile->profile(0)->rows, 2);
        QCOMPARE(w.profile->profile(0)->distinct, 1);
        QCOMPARE(w.profile->profile(1)->maximum.toInt(), 2);
        w.dataset.undo();
        QVERIFY(w.settle());
        QCOMPARE(w.profile->profile(1)->maximum.toInt(), 3);
    }

    void columnsTakeTheirProfileAlong()
    {
        Watched w;
        QVERIFY(w.settle());
        const auto number = w.profile->profile(1);
        w.dataset.apply(
            std::make_shared<ReorderColumnsStep>(ColumnRefs{{QStringLiteral("n"), 0}}, 0));
        QVERIFY(w.settle());
        QCOMPARE(w.profile->profile(0), number);
        w.dataset.apply(std::make_shared<RemoveColumnsStep>(ColumnRefs{{QStringLiteral("n"), 0}}));
        QVERIFY(w.settle());
        QCOMPARE(w.profile->profile(0)->distinct, 2);
        QVERIFY(!w.profile->profile(1));
        w.dataset.undo();
        QVERIFY(w.settle());
        QCOMPARE(w.profile->profile(0)->maximum.toInt(), 3);
    }

    void aProfileThatCameIsGreyUntilTheRowsAreThere()
    {
        class Later final : public SegmentSource
        {
        public:
            Result<SegmentPtr> fetch(quint64, const TaskContext &) override
            {
                return Error(ErrorKind::Network, "not-yet", {});
            }
        };

        const auto handle = SegmentHandle::pending(2, std::make_shared<Later>(), 0);
        Dataset dataset;
        dataset.reset(DocumentArray::create(Schema({field("n", TypeKind::Int)}),
                                            {Column(std::vector<SegmentHandle::Ptr>{handle})}, 2));
        DatasetProfile profile(&dataset);
        ColumnProfile came;
        came.distinct = 17;
        profile.setProfile(0, came);
        QVERIFY(QTest::qWaitFor([&] { return profile.isIdle(); }));
        QCOMPARE(profile.profile(0)->distinct, 17);
        QVERIFY(!profile.isCurrent(0));
        SegmentBuilder builder(TypeKind::Int);
        builder.appendInt(1);
        builder.appendInt(2);
        handle->fulfil(builder.seal());
        profile.refresh();
        QVERIFY(QTest::qWaitFor([&] { return profile.isCurrent(0); }));
        QCOMPARE(profile.profile(0)->distinct, 2);
        profile.setProfile(0, came); // too late: ours is better
        QCOMPARE(profile.profile(0)->distinct, 2);
    }

    void destroyedWhileWorking()
    {
        for (int i = 0; i < 20; ++i)
            const Watched w;
        QCoreApplication::processEvents();
    }

    void theDatasetGoesFirst()
    {
        auto dataset = std::make_unique<Dataset>();
        dataset->reset(sample());
        DatasetProfile profile(dataset.get());
        dataset.reset();
        profile.refresh();
        QVERIFY(QTest::qWaitFor([&] { return profile.isIdle(); }));
    }
};

QTEST_GUILESS_MAIN(DatasetProfileTest)
#include "tst_datasetprofile.moc"
