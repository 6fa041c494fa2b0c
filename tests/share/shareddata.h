// Columns of every type with their odd values, for the tests of arrow and share.
#pragma once

#include "core/array/documentarray.h"

#include <QRandomGenerator>

#include <cmath>
#include <limits>

namespace passel::testdata {

inline Field field(const QString &name, ColumnType type)
{
    Field made;
    made.name = name;
    made.type = std::move(type);
    return made;
}

inline ColumnType tensorType(ElementType element, std::vector<quint32> shape = {})
{
    ColumnType type(TypeKind::Tensor);
    type.element = element;
    type.shape = std::move(shape);
    return type;
}

inline ColumnType timestampType(const QByteArray &zone = {})
{
    ColumnType type(TypeKind::Timestamp);
    type.zone = zone;
    return type;
}

//! \brief A column of the values, null where they are.
inline Column column(const Field &field, const std::vector<Value> &values)
{
    ColumnBuilder builder(field.type);
    builder.setChildren(field.children);
    for (const Value &value : values)
        builder.next().appendValue(value);
    return builder.finish();
}

inline DocumentArray array(const Field &field, const std::vector<Value> &values)
{
    return DocumentArray::create(Schema({field}), {column(field, values)},
                                 static_cast<qsizetype>(values.size()));
}

inline Value number(qint64 value)
{
    return Value::integer(value);
}

inline Value text(const char *value)
{
    return Value::text(std::string(value));
}

inline std::string doubles(std::initializer_list<double> values)
{
    return {reinterpret_cast<const char *>(values.begin()), values.size() * sizeof(double)};
}

//! \brief Documents of the given fields, for nesting.
inline Value documents(const DocumentArray &array)
{
    return Value::documents(std::make_shared<const DocumentArray>(array));
}

struct Sample
{
    const char *name;
    Field field;
    std::vector<Value> values;
};

//! \brief One column a type and physical form, each with what is hard about it.
inline std::vector<Sample> samples()
{
    const Value none;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double inf = std::numeric_limits<double>::infinity();
    const qint64 low = std::numeric_limits<qint64>::min();
    const qint64 high = std::numeric_limits<qint64>::max();
    const auto counted = [](TypeKind kind, qint64 units) { return Value::counted(kind, units); };
    std::vector<Sample> all;
    const auto add = [&](const char *name, const ColumnType &type, std::vector<Value> values) {
        all.push_back({name, field(QString::fromLatin1(name), type), std::move(values)});
    };
    add("bool", TypeKind::Bool, {Value::boolean(true), none, Value::boolean(false)});
    add("int8", TypeKind::Int, {number(-128), number(127), none});
    add("int16", TypeKind::Int, {number(-129), number(0)});
    add("int32", TypeKind::Int, {number(32768), none});
    add("int64", TypeKind::Int, {number(low), number(high), none});
    add("float64", TypeKind::Float64,
        {Value::float64(0.1), Value::float64(-0.0), Value::float64(nan), Value::float64(inf),
         none});
    add("float32", TypeKind::Float32, {Value::float32(0.1F), none, Value::float32(-1)});
    add("text", TypeKind::Text,
        {text("Zürich"), text(""), none, text("a\nb"), text("\xF0\x9F\x90\xA6")});
    std::vector<Value> few;
    few.reserve(3000);
    for (int i = 0; i < 3000; ++i)
        few.push_back(i % 7 == 3 ? none : text(i % 3 == 0 ? "beta" : i % 3 == 1 ? "alpha" : ""));
    add("dictionary", TypeKind::Text, few);
    add("bytes", TypeKind::Bytes, {Value::bytes(std::string("\0\xff", 2)), none, Value::bytes("")});
    add("json", TypeKind::Json, {Value::json("{\"a\": 1.0}"), none, Value::json("null")});
    add("date", TypeKind::Date,
        {counted(TypeKind::Date, -1), none, counted(TypeKind::Date, 20000)});
    add("time", TypeKind::Time, {counted(TypeKind::Time, 86'399'999'999), none});
    add("duration", TypeKind::Duration, {counted(TypeKind::Duration, -5), none});
    add("whole seconds", timestampType(),
        {counted(TypeKind::Timestamp, 978'307'200'000'000), none,
         counted(TypeKind::Timestamp, -1'000'000)});
    add("microseconds with a zone", timestampType("Europe/Zurich"),
        {counted(TypeKind::Timestamp, 978'307'200'000'001), none});
    add("all null", TypeKind::Float64, {none, none, none});
    add("tensors of one shape", tensorType(ElementType::Float64, {1, 2}),
        {Value::tensor({ElementType::Float64, {1, 2}, doubles({1.5, nan})}), none,
         Value::tensor({ElementType::Float64, {1, 2}, doubles({0, -1})})});
    add("vectors of any length", tensorType(ElementType::Float64),
        {Value::tensor({ElementType::Float64, {1}, doubles({1.5})}), none,
         Value::tensor({ElementType::Float64, {0}, {}}),
         Value::tensor({ElementType::Float64, {2}, doubles({3, 4})})});
    add("tensors of any shape", tensorType(ElementType::Float64),
        {Value::tensor({ElementType::Float64, {1, 2}, doubles({1.5, 2})}), none,
         Value::tensor({ElementType::Float64, {}, doubles({7})}),
         Value::tensor({ElementType::Float64, {2, 0}, {}})});
    add("booleans in a tensor", tensorType(ElementType::Bool, {3}),
        {Value::tensor({ElementType::Bool, {3}, std::string("\1\0\1", 3)}), none});

    Field name = field(QStringLiteral("name"), TypeKind::Text);
    Field score = field(QStringLiteral("score"), TypeKind::Float64);
    Field inner = field(QStringLiteral("inner"), TypeKind::Documents);
    inner.children = std::make_shared<const Schema>(Schema({score}));
    const DocumentArray leaf = array(score, {Value::float64(1), none});
    const DocumentArray twig = DocumentArray::create(
        Schema({name, inner}),
        {column(name, {text("x"), none}), column(inner, {documents(leaf), none})}, 2);
    Field chunks = field(QStringLiteral("nested documents"), TypeKind::Documents);
    chunks.role = Role::Chunks;
    chunks.children = std::make_shared<const Schema>(Schema({name, inner}));
    all.push_back(
        {"nested documents",
         chunks,
         {documents(twig), none, documents(twig.sliced(0, 0)), documents(twig.sliced(1, 1))}});
    return all;
}

//! \brief \a rows of numbers, texts of few and of many values, and times, from a fixed seed.
inline DocumentArray table(qsizetype rows, quint32 seed = 1)
{
    QRandomGenerator random(seed);
    const Field id = field(QStringLiteral("id"), TypeKind::Int);
    const Field code = field(QStringLiteral("code"), TypeKind::Text);
    const Field name = field(QStringLiteral("name"), TypeKind::Text);
    const Field when = field(QStringLiteral("when"), timestampType("UTC"));
    ColumnBuilder ids(id.type);
    ColumnBuilder codes(code.type);
    ColumnBuilder names(name.type);
    ColumnBuilder times(when.type);
    for (qsizetype row = 0; row < rows; ++row) {
        ids.next().appendInt(random.bounded(1'000'000));
        if (random.bounded(50) == 0)
            codes.next().appendNull();
        else
            codes.next().appendBytes("code-" + std::to_string(random.bounded(200)));
        names.next().appendBytes("name " + std::to_string(random.generate64()));
        times.next().appendInt(qint64(1'000'000) * random.generate());
    }
    return DocumentArray::create(Schema({id, code, name, when}),
                                 {ids.finish(), codes.finish(), names.finish(), times.finish()},
                                 rows);
}

} // namespace passel::testdata
