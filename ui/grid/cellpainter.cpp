#include "ui/grid/cellpainter.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr int HatchPeriod = 12;
constexpr int CachedTexts = 8192;
constexpr int Whole = -1; // as a room: not cut

int padding()
{
    return Theme::metric(Metric::CellPadding);
}

QColor markFill(RowMark mark)
{
    switch (mark) {
    case RowMark::Added:
        return Theme::color(ColorRole::AddedFill);
    case RowMark::Removed:
        return Theme::color(ColorRole::RemovedFill);
    case RowMark::Odd:
        return Theme::color(ColorRole::WarnFill);
    case RowMark::Changed:
    case RowMark::None:
        break;
    }
    return {};
}

} // namespace

struct CellPainter::Fonts
{
    QFont base = Theme::font(TextSize::Base);
    QFont medium = Theme::font(TextSize::Base, QFont::Medium);
    QFontMetricsF baseMetrics{base};
    Figures figures{base};
    Figures mediumFigures{medium};
    Figures small{Theme::font(TextSize::Small)};
    Figures smallStrong{Theme::font(TextSize::Small, QFont::DemiBold)};
};

QString onOneLine(const QString &text)
{
    const auto isControl = [](QChar character) { return character.unicode() < 0x20; };
    if (std::none_of(text.begin(), text.end(), isControl))
        return text;
    QString result = text;
    result.replace(u"\r\n"_s, u"\n"_s);
    for (QChar &character : result) {
        if (character == u'\n' || character == u'\r')
            character = u'\u21B5';
        else if (isControl(character))
            character = u' ';
    }
    return result;
}

CellPainter::CellPainter()
    : m_fonts(std::make_shared<Fonts>())
    , m_texts(CachedTexts)
{}

void CellPainter::forget()
{
    m_fonts = std::make_shared<Fonts>();
    m_texts.clear();
    m_hatch = QPixmap();
}

const CellPainter::Laid &CellPainter::laid(const QString &text, int room, bool medium)
{
    // The weight is the lowest bit of the key.
    const std::pair<QString, int> key(text, room * 2 + (medium ? 1 : 0));
    if (const Laid *known = m_texts.object(key))
        return *known;
    const QFont &font = medium ? m_fonts->medium : m_fonts->base;
    const QFontMetricsF metrics(font);
    auto *fresh = new Laid;
    const QString shown =
        room == Whole ? text : metrics.elidedText(text, Qt::ElideRight, std::max(0, room));
    fresh->text.setTextFormat(Qt::PlainText); // SEC-11
    fresh->text.setText(shown);
    fresh->text.prepare(QTransform(), font);
    fresh->width = metrics.horizontalAdvance(shown);
    m_texts.insert(key, fresh);
    return *fresh;
}

QColor CellPainter::ground(const GridCell &cell, const CellLook &look)
{
    if (look.isCurrent && !cell.isChanged)
        return Theme::color(cell.isMisfit ? ColorRole::WarnFill : ColorRole::Base);
    if (look.isSelected && !look.isCurrent) {
        return Theme::color(look.isWindowActive ? ColorRole::Selection : ColorRole::SelectionIdle);
    }
    if (cell.isChanged)
        return Theme::color(ColorRole::ChangedFill);
    if (cell.isMisfit)
        return Theme::color(ColorRole::WarnFill);
    if (const QColor fill = markFill(look.mark); fill.isValid())
        return fill;
    if (look.isCurrentRow)
        return Theme::color(ColorRole::CurrentRow);
    if (look.isHoveredRow)
        return Theme::color(ColorRole::Panel);
    return {};
}

void CellPainter::paintHatch(QPainter *painter, const QRect &rect, qreal pixelRatio)
{
    if (m_hatch.isNull() || !qFuzzyCompare(m_hatchRatio, pixelRatio)) {
        const int side = int(std::lround(HatchPeriod * pixelRatio));
        m_hatch = QPixmap(side, side);
        m_hatch.fill(Theme::color(ColorRole::MissingFill));
        QPainter tile(&m_hatch);
        tile.setRenderHint(QPainter::Antialiasing);
        tile.setPen(QPen(Theme::color(ColorRole::Hatch), pixelRatio));
        // Once through the tile and once through each corner, so that tiles join.
        for (const int shift : {-side, 0, side})
            tile.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1));
        tile.end();
        m_hatch.setDevicePixelRatio(pixelRatio);
        m_hatchRatio = pixelRatio;
    }
    // The origin is the viewport's corner, not the cell's.
    painter->drawTiledPixmap(QRectF(rect), m_hatch,
                             QPointF(rect.left() % HatchPeriod, rect.top() % HatchPeriod));
}

void CellPainter::paintMissingSign(QPainter *painter, const QRect &square)
{
    painter->save();
    painter->setClipRect(square, Qt::IntersectClip);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::color(ColorRole::Control), 1));
    // Denser than in cells: the sign has room for two lines.
    for (int x = square.left() - square.height(); x < square.right(); x += 4)
        painter->drawLine(QPointF(x, square.bottom() + 1),
                          QPointF(x + square.height(), square.top()));
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(square.adjusted(0, 0, -1, -1));
    painter->restore();
}

void CellPainter::paint(QPainter *painter, const QRect &rect, const GridCell &cell,
                        const CellLook &look, const TextStretches &found)
{
    const QColor fill = ground(cell, look);
    const bool missing = cell.state == GridCell::State::Missing && !cell.isChanged;
    if (missing && !(look.isSelected && !look.isCurrent)) {
        paintHatch(painter, rect, look.pixelRatio);
        return;
    }
    if (fill.isValid())
        painter->fillRect(rect, fill);
    if (missing) {
        // Selected: the tone tells the selection, the lines tell that nothing is here.
        painter->save();
        painter->setOpacity(0.35);
        paintHatch(painter, rect, look.pixelRatio);
        painter->restore();
        return;
    }
    if (cell.state == GridCell::State::Pending)
        paintSkeleton(painter, rect, cell, look);
    else if (!cell.thumbnail.isNull()) {
        const QSizeF size =
            QSizeF(cell.thumbnail.size())
                .scaled(QSizeF(rect.width() - 6, rect.height() - 4), Qt::KeepAspectRatio);
        QRectF place(QPointF(), size);
        place.moveCenter(QRectF(rect).center());
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(place, cell.thumbnail);
    } else if (cell.isChanged)
        paintChange(painter, rect, cell, look);
    else
        paintText(painter, rect, cell, look, found);
}

void CellPainter::paintText(QPainter *painter, const QRect &rect, const GridCell &cell,
                            const CellLook &look, const TextStretches &found)
{
    const QRect inside = rect.adjusted(padding(), 0, -padding(), 0);
    const bool empty = cell.state == GridCell::State::EmptyText;
    // On the selection text3 is too weak.
    const ColorRole ink =
        empty ? (look.isSelected ? ColorRole::Text2 : ColorRole::Text3) : ColorRole::Text;
    const QColor color = Theme::color(ink);
    const bool right = cell.isNumber && !cell.isMisfit;
    const Qt::Alignment side =
        QStyle::visualAlignment(look.direction, right ? Qt::AlignRight : Qt::AlignLeft);
    if ((cell.isNumber || cell.isFigures) && !empty) {
        m_fonts->figures.draw(painter, QRectF(inside), side, cell.text, color);
    } else {
        const QString text = empty ? u"\u201C \u201D"_s : onOneLine(cell.text);
        const Laid *shown = &laid(text, Whole, false);
        if (shown->width > inside.width())
            shown = &laid(text, inside.width(), false);
        const qreal x = side & Qt::AlignRight ? inside.right() + 1 - shown->width : inside.left();
        const qreal y =
            rect.top() + std::round((rect.height() - m_fonts->baseMetrics.height()) / 2);
        for (const auto &[from, length] : found) {
            const qreal before = m_fonts->baseMetrics.horizontalAdvance(text.left(from));
            const qreal wide = m_fonts->baseMetrics.horizontalAdvance(text.mid(from, length));
            QRectF mark(x + before, rect.top() + 3, wide, rect.height() - 7);
            painter->fillRect(mark & QRectF(inside), Theme::color(ColorRole::ChangedFill));
        }
        painter->setFont(m_fonts->base);
        painter->setPen(color);
        painter->drawStaticText(QPointF(x, y), shown->text);
    }
    if (look.mark == RowMark::Removed && !empty) {
        const qreal wide = std::min<qreal>(inside.width(), width(cell) - 2 * padding());
        const qreal x = side & Qt::AlignRight ? inside.right() + 1 - wide : inside.left();
        painter->fillRect(QRectF(x, rect.center().y() + 1, wide, 1), color);
    }
}

void CellPainter::paintChange(QPainter *painter, const QRect &rect, const GridCell &cell,
                              const CellLook &look)
{
    constexpr qreal Gap = 5;
    constexpr qreal Arrow = 12;
    const QRectF inside = QRectF(rect).adjusted(padding(), 0, -padding(), 0);
    const QString now = cell.state == GridCell::State::Missing ? QString() : onOneLine(cell.text);
    const QString before = cell.before ? onOneLine(*cell.before) : QString();
    constexpr qreal Square = 9;
    const qreal nowWidth =
        cell.state == GridCell::State::Missing ? Square : m_fonts->mediumFigures.width(now);
    const qreal room = std::max(0.0, inside.width() - nowWidth - 2 * Gap - Arrow);
    const QString shownBefore = m_fonts->figures.elided(before, room);
    const qreal beforeWidth = cell.before ? m_fonts->figures.width(shownBefore) : Square;
    const qreal total = beforeWidth + nowWidth + 2 * Gap + Arrow;
    const bool right = cell.isNumber == (look.direction == Qt::LeftToRight);
    qreal x = right && total < inside.width() ? inside.right() - total : inside.left();

    painter->save();
    painter->setClipRect(rect);
    const auto square = [painter, rect](qreal left) {
        paintMissingSign(painter, QRect(int(left), rect.center().y() - 4, 9, 9));
    };
    const QColor old = Theme::color(ColorRole::Text2);
    if (cell.before) {
        m_fonts->figures.draw(painter, QRectF(x, rect.top(), beforeWidth + 1, rect.height()),
                              Qt::AlignLeft, shownBefore, old);
        painter->fillRect(QRectF(x, rect.center().y() + 1, beforeWidth, 1), old);
    } else {
        square(x);
    }
    x += beforeWidth + Gap;
    paintIcon(painter, QRectF(x, rect.center().y() - 5.5, Arrow, Arrow), u"arrow-right"_s,
              Theme::color(ColorRole::Changed));
    x += Arrow + Gap;
    if (cell.state == GridCell::State::Missing) {
        square(x);
    } else {
        m_fonts->mediumFigures.draw(
            painter, QRectF(x, rect.top(), std::max(0.0, inside.right() - x) + 1, rect.height()),
            Qt::AlignLeft, now, Theme::color(ColorRole::Text));
    }
    painter->restore();
}

void CellPainter::paintSkeleton(QPainter *painter, const QRect &rect, const GridCell &cell,
                                const CellLook &look) const
{
    constexpr int Height = 8;
    const int room = rect.width() - 2 * padding();
    if (room < Height)
        return;
    // Lengths differ from cell to cell but never from frame to frame.
    const auto place = quint32(rect.left()) * 2654435761U ^ quint32(qHash(cell.text)) * 40503U;
    const int wide = cell.isNumber ? std::min(room, 24) : room * int(45 + place % 50) / 100;
    const Qt::Alignment side =
        QStyle::visualAlignment(look.direction, cell.isNumber ? Qt::AlignRight : Qt::AlignLeft);
    const int x =
        side & Qt::AlignRight ? rect.right() + 1 - padding() - wide : rect.left() + padding();
    paintRounded(painter, QRect(x, rect.center().y() - Height / 2 + 1, wide, Height), Height / 2.0,
                 Theme::color(ColorRole::Skeleton));
}

int CellPainter::width(const GridCell &cell)
{
    if (cell.state == GridCell::State::Missing || cell.state == GridCell::State::Pending)
        return 0;
    if (!cell.thumbnail.isNull())
        return 42;
    qreal wide = cell.isNumber || cell.isFigures ? m_fonts->figures.width(cell.text)
                                                 : laid(onOneLine(cell.text), Whole, false).width;
    if (cell.isChanged)
        wide += 26 + (cell.before ? m_fonts->figures.width(onOneLine(*cell.before)) : 9);
    return int(std::ceil(wide)) + 2 * padding() + 1;
}

int CellPainter::gutterWidth(qint64 largestNumber, bool withMarks) const
{
    const QString digits = QLocale().toString(std::max<qint64>(largestNumber, 99));
    return std::max(40, int(std::ceil(m_fonts->smallStrong.width(digits))) + 2 * padding() + 4)
           + (withMarks ? 12 : 0);
}

void CellPainter::paintGutter(QPainter *painter, const QRect &rect, const QString &number,
                              RowMark mark, const CellLook &look)
{
    if (look.isCurrentRow || look.isSelected) {
        painter->fillRect(rect, Theme::color(look.isWindowActive ? ColorRole::Selection
                                                                 : ColorRole::SelectionIdle));
    } else if (const QColor fill = markFill(mark); fill.isValid()) {
        painter->fillRect(rect, fill);
    }
    const Qt::Alignment side = QStyle::visualAlignment(look.direction, Qt::AlignRight);
    const QRectF words = QRectF(rect).adjusted(padding(), 0, -padding(), 0);
    const Figures &figures = look.isCurrentRow ? m_fonts->smallStrong : m_fonts->small;
    const ColorRole ink = look.isCurrentRow ? ColorRole::AccentText
                          : look.isSelected ? ColorRole::Text2
                                            : ColorRole::Text3;
    figures.draw(painter, words, side, number, Theme::color(ink));

    const QRect sign = QStyle::visualRect(look.direction, rect,
                                          QRect(rect.left() + 4, rect.top(), 12, rect.height()));
    const QPointF middle = QRectF(sign).center();
    switch (mark) {
    case RowMark::Changed:
        paintRounded(painter, QRectF(middle - QPointF(2.5, 2.5), QSizeF(5, 5)), 2.5,
                     Theme::color(ColorRole::Changed));
        break;
    case RowMark::Added:
        painter->fillRect(QRectF(middle.x() - 3.5, middle.y() - 0.5, 7, 1.5),
                          Theme::color(ColorRole::Added));
        painter->fillRect(QRectF(middle.x() - 0.75, middle.y() - 3.25, 1.5, 7),
                          Theme::color(ColorRole::Added));
        break;
    case RowMark::Removed:
        painter->fillRect(QRectF(middle.x() - 3.5, middle.y() - 0.5, 7, 1.5),
                          Theme::color(ColorRole::Removed));
        break;
    case RowMark::Odd:
        paintIcon(painter, QRectF(middle - QPointF(6, 6), QSizeF(12, 12)), u"triangle-alert"_s,
                  Theme::color(ColorRole::Warn));
        break;
    case RowMark::None:
        break;
    }
}

} // namespace passel
