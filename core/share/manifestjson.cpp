// The JSON form of Manifest: what is written, and how what comes from anyone is checked.
#include "core/share/canonicaljson.h"
#include "core/share/jsonguard.h"
#include "core/share/manifest.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace passel {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::Manifest)
};

constexpr QLatin1StringView Format("passel-share/1");
constexpr qint64 MaximumRows = 0xffffffff;
constexpr qint64 MaximumColumns = 4'096;
constexpr qint64 MaximumName = 64LL * 1024;
constexpr qint64 MaximumForm = 256;
constexpr qint64 MaximumNote = 1024LL * 1024;
constexpr int MaximumDepth = 64;
constexpr int MaximumJsonDepth = 256;
constexpr qint64 MaximumJsonValues = 4'000'000;

Error damaged(const QString &where)
{
    return {ErrorKind::Input, QByteArrayLiteral("syntax"),
            Text::tr("The description of the share is damaged (at “%1”). Get it again from "
                     "the server.")
                .arg(where)};
}

Error limit(const QString &message)
{
    return {ErrorKind::Limit, QByteArrayLiteral("limit"), message};
}

// --- Writing

void insertUnlessEmpty(QJsonObject *object, const char *key, const QString &value)
{
    if (!value.isEmpty())
        object->insert(QLatin1StringView(key), value);
}

QJsonObject toJson(const PartRef &part)
{
    QJsonObject object = part.extra;
    object.insert(u"codec", QString::fromLatin1(part.codec));
    object.insert(u"name", QString::fromLatin1(part.name.toHex()));
    object.insert(u"raw", part.rawSize);
    object.insert(u"rows", part.rows);
    object.insert(u"stored", part.storedSize);
    return object;
}

QJsonArray toJson(const std::vector<PartRef> &parts)
{
    QJsonArray array;
    for (const PartRef &part : parts)
        array.append(toJson(part));
    return array;
}

void insertField(QJsonObject *object, const Field &field)
{
    object->insert(u"name", field.name);
    object->insert(u"role", QString::fromLatin1(roleName(field.role)));
    object->insert(u"type", QString::fromLatin1(typeName(field.type.kind)));
    insertUnlessEmpty(object, "form", QString::fromUtf8(field.form));
    insertUnlessEmpty(object, "zone", QString::fromUtf8(field.type.zone));
    if (field.type.kind == TypeKind::Tensor) {
        object->insert(u"element", QString::fromLatin1(elementName(field.type.element)));
        QJsonArray shape;
        for (const quint32 size : field.type.shape)
            shape.append(qint64(size));
        if (!shape.isEmpty())
            object->insert(u"shape", shape);
    }
    if (field.type.kind == TypeKind::Documents) {
        QJsonArray children;
        const Schema none;
        for (const Field &child : (field.children ? *field.children : none).fields()) {
            QJsonObject described;
            insertField(&described, child);
            children.append(described);
        }
        object->insert(u"children", children);
    }
}

QJsonValue toJson(const PreviewCell &cell)
{
    if (!cell.source && !cell.isCut)
        return cell.value;
    QJsonObject object{{u"v"_qs, cell.value}};
    if (cell.source)
        object.insert(u"s", *cell.source);
    if (cell.isCut)
        object.insert(u"cut", true);
    return object;
}

// --- Reading

// Takes the members of an object one by one; what is left over is kept as it is.
class Members
{
public:
    Members(QJsonObject object, QString where)
        : m_object(std::move(object))
        , m_where(std::move(where))
    {}

    [[nodiscard]] QString where(const char *key) const
    {
        return m_where.isEmpty() ? QString::fromLatin1(key)
                                 : QString(m_where + u'.' + QLatin1StringView(key));
    }

    QJsonValue take(const char *key) { return m_object.take(QLatin1StringView(key)); }

    [[nodiscard]] const QJsonObject &rest() const { return m_object; }

    //! A whole number of at least \a low and at most \a high.
    Result<qint64> number(const char *key, qint64 low, qint64 high)
    {
        const QJsonValue value = take(key);
        const qint64 number = value.toInteger(std::numeric_limits<qint64>::min());
        if (!value.isDouble() || number < low || number > high)
            return damaged(where(key));
        return number;
    }

    //! A text of at most \a size UTF-16 units; empty when it is not there.
    Result<QString> text(const char *key, qint64 size)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return QString();
        if (!value.isString() || value.toString().size() > size)
            return damaged(where(key));
        return value.toString();
    }

    Result<QJsonArray> array(const char *key)
    {
        const QJsonValue value = take(key);
        if (!value.isArray() && !value.isUndefined())
            return damaged(where(key));
        return value.toArray();
    }

    Result<QJsonObject> object(const char *key)
    {
        const QJsonValue value = take(key);
        if (!value.isObject() && !value.isUndefined())
            return damaged(where(key));
        return value.toObject();
    }

private:
    QJsonObject m_object;
    QString m_where;
};

QString indexed(const QString &where, qsizetype index)
{
    return where + u'[' + QString::number(index) + u']';
}

Result<PartRef> readPart(const QJsonValue &value, const QString &where)
{
    if (!value.isObject())
        return damaged(where);
    Members members(value.toObject(), where);
    PartRef part;
    PASSEL_TRY(const QString name, members.text("name", 64));
    const auto digest = Digest::fromHex(name.toUtf8());
    if (!digest)
        return damaged(members.where("name"));
    part.name = *digest;
    PASSEL_TRY(part.rows, members.number("rows", 0, MaximumRows));
    PASSEL_TRY(part.rawSize, members.number("raw", 1, MaximumRawPart));
    PASSEL_TRY(part.storedSize, members.number("stored", 1, MaximumStoredPart));
    PASSEL_TRY(const QString codec, members.text("codec", 40));
    part.codec = codec.toUtf8();
    // Every row has at least one bit of its own.
    if (part.codec.isEmpty() || part.rows > part.rawSize * 8)
        return damaged(where);
    part.extra = members.rest();
    return part;
}

Result<std::vector<PartRef>> readParts(const QJsonArray &array, const QString &where)
{
    std::vector<PartRef> parts;
    if (array.size() > MaximumParts)
        return limit(Text::tr("The share has more than %L1 parts.").arg(MaximumParts));
    for (qsizetype i = 0; i < array.size(); ++i) {
        PASSEL_TRY(PartRef part, readPart(array.at(i), indexed(where, i)));
        parts.push_back(std::move(part));
    }
    return parts;
}

// A time zone becomes a file name somewhere below Qt (SEC-14).
bool isZoneName(const QString &zone)
{
    const auto isAllowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
               || QStringView(u"_+-/:").contains(c);
    };
    return zone.size() <= 64 && !zone.startsWith(u'/')
           && std::all_of(zone.begin(), zone.end(), isAllowed);
}

// Fields and their children; the parts of a column are read elsewhere.
class FieldReader
{
public:
    Result<Field> read(Members *members, int depth)
    {
        if (depth > MaximumDepth)
            return Error(ErrorKind::Limit, QByteArrayLiteral("too-deep"),
                         Text::tr("The documents of the share are nested more than %1 deep.")
                             .arg(MaximumDepth));
        if (++m_count > MaximumColumns)
            return Error(ErrorKind::Limit, QByteArrayLiteral("too-many-columns"),
                         Text::tr("The share has more than %L1 columns.").arg(MaximumColumns));
        Field field;
        PASSEL_TRY(field.name, members->text("name", MaximumName));
        PASSEL_TRY(const QString role, members->text("role", 40));
        if (!parseRoleName(role.toUtf8(), &field.role))
            return damaged(members->where("role"));
        PASSEL_TRY(const QString type, members->text("type", 40));
        if (!parseTypeName(type.toUtf8(), &field.type.kind))
            return damaged(members->where("type"));
        PASSEL_TRY(const QString form, members->text("form", MaximumForm));
        field.form = form.toUtf8();
        PASSEL_TRY(const QString zone, members->text("zone", 64));
        if (!isZoneName(zone) || (!zone.isEmpty() && field.type.kind != TypeKind::Timestamp))
            return damaged(members->where("zone"));
        field.type.zone = zone.toUtf8();
        PASSEL_CHECK(readTensor(members, &field));
        PASSEL_CHECK(readChildren(members, depth, &field));
        return field;
    }

private:
    static Result<void> readTensor(Members *members, Field *field)
    {
        PASSEL_TRY(const QString element, members->text("element", 8));
        PASSEL_TRY(const QJsonArray shape, members->array("shape"));
        if (field->type.kind != TypeKind::Tensor) {
            if (!element.isEmpty() || !shape.isEmpty())
                return damaged(members->where("element"));
            return {};
        }
        if (!parseElementName(element.toUtf8(), &field->type.element))
            return damaged(members->where("element"));
        qint64 elements = 1;
        if (shape.size() > 16)
            return damaged(members->where("shape"));
        for (const auto value : shape) {
            const qint64 size = value.toInteger(-1);
            if (size < 0 || size > qint64(1) << 26)
                return damaged(members->where("shape"));
            elements *= size;
            if (elements > qint64(1) << 26)
                return damaged(members->where("shape"));
            field->type.shape.push_back(static_cast<quint32>(size));
        }
        return {};
    }

    Result<void> readChildren(Members *members, int depth, Field *field)
    {
        PASSEL_TRY(const QJsonArray children, members->array("children"));
        if (field->type.kind != TypeKind::Documents) {
            if (!children.isEmpty())
                return damaged(members->where("children"));
            return {};
        }
        std::vector<Field> fields;
        QSet<Role> roles;
        for (qsizetype i = 0; i < children.size(); ++i) {
            const QString where = indexed(members->where("children"), i);
            if (!children.at(i).isObject())
                return damaged(where);
            Members child(children.at(i).toObject(), where);
            PASSEL_TRY(Field read, this->read(&child, depth + 1));
            if (read.role != Role::Tag && roles.contains(read.role))
                return damaged(child.where("role"));
            roles.insert(read.role);
            fields.push_back(std::move(read));
        }
        field->children = std::make_shared<const Schema>(std::move(fields));
        return {};
    }

    qint64 m_count = 0;
};

// Rows of the parts make the rows of the table; parts without rows go on with the one before.
Result<void> checkRows(const std::vector<PartRef> &parts, qint64 rows, const QString &where)
{
    qint64 sum = 0;
    qint64 stretch = 0;
    for (const PartRef &part : parts) {
        if (part.rows > 0)
            stretch = 0;
        else if (sum == 0)
            return damaged(where);
        sum += part.rows;
        stretch += part.rawSize;
        if (stretch > MaximumStretch + MaximumRawPart)
            return limit(Text::tr("A cell of the share is larger than 1 GiB."));
    }
    if (sum != rows)
        return damaged(where);
    return {};
}

Result<PreviewCell> readCell(const QJsonValue &value, const QString &where)
{
    PreviewCell cell;
    cell.value = value;
    if (value.isObject()) {
        Members members(value.toObject(), where);
        cell.value = members.take("v");
        const QJsonValue source = members.take("s");
        if (source.isString())
            cell.source = source.toString();
        cell.isCut = members.take("cut").toBool();
    }
    if (cell.value.isUndefined() || cell.value.isArray() || cell.value.isObject())
        return damaged(where);
    return cell;
}

Result<void> readPreview(const QJsonArray &array, Manifest *manifest)
{
    const QString where = QStringLiteral("preview");
    if (array.isEmpty())
        return {};
    if (array.size() != static_cast<qsizetype>(manifest->columns.size()))
        return damaged(where);
    const qsizetype rows = array.at(0).toArray().size();
    if (rows > MaximumPreviewRows || rows > manifest->rows)
        return damaged(where);
    for (qsizetype column = 0; column < array.size(); ++column) {
        const QJsonArray cells = array.at(column).toArray();
        if (!array.at(column).isArray() || cells.size() != rows)
            return damaged(indexed(where, column));
        std::vector<PreviewCell> read;
        for (qsizetype row = 0; row < rows; ++row) {
            PASSEL_TRY(PreviewCell cell,
                       readCell(cells.at(row), indexed(indexed(where, column), row)));
            read.push_back(std::move(cell));
        }
        manifest->preview.push_back(std::move(read));
    }
    return {};
}

Result<void> readColumns(const QJsonArray &array, Manifest *manifest)
{
    FieldReader fields;
    QSet<Role> roles;
    auto parts = static_cast<qsizetype>(manifest->stream.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString where = indexed(QStringLiteral("columns"), i);
        if (!array.at(i).isObject())
            return damaged(where);
        Members members(array.at(i).toObject(), where);
        ManifestColumn column;
        PASSEL_TRY(column.field, fields.read(&members, 1));
        if (column.field.role != Role::Tag && roles.contains(column.field.role))
            return damaged(members.where("role"));
        roles.insert(column.field.role);
        PASSEL_TRY(const QJsonArray list, members.array("parts"));
        PASSEL_TRY(column.parts, readParts(list, members.where("parts")));
        PASSEL_CHECK(checkRows(column.parts, manifest->rows, members.where("parts")));
        parts += static_cast<qsizetype>(column.parts.size());
        if (parts > MaximumParts)
            return limit(Text::tr("The share has more than %L1 parts.").arg(MaximumParts));
        PASSEL_TRY(column.profile, members.object("profile"));
        column.extra = members.rest();
        manifest->columns.push_back(std::move(column));
    }
    return {};
}

Result<CutParameters> readCut(Members members)
{
    CutParameters cut;
    constexpr qint64 Largest = qint64(1) << 30;
    PASSEL_TRY(const qint64 version, members.number("version", 1, 1'000));
    cut.version = static_cast<int>(version);
    PASSEL_TRY(cut.average, members.number("average", 1, Largest));
    PASSEL_TRY(cut.minimum, members.number("minimum", 1, Largest));
    PASSEL_TRY(cut.maximum, members.number("maximum", 1, Largest));
    if (!cut.isValid())
        return damaged(QStringLiteral("cut"));
    return cut;
}

Result<void> readHeader(Members *members, Manifest *manifest)
{
    const QJsonValue format = members->take("format");
    if (format.toString() != Format) {
        if (!format.toString().startsWith(QLatin1StringView("passel-share/")))
            return damaged(QStringLiteral("format"));
        return Error(ErrorKind::Input, QByteArrayLiteral("version"),
                     Text::tr("This share was made by a newer Passel. Update Passel to open it."));
    }
    PASSEL_TRY(const QJsonArray features, members->array("requires"));
    if (!features.isEmpty()) {
        return Error(ErrorKind::Input, QByteArrayLiteral("requires"),
                     Text::tr("This share needs “%1”, which this version of Passel does not have. "
                              "Update Passel to open it.")
                         .arg(features.first().toString().left(100)));
    }
    const QString kind = members->take("kind").toString();
    if (kind == QLatin1StringView("docarray-stream"))
        manifest->kind = Manifest::Kind::DocArrayStream;
    else if (kind != QLatin1StringView("table"))
        return damaged(QStringLiteral("kind"));
    PASSEL_TRY(manifest->rows, members->number("rows", 0, MaximumRows));
    return {};
}

} // namespace

Result<QByteArray> Manifest::toJson() const
{
    QJsonObject object = extra;
    object.insert(u"format", Format);
    object.insert(u"kind", kind == Kind::Table ? u"table"_qs : u"docarray-stream"_qs);
    QJsonArray features;
    for (const QString &feature : requiredFeatures)
        features.append(feature);
    object.insert(u"requires", features);
    object.insert(u"rows", rows);
    object.insert(u"cut", QJsonObject{{u"version"_qs, cut.version},
                                      {u"average"_qs, cut.average},
                                      {u"minimum"_qs, cut.minimum},
                                      {u"maximum"_qs, cut.maximum}});
    QJsonArray columnList;
    for (const ManifestColumn &column : columns) {
        QJsonObject described = column.extra;
        insertField(&described, column.field);
        described.insert(u"parts", passel::toJson(column.parts));
        if (!column.profile.isEmpty())
            described.insert(u"profile", column.profile);
        columnList.append(described);
    }
    object.insert(u"columns", columnList);
    if (!stream.empty())
        object.insert(u"stream", passel::toJson(stream));
    if (!preview.empty()) {
        QJsonArray byColumn;
        for (const std::vector<PreviewCell> &cells : preview) {
            QJsonArray list;
            for (const PreviewCell &cell : cells)
                list.append(passel::toJson(cell));
            byColumn.append(list);
        }
        object.insert(u"preview", byColumn);
    }
    if (!recipe.isEmpty())
        object.insert(u"recipe", recipe);
    if (!views.isEmpty())
        object.insert(u"views", views);
    insertUnlessEmpty(&object, "note", note);
    insertUnlessEmpty(&object, "author", author);
    insertUnlessEmpty(&object, "client", client);
    object.insert(u"created",
                  QDateTime::fromMSecsSinceEpoch(createdMs, Qt::UTC).toString(Qt::ISODateWithMs));
    if (parent)
        object.insert(u"parent", QString::fromLatin1(parent->toHex()));
    PASSEL_TRY(QByteArray json, canonicalJson(object));
    if (json.size() > MaximumSize)
        return limit(Text::tr("The description of the table is larger than 64 MiB. Leave out "
                              "columns, or shorten its note and views."));
    return json;
}

Result<Manifest> Manifest::fromJson(QByteArrayView json)
{
    if (json.size() > MaximumSize)
        return limit(Text::tr("The description of the share is larger than 64 MiB."));
    PASSEL_TRY(QJsonObject object, parseBoundedJson(json, MaximumJsonValues, MaximumJsonDepth));
    Members members(std::move(object), {});
    Manifest manifest;
    PASSEL_CHECK(readHeader(&members, &manifest));
    PASSEL_TRY(const QJsonObject cut, members.object("cut"));
    PASSEL_TRY(manifest.cut, readCut(Members(cut, QStringLiteral("cut"))));
    PASSEL_TRY(const QJsonArray stream, members.array("stream"));
    PASSEL_TRY(manifest.stream, readParts(stream, QStringLiteral("stream")));
    PASSEL_TRY(const QJsonArray columns, members.array("columns"));
    if (manifest.kind == Kind::Table ? !stream.isEmpty() : !columns.isEmpty())
        return damaged(QStringLiteral("kind"));
    PASSEL_CHECK(readColumns(columns, &manifest));
    PASSEL_TRY(const QJsonArray preview, members.array("preview"));
    PASSEL_CHECK(readPreview(preview, &manifest));
    PASSEL_TRY(manifest.recipe, members.array("recipe"));
    PASSEL_TRY(manifest.views, members.array("views"));
    PASSEL_TRY(manifest.note, members.text("note", MaximumNote));
    PASSEL_TRY(manifest.author, members.text("author", 4'096));
    PASSEL_TRY(manifest.client, members.text("client", 4'096));
    PASSEL_TRY(const QString created, members.text("created", 40));
    const QDateTime time = QDateTime::fromString(created, Qt::ISODateWithMs);
    if (!time.isValid())
        return damaged(QStringLiteral("created"));
    manifest.createdMs = time.toMSecsSinceEpoch();
    PASSEL_TRY(const QString parent, members.text("parent", 64));
    if (!parent.isEmpty()) {
        manifest.parent = Digest::fromHex(parent.toUtf8());
        if (!manifest.parent)
            return damaged(QStringLiteral("parent"));
    }
    manifest.extra = members.rest();
    return manifest;
}

} // namespace passel
