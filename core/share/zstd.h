// zstd in one place: one frame of known size, inflated only into what was promised.
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace passel {

//! \brief One zstd frame that tells its content's size. Level 3 is the share format's.
[[nodiscard]] QByteArray zstdCompressed(QByteArrayView bytes, int level = 3);

//! \brief The content of exactly one frame whose content has exactly \a size bytes. Memory is
//! bounded by \a size, which the caller has bounded. Codes: `truncated`, `syntax`,
//! `trailing-bytes`.
[[nodiscard]] Result<QByteArray> zstdInflated(QByteArrayView frame, qint64 size);

//! \brief Content size that a frame's header tells, or -1 when it tells none.
[[nodiscard]] qint64 zstdContentSize(QByteArrayView frame) noexcept;

} // namespace passel
