// What a push sheet says will travel is near what then travels.
#include "core/array/column.h"
#include "core/share/sharepack.h"
#include "ui/share/pushestimate.h"

#include <QRandomGenerator>
#include <QTest>

#include <atomic>

using namespace passel;

class TestPushEstimate : public QObject
{
    Q_OBJECT

private slots:
    void isNearWhatTravels_data();
    void isNearWhatTravels();
    void nothingIsNothing();
};

void TestPushEstimate::isNearWhatTravels_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("letters"); // of each text
    QTest::addColumn<int>("texts");   // different ones
    QTest::newRow("short texts, often the same") << 60'000 << 6 << 200;
    QTest::newRow("all different") << 60'000 << 20 << 60'000;
    // The same text comes again behind the end of its part, where zstd does not see it.
    QTest::newRow("long texts that come again far away") << 30'000 << 600 << 1'700;
    QTest::newRow("fewer than a sample") << 1'000 << 20 << 1'000;
}

void TestPushEstimate::isNearWhatTravels()
{
    QFETCH(int, rows);
    QFETCH(int, letters);
    QFETCH(int, texts);
    QRandomGenerator random(20'261'130);
    std::vector<std::string> values(static_cast<size_t>(texts));
    for (std::string &value : values) {
        for (int i = 0; i < letters; ++i)
            value.push_back(static_cast<char>('a' + random.bounded(26)));
    }
    ColumnBuilder builder(TypeKind::Text);
    for (int row = 0; row < rows; ++row)
        builder.next().appendBytes(values[static_cast<size_t>(random.bounded(texts))]);
    Field field;
    field.name = QStringLiteral("text");
    field.type = TypeKind::Text;
    const DocumentArray array = DocumentArray::create(Schema({field}), {builder.finish()}, rows);

    std::atomic<qint64> sent = 0;
    const auto manifest = packArray(array, {}, {}, [&sent](const PackedPart &part) -> Result<void> {
        sent += part.ref.storedSize;
        return {};
    });
    QVERIFY(manifest);
    const auto estimate = estimatePushSize(array, {}, {});
    QVERIFY(estimate);
    const QByteArray words =
        QByteArray::number(*estimate) + " instead of " + QByteArray::number(sent.load());
    QVERIFY2(double(*estimate) > 0.8 * double(sent.load()), words.constData());
    QVERIFY2(double(*estimate) < 1.25 * double(sent.load()), words.constData());
}

void TestPushEstimate::nothingIsNothing()
{
    const auto estimate = estimatePushSize(DocumentArray(), {}, {});
    QVERIFY(estimate);
    QCOMPARE(*estimate, 0);
}

QTEST_GUILESS_MAIN(TestPushEstimate)
#include "tst_pushestimate.moc"
