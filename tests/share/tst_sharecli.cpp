// The command line shares: push, pull, shares, login and logout, as a script would run them, with a
// keychain of its own (tests/support/with-keyring.sh).

#include "tests/share/serverprocess.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace passel;
using namespace passel::test;
using namespace Qt::StringLiterals;

namespace {

struct Ran
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

QString program()
{
    return QStringLiteral(PASSEL_BIN_DIR "/passel");
}

} // namespace

class TestShareCli final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pushAnswersAsScriptsRely();
    void pullAnswersAsScriptsRely();
    void pullToStandardOutput();
    void pulledDocumentsStayDocuments();
    void keyWithCodeByStandardInput();
    void ifMatchIsContested();
    void columnsAndRecipe();
    void refusals_data();
    void refusals();
    void sec24TokenFileOfOthers();
    void sharesAreListedAndDeleted();
    void interruptedPushEndsCleanly();
    void sec24LoginAndLogout();
    void selfSignedByInvitation();

private:
    Ran run(const QStringList &arguments, const QByteArray &input = {},
            bool usesTokenFile = true) const
    {
        QProcess process;
        process.setProcessEnvironment(environment(usesTokenFile));
        process.start(program(), arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }

    [[nodiscard]] QProcessEnvironment environment(bool usesTokenFile) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"PASSEL_TOKEN_FILE"_s);
        if (usesTokenFile)
            environment.insert(u"PASSEL_TOKEN_FILE"_s, m_folder.filePath(u"token"_s));
        return environment;
    }

    [[nodiscard]] QString server() const { return m_server.origin().toString(); }

    ServerProcess m_server;
    QTemporaryDir m_folder;
    QString m_csv;
    QByteArray m_table;
};

void TestShareCli::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("PASSEL_SESSION_DIR"))
        QSKIP("runs within tests/support/with-keyring.sh");
    QVERIFY(m_server.start());
    QFile token(m_folder.filePath(u"token"_s));
    QVERIFY(token.open(QIODevice::WriteOnly));
    token.write(m_server.addToken(u"mia"_s).view().toByteArray() + '\n');
    QVERIFY(token.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    m_table = "name,amount\n";
    for (int i = 0; i < 5000; ++i)
        m_table += "row " + QByteArray::number(i) + ',' + QByteArray::number(i * i) + '\n';
    m_csv = m_folder.filePath(u"table.csv"_s);
    QFile csv(m_csv);
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write(m_table);
}

void TestShareCli::pushAnswersAsScriptsRely()
{
    const Ran ran = run({u"push"_s, m_csv, u"--key"_s, u"sales-2026"_s, u"--server"_s, server(),
                         u"--json"_s, u"--note"_s, u"the squares"_s});
    QVERIFY2(ran.code == 0, ran.err.constData());
    const QJsonObject json = ran.json();
    QCOMPARE(json.value("key"_L1).toString(), u"sales-2026"_s);
    QCOMPARE(json.value("rows"_L1).toInt(), 5000);
    QVERIFY(json.value("bytes_sent"_L1).toInt() > 0);
    QCOMPARE(json.value("version"_L1).toString().size(), 64);
    QVERIFY(protocol::timeFromText(json.value("expires_at"_L1).toString()));
    QVERIFY(ran.err.isEmpty());
}

void TestShareCli::pullAnswersAsScriptsRely()
{
    const QString out = m_folder.filePath(u"pulled.csv"_s);
    for (const bool isFirst : {true, false}) {
        const Ran ran =
            run({u"pull"_s, u"sales-2026"_s, u"-o"_s, out, u"--server"_s, server(), u"--json"_s});
        QVERIFY2(ran.code == 0, ran.err.constData());
        const QJsonObject json = ran.json();
        QCOMPARE(json.value("rows"_L1).toInt(), 5000);
        QVERIFY(json.value("bytes_received"_L1).toInt() > 0);
        QCOMPARE(json.value("parts_received"_L1).toInt() > 0, isFirst);
        QCOMPARE(json.value("version"_L1).toString().size(), 64);
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), m_table);
    }
}

void TestShareCli::pullToStandardOutput()
{
    const Ran ran = run({u"pull"_s, u"sales-2026"_s, u"-o"_s, u"-"_s, u"--server"_s, server()});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out, m_table);
    QVERIFY(ran.err.contains("the squares"));
    QVERIFY(!ran.err.contains('\r')); // no bar where nobody looks
}

// What comes back by the key is what convert would have written.
void TestShareCli::pulledDocumentsStayDocuments()
{
    const QString in = m_folder.filePath(u"documents.json"_s);
    QFile file(in);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"([{"id":"a","text":"x","weight":0.5,"tags":{"n":1}},{"id":"b","tags":{"n":2}}])");
    file.close();
    QVERIFY(run({u"push"_s, in, u"--key"_s, u"documents-1"_s, u"--server"_s, server()}).code == 0);
    const QString out = m_folder.filePath(u"pulled.json"_s);
    const QString converted = m_folder.filePath(u"converted.json"_s);
    const Ran ran = run({u"pull"_s, u"documents-1"_s, u"-o"_s, out, u"--server"_s, server()});
    QVERIFY2(ran.code == 0, ran.err.constData());
    QCOMPARE(run({u"convert"_s, in, converted}).code, 0);
    QFile pulled(out);
    QFile wanted(converted);
    QVERIFY(pulled.open(QIODevice::ReadOnly) && wanted.open(QIODevice::ReadOnly));
    const QByteArray text = pulled.readAll();
    QVERIFY2(text.contains("\"tags\": {\"n\": 1.0}"), text.constData());
    QCOMPARE(text, wanted.readAll());
}

void TestShareCli::keyWithCodeByStandardInput()
{
    const Ran pushed =
        run({u"push"_s, u"-"_s, u"--server"_s, server(), u"--access"_s, u"code"_s}, m_table);
    QVERIFY2(pushed.code == 0, pushed.err.constData());
    const QByteArray key = pushed.out.trimmed();
    QVERIFY(key.contains('.'));
    // Without any token.
    const Ran pulled =
        run({u"pull"_s, u"-"_s, u"-o"_s, u"-"_s, u"--server"_s, server()}, key + '\n', false);
    QVERIFY2(pulled.code == 0, pulled.err.constData());
    QCOMPARE(pulled.out, m_table);
    // The link alone says the server.
    const QString link =
        run({u"push"_s, u"-"_s, u"--server"_s, server(), u"--access"_s, u"code"_s, u"--json"_s},
            m_table)
            .json()
            .value("link"_L1)
            .toString();
    QCOMPARE(run({u"pull"_s, link, u"-o"_s, u"-"_s}, {}, false).out, m_table);
}

void TestShareCli::ifMatchIsContested()
{
    const auto push = [this](const QStringList &more) {
        return run(QStringList{u"push"_s, m_csv, u"--key"_s, u"contested"_s, u"--server"_s,
                               server(), u"--json"_s}
                   + more);
    };
    const QString first = push({u"--if-absent"_s}).json().value("version"_L1).toString();
    QCOMPARE(push({u"--if-absent"_s}).code, 3);
    QCOMPARE(push({u"--if-match"_s, first}).code, 0);
    const Ran late = push({u"--if-match"_s, first});
    QCOMPARE(late.code, 3);
    QCOMPARE(late.json().value("code"_L1).toString(), u"version-conflict"_s);
    QCOMPARE(late.json().value("current_owner"_L1).toString(), u"mia"_s);
}

void TestShareCli::columnsAndRecipe()
{
    const Ran pushed = run({u"push"_s, m_csv, u"--key"_s, u"one-column"_s, u"--server"_s, server(),
                            u"--columns"_s, u"amount"_s});
    QVERIFY2(pushed.code == 0, pushed.err.constData());
    const Ran pulled = run({u"pull"_s, u"one-column"_s, u"-o"_s, u"-"_s, u"--server"_s, server()});
    QVERIFY(pulled.out.startsWith("amount\n0\n1\n4\n9\n"));
}

void TestShareCli::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const QString csv = u"CSV"_s;
    QTest::newRow("no file") << QStringList{u"push"_s} << 64;
    QTest::newRow("no output") << QStringList{u"pull"_s, u"sales-2026"_s} << 64;
    QTest::newRow("odd key") << QStringList{u"push"_s, csv, u"--key"_s, u"Not A Key"_s} << 64;
    QTest::newRow("odd access") << QStringList{u"push"_s, csv, u"--access"_s, u"all"_s} << 64;
    QTest::newRow("odd days") << QStringList{u"push"_s, csv, u"--days"_s, u"0"_s} << 64;
    QTest::newRow("odd version") << QStringList{u"push"_s, csv, u"--if-match"_s, u"1"_s} << 64;
    QTest::newRow("more days than the server takes")
        << QStringList{u"push"_s, csv, u"--days"_s, u"30"_s} << 2;
    QTest::newRow("no such column") << QStringList{u"push"_s, csv, u"--columns"_s, u"x"_s} << 2;
    QTest::newRow("no such file") << QStringList{u"push"_s, u"/absent.csv"_s} << 2;
    QTest::newRow("no such share") << QStringList{u"pull"_s, u"absent-key"_s, u"-o"_s, u"-"_s} << 4;
    QTest::newRow("mistyped key") << QStringList{u"pull"_s, u"river-tango-58-cobalt-zz"_s, u"-o"_s,
                                                 u"-"_s}
                                  << 2;
    QTest::newRow("SEC-31 http elsewhere")
        << QStringList{u"shares"_s, u"--server"_s, u"http://share.example"_s} << 2;
    QTest::newRow("nobody there") << QStringList{u"shares"_s, u"--server"_s,
                                                 u"http://127.0.0.1:1"_s}
                                  << 6;
}

void TestShareCli::refusals()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    arguments.replaceInStrings(u"CSV"_s, m_csv);
    if (!arguments.contains(u"--server"_s))
        arguments += {u"--server"_s, server()};
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, code);
    QVERIFY(!ran.err.trimmed().isEmpty());
    QVERIFY(ran.out.isEmpty());
}

void TestShareCli::sec24TokenFileOfOthers()
{
    QFile token(m_folder.filePath(u"token"_s));
    const QFileDevice::Permissions before = token.permissions();
    QVERIFY(token.setPermissions(before | QFileDevice::ReadOther));
    const Ran ran = run({u"shares"_s, u"--server"_s, server(), u"--json"_s});
    QVERIFY(token.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    QCOMPARE(ran.code, 5);
    QCOMPARE(ran.json().value("code"_L1).toString(), u"token-file-mode"_s);
    QVERIFY(!ran.err.contains("psl_pat_"));
}

void TestShareCli::sharesAreListedAndDeleted()
{
    const auto names = [this] {
        QStringList found;
        const QJsonArray shares = run({u"shares"_s, u"--server"_s, server(), u"--json"_s})
                                      .json()
                                      .value("shares"_L1)
                                      .toArray();
        for (const auto share : shares)
            found.append(share.toObject().value("name"_L1).toString());
        return found;
    };
    QVERIFY(names().contains(u"one-column"_s));
    QCOMPARE(run({u"shares"_s, u"--server"_s, server(), u"--delete"_s, u"one-column"_s}).code, 0);
    QVERIFY(!names().contains(u"one-column"_s));
}

void TestShareCli::interruptedPushEndsCleanly()
{
    // A server that takes the connection and says nothing.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QProcess process;
    process.setProcessEnvironment(environment(true));
    process.start(program(), {u"push"_s, m_csv, u"--json"_s, u"--server"_s,
                              u"http://127.0.0.1:%1"_s.arg(silent.serverPort())});
    QTRY_VERIFY(silent.hasPendingConnections());
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 99);
    QCOMPARE(QJsonDocument::fromJson(process.readAllStandardOutput())
                 .object()
                 .value("outcome"_L1)
                 .toString(),
             u"cancelled"_s);
}

void TestShareCli::sec24LoginAndLogout()
{
    const QByteArray invite = m_server.invite(u"tom"_s);
    QCOMPARE(run({u"login"_s, QString::fromLatin1(invite)}, {}, false).code, 64); // never in argv
    QCOMPARE(run({u"login"_s}, "nonsense", false).code, 2);
    QCOMPARE(run({u"shares"_s}, {}, false).code, 2); // no server is set up
    const Ran login = run({u"login"_s, u"--json"_s}, invite + '\n', false);
    QVERIFY2(login.code == 0, login.err.constData());
    // The server in use and the token are known now.
    QCOMPARE(run({u"shares"_s}, {}, false).code, 0);
    QCOMPARE(run({u"push"_s, m_csv, u"--key"_s, u"by-tom"_s}, {}, false).code, 0);
    // The token is in the keychain and nowhere else that was written.
    const QString home = qEnvironmentVariable("PASSEL_SESSION_DIR");
    int files = 0;
    QDirIterator all(home, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        if (path.contains(u"/keyrings/"_s))
            continue;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("psl_pat_") && !bytes.contains(invite), qPrintable(path));
        ++files;
    }
    QVERIFY(files > 0);
    QCOMPARE(run({u"logout"_s}, {}, false).code, 0);
    QCOMPARE(run({u"shares"_s, u"--server"_s, server()}, {}, false).code, 5);
    QCOMPARE(run({u"shares"_s}, {}, false).code, 2);
    QCOMPARE(run({u"login"_s}, invite, false).code, 5); // logging out revoked it
}

void TestShareCli::selfSignedByInvitation()
{
    ServerProcess secure;
    QVERIFY(secure.start({u"--self-signed"_s}));
    QCOMPARE(secure.origin().scheme(), u"https"_s);
    const Ran login = run({u"login"_s}, secure.invite(u"mia"_s), false);
    QVERIFY2(login.code == 0, login.err.constData());
    QCOMPARE(run({u"push"_s, m_csv, u"--key"_s, u"over-tls"_s}, {}, false).code, 0);
    QCOMPARE(run({u"pull"_s, u"over-tls"_s, u"-o"_s, u"-"_s}, {}, false).out, m_table);
    // SEC-31: another key than the one confirmed is a hard stop.
    const Ran changed = run({u"pull"_s, u"over-tls"_s, u"-o"_s, u"-"_s, u"--server"_s,
                             secure.origin().toString(), u"--pin"_s, QString(64, u'0')},
                            {}, false);
    QCOMPARE(changed.code, 6);
    QVERIFY(changed.out.isEmpty());
    QCOMPARE(run({u"logout"_s}, {}, false).code, 0);
    const Ran unknown =
        run({u"pull"_s, u"over-tls"_s, u"-o"_s, u"-"_s, u"--server"_s, secure.origin().toString()},
            {}, false);
    QCOMPARE(unknown.code, 6);
    QVERIFY2(unknown.err.contains("self-signed"), unknown.err.constData());
}

QTEST_GUILESS_MAIN(TestShareCli)
#include "tst_sharecli.moc"
