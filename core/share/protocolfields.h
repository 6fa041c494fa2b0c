// Reads the fields of a JSON object of the protocol, bounded and typed; private to core/share.
#pragma once

#include "core/share/protocol.h"

#include <QJsonArray>

namespace passel::protocol {

using namespace Qt::StringLiterals;

//! \brief The largest integer a JSON number holds exactly.
inline constexpr qint64 Exact = qint64(1) << 53;

//! \brief The refusal of \a field, or of one nobody knows when it is empty.
[[nodiscard]] Error invalidField(QLatin1StringView field);

//! \brief Takes the fields of an object one by one, remembers the first that is wrong, and in the
//! end knows which were never asked for. Belongs to one function; the object must outlive it.
class Fields
{
public:
    explicit Fields(const QJsonObject &object)
        : m_object(object)
    {}

    [[nodiscard]] bool has(QLatin1StringView name)
    {
        m_known += name;
        const auto at = m_object.constFind(name);
        return at != m_object.constEnd() && !at->isNull();
    }

    QString text(QLatin1StringView name, qsizetype limit = 2000)
    {
        const QJsonValue value = take(name);
        QString text = value.toString();
        if (!value.isString() || text.size() > limit)
            fail(name);
        return text;
    }

    QString textOr(QLatin1StringView name, const QString &other = {})
    {
        return has(name) ? text(name) : other;
    }

    qint64 integer(QLatin1StringView name, qint64 low = 0, qint64 high = Exact)
    {
        const QJsonValue value = take(name);
        const qint64 number = value.toInteger(-1);
        if (!value.isDouble() || value.toInteger(-1) != value.toInteger(-2) || number < low
            || number > high) {
            fail(name);
            return low;
        }
        return number;
    }

    qint64 integerOr(QLatin1StringView name, qint64 other, qint64 low = 0, qint64 high = Exact)
    {
        return has(name) ? integer(name, low, high) : other;
    }

    bool boolean(QLatin1StringView name)
    {
        const QJsonValue value = take(name);
        if (!value.isBool())
            fail(name);
        return value.toBool();
    }

    Digest digest(QLatin1StringView name)
    {
        const auto digest = Digest::fromHex(text(name, 64).toLatin1());
        if (!digest)
            fail(name);
        return digest.value_or(Digest());
    }

    qint64 time(QLatin1StringView name)
    {
        const auto ms = timeFromText(text(name, 40));
        if (!ms)
            fail(name);
        return ms.value_or(0);
    }

    Access access(QLatin1StringView name)
    {
        const auto access = accessFromText(text(name, 16));
        if (!access)
            fail(name);
        return access.value_or(Access::Owner);
    }

    QUrl url(QLatin1StringView name)
    {
        QUrl url(text(name, 4096), QUrl::StrictMode);
        if (!url.isValid() || url.isRelative())
            fail(name);
        return url;
    }

    QJsonObject object(QLatin1StringView name)
    {
        const QJsonValue value = take(name);
        if (!value.isObject())
            fail(name);
        return value.toObject();
    }

    QJsonArray array(QLatin1StringView name, qsizetype limit)
    {
        const QJsonValue value = take(name);
        QJsonArray array = value.toArray();
        if (!value.isArray() || array.size() > limit)
            fail(name);
        return array;
    }

    QStringList texts(QLatin1StringView name, qsizetype limit)
    {
        QStringList texts;
        const QJsonArray values = array(name, limit);
        for (const auto value : values) {
            if (!value.isString() || value.toString().size() > 2000)
                fail(name);
            texts += value.toString();
        }
        return texts;
    }

    QList<Digest> digests(QLatin1StringView name, qsizetype limit)
    {
        QList<Digest> digests;
        for (const QString &text : texts(name, limit)) {
            const auto digest = Digest::fromHex(text.toLatin1());
            if (!digest)
                fail(name);
            digests += digest.value_or(Digest());
        }
        return digests;
    }

    // A nested value; its own error, if any, becomes ours.
    template <typename T>
    T keep(Result<T> value)
    {
        if (value)
            return std::move(value).value();
        if (!m_error)
            m_error = value.error();
        return {};
    }

    template <typename T, typename Read>
    QList<T> list(QLatin1StringView name, qsizetype limit, Read read)
    {
        QList<T> list;
        const QJsonArray values = array(name, limit);
        for (const auto value : values) {
            if (!value.isObject())
                fail(name);
            list += keep<T>(read(value.toObject()));
            if (m_error)
                break;
        }
        return list;
    }

    void fail(QLatin1StringView name)
    {
        if (!m_error)
            m_error = invalidField(name);
    }

    template <typename T>
    [[nodiscard]] Result<T> finish(T value, Unknown unknown = Unknown::Ignore)
    {
        if (!m_error && unknown == Unknown::Refuse) {
            for (auto i = m_object.constBegin(); i != m_object.constEnd(); ++i) {
                if (!m_known.contains(i.key())) {
                    m_error = invalidField({});
                }
            }
        }
        if (m_error)
            return *m_error;
        return value;
    }

private:
    QJsonValue take(QLatin1StringView name)
    {
        m_known += name;
        return m_object.value(name);
    }

    const QJsonObject &m_object;
    QStringList m_known;
    std::optional<Error> m_error;
};

} // namespace passel::protocol
