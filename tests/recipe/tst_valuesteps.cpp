// Steps on values: casts with what fails, filling what is missing.
#include "core/recipe/reading.h"
#include "core/recipe/valuesteps.h"
#include "tests/look/tables.h"

#include <QTest>

#include <limits>

using namespace passel;
using namespace passel::tests;

namespace {

const ColumnRefs C{{QStringLiteral("c"), 0}};

} // namespace

class ValueStepsTest : public QObject
{
    Q_OBJECT

private slots:

    void castTexts_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QByteArray>("foundForm");
        QTest::addColumn<int>("failures");
        const auto row = [](const char *name, const char *type, const char *form,
                            const char *before, const char *after, const char *found,
                            int failures) {
            QTest::newRow(name) << QByteArray(type) << QByteArray(form) << QString::fromUtf8(before)
                                << QString::fromUtf8(after) << QByteArray(found) << failures;
        };
        row("whole numbers", "int", "", "1|-2|∅|+3", "1|-2|∅|3", "", 0);
        row("spaces around", "int", "", " 1|2\u00a0", "1|2", "", 0);
        row("leading zeros, asked for", "int", "", "007|0", "7|0", "", 0);
        row("thousands", "int", "", "1,234|12,345,678|1 000|1\u202f000", "1234|12345678|1000|1000",
            "", 0);
        row("not thousands", "int", "", "1,23|1,2345|12,34,567", "∅|∅|∅", "", 3);
        row("whole as decimals", "int", "", "12.0|1e3", "12|1000", "", 0);
        row("a half is no whole", "int", "", "1.5|1", "∅|1", "", 1);
        row("empty becomes missing", "int", "", "|1| ", "∅|1|∅", "", 0);
        row("too large", "int", "", "9223372036854775807|9223372036854775808",
            "9223372036854775807|∅", "", 1);
        row("words", "int", "", "one|2", "∅|2", "", 1);
        row("decimals kept", "float64", "", "1.50|2.25", "1.50|2.25", ".2", 0);
        row("decimals differ", "float64", "", "1.5|2.25|3", "1.5|2.25|3", "", 0);
        row("decimal comma", "float64", "", "1,5|2,75|3,125", "1,5|2,75|3,125", ",", 0);
        row("comma and thousands", "float64", "", "1.234,5|2,5", "1234,5|2,5", ",.1", 0);
        row("point and thousands", "float64", "", "1,234.5|2.5", "1234.5|2.5", ".1", 0);
        row("thousands are no decimals", "float64", "", "1,234|5,678", "1234|5678", "", 0);
        row("ISO dates", "date", "", "2024-02-29|2023-02-29|∅", "2024-02-29|∅|∅", "%Y-%m-%d", 1);
        row("American dates", "date", "", "01/31/2024|02/01/2024", "01/31/2024|02/01/2024",
            "%m/%d/%Y", 0);
        row("European dates", "date", "", "31/01/2024|02/01/2024", "31/01/2024|02/01/2024",
            "%d/%m/%Y", 0);
        row("German dates, mixed with ISO", "date", "", "31.01.2024|01.02.2024|2024-03-01",
            "31.01.2024|01.02.2024|01.03.2024", "%d.%m.%Y", 0);
        row("month names", "date", "", "3 Jan 2024|14 Feb 2024", "3 Jan 2024|14 Feb 2024",
            "%e %b %Y", 0);
        row("a form asked for", "date", "%d.%m.%Y", "2024-01-31|01.02.2024",
            "31.01.2024|01.02.2024", "%d.%m.%Y", 0);
        row("ambiguous is not guessed", "date", "%d.%m.%Y", "01/02/2024", "∅", "%d.%m.%Y", 1);
        row("time stamps", "timestamp", "", "2024-01-31 10:20:30|2024-01-31 00:00:00",
            "2024-01-31 10:20:30|2024-01-31 00:00:00", "%Y-%m-%d %H:%M:%S", 0);
        row("clock times", "time", "", "10:20|9:05", "10:20|9:05", "%k:%M", 0);
        row("yes and no", "bool", "", "Yes|No|yes|∅", "Yes|No|Yes|∅", "Yes|No", 0);
        row("one and zero", "bool", "", "1|0|2", "1|0|∅", "1|0", 1);
        row("json", "json", "", "{\"a\":1}|[1,2]|3|oops|\"x\"|1,2", "{\"a\":1}|[1,2]|3|∅|\"x\"|∅",
            "", 2);
    }

    void castTexts()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, form);
        QFETCH(QString, before);
        QFETCH(int, failures);
        ColumnType target;
        QVERIFY(parseTypeName(type, &target.kind));
        const auto outcome =
            CastStep(C, target, form).apply(table({texts("c", split(before))}), {});
        QVERIFY(outcome);
        QTEST(joined(outcome->array, 0), "after");
        QCOMPARE(outcome->array.field(0).type.kind, target.kind);
        QTEST(outcome->array.field(0).form, "foundForm");
        QCOMPARE(outcome->report.failureCount, failures);
        QVERIFY(outcome->array.verify());
    }

    void castValues_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("failures");
        const auto row = [](const char *name, const char *from, const char *to, const char *before,
                            const char *after, int failures) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(before)
                                << QString::fromUtf8(after) << failures;
        };
        row("int to text", "int", "text", "1|∅|-7", "1|∅|-7", 0);
        row("int to float", "int", "float64", "1|∅|9007199254740992", "1|∅|9007199254740992", 0);
        row("digits would be lost", "int", "float64", "9007199254740993", "∅", 1);
        row("narrow float", "int", "float32", "16777216|16777217", "16777216|∅", 1);
        row("float to int", "float64", "int", "1|2.5|NaN|1e18|Infinity",
            "1|∅|∅|1000000000000000000|∅", 3);
        row("int to bool", "int", "bool", "1|0|2|∅", "true|false|∅|∅", 1);
        row("bool to int", "bool", "int", "true|false|∅", "1|0|∅", 0);
        row("date to text", "date", "text", "2024-01-31|∅", "2024-01-31|∅", 0);
        row("date to time stamp", "date", "timestamp", "2024-01-31|1969-12-31",
            "2024-01-31T00:00:00|1969-12-31T00:00:00", 0);
        row("time stamp to date", "timestamp", "date", "2024-01-31T23:59:59|1969-12-31T23:00:00",
            "2024-01-31|1969-12-31", 0);
        row("time stamp to time", "timestamp", "time", "2024-01-31T23:59:59|1969-12-31T23:00:00",
            "23:59:59|23:00:00", 0);
        row("date to number fails", "date", "int", "2024-01-31", "∅", 1);
        row("text to text", "text", "text", "a|∅", "a|∅", 0);
        row("all missing", "int", "text", "∅|∅", "∅|∅", 0);
    }

    void castValues()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, before);
        QFETCH(int, failures);
        ColumnType source;
        ColumnType target;
        QVERIFY(parseTypeName(from, &source.kind) && parseTypeName(to, &target.kind));
        const auto outcome =
            CastStep(C, target).apply(table({{field("c", source), split(before)}}), {});
        QVERIFY(outcome);
        QTEST(joined(outcome->array, 0), "after");
        QCOMPARE(outcome->report.failureCount, failures);
        QVERIFY(outcome->array.verify());
    }

    void zonesAreKept()
    {
        ColumnType utc(TypeKind::Timestamp);
        utc.zone = "UTC";
        ColumnType berlin(TypeKind::Timestamp);
        berlin.zone = "+01:00";
        const auto array = table({{field("c", berlin, "%Y-%m-%d %H:%M"), {"2024-01-31 00:30"}}});
        const auto date = CastStep(C, TypeKind::Date).apply(array, {});
        QCOMPARE(joined(date->array, 0), QStringLiteral("2024-01-31")); // there, not in UTC
        const auto same = CastStep(C, utc, "%Y-%m-%d %H:%M").apply(array, {});
        QCOMPARE(joined(same->array, 0), QStringLiteral("2024-01-30 23:30"));
        const auto local = CastStep(C, TypeKind::Timestamp, "%Y-%m-%d %H:%M").apply(array, {});
        QCOMPARE(joined(local->array, 0), QStringLiteral("2024-01-31 00:30"));
    }

    void momentsBeyondAllClocksFail_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<qint64>("units");
        QTest::addColumn<int>("to");
        QTest::addColumn<QByteArray>("zone");
        constexpr qint64 Low = std::numeric_limits<qint64>::min();
        constexpr qint64 High = std::numeric_limits<qint64>::max();
        const auto stamp = int(TypeKind::Timestamp);
        QTest::newRow("lowest, taken as east")
            << QByteArray() << Low << stamp << QByteArray("+14:00");
        QTest::newRow("highest, taken as west")
            << QByteArray() << High << stamp << QByteArray("-14:00");
        QTest::newRow("highest, east, without zone")
            << QByteArray("+14:00") << High << stamp << QByteArray();
        QTest::newRow("lowest, west, as a date")
            << QByteArray("-14:00") << Low << int(TypeKind::Date) << QByteArray();
        QTest::newRow("highest, east, as a time")
            << QByteArray("+14:00") << High << int(TypeKind::Time) << QByteArray();
    }

    void momentsBeyondAllClocksFail()
    {
        QFETCH(QByteArray, from);
        QFETCH(qint64, units);
        QFETCH(int, to);
        QFETCH(QByteArray, zone);
        Field source = field("c", TypeKind::Timestamp);
        source.type.zone = from;
        ColumnType target(static_cast<TypeKind>(to));
        target.zone = zone;
        ColumnBuilder builder(source.type);
        builder.next().appendInt(units);
        const auto array = DocumentArray::create(Schema({source}), {builder.finish()}, 1);
        const auto outcome = CastStep(C, target).apply(array, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->report.failureCount, 1);
        QVERIFY(outcome->array.tryValue(0, 0)->isNull());
    }

    void extremeNumbersAndDays()
    {
        constexpr qint64 Low = std::numeric_limits<qint64>::min();
        const auto cast = [](TypeKind from, TypeKind to) {
            ColumnBuilder builder(from);
            builder.next().appendInt(Low);
            return CastStep(C, to).apply(
                DocumentArray::create(Schema({field("c", from)}), {builder.finish()}, 1), {});
        };
        QCOMPARE(*cast(TypeKind::Int, TypeKind::Float64)->array.tryValue(0, 0),
                 Value::float64(-0x1p63));
        QCOMPARE(cast(TypeKind::Date, TypeKind::Timestamp)->report.failureCount, 1);
    }

    void failuresAreListedByRowOnTheScreen()
    {
        std::vector<Cell> cells;
        cells.reserve(150);
        for (int i = 0; i < 150; ++i)
            cells.emplace_back("bad" + std::to_string(i));
        const DocumentArray array = table({texts("c", cells)}).reversed();
        const auto outcome = CastStep(C, TypeKind::Int).apply(array, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->report.failureCount, 150);
        QCOMPARE(qsizetype(outcome->report.failures.size()), StepReport::MaxFailures);
        QCOMPARE(outcome->report.failures.front(), (StepFailure{0, QStringLiteral("c"), "bad149"}));
        QCOMPARE(outcome->report.failures.back(), (StepFailure{99, QStringLiteral("c"), "bad50"}));
    }

    void hiddenCellsDoNotFail()
    {
        const std::vector<quint32> some{1};
        const DocumentArray array = table({texts("c", {"bad", "1"})}).selected(some);
        const auto outcome = CastStep(C, TypeKind::Int).apply(array, {});
        QCOMPARE(outcome->report.failureCount, 0);
        QCOMPARE(joined(outcome->array, 0), QStringLiteral("1"));
    }

    void attributesBecomeTagsWhenTheTypeNoLongerSuits()
    {
        Field id = field("id", TypeKind::Text);
        id.role = Role::Id;
        const auto outcome = CastStep({{QStringLiteral("id"), 0}}, TypeKind::Int)
                                 .apply(table({{id, {"1", "2"}}}), {});
        QCOMPARE(outcome->array.field(0).role, Role::Tag);
    }

    void setTypeIsAllOrNothing()
    {
        const DocumentArray array = table({texts("c", {"1", "2", "x"})});
        const auto refused = SetTypeStep(C.front(), TypeKind::Int).apply(array, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("cast-fails"));
        QCOMPARE(refused.error().place().row, std::optional<qint64>(2));
        QVERIFY(refused.error().message().contains(QStringLiteral("“x”")));
        const auto done =
            SetTypeStep(C.front(), TypeKind::Json).apply(table({texts("c", {"1", Missing})}), {});
        QVERIFY(done);
        QCOMPARE(done->array.field(0).type.kind, TypeKind::Json);
    }

    void noSuchCast()
    {
        const auto outcome = CastStep(C, TypeKind::Documents).apply(table({texts("c", {"1"})}), {});
        QCOMPARE(outcome.error().code(), QByteArray("no-such-cast"));
    }

    void fill_data()
    {
        using With = FillMissingStep::With;
        QTest::addColumn<int>("with");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("changed");
        const auto row = [](const char *name, With with, const char *before, const char *after,
                            int changed) {
            QTest::newRow(name) << int(with) << QString::fromUtf8(before)
                                << QString::fromUtf8(after) << changed;
        };
        row("constant", With::Constant, "a|∅||∅", "a|7||7", 2); // empty is not missing
        row("constant, all missing", With::Constant, "∅|∅", "7|7", 2);
        row("constant, none missing", With::Constant, "a", "a", 0);
        row("from above", With::Previous, "∅|a|∅|∅|b|∅", "∅|a|a|a|b|b", 3);
        row("from below", With::Next, "∅|a|∅|∅|b|∅", "a|a|b|b|b|∅", 3);
        row("nothing above", With::Previous, "∅|∅", "∅|∅", 0);
    }

    void fill()
    {
        QFETCH(int, with);
        QFETCH(QString, before);
        const FillMissingStep step(C, static_cast<FillMissingStep::With>(with),
                                   QStringLiteral("7"));
        const auto outcome = step.apply(table({texts("c", split(before))}), {});
        QVERIFY(outcome);
        QTEST(joined(outcome->array, 0), "after");
        QTEST(int(outcome->report.cellsChanged), "changed");
    }

    void fillFollowsTheOrderOnTheScreen()
    {
        const DocumentArray array = table({wholes("c", {"1", Missing, "3"})}).reversed();
        const auto above = FillMissingStep(C, FillMissingStep::With::Previous).apply(array, {});
        QCOMPARE(joined(above->array, 0), QStringLiteral("3|3|1"));
        const auto below = FillMissingStep(C, FillMissingStep::With::Next).apply(array, {});
        QCOMPARE(joined(below->array, 0), QStringLiteral("3|1|1"));
    }

    void fillAcrossSegments()
    {
        ColumnBuilder builder(TypeKind::Int);
        constexpr qsizetype Rows = 2LL * Segment::Capacity + 5;
        for (qsizetype i = 0; i < Rows; ++i) {
            if (i == 3)
                builder.next().appendInt(42);
            else
                builder.next().appendNull();
        }
        const DocumentArray array =
            DocumentArray::create(Schema({field("c", TypeKind::Int)}), {builder.finish()}, Rows);
        const auto outcome = FillMissingStep(C, FillMissingStep::With::Previous).apply(array, {});
        QCOMPARE(outcome->array.tryText(Rows - 1, 0), Cell("42"));
        QCOMPARE(outcome->array.tryText(2, 0), Missing);
        QCOMPARE(outcome->report.cellsChanged, Rows - 4);
    }

    void constantMustFit()
    {
        const FillMissingStep step(C, FillMissingStep::With::Constant, QStringLiteral("many"));
        const auto outcome = step.apply(table({wholes("c", {Missing})}), {});
        QCOMPARE(outcome.error().code(), QByteArray("bad-operand"));
        QCOMPARE(outcome.error().place().field, QStringLiteral("c"));
    }
};

QTEST_GUILESS_MAIN(ValueStepsTest)
#include "tst_valuesteps.moc"
