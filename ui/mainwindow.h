// The one window: menu row, tab row, strip, banner, the page in front, status line.
#pragma once

#include "core/base/error.h"
#include "ui/bannerslot.h"
#include "ui/kit/toast.h"
#include "ui/windowpage.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>

class QAction;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace passel {

class ActionCatalog;
class Button;
class CommandPalette;
class Dataset;
class DatasetView;
class EmptyPage;
class FileActions;
struct ReadSource;
class RecentList;
class Sheet;
class TabBar;
class TableActions;
class TabRow;
class ViewActions;

//! \brief Arranges; what is done stands in ui/actions, ui/opener and the pages.
//!
//! Seams for whoever brings more pages, sheets and messages (the shares):
//! - addPage() puts a WindowPage under a tab; addDataset() does so for an open array.
//! - showBanner(), showToast(), showSheet() are the only ways to speak to the person.
//! - pushRequested() and pullRequested() are emitted by menu, buttons, shortcuts and the empty
//!   page; nobody here knows what they do.
//! - catalog() takes further actions (they appear in the command palette), shareMenu() their menu
//!   items.
//! - recent() lists shares beside files; one that is chosen comes back as pullRequested().
//! - addCloseGuard() may hold the window open (a push under way).
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    // Pages
    //! \brief Puts an open array under a new tab and shows it.
    DatasetView *addDataset(std::unique_ptr<Dataset> dataset);
    //! \brief Puts \a page under a new tab, shows it, and owns it from now on. A page that is
    //! there already is only shown.
    void addPage(WindowPage *page);
    //! \brief Brings \a page to the front.
    void showPage(WindowPage *page);
    //! \brief Closes without asking; the Dataset goes with its page.
    void closePage(WindowPage *page);
    //! \brief Takes \a page off its tab; a toast offers to bring it back while it is there. Nothing
    //! is asked.
    void leavePage(WindowPage *page);
    //! \brief Shows the page \a by tabs further, around the end.
    void showNextPage(int by);
    //! \brief The page in front; null over the empty window.
    [[nodiscard]] WindowPage *currentPage() const;
    //! \brief The page in front when it is a table, else null.
    [[nodiscard]] DatasetView *currentView() const;
    [[nodiscard]] QList<WindowPage *> pages() const;
    [[nodiscard]] QList<DatasetView *> views() const;

    //! \brief Opens files and folders' refusal, keys and links as from a command line: what is a
    //! file is opened, everything else is offered by pullRequested().
    void open(const QStringList &arguments);
    //! \brief Reads \a path in the background into a new tab; the first rows are in the window as
    //! soon as they are read.
    DatasetView *openFile(const QString &path);
    //! \brief The same for a source that says how to read it.
    DatasetView *openSource(const ReadSource &source);
    //! \brief Reads bytes (a pasted table, a bundled example) as a file called \a name.
    DatasetView *openBytes(const QByteArray &bytes, const QString &name,
                           const QString &source = {});

    // Speaking to the person
    void showBanner(const BannerMessage &message, WindowPage *page = nullptr);
    void clearBanner(WindowPage *page = nullptr);
    //! \brief Takes banners of \a topic away, whatever they are about.
    void withdrawBanner(const QString &topic);
    //! \brief Says an error in the banner, red, with its detail as remark.
    //! \a actions stand before "Dismiss".
    void showError(const Error &error, WindowPage *page = nullptr,
                   QList<BannerAction> actions = {});
    //! \brief \a chosen gets the index of the action pressed; also kept in the status line.
    void showToast(const Toast::Message &message, std::function<void(int)> chosen = {});
    //! \brief Work that has no page yet, in the status line while the page in front has none of its
    //! own; \a cancel is called when the person stops it.
    void setWork(const std::optional<StatusRow::Progress> &progress,
                 std::function<void()> cancel = {});
    //! \brief Opens \a sheet (made with sheetHost() as its host) and closes the one that is open.
    void showSheet(Sheet *sheet, QWidget *firstFocus = nullptr);
    [[nodiscard]] Sheet *openSheet() const;

    //! \brief The part of the window under the strip, which sheets hang from.
    [[nodiscard]] QWidget *sheetHost() const { return m_area; }

    // Parts
    [[nodiscard]] StatusRow *statusRow() const { return m_status; }

    [[nodiscard]] ActionCatalog *catalog() const { return m_catalog; }

    [[nodiscard]] QMenu *shareMenu() const { return m_shareMenu; }

    [[nodiscard]] RecentList *recent() const { return m_recent; }

    [[nodiscard]] BannerSlot *bannerSlot() const { return m_banner; }

    [[nodiscard]] FileActions *fileActions() const { return m_fileActions; }

    [[nodiscard]] TableActions *tableActions() const { return m_tableActions; }

    //! \brief Asked before the window closes, in order; false keeps it open (the guard has said
    //! why). \a isForced is true when the person said "close anyway".
    void addCloseGuard(std::function<bool(bool isForced)> guard);
    //! \brief Closes, whatever is unsaved.
    void closeAnyway();

public slots:
    //! \brief Opens the palette (Ctrl+K).
    void showPalette();
    void showFileDialog();
    //! \brief What Ctrl+V does over the empty window: a key is pulled, a table opened.
    void pasteIntoWindow();

signals:
    //! \brief Push was asked for with a table in front.
    void pushRequested();
    //! \brief Pull was asked for; \a text is a key or link, or empty: ask for it.
    void pullRequested(const QString &text);
    //! \brief The list of shares was asked for.
    void sharesRequested();
    //! \brief The window came to the front (the clipboard may hold a key).
    void activated();
    //! \brief Another page is in front; null over the empty window.
    void currentPageChanged(passel::WindowPage *page);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildMenuRow();
    void buildTabRow();
    void buildBody();
    void updateFront();
    void updateTitle();
    void updateStatus();
    void cancelShown();
    void forgetLeft();
    void endWriting(DatasetView *view);
    [[nodiscard]] WindowPage *writingPage() const;
    [[nodiscard]] bool mayStopWriting();
    void openRecent(int row);
    [[nodiscard]] bool mayClose(bool isForced);

    ActionCatalog *m_catalog;
    RecentList *m_recent;
    TabRow *m_tabRow = nullptr;
    QStackedWidget *m_strips = nullptr;
    BannerSlot *m_banner = nullptr;
    QWidget *m_area = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyPage *m_empty = nullptr;
    StatusRow *m_status = nullptr;
    Toast *m_toast = nullptr;
    CommandPalette *m_palette = nullptr;
    QMenu *m_shareMenu = nullptr;
    FileActions *m_fileActions = nullptr;
    TableActions *m_tableActions = nullptr;
    ViewActions *m_viewActions = nullptr;
    QWidget *m_commandField = nullptr;
    Button *m_pushButton = nullptr;
    QToolButton *m_issueButton = nullptr;
    QPointer<WindowPage> m_left;   // off its tab, may come back
    QList<WindowPage *> m_writing; // forgotten, and deleted when their file is written
    QPointer<Sheet> m_sheet;
    QList<WindowPage *> m_pages; // in the order of the tabs
    QList<std::function<bool(bool)>> m_guards;
    const WindowPage *m_sheetPage = nullptr; // identity only
    bool m_isForced = false;
    std::function<void(int)> m_toastChosen;
    std::optional<StatusRow::Progress> m_work;
    std::function<void()> m_cancelWork;
};

} // namespace passel
