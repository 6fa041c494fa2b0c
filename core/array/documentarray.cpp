#include "core/array/documentarray.h"

#include "core/array/convert.h"
#include "core/array/document.h"
#include "core/base/digest.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace passel {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::DocumentArray)
};

Error rowLimit()
{
    return {ErrorKind::Limit, QByteArrayLiteral("limit"),
            Text::tr("A table holds at most 4,294,967,295 rows. Split the data.")};
}

} // namespace

struct DocumentArray::Data
{
    std::shared_ptr<const Schema> schema = std::make_shared<const Schema>();
    std::vector<Column> columns;
    qsizetype storedRows = 0;
    RowMap rows;
    std::vector<IdSpan> idSpans;
    Nesting nesting;
};

Schema unified(const Schema &first, const Schema &second)
{
    std::vector<Field> fields = first.fields();
    for (const Field &field : second.fields()) {
        const qsizetype index = first.indexOfSame(field);
        if (index < 0) {
            fields.push_back(field);
            continue;
        }
        Field &mine = fields[static_cast<size_t>(index)];
        if (mine.type.kind == TypeKind::Documents && field.type.kind == TypeKind::Documents) {
            const Schema empty;
            mine.children = std::make_shared<const Schema>(unified(
                mine.children ? *mine.children : empty, field.children ? *field.children : empty));
        } else if (mine.type.kind == TypeKind::Tensor && field.type.kind == TypeKind::Tensor
                   && mine.type.element == field.type.element) {
            if (mine.type.shape != field.type.shape)
                mine.type.shape.clear();
        } else if (mine.type != field.type) {
            const auto is = [&](TypeKind kind) {
                return mine.type.kind == kind || field.type.kind == kind;
            };
            const bool numbers = mine.type.isNumber() && field.type.isNumber();
            const bool nested =
                is(TypeKind::Documents) || is(TypeKind::Tensor) || is(TypeKind::Json);
            mine.type = numbers ? TypeKind::Float64 : nested ? TypeKind::Json : TypeKind::Text;
            mine.form.clear();
            mine.children.reset();
        }
    }
    return Schema(std::move(fields));
}

DocumentArray::DocumentArray()
{
    static const auto empty = std::make_shared<const Data>();
    m_data = empty;
}

DocumentArray DocumentArray::create(Schema schema, std::vector<Column> columns, qsizetype rows,
                                    QByteArray seed)
{
    Q_ASSERT(schema.size() == static_cast<qsizetype>(columns.size()));
    auto data = std::make_shared<Data>();
    data->schema = std::make_shared<const Schema>(std::move(schema));
    data->columns = std::move(columns);
    data->storedRows = rows;
    data->rows = RowMap::identity(rows);
    data->idSpans.push_back({0, seed.isEmpty() ? randomBytes(16) : std::move(seed), 0});
    return DocumentArray(std::move(data));
}

DocumentArray DocumentArray::with(const std::function<void(Data &)> &change) const
{
    auto data = std::make_shared<Data>(*m_data);
    change(*data);
    return DocumentArray(std::move(data));
}

qsizetype DocumentArray::rowCount() const noexcept
{
    return m_data->rows.size();
}

const Schema &DocumentArray::schema() const noexcept
{
    return *m_data->schema;
}

const Column &DocumentArray::column(qsizetype column) const
{
    return m_data->columns[static_cast<size_t>(column)];
}

const RowMap &DocumentArray::rowMap() const noexcept
{
    return m_data->rows;
}

qsizetype DocumentArray::storedRowCount() const noexcept
{
    return m_data->storedRows;
}

const std::vector<IdSpan> &DocumentArray::idSpans() const noexcept
{
    return m_data->idSpans;
}

const Nesting &DocumentArray::nesting() const noexcept
{
    return m_data->nesting;
}

qint64 DocumentArray::byteSize() const
{
    qint64 size = 0;
    for (const Column &column : m_data->columns)
        size += column.byteSize();
    return size;
}

std::optional<Value> DocumentArray::tryValue(qsizetype row, qsizetype column) const
{
    ColumnReader reader(this->column(column));
    qsizetype local = 0;
    const Segment *segment = reader.trySeek(storedRow(row), &local);
    if (segment == nullptr)
        return std::nullopt;
    return segment->valueAt(local, field(column).type);
}

Result<Value> DocumentArray::value(qsizetype row, qsizetype column,
                                   const TaskContext &context) const
{
    ColumnReader reader(this->column(column));
    qsizetype local = 0;
    PASSEL_TRY(const Segment *const segment, reader.seek(storedRow(row), &local, context));
    return segment->valueAt(local, field(column).type);
}

std::optional<std::string> DocumentArray::tryText(qsizetype row, qsizetype column) const
{
    ColumnReader reader(this->column(column));
    qsizetype local = 0;
    const Segment *segment = reader.trySeek(storedRow(row), &local);
    if (segment == nullptr || segment->isNull(local))
        return std::nullopt;
    std::string text;
    appendCellText(*segment, local, field(column), &text);
    return text;
}

QByteArray DocumentArray::derivedId(qsizetype storedRow) const
{
    const auto &spans = m_data->idSpans;
    const auto after =
        std::upper_bound(spans.begin(), spans.end(), storedRow,
                         [](qsizetype row, const IdSpan &span) { return row < span.first; });
    Q_ASSERT(after != spans.begin());
    const IdSpan &span = *std::prev(after);
    QByteArray message = span.seed;
    auto number = static_cast<quint64>(storedRow - span.first + span.base);
    for (int i = 0; i < 8; ++i) {
        message.append(static_cast<char>(number & 0xff));
        number >>= 8;
    }
    return blake2b(message, 16).toHex();
}

Document DocumentArray::document(qsizetype row) const
{
    return {*this, row};
}

DocumentArray DocumentArray::withRowMap(RowMap rows) const
{
    return with([&](Data &data) { data.rows = std::move(rows); });
}

DocumentArray DocumentArray::sliced(qsizetype first, qsizetype size) const
{
    return withRowMap(rowMap().sliced(first, size));
}

DocumentArray DocumentArray::reversed() const
{
    return withRowMap(rowMap().reversed());
}

DocumentArray DocumentArray::selected(std::span<const quint32> positions) const
{
    return withRowMap(rowMap().selected(positions));
}

DocumentArray DocumentArray::removed(std::span<const quint32> positions) const
{
    std::vector<quint32> gone(positions.begin(), positions.end());
    std::sort(gone.begin(), gone.end());
    RowMap kept;
    qsizetype from = 0;
    for (const quint32 position : gone) {
        const auto at = static_cast<qsizetype>(position);
        if (at < from || at >= rowCount())
            continue; // a repeat, or behind the end
        if (gone.size() > 64)
            break; // many: by index below, since joining maps again and again would be quadratic
        kept = kept.concatenated(rowMap().sliced(from, at - from));
        from = at + 1;
    }
    if (gone.size() <= 64)
        return withRowMap(kept.concatenated(rowMap().sliced(from, rowCount() - from)));
    std::vector<quint32> rows;
    rows.reserve(static_cast<size_t>(rowCount()));
    auto next = gone.begin();
    rowMap().forEachRun([&](qsizetype logical, qsizetype stored, qsizetype count) {
        for (qsizetype i = 0; i < count; ++i) {
            const auto position = static_cast<quint32>(logical + i);
            while (next != gone.end() && *next < position)
                ++next;
            if (next == gone.end() || *next != position)
                rows.push_back(static_cast<quint32>(stored + i));
        }
    });
    return withRowMap(RowMap::of(std::move(rows)));
}

Result<DocumentArray> DocumentArray::conformed(const Schema &wanted,
                                               const TaskContext &context) const
{
    if (schema() == wanted)
        return *this;
    std::vector<Column> columns;
    columns.reserve(static_cast<size_t>(wanted.size()));
    for (const Field &to : wanted.fields()) {
        const qsizetype index = schema().indexOfSame(to);
        if (index < 0) {
            columns.push_back(Column::nulls(to.type.kind, storedRowCount()));
            continue;
        }
        PASSEL_TRY(Column column, converted(this->column(index), field(index), to, context));
        columns.push_back(std::move(column));
    }
    return with([&](Data &data) {
        data.schema = std::make_shared<const Schema>(wanted);
        data.columns = std::move(columns);
    });
}

Result<DocumentArray> DocumentArray::concatenated(const DocumentArray &other,
                                                  const TaskContext &context) const
{
    if (other.rowCount() == 0 && other.columnCount() == 0)
        return *this;
    if (rowCount() == 0 && columnCount() == 0)
        return other;
    if (storedRowCount() + other.storedRowCount() > std::numeric_limits<quint32>::max())
        return rowLimit();
    const Schema both = unified(schema(), other.schema());
    PASSEL_TRY(const DocumentArray first, conformed(both, context));
    PASSEL_TRY(const DocumentArray second, other.conformed(both, context));
    return first.with([&](Data &data) {
        for (size_t i = 0; i < data.columns.size(); ++i)
            data.columns[i] = data.columns[i].concatenated(second.m_data->columns[i]);
        data.rows = data.rows.concatenated(second.rowMap().shifted(data.storedRows));
        for (IdSpan span : second.m_data->idSpans) {
            span.first += data.storedRows;
            data.idSpans.push_back(std::move(span));
        }
        data.storedRows += second.storedRowCount();
    });
}

Result<DocumentArray> DocumentArray::joined(std::span<const DocumentArray> parts,
                                            const Schema *schema, const TaskContext &context)
{
    Schema all;
    qsizetype rows = 0;
    for (const DocumentArray &part : parts) {
        if (schema == nullptr)
            all = unified(all, part.schema());
        rows += part.rowCount();
    }
    if (schema != nullptr)
        all = *schema;
    if (rows > std::numeric_limits<quint32>::max())
        return rowLimit();
    std::vector<ColumnBuilder> builders;
    for (const Field &field : all.fields()) {
        builders.emplace_back(field.type);
        builders.back().setChildren(field.children);
    }
    for (const DocumentArray &part : parts) {
        if (context.isCancelled())
            return Error::cancelled();
        // Many small lists usually share one stored array: only their visible rows are looked at.
        const bool same = part.schema() == all;
        DocumentArray source = part;
        if (!same) {
            PASSEL_TRY(const DocumentArray own, part.compacted(context));
            PASSEL_TRY(source, own.conformed(all, context));
        }
        for (size_t column = 0; column < builders.size(); ++column) {
            ColumnReader reader(source.column(static_cast<qsizetype>(column)));
            for (qsizetype row = 0; row < source.rowCount(); ++row) {
                qsizetype local = 0;
                PASSEL_TRY(const Segment *const segment,
                           reader.seek(source.storedRow(row), &local, context));
                builders[column].next().appendFrom(*segment, local);
            }
        }
    }
    std::vector<Column> columns;
    columns.reserve(builders.size());
    for (ColumnBuilder &builder : builders)
        columns.push_back(builder.finish());
    return create(std::move(all), std::move(columns), rows);
}

Result<DocumentArray> DocumentArray::ofDocuments(const std::vector<DocumentFields> &documents)
{
    Schema schema;
    for (const DocumentFields &document : documents) {
        std::vector<Field> fields;
        fields.reserve(document.size());
        for (const auto &[field, value] : document) {
            fields.push_back(field);
            if (!value.isNull() && value.kind() == TypeKind::Documents) {
                fields.back().children = std::make_shared<const Schema>(unified(
                    field.children ? *field.children : Schema(), value.toDocuments()->schema()));
            }
        }
        schema = unified(schema, Schema(std::move(fields)));
    }
    std::vector<Column> columns;
    for (const Field &field : schema.fields()) {
        ColumnBuilder builder(field.type);
        builder.setChildren(field.children);
        for (const DocumentFields &document : documents) {
            SegmentBuilder &next = builder.next();
            const auto it = std::find_if(document.begin(), document.end(), [&](const auto &entry) {
                return entry.first.role == field.role
                       && (field.role != Role::Tag || entry.first.name == field.name);
            });
            if (it == document.end() || it->second.isNull()) {
                next.appendNull();
            } else if (it->second.kind() == field.type.kind && it->first.form == field.form) {
                next.appendValue(it->second);
            } else {
                // Another document made this column's type wider, or writes it in another form: the
                // cell's text is kept.
                ColumnBuilder single(it->first.type);
                single.next().appendValue(it->second);
                PASSEL_TRY(const Column wide, converted(single.finish(), it->first, field));
                PASSEL_TRY(const SegmentPtr segment, wide.segment(0)->pin());
                next.appendFrom(*segment, 0);
            }
        }
        columns.push_back(builder.finish());
    }
    return create(std::move(schema), std::move(columns), static_cast<qsizetype>(documents.size()));
}

Result<DocumentArray> DocumentArray::appended(const DocumentFields &document) const
{
    PASSEL_TRY(const DocumentArray one, ofDocuments({document}));
    return concatenated(one);
}

Result<DocumentArray> DocumentArray::inserted(qsizetype row, const DocumentArray &documents,
                                              const TaskContext &context) const
{
    row = std::clamp<qsizetype>(row, 0, rowCount());
    const qsizetype before = rowCount();
    PASSEL_TRY(const DocumentArray both, concatenated(documents, context));
    const RowMap &rows = both.rowMap();
    return both.withRowMap(rows.sliced(0, row)
                               .concatenated(rows.sliced(before, rows.size() - before))
                               .concatenated(rows.sliced(row, before - row)));
}

DocumentArray DocumentArray::withColumn(qsizetype index, Field field, Column column) const
{
    Q_ASSERT(column.size() == storedRowCount());
    return with([&](Data &data) {
        std::vector<Field> fields = data.schema->fields();
        fields[static_cast<size_t>(index)] = std::move(field);
        data.schema = std::make_shared<const Schema>(std::move(fields));
        data.columns[static_cast<size_t>(index)] = std::move(column);
    });
}

DocumentArray DocumentArray::withColumnInserted(qsizetype index, Field field, Column column) const
{
    Q_ASSERT(column.size() == storedRowCount());
    return with([&](Data &data) {
        std::vector<Field> fields = data.schema->fields();
        fields.insert(fields.begin() + index, std::move(field));
        data.schema = std::make_shared<const Schema>(std::move(fields));
        data.columns.insert(data.columns.begin() + index, std::move(column));
    });
}

DocumentArray DocumentArray::withColumnRemoved(qsizetype index) const
{
    std::vector<qsizetype> order;
    for (qsizetype i = 0; i < columnCount(); ++i) {
        if (i != index)
            order.push_back(i);
    }
    return withColumnOrder(order);
}

DocumentArray DocumentArray::withField(qsizetype index, Field field) const
{
    return withColumn(index, std::move(field), column(index));
}

DocumentArray DocumentArray::withColumnOrder(std::span<const qsizetype> order) const
{
    return with([&](Data &data) {
        std::vector<Field> fields;
        std::vector<Column> columns;
        for (const qsizetype index : order) {
            fields.push_back(data.schema->field(index));
            columns.push_back(data.columns[static_cast<size_t>(index)]);
        }
        data.schema = std::make_shared<const Schema>(std::move(fields));
        data.columns = std::move(columns);
    });
}

DocumentArray DocumentArray::withNesting(Nesting nesting) const
{
    return with([&](Data &data) { data.nesting = std::move(nesting); });
}

namespace {

Error doesNotFit(const Field &field, qsizetype row)
{
    Place place;
    place.row = row;
    place.field = field.name;
    //: %1 is a column name, %2 a type such as "whole number"
    return Error(ErrorKind::Input, QByteArrayLiteral("field-type"),
                 Text::tr("This does not fit column “%1”, which holds values of the type %2. "
                          "Change the column's type first.")
                     .arg(field.name, typeTitle(field.type.kind)))
        .at(place);
}

} // namespace

Result<DocumentArray> DocumentArray::withValue(qsizetype row, qsizetype column, const Value &value,
                                               std::optional<std::string> sourceText) const
{
    Field field = this->field(column);
    if (!value.isNull()) {
        const bool otherKind = value.kind() != field.type.kind;
        const bool otherTensor = !otherKind && value.kind() == TypeKind::Tensor
                                 && value.toTensor().element != field.type.element;
        if (otherKind || otherTensor)
            return doesNotFit(field, row);
        if (value.kind() == TypeKind::Tensor && !field.type.shape.empty()
            && field.type.shape != value.toTensor().shape)
            field.type.shape.clear();
        if (value.kind() == TypeKind::Documents) {
            field.children = std::make_shared<const Schema>(unified(
                field.children ? *field.children : Schema(), value.toDocuments()->schema()));
        }
    }
    DocumentArray target = *this;
    if (!(field == this->field(column))) {
        PASSEL_TRY(Column wide, converted(this->column(column), this->field(column), field));
        target = withColumn(column, field, std::move(wide));
    }
    const Column &stored = target.column(column);
    const qsizetype at = target.storedRow(row);
    const qsizetype index = stored.segmentOf(at);
    PASSEL_TRY(const SegmentPtr segment, stored.segment(index)->pin());
    SegmentBuilder builder(field.type);
    builder.setChildren(field.children);
    const qsizetype local = at - stored.start(index);
    for (qsizetype i = 0; i < local; ++i)
        builder.appendFrom(*segment, i);
    builder.appendValue(value);
    if (sourceText && !value.isNull())
        builder.setSourceText(*std::move(sourceText));
    for (qsizetype i = local + 1; i < segment->size(); ++i)
        builder.appendFrom(*segment, i);
    return target.withColumn(column, field,
                             stored.withSegment(index, SegmentHandle::resident(builder.seal())));
}

Result<DocumentArray> DocumentArray::withText(qsizetype row, qsizetype column,
                                              std::string_view text) const
{
    const Field &field = this->field(column);
    auto value = parseText(field.type, field.form, text);
    if (!value)
        value = parseText(field.type, {},
                          text); // what everybody writes, whatever this column's form is
    if (!value)
        return doesNotFit(field, row);
    // Typed "5" where the column writes "5.00" is the same number; "5.123" must not become "5.12".
    std::string written;
    appendText(field.type, field.form, *value, &written);
    const auto again = parseText(field.type, field.form, written);
    if (again && *again == *value)
        return withValue(row, column, *value);
    return withValue(row, column, *value, std::string(text));
}

Result<qsizetype> DocumentArray::rowOfId(std::string_view id, const TaskContext &context) const
{
    const qsizetype column = schema().indexOf(Role::Id);
    ColumnReader reader(column < 0 ? Column() : this->column(column));
    std::string text;
    for (qsizetype row = 0; row < rowCount(); ++row) {
        if ((row & 0xfff) == 0 && context.isCancelled())
            return Error::cancelled();
        if (column < 0) {
            const QByteArray derived = derivedId(storedRow(row));
            if (id == std::string_view(derived.constData(), static_cast<size_t>(derived.size())))
                return row;
            continue;
        }
        qsizetype local = 0;
        PASSEL_TRY(const Segment *const segment, reader.seek(storedRow(row), &local, context));
        if (segment->isNull(local))
            continue;
        if (segment->kind() == TypeKind::Text) {
            if (segment->bytesAt(local) == id)
                return row;
            continue;
        }
        text.clear();
        appendCellText(*segment, local, field(column), &text);
        if (text == id)
            return row;
    }
    return -1;
}

Result<DocumentArray> DocumentArray::compacted(const TaskContext &context) const
{
    if (rowMap().isIdentity() && rowCount() == storedRowCount())
        return *this;
    std::vector<Result<Column>> built(static_cast<size_t>(columnCount()), Column());
    ThreadPool::global().parallelFor(columnCount(), [&](qsizetype column) {
        const auto copy = [&]() -> Result<Column> {
            ColumnBuilder builder(field(column).type);
            builder.setChildren(field(column).children);
            ColumnReader reader(this->column(column));
            for (qsizetype row = 0; row < rowCount(); ++row) {
                if ((row & 0x1fff) == 0 && context.isCancelled())
                    return Error::cancelled();
                qsizetype local = 0;
                PASSEL_TRY(const Segment *const segment,
                           reader.seek(storedRow(row), &local, context));
                builder.next().appendFrom(*segment, local);
            }
            return builder.finish();
        };
        built[static_cast<size_t>(column)] = copy();
    });
    std::vector<Column> columns;
    columns.reserve(built.size());
    for (auto &column : built) {
        PASSEL_TRY(Column good, std::move(column));
        columns.push_back(std::move(good));
    }
    return create(schema(), std::move(columns), rowCount()).withNesting(nesting());
}

bool DocumentArray::equals(const DocumentArray &other) const
{
    if (sharesWith(other))
        return true;
    if (rowCount() != other.rowCount() || columnCount() != other.columnCount())
        return false;
    for (qsizetype column = 0; column < columnCount(); ++column) {
        const Field &mine = field(column);
        const Field &theirs = other.field(column);
        if (mine.name != theirs.name || mine.role != theirs.role
            || mine.type.kind != theirs.type.kind || mine.type.zone != theirs.type.zone)
            return false;
        ColumnReader a(this->column(column));
        ColumnReader b(other.column(column));
        for (qsizetype row = 0; row < rowCount(); ++row) {
            qsizetype i = 0;
            qsizetype j = 0;
            const auto left = a.seek(storedRow(row), &i);
            const auto right = b.seek(other.storedRow(row), &j);
            if (!left || !right)
                return false;
            if (!((*left)->valueAt(i, mine.type) == (*right)->valueAt(j, theirs.type)))
                return false;
            if ((*left)->hasSourceTexts() || (*right)->hasSourceTexts()
                || mine.form != theirs.form) {
                std::string one;
                std::string two;
                if (!(*left)->isNull(i)) {
                    appendCellText(**left, i, mine, &one);
                    appendCellText(**right, j, theirs, &two);
                }
                if (one != two)
                    return false;
            }
        }
    }
    return true;
}

Result<void> DocumentArray::verify() const
{
    bool good = schema().size() == static_cast<qsizetype>(m_data->columns.size());
    for (const Column &column : m_data->columns) {
        good = good && column.size() == storedRowCount();
        for (qsizetype i = 0; i < column.segmentCount(); ++i) {
            if (const SegmentPtr segment = column.segment(i)->tryPin())
                PASSEL_CHECK(segment->verify());
        }
    }
    rowMap().forEachRun([&](qsizetype, qsizetype stored, qsizetype count) {
        good = good && stored >= 0 && stored + count <= storedRowCount();
    });
    if (!good) {
        return Error(ErrorKind::Internal, QByteArrayLiteral("array"),
                     Text::tr("The table in memory is damaged. Open the file again."));
    }
    return {};
}

} // namespace passel
