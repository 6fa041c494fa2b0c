// Finding: every visible cell, in reading order, plain or by bounded expressions.
#include "core/look/find.h"
#include "tests/look/tables.h"

#include <QTest>

using namespace passel;
using namespace passel::tests;

namespace {

QString hitsOf(const FindResult &result)
{
    QStringList list;
    for (const FindHit &hit : result.hits)
        list << QStringLiteral("%1:%2").arg(hit.row).arg(hit.column);
    return list.join(u' ');
}

FindQuery queryOf(const QString &text, bool isRegularExpression = false)
{
    FindQuery query;
    query.pattern.text = text;
    query.pattern.isRegularExpression = isRegularExpression;
    return query;
}

} // namespace

class FindTest : public QObject
{
    Q_OBJECT

private slots:

    void patterns_data()
    {
        using Where = TextPattern::Where;
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("regex");
        QTest::addColumn<bool>("sensitive");
        QTest::addColumn<int>("where");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *name, const char *pattern, bool regex, bool sensitive,
                            Where where, const char *text, bool matches) {
            QTest::newRow(name) << QString::fromUtf8(pattern) << regex << sensitive << int(where)
                                << QString::fromUtf8(text) << matches;
        };
        row("inside", "burg", false, true, Where::Anywhere, "Hamburg", true);
        row("at the end of the text", "g", false, true, Where::Anywhere, "Hamburg", true);
        row("case counts", "BURG", false, true, Where::Anywhere, "Hamburg", false);
        row("case does not count", "BURG", false, false, Where::Anywhere, "Hamburg", true);
        row("first letter again", "aab", false, false, Where::Anywhere, "aaab", true);
        row("umlaut folds", "ÖSTER", false, false, Where::Anywhere, "österreich", true);
        row("longer than the text", "Hamburger", false, false, Where::Anywhere, "Hamburg", false);
        row("whole", "hamburg", false, false, Where::Whole, "Hamburg", true);
        row("not whole", "ham", false, false, Where::Whole, "Hamburg", false);
        row("start", "ham", false, false, Where::Start, "Hamburg", true);
        row("not the start", "burg", false, true, Where::Start, "Hamburg", false);
        row("end", "burg", false, true, Where::End, "Hamburg", true);
        row("end, umlaut", "Ä", false, false, Where::End, "xä", true);
        row("dot is a dot", "a.c", false, true, Where::Anywhere, "abc", false);
        row("expression", "^h.*g$", true, false, Where::Anywhere, "Hamburg", true);
        row("expression, whole", "ham|burg", true, false, Where::Whole, "hamburg", false);
        row("expression, end", "ham|burg", true, false, Where::End, "hamburg", true);
        row("letters of any script", "^\\w+$", true, true, Where::Anywhere, "Жуковский", true);
        row("empty matches empty whole", "", false, true, Where::Whole, "", true);
        row("empty is not a text", "", false, true, Where::Whole, "a", false);
    }

    void patterns()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, regex);
        QFETCH(bool, sensitive);
        QFETCH(int, where);
        QFETCH(QString, text);
        const auto matcher = TextMatcher::create(
            {pattern, regex, sensitive, static_cast<TextPattern::Where>(where)});
        QVERIFY(matcher);
        QTEST(matcher->matches(text.toStdString()), "matches");
        QTEST(matcher->clone().matches(text.toStdString()), "matches");
    }

    void badPatternSaysWhere()
    {
        const auto matcher = TextMatcher::create({QStringLiteral("ab(c"), true, false, {}});
        QVERIFY(!matcher);
        QCOMPARE(matcher.error().code(), QByteArray("bad-pattern"));
        QCOMPARE(matcher.error().place().column, std::optional<qint64>(5));
    }

    void longPatternIsRefused()
    {
        const auto matcher =
            TextMatcher::create({QString(MaxPatternLength + 1, u'a'), true, false, {}});
        QVERIFY(!matcher);
        QCOMPARE(matcher.error().code(), QByteArray("pattern-too-long"));
    }

    void runawayExpressionIsGivenUp()
    {
        // Exponential without a bound: it would not come back in this life.
        const auto matcher = TextMatcher::create({QStringLiteral("^(a+)+$"), true, true, {}});
        QVERIFY(matcher);
        QVERIFY(!matcher->matches(std::string(60, 'a') + 'b'));
        QVERIFY(matcher->wasGivenUp());
        QVERIFY(matcher->matches("aaa"));
    }

    void hitsComeInReadingOrder()
    {
        const DocumentArray array =
            table({texts("a", {"x1", "none", Missing, "1x"}),
                   wholes("b", {"10", "21", "1", Missing}), texts("c", {"", "1", "x", "111"})});
        const auto result = find(array, queryOf(QStringLiteral("1")));
        QVERIFY(result);
        QCOMPARE(hitsOf(*result), QStringLiteral("0:0 0:1 1:1 1:2 2:1 3:0 3:2"));
        QCOMPARE(result->count, 7);

        FindQuery one = queryOf(QStringLiteral("1"));
        one.columns = {1};
        QCOMPARE(hitsOf(*find(array, one)), QStringLiteral("0:1 1:1 2:1"));
        // By the order on the screen, and only what is on it.
        const std::vector<quint32> some{3, 1};
        QCOMPARE(hitsOf(*find(array.selected(some), queryOf(QStringLiteral("1")))),
                 QStringLiteral("0:0 0:2 1:1 1:2"));
        QCOMPARE(find(array, queryOf(QString()))->count, 0);
        QVERIFY(!find(array, queryOf(QStringLiteral("("), true)));
    }

    void typedCellsAreFoundByTheirText()
    {
        const DocumentArray array =
            table({{field("d", TypeKind::Date, "%d.%m.%Y"), {"01.02.2024", "31.12.1999"}},
                   {field("f", TypeKind::Float64, ".2"), {"1.50", "2.00"}}});
        QCOMPARE(hitsOf(*find(array, queryOf(QStringLiteral("12.1999")))), QStringLiteral("1:0"));
        QCOMPARE(hitsOf(*find(array, queryOf(QStringLiteral(".50")))), QStringLiteral("0:1"));
    }

    void batchesAddUp()
    {
        ColumnBuilder builder(TypeKind::Text);
        constexpr qsizetype Rows = 50'000;
        for (qsizetype i = 0; i < Rows; ++i)
            builder.next().appendBytes(i % 100 == 7 ? "needle" : "hay");
        const DocumentArray array =
            DocumentArray::create(Schema({field("t", TypeKind::Text)}), {builder.finish()}, Rows);
        std::vector<FindHit> collected;
        qsizetype searched = 0;
        const auto result = find(array, queryOf(QStringLiteral("needle")), {},
                                 [&](std::span<const FindHit> hits, qsizetype rows) {
                                     QVERIFY(rows > searched);
                                     searched = rows;
                                     collected.insert(collected.end(), hits.begin(), hits.end());
                                 });
        QVERIFY(result);
        QCOMPARE(searched, Rows);
        QCOMPARE(result->count, 500);
        QVERIFY(collected == result->hits);
        QVERIFY(std::is_sorted(collected.begin(), collected.end()));
        const TaskContext cancelled;
        cancelled.cancel();
        QVERIFY(find(array, queryOf(QStringLiteral("needle")), cancelled).error().isCancelled());
    }
};

QTEST_GUILESS_MAIN(FindTest)
#include "tst_find.moc"
