#include "ui/grid/arraygridsource.h"
#include "ui/grid/gridview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace passel;
using namespace Qt::Literals::StringLiterals;

namespace {

Field field(const QString &name, const ColumnType &type, const TextForm &form = {})
{
    Field result;
    result.name = name;
    result.type = type;
    result.form = form;
    return result;
}

Column column(const ColumnType &type, const std::vector<Value> &values)
{
    ColumnBuilder builder(type);
    for (const Value &value : values)
        builder.next().appendValue(value);
    return builder.finish();
}

Value vectorOf(quint32 elements)
{
    TensorValue tensor;
    tensor.shape = {elements};
    tensor.data.assign(elements * sizeof(float), '\0');
    return Value::tensor(tensor);
}

class NeverSource final : public SegmentSource
{
public:
    Result<SegmentPtr> fetch(quint64, const TaskContext &) override
    {
        return Error(ErrorKind::Network, "never", u"Never."_s);
    }
};

// One column of each kind that is shown in its own way, three rows.
DocumentArray sample()
{
    const ColumnType tensor(TypeKind::Tensor);
    std::vector<Field> fields = {
        field(u"name"_s, TypeKind::Text),
        field(u"year"_s, TypeKind::Int),
        field(u"cost"_s, TypeKind::Int),
        field(u"score"_s, TypeKind::Float64),
        field(u"price"_s, TypeKind::Float64, ".2"),
        field(u"day"_s, TypeKind::Date, "%e %b %Y"),
        field(u"sure"_s, TypeKind::Bool, "Yes|No"),
        field(u"vector"_s, tensor),
        field(u"bytes"_s, TypeKind::Bytes),
    };
    std::vector<Column> columns = {
        column(TypeKind::Text, {Value::text(u"Ana"_s), Value::text(u""_s), Value()}),
        column(TypeKind::Int, {Value::integer(1990), Value::integer(-7), Value()}),
        column(TypeKind::Int, {Value::integer(1234567), Value::integer(9999), Value()}),
        column(TypeKind::Float64, {Value::float64(1.5), Value::float64(2), Value::float64(1e20)}),
        column(TypeKind::Float64, {Value::float64(3), Value::float64(2.25), Value::float64(-0.5)}),
        column(TypeKind::Date, {Value::counted(TypeKind::Date, 0), Value(), Value()}),
        column(TypeKind::Bool, {Value::boolean(true), Value::boolean(false), Value()}),
        column(tensor, {vectorOf(2), vectorOf(128), Value()}),
        column(TypeKind::Bytes, {Value::bytes(std::string(2048, 'x')), Value::bytes({}), Value()}),
    };
    return DocumentArray::create(Schema(std::move(fields)), std::move(columns), 3);
}

} // namespace

class TestArrayGridSource : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cells_data();
    void cells();
    void numbersOfAColumnAreGroupedAlike();
    void pendingCells();
    void longTextIsCutBetweenCharacters();
    void tellsOnlyWhatChanged();
    void badges();
    void shortNumbers_data();
    void shortNumbers();
    void profiles();
    void editing();
    void worksInTheGrid();
};

void TestArrayGridSource::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::instance().install(*qApp);
}

void TestArrayGridSource::cells_data()
{
    QTest::addColumn<qint64>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<GridCell::State>("state");
    QTest::addColumn<QString>("text");
    using State = GridCell::State;
    QTest::newRow("text") << qint64(0) << 0 << State::Present << u"Ana"_s;
    QTest::newRow("empty text") << qint64(1) << 0 << State::EmptyText << QString();
    QTest::newRow("missing text") << qint64(2) << 0 << State::Missing << QString();
    QTest::newRow("a year is not grouped") << qint64(0) << 1 << State::Present << u"1990"_s;
    QTest::newRow("a large number is") << qint64(0) << 2 << State::Present << u"1,234,567"_s;
    QTest::newRow("as the large one above") << qint64(1) << 2 << State::Present << u"9,999"_s;
    QTest::newRow("shared precision") << qint64(1) << 3 << State::Present << u"2.0"_s;
    QTest::newRow("too large for fixed") << qint64(2) << 3 << State::Present << u"1e+20"_s;
    QTest::newRow("precision of the form") << qint64(0) << 4 << State::Present << u"3.00"_s;
    QTest::newRow("date as in the file") << qint64(0) << 5 << State::Present << u"1 Jan 1970"_s;
    QTest::newRow("words of a bool") << qint64(0) << 6 << State::Present << u"Yes"_s;
    QTest::newRow("short vector") << qint64(0) << 7 << State::Present << u"[0.0, 0.0]"_s;
    QTest::newRow("long vector") << qint64(1) << 7 << State::Present << u"128 \u00D7 f32"_s;
    QTest::newRow("bytes") << qint64(0) << 8 << State::Present << u"2.0 kB"_s;
    QTest::newRow("beyond the rows") << qint64(3) << 0 << State::Present << QString();
    QTest::newRow("beyond the columns") << qint64(0) << 99 << State::Present << QString();
}

void TestArrayGridSource::cells()
{
    QFETCH(qint64, row);
    QFETCH(int, column);
    QFETCH(GridCell::State, state);
    QFETCH(QString, text);
    ArrayGridSource source;
    source.setArray(sample());
    const GridCell cell = source.cell(row, column);
    QCOMPARE(cell.state, state);
    QCOMPARE(cell.text, text);
}

void TestArrayGridSource::numbersOfAColumnAreGroupedAlike()
{
    std::vector<Value> costs;
    std::vector<Value> years;
    for (int row = 0; row < 300; ++row) {
        costs.push_back(Value::float64(row == 0 ? 6055.48 : 12.5));
        years.push_back(Value::integer(1990 + row % 20));
    }
    costs.push_back(Value::float64(40'786.58)); // beyond the rows that are looked at
    years.emplace_back();
    ArrayGridSource source;
    source.setArray(DocumentArray::create(
        Schema({field(u"cost"_s, TypeKind::Float64), field(u"year"_s, TypeKind::Int)}),
        {column(TypeKind::Float64, costs), column(TypeKind::Int, years)}, 301));
    QCOMPARE(source.cell(0, 0).text, u"6055.48"_s);
    QCOMPARE(source.cell(300, 0).text, u"40786.58"_s); // alike, as long as no profile tells
    QSignalSpy changed(&source, &GridSource::cellsChanged);
    for (int index = 0; index < 2; ++index) {
        const Result<ColumnProfile> profile = profileColumn(source.array(), index);
        QVERIFY(profile);
        source.setProfile(index, *profile);
    }
    QCOMPARE(changed.count(), 1);
    QCOMPARE(source.cell(0, 0).text, u"6,055.48"_s);
    QCOMPARE(source.cell(1, 0).text, u"12.50"_s);
    QCOMPARE(source.cell(300, 0).text, u"40,786.58"_s);
    QCOMPARE(source.cell(0, 1).text, u"1990"_s);
    // The bars say it in the same way.
    ColumnProfile facts;
    facts.type = TypeKind::Int;
    facts.rows = facts.seen = 100;
    facts.distinct = 90;
    facts.minimum = Value::integer(5000);
    facts.maximum = Value::integer(15'000);
    facts.bins = {{5000, 10'000, 50}, {10'000, 15'000, 50}};
    QCOMPARE(gridProfile(facts, true).bins[0].label, u"5,000 \u2013 10,000"_s);
}

void TestArrayGridSource::pendingCells()
{
    const Column pending({SegmentHandle::pending(5, std::make_shared<NeverSource>(), 1)});
    ArrayGridSource source;
    source.setEditable(true);
    source.setArray(DocumentArray::create(Schema({field(u"a"_s, TypeKind::Int)}), {pending}, 5));
    QCOMPARE(source.cell(2, 0).state, GridCell::State::Pending);
    QVERIFY(source.cell(2, 0).isNumber);
    QVERIFY(!source.isEditable(2, 0));
    QSignalSpy changed(&source, &GridSource::cellsChanged);
    pending.segment(0)->fulfil(Segment::nulls(TypeKind::Int, 5));
    source.tellArrived();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(source.cell(2, 0).state, GridCell::State::Missing);
}

void TestArrayGridSource::longTextIsCutBetweenCharacters()
{
    ArrayGridSource source;
    source.setArray(DocumentArray::create(
        Schema({field(u"a"_s, TypeKind::Text)}),
        {column(TypeKind::Text, {Value::text(QString(2000, u'\u20AC'))})}, 1));
    const QString text = source.cell(0, 0).text;
    QVERIFY(text.size() < 700);
    QVERIFY(text.endsWith(u"\u20AC\u2026"_s));
    QVERIFY(!text.contains(QChar::ReplacementCharacter));
    QCOMPARE(source.copyText(0, 0).size(), 2000);
}

void TestArrayGridSource::tellsOnlyWhatChanged()
{
    ArrayGridSource source;
    QSignalSpy reset(&source, &GridSource::wasReset);
    QSignalSpy rows(&source, &GridSource::rowsChanged);
    QSignalSpy cells(&source, &GridSource::cellsChanged);
    const DocumentArray array = sample();
    source.setArray(array);
    QCOMPARE(reset.count(), 1);
    source.setArray(array);
    QCOMPARE(reset.count() + rows.count() + cells.count(), 1);
    const auto edited = array.withValue(1, 1, Value::integer(8));
    QVERIFY(edited);
    source.setArray(*edited);
    QCOMPARE(cells.count(), 1);
    QCOMPARE(source.cell(1, 1).text, u"8"_s);
    source.setArray(edited->reversed());
    QCOMPARE(rows.count(), 1);
    QCOMPARE(source.cell(1, 1).text, u"8"_s);
    QCOMPARE(source.cell(2, 0).text, u"Ana"_s);
    source.setArray(array.withColumnRemoved(0));
    QCOMPARE(reset.count(), 2);
    QCOMPARE(source.columnCount(), 8);
}

void TestArrayGridSource::badges()
{
    QCOMPARE(badgeText(TypeKind::Text), u"abc"_s);
    QCOMPARE(badgeText(TypeKind::Documents), u"[ ]"_s);
    ColumnType tensor(TypeKind::Tensor);
    tensor.shape = {4};
    QCOMPARE(badgeText(tensor), u"4 \u00D7 f32"_s);
    tensor.shape = {};
    QCOMPARE(badgeText(tensor), u"f32"_s);
}

void TestArrayGridSource::shortNumbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << u"0"_s;
    QTest::newRow("small") << 1.4 << u"1.4"_s;
    QTest::newRow("year") << 1990.0 << u"1990"_s;
    QTest::newRow("thousands") << 15'300.0 << u"15\u2009k"_s;
    QTest::newRow("millions") << 760e6 << u"760\u2009M"_s;
    QTest::newRow("few millions") << -2.46e6 << u"-2.5\u2009M"_s;
    QTest::newRow("tiny") << 0.00042 << u"0.00042"_s;
}

void TestArrayGridSource::shortNumbers()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(shortNumber(value), text);
}

void TestArrayGridSource::profiles()
{
    ColumnProfile facts;
    facts.type = TypeKind::Int;
    facts.rows = 100;
    facts.seen = 100;
    facts.missing = 28;
    facts.distinct = 12;
    facts.minimum = Value::integer(0);
    facts.maximum = Value::integer(350);
    facts.bins = {{0, 100, 10}, {100, 200, 52}, {200, 300, 10}};
    facts.top = {{"140", 20}};
    GridProfile drawn = gridProfile(facts, true);
    QVERIFY(drawn.isVerified);
    QCOMPARE(drawn.bins.size(), std::size_t(3));
    QCOMPARE(drawn.bins[1].label, u"100 \u2013 200"_s);
    QCOMPARE(drawn.minimum, u"0"_s);
    QCOMPARE(drawn.maximum, u"350"_s);
    QCOMPARE(drawn.missingShare, 0.28);

    // One number above one half: that value and the others.
    facts.top = {{"0", 60}};
    drawn = gridProfile(facts, true);
    QVERIFY(drawn.bins.empty());
    QCOMPARE(drawn.top.size(), std::size_t(2));
    QVERIFY(drawn.top[1].isOther);
    QCOMPARE(drawn.top[1].count, 12);
    QCOMPARE(drawn.top[1].text, u"other 11"_s);

    // So far, or by the sender: grey.
    facts.seen = 50;
    QVERIFY(!gridProfile(facts, true).isVerified);
    facts.seen = 100;
    QVERIFY(!gridProfile(facts, false).isVerified);

    ColumnProfile text;
    text.type = TypeKind::Text;
    text.rows = text.seen = 100;
    text.distinct = 95;
    text.shortest = 1;
    text.longest = 66;
    text.top = {{"x", 2}};
    drawn = gridProfile(text, true);
    QCOMPARE(drawn.lines, QStringList({u"nearly all different"_s, u"1\u201366 letters"_s}));
    text.distinct = 100;
    QCOMPARE(gridProfile(text, true).lines[0], u"all different"_s);
    text.distinctIsExact = false;
    QCOMPARE(gridProfile(text, true).lines[0], u"nearly all different"_s);
    text.missing = 100;
    text.distinct = 0;
    text.top = {};
    QCOMPARE(gridProfile(text, true).lines, QStringList{u"all missing"_s});
    text.rows = text.seen = text.missing = 0;
    QCOMPARE(gridProfile(text, true).lines, QStringList{u"no rows"_s});

    ColumnProfile days;
    days.type = TypeKind::Date;
    days.rows = days.seen = 10;
    days.minimum = Value::counted(TypeKind::Date, 7305);
    days.maximum = Value::counted(TypeKind::Date, 11'690);
    days.bins = {{7305, 9000, 5}, {9000, 11'700, 5}};
    drawn = gridProfile(days, true);
    QCOMPARE(drawn.minimum, u"1990"_s);
    QCOMPARE(drawn.maximum, u"2002"_s);
    QVERIFY(drawn.bins[0].label.startsWith(u"1990-01-01"_s));
}

void TestArrayGridSource::editing()
{
    ArrayGridSource source;
    source.setArray(sample());
    QVERIFY(!source.isEditable(0, 0));
    source.setEditable(true);
    QVERIFY(source.isEditable(0, 0));
    QVERIFY(source.isEditable(2, 0)); // a missing cell can be filled
    QVERIFY(!source.isEditable(0, 7));
    QVERIFY(!source.isEditable(0, 8));
    QCOMPARE(source.editText(0, 2), u"1234567"_s); // not as it is shown
    QVERIFY(source.problem(0, 1, u"12"_s).isEmpty());
    QVERIFY(!source.problem(0, 1, u"12a"_s).isEmpty());
    QVERIFY(source.problem(0, 1, QString()).isEmpty());
    QVERIFY(source.problem(0, 0, u"anything"_s).isEmpty());
    QVERIFY(source.problem(0, 6, u"No"_s).isEmpty());
    QVERIFY(!source.problem(0, 6, u"perhaps"_s).isEmpty());
}

void TestArrayGridSource::worksInTheGrid()
{
    ArrayGridSource source;
    QSignalSpy shown(&source, &ArrayGridSource::shown);
    GridView view;
    view.resize(900, 300);
    view.setSource(&source);
    view.show();
    source.setArray(sample());
    QVERIFY(shown.count() > 0);
    view.viewport()->grab();
    view.setCurrent(2, 3);
    source.setArray(sample().sliced(0, 1));
    QCOMPARE(view.currentRow(), qint64(0));
    source.setArray(DocumentArray());
    view.viewport()->grab();
    QCOMPARE(view.currentColumn(), -1);
}

QTEST_MAIN(TestArrayGridSource)
#include "tst_arraygridsource.moc"
