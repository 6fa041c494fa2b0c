#include "core/io/readoptions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

Error badOption(const QString &name)
{
    return {
        ErrorKind::Input, "field-type",
        QCoreApplication::translate("passel::ReadOptions",
                                    "The reading option \u201c%1\u201d is unknown or has a value "
                                    "of the wrong kind. Remove it and try again.")
            .arg(name)};
}

QString ofChar(char c)
{
    return c == '\0' ? QString() : QString(QLatin1Char(c));
}

} // namespace

QJsonObject ReadOptions::toJson() const
{
    QJsonObject object{{u"format"_s, QString::fromLatin1(format)},
                       {u"encoding"_s, QString::fromLatin1(encoding)}};
    if (!compression.isEmpty())
        object.insert(u"compression"_s, QString::fromLatin1(compression));
    if (format == "csv") {
        object.insert(u"delimiter"_s, ofChar(delimiter));
        object.insert(u"quote"_s, ofChar(quote));
        object.insert(u"header"_s, hasHeader);
        if (skipLines > 0)
            object.insert(u"skipLines"_s, skipLines);
    }
    if (types == TypePolicy::Text)
        object.insert(u"types"_s, u"text"_s);
    if (asDocuments)
        object.insert(u"documents"_s, true);
    if (allowExpand)
        object.insert(u"allowExpand"_s, true);
    return object;
}

Result<ReadOptions> ReadOptions::fromJson(const QJsonObject &object)
{
    ReadOptions options;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = it.key();
        const QJsonValue value = it.value();
        const auto isChar = [&value](char *out) {
            const QString text = value.toString();
            if (!value.isString() || text.size() > 1)
                return false;
            if (!text.isEmpty() && (text[0].unicode() == 0 || text[0].unicode() > 126))
                return false;
            *out = text.isEmpty() ? '\0' : text[0].toLatin1();
            return true;
        };
        const auto isName = [&value](QByteArray *out) {
            *out = value.toString().toLatin1();
            return value.isString() && out->size() <= 64;
        };
        const auto isBool = [&value](bool *out) {
            *out = value.toBool();
            return value.isBool();
        };
        bool good = false;
        if (name == "format"_L1) {
            good = isName(&options.format);
        } else if (name == "compression"_L1) {
            good = isName(&options.compression)
                   && (options.compression.isEmpty() || options.compression == "gzip");
        } else if (name == "encoding"_L1) {
            good = isName(&options.encoding) && !options.encoding.isEmpty();
        } else if (name == "delimiter"_L1) {
            good = isChar(&options.delimiter) && options.delimiter != '\0'
                   && options.delimiter != '\n' && options.delimiter != '\r';
        } else if (name == "quote"_L1) {
            good = isChar(&options.quote) && options.quote != '\n' && options.quote != '\r';
        } else if (name == "header"_L1) {
            good = isBool(&options.hasHeader);
        } else if (name == "skipLines"_L1) {
            options.skipLines = value.toInteger(-1);
            good = options.skipLines >= 0 && options.skipLines <= 1'000'000;
        } else if (name == "types"_L1) {
            good = value == QJsonValue(u"text"_s) || value == QJsonValue(u"automatic"_s);
            options.types =
                value == QJsonValue(u"text"_s) ? TypePolicy::Text : TypePolicy::Automatic;
        } else if (name == "documents"_L1) {
            good = isBool(&options.asDocuments);
        } else if (name == "allowExpand"_L1) {
            good = isBool(&options.allowExpand);
        }
        if (!good)
            return badOption(name);
    }
    if (options.quote == options.delimiter)
        return badOption(u"quote"_s);
    return options;
}

} // namespace passel
