// A step: one operation on an array as a closed, versioned, serialisable value.
#pragma once

#include "core/array/documentarray.h"
#include "core/base/task.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace passel {

//! \brief A column by name, so that a recipe runs on another file too.
struct ColumnRef
{
    QString name;
    int occurrence = 0; //!< which of the columns of that name, from the left, counted from 0

    bool operator==(const ColumnRef &) const = default;

    [[nodiscard]] static ColumnRef of(const Schema &schema, qsizetype index);
    //! \brief Index of the column; `no-such-column` when \a schema has none.
    [[nodiscard]] Result<qsizetype> in(const Schema &schema) const;
    //! \brief For the screen: the name, with " (2)" behind it for a second one.
    [[nodiscard]] QString title() const;

    //! \brief The name, or an object when the occurrence is not 0.
    [[nodiscard]] QJsonValue toJson() const;
    [[nodiscard]] static Result<ColumnRef> fromJson(const QJsonValue &json);
};

using ColumnRefs = std::vector<ColumnRef>;

//! \brief A piece of a sentence; nouns of the user are emphasised (medium weight on the screen).
struct Phrase
{
    QString text;
    bool isEmphasised = false;

    bool operator==(const Phrase &) const = default;
};

using Sentence = QList<Phrase>;

//! \brief The words without marks.
[[nodiscard]] QString plainText(const Sentence &sentence);

//! \brief A cell that a step could not do.
struct StepFailure
{
    qsizetype row = 0; //!< logical row of the array that the step was applied to
    QString column;
    std::string text; //!< of the cell, cut at 256 bytes

    bool operator==(const StepFailure &) const = default;
};

//! \brief What a step did. Counts are exact and of visible rows.
struct StepReport
{
    static constexpr qsizetype MaxFailures = 100;

    qint64 cellsChanged = 0;
    qint64 columnsTouched = 0; //!< columns with changed cells; added, removed, renamed, moved ones
    qint64 rowsRemoved = 0;
    qint64 rowsAdded = 0;
    qint64 rowsMoved = 0; //!< a sort: all rows when the order changed, else 0
    qint64 failureCount = 0;
    std::vector<StepFailure> failures; //!< the first MaxFailures by row

    bool operator==(const StepReport &) const = default;

    //! \brief "1,085 cells changed in 2 columns, 24 rows removed"; "nothing changed" when so.
    [[nodiscard]] QString sentence() const;
};

//! \brief What a step made, and its report.
struct StepOutcome
{
    DocumentArray array;
    StepReport report;
};

class Step;
using StepPtr = std::shared_ptr<const Step>;

//! \brief An operation with its parameters. Immutable; any thread may use it. Made by the classes
//! in columnsteps.h, textsteps.h, valuesteps.h, rowsteps.h, cellsteps.h, or by StepRegistry.
class Step
{
public:
    virtual ~Step() = default;

    //! \brief Stable name, for example `trim`.
    [[nodiscard]] virtual QByteArray id() const = 0;

    //! \brief Version of the parameters' meaning, counted from 1.
    [[nodiscard]] virtual int version() const { return 1; }

    //! \brief The parameters; StepRegistry reads them back to an equal step.
    [[nodiscard]] virtual QJsonObject parameters() const = 0;
    //! \brief The step in the user's words, translated: "Trim spaces in **country**".
    [[nodiscard]] virtual Sentence describe() const = 0;
    //! \brief Columns that the step names; empty when it names none.
    [[nodiscard]] virtual ColumnRefs columns() const = 0;

    //! \brief True when it removes, overwrites or filters something that a reader of the recipe
    //! could otherwise learn: such a recipe stays out of a push unless asked for.
    [[nodiscard]] virtual bool hidesData() const { return false; }

    //! \brief \a array with the step done; segments that do not change are shared. Workers only;
    //! parallel; polls \a context. Errors: `no-such-column` and what each class names; cells that
    //! cannot be done are no error but failures of the report.
    [[nodiscard]] virtual Result<StepOutcome> apply(const DocumentArray &array,
                                                    const TaskContext &context = {}) const = 0;

    //! \brief `{"step": id, "version": n, "parameters": {…}}`
    [[nodiscard]] QJsonObject toJson() const;

    //! \brief Same operation with the same parameters.
    [[nodiscard]] bool equals(const Step &other) const;

protected:
    Step() = default;
    Q_DISABLE_COPY_MOVE(Step)
};

} // namespace passel
