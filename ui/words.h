// Numbers and counts in the user's language, and sentences of the core in the kit's form.
#pragma once

#include "core/recipe/step.h"
#include "ui/kit/sentence.h"

#include <QString>

namespace passel {

//! \brief "1 234" with the locale's grouping.
[[nodiscard]] QString numberText(qint64 number);
//! \brief "24 rows", "1 row"
[[nodiscard]] QString rowsText(qint64 count);
[[nodiscard]] QString cellsText(qint64 count);
[[nodiscard]] QString columnsText(qint64 count);
//! \brief "28 %", "< 1 %"; of 0 or all "0 %", "100 %".
[[nodiscard]] QString shareText(qint64 part, qint64 whole);
//! \brief "1.2 MB"
[[nodiscard]] QString sizeText(qint64 bytes);
//! \brief "41 ms", "2.4 s", "1 min 20 s"
[[nodiscard]] QString durationText(qint64 milliseconds);
//! \brief A value in the user's language: numbers grouped, the rest as a file would have it. Empty
//! for a missing one. Texts are cut at \a limit characters.
[[nodiscard]] QString valueText(const ColumnType &type, const TextForm &form, const Value &value,
                                qsizetype limit = 1000);
//! \brief A number in the column's units: days and microseconds as dates and times.
[[nodiscard]] QString unitsText(const ColumnType &type, const TextForm &form, double units);
//! \brief A sentence of the core with its nouns strong.
[[nodiscard]] Wording wordingOf(const Sentence &sentence);
//! \brief With a capital first letter.
[[nodiscard]] QString capitalised(const QString &text);
//! \brief For plural forms, which take an int.
[[nodiscard]] int pluralCount(qint64 count);

} // namespace passel
