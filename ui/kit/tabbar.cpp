#include "ui/kit/tabbar.h"

#include "ui/kit/plaintext.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr int Padding = 12;
constexpr int IconSide = 16;
constexpr int CloseSide = 18;
constexpr int LargestTab = 260;

} // namespace

TabBar::TabBar(Kind kind, QWidget *parent)
    : QTabBar(parent)
    , m_kind(kind)
{
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setMovable(kind == Kind::Documents);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

int TabBar::addDocument(const QString &iconName, const QString &title)
{
    const int index =
        addTab(iconName.isEmpty() ? QIcon() : themedIcon(iconName), plainActionText(title));
    setTabToolTip(index, plainToolTip(title));
    return index;
}

void TabBar::setDocumentTitle(int index, const QString &title)
{
    setTabText(index, plainActionText(title));
    setTabToolTip(index, plainToolTip(title));
}

QSize TabBar::minimumSizeHint() const
{
    return {80, Theme::metric(Metric::TabRow)};
}

QSize TabBar::tabSizeHint(int index) const
{
    const QFontMetrics metrics(Theme::font(TextSize::Base, QFont::Medium));
    const int words = metrics.size(Qt::TextHideMnemonic, tabText(index)).width();
    const int height = std::max(Theme::metric(Metric::TabRow), metrics.height() + 12);
    if (m_kind == Kind::Panel)
        return {words + 2 * 10, height};
    const int icon = tabIcon(index).isNull() ? 0 : IconSide + 8;
    return {std::min(LargestTab, Padding + icon + words + 8 + CloseSide + 8), height};
}

QSize TabBar::minimumTabSizeHint(int index) const
{
    const QSize wanted = tabSizeHint(index);
    return {std::min(wanted.width(), m_kind == Kind::Panel ? wanted.width() : 112),
            wanted.height()};
}

QRect TabBar::closeRect(int index) const
{
    const QRect tab = tabRect(index);
    const QRect logical(tab.right() - 6 - CloseSide, tab.top() + (tab.height() - CloseSide) / 2,
                        CloseSide, CloseSide);
    return QStyle::visualRect(layoutDirection(), tab, logical);
}

QRect TabBar::wordsRect(int index) const
{
    const QRect tab = tabRect(index);
    const int left = tab.left() + Padding + (tabIcon(index).isNull() ? 0 : IconSide + 8);
    const bool closes = index == currentIndex() || index == m_hovered;
    const int right = closes ? tab.right() - 6 - CloseSide - 4 : tab.right() - 8;
    return {left, tab.top() + 2, right - left, tab.height()};
}

QString TabBar::shownTitle(int index) const
{
    const QFont font =
        Theme::font(TextSize::Base, index == currentIndex() ? QFont::Medium : QFont::Normal);
    return QFontMetrics(font).elidedText(tabText(index), elideMode(), wordsRect(index).width(),
                                         Qt::TextHideMnemonic);
}

void TabBar::paintDocument(QPainter *painter, int index) const
{
    const QRect tab = tabRect(index);
    const bool current = index == currentIndex();
    const bool hovered = index == m_hovered;
    if (current) {
        // Open below: the outline has no bottom line, the strip goes on from here.
        const QRectF shape = QRectF(tab).adjusted(0.5, 4.5, -0.5, 2);
        QPainterPath path;
        path.addRoundedRect(shape, 6, 6);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setClipRect(tab, Qt::IntersectClip);
        painter->setPen(Theme::color(ColorRole::Line));
        painter->setBrush(Theme::color(ColorRole::Panel));
        painter->drawPath(path);
        painter->fillRect(QRectF(shape.left() + 0.5, tab.bottom() - 4, shape.width() - 1, 5),
                          Theme::color(ColorRole::Panel));
        painter->restore();
    } else if (hovered) {
        paintRounded(painter, QRectF(tab).adjusted(2, 5, -2, -3),
                     Theme::metric(Metric::RadiusControl), Theme::color(ColorRole::Hover));
    }
    const auto visual = [this, tab](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), tab, logical);
    };
    const int left = tab.left() + Padding;
    const int middle = tab.center().y() + 2;
    if (!tabIcon(index).isNull()) {
        tabIcon(index).paint(painter, visual(QRect(left, middle - 8, IconSide, IconSide)),
                             Qt::AlignCenter, current ? QIcon::Active : QIcon::Normal);
    }
    painter->setFont(Theme::font(TextSize::Base, current ? QFont::Medium : QFont::Normal));
    painter->setPen(Theme::color(current ? ColorRole::Text : ColorRole::Text2));
    painter->drawText(
        visual(wordsRect(index)),
        int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
            | Qt::TextHideMnemonic | Qt::TextSingleLine,
        shownTitle(index));
    if (current || hovered) {
        const QRect close = closeRect(index).translated(0, 2);
        const bool over = hovered && m_closeHovered;
        if (over)
            paintRounded(painter, close, Theme::metric(Metric::RadiusItem),
                         Theme::color(ColorRole::Press));
        paintIcon(painter, QRectF(close).adjusted(2, 2, -2, -2), u"x"_s,
                  Theme::color(over ? ColorRole::Text : ColorRole::Text2));
    }
    if (current && hasFocus())
        paintInnerRing(painter, QRectF(tab).adjusted(1, 5, -1, -2),
                       Theme::metric(Metric::RadiusControl));
}

void TabBar::paintPanel(QPainter *painter, int index) const
{
    const QRect tab = tabRect(index);
    const bool current = index == currentIndex();
    painter->setFont(Theme::font(TextSize::Base, current ? QFont::Medium : QFont::Normal));
    painter->setPen(
        Theme::color(current || index == m_hovered ? ColorRole::Text : ColorRole::Text2));
    painter->drawText(tab, int(Qt::AlignCenter) | Qt::TextHideMnemonic, tabText(index));
    if (current) {
        painter->fillRect(QRect(tab.left() + 10, tab.bottom() - 1, tab.width() - 20, 2),
                          Theme::color(ColorRole::Accent));
    }
    if (current && hasFocus())
        paintInnerRing(painter, QRectF(tab).adjusted(2, 5, -2, -5),
                       Theme::metric(Metric::RadiusControl));
}

void TabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // The arrows have no ground of their own: no tab is painted under them.
    QRegion free(rect());
    for (const auto *arrow : findChildren<QToolButton *>(Qt::FindDirectChildrenOnly)) {
        if (arrow->isVisible())
            free -= arrow->geometry();
    }
    painter.setClipRegion(free);
    // A line under the whole row; the current document tab is painted over it.
    if (drawBase())
        painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(ColorRole::Line));
    for (int index = 0; index < count(); ++index) {
        if (!tabRect(index).intersects(rect()) || !isTabVisible(index))
            continue;
        if (m_kind == Kind::Documents)
            paintDocument(&painter, index);
        else
            paintPanel(&painter, index);
    }
}

void TabBar::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = tabAt(event->pos());
    const bool closing =
        m_kind == Kind::Documents && index >= 0
        && (event->button() == Qt::MiddleButton
            || (event->button() == Qt::LeftButton && closeRect(index).contains(event->pos())));
    QTabBar::mouseReleaseEvent(event);
    if (closing)
        emit tabCloseRequested(index);
}

void TabBar::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = tabAt(event->pos());
    m_closeHovered = m_hovered >= 0 && closeRect(m_hovered).contains(event->pos());
    update();
    QTabBar::mouseMoveEvent(event);
}

void TabBar::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    m_closeHovered = false;
    update();
    QTabBar::leaveEvent(event);
}

bool TabBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        updateGeometry();
    return QTabBar::event(event);
}

} // namespace passel
