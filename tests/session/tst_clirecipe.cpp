// The command line's `run` and `diff`, by the real program.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Outcome passel(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral(PASSEL_BIN_DIR "/passel"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

const QByteArray Recipe = R"({"schema":"passel-recipe/1","steps":[
  {"step":"read","version":1,"parameters":{"source":"a.csv","format":"csv","options":{"format":"csv","delimiter":";"}}},
  {"step":"trim","version":1,"parameters":{}},
  {"step":"cast","version":1,"parameters":{"columns":["born"],"type":"date","form":"%d.%m.%Y"}},
  {"step":"change-case","version":1,"enabled":false,"parameters":{"to":"upper"}},
  {"step":"drop-duplicates","version":1,"parameters":{}}
]})";

const QByteArray Table = "name;born\n Ada ;10.12.1815\nAda;10.12.1815\nBob;soon\n";

} // namespace

class CliRecipeTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void aRecipeIsDone()
    {
        const Outcome outcome =
            passel({QStringLiteral("run"), put("r.json", Recipe), put("a.csv", Table),
                    QStringLiteral("-o"), path("out.csv"), QStringLiteral("--json")});
        QCOMPARE(outcome.code, 0);
        const QJsonObject json = outcome.json();
        QCOMPARE(json.value(u"rows_read").toInt(), 3);
        QCOMPARE(json.value(u"rows").toInt(), 2);
        const QJsonArray steps = json.value(u"steps").toArray();
        QCOMPARE(steps.size(), 4);
        QCOMPARE(steps[0][QStringLiteral("cells_changed")].toInt(), 1);
        QCOMPARE(steps[1][QStringLiteral("failures")].toInt(), 1);
        QCOMPARE(steps[1][QStringLiteral("failed_cells")][0][QStringLiteral("text")].toString(),
                 QStringLiteral("soon"));
        QCOMPARE(steps[2][QStringLiteral("enabled")].toBool(), false);
        QCOMPARE(steps[3][QStringLiteral("rows_removed")].toInt(), 1);
        QCOMPARE(get("out.csv"), QByteArray("name,born\nAda,10.12.1815\nBob,\n"));
        QVERIFY(outcome.err.contains("1 row"));
    }

    void throughPipes()
    {
        const Outcome outcome =
            passel({QStringLiteral("run"), put("r.json", Recipe), QStringLiteral("-"),
                    QStringLiteral("-o"), QStringLiteral("-")},
                   Table);
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.out, QByteArray("name,born\nAda,10.12.1815\nBob,\n"));
    }

    void failuresSayWhich_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("no recipe") << QByteArray("name,born\n") << QByteArray("not-a-recipe");
        QTest::newRow("unknown step") << QByteArray(
            R"({"schema":"passel-recipe/1","steps":[{"step":"fly","version":1,"parameters":{}}]})")
                                      << QByteArray("unknown-step");
        QTest::newRow("no such column") << QByteArray(
            R"({"schema":"passel-recipe/1","steps":[{"step":"trim","version":1,"parameters":{"columns":["x"]}}]})")
                                        << QByteArray("no-such-column");
        QTest::newRow("unknown option of reading") << QByteArray(
            R"({"schema":"passel-recipe/1","steps":[{"step":"read","version":1,"parameters":{"source":"","format":"csv","options":{"moon":1}}}]})")
                                                   << QByteArray("field-type");
    }

    void failuresSayWhich()
    {
        QFETCH(QByteArray, recipe);
        QFETCH(QByteArray, code);
        const QString out = path("never.csv");
        const Outcome outcome =
            passel({QStringLiteral("run"), put("bad.json", recipe), put("a.csv", Table),
                    QStringLiteral("-o"), out, QStringLiteral("--json")});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.json().value(u"code").toString().toLatin1(), code);
        QVERIFY(!outcome.err.isEmpty());
        QVERIFY(!QFile::exists(out));
    }

    void keepGoing()
    {
        const QByteArray recipe =
            R"({"schema":"passel-recipe/1","steps":[{"step":"trim","version":1,"parameters":{"columns":["x"]}},{"step":"trim","version":1,"parameters":{}}]})";
        const Outcome outcome =
            passel({QStringLiteral("run"), QStringLiteral("--keep-going"), put("r.json", recipe),
                    put("b.csv", "a,b\n x,1\n"), QStringLiteral("-o"), path("out.csv")});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(get("out.csv"), QByteArray("a,b\nx,1\n"));
    }

    void usage()
    {
        QCOMPARE(passel({QStringLiteral("run"), put("r.json", Recipe)}).code, 64);
        QCOMPARE(passel({QStringLiteral("diff"), put("r.json", Recipe)}).code, 64);
        QCOMPARE(passel({QStringLiteral("diff"), QStringLiteral("--help")}).code, 0);
    }

    void diff_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("counts"); // added removed changed cells
        QTest::newRow("equal") << QByteArray("a,b\n1,x\n") << QByteArray("a,b\n1,x\n")
                               << QStringList() << 0 << "0 0 0 0";
        QTest::newRow("a cell") << QByteArray("a,b\n1,x\n2,y\n") << QByteArray("a,b\n1,x\n2,z\n")
                                << QStringList() << 1 << "0 0 1 1";
        QTest::newRow("a row at the top")
            << QByteArray("a,b\n1,x\n2,y\n") << QByteArray("a,b\n0,w\n1,x\n2,y\n") << QStringList()
            << 1 << "1 0 0 0";
        QTest::newRow("a column more")
            << QByteArray("a\n1\n") << QByteArray("a,b\n1,x\n") << QStringList() << 1 << "0 0 0 0";
        QTest::newRow("by id, another order")
            << QByteArray("id,b\np,x\nq,y\n") << QByteArray("id,b\nq,y\np,x\n")
            << QStringList{QStringLiteral("--by-id")} << 0 << "0 0 0 0";
        QTest::newRow("by a column")
            << QByteArray("k,b\np,x\nq,y\n") << QByteArray("k,b\nq,z\np,x\n")
            << QStringList{QStringLiteral("--key"), QStringLiteral("k")} << 1 << "0 0 1 1";
    }

    void diff()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QStringList, options);
        QFETCH(int, code);
        const QStringList files{put("before.csv", before), put("after.csv", after)};
        const Outcome outcome =
            passel(QStringList{QStringLiteral("diff"), QStringLiteral("--json")} + options + files);
        QCOMPARE(outcome.code, code);
        const QJsonObject json = outcome.json();
        QCOMPARE(json.value(u"equal").toBool(), code == 0);
        const QString counts = QStringLiteral("%1 %2 %3 %4")
                                   .arg(json.value(u"rows_added").toInt())
                                   .arg(json.value(u"rows_removed").toInt())
                                   .arg(json.value(u"rows_changed").toInt())
                                   .arg(json.value(u"cells_changed").toInt());
        QTEST(counts, "counts");
        const Outcome words = passel(QStringList{QStringLiteral("diff")} + options + files);
        QCOMPARE(words.code, code);
        QVERIFY(!words.out.isEmpty() && words.err.isEmpty());
    }

    void diffInTrouble()
    {
        const QString there = put("a.csv", Table);
        QCOMPARE(passel({QStringLiteral("diff"), there, path("gone.csv")}).code, 2);
        const Outcome noId = passel({QStringLiteral("diff"), QStringLiteral("--by-id"),
                                     QStringLiteral("--json"), there, there});
        QCOMPARE(noId.code, 2);
        QCOMPARE(noId.json().value(u"code").toString(), QStringLiteral("no-id"));
    }

private:
    QString path(const char *name) { return m_folder.filePath(QString::fromLatin1(name)); }

    QString put(const char *name, const QByteArray &bytes)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }

    QByteArray get(const char *name)
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(CliRecipeTest)
#include "tst_clirecipe.moc"
