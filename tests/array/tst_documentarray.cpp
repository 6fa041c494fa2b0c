// The list that DocArray promises, on a table of columns.
#include "core/array/arraydiff.h"
#include "core/array/convert.h"
#include "core/array/document.h"

#include <QSet>
#include <QTest>

using namespace passel;
using namespace Qt::StringLiterals;

namespace {

Field tag(const QString &name, ColumnType type)
{
    Field field;
    field.name = name;
    field.type = std::move(type);
    return field;
}

DocumentArray numbers(qsizetype count, qint64 first = 0)
{
    ColumnBuilder values(TypeKind::Int);
    ColumnBuilder names(TypeKind::Text);
    for (qsizetype i = 0; i < count; ++i) {
        values.next().appendInt(first + i);
        names.next().appendBytes("row " + std::to_string(first + i));
    }
    return DocumentArray::create(
        Schema({tag(u"n"_s, TypeKind::Int), tag(u"name"_s, TypeKind::Text)}),
        {values.finish(), names.finish()}, count);
}

std::vector<qint64> values(const DocumentArray &array)
{
    std::vector<qint64> result;
    for (qsizetype row = 0; row < array.rowCount(); ++row)
        result.push_back(array.tryValue(row, 0)->toInt());
    return result;
}

} // namespace

class TestDocumentArray final : public QObject
{
    Q_OBJECT

private slots:

    void listOperations()
    {
        const DocumentArray array = numbers(5);
        QVERIFY(values(array.sliced(1, 3)) == (std::vector<qint64>{1, 2, 3}));
        QVERIFY(values(array.sliced(4, 99)) == (std::vector<qint64>{4}));
        QVERIFY(values(array.reversed()) == (std::vector<qint64>{4, 3, 2, 1, 0}));
        const std::vector<quint32> gone{3, 1, 1, 77};
        QVERIFY(values(array.removed(gone)) == (std::vector<qint64>{0, 2, 4}));
        const auto inserted = array.inserted(2, numbers(2, 100));
        QVERIFY(values(*inserted) == (std::vector<qint64>{0, 1, 100, 101, 2, 3, 4}));
        QVERIFY(values(*array.concatenated(numbers(1, 9)))
                == (std::vector<qint64>{0, 1, 2, 3, 4, 9}));
        QVERIFY(inserted->verify());
    }

    void manyDeletionsAtOnce()
    {
        const DocumentArray array = numbers(20'000);
        std::vector<quint32> gone;
        for (quint32 i = 0; i < 20'000; i += 2)
            gone.push_back(i);
        const DocumentArray odd = array.removed(gone);
        QCOMPARE(odd.rowCount(), 10'000);
        QCOMPARE(odd.tryValue(9'999, 0)->toInt(), 19'999);
    }

    void editingSharesAllOtherSegments()
    {
        const DocumentArray before = numbers(50'000);
        const auto after = before.withValue(20'000, 0, Value::integer(-1));
        QVERIFY(after);
        QCOMPARE(before.tryValue(20'000, 0)->toInt(), 20'000);
        QCOMPARE(after->tryValue(20'000, 0)->toInt(), -1);
        QCOMPARE(after->tryValue(20'001, 0)->toInt(), 20'001);
        const ArrayDiff diff = ArrayDiff::between(before, *after);
        QVERIFY(!diff.schemaChanged && !diff.rowsChanged);
        QCOMPARE(diff.cells.size(), size_t(1));
        QCOMPARE(diff.cells[0].first, 16'384);
        QCOMPARE(diff.cells[0].size, Segment::Capacity);
        QVERIFY(ArrayDiff::between(before, before).isEmpty());
        QVERIFY(ArrayDiff::between(before, before.reversed()).rowsChanged);
        QVERIFY(ArrayDiff::between(before, before.withColumnRemoved(0)).schemaChanged);
    }

    void aCellOfAnotherTypeIsRefused()
    {
        const auto refused = numbers(3).withValue(1, 0, Value::text(u"x"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("field-type"));
        QCOMPARE(refused.error().place().field, u"n"_s);
        QVERIFY(numbers(3).withValue(1, 0, Value()));
    }

    void typedTextKeepsItsNumber()
    {
        Field price = tag(u"price"_s, TypeKind::Float64);
        price.form = ".2";
        ColumnBuilder builder(TypeKind::Float64);
        builder.next().appendFloat(1.5);
        const auto array = DocumentArray::create(Schema({price}), {builder.finish()}, 1);
        QCOMPARE(*array.tryText(0, 0), std::string("1.50"));
        QCOMPARE(*array.withText(0, 0, "5")->tryText(0, 0), std::string("5.00"));
        QCOMPARE(*array.withText(0, 0, "5.123")->tryText(0, 0), std::string("5.123"));
        QCOMPARE(array.withText(0, 0, "five").error().code(), QByteArray("field-type"));
    }

    void concatenationUnitesColumns()
    {
        DocumentFields document{{tag(u"n"_s, TypeKind::Float64), Value::float64(0.5)},
                                {tag(u"more"_s, TypeKind::Bool), Value::boolean(true)}};
        const auto both = numbers(2).appended(document);
        QVERIFY(both);
        QVERIFY(both->verify());
        QCOMPARE(both->columnCount(), 3);
        QCOMPARE(int(both->field(0).type.kind), int(TypeKind::Float64));
        QCOMPARE(*both->tryText(1, 0), std::string("1"));
        QCOMPARE(*both->tryText(2, 0), std::string("0.5"));
        QVERIFY(both->tryValue(0, 2)->isNull());
        QVERIFY(both->tryValue(2, 1)->isNull());
    }

    void differentTypesBecomeTextAndKeepEveryText()
    {
        DocumentFields document{
            {tag(u"n"_s, TypeKind::Date), *parseText(TypeKind::Date, {}, "2020-01-31")}};
        const auto both = numbers(2).appended(document);
        QCOMPARE(int(both->field(0).type.kind), int(TypeKind::Text));
        QCOMPARE(*both->tryText(0, 0), std::string("0"));
        QCOMPARE(*both->tryText(2, 0), std::string("2020-01-31"));
    }

    void differentFormsKeepTheirTexts()
    {
        Field two = tag(u"x"_s, TypeKind::Float64);
        two.form = ".2";
        Field three = two;
        three.form = ".3";
        const auto a = DocumentArray::ofDocuments({{{two, Value::float64(1.25)}}});
        const auto b = DocumentArray::ofDocuments({{{three, Value::float64(1.125)}}});
        const auto both = a->concatenated(*b);
        QCOMPARE(*both->tryText(0, 0), std::string("1.25"));
        QCOMPARE(*both->tryText(1, 0), std::string("1.125"));
    }

    void everyFormKeepsItsValueAndText_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("firstForm");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("secondForm");
        QTest::addColumn<QByteArray>("second");
        const auto row = [](const char *name, TypeKind kind, const char *firstForm,
                            const char *first, const char *secondForm, const char *second) {
            QTest::newRow(name) << int(kind) << QByteArray(firstForm) << QByteArray(first)
                                << QByteArray(secondForm) << QByteArray(second);
        };
        row("sign", TypeKind::Int, "", "5", "+", "+6");
        row("decimals", TypeKind::Float64, ".2", "1.50", ".3", "1.125");
        row("comma", TypeKind::Float64, "", "1.5", ",", "2,5");
        row("comma, narrow", TypeKind::Float32, ",.2", "1,50", "", "2.5");
        row("words", TypeKind::Bool, "yes|no", "yes", "", "false");
        row("date", TypeKind::Date, "%d/%m/%Y", "31/12/2020", "", "2021-01-05");
        row("time", TypeKind::Time, "%H:%M", "12:30", "", "12:30:01.5");
        row("fraction", TypeKind::Timestamp, "%Y-%m-%dT%H:%M:%S", "2020-01-01T00:00:00",
            "%Y-%m-%dT%H:%M:%S.%6f", "2020-01-01T00:00:00.123456");
    }

    void everyFormKeepsItsValueAndText()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, firstForm);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, secondForm);
        QFETCH(QByteArray, second);
        const ColumnType type(static_cast<TypeKind>(kind));
        const auto document = [&](const TextForm &form, const QByteArray &text) {
            Field field = tag(u"x"_s, type);
            field.form = form;
            return DocumentFields{{field, *parseText(type, form, text.toStdString())}};
        };
        // Each of the two in front once: a form may be finer or coarser than the other.
        for (int turn = 0; turn < 2; ++turn) {
            const DocumentFields a = document(firstForm, first);
            const DocumentFields b = document(secondForm, second);
            const auto one = DocumentArray::ofDocuments({a});
            const auto other = DocumentArray::ofDocuments({b});
            const std::vector<DocumentArray> parts{*one, *other};
            for (const auto &both :
                 {one->concatenated(*other), one->appended(b), other->inserted(0, *one),
                  DocumentArray::ofDocuments({a, b}), DocumentArray::joined(parts)}) {
                QVERIFY(both && both->verify());
                QCOMPARE(both->field(0).type, type);
                QCOMPARE(*both->tryValue(0, 0), a[0].second);
                QCOMPARE(*both->tryValue(1, 0), b[0].second);
                QCOMPARE(both->tryText(0, 0).value_or("∅"), first.toStdString());
                QCOMPARE(both->tryText(1, 0).value_or("∅"), second.toStdString());
            }
            std::swap(first, second);
            std::swap(firstForm, secondForm);
        }
    }

    void numbersOfTwoTypesKeepTheirValueAndText()
    {
        Field whole = tag(u"x"_s, TypeKind::Int);
        whole.form = "+";
        Field decimal = tag(u"x"_s, TypeKind::Float64);
        decimal.form = ",";
        const auto both = DocumentArray::ofDocuments({{{whole, Value::integer(5)}}})
                              ->appended({{decimal, Value::float64(1.5)}});
        QVERIFY(both && both->verify());
        QCOMPARE(*both->tryValue(0, 0), Value::float64(5));
        QCOMPARE(*both->tryValue(1, 0), Value::float64(1.5));
        QCOMPARE(both->tryText(0, 0).value_or("∅"), std::string("+5"));
        QCOMPARE(both->tryText(1, 0).value_or("∅"), std::string("1,5"));
    }

    void derivedIdsSurviveReorderingAndJoining()
    {
        const DocumentArray a = numbers(3);
        const DocumentArray b = numbers(3, 10);
        const QString id = a.document(2).id();
        QCOMPARE(id.size(), 32);
        QCOMPARE(a.reversed().document(0).id(), id);
        const auto both = b.concatenated(a);
        QCOMPARE(both->document(5).id(), id);
        QCOMPARE(*both->rowOfId(id.toStdString()), 5);
        QCOMPARE(*both->rowOfId("nobody"), -1);
        QSet<QString> ids;
        for (qsizetype row = 0; row < both->rowCount(); ++row)
            ids.insert(both->document(row).id());
        QCOMPARE(ids.size(), 6);
    }

    void ownIdsGiveTheFirst()
    {
        Field id = tag(u"id"_s, TypeKind::Text);
        id.role = Role::Id;
        const auto array = DocumentArray::ofDocuments({{{id, Value::text(u"a"_s)}},
                                                       {{id, Value::text(u"b"_s)}},
                                                       {{id, Value::text(u"b"_s)}}});
        QCOMPARE(*array->rowOfId("b"), 1);
        QCOMPARE(array->document(2).id(), u"b"_s);
    }

    void documentGetters()
    {
        const auto field = [](Role role) {
            Field f;
            f.name = QString::fromLatin1(roleName(role));
            f.role = role;
            f.type = roleType(role);
            return f;
        };
        const std::array box{1.0F, 2.5F};
        const TensorValue location{
            ElementType::Float32,
            {2},
            std::string(reinterpret_cast<const char *>(box.data()), sizeof box)};
        const auto array = DocumentArray::ofDocuments(
            {{{field(Role::Text), Value::text(u"hello"_s)},
              {field(Role::Weight), Value::float32(0.5F)},
              {field(Role::Location), Value::tensor(location)},
              {field(Role::Tags), Value::json("{\"deep\": [1, 2]}")},
              {field(Role::Scores), Value::json("{\"cos\": {\"value\": 0.1}}")},
              {tag(u"city"_s, TypeKind::Text), Value::text(u"Ulm"_s)}}});
        QVERIFY(array);
        const Document document = array->document(0);
        QCOMPARE(document.text(), u"hello"_s);
        QCOMPARE(document.weight(), 0.5F);
        QCOMPARE(document.location(), (std::vector<float>{1, 2.5F}));
        QCOMPARE(document.contentType(), QByteArray("text"));
        QCOMPARE(document.tag(u"city"), Value::text(u"Ulm"_s));
        QCOMPARE(document.tag(u"deep"), Value::json("[1,2]"));
        QCOMPARE(document.tagsJson(), QByteArray("{\"city\":\"Ulm\",\"deep\": [1, 2]}"));
        QCOMPARE(document.mimeType(), QString());
        QVERIFY(!document.tensor());
        QCOMPARE(document.granularity(), 0U);
    }

    void rowsWithoutColumnsAndColumnsWithoutRows()
    {
        const DocumentArray bare = DocumentArray::create({}, {}, 3);
        QCOMPARE(bare.rowCount(), 3);
        QVERIFY(bare.verify());
        QCOMPARE(bare.sliced(1, 5).rowCount(), 2);
        const DocumentArray empty = numbers(0);
        QCOMPARE(empty.columnCount(), 2);
        QVERIFY(empty.compacted());
        QCOMPARE((*empty.concatenated(numbers(2))).rowCount(), 2);
    }

    void compactionDropsWhatIsNotSeen()
    {
        const auto seen = numbers(30'000).reversed().sliced(0, 10'000);
        const auto compact = seen.compacted();
        QVERIFY(compact && compact->verify());
        QCOMPARE(compact->storedRowCount(), 10'000);
        QVERIFY(compact->equals(seen));
    }

    void castLosesNoText()
    {
        ColumnBuilder builder(TypeKind::Text);
        for (const char *text : {"1", "2.50", "x", "3"})
            builder.next().appendBytes(text);
        std::vector<std::string> failures;
        const Field from = tag(u"a"_s, TypeKind::Text);
        const Field to = tag(u"a"_s, TypeKind::Float64);
        const auto column =
            converted(builder.finish(), from, to, {},
                      [&](qsizetype, std::string text) { failures.push_back(std::move(text)); });
        QVERIFY(column);
        QVERIFY(failures == std::vector<std::string>{"x"});
        const auto array = DocumentArray::create(Schema({to}), {*column}, 4);
        QCOMPARE(*array.tryText(1, 0), std::string("2.50"));
        QCOMPARE(array.tryValue(1, 0)->toDouble(), 2.5);
        QVERIFY(array.tryValue(2, 0)->isNull());
    }
};

QTEST_GUILESS_MAIN(TestDocumentArray)
#include <array>

#include "tst_documentarray.moc"
