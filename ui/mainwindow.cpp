#include "ui/mainwindow.h"

#include "core/base/log.h"
#include "core/session/dataset.h"
#include "ui/actions/actioncatalog.h"
#include "ui/actions/fileactions.h"
#include "ui/actions/tableactions.h"
#include "ui/actions/viewactions.h"
#include "ui/commandpalette.h"
#include "ui/datasetview.h"
#include "ui/emptypage.h"
#include "ui/grid/gridview.h"
#include "ui/hairline.h"
#include "ui/kit/button.h"
#include "ui/kit/commandfield.h"
#include "ui/kit/sheet.h"
#include "ui/kit/tabbar.h"
#include "ui/opener/keyguess.h"
#include "ui/opener/recentlist.h"
#include "ui/tabrow.h"
#include "ui/words.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLocale>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

constexpr auto WritingTopic = "writing";

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_catalog(new ActionCatalog(this))
    , m_recent(new RecentList(this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    buildBody();
    m_fileActions = new FileActions(this);
    m_tableActions = new TableActions(this);
    m_viewActions = new ViewActions(this);
    buildMenuRow();
    buildTabRow();
    m_palette = new CommandPalette(m_catalog, this);

    const QSettings settings;
    if (!restoreGeometry(settings.value(u"geometry"_s).toByteArray()))
        resize(1280, 800);
    updateFront();
}

MainWindow::~MainWindow()
{
    // Pages may still work, also those off their tabs; they are to end before what they point to.
    m_pages.clear();
    m_writing.clear();
    qDeleteAll(m_stack->findChildren<WindowPage *>(Qt::FindDirectChildrenOnly));
}

void MainWindow::buildBody()
{
    auto *body = new QWidget;
    body->setObjectName(u"body"_s);
    m_tabRow = new TabRow;
    m_strips = new QStackedWidget;
    m_strips->setObjectName(u"strips"_s);
    m_strips->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *banner = new Banner;
    banner->setObjectName(u"banner"_s);
    m_banner = new BannerSlot(banner, this);
    m_area = new QWidget;
    m_area->setObjectName(u"area"_s);
    m_stack = new QStackedWidget;
    m_stack->setObjectName(u"pages"_s);
    m_empty = new EmptyPage(m_recent);
    m_stack->addWidget(m_empty);
    auto *areaColumn = new QVBoxLayout(m_area);
    areaColumn->setContentsMargins(0, 0, 0, 0);
    areaColumn->addWidget(m_stack);
    m_status = new StatusRow;
    m_status->setObjectName(u"statusRow"_s);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Hairline);
    column->addWidget(m_tabRow);
    column->addWidget(m_strips);
    column->addWidget(banner);
    column->addWidget(m_area, 1);
    column->addWidget(m_status);
    setCentralWidget(body);
    m_toast = new Toast(m_area);
    m_toast->setObjectName(u"toast"_s);
    connect(m_toast, &Toast::actionTriggered, this, [this](int index) {
        if (const auto chosen = std::exchange(m_toastChosen, {}))
            chosen(index);
    });
    connect(m_status, &StatusRow::cancelRequested, this, &MainWindow::cancelShown);
    connect(m_status, &StatusRow::serverPressed, this, &MainWindow::sharesRequested);
    connect(m_empty, &EmptyPage::openRequested, this, &MainWindow::showFileDialog);
    connect(m_empty, &EmptyPage::pasteRequested, this, &MainWindow::pasteIntoWindow);
    connect(m_empty, &EmptyPage::exampleRequested, this,
            [this](const QPoint &position) { m_fileActions->showExamples(position); });
    connect(m_empty, &EmptyPage::recentChosen, this, &MainWindow::openRecent);
}

void MainWindow::buildMenuRow()
{
    m_catalog->setGroup(tr("Edit"));
    QAction *paste = m_catalog->add("edit.paste", tr("&Paste"), {QKeySequence(QKeySequence::Paste)},
                                    {tr("clipboard"), tr("insert")}, u"clipboard-paste"_s);
    connect(paste, &QAction::triggered, this, &MainWindow::pasteIntoWindow);
    // Only while there is work: else Esc belongs to whatever has the focus.
    QAction *cancel = m_catalog->add("edit.cancel", tr("&Stop what is under way"), {Qt::Key_Escape},
                                     {tr("cancel"), tr("abort")});
    cancel->setEnabled(false);
    connect(cancel, &QAction::triggered, this, [this] {
        WindowPage *page = currentPage();
        if (page && page->shownProgress())
            page->cancelWork();
        else
            cancelShown();
    });
    m_catalog->setGroup(tr("Share"));
    QAction *push = m_catalog->add("share.push", tr("&Push…"), {Qt::CTRL | Qt::Key_P},
                                   {tr("send"), tr("upload"), tr("share"), tr("publish")},
                                   u"arrow-up-from-line"_s);
    QAction *pull =
        m_catalog->add("share.pull", tr("P&ull…"), {Qt::CTRL | Qt::Key_L},
                       {tr("receive"), tr("download"), tr("key")}, u"arrow-down-to-line"_s);
    QAction *shares =
        m_catalog->add("share.list", tr("&Shares"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S},
                       {tr("sent"), tr("received"), tr("versions"), tr("expiry")});
    connect(push, &QAction::triggered, this, &MainWindow::pushRequested);
    connect(pull, &QAction::triggered, this, [this] { emit pullRequested({}); });
    connect(shares, &QAction::triggered, this, &MainWindow::sharesRequested);
    m_catalog->setGroup(tr("Help"));
    QAction *commands = m_catalog->add("help.commands", tr("Find a step or &command"),
                                       {Qt::CTRL | Qt::Key_K}, {tr("palette")}, u"search"_s);
    connect(commands, &QAction::triggered, this, &MainWindow::showPalette);
    QAction *about = m_catalog->add("help.about", tr("&About Passel"), {}, {tr("version")});
    connect(about, &QAction::triggered, this, [this] {
        showBanner({Banner::Kind::Info,
                    u"info"_s,
                    Wording::of(tr("Passel %1: a table with a key."),
                                {QApplication::applicationVersion()}),
                    {},
                    {{tr("Dismiss"), {}}},
                    {}});
    });

    auto *row = new QWidget;
    row->setObjectName(u"menuRow"_s);
    auto *bar = new QMenuBar;
    bar->setObjectName(u"menuBar"_s);
    bar->setNativeMenuBar(false);
    bar->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_fileActions->fillMenu(bar->addMenu(tr("&File")));
    QMenu *edit = bar->addMenu(tr("&Edit"));
    m_tableActions->fillEditMenu(edit);
    edit->insertAction(m_catalog->action("edit.find"), paste);
    m_viewActions->fillMenu(bar->addMenu(tr("&View")));
    m_tableActions->fillDataMenu(bar->addMenu(tr("&Data")));
    m_tableActions->fillRecipeMenu(bar->addMenu(tr("&Recipe")));
    m_shareMenu = bar->addMenu(tr("&Share"));
    m_shareMenu->addActions({push, pull});
    m_shareMenu->addSeparator();
    m_shareMenu->addAction(shares);
    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({commands, about});
    // Shortcuts work without their menu being open.
    for (const CatalogEntry &entry : m_catalog->entries())
        addAction(entry.action);

    auto *field =
        new CommandField(tr("Find a step or command"), QKeySequence(Qt::CTRL | Qt::Key_K));
    field->setObjectName(u"commandField"_s);
    m_commandField = field;
    connect(field, &QAbstractButton::clicked, this, &MainWindow::showPalette);
    const auto button = [](QAction *action, ButtonKind kind) {
        auto *made = new Button(action->text().remove(u'&'), kind);
        made->setObjectName(action->objectName() + u".button"_s);
        connect(made, &QAbstractButton::clicked, action, &QAction::trigger);
        return made;
    };
    Button *pullButton = button(pull, ButtonKind::Normal);
    pullButton->setIconName(u"arrow-down-to-line"_s);
    m_pushButton = button(push, ButtonKind::Primary);
    m_pushButton->setIconName(u"arrow-up-from-line"_s);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(bar, 0, Qt::AlignVCenter);
    layout->addStretch(1);
    layout->addWidget(field);
    layout->addSpacing(16);
    layout->addWidget(pullButton);
    layout->addWidget(m_pushButton);
    setMenuWidget(row);
}

void MainWindow::buildTabRow()
{
    TabBar *tabs = m_tabRow->tabs();
    m_tabRow->addIcon(m_catalog->action("edit.undo"));
    m_tabRow->addIcon(m_catalog->action("edit.redo"));
    m_tabRow->addWord(m_catalog->action("edit.find"), tr("Find"));
    m_tabRow->addWord(m_catalog->action("column.filter"), tr("Filter"));
    m_issueButton = m_tabRow->addWord(m_catalog->action("view.issues"), tr("Issues"));
    connect(tabs, &QTabBar::currentChanged, this, &MainWindow::updateFront);
    connect(tabs, &QTabBar::tabCloseRequested, this,
            [this](int index) { leavePage(m_pages[index]); });
    connect(tabs, &QTabBar::tabMoved, this, [this](int from, int to) { m_pages.move(from, to); });
    connect(m_tabRow, &TabRow::newRequested, this, &MainWindow::showFileDialog);
}

DatasetView *MainWindow::addDataset(std::unique_ptr<Dataset> dataset)
{
    auto *view = new DatasetView(std::move(dataset));
    m_fileActions->watch(view);
    m_tableActions->watch(view);
    m_viewActions->apply(view);
    connect(view, &DatasetView::reportChanged, this, &MainWindow::updateFront);
    connect(view, &DatasetView::writingEnded, this, [this, view] { endWriting(view); });
    addPage(view);
    return view;
}

void MainWindow::addPage(WindowPage *page)
{
    if (m_left == page)
        m_left = nullptr;
    if (!m_pages.contains(page)) {
        m_stack->addWidget(page);
        if (QWidget *strip = page->strip())
            m_strips->addWidget(strip);
        // It stays connected while it is off its tab, and may come back.
        connect(page, &WindowPage::titleChanged, this, &MainWindow::updateTitle,
                Qt::UniqueConnection);
        connect(page, &WindowPage::statusChanged, this, &MainWindow::updateStatus,
                Qt::UniqueConnection);
        m_pages.append(page);
        m_tabRow->tabs()->addDocument(page->iconName(), page->title());
    }
    showPage(page);
}

void MainWindow::showPage(WindowPage *page)
{
    m_tabRow->tabs()->setCurrentIndex(static_cast<int>(m_pages.indexOf(page)));
    updateFront();
    page->focusContent();
}

void MainWindow::leavePage(WindowPage *page)
{
    const auto index = static_cast<int>(m_pages.indexOf(page));
    if (index < 0)
        return;
    forgetLeft();
    m_left = page;
    m_stack->removeWidget(page);
    page->hide();
    if (QWidget *strip = page->strip()) {
        m_strips->removeWidget(strip);
        strip->hide();
    }
    m_pages.removeAt(index);
    m_tabRow->tabs()->removeTab(index);
    updateFront();
    showToast({Wording::of(tr("%1 closed"), {visibleText(page->title())}),
               page->isUnsaved() ? Wording(tr("Its changes were not saved to a file.")) : Wording(),
               {tr("Undo")}},
              [this](int) {
                  if (m_left)
                      addPage(m_left);
              });
}

void MainWindow::forgetLeft()
{
    if (m_left) {
        m_banner->clear(m_left);
        if (m_left->writing().isEmpty())
            m_left->deleteLater();
        else
            m_writing.append(m_left);
    }
    m_left = nullptr;
}

void MainWindow::endWriting(DatasetView *view)
{
    if (m_writing.removeOne(view))
        view->deleteLater();
    if (!writingPage())
        withdrawBanner(QLatin1StringView(WritingTopic));
}

void MainWindow::closePage(WindowPage *page)
{
    const auto index = static_cast<int>(m_pages.indexOf(page));
    if (index < 0)
        return;
    m_banner->clear(page);
    m_pages.removeAt(index);
    m_stack->removeWidget(page);
    if (QWidget *strip = page->strip())
        m_strips->removeWidget(strip);
    m_tabRow->tabs()->removeTab(index);
    page->hide();
    page->deleteLater();
    updateFront();
}

void MainWindow::showNextPage(int by)
{
    const auto count = static_cast<int>(m_pages.size());
    if (count > 1)
        showPage(m_pages[(m_tabRow->tabs()->currentIndex() + by + count) % count]);
}

WindowPage *MainWindow::currentPage() const
{
    const int index = m_tabRow->tabs()->currentIndex();
    return index >= 0 && index < m_pages.size() ? m_pages[index] : nullptr;
}

DatasetView *MainWindow::currentView() const
{
    return qobject_cast<DatasetView *>(currentPage());
}

QList<WindowPage *> MainWindow::pages() const
{
    return m_pages;
}

QList<DatasetView *> MainWindow::views() const
{
    QList<DatasetView *> all;
    for (WindowPage *page : m_pages) {
        if (auto *view = qobject_cast<DatasetView *>(page))
            all.append(view);
    }
    return all;
}

void MainWindow::open(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        const bool isLink = argument.startsWith("passel:"_L1) || argument.startsWith("http://"_L1)
                            || argument.startsWith("https://"_L1);
        const bool isPath = QFileInfo::exists(argument) || argument.contains(u'/');
        if (isLink || (!isPath && looksLikeKey(argument)))
            emit pullRequested(argument);
        else
            openFile(argument); // what is not there is told by the reader
    }
}

DatasetView *MainWindow::openFile(const QString &path)
{
    return openSource(ReadSource::file(path));
}

DatasetView *MainWindow::openSource(const ReadSource &source)
{
    DatasetView *view = addDataset(std::make_unique<Dataset>());
    connect(view, &DatasetView::readFinished, m_recent, [this, view, source] {
        if (view->report() && !source.path.isEmpty())
            m_recent->add({RecentEntry::Kind::File,
                           source.path,
                           {},
                           view->report()->bytes,
                           view->report()->rows,
                           {},
                           {}});
    });
    view->read(source);
    return view;
}

DatasetView *MainWindow::openBytes(const QByteArray &bytes, const QString &name,
                                   const QString &source)
{
    DatasetView *view = addDataset(std::make_unique<Dataset>());
    view->read(ReadSource::ofBytes(bytes, name, source));
    return view;
}

void MainWindow::openRecent(int row)
{
    const RecentEntry entry = m_recent->at(row);
    if (entry.kind == RecentEntry::Kind::Share)
        emit pullRequested(entry.target);
    else
        openFile(entry.target);
}

void MainWindow::showBanner(const BannerMessage &message, WindowPage *page)
{
    m_banner->show(message, page);
}

void MainWindow::clearBanner(WindowPage *page)
{
    m_banner->clear(page);
}

void MainWindow::withdrawBanner(const QString &topic)
{
    m_banner->withdraw(topic);
}

namespace {

// Which file it is about and where in it, unless the sentence says so itself.
Wording placed(const Error &error)
{
    const Place &place = error.place();
    const QString sentence = visibleText(error.message());
    const QString file = visibleText(QFileInfo(place.source).fileName());
    if (file.isEmpty() || sentence.contains(file))
        return {sentence};
    const Wording where =
        place.line ? Wording::of(MainWindow::tr("%1, line %2:", "before an error: file, line"),
                                 {file, QLocale().toString(*place.line)})
                   : Wording::of(MainWindow::tr("%1:", "before an error: file"), {file});
    return where.then(Wording(sentence));
}

} // namespace

void MainWindow::showError(const Error &error, WindowPage *page, QList<BannerAction> actions)
{
    if (error.isCancelled())
        return;
    actions.append({tr("Dismiss"), {}, actions.isEmpty() ? ButtonKind::Normal : ButtonKind::Flat});
    m_banner->show({Banner::Kind::Error,
                    u"circle-alert"_s,
                    placed(error),
                    visibleText(error.detail()),
                    actions,
                    {}},
                   page);
}

void MainWindow::showToast(const Toast::Message &message, std::function<void(int)> chosen)
{
    m_toastChosen = std::move(chosen);
    m_toast->say(message);
}

void MainWindow::showSheet(Sheet *sheet, QWidget *firstFocus)
{
    if (m_sheet && m_sheet != sheet && m_sheet->isOpen())
        m_sheet->dismiss();
    m_sheet = sheet;
    WindowPage *page = currentPage();
    sheet->setCentreOn(page ? page->centre() : nullptr);
    sheet->open(firstFocus);
}

Sheet *MainWindow::openSheet() const
{
    return m_sheet && m_sheet->isOpen() ? m_sheet : nullptr;
}

void MainWindow::addCloseGuard(std::function<bool(bool)> guard)
{
    m_guards.append(std::move(guard));
}

void MainWindow::closeAnyway()
{
    m_isForced = true;
    close();
}

void MainWindow::showPalette()
{
    m_palette->open(m_commandField);
}

void MainWindow::showFileDialog()
{
    m_fileActions->showOpenDialog();
}

void MainWindow::pasteIntoWindow()
{
    const QMimeData *mime = QApplication::clipboard()->mimeData();
    if (mime->hasUrls()) {
        QStringList files;
        for (const QUrl &url : mime->urls()) {
            if (url.isLocalFile())
                files << url.toLocalFile();
        }
        if (!files.isEmpty()) {
            open(files);
            return;
        }
    }
    const QString text = mime->text();
    if (text.trimmed().isEmpty()) {
        showBanner({Banner::Kind::Info,
                    u"clipboard"_s,
                    Wording(tr("The clipboard holds no table and no key.")),
                    tr("Copy some cells or a key first."),
                    {{tr("Dismiss"), {}}},
                    {}});
        return;
    }
    DatasetView *view = currentView();
    if (view && !view->isNested() && view->grid()->hasFocus())
        m_tableActions->pasteCells(text);
    else if (looksLikeKey(text))
        emit pullRequested(text.trimmed());
    else
        openBytes(text.toUtf8(), tr("Pasted table"), tr("from the clipboard"));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayClose(std::exchange(m_isForced, false))) {
        event->ignore();
        return;
    }
    QSettings().setValue(u"geometry"_s, saveGeometry());
    QMainWindow::closeEvent(event);
}

bool MainWindow::mayClose(bool isForced)
{
    for (const auto &guard : m_guards) {
        if (!guard(isForced))
            return false;
    }
    if (isForced)
        return true;
    if (!mayStopWriting())
        return false;
    QStringList unsaved;
    WindowPage *first = nullptr;
    // A tab that was just closed may still be brought back, but not when the window is gone.
    for (WindowPage *page : m_pages + QList<WindowPage *>{m_left}) {
        if (page && page->isUnsaved()) {
            first = first ? first : page;
            unsaved << visibleText(page->title());
        }
    }
    if (unsaved.isEmpty())
        return true;
    if (m_left && m_left->isUnsaved())
        addPage(m_left);
    showPage(first);
    showBanner({Banner::Kind::Warn,
                u"triangle-alert"_s,
                unsaved.size() == 1
                    ? Wording::of(tr("The changes in %1 are not saved."), unsaved)
                    : Wording::of(tr("The changes in %1 are not saved."), {unsaved.join(u", "_s)}),
                tr("The files themselves were never changed."),
                {{tr("Save as…"), [this] { m_fileActions->saveAs(); }, ButtonKind::Primary},
                 {tr("Close without saving"), [this] { closeAnyway(); }},
                 {tr("Stay"), {}, ButtonKind::Flat}},
                {},
                true});
    return false;
}

WindowPage *MainWindow::writingPage() const
{
    const QList<WindowPage *> pages = m_pages + QList<WindowPage *>{m_left} + m_writing;
    const auto writes = [](const WindowPage *page) { return page && !page->writing().isEmpty(); };
    const auto first = std::find_if(pages.begin(), pages.end(), writes);
    return first == pages.end() ? nullptr : *first;
}

bool MainWindow::mayStopWriting()
{
    const WindowPage *first = writingPage();
    if (!first)
        return true;
    showBanner({Banner::Kind::Warn,
                u"save"_s,
                Wording::of(tr("%1 is still being written."), {visibleText(first->writing())}),
                tr("The file stays as it was before until that is done."),
                {{tr("Keep writing"), {}, ButtonKind::Primary},
                 {tr("Stop writing and close"),
                  [this] {
                      const QList<WindowPage *> all =
                          m_pages + QList<WindowPage *>{m_left} + m_writing;
                      for (WindowPage *page : all) {
                          if (page)
                              page->stopWriting();
                      }
                      close();
                  },
                  ButtonKind::Danger}},
                {},
                true,
                QLatin1StringView(WritingTopic)});
    return false;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        emit activated();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls() && !event->mimeData()->hasText())
        return;
    m_empty->setDropHint(true);
    event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_empty->setDropHint(false);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_empty->setDropHint(false);
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    event->acceptProposedAction();
    if (!files.isEmpty())
        open(files);
    else if (looksLikeKey(event->mimeData()->text().trimmed()))
        emit pullRequested(event->mimeData()->text().trimmed());
}

void MainWindow::updateFront()
{
    WindowPage *page = currentPage();
    m_stack->setCurrentWidget(page ? static_cast<QWidget *>(page) : m_empty);
    m_tabRow->setVisible(!m_pages.isEmpty());
    QWidget *strip = page ? page->strip() : nullptr;
    m_strips->setVisible(strip != nullptr);
    if (strip)
        m_strips->setCurrentWidget(strip);
    m_banner->setCurrentPage(page);
    m_toast->setCentreOn(page ? page->centre() : nullptr);
    if (m_sheet && m_sheet->isOpen() && page != m_sheetPage)
        m_sheet->dismiss();
    m_sheetPage = page;
    m_fileActions->update();
    m_tableActions->update();
    m_viewActions->update();
    DatasetView *view = currentView();
    m_catalog->action("share.push")->setEnabled(view != nullptr);
    m_pushButton->setEnabled(view != nullptr);
    m_pushButton->setToolTip(view ? QString() : tr("Open a table first"));
    TabRow::setCount(m_issueButton, tr("Issues"),
                     view && view->hasIssues() ? numberText(view->report()->issues.count())
                                               : QString());
    updateTitle();
    updateStatus();
    emit currentPageChanged(page);
}

void MainWindow::updateTitle()
{
    TabBar *tabs = m_tabRow->tabs();
    for (int i = 0; i < m_pages.size(); ++i) {
        //: A table with changes that are not saved, on its tab.
        tabs->setDocumentTitle(i, m_pages[i]->isUnsaved() ? tr("%1 •").arg(m_pages[i]->title())
                                                          : m_pages[i]->title());
    }
    const WindowPage *page = currentPage();
    setWindowTitle(page ? tr("%1 — Passel").arg(visibleText(page->title())) : tr("Passel"));
}

void MainWindow::setWork(const std::optional<StatusRow::Progress> &progress,
                         std::function<void()> cancel)
{
    m_work = progress;
    m_cancelWork = std::move(cancel);
    updateStatus();
}

void MainWindow::cancelShown()
{
    WindowPage *page = currentPage();
    if (page && page->shownProgress())
        page->cancelShown();
    else if (const std::function<void()> cancel = m_cancelWork)
        cancel();
}

void MainWindow::updateStatus()
{
    const WindowPage *page = currentPage();
    m_status->setFacts(page ? page->statusFacts() : QList<StatusRow::Fact>{{tr("Nothing open")}});
    m_status->setEndFacts(page ? page->endFacts() : QList<StatusRow::Fact>());
    std::optional<StatusRow::Progress> progress = page ? page->shownProgress() : std::nullopt;
    if (!progress)
        progress = m_work;
    m_status->setProgress(progress);
    m_catalog->action("edit.cancel")->setEnabled(progress && progress->canCancel);
}

} // namespace passel
