#include "core/recipe/kernel.h"
#include "core/recipe/parameters.h"
#include "core/recipe/reading.h"
#include "core/recipe/valuesteps.h"
#include "core/recipe/words.h"

#include <limits>

namespace passel {

namespace {

constexpr quint32 Nowhere = std::numeric_limits<quint32>::max();

Result<Value> constantOf(const Field &field, const QString &text)
{
    const std::string utf8 = text.toStdString();
    auto value = LenientReader(field.type, field.form).read(utf8);
    if (value)
        return *std::move(value);
    Place place;
    place.field = field.name;
    return Error(ErrorKind::Input, QByteArrayLiteral("bad-operand"),
                 StepWords::tr("“%1” does not fit the column “%2” (%3).")
                     .arg(text, field.name, typeTitle(field.type.kind)))
        .at(std::move(place));
}

SegmentKernel constantKernel(const Field &field, const VisibleRows &rows, const Value &constant)
{
    return
        [field, rows, constant](const Segment &segment, qsizetype start) -> Result<SegmentChange> {
            SegmentChange change;
            if (segment.nullCount() == 0)
                return change;
            SegmentBuilder builder(field.type);
            for (qsizetype row = 0; row < segment.size(); ++row) {
                if (segment.isNull(row))
                    builder.appendValue(constant);
                else
                    builder.appendFrom(segment, row);
            }
            rows.forEachIn(start, start + segment.size(), [&](qsizetype stored) {
                change.cellsChanged += segment.isNull(stored - start) ? 1 : 0;
            });
            change.segment = builder.seal();
            return change;
        };
}

// For each missing cell that is seen, the stored row whose value it gets.
Result<std::vector<quint32>> sourceRows(const DocumentArray &array, qsizetype index, bool backwards,
                                        const TaskContext &context)
{
    std::vector<quint32> sources(static_cast<size_t>(array.storedRowCount()), Nowhere);
    const qsizetype rows = array.rowCount();
    ColumnReader reader(array.column(index));
    quint32 last = Nowhere;
    for (qsizetype i = 0; i < rows; ++i) {
        if (i % Segment::Capacity == 0 && context.isCancelled())
            return Error::cancelled();
        const qsizetype stored = array.storedRow(backwards ? rows - 1 - i : i);
        qsizetype local = 0;
        PASSEL_TRY(const Segment *segment, reader.seek(stored, &local, context));
        if (!segment->isNull(local))
            last = static_cast<quint32>(stored);
        else
            sources[static_cast<size_t>(stored)] = last;
    }
    return sources;
}

SegmentKernel neighbourKernel(const Field &field, const VisibleRows &rows, const Column &column,
                              const std::vector<quint32> &sources, const TaskContext &context)
{
    // The sources outlive the kernel: both belong to one call of apply().
    return [field, rows, reader = ColumnReader(column), &sources,
            context](const Segment &segment, qsizetype start) mutable -> Result<SegmentChange> {
        SegmentChange change;
        if (segment.nullCount() == 0)
            return change;
        rows.forEachIn(start, start + segment.size(), [&](qsizetype stored) {
            change.cellsChanged += sources[static_cast<size_t>(stored)] != Nowhere ? 1 : 0;
        });
        if (change.cellsChanged == 0)
            return change;
        SegmentBuilder builder(field.type);
        builder.setChildren(field.children);
        for (qsizetype row = 0; row < segment.size(); ++row) {
            const quint32 source = sources[static_cast<size_t>(start + row)];
            if (source == Nowhere) {
                builder.appendFrom(segment, row);
                continue;
            }
            qsizetype local = 0;
            PASSEL_TRY(const Segment *other,
                       reader.seek(static_cast<qsizetype>(source), &local, context));
            builder.appendFrom(*other, local);
        }
        change.segment = builder.seal();
        return change;
    };
}

} // namespace

Result<StepPtr> FillMissingStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("fill-missing"), parameters);
    ColumnRefs columns = reader.columns(QStringLiteral("columns"), false);
    const With with = reader.choice<With>(QStringLiteral("with"),
                                          {{QLatin1StringView("constant"), With::Constant},
                                           {QLatin1StringView("previous"), With::Previous},
                                           {QLatin1StringView("next"), With::Next}});
    QString constant;
    if (with == With::Constant)
        constant = reader.text(QStringLiteral("value"));
    PASSEL_CHECK(reader.check());
    return std::make_shared<FillMissingStep>(std::move(columns), with, std::move(constant));
}

QByteArray FillMissingStep::id() const
{
    return QByteArrayLiteral("fill-missing");
}

QJsonObject FillMissingStep::parameters() const
{
    QJsonObject json{{QStringLiteral("columns"), columnsJson(m_columns)}};
    switch (m_with) {
    case With::Constant:
        json.insert(QStringLiteral("with"), QStringLiteral("constant"));
        json.insert(QStringLiteral("value"), m_constant);
        break;
    case With::Previous:
        json.insert(QStringLiteral("with"), QStringLiteral("previous"));
        break;
    case With::Next:
        json.insert(QStringLiteral("with"), QStringLiteral("next"));
        break;
    }
    return json;
}

Sentence FillMissingStep::describe() const
{
    const Sentence columns = columnWords(m_columns, {});
    switch (m_with) {
    case With::Previous:
        return sentenceOf(StepWords::tr("Fill missing cells of %1 from above"), {columns});
    case With::Next:
        return sentenceOf(StepWords::tr("Fill missing cells of %1 from below"), {columns});
    default:
        return sentenceOf(StepWords::tr("Fill missing cells of %1 with %2"),
                          {columns, noun(m_constant)});
    }
}

ColumnRefs FillMissingStep::columns() const
{
    return m_columns;
}

Result<StepOutcome> FillMissingStep::apply(const DocumentArray &array,
                                           const TaskContext &context) const
{
    PASSEL_TRY(const std::vector<qsizetype> indexes, indexesOf(array.schema(), m_columns));
    ColumnKernels kernels(array, context);
    for (const qsizetype index : indexes) {
        const Field field = array.field(index);
        if (m_with == With::Constant) {
            PASSEL_TRY(const Value constant, constantOf(field, m_constant));
            PASSEL_CHECK(kernels.change(
                index, field, [&] { return constantKernel(field, kernels.rows(), constant); }));
        } else {
            PASSEL_TRY(const std::vector<quint32> sources,
                       sourceRows(array, index, m_with == With::Next, context));
            PASSEL_CHECK(kernels.change(index, field, [&] {
                return neighbourKernel(field, kernels.rows(), array.column(index), sources,
                                       context);
            }));
        }
    }
    return std::move(kernels).finish();
}

} // namespace passel
