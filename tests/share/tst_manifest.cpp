// Manifests: one spelling each, whole on the way, and no harm from those that lie.
#include "core/share/canonicaljson.h"
#include "core/share/manifest.h"
#include "core/share/preview.h"
#include "core/share/zstd.h"
#include "tests/share/shareddata.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <bit>

using namespace passel;
using namespace passel::testdata;

namespace {

PartRef part(const char *content, qint64 rows)
{
    PartRef ref;
    ref.rows = rows;
    ref.name = sha256(content);
    ref.rawSize = 300;
    ref.storedSize = 200;
    return ref;
}

// Everything that a manifest can say.
Manifest full()
{
    Manifest manifest;
    manifest.rows = 5;
    manifest.note = QStringLiteral("“Zürich” \u2028 \U0001F426 \x01");
    manifest.author = QStringLiteral("a@b.c");
    manifest.client = QStringLiteral("passel/0.1.0");
    manifest.createdMs = 1'795'000'000'123;
    manifest.parent = sha256("parent");
    manifest.recipe = QJsonArray{QJsonObject{{QStringLiteral("step"), QStringLiteral("trim")}}};
    manifest.views = QJsonArray{QJsonObject{{QStringLiteral("filter"), 1.5}}};
    manifest.extra = QJsonObject{{QStringLiteral("later"), QJsonArray{1, 2}}};
    for (const Sample &sample : samples()) {
        ManifestColumn column;
        column.field = sample.field;
        column.parts = {part("a", 2), part("b", 3), part("c", 0)};
        column.profile = QJsonObject{{QStringLiteral("rows"), 5}};
        manifest.columns.push_back(std::move(column));
    }
    manifest.columns[0].field.form = "Yes|No";
    manifest.columns[0].extra = QJsonObject{{QStringLiteral("hint"), true}};
    manifest.columns[1].parts[0].extra = QJsonObject{{QStringLiteral("patch"), 7}};
    manifest.preview.resize(manifest.columns.size());
    for (auto &cells : manifest.preview)
        cells = {PreviewCell{}, PreviewCell{QStringLiteral("x"), QStringLiteral("X "), true}};
    return manifest;
}

QJsonObject objectOf(const Manifest &manifest)
{
    return QJsonDocument::fromJson(*manifest.toJson()).object();
}

QByteArray codeOf(const QJsonObject &object)
{
    const auto read = Manifest::fromJson(QJsonDocument(object).toJson());
    return read ? QByteArray("read") : read.error().code();
}

} // namespace

class TestManifest final : public QObject
{
    Q_OBJECT

private slots:

    void numbersAreThoseOfEcmaScript_data()
    {
        // RFC 8785, appendix B.
        QTest::addColumn<quint64>("bits");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](quint64 bits, const char *text) {
            QTest::newRow(text) << bits << QByteArray(text);
        };
        row(0x0000000000000000, "0");
        row(0x0000000000000001, "5e-324");
        row(0x8000000000000001, "-5e-324");
        row(0x7fefffffffffffff, "1.7976931348623157e+308");
        row(0xffefffffffffffff, "-1.7976931348623157e+308");
        row(0x4340000000000000, "9007199254740992");
        row(0xc340000000000000, "-9007199254740992");
        row(0x4430000000000000, "295147905179352830000");
        row(0x44b52d02c7e14af5, "9.999999999999997e+22");
        row(0x44b52d02c7e14af6, "1e+23");
        row(0x44b52d02c7e14af7, "1.0000000000000001e+23");
        row(0x444b1ae4d6e2ef4e, "999999999999999700000");
        row(0x444b1ae4d6e2ef4f, "999999999999999900000");
        row(0x444b1ae4d6e2ef50, "1e+21");
        row(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7");
        row(0x3eb0c6f7a0b5ed8d, "0.000001");
        row(0x41b3de4355555553, "333333333.3333332");
        row(0x41b3de4355555554, "333333333.33333325");
        row(0x41b3de4355555555, "333333333.3333333");
        row(0x41b3de4355555556, "333333333.3333334");
        row(0x41b3de4355555557, "333333333.33333343");
        row(0xbecbf647612f3696, "-0.0000033333333333333333");
        row(0x43143ff3c1cb0959, "1424953923781206.2");
    }

    void numbersAreThoseOfEcmaScript()
    {
        QFETCH(quint64, bits);
        QFETCH(QByteArray, text);
        QCOMPARE(ecmaScriptNumber(std::bit_cast<double>(bits)), text);
    }

    void jsonIsCanonical()
    {
        // RFC 8785, section 3.2: sorted by UTF-16 units, shortest escapes.
        const QByteArray source = R"({"\u20ac":"Euro Sign","\r":"Carriage Return",
            "\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face",
            "\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",
            "n":[56,{"d":true,"10":null,"1":[]}],"s":"\u20ac$\u000f\nA'B\"\\\"/\u001f"})";
        const QByteArray expected =
            "{\"\\r\":\"Carriage "
            "Return\",\"1\":\"One\",\"n\":[56,{\"1\":[],\"10\":null,\"d\":true}],"
            "\"s\":\"€$\\u000f\\nA'B\\\"\\\\\\\"/\\u001f\",\"\xc2\x80\":\"Control\","
            "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
            "\"\U0001F600\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With "
            "Dagesh\"}";
        const auto json = canonicalJson(QJsonDocument::fromJson(source).object());
        QVERIFY(json);
        QCOMPARE(*json, expected);
    }

    void whatHasNoFormIsRefused()
    {
        QVERIFY(!canonicalJson(QJsonValue(qint64(9'007'199'254'740'993))));
        QVERIFY(!canonicalJson(QJsonValue(std::numeric_limits<qint64>::max())));
        QCOMPARE(*canonicalJson(QJsonValue(1e17)), QByteArray("100000000000000000"));
        QVERIFY(!canonicalJson(QJsonValue(QString(QChar(0xd800)))));
        QVERIFY(!canonicalJson(QJsonValue(QString(QChar(0xdc00)) + u'x')));
        QVERIFY(!canonicalJson(QJsonValue(std::numeric_limits<double>::infinity())));
    }

    void comesBackWhole()
    {
        const Manifest manifest = full();
        const auto packed = packManifest(manifest);
        QVERIFY(packed);
        QCOMPARE(packed->id, sha256(*manifest.toJson()));
        const auto read = openManifest(packed->id, packed->stored);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        QVERIFY(*read == manifest);
        QCOMPARE(*read->toJson(), *manifest.toJson());
    }

    void goldenBytes()
    {
        // A version's id is the digest of these bytes. PASSEL_UPDATE_GOLDEN=1 writes them anew.
        const QByteArray json = *full().toJson();
        QFile file(QStringLiteral(PASSEL_TEST_DATA "/share/manifest.json"));
        if (qEnvironmentVariableIsSet("PASSEL_UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(json), json.size());
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(json, file.readAll());
    }

    void tablesWithoutMuchAreLegal()
    {
        for (const qint64 rows : {0, 7}) {
            Manifest manifest;
            manifest.rows = rows;
            QVERIFY(*Manifest::fromJson(*manifest.toJson()) == manifest);
        }
        Manifest empty;
        empty.columns.push_back({field(QStringLiteral("n"), TypeKind::Int), {}, {}, {}});
        QVERIFY(*Manifest::fromJson(*empty.toJson()) == empty);
        Manifest stream;
        stream.kind = Manifest::Kind::DocArrayStream;
        stream.stream = {part("a", 0), part("b", 0)};
        QVERIFY(*Manifest::fromJson(*stream.toJson()) == stream);
    }

    void liesAreRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, const char *path, const QJsonValue &value,
                            const char *code = "syntax") {
            QTest::newRow(name) << QString::fromLatin1(path) << value << QByteArray(code);
        };
        row("nothing wrong", "note", QStringLiteral("x"), "read");
        row("unknown member", "unheard", 1, "read");
        row("format of another program", "format", QStringLiteral("zip"));
        row("format of the future", "format", QStringLiteral("passel-share/2"), "version");
        row("required feature", "requires", QJsonArray{QStringLiteral("magic")}, "requires");
        row("kind", "kind", QStringLiteral("virus"));
        row("rows negative", "rows", -1);
        row("rows with a fraction", "rows", 1.5);
        row("rows as text", "rows", QStringLiteral("5"));
        row("rows beyond 2^32", "rows", 4294967296.0);
        row("rows unlike the parts", "rows", 6);
        row("columns no list", "columns", 7);
        row("preview of other columns", "preview", QJsonArray{QJsonArray{}});
        row("time", "created", QStringLiteral("yesterday"));
        row("parent", "parent", QStringLiteral("../../etc/passwd"));
        row("cut of nothing", "cut/average", 0);
        row("role", "columns/0/role", QStringLiteral("king"));
        row("same role twice", "columns/0/role", QStringLiteral("chunks"));
        row("type", "columns/0/type", QStringLiteral("any"));
        row("zone that is a path", "columns/15/zone", QStringLiteral("../../../etc/passwd"));
        row("zone of a number", "columns/1/zone", QStringLiteral("UTC"));
        row("element", "columns/17/element", QStringLiteral("<f3"));
        row("shape too large", "columns/17/shape", QJsonArray{65536, 65536});
        row("shape negative", "columns/17/shape", QJsonArray{-1});
        row("children of a number", "columns/1/children",
            QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("x")}}});
        row("part name", "columns/0/parts/0/name", QStringLiteral("ABC"));
        row("part name in capitals", "columns/0/parts/0/name",
            QString::fromLatin1(sha256("a").toHex().toUpper()));
        row("part larger than allowed", "columns/0/parts/0/raw", MaximumRawPart + 1);
        row("part of nothing", "columns/0/parts/0/raw", 0);
        row("more rows than bits", "columns/0/parts/0/rows", 300 * 8 + 1);
        row("goes on with nothing", "columns/0/parts/0/rows", 0);
        row("codec missing", "columns/0/parts/0/codec", QString());
        row("form too long", "columns/0/form", QString(300, u'x'));
    }

    void liesAreRefused()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QByteArray, code);
        QJsonValue root = objectOf(full());
        const std::function<QJsonValue(const QJsonValue &, QStringList)> set =
            [&](const QJsonValue &at, QStringList steps) {
                if (steps.isEmpty())
                    return value;
                const QString step = steps.takeFirst();
                if (at.isArray()) {
                    QJsonArray array = at.toArray();
                    array[step.toInt()] = set(array[step.toInt()], steps);
                    return QJsonValue(array);
                }
                QJsonObject object = at.toObject();
                object.insert(step, set(object.value(step), steps));
                return QJsonValue(object);
            };
        root = set(root, path.split(u'/'));
        QCOMPARE(codeOf(root.toObject()), code);
    }

    void limitsHold()
    {
        // SEC-05, SEC-06: columns at n and n + 1, parts at n + 1, depth, values, size, ratio.
        Manifest wide;
        for (int i = 0; i < 4096; ++i)
            wide.columns.push_back({field(QString::number(i), TypeKind::Int), {}, {}, {}});
        QVERIFY(Manifest::fromJson(*wide.toJson()));
        wide.columns.push_back(wide.columns[0]);
        QCOMPARE(Manifest::fromJson(*wide.toJson()).error().code(), QByteArray("too-many-columns"));

        Manifest many;
        many.rows = MaximumParts;
        many.columns.push_back({field(QStringLiteral("n"), TypeKind::Int), {}, {}, {}});
        many.columns[0].parts.assign(MaximumParts, part("a", 1));
        QVERIFY(Manifest::fromJson(*many.toJson()));
        many.rows += 1;
        many.columns[0].parts.push_back(part("a", 1));
        QCOMPARE(Manifest::fromJson(*many.toJson()).error().code(), QByteArray("limit"));

        for (const int depth : {64, 65}) {
            Field inner = field(QStringLiteral("t"), TypeKind::Text);
            for (int i = 1; i < depth; ++i) {
                Field outer = field(QStringLiteral("d"), TypeKind::Documents);
                outer.children = std::make_shared<const Schema>(Schema({inner}));
                inner = outer;
            }
            Manifest deep;
            deep.columns.push_back({inner, {}, {}, {}});
            const auto read = Manifest::fromJson(*deep.toJson());
            QCOMPARE(read ? QByteArray() : read.error().code(),
                     depth == 64 ? QByteArray() : QByteArray("too-deep"));
        }
        QCOMPARE(Manifest::fromJson(QByteArray(100'000, '[')).error().code(),
                 QByteArray("too-deep"));
        const QByteArray values = "{\"a\":[" + QByteArray("1,").repeated(4'000'001) + "1]}";
        QCOMPARE(Manifest::fromJson(values).error().code(), QByteArray("limit"));

        const QByteArray bomb = zstdCompressed(QByteArray(8LL * 1024 * 1024, ' '));
        QVERIFY(bomb.size() < 1000);
        QCOMPARE(openManifest(sha256("x"), bomb).error().code(), QByteArray("limit"));
        const QByteArray small = zstdCompressed(QByteArray(1024LL * 1024, ' '));
        QCOMPARE(openManifest(sha256("x"), small).error().code(), QByteArray("checksum"));
    }

    void damageNeverCrashes()
    {
        // SEC-01: every cut is an error; a flipped bit is one, or a manifest that writes again.
        Manifest manifest = full();
        manifest.columns.resize(4);
        manifest.preview.resize(4);
        const QByteArray json = *manifest.toJson();
        for (qsizetype size = 0; size < json.size(); ++size)
            QVERIFY(!Manifest::fromJson(json.left(size)));
        for (qsizetype bit = 0; bit < json.size() * 8; ++bit) {
            QByteArray flipped = json;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            if (const auto read = Manifest::fromJson(flipped)) {
                (void)read->toJson();
                (void)previewArray(*read);
            }
        }
        const auto packed = packManifest(manifest);
        for (qsizetype size = 0; size < packed->stored.size(); ++size)
            QVERIFY(!openManifest(packed->id, packed->stored.left(size)));
    }

    void firstPageIsTyped_data()
    {
        QTest::addColumn<int>("index");
        const auto all = samples();
        for (size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << static_cast<int>(i);
    }

    void firstPageIsTyped()
    {
        QFETCH(int, index);
        const Sample sample = samples()[static_cast<size_t>(index)];
        const DocumentArray written = array(sample.field, sample.values);
        Manifest manifest;
        manifest.rows = written.rowCount();
        PartRef whole = part("a", manifest.rows);
        whole.rawSize = 4'000;
        manifest.columns.push_back({sample.field, {whole}, {}, {}});
        const auto preview = makePreview(written);
        QVERIFY(preview);
        manifest.preview = *preview;
        const auto read = Manifest::fromJson(*manifest.toJson());
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        const DocumentArray page = previewArray(*read);
        QVERIFY(page.verify());
        QCOMPARE(page.rowCount(), std::min<qsizetype>(written.rowCount(), 100));
        const TypeKind kind = sample.field.type.kind;
        for (qsizetype row = 0; row < page.rowCount(); ++row) {
            const Value expected = sample.values[static_cast<size_t>(row)];
            QCOMPARE(page.tryValue(row, 0)->isNull(), expected.isNull());
            if (kind != TypeKind::Json && kind != TypeKind::Tensor && kind != TypeKind::Documents)
                QVERIFY(*page.tryValue(row, 0) == expected);
        }
    }

    void longCellsAreCut()
    {
        const std::string exact(256, 'x');
        const std::string umlauts = std::string(255, 'x') + "ü";
        const DocumentArray written =
            array(field(QStringLiteral("t"), TypeKind::Text),
                  {Value::text(exact), Value::text(exact + "y"), Value::text(umlauts)});
        const auto preview = makePreview(written);
        QCOMPARE((*preview)[0][0], (PreviewCell{QString::fromStdString(exact), {}, false}));
        QCOMPARE((*preview)[0][1], (PreviewCell{QString::fromStdString(exact), {}, true}));
        QCOMPARE((*preview)[0][2], (PreviewCell{QString(255, u'x'), {}, true}));
    }

    void namesAndSizesAreSummedOnce()
    {
        const Manifest manifest = full();
        QCOMPARE(manifest.partNames().size(), size_t(3));
        QCOMPARE(manifest.storedSize(), qint64(600));
        QCOMPARE(manifest.rawSize(), qint64(900 * manifest.columns.size()));
    }
};

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
