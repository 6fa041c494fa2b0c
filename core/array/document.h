// A Document: one row of a DocumentArray, read by attribute. Owns nothing but the snapshot.
#pragma once

#include "core/array/documentarray.h"

namespace passel {

//! \brief View of (array, row). Getters give DocArray's default when the attribute is missing; they
//! fetch pending bytes, so call them on a worker unless the array is resident.
class Document
{
public:
    Document(DocumentArray array, qsizetype row)
        : m_array(std::move(array))
        , m_row(row)
    {}

    //! \brief Own id, else the derived one.
    [[nodiscard]] QString id() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QByteArray blob() const;
    //! \brief Nothing when missing.
    [[nodiscard]] std::optional<TensorValue> tensor() const;
    [[nodiscard]] std::optional<TensorValue> embedding() const;
    [[nodiscard]] QString uri() const;
    [[nodiscard]] QString mimeType() const;
    [[nodiscard]] QString modality() const;
    [[nodiscard]] float weight() const;
    [[nodiscard]] float offset() const;
    [[nodiscard]] std::vector<float> location() const;
    //! \brief Own value, else what nesting implies: depth below the root through chunks.
    [[nodiscard]] quint32 granularity() const;
    [[nodiscard]] quint32 adjacency() const;
    [[nodiscard]] QString parentId() const;
    //! \brief Value of a tag column, or of a member of the Tags column's object; null when absent.
    [[nodiscard]] Value tag(QStringView name) const;
    //! \brief All tags as one JSON object: tag columns that are not missing, then the Tags column's
    //! members.
    [[nodiscard]] QByteArray tagsJson() const;
    //! \brief JSON source texts; empty when missing.
    [[nodiscard]] QByteArray scoresJson() const;
    [[nodiscard]] QByteArray evaluationsJson() const;
    [[nodiscard]] QByteArray metadataJson() const;
    //! \brief Nested documents with granularity + 1 and this id as parent; empty when missing.
    [[nodiscard]] DocumentArray chunks() const;
    //! \brief Nested documents with adjacency + 1.
    [[nodiscard]] DocumentArray matches() const;
    //! \brief `text`, `tensor`, `blob` or empty: which content is set, looked up in that order.
    [[nodiscard]] QByteArray contentType() const;

private:
    [[nodiscard]] Value valueOf(Role role) const;
    [[nodiscard]] DocumentArray nested(Role role, Nesting nesting) const;

    DocumentArray m_array;
    qsizetype m_row;
};

} // namespace passel
