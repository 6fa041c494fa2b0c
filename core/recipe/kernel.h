// Runs over the segments of a column in parallel and puts a new column together.
#pragma once

#include "core/look/visiblerows.h"
#include "core/recipe/step.h"

#include <functional>
#include <string_view>

namespace passel {

//! \brief What a kernel made of one segment.
struct SegmentChange
{
    SegmentPtr segment;          //!< null = unchanged, and the old one stays shared
    qint64 cellsChanged = 0;     //!< visible ones
    std::vector<quint32> failed; //!< stored rows of visible cells that could not be done
};

//! \brief Changes one segment of a column; \a start is its first stored row.
using SegmentKernel = std::function<Result<SegmentChange>(const Segment &segment, qsizetype start)>;

//! \brief Changes columns of one array by kernels and collects the report.
class ColumnKernels
{
public:
    ColumnKernels(const DocumentArray &array, TaskContext context);

    [[nodiscard]] const VisibleRows &rows() const noexcept { return m_rows; }

    [[nodiscard]] const TaskContext &context() const noexcept { return m_context; }

    //! \brief The array so far.
    [[nodiscard]] const DocumentArray &array() const noexcept { return m_outcome.array; }

    [[nodiscard]] StepReport &report() noexcept { return m_outcome.report; }

    //! \brief Replaces column \a index by what kernels make of its segments; segments without a
    //! visible row are left as they are, unless the type changes. \a makeKernel is called once a
    //! worker. The column gets \a field.
    [[nodiscard]] Result<void> change(qsizetype index, const Field &field,
                                      const std::function<SegmentKernel()> &makeKernel);

    //! \brief The outcome; failures are told by logical row.
    [[nodiscard]] Result<StepOutcome> finish() &&;

private:
    struct Failed
    {
        qsizetype column;
        std::vector<quint32> storedRows;
    };

    [[nodiscard]] Result<void> listFailures();

    DocumentArray m_before;
    StepOutcome m_outcome;
    VisibleRows m_rows;
    TaskContext m_context;
    std::vector<Failed> m_failed;
};

//! \brief What a text becomes.
enum class TextChange : quint8 { None, Changed, Failed };

//! \brief Changes one text; writes to \a out only when Changed.
using TextFunction = std::function<TextChange(std::string_view text, std::string *out)>;

//! \brief Does a text function to every text of the columns (none = all text columns), once for
//! each distinct value of a coded segment. Named columns of other types stay as they are.
[[nodiscard]] Result<StepOutcome> changeTexts(const DocumentArray &array, const ColumnRefs &columns,
                                              const std::function<TextFunction()> &makeFunction,
                                              const TaskContext &context);

//! \brief At most 256 bytes, not cut inside of a character: what StepFailure keeps of a text.
[[nodiscard]] std::string shortened(std::string text);

//! \brief Indexes of \a columns in \a schema, each once; `no-such-column`.
[[nodiscard]] Result<std::vector<qsizetype>> indexesOf(const Schema &schema,
                                                       const ColumnRefs &columns);

} // namespace passel
