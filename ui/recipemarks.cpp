#include "ui/recipemarks.h"

#include "core/recipe/rowsteps.h"

namespace passel {

RecipeMarks recipeMarks(const Recipe &recipe, const Schema &schema)
{
    RecipeMarks marks;
    marks.sort.resize(static_cast<size_t>(schema.size()), SortMark::None);
    marks.filtered.resize(static_cast<size_t>(schema.size()), false);
    if (const qsizetype index = lastSort(recipe); index >= 0) {
        const auto *sort = dynamic_cast<const SortStep *>(recipe.at(index).step.get());
        for (const SortStep::Key &key : sort->keys()) {
            if (const Result<qsizetype> column = key.column.in(schema))
                marks.sort[static_cast<size_t>(*column)] =
                    key.isDescending ? SortMark::Descending : SortMark::Ascending;
        }
    }
    for (const RecipeStep &step : recipe.steps()) {
        const auto *keep = dynamic_cast<const KeepRowsStep *>(step.step.get());
        if (!keep || !step.isEnabled)
            continue;
        for (const ColumnRef &ref : keep->columns()) {
            if (const Result<qsizetype> column = ref.in(schema))
                marks.filtered[static_cast<size_t>(*column)] = true;
        }
    }
    return marks;
}

qsizetype lastSort(const Recipe &recipe)
{
    for (qsizetype i = recipe.size() - 1; i >= 0; --i) {
        if (recipe.at(i).isEnabled && recipe.at(i).step->id() == "sort"
            && dynamic_cast<const SortStep *>(recipe.at(i).step.get()))
            return i;
    }
    return -1;
}

} // namespace passel
