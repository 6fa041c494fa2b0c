#include "ui/actions/fileactions.h"

#include "core/base/log.h"
#include "core/recipe/recipe.h"
#include "core/session/dataset.h"
#include "ui/actions/actioncatalog.h"
#include "ui/datasetview.h"
#include "ui/mainwindow.h"
#include "ui/opener/recentlist.h"
#include "ui/panels/recipepanel.h"
#include "ui/sheets/exportsheet.h"
#include "ui/words.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

QString lastFolder()
{
    const QString kept = QSettings().value(u"folder"_s).toString();
    // A folder that is not there would be taken for the name of a file.
    for (const QString &folder :
         {kept, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

void keepFolder(const QString &path)
{
    QSettings().setValue(u"folder"_s, QFileInfo(path).absolutePath());
}

} // namespace

FileActions::FileActions(MainWindow *window)
    : QObject(window)
    , m_window(window)
{
    ActionCatalog *catalog = window->catalog();
    catalog->setGroup(tr("File"));
    connect(catalog->add("file.open", tr("&Open…"), {QKeySequence(QKeySequence::Open)},
                         {tr("load"), tr("import"), tr("read a file")}, u"folder-open"_s),
            &QAction::triggered, this, &FileActions::showOpenDialog);
    connect(catalog->add("file.example", tr("Open an &example"), {Qt::CTRL | Qt::Key_E},
                         {tr("sample"), tr("bird strikes"), tr("earthquakes")}),
            &QAction::triggered, this, [this] {
                auto *target = m_window->findChild<QAbstractButton *>(u"emptyExample"_s);
                if (target && target->isVisible())
                    target->click(); // the menu opens there
                else
                    showExamples(m_window->mapToGlobal(QPoint(m_window->width() / 2 - 120, 120)));
            });
    connect(catalog->add("file.save-as", tr("Save &as…"), {QKeySequence(QKeySequence::Save)},
                         {tr("export"), tr("write"), tr("download"), u"CSV"_s, u"JSON"_s},
                         u"save"_s),
            &QAction::triggered, this, &FileActions::saveAs);
    connect(catalog->add("file.close", tr("&Close tab"), {QKeySequence(QKeySequence::Close)},
                         {tr("remove tab")}),
            &QAction::triggered, this, [this] {
                if (WindowPage *page = m_window->currentPage())
                    m_window->leavePage(page);
            });
    connect(catalog->add("file.quit", tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)},
                         {tr("exit"), tr("end")}),
            &QAction::triggered, window, &QWidget::close);
    catalog->setGroup(tr("Recipe"));
    connect(catalog->add("recipe.save", tr("&Save recipe…"), {}, {tr("export steps")}),
            &QAction::triggered, this, &FileActions::saveRecipe);
    connect(catalog->add("recipe.load", tr("&Load recipe…"), {},
                         {tr("import steps"), tr("apply recipe"), tr("replay")}),
            &QAction::triggered, this, &FileActions::loadRecipe);
    update();
}

FileActions::~FileActions()
{
    // A recipe that was asked for is written, also when the window goes at once.
    for (const auto &[number, task] : m_writing)
        task.wait();
}

void FileActions::fillMenu(QMenu *menu)
{
    const ActionCatalog *catalog = m_window->catalog();
    menu->addAction(catalog->action("file.open"));
    menu->addAction(catalog->action("file.example"));
    menu->addSeparator();
    menu->addAction(catalog->action("file.save-as"));
    menu->addSeparator();
    menu->addAction(catalog->action("file.close"));
    menu->addAction(catalog->action("file.quit"));
}

void FileActions::showOpenDialog()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a table"), lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Tables (*.csv *.tsv *.tab *.txt *.json *.ndjson *.jsonl *.gz)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, m_window, [this](const QStringList &files) {
        for (const QString &file : files) {
            keepFolder(file);
            m_window->openFile(file);
        }
    });
    dialog->open();
}

void FileActions::showExamples(const QPoint &position)
{
    auto *menu = new QMenu(m_window);
    menu->setObjectName(u"exampleMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QString &name) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, name] { openExample(name); });
    };
    add(tr("Bird strikes: 10,000 reports of aircraft striking wildlife (FAA)"),
        u"bird-strikes.csv"_s);
    add(tr("Earthquakes: 1,707 events of one week (USGS)"), u"earthquakes.ndjson"_s);
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(position);
}

void FileActions::openExample(const QString &name)
{
    QFile file(u":/examples/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_window->openBytes(file.readAll(), name,
                        name.startsWith("bird"_L1)
                            ? tr("from the FAA Wildlife Strike Database")
                            : tr("from the USGS feed “All earthquakes, past week”"));
}

void FileActions::saveAs()
{
    DatasetView *view = m_window->currentView();
    if (!view)
        return;
    auto *sheet = new ExportSheet(view->dataset()->array(), view->dataset()->title(),
                                  m_window->sheetHost(), view->centre());
    connect(sheet, &ExportSheet::optionsChosen, this, [this, sheet](const WriteOptions &options) {
        sheet->dismiss();
        askWhere(options);
    });
    connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
    m_window->showSheet(sheet, sheet->firstField());
}

void FileActions::askWhere(const WriteOptions &options)
{
    QPointer<DatasetView> view = m_window->currentView();
    if (!view)
        return;
    auto *dialog = new QFileDialog(m_window, tr("Save the table"), lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString suffix = ExportSheet::suffix(options);
    dialog->setNameFilters({tr("Table (*.%1)").arg(suffix)});
    dialog->setDefaultSuffix(suffix);
    const QString base = QFileInfo(view->dataset()->title()).completeBaseName();
    dialog->selectFile((base.isEmpty() ? tr("table") : base) + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, m_window, [view, options](const QString &path) {
        keepFolder(path);
        if (view)
            view->save(path, options);
    });
    dialog->open();
}

void FileActions::saveRecipe()
{
    QPointer<DatasetView> view = m_window->currentView();
    if (!view)
        return;
    auto *dialog = new QFileDialog(m_window, tr("Save the recipe"), lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Passel recipe (*.passel-recipe.json)")});
    dialog->setDefaultSuffix(u"passel-recipe.json"_s);
    dialog->selectFile(QFileInfo(view->dataset()->title()).completeBaseName()
                       + u".passel-recipe.json"_s);
    connect(dialog, &QFileDialog::fileSelected, m_window, [this, view](const QString &path) {
        if (!view)
            return;
        keepFolder(path);
        saveRecipeTo(view, path);
    });
    dialog->open();
}

void FileActions::saveRecipeTo(DatasetView *view, const QString &path)
{
    const int number = ++m_writings;
    m_writing[number] = Task<void>::start(
        ThreadPool::global(),
        [recipe = view->dataset()->recipe(), path](const TaskContext &) -> Result<void> {
            PASSEL_TRY(AtomicFile file, AtomicFile::create(FileSystem::system(), path));
            PASSEL_CHECK(file.write(recipe.toFile()));
            return file.commit();
        },
        [this, number, path, page = QPointer(view)](const Result<void> &written) {
            m_writing.erase(number);
            if (!written) {
                m_window->showError(written.error(), m_window->pages().contains(page.data())
                                                         ? page.data()
                                                         : nullptr);
                return;
            }
            m_window->showToast(
                {Wording::of(tr("Recipe saved as %1"), {visibleText(QFileInfo(path).fileName())}),
                 {},
                 {}});
        });
}

void FileActions::loadRecipe()
{
    if (!m_window->currentView())
        return;
    auto *dialog = new QFileDialog(m_window, tr("Load a recipe"), lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Passel recipe (*.passel-recipe.json *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &FileActions::loadRecipeFrom);
    dialog->open();
}

void FileActions::loadRecipeFrom(const QString &path)
{
    DatasetView *view = m_window->currentView();
    if (!view)
        return;
    m_loading = Task<Recipe>::start(
        ThreadPool::global(),
        [path](const TaskContext &) -> Result<Recipe> {
            PASSEL_TRY(const QByteArray bytes, readAll(FileSystem::system(), path, 64LL << 20));
            return Recipe::fromFile(bytes);
        },
        [this, path, page = QPointer(view)](const Result<Recipe> &loaded) {
            if (!page)
                return;
            if (!loaded) {
                m_window->showError(loaded.error(), page);
                return;
            }
            keepFolder(path);
            takeRecipe(page->dataset(), *loaded);
        });
}

void FileActions::takeRecipe(Dataset *dataset, const Recipe &loaded)
{
    // This table was read in its own way: its read step stays, the others come behind.
    std::vector<RecipeStep> steps;
    const Recipe &own = dataset->recipe();
    for (qsizetype i = 0; i < own.firstEditable(); ++i)
        steps.push_back(own.at(i));
    for (qsizetype i = loaded.firstEditable(); i < loaded.size(); ++i)
        steps.push_back(loaded.at(i));
    dataset->setRecipe(Recipe(std::move(steps)), tr("Load a recipe"));
}

void FileActions::watch(DatasetView *view)
{
    connect(view, &DatasetView::readFinished, this, [this, view] { readFinished(view); });
    connect(view, &DatasetView::readFailed, this,
            [this, view](const Error &error) { readFailed(view, error); });
    connect(view, &DatasetView::readCancelled, this, [this, view] {
        if (view->shownArray().rowCount() == 0) {
            m_window->closePage(view);
            return;
        }
        m_window->showBanner({Banner::Kind::Warn,
                              u"triangle-alert"_s,
                              Wording(tr("Reading was stopped. Only the first %1 are here.")
                                          .arg(rowsText(view->shownArray().rowCount()))),
                              {},
                              {{tr("Dismiss"), {}}},
                              {}},
                             view);
    });
    connect(view, &DatasetView::saveFailed, this, [this, view](const Error &error) {
        // About a tab that was closed meanwhile, the window tells.
        m_window->showError(error, m_window->pages().contains(view) ? view : nullptr);
    });
    connect(
        view, &DatasetView::saveFinished, this,
        [this](const QString &path, const WriteReport &report) {
            Wording detail(tr("%1, %2").arg(rowsText(report.rows), sizeText(report.bytes)));
            if (report.guardedCells > 0)
                detail = detail.then(Wording(
                    tr("%1 were guarded against formulas.").arg(cellsText(report.guardedCells))));
            if (!report.issues.kept().empty())
                detail = detail.then(Wording(visibleText(report.issues.kept().front().message)));
            m_window->showToast(
                {Wording::of(tr("Saved as %1"), {visibleText(QFileInfo(path).fileName())}),
                 detail,
                 {}});
            m_window->recent()->add(
                {RecentEntry::Kind::File, path, {}, report.bytes, report.rows, {}, {}});
        });
    connect(view->recipePanel(), &RecipePanel::saveRequested, this, &FileActions::saveRecipe);
    connect(view->recipePanel(), &RecipePanel::loadRequested, this, &FileActions::loadRecipe);
}

void FileActions::update()
{
    const bool hasTable = m_window->currentView() != nullptr;
    for (const char *id : {"file.save-as", "recipe.save", "recipe.load"})
        m_window->catalog()->action(id)->setEnabled(hasTable);
    m_window->catalog()->action("file.close")->setEnabled(m_window->currentPage() != nullptr);
}

void FileActions::readFailed(DatasetView *view, const Error &error)
{
    const bool hasRows = view->shownArray().rowCount() > 0 && view->report().has_value();
    if (hasRows) { // an earlier reading is still on the screen
        m_window->showError(error, view);
        return;
    }
    QList<BannerAction> actions;
    if (error.code() == "unterminated-quote") {
        ReadSource again = view->readSource();
        again.withoutQuotes = true;
        const auto read = [window = m_window, again] { window->openSource(again); };
        actions.append({tr("Read without quotes"), read, ButtonKind::Primary});
    }
    m_window->closePage(view);
    m_window->showError(error, nullptr, actions);
}

void FileActions::readFinished(DatasetView *view)
{
    const ReadReport &report = *view->report();
    if (report.issues.isEmpty()) {
        m_window->clearBanner(view);
        return;
    }
    const QString first =
        report.issues.kept().empty() ? QString() : report.issues.kept().front().message;
    const qint64 count = report.issues.count();
    m_window->showBanner(
        {Banner::Kind::Warn,
         u"triangle-alert"_s,
         count == 1 ? Wording(visibleText(first))
                    : Wording::strong(tr("%n thing(s) to look at.", nullptr, pluralCount(count)))
                          .then(Wording(tr("The first: %1").arg(visibleText(first)))),
         {},
         {{tr("Show"),
           [view = QPointer(view)] {
               if (view)
                   view->showIssues(true);
           }},
          {tr("Dismiss"), {}, ButtonKind::Flat}},
         {}},
        view);
}

} // namespace passel
