// Tensors to Arrow and back. Private to core/arrow.
#pragma once

#include "core/arrow/arrowarray.h"
#include "core/arrow/columnslice.h"

namespace passel {

//! \brief Type, children and the buffers behind the validity of a Tensor stretch. Codes: `limit`;
//! `tensor` when a tensor's size is not its shape's.
[[nodiscard]] Result<void> encodeTensors(const ColumnSlice &slice, ArrowField *field,
                                         ArrowArray *array);

//! \brief Reads tensors out of what encodeTensors() writes, and out of any plain list of numbers.
//! The arrays must outlive it.
class TensorDecoder
{
public:
    //! \brief Fails with `field-type` unless the field can hold tensors of \a type.
    [[nodiscard]] static Result<TensorDecoder>
    create(const ColumnType &type, const ArrowField &field, const ArrowArray &array);

    //! \brief The tensor of a row that is not null. Code `tensor` when its size is not its shape's.
    [[nodiscard]] Result<TensorValue> at(qint64 row) const;

private:
    TensorDecoder() = default;

    ColumnType m_type;
    const ArrowArray *m_data = nullptr; //!< the list of elements
    const ArrowField *m_dataField = nullptr;
    const ArrowArray *m_shapes = nullptr; //!< the list of shapes, or null
    const ArrowField *m_shapesField = nullptr;
    std::optional<std::vector<quint32>> m_shape; //!< one for all
};

} // namespace passel
