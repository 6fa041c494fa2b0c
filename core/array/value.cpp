#include "core/array/value.h"

#include "core/array/documentarray.h"

#include <cmath>

namespace passel {

Value Value::tensor(TensorValue tensor)
{
    return {TypeKind::Tensor, std::make_shared<const TensorValue>(std::move(tensor))};
}

Value Value::documents(std::shared_ptr<const DocumentArray> documents)
{
    Q_ASSERT(documents);
    return {TypeKind::Documents, std::move(documents)};
}

double Value::toDouble() const
{
    if (const auto *units = std::get_if<qint64>(&m_data))
        return static_cast<double>(*units);
    return std::get<double>(m_data);
}

bool Value::operator==(const Value &other) const
{
    if (isNull() || other.isNull())
        return isNull() == other.isNull();
    if (m_kind != other.m_kind)
        return false;
    switch (m_kind) {
    case TypeKind::Float64:
    case TypeKind::Float32: {
        const double a = toDouble();
        const double b = other.toDouble();
        return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
    }
    case TypeKind::Tensor:
        return toTensor() == other.toTensor();
    case TypeKind::Documents:
        return toDocuments() == other.toDocuments() || toDocuments()->equals(*other.toDocuments());
    default:
        return m_data == other.m_data;
    }
}

} // namespace passel
