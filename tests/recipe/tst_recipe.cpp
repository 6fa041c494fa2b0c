// Recipes: saved and loaded, replayed from the nearest snapshot, and the properties of all steps.
#include "core/recipe/cellsteps.h"
#include "core/recipe/columnsteps.h"
#include "core/recipe/replay.h"
#include "core/recipe/rowsteps.h"
#include "core/recipe/stepregistry.h"
#include "core/recipe/textsteps.h"
#include "core/recipe/valuesteps.h"
#include "tests/look/tables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace passel;
using namespace passel::tests;

namespace {

ColumnRef ref(const char *name)
{
    return {QString::fromUtf8(name), 0};
}

template <typename S, typename... Arguments>
StepPtr make(Arguments &&...arguments)
{
    return std::make_shared<S>(std::forward<Arguments>(arguments)...);
}

Condition is(const char *column, Condition::Operator op, const char *operand)
{
    return Condition::compare(ref(column), op, {QString::fromUtf8(operand)});
}

// One of each kind at least, over columns t (text) and n (whole numbers).
std::vector<StepPtr> allKinds()
{
    using Operator = Condition::Operator;
    const ColumnRefs t{ref("t")};
    const ColumnRefs n{ref("n")};
    TextPattern digits{QStringLiteral("\\d+"), true, true, TextPattern::Where::Anywhere};
    TextPattern letter{QStringLiteral("a"), false, false, TextPattern::Where::Whole};
    return {
        make<ReadStep>(QStringLiteral("x.csv"), QStringLiteral("CSV"),
                       QJsonObject{{QStringLiteral("delimiter"), QStringLiteral(";")}}),
        make<RenameStep>(ref("t"), QStringLiteral("text")),
        make<RemoveColumnsStep>(n),
        make<ReorderColumnsStep>(n, 0),
        make<TrimStep>(t, false),
        make<TrimStep>(ColumnRefs()),
        make<ChangeCaseStep>(t, ChangeCaseStep::To::Upper),
        make<ChangeCaseStep>(t, ChangeCaseStep::To::Lower),
        make<ChangeCaseStep>(t, ChangeCaseStep::To::Title),
        make<ChangeCaseStep>(t, ChangeCaseStep::To::Capitalized),
        make<ReplaceStep>(t, digits, QStringLiteral("#")),
        make<ReplaceStep>(t, letter, QString()),
        make<CastStep>(t, TypeKind::Int),
        make<CastStep>(t, TypeKind::Date, "%d.%m.%Y"),
        make<CastStep>(n, TypeKind::Text),
        make<SetTypeStep>(ref("n"), TypeKind::Float64),
        make<FillMissingStep>(n, FillMissingStep::With::Constant, QStringLiteral("0")),
        make<FillMissingStep>(t, FillMissingStep::With::Previous),
        make<FillMissingStep>(t, FillMissingStep::With::Next),
        make<KeepRowsStep>(is("n", Operator::AtLeast, "2")),
        make<KeepRowsStep>(
            Condition::any({is("t", Operator::Contains, "a"), is("n", Operator::Less, "0")}), true),
        make<SortStep>(std::vector<SortStep::Key>{{ref("n"), true}, {ref("t"), false}}),
        make<DropDuplicatesStep>(ColumnRefs()),
        make<DropDuplicatesStep>(t, DropDuplicatesStep::Keep::Last),
        make<DeleteRowsStep>(std::vector<quint32>{0, 1, 2, 7}),
        make<InsertRowsStep>(1, 2),
        make<EditCellsStep>(std::vector<CellEdit>{{1, {}, ref("t"), "typed"},
                                                  {0, QStringLiteral("x"), ref("n"), {}}}),
    };
}

DocumentArray sample()
{
    return table({texts("t", {" a ", "B  b", Missing, "", "12", "a12", " a ", "01.02.2024"}),
                  wholes("n", {"3", "1", "2", Missing, "-5", "2", "3", "9"})});
}

} // namespace

class RecipeTest : public QObject
{
    Q_OBJECT

private slots:

    void everyKindIsTried()
    {
        QSet<QByteArray> tried;
        for (const StepPtr &step : allKinds())
            tried.insert(step->id());
        for (const StepInfo &info : StepRegistry::all())
            QVERIFY2(tried.contains(info.id), info.id.constData());
    }

    void everyKindIsDescribed()
    {
        QSet<QByteArray> ids;
        for (const StepInfo &info : StepRegistry::all()) {
            QVERIFY(!ids.contains(info.id));
            ids.insert(info.id);
            QVERIFY(!info.title.isEmpty());
            QVERIFY(!info.isInPalette || !info.synonyms.isEmpty());
            QCOMPARE(StepRegistry::info(info.id)->title, info.title);
        }
        for (const StepPtr &step : allKinds()) {
            const Sentence sentence = step->describe();
            QVERIFY(!plainText(sentence).contains(QStringLiteral("%1")));
            QVERIFY2(plainText(sentence).at(0).isUpper(), qUtf8Printable(plainText(sentence)));
            // What an editor asks for is what the JSON holds.
            QStringList asked;
            const auto info = StepRegistry::info(step->id());
            for (const StepParameter &parameter : info->parameters)
                asked << parameter.name;
            const QStringList given = step->parameters().keys();
            for (const QString &name : given)
                QVERIFY2(asked.contains(name), qUtf8Printable(name));
        }
    }

    void sentences()
    {
        const Sentence sentence = TrimStep({ref("a"), ref("b"), ref("c")}).describe();
        QCOMPARE(plainText(sentence), QStringLiteral("Trim and collapse spaces in a, b and c"));
        QVERIFY(!sentence.at(0).isEmphasised);
        QCOMPARE(sentence.at(1), (Phrase{QStringLiteral("a"), true}));
        QCOMPARE(plainText(SortStep({{ref("a"), true}, {ref("b"), false}}).describe()),
                 QStringLiteral("Sort by a descending, then b"));
        // A name with a mark in it is a name, not a place.
        // An id is no place in the table.
        const auto edit = [](const QString &id, std::optional<std::string> text) {
            return plainText(EditCellsStep({{2, id, ref("a"), std::move(text)}}).describe());
        };
        QCOMPARE(edit({}, "7"), QStringLiteral("Set a in row 3 to 7"));
        QCOMPARE(edit(QStringLiteral("0"), "7"), QStringLiteral("Set a where id is 0 to 7"));
        QCOMPARE(edit(QStringLiteral("0"), {}), QStringLiteral("Clear a where id is 0"));
        QCOMPARE(plainText(RenameStep(ref("%2"), QStringLiteral("%1")).describe()),
                 QStringLiteral("Rename %2 to %1"));
    }

    void savedAndLoaded()
    {
        Recipe recipe;
        for (const StepPtr &step : allKinds())
            recipe = recipe.with(step);
        RecipeStep off = recipe.at(3);
        off.isEnabled = false;
        off.comment = QStringLiteral("not this month");
        recipe = recipe.withReplaced(3, off);
        const QByteArray file = recipe.toFile();
        const auto again = Recipe::fromFile(file);
        QVERIFY(again);
        QCOMPARE(*again, recipe);
        QCOMPARE(again->toFile(), file);
        QCOMPARE(again->firstEditable(), 1);
        QVERIFY(again->hidesData());
        QVERIFY(!Recipe().with(make<TrimStep>(ColumnRefs())).hidesData());
    }

    void loadedStepsDoTheSame()
    {
        for (const StepPtr &step : allKinds()) {
            const auto again = StepRegistry::fromJson(
                QJsonDocument::fromJson(QJsonDocument(step->toJson()).toJson()).object());
            QVERIFY2(again, step->id().constData());
            QVERIFY((*again)->equals(*step));
            QCOMPARE((*again)->hidesData(), step->hidesData());
            const auto a = step->apply(sample());
            const auto b = (*again)->apply(sample());
            QCOMPARE(a.hasValue(), b.hasValue());
            if (a) {
                QVERIFY(a->array.equals(b->array));
                QCOMPARE(a->report, b->report);
            }
        }
    }

    void oddTables_data()
    {
        QTest::addColumn<QString>("t");
        QTest::addColumn<QString>("n");
        QTest::newRow("no rows") << QString() << QString();
        QTest::newRow("one row") << "a"
                                 << "1";
        QTest::newRow("one missing row") << "∅"
                                         << "∅";
        QTest::newRow("all missing") << "∅|∅|∅"
                                     << "∅|∅|∅";
        QTest::newRow("all empty") << "||"
                                   << "1|1|1";
    }

    void oddTables()
    {
        QFETCH(QString, t);
        QFETCH(QString, n);
        const DocumentArray array = table({texts("t", split(t)), wholes("n", split(n))});
        for (const StepPtr &step : allKinds()) {
            const auto outcome = step->apply(array);
            QVERIFY2(outcome || outcome.error().code() == "cast-fails", step->id().constData());
            if (!outcome)
                continue;
            QVERIFY(outcome->array.verify());
            QCOMPARE(outcome->array.rowCount(),
                     array.rowCount() - outcome->report.rowsRemoved + outcome->report.rowsAdded);
        }
    }

    void wrongRecipesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *json, const char *code,
                            const char *says) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(code) << QString::fromUtf8(says);
        };
        row("no JSON", "trim", "not-a-recipe", "");
        row("a list", "[]", "not-a-recipe", "");
        row("another file", R"({"name":"x"})", "not-a-recipe", "");
        row("steps missing", R"({"schema":"passel-recipe/1"})", "not-a-recipe", "");
        row("a step that is none", R"({"schema":"passel-recipe/1","steps":[1]})", "not-a-recipe",
            "");
        row("newer recipe", R"({"schema":"passel-recipe/2","steps":[]})", "newer-recipe",
            "passel-recipe/2");
        row("unknown step",
            R"({"schema":"passel-recipe/1","steps":[{"step":"pivot","version":1,"parameters":{}}]})",
            "unknown-step", "“pivot”");
        row("newer step",
            R"({"schema":"passel-recipe/1","steps":[{"step":"trim","version":9,"parameters":{}}]})",
            "newer-step", "“trim”");
        row("no version",
            R"({"schema":"passel-recipe/1","steps":[{"step":"trim","parameters":{}}]})", "bad-step",
            "“trim”");
        row("parameter missing",
            R"({"schema":"passel-recipe/1","steps":[{"step":"rename","version":1,"parameters":{"column":"a"}}]})",
            "bad-step", "“name”");
        row("parameter of another type",
            R"({"schema":"passel-recipe/1","steps":[{"step":"trim","version":1,"parameters":{"collapse":"yes"}}]})",
            "bad-step", "“collapse”");
        row("unknown choice",
            R"({"schema":"passel-recipe/1","steps":[{"step":"change-case","version":1,"parameters":{"to":"camel"}}]})",
            "bad-step", "“to”");
        row("unknown operator",
            R"({"schema":"passel-recipe/1","steps":[{"step":"keep-rows","version":1,"parameters":{"condition":{"column":"a","is":"near","value":"1"}}}]})",
            "bad-step", "keep-rows");
        row("rows beyond all memory",
            R"({"schema":"passel-recipe/1","steps":[{"step":"delete-rows","version":1,"parameters":{"rows":[[0,4294967295]]}}]})",
            "bad-step", "“rows”");
        row("rows inserted beyond all memory",
            R"({"schema":"passel-recipe/1","steps":[{"step":"insert-rows","version":1,"parameters":{"position":0,"count":1e15}}]})",
            "bad-step", "“count”");
    }

    void wrongRecipesAreRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        const auto recipe = Recipe::fromFile(json);
        QVERIFY(!recipe);
        QTEST(recipe.error().code(), "code");
        QVERIFY2(recipe.error().message().contains(says), qUtf8Printable(recipe.error().message()));
        if (json.contains("\"step\""))
            QCOMPARE(recipe.error().place().line, std::optional<qint64>(1));
    }

    void editingARecipe()
    {
        const StepPtr a = make<TrimStep>(ColumnRefs{ref("a")});
        const StepPtr b = make<TrimStep>(ColumnRefs{ref("b")});
        const StepPtr c = make<TrimStep>(ColumnRefs{ref("c")});
        const Recipe recipe = Recipe().with(a).with(b).with(c);
        const auto order = [](const Recipe &of) {
            QString names;
            for (const RecipeStep &entry : of.steps())
                names += entry.step->columns().front().name;
            return names;
        };
        QCOMPARE(order(recipe), QStringLiteral("abc"));
        QCOMPARE(order(recipe.withMoved(0, 2)), QStringLiteral("bca"));
        QCOMPARE(order(recipe.withMoved(2, 0)), QStringLiteral("cab"));
        QCOMPARE(order(recipe.withRemoved(1)), QStringLiteral("ac"));
        QCOMPARE(order(recipe), QStringLiteral("abc")); // a value
    }

    void replayTakesOverWhatIsDone()
    {
        const DocumentArray base = sample();
        const Recipe recipe =
            Recipe()
                .with(make<TrimStep>(ColumnRefs()))
                .with(make<ChangeCaseStep>(ColumnRefs(), ChangeCaseStep::To::Upper))
                .with(make<SortStep>(std::vector<SortStep::Key>{{ref("n")}}));
        const auto run = replay(base, recipe, nullptr, OnStepError::Stop);
        QVERIFY(run);
        QCOMPARE(joined(run->array, 0), QStringLiteral("12|B B|∅|A12|A|A|01.02.2024|"));
        QCOMPARE(run->steps[0].report.cellsChanged, 3);
        QCOMPARE(run->steps[2].report.rowsMoved, 8);

        RecipeStep off = recipe.at(2);
        off.isEnabled = false;
        const Recipe changed = recipe.withReplaced(2, off);
        QCOMPARE(run->sharedSteps(changed), 2);
        const auto again = replay(base, changed, &*run, OnStepError::Stop);
        QVERIFY(again->steps[1].after->sharesWith(*run->steps[1].after));
        QCOMPARE(joined(again->array, 0), QStringLiteral("A|B B|∅||12|A12|A|01.02.2024"));
        QCOMPARE(again->steps[2].report, StepReport());

        // Dropped snapshots are done again, from the nearest one before.
        RecipeRun poor = *run;
        poor.steps[1].after.reset();
        const auto third = replay(base, changed, &poor, OnStepError::Stop);
        QVERIFY(third->steps[0].after->sharesWith(*run->steps[0].after));
        QVERIFY(third->array.equals(again->array));

        // Another base shares nothing.
        const auto other = replay(sample(), recipe, &*run, OnStepError::Stop);
        QVERIFY(!other->steps[0].after->sharesWith(*run->steps[0].after));
        QVERIFY(other->array.equals(run->array));
    }

    void stepsThatCannotBeDone()
    {
        const DocumentArray base = sample();
        const Recipe recipe = Recipe()
                                  .with(make<RemoveColumnsStep>(ColumnRefs{ref("t")}))
                                  .with(make<TrimStep>(ColumnRefs{ref("t")}))
                                  .with(make<SortStep>(std::vector<SortStep::Key>{{ref("n")}}));
        const auto stopped = replay(base, recipe, nullptr, OnStepError::Stop);
        QCOMPARE(stopped.error().code(), QByteArray("no-such-column"));
        QCOMPARE(stopped.error().place().line, std::optional<qint64>(2));
        const auto passed = replay(base, recipe, nullptr, OnStepError::PassOver);
        QVERIFY(passed);
        QVERIFY(passed->steps[1].error.has_value());
        QCOMPARE(joined(passed->array, 0), QStringLiteral("-5|1|2|2|3|3|9|∅"));
    }

    void cancelledReplayIsNoError()
    {
        const TaskContext context;
        context.cancel();
        const auto run = replay(sample(), Recipe().with(make<TrimStep>(ColumnRefs())), nullptr,
                                OnStepError::PassOver, context);
        QVERIFY(run.error().isCancelled());
    }
};

QTEST_GUILESS_MAIN(RecipeTest)
#include "tst_recipe.moc"
