// Arrow streams of other programs, and streams that lie.
#include "core/arrow/arrowstream.h"
#include "core/arrow/columndecoder.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <array>

using namespace passel;

namespace {

QByteArray foreign(const QString &name)
{
    QFile file(QStringLiteral(PASSEL_TEST_DATA "/arrow/%1.arrows").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<std::vector<Value>> valuesOf(const QByteArray &bytes, const ColumnType &type)
{
    PASSEL_TRY(const ArrowTable table, readArrowStream(bytes));
    Field wanted;
    wanted.type = type;
    std::vector<Value> values;
    for (const ArrowBatch &batch : table.batches) {
        PASSEL_TRY(const std::vector<SegmentPtr> segments,
                   decodeColumn(wanted, table.fields[0], batch.columns[0], nullptr, nullptr));
        for (const SegmentPtr &segment : segments) {
            PASSEL_CHECK(segment->verify());
            for (qsizetype row = 0; row < segment->size(); ++row)
                values.push_back(segment->valueAt(row, type));
        }
    }
    return values;
}

ArrowField fieldOf(ArrowKind kind, int width = 0)
{
    ArrowField field;
    field.name = "v";
    field.type.kind = kind;
    field.type.bitWidth = width;
    return field;
}

QByteArray streamOf(const ArrowField &field, const ArrowArray &array)
{
    return *writeArrowStream({&field, 1}, {&array, 1}, array.length);
}

// Text whose offsets and bytes are given, true or not.
ArrowArray textOf(std::vector<qint32> offsets, std::string bytes)
{
    ArrowArray array;
    array.length = static_cast<qint64>(offsets.size()) - 1;
    array.buffers = {ArrowBuffer(), ArrowBuffer::of(std::move(offsets)),
                     ArrowBuffer::of(std::move(bytes))};
    return array;
}

} // namespace

class TestArrow final : public QObject
{
    Q_OBJECT

private slots:

    void foreignTypes_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("values");
        const auto row = [](const char *file, TypeKind kind, const QStringList &values) {
            QTest::newRow(file) << QString::fromLatin1(file) << static_cast<int>(kind) << values;
        };
        const QStringList words{QStringLiteral("short"),
                                QStringLiteral("a text that is longer than twelve bytes"),
                                QStringLiteral("null"), QString(), QStringLiteral("Zürich")};
        const auto list = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
        row("polars-text", TypeKind::Text, words);
        row("polars-views", TypeKind::Text, words);
        row("polars-categorical", TypeKind::Text, words);
        row("large-utf8", TypeKind::Text, words);
        row("dictionary-int32", TypeKind::Text, list("b a null b"));
        row("uint8", TypeKind::Int, list("1 null 255"));
        row("uint32", TypeKind::Int, list("1 null 4294967295"));
        row("uint64-small", TypeKind::Int, list("1 null 7"));
        row("float16", TypeKind::Float64, list("1.5 null -2"));
        row("uint8", TypeKind::Float64, list("1 null 255"));
        row("date64", TypeKind::Date, list("1970-01-01 null 1970-01-04"));
        row("time-s", TypeKind::Time, list("00:00:05 null"));
        row("timestamp-ms", TypeKind::Timestamp,
            list("1970-01-01T00:00:00.001 null 1969-12-31T23:59:59.995"));
        row("fixed-binary", TypeKind::Bytes, list("AQID null BAUG"));
        row("null", TypeKind::Text, list("null null"));
        row("null", TypeKind::Int, list("null null"));
    }

    void foreignTypes()
    {
        QFETCH(QString, file);
        QFETCH(int, kind);
        QFETCH(QStringList, values);
        const ColumnType type(static_cast<TypeKind>(kind));
        const auto read = valuesOf(foreign(file), type);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message() + read.error().detail()));
        QStringList texts;
        for (const Value &value : *read) {
            std::string text = "null";
            if (!value.isNull()) {
                text.clear();
                appendText(type, {}, value, &text);
            }
            texts.append(QString::fromStdString(text));
        }
        QCOMPARE(texts, values);
    }

    void whatDoesNotFitIsSaid_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *file, TypeKind kind, const char *code) {
            QTest::addRow("%s as %s", file, typeName(kind).constData())
                << QString::fromLatin1(file) << static_cast<int>(kind) << QByteArray(code);
        };
        row("uint64", TypeKind::Int, "number-range");
        row("timestamp-ns", TypeKind::Timestamp, "number-range");
        row("decimal", TypeKind::Float64, "field-type");
        row("large-utf8", TypeKind::Int, "field-type");
        row("fixed-binary", TypeKind::Text, "field-type");
        row("uint8", TypeKind::Tensor, "field-type");
        row("uint8", TypeKind::Documents, "field-type");
        row("uint8", TypeKind::Bool, "field-type");
        row("dictionary-int32", TypeKind::Bool, "field-type");
    }

    void whatDoesNotFitIsSaid()
    {
        QFETCH(QString, file);
        QFETCH(int, kind);
        QFETCH(QByteArray, code);
        const auto read = valuesOf(foreign(file), ColumnType(static_cast<TypeKind>(kind)));
        QVERIFY(!read);
        QCOMPARE(read.error().code(), code);
        QVERIFY(!read.error().message().isEmpty());
    }

    void damagedStreamsNeverCrash()
    {
        // SEC-01, traps 2 to 5: every cut is an error, every flipped bit an error or values.
        QDirIterator files(QStringLiteral(PASSEL_TEST_DATA "/arrow"), {QStringLiteral("*.arrows")});
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            ++count;
            for (qsizetype size = 0; size < bytes.size(); ++size)
                QVERIFY(!readArrowStream(bytes.left(size)));
            for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
                QByteArray flipped = bytes;
                flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
                for (const TypeKind kind : {TypeKind::Text, TypeKind::Int, TypeKind::Timestamp})
                    (void)valuesOf(flipped, kind);
            }
        }
        QVERIFY(count > 10);
    }

    void offsetsAreChecked_data()
    {
        QTest::addColumn<QList<int>>("offsets");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("right") << QList<int>{0, 1, 3} << QByteArray("abc") << true;
        QTest::newRow("not from zero") << QList<int>{1, 2, 3} << QByteArray("abc") << true;
        QTest::newRow("falling") << QList<int>{0, 2, 1} << QByteArray("abc") << false;
        QTest::newRow("negative") << QList<int>{-1, 0, 1} << QByteArray("abc") << false;
        QTest::newRow("beyond the bytes") << QList<int>{0, 1, 4} << QByteArray("abc") << false;
        QTest::newRow("not UTF-8") << QList<int>{0, 1, 3} << QByteArray("a\xff\xfe") << false;
        QTest::newRow("cut inside a character") << QList<int>{0, 1, 2} << QByteArray("ü") << false;
    }

    void offsetsAreChecked()
    {
        QFETCH(QList<int>, offsets);
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isGood);
        const ArrowArray array = textOf({offsets.begin(), offsets.end()}, bytes.toStdString());
        const auto read = readArrowStream(streamOf(fieldOf(ArrowKind::Utf8), array));
        QCOMPARE(bool(read), isGood);
    }

    void indicesAreChecked()
    {
        ArrowField field = fieldOf(ArrowKind::Utf8);
        field.index = ArrowType{ArrowKind::Int, 8};
        ArrowArray array;
        array.length = 2;
        array.dictionary = std::make_shared<const ArrowArray>(textOf({0, 1, 2}, "ab"));
        for (const qint8 index : {qint8(0), qint8(1), qint8(2), qint8(-1)}) {
            array.buffers = {ArrowBuffer(), ArrowBuffer::of(std::vector<qint8>{0, index})};
            const auto values = valuesOf(streamOf(field, array), TypeKind::Text);
            QCOMPARE(bool(values), index == 0 || index == 1);
        }
    }

    void nullCountsAreChecked()
    {
        ArrowArray array;
        array.length = 3;
        array.nullCount = 1;
        array.buffers = {ArrowBuffer::of(std::vector<quint8>{0b101}),
                         ArrowBuffer::of(std::vector<qint8>{1, 0, 3})};
        QVERIFY(readArrowStream(streamOf(fieldOf(ArrowKind::Int, 8), array)));
        array.nullCount = 2;
        QVERIFY(!readArrowStream(streamOf(fieldOf(ArrowKind::Int, 8), array)));
        array.nullCount = 4;
        QVERIFY(!readArrowStream(streamOf(fieldOf(ArrowKind::Int, 8), array)));
    }

    void lengthsAreNotBelieved()
    {
        // SEC-05: a node that claims 2^40 rows, and one that claims more than its buffers hold.
        for (const qint64 length : {qint64(4), qint64(1) << 40, qint64(-1)}) {
            ArrowArray array;
            array.length = length;
            array.buffers = {ArrowBuffer(), ArrowBuffer::of(std::vector<qint8>{1, 2, 3})};
            QVERIFY(!readArrowStream(streamOf(fieldOf(ArrowKind::Int, 8), array)));
        }
    }

    void listsOfNothingAreNotBelieved_data()
    {
        QTest::addColumn<QList<int>>("offsets");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("as many as there are") << QList<int>{0, 2} << qint64(2) << QByteArray();
        QTest::newRow("more than the lists hold")
            << QList<int>{0, 2} << (qint64(1) << 28) << QByteArray("syntax");
        QTest::newRow("before the first list")
            << QList<int>{1 << 28, (1 << 28) + 2} << qint64((1 << 28) + 2) << QByteArray("limit");
        QTest::newRow("one long list")
            << QList<int>{0, 100'001} << qint64(100'001) << QByteArray("limit");
        QList<int> many;
        for (int i = 0; i <= 200; ++i)
            many.append(i * 100'000);
        QTest::newRow("many long lists") << many << qint64(20'000'000) << QByteArray("limit");
    }

    void listsOfNothingAreNotBelieved()
    {
        // SEC-05: documents without a byte of their own, each with columns that are to be made.
        QFETCH(QList<int>, offsets);
        QFETCH(qint64, length);
        QFETCH(QByteArray, code);
        ArrowField list = fieldOf(ArrowKind::List);
        list.children = {fieldOf(ArrowKind::Struct)};
        ArrowArray documents;
        documents.length = length;
        documents.buffers.emplace_back();
        ArrowArray array;
        array.length = offsets.size() - 1;
        array.buffers = {ArrowBuffer(),
                         ArrowBuffer::of(std::vector<qint32>(offsets.begin(), offsets.end()))};
        array.children = {std::move(documents)};
        const auto table = readArrowStream(streamOf(list, array));
        QVERIFY(table);
        Field child;
        child.name = QStringLiteral("c");
        Field wanted;
        wanted.type = TypeKind::Documents;
        wanted.children = std::make_shared<const Schema>(Schema({child, child, child}));
        const auto read =
            decodeColumn(wanted, table->fields[0], table->batches[0].columns[0], nullptr, nullptr);
        QCOMPARE(read ? QByteArray() : read.error().code(), code);
    }

    void buffersAreNotCountedTwice()
    {
        // SEC-05: each of many columns could claim the same bytes of one body.
        const std::vector<ArrowField> fields(2, fieldOf(ArrowKind::Int, 8));
        ArrowArray array;
        array.length = 8;
        array.buffers = {ArrowBuffer(), ArrowBuffer::of(std::vector<qint8>(8, 1))};
        QByteArray bytes = *writeArrowStream(fields, std::vector<ArrowArray>(2, array), 8);
        QVERIFY(readArrowStream(bytes));
        const auto buffer = [](qint64 offset, qint64 length) {
            QByteArray raw(16, '\0');
            std::memcpy(raw.data(), &offset, 8);
            std::memcpy(raw.data() + 8, &length, 8);
            return raw;
        };
        // Buffers stand one behind the other: 0 8, 8 0, 8 8; the last is the second column's data.
        const qsizetype place = bytes.lastIndexOf(buffer(8, 8));
        QVERIFY(place > 0);
        bytes.replace(place, 16, buffer(0, 16));
        QCOMPARE(readArrowStream(bytes).error().code(), QByteArray("syntax"));
    }

    void depthIsLimited_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("64") << 64 << QByteArray();
        QTest::newRow("65") << 65 << QByteArray("too-deep");
        QTest::newRow("200") << 200 << QByteArray("too-deep");
        QTest::newRow("2000") << 2000 << QByteArray("syntax");
    }

    void depthIsLimited()
    {
        QFETCH(int, depth);
        QFETCH(QByteArray, code);
        ArrowField field = fieldOf(ArrowKind::Int, 8);
        ArrowArray array;
        array.buffers = {ArrowBuffer(), ArrowBuffer()};
        for (int i = 1; i < depth; ++i) {
            ArrowField outer = fieldOf(ArrowKind::Struct);
            outer.children.push_back(std::move(field));
            field = std::move(outer);
            ArrowArray around;
            around.buffers.emplace_back();
            around.children.push_back(std::move(array));
            array = std::move(around);
        }
        const auto read = readArrowStream(streamOf(field, array));
        QCOMPARE(read ? QByteArray() : read.error().code(), code);
    }

    void orderOfMessagesIsChecked()
    {
        // Trap 2: a batch or a dictionary before its schema; a second schema; nothing at all.
        const QByteArray bytes = foreign(QStringLiteral("uint8"));
        qint32 size = 0;
        std::memcpy(&size, bytes.constData() + 4, 4);
        const QByteArray schema = bytes.left(8 + size);
        const QByteArray rest = bytes.mid(8 + size);
        QVERIFY(readArrowStream(schema + rest));
        QVERIFY(!readArrowStream(rest));
        QVERIFY(!readArrowStream(schema + schema + rest));
        QVERIFY(!readArrowStream(schema + rest + '\0'));
        QCOMPARE(readArrowStream({}).error().code(), QByteArray("truncated"));
        QVERIFY(!readArrowStream(QByteArray("\xff\xff\xff\xff\0\0\0\0", 8)));
        // Before Arrow 0.15 the length stood alone.
        const QByteArray old = schema.mid(4) + rest;
        QVERIFY(readArrowStream(old));
    }

    void misalignedBytesAreRead()
    {
        // Trap 4: the bytes may lie anywhere in memory. UBSan holds this.
        const QByteArray bytes = foreign(QStringLiteral("polars-views"));
        const QByteArray shifted = 'x' + bytes;
        const QByteArray odd = QByteArray::fromRawData(shifted.constData() + 1, bytes.size());
        QVERIFY(valuesOf(odd, TypeKind::Text));
    }

    void streamsHaveNoNoise()
    {
        // Trap 7: the same calls give the same bytes, and padding is zero.
        const ArrowArray array = textOf({0, 1}, "a");
        const QByteArray bytes = streamOf(fieldOf(ArrowKind::Utf8), array);
        QCOMPARE(streamOf(fieldOf(ArrowKind::Utf8), array), bytes);
        QCOMPARE(bytes.size() % 8, 0);
        QVERIFY(bytes.endsWith(QByteArray("a\0\0\0\0\0\0\0\xff\xff\xff\xff\0\0\0\0", 16)));
    }
};

QTEST_GUILESS_MAIN(TestArrow)
#include "tst_arrow.moc"
