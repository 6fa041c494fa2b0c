// Any sequence of steps on any small table: undo restores, saving and loading changes nothing.
#include "core/recipe/cellsteps.h"
#include "core/recipe/columnsteps.h"
#include "core/recipe/replay.h"
#include "core/recipe/rowsteps.h"
#include "core/recipe/textsteps.h"
#include "core/recipe/valuesteps.h"
#include "tests/look/tables.h"

#include <QTest>

#include <rapidcheck.h>
#include <set>

using namespace passel;
using namespace passel::tests;

namespace {

const ColumnRef T{QStringLiteral("t"), 0};
const ColumnRef N{QStringLiteral("n"), 0};

rc::Gen<Cell> anyText()
{
    const auto some =
        rc::gen::elementOf(std::vector<std::string>{"", " ", "a", " a", "a  b", "\u00a0x", "A", "ä",
                                                    "12", "1,234", "2024-01-31", "x|y", "\\1"});
    return rc::gen::oneOf(rc::gen::just(Missing),
                          rc::gen::map(some, [](const std::string &text) { return Cell(text); }));
}

rc::Gen<Cell> anyNumber()
{
    return rc::gen::oneOf(rc::gen::just(Missing),
                          rc::gen::map(rc::gen::inRange(-3, 300),
                                       [](int number) { return Cell(std::to_string(number)); }));
}

DocumentArray anyTable(bool mayRepeat = true)
{
    const auto rows = *rc::gen::inRange<size_t>(0, 40);
    DocumentArray array =
        table({texts("t", *rc::gen::container<std::vector<Cell>>(rows, anyText())),
               wholes("n", *rc::gen::container<std::vector<Cell>>(rows, anyNumber()))});
    // Seen through any order, with rows left out and rows that stand twice.
    if (rows > 0 && *rc::gen::arbitrary<bool>()) {
        const auto shown = *rc::gen::inRange<size_t>(0, 50);
        auto positions = *rc::gen::container<std::vector<quint32>>(
            shown, rc::gen::inRange<quint32>(0, static_cast<quint32>(rows)));
        if (!mayRepeat) {
            std::set<quint32> seen;
            std::erase_if(positions, [&](quint32 row) { return !seen.insert(row).second; });
        }
        array = array.selected(positions);
    }
    return array;
}

Condition anyCondition()
{
    using Operator = Condition::Operator;
    const auto op = *rc::gen::element(Operator::Equals, Operator::NotEquals, Operator::Less,
                                      Operator::AtLeast, Operator::Contains, Operator::IsMissing);
    const bool onText = *rc::gen::arbitrary<bool>();
    return Condition::compare(onText ? T : N, op,
                              {onText ? QStringLiteral("a") : QStringLiteral("2")});
}

StepPtr anyStep()
{
    const ColumnRefs t{T};
    const ColumnRefs n{N};
    const auto flag = [] { return *rc::gen::arbitrary<bool>(); };
    switch (*rc::gen::inRange(0, 14)) {
    case 0:
        return std::make_shared<TrimStep>(flag() ? t : ColumnRefs(), flag());
    case 1:
        return std::make_shared<ChangeCaseStep>(
            t, *rc::gen::element(ChangeCaseStep::To::Upper, ChangeCaseStep::To::Lower,
                                 ChangeCaseStep::To::Title, ChangeCaseStep::To::Capitalized));
    case 2:
        return std::make_shared<ReplaceStep>(
            t,
            TextPattern{QStringLiteral("a"), flag(), flag(),
                        flag() ? TextPattern::Where::Whole : TextPattern::Where::Anywhere},
            QStringLiteral("[\\0]"));
    case 3:
        return std::make_shared<CastStep>(
            flag() ? t : n, *rc::gen::element(TypeKind::Int, TypeKind::Text, TypeKind::Float64,
                                              TypeKind::Date, TypeKind::Bool));
    case 4:
        return std::make_shared<FillMissingStep>(
            flag() ? t : n, flag() ? FillMissingStep::With::Previous : FillMissingStep::With::Next);
    case 5:
        return std::make_shared<FillMissingStep>(t, FillMissingStep::With::Constant,
                                                 QStringLiteral("1"));
    case 6:
        return std::make_shared<KeepRowsStep>(anyCondition(), flag());
    case 7:
        return std::make_shared<SortStep>(
            std::vector<SortStep::Key>{{flag() ? T : N, flag()}, {T, flag()}});
    case 8:
        return std::make_shared<DropDuplicatesStep>(flag() ? t : ColumnRefs(),
                                                    flag() ? DropDuplicatesStep::Keep::First
                                                           : DropDuplicatesStep::Keep::Last);
    case 9:
        return std::make_shared<DeleteRowsStep>(
            *rc::gen::container<std::vector<quint32>>(rc::gen::inRange<quint32>(0, 50)));
    case 10:
        return std::make_shared<InsertRowsStep>(*rc::gen::inRange(0, 50), *rc::gen::inRange(1, 5));
    case 11: {
        CellEdit edit;
        edit.storedRow = *rc::gen::inRange<quint32>(0, 50);
        edit.column = flag() ? T : N;
        edit.text = *anyText();
        return std::make_shared<EditCellsStep>(std::vector<CellEdit>{edit});
    }
    case 12:
        return std::make_shared<ReorderColumnsStep>(flag() ? t : n, *rc::gen::inRange(0, 3));
    default:
        return std::make_shared<RenameStep>(T, QStringLiteral("renamed"));
    }
}

std::vector<Cell> everyCell(const DocumentArray &array)
{
    std::vector<Cell> cells;
    for (qsizetype column = 0; column < array.columnCount(); ++column) {
        const auto more = cellsOf(array, column);
        cells.insert(cells.end(), more.begin(), more.end());
    }
    return cells;
}

Recipe anyRecipe()
{
    Recipe recipe;
    const int steps = *rc::gen::inRange(0, 6);
    for (int i = 0; i < steps; ++i) {
        recipe = recipe.withInserted(
            recipe.size(),
            {anyStep(), *rc::gen::weightedElement<bool>({{4, true}, {1, false}}), {}});
    }
    return recipe;
}

} // namespace

class RecipePropertiesTest : public QObject
{
    Q_OBJECT

private slots:

    void aStepNeverTouchesItsInput()
    {
        QVERIFY(rc::check("undo restores equal", [] {
            const DocumentArray before = anyTable();
            const std::vector<Cell> cells = everyCell(before);
            const auto run = replay(before, anyRecipe(), nullptr, OnStepError::PassOver);
            RC_ASSERT(run.hasValue());
            RC_ASSERT(run->array.verify().hasValue());
            RC_ASSERT(everyCell(before) == cells);
        }));
    }

    void savedRecipesDoTheSame()
    {
        QVERIFY(rc::check("serialise, load, same result", [] {
            const DocumentArray array = anyTable();
            const Recipe recipe = anyRecipe();
            const auto again = Recipe::fromFile(recipe.toFile());
            RC_ASSERT(again.hasValue());
            RC_ASSERT(*again == recipe);
            const auto a = replay(array, recipe, nullptr, OnStepError::PassOver);
            const auto b = replay(array, *again, nullptr, OnStepError::PassOver);
            RC_ASSERT(a->array.equals(b->array));
            for (size_t i = 0; i < a->steps.size(); ++i)
                RC_ASSERT(a->steps[i].report == b->steps[i].report);
        }));
    }

    void theOrderStoredDoesNotMatter()
    {
        QVERIFY(rc::check("a view and its compacted copy give the same", [] {
            // A row that stands twice is one cell, so that filling it from above is ambiguous.
            const DocumentArray view = anyTable(false);
            const auto copy = view.compacted();
            RC_ASSERT(copy.hasValue());
            const StepPtr step = anyStep();
            // Steps that name stored rows mean other rows in a copy.
            RC_PRE(step->id() != "delete-rows" && step->id() != "edit-cells");
            const auto a = step->apply(view);
            const auto b = step->apply(*copy);
            RC_ASSERT(a.hasValue() == b.hasValue());
            if (!a)
                return;
            RC_ASSERT(a->array.equals(b->array));
            RC_ASSERT(a->report == b->report);
        }));
    }

    void reportsTellTheTruth()
    {
        QVERIFY(rc::check("counts of rows and cells", [] {
            const DocumentArray array = anyTable();
            const StepPtr step = anyStep();
            const auto outcome = step->apply(array);
            RC_PRE(outcome.hasValue());
            const StepReport &report = outcome->report;
            RC_ASSERT(outcome->array.rowCount()
                      == array.rowCount() - report.rowsRemoved + report.rowsAdded);
            if (step->id() == "trim" || step->id() == "replace" || step->id() == "change-case"
                || step->id() == "fill-missing" || step->id() == "cast") {
                const auto before = everyCell(array);
                const auto after = everyCell(outcome->array);
                qint64 changed = 0;
                for (size_t i = 0; i < before.size(); ++i)
                    changed += before[i] != after[i] ? 1 : 0;
                RC_ASSERT(report.cellsChanged == changed);
            }
        }));
    }
};

QTEST_GUILESS_MAIN(RecipePropertiesTest)
#include "tst_recipeproperties.moc"
