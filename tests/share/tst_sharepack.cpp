// Whole arrays to shares and back: every cell, only what is seen, and only what changed.
#include "core/share/arrayassembler.h"
#include "core/share/preview.h"
#include "core/share/sharepack.h"
#include "core/share/zstd.h"
#include "tests/share/shareddata.h"

#include <QTest>

#include <map>
#include <mutex>
#include <set>
#include <thread>

using namespace passel;
using namespace passel::testdata;

namespace {

// What a server would keep.
struct Store
{
    std::map<Digest, QByteArray> parts;
    Manifest manifest;

    Result<void> push(const DocumentArray &array, const PackOptions &options = {})
    {
        PASSEL_TRY(manifest,
                   packArray(array, options, {}, [this](const PackedPart &part) -> Result<void> {
                       if (parts.contains(part.ref.name))
                           return Error(ErrorKind::Internal, "twice", {});
                       parts[part.ref.name] = part.stored;
                       return {};
                   }));
        PASSEL_TRY(const PackedManifest packed, packManifest(manifest));
        PASSEL_TRY(manifest, openManifest(packed.id, packed.stored));
        return {};
    }

    [[nodiscard]] Result<DocumentArray> pull() const
    {
        return unpackArray(manifest, provider(), {});
    }

    [[nodiscard]] PartProvider provider() const
    {
        return [this](const PartRef &ref) -> Result<QByteArray> {
            const auto it = parts.find(ref.name);
            if (it == parts.end())
                return Error(ErrorKind::NotFound, "not-found", {});
            return it->second;
        };
    }

    //! Everything that leaves the machine, stored and opened.
    [[nodiscard]] bool contains(const QByteArray &canary) const
    {
        if (manifest.toJson()->contains(canary))
            return true;
        for (const PartRef &ref : manifest.allParts()) {
            const QByteArray &stored = parts.at(ref.name);
            if (stored.contains(canary) || openPart(ref, stored)->raw().contains(canary))
                return true;
        }
        return false;
    }
};

DocumentArray everyType(qsizetype rows)
{
    std::vector<Field> fields;
    std::vector<Column> columns;
    for (const Sample &sample : samples()) {
        std::vector<Value> values;
        for (qsizetype row = 0; row < rows; ++row)
            values.push_back(sample.values[static_cast<size_t>(row) % sample.values.size()]);
        fields.push_back(sample.field);
        columns.push_back(column(sample.field, values));
    }
    return DocumentArray::create(Schema(std::move(fields)), std::move(columns), rows);
}

std::vector<quint32> one(quint32 row)
{
    return {row};
}

} // namespace

class TestSharePack final : public QObject
{
    Q_OBJECT

private slots:

    void everyCellComesBack_data()
    {
        QTest::addColumn<int>("rows");
        for (const int rows : {0, 1, 5, 8192, 8193, 20'000})
            QTest::addRow("%d rows", rows) << rows;
    }

    void everyCellComesBack()
    {
        QFETCH(int, rows);
        const DocumentArray written = everyType(rows);
        Store store;
        const auto pushed = store.push(written);
        QVERIFY2(pushed, pushed ? "" : qPrintable(pushed.error().message()));
        const auto read = store.pull();
        QVERIFY2(read, read ? "" : qPrintable(read.error().message() + read.error().detail()));
        QVERIFY(read->verify());
        QVERIFY(read->equals(written));
    }

    void tablesWithoutColumnsKeepTheirRows()
    {
        Store store;
        QVERIFY(store.push(DocumentArray::create(Schema(), {}, 7)));
        QCOMPARE(store.pull()->rowCount(), qsizetype(7));
    }

    void orderAndFormsComeBack()
    {
        Field number = field(QStringLiteral("n"), TypeKind::Float64);
        number.form = ".2";
        number.role = Role::Weight;
        number.note = QStringLiteral("CANARY in a note");
        ColumnBuilder builder(number.type);
        for (int i = 0; i < 10'000; ++i)
            builder.next().appendFloat(i);
        builder.next().appendFloat(1);
        builder.next().setSourceText("1.000");
        const DocumentArray written =
            DocumentArray::create(Schema({number}), {builder.finish()}, 10'001).reversed();
        Store store;
        QVERIFY(store.push(written));
        QVERIFY(!store.contains("CANARY"));
        const auto read = store.pull();
        QVERIFY(read);
        QCOMPARE(read->field(0).role, Role::Weight);
        QCOMPARE(read->field(0).form, QByteArray(".2"));
        QCOMPARE(*read->tryText(0, 0), std::string("1.000"));
        QCOMPARE(*read->tryText(1, 0), std::string("9999.00"));
    }

    void onlyWhatIsSeenTravels_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how :
             {"deleted row", "filtered row", "overwritten cell", "undone value", "left-out column",
              "value under null", "unused dictionary entry", "nested in a deleted row",
              "source text of an overwritten cell", "note of a field"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void onlyWhatIsSeenTravels()
    {
        // Design §4: this outranks every byte saved.
        QFETCH(QString, how);
        const char *canary = "CANARY-7f3a";
        Field text = field(QStringLiteral("t"), TypeKind::Text);
        Field other = field(QStringLiteral("o"), TypeKind::Int);
        std::vector<Value> values(300, Value::text(std::string("harmless")));
        values[17] = Value::text(std::string(canary));
        std::vector<Value> numbers(300, number(1));
        DocumentArray array = DocumentArray::create(
            Schema({text, other}), {column(text, values), column(other, numbers)}, 300);
        Store before;
        QVERIFY(before.push(array));
        QVERIFY(before.contains(canary)); // the search itself finds what is there

        if (how == u"deleted row" || how == u"unused dictionary entry") {
            array = array.removed(one(17));
        } else if (how == u"filtered row") {
            array = array.selected(std::vector<quint32>{3, 5, 200});
        } else if (how == u"overwritten cell") {
            array = *array.withValue(17, 0, Value::text(std::string("new")));
        } else if (how == u"undone value") {
            const DocumentArray clean = array.removed(one(17));
            array = *clean.withValue(0, 0, Value::text(std::string(canary)));
            array = clean;
        } else if (how == u"left-out column") {
            array = array.withColumnRemoved(0);
        } else if (how == u"value under null") {
            array = *array.withValue(17, 0, Value());
        } else if (how == u"note of a field") {
            array = array.removed(one(17));
            text.note = QString::fromLatin1(canary);
            array = array.withField(0, text);
        } else if (how == u"source text of an overwritten cell") {
            array = array.removed(one(17));
            array = *array.withValue(2, 1, number(7), std::string(canary));
            array = *array.withValue(2, 1, number(8));
        } else {
            Field list = field(QStringLiteral("list"), TypeKind::Documents);
            list.children = std::make_shared<const Schema>(Schema({text}));
            const DocumentArray inside = testdata::array(text, {Value::text(std::string(canary))});
            const DocumentArray clean = testdata::array(text, {Value::text(std::string("x"))});
            array = testdata::array(list, {documents(clean), documents(inside), Value()});
            Store whole;
            QVERIFY(whole.push(array));
            QVERIFY(whole.contains(canary));
            array = array.removed(one(1));
        }
        Store after;
        QVERIFY(after.push(array));
        QVERIFY(!after.contains(canary));
        QVERIFY(after.pull()->equals(array));
    }

    void aChildSharesWithItsParent()
    {
        const DocumentArray first = table(120'000);
        Store store;
        QVERIFY(store.push(first));
        const Manifest parent = store.manifest;
        const auto second = first.withValue(60'000, 0, number(-1));
        PackOptions options;
        options.parent = &parent;
        options.omitParentParts = true;
        std::vector<PartRef> sent;
        const auto manifest =
            packArray(*second, options, {}, [&](const PackedPart &part) -> Result<void> {
                sent.push_back(part.ref);
                return {};
            });
        QVERIFY(manifest);
        QCOMPARE(sent.size(), size_t(1));
        QCOMPARE(manifest->cut, parent.cut);
        QCOMPARE(manifest->storedSize() - sent[0].storedSize,
                 parent.storedSize() - replaced(parent, *manifest));
    }

    void partsComeTopFirstAndOnce()
    {
        // The same column twice: the same parts, sent once.
        DocumentArray array = table(50'000);
        array = array.withColumnInserted(4, field(QStringLiteral("copy"), TypeKind::Int),
                                         array.column(0));
        Store store;
        QVERIFY(store.push(array));
        QCOMPARE(store.parts.size(), store.manifest.partNames().size());
        QVERIFY(store.manifest.allParts().size() > store.parts.size());
        QVERIFY(store.pull()->equals(array));
    }

    void theArrayIsThereBeforeItsParts()
    {
        const DocumentArray written = table(50'000);
        Store store;
        QVERIFY(store.push(written));
        const DocumentArray page = previewArray(store.manifest);
        QCOMPARE(page.rowCount(), qsizetype(100));
        QVERIFY(page.equals(written.sliced(0, 100)));

        auto assembler = ArrayAssembler::create(store.manifest);
        QVERIFY(assembler);
        const DocumentArray array = assembler->array();
        QCOMPARE(array.rowCount(), written.rowCount());
        QVERIFY(array.schema() == written.schema());
        QVERIFY(!array.tryValue(0, 0));
        const auto missing = assembler->missing();
        QVERIFY(missing.size() > 8);
        // The first parts are the top of each column.
        for (size_t i = 0; i < 4; ++i)
            QVERIFY(assembler->add(*openPart(missing[i], store.parts.at(missing[i].name))));
        for (qsizetype column = 0; column < 4; ++column)
            QVERIFY(*array.tryValue(0, column) == *written.tryValue(0, column));
        QVERIFY(!array.tryValue(49'999, 0));
        QVERIFY(!assembler->isComplete());
        QCOMPARE(assembler->missing().size(), missing.size() - 4);

        // Backwards, and one twice.
        for (auto it = missing.rbegin(); it != missing.rend(); ++it)
            QVERIFY(assembler->add(*openPart(*it, store.parts.at(it->name))));
        QVERIFY(assembler->add(*openPart(missing[0], store.parts.at(missing[0].name))));
        QVERIFY(assembler->isComplete());
        QVERIFY(array.equals(written));
    }

    void readersWaitForTheirPart()
    {
        const DocumentArray written = table(20'000);
        Store store;
        QVERIFY(store.push(written));
        auto assembler = ArrayAssembler::create(store.manifest);
        const DocumentArray array = assembler->array();
        Result<Value> got = Value();
        std::thread reader([&] { got = array.value(19'999, 2); });
        for (const PartRef &ref : assembler->missing())
            QVERIFY(assembler->add(*openPart(ref, store.parts.at(ref.name))));
        reader.join();
        QVERIFY(got);
        QVERIFY(*got == *written.value(19'999, 2));

        auto failing = ArrayAssembler::create(store.manifest);
        const DocumentArray never = failing->array();
        std::thread loser([&] { got = never.value(5, 0); });
        failing->fail(Error(ErrorKind::Network, "network", QStringLiteral("gone")));
        loser.join();
        QCOMPARE(got.error().code(), QByteArray("network"));
        const TaskContext cancelled;
        cancelled.cancel();
        auto idle = ArrayAssembler::create(store.manifest);
        QVERIFY(idle->array().value(5, 0, cancelled).error().isCancelled());
    }

    void damagedPartsAreErrors()
    {
        Store store;
        QVERIFY(store.push(table(20'000)));
        for (auto &[name, stored] : store.parts) {
            Store damaged = store;
            damaged.parts[name][stored.size() / 2] =
                static_cast<char>(stored[stored.size() / 2] ^ 0x10);
            const auto pulled = damaged.pull();
            QVERIFY(!pulled || pulled->equals(*store.pull()));
            damaged.parts.erase(name);
            QCOMPARE(damaged.pull().error().code(), QByteArray("not-found"));
        }
        // A part of another type or of other rows than the manifest says.
        Store swapped = store;
        std::swap(swapped.manifest.columns[0].parts, swapped.manifest.columns[2].parts);
        swapped.manifest.columns[0].parts.resize(1);
        swapped.manifest.columns[0].parts[0].rows = 20'000;
        QVERIFY(!swapped.pull());
    }

    void memoryIsAskedFirst()
    {
        Store store;
        QVERIFY(store.push(table(20'000)));
        const qint64 size = store.manifest.rawSize();
        QVERIFY(ArrayAssembler::create(store.manifest, size));
        QCOMPARE(ArrayAssembler::create(store.manifest, size - 1).error().code(),
                 QByteArray("limit"));
    }

    void cancelAndSinkErrorsEndIt()
    {
        const TaskContext context;
        int count = 0;
        const auto cancelled =
            packArray(table(100'000), {}, context, [&](const PackedPart &) -> Result<void> {
                if (++count == 2)
                    context.cancel();
                return {};
            });
        QVERIFY(cancelled.error().isCancelled());
        QVERIFY(count < 10);
        const auto full = packArray(table(100'000), {}, {}, [](const PackedPart &) -> Result<void> {
            return Error(ErrorKind::Io, "disk-full", QStringLiteral("full"));
        });
        QCOMPARE(full.error().code(), QByteArray("disk-full"));
    }

private:
    // Stored size of the parent's parts that the child does not have.
    static qint64 replaced(const Manifest &parent, const Manifest &child)
    {
        const std::vector<Digest> names = child.partNames();
        const std::set<Digest> kept(names.begin(), names.end());
        qint64 size = 0;
        for (const PartRef &part : parent.allParts())
            size += kept.contains(part.name) ? 0 : part.storedSize;
        return size;
    }
};

QTEST_GUILESS_MAIN(TestSharePack)
#include "tst_sharepack.moc"
