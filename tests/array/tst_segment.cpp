// Segments: every layout reads back what was appended, and is as small as it can be.
#include "core/array/column.h"
#include "core/array/segment.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace passel;

class TestSegment final : public QObject
{
    Q_OBJECT

private slots:

    void integersTakeTheNarrowestWidth_data()
    {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<int>("layout");
        QTest::newRow("127") << qint64(127) << int(Layout::Int8);
        QTest::newRow("128") << qint64(128) << int(Layout::Int16);
        QTest::newRow("-32768") << qint64(-32768) << int(Layout::Int16);
        QTest::newRow("-32769") << qint64(-32769) << int(Layout::Int32);
        QTest::newRow("2^31") << (qint64(1) << 31) << int(Layout::Int64);
        QTest::newRow("least") << std::numeric_limits<qint64>::min() << int(Layout::Int64);
    }

    void integersTakeTheNarrowestWidth()
    {
        QFETCH(const qint64, value);
        QFETCH(const int, layout);
        SegmentBuilder builder(TypeKind::Int);
        builder.appendInt(0);
        builder.appendNull();
        builder.appendInt(value);
        const SegmentPtr segment = builder.seal();
        QVERIFY(segment->verify());
        QCOMPARE(int(segment->layout()), layout);
        QCOMPARE(segment->intAt(2), value);
        QVERIFY(segment->isNull(1));
        QCOMPARE(segment->intAt(1), 0);
        QCOMPARE(segment->nullCount(), 1);
    }

    void fewDistinctTextsAreCoded()
    {
        SegmentBuilder builder(TypeKind::Text);
        for (int i = 0; i < 8192; ++i) {
            if (i % 10 == 3)
                builder.appendNull();
            else
                builder.appendBytes(i % 2 == 0 ? "Heathrow" : "");
        }
        const SegmentPtr segment = builder.seal();
        QVERIFY(segment->verify());
        QCOMPARE(int(segment->layout()), int(Layout::Coded));
        QCOMPARE(segment->dictionary()->size(), 2);
        QVERIFY(segment->isNull(3));
        QVERIFY(segment->bytesAt(0) == "Heathrow");
        QVERIFY(!segment->isNull(1) && segment->bytesAt(1).empty());
        QVERIFY(segment->byteSize() < 12'000);
    }

    void manyDistinctTextsStayPlain()
    {
        SegmentBuilder builder(TypeKind::Text);
        for (int i = 0; i < 8192; ++i)
            builder.appendBytes(std::to_string(i * 7919));
        const SegmentPtr segment = builder.seal();
        QVERIFY(segment->verify());
        QCOMPARE(int(segment->layout()), int(Layout::Plain));
        QVERIFY(segment->bytesAt(8191) == std::to_string(8191 * 7919));
    }

    void wideCodes()
    {
        SegmentBuilder builder(TypeKind::Text);
        for (int i = 0; i < 8192; ++i)
            builder.appendBytes("a rather long value number " + std::to_string(i % 300));
        const SegmentPtr segment = builder.seal();
        QVERIFY(segment->verify());
        QCOMPARE(int(segment->layout()), int(Layout::Coded));
        QVERIFY(segment->bytesAt(299) == "a rather long value number 299");
        QVERIFY(segment->bytesAt(300) == "a rather long value number 0");
    }

    void largeCellsStandBesideTheArena()
    {
        const std::string large(Segment::LargeCell + 1, 'x');
        SegmentBuilder builder(TypeKind::Text);
        builder.appendBytes("small");
        builder.appendBytes(large);
        builder.appendBytes("last");
        const SegmentPtr segment = builder.seal();
        QVERIFY(segment->verify());
        QVERIFY(segment->bytesAt(1) == large);
        QVERIFY(segment->bytesAt(2) == "last");
        // Copying a segment shares the large cell instead of copying it.
        SegmentBuilder copy(TypeKind::Text);
        for (qsizetype row = 0; row < segment->size(); ++row)
            copy.appendFrom(*segment, row);
        const SegmentPtr second = copy.seal();
        QCOMPARE(second->bytesAt(1).data(), segment->bytesAt(1).data());
    }

    void builderIsReusable()
    {
        SegmentBuilder builder(TypeKind::Text);
        builder.appendBytes("first");
        builder.setSourceText("FIRST");
        const SegmentPtr first = builder.seal();
        builder.appendBytes("second");
        const SegmentPtr second = builder.seal();
        QCOMPARE(*first->sourceText(0), std::string("FIRST"));
        QCOMPARE(second->size(), 1);
        QVERIFY(second->bytesAt(0) == "second");
        QVERIFY(second->sourceText(0) == nullptr);
    }

    void tensorsShareOneShape()
    {
        SegmentBuilder builder(TypeKind::Tensor);
        const TensorValue two{ElementType::Float32, {2}, std::string(8, '\1')};
        builder.appendTensor(two);
        builder.appendNull();
        builder.appendTensor(two);
        SegmentPtr segment = builder.seal();
        QVERIFY(segment->verify());
        QCOMPARE(segment->valueAt(2, TypeKind::Tensor), Value::tensor(two));
        const TensorValue other{ElementType::Float32, {1, 3}, std::string(12, '\2')};
        builder.appendTensor(two);
        builder.appendTensor(other);
        segment = builder.seal();
        QVERIFY(segment->verify());
        QCOMPARE(segment->valueAt(0, TypeKind::Tensor), Value::tensor(two));
        QCOMPARE(segment->valueAt(1, TypeKind::Tensor), Value::tensor(other));
    }

    void allNullCostsNothing()
    {
        SegmentBuilder builder(TypeKind::Float64);
        for (int i = 0; i < 8192; ++i)
            builder.appendNull();
        const SegmentPtr segment = builder.seal();
        QVERIFY(segment->verify());
        QVERIFY(segment->isNull(8191));
        QVERIFY(segment->byteSize() < 1024);
    }

    void columnOfUnevenSegmentsFindsItsRows()
    {
        std::vector<SegmentPtr> segments;
        qint64 next = 0;
        for (const int size : {3, 8192, 1, 5000}) {
            SegmentBuilder builder(TypeKind::Int);
            for (int i = 0; i < size; ++i)
                builder.appendInt(next++);
            segments.push_back(builder.seal());
        }
        const Column column = Column::ofSegments(segments);
        QCOMPARE(column.size(), next);
        ColumnReader reader(column);
        for (qsizetype row = 0; row < column.size(); ++row) {
            qsizetype local = 0;
            const Segment *segment = reader.trySeek(row, &local);
            QCOMPARE(segment->intAt(local), row);
        }
    }

    void pendingSegmentsAreFetchedOnce()
    {
        class Source final : public SegmentSource
        {
        public:
            Result<SegmentPtr> fetch(quint64 token, const TaskContext &) override
            {
                ++fetches;
                SegmentBuilder builder(TypeKind::Int);
                builder.appendInt(qint64(token));
                return builder.seal();
            }

            int fetches = 0;
        };

        const auto source = std::make_shared<Source>();
        const auto handle = SegmentHandle::pending(1, source, 42);
        QVERIFY(handle->tryPin() == nullptr);
        QCOMPARE((*handle->pin())->intAt(0), 42);
        QVERIFY(handle->tryPin() != nullptr);
        QVERIFY(handle->pin());
        QCOMPARE(source->fetches, 1);
        const auto wrong = SegmentHandle::pending(2, source, 1);
        QCOMPARE(wrong->pin().error().code(), QByteArray("checksum"));
    }
};

QTEST_GUILESS_MAIN(TestSegment)
#include "tst_segment.moc"
