#include "ui/kit/emptytargets.h"

#include "ui/kit/keycap.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr int Padding = 24;
constexpr int WordsBelowTitle = 6;
constexpr int TitleTop = Padding + 24 + 20;

} // namespace

EmptyTarget::EmptyTarget(QString iconName, const QString &title, const QString &words,
                         const QKeySequence &keys, QWidget *parent)
    : QPushButton(title, parent)
    , m_iconName(std::move(iconName))
    , m_words(words)
    , m_keys(keys)
{
    setAccessibleName(title);
    setAccessibleDescription(words);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void EmptyTarget::setDropHint(bool hint)
{
    m_dropHint = hint;
    update();
}

QSize EmptyTarget::sizeHint() const
{
    const QFontMetrics title(Theme::font(TextSize::Section));
    const int width = std::max(282, title.horizontalAdvance(text()) + 2 * Padding);
    return {width, heightForWidth(width)};
}

int EmptyTarget::heightForWidth(int width) const
{
    const QFontMetrics title(Theme::font(TextSize::Section));
    const QFontMetrics words(Theme::font(TextSize::Base));
    const QRect wrapped = words.boundingRect(0, 0, width - 2 * Padding, QWIDGETSIZE_MAX,
                                             Qt::AlignLeft | Qt::TextWordWrap, m_words);
    const int lines = std::max(wrapped.height(), 2 * words.lineSpacing());
    return TitleTop + title.height() + WordsBelowTitle + lines + Padding;
}

QSize EmptyTarget::minimumSizeHint() const
{
    return {180, heightForWidth(180)};
}

void EmptyTarget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF inside = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (m_dropHint || isDown())
        paintRounded(&painter, inside, 7,
                     Theme::color(m_dropHint ? ColorRole::Info : ColorRole::Press));
    else if (underMouse())
        paintRounded(&painter, inside, 7, Theme::color(ColorRole::Hover));
    if (hasFocus())
        paintInnerRing(&painter, inside, 7);
    const auto visual = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    const int align = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignTop);
    paintIcon(&painter, visual(QRect(Padding, Padding - 4, 24, 24)), m_iconName,
              Theme::color(ColorRole::AccentText));
    if (!m_keys.isEmpty()) {
        const QString cap = keyCapText(m_keys);
        const QSize size = keyCapSize(cap);
        paintKeyCap(&painter,
                    visual(QRect(width() - Padding - size.width(), Padding - 2, size.width(),
                                 size.height())),
                    cap, Theme::color(ColorRole::Text3), Theme::color(ColorRole::Border));
    }
    const QFont title = Theme::font(TextSize::Section);
    painter.setFont(title);
    painter.setPen(Theme::color(isEnabled() ? ColorRole::Text : ColorRole::Text3));
    const QRect column(Padding, TitleTop, width() - 2 * Padding, height() - TitleTop);
    painter.drawText(visual(column), align | Qt::TextSingleLine, text());
    painter.setFont(Theme::font(TextSize::Base));
    painter.setPen(Theme::color(ColorRole::Text2));
    const int below = QFontMetrics(title).height() + WordsBelowTitle;
    painter.drawText(visual(column.adjusted(0, below, 0, 0)), align | Qt::TextWordWrap, m_words);
}

EmptyTargets::EmptyTargets(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(u"emptyTargets"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
}

EmptyTarget *EmptyTargets::addTarget(const QString &iconName, const QString &title,
                                     const QString &words, const QKeySequence &keys)
{
    auto *target = new EmptyTarget(iconName, title, words, keys, this);
    m_row->addWidget(target);
    m_targets.append(target);
    return target;
}

void EmptyTargets::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(&painter, rect(), Theme::metric(Metric::RadiusSheet),
                 Theme::color(ColorRole::Base), Theme::color(ColorRole::Border));
    for (qsizetype at = 1; at < m_targets.size(); ++at) {
        const QRect target = m_targets[at]->geometry();
        const int x = layoutDirection() == Qt::LeftToRight ? target.left() : target.right();
        painter.fillRect(QRect(x, 1, 1, height() - 2), Theme::color(ColorRole::Line));
    }
}

} // namespace passel
