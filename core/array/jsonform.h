// Cells and documents as JSON text.
#pragma once

#include "core/array/schema.h"

#include <string>
#include <string_view>

namespace passel {

class DocumentArray;

//! \brief Appends \a text, quoted and escaped; characters outside ASCII stay UTF-8.
void appendJsonString(std::string_view text, std::string *out);

//! \brief Appends one cell as a JSON value: null when missing; numbers as numbers (not-a-number and
//! infinities as strings, since JSON has none); dates and times as strings in the field's form;
//! bytes as base64; JSON as it stands; tensors as lists; documents as a list of objects.
void appendJsonValue(const Field &field, const Value &value, std::string *out);

//! \brief Appends row \a row as an object: attributes by DocArray's names, tag columns within
//! `tags`. Missing cells are left out.
void appendJsonDocument(const DocumentArray &array, qsizetype row, std::string *out);

} // namespace passel
