#include "core/share/partcodec.h"

#include "core/arrow/arrowstream.h"
#include "core/arrow/bytesaccess.h"
#include "core/arrow/columndecoder.h"
#include "core/arrow/columnencoder.h"
#include "core/share/zstd.h"

#include <QCoreApplication>

#include <algorithm>

namespace passel {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::PartCodec)
};

constexpr qint64 PieceSize = 4LL * 1024 * 1024;

Error damaged(const char *code, const QString &detail = {})
{
    return Error(ErrorKind::Input, QByteArray(code),
                 Text::tr("A part of the share is damaged. Get it again from the server."))
        .withDetail(detail);
}

PackedPart packed(const QByteArray &raw, qint64 rows, const KnownParts &known)
{
    PackedPart part;
    part.ref.rows = rows;
    part.ref.name = sha256(raw);
    part.ref.rawSize = raw.size();
    part.ref.storedSize = known.value(part.ref.name, 0);
    if (part.ref.storedSize == 0) {
        part.stored = zstdCompressed(raw);
        part.ref.storedSize = part.stored.size();
    }
    return part;
}

// A piece of raw bytes as the only value of a stream.
Result<QByteArray> wrapped(const QByteArray &raw, qint64 offset, qint64 size)
{
    ArrowField field;
    field.name = "v";
    field.type.kind = ArrowKind::Binary;
    ArrowArray array;
    array.length = 1;
    array.buffers.emplace_back();
    array.buffers.push_back(ArrowBuffer::of(std::vector<qint32>{0, static_cast<qint32>(size)}));
    const auto owner = std::make_shared<const QByteArray>(raw);
    array.buffers.emplace_back(QByteArrayView(*owner).sliced(offset, size), owner);
    return writeArrowStream({&field, 1}, {&array, 1}, 1);
}

Result<void> appendUnwrapped(const QByteArray &raw, QByteArray *out)
{
    PASSEL_TRY(const ArrowTable table, readArrowStream(raw));
    if (table.fields.size() != 1 || table.batches.size() != 1 || table.batches[0].rows != 1
        || table.fields[0].type.kind != ArrowKind::Binary || table.fields[0].index
        || table.batches[0].columns[0].nullCount != 0)
        return damaged("syntax", QStringLiteral("a piece of a large cell"));
    const QByteArrayView bytes =
        ArrowBytes(table.fields[0].type, table.batches[0].columns[0]).at(0);
    out->append(bytes);
    return {};
}

} // namespace

Result<QByteArray> encodeStretch(const ColumnSlice &slice, const TaskContext &context)
{
    PASSEL_TRY(const EncodedColumn column, encodeColumn(slice, context));
    return writeArrowStream(column.fields, column.arrays, slice.rows);
}

Result<std::vector<PackedPart>> encodeParts(const ColumnSlice &slice, const KnownParts &known,
                                            const TaskContext &context)
{
    PASSEL_TRY(const QByteArray raw, encodeStretch(slice, context));
    std::vector<PackedPart> parts;
    if (raw.size() <= PieceSize) {
        parts.push_back(packed(raw, slice.rows, known));
        return parts;
    }
    if (raw.size() > MaximumStretch)
        return Error(ErrorKind::Limit, QByteArrayLiteral("cell-too-large"),
                     Text::tr("A cell of the column “%1” is larger than 1 GiB, which cannot be "
                              "shared. Leave the column out, or split the cell.")
                         .arg(slice.field.name));
    for (qint64 offset = 0; offset < raw.size(); offset += PieceSize) {
        if (context.isCancelled())
            return Error::cancelled();
        PASSEL_TRY(const QByteArray piece,
                   wrapped(raw, offset, std::min(PieceSize, raw.size() - offset)));
        parts.push_back(packed(piece, offset == 0 ? slice.rows : 0, known));
    }
    return parts;
}

Result<OpenedPart> openPart(const PartRef &ref, QByteArrayView stored)
{
    if (ref.codec != "zstd")
        return Error(ErrorKind::Input, QByteArrayLiteral("codec"),
                     Text::tr("This share is compressed with “%1”, which this version of Passel "
                              "does not know. Update Passel.")
                         .arg(QString::fromLatin1(ref.codec.left(40))));
    if (ref.rawSize <= 0 || ref.rawSize > MaximumRawPart || stored.size() > MaximumStoredPart)
        return Error(ErrorKind::Limit, QByteArrayLiteral("too-large"),
                     Text::tr("A part of the share is larger than 8 MiB, which is refused."));
    if (stored.size() != ref.storedSize)
        return damaged("size-mismatch");
    PASSEL_TRY(QByteArray raw, zstdInflated(stored, ref.rawSize));
    if (sha256(raw) != ref.name)
        return damaged("checksum");
    return OpenedPart(ref.name, std::move(raw));
}

Result<std::vector<SegmentPtr>> decodeParts(const Field &field, qint64 rows,
                                            std::span<const OpenedPart> parts,
                                            const TaskContext &context)
{
    QByteArray raw;
    if (parts.size() == 1) {
        raw = parts[0].raw();
    } else {
        for (const OpenedPart &part : parts)
            PASSEL_CHECK(appendUnwrapped(part.raw(), &raw));
    }
    ArrowLimits limits;
    // 4,096 columns, each at most a tensor of any shape (five fields) with source texts; lists of
    // Documents 64 deep, each a list and a struct.
    limits.fields = 6 * 4'096;
    limits.depth = 2 * 64 + 3;
    PASSEL_TRY(const ArrowTable table, readArrowStream(raw, limits));
    const bool hasSources = table.fields.size() == 2;
    if (table.fields.empty() || table.fields.size() > 2 || table.fields[0].name != "v"
        || (hasSources && table.fields[1].name != "s") || table.batches.size() != 1
        || table.batches[0].rows != rows)
        return damaged("syntax", QStringLiteral("fields or rows of a part"));
    const ArrowBatch &batch = table.batches[0];
    return decodeColumn(field, table.fields[0], batch.columns[0],
                        hasSources ? &table.fields[1] : nullptr,
                        hasSources ? &batch.columns[1] : nullptr, context);
}

} // namespace passel
