#include "tests/journey/receiver.h"

#include "tests/journey/journeyhome.h"

#include <QSocketNotifier>

#include <cstdio>
#include <iostream>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

bool obey(JourneyHome &home, const QString &order, const QStringList &arguments)
{
    if (order == "join"_L1)
        return home.join(arguments.value(0));
    DatasetView *view = nullptr;
    if (order == "pull-clipboard"_L1)
        view = home.pullFromClipboard();
    else if (order == "pull"_L1)
        view = home.pullByKey(arguments.value(0));
    if (!view)
        return false;
    home.shoot(u"pulled"_s);
    return JourneyHome::save(view, arguments.constLast());
}

} // namespace

Receiver::Receiver() = default;

Receiver::~Receiver()
{
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(20'000))
        m_process.terminate();
    m_process.waitForFinished(10'000);
}

bool Receiver::start()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PASSEL_JOURNEY_ROLE"_s, u"receiver"_s);
    environment.insert(u"KEYRING_MODE"_s, u"unlocked"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(PASSEL_SOURCE_DIR "/tests/support/with-keyring.sh"),
                    {QCoreApplication::applicationFilePath()});
    return order(u"hello"_s);
}

bool Receiver::order(const QString &order, const QStringList &arguments)
{
    m_process.write((QStringList{order} + arguments).join(u'\t').toUtf8() + '\n');
    QByteArray answer;
    const bool isAnswered = QTest::qWaitFor(
        [&] {
            while (m_process.canReadLine()) {
                const QByteArray line = m_process.readLine().trimmed();
                if (line == "done" || line == "failed")
                    answer = line;
            }
            return !answer.isEmpty() || m_process.state() == QProcess::NotRunning;
        },
        200'000);
    return isAnswered && answer == "done";
}

int runReceiver()
{
    JourneyHome home(u"lin"_s);
    if (!home.comeToFront())
        return 1;
    std::string line;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &input, [&] {
        if (!std::getline(std::cin, line)) {
            QCoreApplication::quit();
            return;
        }
        input.setEnabled(false);
        const QStringList words = QString::fromStdString(line).split(u'\t');
        const bool isDone = words[0] == "hello"_L1 || obey(home, words[0], words.sliced(1));
        std::puts(isDone ? "done" : "failed");
        std::fflush(stdout);
        input.setEnabled(true);
    });
    return QCoreApplication::exec();
}

} // namespace passel
