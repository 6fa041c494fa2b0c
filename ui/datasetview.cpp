#include "ui/datasetview.h"

#include "core/base/log.h"
#include "core/look/textmatcher.h"
#include "core/recipe/rowsteps.h"
#include "core/session/datasetprofile.h"
#include "ui/findbar.h"
#include "ui/grid/arraygridsource.h"
#include "ui/grid/gridview.h"
#include "ui/kit/striprow.h"
#include "ui/nestedlevels.h"
#include "ui/panels/inspectorpanel.h"
#include "ui/panels/issuepanel.h"
#include "ui/panels/recipepanel.h"
#include "ui/readstrip.h"
#include "ui/recipemarks.h"
#include "ui/theme/theme.h"
#include "ui/thumbnails.h"
#include "ui/words.h"

#include <QFileInfo>
#include <QFontMetrics>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace passel {

using namespace Qt::StringLiterals;

DatasetView::DatasetView(std::unique_ptr<Dataset> dataset, QWidget *parent)
    : WindowPage(parent)
    , m_dataset(std::move(dataset))
    , m_profile(new DatasetProfile(m_dataset.get(), this))
    , m_strip(new ReadStrip(this))
    , m_levels(new NestedLevels(this))
    , m_source(new ArrayGridSource(this))
    , m_nestedSource(new ArrayGridSource(this))
    , m_thumbnails(new Thumbnails(this))
    , m_grid(new GridView)
    , m_find(new FindBar(m_dataset.get()))
    , m_issues(new IssuePanel)
    , m_inspector(new InspectorPanel(m_dataset.get(), m_profile))
    , m_recipe(new RecipePanel(m_dataset.get()))
    , m_side(new QWidget)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName(u"datasetView"_s);
    m_grid->setObjectName(u"grid"_s);
    m_grid->setAccessibleName(tr("Table"));
    buildLayout();
    m_source->setEditable(true);
    m_grid->setSource(m_source);
    connectGrid();

    connect(m_dataset.get(), &Dataset::arrayChanged, this, &DatasetView::takeArray);
    connect(m_dataset.get(), &Dataset::recipeChanged, this, &DatasetView::takeMarks);
    connect(m_dataset.get(), &Dataset::recipeChanged, this, &DatasetView::takeReport);
    connect(m_dataset.get(), &Dataset::busyChanged, this, &WindowPage::statusChanged);
    connect(m_dataset.get(), &Dataset::titleChanged, this, &WindowPage::titleChanged);
    connect(m_dataset.get(), &Dataset::modifiedChanged, this, &WindowPage::titleChanged);
    connect(m_profile, &DatasetProfile::profileChanged, this, &DatasetView::showProfile);
    for (ArrayGridSource *source : {m_source, m_nestedSource}) {
        source->setThumbnails(
            [this](qint64 row, int column) { return m_thumbnails->picture(row, column); });
        connect(m_thumbnails, &Thumbnails::ready, source, &ArrayGridSource::tellArrived);
    }
    connect(m_levels, &NestedLevels::changed, this, &DatasetView::takeLevel);
    connect(m_strip, &ReadStrip::levelChosen, m_levels, &NestedLevels::leaveTo);
    connect(m_strip, &ReadStrip::optionsChosen, this, &DatasetView::readAgain);
    connect(m_find, &FindBar::hitChosen, this, &DatasetView::goTo);
    connect(m_find, &FindBar::patternChanged, this, &DatasetView::updateFilterOfFind);
    connect(m_find, &FindBar::closed, this, [this] { m_grid->setFocus(Qt::OtherFocusReason); });
    connect(m_issues, &IssuePanel::closed, this, [this] {
        showIssues(false);
        m_grid->setFocus(Qt::OtherFocusReason);
    });
    connect(m_issues, &IssuePanel::issueChosen, this, &DatasetView::jumpTo);
    connect(m_inspector, &InspectorPanel::columnChosen, this, [this](qsizetype column) {
        goTo(currentRow(), column);
        m_grid->setFocus(Qt::OtherFocusReason);
    });
    takeArray();
}

DatasetView::~DatasetView()
{
    // The grid outlives this part of the view for a moment, and loses its source in it.
    m_grid->disconnect(this);
}

void DatasetView::buildLayout()
{
    auto *table = new QWidget;
    auto *tableColumn = new QVBoxLayout(table);
    tableColumn->setContentsMargins(0, 0, 0, 0);
    tableColumn->setSpacing(0);
    tableColumn->addWidget(m_find);
    tableColumn->addWidget(m_grid, 1);
    auto *left = new QSplitter(Qt::Vertical);
    left->setObjectName(u"tableSplitter"_s);
    left->addWidget(table);
    left->addWidget(m_issues);
    left->setStretchFactor(0, 1);
    left->setChildrenCollapsible(false);
    left->setHandleWidth(1);
    m_issues->hide();
    left->setSizes({600, 240});

    auto *panels = new QSplitter(Qt::Vertical);
    panels->setObjectName(u"sideSplitter"_s);
    panels->addWidget(m_inspector);
    panels->addWidget(m_recipe);
    panels->setStretchFactor(0, 3);
    panels->setStretchFactor(1, 2);
    panels->setChildrenCollapsible(false);
    panels->setHandleWidth(1);
    panels->setSizes({520, 280});
    auto *sideColumn = new QVBoxLayout(m_side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->addWidget(panels);
    m_side->setObjectName(u"sidePanel"_s);
    m_side->setAutoFillBackground(true);
    m_side->setBackgroundRole(QPalette::AlternateBase);
    m_side->setMinimumWidth(Theme::metric(Metric::SidePanelMinimum));

    m_splitter->setObjectName(u"mainSplitter"_s);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({1104, Theme::metric(Metric::SidePanel)});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
}

void DatasetView::connectGrid()
{
    connect(m_grid, &GridView::currentChanged, this, [this](qint64 row, int column) {
        if (!isNested())
            m_inspector->setCell(row, column);
        m_find->setCursor(row, column);
        emit statusChanged();
    });
    connect(m_grid, &GridView::selectionChanged, this, &WindowPage::statusChanged);
    connect(m_grid, &GridView::viewMoved, this,
            [this](qint64, qint64, int firstColumn, int lastColumn) {
                std::vector<qsizetype> wanted;
                for (int column = std::max(0, firstColumn); column <= lastColumn; ++column)
                    wanted.push_back(column);
                if (!isNested())
                    m_profile->setWanted(wanted);
                emit statusChanged();
            });
    connect(m_grid, &GridView::edited, this, [this](qint64 row, int column, const QString &text) {
        if (isNested())
            return;
        // Nothing typed means missing, except where empty text is a value.
        const bool isMissing =
            text.isEmpty() && m_dataset->array().field(column).type.kind != TypeKind::Text;
        m_dataset->edit(row, column, isMissing ? std::nullopt : std::optional(text));
    });
    connect(m_grid, &GridView::activated, this,
            [this](qint64 row, int column) { m_levels->enter(shownArray(), row, column); });
    connect(m_grid, &GridView::wentBack, this, [this] {
        if (isNested())
            m_levels->leaveTo(m_levels->depth() - 1);
    });
    connect(m_grid, &GridView::clearPressed, this, [this] {
        if (!isNested() && currentRow() >= 0
            && m_grid->selection().cellCount(m_source->rowCount(), m_source->columnCount()) <= 1)
            m_dataset->edit(currentRow(), currentColumn(), std::nullopt);
    });
}

void DatasetView::read(ReadSource source, std::optional<ReadOptions> options, bool keepsRecipe)
{
    delete m_readJob;
    m_readSource = std::move(source);
    m_dataset->setTitle(m_readSource.name);
    if (!keepsRecipe)
        m_strip->showReading(m_readSource.name);
    auto *job = new ReadJob(m_dataset.get(), m_readSource, std::move(options), keepsRecipe, this);
    m_readJob = job;
    connect(job, &ReadJob::firstRows, this, [this] {
        m_grid->setCurrent(0, 0);
        emit firstRowsShown();
        emit statusChanged();
    });
    connect(job, &ReadJob::progressed, this, &WindowPage::statusChanged);
    connect(job, &ReadJob::finished, this, [this, job](const ReadReport &report) {
        m_readJob = nullptr;
        job->deleteLater();
        std::erase_if(m_finished, [](const Finished &old) { return old.step.expired(); });
        m_finished.push_back({job->step(), report});
        takeReport();
        emit statusChanged();
    });
    const auto end = [this, job] {
        m_readJob = nullptr;
        job->deleteLater();
        emit statusChanged();
    };
    connect(job, &ReadJob::failed, this, [this, end](const Error &error) {
        end();
        emit readFailed(error);
    });
    connect(job, &ReadJob::cancelled, this, [this, end] {
        end();
        emit readCancelled();
    });
    job->start();
    emit statusChanged();
}

void DatasetView::readAgain(const ReadOptions &options)
{
    read(m_readSource, options, true);
}

void DatasetView::save(const QString &path, const WriteOptions &options)
{
    if (m_saveJob) {
        emit saveFailed(
            Error(ErrorKind::Conflict, QByteArrayLiteral("save-running"),
                  tr("%1 is still being written. Save again when that is done.").arg(writing())));
        return;
    }
    auto *job = new SaveJob(m_dataset->array(), path, options, this);
    m_saveJob = job;
    connect(job, &SaveJob::progressed, this, &WindowPage::statusChanged);
    const auto end = [this, job] {
        m_saveJob = nullptr;
        job->deleteLater();
        emit statusChanged();
    };
    const auto saved = m_dataset->array();
    connect(job, &SaveJob::finished, this, [this, end, path, saved](const WriteReport &report) {
        end();
        if (m_dataset->array().sharesWith(saved))
            m_dataset->setSaved();
        emit saveFinished(path, report);
        emit writingEnded();
    });
    connect(job, &SaveJob::failed, this, [this, end](const Error &error) {
        end();
        emit saveFailed(error);
        emit writingEnded();
    });
    connect(job, &SaveJob::cancelled, this, [this, end] {
        end();
        emit writingEnded();
    });
    job->start();
    emit statusChanged();
}

const std::optional<ReadReport> &DatasetView::report() const
{
    return m_strip->report();
}

qsizetype DatasetView::currentRow() const
{
    return m_grid->currentRow();
}

qsizetype DatasetView::currentColumn() const
{
    return m_grid->currentColumn();
}

std::vector<quint32> DatasetView::chosenRows() const
{
    const DocumentArray &array = shownArray();
    std::vector<quint32> rows =
        m_grid->selection().rows(array.rowCount(), static_cast<int>(array.columnCount()));
    if (rows.empty() && currentRow() >= 0)
        rows.push_back(static_cast<quint32>(currentRow()));
    return rows;
}

std::vector<qsizetype> DatasetView::chosenColumns() const
{
    std::set<qsizetype> columns;
    const DocumentArray &array = shownArray();
    for (const GridRange &range :
         m_grid->selection().closed(array.rowCount(), static_cast<int>(array.columnCount()))) {
        for (int column = range.firstColumn; column <= range.lastColumn; ++column)
            columns.insert(column);
    }
    if (columns.empty() && currentColumn() >= 0)
        columns.insert(currentColumn());
    return {columns.begin(), columns.end()};
}

void DatasetView::goTo(qsizetype row, qsizetype column)
{
    m_grid->setCurrent(row, static_cast<int>(column));
}

bool DatasetView::isNested() const
{
    return m_levels->depth() > 0;
}

const DocumentArray &DatasetView::shownArray() const
{
    return isNested() ? m_levels->array() : m_dataset->array();
}

void DatasetView::showFind()
{
    m_find->open();
}

void DatasetView::showIssues(bool visible)
{
    m_issues->setVisible(visible);
    if (visible)
        m_issues->focusList();
}

bool DatasetView::hasIssues() const
{
    return report() && !report()->issues.isEmpty();
}

void DatasetView::setSidePanelVisible(bool visible)
{
    m_sideWanted = visible;
    m_side->setVisible(visible);
}

bool DatasetView::isSidePanelVisible() const
{
    return m_side->isVisibleTo(this);
}

QString DatasetView::title() const
{
    return m_dataset->title();
}

QString DatasetView::iconName() const
{
    return m_dataset->origin().shareKey.isEmpty() ? u"table"_s : u"key-round"_s;
}

QWidget *DatasetView::strip() const
{
    return m_strip->row();
}

QWidget *DatasetView::centre()
{
    return m_grid;
}

QList<StatusRow::Fact> DatasetView::statusFacts() const
{
    QList<StatusRow::Fact> facts;
    const DocumentArray &array = shownArray();
    const qint64 rows = array.rowCount();
    const qint64 cells = m_grid->selection().cellCount(rows, static_cast<int>(array.columnCount()));
    const QString total = numberText(rows);
    if (currentRow() >= 0 && rows > 0)
        facts << StatusRow::Fact{tr("Row %1 of %2").arg(numberText(currentRow() + 1), total)};
    else
        facts << StatusRow::Fact{rowsText(rows)};
    if (cells > 1)
        facts << StatusRow::Fact{tr("%1 selected").arg(cellsText(cells))};
    if (!isNested()) {
        const qint64 removed = m_dataset->base().rowCount() - rows;
        if (removed > 0)
            facts << StatusRow::Fact{
                tr("%1 of %2 removed by the recipe")
                    .arg(numberText(removed), numberText(m_dataset->base().rowCount()))};
        if (hasIssues())
            facts << StatusRow::Fact{
                tr("%n thing(s) to look at", nullptr, pluralCount(report()->issues.count())),
                ColorRole::Warn};
    }
    const auto columns = static_cast<int>(array.columnCount());
    const GridGeometry &geometry = m_grid->geometry();
    const int inView = geometry.lastColumn() - geometry.firstColumn() + 1;
    facts << StatusRow::Fact{
        inView > 0 && inView < columns
            ? tr("%1, %2 in view").arg(columnsText(columns), numberText(inView))
            : columnsText(columns)};
    return facts;
}

std::optional<StatusRow::Progress> DatasetView::progress() const
{
    // Work under 150 ms shows nothing (look.md §5).
    constexpr qint64 Quiet = 150;
    const auto transfer = [](const QString &verb, qint64 done, qint64 total, qint64 elapsed) {
        StatusRow::Progress progress;
        if (total > 0) {
            const double share = std::clamp(double(done) / double(total), 0.0, 1.0);
            progress.share = share;
            progress.words = verb + u' ' + shareText(std::min(done, total), total);
            const double left = done > 0 ? double(elapsed) * (1 / share - 1) : 0;
            progress.amount = tr("%1 of %2").arg(sizeText(std::min(done, total)), sizeText(total));
            if (elapsed > 1000 && left > 1000)
                progress.amount +=
                    u", "_s + tr("%1 left").arg(durationText(qRound64(left / 1000) * 1000));
        } else {
            progress.words = verb;
            progress.amount = sizeText(done);
        }
        return progress;
    };
    if (m_readJob && m_readJob->elapsedMs() >= Quiet)
        return transfer(tr("Reading"), m_readJob->done(), m_readJob->total(),
                        m_readJob->elapsedMs());
    if (m_saveJob && m_saveJob->elapsedMs() >= Quiet) {
        StatusRow::Progress progress;
        if (m_saveJob->total() > 0)
            progress.share = double(m_saveJob->done()) / double(m_saveJob->total());
        progress.words = tr("Writing %1").arg(visibleText(writing()));
        return progress;
    }
    if (m_dataset->isBusy()) {
        StatusRow::Progress progress;
        if (m_dataset->progressTotal() > 0)
            progress.share = double(m_dataset->progressDone()) / double(m_dataset->progressTotal());
        progress.words = tr("Working");
        return progress;
    }
    return {};
}

void DatasetView::cancelWork()
{
    if (m_readJob)
        m_readJob->cancel();
    else if (m_saveJob)
        m_saveJob->cancel();
    else
        m_dataset->cancel();
}

bool DatasetView::isUnsaved() const
{
    return m_dataset->isModified();
}

QString DatasetView::writing() const
{
    return m_saveJob ? QFileInfo(m_saveJob->path()).fileName() : QString();
}

void DatasetView::stopWriting()
{
    if (!m_saveJob)
        return;
    delete m_saveJob;
    emit statusChanged();
    emit writingEnded();
}

void DatasetView::focusContent()
{
    m_grid->setFocus(Qt::OtherFocusReason);
}

void DatasetView::resizeEvent(QResizeEvent *event)
{
    WindowPage::resizeEvent(event);
    m_thumbnails->setSize(Theme::metric(Metric::Row) - 4, devicePixelRatioF());
    if (!m_sideWanted)
        m_side->setVisible(width() >= Theme::metric(Metric::SidePanelHiddenBelow));
}

void DatasetView::takeArray()
{
    m_levels->leaveTo(0);
    m_thumbnails->setArray(m_dataset->array());
    m_source->setArray(m_dataset->array());
    // With other columns the headers begin anew, but most of what they say is known already.
    for (qsizetype column = 0; column < m_dataset->array().columnCount(); ++column) {
        if (!m_source->hasProfile(static_cast<int>(column)))
            showProfile(column);
    }
    takeMarks();
    m_inspector->setCell(currentRow(), currentColumn());
    emit statusChanged();
}

// When steps are done again after a reading, the former table and its report stay until they are.
void DatasetView::takeReport()
{
    const Recipe &recipe = m_dataset->recipe();
    const StepPtr step = recipe.firstEditable() > 0 ? recipe.at(0).step : nullptr;
    const auto reading =
        std::find_if(m_finished.begin(), m_finished.end(),
                     [&](const Finished &other) { return other.step.lock() == step; });
    if (!step || reading == m_finished.end() || m_shownReading.lock() == step)
        return;
    m_shownReading = step;
    m_levels->leaveTo(0);
    const ReadReport report = reading->report;
    const bool isNew = !std::exchange(reading->isTold, true);
    m_strip->showReport(report, m_readSource.attribution, true);
    m_issues->setIssues(report.issues, report.rows);
    emit reportChanged();
    if (isNew)
        emit readFinished(report);
}

void DatasetView::showProfile(qsizetype column)
{
    if (const auto facts = m_profile->profile(column))
        m_source->setProfile(static_cast<int>(column), *facts, m_profile->isCurrent(column));
    widenFor(column);
}

void DatasetView::widenFor(qsizetype column)
{
    // The grid measures the rows it sees first; the profile knows the longest number of all.
    const auto facts = m_profile->profile(column);
    if (isNested() || !facts || !facts->type.isNumber())
        return;
    const QFontMetrics metrics(Theme::font(TextSize::Base));
    int width = 0;
    for (const Value &value : {facts->minimum, facts->maximum})
        width =
            std::max(width, metrics.horizontalAdvance(valueText(facts->type, facts->form, value)));
    // Digits stand in slots as wide as the widest digit.
    m_grid->setLeastColumnWidth(static_cast<int>(column),
                                width * 11 / 10 + 2 * Theme::metric(Metric::CellPadding));
}

void DatasetView::takeMarks()
{
    const RecipeMarks marks = recipeMarks(m_dataset->recipe(), m_dataset->array().schema());
    if (m_source->columnCount() != int(marks.sort.size()))
        return; // the recipe is told before the array: takeArray() comes here again
    QSet<int> filtered;
    for (int column = 0; column < m_source->columnCount(); ++column) {
        m_source->setSortMark(column, marks.sort[static_cast<size_t>(column)]);
        if (marks.filtered[static_cast<size_t>(column)])
            filtered.insert(column);
    }
    m_source->setFiltered(filtered);
    emit statusChanged();
}

void DatasetView::takeLevel(qsizetype row, qsizetype column)
{
    m_thumbnails->setArray(shownArray());
    if (!isNested()) {
        if (m_grid->source() == m_source)
            return;
        m_grid->setSource(m_source);
        if (report())
            m_strip->showReport(*report(), m_readSource.attribution, true);
        else
            m_strip->showWords({});
    } else {
        m_nestedSource->setArray(m_levels->array());
        m_grid->setSource(m_nestedSource);
        m_strip->showPath(QStringList{m_dataset->title()} + m_levels->titles());
    }
    goTo(row, column);
    m_find->setArray(shownArray());
    m_recipe->setEnabled(!isNested());
    m_inspector->setEnabled(!isNested());
    emit statusChanged();
}

void DatasetView::jumpTo(const Issue &issue)
{
    if (!report() || (issue.row < 0 && issue.line <= 0))
        return;
    // Where only the line is known, a line is taken for a row: at most that row, when cells hold
    // line breaks.
    const ReadOptions &options = report()->options;
    const qint64 headLines =
        1 + options.skipLines + (options.format == "csv" && options.hasHeader ? 1 : 0);
    const qint64 row = issue.row >= 0 ? issue.row : issue.line - headLines;
    goTo(std::clamp<qint64>(row, 0, std::max<qint64>(0, shownArray().rowCount() - 1)),
         currentColumn());
}

void DatasetView::updateFilterOfFind()
{
    const TextPattern &pattern = m_find->pattern();
    Result<QRegularExpression> expression = boundedExpression(pattern);
    if (!m_find->isVisible() || pattern.text.isEmpty() || !expression) {
        m_grid->setFinder({});
        return;
    }
    m_grid->setFinder([expression = *expression](const QString &text) {
        TextStretches stretches;
        auto matches = expression.globalMatch(text);
        while (matches.hasNext() && stretches.size() < 100) {
            const QRegularExpressionMatch match = matches.next();
            if (match.capturedLength() > 0)
                stretches.emplace_back(match.capturedStart(), match.capturedLength());
        }
        return stretches;
    });
}

} // namespace passel
