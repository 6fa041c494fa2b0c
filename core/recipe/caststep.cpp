#include "core/look/celltext.h"
#include "core/look/parallel.h"
#include "core/recipe/kernel.h"
#include "core/recipe/parameters.h"
#include "core/recipe/reading.h"
#include "core/recipe/valuesteps.h"
#include "core/recipe/words.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace passel {

namespace {

constexpr qint64 MicrosPerDay = 86'400'000'000;

bool isNested(TypeKind kind)
{
    return kind == TypeKind::Documents || kind == TypeKind::Tensor;
}

qint64 floorDivided(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

// How far a column's clocks are ahead of UTC. Made once for many cells: finding a zone is slow.
class Clock
{
public:
    explicit Clock(const QByteArray &zone)
    {
        if (!zone.isEmpty() && zone != "UTC" && zone != "Z")
            m_zone = QTimeZone(zone.startsWith('+') || zone.startsWith('-') ? "UTC" + zone : zone);
    }

    //! \brief Microseconds ahead at that moment; 0 without zone, in UTC or an unknown one.
    [[nodiscard]] qint64 offset(qint64 micros) const
    {
        if (!m_zone.isValid())
            return 0;
        return qint64(m_zone.offsetFromUtc(
                   QDateTime::fromMSecsSinceEpoch(floorDivided(micros, 1000), Qt::UTC)))
               * 1'000'000;
    }

private:
    QTimeZone m_zone;
};

// A value of one type as another, where both mean the same thing; nothing when they do not, and
// then the text decides.
class ValueCast
{
public:
    ValueCast(ColumnType from, ColumnType to)
        : m_from(std::move(from))
        , m_to(std::move(to))
        , m_fromClock(m_from.zone)
        , m_toClock(m_to.zone)
    {}

    [[nodiscard]] bool isDirect() const
    {
        const bool fromNumber = m_from.isNumber() || m_from.kind == TypeKind::Bool;
        const bool toNumber = m_to.isNumber() || m_to.kind == TypeKind::Bool;
        const bool toPart = m_to.kind == TypeKind::Date || m_to.kind == TypeKind::Time
                            || m_to.kind == TypeKind::Timestamp;
        return (fromNumber && toNumber)
               || (m_from.kind == TypeKind::Date && m_to.kind == TypeKind::Timestamp)
               || (m_from.kind == TypeKind::Timestamp && toPart) || m_from.kind == m_to.kind;
    }

    [[nodiscard]] std::optional<Value> cast(const Value &value) const
    {
        if (m_from.kind == TypeKind::Timestamp || m_from.kind == TypeKind::Date)
            return castMoment(value.toInt());
        if (m_from.kind == m_to.kind)
            return value;
        if (m_from.kind == TypeKind::Bool)
            return number(value.toBool() ? 1 : 0);
        if (m_to.kind == TypeKind::Bool) {
            const double real = value.toDouble();
            return real == 0 || real == 1 ? std::optional(Value::boolean(real == 1)) : std::nullopt;
        }
        if (m_from.kind == TypeKind::Int)
            return number(value.toInt());
        const double real = value.toDouble();
        if (m_to.kind == TypeKind::Int) {
            if (std::trunc(real) != real || std::abs(real) >= 9.2e18)
                return std::nullopt;
            return Value::integer(static_cast<qint64>(real));
        }
        return m_to.kind == TypeKind::Float64 ? Value::float64(real)
                                              : Value::float32(static_cast<float>(real));
    }

private:
    [[nodiscard]] std::optional<Value> number(qint64 whole) const
    {
        if (m_to.kind == TypeKind::Int)
            return Value::integer(whole);
        // Digits that a floating-point number cannot hold would be lost.
        const auto real = static_cast<double>(whole);
        if (real >= 0x1p63 || static_cast<qint64>(real) != whole)
            return std::nullopt;
        if (m_to.kind == TypeKind::Float64)
            return Value::float64(real);
        const auto narrow = static_cast<float>(whole);
        if (static_cast<double>(narrow) != real)
            return std::nullopt;
        return Value::float32(narrow);
    }

    [[nodiscard]] std::optional<Value> castMoment(qint64 units) const
    {
        if (m_from.kind == TypeKind::Date) {
            if (m_to.kind == TypeKind::Date)
                return Value::counted(TypeKind::Date, units);
            qint64 micros = 0;
            if (__builtin_mul_overflow(units, MicrosPerDay, &micros)
                || __builtin_sub_overflow(micros, m_toClock.offset(micros), &micros))
                return std::nullopt;
            return Value::counted(m_to.kind, micros);
        }
        if (m_to.kind == TypeKind::Timestamp) {
            // A moment in another zone stays the moment; one without zone is what clocks show
            // there.
            bool isBeyond = false;
            if (m_from.zone.isEmpty() && !m_to.zone.isEmpty())
                isBeyond = __builtin_sub_overflow(units, m_toClock.offset(units), &units);
            else if (!m_from.zone.isEmpty() && m_to.zone.isEmpty())
                isBeyond = __builtin_add_overflow(units, m_fromClock.offset(units), &units);
            return isBeyond ? std::nullopt : std::optional(Value::counted(m_to.kind, units));
        }
        if (__builtin_add_overflow(units, m_fromClock.offset(units), &units))
            return std::nullopt;
        const qint64 days = floorDivided(units, MicrosPerDay);
        return m_to.kind == TypeKind::Date
                   ? Value::counted(TypeKind::Date, days)
                   : Value::counted(TypeKind::Time, units - days * MicrosPerDay);
    }

    ColumnType m_from;
    ColumnType m_to;
    Clock m_fromClock;
    Clock m_toClock;
};

// Casts the cells of a segment one by one, or one code after the other.
class CastKernel
{
public:
    CastKernel(Field from, Field to, VisibleRows rows)
        : m_from(std::move(from))
        , m_to(std::move(to))
        , m_rows(std::move(rows))
        , m_reader(m_to.type, m_to.form)
        , m_values(m_from.type, m_to.type)
    {}

    [[nodiscard]] Result<SegmentChange> operator()(const Segment &segment, qsizetype start)
    {
        SegmentChange change;
        const qsizetype size = segment.size();
        if (segment.layout() == Layout::AllNull) {
            if (m_from.type.kind != m_to.type.kind)
                change.segment = Segment::nulls(m_to.type.kind, size);
            return change;
        }
        const bool coded = segment.layout() == Layout::Coded;
        std::vector<Cell> codes(coded ? static_cast<size_t>(segment.dictionary()->size()) : 0);
        std::vector<State> states(static_cast<size_t>(size), State::Same);
        SegmentBuilder builder(m_to.type);
        for (qsizetype row = 0; row < size; ++row) {
            if (segment.isNull(row)) {
                builder.appendNull();
                continue;
            }
            Cell own;
            Cell &cell = coded ? codes[segment.codeAt(row)] : own;
            if (cell.state == State::Unknown)
                cell = cast(segment, row);
            builder.appendValue(cell.value);
            states[static_cast<size_t>(row)] = cell.state;
        }
        m_rows.forEachIn(start, start + size, [&](qsizetype stored) {
            const State state = states[static_cast<size_t>(stored - start)];
            if (state != State::Same)
                ++change.cellsChanged;
            if (state == State::Failed)
                change.failed.push_back(static_cast<quint32>(stored));
        });
        change.segment = builder.seal();
        return change;
    }

private:
    enum class State : quint8 { Unknown, Same, Changed, Failed };

    struct Cell
    {
        Value value;
        State state = State::Unknown;
    };

    [[nodiscard]] Cell cast(const Segment &segment, qsizetype row)
    {
        const std::string_view before = cellText(m_from, segment, row, &m_before);
        if (m_to.type.kind == TypeKind::Text)
            return {Value::text(std::string(before)), State::Same};
        std::optional<Value> value;
        if (m_values.isDirect()) {
            value = m_values.cast(segment.valueAt(row, m_from.type));
        } else {
            if (withoutSpaces(before).empty())
                return {Value(), State::Changed}; // no text is no value, and no mistake
            value = m_reader.read(before);
        }
        if (!value)
            return {Value(), State::Failed};
        m_after.clear();
        appendText(m_to.type, m_to.form, *value, &m_after);
        return {*std::move(value), m_after == before ? State::Same : State::Changed};
    }

    Field m_from;
    Field m_to;
    VisibleRows m_rows;
    LenientReader m_reader;
    ValueCast m_values;
    std::string m_before;
    std::string m_after;
};

Error noSuchCast(const Field &field, const ColumnType &to)
{
    Place place;
    place.field = field.name;
    return Error(ErrorKind::Input, QByteArrayLiteral("no-such-cast"),
                 StepWords::tr("The column “%1” (%2) cannot become: %3.")
                     .arg(field.name, typeTitle(field.type.kind), typeTitle(to.kind)))
        .at(std::move(place));
}

// The form that most texts of a column have.
Result<TextForm> foundForm(const ColumnKernels &kernels, qsizetype index, const ColumnType &type)
{
    const Column &column = kernels.array().column(index);
    std::mutex mutex;
    FormFinder all(type);
    PASSEL_CHECK(forEachParallel(
        column.segmentCount(), kernels.context(), [&]() -> std::function<Result<void>(qsizetype)> {
            return [&](qsizetype i) -> Result<void> {
                const qsizetype start = column.start(i);
                PASSEL_TRY(const SegmentPtr segment, column.segment(i)->pin(kernels.context()));
                FormFinder mine(type);
                const bool coded = segment->layout() == Layout::Coded;
                std::vector<qint64> counts(
                    coded ? static_cast<size_t>(segment->dictionary()->size()) : 0);
                kernels.rows().forEachIn(start, start + segment->size(), [&](qsizetype stored) {
                    const qsizetype row = stored - start;
                    if (segment->isNull(row) || segment->bytesAt(row).empty())
                        return;
                    if (coded)
                        ++counts[segment->codeAt(row)];
                    else
                        mine.add(segment->bytesAt(row));
                });
                for (size_t code = 0; code < counts.size(); ++code) {
                    if (counts[code] > 0)
                        mine.add(segment->dictionary()->at(static_cast<qsizetype>(code)),
                                 counts[code]);
                }
                const std::lock_guard lock(mutex);
                all.merge(mine);
                return {};
            };
        }));
    return all.best();
}

Result<void> castColumn(ColumnKernels *kernels, qsizetype index, const ColumnType &type,
                        const TextForm &form)
{
    const Field from = kernels->array().field(index);
    if (isNested(type.kind) || (isNested(from.type.kind) && type.kind != TypeKind::Text)
        || type.kind == TypeKind::Bytes)
        return noSuchCast(from, type);
    Field to = from;
    to.type = type;
    to.form = form;
    to.note.clear();
    to.children.reset();
    const bool fromText = from.type.kind == TypeKind::Text || from.type.kind == TypeKind::Json;
    if (form.isEmpty() && fromText) {
        PASSEL_TRY(to.form, foundForm(*kernels, index, type));
    }
    if (to.role != Role::Tag && !(roleType(to.role) == type))
        to.role = Role::Tag;
    if (from.type == to.type && from.form == to.form)
        return {};
    return kernels->change(
        index, to, [&]() -> SegmentKernel { return CastKernel(from, to, kernels->rows()); });
}

QJsonObject typeJson(const ColumnType &type, const TextForm &form)
{
    QJsonObject json{{QStringLiteral("type"), QString::fromLatin1(typeName(type.kind))}};
    if (!type.zone.isEmpty())
        json.insert(QStringLiteral("zone"), QString::fromUtf8(type.zone));
    if (!form.isEmpty())
        json.insert(QStringLiteral("form"), QString::fromUtf8(form));
    return json;
}

TextForm formOf(ParameterReader *reader)
{
    return reader->has(QStringLiteral("form")) ? reader->text(QStringLiteral("form")).toUtf8()
                                               : TextForm();
}

} // namespace

Result<StepPtr> CastStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("cast"), parameters);
    ColumnRefs columns = reader.columns(QStringLiteral("columns"), false);
    ColumnType type = reader.type(QStringLiteral("type"));
    TextForm form = formOf(&reader);
    PASSEL_CHECK(reader.check());
    return std::make_shared<CastStep>(std::move(columns), std::move(type), std::move(form));
}

QByteArray CastStep::id() const
{
    return QByteArrayLiteral("cast");
}

QJsonObject CastStep::parameters() const
{
    QJsonObject json = typeJson(m_type, m_form);
    json.insert(QStringLiteral("columns"), columnsJson(m_columns));
    return json;
}

Sentence CastStep::describe() const
{
    if (m_form.isEmpty())
        return sentenceOf(StepWords::tr("Change %1 to %2"),
                          {columnWords(m_columns, {}), noun(typeTitle(m_type.kind))});
    return sentenceOf(StepWords::tr("Change %1 to %2 written %3"),
                      {columnWords(m_columns, {}), noun(typeTitle(m_type.kind)),
                       noun(QString::fromUtf8(m_form))});
}

ColumnRefs CastStep::columns() const
{
    return m_columns;
}

Result<StepOutcome> CastStep::apply(const DocumentArray &array, const TaskContext &context) const
{
    PASSEL_TRY(const std::vector<qsizetype> indexes, indexesOf(array.schema(), m_columns));
    ColumnKernels kernels(array, context);
    for (const qsizetype index : indexes)
        PASSEL_CHECK(castColumn(&kernels, index, m_type, m_form));
    return std::move(kernels).finish();
}

Result<StepPtr> SetTypeStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("set-type"), parameters);
    ColumnRef column = reader.column(QStringLiteral("column"));
    ColumnType type = reader.type(QStringLiteral("type"));
    TextForm form = formOf(&reader);
    PASSEL_CHECK(reader.check());
    return std::make_shared<SetTypeStep>(std::move(column), std::move(type), std::move(form));
}

QByteArray SetTypeStep::id() const
{
    return QByteArrayLiteral("set-type");
}

QJsonObject SetTypeStep::parameters() const
{
    QJsonObject json = typeJson(m_type, m_form);
    json.insert(QStringLiteral("column"), m_column.toJson());
    return json;
}

Sentence SetTypeStep::describe() const
{
    return sentenceOf(StepWords::tr("Take %1 as %2"), {m_column.title(), typeTitle(m_type.kind)});
}

ColumnRefs SetTypeStep::columns() const
{
    return {m_column};
}

Result<StepOutcome> SetTypeStep::apply(const DocumentArray &array, const TaskContext &context) const
{
    PASSEL_TRY(const qsizetype index, m_column.in(array.schema()));
    ColumnKernels kernels(array, context);
    PASSEL_CHECK(castColumn(&kernels, index, m_type, m_form));
    PASSEL_TRY(StepOutcome outcome, std::move(kernels).finish());
    if (outcome.report.failureCount == 0)
        return outcome;
    const StepFailure &first = outcome.report.failures.front();
    Place place;
    place.row = first.row;
    place.field = first.column;
    return Error(
               ErrorKind::Input, QByteArrayLiteral("cast-fails"),
               StepWords::tr("%Ln cell(s) of “%1” cannot be read as: %2. The first is “%3” in row "
                             "%4. Nothing was changed; a step “Change type” makes such cells "
                             "missing.",
                             nullptr, static_cast<int>(outcome.report.failureCount))
                   .arg(m_column.title(), typeTitle(m_type.kind),
                        QString::fromStdString(first.text), QString::number(first.row + 1)))
        .at(std::move(place));
}

} // namespace passel
