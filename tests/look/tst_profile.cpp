// Facts under a column's header: exact where they say so, the same whatever the order of work.
#include "core/look/bins.h"
#include "core/look/distinct.h"
#include "core/look/profile.h"
#include "tests/look/tables.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace passel;
using namespace passel::tests;

namespace {

ColumnProfile profileOf(const DocumentArray &array, qsizetype column = 0)
{
    auto profile = profileColumn(array, column);
    if (!profile)
        qFatal("%s", qUtf8Printable(profile.error().message()));
    return *profile;
}

QString tops(const ColumnProfile &profile)
{
    QStringList list;
    for (const ProfileValue &value : profile.top)
        list << QStringLiteral("%1=%2").arg(QString::fromStdString(value.text)).arg(value.count);
    return list.join(u' ');
}

DocumentArray numbered(qsizetype rows, const std::function<qint64(qsizetype)> &valueAt)
{
    ColumnBuilder builder(TypeKind::Int);
    for (qsizetype i = 0; i < rows; ++i)
        builder.next().appendInt(valueAt(i));
    return DocumentArray::create(Schema({field("n", TypeKind::Int)}), {builder.finish()}, rows);
}

qint64 sumOf(const std::vector<ProfileBin> &bins)
{
    qint64 sum = 0;
    for (const ProfileBin &bin : bins)
        sum += bin.count;
    return sum;
}

} // namespace

class ProfileTest : public QObject
{
    Q_OBJECT

private slots:

    void textsAreCounted()
    {
        const auto profile = profileOf(
            table({texts("t", {"Cuba", Missing, "", "Cuba", "Österreich", "Peru", Missing})}));
        QCOMPARE(profile.rows, 7);
        QVERIFY(profile.isComplete());
        QCOMPARE(profile.missing, 2);
        QCOMPARE(profile.empty, 1);
        QCOMPARE(profile.distinct, 4);
        QVERIFY(profile.distinctIsExact);
        QCOMPARE(tops(profile), QStringLiteral("Cuba=2 =1 Österreich=1 Peru=1"));
        QCOMPARE(profile.shortest, std::optional<qint64>(0));
        QCOMPARE(profile.longest, std::optional<qint64>(10)); // characters, not bytes
        QCOMPARE(profile.meanLength, std::optional<double>(22.0 / 5));
        QVERIFY(profile.minimum.isNull());
        QVERIFY(profile.bins.empty());
    }

    void longTextsAreCutAndSaySo()
    {
        const std::string whole(256, 'x');
        const std::string longer = whole + 'y';
        const std::string umlaut = std::string(255, 'x') + "ü";
        const auto profile =
            profileOf(table({texts("t", {longer, longer, longer, umlaut, umlaut, whole})}));
        QCOMPARE(profile.top.size(), size_t(3));
        QCOMPARE(profile.top[0], (ProfileValue{whole, 3, true}));
        QCOMPARE(profile.top[1], (ProfileValue{std::string(255, 'x'), 2, true}));
        QCOMPARE(profile.top[2], (ProfileValue{whole, 1, false}));
        const auto again = ColumnProfile::fromJson(profile.toJson());
        QVERIFY(again);
        QCOMPARE(*again, profile);
    }

    void numbersAreMeasured()
    {
        const auto profile =
            profileOf(table({wholes("n", {"3", "-40000", Missing, "3", "100000", "7"})}));
        QCOMPARE(profile.minimum.toInt(), -40000);
        QCOMPARE(profile.maximum.toInt(), 100000);
        QCOMPARE(profile.mean, std::optional<double>(60013.0 / 5));
        QCOMPARE(profile.lowerQuartile.toInt(), 3);
        QCOMPARE(profile.median.toInt(), 3);
        QCOMPARE(profile.upperQuartile.toInt(), 7);
        QCOMPARE(profile.distinct, 4);
        QCOMPARE(tops(profile), QStringLiteral("3=2 -40000=1 7=1 100000=1"));
        QCOMPARE(sumOf(profile.bins), 5);
        QVERIFY(static_cast<qsizetype>(profile.bins.size()) <= ColumnProfile::MaxBins);
        QCOMPARE(profile.bins.front().low, -40000.0);
    }

    void oddNumbersDoNotSpoilTheRest()
    {
        const auto profile = profileOf(
            table({reals("n", {"NaN", "Infinity", "-Infinity", "1.5", "0", "-0", "2.5", "NaN"})}));
        QCOMPARE(profile.distinct, 6); // NaN, both infinities, 0 (also −0), 1.5, 2.5
        QCOMPARE(profile.minimum.toDouble(), -std::numeric_limits<double>::infinity());
        QCOMPARE(profile.maximum.toDouble(), std::numeric_limits<double>::infinity());
        QCOMPARE(sumOf(profile.bins), 4);
        QVERIFY(profile.bins.front().low <= 0 && profile.bins.back().high >= 2.5);
        QCOMPARE(profile.median.toDouble(), 0.0);
    }

    void extremesOfWholeNumbersAreExact()
    {
        const auto profile =
            profileOf(table({wholes("n", {"9223372036854775807", "-9223372036854775808", "0"})}));
        QCOMPARE(profile.minimum.toInt(), std::numeric_limits<qint64>::min());
        QCOMPARE(profile.maximum.toInt(), std::numeric_limits<qint64>::max());
        QCOMPARE(sumOf(profile.bins), 3);
        const auto again = ColumnProfile::fromJson(profile.toJson());
        QVERIFY(again);
        QCOMPARE(again->maximum.toInt(), std::numeric_limits<qint64>::max());
    }

    void nothingToSay_data()
    {
        QTest::addColumn<QString>("cells");
        QTest::newRow("no rows") << QString();
        QTest::newRow("one missing") << QStringLiteral("∅");
        QTest::newRow("all missing") << QStringLiteral("∅|∅|∅");
    }

    void nothingToSay()
    {
        QFETCH(QString, cells);
        for (const TypeKind kind : {TypeKind::Text, TypeKind::Int, TypeKind::Float64,
                                    TypeKind::Bool, TypeKind::Date, TypeKind::Bytes}) {
            const auto profile = profileOf(table({{field("c", kind), split(cells)}}));
            QCOMPARE(profile.missing, profile.rows);
            QCOMPARE(profile.distinct, 0);
            QVERIFY(profile.top.empty() && profile.bins.empty() && !profile.mean);
            QVERIFY(profile.minimum.isNull() && profile.median.isNull() && !profile.longest);
            QCOMPARE(*ColumnProfile::fromJson(profile.toJson()), profile);
        }
    }

    void boolsHaveTwoValues()
    {
        const auto profile = profileOf(
            table({{field("b", TypeKind::Bool, "Yes|No"), {"Yes", "No", "Yes", Missing}}}));
        QCOMPARE(tops(profile), QStringLiteral("Yes=2 No=1"));
        QVERIFY(profile.bins.empty());
    }

    void onlyVisibleRowsCount()
    {
        const DocumentArray all = table(
            {texts("t", {"a", "b", "c", "a", Missing}), wholes("n", {"1", "2", "3", "4", "5"})});
        const std::vector<quint32> some{4, 3, 0};
        const DocumentArray view = all.selected(some);
        const auto profile = profileOf(view);
        QCOMPARE(profile.rows, 3);
        QCOMPARE(profile.missing, 1);
        QCOMPARE(tops(profile), QStringLiteral("a=2"));
        QCOMPARE(profileOf(view, 1).minimum.toInt(), 1);
        QCOMPARE(profileOf(view, 1).maximum.toInt(), 5);
        // A row that stands twice counts twice.
        const std::vector<quint32> twice{1, 1, 0};
        QCOMPARE(tops(profileOf(all.selected(twice))), QStringLiteral("b=2 a=1"));
        // Another order changes nothing.
        QCOMPARE(profileOf(all.reversed(), 1), profileOf(all, 1));
    }

    void manyDifferentAreEstimated()
    {
        constexpr qsizetype Rows = 700'000;
        // Half the rows are 5, the others all different.
        const DocumentArray array =
            numbered(Rows, [](qsizetype i) { return i % 2 == 0 ? 5 : 1'000'000 + i; });
        const auto profile = profileOf(array);
        QVERIFY(!profile.distinctIsExact);
        QVERIFY(std::abs(double(profile.distinct) - Rows / 2.0) < 0.03 * Rows / 2);
        QVERIFY(profile.binsAreExact);
        QCOMPARE(sumOf(profile.bins), Rows);
        QVERIFY(!profile.quartilesAreExact);
        QCOMPARE(profile.lowerQuartile.toInt(), 5);
        QVERIFY(profile.upperQuartile.toInt() > 1'000'000);
        QCOMPARE(tops(profile), QStringLiteral("5=350000")); // the singles say nothing
        QCOMPARE(profileOf(array), profile);                 // whoever was faster
    }

    void manyDifferentTextsKeepTheirFrequentOnes()
    {
        constexpr qsizetype Rows = 600'000;
        ColumnBuilder builder(TypeKind::Text);
        for (qsizetype i = 0; i < Rows; ++i) {
            // The frequent one comes late, behind more different ones than are kept.
            builder.next().appendBytes(i >= 400'000 && i % 4 == 0 ? "late" : std::to_string(i));
        }
        const auto profile = profileOf(
            DocumentArray::create(Schema({field("t", TypeKind::Text)}), {builder.finish()}, Rows));
        QVERIFY(!profile.distinctIsExact);
        QVERIFY(!profile.top.empty());
        QCOMPARE(QString::fromStdString(profile.top.front().text), QStringLiteral("late"));
        QCOMPARE(profile.top.front().count, 50'000);
        QVERIFY(profile.isNearlyAllDifferent());
    }

    void anEstimateIsNeverMoreThanThereAre()
    {
        constexpr qsizetype Rows = 600'000; // for these numbers the estimate alone says 605,561
        const auto profile = profileOf(numbered(Rows, [](qsizetype i) { return i; }));
        QVERIFY(!profile.distinctIsExact);
        QCOMPARE(profile.distinct, Rows);
    }

    void soFarGrows()
    {
        const DocumentArray array = numbered(200'000, [](qsizetype i) { return i % 1000; });
        std::vector<ColumnProfile> parts;
        const auto profile =
            profileColumn(array, 0, {}, [&](const ColumnProfile &part) { parts.push_back(part); });
        QVERIFY(profile);
        QVERIFY(!parts.empty());
        qint64 seen = 0;
        for (const ColumnProfile &part : parts) {
            QVERIFY(part.seen > seen && part.seen < part.rows && !part.isComplete());
            QCOMPARE(sumOf(part.bins), part.seen);
            seen = part.seen;
        }
        QVERIFY(profile->isComplete());
        QCOMPARE(*profile, profileOf(array));
    }

    void cancelStops()
    {
        const TaskContext context;
        context.cancel();
        const auto profile =
            profileColumn(numbered(20'000, [](qsizetype i) { return i; }), 0, context);
        QVERIFY(!profile);
        QVERIFY(profile.error().isCancelled());
    }

    void edgesAreRound_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        QTest::addColumn<double>("last");
        const auto row = [](const char *name, TypeKind kind, double low, double high, double first,
                            double second, double last) {
            QTest::newRow(name) << int(kind) << low << high << first << second << last;
        };
        row("few whole numbers", TypeKind::Int, 0, 5, 0, 1, 6);
        row("twenty whole numbers", TypeKind::Int, 1, 20, 1, 2, 21);
        row("percent", TypeKind::Int, 0, 100, 0, 10, 110);
        row("negative", TypeKind::Float64, -1, 1, -1, -0.9, 1);
        row("tenths are exact", TypeKind::Float64, 0.25, 1.1, 0.25, 0.3, 1.1);
        row("large", TypeKind::Float64, 1e300, 9e300, 1e300, 1.5e300, 9e300);
        row("whole double range", TypeKind::Float64, -1.7e308, 1.7e308, -1.7e308, -1.7e308, 0);
        row("equal", TypeKind::Float64, 3, 3, 3, 3, 3);
        // Days since 1970: 2024-01-31 is 19753, a Wednesday; the week began on Monday, 19751.
        row("days", TypeKind::Date, 19753, 19760, 19753, 19754, 19761);
        row("weeks", TypeKind::Date, 19753, 19800, 19751, 19758, 19807);
        row("months", TypeKind::Date, 19753, 20200, 19723, 19754, 20209);
        row("years", TypeKind::Date, 0, 6000, 0, 365, 6209);
        row("hours of a day", TypeKind::Time, 0, 86'399e6, 0, 7'200e6, 86'400e6);
    }

    void edgesAreRound()
    {
        QFETCH(int, kind);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(double, first);
        QFETCH(double, second);
        QFETCH(double, last);
        const auto edges = roundEdges(static_cast<TypeKind>(kind), low, high, 20);
        QVERIFY(edges.size() >= 2 && edges.size() <= 21);
        QVERIFY(edges.front() <= low && edges.back() >= high);
        if (std::abs(low) > 1e308)
            return; // covered is all that can be asked
        QCOMPARE(edges.front(), first);
        QCOMPARE(edges[1], second);
        QCOMPARE(edges.back(), last);
    }

    void everyValueFindsItsBar()
    {
        BinCounter counter(roundEdges(TypeKind::Date, 19753, 20200, 20)); // months differ in length
        for (int day = 19753; day <= 20200; ++day)
            counter.add(day);
        for (size_t i = 0; i < counter.counts().size(); ++i) {
            const double from = std::max(19753.0, counter.edges()[i]);
            const double to = std::min(20201.0, counter.edges()[i + 1]);
            QCOMPARE(counter.counts()[i], qint64(to - from));
        }
    }

    void jsonComesBack()
    {
        const DocumentArray array =
            table({texts("t", {"a", "b", "a", ""}),
                   wholes("n", {"1", "2", Missing, "30000000000"}),
                   reals("f", {"0.1", "NaN", "Infinity", "2"}),
                   {field("d", TypeKind::Date, "%d.%m.%Y"),
                    {"01.02.2024", "31.12.1999", Missing, "01.02.2024"}},
                   {field("b", TypeKind::Bool), {"true", "false", Missing, "true"}}});
        const auto profiles = profileArray(array);
        QVERIFY(profiles);
        for (const ColumnProfile &profile : *profiles) {
            const QByteArray json = QJsonDocument(profile.toJson()).toJson(QJsonDocument::Compact);
            const auto again = ColumnProfile::fromJson(QJsonDocument::fromJson(json).object());
            QVERIFY(again);
            QCOMPARE(QJsonDocument(again->toJson()).toJson(QJsonDocument::Compact), json);
            if (profile.type.kind != TypeKind::Float64) // NaN of a mean differs from itself
                QCOMPARE(*again, profile);
        }
    }

    void wrongJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *json) {
            QTest::newRow(name) << QByteArray(json);
        };
        row("no type", R"({"rows":3,"distinct":1})");
        row("unknown type", R"({"type":"colour","rows":3,"distinct":1})");
        row("negative count", R"({"type":"int","rows":-3,"distinct":1})");
        row("broken count", R"({"type":"int","rows":3.5,"distinct":1})");
        row("more missing than rows", R"({"type":"int","rows":3,"distinct":1,"missing":4})");
        row("more seen than rows", R"({"type":"int","rows":3,"distinct":1,"seen":4})");
        row("edges without counts", R"({"type":"int","rows":3,"distinct":1,"edges":[1,2]})");
        row("too many bars",
            R"({"type":"int","rows":3,"distinct":1,"counts":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"edges":[1]})");
        row("edges backwards",
            R"({"type":"int","rows":3,"distinct":1,"edges":[2,1],"counts":[1]})");
        row("top is no pair", R"({"type":"text","rows":3,"distinct":1,"top":["a"]})");
        row("cut is no value",
            R"({"type":"text","rows":3,"distinct":1,"top":[["a",1]],"cut":[1]})");
        row("cut is no number",
            R"({"type":"text","rows":3,"distinct":1,"top":[["a",1]],"cut":["a"]})");
        row("minimum of a text", R"({"type":"text","rows":3,"distinct":1,"min":3})");
        row("minimum is a list", R"({"type":"int","rows":3,"distinct":1,"min":[3]})");
    }

    void wrongJsonIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto profile = ColumnProfile::fromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!profile);
        QCOMPARE(profile.error().code(), QByteArray("bad-profile"));
    }

    void estimateIsCloseAtEverySize_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 100, 10'000, 60'000, 1'000'000})
            QTest::addRow("%d", count) << count;
    }

    void estimateIsCloseAtEverySize()
    {
        QFETCH(int, count);
        HyperLogLog counter;
        for (int i = 0; i < count; ++i) {
            counter.add(quint64(i));
            counter.add(quint64(i)); // again changes nothing
        }
        QVERIFY(std::abs(double(counter.estimate() - count)) <= 0.03 * count);
    }
};

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
