#include "ui/panels/columnchart.h"

#include "core/base/log.h"
#include "ui/kit/figures.h"
#include "ui/kit/plaintext.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

#include <algorithm>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

constexpr int AxisHeight = 18;
constexpr int GaugeWidth = 9;
constexpr int GaugeGap = 14;

class TopValuesDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool isRtl = option.direction == Qt::RightToLeft;
        const QRectF rect = QRectF(option.rect).adjusted(0, 0, 0, -2);
        painter->save();
        const double share = index.data(TopValuesModel::ShareRole).toDouble();
        QRectF bar = rect;
        bar.setWidth(std::max(2.0, rect.width() * share));
        if (isRtl)
            bar.moveRight(rect.right());
        const bool isCurrent = index.data(TopValuesModel::CurrentRole).toBool();
        painter->fillRect(
            bar, Theme::color(isCurrent ? ColorRole::BarCurrentSoft : ColorRole::BarGreySoft));
        const Figures figures(Theme::font(TextSize::Base));
        const QString count = numberText(index.data(TopValuesModel::CountRole).toLongLong());
        const QRectF inner = rect.adjusted(6, 0, -2, 0);
        figures.draw(painter, inner, Qt::AlignVCenter | (isRtl ? Qt::AlignLeft : Qt::AlignRight),
                     count, Theme::color(ColorRole::Text2));
        const qreal used = figures.width(count) + 12;
        painter->setFont(Theme::font(TextSize::Base));
        painter->setPen(Theme::color(ColorRole::Text));
        const QRectF words = isRtl ? inner.adjusted(used, 0, 0, 0) : inner.adjusted(0, 0, -used, 0);
        painter->drawText(words,
                          static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute)
                              | (isRtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
                          QFontMetricsF(painter->font())
                              .elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        if (option.state.testFlag(QStyle::State_HasFocus))
            paintInnerRing(painter, rect, 2);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            paintRounded(painter, rect, 2, QColor(), Theme::color(ColorRole::Border));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, std::max(21, option.fontMetrics.height() + 5)};
    }
};

} // namespace

ColumnChart::ColumnChart(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"columnChart"_s);
    setAccessibleName(tr("Distribution"));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ColumnChart::setProfile(std::shared_ptr<const ColumnProfile> profile, bool isCurrent)
{
    m_profile = std::move(profile);
    m_isCurrent = isCurrent;
    m_bin = -1;
    setVisible(m_profile && !m_profile->bins.empty());
    update();
}

QSize ColumnChart::sizeHint() const
{
    return {240, 104};
}

QRectF ColumnChart::plot() const
{
    QRectF area = QRectF(rect()).adjusted(0, 4, 0, -AxisHeight);
    if (m_profile && m_profile->missing > 0)
        area.setRight(area.right() - GaugeWidth - GaugeGap);
    return area;
}

void ColumnChart::paintEvent(QPaintEvent *)
{
    if (!m_profile || m_profile->bins.empty())
        return;
    QPainter painter(this);
    const QRectF area = plot();
    const auto &bins = m_profile->bins;
    qint64 most = 1;
    for (const ProfileBin &bin : bins)
        most = std::max(most, bin.count);
    const double step = area.width() / double(bins.size());
    for (size_t i = 0; i < bins.size(); ++i) {
        if (bins[i].count == 0)
            continue;
        const double height = std::max(1.0, area.height() * double(bins[i].count) / double(most));
        const QRectF bar(area.left() + step * double(i) + 1, area.bottom() - height, step - 2,
                         height);
        const bool isHovered = static_cast<int>(i) == m_bin;
        painter.fillRect(snapped(&painter, bar), Theme::color(!m_isCurrent ? ColorRole::BarGrey
                                                              : isHovered  ? ColorRole::AccentHover
                                                                          : ColorRole::BarCurrent));
    }
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1),
                     Theme::color(ColorRole::Control));
    const Figures figures(Theme::font(TextSize::Small));
    const QColor ink = Theme::color(ColorRole::Text2);
    const QRectF axis(area.left(), area.bottom() + 2, area.width(), AxisHeight - 2);
    const ColumnProfile &profile = *m_profile;
    const QString low = valueText(profile.type, profile.form, profile.minimum);
    const QString high = valueText(profile.type, profile.form, profile.maximum);
    figures.draw(&painter, axis, Qt::AlignLeft | Qt::AlignVCenter, low, ink);
    figures.draw(&painter, axis, Qt::AlignRight | Qt::AlignVCenter, high, ink);
    if (!profile.median.isNull()) {
        const QString value = valueText(profile.type, profile.form, profile.median);
        const QString middle = profile.quartilesAreExact ? tr("%1 median").arg(value)
                                                         : tr("about %1 median").arg(value);
        if (figures.width(low) + figures.width(high) + figures.width(middle) + 24 < axis.width())
            figures.draw(&painter, axis, Qt::AlignHCenter | Qt::AlignVCenter, middle, ink);
    }
    if (profile.missing > 0 && profile.seen > 0) {
        const QRectF gauge(rect().right() - GaugeWidth, area.top(), GaugeWidth, area.height());
        QRectF filled = gauge;
        filled.setTop(
            gauge.bottom()
            - std::max(3.0, gauge.height() * double(profile.missing) / double(profile.seen)));
        painter.setBrush(QBrush(Theme::color(ColorRole::Text3), Qt::BDiagPattern));
        painter.setPen(Qt::NoPen);
        painter.drawRect(filled);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(Theme::color(ColorRole::Control));
        painter.drawRect(gauge);
    }
    if (hasFocus())
        paintInnerRing(&painter, rect(), 2);
}

bool ColumnChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int bin = binAt(help->pos());
        if (bin >= 0)
            QToolTip::showText(help->globalPos(), plainToolTip(binText(bin)), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void ColumnChart::mouseMoveEvent(QMouseEvent *event)
{
    setBin(binAt(event->position()));
}

void ColumnChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setBin(binAt(event->position()));
    choose();
}

void ColumnChart::leaveEvent(QEvent *)
{
    if (!hasFocus())
        setBin(-1);
}

void ColumnChart::keyPressEvent(QKeyEvent *event)
{
    const int count = m_profile ? static_cast<int>(m_profile->bins.size()) : 0;
    if (count == 0
        || (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right
            && event->key() != Qt::Key_Return && event->key() != Qt::Key_Space)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        setBin(std::clamp(m_bin + (event->key() == Qt::Key_Left ? -1 : 1), 0, count - 1));
    else
        choose();
}

void ColumnChart::focusInEvent(QFocusEvent *event)
{
    if (m_bin < 0 && m_profile && !m_profile->bins.empty())
        setBin(0);
    QWidget::focusInEvent(event);
}

int ColumnChart::binAt(const QPointF &position) const
{
    const QRectF area = plot();
    if (!m_profile || m_profile->bins.empty() || !area.contains(position))
        return -1;
    const auto count = static_cast<int>(m_profile->bins.size());
    return std::clamp(static_cast<int>((position.x() - area.left()) / area.width() * count), 0,
                      count - 1);
}

QString ColumnChart::binText(int bin) const
{
    const ProfileBin &range = m_profile->bins[static_cast<size_t>(bin)];
    //: A bar of a histogram: from, to, how many rows.
    return tr("%1 to %2: %3. Click to keep these rows")
        .arg(unitsText(m_profile->type, m_profile->form, range.low),
             unitsText(m_profile->type, m_profile->form, range.high), rowsText(range.count));
}

void ColumnChart::setBin(int bin)
{
    if (m_bin == bin)
        return;
    m_bin = bin;
    if (bin >= 0 && hasFocus()) {
        setAccessibleDescription(binText(bin));
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
    update();
}

void ColumnChart::choose()
{
    if (m_bin < 0 || !m_profile)
        return;
    const ProfileBin &range = m_profile->bins[static_cast<size_t>(m_bin)];
    if (range.count > 0)
        emit binChosen(range.low, range.high,
                       m_bin + 1 == static_cast<int>(m_profile->bins.size()));
}

void TopValuesModel::setProfile(std::shared_ptr<const ColumnProfile> profile, bool isCurrent,
                                int limit)
{
    beginResetModel();
    m_profile = std::move(profile);
    m_isCurrent = isCurrent;
    m_count =
        m_profile
            ? static_cast<int>(std::min<size_t>(m_profile->top.size(), static_cast<size_t>(limit)))
            : 0;
    endResetModel();
}

const ProfileValue &TopValuesModel::value(int row) const
{
    return m_profile->top[static_cast<size_t>(row)];
}

int TopValuesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant TopValuesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProfileValue &top = m_profile->top[static_cast<size_t>(index.row())];
    const auto shown = [&] {
        return top.text.empty() ? tr("(empty text)")
                                : visibleText(QString::fromStdString(top.text));
    };
    switch (role) {
    case Qt::DisplayRole:
        return shown();
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(shown(), rowsText(top.count));
    case Qt::ToolTipRole:
        return plainToolTip(
            tr("%1: %2. Click to keep these rows").arg(shown(), rowsText(top.count)));
    case CountRole:
        return top.count;
    case ShareRole:
        return double(top.count) / double(std::max<qint64>(1, m_profile->top.front().count));
    case CurrentRole:
        return m_isCurrent;
    default:
        return {};
    }
}

TopValuesView::TopValuesView(QWidget *parent)
    : QListView(parent)
{
    setObjectName(u"topValues"_s);
    setAccessibleName(tr("Most frequent values"));
    setItemDelegate(new TopValuesDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize TopValuesView::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    return {200, rows == 0 ? 0 : rows * sizeHintForRow(0)};
}

QSize TopValuesView::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

} // namespace passel

#include "columnchart.moc"
