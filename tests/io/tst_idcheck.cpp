// Ids that repeat or are empty are kept, counted and shown with their rows (SEC-03 duplicate-id).
#include "tests/io/readhelp.h"

using namespace passel;
using namespace passel::test;

class TestIdCheck : public QObject
{
    Q_OBJECT

private slots:
    void warns_data();
    void warns();
    void saysWhere();
    void findsEachOfMany();
};

void TestIdCheck::warns_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("warnings");
    const auto row = [](const char *title, const char *name, const QByteArray &text,
                        const char *warnings) {
        QTest::newRow(title) << QString::fromLatin1(name) << text << QByteArray(warnings);
    };
    row("numbers that rise", "x.csv", "id,a\n1,x\n2,x\n30,x\n", "");
    row("numbers in any order", "x.csv", "id,a\n3,x\n1,x\n2,x\n", "");
    row("texts that rise", "x.csv", "id,a\na1,x\na2,x\nb,x\n", "");
    row("a number twice, one behind the other", "x.csv", "id,a\n1,x\n1,y\n2,z\n", "duplicate-id:1");
    row("a text three times", "x.csv", "id,a\nq,x\np,y\nq,z\nq,z\n", "duplicate-id:2");
    row("the last only", "x.csv", "id,a\n1,x\n2,x\n3,x\n2,x\n", "duplicate-id:1");
    row("a number and its text with a zero", "x.csv", "id,a\n7,x\n07,x\n", "");
    row("some without", "x.csv", "id,a\n1,x\n,y\n,z\n2,z\n", "duplicate-id:1");
    row("all without", "x.csv", "id,a\n,x\n,y\n", "duplicate-id:1");
    row("without and twice", "x.csv", "id,a\n5,x\n,y\n5,z\n", "duplicate-id:2");
    row("another column of that kind", "x.csv", "number,a\n1,x\n1,y\n", "");
    row("JSON", "x.json", R"([{"id":"b","a":1},{"id":"a","a":2},{"id":"b","a":3}])",
        "duplicate-id:1");
    row("NDJSON with an empty one", "x.ndjson", "{\"id\":\"\",\"a\":1}\n{\"id\":\"q\",\"a\":1}\n",
        "duplicate-id:1");
}

void TestIdCheck::warns()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, text);
    for (const qint64 chunk : {0, 8}) {
        const auto outcome = readText(text, chunk, name);
        QVERIFY_RESULT(outcome);
        QTEST(warningsText(outcome->report), "warnings");
    }
}

void TestIdCheck::saysWhere()
{
    const auto outcome = readText("id,a\nq,x\np,y\nq,z\n");
    QVERIFY_RESULT(outcome);
    QCOMPARE(outcome->array.rowCount(), 3);
    const std::vector<Issue> &kept = outcome->report.issues.kept();
    QCOMPARE(kept.size(), size_t(1));
    QCOMPARE(kept[0].row, 2);
    QVERIFY(kept[0].message.contains(u"“q”"));
    QVERIFY(kept[0].message.contains(u"row 3"));
    QVERIFY(kept[0].message.contains(u"row 1"));
}

void TestIdCheck::findsEachOfMany()
{
    QByteArray text = "id,a\n";
    constexpr int Rows = 50'000; // several segments, and more than are kept
    for (int i = 0; i < Rows; ++i)
        text += QByteArray::number((i * 7919LL) % (Rows - 2000)) + ",x\n";
    const auto outcome = readText(text);
    QVERIFY_RESULT(outcome);
    QCOMPARE(outcome->report.issues.count("duplicate-id"), 2000);
    QCOMPARE(outcome->report.issues.kept().size(), size_t(IssueList::Kept));
    for (const Issue &issue : outcome->report.issues.kept())
        QVERIFY(issue.row >= Rows - 2000);
}

QTEST_GUILESS_MAIN(TestIdCheck)
#include "tst_idcheck.moc"
