// Arrow schemas to and from flatbuffers. Private to core/arrow.
#pragma once

#include "core/arrow/arrowarray.h"
#include "core/arrow/arrowstream.h"
#include "core/base/result.h"

#include <message_generated.h>
#include <span>

namespace passel {

//! \brief Name of a kind as the format spells it, for messages.
[[nodiscard]] QString arrowKindName(ArrowKind kind);

//! \brief The one place that lays out a schema: the order of its calls is part of a part's name.
[[nodiscard]] flatbuffers::Offset<arrowfb::Schema>
writeArrowSchema(flatbuffers::FlatBufferBuilder &builder, std::span<const ArrowField> fields);

//! \brief Fields of a verified message; checks what the verifier does not.
[[nodiscard]] Result<std::vector<ArrowField>> readArrowSchema(const arrowfb::Schema &schema,
                                                              const ArrowLimits &limits);

} // namespace passel
