#include "ui/grid/headerpainter.h"

#include "core/base/log.h"
#include "ui/grid/cellpainter.h"
#include "ui/kit/badge.h"
#include "ui/kit/figures.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr int Top = 6;
constexpr int Line = 18;
constexpr int Gap = 4;
constexpr int HistogramHeight = 32;
constexpr int TopValueHeight = 14;
constexpr int Gauge = 10;
constexpr int Mark = 12;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::GridView)
};

int padding()
{
    return Theme::metric(Metric::CellPadding);
}

constexpr int MissingSign = 9;
constexpr int SignGap = 5;

// Headers are measured as they are drawn, with digits of equal width; looking at a font is slow.
const Figures &tinyFigures()
{
    static std::optional<Figures> figures;
    const QFont font = Theme::font(TextSize::Tiny);
    if (!figures || figures->font() != font)
        figures.emplace(font);
    return *figures;
}

int widthOf(const QString &text)
{
    return int(std::ceil(tinyFigures().width(text)));
}

// A number as tr() takes it.
int countOf(qint64 number)
{
    return int(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

QString countText(const GridProfile &profile, int room)
{
    if (profile.distinct < 0)
        return {};
    const QString number = QLocale().toString(profile.distinct);
    const QString words =
        profile.distinctIsExact
            ? Words::tr("%Ln distinct", "different values of a column", countOf(profile.distinct))
            //: about so many distinct values
            : Words::tr("about %1 distinct").arg(number);
    for (const QString &text : {words, number}) {
        if (widthOf(text) <= room)
            return text;
    }
    return {}; // a cut number would be another number
}

struct Bars
{
    ColorRole bar = ColorRole::Bar;
    ColorRole soft = ColorRole::BarSoft;
};

Bars barsOf(const GridProfile &profile, bool isCurrent)
{
    if (!profile.isVerified)
        return {ColorRole::BarGrey, ColorRole::BarGreySoft};
    return isCurrent ? Bars{ColorRole::BarCurrent, ColorRole::BarCurrentSoft} : Bars{};
}

} // namespace

QString shareText(double share)
{
    const QLocale locale;
    const int percent = int(std::lround(share * 100));
    if (share > 0 && percent < 1)
        return Words::tr("< %1\u2009%").arg(locale.toString(1));
    if (share < 1 && percent >= 100)
        return Words::tr("> %1\u2009%").arg(locale.toString(99));
    return Words::tr("%1\u2009%").arg(locale.toString(percent));
}

HeaderPart HeaderLayout::partAt(const QPoint &position) const
{
    if (badge.contains(position))
        return {HeaderPart::Kind::Badge, 0};
    if (gauge.contains(position))
        return {HeaderPart::Kind::Missing, 0};
    for (std::size_t index = 0; index < bins.size(); ++index) {
        if (bins[index].contains(position))
            return {HeaderPart::Kind::Bin, int(index)};
    }
    for (std::size_t index = 0; index < tops.size(); ++index) {
        if (tops[index].contains(position))
            return {HeaderPart::Kind::Top, int(index)};
    }
    if (position.y() < profile.top() || profile.isEmpty())
        return {HeaderPart::Kind::Name, 0};
    return {};
}

HeaderLayout layOutHeader(const QRect &rect, const GridColumn &column, const GridProfile &profile,
                          Qt::LayoutDirection direction)
{
    HeaderLayout result;
    const auto visual = [direction, rect](const QRect &logical) {
        return QStyle::visualRect(direction, rect, logical);
    };
    const QRect inside = rect.adjusted(padding(), Top, -padding(), 0);
    const int marks =
        (column.sort != SortMark::None ? Mark + 4 : 0) + (column.isFiltered ? Mark + 4 : 0);
    result.name = visual(QRect(inside.left(), inside.top(), inside.width() - marks, Line));
    result.marks = visual(QRect(inside.right() + 1 - marks, inside.top(), marks, Line));
    const QSize badge = badgeSize(column.badge).toSize();
    result.badge = visual(QRect(inside.left(), inside.top() + Line + (Line - badge.height()) / 2,
                                column.badge.isEmpty() ? 0 : badge.width(), badge.height()));
    if (rect.width() < LeastProfileWidth)
        return result;
    const int counts = inside.left() + badge.width() + 6;
    const QRect count(counts, inside.top() + Line, inside.right() + 1 - counts, Line);
    result.count = visual(count);
    if (profile.isKnown && profile.missingShare > 0 && column.remark.isEmpty()) {
        // A share that is cut would be another one: then the square alone says that some are
        // missing.
        const QString share = shareText(profile.missingShare);
        const int beside = widthOf(share) + SignGap;
        if (beside + MissingSign <= count.width())
            result.share = share;
        const int whole = MissingSign + (result.share.isEmpty() ? 0 : beside);
        if (whole <= count.width()) {
            result.missing = visual(
                QRect(count.right() + 1 - whole, count.center().y() - 4, MissingSign, MissingSign));
        }
    }
    if (rect.height() < Theme::metric(Metric::Header))
        return result;
    const QRect area(inside.left(), inside.top() + 2 * Line + Gap, inside.width(), 46);
    result.profile = visual(area);
    if (!profile.bins.empty()) {
        const bool gauged = profile.missingShare > 0;
        QRect bars = QRect(area.left(), area.top(), area.width() - (gauged ? Gauge + 6 : 0),
                           HistogramHeight);
        if (gauged) {
            result.gauge =
                visual(QRect(area.right() + 1 - Gauge, area.top(), Gauge, HistogramHeight));
        }
        // An axis runs from small to large from left to right in every language; only its place
        // in the cell turns.
        result.histogram = visual(bars);
        const qreal step = std::min(8.0, qreal(bars.width()) / qreal(profile.bins.size()));
        for (std::size_t index = 0; index < profile.bins.size(); ++index) {
            result.bins.emplace_back(result.histogram.left() + step * qreal(index),
                                     result.histogram.top(), step, HistogramHeight);
        }
    } else {
        const std::size_t shown = std::min<std::size_t>(3, profile.top.size());
        for (std::size_t index = 0; index < shown; ++index) {
            result.tops.push_back(
                visual(QRect(area.left(), area.top() + int(index) * TopValueHeight, area.width(),
                             TopValueHeight)));
        }
    }
    return result;
}

void paintHeader(QPainter *painter, const QRect &rect, const GridColumn &column,
                 const GridProfile &profile, const HeaderLook &look)
{
    const HeaderLayout places = layOutHeader(rect, column, profile, look.direction);
    const Qt::Alignment begin = QStyle::visualAlignment(look.direction, Qt::AlignLeft);
    const Qt::Alignment end = QStyle::visualAlignment(look.direction, Qt::AlignRight);
    painter->fillRect(rect, Theme::color(look.isSelected  ? ColorRole::Selection
                                         : look.isCurrent ? ColorRole::CurrentRow
                                                          : ColorRole::Panel));

    // Name and marks
    const QFont nameFont = Theme::font(TextSize::Base, QFont::DemiBold);
    const QFontMetricsF nameMetrics(nameFont);
    painter->setFont(nameFont);
    painter->setPen(Theme::color(look.isCurrent ? ColorRole::AccentText : ColorRole::Text));
    painter->drawText(places.name, int(begin | Qt::AlignVCenter) | Qt::TextSingleLine,
                      nameMetrics.elidedText(onOneLine(visibleText(column.name)), Qt::ElideRight,
                                             places.name.width()));
    QRect mark = places.marks;
    const auto drawMark = [&](const QString &icon) {
        const QRect here = QStyle::visualRect(
            look.direction, places.marks,
            QRect(places.marks.right() + 1 - (mark.width()) + 4, mark.top() + 3, Mark, Mark));
        paintIcon(painter, here, icon,
                  Theme::color(look.isCurrent ? ColorRole::AccentText : ColorRole::Text2));
        mark.setWidth(mark.width() - Mark - 4);
    };
    if (column.sort != SortMark::None) {
        drawMark(column.sort == SortMark::Ascending ? u"arrow-up-narrow-wide"_s
                                                    : u"arrow-down-wide-narrow"_s);
    }
    if (column.isFiltered)
        drawMark(u"list-filter"_s);

    // Badge and count
    if (!places.badge.isEmpty()) {
        paintBadge(painter, places.badge.topLeft(), column.badge,
                   {.isCurrent = look.isCurrent, .isDashed = !column.typeNote.isEmpty()});
    }
    const Figures &tiny = tinyFigures();
    const Figures tinyStrong(Theme::font(TextSize::Tiny, QFont::DemiBold));
    const QColor quiet = Theme::color(look.isSelected ? ColorRole::Text2 : ColorRole::Text3);
    const QColor ink = Theme::color(profile.isVerified ? ColorRole::Text : ColorRole::Text2);
    if (places.count.isEmpty()) {
        // Too narrow for more than name and badge.
    } else if (!column.remark.isEmpty()) {
        tinyStrong.draw(painter, places.count, end, column.remark,
                        Theme::color(ColorRole::Changed));
    } else if (profile.isKnown && profile.missingShare > 0) {
        if (!places.missing.isEmpty())
            CellPainter::paintMissingSign(painter, places.missing);
        if (!places.share.isEmpty())
            tiny.draw(painter, places.count, end, places.share, Theme::color(ColorRole::Text2));
    } else if (profile.isKnown) {
        tiny.draw(painter, places.count, end, countText(profile, places.count.width()), quiet);
    }

    // Profile
    const Bars bars = barsOf(profile, look.isCurrent);
    if (!places.profile.isEmpty() && profile.isKnown) {
        if (!places.bins.empty()) {
            qint64 largest = 1;
            for (const GridProfile::Bin &bin : profile.bins)
                largest = std::max(largest, bin.count);
            for (std::size_t index = 0; index < places.bins.size(); ++index) {
                const qint64 count = profile.bins[index].count;
                if (count <= 0)
                    continue;
                const qreal high = std::max(
                    1.0, std::round(qreal(count) / qreal(largest) * (HistogramHeight - 1)));
                const QRectF whole = places.bins[index];
                const bool hovered = look.hovered == HeaderPart{HeaderPart::Kind::Bin, int(index)};
                painter->fillRect(snapped(painter, QRectF(whole.left(), whole.bottom() - 1 - high,
                                                          std::max(1.0, whole.width() - 1), high)),
                                  Theme::color(hovered ? ColorRole::Accent : bars.bar));
            }
            painter->fillRect(QRect(places.histogram.left(), places.histogram.bottom(),
                                    places.histogram.width(), 1),
                              Theme::color(ColorRole::Border));
            // The largest value stands below the last bar, or as near as the smallest lets it.
            const QRectF axis(places.histogram.left(), places.histogram.bottom() + 1,
                              places.histogram.width(), 13);
            const qreal both = tiny.width(profile.minimum) + 6 + tiny.width(profile.maximum);
            const QColor label = Theme::color(ColorRole::Text2);
            tiny.draw(painter, axis, Qt::AlignLeft, profile.minimum, label);
            if (both <= axis.width()) {
                const qreal last = places.bins.back().right() - axis.left();
                tiny.draw(painter, QRectF(axis.topLeft(), QSizeF(std::max(last, both), 13)),
                          Qt::AlignRight, profile.maximum, label);
            }
            if (!places.gauge.isEmpty()) {
                QRect part = places.gauge.adjusted(1, 1, -1, -1);
                part.setTop(part.bottom() + 1
                            - std::max(1, int(std::lround(profile.missingShare * part.height()))));
                CellPainter::paintMissingSign(painter, part);
                painter->setPen(Theme::color(ColorRole::Border));
                painter->setBrush(Qt::NoBrush);
                painter->drawRect(places.gauge.adjusted(0, 0, -1, -1));
            }
        } else if (!places.tops.empty()) {
            for (std::size_t index = 0; index < places.tops.size(); ++index) {
                const GridProfile::Top &top = profile.top[index];
                const QRect line = places.tops[index];
                const bool hovered =
                    look.hovered == HeaderPart{HeaderPart::Kind::Top, int(index)} && !top.isOther;
                if (hovered)
                    painter->fillRect(line, Theme::color(ColorRole::Hover));
                if (!top.isOther) {
                    const int wide = int(std::lround(line.width() * std::clamp(top.share, 0., 1.)));
                    painter->fillRect(
                        QStyle::visualRect(
                            look.direction, line,
                            QRect(line.left(), line.top(), std::max(2, wide), line.height() - 1)),
                        Theme::color(bars.soft));
                }
                const QString share = shareText(top.share);
                const int shareWidth = int(std::ceil(tiny.width(share)));
                tiny.draw(painter, QRectF(line), end, share, Theme::color(ColorRole::Text2));
                const QRect words = QStyle::visualRect(look.direction, line,
                                                       line.adjusted(4, 0, -shareWidth - 6, 0));
                painter->setFont(tiny.font());
                painter->setPen(top.isOther ? quiet : ink);
                painter->drawText(
                    words, int(begin | Qt::AlignVCenter) | Qt::TextSingleLine,
                    tiny.metrics().elidedText(onOneLine(top.text), Qt::ElideRight, words.width()));
            }
        } else {
            painter->setFont(tiny.font());
            painter->setPen(Theme::color(profile.linesAreOdd ? ColorRole::Warn : ColorRole::Text2));
            for (int index = 0; index < std::min<int>(2, int(profile.lines.size())); ++index) {
                const QRect line(places.profile.left(),
                                 places.profile.top() + 8 + index * (TopValueHeight + 1),
                                 places.profile.width(), TopValueHeight);
                painter->drawText(
                    line, int(begin | Qt::AlignVCenter) | Qt::TextSingleLine,
                    tiny.metrics().elidedText(profile.lines[index], Qt::ElideRight, line.width()));
            }
        }
    }
    if (look.isCurrent) {
        painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2),
                          Theme::color(ColorRole::Accent));
    }
}

int headerWidth(const GridColumn &column, const GridProfile &profile)
{
    const QFontMetricsF name(Theme::font(TextSize::Base, QFont::DemiBold));
    const int marks =
        (column.sort != SortMark::None ? Mark + 4 : 0) + (column.isFiltered ? Mark + 4 : 0);
    int wide = int(std::ceil(name.horizontalAdvance(column.name.left(60)))) + marks;
    const int badge = int(badgeSize(column.badge).width());
    int right = 0;
    if (!column.remark.isEmpty())
        right = int(std::ceil(
                    Figures(Theme::font(TextSize::Tiny, QFont::DemiBold)).width(column.remark)))
                + 12;
    else if (profile.missingShare > 0)
        right = widthOf(shareText(profile.missingShare)) + SignGap + MissingSign + 10;
    else if (profile.distinct >= 0)
        right = widthOf(QLocale().toString(profile.distinct)) + 14;
    wide = std::max(wide, badge + right);
    if (!profile.bins.empty()) {
        wide = std::max(wide, widthOf(profile.minimum) + widthOf(profile.maximum) + 10
                                  + (profile.missingShare > 0 ? Gauge + 6 : 0));
        wide = std::max(wide, int(profile.bins.size()) * 5);
    }
    for (std::size_t index = 0; index < std::min<std::size_t>(3, profile.top.size()); ++index) {
        wide = std::max(wide, std::min(140, widthOf(profile.top[index].text.left(40))) + 40);
    }
    return wide + 2 * padding() + 1;
}

} // namespace passel
