#include "ui/actions/tableactions.h"

#include "core/base/log.h"
#include "core/recipe/cellsteps.h"
#include "core/recipe/columnsteps.h"
#include "core/recipe/rowsteps.h"
#include "core/recipe/stepregistry.h"
#include "core/recipe/textsteps.h"
#include "core/recipe/valuesteps.h"
#include "core/session/datasetprofile.h"
#include "ui/actions/actioncatalog.h"
#include "ui/actions/filterconditions.h"
#include "ui/datasetview.h"
#include "ui/findbar.h"
#include "ui/grid/gridview.h"
#include "ui/kit/plaintext.h"
#include "ui/mainwindow.h"
#include "ui/panels/inspectorpanel.h"
#include "ui/panels/recipepanel.h"
#include "ui/recipemarks.h"
#include "ui/sheets/filterpopup.h"
#include "ui/sheets/stepsheet.h"
#include "ui/words.h"

#include <QJsonArray>
#include <QMenu>

#include <utility>

namespace passel {

using namespace Qt::StringLiterals;

TableActions::TableActions(MainWindow *window)
    : QObject(window)
    , m_window(window)
{
    addEditActions();
    addColumnActions();
    addStepActions();
    update();
}

void TableActions::addEditActions()
{
    ActionCatalog *catalog = m_window->catalog();
    catalog->setGroup(tr("Edit"));
    const auto add = [&](const char *id, const QString &text, const QList<QKeySequence> &keys,
                         const QStringList &synonyms, const QString &icon, auto act) {
        connect(catalog->add(id, text, keys, synonyms, icon), &QAction::triggered, this,
                [this, act] {
                    if (DatasetView *view = m_window->currentView())
                        act(view);
                });
    };
    add("edit.undo", tr("&Undo"), {QKeySequence(QKeySequence::Undo)}, {tr("take back")},
        u"undo-2"_s, [](DatasetView *view) { view->dataset()->undo(); });
    add("edit.redo", tr("&Redo"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
        {tr("do again")}, u"redo-2"_s, [](DatasetView *view) { view->dataset()->redo(); });
    add("edit.copy", tr("&Copy"), {}, {tr("clipboard")}, u"copy"_s,
        [](DatasetView *view) { view->grid()->copy(); });
    add("edit.find", tr("&Find"), {QKeySequence(QKeySequence::Find)},
        {tr("search"), tr("look for")}, u"search"_s, [](DatasetView *view) { view->showFind(); });
    add("edit.find-next", tr("Find &next"), {QKeySequence(Qt::Key_F3)}, {}, {},
        [](DatasetView *view) { view->findBar()->findNext(); });
    add("edit.find-previous", tr("Find &previous"), {QKeySequence(Qt::SHIFT | Qt::Key_F3)}, {}, {},
        [](DatasetView *view) { view->findBar()->findPrevious(); });
    add("edit.cell", tr("&Edit cell"), {}, {tr("change value"), tr("type")}, u"pencil"_s,
        [](DatasetView *view) { view->grid()->edit(); });
    add("edit.clear-cell", tr("Make cell &missing"), {},
        {tr("empty"), tr("delete value"), u"null"_s}, {}, [](DatasetView *view) {
            view->dataset()->edit(view->currentRow(), view->currentColumn(), std::nullopt);
        });
    add("rows.delete", tr("&Delete rows"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)},
        {tr("remove rows")}, {}, [this](DatasetView *view) {
            apply(DeleteRowsStep::of(view->dataset()->array(), view->chosenRows()));
        });
    add("rows.insert", tr("&Insert a row"), {QKeySequence(Qt::CTRL | Qt::Key_Plus)},
        {tr("new row"), tr("add row")}, {}, [this](DatasetView *view) {
            apply(std::make_shared<InsertRowsStep>(std::max<qsizetype>(0, view->currentRow())));
        });
}

void TableActions::addColumnActions()
{
    ActionCatalog *catalog = m_window->catalog();
    catalog->setGroup(tr("Data"));
    const auto add = [&](const char *id, const QString &text, const QList<QKeySequence> &keys,
                         const QStringList &synonyms, const QString &icon, auto act) {
        connect(catalog->add(id, text, keys, synonyms, icon), &QAction::triggered, this,
                [this, act] {
                    DatasetView *view = m_window->currentView();
                    if (view && view->currentColumn() >= 0)
                        act(view);
                });
    };
    add("column.sort-ascending", tr("Sort &ascending"), {Qt::CTRL | Qt::Key_Up},
        {tr("order"), u"A–Z"_s}, u"arrow-up"_s,
        [this](DatasetView *view) { sortBy(view->currentColumn(), false); });
    add("column.sort-descending", tr("Sort &descending"), {Qt::CTRL | Qt::Key_Down},
        {tr("order"), u"Z–A"_s}, u"arrow-down"_s,
        [this](DatasetView *view) { sortBy(view->currentColumn(), true); });
    add("column.filter", tr("&Filter…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_F},
        {tr("keep rows"), tr("where"), tr("choose values")}, u"filter"_s,
        [this](DatasetView *view) { showFilter(view->currentColumn()); });
    add("column.type", tr("Change &type…"), {Qt::CTRL | Qt::Key_T},
        {tr("cast"), tr("convert"), tr("number"), tr("date")}, u"type"_s,
        [this](DatasetView *view) {
            GridView *grid = view->grid();
            const QRect header = grid->headerRect(static_cast<int>(view->currentColumn()));
            showTypes(view->currentColumn(),
                      grid->viewport()->mapToGlobal(header.isEmpty() ? QPoint(40, 48)
                                                                     : header.bottomLeft()));
        });
    add("column.rename", tr("Re&name…"), {}, {tr("name"), tr("title")}, u"pencil"_s,
        [this](DatasetView *) { askStep("rename"); });
    add("column.remove", tr("&Remove column"), {},
        {tr("delete column"), tr("drop column"), tr("hide")}, u"trash-2"_s,
        [this](DatasetView *) { apply(std::make_shared<RemoveColumnsStep>(chosenColumns())); });
    const auto move = [this](qsizetype by) {
        return [this, by](DatasetView *view) {
            const qsizetype column = view->currentColumn();
            const qsizetype to = column + by;
            const DocumentArray &array = view->dataset()->array();
            if (to < 0 || to >= array.columnCount())
                return;
            apply(std::make_shared<ReorderColumnsStep>(
                ColumnRefs{ColumnRef::of(array.schema(), column)}, to));
            view->goTo(view->currentRow(), to);
        };
    };
    add("column.left", tr("Move &left"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Left},
        {tr("reorder columns")}, u"arrow-left"_s, move(-1));
    add("column.right", tr("Move ri&ght"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Right},
        {tr("reorder columns")}, u"arrow-right"_s, move(1));
    add("column.trim", tr("Tri&m spaces"), {}, {tr("strip"), tr("white space"), tr("clean")}, {},
        [this](DatasetView *) { apply(std::make_shared<TrimStep>(chosenColumns())); });
    const auto changeCase = [this](ChangeCaseStep::To to) {
        return [this, to](DatasetView *) {
            apply(std::make_shared<ChangeCaseStep>(chosenColumns(), to));
        };
    };
    add("column.upper", tr("ALL &CAPITALS"), {}, {tr("upper case")}, {},
        changeCase(ChangeCaseStep::To::Upper));
    add("column.lower", tr("all &small letters"), {}, {tr("lower case")}, {},
        changeCase(ChangeCaseStep::To::Lower));
    add("column.title", tr("Title &Case"), {}, {tr("capitalise")}, {},
        changeCase(ChangeCaseStep::To::Title));
    add("column.replace", tr("Re&place…"), {Qt::CTRL | Qt::Key_R},
        {tr("substitute"), tr("regular expression")}, {},
        [this](DatasetView *) { askStep("replace"); });
    add("column.fill", tr("Fill &missing…"), {}, {tr("impute"), u"null"_s}, {},
        [this](DatasetView *) { askStep("fill-missing"); });
}

void TableActions::addStepActions()
{
    ActionCatalog *catalog = m_window->catalog();
    for (const StepInfo &info : StepRegistry::all()) {
        if (!info.isInPalette)
            continue;
        catalog->setGroup(tr("Step: %1").arg(categoryTitle(info.category)));
        QAction *action =
            catalog->add("step." + info.id, info.title + u'\u2026', {}, info.synonyms);
        connect(action, &QAction::triggered, this, [this, id = info.id] { askStep(id); });
    }
}

void TableActions::watch(DatasetView *view)
{
    GridView *grid = view->grid();
    const auto allowed = [view] { return !view->isNested(); };
    connect(grid, &GridView::sortCycled, this, [=, this](int column, bool add) {
        if (allowed())
            cycleSort(column, add);
    });
    connect(grid, &GridView::filterPicked, this, [=, this](int column, const HeaderPart &part) {
        if (allowed())
            filterBy(column, part);
    });
    connect(grid, &GridView::badgePressed, this, [=, this](int column, const QRect &rect) {
        if (allowed())
            showTypes(column, rect.bottomLeft());
    });
    connect(grid, &GridView::headerMenuAsked, this, [=, this](int column, const QPoint &position) {
        if (allowed())
            showColumnMenu(column, position);
    });
    connect(grid, &GridView::cellMenuAsked, this,
            [=, this](qint64, int, const QPoint &position) { showCellMenu(position); });
    connect(grid, &GridView::copied, this, [this](qint64 cells) {
        if (cells > 1)
            m_window->showToast({Wording(tr("%1 copied").arg(cellsText(cells))), {}, {}});
    });
    connect(grid, &GridView::copyRefused, this, [this, view](qint64 cells) {
        m_window->showBanner(
            {Banner::Kind::Warn,
             u"triangle-alert"_s,
             Wording(tr("%1 are too many for the clipboard. Nothing was copied.")
                         .arg(cellsText(cells))),
             {},
             {{tr("Save as…"), [this] { m_window->catalog()->action("file.save-as")->trigger(); }}},
             {}},
            view);
    });
    InspectorPanel *inspector = view->inspector();
    connect(inspector, &InspectorPanel::typeRequested, this, &TableActions::showTypes);
    connect(inspector, &InspectorPanel::keepRowsRequested, this, [this](qsizetype column) {
        const Schema &schema = m_window->currentView()->dataset()->array().schema();
        const auto operators = operatorsFor(schema.field(column).type);
        const Condition condition =
            Condition::compare(ColumnRef::of(schema, column), operators.front(), {QString()});
        askStep("keep-rows", {{u"condition"_s, condition.toJson()}});
    });
    connect(inspector, &InspectorPanel::fillMissingRequested, this,
            [this] { askStep("fill-missing"); });
    connect(inspector, &InspectorPanel::valueChosen, this,
            [this](qsizetype column, const ProfileValue &value) {
                keepRows(frequentCondition(m_window->currentView()->dataset()->array().schema(),
                                           column, {value}));
            });
    connect(inspector, &InspectorPanel::rangeChosen, this,
            [this](qsizetype column, double low, double high, bool isLast) {
                keepRows(rangeCondition(m_window->currentView()->dataset()->array().schema(),
                                        column, low, high, isLast));
            });
    connect(view->recipePanel(), &RecipePanel::editRequested, this, &TableActions::changeStep);
    connect(view->recipePanel(), &RecipePanel::addRequested, this, &TableActions::showStepMenu);
    connect(view->dataset(), &Dataset::failed, this,
            [this, view](const Error &error) { stepFailed(view, error); });
    connect(view->dataset(), &Dataset::stepApplied, this, [this, view](const StepReport &report) {
        m_wantedType.reset();
        m_window->clearBanner(view);
        if (const auto tell = std::exchange(m_afterStep, {}))
            tell();
        const Recipe &recipe = view->dataset()->recipe();
        const bool isQuiet =
            report.rowsMoved > 0
            || (!recipe.isEmpty() && recipe.steps().back().step->id() == "edit-cells");
        if (isQuiet)
            return;
        const bool isNothing =
            report.cellsChanged + report.columnsTouched + report.rowsRemoved + report.rowsAdded
            == 0;
        m_window->showToast(
            {Wording(capitalised(report.sentence())),
             {},
             isNothing ? QStringList() : QStringList{tr("Undo")}},
            [guard = QPointer(view), stamp = view->dataset()->history().current().stamp](int) {
                // Something newer is not what the toast spoke of.
                if (guard)
                    guard->dataset()->undoState(stamp);
            });
    });
    connect(view->dataset(), &Dataset::historyChanged, this, &TableActions::update);
    connect(view->dataset(), &Dataset::arrayChanged, this, &TableActions::update);
    connect(grid, &GridView::currentChanged, this, &TableActions::update);
}

void TableActions::update()
{
    DatasetView *view = m_window->currentView();
    const ActionCatalog *catalog = m_window->catalog();
    const bool hasColumn = view && !view->isNested() && view->currentColumn() >= 0;
    const bool hasCell = hasColumn && view->currentRow() >= 0;
    for (const CatalogEntry &entry : catalog->entries()) {
        const QString id = entry.action->objectName();
        if (id.startsWith("column."_L1))
            entry.action->setEnabled(hasColumn);
        else if (id.startsWith("step."_L1) || id == "rows.insert"_L1)
            entry.action->setEnabled(view && !view->isNested());
        else if (id.startsWith("edit.find"_L1) || id == "edit.copy"_L1)
            entry.action->setEnabled(view != nullptr);
        else if (id == "edit.cell"_L1 || id == "edit.clear-cell"_L1 || id == "rows.delete"_L1)
            entry.action->setEnabled(hasCell);
    }
    const auto name = [](const QString &verb, const QString &what) {
        return what.isEmpty() ? verb : verb + u": "_s + what;
    };
    QAction *undo = catalog->action("edit.undo");
    QAction *redo = catalog->action("edit.redo");
    undo->setEnabled(view && view->dataset()->canUndo());
    redo->setEnabled(view && view->dataset()->canRedo());
    const QString undone = view ? view->dataset()->history().undoLabel() : QString();
    const QString redone = view ? view->dataset()->history().redoLabel() : QString();
    undo->setToolTip(plainToolTip(visibleText(name(tr("Undo"), undone))));
    redo->setToolTip(plainToolTip(visibleText(name(tr("Redo"), redone))));
}

void TableActions::askStep(const QByteArray &id, const QJsonObject &parameters)
{
    DatasetView *view = m_window->currentView();
    const std::optional<StepInfo> info = StepRegistry::info(id);
    if (!view || !info)
        return;
    QJsonObject filled = columnParameters(id);
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        filled.insert(it.key(), it.value());
    auto *sheet = new StepSheet(*info, view->dataset()->array(), filled, m_window->sheetHost(),
                                view->centre());
    connect(sheet, &StepSheet::stepChosen, this, [this, sheet](const StepPtr &step) {
        sheet->dismiss();
        apply(step);
    });
    connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
    m_window->showSheet(sheet, sheet->firstField());
}

void TableActions::changeStep(int index)
{
    DatasetView *view = m_window->currentView();
    if (!view || index < 0 || index >= view->dataset()->recipe().size())
        return;
    Dataset *dataset = view->dataset();
    const StepPtr step = dataset->recipe().at(index).step;
    const std::optional<StepInfo> info = StepRegistry::info(step->id());
    if (!info || !info->isInPalette) {
        m_window->showBanner({Banner::Kind::Info,
                              u"info"_s,
                              Wording(tr("This step was made in the table. Change it there, or "
                                         "switch it off.")),
                              {},
                              {{tr("Dismiss"), {}}},
                              {}},
                             view);
        return;
    }
    // The table as it was before the step, as far as it is kept.
    DocumentArray before = dataset->base();
    const auto &runs = dataset->run().steps;
    for (int i = index - 1; i >= 0; --i) {
        if (runs[static_cast<size_t>(i)].after) {
            before = *runs[static_cast<size_t>(i)].after;
            break;
        }
    }
    auto *sheet =
        new StepSheet(*info, before, step->parameters(), m_window->sheetHost(), view->centre());
    sheet->setIsChange(true);
    connect(sheet, &StepSheet::stepChosen, this,
            [sheet, index, guard = QPointer(dataset)](const StepPtr &changed) {
                sheet->dismiss();
                if (guard && index < guard->recipe().size())
                    guard->replaceStep(index, changed);
            });
    connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
    m_window->showSheet(sheet, sheet->firstField());
}

void TableActions::apply(const StepPtr &step)
{
    if (DatasetView *view = m_window->currentView(); view && !view->isNested())
        view->dataset()->apply(step);
}

void TableActions::keepRows(const Condition &condition)
{
    apply(std::make_shared<KeepRowsStep>(condition));
}

void TableActions::cycleSort(qsizetype column, bool add)
{
    DatasetView *view = m_window->currentView();
    if (!view)
        return;
    Dataset *dataset = view->dataset();
    const Schema &schema = dataset->array().schema();
    const RecipeMarks marks = recipeMarks(dataset->recipe(), schema);
    switch (marks.sort[static_cast<size_t>(column)]) {
    case SortMark::None:
        sortBy(column, false, add);
        return;
    case SortMark::Ascending:
        sortBy(column, true, add);
        return;
    case SortMark::Descending:
        break;
    }
    const qsizetype index = lastSort(dataset->recipe());
    const auto *sort = dynamic_cast<const SortStep *>(dataset->recipe().at(index).step.get());
    std::vector<SortStep::Key> keys = sort->keys();
    const ColumnRef ref = ColumnRef::of(schema, column);
    std::erase_if(keys, [&](const SortStep::Key &key) { return key.column == ref; });
    if (keys.empty() || !add)
        dataset->removeStep(index);
    else
        dataset->replaceStep(index, std::make_shared<SortStep>(std::move(keys)));
}

void TableActions::sortBy(qsizetype column, bool isDescending, bool add)
{
    DatasetView *view = m_window->currentView();
    if (!view || view->isNested())
        return;
    Dataset *dataset = view->dataset();
    const ColumnRef ref = ColumnRef::of(dataset->array().schema(), column);
    const qsizetype index = lastSort(dataset->recipe());
    std::vector<SortStep::Key> keys;
    if (add && index >= 0)
        keys = dynamic_cast<const SortStep *>(dataset->recipe().at(index).step.get())->keys();
    const auto same = std::find_if(keys.begin(), keys.end(),
                                   [&](const SortStep::Key &key) { return key.column == ref; });
    if (same != keys.end())
        same->isDescending = isDescending;
    else
        keys.push_back({ref, isDescending});
    auto step = std::make_shared<SortStep>(std::move(keys));
    if (index >= 0)
        dataset->replaceStep(index, step);
    else
        dataset->apply(step);
}

void TableActions::pasteCells(const QString &text)
{
    constexpr size_t Most = 100'000;
    DatasetView *view = m_window->currentView();
    if (!view || view->isNested() || view->currentRow() < 0)
        return;
    const DocumentArray &array = view->dataset()->array();
    std::vector<CellEdit> edits;
    bool isCut = false;
    bool isFull = false;
    QStringList lines = text.split(u'\n');
    if (lines.size() > 1 && lines.back().isEmpty())
        lines.removeLast();
    for (qsizetype line = 0; line < lines.size() && !isFull; ++line) {
        const qsizetype row = view->currentRow() + line;
        if (row >= array.rowCount()) {
            isCut = true;
            break;
        }
        QString cells = lines[line];
        if (cells.endsWith(u'\r'))
            cells.chop(1);
        const QStringList values = cells.split(u'\t');
        for (qsizetype i = 0; i < values.size(); ++i) {
            const qsizetype column = view->currentColumn() + i;
            if (column >= array.columnCount()) {
                isCut = true; // the other lines may still fit
                break;
            }
            isFull = edits.size() == Most;
            if (isFull)
                break;
            const bool isMissing =
                values[i].isEmpty() && array.field(column).type.kind != TypeKind::Text;
            const StepPtr one = EditCellsStep::of(
                array, row, column,
                isMissing ? std::nullopt : std::optional(values[i].toStdString()));
            const auto *edit = dynamic_cast<const EditCellsStep *>(one.get());
            edits.insert(edits.end(), edit->edits().begin(), edit->edits().end());
        }
    }
    const QString told =
        isFull ? tr("Only the first %1 were pasted: that is the most at once.")
                     .arg(cellsText(qint64(Most)))
        : isCut ? tr("What was copied is larger than the table from here on. Only what fits was "
                     "pasted.")
                : QString();
    // The step that is done clears the banner first.
    m_afterStep = [this, told, page = QPointer(view)] {
        if (!told.isEmpty() && page)
            m_window->showBanner({Banner::Kind::Warn,
                                  u"triangle-alert"_s,
                                  Wording(told),
                                  {},
                                  {{tr("Dismiss"), {}}},
                                  {}},
                                 page);
    };
    if (edits.empty())
        std::exchange(m_afterStep, {})();
    else
        apply(std::make_shared<EditCellsStep>(std::move(edits)));
}

void TableActions::setType(qsizetype column, const ColumnType &type)
{
    DatasetView *view = m_window->currentView();
    if (!view)
        return;
    m_wantedType = {column, type};
    apply(std::make_shared<SetTypeStep>(ColumnRef::of(view->dataset()->array().schema(), column),
                                        type));
}

void TableActions::showFilter(qsizetype column)
{
    DatasetView *view = m_window->currentView();
    GridView *grid = view->grid();
    auto *popup = new FilterPopup(view->dataset()->array(), column,
                                  view->profile()->profile(column), m_window);
    connect(popup, &FilterPopup::conditionChosen, this, &TableActions::keepRows);
    const QRect header = grid->headerRect(static_cast<int>(column));
    popup->openAt(grid->viewport()->mapToGlobal(header.bottomLeft()));
}

void TableActions::filterBy(qsizetype column, const HeaderPart &part)
{
    DatasetView *view = m_window->currentView();
    const auto profile = view->profile()->profile(column);
    const Schema &schema = view->dataset()->array().schema();
    const auto index = static_cast<size_t>(part.index);
    if (!profile)
        return;
    switch (part.kind) {
    case HeaderPart::Kind::Missing:
        keepRows(missingCondition(schema, column, true));
        return;
    case HeaderPart::Kind::Top:
        if (index < profile->top.size())
            keepRows(frequentCondition(schema, column, {profile->top[index]}));
        return;
    case HeaderPart::Kind::Bin:
        if (index < profile->bins.size())
            keepRows(rangeCondition(schema, column, profile->bins[index].low,
                                    profile->bins[index].high, index + 1 == profile->bins.size()));
        return;
    case HeaderPart::Kind::Name:
    case HeaderPart::Kind::Badge:
    case HeaderPart::Kind::Rest:
        return;
    }
}

void TableActions::typeFailed(qsizetype column, const ColumnType &type, const Error &error)
{
    DatasetView *view = m_window->currentView();
    m_window->showBanner(
        {Banner::Kind::Warn,
         u"triangle-alert"_s,
         Wording(visibleText(error.message())),
         tr("Nothing was changed."),
         {{tr("Make them missing"),
           [this, column, type] {
               if (DatasetView *current = m_window->currentView())
                   apply(std::make_shared<CastStep>(
                       ColumnRefs{ColumnRef::of(current->dataset()->array().schema(), column)},
                       type));
           }},
          {tr("Leave as it is"), {}, ButtonKind::Flat}},
         {}},
        view);
}

QJsonObject TableActions::columnParameters(const QByteArray &id) const
{
    const std::optional<StepInfo> info = StepRegistry::info(id);
    const DatasetView *view = m_window->currentView();
    QJsonObject filled;
    if (!info || !view || view->currentColumn() < 0)
        return filled;
    const Schema &schema = view->dataset()->array().schema();
    const QJsonValue current = ColumnRef::of(schema, view->currentColumn()).toJson();
    for (const StepParameter &parameter : info->parameters) {
        if (parameter.kind == ParameterKind::Column) {
            filled.insert(parameter.name, current);
        } else if (parameter.kind == ParameterKind::Columns && id != "drop-duplicates") {
            QJsonArray columns;
            for (const ColumnRef &ref : chosenColumns())
                columns.append(ref.toJson());
            filled.insert(parameter.name, columns);
        } else if (parameter.kind == ParameterKind::SortKeys) {
            filled.insert(parameter.name, QJsonArray{QJsonObject{{u"column"_s, current},
                                                                 {u"descending"_s, false}}});
        } else if (parameter.kind == ParameterKind::Condition) {
            const auto operators = operatorsFor(schema.field(view->currentColumn()).type);
            filled.insert(parameter.name,
                          Condition::compare(ColumnRef::of(schema, view->currentColumn()),
                                             operators.front(), {QString()})
                              .toJson());
        }
    }
    return filled;
}

ColumnRefs TableActions::chosenColumns() const
{
    ColumnRefs refs;
    if (const DatasetView *view = m_window->currentView()) {
        for (const qsizetype column : view->chosenColumns())
            refs.push_back(ColumnRef::of(view->dataset()->array().schema(), column));
    }
    return refs;
}

void TableActions::stepFailed(DatasetView *view, const Error &error)
{
    m_afterStep = {};
    if (error.code() == "cast-fails" && m_wantedType) {
        const auto [column, type] = *m_wantedType;
        m_wantedType.reset();
        typeFailed(column, type, error);
        return;
    }
    m_window->showError(error, view);
}

} // namespace passel
