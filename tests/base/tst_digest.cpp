// Digests against the published vectors of SHA-256 and BLAKE2b.
#include "core/base/digest.h"

#include <QTest>

using namespace passel;

class TestDigest final : public QObject
{
    Q_OBJECT

private slots:

    void sha256Vectors()
    {
        QCOMPARE(sha256("abc").toHex(),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256("").toHex(),
                 QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void incrementalEqualsWhole()
    {
        Sha256 hasher;
        hasher.add("a");
        hasher.add("bc");
        QCOMPARE(hasher.finish(), sha256("abc"));
    }

    void blake2bVector()
    {
        QCOMPARE(blake2b("abc", 64).toHex().left(32),
                 QByteArray("ba80a53f981c4d0d6a2797b69f12f6e9"));
    }

    void hexIsStrict_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<bool>("valid");
        const QByteArray good(64, 'a');
        QTest::newRow("64 digits") << good << true;
        QTest::newRow("63 digits") << good.left(63) << false;
        QTest::newRow("upper case") << good.toUpper() << false;
        QTest::newRow("path") << QByteArray("../") + good.left(61) << false;
    }

    void hexIsStrict()
    {
        QFETCH(const QByteArray, hex);
        QFETCH(const bool, valid);
        const auto digest = Digest::fromHex(hex);
        QCOMPARE(digest.has_value(), valid);
        if (valid)
            QCOMPARE(digest->toHex(), hex);
    }

    void constantTimeCompare()
    {
        QVERIFY(equalConstantTime("secret", "secret"));
        QVERIFY(!equalConstantTime("secret", "secreT"));
        QVERIFY(!equalConstantTime("secret", "secre"));
    }
};

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
