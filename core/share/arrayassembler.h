// An array that is there at once and fills up as its parts arrive.
#pragma once

#include "core/array/documentarray.h"
#include "core/share/manifest.h"

#include <memory>
#include <vector>

namespace passel {

//! \brief Makes the array of a manifest, all of whose segments are pending, and fulfils them part
//! by part. Segments end where parts end, so that each part is shown as soon as it is here; that
//! says nothing about where a later version is cut. Thread-safe.
//!
//! A worker that needs a pending segment (SegmentHandle::pin()) waits for its part: add() or fail()
//! must come from another thread.
class ArrayAssembler
{
public:
    //! \brief Refused with `limit` when the table would need more than \a memoryLimit bytes; 0 is
    //! 80 % of the machine's memory.
    [[nodiscard]] static Result<ArrayAssembler> create(const Manifest &manifest,
                                                       qint64 memoryLimit = 0);

    //! \brief Rows, columns and order from the manifest; the same object from the first moment.
    [[nodiscard]] const DocumentArray &array() const noexcept { return m_array; }

    //! \brief Parts that have not come, each name once, in the order in which they are best
    //! fetched: top rows of all columns first.
    [[nodiscard]] std::vector<PartRef> missing() const;
    [[nodiscard]] bool isComplete() const;

    //! \brief Decodes a verified part wherever it belongs, and fulfils what is now complete.
    //! Unknown and repeated parts are ignored. Errors are those of decodeParts() and last: they are
    //! what waiting readers get.
    [[nodiscard]] Result<void> add(const OpenedPart &part, const TaskContext &context = {});

    //! \brief No more parts will come: readers that wait get \a error.
    void fail(const Error &error);

private:
    class State;

    ArrayAssembler(std::shared_ptr<State> state, DocumentArray array)
        : m_state(std::move(state))
        , m_array(std::move(array))
    {}

    std::shared_ptr<State> m_state;
    DocumentArray m_array;
};

} // namespace passel
