#include "core/array/schema.h"

#include <array>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, 21> RoleNames{
    "tag",       "id",     "text",      "blob",     "tensor",  "uri",         "mime_type",
    "tags",      "weight", "embedding", "chunks",   "matches", "granularity", "adjacency",
    "parent_id", "offset", "location",  "modality", "scores",  "evaluations", "_metadata"};

} // namespace

QByteArray roleName(Role role)
{
    return RoleNames[static_cast<size_t>(role)];
}

bool parseRoleName(QByteArrayView name, Role *role)
{
    for (size_t i = 0; i < RoleNames.size(); ++i) {
        if (name == RoleNames[i]) {
            *role = static_cast<Role>(i);
            return true;
        }
    }
    return false;
}

ColumnType roleType(Role role)
{
    switch (role) {
    case Role::Blob:
        return TypeKind::Bytes;
    case Role::Tensor:
    case Role::Embedding:
    case Role::Location:
        return TypeKind::Tensor;
    case Role::Weight:
    case Role::Offset:
        return TypeKind::Float32;
    case Role::Granularity:
    case Role::Adjacency:
        return TypeKind::Int;
    case Role::Chunks:
    case Role::Matches:
        return TypeKind::Documents;
    case Role::Tags:
    case Role::Scores:
    case Role::Evaluations:
    case Role::Metadata:
        return TypeKind::Json;
    default:
        return TypeKind::Text;
    }
}

bool Field::operator==(const Field &other) const
{
    if (name != other.name || role != other.role || type != other.type || form != other.form
        || note != other.note)
        return false;
    if (children == other.children)
        return true;
    return children && other.children && *children == *other.children;
}

qsizetype Schema::indexOf(QStringView name) const noexcept
{
    for (qsizetype i = 0; i < size(); ++i) {
        if (field(i).name == name)
            return i;
    }
    return -1;
}

qsizetype Schema::indexOf(Role role) const noexcept
{
    for (qsizetype i = 0; i < size(); ++i) {
        if (field(i).role == role)
            return i;
    }
    return -1;
}

qsizetype Schema::indexOfSame(const Field &wanted) const noexcept
{
    if (wanted.role != Role::Tag)
        return indexOf(wanted.role);
    for (qsizetype i = 0; i < size(); ++i) {
        if (field(i).role == Role::Tag && field(i).name == wanted.name)
            return i;
    }
    return -1;
}

QString Schema::uniqueName(const QString &wanted) const
{
    QString name = wanted;
    for (int number = 2; indexOf(name) >= 0; ++number)
        name = wanted + u' ' + QString::number(number);
    return name;
}

} // namespace passel
