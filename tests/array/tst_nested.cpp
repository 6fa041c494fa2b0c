// Chunks and matches: documents within documents, their inherited attributes, and paths to them.
#include "core/array/document.h"
#include "core/array/jsonform.h"
#include "core/array/traverse.h"

#include <QTest>

using namespace passel;
using namespace Qt::StringLiterals;

namespace {

Field of(Role role)
{
    Field field;
    field.name = QString::fromLatin1(roleName(role));
    field.role = role;
    field.type = roleType(role);
    return field;
}

Value list(const DocumentArray &array)
{
    return Value::documents(std::make_shared<const DocumentArray>(array));
}

DocumentArray leaves(std::initializer_list<const char *> ids)
{
    std::vector<DocumentFields> documents;
    for (const char *id : ids)
        documents.push_back({{of(Role::Id), Value::text(std::string(id))}});
    return *DocumentArray::ofDocuments(documents);
}

// a{c: a1{c: a11, a12}, a2 · m: x}, b{}, c{c: c1}
DocumentArray tree()
{
    Field chunks = of(Role::Chunks);
    const DocumentArray a = *DocumentArray::ofDocuments(
        {{{of(Role::Id), Value::text(u"a1"_s)}, {chunks, list(leaves({"a11", "a12"}))}},
         {{of(Role::Id), Value::text(u"a2"_s)}}});
    return *DocumentArray::ofDocuments(
        {{{of(Role::Id), Value::text(u"a"_s)},
          {chunks, list(a)},
          {of(Role::Matches), list(leaves({"x"}))}},
         {{of(Role::Id), Value::text(u"b"_s)}},
         {{of(Role::Id), Value::text(u"c"_s)}, {chunks, list(leaves({"c1"}))}}});
}

QStringList ids(const DocumentArray &array)
{
    QStringList result;
    for (qsizetype row = 0; row < array.rowCount(); ++row)
        result.append(array.document(row).id());
    return result;
}

} // namespace

class TestNested final : public QObject
{
    Q_OBJECT

private slots:

    void chunksInheritTheirPlace()
    {
        const DocumentArray root = tree();
        QVERIFY(root.verify());
        const DocumentArray chunks = root.document(0).chunks();
        QCOMPARE(ids(chunks), (QStringList{u"a1"_s, u"a2"_s}));
        QCOMPARE(chunks.document(0).granularity(), 1U);
        QCOMPARE(chunks.document(0).parentId(), u"a"_s);
        const DocumentArray deeper = chunks.document(0).chunks();
        QCOMPARE(deeper.document(1).id(), u"a12"_s);
        QCOMPARE(deeper.document(1).granularity(), 2U);
        QCOMPARE(deeper.document(1).parentId(), u"a1"_s);
        const DocumentArray matches = root.document(0).matches();
        QCOMPARE(matches.document(0).adjacency(), 1U);
        QCOMPARE(matches.document(0).parentId(), QString());
        QVERIFY(root.document(1).chunks().isEmpty());
    }

    void paths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("reached");
        QTest::newRow("roots") << u"@r"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("chunks") << u"@c"_s << QStringList{u"a1"_s, u"a2"_s, u"c1"_s};
        QTest::newRow("matches") << u"@m"_s << QStringList{u"x"_s};
        QTest::newRow("grand-chunks") << u"@cc"_s << QStringList{u"a11"_s, u"a12"_s};
        QTest::newRow("both") << u"@r, c"_s
                              << QStringList{u"a"_s, u"b"_s, u"c"_s, u"a1"_s, u"a2"_s, u"c1"_s};
        QTest::newRow("slice per parent") << u"@c[0]"_s << QStringList{u"a1"_s, u"c1"_s};
        QTest::newRow("from the end") << u"@c[-1:]"_s << QStringList{u"a2"_s, u"c1"_s};
        QTest::newRow("backwards") << u"@r[::-1]"_s << QStringList{u"c"_s, u"b"_s, u"a"_s};
        QTest::newRow("a step beyond all numbers")
            << u"@r[1::9223372036854775807]"_s << QStringList{u"b"_s};
        QTest::newRow("such a step backwards")
            << u"@r[1::-9223372036854775808]"_s << QStringList{u"b"_s};
        QTest::newRow("without brackets") << u"@r1:3"_s << QStringList{u"b"_s, u"c"_s};
    }

    void paths()
    {
        QFETCH(const QString, path);
        QFETCH(const QStringList, reached);
        const auto result = traverse(tree(), path);
        QVERIFY(result);
        QCOMPARE(ids(*result), reached);
    }

    void badPaths_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"", "r", "@", "@x", "@r,", "@c[", "@c[a]", "@c[::0]", "@c[1"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void badPaths()
    {
        QFETCH(const QString, path);
        const auto result = traverse(tree(), path);
        QVERIFY(!result);
        QCOMPARE(result.error().code(), QByteArray("path"));
    }

    void json()
    {
        std::string out;
        appendJsonDocument(tree(), 2, &out);
        QCOMPARE(out, std::string(R"({"id":"c","chunks":[{"id":"c1"}]})"));
    }

    void editingANestedCellWidensTheSchema()
    {
        Field extra;
        extra.name = u"extra"_s;
        extra.type = TypeKind::Int;
        const auto with = leaves({"new"}).withColumnInserted(1, extra, [] {
            ColumnBuilder builder(TypeKind::Int);
            builder.next().appendInt(7);
            return builder.finish();
        }());
        const DocumentArray root = tree();
        const auto edited = root.withValue(1, root.schema().indexOf(Role::Chunks), list(with));
        QVERIFY(edited && edited->verify());
        QCOMPARE(edited->document(1).chunks().document(0).tag(u"extra"), Value::integer(7));
        QCOMPARE(ids(edited->document(0).chunks()), (QStringList{u"a1"_s, u"a2"_s}));
    }
};

QTEST_GUILESS_MAIN(TestNested)
#include "tst_nested.moc"
