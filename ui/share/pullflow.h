// From a key to a table: which server, who one is there, the job, and the tab it fills.
#pragma once

#include "core/share/pulljob.h"
#include "ui/share/sharehistory.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

namespace passel {

class DatasetView;
class InvitationSheet;
class MainWindow;
class PartCache;
class PullSheet;
class ServerBook;
struct Manifest;

//! \brief Pulls into tabs of one window, several at a time. Closing a tab ends its pull; what came
//! stays in the cache.
class PullFlow final : public QObject
{
    Q_OBJECT

public:
    //! \brief All must live longer.
    PullFlow(MainWindow *window, ServerBook *book, ShareHistory *history,
             std::shared_ptr<PartCache> cache, QObject *parent = nullptr);
    ~PullFlow() override;

    //! \brief Opens the sheet that asks for a key, with \a text in its field.
    void ask(const QString &text = {});
    //! \brief Pulls at once: the person has agreed to this key and this server.
    void pull(const ShareAddress &address);

    //! \brief A pull under way.
    struct Running
    {
        QString name;
        TransferProgress progress;
    };

    [[nodiscard]] std::vector<Running> running() const;
    void cancel(const QString &name);

signals:
    //! \brief running() changed.
    void runningChanged();
    //! \brief A pull was completed into \a view; its address may hold a code.
    void pulled(const passel::ShareAddress &address, passel::DatasetView *view);

private:
    struct Pull;

    void askInvitation(const ShareAddress &address, const QString &why);
    void run(const ShareAddress &address);
    void open(const std::shared_ptr<Pull> &pull, const DocumentArray &pending,
              const Manifest &manifest);
    static void advance(const std::shared_ptr<Pull> &pull);
    void showProgress(const std::shared_ptr<Pull> &pull);
    //! \brief Says in the window which server is asked while a pull has no tab yet.
    void showAsking();
    void showStrip(const std::shared_ptr<Pull> &pull);
    void end(const std::shared_ptr<Pull> &pull);
    void succeed(const std::shared_ptr<Pull> &pull);
    void fail(const std::shared_ptr<Pull> &pull, const Error &error);

    MainWindow *m_window;
    ServerBook *m_book;
    ShareHistory *m_history;
    std::shared_ptr<PartCache> m_cache;
    PullSheet *m_sheet = nullptr;
    InvitationSheet *m_invitation = nullptr;
    std::vector<std::shared_ptr<Pull>> m_pulls;
};

} // namespace passel
