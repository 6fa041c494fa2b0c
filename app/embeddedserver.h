// The share server inside the window's process: a thread of its own, data in the user's folder.
#pragma once

#include "core/base/task.h"
#include "core/base/threadpool.h"
#include "ui/share/localserver.h"

#include <QString>

#include <list>
#include <memory>

namespace passel {

class ShareServer;

//! \brief Runs a ShareServer with TLS and a certificate made here: first on the loopback only, and
//! on every address once the person opened it. Its address for this computer is the same either
//! way, so that shares and token stay where they are. The port is kept between starts.
class EmbeddedServer final : public LocalServer
{
    Q_OBJECT

public:
    //! \brief \a folder is made on the first start.
    explicit EmbeddedServer(QString folder, QObject *parent = nullptr);
    ~EmbeddedServer() override;

    [[nodiscard]] bool isSetUp() const override;

    [[nodiscard]] const std::optional<LocalAddress> &address() const override { return m_address; }

    void start(QObject *scope, Done<LocalAddress> done) override;
    void makeOwnToken(QObject *scope, Done<Secret> done) override;
    void setOpen(bool open, QObject *scope, Done<LocalAddress> done) override;
    void invite(const QString &person, QObject *scope, Done<QString> done) override;
    void stop() override;

    //! \brief The folder that the window's server uses.
    [[nodiscard]] static QString defaultFolder();

private:
    template <typename T>
    void run(std::function<Result<T>(const TaskContext &)> work, QObject *scope, Done<T> done);
    void listen(bool open, QObject *scope, const Done<LocalAddress> &done);

    // Touched by m_thread alone.
    struct Running
    {
        std::unique_ptr<ShareServer> server;
    };

    QString m_folder;
    std::optional<LocalAddress> m_address;
    std::shared_ptr<Running> m_running;
    std::list<Task<LocalAddress>> m_starts;
    std::list<Task<Secret>> m_tokens;
    std::list<Task<QString>> m_invitations;
    ThreadPool m_thread{1}; // the last member: it ends before what its work touches
};

} // namespace passel
