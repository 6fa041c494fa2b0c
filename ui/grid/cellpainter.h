// Draws cells and row numbers, from texts laid out once.
#pragma once

#include "ui/grid/gridsource.h"
#include "ui/kit/figures.h"

#include <QCache>
#include <QPixmap>
#include <QStaticText>

#include <memory>
#include <utility>
#include <vector>

class QPainter;
class QRect;

namespace passel {

//! \brief Stretches [from, length] of a text whose letters were found.
using TextStretches = std::vector<std::pair<qsizetype, qsizetype>>;

//! \brief Where a cell stands, which decides its ground.
struct CellLook
{
    bool isCurrent = false;
    bool isSelected = false;
    bool isCurrentRow = false;
    bool isHoveredRow = false;
    bool isWindowActive = true;
    RowMark mark = RowMark::None;
    qreal pixelRatio = 1;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

//! \brief Paints one cell at a time; keeps texts, figures and the hatch between frames. Call
//! forget() when theme or font have changed.
class CellPainter
{
public:
    CellPainter();
    void forget();

    //! \brief Fills the ground and draws the value. No grid lines, no ring.
    void paint(QPainter *painter, const QRect &rect, const GridCell &cell, const CellLook &look,
               const TextStretches &found = {});
    //! \brief Ground of a cell, or an invalid colour where the table's own shows through.
    [[nodiscard]] static QColor ground(const GridCell &cell, const CellLook &look);
    //! \brief Width that the value would like, padding included.
    [[nodiscard]] int width(const GridCell &cell);
    //! \brief Hatching, its lines continuing from cell to cell.
    void paintHatch(QPainter *painter, const QRect &rect, qreal pixelRatio);
    //! \brief The small sign for "missing" beside words: a hatched square, outlined.
    static void paintMissingSign(QPainter *painter, const QRect &square);
    //! \brief Row number and mark in the gutter.
    void paintGutter(QPainter *painter, const QRect &rect, const QString &number, RowMark mark,
                     const CellLook &look);
    [[nodiscard]] int gutterWidth(qint64 largestNumber, bool withMarks) const;

private:
    struct Laid
    {
        QStaticText text;
        qreal width = 0;
    };

    [[nodiscard]] const Laid &laid(const QString &text, int room, bool medium);
    void paintText(QPainter *painter, const QRect &rect, const GridCell &cell, const CellLook &look,
                   const TextStretches &found);
    void paintChange(QPainter *painter, const QRect &rect, const GridCell &cell,
                     const CellLook &look);
    void paintSkeleton(QPainter *painter, const QRect &rect, const GridCell &cell,
                       const CellLook &look) const;

    struct Fonts;
    std::shared_ptr<Fonts> m_fonts;
    QCache<std::pair<QString, int>, Laid> m_texts;
    QPixmap m_hatch;
    qreal m_hatchRatio = 0;
};

//! \brief \a text on one line: line breaks as ↵, tabs and other controls as a space.
[[nodiscard]] QString onOneLine(const QString &text);

} // namespace passel
