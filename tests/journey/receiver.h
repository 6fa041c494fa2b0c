// The second person of the journey: another process with another home, told what to do.
#pragma once

#include <QProcess>
#include <QString>

namespace passel {

//! \brief The same program in its second role, on the same screen, with a home, a bus and a keyring
//! of its own. Orders go in as lines, answers come back as lines.
class Receiver
{
public:
    Receiver();
    ~Receiver();
    Q_DISABLE_COPY_MOVE(Receiver)

    [[nodiscard]] bool start();
    //! \brief Sends "order argument…" and waits for its answer; false when it failed.
    [[nodiscard]] bool order(const QString &order, const QStringList &arguments = {});

private:
    QProcess m_process;
};

//! \brief The second role: does what its standard input says until that ends.
[[nodiscard]] int runReceiver();

} // namespace passel
