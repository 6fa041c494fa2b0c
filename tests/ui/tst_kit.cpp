#include "core/base/log.h"
#include "ui/bannerslot.h"
#include "ui/kit/badge.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/commandfield.h"
#include "ui/kit/emptytargets.h"
#include "ui/kit/fieldnote.h"
#include "ui/kit/figures.h"
#include "ui/kit/keycap.h"
#include "ui/kit/plainlabel.h"
#include "ui/kit/plaintext.h"
#include "ui/kit/segments.h"
#include "ui/kit/sentence.h"
#include "ui/kit/sheet.h"
#include "ui/kit/statusrow.h"
#include "ui/kit/striprow.h"
#include "ui/kit/switch.h"
#include "ui/kit/tabbar.h"
#include "ui/kit/toast.h"
#include "ui/theme/icon.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QProgressBar>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <memory>

using namespace passel;
using namespace Qt::Literals::StringLiterals;

namespace {

// Saves what was painted for a person to look at, when a folder is named.
void shoot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("PASSEL_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    const QString scheme = Theme::scheme() == Scheme::Light ? u"light"_s : u"dark"_s;
    QVERIFY(widget.grab().save(folder + u"/kit-"_s + name + u'-' + scheme + u".png"_s));
}

int colours(const QImage &image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            seen.insert(image.pixel(x, y));
    }
    return int(seen.size());
}

} // namespace

class TestKit : public QObject
{
    Q_OBJECT

private slots:

    void keyCapsNameEveryKey()
    {
        QCOMPARE(keyCapText(QKeySequence(Qt::CTRL | Qt::Key_Up)), u"Ctrl \u2191"_s);
        QCOMPARE(keyCapText(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Left)),
                 u"Ctrl Shift \u2190"_s);
        QCOMPARE(keyCapText(QKeySequence(Qt::Key_Down)), u"\u2193"_s);
        QCOMPARE(keyCapText(QKeySequence(Qt::Key_Return)), u"Enter"_s);
        QCOMPARE(keyCapText(QKeySequence(Qt::CTRL | Qt::Key_K)), u"Ctrl K"_s);
        // A plus that is the key is no separator.
        QCOMPARE(keyCapText(QKeySequence(Qt::CTRL | Qt::Key_Plus)), u"Ctrl +"_s);
        QCOMPARE(keyCapText(QKeySequence(Qt::Key_Plus)), u"+"_s);
        QCOMPARE(keyCapText(QKeySequence(Qt::CTRL | Qt::Key_Comma)), u"Ctrl ,"_s);
        QCOMPARE(keyCapText(QKeySequence(Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_K)),
                 u"Ctrl +, Ctrl K"_s);
    }

    void initTestCase();
    void cleanup();

    void figuresKeepDigitsInStep_data();
    void figuresKeepDigitsInStep();
    void figuresFallBackForForeignLetters();
    void figuresAreCutWithAnEllipsis();
    void labelsNeverReadMarkup();
    void labelsShowHiddenCharacters();
    void labelsAreCutAndTell();
    void toolTipsNeverReadMarkup();
    void sentencePutsFactsIn();
    void sentencesAreCutWithAnEllipsis();
    void sentencesTakeTwoLines();
    void combosAreCutWithAnEllipsis();
    void bannerKeys();
    void bannerIsUsedAgain();
    void bannerCapsSayWhatTheKeyDoes();
    void bannerReturnsTheFocus();
    void bannerErrorsCanBeDismissed();
    void sheetKeepsTheFocus();
    void sheetEnterActsAndEscCloses();
    void sheetEnterLeavesChoicesAlone();
    void sheetKeepsWhatWasTyped();
    void sheetScrollsItsRowsWhenLow();
    void sheetHasRoomForItsWords();
    void sheetHangsCentredOverTheTable();
    void sheetGrowsWithItsRows();
    void toastGoesByItself();
    void toastStaysWhileItHasTheFocus();
    void toastActions();
    void segmentsKeepOneOn();
    void tabsClose();
    void tabsUseTheirRoom();
    void tabsScrollWithArrows();
    void statusTellsAll();
    void stripWordsAreNamed();
    void fieldNoteMarksTheField();
    void focusRingShowsForTheKeyboard();
    void everythingIsNamed_data();
    void everythingIsNamed();
    void gallery_data();
    void gallery();
};

void TestKit::initTestCase()
{
    Theme::instance().install(*qApp);
    Theme::instance().setAnimated(false);
}

void TestKit::cleanup()
{
    Theme::instance().setChoice(SchemeChoice::Light);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestKit::figuresKeepDigitsInStep_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("ones and zeros") << u"1111"_s << u"0000"_s;
    QTest::newRow("decimals") << u"1.11"_s << u"7.40"_s;
    QTest::newRow("thin space grouping") << u"1\u2009111"_s << u"9\u2009876"_s;
    QTest::newRow("dates") << u"1991-11-11"_s << u"2020-08-26"_s;
    QTest::newRow("minus sign") << u"\u2212111"_s << u"\u2212234"_s;
}

void TestKit::figuresKeepDigitsInStep()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    const Figures figures(Theme::font(TextSize::Base));
    QCOMPARE(figures.width(one), figures.width(other));
    QVERIFY(figures.width(one) > 0);
    // The last digit stands at the same place: the ink of its column is where it should be.
    QImage image(200, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    figures.draw(&painter, QRectF(0, 0, 190, 40), Qt::AlignRight, one, Qt::black);
    painter.end();
    QVERIFY(colours(image) > 2);
}

void TestKit::figuresFallBackForForeignLetters()
{
    const Figures figures(Theme::font(TextSize::Base));
    const QString arabic = u"\u0633\u0644\u0627\u0645 12"_s;
    QVERIFY(figures.width(arabic) > 0);
    QImage image(200, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    figures.draw(&painter, QPointF(4, 24), arabic, Qt::black);
    painter.end();
    QVERIFY(colours(image) > 2);
}

void TestKit::figuresAreCutWithAnEllipsis()
{
    const Figures figures(Theme::font(TextSize::Base));
    const QString cut = figures.elided(u"123456789012345"_s, 50);
    QVERIFY(cut.endsWith(u'\u2026'));
    QVERIFY(figures.width(cut) <= 50.5);
    QCOMPARE(figures.elided(u"12"_s, 50), u"12"_s);
    QCOMPARE(figures.elided(u"12"_s, 0), u"\u2026"_s);
}

void TestKit::labelsNeverReadMarkup()
{
    // SEC-11
    PlainLabel label(u"<b>bold</b><img src='http://example.com/x'>"_s);
    QCOMPARE(label.textFormat(), Qt::PlainText);
    PlainLabel bold(u"bold"_s);
    QVERIFY(label.sizeHint().width() > 3 * bold.sizeHint().width());
}

void TestKit::labelsShowHiddenCharacters()
{
    // SEC-12
    PlainLabel label;
    label.setUntrustedText(u"a\u202Eb"_s);
    QVERIFY(label.text().contains(u"\\u202e"_s, Qt::CaseInsensitive));
    QVERIFY(plainActionText(u"A & B\u200B"_s).startsWith(u"A && B\\u200b"_s, Qt::CaseInsensitive));
}

void TestKit::labelsAreCutAndTell()
{
    PlainLabel label(u"Barksdale Air Force Base Arpt"_s);
    label.resize(80, 20);
    QVERIFY(label.shownText().endsWith(u'\u2026'));
    label.resize(400, 20);
    QCOMPARE(label.shownText(), label.text());
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
}

void TestKit::toolTipsNeverReadMarkup()
{
    // SEC-11
    QCOMPARE(plainToolTip(u"2 < 3"_s), u"2 < 3"_s);
    const QString safe = plainToolTip(u"<img src='file:///etc/passwd'>"_s);
    QVERIFY(!safe.contains(u"<img"_s));
    QVERIFY(safe.contains(u"&lt;img"_s));
}

void TestKit::sentencePutsFactsIn()
{
    const Wording sentence = Wording::of(u"Pull %1 from %2?"_s, {u"a%2b"_s, u"host"_s});
    QCOMPARE(sentence.text(), u"Pull a%2b from host?"_s);
    QCOMPARE(sentence.parts().size(), 5);
    QVERIFY(!sentence.parts()[0].strong);
    QVERIFY(sentence.parts()[1].strong);
    QCOMPARE(Wording::of(u"100 % of %3"_s, {u"x"_s}).text(), u"100 % of %3"_s);
    QVERIFY(Wording(QString()).isEmpty());
    QCOMPARE(Wording::strong(u"a"_s).then(u"b"_s).text(), u"a b"_s);
}

void TestKit::sentencesAreCutWithAnEllipsis()
{
    // The last parts are short: no width may let one go without a trace.
    const Wording sentence = Wording::of(u"Keep rows where %1 is %2"_s, {u"Damage"_s, u"0"_s});
    const QString all = sentence.text();
    const int wanted = int(std::ceil(sentenceWidth(sentence, TextSize::Base)));
    QCOMPARE(shownSentence(sentence, TextSize::Base, wanted), all);
    for (int width = wanted - 2; width > 24; --width) {
        const QString shown = shownSentence(sentence, TextSize::Base, width);
        QVERIFY2(shown.endsWith(u'\u2026'), qPrintable(shown));
        QVERIFY(all.startsWith(shown.chopped(1)));
    }
}

void TestKit::sentencesTakeTwoLines()
{
    SentenceLabel label;
    label.setSentence(
        Wording::of(u"Preview: %1 in 1 column changed, 24 rows removed"_s, {u"744 cells"_s}));
    const QString all = label.sentence().text();
    const int oneLine = label.sizeHint().height();
    label.resize(label.sizeHint().width() * 6 / 10, 40);
    QCOMPARE(label.shownLines().size(), 1);
    QVERIFY(label.shownLines().at(0).endsWith(u'\u2026'));
    label.setMostLines(2);
    QCOMPARE(label.sizeHint().height(), 2 * oneLine);
    QCOMPARE(label.shownLines().size(), 2);
    QCOMPARE(label.shownLines().join(u' '), all);
    label.resize(60, 40);
    QVERIFY(label.shownLines().at(1).endsWith(u'\u2026'));
    label.resize(label.sizeHint().width(), 40);
    QCOMPARE(label.shownLines(), QStringList{all});
    QCOMPARE(label.sizeHint().height(), 2 * oneLine); // nothing moves
}

void TestKit::combosAreCutWithAnEllipsis()
{
    // What is drawn of a text that is cut is what its cut form looks like.
    QComboBox box;
    box.setFocusPolicy(Qt::NoFocus);
    box.addItem(u"Effect Amount of damage"_s);
    box.resize(120, 28);
    const QImage shot = box.grab().toImage();
    const QString cut =
        box.fontMetrics().elidedText(box.itemText(0), Qt::ElideRight, 120 - 8 - 28 - 2);
    QVERIFY(cut.endsWith(u'\u2026'));
    box.setItemText(0, cut);
    QCOMPARE(box.grab().toImage(), shot);
}

void TestKit::bannerKeys()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *banner = new Banner(&window);
    column->addWidget(banner);
    banner->reset(Banner::Kind::Info, u"key-round"_s, Wording::strong(u"Pull?"_s));
    Button *pull = banner->addAction(u"Pull"_s, ButtonKind::Primary);
    Button *later = banner->addAction(u"Not now"_s, ButtonKind::Flat, QKeySequence(Qt::Key_Escape));
    QSignalSpy pulled(pull, &QAbstractButton::clicked);
    QSignalSpy put(later, &QAbstractButton::clicked);
    QSignalSpy dismissed(banner, &Banner::dismissed);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    banner->focusDefault();
    QTRY_VERIFY(pull->hasFocus());
    QTest::keyClick(pull, Qt::Key_Return);
    QCOMPARE(pulled.count(), 1);
    later->setFocus();
    QTest::keyClick(later, Qt::Key_Enter);
    QCOMPARE(put.count(), 1);
    QCOMPARE(pulled.count(), 1);
    QTest::keyClick(later, Qt::Key_Escape);
    QCOMPARE(dismissed.count(), 1);
    QCOMPARE(banner->accessibleName(), u"Pull?"_s);
}

void TestKit::bannerIsUsedAgain()
{
    Banner banner;
    banner.reset(Banner::Kind::Warn, u"triangle-alert"_s, Wording(u"48 lines"_s));
    banner.addAction(u"Show"_s);
    QCOMPARE(banner.height(), Theme::metric(Metric::Banner));
    banner.reset(Banner::Kind::Preview, u"eye"_s, Wording(u"1 084 cells"_s), u"Nothing yet."_s);
    QCOMPARE(banner.height(), Theme::metric(Metric::BannerPreview));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(banner.findChildren<Button *>().isEmpty());
    QCOMPARE(banner.accessibleName(), u"1 084 cells Nothing yet."_s);
}

namespace {

struct BannerScene
{
    QWidget window;
    QLineEdit *first = nullptr;
    QLineEdit *work = nullptr;
    Banner *banner = nullptr;
    std::unique_ptr<BannerSlot> slot;

    BannerScene()
    {
        auto *column = new QVBoxLayout(&window);
        first = new QLineEdit;
        banner = new Banner;
        work = new QLineEdit;
        column->addWidget(first);
        column->addWidget(banner);
        column->addWidget(work);
        slot = std::make_unique<BannerSlot>(banner);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        work->setFocus();
    }
};

} // namespace

void TestKit::bannerCapsSayWhatTheKeyDoes()
{
    BannerScene scene;
    scene.slot->show({Banner::Kind::Info,
                      u"key-round"_s,
                      Wording(u"Pull?"_s),
                      {},
                      {{u"Pull"_s, [] {}, ButtonKind::Primary}, {u"Look"_s, [] {}}},
                      {}});
    auto *pull = scene.banner->findChild<Button *>(u"bannerAction1"_s);
    auto *look = scene.banner->findChild<Button *>(u"bannerAction2"_s);
    QVERIFY(scene.work->hasFocus());
    QVERIFY(!pull->isKeyCapShown()); // Enter is the table's
    const QSize before = pull->sizeHint();
    pull->setFocus();
    QVERIFY(pull->isKeyCapShown());
    QCOMPARE(pull->sizeHint(), before);
    look->setFocus();
    QVERIFY(!pull->isKeyCapShown()); // Enter looks
    scene.work->setFocus();
    QVERIFY(!pull->isKeyCapShown());
}

void TestKit::bannerReturnsTheFocus()
{
    BannerScene scene;
    BannerMessage message{Banner::Kind::Info,
                          u"key-round"_s,
                          Wording(u"Pull?"_s),
                          {},
                          {{u"Pull"_s, [] {}, ButtonKind::Primary}},
                          {}};
    message.takesFocus = true;
    scene.slot->show(message);
    auto *pull = scene.banner->findChild<Button *>(u"bannerAction1"_s);
    QTRY_VERIFY(pull->hasFocus());
    QTest::keyClick(pull, Qt::Key_Escape);
    QVERIFY(scene.slot->text().isEmpty());
    QVERIFY(scene.work->hasFocus());
    // Reached by the keyboard, too.
    message.takesFocus = false;
    scene.slot->show(message);
    scene.first->setFocus();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    pull = scene.banner->findChild<Button *>(u"bannerAction1"_s);
    pull->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(pull->hasFocus());
    scene.slot->clear();
    QVERIFY(scene.first->hasFocus());
}

void TestKit::bannerErrorsCanBeDismissed()
{
    BannerScene scene;
    int dismissed = 0;
    const BannerMessage message{Banner::Kind::Error,
                                u"circle-alert"_s,
                                Wording(u"share.example cannot be reached."_s),
                                {},
                                {{u"Retry"_s, [] {}, ButtonKind::Primary}},
                                [&dismissed] { ++dismissed; }};
    scene.slot->show(message);
    auto *dismiss = scene.banner->findChild<Button *>(u"bannerDismiss"_s);
    QVERIFY(dismiss && dismiss->isVisible());
    dismiss->click();
    QVERIFY(scene.slot->text().isEmpty());
    QCOMPARE(dismissed, 1);
    // An error that has such a button gets no other one; nor does an offer.
    BannerMessage closing = message;
    closing.actions = {{u"Dismiss"_s, {}}};
    scene.slot->show(closing);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(scene.banner->findChildren<Button *>().size(), 1);
    BannerMessage offer = message;
    offer.kind = Banner::Kind::Info;
    scene.slot->show(offer);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(scene.banner->findChildren<Button *>().size(), 1);
}

namespace {

struct SheetScene
{
    QWidget window;
    QLineEdit *outside = nullptr;
    QWidget *table = nullptr;
    Sheet *sheet = nullptr;
    QLineEdit *key = nullptr;
    QCheckBox *seal = nullptr;

    SheetScene()
    {
        window.resize(1000, 600);
        outside = new QLineEdit(&window);
        table = new QWidget(&window);
        table->setGeometry(0, 0, 700, 600);
        sheet = new Sheet(&window, table);
        sheet->setTitle(u"Push birdstrikes"_s);
        sheet->setRemark(u"share.example, signed in as ana"_s);
        key = new QLineEdit(u"river-tango-58-cobalt-k7"_s);
        sheet->addRow(u"&Key"_s, key);
        seal = new QCheckBox(u"Seal end to end"_s);
        sheet->addRow(QString(), seal);
        sheet->setSummary(Wording::strong(u"9 976 rows, 13 columns, 214 KB to send"_s));
        sheet->setPrimaryText(u"Push"_s);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        outside->setFocus();
    }
};

} // namespace

void TestKit::sheetKeepsTheFocus()
{
    SheetScene scene;
    scene.sheet->open(scene.key);
    QTRY_VERIFY(scene.key->hasFocus());
    QSet<QWidget *> seen;
    for (int tabs = 0; tabs < 12; ++tabs) {
        QWidget *focused = QApplication::focusWidget();
        QVERIFY(focused && scene.sheet->isAncestorOf(focused));
        seen.insert(focused);
        QTest::keyClick(focused, Qt::Key_Tab, tabs < 6 ? Qt::NoModifier : Qt::ShiftModifier);
    }
    QCOMPARE(seen.size(), 4); // key, seal, cancel, push
    scene.outside->setFocus(Qt::MouseFocusReason);
    QVERIFY(scene.sheet->isAncestorOf(QApplication::focusWidget()));
    scene.sheet->dismiss();
    QTRY_VERIFY(scene.outside->hasFocus());
}

void TestKit::sheetEnterActsAndEscCloses()
{
    SheetScene scene;
    QSignalSpy accepted(scene.sheet, &Sheet::accepted);
    QSignalSpy closed(scene.sheet, &Sheet::closed);
    scene.sheet->open(scene.key);
    QTest::keyClick(scene.key, Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
    QVERIFY(scene.sheet->isOpen()); // its owner closes it
    scene.sheet->primaryButton()->setEnabled(false);
    QTest::keyClick(scene.key, Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
    QTest::keyClick(scene.key, Qt::Key_Escape);
    QCOMPARE(closed.count(), 1);
    QVERIFY(!scene.sheet->isVisible());
    scene.sheet->open(scene.key);
    scene.sheet->cancelButton()->setFocus();
    QTest::keyClick(scene.sheet->cancelButton(), Qt::Key_Enter);
    QCOMPARE(closed.count(), 2);
    QCOMPARE(accepted.count(), 1);
}

void TestKit::sheetEnterLeavesChoicesAlone()
{
    SheetScene scene;
    auto *who = new Segments({u"Anyone"_s, u"People"_s, u"Me"_s});
    scene.sheet->addRow(u"Who may pull"_s, who);
    who->setOn(2);
    QSignalSpy accepted(scene.sheet, &Sheet::accepted);
    QSignalSpy switched(who, &Segments::switched);
    scene.sheet->open(scene.key);
    // Tab comes to the choice that is on, and only there.
    scene.seal->setFocus();
    QTest::keyClick(scene.seal, Qt::Key_Tab);
    QTRY_VERIFY(who->button(2)->hasFocus());
    QTest::keyClick(who->button(2), Qt::Key_Tab);
    QTRY_VERIFY(scene.sheet->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(!who->isAncestorOf(QApplication::focusWidget()));
    // Enter on one that is off does not switch it on: it pushes.
    who->button(0)->setFocus();
    QTest::keyClick(who->button(0), Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(switched.count(), 0);
    QCOMPARE(who->current(), 2);
    who->button(2)->setFocus();
    QTest::keyClick(who->button(2), Qt::Key_Left);
    QCOMPARE(who->current(), 1);
    QVERIFY(who->button(1)->hasFocus());
}

void TestKit::sheetKeepsWhatWasTyped()
{
    SheetScene scene;
    scene.sheet->open(scene.key);
    scene.key->setText(u"sales-2026"_s);
    scene.seal->setChecked(true);
    QTest::keyClick(scene.key, Qt::Key_Escape);
    scene.sheet->open(scene.key);
    QCOMPARE(scene.key->text(), u"sales-2026"_s);
    QVERIFY(scene.seal->isChecked());
}

void TestKit::sheetGrowsWithItsRows()
{
    SheetScene scene;
    auto *late = new QLineEdit;
    scene.sheet->addRow(QString(), late);
    late->hide();
    scene.sheet->open(scene.key);
    QTRY_COMPARE(scene.sheet->y(), 0); // it has slid in
    const int before = scene.sheet->height();
    late->show();
    QTRY_VERIFY(scene.sheet->height() > before);
    QVERIFY(late->height() >= late->sizeHint().height());
    QVERIFY(scene.key->height() >= scene.key->sizeHint().height());
    late->hide();
    QTRY_COMPARE(scene.sheet->height(), before);
}

void TestKit::sheetScrollsItsRowsWhenLow()
{
    SheetScene scene;
    QLineEdit *last = nullptr;
    auto *list = new QListWidget;
    list->setFixedHeight(6 * 24);
    scene.sheet->addWide(list);
    for (int row = 0; row < 8; ++row) {
        last = new QLineEdit;
        scene.sheet->addRow(u"Row %1"_s.arg(row), last);
    }
    scene.window.resize(1000, 300);
    scene.sheet->open(scene.key);
    QTRY_COMPARE(scene.sheet->height(), 300);
    const auto inSheet = [&scene](const QWidget *widget) {
        return QRect(widget->mapTo(scene.sheet, QPoint()), widget->size());
    };
    const QRect primary = inSheet(scene.sheet->primaryButton());
    QVERIFY(scene.sheet->rect().contains(primary));
    QCOMPARE(primary.height(), Theme::metric(Metric::Button));
    QCOMPARE(list->height(), 6 * 24);
    QVERIFY(last->height() >= last->sizeHint().height());
    QVERIFY(inSheet(scene.key).bottom() < primary.top());
    QVERIFY(inSheet(last).top() > primary.top()); // not to be seen yet
    last->setFocus();
    QVERIFY(inSheet(last).bottom() < primary.top());
    // With room again nothing scrolls.
    scene.window.resize(1000, 900);
    QTRY_VERIFY(scene.sheet->height() > 400);
    QVERIFY(inSheet(scene.key).top() >= 0);
    QVERIFY(inSheet(last).bottom() < inSheet(scene.sheet->primaryButton()).top());
}

void TestKit::sheetHasRoomForItsWords()
{
    for (int words = 2; words < 30; ++words) {
        SheetScene scene;
        const QString text = u"Adresse"_s + u" Schlüssel"_s.repeated(words);
        auto *wide = new PlainLabel(text);
        wide->setWordWrap(true);
        scene.sheet->addWide(wide);
        auto *field = new QWidget;
        auto *note = new PlainLabel(text, TextSize::Small, ColorRole::Text2);
        note->setWordWrap(true);
        auto *column = new QVBoxLayout(field);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(new QLineEdit);
        column->addWidget(note);
        scene.sheet->addRow(u"Einladung"_s, field);
        scene.sheet->open(scene.key);
        QCoreApplication::processEvents();
        QCOMPARE(scene.sheet->findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0);
        QVERIFY2(note->height() >= note->heightForWidth(note->width()), qPrintable(text));
        QVERIFY2(wide->height() >= wide->heightForWidth(wide->width()), qPrintable(text));
    }
}

void TestKit::sheetHangsCentredOverTheTable()
{
    SheetScene scene;
    scene.sheet->open();
    QCOMPARE(scene.sheet->y(), 0);
    QCOMPARE(scene.sheet->width(), 560);
    QCOMPARE(scene.sheet->x(), (700 - 560) / 2 - 1);
    scene.window.resize(500, 300);
    QTRY_COMPARE(scene.sheet->width(), 500);
    QVERIFY(scene.sheet->height() <= 300);
}

void TestKit::toastGoesByItself()
{
    QWidget window;
    window.resize(800, 500);
    Toast toast(&window);
    window.show();
    toast.say({Wording::of(u"%1 copied"_s, {u"river-tango-58-cobalt-k7"_s}), {}, {}});
    QVERIFY(toast.isVisible());
    QVERIFY(toast.remaining() > 0);
    QVERIFY(toast.remaining() <= Toast::LifeMilliseconds);
    QCOMPARE(toast.width(), 480);
    QCOMPARE(toast.geometry().bottom() + 1, 500 - 24);
    QCOMPARE(toast.accessibleName(), u"river-tango-58-cobalt-k7 copied"_s);
    QSignalSpy closed(&toast, &Toast::closed);
    toast.dismiss();
    QCOMPARE(closed.count(), 1);
    QVERIFY(!toast.isVisible());
    QCOMPARE(toast.remaining(), 0);
}

void TestKit::toastStaysWhileItHasTheFocus()
{
    QWidget window;
    window.resize(800, 500);
    auto *edit = new QLineEdit(&window);
    Toast toast(&window);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    edit->setFocus();
    // The pointer holds a toast as well, so it is moved away first.
    QCursor::setPos(window.mapToGlobal(QPoint(2, 2)));
    QTRY_VERIFY(edit->underMouse());
    toast.say({Wording(u"Copied"_s), {}, {u"Undo"_s}});
    auto *close = toast.findChild<QToolButton *>(u"toastClose"_s);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setFocus();
    const int left = toast.remaining();
    QTest::qWait(30);
    QCOMPARE(toast.remaining(), left); // paused
    edit->setFocus();
    QTRY_VERIFY(toast.remaining() < left);
}

void TestKit::toastActions()
{
    QWidget window;
    window.resize(800, 500);
    Toast toast(&window);
    window.show();
    toast.say({Wording(u"Pushed"_s),
               Wording(u"Lives until Sunday."_s),
               {u"Copy link"_s, u"QR code"_s, u"Message"_s, u"Undo copy"_s, u"too many"_s}});
    QList<QAbstractButton *> words;
    for (auto *button : toast.findChildren<QToolButton *>()) {
        if (button->objectName() != u"toastClose"_s && !button->isHidden())
            words.append(button);
    }
    QCOMPARE(words.size(), 4);
    QSignalSpy triggered(&toast, &Toast::actionTriggered);
    QTest::mouseClick(words[1], Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
    QCOMPARE(triggered[0][0].toInt(), 1);
    QVERIFY(!toast.isVisible());
}

void TestKit::segmentsKeepOneOn()
{
    Segments one({u"Anyone"_s, u"People"_s, u"Me"_s});
    QCOMPARE(one.current(), 0);
    QSignalSpy switched(&one, &Segments::switched);
    one.button(2)->click();
    QCOMPARE(one.current(), 2);
    QVERIFY(!one.isOn(0));
    one.button(2)->click();
    QVERIFY(one.isOn(2));
    Segments any({u"Table"_s, u"Gallery"_s, u"Map"_s}, Segments::Mode::Any);
    any.button(1)->click();
    QVERIFY(any.isOn(0) && any.isOn(1));
    any.button(0)->click();
    any.button(1)->click();
    QVERIFY(any.isOn(1)); // the last one stays
    any.setOn(99);
    QCOMPARE(any.button(99), nullptr);
}

void TestKit::tabsClose()
{
    TabBar tabs(TabBar::Kind::Documents);
    tabs.addDocument(u"table"_s, u"birdstrikes.csv"_s);
    tabs.addDocument(u"table"_s, u"R&D <b>x</b>"_s);
    QCOMPARE(tabs.tabText(1), u"R&&D <b>x</b>"_s);
    tabs.resize(600, 36);
    tabs.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tabs));
    QSignalSpy close(&tabs, &QTabBar::tabCloseRequested);
    const QRect first = tabs.tabRect(0);
    QTest::mouseClick(&tabs, Qt::LeftButton, {}, QPoint(first.right() - 14, first.center().y()));
    QCOMPARE(close.count(), 1);
    QCOMPARE(close[0][0].toInt(), 0);
    QTest::mouseClick(&tabs, Qt::MiddleButton, {}, tabs.tabRect(1).center());
    QCOMPARE(close.count(), 2);
    QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(1).center());
    QCOMPARE(close.count(), 2);
    QCOMPARE(tabs.currentIndex(), 1);
}

void TestKit::tabsUseTheirRoom()
{
    TabBar tabs(TabBar::Kind::Documents);
    for (int index = 0; index < 4; ++index)
        tabs.addDocument(u"table"_s, u"wide.json"_s);
    tabs.setCurrentIndex(0);
    tabs.resize(4 * 112, 36);
    tabs.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tabs));
    QVERIFY(tabs.tabRect(1).width() <= 112);
    // The cross of the current one takes room; where there is none the words have it.
    QCOMPARE(tabs.shownTitle(1), u"wide.json"_s);
    QCOMPARE(tabs.shownTitle(3), u"wide.json"_s);
}

void TestKit::tabsScrollWithArrows()
{
    TabBar tabs(TabBar::Kind::Documents);
    for (int index = 0; index < 12; ++index)
        tabs.addDocument(u"table"_s, u"a-rather-long-name-%1.csv"_s.arg(index));
    tabs.resize(600, 36);
    tabs.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tabs));
    const auto arrows = tabs.findChildren<QToolButton *>();
    QCOMPARE(arrows.size(), 2);
    for (QToolButton *arrow : arrows) {
        QVERIFY(arrow->isVisible());
        QVERIFY(arrow->width() >= 20);
        QVERIFY(colours(arrow->grab().toImage()) > 2); // something is drawn
    }
    shoot(tabs, u"tabs-many"_s);
    tabs.resize(12 * 300, 36);
    QTRY_VERIFY(!arrows[0]->isVisible());
}

void TestKit::statusTellsAll()
{
    StatusRow row;
    row.setFacts({{u"Row 7 of 9 976"_s}, {u"52 lines with too many fields"_s, ColorRole::Warn}});
    row.setEndFacts({{u"0 pulls"_s}});
    QCOMPARE(row.accessibleName(), u"Row 7 of 9 976, 52 lines with too many fields, 0 pulls"_s);
    row.setProgress(StatusRow::Progress{0.46, u"Receiving 46 %"_s, u"98 KB of 214 KB"_s});
    QVERIFY(row.accessibleName().startsWith(u"Receiving 46 %"_s));
    QSignalSpy cancel(&row, &StatusRow::cancelRequested);
    row.findChild<Button *>(u"statusCancel"_s)->click();
    QCOMPARE(cancel.count(), 1);
    row.setProgress({});
    QVERIFY(row.accessibleName().startsWith(u"Row 7"_s));
    row.setServer(u"share.example\u202E"_s, ColorRole::Added, u"connected"_s);
    QCOMPARE(row.findChild<QPushButton *>(u"statusServer"_s)->accessibleName(),
             visibleText(u"share.example\u202E"_s) + u": connected"_s);
}

void TestKit::stripWordsAreNamed()
{
    StripRow strip;
    auto *menu = new QMenu;
    QToolButton *word = strip.addWord(u"Encoding"_s, u"UTF-8"_s, menu);
    QCOMPARE(word->accessibleName(), u"Encoding: UTF-8"_s);
    QCOMPARE(word->menu(), menu);
    strip.setOdd(word, true);
    QCOMPARE(word->palette().color(QPalette::Active, QPalette::ButtonText),
             Theme::color(ColorRole::Warn, Scheme::Light));
    Theme::instance().setChoice(SchemeChoice::Dark);
    QCOMPARE(word->palette().color(QPalette::Active, QPalette::ButtonText),
             Theme::color(ColorRole::Warn, Scheme::Dark));
    strip.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(strip.findChildren<QToolButton *>().size(), 1); // the cross
}

void TestKit::fieldNoteMarksTheField()
{
    QLineEdit field;
    FieldNote note(&field);
    note.setWrong(Wording(u"One letter seems wrong"_s));
    QVERIFY(isInvalid(&field));
    QCOMPARE(field.accessibleDescription(), u"One letter seems wrong"_s);
    note.setRight(Wording(u"Free"_s));
    QVERIFY(!isInvalid(&field));
}

void TestKit::focusRingShowsForTheKeyboard()
{
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    auto *one = new Button(u"One"_s);
    auto *two = new Button(u"Two"_s);
    row->setContentsMargins(20, 20, 20, 20);
    row->addWidget(one);
    row->addWidget(two);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    one->setFocus();
    QTest::keyClick(&window, Qt::Key_Tab);
    QTRY_VERIFY(two->hasFocus());
    // Two pixels outside of the button is the ring's colour.
    const QImage shot = window.grab().toImage();
    const QPoint at = two->geometry().center();
    const QPoint ring(at.x(), two->geometry().top() - 2);
    QCOMPARE(shot.pixelColor(ring), Theme::color(ColorRole::Ring));
}

void TestKit::everythingIsNamed_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

namespace {

// One of everything, as on the picture of parts.
std::unique_ptr<QWidget> everything()
{
    auto window = std::make_unique<QWidget>();
    window->resize(760, 900);
    auto *column = new QVBoxLayout(window.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto *menuRow = new QWidget;
    menuRow->setFixedHeight(Theme::metric(Metric::MenuRow));
    auto *menus = new QHBoxLayout(menuRow);
    menus->setContentsMargins(8, 0, 12, 0);
    auto *bar = new QMenuBar;
    for (const auto &word : {u"File"_s, u"Edit"_s, u"View"_s, u"Data"_s})
        bar->addMenu(word)->addAction(u"x"_s);
    bar->setAccessibleName(u"Menus"_s);
    menus->addWidget(bar);
    menus->addStretch();
    menus->addWidget(new CommandField(u"Find a step or command"_s, QKeySequence(u"Ctrl+K"_s)));
    auto *pullButton = new Button(u"Pull\u2026"_s);
    pullButton->setIconName(u"arrow-down-to-line"_s);
    menus->addWidget(pullButton);
    auto *pushButton = new Button(u"Push\u2026"_s, ButtonKind::Primary);
    pushButton->setIconName(u"arrow-up-from-line"_s);
    menus->addWidget(pushButton);
    column->addWidget(menuRow);

    auto *tabs = new TabBar(TabBar::Kind::Documents);
    tabs->setAccessibleName(u"Tables"_s);
    tabs->addDocument(u"table"_s, u"birdstrikes.csv"_s);
    tabs->addDocument(u"table"_s, u"earthquakes.json"_s);
    tabs->addDocument(u"key-round"_s, u"river-tango-58-cobalt-k7"_s);
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(8, 0, 8, 0);
    tabRow->addWidget(tabs, 1);
    for (const auto &name : {u"undo-2"_s, u"redo-2"_s}) {
        auto *button = new QToolButton;
        button->setIcon(themedIcon(name));
        button->setAccessibleName(name);
        button->setFocusPolicy(Qt::TabFocus);
        tabRow->addWidget(button);
    }
    auto *find = new QToolButton;
    find->setIcon(themedIcon(u"search"_s));
    find->setText(u"Find"_s);
    find->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tabRow->addWidget(find);
    tabRow->addWidget(new Segments({u"Table"_s, u"Gallery"_s, u"Map"_s}));
    column->addLayout(tabRow);

    auto *strip = new StripRow;
    strip->addWord(u"Encoding"_s, u"UTF-8"_s, new QMenu);
    strip->addWord(u"Delimiter"_s, u"comma"_s, new QMenu);
    StripRow::setOdd(strip->addWord(u"Quotes"_s, u"no quotes"_s, new QMenu), true);
    strip->setSentence(u"10\u2009000 rows read, nothing dropped"_s);
    strip->setEnd(u"1.2 MB in 41 ms"_s);
    column->addWidget(strip);

    auto *info = new Banner;
    info->reset(Banner::Kind::Info, u"key-round"_s,
                Wording::of(u"Pull %1 from share.example?"_s, {u"river-tango-58-cobalt-k7"_s}),
                u"The key is on your clipboard. Nothing has been sent yet."_s);
    info->addAction(u"Pull"_s, ButtonKind::Primary);
    info->addAction(u"Not now"_s, ButtonKind::Flat, QKeySequence(Qt::Key_Escape));
    column->addWidget(info);
    auto *warn = new Banner;
    warn->reset(Banner::Kind::Warn, u"triangle-alert"_s,
                Wording::of(u"%1 All were kept."_s, {u"48 lines have 9 fields instead of 8."_s}));
    warn->addAction(u"Show"_s);
    warn->addAction(u"Dismiss"_s, ButtonKind::Flat);
    column->addWidget(warn);
    auto *failed = new Banner;
    failed->reset(Banner::Kind::Error, u"circle-alert"_s,
                  Wording(u"share.example cannot be reached. Nothing is lost."_s));
    failed->addAction(u"Retry"_s);
    column->addWidget(failed);

    auto *body = new QWidget;
    auto *grid = new QVBoxLayout(body);
    grid->setContentsMargins(24, 16, 24, 16);
    grid->setSpacing(12);
    grid->addWidget(
        new PlainLabel(u"Open a table, put it in order, send a key."_s, TextSize::Display));
    auto *targets = new EmptyTargets;
    targets->addTarget(u"file-down"_s, u"Drop a file"_s,
                       u"CSV, JSON, NDJSON, spreadsheets, DocArray files"_s,
                       QKeySequence(u"Ctrl+O"_s));
    targets->addTarget(u"clipboard-paste"_s, u"Paste a key or a table"_s,
                       u"A key from a colleague, or cells copied from anywhere"_s,
                       QKeySequence(u"Ctrl+V"_s));
    targets->addTarget(u"flask-conical"_s, u"Open an example"_s,
                       u"10\u2009000 bird strikes (FAA)"_s, QKeySequence(u"Ctrl+E"_s));
    grid->addWidget(targets);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(new Button(u"Push"_s, ButtonKind::Primary));
    buttons->addWidget(new Button(u"Pull\u2026"_s));
    auto *down = new Button(u"Down"_s);
    down->setDown(true);
    buttons->addWidget(down);
    auto *off = new Button(u"Push\u2026"_s);
    off->setEnabled(false);
    buttons->addWidget(off);
    buttons->addWidget(new Button(u"Delete\u2026"_s, ButtonKind::Danger));
    buttons->addWidget(new Button(u"Flat"_s, ButtonKind::Flat));
    auto *small = new Button(u"Drop 24 rows"_s);
    setControlSize(small, ControlSize::Small);
    buttons->addWidget(small);
    auto *split = new QToolButton;
    split->setText(u"Mask"_s);
    split->setToolButtonStyle(Qt::ToolButtonTextOnly);
    setButtonKind(split, ButtonKind::Normal);
    setControlSize(split, ControlSize::Small);
    split->setPopupMode(QToolButton::MenuButtonPopup);
    split->setMenu(new QMenu(split));
    buttons->addWidget(split);
    buttons->addStretch();
    grid->addLayout(buttons);

    auto *fields = new QHBoxLayout;
    auto *hint = new QLineEdit;
    hint->setPlaceholderText(u"Find in table"_s);
    hint->setAccessibleName(u"Find"_s);
    fields->addWidget(hint);
    auto *wrong = new QLineEdit(u"river-tamgo-58-cobalt-k7"_s);
    wrong->setAccessibleName(u"Key"_s);
    fields->addWidget(wrong);
    auto *combo = new QComboBox;
    combo->addItems({u"7 days"_s, u"1 day"_s});
    combo->setAccessibleName(u"Lives for"_s);
    fields->addWidget(combo);
    auto *spin = new QSpinBox;
    spin->setAccessibleName(u"Decimals"_s);
    fields->addWidget(spin);
    grid->addLayout(fields);
    auto *note = new FieldNote(wrong);
    note->setWrong(Wording::of(u"One letter seems wrong: did you mean %1?"_s, {u"tango"_s}));
    grid->addWidget(note);
    auto *right = new FieldNote(hint);
    right->setRight(Wording(u"Free, hard to guess, and a typing error is noticed"_s));
    grid->addWidget(right);

    auto *choices = new QHBoxLayout;
    auto *recipe = new QCheckBox(u"Recipe"_s);
    recipe->setChecked(true);
    choices->addWidget(recipe);
    choices->addWidget(new QCheckBox(u"Sealed"_s));
    auto *all = new QRadioButton(u"All rows"_s);
    all->setChecked(true);
    choices->addWidget(all);
    choices->addWidget(new QRadioButton(u"Selected"_s));
    auto *on = new Switch(u"On"_s);
    on->setChecked(true);
    choices->addWidget(on);
    choices->addWidget(new Switch(u"Off"_s));
    auto *disabled = new QCheckBox(u"Disabled"_s);
    disabled->setEnabled(false);
    choices->addWidget(disabled);
    choices->addWidget(new Badge(u"abc"_s));
    auto *badge = new Badge(u"123"_s);
    badge->setLook({.isCurrent = true});
    choices->addWidget(badge);
    auto *dashed = new Badge(u"date"_s);
    dashed->setLook({.isDashed = true});
    choices->addWidget(dashed);
    choices->addWidget(new KeyCap(QKeySequence(Qt::Key_Up)));
    choices->addStretch();
    grid->addLayout(choices);

    auto *lower = new QHBoxLayout;
    auto *list = new QListWidget;
    list->setAccessibleName(u"List"_s);
    for (int item = 0; item < 12; ++item)
        list->addItem(u"Item %1"_s.arg(item));
    list->setCurrentRow(1);
    list->item(3)->setCheckState(Qt::Unchecked);
    list->item(4)->setCheckState(Qt::Checked);
    lower->addWidget(list);
    auto *side = new QVBoxLayout;
    auto *panelTabs = new TabBar(TabBar::Kind::Panel);
    panelTabs->setAccessibleName(u"Inspector"_s);
    for (const auto &word : {u"Column"_s, u"Row"_s, u"Views"_s})
        panelTabs->addTab(word);
    side->addWidget(panelTabs);
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setValue(50);
    slider->setAccessibleName(u"Size"_s);
    side->addWidget(slider);
    auto *progress = new QProgressBar;
    progress->setValue(46);
    side->addWidget(progress);
    side->addStretch();
    lower->addLayout(side);
    grid->addLayout(lower);
    column->addWidget(body, 1);

    auto *status = new StatusRow;
    status->setFacts({{u"Row 7 of 9\u2009976"_s}, {u"24 of 10\u2009000 removed by the recipe"_s}});
    status->setServer(u"share.example"_s, ColorRole::Added, u"connected"_s);
    column->addWidget(status);
    return window;
}

} // namespace

void TestKit::everythingIsNamed()
{
    QFETCH(Qt::LayoutDirection, direction);
    QApplication::setLayoutDirection(direction);
    const auto window = everything();
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->inherits("QLineEdit")
                   != (widget->inherits("QLineEdit")
                       && widget->parentWidget()->inherits("QWidget")))
            continue;
        if (widget->parentWidget()->inherits("QAbstractSpinBox")
            || widget->parentWidget()->inherits("QComboBox"))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(face);
        QVERIFY2(!face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

void TestKit::gallery_data()
{
    QTest::addColumn<SchemeChoice>("choice");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("light") << SchemeChoice::Light << Qt::LeftToRight;
    QTest::newRow("dark") << SchemeChoice::Dark << Qt::LeftToRight;
    QTest::newRow("right to left") << SchemeChoice::Light << Qt::RightToLeft;
}

void TestKit::gallery()
{
    QFETCH(SchemeChoice, choice);
    QFETCH(Qt::LayoutDirection, direction);
    const QString suffix = direction == Qt::RightToLeft ? u"-rtl"_s : QString();
    QApplication::setLayoutDirection(direction);
    Theme::instance().setChoice(choice);
    const auto window = everything();
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    shoot(*window, u"everything"_s + suffix);
    QVERIFY(colours(window->grab().toImage()) > 50);

    SheetScene scene;
    scene.sheet->addAdvice(
        u"shield-alert"_s,
        Wording::of(u"%1 e-mail in %2, 312 cells"_s, {u"Personal data found:"_s, u"Reported by"_s}),
        new Button(u"Mask"_s));
    scene.sheet->open(scene.key);
    Toast toast(&scene.window);
    toast.say({Wording::of(u"%1 copied"_s, {u"river-tango-58-cobalt-k7"_s}),
               Wording(u"Lives until Sun 29 Nov, 08:40. Anyone with the key can pull."_s),
               {u"Copy link"_s, u"QR code"_s, u"Message"_s, u"Undo copy"_s}});
    shoot(scene.window, u"sheet"_s + suffix);

    QMenu menu;
    menu.addAction(u"Sort ascending"_s)->setShortcut(QKeySequence(u"Ctrl+Up"_s));
    menu.addMenu(u"Change type"_s)->addAction(u"x"_s);
    menu.addSeparator();
    menu.addAction(u"Split column\u2026"_s)->setEnabled(false);
    menu.setActiveAction(menu.actions().constFirst());
    menu.ensurePolished();
    menu.adjustSize();
    shoot(menu, u"menu"_s + suffix);
    QCOMPARE(menu.actionGeometry(menu.actions().constFirst()).height(),
             Theme::metric(Metric::MenuItem));
}

QTEST_MAIN(TestKit)
#include "tst_kit.moc"
