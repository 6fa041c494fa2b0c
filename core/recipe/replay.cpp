#include "core/recipe/replay.h"

#include <algorithm>

namespace passel {

namespace {

// The same operation with the same effect; a comment changes nothing.
bool doesTheSame(const RecipeStep &a, const RecipeStep &b)
{
    return a.isEnabled == b.isEnabled && a.step->equals(*b.step);
}

} // namespace

qsizetype RecipeRun::sharedSteps(const Recipe &other) const
{
    const qsizetype most = std::min(recipe.size(), other.size());
    qsizetype shared = 0;
    while (shared < most && doesTheSame(recipe.at(shared), other.at(shared)))
        ++shared;
    return shared;
}

Result<RecipeRun> replay(const DocumentArray &base, const Recipe &recipe, const RecipeRun *previous,
                         OnStepError onError, const TaskContext &context)
{
    RecipeRun run{base, recipe, {}, base};
    if (previous && previous->base.sharesWith(base)) {
        // The longest shared beginning whose last array is still there.
        qsizetype done = previous->sharedSteps(recipe);
        while (done > 0 && !previous->steps[static_cast<size_t>(done - 1)].after)
            --done;
        run.steps.assign(previous->steps.begin(), previous->steps.begin() + done);
        if (done > 0)
            run.array = *run.steps.back().after;
    }
    for (auto i = static_cast<qsizetype>(run.steps.size()); i < recipe.size(); ++i) {
        if (context.isCancelled())
            return Error::cancelled();
        StepRun step;
        if (recipe.at(i).isEnabled) {
            auto outcome = recipe.at(i).step->apply(run.array, context);
            if (outcome) {
                run.array = std::move(outcome->array);
                step.report = std::move(outcome->report);
            } else if (outcome.error().isCancelled()) {
                return std::move(outcome).error();
            } else if (onError == OnStepError::Stop) {
                return errorAtStep(outcome.error(), i);
            } else {
                step.error = outcome.error();
            }
        }
        step.after = run.array;
        run.steps.push_back(std::move(step));
    }
    return run;
}

} // namespace passel
