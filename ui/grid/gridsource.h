// What the grid shows, asked cell by cell: no more than is on the screen is ever asked.
#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace passel {

//! \brief One cell, ready to be painted.
struct GridCell
{
    enum class State : quint8 {
        Present,
        Missing,   //!< hatched; told as "missing"
        EmptyText, //!< “ ” in grey
        Pending,   //!< on its way: a skeleton
    };

    //! \brief The value as the user reads it; line breaks and tabs as they are (the grid shows ↵).
    //! Cut it to a few hundred characters: more is never seen.
    QString text;
    State state = State::Present;
    bool isNumber = false;  //!< aligned right, figures of equal width
    bool isFigures = false; //!< dates and times: aligned left, figures of equal width
    bool isMisfit = false;  //!< does not fit its column's type: left, on warnFill
    bool isChanged = false; //!< shows what stood here before (struck), an arrow, and the value
    std::optional<QString> before; //!< of a changed cell; nothing = it was missing
    QImage thumbnail;              //!< image cells; painted instead of text when not null

    bool operator==(const GridCell &) const = default;
};

//! \brief What stands in the gutter beside a row's number, and its tone.
enum class RowMark : quint8 { None, Changed, Added, Removed, Odd };

//! \brief How a column is sorted, as its mark shows.
enum class SortMark : quint8 { None, Ascending, Descending };

//! \brief What the header says about a column, without its profile.
struct GridColumn
{
    QString name;     //!< untrusted; the grid makes hidden characters visible (SEC-12)
    QString badge;    //!< abc, 123, 1.0, date, time, dur, y/n, { }, [ ], 4 × f32, img, bytes
    QString typeText; //!< the type in words, for the tooltip: "whole number"
    QString typeNote; //!< why ("kept as text: leading zeros"); a note dashes the badge
    QString remark;   //!< amber words in the place of the distinct count ("1 083 changed")
    SortMark sort = SortMark::None;
    bool isFiltered = false;

    bool operator==(const GridColumn &) const = default;
};

//! \brief What the header draws about a column's values. The default one knows nothing.
struct GridProfile
{
    //! \brief One bar of the histogram.
    struct Bin
    {
        qint64 count = 0;
        QString label; //!< its range in words: "130 – 139"

        bool operator==(const Bin &) const = default;
    };

    //! \brief One frequent value.
    struct Top
    {
        QString text;
        double share = 0; //!< of all rows, 0 to 1
        qint64 count = 0;
        bool isOther = false; //!< stands for all the rest: "other 12"; no click

        bool operator==(const Top &) const = default;
    };

    bool isKnown = false;    //!< false: nothing is painted yet
    bool isVerified = true;  //!< false: greys (so far, or as the sender gave them)
    double missingShare = 0; //!< 0 to 1
    qint64 distinct = -1;    //!< < 0: not told
    bool distinctIsExact = true;
    std::vector<Bin> bins; //!< at most 20; else top; else lines
    QString minimum;       //!< short form, under the histogram
    QString maximum;
    std::vector<Top> top; //!< at most 3 are drawn
    QStringList lines;    //!< at most 2: "nearly all different", "1–66 letters"
    bool linesAreOdd = false;

    bool operator==(const GridProfile &) const = default;
};

//! \brief The rows and columns behind a GridView. Lives in the GUI thread; every answer comes at
//! once and never waits: a cell whose bytes are not here is Pending, and cellsChanged() follows.
class GridSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual qint64 rowCount() const = 0;
    [[nodiscard]] virtual int columnCount() const = 0;
    [[nodiscard]] virtual GridCell cell(qint64 row, int column) const = 0;
    [[nodiscard]] virtual GridColumn column(int column) const = 0;

    [[nodiscard]] virtual GridProfile profile(int column) const;

    //! \brief Mark in the gutter; a source with marks says so by hasRowMarks().
    [[nodiscard]] virtual RowMark rowMark(qint64 row) const;

    [[nodiscard]] virtual bool hasRowMarks() const;

    //! \brief Number that the gutter shows for \a row, counted from 1; −1 shows "new".
    [[nodiscard]] virtual qint64 rowNumber(qint64 row) const;

    //! \brief Largest number rowNumber() gives, for the gutter's width.
    [[nodiscard]] virtual qint64 largestRowNumber() const;

    [[nodiscard]] virtual bool isEditable(qint64 row, int column) const;

    //! \brief Text the editor starts with: the whole value, not cut.
    [[nodiscard]] virtual QString editText(qint64 row, int column) const;

    //! \brief Why \a text cannot stand in this cell, as a sentence; empty when it can.
    [[nodiscard]] virtual QString problem(qint64 row, int column, const QString &text) const;

    //! \brief Whole value for the clipboard.
    [[nodiscard]] virtual QString copyText(qint64 row, int column) const;

    //! \brief Told after each scroll what is on the screen, so that it can be fetched.
    virtual void showing(qint64 firstRow, qint64 lastRow, int firstColumn, int lastColumn);

signals:
    //! \brief Everything may be another: columns are measured again, the current cell is kept
    //! as far as it exists.
    void wasReset();
    //! \brief Rows came, went or moved; columns are the same.
    void rowsChanged();
    //! \brief Texts or states of cells; also more of them have come.
    void cellsChanged();
    //! \brief A name, mark or profile of a column.
    void headerChanged();
};

} // namespace passel
