// What a column holds, over all its visible rows: the facts under a column's header.
#pragma once

#include "core/look/visiblerows.h"

#include <QJsonObject>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace passel {

//! \brief One bar of a histogram: values in [low, high), the last bar also its end. In units of the
//! type (days, microseconds) for dates and times.
struct ProfileBin
{
    double low = 0;
    double high = 0;
    qint64 count = 0;

    bool operator==(const ProfileBin &) const = default;
};

//! \brief A frequent value, as the text a file would have, cut at 256 bytes.
struct ProfileValue
{
    std::string text;
    qint64 count = 0;
    bool isCut = false; //!< text is only the beginning: no cell equals it

    bool operator==(const ProfileValue &) const = default;
};

//! \brief Facts about one column. A value; the default one knows nothing.
//!
//! Counts are exact over the \a seen rows; what is estimated has a flag that says so, and the
//! screen then says "about".
struct ColumnProfile
{
    static constexpr qsizetype MaxBins = 20;
    static constexpr qsizetype MaxTopValues = 20;
    //! \brief Up to here distinct values are counted, above it estimated (± 1 %).
    static constexpr qint64 DistinctBudget = 262'144;
    //! \brief Up to here quartiles are exact, above it from a sample of this size.
    static constexpr qint64 QuartileBudget = 262'144;

    ColumnType type;
    TextForm form;   //!< of the column then, for showing minimum, maximum, quartiles
    qint64 rows = 0; //!< visible rows of the column
    qint64 seen = 0; //!< how many of them the figures are about; < rows means "so far"
    qint64 missing = 0;
    qint64 empty = 0;    //!< empty texts; missing ones are not empty
    qint64 distinct = 0; //!< of values that are not missing; 0 for documents, not counted
    bool distinctIsExact = true;

    Value minimum; //!< numbers, dates, times; null when there is none (NaN is left out)
    Value maximum;
    std::optional<double> mean; //!< numbers and durations: of the value; dates, times: in units
    Value lowerQuartile;        //!< a value that occurs (nearest rank)
    Value median;
    Value upperQuartile;
    bool quartilesAreExact = true;

    //! \brief At most MaxBins bars with round edges; empty for other than numbers, dates, times.
    std::vector<ProfileBin> bins;
    bool binsAreExact = true;

    //! \brief Most frequent first (ties: numbers by value, texts by first row); each has an exact
    //! count over the seen rows. Not for bytes, tensors and documents.
    std::vector<ProfileValue> top;

    //! \brief Text, JSON: characters; bytes: bytes; tensor: elements; documents: their number.
    std::optional<qint64> shortest;
    std::optional<qint64> longest;
    std::optional<double> meanLength;

    bool operator==(const ColumnProfile &) const = default;

    [[nodiscard]] bool isComplete() const noexcept { return seen == rows; }

    //! \brief Values that are not missing.
    [[nodiscard]] qint64 present() const noexcept { return seen - missing; }

    //! \brief Over 80 % different: top values say nothing (look.md §4).
    [[nodiscard]] bool isNearlyAllDifferent() const noexcept
    {
        return present() > 1 && double(distinct) > 0.8 * double(present());
    }

    //! \brief Compact and stable: the form a manifest carries.
    [[nodiscard]] QJsonObject toJson() const;
    //! \brief Reads toJson()'s form; unknown members are ignored, wrong ones refused
    //! (`bad-profile`).
    [[nodiscard]] static Result<ColumnProfile> fromJson(const QJsonObject &json);
};

//! \brief Called with profiles "so far", each about more rows than the one before, on the thread
//! that works. Go home with TaskContext::deliver().
using ProfileProgress = std::function<void(const ColumnProfile &)>;

//! \brief Profiles column \a column over the visible rows, in parallel. Polls \a context, advances
//! it by rows. Fetches pending segments: check isResident() first if that is not wanted.
[[nodiscard]] Result<ColumnProfile> profileColumn(const DocumentArray &array, qsizetype column,
                                                  const TaskContext &context = {},
                                                  const ProfileProgress &progress = {});

//! \brief The same with rows prepared once for several columns of one array.
[[nodiscard]] Result<ColumnProfile> profileColumn(const DocumentArray &array, qsizetype column,
                                                  const VisibleRows &rows,
                                                  const TaskContext &context,
                                                  const ProfileProgress &progress);

//! \brief All columns' profiles, for a manifest.
[[nodiscard]] Result<std::vector<ColumnProfile>> profileArray(const DocumentArray &array,
                                                              const TaskContext &context = {});

} // namespace passel
