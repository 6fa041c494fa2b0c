// What differs between two arrays, cell by cell: two files, a file and a share, two versions.
#pragma once

#include "core/array/documentarray.h"
#include "core/base/task.h"

#include <QStringList>

#include <string>
#include <vector>

namespace passel {

//! \brief How rows of two arrays find each other.
enum class MatchRows : quint8 {
    InOrder, //!< rows that are equal and stand in the same order; between them one after the other
    ByKey,   //!< rows with equal key cells, wherever they stand; equal keys in their order
};

//! \brief What to compare by.
struct DifferenceOptions
{
    MatchRows match = MatchRows::InOrder;
    QStringList keys; //!< ByKey: columns of both; empty = the id column
};

//! \brief One cell that is another one now. A missing cell has no text.
struct CellDifference
{
    qsizetype rowBefore = 0;
    qsizetype rowAfter = 0;
    QString column;
    std::optional<std::string> before;
    std::optional<std::string> after;

    bool operator==(const CellDifference &) const = default;
};

//! \brief What differs in one column that both arrays have.
struct ColumnDifference
{
    QString name;
    qint64 cellsChanged = 0;
    bool isOtherType = false; //!< then cells were compared by their texts

    bool operator==(const ColumnDifference &) const = default;
};

//! \brief What differs between two arrays. Rows are logical.
struct Difference
{
    //! \brief Cells listed; further ones are counted only.
    static constexpr qsizetype MaxCells = 1000;

    QStringList columnsAdded;
    QStringList columnsRemoved;
    bool columnsMoved = false;             //!< common ones stand in another order
    std::vector<ColumnDifference> columns; //!< common ones, in the order of the array before
    std::vector<quint32> rowsAdded;        //!< of the array after
    std::vector<quint32> rowsRemoved;      //!< of the array before
    qint64 rowsChanged = 0;
    qint64 cellsChanged = 0;
    std::vector<CellDifference> cells; //!< the first MaxCells

    //! \brief The same cells in the same columns. Types may differ where the texts do not.
    [[nodiscard]] bool isEmpty() const noexcept
    {
        return columnsAdded.isEmpty() && columnsRemoved.isEmpty() && !columnsMoved
               && rowsAdded.empty() && rowsRemoved.empty() && cellsChanged == 0;
    }
};

//! \brief Compares \a before with \a after over the columns both have (the n-th of a name with the
//! n-th). Cells of one type are compared by value, whatever form they are written in; else by
//! text. Errors: `no-such-column`, `no-id`. Workers only; parallel; polls \a context.
[[nodiscard]] Result<Difference> difference(const DocumentArray &before, const DocumentArray &after,
                                            const DifferenceOptions &options,
                                            const TaskContext &context = {});

} // namespace passel
