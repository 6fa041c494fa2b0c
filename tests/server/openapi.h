// Reads resources/openapi.json and holds requests and answers against it.
#pragma once

#include "core/server/http.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace passel {

//! \brief The part of OpenAPI 3 and JSON Schema that our file uses.
class OpenApi
{
public:
    OpenApi()
    {
        QFile file(QStringLiteral(PASSEL_SOURCE_DIR "/resources/openapi.json"));
        if (file.open(QIODevice::ReadOnly))
            m_document = QJsonDocument::fromJson(file.readAll()).object();
    }

    [[nodiscard]] const QJsonObject &document() const { return m_document; }

    //! \brief `GET /v1/server` … of every operation.
    [[nodiscard]] QSet<QString> operations() const
    {
        QSet<QString> all;
        const QJsonObject paths = m_document.value(QLatin1String("paths")).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            for (const QString &method : path.value().toObject().keys())
                all.insert(method.toUpper() + u' ' + path.key());
        }
        return all;
    }

    //! \brief Every slug that some operation may answer.
    [[nodiscard]] QSet<QByteArray> slugs() const
    {
        QSet<QByteArray> all;
        const QJsonObject paths = m_document.value(QLatin1String("paths")).toObject();
        for (const auto path : paths) {
            const QJsonObject operations = path.toObject();
            for (const auto operation : operations) {
                const QJsonObject responses =
                    operation.toObject().value(QLatin1String("responses")).toObject();
                for (const auto response : responses) {
                    const QJsonArray slugs =
                        response.toObject().value(QLatin1String("x-problems")).toArray();
                    for (const auto slug : slugs)
                        all.insert(slug.toString().toLatin1());
                }
            }
        }
        return all;
    }

    //! \brief What is wrong with an answer, or nothing. An address that is in no operation may
    //! answer only 404, 405 and what is refused before the address is looked at.
    [[nodiscard]] QString fault(const HttpRequest &request, const HttpResponse &response) const
    {
        const QJsonObject operation = operationOf(request);
        const QString what = QString::fromLatin1(request.method + ' ' + request.path + " → ")
                             + QString::number(response.status);
        if (operation.isEmpty())
            return response.status >= 400 && response.status < 500 ? QString()
                                                                   : what + u": unknown";
        const QJsonObject described = operation.value(QLatin1String("responses"))
                                          .toObject()
                                          .value(QString::number(response.status))
                                          .toObject();
        if (described.isEmpty())
            return what + QStringLiteral(": this status is not in the file");
        const QJsonObject content = described.value(QLatin1String("content")).toObject();
        if (content.isEmpty())
            return {};
        const QString type =
            QString::fromLatin1(response.header("content-type").value_or(QByteArray()));
        const QJsonObject schema =
            content.value(type).toObject().value(QLatin1String("schema")).toObject();
        if (schema.isEmpty())
            return what + QStringLiteral(": another content type than in the file");
        const QJsonObject body = QJsonDocument::fromJson(response.body).object();
        if (response.status >= 400) {
            const QString slug = body.value(QLatin1String("type")).toString().section(u'/', -1);
            if (!described.value(QLatin1String("x-problems")).toArray().contains(slug))
                return what + u' ' + slug + QStringLiteral(": this problem is not in the file");
        }
        const QString wrong = mismatch(body, schema);
        return wrong.isEmpty() ? QString() : what + QStringLiteral(": ") + wrong;
    }

    //! \brief What is wrong with the body of a request that was taken, or nothing.
    [[nodiscard]] QString requestFault(const HttpRequest &request) const
    {
        const QJsonObject schema = operationOf(request)
                                       .value(QLatin1String("requestBody"))
                                       .toObject()
                                       .value(QLatin1String("content"))
                                       .toObject()
                                       .value(QLatin1String("application/json"))
                                       .toObject()
                                       .value(QLatin1String("schema"))
                                       .toObject();
        if (schema.isEmpty() || request.body.isEmpty())
            return {};
        const QString wrong = mismatch(QJsonDocument::fromJson(request.body).object(), schema);
        return wrong.isEmpty() ? wrong : QString::fromLatin1(request.path) + u": " + wrong;
    }

private:
    [[nodiscard]] QJsonObject operationOf(const HttpRequest &request) const
    {
        const QStringList segments = QString::fromLatin1(request.path).split(u'/');
        const QJsonObject paths = m_document.value(QLatin1String("paths")).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QStringList pattern = path.key().split(u'/');
            bool fits = pattern.size() == segments.size();
            for (qsizetype i = 0; fits && i < pattern.size(); ++i)
                fits = pattern[i].startsWith(u'{') || pattern[i] == segments[i];
            QJsonObject operation = path.value()
                                        .toObject()
                                        .value(QString::fromLatin1(request.method).toLower())
                                        .toObject();
            if (fits && !operation.isEmpty())
                return operation;
        }
        return {};
    }

    [[nodiscard]] QString mismatch(const QJsonValue &value, QJsonObject schema) const
    {
        if (const QString reference = schema.value(QLatin1String("$ref")).toString();
            !reference.isEmpty()) {
            schema = m_document.value(QLatin1String("components"))
                         .toObject()
                         .value(QLatin1String("schemas"))
                         .toObject()
                         .value(reference.section(u'/', -1))
                         .toObject();
            if (schema.isEmpty())
                return QStringLiteral("no schema ") + reference;
        }
        const QString type = schema.value(QLatin1String("type")).toString();
        if (type == QLatin1String("object"))
            return objectMismatch(value, schema);
        if (type == QLatin1String("array")) {
            if (!value.isArray())
                return QStringLiteral("not an array");
            const QJsonArray items = value.toArray();
            for (const auto item : items) {
                QString wrong = mismatch(item, schema.value(QLatin1String("items")).toObject());
                if (!wrong.isEmpty())
                    return wrong;
            }
            return {};
        }
        if (type == QLatin1String("string")) {
            const QRegularExpression pattern(schema.value(QLatin1String("pattern")).toString());
            const QJsonArray names = schema.value(QLatin1String("enum")).toArray();
            const auto match =
                pattern.match(value.toString()); // clazy:exclude=use-static-qregularexpression
            const bool fits =
                value.isString() && match.hasMatch() && (names.isEmpty() || names.contains(value));
            return fits ? QString() : QStringLiteral("no such text: ") + value.toString();
        }
        if (type == QLatin1String("integer")) {
            const bool fits =
                value.isDouble() && value.toInteger(-1) == value.toInteger(-2)
                && value.toInteger() >= schema.value(QLatin1String("minimum")).toInteger();
            return fits ? QString() : QStringLiteral("not an integer");
        }
        if (type == QLatin1String("boolean"))
            return value.isBool() ? QString() : QStringLiteral("not a boolean");
        return QStringLiteral("unknown type ") + type;
    }

    [[nodiscard]] QString objectMismatch(const QJsonValue &value, const QJsonObject &schema) const
    {
        if (!value.isObject())
            return QStringLiteral("not an object");
        const QJsonObject object = value.toObject();
        const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
        const QJsonArray required = schema.value(QLatin1String("required")).toArray();
        for (const auto name : required) {
            if (!object.contains(name.toString()))
                return QStringLiteral("without ") + name.toString();
        }
        for (auto field = object.begin(); field != object.end(); ++field) {
            // Stricter than the schema: what the server says, the file names.
            if (!properties.contains(field.key()))
                return QStringLiteral("field not in the file: ") + field.key();
            const QString wrong = mismatch(field.value(), properties.value(field.key()).toObject());
            if (!wrong.isEmpty())
                return field.key() + QStringLiteral(": ") + wrong;
        }
        return {};
    }

    QJsonObject m_document;
};

} // namespace passel
