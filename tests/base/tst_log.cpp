// What may be written: no control character raw, no query of a URL.
#include "core/base/log.h"

#include <QTest>
#include <QUrl>

using namespace passel;
using namespace Qt::StringLiterals;

class TestLog final : public QObject
{
    Q_OBJECT

private slots:

    void visible_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"naïve 東京 😀"_s << u"naïve 東京 😀"_s;
        QTest::newRow("escape") << u"a\x1b[31m"_s << u"a\\u001b[31m"_s;
        QTest::newRow("line break") << u"a\r\nb"_s << u"a\\u000d\\u000ab"_s;
        QTest::newRow("right-to-left override") << u"gpj\u202e.exe"_s << u"gpj\\u202e.exe"_s;
        QTest::newRow("zero width") << u"pa\u200bypal"_s << u"pa\\u200bypal"_s;
        QTest::newRow("zalgo") << u"a"_s + QString(20, QChar(0x301))
                               << u"a"_s + QString(8, QChar(0x301));
    }

    void visible()
    {
        QFETCH(const QString, raw);
        QFETCH(const QString, shown);
        QCOMPARE(visibleText(raw), shown);
    }

    void urlsAreRedacted()
    {
        const QString shown =
            redacted(QUrl(u"https://user:pw@host.example:8443/parts/abc?sig=SECRET#frag"_s));
        QVERIFY(shown.startsWith(u"https://host.example:8443/~"_s));
        for (const auto &secret : {u"SECRET"_s, u"pw"_s, u"frag"_s, u"parts"_s})
            QVERIFY(!shown.contains(secret));
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
