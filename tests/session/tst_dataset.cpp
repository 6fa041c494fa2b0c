// The open array: requests one after the other, undo of everything, nothing late.
#include "core/recipe/cellsteps.h"
#include "core/recipe/columnsteps.h"
#include "core/recipe/rowsteps.h"
#include "core/recipe/textsteps.h"
#include "core/recipe/valuesteps.h"
#include "core/session/dataset.h"
#include "tests/look/tables.h"
#include "tests/session/steps.h"

#include <QSignalSpy>
#include <QTest>

using namespace passel;
using namespace passel::tests;

namespace {

const ColumnRefs T{{QStringLiteral("t"), 0}};

DocumentArray sample()
{
    return table({texts("t", {" b", "a ", Missing, " b"}), wholes("n", {"2", "1", "3", "2"})});
}

StepPtr trim()
{
    return std::make_shared<TrimStep>(ColumnRefs());
}

StepPtr upper()
{
    return std::make_shared<ChangeCaseStep>(T, ChangeCaseStep::To::Upper);
}

StepPtr distinct()
{
    return std::make_shared<DropDuplicatesStep>(ColumnRefs());
}

StepPtr readStep()
{
    return std::make_shared<ReadStep>(QStringLiteral("x.csv"), QStringLiteral("CSV"),
                                      QJsonObject());
}

// A dataset with its signals watched.
struct Watched
{
    Dataset dataset;
    QSignalSpy arrays{&dataset, &Dataset::arrayChanged};
    QSignalSpy recipes{&dataset, &Dataset::recipeChanged};
    QSignalSpy failures{&dataset, &Dataset::failed};
    QSignalSpy steps{&dataset, &Dataset::stepApplied};
    QSignalSpy busy{&dataset, &Dataset::busyChanged};
    QSignalSpy modified{&dataset, &Dataset::modifiedChanged};

    explicit Watched(const DocumentArray &base = sample(), const Recipe &recipe = {})
    {
        dataset.reset(base, recipe);
        arrays.clear();
        recipes.clear();
        busy.clear();
    }

    [[nodiscard]] bool settle()
    {
        return QTest::qWaitFor([this] { return !dataset.isBusy(); });
    }

    [[nodiscard]] QString texts() const { return joined(dataset.array(), 0); }

    [[nodiscard]] QByteArray code() const
    {
        return failures.isEmpty() ? QByteArray() : failures.last().at(0).value<Error>().code();
    }
};

} // namespace

class DatasetTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        qRegisterMetaType<ArrayDiff>();
        qRegisterMetaType<StepReport>();
        qRegisterMetaType<Error>();
    }

    void beginsEmpty()
    {
        const Dataset dataset;
        QCOMPARE(dataset.array().rowCount(), 0);
        QVERIFY(!dataset.canUndo() && !dataset.canRedo() && !dataset.isModified());
    }

    void aStepIsDoneAndUndone()
    {
        Watched w;
        w.dataset.apply(trim());
        QVERIFY(w.dataset.isBusy());
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("b|a|∅|b"));
        QCOMPARE(w.steps.count(), 1);
        QCOMPARE(w.steps.at(0).at(0).value<StepReport>().cellsChanged, 3);
        QCOMPARE(w.dataset.recipe().size(), 1);
        QCOMPARE(w.dataset.history().undoLabel(),
                 QStringLiteral("Trim and collapse spaces in every text column"));
        QVERIFY(w.dataset.isModified());
        QCOMPARE(w.arrays.count(), 1);
        const auto diff = w.arrays.at(0).at(0).value<ArrayDiff>();
        QVERIFY(!diff.schemaChanged && !diff.rowsChanged);
        QCOMPARE(diff.cells, (std::vector<ArrayDiff::Cells>{{0, 0, 4}}));

        w.dataset.undo();
        QCOMPARE(w.texts(), QStringLiteral(" b|a |∅| b"));
        QCOMPARE(w.dataset.recipe().size(), 0);
        QVERIFY(!w.dataset.isModified());
        w.dataset.redo();
        QCOMPARE(w.texts(), QStringLiteral("b|a|∅|b"));
        QCOMPARE(w.dataset.recipe().size(), 1);
        QCOMPARE(w.modified.count(), 3);
        w.dataset.redo(); // nothing to redo
        QVERIFY(w.settle());
        QCOMPARE(w.dataset.recipe().size(), 1);
    }

    void requestsAreDoneInOrder()
    {
        Watched w;
        w.dataset.apply(trim());
        w.dataset.apply(upper());
        w.dataset.apply(distinct());
        w.dataset.undo();
        w.dataset.apply(std::make_shared<SortStep>(
            std::vector<SortStep::Key>{{{QStringLiteral("n"), 0}, false}}));
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("A|B|B|∅"));
        QCOMPARE(w.dataset.recipe().size(), 3);
        QCOMPARE(w.busy.count(), 2); // busy once, idle once
    }

    void aStepThatFailsChangesNothing()
    {
        Watched w;
        w.dataset.apply(std::make_shared<TrimStep>(ColumnRefs{{QStringLiteral("gone"), 0}}));
        w.dataset.apply(trim()); // the next one is done all the same
        QVERIFY(w.settle());
        QCOMPARE(w.failures.count(), 1);
        QCOMPARE(w.code(), QByteArray("no-such-column"));
        QCOMPARE(w.dataset.recipe().size(), 1);
        QCOMPARE(w.texts(), QStringLiteral("b|a|∅|b"));
    }

    void edits()
    {
        Watched w;
        w.dataset.edit(1, 0, QStringLiteral("typed"));
        QVERIFY(!w.dataset.isBusy()); // at once
        QCOMPARE(w.texts(), QStringLiteral(" b|typed|∅| b"));
        w.dataset.edit(0, 0, std::nullopt);
        w.dataset.edit(2, 1, QStringLiteral("7"));
        QCOMPARE(w.texts(), QStringLiteral("∅|typed|∅| b"));
        QCOMPARE(joined(w.dataset.array(), 1), QStringLiteral("2|1|7|2"));
        QCOMPARE(w.dataset.recipe().size(), 3);
        QCOMPARE(w.dataset.history().undoLabel(), QStringLiteral("Set n in row 3 to 7"));
        w.dataset.undo();
        w.dataset.undo();
        QCOMPARE(w.texts(), QStringLiteral(" b|typed|∅| b"));

        w.dataset.edit(1, 0, QStringLiteral("typed")); // the same again
        QCOMPARE(w.dataset.recipe().size(), 1);
        QVERIFY(w.dataset.canRedo());

        w.dataset.edit(0, 1, QStringLiteral("many"));
        QCOMPARE(w.code(), QByteArray("field-type"));
        QCOMPARE(w.dataset.recipe().size(), 1);
    }

    void anEditWhileBusyMeansTheRowOnTheScreen()
    {
        Watched w;
        w.dataset.apply(std::make_shared<SortStep>(
            std::vector<SortStep::Key>{{{QStringLiteral("n"), 0}, false}}));
        w.dataset.edit(0, 0, QStringLiteral("first"));
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("a |first| b|∅"));
    }

    void theRecipeCanBeChangedLater()
    {
        Watched w(sample(), Recipe().with(readStep()));
        w.dataset.apply(trim());
        w.dataset.apply(upper());
        w.dataset.apply(distinct());
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("B|A|∅"));

        w.dataset.setStepEnabled(2, false);
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("b|a|∅"));
        QCOMPARE(w.dataset.run().steps[3].report.rowsRemoved, 1);

        w.dataset.removeStep(1);
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral(" b|a |∅"));

        w.dataset.replaceStep(1, std::make_shared<ChangeCaseStep>(T, ChangeCaseStep::To::Title));
        w.dataset.setStepEnabled(1, true);
        w.dataset.insertStep(1, trim());
        w.dataset.moveStep(1, 3);
        w.dataset.setStepComment(3, QStringLiteral("last"));
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("B|A|∅"));
        QCOMPARE(w.dataset.recipe().at(3).step->id(), QByteArray("trim"));
        QCOMPARE(w.dataset.recipe().at(3).comment, QStringLiteral("last"));

        // Everything is undone, to the first state.
        while (w.dataset.canUndo())
            w.dataset.undo();
        QCOMPARE(w.texts(), QStringLiteral(" b|a |∅| b"));
        QCOMPARE(w.dataset.recipe().size(), 1);
        while (w.dataset.canRedo())
            w.dataset.redo();
        QCOMPARE(w.texts(), QStringLiteral("B|A|∅"));
    }

    void theReadStepStaysWhereItIs()
    {
        Watched w(sample(), Recipe().with(readStep()));
        w.dataset.apply(trim());
        w.dataset.setStepEnabled(0, false);
        w.dataset.removeStep(0);
        w.dataset.moveStep(0, 1);
        w.dataset.moveStep(1, 0);
        w.dataset.insertStep(0, trim());
        w.dataset.removeStep(17);
        QVERIFY(w.settle());
        QCOMPARE(w.dataset.recipe().size(), 2);
        QCOMPARE(w.dataset.recipe().at(0).step->id(), QByteArray("read"));
        QVERIFY(w.dataset.recipe().at(0).isEnabled);
    }

    void replayBeginsAtTheNearestSnapshot()
    {
        Watched w;
        const auto first = std::make_shared<CountingStep>(QStringLiteral("first"));
        const auto second = std::make_shared<CountingStep>(QStringLiteral("second"));
        const auto third = std::make_shared<CountingStep>(QStringLiteral("third"));
        for (const auto &step : {first, second, third})
            w.dataset.apply(step);
        QVERIFY(w.settle());
        w.dataset.setStepEnabled(1, false);
        QVERIFY(w.settle());
        QCOMPARE(first->count(), 1);
        QCOMPARE(second->count(), 1);
        QCOMPARE(third->count(), 2);
    }

    void stepsThatCannotBeDoneAnyMoreArePassedOver()
    {
        Watched w;
        w.dataset.apply(std::make_shared<RenameStep>(T.front(), QStringLiteral("name")));
        w.dataset.apply(std::make_shared<TrimStep>(ColumnRefs{{QStringLiteral("name"), 0}}));
        w.dataset.apply(distinct());
        QVERIFY(w.settle());
        w.dataset.setStepEnabled(0, false);
        QVERIFY(w.settle());
        QVERIFY(w.failures.isEmpty());
        QCOMPARE(w.dataset.run().steps[1].error->code(), QByteArray("no-such-column"));
        QCOMPARE(w.texts(), QStringLiteral(" b|a |∅"));
        w.dataset.undo();
        QCOMPARE(w.texts(), QStringLiteral("b|a|∅"));
    }

    void cancelStopsAndForgetsWhatWaits()
    {
        Watched w;
        const auto gate = std::make_shared<Gate>();
        w.dataset.apply(std::make_shared<GateStep>(gate));
        w.dataset.apply(trim());
        gate->waitForVisitor();
        w.dataset.cancel();
        QVERIFY(w.settle());
        QVERIFY(w.failures.isEmpty()); // an outcome, not an error
        QVERIFY(w.arrays.isEmpty());
        QCOMPARE(w.dataset.recipe().size(), 0);
        QCOMPARE(w.texts(), QStringLiteral(" b|a |∅| b"));
        w.dataset.apply(trim());
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("b|a|∅|b"));
    }

    void lateResultsAreDropped()
    {
        Watched w;
        const auto gate = std::make_shared<Gate>();
        w.dataset.apply(std::make_shared<GateStep>(gate));
        gate->waitForVisitor();
        w.dataset.reset(table({texts("t", {"new"})}));
        QVERIFY(!w.dataset.isBusy());
        gate->open();
        w.dataset.apply(trim());
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("new"));
        QCOMPARE(w.dataset.recipe().size(), 1);
        QVERIFY(!w.dataset.isModified() == (w.dataset.recipe().size() == 0));
    }

    void destroyedWhileBusy()
    {
        const auto gate = std::make_shared<Gate>();
        {
            Watched w;
            w.dataset.apply(std::make_shared<GateStep>(gate));
            gate->waitForVisitor();
        }
        gate->open();
        QCoreApplication::processEvents();
    }

    void destroyedByItsOwnSignal()
    {
        auto dataset = std::make_unique<Dataset>();
        dataset->reset(sample());
        connect(dataset.get(), &Dataset::stepApplied, this, [&] { dataset.reset(); });
        dataset->apply(trim());
        dataset->apply(upper());
        QTRY_VERIFY(!dataset);
    }

    void resetDoesARecipeThatCame()
    {
        Watched w(sample(), Recipe().with(readStep()).with(trim()).with(distinct()));
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("b|a|∅"));
        QCOMPARE(w.dataset.recipe().size(), 3);
        QVERIFY(!w.dataset.canUndo());
        QVERIFY(!w.dataset.isModified());
    }

    void moreRowsArrive()
    {
        Watched w(sample().sliced(0, 1), Recipe().with(readStep()));
        w.dataset.setBase(sample().sliced(0, 2));
        QVERIFY(!w.dataset.isBusy()); // nothing to do again
        QCOMPARE(w.texts(), QStringLiteral(" b|a "));
        QVERIFY(!w.dataset.canUndo() && !w.dataset.isModified());
        w.dataset.apply(trim());
        QVERIFY(w.settle());
        w.dataset.setBase(sample());
        w.dataset.setBase(sample());
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("b|a|∅|b"));
        QCOMPARE(w.dataset.base().rowCount(), 4);
        // Going back shows the rows that are there now.
        w.dataset.undo();
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral(" b|a |∅| b"));
        QVERIFY(!w.dataset.isModified());
        w.dataset.redo();
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("b|a|∅|b"));
    }

    void moreRowsArriveWhileBusy()
    {
        Watched w(sample().sliced(0, 2), Recipe().with(readStep()));
        const auto gate = std::make_shared<Gate>();
        w.dataset.apply(std::make_shared<GateStep>(gate));
        gate->waitForVisitor();
        w.dataset.setBase(sample());
        w.dataset.apply(trim());
        gate->open();
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("b|a|∅"));
        w.dataset.undo();
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral(" b|a |∅"));
    }

    void undoOfAStateLeavesNewerOnesAlone()
    {
        Watched w;
        w.dataset.apply(trim());
        QVERIFY(w.settle());
        const quint64 stamp = w.dataset.history().current().stamp;
        w.dataset.apply(upper());
        w.dataset.undoState(stamp); // waits its turn, and is void by then
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("B|A|∅|B"));
        w.dataset.undoState(stamp);
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("B|A|∅|B"));
        w.dataset.undo();
        w.dataset.undoState(stamp);
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral(" b|a |∅| b"));
    }

    void readAgainKeepsStepsAndPast()
    {
        Watched w(sample(), Recipe().with(readStep()));
        w.dataset.setStepComment(0, QStringLiteral("mine"));
        w.dataset.apply(trim());
        QVERIFY(w.settle());
        w.dataset.setSaved();
        const auto other = std::make_shared<ReadStep>(
            QStringLiteral("x.csv"), QStringLiteral("CSV"),
            QJsonObject{{QStringLiteral("encoding"), QStringLiteral("GB18030")}});
        w.dataset.readAgain(table({texts("t", {" c", "d "})}), other, {{QStringLiteral("n"), 1}});
        QCOMPARE(w.texts(), QStringLiteral("b|a|∅|b")); // until the steps are done again
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("c|d"));
        QCOMPARE(w.dataset.base().rowCount(), 2);
        QCOMPARE(w.dataset.recipe().size(), 2);
        QVERIFY(w.dataset.recipe().at(0).step == other);
        QCOMPARE(w.dataset.recipe().at(0).comment, QStringLiteral("mine"));
        QCOMPARE(w.dataset.origin().readOptions.size(), 1);
        QVERIFY(w.dataset.isModified());
        w.dataset.apply(upper());
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("C|D"));
        w.dataset.undo();
        w.dataset.undo();
        QVERIFY(!w.dataset.isBusy()); // nothing was forgotten
        QCOMPARE(w.texts(), QStringLiteral("b|a|∅|b"));
        QCOMPARE(w.dataset.base().rowCount(), 4);
        QVERIFY(w.dataset.origin().readOptions.isEmpty());
        QVERIFY(!w.dataset.isModified());
        w.dataset.undo();
        QCOMPARE(w.texts(), QStringLiteral(" b|a |∅| b"));
        for (int i = 0; i < 3; ++i)
            w.dataset.redo();
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("C|D"));
        QCOMPARE(w.dataset.base().rowCount(), 2);
    }

    void readAgainWithoutStepsLosesNothing()
    {
        Watched w(sample(), Recipe().with(readStep()));
        w.dataset.readAgain(table({texts("t", {"c"})}), readStep(), {});
        QVERIFY(!w.dataset.isBusy()); // nothing to do again
        QCOMPARE(w.texts(), QStringLiteral("c"));
        QVERIFY(!w.dataset.isModified());
        w.dataset.undo();
        QCOMPARE(w.texts(), QStringLiteral(" b|a |∅| b"));
        QVERIFY(!w.dataset.isModified());
    }

    void readAgainWhileBusyWaitsItsTurn()
    {
        Watched w(sample(), Recipe().with(readStep()));
        const auto gate = std::make_shared<Gate>();
        w.dataset.apply(std::make_shared<GateStep>(gate));
        gate->waitForVisitor();
        w.dataset.readAgain(table({texts("t", {" c", " d", " e"})}), readStep(), {});
        w.dataset.apply(trim());
        w.dataset.undo();
        gate->open();
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral(" c| d"));
        w.dataset.undo();
        QCOMPARE(w.texts(), QStringLiteral(" b|a |∅"));
        w.dataset.redo();
        w.dataset.redo();
        QVERIFY(w.settle());
        QCOMPARE(w.texts(), QStringLiteral("c|d"));
    }

    void savedIsNotModified()
    {
        Watched w;
        w.dataset.apply(trim());
        QVERIFY(w.settle());
        w.dataset.setSaved();
        QVERIFY(!w.dataset.isModified());
        w.dataset.undo();
        QVERIFY(w.dataset.isModified());
        w.dataset.redo();
        QVERIFY(!w.dataset.isModified());
    }

    void theBudgetHolds()
    {
        ColumnBuilder builder(TypeKind::Int);
        constexpr qsizetype Rows = 4LL * Segment::Capacity;
        for (qsizetype i = 0; i < Rows; ++i)
            builder.next().appendInt(i * 0x100000001LL);
        Dataset dataset(nullptr, ThreadPool::global(), 700'000);
        dataset.reset(
            DocumentArray::create(Schema({field("n", TypeKind::Int)}), {builder.finish()}, Rows));
        for (int i = 0; i < 60; ++i)
            dataset.edit((i % 4) * Segment::Capacity, 0, QString::number(-i - 1));
        QCOMPARE(dataset.recipe().size(), 60);
        QVERIFY(dataset.history().size() < 30);
        QVERIFY(dataset.history().extraBytes() <= 700'000);
        // Snapshots are gone, the recipe can still be changed.
        dataset.setStepEnabled(59, false);
        QVERIFY(QTest::qWaitFor([&] { return !dataset.isBusy(); }));
        QCOMPARE(dataset.array().tryText(3 * Segment::Capacity, 0), Cell("-56"));
    }

    void origins()
    {
        Dataset dataset;
        const QSignalSpy origins(&dataset, &Dataset::originChanged);
        const QSignalSpy titles(&dataset, &Dataset::titleChanged);
        Origin origin;
        origin.shareKey = QStringLiteral("river-tango-58-cobalt-k7");
        dataset.setOrigin(origin);
        dataset.setOrigin(origin);
        QCOMPARE(origins.count(), 1);
        QCOMPARE(dataset.origin(), origin);
        dataset.setTitle(QStringLiteral("x"));
        dataset.setTitle(QStringLiteral("x"));
        QCOMPARE(titles.count(), 1);
    }
};

QTEST_GUILESS_MAIN(DatasetTest)
#include "tst_dataset.moc"
