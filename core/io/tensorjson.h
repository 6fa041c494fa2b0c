// Tensors in DocArray's JSON (FORMATS §2, §4): lists of numbers, or buffers with a shape.
#pragma once

#include "core/array/value.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace passel {

//! \brief A tensor from nested lists of numbers, or from `{"dense": {"buffer", "shape", "dtype"}}`.
//! `{"sparse": {"indices", "values", "shape"}}` becomes dense. Errors: `tensor` when lists differ
//! in length or the buffer does not fit its shape; `tensor-kind` for what is sound, but complex, or
//! sparse and more than 64 times as large as its text.
[[nodiscard]] Result<TensorValue> tensorFromJson(std::string_view source);

//! \brief Strict base64 with padding; nothing for anything else.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

//! \brief A JSON number, or NaN and ±Infinity bare or as a text; false for anything else.
[[nodiscard]] bool readJsonNumber(std::string_view text, double *value);

//! \brief Gives the tensors \a values (row, tensor; at least one) one element type, float32 when
//! \a isLocation; \a type gets it, and the shape when all have the same.
void unifyTensors(std::vector<std::pair<qint64, Value>> *values, bool isLocation, ColumnType *type);

} // namespace passel
