// Draws one header cell: name, badge, and what its column holds; and knows where each part is.
#pragma once

#include "ui/grid/gridsource.h"

#include <QRect>

#include <optional>
#include <vector>

class QPainter;

namespace passel {

//! \brief A part of a header cell that can be pointed at.
struct HeaderPart
{
    enum class Kind : quint8 { Name, Badge, Bin, Top, Missing, Rest };

    Kind kind = Kind::Rest;
    int index = 0; //!< of the bin or top value

    bool operator==(const HeaderPart &) const = default;
};

//! \brief Places within a header cell, in the coordinates of the rectangle it was laid out for.
struct HeaderLayout
{
    QRect name;
    QRect marks; //!< sort and filter
    QRect badge;
    QRect count;   //!< distinct, or hatched square and share
    QRect missing; //!< the hatched square; empty where there is none or no room
    QString share; //!< of missing values beside the square; empty where it would be cut
    QRect profile;
    QRect histogram;
    std::vector<QRectF> bins; //!< full-height columns, for pointing
    std::vector<QRect> tops;
    QRect gauge;

    [[nodiscard]] HeaderPart partAt(const QPoint &position) const;
};

//! \brief Under 72 px a header has only name and badge.
inline constexpr int LeastProfileWidth = 72;

[[nodiscard]] HeaderLayout layOutHeader(const QRect &rect, const GridColumn &column,
                                        const GridProfile &profile, Qt::LayoutDirection direction);

//! \brief How a header cell is drawn.
struct HeaderLook
{
    bool isCurrent = false;
    bool isSelected = false;
    std::optional<HeaderPart> hovered;
    qreal pixelRatio = 1;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

void paintHeader(QPainter *painter, const QRect &rect, const GridColumn &column,
                 const GridProfile &profile, const HeaderLook &look);
//! \brief Width that name, marks and counts would like.
[[nodiscard]] int headerWidth(const GridColumn &column, const GridProfile &profile);

//! \brief A share as it is written: "28 %", "< 1 %", "> 99 %".
[[nodiscard]] QString shareText(double share);

} // namespace passel
