#include "core/media/thumbnail.h"

#include <QBuffer>
#include <QTest>

using namespace passel;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray encoded(const QSize &size, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

class TestThumbnail : public QObject
{
    Q_OBJECT

private slots:

    void fitsTheBox_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QSize>("expected");
        QTest::newRow("wide") << QSize(300, 100) << QSize(60, 20);
        QTest::newRow("tall") << QSize(50, 200) << QSize(5, 20);
        QTest::newRow("small stays") << QSize(8, 6) << QSize(8, 6);
        QTest::newRow("a line") << QSize(4000, 1) << QSize(60, 1);
    }

    void fitsTheBox()
    {
        QFETCH(QSize, size);
        QFETCH(QSize, expected);
        for (const char *format : {"png", "jpeg", "bmp"}) {
            const Result<QImage> image = thumbnail(encoded(size, format), {60, 20});
            QVERIFY2(image, format);
            QVERIFY(std::abs(image->width() - expected.width()) <= 1);
            QVERIFY(std::abs(image->height() - expected.height()) <= 1);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("empty") << QByteArray() << QByteArray("not-a-picture");
        QTest::newRow("text") << QByteArray("hello") << QByteArray("not-a-picture");
        QTest::newRow("svg that names a file")
            << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><image "
                          "href='file:///etc/passwd'/></svg>")
            << QByteArray("not-a-picture");
        const QByteArray png = encoded({10, 10}, "png");
        QTest::newRow("signature only") << png.left(8) << QByteArray("picture-damaged");
        QTest::newRow("cut") << png.left(40) << QByteArray("picture-damaged");
        QByteArray huge = encoded({10, 10}, "bmp");
        huge.replace(18, 8, QByteArray::fromHex("e02e0000e02e0000")); // 12000 × 12000
        QTest::newRow("claims 144 million pixels") << huge << QByteArray("picture-too-large");
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, code);
        const Result<QImage> image = thumbnail(bytes, {60, 20});
        QVERIFY(!image);
        QCOMPARE(image.error().code(), code);
    }

    void dataUri()
    {
        const QByteArray png = encoded({10, 10}, "png");
        const QByteArray uri = "data:image/png;base64," + png.toBase64();
        QCOMPARE(pictureOfDataUri(uri), std::optional(png));
        QVERIFY(!pictureOfDataUri("data:image/png;base64,###"));
        QVERIFY(!pictureOfDataUri(QByteArray("data:text/html;base64," + png.toBase64())));
        QVERIFY(!pictureOfDataUri("file:///etc/passwd")); // SEC-10
        QVERIFY(!pictureOfDataUri("https://example.org/a.png"));
        QVERIFY(!pictureOfDataUri(QByteArray("data:image/png," + png.toPercentEncoding())));
    }
};

QTEST_GUILESS_MAIN(TestThumbnail)
#include "tst_thumbnail.moc"
