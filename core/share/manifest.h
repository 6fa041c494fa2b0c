// The manifest of a version: what a table is, where its parts are, and its first page.
#pragma once

#include "core/array/schema.h"
#include "core/share/cutter.h"
#include "core/share/partcodec.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace passel {

//! \brief A column and the parts that hold its values, top to bottom.
struct ManifestColumn
{
    Field field; //!< its note stays at home: it may quote a cell
    std::vector<PartRef> parts;
    QJsonObject profile; //!< core/look's, so that headers are whole before any part is here
    QJsonObject extra;   //!< members of a later version, kept

    bool operator==(const ManifestColumn &) const = default;
};

//! \brief One cell of the first page: null, or JSON typed by the column: whole numbers beyond 2^53,
//! NaN, infinities, bytes (base64) and times are strings; JSON and tensors their text, Documents
//! their number.
struct PreviewCell
{
    QJsonValue value = QJsonValue::Null;
    std::optional<QString> source; //!< the cell's odd source text
    bool isCut = false;            //!< there is more than PreviewCellSize bytes, or no short form

    bool operator==(const PreviewCell &) const = default;
};

constexpr qint64 MaximumPreviewRows = 100;
constexpr qint64 PreviewCellSize = 256;

//! \brief A version of a share in a few kilobytes. A value.
struct Manifest
{
    enum class Kind {
        Table,
        DocArrayStream, //!< Python's bytes as sent, in \a stream; no columns
    };

    //! \brief Largest JSON text, and how much it may have been compressed beyond 1 MiB.
    static constexpr qint64 MaximumSize = 64LL * 1024 * 1024;
    static constexpr qint64 MaximumRatio = 200;

    Kind kind = Kind::Table;
    std::vector<QString> requiredFeatures; //!< what a reader must know; this one knows none yet
    qint64 rows = 0;
    CutParameters cut;
    std::vector<ManifestColumn> columns;
    std::vector<PartRef> stream;
    std::vector<std::vector<PreviewCell>> preview; //!< by column, then row; all equally long
    QJsonArray recipe;                             //!< core/recipe's; empty when it stays at home
    QJsonArray views;
    QString note;
    QString author;
    QString client; //!< name and version of the program
    qint64 createdMs = 0;
    std::optional<Digest> parent; //!< id of the version this one replaces
    QJsonObject extra;            //!< members of a later version, kept

    bool operator==(const Manifest &) const = default;

    [[nodiscard]] Schema schema() const;
    //! \brief Every part, in the order of the columns; a name may come twice.
    [[nodiscard]] std::vector<PartRef> allParts() const;
    //! \brief Names of all parts, each once, sorted.
    [[nodiscard]] std::vector<Digest> partNames() const;
    //! \brief Sum of raw bytes: about the memory that the whole table takes.
    [[nodiscard]] qint64 rawSize() const;
    //! \brief Sum of stored bytes, each part counted once: what a whole pull transfers.
    [[nodiscard]] qint64 storedSize() const;
    //! \brief Rows of the first page.
    [[nodiscard]] qint64 previewRows() const noexcept;

    //! \brief Canonical JSON. Codes: `syntax`, `limit`.
    [[nodiscard]] Result<QByteArray> toJson() const;
    //! \brief Reads JSON that may come from anyone. Codes: `syntax` (damaged), `version` (another
    //! format), `requires` (an unknown required feature), `too-deep`, `too-many-columns`, `limit`.
    [[nodiscard]] static Result<Manifest> fromJson(QByteArrayView json);
};

//! \brief A manifest as it is sent and kept.
struct PackedManifest
{
    Digest id;         //!< SHA-256 of the JSON: the version's name
    QByteArray stored; //!< zstd of the JSON
};

[[nodiscard]] Result<PackedManifest> packManifest(const Manifest &manifest);

//! \brief Inflates, verifies against \a id and reads. Codes: `checksum` and those of fromJson() and
//! zstdInflated().
[[nodiscard]] Result<Manifest> openManifest(const Digest &id, QByteArrayView stored);

} // namespace passel
