#include "core/share/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace passel {

namespace {

Error noForm(const QString &what)
{
    return Error(ErrorKind::Input, QByteArrayLiteral("syntax"),
                 QCoreApplication::translate(
                     "passel::CanonicalJson",
                     "The description of the table holds something that JSON cannot say."))
        .withDetail(what);
}

Result<void> appendString(const QString &text, QByteArray *out)
{
    out->append('"');
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        switch (unit) {
        case u'"':
            out->append("\\\"");
            continue;
        case u'\\':
            out->append("\\\\");
            continue;
        case u'\b':
            out->append("\\b");
            continue;
        case u'\f':
            out->append("\\f");
            continue;
        case u'\n':
            out->append("\\n");
            continue;
        case u'\r':
            out->append("\\r");
            continue;
        case u'\t':
            out->append("\\t");
            continue;
        default:
            break;
        }
        if (unit < 0x20) {
            out->append("\\u00");
            out->append(unit < 0x10 ? '0' : '1');
            out->append("0123456789abcdef"[unit & 15U]);
        } else if (unit < 0x80) {
            out->append(static_cast<char>(unit));
        } else if (text[i].isHighSurrogate() && i + 1 < text.size()
                   && text[i + 1].isLowSurrogate()) {
            out->append(QStringView(text).sliced(i, 2).toUtf8());
            ++i;
        } else if (text[i].isSurrogate()) {
            return noForm(QStringLiteral("an unpaired surrogate"));
        } else {
            out->append(QStringView(text).sliced(i, 1).toUtf8());
        }
    }
    out->append('"');
    return {};
}

Result<void> append(const QJsonValue &value, QByteArray *out)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out->append("null");
        return {};
    case QJsonValue::Bool:
        out->append(value.toBool() ? "true" : "false");
        return {};
    case QJsonValue::Double: {
        const double number = value.toDouble();
        if (!std::isfinite(number))
            return noForm(QStringLiteral("a number that is not finite"));
        // Qt keeps whole numbers as such: beyond 2^53 the double may be another number.
        const qint64 whole = value.toInteger(0);
        if (whole != 0 && (number >= 0x1p63 || whole != static_cast<qint64>(number)))
            return noForm(QStringLiteral("a whole number that a double cannot hold"));
        out->append(ecmaScriptNumber(number));
        return {};
    }
    case QJsonValue::String:
        return appendString(value.toString(), out);
    case QJsonValue::Array: {
        char separator = '[';
        const QJsonArray array = value.toArray();
        for (const auto item : array) {
            out->append(separator);
            PASSEL_CHECK(append(item, out));
            separator = ',';
        }
        out->append(array.isEmpty() ? "[]" : "]");
        return {};
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        QStringList keys = object.keys();
        std::sort(keys.begin(), keys.end(), [](const QString &a, const QString &b) {
            return std::lexicographical_compare(a.utf16(), a.utf16() + a.size(), b.utf16(),
                                                b.utf16() + b.size());
        });
        char separator = '{';
        for (const QString &key : std::as_const(keys)) {
            out->append(separator);
            PASSEL_CHECK(appendString(key, out));
            out->append(':');
            PASSEL_CHECK(append(object.value(key), out));
            separator = ',';
        }
        out->append(keys.isEmpty() ? "{}" : "}");
        return {};
    }
    }
    return {};
}

} // namespace

QByteArray ecmaScriptNumber(double value)
{
    if (value == 0)
        return QByteArrayLiteral("0");
    // Shortest digits that read back: "d.ddde±xx".
    std::array<char, 40> buffer;
    const auto [end, error] = std::to_chars(buffer.begin(), buffer.end(), std::fabs(value),
                                            std::chars_format::scientific);
    Q_ASSERT(error == std::errc());
    QByteArray digits;
    const char *at = buffer.begin();
    for (; at != end && *at != 'e'; ++at) {
        if (*at != '.')
            digits.append(*at);
    }
    int exponent = 0;
    ++at;
    if (at != end && *at == '+')
        ++at;
    std::from_chars(at, end, exponent);
    // ECMAScript: value = 0.digits × 10^point.
    const int point = exponent + 1;
    const auto count = static_cast<int>(digits.size());
    QByteArray out(value < 0 ? "-" : "");
    if (count <= point && point <= 21)
        return out + digits + QByteArray(point - count, '0');
    if (0 < point && point <= 21)
        return out + digits.left(point) + '.' + digits.mid(point);
    if (-6 < point && point <= 0)
        return out + "0." + QByteArray(-point, '0') + digits;
    out += digits.left(1);
    if (count > 1)
        out += '.' + digits.mid(1);
    return out + 'e' + (exponent < 0 ? '-' : '+') + QByteArray::number(std::abs(exponent));
}

Result<QByteArray> canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    PASSEL_CHECK(append(value, &out));
    return out;
}

} // namespace passel
