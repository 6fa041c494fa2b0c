#include "core/recipe/parameters.h"

#include "core/recipe/words.h"

#include <cmath>

namespace passel {

namespace {

constexpr qsizetype MaxColumns = 1'000'000;

} // namespace

void ParameterReader::fail(const QString &name)
{
    fail(Error(ErrorKind::Input, QByteArrayLiteral("bad-step"),
               has(name) ? StepWords::tr("The step “%1” has a wrong value for “%2”.")
                               .arg(QString::fromUtf8(m_step), name)
                         : StepWords::tr("The step “%1” lacks a value for “%2”.")
                               .arg(QString::fromUtf8(m_step), name)));
}

void ParameterReader::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

Result<void> ParameterReader::check() const
{
    if (m_error)
        return *m_error;
    return {};
}

QString ParameterReader::text(const QString &name)
{
    const QJsonValue value = m_parameters.value(name);
    if (!value.isString())
        fail(name);
    return value.toString();
}

QString ParameterReader::name(const QString &name)
{
    QString value = text(name);
    if (value.isEmpty())
        fail(name);
    return value;
}

bool ParameterReader::flag(const QString &name, bool otherwise)
{
    if (!has(name))
        return otherwise;
    const QJsonValue value = m_parameters.value(name);
    if (!value.isBool())
        fail(name);
    return value.toBool(otherwise);
}

qint64 ParameterReader::whole(const QString &name, qint64 least, qint64 most,
                              std::optional<qint64> otherwise)
{
    if (!has(name) && otherwise)
        return *otherwise;
    const QJsonValue value = m_parameters.value(name);
    const double number = value.toDouble(-1);
    if (!value.isDouble() || std::trunc(number) != number || number < static_cast<double>(least)
        || number > static_cast<double>(most)) {
        fail(name);
        return least;
    }
    return static_cast<qint64>(number);
}

QJsonObject ParameterReader::object(const QString &name)
{
    const QJsonValue value = m_parameters.value(name);
    if (!value.isObject())
        fail(name);
    return value.toObject();
}

QJsonArray ParameterReader::list(const QString &name, qsizetype most)
{
    const QJsonValue value = m_parameters.value(name);
    if (!value.isArray() || value.toArray().size() > most) {
        fail(name);
        return {};
    }
    return value.toArray();
}

ColumnRef ParameterReader::column(const QString &name)
{
    auto column = ColumnRef::fromJson(m_parameters.value(name));
    if (!column) {
        fail(name);
        return {};
    }
    return *std::move(column);
}

ColumnRefs ParameterReader::columns(const QString &name, bool mayBeEmpty)
{
    ColumnRefs columns;
    if (has(name)) {
        const QJsonArray entries = list(name, MaxColumns);
        for (const auto entry : entries) {
            auto column = ColumnRef::fromJson(entry);
            if (!column) {
                fail(name);
                return {};
            }
            columns.push_back(*std::move(column));
        }
    }
    if (columns.empty() && !mayBeEmpty)
        fail(name);
    return columns;
}

ColumnType ParameterReader::type(const QString &name)
{
    ColumnType type;
    if (!parseTypeName(text(name).toLatin1(), &type.kind))
        fail(name);
    if (has(QStringLiteral("zone")))
        type.zone = text(QStringLiteral("zone")).toUtf8();
    return type;
}

QJsonArray columnsJson(const ColumnRefs &columns)
{
    QJsonArray list;
    for (const ColumnRef &column : columns)
        list.append(column.toJson());
    return list;
}

} // namespace passel
