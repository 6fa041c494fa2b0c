// Steps on texts, by table: what goes in, what comes out.
#include "core/recipe/textedit.h"
#include "core/recipe/textsteps.h"
#include "tests/look/tables.h"

#include <QTest>

using namespace passel;
using namespace passel::tests;

class TextStepsTest : public QObject
{
    Q_OBJECT

private slots:

    void trim_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("trimmed");
        QTest::addColumn<QString>("collapsed");
        const auto row = [](const char *name, const char *text, const char *trimmed,
                            const char *collapsed) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(trimmed)
                                << QString::fromUtf8(collapsed);
        };
        row("nothing to do", "Cuba", "Cuba", "Cuba");
        row("both ends", "  Cuba\t\n", "Cuba", "Cuba");
        row("only spaces", " \t ", "", "");
        row("empty", "", "", "");
        row("inside", "San   José", "San   José", "San José");
        row("no-break space", "\u00a0San\u00a0\u00a0José\u00a0", "San\u00a0\u00a0José", "San José");
        row("single no-break space inside", "10\u00a0km", "10\u00a0km", "10 km");
        row("line break inside", "a\r\nb", "a\r\nb", "a b");
        row("zero width at the ends", "\ufeffid\u200b", "id", "id");
        row("zero width inside stays", "a\u200bb", "a\u200bb", "a\u200bb");
        row("zero width beside a space", "a \u200bb", "a \u200bb", "a b");
        row("joiners are part of words", "क्\u200dष", "क्\u200dष", "क्\u200dष");
        row("ideographic space", "\u3000東京\u3000", "東京", "東京");
    }

    void trim()
    {
        QFETCH(QString, text);
        QFETCH(QString, trimmed);
        QFETCH(QString, collapsed);
        QCOMPARE(QString::fromStdString(passel::trimmed(text.toStdString(), false)), trimmed);
        QCOMPARE(QString::fromStdString(passel::trimmed(text.toStdString(), true)), collapsed);
    }

    void brokenBytesStay()
    {
        const std::string broken = " \xff\xc3 x\xe2\x82";
        QCOMPARE(passel::trimmed(broken, true), std::string("\xff\xc3 x\xe2\x82"));
    }

    void changeCase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("upper");
        QTest::addColumn<QString>("lower");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const char *text, const char *upper,
                            const char *lower, const char *title, const char *sentence) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(upper)
                                << QString::fromUtf8(lower) << QString::fromUtf8(title)
                                << QString::fromUtf8(sentence);
        };
        row("ascii", "new YORK city", "NEW YORK CITY", "new york city", "New York City",
            "New york city");
        row("sharp s grows", "straße", "STRASSE", "straße", "Straße", "Straße");
        row("umlauts", "ÖSTERREICH", "ÖSTERREICH", "österreich", "Österreich", "Österreich");
        row("hyphen begins a word", "jean-luc", "JEAN-LUC", "jean-luc", "Jean-Luc", "Jean-luc");
        row("apostrophe does not", "o'neil’s", "O'NEIL’S", "o'neil’s", "O'neil’s", "O'neil’s");
        row("digits first", "3rd street", "3RD STREET", "3rd street", "3rd Street", "3rd street");
        row("outside the first plane", "𐐨𐐩", "𐐀𐐁", "𐐨𐐩", "𐐀𐐩", "𐐀𐐩");
        row("a letter of two", "ǆungla", "ǄUNGLA", "ǆungla", "ǅungla", "ǅungla");
        row("no letters", " 12 ", " 12 ", " 12 ", " 12 ", " 12 ");
        row("empty", "", "", "", "", "");
    }

    void changeCase()
    {
        QFETCH(QString, text);
        const std::string utf8 = text.toStdString();
        QTEST(QString::fromStdString(upperCase(utf8)), "upper");
        QTEST(QString::fromStdString(lowerCase(utf8)), "lower");
        QTEST(QString::fromStdString(titleCase(utf8)), "title");
        QTEST(QString::fromStdString(sentenceCase(utf8)), "sentence");
    }

    void replace_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("with");
        QTest::addColumn<QString>("how"); // r = expression, i = case does not count, w = whole
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const char *find, const char *with, const char *how,
                            const char *before, const char *after) {
            QTest::newRow(name) << QString::fromUtf8(find) << QString::fromUtf8(with)
                                << QString::fromLatin1(how) << QString::fromUtf8(before)
                                << QString::fromUtf8(after);
        };
        row("every occurrence", "a", "b", "", "banana|∅|x", "bbnbnb|∅|x");
        row("with nothing", "an", "", "", "banana", "ba");
        row("never twice over", "aa", "a", "", "aaaaa", "aaa");
        row("longer", "a", "aa", "", "aba", "aabaa");
        row("case counts", "A", "x", "", "aAa", "axa");
        row("case does not count", "A", "x", "i", "aAa", "xxx");
        row("whole cells", "a", "x", "w", "a|ab|ba", "x|ab|ba");
        row("whole, any case", "CUBA", "Cuba", "iw", "cuba|Cuba|cubano", "Cuba|Cuba|cubano");
        row("empty cells", "", "none", "w", "|a|∅", "none|a|∅");
        row("nothing finds nothing", "", "x", "", "|a", "|a");
        row("a dot is a dot", ".", "-", "", "1.2", "1-2");
        row("a backslash is itself", "a", "\\1", "", "a", "\\1");
        row("a backslash, any case", "A", "\\1\\", "i", "a", "\\1\\");
        row("expression", "[0-9]+", "#", "r", "a12b3", "a#b#");
        row("groups", "(\\w+), (\\w+)", "\\2 \\1", "r", "Doe, Jane|Cher", "Jane Doe|Cher");
        row("a group that is not there", "(a)", "\\7", "r", "aba", "b");
        row("the whole match", "\\d", "<\\0>", "r", "a1", "a<1>");
        row("a backslash in an expression", "a", "\\\\1", "r", "a", "\\1");
        row("empty matches", "x*", "-", "r", "ab", "-a-b-");
        row("lines", "^", "> ", "r", "a", "> a");
        row("whole expression", "a|ab", "x", "rw", "ab|abc", "x|abc");
    }

    void replace()
    {
        QFETCH(QString, find);
        QFETCH(QString, with);
        QFETCH(QString, how);
        QFETCH(QString, before);
        TextPattern pattern;
        pattern.text = find;
        pattern.isRegularExpression = how.contains(u'r');
        pattern.isCaseSensitive = !how.contains(u'i');
        if (how.contains(u'w'))
            pattern.where = TextPattern::Where::Whole;
        const ReplaceStep step({{QStringLiteral("t")}}, pattern, with);
        const auto outcome = step.apply(table({texts("t", split(before))}), {});
        QVERIFY(outcome);
        QTEST(joined(outcome->array, 0), "after");
        QCOMPARE(outcome->report.failureCount, 0);
    }

    void runawayCellsAreListed()
    {
        TextPattern pattern{QStringLiteral("^(a+)+$"), true, true, TextPattern::Where::Anywhere};
        const std::string runaway = std::string(60, 'a') + 'b';
        const ReplaceStep step({}, pattern, QStringLiteral("x"));
        const auto outcome = step.apply(table({texts("t", {"aa", runaway, Missing})}), {});
        QVERIFY(outcome);
        QCOMPARE(joined(outcome->array, 0),
                 QStringLiteral("x|%1|∅").arg(QString::fromStdString(runaway)));
        QCOMPARE(outcome->report.failureCount, 1);
        QCOMPARE(outcome->report.failures.front().row, 1);
    }

    void growthIsBounded()
    {
        TextPattern pattern{QStringLiteral("a"), false, true, TextPattern::Where::Anywhere};
        const ReplaceStep step({}, pattern, QString(10'000, u'b'));
        const auto outcome = step.apply(table({texts("t", {std::string(10'000, 'a'), "a"})}), {});
        QVERIFY(outcome);
        QCOMPARE(outcome->report.failureCount, 1);
        QCOMPARE(outcome->array.tryText(0, 0), Cell(std::string(10'000, 'a')));
        QCOMPARE(outcome->report.cellsChanged, 1);
    }

    void badPatternIsAnError()
    {
        const ReplaceStep step({}, {QStringLiteral("("), true, true, {}}, QString());
        QCOMPARE(step.apply(table({}), {}).error().code(), QByteArray("bad-pattern"));
    }

    void noColumnsMeansEveryTextColumn()
    {
        const DocumentArray array =
            table({texts("a", {" x "}), wholes("n", {"1"}), texts("b", {"y "})});
        const auto outcome = TrimStep({}).apply(array, {});
        QVERIFY(outcome);
        QCOMPARE(joined(outcome->array, 0), QStringLiteral("x"));
        QCOMPARE(joined(outcome->array, 2), QStringLiteral("y"));
        QCOMPARE(outcome->report.cellsChanged, 2);
        QCOMPARE(outcome->report.columnsTouched, 2);
        // A column that is not text is left as it is, a column that is not there is an error.
        QVERIFY(TrimStep({{QStringLiteral("n")}}).apply(array, {})->array.sharesWith(array));
        const auto error = TrimStep({{QStringLiteral("z")}}).apply(array, {});
        QCOMPARE(error.error().code(), QByteArray("no-such-column"));
        QCOMPARE(error.error().place().field, QStringLiteral("z"));
    }

    void untouchedSegmentsAreShared()
    {
        ColumnBuilder builder(TypeKind::Text);
        constexpr qsizetype Rows = 3LL * Segment::Capacity;
        for (qsizetype i = 0; i < Rows; ++i)
            builder.next().appendBytes(i == Segment::Capacity ? " x" : "x");
        const DocumentArray array =
            DocumentArray::create(Schema({field("t", TypeKind::Text)}), {builder.finish()}, Rows);
        const auto outcome = TrimStep({}).apply(array, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->report.cellsChanged, 1);
        const Column &before = array.column(0);
        const Column &after = outcome->array.column(0);
        QCOMPARE(after.segment(0), before.segment(0));
        QVERIFY(after.segment(1) != before.segment(1));
        QCOMPARE(after.segment(2), before.segment(2));
        QVERIFY(TrimStep({}).apply(outcome->array, {})->array.sharesWith(outcome->array));
    }

    void onlyVisibleCellsAreCounted()
    {
        const DocumentArray all = table({texts("t", {" a", " b", "c"})});
        const std::vector<quint32> some{2, 1};
        const auto outcome = TrimStep({}).apply(all.selected(some), {});
        QVERIFY(outcome);
        QCOMPARE(joined(outcome->array, 0), QStringLiteral("c|b"));
        QCOMPARE(outcome->report.cellsChanged, 1);
    }

    void cancelChangesNothing()
    {
        const TaskContext context;
        context.cancel();
        const auto outcome = TrimStep({}).apply(table({texts("t", {" a"})}), context);
        QVERIFY(!outcome);
        QVERIFY(outcome.error().isCancelled());
    }
};

QTEST_GUILESS_MAIN(TextStepsTest)
#include "tst_textsteps.moc"
