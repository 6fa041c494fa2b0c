// Conditions that a click means: one of these values, in this range, missing.
#pragma once

#include "core/look/profile.h"
#include "core/recipe/condition.h"

namespace passel {

//! \brief \a column is one of \a texts.
[[nodiscard]] Condition valueCondition(const Schema &schema, qsizetype column,
                                       const QStringList &texts);
//! \brief \a column is one of \a values of its profile; of a value that the profile has cut it is
//! the beginning that counts.
[[nodiscard]] Condition frequentCondition(const Schema &schema, qsizetype column,
                                          const std::vector<ProfileValue> &values);
//! \brief \a column is from \a low to below \a high, in units of its type; with \a includesHigh up
//! to and including it.
[[nodiscard]] Condition rangeCondition(const Schema &schema, qsizetype column, double low,
                                       double high, bool includesHigh);
[[nodiscard]] Condition missingCondition(const Schema &schema, qsizetype column, bool isMissing);

} // namespace passel
