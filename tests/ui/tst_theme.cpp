#include "ui/theme/desktopsettings.h"
#include "ui/theme/icon.h"
#include "ui/theme/passelstyle.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QGlyphRun>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QTextLayout>

using namespace passel;
using namespace Qt::Literals::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { Theme::instance().install(*qApp); }

    void cleanup() { Theme::instance().setChoice(SchemeChoice::Light); }

    void contrast_data();
    void contrast();
    void seriesStandOutFromTheTable();
    void paletteIsCompleteInEveryGroup();
    void switchesAtRunTime();
    void followsTheDesktopOnlyWhenAsked();
    void portalValues();
    void baseSizeScalesAllTypes();
    void everyMetricIsALength();
    void lettersAreDrawnAsTheyAre();
    void iconTakesTheColourOfItsRole_data();
    void iconTakesTheColourOfItsRole();
    void iconsCarryNothingForeign();
    void noAnimationWhenTheDesktopSaysSo();
};

void TestTheme::lettersAreDrawnAsTheyAre()
{
    const auto glyphs = [](const QString &text) {
        QTextLayout layout(text, Theme::font(TextSize::Base));
        layout.beginLayout();
        layout.createLine().setLineWidth(1000);
        layout.endLayout();
        QList<quint32> result;
        for (const QGlyphRun &run : layout.glyphRuns())
            result += run.glyphIndexes();
        return result;
    };
    // A font that puts signs of its own for letters in context would make other data of them.
    for (const QString &text : {u"1x4"_s, u"->"_s, u"=="_s, u"(c)"_s}) {
        QList<quint32> alone;
        for (const QChar letter : text)
            alone += glyphs(QString(letter));
        QCOMPARE(glyphs(text), alone);
    }
}

void TestTheme::contrast_data()
{
    QTest::addColumn<ColorRole>("ink");
    QTest::addColumn<QList<ColorRole>>("grounds");
    QTest::addColumn<double>("least");

    const QList<ColorRole> calm = {ColorRole::Window, ColorRole::Panel, ColorRole::Base,
                                   ColorRole::Raised};
    QTest::newRow("text") << ColorRole::Text
                          << (calm
                              + QList{ColorRole::Hover, ColorRole::Press, ColorRole::Selection,
                                      ColorRole::SelectionIdle, ColorRole::CurrentRow,
                                      ColorRole::Info, ColorRole::ChangedFill, ColorRole::AddedFill,
                                      ColorRole::RemovedFill, ColorRole::WarnFill,
                                      ColorRole::ErrorFill, ColorRole::BarSoft,
                                      ColorRole::BarCurrentSoft, ColorRole::MissingFill})
                          << 4.5;
    QTest::newRow("secondary text")
        << ColorRole::Text2
        << (calm
            + QList{ColorRole::Hover, ColorRole::Selection, ColorRole::CurrentRow, ColorRole::Info,
                    ColorRole::ChangedFill, ColorRole::WarnFill})
        << 4.5;
    QTest::newRow("third text") << ColorRole::Text3 << calm << 4.5;
    QTest::newRow("link, current column") << ColorRole::AccentText
                                          << (calm
                                              + QList{ColorRole::Selection, ColorRole::CurrentRow,
                                                      ColorRole::Info, ColorRole::BarCurrentSoft})
                                          << 4.5;
    QTest::newRow("on the primary button")
        << ColorRole::OnAccent
        << QList{ColorRole::Accent, ColorRole::AccentHover, ColorRole::AccentPress} << 4.5;
    QTest::newRow("changed") << ColorRole::Changed << QList{ColorRole::ChangedFill, ColorRole::Base}
                             << 4.5;
    QTest::newRow("added") << ColorRole::Added
                           << QList{ColorRole::AddedFill, ColorRole::Base, ColorRole::Window}
                           << 4.5;
    QTest::newRow("removed") << ColorRole::Removed << QList{ColorRole::RemovedFill, ColorRole::Base}
                             << 4.5;
    QTest::newRow("warning") << ColorRole::Warn
                             << QList{ColorRole::WarnFill, ColorRole::Panel, ColorRole::Window}
                             << 4.5;
    QTest::newRow("failure") << ColorRole::Error
                             << QList{ColorRole::ErrorFill, ColorRole::Panel, ColorRole::Raised}
                             << 4.5;
    QTest::newRow("tooltip") << ColorRole::TipText << QList{ColorRole::Tip} << 4.5;
    QTest::newRow("link on a toast") << ColorRole::TipLink << QList{ColorRole::Tip} << 4.5;
    QTest::newRow("outline of a field")
        << ColorRole::Control << QList{ColorRole::Window, ColorRole::Panel, ColorRole::Base} << 3.0;
    QTest::newRow("ring")
        << ColorRole::Ring
        << (calm + QList{ColorRole::Selection, ColorRole::CurrentRow, ColorRole::ChangedFill})
        << 3.0;
    QTest::newRow("filled box, line of the current column")
        << ColorRole::Accent << QList{ColorRole::Window, ColorRole::Panel, ColorRole::Base} << 3.0;
    QTest::newRow("bar") << ColorRole::Bar << QList{ColorRole::Panel} << 3.0;
    QTest::newRow("bar of the current column")
        << ColorRole::BarCurrent << QList{ColorRole::Panel, ColorRole::CurrentRow} << 3.0;
}

void TestTheme::contrast()
{
    QFETCH(ColorRole, ink);
    QFETCH(QList<ColorRole>, grounds);
    QFETCH(double, least);
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (const ColorRole ground : grounds) {
            const double ratio =
                contrastRatio(Theme::color(ink, scheme), Theme::color(ground, scheme));
            QVERIFY2(ratio >= least,
                     qPrintable(u"%1 of %2 on %3 is %4"_s
                                    .arg(scheme == Scheme::Light ? u"light"_s : u"dark"_s)
                                    .arg(int(ink))
                                    .arg(int(ground))
                                    .arg(ratio, 0, 'f', 2)));
        }
    }
}

void TestTheme::seriesStandOutFromTheTable()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (int index = 0; index < 6; ++index) {
            QVERIFY(
                contrastRatio(Theme::series(index, scheme), Theme::color(ColorRole::Base, scheme))
                >= 3.0);
        }
        QCOMPARE(Theme::series(-1, scheme), Theme::series(6, scheme));
        QCOMPARE(Theme::series(99, scheme), Theme::series(6, scheme));
    }
}

void TestTheme::paletteIsCompleteInEveryGroup()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const QPalette palette = Theme::palette(scheme);
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
            for (int role = 0; role < QPalette::NColorRoles; ++role) {
                if (role == QPalette::NoRole)
                    continue;
                QVERIFY2(palette.isBrushSet(group, QPalette::ColorRole(role)),
                         qPrintable(QString::number(role)));
            }
        }
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text),
                 Theme::color(ColorRole::Text3, scheme));
        QCOMPARE(palette.color(QPalette::Inactive, QPalette::Highlight),
                 Theme::color(ColorRole::SelectionIdle, scheme));
    }
}

void TestTheme::switchesAtRunTime()
{
    QSignalSpy spy(&Theme::instance(), &Theme::schemeChanged);
    Theme::instance().setChoice(SchemeChoice::Dark);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(Theme::scheme(), Scheme::Dark);
    QCOMPARE(qApp->palette().color(QPalette::Base), Theme::color(ColorRole::Base, Scheme::Dark));
    QCOMPARE(Theme::color(ColorRole::Text), Theme::color(ColorRole::Text, Scheme::Dark));
    Theme::instance().setChoice(SchemeChoice::Light);
    QCOMPARE(spy.count(), 2);
    QCOMPARE(qApp->palette().color(QPalette::Base), Theme::color(ColorRole::Base, Scheme::Light));
}

void TestTheme::followsTheDesktopOnlyWhenAsked()
{
    Theme::instance().setChoice(SchemeChoice::Light);
    Theme::instance().setSystemScheme(Scheme::Dark);
    QCOMPARE(Theme::scheme(), Scheme::Light);
    Theme::instance().setChoice(SchemeChoice::System);
    QCOMPARE(Theme::scheme(), Scheme::Dark);
    Theme::instance().setSystemScheme(Scheme::Light);
    QCOMPARE(Theme::scheme(), Scheme::Light);
}

void TestTheme::portalValues()
{
    QCOMPARE(DesktopSettings::schemeOf(0), Scheme::Light);
    QCOMPARE(DesktopSettings::schemeOf(1), Scheme::Dark);
    QCOMPARE(DesktopSettings::schemeOf(2), Scheme::Light);
    QCOMPARE(DesktopSettings::schemeOf(7), Scheme::Light);
}

void TestTheme::baseSizeScalesAllTypes()
{
    QCOMPARE(Theme::font(TextSize::Base).pointSizeF(), 9.5);
    QCOMPARE(Theme::font(TextSize::Small).pointSizeF(), 8.5);
    Theme::instance().setBaseSize(19);
    QCOMPARE(Theme::baseSize(), 18.0);
    QCOMPARE(Theme::font(TextSize::Display).pointSizeF(), 16 * 18 / 9.5);
    QCOMPARE(qApp->font().pointSizeF(), 18.0);
    Theme::instance().setBaseSize(9.5);
    QCOMPARE(qApp->font().pointSizeF(), 9.5);
}

void TestTheme::everyMetricIsALength()
{
    for (int metric = 0; metric <= int(Metric::ScrollBar); ++metric)
        QVERIFY2(Theme::metric(Metric(metric)) > 0, qPrintable(QString::number(metric)));
}

void TestTheme::iconTakesTheColourOfItsRole_data()
{
    QTest::addColumn<qreal>("scale");
    QTest::newRow("scale 1") << 1.0;
    QTest::newRow("scale 1.5") << 1.5;
    QTest::newRow("scale 2") << 2.0;
}

void TestTheme::iconTakesTheColourOfItsRole()
{
    QFETCH(qreal, scale);
    const QIcon icon = themedIcon(u"square"_s, ColorRole::AccentText);
    const auto strongest = [&icon, scale](QIcon::Mode mode) {
        const QImage image = icon.pixmap(QSize(16, 16), scale, mode).toImage();
        QColor best = Qt::transparent;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > best.alpha())
                    best = image.pixelColor(x, y);
            }
        }
        return best;
    };
    for (const auto choice : {SchemeChoice::Light, SchemeChoice::Dark}) {
        Theme::instance().setChoice(choice);
        const QColor drawn = strongest(QIcon::Normal);
        const QColor wanted = Theme::color(ColorRole::AccentText);
        QVERIFY(drawn.alpha() > 128);
        QVERIFY(qAbs(drawn.red() - wanted.red()) < 8);
        QVERIFY(qAbs(drawn.blue() - wanted.blue()) < 8);
        const QColor off = strongest(QIcon::Disabled);
        QVERIFY(qAbs(off.red() - Theme::color(ColorRole::Text3).red()) < 8);
    }
    QCOMPARE(icon.pixmap(QSize(16, 16), scale).size(),
             QSize(qRound(16 * scale), qRound(16 * scale)));
}

void TestTheme::iconsCarryNothingForeign()
{
    const QDir icons(u":/icons"_s);
    QVERIFY(!themedIcon(u"table"_s).pixmap(16, 16).isNull());
    const QStringList names = icons.entryList({u"*.svg"_s});
    QVERIFY(names.size() > 20);
    for (const QString &name : names) {
        if (name == u"passel.svg"_s) // the mark of the application is no line icon
            continue;
        QFile file(icons.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY2(svg.contains("stroke=\"currentColor\""), qPrintable(name));
        QVERIFY2(!svg.contains("<script") && !svg.contains("href"), qPrintable(name));
    }
}

void TestTheme::noAnimationWhenTheDesktopSaysSo()
{
    Theme::instance().setAnimated(false);
    QCOMPARE(qApp->style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    Theme::instance().setAnimated(true);
    QCOMPARE(qApp->style()->styleHint(QStyle::SH_Widget_Animation_Duration), 120);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
