// The limits of security.md that readers hold, in one place.
#pragma once

#include <QtGlobal>

namespace passel::limits {

inline constexpr qint64 CellBytes = 16LL * 1024 * 1024;
inline constexpr qsizetype Columns = 4096;
inline constexpr qsizetype HeaderName = 64LL * 1024;
inline constexpr qsizetype IdBytes = 4LL * 1024;
inline constexpr int JsonDepth = 256;
inline constexpr int NestedDocuments = 64;
inline constexpr qint64 NestedPerDocument = 100'000;
inline constexpr qsizetype TensorDimensions = 16;
inline constexpr qint64 TensorElements = 1LL << 26;
inline constexpr qsizetype NumberToken = 4096;
inline constexpr qint64 ExpandRatio = 200;
inline constexpr qint64 ExpandFree = 1LL << 20; //!< the ratio counts from here
inline constexpr qint64 ExpandAbsolute = 4LL << 30;
inline constexpr qint64 RecordBytes = 64LL * 1024 * 1024; //!< one CSV record or JSON element

} // namespace passel::limits
