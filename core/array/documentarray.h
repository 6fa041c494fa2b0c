// The thing on the screen: an ordered list of Documents held as a table of columns.
#pragma once

#include "core/array/column.h"
#include "core/array/rowmap.h"
#include "core/array/schema.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace passel {

class Document;

//! \brief Where derived ids count from: stored rows from \a first on have the id
//! BLAKE2b-128(seed ‖ number), number = stored row − first + base, as 8 little-endian bytes.
struct IdSpan
{
    qsizetype first = 0;
    QByteArray seed; //!< 16 bytes
    qint64 base = 0;

    bool operator==(const IdSpan &) const = default;
};

//! \brief What a nested array inherits from the document that holds it.
struct Nesting
{
    quint32 granularity = 0;
    quint32 adjacency = 0;
    QString parentId; //!< empty for matches and at the root

    bool operator==(const Nesting &) const = default;
};

//! \brief Attributes of a Document that is not in an array yet: (field, value) pairs. Values must
//! have the kind of their field's type or be null.
using DocumentFields = std::vector<std::pair<Field, Value>>;

//! \brief Fields of \a first, then those of \a second it lacks. Same fields of different types
//! become Text (Documents beside anything else: Json); nested schemas are unified likewise.
[[nodiscard]] Schema unified(const Schema &first, const Schema &second);

//! \brief An immutable snapshot: schema + columns + row order. Implicitly shared, safe to read from
//! any thread; every operation returns a new array and shares all untouched segments.
//! Rows are logical unless a name says *stored*.
class DocumentArray
{
public:
    //! \brief No rows, no columns.
    DocumentArray();

    //! \brief All columns must have \a rows rows (an array may have rows and no columns).
    //! \a seed (16 bytes) makes derived ids; random when empty.
    [[nodiscard]] static DocumentArray create(Schema schema, std::vector<Column> columns,
                                              qsizetype rows, QByteArray seed = {});
    //! \brief From documents one by one; columns are the union of their fields.
    [[nodiscard]] static Result<DocumentArray>
    ofDocuments(const std::vector<DocumentFields> &documents);

    // What is in it
    [[nodiscard]] qsizetype rowCount() const noexcept;

    [[nodiscard]] qsizetype columnCount() const noexcept { return schema().size(); }

    [[nodiscard]] bool isEmpty() const noexcept { return rowCount() == 0; }

    [[nodiscard]] const Schema &schema() const noexcept;

    [[nodiscard]] const Field &field(qsizetype column) const { return schema().field(column); }

    [[nodiscard]] const Column &column(qsizetype column) const;
    [[nodiscard]] const RowMap &rowMap() const noexcept;

    [[nodiscard]] qsizetype storedRow(qsizetype row) const noexcept { return rowMap().stored(row); }

    //! \brief Rows the columns hold, visible or not.
    [[nodiscard]] qsizetype storedRowCount() const noexcept;
    [[nodiscard]] const std::vector<IdSpan> &idSpans() const noexcept;
    [[nodiscard]] const Nesting &nesting() const noexcept;

    //! \brief Same object underneath.
    [[nodiscard]] bool sharesWith(const DocumentArray &other) const noexcept
    {
        return m_data == other.m_data;
    }

    //! \brief Memory of resident segments; shared ones are counted fully.
    [[nodiscard]] qint64 byteSize() const;

    // Cells
    //! \brief Nothing while the cell's segment is not here; never waits.
    [[nodiscard]] std::optional<Value> tryValue(qsizetype row, qsizetype column) const;
    //! \brief Fetches if need be. Workers only for arrays that may be pending.
    [[nodiscard]] Result<Value> value(qsizetype row, qsizetype column,
                                      const TaskContext &context = {}) const;
    //! \brief The cell as a file would have it: its source text, else by the field's form. Nothing
    //! when missing or not here.
    [[nodiscard]] std::optional<std::string> tryText(qsizetype row, qsizetype column) const;
    //! \brief 32 hex digits derived for a stored row.
    [[nodiscard]] QByteArray derivedId(qsizetype storedRow) const;
    [[nodiscard]] Document document(qsizetype row) const;

    // Rows
    [[nodiscard]] DocumentArray withRowMap(RowMap rows) const;
    //! \brief \a size rows from \a first; both are clamped to what is there.
    [[nodiscard]] DocumentArray sliced(qsizetype first, qsizetype size) const;
    [[nodiscard]] DocumentArray reversed() const;
    //! \brief The rows at \a positions, in that order; a position may repeat.
    [[nodiscard]] DocumentArray selected(std::span<const quint32> positions) const;
    //! \brief Without the rows at \a positions (any order, repeats allowed).
    [[nodiscard]] DocumentArray removed(std::span<const quint32> positions) const;
    //! \brief This array's rows, then \a other's. Columns are matched by role, or by name for tags;
    //! one side's missing columns are null there; different types become Text by each cell's text.
    [[nodiscard]] Result<DocumentArray> concatenated(const DocumentArray &other,
                                                     const TaskContext &context = {}) const;
    //! \brief All of \a parts, one behind the other, as one compact array. \a schema, or the union
    //! of theirs when null, is the schema of the result.
    [[nodiscard]] static Result<DocumentArray> joined(std::span<const DocumentArray> parts,
                                                      const Schema *schema = nullptr,
                                                      const TaskContext &context = {});
    //! \brief The same rows with exactly the columns of \a schema, matched by role or tag name:
    //! missing ones are null, surplus ones dropped, other types become what \a schema says, or null
    //! if that is not possible (never, when \a schema comes from unified()).
    [[nodiscard]] Result<DocumentArray> conformed(const Schema &schema,
                                                  const TaskContext &context = {}) const;
    [[nodiscard]] Result<DocumentArray> appended(const DocumentFields &document) const;
    //! \brief \a documents' rows before row \a row (0 … rowCount()).
    [[nodiscard]] Result<DocumentArray> inserted(qsizetype row, const DocumentArray &documents,
                                                 const TaskContext &context = {}) const;

    // Columns
    //! \brief The stored column is replaced; its size must be storedRowCount().
    [[nodiscard]] DocumentArray withColumn(qsizetype index, Field field, Column column) const;
    [[nodiscard]] DocumentArray withColumnInserted(qsizetype index, Field field,
                                                   Column column) const;
    [[nodiscard]] DocumentArray withColumnRemoved(qsizetype index) const;
    [[nodiscard]] DocumentArray withField(qsizetype index, Field field) const;
    //! \brief Column i of the result is column \a order[i] of this one; may leave some out.
    [[nodiscard]] DocumentArray withColumnOrder(std::span<const qsizetype> order) const;
    [[nodiscard]] DocumentArray withNesting(Nesting nesting) const;

    // Editing
    //! \brief One cell. The value must be null or of the field's kind (else `field-type`). One
    //! segment is copied. \a sourceText keeps a text that the form would write otherwise.
    [[nodiscard]] Result<DocumentArray> withValue(qsizetype row, qsizetype column,
                                                  const Value &value,
                                                  std::optional<std::string> sourceText = {}) const;
    //! \brief Like withValue() from what a person typed: read in the field's form; `field-type`
    //! when it does not fit (the caller may then offer to make the column text).
    [[nodiscard]] Result<DocumentArray> withText(qsizetype row, qsizetype column,
                                                 std::string_view text) const;

    // Look-up
    //! \brief First row with that id (own or derived), or −1. Linear; on workers for large arrays.
    [[nodiscard]] Result<qsizetype> rowOfId(std::string_view id,
                                            const TaskContext &context = {}) const;

    //! \brief The same array with row order materialised and unseen rows dropped: what may travel.
    //! Columns whose rows are all seen in order keep their segments.
    [[nodiscard]] Result<DocumentArray> compacted(const TaskContext &context = {}) const;

    //! \brief Same fields and same cells in the same order, however they are stored. Derived ids
    //! are not compared. Fetches; for tests and `passel diff`.
    [[nodiscard]] bool equals(const DocumentArray &other) const;

    //! \brief Checks every segment and size; for tests and debug builds.
    [[nodiscard]] Result<void> verify() const;

private:
    struct Data;

    explicit DocumentArray(std::shared_ptr<const Data> data)
        : m_data(std::move(data))
    {}

    [[nodiscard]] DocumentArray with(const std::function<void(Data &)> &change) const;

    std::shared_ptr<const Data> m_data;
};

} // namespace passel
