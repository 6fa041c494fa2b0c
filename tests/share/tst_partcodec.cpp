// Parts: the same bytes for the same values, the same values back, and nothing else inside.
#include "core/share/partcodec.h"
#include "core/share/zstd.h"
#include "tests/share/shareddata.h"

#include <QFile>
#include <QTest>

using namespace passel;
using namespace passel::testdata;

class TestPartCodec final : public QObject
{
    Q_OBJECT

private:
    static ColumnSlice slice(const DocumentArray &array, qsizetype column = 0)
    {
        auto made = ColumnSlice::of(array, column, 0, array.rowCount());
        Q_ASSERT(made);
        return *made;
    }

    static QByteArray raw(const DocumentArray &array)
    {
        auto bytes = encodeStretch(slice(array));
        return bytes ? *bytes : QByteArray();
    }

    static Result<DocumentArray> reread(const DocumentArray &array)
    {
        PASSEL_TRY(const std::vector<PackedPart> parts, encodeParts(slice(array)));
        std::vector<OpenedPart> opened;
        for (const PackedPart &part : parts) {
            PASSEL_TRY(OpenedPart one, openPart(part.ref, part.stored));
            opened.push_back(std::move(one));
        }
        PASSEL_TRY(const std::vector<SegmentPtr> segments,
                   decodeParts(array.field(0), array.rowCount(), opened));
        return DocumentArray::create(array.schema(), {Column::ofSegments(segments)},
                                     array.rowCount());
    }

private slots:

    void valuesComeBack_data()
    {
        QTest::addColumn<int>("index");
        const auto all = samples();
        for (size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << static_cast<int>(i);
    }

    void valuesComeBack()
    {
        QFETCH(int, index);
        const Sample sample = samples()[static_cast<size_t>(index)];
        const DocumentArray written = array(sample.field, sample.values);
        const auto read = reread(written);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail() + read.error().message()));
        QVERIFY(read->verify());
        for (qsizetype row = 0; row < written.rowCount(); ++row)
            QVERIFY2(*read->value(row, 0) == sample.values[static_cast<size_t>(row)],
                     qPrintable(QString::number(row)));
        QVERIFY(read->equals(written));
        // What was read is written as the same bytes again.
        QCOMPARE(raw(*read), raw(written));
    }

    void goldenBytes_data() { valuesComeBack_data(); }

    // The raw bytes are the name: a change here re-names every part that there is. Judged by
    // apache-arrow for JavaScript and Polars. PASSEL_UPDATE_GOLDEN=1 writes them anew.
    void goldenBytes()
    {
        QFETCH(int, index);
        const Sample sample = samples()[static_cast<size_t>(index)];
        const QByteArray bytes = raw(array(sample.field, sample.values));
        const QString path = QStringLiteral(PASSEL_TEST_DATA "/share/%1.part")
                                 .arg(QString::fromLatin1(sample.name).replace(u' ', u'-'));
        QFile file(path);
        if (qEnvironmentVariableIsSet("PASSEL_UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(bytes), bytes.size());
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        QVERIFY(file.readAll() == bytes);
    }

    void sourceTextsComeBack()
    {
        SegmentBuilder builder(TypeKind::Int);
        builder.appendInt(7);
        builder.appendInt(8);
        builder.setSourceText("+8");
        builder.appendNull();
        const DocumentArray written =
            DocumentArray::create(Schema({field(QStringLiteral("n"), TypeKind::Int)}),
                                  {Column::ofSegments({builder.seal()})}, 3);
        const auto read = reread(written);
        QVERIFY(read);
        QCOMPARE(read->tryText(1, 0), std::optional<std::string>("+8"));
        QCOMPARE(read->tryText(0, 0), std::optional<std::string>("7"));
        // Rows without an odd text have no second field.
        QVERIFY(raw(written.sliced(0, 1)).size() < raw(written.sliced(0, 2)).size());
        QCOMPARE(raw(written.sliced(0, 1)),
                 raw(array(field(QStringLiteral("other name"), TypeKind::Int), {number(7)})));
    }

    void equalValuesGiveEqualBytes()
    {
        // However they are laid out: one segment, many, behind a row map.
        std::vector<Value> values;
        values.reserve(1000);
        for (int i = 0; i < 1000; ++i)
            values.push_back(i % 10 == 0 ? Value() : text(i % 2 ? "one" : "two"));
        const Field described = field(QStringLiteral("t"), TypeKind::Text);
        const DocumentArray whole = array(described, values);
        std::vector<SegmentPtr> segments;
        SegmentBuilder builder(TypeKind::Text);
        for (const Value &value : values) {
            builder.appendValue(value);
            if (builder.size() == 3)
                segments.push_back(builder.seal());
        }
        segments.push_back(builder.seal());
        const DocumentArray pieces =
            DocumentArray::create(Schema({described}), {Column::ofSegments(segments)}, 1000);
        QCOMPARE(raw(pieces), raw(whole));
        QCOMPARE(raw(whole.reversed().reversed()), raw(whole));
        QVERIFY(raw(whole.reversed()) != raw(whole));
    }

    void physicalTypeFollowsTheValues()
    {
        const Field n = field(QStringLiteral("n"), TypeKind::Int);
        std::vector<Value> small(4096, number(5));
        const qsizetype narrow = raw(array(n, small)).size();
        small[17] = number(1'000'000);
        const qsizetype wide = raw(array(n, small)).size();
        QCOMPARE(wide - narrow, qsizetype(3 * 4096));
    }

    void nothingHidesUnderNulls()
    {
        // SEC-05's other half: what is not seen does not travel, not even as left-over bytes.
        const DocumentArray whole = array(field(QStringLiteral("t"), TypeKind::Text),
                                          {text("seen"), text("CANARY"), text("also seen")});
        const auto edited = whole.withValue(1, 0, Value());
        QVERIFY(edited);
        QVERIFY(!raw(*edited).contains("CANARY"));
        const DocumentArray removed = whole.removed(std::vector<quint32>{1});
        QVERIFY(!raw(removed).contains("CANARY"));
        std::vector<Value> many(500, text("often"));
        many[3] = text("CANARY");
        const DocumentArray coded = array(field(QStringLiteral("t"), TypeKind::Text), many)
                                        .removed(std::vector<quint32>{3});
        QVERIFY(raw(coded).contains("often"));
        QVERIFY(!raw(coded).contains("CANARY"));
    }

    void deepDocumentsComeBack_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("64") << 64 << QByteArray();
        QTest::newRow("65") << 65 << QByteArray("too-deep");
    }

    void deepDocumentsComeBack()
    {
        QFETCH(int, depth);
        QFETCH(QByteArray, code);
        Field inner = field(QStringLiteral("v"), tensorType(ElementType::Float64));
        DocumentArray made =
            array(inner, {Value::tensor({ElementType::Float64, {1, 1}, doubles({1})}),
                          Value::tensor({ElementType::Float64, {}, doubles({2})})});
        for (int i = 1; i < depth; ++i) {
            Field outer = field(QStringLiteral("d"), TypeKind::Documents);
            outer.children = std::make_shared<const Schema>(Schema({inner}));
            made = array(outer, {documents(made)});
            inner = outer;
        }
        const auto read = reread(made);
        QCOMPARE(read ? QByteArray() : read.error().code(), code);
        if (read)
            QVERIFY(read->equals(made));
    }

    void wideDocumentsComeBack()
    {
        // 4,095 tensors of any shape inside one list, the most fields that a part can have.
        std::vector<Field> fields;
        std::vector<Column> columns;
        for (int i = 0; i < 4095; ++i) {
            fields.push_back(field(QString::number(i), tensorType(ElementType::Float64)));
            columns.push_back(
                column(fields.back(), {Value::tensor({ElementType::Float64, {}, doubles({1})}),
                                       Value::tensor({ElementType::Float64, {0, 1}, {}})}));
        }
        Field list = field(QStringLiteral("list"), TypeKind::Documents);
        list.children = std::make_shared<const Schema>(Schema(fields));
        const DocumentArray written =
            array(list, {documents(DocumentArray::create(Schema(fields), std::move(columns), 2))});
        const auto read = reread(written);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        QVERIFY(read->equals(written));
    }

    void textsMustBeUtf8()
    {
        const Field t = field(QStringLiteral("t"), TypeKind::Text);
        const auto bytes = encodeStretch(slice(array(t, {text("fine"), text("\xff")})));
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code(), QByteArray("encoding"));
        QCOMPARE(bytes.error().place().field, QStringLiteral("t"));
        const Field b = field(QStringLiteral("b"), TypeKind::Bytes);
        QVERIFY(encodeStretch(slice(array(b, {Value::bytes("\xff")}))));
    }

    void tensorsMustFitTheirShapes_data()
    {
        QTest::addColumn<std::vector<quint32>>("shape");
        QTest::newRow("no data") << std::vector<quint32>{2, 3};
        QTest::newRow("a scalar without data") << std::vector<quint32>{};
        QTest::newRow("too much data") << std::vector<quint32>{1};
    }

    void tensorsMustFitTheirShapes()
    {
        QFETCH(std::vector<quint32>, shape);
        const Field field = testdata::field(QStringLiteral("v"), tensorType(ElementType::Float64));
        const std::string data = shape.size() == 1 ? doubles({1, 2}) : std::string();
        // Beside a null, where the data are spread, and beside one that fits.
        const Value odd = Value::tensor({ElementType::Float64, shape, data});
        const Value good = Value::tensor({ElementType::Float64, {2}, doubles({1, 2})});
        for (const std::vector<Value> &values :
             {std::vector<Value>{odd, Value()}, std::vector<Value>{odd, good}}) {
            const auto bytes = encodeStretch(slice(array(field, values)));
            QVERIFY(!bytes);
            QCOMPARE(bytes.error().code(), QByteArray("tensor"));
        }
    }

    void largeCellsAreListsOfParts()
    {
        QRandomGenerator random(3);
        std::string bytes(16ULL * 1024 * 1024, '\0');
        for (size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            const quint64 word = random.generate64();
            std::memcpy(bytes.data() + i, &word, 8);
        }
        const DocumentArray written =
            array(field(QStringLiteral("b"), TypeKind::Bytes), {Value::bytes(bytes)});
        const auto parts = encodeParts(slice(written));
        QVERIFY(parts);
        QCOMPARE(parts->size(), size_t(5));
        for (const PackedPart &part : *parts)
            QVERIFY(part.ref.storedSize <= MaximumStoredPart);
        QCOMPARE(parts->at(0).ref.rows, qint64(1));
        QCOMPARE(parts->at(1).ref.rows, qint64(0));
        const auto read = reread(written);
        QVERIFY(read);
        QVERIFY(read->value(0, 0)->toBytes() == bytes);
    }

    void truncatedPartsAreErrors()
    {
        // SEC-01: every length of a stored part but the right one, and every length of raw bytes.
        for (const Sample &sample : samples()) {
            const DocumentArray written = array(sample.field, sample.values);
            const auto parts = encodeParts(slice(written));
            QVERIFY(parts);
            const PackedPart &part = parts->at(0);
            for (qsizetype size = 0; size < part.stored.size(); ++size) {
                PartRef ref = part.ref;
                ref.storedSize = size;
                QVERIFY(!openPart(ref, part.stored.left(size)));
            }
            const QByteArray bytes = raw(written);
            for (qsizetype size = 0; size < bytes.size(); ++size)
                QVERIFY(!decodeRaw(sample.field, written.rowCount(), bytes.left(size)));
            QVERIFY(!decodeRaw(sample.field, written.rowCount(), bytes + '\0'));
        }
    }

    void flippedBitsNeverCrash()
    {
        QRandomGenerator random(5);
        for (const Sample &sample : samples()) {
            const DocumentArray written = array(sample.field, sample.values);
            const auto parts = encodeParts(slice(written));
            const PackedPart &part = parts->at(0);
            for (int i = 0; i < 200; ++i) {
                QByteArray stored = part.stored;
                const auto at = random.bounded(static_cast<int>(stored.size()));
                stored[at] = static_cast<char>(stored[at] ^ (1 << random.bounded(8)));
                // Either the damage is noticed, or it was in a bit that zstd does not use.
                const auto opened = openPart(part.ref, stored);
                if (opened)
                    QCOMPARE(opened->raw(), raw(written));
            }
            // A hostile manifest can name anything: the reader itself must stand it.
            const QByteArray bytes = raw(written);
            const auto flips = std::min<qsizetype>(bytes.size() * 8, 20'000);
            for (qsizetype bit = 0; bit < flips; ++bit) {
                QByteArray flipped = bytes;
                flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
                const auto segments = decodeRaw(sample.field, written.rowCount(), flipped);
                if (!segments)
                    continue;
                for (const SegmentPtr &segment : *segments)
                    QVERIFY(segment->verify());
            }
        }
    }

    void claimsAreNotBelieved()
    {
        // SEC-05, SEC-06, SEC-32.
        const auto parts =
            encodeParts(slice(array(field(QStringLiteral("n"), TypeKind::Int), {number(1)})));
        const PackedPart part = parts->at(0);
        PartRef ref = part.ref;
        ref.rawSize = MaximumRawPart + 1;
        QCOMPARE(openPart(ref, part.stored).error().code(), QByteArray("too-large"));
        ref = part.ref;
        ref.rawSize += 1;
        QVERIFY(!openPart(ref, part.stored));
        ref = part.ref;
        ref.name = sha256("other");
        QCOMPARE(openPart(ref, part.stored).error().code(), QByteArray("checksum"));
        ref = part.ref;
        ref.codec = "brotli";
        QCOMPARE(openPart(ref, part.stored).error().code(), QByteArray("codec"));
        // A frame of zeros that claims its right size is inflated into that size, no more.
        const QByteArray zeros = zstdCompressed(QByteArray(1 << 20, '\0'));
        QVERIFY(zeros.size() < 1000);
        QVERIFY(!zstdInflated(zeros, 1000));
        QVERIFY(!zstdInflated(QByteArray(zeros + 'x'), 1 << 20));
    }

private:
    // Raw bytes as if a manifest had named them.
    static Result<std::vector<SegmentPtr>> decodeRaw(const Field &field, qint64 rows,
                                                     const QByteArray &bytes)
    {
        PartRef ref;
        ref.rows = rows;
        ref.name = sha256(bytes);
        ref.rawSize = bytes.size();
        const QByteArray stored = zstdCompressed(bytes, 1);
        ref.storedSize = stored.size();
        PASSEL_TRY(const OpenedPart part, openPart(ref, stored));
        return decodeParts(field, rows, {&part, 1});
    }
};

QTEST_GUILESS_MAIN(TestPartCodec)
#include "tst_partcodec.moc"
