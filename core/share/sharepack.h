// From an array to a manifest and its parts: what push and saving share.
#pragma once

#include "core/array/documentarray.h"
#include "core/base/threadpool.h"
#include "core/share/manifest.h"

#include <functional>

namespace passel {

//! \brief What goes into a version besides the table itself.
struct PackOptions
{
    //! \brief The version that this one replaces; its cut parameters are used. Borrowed.
    const Manifest *parent = nullptr;
    std::optional<Digest> parentId; //!< its id
    //! \brief Do not compress and hand out the parent's parts again: the receiver has them.
    bool omitParentParts = false;
    std::vector<QJsonObject> profiles; //!< by column, core/look's; may be shorter
    QJsonArray recipe; //!< empty when it is to stay at home (a step deletes or masks)
    QJsonArray views;
    QString note;
    QString author;
    QString client;
    qint64 createdMs = 0;
    ThreadPool *pool = nullptr; //!< null: the program's
};

//! \brief Takes parts as they get ready: each name once, one call at a time, on any of the
//! packing threads. May wait, which holds the packing up; an error ends it.
using PartSink = std::function<Result<void>(PackedPart)>;

//! \brief Packs the visible rows of the array's columns and nothing else: rows that are filtered
//! away or deleted, values under nulls, dictionary entries without a row, notes about types do not
//! come into the parts, the manifest or its preview. Parts come about top rows first, made in
//! parallel, a few in memory at a time. Progress counts cells. Workers only.
[[nodiscard]] Result<Manifest> packArray(const DocumentArray &array, const PackOptions &options,
                                         const TaskContext &context, const PartSink &sink);

//! \brief Gives the stored bytes of a part: from a cache, a file, a server. Called on several
//! threads at a time.
using PartProvider = std::function<Result<QByteArray>(const PartRef &)>;

//! \brief The whole array at once; see ArrayAssembler for what may show a first page before. Every
//! part is verified before it is used. Progress counts raw bytes. Workers only.
[[nodiscard]] Result<DocumentArray> unpackArray(const Manifest &manifest,
                                                const PartProvider &provider,
                                                const TaskContext &context,
                                                ThreadPool *pool = nullptr);

} // namespace passel
