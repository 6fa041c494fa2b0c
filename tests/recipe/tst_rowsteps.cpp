// Steps on rows, columns and cells: conditions by table, duplicates, deletions, edits.
#include "core/recipe/cellsteps.h"
#include "core/recipe/columnsteps.h"
#include "core/recipe/rowsteps.h"
#include "tests/look/tables.h"

#include <QJsonArray>
#include <QTest>

using namespace passel;
using namespace passel::tests;
using Operator = Condition::Operator;

namespace {

ColumnRef ref(const char *name, int occurrence = 0)
{
    return {QString::fromUtf8(name), occurrence};
}

Condition is(const char *column, Operator op, QStringList operands = {},
             bool isCaseSensitive = true)
{
    return Condition::compare(ref(column), op, std::move(operands), isCaseSensitive);
}

DocumentArray people()
{
    return table(
        {texts("name", {"Ada", "Bob", Missing, "", "adam", "Ärzte"}),
         wholes("age", {"36", "-1", "36", Missing, "100000", "0"}),
         reals("size", {"1.5", "NaN", "2", Missing, "-Infinity", "0"}),
         {field("born", TypeKind::Date, "%d.%m.%Y"),
          {"10.12.1815", "01.01.1970", Missing, "31.12.1969", "01.01.2000", "29.02.2024"}},
         {field("ok", TypeKind::Bool, "yes|no"), {"yes", "no", "yes", Missing, "no", "yes"}}});
}

QString rowsOf(const Condition &condition, const DocumentArray &array = people())
{
    const auto rows = condition.rows(array);
    if (!rows)
        return QString::fromLatin1(rows.error().code());
    QStringList list;
    for (const quint32 row : *rows)
        list << QString::number(row);
    return list.join(u' ');
}

} // namespace

class RowStepsTest : public QObject
{
    Q_OBJECT

private slots:

    void conditions_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<int>("op");
        QTest::addColumn<QStringList>("operands");
        QTest::addColumn<bool>("sensitive");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *name, const char *column, Operator op,
                            const QStringList &operands, const char *rows, bool sensitive = true) {
            QTest::newRow(name) << QString::fromLatin1(column) << int(op) << operands << sensitive
                                << QString::fromLatin1(rows);
        };
        const auto s = [](const char *text) { return QStringList{QString::fromUtf8(text)}; };
        row("text is", "name", Operator::Equals, s("Ada"), "0");
        row("text is, any case", "name", Operator::Equals, s("ADA"), "0", false);
        row("umlaut, any case", "name", Operator::Equals, s("ärzte"), "5", false);
        row("text is not, missing too", "name", Operator::NotEquals, s("Ada"), "1 2 3 4 5");
        row("text less, by bytes", "name", Operator::Less, s("Bob"), "0 3");
        row("text at least", "name", Operator::AtLeast, s("adam"), "4 5");
        row("contains", "name", Operator::Contains, s("da"), "0 4");
        row("contains, any case", "name", Operator::Contains, s("AD"), "0 4", false);
        row("contains not", "name", Operator::NotContains, s("da"), "1 2 3 5");
        row("starts", "name", Operator::StartsWith, s("A"), "0");
        row("ends", "name", Operator::EndsWith, s("b"), "1");
        row("matches", "name", Operator::Matches, s("^.{3}$"), "0 1");
        row("matches, any case", "name", Operator::Matches, s("^ADA"), "0 4", false);
        row("bad expression", "name", Operator::Matches, s("("), "bad-pattern");
        row("missing", "name", Operator::IsMissing, {}, "2");
        row("not missing", "name", Operator::IsNotMissing, {}, "0 1 3 4 5");
        row("empty", "name", Operator::IsEmpty, {}, "3");
        row("numbers are never empty", "age", Operator::IsEmpty, {}, "");
        row("in list", "name", Operator::InList, {QStringLiteral("Bob"), QString()}, "1 3");
        row("in list, any case", "name", Operator::InList, s("BOB"), "1", false);
        row("not in list", "name", Operator::NotInList, s("Bob"), "0 2 3 4 5");
        row("in an empty list", "name", Operator::InList, {}, "");
        row("number is", "age", Operator::Equals, s("36"), "0 2");
        row("number as people write it", "age", Operator::Equals, s(" 100,000 "), "4");
        row("number is no half", "age", Operator::Equals, s("35.5"), "");
        row("number is not a half", "age", Operator::NotEquals, s("35.5"), "0 1 2 3 4 5");
        row("less than a half", "age", Operator::Less, s("0.5"), "1 5");
        row("at least a half", "age", Operator::AtLeast, s("0.5"), "0 2 4");
        row("greater than minus a half", "age", Operator::Greater, s("-0.5"), "0 2 4 5");
        row("less", "age", Operator::Less, s("0"), "1");
        row("at most", "age", Operator::AtMost, s("0"), "1 5");
        row("greater than the most", "age", Operator::Greater, s("9223372036854775807"), "");
        row("less than the least", "age", Operator::Less, s("-9223372036854775808"), "");
        row("less than very much", "age", Operator::Less, s("1e30"), "0 1 2 4 5");
        row("more than minus very much", "age", Operator::AtLeast, s("-1e30"), "0 1 2 4 5");
        row("number in list", "age", Operator::InList, {QStringLiteral("0"), QStringLiteral("36")},
            "0 2 5");
        row("number contains digits", "age", Operator::Contains, s("00"), "4");
        row("number is no word", "age", Operator::Equals, s("old"), "bad-operand");
        row("real is", "size", Operator::Equals, s("2"), "2");
        row("real at most", "size", Operator::AtMost, s("1.5"), "0 4 5");
        row("real less", "size", Operator::Less, s("1.5"), "4 5");
        row("real in list", "size", Operator::InList, {QStringLiteral("0"), QStringLiteral("1.5")},
            "0 5");
        row("nothing is not a number", "size", Operator::Equals, s("NaN"), "");
        row("date is, in the column's form", "born", Operator::Equals, s("01.01.1970"), "1");
        row("date less, ISO", "born", Operator::Less, s("1970-01-01"), "0 3");
        row("date at least", "born", Operator::AtLeast, s("2000-01-01"), "4 5");
        row("date is no word", "born", Operator::Less, s("yesterday"), "bad-operand");
        row("bool is", "ok", Operator::Equals, s("yes"), "0 2 5");
        row("bool, other words", "ok", Operator::Equals, s("FALSE"), "1 4");
        row("bool is not", "ok", Operator::NotEquals, s("yes"), "1 3 4");
        row("bool in both", "ok", Operator::InList, {QStringLiteral("yes"), QStringLiteral("no")},
            "0 1 2 4 5");
        row("bool not in both", "ok", Operator::NotInList,
            {QStringLiteral("yes"), QStringLiteral("no")}, "3");
        row("bool has no order", "ok", Operator::Less, s("yes"), "bad-operand");
        row("no such column", "colour", Operator::Equals, s("red"), "no-such-column");
    }

    void conditions()
    {
        QFETCH(QString, column);
        QFETCH(int, op);
        QFETCH(QStringList, operands);
        QFETCH(bool, sensitive);
        const Condition condition =
            Condition::compare({column, 0}, static_cast<Operator>(op), operands, sensitive);
        QTEST(rowsOf(condition), "rows");
        const auto again = Condition::fromJson(condition.toJson());
        QVERIFY(again);
        QCOMPARE(*again, condition);
        QVERIFY(plainText(condition.describe()).startsWith(column));
    }

    void joins()
    {
        const Condition adult = is("age", Operator::AtLeast, {QStringLiteral("18")});
        const Condition named = is("name", Operator::IsNotMissing);
        const Condition fine = is("ok", Operator::Equals, {QStringLiteral("yes")});
        QCOMPARE(rowsOf(Condition::all({adult, named})), QStringLiteral("0 4"));
        QCOMPARE(rowsOf(Condition::any({adult, fine})), QStringLiteral("0 2 4 5"));
        QCOMPARE(rowsOf(Condition::all({Condition::any({adult, fine}), named})),
                 QStringLiteral("0 4 5"));
        QCOMPARE(rowsOf(Condition::all({})), QStringLiteral("0 1 2 3 4 5"));
        QCOMPARE(rowsOf(Condition::any({})), QString());
        QCOMPARE(plainText(Condition::all({Condition::any({adult, fine}), named}).describe()),
                 QStringLiteral("(age is at least 18 or ok is yes) and name is not missing"));
        const Condition tree = Condition::all({Condition::any({adult, fine}), named});
        QCOMPARE(*Condition::fromJson(tree.toJson()), tree);
        QCOMPARE(tree.columns(), (ColumnRefs{ref("age"), ref("ok"), ref("name")}));
    }

    void conditionsSeeTheRowsOnTheScreen()
    {
        const std::vector<quint32> some{5, 4, 0, 2};
        const DocumentArray view = people().selected(some);
        QCOMPARE(rowsOf(is("age", Operator::Equals, {QStringLiteral("36")}), view),
                 QStringLiteral("2 3"));
    }

    void deepConditionsAreRefused()
    {
        QJsonObject json = is("a", Operator::IsMissing).toJson();
        for (int i = 0; i < 20; ++i)
            json = QJsonObject{{QStringLiteral("all"), QJsonArray{json}}};
        QCOMPARE(Condition::fromJson(json).error().code(), QByteArray("bad-step"));
    }

    void runawayConditionIsAnError()
    {
        const auto rows = is("t", Operator::Matches, {QStringLiteral("^(a+)+$")})
                              .rows(table({texts("t", {std::string(60, 'a') + 'b'})}));
        QCOMPARE(rows.error().code(), QByteArray("pattern-limit"));
    }

    void keepAndRemove()
    {
        const Condition condition = is("age", Operator::Equals, {QStringLiteral("36")});
        const auto kept = KeepRowsStep(condition).apply(people(), {});
        QCOMPARE(joined(kept->array, 0), QStringLiteral("Ada|∅"));
        QCOMPARE(kept->report.rowsRemoved, 4);
        const auto rest = KeepRowsStep(condition, true).apply(people(), {});
        QCOMPARE(joined(rest->array, 0), QStringLiteral("Bob||adam|Ärzte"));
        QCOMPARE(rest->report.rowsRemoved, 2);
        const DocumentArray array = people();
        QVERIFY(KeepRowsStep(Condition::all({})).apply(array, {})->array.sharesWith(array));
    }

    void sortIsStable()
    {
        const DocumentArray array =
            table({wholes("a", {"2", "1", Missing, "1"}), texts("b", {"w", "x", "y", "z"})});
        const auto up = SortStep({{ref("a"), false}}).apply(array, {});
        QCOMPARE(joined(up->array, 1), QStringLiteral("x|z|w|y"));
        QCOMPARE(up->report.rowsMoved, 4);
        const auto down = SortStep({{ref("a"), true}, {ref("b"), true}}).apply(array, {});
        QCOMPARE(joined(down->array, 1), QStringLiteral("w|z|x|y"));
        QCOMPARE(SortStep({{ref("b"), false}}).apply(array, {})->report.rowsMoved, 0);
    }

    void duplicates_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("columns");
        QTest::addColumn<bool>("keepsLast");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const char *first, const char *second,
                            const char *columns, bool keepsLast, const char *after) {
            QTest::newRow(name) << QString::fromUtf8(first) << QString::fromUtf8(second)
                                << QString::fromUtf8(columns) << keepsLast
                                << QString::fromUtf8(after);
        };
        row("all columns", "a|a|b|a", "1|1|1|2", "", false, "a|b|a");
        row("one column", "a|a|b|a", "1|2|3|4", "a", false, "a|b");
        row("keep the last", "a|a|b|a", "1|2|3|4", "a", true, "b|a");
        row("missing equals missing", "∅|∅|", "1|1|1", "a", false, "∅|");
        row("not across columns", "ab|a", "1|11", "", false, "ab|a");
        row("none", "a|b", "1|1", "", false, "a|b");
        row("one row", "a", "1", "", false, "a");
    }

    void duplicates()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, columns);
        QFETCH(bool, keepsLast);
        ColumnRefs refs;
        for (const QString &name : columns.split(u'|', Qt::SkipEmptyParts))
            refs.push_back({name, 0});
        const DropDuplicatesStep step(refs, keepsLast ? DropDuplicatesStep::Keep::Last
                                                      : DropDuplicatesStep::Keep::First);
        const DocumentArray array = table({texts("a", split(first)), wholes("b", split(second))});
        const auto outcome = step.apply(array, {});
        QVERIFY(outcome);
        QTEST(joined(outcome->array, 0), "after");
        QCOMPARE(outcome->report.rowsRemoved, array.rowCount() - outcome->array.rowCount());
    }

    void manyDuplicatesAcrossSegments()
    {
        // Coded and plain segments, narrow and wide numbers: equal is equal.
        ColumnBuilder builder(TypeKind::Text);
        constexpr qsizetype Rows = 100'000;
        for (qsizetype i = 0; i < Rows; ++i)
            builder.next().appendBytes(std::to_string(i < 20'000 ? i : i % 1000));
        const DocumentArray array =
            DocumentArray::create(Schema({field("t", TypeKind::Text)}), {builder.finish()}, Rows);
        const auto outcome = DropDuplicatesStep({}).apply(array, {});
        QCOMPARE(outcome->array.rowCount(), 20'000);
        const auto last = DropDuplicatesStep({}, DropDuplicatesStep::Keep::Last).apply(array, {});
        QCOMPARE(last->array.rowCount(), 20'000);
        QCOMPARE(last->array.tryText(0, 0), Cell("1000"));
    }

    void deletedRowsAreTheSameAfterASort()
    {
        const DocumentArray array = table({texts("t", {"a", "b", "c", "d"})});
        const DocumentArray reversed = array.reversed();
        const std::vector<quint32> rows{0, 1}; // d and c
        const StepPtr step = DeleteRowsStep::of(reversed, rows);
        QCOMPARE(joined(step->apply(reversed)->array, 0), QStringLiteral("b|a"));
        QCOMPARE(joined(step->apply(array)->array, 0), QStringLiteral("a|b"));
        QCOMPARE(step->apply(array)->report.rowsRemoved, 2);
        QCOMPARE(step->apply(step->apply(array)->array)->report.rowsRemoved, 0);
    }

    void deletedRowsAreKeptInOrderAndOnce_data()
    {
        QTest::addColumn<std::vector<quint32>>("given");
        QTest::addColumn<std::vector<quint32>>("kept");
        using Rows = std::vector<quint32>;
        QTest::newRow("none") << Rows{} << Rows{};
        QTest::newRow("in order") << Rows{1, 3, 4} << Rows{1, 3, 4};
        QTest::newRow("twice") << Rows{1, 1, 2} << Rows{1, 2};
        QTest::newRow("close together") << Rows{7, 0, 2, 7, 1} << Rows{0, 1, 2, 7};
        QTest::newRow("far apart") << Rows{4'000'000'000, 5, 5} << Rows{5, 4'000'000'000};
    }

    void deletedRowsAreKeptInOrderAndOnce()
    {
        QFETCH(std::vector<quint32>, given);
        QFETCH(std::vector<quint32>, kept);
        const QJsonArray rows =
            DeleteRowsStep(given).parameters().value(QStringLiteral("rows")).toArray();
        std::vector<quint32> all;
        for (const auto &entry : rows) {
            const auto first = quint32(entry.isArray() ? entry[0].toInteger() : entry.toInteger());
            const auto last = quint32(entry.isArray() ? entry[1].toInteger() : entry.toInteger());
            for (quint32 row = first; row <= last; ++row)
                all.push_back(row);
        }
        QCOMPARE(all, kept);
    }

    void insertedRowsAreMissing()
    {
        const DocumentArray array = table({texts("t", {"a", "b"}), wholes("n", {"1", "2"})});
        const auto outcome = InsertRowsStep(1, 2).apply(array, {});
        QVERIFY(outcome);
        QCOMPARE(joined(outcome->array, 0), QStringLiteral("a|∅|∅|b"));
        QCOMPARE(joined(outcome->array, 1), QStringLiteral("1|∅|∅|2"));
        QCOMPARE(outcome->array.field(1).type.kind, TypeKind::Int);
        QCOMPARE(joined(InsertRowsStep(99).apply(array, {})->array, 0), QStringLiteral("a|b|∅"));
        // A replay gives the same rows the same ids.
        const auto again = InsertRowsStep(1, 2).apply(array, {});
        QCOMPARE(again->array.derivedId(3), outcome->array.derivedId(3));
    }

    void columnsByNameAndOccurrence()
    {
        const DocumentArray array =
            table({texts("a", {"1"}), texts("b", {"2"}), texts("a", {"3"})});
        QCOMPARE(ColumnRef::of(array.schema(), 2), ref("a", 1));
        const auto renamed = RenameStep(ref("a", 1), QStringLiteral("c")).apply(array, {});
        QCOMPARE(renamed->array.field(2).name, QStringLiteral("c"));
        const auto taken = RenameStep(ref("a", 1), QStringLiteral("b")).apply(array, {});
        QCOMPARE(taken.error().code(), QByteArray("name-taken"));
        const auto removed = RemoveColumnsStep({ref("a", 1), ref("b")}).apply(array, {});
        QCOMPARE(removed->array.columnCount(), 1);
        QCOMPARE(joined(removed->array, 0), QStringLiteral("1"));
        QCOMPARE(RemoveColumnsStep({ref("a", 2)}).apply(array, {}).error().code(),
                 QByteArray("no-such-column"));
    }

    void removingAllColumnsKeepsTheRows()
    {
        const auto outcome =
            RemoveColumnsStep({ref("a")}).apply(table({texts("a", {"1", "2"})}), {});
        QCOMPARE(outcome->array.columnCount(), 0);
        QCOMPARE(outcome->array.rowCount(), 2);
    }

    void reorder_data()
    {
        QTest::addColumn<QString>("columns");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("after");
        QTest::newRow("to the front") << "c" << 0 << "cabd";
        QTest::newRow("behind") << "a" << 99 << "bcda";
        QTest::newRow("two, in the order given") << "d|a" << 1 << "bdac";
        QTest::newRow("where it is") << "b" << 1 << "abcd";
    }

    void reorder()
    {
        QFETCH(QString, columns);
        QFETCH(int, position);
        ColumnRefs refs;
        for (const QString &name : columns.split(u'|'))
            refs.push_back({name, 0});
        const DocumentArray array =
            table({texts("a", {"1"}), texts("b", {"2"}), texts("c", {"3"}), texts("d", {"4"})});
        const auto outcome = ReorderColumnsStep(refs, position).apply(array, {});
        QString names;
        for (const Field &field : outcome->array.schema().fields())
            names += field.name;
        QTEST(names, "after");
    }

    void renamedAttributeBecomesATag()
    {
        Field id = field("id", TypeKind::Text);
        id.role = Role::Id;
        const auto outcome =
            RenameStep(ref("id"), QStringLiteral("code")).apply(table({{id, {"x"}}}), {});
        QCOMPARE(outcome->array.field(0).role, Role::Tag);
    }

    void edits_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text"); // null = missing
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("failures");
        QTest::newRow("text") << 0 << "Eve"
                              << "Eve" << 0;
        QTest::newRow("clear") << 0 << QString() << "∅" << 0;
        QTest::newRow("empty is not missing") << 0 << ""
                                              << "" << 0;
        QTest::newRow("number") << 1 << "37"
                                << "37" << 0;
        QTest::newRow("number as people write it") << 1 << "1,000"
                                                   << "1000" << 0;
        QTest::newRow("number from a word") << 1 << "old"
                                            << "36" << 1;
        QTest::newRow("date in the column's form") << 3 << "01.02.2003"
                                                   << "01.02.2003" << 0;
        QTest::newRow("date, ISO") << 3 << "2003-02-01"
                                   << "01.02.2003" << 0;
        QTest::newRow("bool") << 4 << "no"
                              << "no" << 0;
    }

    void edits()
    {
        QFETCH(int, column);
        QFETCH(QString, text);
        QFETCH(int, failures);
        const DocumentArray array = people();
        const StepPtr step =
            EditCellsStep::of(array, 0, column, text.isNull() ? Missing : Cell(text.toStdString()));
        const auto outcome = step->apply(array);
        QVERIFY(outcome);
        const Cell shown = outcome->array.tryText(0, column);
        QTEST(joined({shown}), "shown");
        QCOMPARE(outcome->report.failureCount, failures);
        QCOMPARE(outcome->report.cellsChanged, failures == 0 ? 1 : 0);
        QVERIFY(outcome->array.verify());
        const auto again = step->apply(outcome->array);
        QCOMPARE(again->report.cellsChanged, 0);
        QVERIFY(again->array.sharesWith(outcome->array));
    }

    void editsFindTheirRowByItsId()
    {
        Field id = field("id", TypeKind::Text);
        id.role = Role::Id;
        const DocumentArray array = table({{id, {"x", "y", "z"}}, texts("t", {"1", "2", "3"})});
        const StepPtr step = EditCellsStep::of(array, 1, 1, "two");
        // Next month's file has a row more at the top.
        const DocumentArray later =
            table({{id, {"w", "x", "y", "z"}}, texts("t", {"0", "1", "2", "3"})});
        QCOMPARE(joined(step->apply(later)->array, 1), QStringLiteral("0|1|two|3"));
        const DocumentArray gone = table({{id, {"x"}}, texts("t", {"1"})});
        const auto outcome = step->apply(gone);
        QVERIFY(outcome);
        QCOMPARE(outcome->report.failureCount, 1);
        QCOMPARE(outcome->report.failures.front().text, std::string("two"));
    }

    void editsFindTheirRowByAnyKindOfId_data()
    {
        QTest::addColumn<Field>("id");
        QTest::addColumn<QString>("ids");
        QTest::addColumn<QString>("shown");
        QTest::newRow("text, twice") << field("id", TypeKind::Text) << "x|y|y"
                                     << "1|2|new";
        QTest::newRow("whole number") << field("id", TypeKind::Int) << "7|8|9"
                                      << "1|2|new";
        QTest::newRow("whole number, twice") << field("id", TypeKind::Int) << "8|9|9"
                                             << "1|2|new";
        QTest::newRow("number, twice") << field("id", TypeKind::Float64, ".2") << "1.50|2.00|2.00"
                                       << "1|2|new";
        QTest::newRow("date, twice")
            << field("id", TypeKind::Date, "%d.%m.%Y") << "01.02.2003|02.02.2003|02.02.2003"
            << "1|2|new";
        QTest::newRow("missing") << field("id", TypeKind::Int) << "8|9|∅"
                                 << "1|2|new";
    }

    void editsFindTheirRowByAnyKindOfId()
    {
        QFETCH(Field, id);
        QFETCH(QString, ids);
        id.role = Role::Id;
        const DocumentArray array = table({{id, split(ids)}, texts("t", {"1", "2", "3"})});
        const auto outcome = EditCellsStep::of(array, 2, 1, "new")->apply(array);
        QVERIFY(outcome);
        QTEST(joined(outcome->array, 1), "shown");
    }

    void failedEditsAreToldByTheRowOnTheScreen()
    {
        const DocumentArray array = table({wholes("n", {"1", "2", "3", "4"})})
                                        .removed(std::vector<quint32>{1})
                                        .reversed(); // 4, 3, 1
        const std::string text = std::string(255, 'x') + "é";
        const auto outcome =
            EditCellsStep({{0, {}, ref("n"), text}, {1, {}, ref("n"), "b"}, {3, {}, ref("n"), "d"}})
                .apply(array, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->report.failureCount, 3);
        const std::vector<StepFailure> &failures = outcome->report.failures;
        QCOMPARE(failures.size(), size_t(3));
        QCOMPARE(failures[0], (StepFailure{0, QStringLiteral("n"), "d"}));
        QCOMPARE(failures[1], (StepFailure{2, QStringLiteral("n"), std::string(255, 'x')}));
        QCOMPARE(failures[2],
                 (StepFailure{1, QStringLiteral("n"), "b"})); // deleted: where it stood
    }

    void editKeepsDigitsThatTheFormWouldLose()
    {
        const DocumentArray array =
            table({{field("f", TypeKind::Float64, ".2"), {"1.50", "2.00"}}});
        const auto step = EditCellsStep::of(array, 0, 0, "1.125");
        QCOMPARE(joined(step->apply(array)->array, 0), QStringLiteral("1.125|2.00"));
        const auto shorter = EditCellsStep::of(array, 0, 0, "3");
        QCOMPARE(joined(shorter->apply(array)->array, 0), QStringLiteral("3.00|2.00"));
    }

    void manyEditsAtOnce()
    {
        const DocumentArray array = people();
        std::vector<CellEdit> edits;
        for (quint32 row = 0; row < 6; ++row) {
            edits.push_back({row, {}, ref("name"), std::to_string(row)});
            edits.push_back({row, {}, ref("age"), std::to_string(row * 10)});
        }
        edits.push_back({99, {}, ref("name"), "nobody"});
        const auto outcome = EditCellsStep(edits).apply(array, {});
        QCOMPARE(joined(outcome->array, 0), QStringLiteral("0|1|2|3|4|5"));
        QCOMPARE(joined(outcome->array, 1), QStringLiteral("0|10|20|30|40|50"));
        QCOMPARE(outcome->report.cellsChanged, 12);
        QCOMPARE(outcome->report.columnsTouched, 2);
        QCOMPARE(outcome->report.failureCount, 1);
    }
};

QTEST_GUILESS_MAIN(RowStepsTest)
#include "tst_rowsteps.moc"
