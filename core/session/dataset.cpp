#include "core/session/dataset.h"

#include "core/recipe/cellsteps.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace passel {

namespace {

using Run = std::shared_ptr<const RecipeRun>;

// The recipe's beginning that changes nothing: `read`, and no work.
RecipeRun runOfRead(const DocumentArray &base, const Recipe &recipe)
{
    RecipeRun run{base, {}, {}, base};
    for (qsizetype i = 0; i < recipe.firstEditable(); ++i) {
        run.recipe = run.recipe.withInserted(i, recipe.at(i));
        run.steps.push_back({{}, std::nullopt, base});
    }
    return run;
}

// Does the last step of the recipe to the result of the others.
Result<Run> doLast(RecipeRun run, const Recipe &recipe, const TaskContext &context)
{
    PASSEL_TRY(StepOutcome outcome, recipe.at(recipe.size() - 1).step->apply(run.array, context));
    run.recipe = recipe;
    run.array = outcome.array;
    run.steps.push_back({std::move(outcome.report), std::nullopt, std::move(outcome.array)});
    return std::make_shared<const RecipeRun>(std::move(run));
}

Result<Run> work(const DocumentArray &base, const Run &current, const Recipe &recipe,
                 bool lastMustDo, const TaskContext &context)
{
    if (!lastMustDo) {
        PASSEL_TRY(RecipeRun run,
                   replay(base, recipe, current.get(), OnStepError::PassOver, context));
        return std::make_shared<const RecipeRun>(std::move(run));
    }
    if (current->base.sharesWith(base) && current->recipe.size() + 1 == recipe.size())
        return doLast(*current, recipe, context);
    PASSEL_TRY(RecipeRun others, replay(base, recipe.withRemoved(recipe.size() - 1), current.get(),
                                        OnStepError::PassOver, context));
    return doLast(std::move(others), recipe, context);
}

// All steps done, and to that base.
bool isDone(const RecipeRun &run, const DocumentArray &base)
{
    return static_cast<qsizetype>(run.steps.size()) == run.recipe.size()
           && run.base.sharesWith(base);
}

// Nothing that a person did.
bool isAsRead(const Recipe &recipe)
{
    return recipe.size() == recipe.firstEditable();
}

} // namespace

Dataset::Dataset(QObject *parent, ThreadPool &pool, qint64 historyBudget)
    : QObject(parent)
    , m_pool(pool)
    , m_history(historyBudget)
{
    m_history.reset({{}, std::make_shared<const RecipeRun>(), 0, std::make_shared<Reading>()});
    m_saved = m_history.current().stamp;
}

Dataset::~Dataset() = default;

const RecipeRun &Dataset::run() const
{
    return *m_history.current().run;
}

void Dataset::reset(DocumentArray base, const Recipe &recipe, Origin origin)
{
    m_task.abandon();
    m_waiting.clear();
    m_refreshWaits = false;
    const RecipeRun begun = runOfRead(base, recipe);
    m_history.reset({{},
                     std::make_shared<const RecipeRun>(begun),
                     0,
                     std::make_shared<Reading>(Reading{std::move(base), origin.readOptions})});
    m_saved = m_history.current().stamp;
    const bool hasOtherOrigin = !(m_origin == origin);
    m_origin = std::move(origin);
    show(true);
    if (hasOtherOrigin)
        emit originChanged();
    if (recipe.size() == run().recipe.size()) {
        setRunning(false);
        return;
    }
    Request request;
    request.recipe = [recipe]() -> std::optional<Recipe> { return recipe; };
    request.commit = [this](const Run &run) {
        m_history.reset({{}, run, 0, reading()});
        m_saved = m_history.current().stamp;
        show(true);
    };
    m_running = false; // what ran is abandoned
    enqueue(std::move(request));
}

void Dataset::setBase(DocumentArray base)
{
    reading()->base = std::move(base);
    m_history.rebaseOthers(this->base());
    refresh();
}

void Dataset::readAgain(DocumentArray base, const StepPtr &read, const QJsonObject &readOptions)
{
    auto made = std::make_shared<Reading>(Reading{std::move(base), readOptions});
    Request request;
    request.label = tr("Read in another way");
    request.reading = [made] { return made; };
    request.recipe = [this, read]() -> std::optional<Recipe> {
        if (recipe().firstEditable() == 0)
            return recipe().withInserted(0, {read, true, {}});
        return recipe().withReplaced(0, {read, true, recipe().at(0).comment});
    };
    if (!m_running && m_waiting.empty() && isAsRead(recipe()))
        finish(request,
               std::make_shared<const RecipeRun>(runOfRead(made->base, *request.recipe())));
    else
        enqueue(std::move(request));
}

void Dataset::refresh()
{
    const RecipeRun &current = run();
    if (!m_running && isAsRead(current.recipe)) {
        m_history.replaceCurrent(
            std::make_shared<const RecipeRun>(runOfRead(base(), current.recipe)));
        show(false);
        return;
    }
    if (std::exchange(m_refreshWaits, true))
        return; // the one that waits takes the base of its turn
    Request request;
    request.recipe = [this]() -> std::optional<Recipe> {
        m_refreshWaits = false;
        return recipe();
    };
    request.commit = [this](const Run &run) {
        m_history.replaceCurrent(run);
        show(false);
    };
    enqueue(std::move(request));
}

void Dataset::setOrigin(Origin origin)
{
    if (m_origin == origin)
        return;
    m_origin = std::move(origin);
    reading()->options = m_origin.readOptions;
    emit originChanged();
}

void Dataset::setTitle(const QString &title)
{
    if (m_title == title)
        return;
    m_title = title;
    emit titleChanged(m_title);
}

bool Dataset::isModified() const noexcept
{
    return m_saved != m_history.current().stamp;
}

void Dataset::setSaved()
{
    m_saved = m_history.current().stamp;
    noteModified();
}

void Dataset::noteModified()
{
    if (std::exchange(m_wasModified, isModified()) != isModified())
        emit modifiedChanged(isModified());
}

void Dataset::apply(const StepPtr &step)
{
    Request request;
    request.label = plainText(step->describe());
    request.lastMustDo = true;
    request.recipe = [this, step]() -> std::optional<Recipe> { return recipe().with(step); };
    enqueue(std::move(request));
}

void Dataset::edit(qsizetype row, qsizetype column, std::optional<QString> text)
{
    Q_ASSERT(row >= 0 && row < m_array.rowCount() && column >= 0 && column < m_array.columnCount());
    const StepPtr step =
        EditCellsStep::of(m_array, row, column,
                          text ? std::optional<std::string>(text->toStdString()) : std::nullopt);
    if (editNow(step, row, column))
        return;
    Request request;
    request.label = plainText(step->describe());
    request.lastMustDo = true;
    request.isEdit = true;
    request.recipe = [this, step]() -> std::optional<Recipe> { return recipe().with(step); };
    enqueue(std::move(request));
}

bool Dataset::editNow(const StepPtr &step, qsizetype row, qsizetype column)
{
    const qsizetype ids = m_array.schema().indexOf(Role::Id);
    const bool isHere = m_array.tryValue(row, column).has_value()
                        && (ids < 0 || m_array.tryValue(row, ids).has_value());
    if (m_running || !m_waiting.empty() || !isHere || !run().base.sharesWith(base()))
        return false;
    Request request;
    request.label = plainText(step->describe());
    request.isEdit = true;
    finish(request, doLast(run(), recipe().with(step), {}));
    return true;
}

void Dataset::cancel()
{
    m_waiting.clear();
    m_refreshWaits = false;
    m_task.cancel();
}

qint64 Dataset::progressDone() const
{
    return m_running ? m_task.done() : 0;
}

qint64 Dataset::progressTotal() const
{
    return m_running ? m_task.total() : 0;
}

void Dataset::undo()
{
    move(-1);
}

void Dataset::redo()
{
    move(1);
}

void Dataset::undoState(quint64 stamp)
{
    move(-1, stamp);
}

void Dataset::move(int step, std::optional<quint64> stamp)
{
    const auto can = [this, step, stamp] {
        return (step < 0 ? m_history.canUndo() : m_history.canRedo())
               && (!stamp || *stamp == m_history.current().stamp);
    };
    const auto go = [this, step] {
        if (step < 0)
            m_history.undo();
        else
            m_history.redo();
    };
    if (!m_running && m_waiting.empty() && can()
        && isDone(*m_history.neighbour(step).run, m_history.neighbour(step).reading->base)) {
        go();
        show(true);
        return;
    }
    Request request;
    request.recipe = [this, step, can]() -> std::optional<Recipe> {
        if (!can())
            return std::nullopt;
        return m_history.neighbour(step).run->recipe;
    };
    request.reading = [this, step] { return m_history.neighbour(step).reading; };
    request.commit = [this, go](const Run &run) {
        go();
        if (!isDone(this->run(), base()))
            m_history.replaceCurrent(run);
        show(true);
    };
    enqueue(std::move(request));
}

void Dataset::changeRecipe(const QString &label, std::function<std::optional<Recipe>()> recipe)
{
    Request request;
    request.label = label;
    request.recipe = std::move(recipe);
    enqueue(std::move(request));
}

void Dataset::setRecipe(const Recipe &recipe, const QString &label)
{
    changeRecipe(label, [recipe]() -> std::optional<Recipe> { return recipe; });
}

void Dataset::setStepEnabled(qsizetype index, bool isEnabled)
{
    changeRecipe(isEnabled ? tr("Switch a step on") : tr("Switch a step off"),
                 [this, index, isEnabled]() -> std::optional<Recipe> {
                     if (index < recipe().firstEditable() || index >= recipe().size()
                         || recipe().at(index).isEnabled == isEnabled)
                         return std::nullopt;
                     RecipeStep step = recipe().at(index);
                     step.isEnabled = isEnabled;
                     return recipe().withReplaced(index, std::move(step));
                 });
}

void Dataset::setStepComment(qsizetype index, const QString &comment)
{
    changeRecipe(tr("Comment a step"), [this, index, comment]() -> std::optional<Recipe> {
        if (index < 0 || index >= recipe().size() || recipe().at(index).comment == comment)
            return std::nullopt;
        RecipeStep step = recipe().at(index);
        step.comment = comment;
        return recipe().withReplaced(index, std::move(step));
    });
}

void Dataset::replaceStep(qsizetype index, const StepPtr &step)
{
    changeRecipe(tr("Change a step"), [this, index, step]() -> std::optional<Recipe> {
        if (index < recipe().firstEditable() || index >= recipe().size())
            return std::nullopt;
        RecipeStep changed = recipe().at(index);
        changed.step = step;
        return recipe().withReplaced(index, std::move(changed));
    });
}

void Dataset::insertStep(qsizetype index, const StepPtr &step)
{
    changeRecipe(plainText(step->describe()), [this, index, step]() -> std::optional<Recipe> {
        if (index < recipe().firstEditable() || index > recipe().size())
            return std::nullopt;
        return recipe().withInserted(index, {step, true, {}});
    });
}

void Dataset::removeStep(qsizetype index)
{
    changeRecipe(tr("Remove a step"), [this, index]() -> std::optional<Recipe> {
        if (index < recipe().firstEditable() || index >= recipe().size())
            return std::nullopt;
        return recipe().withRemoved(index);
    });
}

void Dataset::moveStep(qsizetype from, qsizetype to)
{
    changeRecipe(tr("Move a step"), [this, from, to]() -> std::optional<Recipe> {
        const qsizetype first = recipe().firstEditable();
        if (from < first || to < first || from >= recipe().size() || to >= recipe().size()
            || from == to)
            return std::nullopt;
        return recipe().withMoved(from, to);
    });
}

void Dataset::enqueue(Request request)
{
    m_waiting.push_back(std::move(request));
    if (!m_running)
        next();
}

void Dataset::next()
{
    while (!m_waiting.empty()) {
        const Request request = std::move(m_waiting.front());
        m_waiting.pop_front();
        const auto recipe = request.recipe();
        if (!recipe)
            continue;
        const auto source = request.reading ? request.reading() : reading();
        setRunning(true);
        m_task = Task<Run>::start(
            m_pool,
            [base = source->base, current = m_history.current().run, recipe = *recipe,
             lastMustDo = request.lastMustDo](const TaskContext &context) {
                return work(base, current, recipe, lastMustDo, context);
            },
            [this, request](Result<Run> result) {
                m_running = false; // told by next(), unless another follows at once
                const QPointer<Dataset> self(this);
                finish(request, std::move(result));
                if (self && !m_running)
                    next();
            });
        return;
    }
    setRunning(false);
}

void Dataset::finish(const Request &request, Result<Run> result)
{
    if (!result) {
        if (!result.error().isCancelled())
            emit failed(result.error());
        return;
    }
    const Run run = *std::move(result);
    if (request.commit) {
        request.commit(run);
        return;
    }
    if (request.isEdit) {
        const StepReport &report = run->steps.back().report;
        if (report.failureCount > 0) {
            const StepFailure &failure = report.failures.front();
            Place place;
            place.field = failure.column;
            emit failed(Error(ErrorKind::Input, QByteArrayLiteral("field-type"),
                              tr("“%1” does not fit the column “%2”. Nothing was changed; the "
                                 "column could become text.")
                                  .arg(QString::fromStdString(failure.text), failure.column))
                            .at(std::move(place)));
            return;
        }
        if (report.cellsChanged == 0)
            return; // the same text again is no step
    }
    const StepReport report = run->steps.empty() ? StepReport() : run->steps.back().report;
    const auto source = request.reading ? request.reading() : reading();
    // Nothing done to either reading: the one is saved when the other is.
    const bool isSame = source != reading() && isAsRead(recipe()) && isAsRead(run->recipe);
    m_history.push({request.label, run, isSame ? m_history.current().stamp : 0, source});
    show(true);
    if (request.lastMustDo || request.isEdit)
        emit stepApplied(report);
}

void Dataset::show(bool recipeChanged)
{
    const ArrayDiff diff = ArrayDiff::between(m_array, run().array);
    m_array = run().array;
    const bool hasOtherOptions = m_origin.readOptions != reading()->options;
    m_origin.readOptions = reading()->options;
    if (recipeChanged)
        emit this->recipeChanged();
    if (!diff.isEmpty())
        emit arrayChanged(diff);
    if (hasOtherOptions)
        emit originChanged();
    emit historyChanged();
    noteModified();
}

void Dataset::setRunning(bool isRunning)
{
    m_running = isRunning;
    if (std::exchange(m_toldBusy, isRunning) != isRunning)
        emit busyChanged(isRunning);
}

} // namespace passel
