// One cell, taken out of its column: the only type that crosses to the ui cell by cell.
#pragma once

#include "core/array/columntype.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace passel {

class DocumentArray;

//! \brief Elements of one tensor cell, row-major, little-endian.
struct TensorValue
{
    ElementType element = ElementType::Float32;
    std::vector<quint32> shape; //!< empty = a scalar
    std::string data;           //!< elementSize × product of shape

    bool operator==(const TensorValue &) const = default;
};

//! \brief A typed cell or nothing. Missing (null) differs from empty text. A value; cheap to move.
class Value
{
public:
    //! \brief Missing.
    Value() = default;

    [[nodiscard]] static Value boolean(bool value) { return {TypeKind::Bool, value}; }

    [[nodiscard]] static Value integer(qint64 value) { return {TypeKind::Int, value}; }

    [[nodiscard]] static Value float64(double value) { return {TypeKind::Float64, value}; }

    [[nodiscard]] static Value float32(float value) { return {TypeKind::Float32, double(value)}; }

    [[nodiscard]] static Value text(std::string utf8) { return {TypeKind::Text, std::move(utf8)}; }

    [[nodiscard]] static Value text(const QString &text)
    {
        return {TypeKind::Text, text.toStdString()};
    }

    [[nodiscard]] static Value bytes(std::string bytes)
    {
        return {TypeKind::Bytes, std::move(bytes)};
    }

    [[nodiscard]] static Value json(std::string json) { return {TypeKind::Json, std::move(json)}; }

    //! \brief Date, Time, Timestamp, Duration (and Int) by their count of units.
    [[nodiscard]] static Value counted(TypeKind kind, qint64 units) { return {kind, units}; }

    //! \brief Text, Bytes or Json by their bytes.
    [[nodiscard]] static Value ofBytes(TypeKind kind, std::string bytes)
    {
        return {kind, std::move(bytes)};
    }

    [[nodiscard]] static Value tensor(TensorValue tensor);
    //! \brief A list of Documents; \a documents must not be null.
    [[nodiscard]] static Value documents(std::shared_ptr<const DocumentArray> documents);

    [[nodiscard]] bool isNull() const noexcept { return m_data.index() == 0; }

    //! \brief Meaningless when null.
    [[nodiscard]] TypeKind kind() const noexcept { return m_kind; }

    [[nodiscard]] bool toBool() const { return std::get<bool>(m_data); }

    [[nodiscard]] qint64 toInt() const { return std::get<qint64>(m_data); }

    //! \brief Of floats and whole numbers.
    [[nodiscard]] double toDouble() const;

    [[nodiscard]] const std::string &toBytes() const { return std::get<std::string>(m_data); }

    [[nodiscard]] const TensorValue &toTensor() const
    {
        return *std::get<std::shared_ptr<const TensorValue>>(m_data);
    }

    [[nodiscard]] const std::shared_ptr<const DocumentArray> &toDocuments() const
    {
        return std::get<std::shared_ptr<const DocumentArray>>(m_data);
    }

    //! \brief Same kind and content; NaN equals NaN, so that snapshots compare; documents cell by
    //! cell.
    bool operator==(const Value &other) const;

private:
    using Data =
        std::variant<std::monostate, bool, qint64, double, std::string,
                     std::shared_ptr<const TensorValue>, std::shared_ptr<const DocumentArray>>;

    Value(TypeKind kind, Data data)
        : m_kind(kind)
        , m_data(std::move(data))
    {}

    TypeKind m_kind = TypeKind::Text;
    Data m_data;
};

} // namespace passel
