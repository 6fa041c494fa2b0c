// Short ways to say where an error is.
#pragma once

#include "core/base/error.h"

namespace passel {

//! \brief At an offset of the stream; readFile() adds the line.
[[nodiscard]] inline Place atByte(qint64 offset)
{
    Place place;
    place.byte = offset;
    return place;
}

//! \brief Somewhere in a source.
[[nodiscard]] inline Place inSource(const QString &name)
{
    Place place;
    place.source = name;
    return place;
}

} // namespace passel
