// What the columns of a DocumentArray are: name, role, type and text form of each.
#pragma once

#include "core/array/textform.h"

#include <QHash>
#include <QString>

#include <memory>
#include <vector>

namespace passel {

class Schema;

//! \brief Which attribute of a Document a column fills (DocArray v1), or that it is one of its
//! tags.
enum class Role : quint8 {
    Tag, //!< `tags.<name>`
    Id,
    Text,
    Blob,
    Tensor,
    Uri,
    MimeType,
    Tags, //!< JSON object with the tags that are not columns
    Weight,
    Embedding,
    Chunks,
    Matches,
    Granularity,
    Adjacency,
    ParentId,
    Offset,
    Location,
    Modality,
    Scores,
    Evaluations,
    Metadata, //!< `_metadata`, kept unchanged
};

//! \brief DocArray's name of an attribute (`mime_type`); `tag` for Role::Tag.
[[nodiscard]] QByteArray roleName(Role role);
[[nodiscard]] bool parseRoleName(QByteArrayView name, Role *role);
//! \brief The type an attribute has in DocArray; Text for Tag.
[[nodiscard]] ColumnType roleType(Role role);

//! \brief One column's description. A value.
struct Field
{
    QString name; //!< shown in the header; for Tag the key within tags
    Role role = Role::Tag;
    ColumnType type;
    TextForm form;                          //!< how its values are written as text
    std::shared_ptr<const Schema> children; //!< Documents: what their documents hold; else null
    QString note; //!< why the type was (not) chosen, for the badge's tooltip

    bool operator==(const Field &other) const;
};

//! \brief Ordered fields. Names need not be unique (a CSV may repeat one); every Role but Tag
//! stands at most once. Immutable once in an array.
class Schema
{
public:
    Schema() = default;

    explicit Schema(std::vector<Field> fields)
        : m_fields(std::move(fields))
    {}

    [[nodiscard]] qsizetype size() const noexcept
    {
        return static_cast<qsizetype>(m_fields.size());
    }

    [[nodiscard]] const Field &field(qsizetype index) const
    {
        return m_fields[static_cast<size_t>(index)];
    }

    [[nodiscard]] const std::vector<Field> &fields() const noexcept { return m_fields; }

    //! \brief First field of that name (exact), or −1.
    [[nodiscard]] qsizetype indexOf(QStringView name) const noexcept;
    //! \brief The field with that role, or −1. Not for Tag.
    [[nodiscard]] qsizetype indexOf(Role role) const noexcept;
    //! \brief The field that is the same attribute, or the tag of the same name, or −1.
    [[nodiscard]] qsizetype indexOfSame(const Field &field) const noexcept;
    //! \brief \a wanted, or with " 2", " 3" … behind it so that no field has that name yet.
    [[nodiscard]] QString uniqueName(const QString &wanted) const;

    bool operator==(const Schema &) const = default;

private:
    std::vector<Field> m_fields;
};

} // namespace passel
