// What assistive tools see of the grid: a table whose cells are made when they are asked for.
#pragma once

#include <QtGlobal>

namespace passel {

class GridView;

//! \brief Teaches QAccessible about GridView; once a process, further calls do nothing.
void installGridAccessibility();

//! \brief Child index of a cell, as QAccessibleEvent::setChild() wants it; −1 when the table has
//! more cells than an int counts.
[[nodiscard]] int gridAccessibleChild(const GridView &grid, qint64 row, int column);

} // namespace passel
