// Doing a recipe again: array in, array out, with a report and a snapshot for each step.
#pragma once

#include "core/recipe/recipe.h"

#include <optional>
#include <vector>

namespace passel {

//! \brief How one step of a replay went.
struct StepRun
{
    StepReport report;          //!< zeros when the step is off or failed
    std::optional<Error> error; //!< the step could not be done and was passed over
    //! \brief The array after the step; nothing once dropped to save memory.
    std::optional<DocumentArray> after;
};

//! \brief A recipe done to a base array. A value; snapshots share what did not change.
struct RecipeRun
{
    DocumentArray base;
    Recipe recipe;
    std::vector<StepRun> steps; //!< one for each of the recipe
    DocumentArray array;        //!< the result

    //! \brief How many first steps of \a other (of the same base) this run has done already.
    [[nodiscard]] qsizetype sharedSteps(const Recipe &other) const;
};

//! \brief What to do with a step that cannot be done (a column it names is gone).
enum class OnStepError : quint8 {
    Stop,     //!< the error is the result, with place().line the step counted from 1
    PassOver, //!< note it in the StepRun and go on with the array as it was
};

//! \brief Does \a recipe to \a base. Takes over what \a previous (a run of the same base) has done
//! of the same first steps, from its nearest snapshot. Workers only; polls \a context.
[[nodiscard]] Result<RecipeRun> replay(const DocumentArray &base, const Recipe &recipe,
                                       const RecipeRun *previous, OnStepError onError,
                                       const TaskContext &context = {});

} // namespace passel
