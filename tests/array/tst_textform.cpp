// Text forms: what is read in a form is written back as the same bytes, and what cannot be is
// refused.
#include "core/array/textform.h"

#include <QTest>

#include <limits>

using namespace passel;

class TestTextForm final : public QObject
{
    Q_OBJECT

private slots:

    void readsBack_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("exact");
        const auto row = [](const char *name, TypeKind kind, const char *form, const char *text,
                            bool exact, const char *zone = "") {
            QTest::newRow(name) << int(kind) << QByteArray(zone) << QByteArray(form)
                                << QByteArray(text) << exact;
        };
        row("zero", TypeKind::Int, "", "0", true);
        row("negative", TypeKind::Int, "", "-12", true);
        row("minus zero", TypeKind::Int, "", "-0", false);
        row("leading zero", TypeKind::Int, "", "007", false);
        row("plus", TypeKind::Int, "", "+5", false);
        row("plus form", TypeKind::Int, "+", "+5", true);
        row("plus form without", TypeKind::Int, "+", "5", false);
        row("largest", TypeKind::Int, "", "9223372036854775807", true);
        row("one too large", TypeKind::Int, "", "9223372036854775808", false);
        row("blank", TypeKind::Int, "", "", false);
        row("space", TypeKind::Int, "", " 1", false);
        row("decimal", TypeKind::Float64, "", "1.5", true);
        row("trailing zero", TypeKind::Float64, "", "1.50", false);
        row("trailing zero in form", TypeKind::Float64, ".2", "1.50", true);
        row("too precise for form", TypeKind::Float64, ".2", "1.505", false);
        row("hundred thousand", TypeKind::Float64, "", "100000", true);
        row("tiny", TypeKind::Float64, "", "1e-07", true);
        row("huge", TypeKind::Float64, "", "1e+20", true);
        row("whole with point", TypeKind::Float64, ".0e", "2.0", true);
        row("fraction in that form", TypeKind::Float64, ".0e", "2.25", true);
        row("decimal comma", TypeKind::Float64, ",.2", "3,14", true);
        row("point in comma form", TypeKind::Float64, ",.2", "3.14", false);
        row("nan word", TypeKind::Float64, "", "NaN", true);
        row("inf of strtod", TypeKind::Float64, "", "inf", false);
        row("hex", TypeKind::Float64, "", "0x10", false);
        row("float32", TypeKind::Float32, "", "0.1", true);
        row("yes", TypeKind::Bool, "Yes|No", "Yes", true);
        row("other case", TypeKind::Bool, "Yes|No", "yes", false);
        row("date", TypeKind::Date, "", "2024-02-29", true);
        row("no leap year", TypeKind::Date, "", "2023-02-29", false);
        row("month 13", TypeKind::Date, "", "2023-13-01", false);
        row("before the epoch", TypeKind::Date, "", "1899-12-31", true);
        row("American", TypeKind::Date, "%-m/%e/%Y", "1/8/1990", true);
        row("American padded", TypeKind::Date, "%-m/%e/%Y", "01/08/1990", false);
        row("German", TypeKind::Date, "%d.%m.%Y", "31.12.1999", true);
        row("month name", TypeKind::Date, "%e %b %Y", "3 Mar 2001", true);
        row("two-digit year", TypeKind::Date, "%m/%d/%y", "12/31/70", true);
        row("time", TypeKind::Time, "", "23:59:59", true);
        row("24 o'clock", TypeKind::Time, "", "24:00:00", false);
        row("fraction", TypeKind::Time, "", "01:02:03.5", true);
        row("fraction padded", TypeKind::Time, "%H:%M:%S.%3f", "01:02:03.500", true);
        row("afternoon", TypeKind::Time, "%I:%M %p", "12:30 AM", true);
        row("time stamp", TypeKind::Timestamp, "", "2001-01-01T00:10:00", true);
        row("with blank", TypeKind::Timestamp, "%Y-%m-%d %H:%M", "2001-01-01 00:10", true);
        row("UTC", TypeKind::Timestamp, "", "1969-12-31T23:59:59.25Z", true, "UTC");
        row("offset", TypeKind::Timestamp, "%Y-%m-%dT%H:%M:%S%z", "2020-06-01T12:00:00+02:00", true,
            "+02:00");
        row("other offset", TypeKind::Timestamp, "%Y-%m-%dT%H:%M:%S%z", "2020-06-01T12:00:00+01:00",
            false, "+02:00");
    }

    void readsBack()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, zone);
        QFETCH(const QByteArray, form);
        QFETCH(const QByteArray, text);
        QFETCH(const bool, exact);
        ColumnType type(static_cast<TypeKind>(kind));
        type.zone = zone;
        QCOMPARE(passel::readsBack(type, form, text.toStdString()), exact);
    }

    void offsetIsAMomentInUtc()
    {
        ColumnType type(TypeKind::Timestamp);
        type.zone = "+02:00";
        const auto moment = parseIntText(type, "%Y-%m-%dT%H:%M:%S%z", "1970-01-01T02:00:00+02:00");
        QCOMPARE(moment.value_or(-1), 0);
    }

    void extremesAreWritten_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<qint64>("units");
        QTest::addColumn<QByteArray>("text");
        constexpr qint64 Low = std::numeric_limits<qint64>::min();
        constexpr qint64 High = std::numeric_limits<qint64>::max();
        const auto row = [](const char *name, TypeKind kind, const char *zone, qint64 units,
                            const char *text) {
            QTest::newRow(name) << int(kind) << QByteArray(zone) << units << QByteArray(text);
        };
        row("lowest", TypeKind::Timestamp, "UTC", Low, "-290308-12-21T19:59:05.224192Z");
        row("lowest, west", TypeKind::Timestamp, "-14:00", Low,
            "-290308-12-21T05:59:05.224192-14:00");
        row("highest", TypeKind::Timestamp, "UTC", High, "294247-01-10T04:00:54.775807Z");
        row("highest, east", TypeKind::Timestamp, "+14:00", High,
            "294247-01-10T18:00:54.775807+14:00");
        row("lowest day", TypeKind::Date, "", Low, "-25252734927764585-06-07");
        row("highest day", TypeKind::Date, "", High, "25252734927768524-07-27");
    }

    void extremesAreWritten()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, zone);
        QFETCH(const qint64, units);
        ColumnType type(static_cast<TypeKind>(kind));
        type.zone = zone;
        std::string text;
        appendIntText(type, {}, units, &text);
        QTEST(QByteArray::fromStdString(text), "text");
    }

    void civilDatesAgreeWithQt()
    {
        for (qint64 days = -200'000; days < 200'000; days += 37) {
            const CivilDate date = civilFromDays(days);
            const QDate qt = QDate(1970, 1, 1).addDays(days);
            if (qt.year() < 1)
                continue;
            QCOMPARE(QDate(int(date.year), int(date.month), int(date.day)), qt);
            QCOMPARE(daysFromCivil(date.year, date.month, date.day), days);
        }
    }
};

QTEST_GUILESS_MAIN(TestTextForm)
#include "tst_textform.moc"
