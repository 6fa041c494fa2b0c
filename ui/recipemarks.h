// What the header marks show of a recipe: which columns are sorted and which are filtered.
#pragma once

#include "core/recipe/recipe.h"
#include "ui/grid/gridsource.h"

#include <vector>

namespace passel {

//! \brief One entry a column.
struct RecipeMarks
{
    std::vector<SortMark> sort;
    std::vector<bool> filtered;
};

[[nodiscard]] RecipeMarks recipeMarks(const Recipe &recipe, const Schema &schema);

//! \brief Index of the last sort step that is on, or −1: clicks on headers change that one.
[[nodiscard]] qsizetype lastSort(const Recipe &recipe);

} // namespace passel
