// One window program a user: a second start hands over what it was asked to open, and ends.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

class QLocalServer;
class QLocalSocket;
class QLockFile;

namespace passel {

//! \brief A socket `passel-desktop-UID` in a folder of mode 0700 that only this user can reach.
//!
//! The message is `passel-open/2`, a line break, and one line an argument: UTF-8, in which control
//! characters and the percent sign stand as `%0A` (two capital hex digits), and nothing else does.
//! No argument is empty; at most MaxBytes and MaxArguments. The answer is one byte. Anything else
//! is dropped without an answer.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxBytes = 256LL * 1024;
    static constexpr qsizetype MaxArguments = 1000;
    static constexpr int WaitMs = 3000;

    //! \brief \a folder is where lock and socket stand; empty = the user's own (tests give one).
    explicit SingleInstance(const QString &folder = {}, QObject *parent = nullptr);
    ~SingleInstance() override;

    //! \brief Becomes the one instance; false when another one is there already.
    [[nodiscard]] bool claim();
    //! \brief Gives \a arguments to the other instance; false when it did not answer.
    [[nodiscard]] bool handOver(const QStringList &arguments) const;

    //! \brief The message for \a arguments; nothing when they pass a bound, or one is empty or
    //! holds U+0000, which no argument of a program does.
    [[nodiscard]] static std::optional<QByteArray> encode(const QStringList &arguments);
    //! \brief The arguments of \a message; nothing when it is not exactly one.
    [[nodiscard]] static std::optional<QStringList> decode(const QByteArray &message);

signals:
    //! \brief Another start asked for \a arguments: files as absolute paths, keys, links.
    void requested(const QStringList &arguments);

private:
    void take(QLocalSocket *socket);

    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace passel
