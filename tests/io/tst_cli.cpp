// The passel program as a script uses it: answers, exit codes, pipes.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Run passel(const QStringList &arguments, const QByteArray &input = {},
           const QString &language = u"en"_s)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PASSEL_LANGUAGE"_s, language);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PASSEL_BIN_DIR "/passel"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void helpAndVersion();
    void badUsage_data();
    void badUsage();
    void pushTellsBadUsageAsJson_data();
    void pushTellsBadUsageAsJson();
    void inspectsJson_data();
    void inspectsJson();
    void inspectIsBounded();
    void inspectsForPeople();
    void speaksGerman();
    void inspectsStandardInput();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void converts_data();
    void converts();
    void convertThroughPipes();
    void convertGuardsFormulas();
    void convertLeavesNothingBehind();
    void lostAnswersAreTrouble_data();
    void lostAnswersAreTrouble();
    void saysTheNameOnce();
    void convertsIntoAPipe();
    void convertsToDevStdout();
    void controlCharactersStayVisible();

private:
    QString put(const QString &name, const QByteArray &bytes);
    QByteArray get(const QString &name);

    QTemporaryDir m_folder;
};

void TestCli::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(QFile::exists(QStringLiteral(PASSEL_BIN_DIR "/passel")));
}

QString TestCli::put(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

QByteArray TestCli::get(const QString &name)
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

void TestCli::helpAndVersion()
{
    const Run help = passel({u"--help"_s});
    QCOMPARE(help.code, 0);
    QVERIFY(help.out.contains("inspect"));
    QVERIFY(help.out.contains("convert"));
    const Run version = passel({u"--version"_s});
    QCOMPARE(version.code, 0);
    QCOMPARE(version.out, "passel " PASSEL_VERSION "\n");
    const Run usage = passel({u"convert"_s, u"--help"_s});
    QCOMPARE(usage.code, 0);
    QVERIFY(usage.out.contains("--no-formula-guard"));
}

void TestCli::badUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
    QTest::newRow("no file") << QStringList{u"inspect"_s};
    QTest::newRow("two files") << QStringList{u"inspect"_s, u"a"_s, u"b"_s};
    QTest::newRow("unknown option") << QStringList{u"inspect"_s, u"--colour"_s, u"a"_s};
    QTest::newRow("option without value") << QStringList{u"convert"_s, u"a"_s, u"b"_s, u"--to"_s};
    QTest::newRow("server without its option")
        << QStringList{u"logout"_s, u"https://share.example"_s};
    QTest::newRow("long delimiter")
        << QStringList{u"convert"_s, u"--delimiter"_s, u"ab"_s, u"a"_s, u"b"_s};
}

void TestCli::badUsage()
{
    QFETCH(QStringList, arguments);
    const Run run = passel(arguments);
    QCOMPARE(run.code, 64);
    QVERIFY(run.out.isEmpty());
    QVERIFY(run.err.contains("--help"));
}

// A script that asks for JSON gets it, whatever is wrong.
void TestCli::pushTellsBadUsageAsJson_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("code");
    QTest::newRow("mistyped key") << QStringList{u"--key"_s, u"river-tango-58-cobalt-k8"_s}
                                  << u"key-mistyped"_s;
    QTest::newRow("no key at all") << QStringList{u"--key"_s, u"Ä"_s} << u"key-invalid"_s;
    QTest::newRow("a column twice") << QStringList{u"--columns"_s, u"a,b,a"_s} << u"bad-usage"_s;
    QTest::newRow("too many days") << QStringList{u"--days"_s, u"90"_s} << u"bad-usage"_s;
}

void TestCli::pushTellsBadUsageAsJson()
{
    QFETCH(const QStringList, options);
    const QString file = put(u"a.csv"_s, "a,b\n1,2\n");
    const Run run = passel(QStringList{u"push"_s, u"--json"_s, file} + options);
    QCOMPARE(run.code, 64);
    const QJsonObject json = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(json[u"outcome"_s].toString(), u"error"_s);
    QTEST(json[u"code"_s].toString(), "code");
    QVERIFY(!json[u"message"_s].toString().isEmpty());
    QVERIFY(passel(QStringList{u"push"_s, file} + options).out.isEmpty());
}

void TestCli::inspectsJson_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("cols");
    QTest::addColumn<int>("line");
    QTest::newRow("SEC-02 loads") << QByteArray("a,b\n1,2\n") << u"loads"_s << QString() << 1 << 2
                                  << 0;
    QTest::newRow("SEC-02 warning")
        << QByteArray("a,b\n1,2\n3\n") << u"warning"_s << u"ragged-rows"_s << 2 << 2 << 3;
    QTest::newRow("SEC-02 error") << QByteArray("a,b\n1,\"2\n") << u"error"_s
                                  << u"unterminated-quote"_s << 0 << 0 << 2;
    QTest::newRow("SEC-02 empty") << QByteArray() << u"error"_s << u"empty-input"_s << 0 << 0 << 0;
    QTest::newRow("SEC-02 JSON error")
        << QByteArray("[{\"a\":1},\n{\"a\":tru}]") << u"error"_s << u"syntax"_s << 0 << 0 << 2;
}

void TestCli::inspectsJson()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, outcome);
    QFETCH(QString, code);
    QFETCH(int, line);
    const Run run = passel({u"inspect"_s, u"--json"_s, put(u"t"_s, bytes)});
    QCOMPARE(run.out.count('\n'), 1);
    const QJsonObject answer = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(answer[u"outcome"_s].toString(), outcome);
    QCOMPARE(answer[u"code"_s].toString(), code);
    QCOMPARE(answer[u"code"_s].isNull(), code.isEmpty());
    QTEST(answer[u"rows"_s].toInt(), "rows");
    QTEST(answer[u"cols"_s].toInt(), "cols");
    QCOMPARE(answer[u"line"_s].toInt(), line);
    QVERIFY(answer[u"header"_s].isArray());
    QVERIFY(answer[u"warnings"_s].isArray());
    QVERIFY(answer[u"message"_s].isString());
    QCOMPARE(run.code == 0, outcome != "error"_L1);
    QVERIFY(run.code >= 0 && run.code <= 99);
}

void TestCli::inspectIsBounded()
{
    QByteArray wide = "a";
    for (int i = 0; i < 3000; ++i)
        wide += ",column with a long name " + QByteArray::number(i);
    wide += "\n";
    for (int i = 0; i < 500; ++i)
        wide += "1,2\n";
    const Run run = passel({u"inspect"_s, u"--json"_s, put(u"wide"_s, wide)});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.size() <= 2001, "SEC-02");
    const QJsonObject answer = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(answer[u"cols"_s].toInt(), 3001);
    QCOMPARE(answer[u"warning_count"_s].toInt(), 500);
    const Run people = passel({u"inspect"_s, m_folder.filePath(u"wide"_s)});
    QVERIFY(QString::fromUtf8(people.out).size() <= 2001);
}

// Texts of the reader, of the data model and of the command line itself.
void TestCli::speaksGerman()
{
    const QString path = put(u"p"_s, "a,plz\n1,01067\n2,80331\n3\n");
    const Run run = passel({u"inspect"_s, path}, {}, u"de"_s);
    QCOMPARE(run.code, 0);
    const QString out = QString::fromUtf8(run.out);
    QVERIFY2(out.contains(u"3 Zeilen, 2 Spalten"), run.out.constData());
    QVERIFY2(out.contains(u"ganze Zahl"), run.out.constData());
    QVERIFY2(out.contains(u"Getrennt durch"), run.out.constData());
    QVERIFY2(out.contains(u"Zeile 4: Diese Zeile hat 1 Zelle statt 2"), run.out.constData());
}

void TestCli::inspectsForPeople()
{
    const Run run = passel({u"inspect"_s, put(u"p"_s, "a,plz\n1,01067\n2,80331\n")});
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.contains("2 rows"));
    QVERIFY(run.out.contains("01067"));
    const Run error = passel({u"inspect"_s, put(u"e"_s, "a,b\n1,\"x\n")});
    QCOMPARE(error.code, 2);
    QVERIFY(error.out.isEmpty());
    QVERIFY(error.err.contains(":2:3:"));
}

void TestCli::inspectsStandardInput()
{
    const Run run = passel({u"inspect"_s, u"--json"_s, u"-"_s}, "a;b\n1;2\n");
    QCOMPARE(run.code, 0);
    QCOMPARE(QJsonDocument::fromJson(run.out).object()[u"cols"_s].toInt(), 2);
}

void TestCli::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::newRow("SEC-08 directory") << m_folder.path() << u"not-a-file"_s;
    QTest::newRow("SEC-08 device") << u"/dev/zero"_s << u"not-a-file"_s;
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QTest::newRow("SEC-08 pipe") << pipe << u"not-a-file"_s;
    const QString link = m_folder.filePath(u"link"_s);
    QVERIFY(QFile::link(u"/dev/zero"_s, link));
    QTest::newRow("SEC-08 link to a device") << link << u"not-a-file"_s;
    QTest::newRow("absent") << m_folder.filePath(u"absent"_s) << u"not-found"_s;
}

void TestCli::refusesWhatIsNoFile()
{
    QFETCH(QString, path);
    const Run run = passel({u"inspect"_s, u"--json"_s, path});
    QCOMPARE(run.code, 2);
    QTEST(QJsonDocument::fromJson(run.out).object()[u"code"_s].toString(), "code");
}

void TestCli::converts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("same") << u"o.csv"_s << QStringList() << QByteArray("a,b\n1,x\n2,\"y,z\"\n");
    QTest::newRow("tabs") << u"o.tsv"_s << QStringList() << QByteArray("a\tb\n1\tx\n2\ty,z\n");
    QTest::newRow("list") << u"o.json"_s << QStringList()
                          << QByteArray("[{\"a\":1,\"b\":\"x\"},\n{\"a\":2,\"b\":\"y,z\"}]\n");
    QTest::newRow("lines") << u"o.jsonl"_s << QStringList()
                           << QByteArray("{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y,z\"}\n");
    QTest::newRow("forced format")
        << u"o.dat"_s << QStringList{u"--to"_s, u"ndjson"_s}
        << QByteArray("{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y,z\"}\n");
    QTest::newRow("semicolons") << u"o2.csv"_s << QStringList{u"--delimiter=;"_s, u"--crlf"_s}
                                << QByteArray("a;b\r\n1;x\r\n2;y,z\r\n");
    QTest::newRow("no header") << u"o3.csv"_s << QStringList{u"--no-header"_s}
                               << QByteArray("1,x\n2,\"y,z\"\n");
}

void TestCli::converts()
{
    QFETCH(QString, name);
    QFETCH(QStringList, options);
    const QString input = put(u"in.csv"_s, "a,b\n1,x\n2,\"y,z\"\n");
    const Run run = passel(QStringList{u"convert"_s, u"--json"_s} + options
                           + QStringList{input, m_folder.filePath(name)});
    QCOMPARE(run.code, 0);
    QTEST(get(name), "wanted");
    const QJsonObject answer = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(answer[u"rows"_s].toInt(), 2);
    QCOMPARE(answer[u"bytes"_s].toInt(), get(name).size());
}

void TestCli::convertThroughPipes()
{
    const Run run = passel({u"convert"_s, u"--to"_s, u"ndjson"_s, u"-"_s, u"-"_s}, "a,b\n1,x\n");
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, "{\"a\":1,\"b\":\"x\"}\n");
    QVERIFY(run.err.isEmpty());
}

void TestCli::convertGuardsFormulas()
{
    const QString input = put(u"f.csv"_s, "a,b\nx,=1+1\n");
    const Run on = passel({u"convert"_s, input, u"-"_s});
    QCOMPARE(on.out, "a,b\nx,'=1+1\n");
    QVERIFY2(on.err.contains("--no-formula-guard"), "SEC-13");
    const Run off = passel({u"convert"_s, u"--no-formula-guard"_s, input, u"-"_s});
    QCOMPARE(off.out, "a,b\nx,=1+1\n");
}

void TestCli::convertLeavesNothingBehind()
{
    const QString input = put(u"bad.csv"_s, "a,b\n1,\"x\n");
    const QStringList before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::System);
    const Run run = passel({u"convert"_s, input, m_folder.filePath(u"never.csv"_s)});
    QCOMPARE(run.code, 2);
    QVERIFY(!run.err.isEmpty());
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::System), before);
}

void TestCli::lostAnswersAreTrouble_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString file = put(u"a.csv"_s, "a,b\n1,2\n");
    QTest::newRow("JSON") << QStringList{u"inspect"_s, u"--json"_s, file};
    QTest::newRow("text") << QStringList{u"inspect"_s, file};
    QTest::newRow("table") << QStringList{u"convert"_s, file, u"-"_s};
    QTest::newRow("help") << QStringList{u"--help"_s};
}

void TestCli::lostAnswersAreTrouble()
{
    QFETCH(const QStringList, arguments);
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(PASSEL_BIN_DIR "/passel"), arguments);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(!process.readAllStandardError().isEmpty());
}

void TestCli::saysTheNameOnce()
{
    const QString path = m_folder.filePath(u"no-such-file.csv"_s);
    const Run run = passel({u"inspect"_s, path});
    QCOMPARE(run.code, 2);
    QCOMPARE(run.err.count("no-such-file.csv"), 1);
    const Run inside = passel({u"inspect"_s, put(u"inside.csv"_s, "a,b\n1,\"2\n")});
    QVERIFY2(inside.err.contains("inside.csv:2:3: "), inside.err.constData());
}

void TestCli::convertsIntoAPipe()
{
    const QString pipe = m_folder.filePath(u"out.ndjson"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    // Open for both, so that neither side waits for the other.
    const int reader = ::open(QFile::encodeName(pipe).constData(), O_RDWR | O_NONBLOCK);
    QVERIFY(reader >= 0);
    const Run run = passel({u"convert"_s, put(u"in.csv"_s, "a,b\n1,x\n"), pipe});
    QByteArray bytes(1000, '\0');
    bytes.truncate(std::max<ssize_t>(::read(reader, bytes.data(), 1000), 0));
    ::close(reader);
    QCOMPARE(run.code, 0);
    QCOMPARE(bytes, "{\"a\":1,\"b\":\"x\"}\n");
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(pipe).constData(), &status), 0);
    QVERIFY(S_ISFIFO(status.st_mode));
}

void TestCli::convertsToDevStdout()
{
    const QString input = put(u"in.csv"_s, "a,b\n1,x\n");
    const Run run = passel({u"convert"_s, u"--delimiter=;"_s, input, u"/dev/stdout"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, "a;b\n1;x\n");
    QCOMPARE(passel({u"convert"_s, u"--json"_s, input, u"/dev/stdout"_s}).code, 64);
}

void TestCli::controlCharactersStayVisible()
{
    const Run run = passel({u"inspect"_s, put(u"c"_s, "a\x1b[31m,b\n1,2\n3\n")});
    QCOMPARE(run.code, 0);
    QVERIFY2(!run.out.contains('\x1b'), "SEC-12");
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
