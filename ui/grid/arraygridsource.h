// A DocumentArray as the grid wants it: cells as texts, types as badges, profiles as pictures.
#pragma once

#include "core/array/documentarray.h"
#include "core/look/profile.h"
#include "ui/grid/gridsource.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>
#include <vector>

namespace passel {

//! \brief Shows one snapshot at a time. Cells whose segment is not here are Pending; shown() tells
//! which rows are wanted.
//!
//! Numbers are written by QLocale, and all of a column alike: with grouping where its smallest or
//! largest has five digits and more (years stay whole), with decimals in one precision. What no
//! profile tells is seen from the first rows. Dates stand as in the file.
class ArrayGridSource final : public GridSource
{
    Q_OBJECT

public:
    //! \brief Gives the small picture of a cell, or a null image (then the text is shown).
    using Thumbnails = std::function<QImage(qint64 row, int column)>;

    explicit ArrayGridSource(QObject *parent = nullptr);

    //! \brief Shows another snapshot; tells the grid no more than what differs. Profiles, sort and
    //! filter marks are kept while the columns are the same.
    void setArray(const DocumentArray &array);

    [[nodiscard]] const DocumentArray &array() const { return m_array; }

    //! \brief \a isVerified false: as the sender gave it. A profile over fewer rows than there are
    //! ("so far") is grey by itself.
    void setProfile(int column, const ColumnProfile &profile, bool isVerified = true);
    void clearProfiles();

    [[nodiscard]] bool hasProfile(int column) const { return m_profiles.contains(column); }

    void setSortMark(int column, SortMark mark);
    void clearSortMarks();
    void setFiltered(const QSet<int> &columns);
    //! \brief Whether cells may be edited; nested documents, tensors and bytes never.
    void setEditable(bool editable);
    void setThumbnails(Thumbnails thumbnails);
    //! \brief Says that segments have become resident.
    void tellArrived();

    [[nodiscard]] qint64 rowCount() const override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] GridCell cell(qint64 row, int column) const override;
    [[nodiscard]] GridColumn column(int column) const override;
    [[nodiscard]] GridProfile profile(int column) const override;
    [[nodiscard]] bool isEditable(qint64 row, int column) const override;
    [[nodiscard]] QString editText(qint64 row, int column) const override;
    //! \brief An empty text is no problem in any column: it means missing unless the column is
    //! text.
    [[nodiscard]] QString problem(qint64 row, int column, const QString &text) const override;
    [[nodiscard]] QString copyText(qint64 row, int column) const override;
    void showing(qint64 firstRow, qint64 lastRow, int firstColumn, int lastColumn) override;

signals:
    //! \brief These rows and columns are on the screen.
    void shown(qint64 firstRow, qint64 lastRow, int firstColumn, int lastColumn);

private:
    struct NumberLook
    {
        int decimals = 0;
        bool isGrouped = false;
    };

    struct ColumnState
    {
        mutable ColumnReader reader;
        mutable std::optional<NumberLook> look; // of the first rows, when some are here
        std::optional<bool> isGrouped;          // of the last profile
        SortMark sort = SortMark::None;
        bool isFiltered = false;
    };

    struct Profile
    {
        ColumnProfile facts;
        bool isVerified = true;
    };

    [[nodiscard]] QString numberText(const Segment &segment, qsizetype local, int column) const;
    [[nodiscard]] NumberLook lookOf(int column) const;
    [[nodiscard]] bool isGrouped(int column) const;

    DocumentArray m_array;
    std::vector<ColumnState> m_columns;
    QHash<int, Profile> m_profiles;
    Thumbnails m_thumbnails;
    bool m_editable = false;
};

//! \brief The badge of a type: abc, 123, 1.0, date, time, dur, y/n, { }, [ ], 4 × f32, bytes.
[[nodiscard]] QString badgeText(const ColumnType &type);
//! \brief A number in few letters, for an axis: "760 M", "1.4", "−2 k".
[[nodiscard]] QString shortNumber(double value);
//! \brief What the header draws of a profile.
[[nodiscard]] GridProfile gridProfile(const ColumnProfile &profile, bool isVerified);

} // namespace passel
