// Arrow IPC streams: writes one canonically, reads any with every promise checked.
#pragma once

#include "core/arrow/arrowarray.h"
#include "core/base/result.h"

#include <span>

namespace passel {

//! \brief What a reader refuses to pass (code `limit` or `too-deep`).
struct ArrowLimits
{
    int depth = 64;      //!< nesting of fields
    int fields = 16'384; //!< with nested ones
    qint64 rows = qint64(1) << 32;
};

//! \brief One stream with one record batch: schema, dictionaries, batch, end mark. Equal input
//! gives equal bytes: nothing but the arguments goes in, padding is zero. Each array must have \a
//! rows rows and buffers that start at value 0. Fails with `limit` when a buffer passes 2 GiB.
[[nodiscard]] Result<QByteArray> writeArrowStream(std::span<const ArrowField> fields,
                                                  std::span<const ArrowArray> columns, qint64 rows);

//! \brief Reads a stream that may come from anyone. Buffers of the result lie in \a bytes, which
//! they keep alive. Codes: `truncated`, `syntax` (damaged), `trailing-bytes`, `version`,
//! `field-type` (a feature of Arrow that Passel does not read), `limit`, `too-deep`.
[[nodiscard]] Result<ArrowTable> readArrowStream(const QByteArray &bytes,
                                                 const ArrowLimits &limits = {});

} // namespace passel
