// The whole journey as a person walks it: real windows, real server, real keyring, real file.
#include "app/translators.h"
#include "tests/journey/csvcells.h"
#include "tests/journey/journeyhome.h"
#include "tests/journey/receiver.h"
#include "tests/ui/sharefixture.h"

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <cstdio>

using namespace passel;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Example = QStringLiteral(PASSEL_SOURCE_DIR "/resources/examples/bird-strikes.csv");

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// What cleaning should make of the file, worked out without any of the program's code: the first
// column in small letters, rows that were there before dropped.
CsvRows cleaned(CsvRows rows)
{
    CsvRows result;
    QSet<QList<QByteArray>> seen;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        if (at > 0)
            rows[at][0] = rows[at][0].trimmed().toLower();
        if (at > 0 && seen.contains(rows[at]))
            continue;
        seen.insert(rows[at]);
        result.append(rows[at]);
    }
    return result;
}

QByteArray noise(int rows)
{
    QByteArray bytes = "number,noise\n";
    quint64 state = 7;
    for (int row = 0; row < rows; ++row) {
        bytes += QByteArray::number(row) + ',';
        for (int part = 0; part < 3; ++part) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            bytes += QByteArray::number(state, 36);
        }
        bytes += '\n';
    }
    return bytes;
}

} // namespace

class TestJourney : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        m_ana = std::make_unique<JourneyHome>(u"ana"_s);
        QVERIFY(m_ana->comeToFront());
        m_ana->shoot(u"empty"_s);
        QVERIFY(m_lin.start());
    }

    void cleanupTestCase()
    {
        m_view = nullptr;
        if (m_ana)
            m_ana->window->closeAnyway();
        m_ana.reset();
    }

    // Open, clean, push; the other one pulls the key on the clipboard and sees the same cells.
    void openCleanPushPull()
    {
        QVERIFY(m_server.start());
        const Result<Invite> invite = m_server.invite(u"ana"_s);
        QVERIFY(invite);
        QVERIFY(m_ana->join(QString::fromLatin1(invite->text())));

        const QString file = m_folder.filePath(u"bird-strikes.csv"_s);
        QVERIFY(QFile::copy(Example, file));
        m_ana->window->open({file});
        QTRY_VERIFY_WITH_TIMEOUT(
            m_ana->window->currentView() && m_ana->window->currentView()->report(), 60'000);
        m_view = m_ana->window->currentView();
        m_ana->shoot(u"opened"_s);

        const auto steps = [this] { return m_view->dataset()->recipe().size(); };
        const qsizetype before = steps();
        m_view->goTo(0, 0);
        m_view->focusContent();
        m_ana->command(u"column.trim"_s);
        QTRY_COMPARE_WITH_TIMEOUT(steps(), before + 1, 30'000);
        m_ana->command(u"column.lower"_s);
        QTRY_COMPARE_WITH_TIMEOUT(steps(), before + 2, 30'000);
        m_ana->command(u"step.drop-duplicates"_s);
        QVERIFY(m_ana->waitSheet());
        m_ana->shoot(u"step-sheet"_s);
        QVERIFY(m_ana->acceptSheet());
        QTRY_COMPARE_WITH_TIMEOUT(steps(), before + 3, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_view->dataset()->isBusy(), 30'000);
        m_ana->shoot(u"cleaned"_s);

        m_key = m_ana->push();
        QVERIFY(!m_key.isEmpty());
        m_ana->shoot(u"pushed"_s);

        const Result<Invite> other = m_server.invite(u"lin"_s);
        QVERIFY(other);
        QVERIFY(m_lin.order(u"join"_s, {QString::fromLatin1(other->text())}));
        // Joining put the invitation on the clipboard: the key goes there again.
        QApplication::clipboard()->setText(m_key);
        const QString pulled = m_folder.filePath(u"pulled.csv"_s);
        QVERIFY(m_lin.order(u"pull-clipboard"_s, {pulled}));
        const CsvRows expected = cleaned(csvRows(contents(file)));
        const CsvRows actual = csvRows(contents(pulled));
        QCOMPARE(actual.size(), expected.size());
        QVERIFY(expected.size() > 9000);
        QCOMPARE(actual, expected);
        ++m_walked;
    }

    // A mistake is mended under the same key, and the other one sees the new version.
    void updateTheSameKey()
    {
        QVERIFY2(!m_key.isEmpty(), "the first push came to nothing");
        QVERIFY(m_ana->comeToFront());
        m_ana->window->showPage(m_view);
        m_view->goTo(2, 0);
        m_view->focusContent();
        m_ana->press(Qt::Key_F2);
        m_ana->press(Qt::Key_A, Qt::ControlModifier);
        m_ana->type(u"mended airport"_s);
        m_ana->press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(
            QString::fromStdString(m_view->dataset()->array().tryText(2, 0).value_or("")),
            u"mended airport"_s, 20'000);
        QCOMPARE(m_ana->push(), m_key);
        m_ana->shoot(u"updated"_s);
        const QString pulled = m_folder.filePath(u"again.csv"_s);
        QVERIFY(m_lin.order(u"pull"_s, {m_key, pulled}));
        const CsvRows actual = csvRows(contents(pulled));
        CsvRows expected = cleaned(csvRows(contents(Example)));
        expected[3][0] = "mended airport";
        QCOMPARE(actual, expected);
        m_ana->press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_ana->controller->sharesPage()
                    && m_ana->controller->sharesPage()->sent()->rowCount() == 1);
        m_ana->shoot(u"shares"_s);
        ++m_walked;
    }

    // REL-05: the server is killed in the middle; the push waits and goes on by itself.
    void killedServerIsWaitedFor()
    {
        QVERIFY2(!m_key.isEmpty(), "the first push came to nothing");
        const QString file = m_folder.filePath(u"noise.csv"_s);
        QVERIFY(write(file, noise(600'000)));
        m_ana->window->open({file});
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->window->currentView()
                                     && m_ana->window->currentView() != m_view
                                     && m_ana->window->currentView()->report(),
                                 60'000);
        QSignalSpy pushed(m_ana->controller->pushes(), &PushFlow::pushed);
        m_ana->press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(m_ana->acceptSheet());
        const auto isAt = [this](auto condition) {
            const auto running = m_ana->controller->pushes()->running();
            return !running.empty() && condition(running.front().progress);
        };
        QTRY_VERIFY_WITH_TIMEOUT(
            isAt([](const TransferProgress &progress) { return progress.bytesDone > 0; }), 60'000);
        m_server.kill();
        QTRY_VERIFY_WITH_TIMEOUT(isAt([](const TransferProgress &progress) {
                                     return progress.phase == TransferProgress::Waiting;
                                 }),
                                 60'000);
        m_ana->shoot(u"server-gone"_s);
        QVERIFY(m_server.start());
        QTRY_COMPARE_WITH_TIMEOUT(pushed.count(), 1, 150'000);
        const QString key = pushed[0][0].value<PushResult>().address.key();
        const QString pulled = m_folder.filePath(u"noise-pulled.csv"_s);
        QVERIFY(m_lin.order(u"pull"_s, {key, pulled}));
        QVERIFY(csvRows(contents(pulled)) == csvRows(contents(file)));
        ++m_walked;
    }

    // Two homes, TLS with a certificate of the server's own, pinned by the invitation.
    void overTlsByInvitation()
    {
        QVERIFY2(m_view, "the first table did not open");
        QVERIFY(m_tls.start());
        QCOMPARE(m_tls.url().scheme(), u"https"_s);
        const Result<Invite> ana = m_tls.invite(u"ana"_s);
        const Result<Invite> lin = m_tls.invite(u"lin"_s);
        QVERIFY(ana && lin);
        QVERIFY(!ana->pin.isEmpty());
        QVERIFY(m_ana->comeToFront());
        m_ana->window->showPage(m_view);
        QVERIFY(m_ana->join(QString::fromLatin1(ana->text())));
        const QString key = m_ana->push();
        QVERIFY(!key.isEmpty());
        QVERIFY(m_lin.order(u"join"_s, {QString::fromLatin1(lin->text())}));
        const QString pulled = m_folder.filePath(u"tls.csv"_s);
        QVERIFY(m_lin.order(u"pull"_s, {key, pulled}));
        const QString own = m_folder.filePath(u"own.csv"_s);
        QVERIFY(JourneyHome::save(m_view, own));
        QVERIFY(contents(pulled) == contents(own));
        QCOMPARE(++m_walked, 4); // the key is told only of a whole journey
        tellKey(m_key);
    }

private:
    // For the script that walks the journey: only once all of it went well.
    static void tellKey(const QString &key)
    {
        std::printf("key: %s\n", qPrintable(key));
        std::fflush(stdout);
        const QString folder = qEnvironmentVariable("PASSEL_JOURNEY_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(write(folder + "/key.txt"_L1, key.toLatin1() + '\n'));
    }

    QTemporaryDir m_folder;
    ServerProcess m_server;
    ServerProcess m_tls{{u"--self-signed"_s}};
    Receiver m_lin;
    std::unique_ptr<JourneyHome> m_ana;
    DatasetView *m_view = nullptr;
    QString m_key;
    int m_walked = 0;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"Passel"_s);
    QCoreApplication::setApplicationName(u"passel-desktop"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    installTranslators(application);
    Theme::instance().install(application);
    Theme::instance().setChoice(SchemeChoice::Light);
    if (qEnvironmentVariable("PASSEL_JOURNEY_ROLE") == "receiver"_L1)
        return runReceiver();
    TestJourney journey;
    return QTest::qExec(&journey, argc, argv);
}

#include "tst_journey.moc"
