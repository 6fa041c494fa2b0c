#include "core/share/jsonguard.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace passel {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::JsonGuard)
};

Error damaged(const QString &detail, qint64 byte)
{
    Place place;
    place.byte = byte;
    return Error(ErrorKind::Input, QByteArrayLiteral("syntax"),
                 Text::tr("The description of the share is damaged. Get it again from the "
                          "server."))
        .at(std::move(place))
        .withDetail(detail);
}

} // namespace

Result<QJsonObject> parseBoundedJson(QByteArrayView json, qint64 values, int depth)
{
    qint64 count = 0;
    int nesting = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
            continue;
        }
        switch (c) {
        case '"':
            inString = true;
            break;
        case '[':
        case '{':
            ++count;
            if (++nesting > depth)
                return Error(ErrorKind::Limit, QByteArrayLiteral("too-deep"),
                             Text::tr("The description of the share is nested more than %1 deep.")
                                 .arg(depth));
            break;
        case ']':
        case '}':
            --nesting;
            break;
        case ',':
            ++count;
            break;
        default:
            break;
        }
    }
    if (count > values)
        return Error(
            ErrorKind::Limit, QByteArrayLiteral("limit"),
            Text::tr("The description of the share has more than %L1 values.").arg(values));
    QJsonParseError error;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &error);
    if (error.error != QJsonParseError::NoError)
        return damaged(error.errorString(), error.offset);
    if (!document.isObject())
        return damaged(QStringLiteral("not an object"), 0);
    return document.object();
}

} // namespace passel
