// From "Push…" to the key on the clipboard: the sheet, the job, and what came of it.
#pragma once

#include "core/base/task.h"
#include "core/share/pushjob.h"
#include "ui/share/pushsheet.h"
#include "ui/share/sharehistory.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

namespace passel {

class DatasetView;
class KeyClipboard;
class MainWindow;

//! \brief Pushes tables of one window, several at a time. A push goes on when its tab is closed:
//! the array is a snapshot.
class PushFlow final : public QObject
{
    Q_OBJECT

public:
    //! \brief All must live longer.
    PushFlow(MainWindow *window, ServerBook *book, ShareHistory *history, KeyClipboard *clipboard,
             QObject *parent = nullptr);
    ~PushFlow() override;

    //! \brief Opens the sheet for \a view.
    void begin(DatasetView *view);
    //! \brief True when the table in \a view was pushed before by this person, so that it is an
    //! update.
    [[nodiscard]] bool isUpdate(const DatasetView *view) const;

    //! \brief A push under way.
    struct Running
    {
        QString name;
        QString title; //!< of the table
        TransferProgress progress;
    };

    [[nodiscard]] std::vector<Running> running() const;
    //! \brief Cancels the push of \a name.
    void cancel(const QString &name);
    void cancelAll();

    //! \brief The code of a share, if it was drawn or typed in this session.
    [[nodiscard]] std::optional<ShareCode> code(const QUrl &server, const QString &name) const;
    void rememberCode(const QUrl &server, const QString &name, const ShareCode &code);

signals:
    //! \brief running() changed.
    void runningChanged();
    //! \brief A push was completed.
    void pushed(const passel::PushResult &result);
    //! \brief The list of shares was asked for.
    void sharesAsked();
    //! \brief The servers were asked for: this computer may be opened to the network.
    void serversAsked();
    //! \brief \a server wants another token; \a then goes on with what failed.
    void invitationAsked(const QUrl &server, const std::function<void()> &then);
    //! \brief Another's version should be pulled and looked at.
    void lookAsked(const passel::ShareAddress &address);

private:
    struct Push;

    [[nodiscard]] PushSheet *sheetOf(DatasetView *view);
    //! \brief What was noted of the share that \a view updates, on a server of the list; else null.
    [[nodiscard]] const ShareRecord *ownShare(const DatasetView *view) const;
    [[nodiscard]] PushSubject subjectOf(DatasetView *view) const;
    void askName(PushSheet *sheet, const QString &name);
    void estimate(PushSheet *sheet);
    void accept(DatasetView *view, PushSheet *sheet);
    void start(DatasetView *view, PushSheet *sheet, const QUrl &server);
    void run(const std::shared_ptr<Push> &push);
    void end(const std::shared_ptr<Push> &push);
    void succeed(const std::shared_ptr<Push> &push);
    void fail(const std::shared_ptr<Push> &push, const Error &error);
    void sayConflict(const std::shared_ptr<Push> &push, const ShareConflict &conflict);
    void showProgress(const std::shared_ptr<Push> &push);

    MainWindow *m_window;
    ServerBook *m_book;
    ShareHistory *m_history;
    KeyClipboard *m_clipboard;
    std::vector<std::shared_ptr<Push>> m_pushes;
    QHash<QString, ShareCode> m_codes; // for this session only (SEC-24)
    Task<qint64> m_estimate;
};

} // namespace passel
