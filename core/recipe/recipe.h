// A recipe: what was done to an array, step by step, to be read, saved and done again.
#pragma once

#include "core/recipe/step.h"

#include <QByteArray>

#include <vector>

namespace passel {

//! \brief A step's place in a recipe.
struct RecipeStep
{
    StepPtr step; //!< never null
    bool isEnabled = true;
    QString comment;

    //! \brief Steps by their parameters, not by pointer.
    bool operator==(const RecipeStep &other) const;
};

//! \brief \a error with "Step n:" before its message and place().line set; \a step from 0.
[[nodiscard]] Error errorAtStep(const Error &error, qsizetype step);

//! \brief A list of steps, the first one being `read` when the source was a file. A value.
class Recipe
{
public:
    static constexpr qsizetype MaxSteps = 100'000;

    Recipe() = default;

    explicit Recipe(std::vector<RecipeStep> steps)
        : m_steps(std::move(steps))
    {}

    [[nodiscard]] qsizetype size() const noexcept { return static_cast<qsizetype>(m_steps.size()); }

    [[nodiscard]] bool isEmpty() const noexcept { return m_steps.empty(); }

    [[nodiscard]] const RecipeStep &at(qsizetype index) const
    {
        return m_steps[static_cast<size_t>(index)];
    }

    [[nodiscard]] const std::vector<RecipeStep> &steps() const noexcept { return m_steps; }

    //! \brief 1 when the first step is `read`, else 0: where steps may be put.
    [[nodiscard]] qsizetype firstEditable() const;

    [[nodiscard]] Recipe with(StepPtr step) const;
    [[nodiscard]] Recipe withInserted(qsizetype index, RecipeStep step) const;
    [[nodiscard]] Recipe withReplaced(qsizetype index, RecipeStep step) const;
    [[nodiscard]] Recipe withRemoved(qsizetype index) const;
    //! \brief Step \a from stands at \a to afterwards.
    [[nodiscard]] Recipe withMoved(qsizetype from, qsizetype to) const;

    //! \brief True when an enabled or disabled step tells something that the table no longer shows.
    [[nodiscard]] bool hidesData() const;

    //! \brief `{"schema": "passel-recipe/1", "steps": [{"step": …, "version": …, "parameters": …,
    //! "enabled": false, "comment": …}]}`; enabled and comment only when not the default.
    [[nodiscard]] QJsonObject toJson() const;
    //! \brief Errors: `not-a-recipe`, `newer-recipe`, and StepRegistry::fromJson()'s, with
    //! place().line the step counted from 1.
    [[nodiscard]] static Result<Recipe> fromJson(const QJsonObject &json);

    //! \brief The file form: indented JSON with a line break at the end.
    [[nodiscard]] QByteArray toFile() const;
    //! \brief At most 64 MiB; errors as fromJson().
    [[nodiscard]] static Result<Recipe> fromFile(const QByteArray &bytes);

    bool operator==(const Recipe &) const = default;

private:
    std::vector<RecipeStep> m_steps;
};

} // namespace passel
