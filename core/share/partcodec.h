// Parts: stretches of one column as canonical bytes, named by their SHA-256, compressed, and back.
#pragma once

#include "core/arrow/columnslice.h"
#include "core/base/digest.h"

#include <QHash>
#include <QJsonObject>

namespace passel {

//! \brief What a manifest says about a part. A value.
struct PartRef
{
    qint64 rows = 0; //!< 0: goes on with the bytes of the part before, see encodeParts()
    Digest name;     //!< SHA-256 of the raw bytes
    qint64 rawSize = 0;
    qint64 storedSize = 0;
    QByteArray codec = QByteArrayLiteral("zstd");
    QJsonObject extra; //!< fields of a later version, kept

    bool operator==(const PartRef &) const = default;
};

//! \brief A part ready to be sent or kept.
struct PackedPart
{
    PartRef ref;
    QByteArray stored; //!< compressed; empty when the part was among the known ones
};

//! \brief Parts that the receiver has already, with their stored sizes: not compressed again.
using KnownParts = QHash<Digest, qint64>;

//! \brief Raw bytes that are what their name says: made by openPart() alone, so that nothing can
//! be used before it was verified (SEC-06, SEC-32).
class OpenedPart
{
public:
    [[nodiscard]] const Digest &name() const noexcept { return m_name; }

    [[nodiscard]] const QByteArray &raw() const noexcept { return m_raw; }

private:
    OpenedPart(const Digest &name, QByteArray raw)
        : m_name(name)
        , m_raw(std::move(raw))
    {}

    Digest m_name;
    QByteArray m_raw;

    friend Result<OpenedPart> openPart(const PartRef &ref, QByteArrayView stored);
};

//! \brief Largest raw part, and so the most memory that opening one takes.
constexpr qint64 MaximumRawPart = 8LL * 1024 * 1024;
//! \brief Largest stored part (security.md, Limits).
constexpr qint64 MaximumStoredPart = 8LL * 1024 * 1024;
//! \brief Raw bytes of one stretch with all the parts it goes on in.
constexpr qint64 MaximumStretch = qint64(1) << 30;

//! \brief Raw bytes of one stretch of a column: one Arrow stream, equal for equal values. An Arrow
//! library can read them.
[[nodiscard]] Result<QByteArray> encodeStretch(const ColumnSlice &slice,
                                               const TaskContext &context = {});

//! \brief The parts of one stretch: mostly one. Raw bytes above 4 MiB (a very large cell) become a
//! list: pieces of 4 MiB, each inside an Arrow stream of one Binary value; the first part has the
//! rows, those that follow have none. A part's name depends on its raw bytes only, never on zstd.
[[nodiscard]] Result<std::vector<PackedPart>> encodeParts(const ColumnSlice &slice,
                                                          const KnownParts &known = {},
                                                          const TaskContext &context = {});

//! \brief Inflates and verifies one part. Codes: `too-large`, `size-mismatch`, `checksum`,
//! `codec` (one that this version does not know), and those of zstdInflated().
[[nodiscard]] Result<OpenedPart> openPart(const PartRef &ref, QByteArrayView stored);

//! \brief The values of a stretch: \a parts is its first part and those that go on with it.
[[nodiscard]] Result<std::vector<SegmentPtr>> decodeParts(const Field &field, qint64 rows,
                                                          std::span<const OpenedPart> parts,
                                                          const TaskContext &context = {});

} // namespace passel
