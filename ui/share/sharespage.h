// The page of shares: what was sent and received, how long it lives, and what is on the way.
#pragma once

#include "core/share/shareclient.h"
#include "ui/share/sharesmodel.h"
#include "ui/windowpage.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>

class QLineEdit;
class QSortFilterProxyModel;
class QVBoxLayout;

namespace passel {

class Button;
class KeyClipboard;
class MainWindow;
class PlainLabel;
class PullFlow;
class PushFlow;
class ServerBook;
class SharePanel;
class SharesView;

//! \brief Asks the servers for the person's own shares, adds what was noted here, and counts
//! down.
class SharesPage final : public WindowPage
{
    Q_OBJECT

public:
    //! \brief All must live longer.
    struct Parts
    {
        MainWindow *window = nullptr;
        ServerBook *book = nullptr;
        ShareHistory *history = nullptr;
        KeyClipboard *clipboard = nullptr;
        PushFlow *pushes = nullptr;
        PullFlow *pulls = nullptr;
    };

    explicit SharesPage(const Parts &parts, QWidget *parent = nullptr);
    ~SharesPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<StatusRow::Fact> statusFacts() const override;
    [[nodiscard]] QWidget *centre() override;
    void focusContent() override;

    //! \brief Asks the servers anew.
    void refresh();

    [[nodiscard]] SharesModel *sent() const { return m_sentModel; }

    [[nodiscard]] SharesModel *received() const { return m_receivedModel; }

signals:
    //! \brief \a server wants another token.
    void invitationAsked(const QUrl &server);

private:
    struct Section
    {
        PlainLabel *count = nullptr;
        SharesView *view = nullptr;
        QSortFilterProxyModel *filtered = nullptr;
        PlainLabel *empty = nullptr;
    };

    Section addSection(QVBoxLayout *column, const QString &title, const QString &objectName,
                       SharesModel *model, const QString &empty, QWidget *beside);
    void ask(const QUrl &server);
    void rebuild();
    void updateCounts();
    void updateRunning();
    void choose(const Section &section, const QModelIndex &index);
    [[nodiscard]] const ShareLine *chosen() const;
    void showChosen();

    // What the panel asks for
    void copyKey(bool asLink);
    void makeCode();
    void extend();
    void setAccess(protocol::Access access);
    void askDelete();
    void remove(const ShareLine &line);
    void restore(const Digest &version);
    void loadVersions();
    void patch(const protocol::PatchShare &change, const QString &done);
    void sayError(const QString &what, const Error &error, const QUrl &server);

    Parts m_parts;
    SharesModel *m_sentModel;
    SharesModel *m_receivedModel;
    Section m_sent;
    Section m_received;
    QLineEdit *m_filter = nullptr;
    QWidget *m_left = nullptr;
    PlainLabel *m_onTheWay = nullptr;
    QVBoxLayout *m_runningRows = nullptr;
    SharePanel *m_panel = nullptr;
    std::map<QUrl, protocol::ShareList> m_live; // what each server said last
    QSet<QUrl> m_stale;                         // servers that did not answer the last time
    ShareRecord::Kind m_chosenKind = ShareRecord::Kind::Sent;
    QUrl m_chosenServer;
    QString m_chosenName;
    QTimer m_minute;
};

} // namespace passel
