// Record batches of verified messages to checked arrays. Private to core/arrow.
#pragma once

#include "core/arrow/arrowarray.h"
#include "core/base/result.h"

#include <QHash>

#include <message_generated.h>
#include <span>

namespace passel {

using ArrowDictionaries = QHash<qint64, std::shared_ptr<const ArrowArray>>;

//! \brief The arrays of \a fields out of \a body. Counts of nodes and buffers must be exact, every
//! buffer inside the body and large enough, all together no larger than the body, offsets rising
//! and inside their data, indices inside their dictionary, text UTF-8, null counts right.
[[nodiscard]] Result<ArrowBatch> readArrowBatch(const arrowfb::RecordBatch &batch,
                                                const ArrowBuffer &body,
                                                std::span<const ArrowField> fields,
                                                const ArrowDictionaries &dictionaries,
                                                qint64 maximumRows);

} // namespace passel
