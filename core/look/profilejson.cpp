// The form of a profile in a manifest: an object of only those members that say something.
#include "core/look/profile.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>
#include <limits>

namespace passel {

namespace {

constexpr qint64 LargestExact = qint64(1) << 53;

QJsonValue number(qint64 value)
{
    // JSON readers keep whole numbers exactly up to 2^53 only.
    if (value >= -LargestExact && value <= LargestExact)
        return value;
    return QString::number(value);
}

QJsonValue number(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("-Infinity") : QStringLiteral("Infinity");
    return value;
}

QJsonValue number(const Value &value)
{
    return value.kind() == TypeKind::Float64 || value.kind() == TypeKind::Float32
               ? number(value.toDouble())
               : number(value.toInt());
}

// Reads members one by one and remembers whether any was wrong.
class Reader
{
public:
    explicit Reader(QJsonObject json)
        : m_json(std::move(json))
    {}

    [[nodiscard]] bool isGood() const { return m_good; }

    void fail() { m_good = false; }

    [[nodiscard]] bool has(QLatin1StringView name) const { return m_json.contains(name); }

    qint64 count(QLatin1StringView name)
    {
        if (!has(name))
            return 0;
        const auto value = whole(m_json.value(name));
        if (!value || *value < 0) {
            fail();
            return 0;
        }
        return *value;
    }

    std::optional<double> real(QLatin1StringView name)
    {
        return has(name) ? std::optional(real(m_json.value(name))) : std::nullopt;
    }

    double real(const QJsonValue &value)
    {
        if (value.isDouble())
            return value.toDouble();
        const QString text = value.toString();
        if (text == u"NaN")
            return std::numeric_limits<double>::quiet_NaN();
        if (text == u"Infinity" || text == u"-Infinity")
            return text.startsWith(u'-') ? -std::numeric_limits<double>::infinity()
                                         : std::numeric_limits<double>::infinity();
        fail();
        return 0;
    }

    Value value(QLatin1StringView name, const ColumnType &type)
    {
        if (!has(name))
            return {};
        if (type.isFloating()) {
            const double real = this->real(m_json.value(name));
            return type.kind == TypeKind::Float64 ? Value::float64(real)
                                                  : Value::float32(static_cast<float>(real));
        }
        const auto units = whole(m_json.value(name));
        if (!type.isIntegral() || !units) {
            fail();
            return {};
        }
        return Value::counted(type.kind, *units);
    }

    bool flag(QLatin1StringView name, bool otherwise)
    {
        if (!has(name))
            return otherwise;
        if (!m_json.value(name).isBool())
            fail();
        return m_json.value(name).toBool(otherwise);
    }

    QString text(QLatin1StringView name)
    {
        if (has(name) && !m_json.value(name).isString())
            fail();
        return m_json.value(name).toString();
    }

    QJsonArray list(QLatin1StringView name, qsizetype most)
    {
        if (has(name) && !m_json.value(name).isArray())
            fail();
        const QJsonArray list = m_json.value(name).toArray();
        if (list.size() > most)
            fail();
        return m_good ? list : QJsonArray();
    }

    static std::optional<qint64> whole(const QJsonValue &value)
    {
        if (value.isDouble()) {
            const double real = value.toDouble();
            if (std::abs(real) > static_cast<double>(LargestExact) || std::trunc(real) != real)
                return std::nullopt;
            return static_cast<qint64>(real);
        }
        bool good = false;
        const qint64 number = value.toString().toLongLong(&good);
        return good ? std::optional(number) : std::nullopt;
    }

private:
    QJsonObject m_json;
    bool m_good = true;
};

} // namespace

QJsonObject ColumnProfile::toJson() const
{
    QJsonObject json{{QLatin1StringView("type"), QString::fromLatin1(typeName(type.kind))},
                     {QLatin1StringView("rows"), number(rows)},
                     {QLatin1StringView("distinct"), number(distinct)}};
    const auto put = [&json](QLatin1StringView name, const QJsonValue &value) {
        json.insert(name, value);
    };
    if (!type.zone.isEmpty())
        put(QLatin1StringView("zone"), QString::fromUtf8(type.zone));
    if (!form.isEmpty())
        put(QLatin1StringView("form"), QString::fromUtf8(form));
    if (seen != rows)
        put(QLatin1StringView("seen"), number(seen));
    if (missing > 0)
        put(QLatin1StringView("missing"), number(missing));
    if (empty > 0)
        put(QLatin1StringView("empty"), number(empty));
    if (!distinctIsExact)
        put(QLatin1StringView("about_distinct"), true);
    const auto putValue = [&put](QLatin1StringView name, const Value &value) {
        if (!value.isNull())
            put(name, number(value));
    };
    putValue(QLatin1StringView("min"), minimum);
    putValue(QLatin1StringView("q1"), lowerQuartile);
    putValue(QLatin1StringView("median"), median);
    putValue(QLatin1StringView("q3"), upperQuartile);
    putValue(QLatin1StringView("max"), maximum);
    if (mean)
        put(QLatin1StringView("mean"), number(*mean));
    if (!quartilesAreExact)
        put(QLatin1StringView("about_quartiles"), true);
    if (!bins.empty()) {
        QJsonArray edges{number(bins.front().low)};
        QJsonArray counts;
        for (const ProfileBin &bin : bins) {
            edges.append(number(bin.high));
            counts.append(number(bin.count));
        }
        put(QLatin1StringView("edges"), edges);
        put(QLatin1StringView("counts"), counts);
        if (!binsAreExact)
            put(QLatin1StringView("about_counts"), true);
    }
    if (!top.empty()) {
        QJsonArray values;
        for (const ProfileValue &value : top)
            values.append(QJsonArray{QString::fromStdString(value.text), number(value.count)});
        put(QLatin1StringView("top"), values);
        // A member of its own: who does not know it still reads the values.
        QJsonArray cut;
        for (size_t i = 0; i < top.size(); ++i) {
            if (top[i].isCut)
                cut.append(number(static_cast<qint64>(i)));
        }
        if (!cut.isEmpty())
            put(QLatin1StringView("cut"), cut);
    }
    if (shortest)
        put(QLatin1StringView("shortest"), number(*shortest));
    if (longest)
        put(QLatin1StringView("longest"), number(*longest));
    if (meanLength)
        put(QLatin1StringView("mean_length"), number(*meanLength));
    return json;
}

Result<ColumnProfile> ColumnProfile::fromJson(const QJsonObject &json)
{
    Reader reader(json);
    ColumnProfile profile;
    if (!parseTypeName(reader.text(QLatin1StringView("type")).toLatin1(), &profile.type.kind))
        reader.fail();
    profile.type.zone = reader.text(QLatin1StringView("zone")).toUtf8();
    profile.form = reader.text(QLatin1StringView("form")).toUtf8();
    profile.rows = reader.count(QLatin1StringView("rows"));
    profile.seen = reader.has(QLatin1StringView("seen")) ? reader.count(QLatin1StringView("seen"))
                                                         : profile.rows;
    profile.missing = reader.count(QLatin1StringView("missing"));
    profile.empty = reader.count(QLatin1StringView("empty"));
    profile.distinct = reader.count(QLatin1StringView("distinct"));
    profile.distinctIsExact = !reader.flag(QLatin1StringView("about_distinct"), false);
    profile.minimum = reader.value(QLatin1StringView("min"), profile.type);
    profile.lowerQuartile = reader.value(QLatin1StringView("q1"), profile.type);
    profile.median = reader.value(QLatin1StringView("median"), profile.type);
    profile.upperQuartile = reader.value(QLatin1StringView("q3"), profile.type);
    profile.maximum = reader.value(QLatin1StringView("max"), profile.type);
    profile.mean = reader.real(QLatin1StringView("mean"));
    profile.quartilesAreExact = !reader.flag(QLatin1StringView("about_quartiles"), false);
    profile.binsAreExact = !reader.flag(QLatin1StringView("about_counts"), false);
    const QJsonArray edges = reader.list(QLatin1StringView("edges"), MaxBins + 1);
    const QJsonArray counts = reader.list(QLatin1StringView("counts"), MaxBins);
    if (edges.size() != (counts.isEmpty() ? 0 : counts.size() + 1))
        reader.fail();
    for (qsizetype i = 0; reader.isGood() && i < counts.size(); ++i) {
        const auto count = Reader::whole(counts.at(i));
        if (!count || *count < 0)
            reader.fail();
        const ProfileBin bin{reader.real(edges.at(i)), reader.real(edges.at(i + 1)),
                             count.value_or(0)};
        if (!(bin.low <= bin.high))
            reader.fail();
        profile.bins.push_back(bin);
    }
    const QJsonArray top = reader.list(QLatin1StringView("top"), MaxTopValues);
    for (const auto entry : top) {
        const QJsonArray pair = entry.toArray();
        const auto count = pair.size() == 2 ? Reader::whole(pair.at(1)) : std::nullopt;
        if (!count || *count < 0 || !pair.at(0).isString())
            reader.fail();
        profile.top.push_back({pair.at(0).toString().toStdString(), count.value_or(0)});
    }
    const QJsonArray cut = reader.list(QLatin1StringView("cut"), MaxTopValues);
    for (const auto &entry : cut) {
        const auto index = Reader::whole(entry);
        if (!index || *index < 0 || *index >= static_cast<qint64>(profile.top.size())) {
            reader.fail();
            break;
        }
        profile.top[static_cast<size_t>(*index)].isCut = true;
    }
    if (reader.has(QLatin1StringView("shortest")))
        profile.shortest = reader.count(QLatin1StringView("shortest"));
    if (reader.has(QLatin1StringView("longest")))
        profile.longest = reader.count(QLatin1StringView("longest"));
    profile.meanLength = reader.real(QLatin1StringView("mean_length"));
    if (profile.seen > profile.rows || profile.missing > profile.seen)
        reader.fail();
    if (!reader.isGood()) {
        return Error(
            ErrorKind::Input, QByteArrayLiteral("bad-profile"),
            QCoreApplication::translate("passel::ColumnProfile",
                                        "The facts about a column are damaged. The table "
                                        "itself may be whole; they can be counted again."));
    }
    return profile;
}

} // namespace passel
