#include "ui/kit/toast.h"

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/passelstyle.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVariantAnimation>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

// Words on the dark ground of the toast; the style's flat button is made for light ones.
class WordAction final : public QToolButton
{
    Q_OBJECT

public:
    WordAction(const QString &text, QWidget *parent)
        : QToolButton(parent)
    {
        setText(text);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(Theme::font(TextSize::Base, QFont::Medium));
        return {metrics.horizontalAdvance(text()) + 2, metrics.height() + 6};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QFont font = Theme::font(TextSize::Base, QFont::Medium);
        font.setUnderline(underMouse());
        painter.setFont(font);
        painter.setPen(Theme::color(ColorRole::TipLink));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

} // namespace

Toast::Toast(QWidget *host, QWidget *centreOn)
    : QWidget(host)
    , m_host(host)
    , m_centreOn(centreOn)
    , m_sentence(new SentenceLabel(this))
    , m_detail(new SentenceLabel(this))
    , m_actionRow(new QWidget(this))
    , m_actions(new QHBoxLayout(m_actionRow))
    , m_close(new QToolButton(this))
    , m_slide(new QVariantAnimation(this))
{
    setObjectName(u"toast"_s);
    m_sentence->setRole(ColorRole::TipText);
    m_detail->setRole(ColorRole::TipText);
    m_detail->setType(TextSize::Small);
    m_close->setObjectName(u"toastClose"_s);
    m_close->setIcon(themedIcon(u"x"_s, ColorRole::TipText));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
    setControlSize(m_close, ControlSize::Status);
    m_actions->setContentsMargins(0, 2, 0, 0);
    m_actions->setSpacing(20);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 10, 20, 10);
    row->setSpacing(0);
    row->addSpacing(28); // the tick; a margin would not turn with the reading direction
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    row->addLayout(column, 1);
    auto *head = new QHBoxLayout;
    head->addWidget(m_sentence, 1);
    head->addWidget(m_close);
    column->addLayout(head);
    column->addWidget(m_detail);
    column->addWidget(m_actionRow);

    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Toast::dismiss);
    connect(m_close, &QAbstractButton::clicked, this, &Toast::dismiss);
    connect(m_slide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &value) { place(value.toReal()); });
    connect(qApp, &QApplication::focusChanged, this, &Toast::pauseOrResume);
    m_slide->setEasingCurve(QEasingCurve::OutCubic);
    host->installEventFilter(this);
    if (m_centreOn)
        m_centreOn->installEventFilter(this);
    hide();
}

void Toast::setCentreOn(QWidget *centreOn)
{
    if (m_centreOn == centreOn)
        return;
    if (m_centreOn && m_centreOn != m_host)
        m_centreOn->removeEventFilter(this);
    m_centreOn = centreOn;
    if (m_centreOn)
        m_centreOn->installEventFilter(this);
    if (!isHidden())
        place(1.0);
}

void Toast::say(const Message &message)
{
    m_message = message;
    m_sentence->setSentence(message.sentence);
    m_detail->setSentence(message.detail);
    m_detail->setVisible(!message.detail.isEmpty());
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const int count = int(std::min<qsizetype>(message.actions.size(), 4));
    for (int index = 0; index < count; ++index) {
        if (index > 0 && index == count - 1)
            m_actions->addStretch(1);
        auto *action = new WordAction(message.actions[index], m_actionRow);
        connect(action, &QAbstractButton::clicked, this, [this, index] {
            dismiss();
            emit actionTriggered(index);
        });
        m_actions->addWidget(action);
    }
    if (count == 1)
        m_actions->addStretch(1);
    m_actionRow->setVisible(count > 0);
    setAccessibleName(message.sentence.then(message.detail).text());

    m_left = LifeMilliseconds;
    m_timer.stop();
    show();
    raise();
    layout()->activate();
    place(1.0);
    const int duration = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    if (duration > 0) {
        m_slide->stop();
        m_slide->setDuration(duration);
        m_slide->setStartValue(0.0);
        m_slide->setEndValue(1.0);
        m_slide->start();
    }
    pauseOrResume();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::dismiss()
{
    if (isHidden())
        return;
    m_timer.stop();
    m_slide->stop();
    m_left = 0;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_centreOn)
        m_centreOn->setFocus(Qt::OtherFocusReason);
    emit closed();
}

int Toast::remaining() const
{
    return m_timer.isActive() ? m_timer.remainingTime() : m_left;
}

void Toast::pauseOrResume()
{
    if (isHidden())
        return;
    // underMouse() is stale after the toast itself has moved under or away from the pointer.
    const bool held =
        rect().contains(mapFromGlobal(QCursor::pos())) || isAncestorOf(QApplication::focusWidget());
    if (held && m_timer.isActive()) {
        m_left = m_timer.remainingTime();
        m_timer.stop();
    } else if (!held && !m_timer.isActive() && m_left > 0) {
        m_timer.start(m_left);
    }
}

void Toast::place(qreal shown)
{
    if (!m_host)
        return;
    QRect area = m_host->rect();
    if (m_centreOn && m_centreOn != m_host) {
        area =
            QRect(m_centreOn->mapTo(m_host.data(), QPoint()), m_centreOn->size()) & m_host->rect();
    }
    const int width =
        std::min(std::max(Theme::metric(Metric::ToastWidth), layout()->minimumSize().width()),
                 m_host->width());
    const int height = sizeHint().height();
    const int left = std::clamp(area.center().x() - width / 2, 0, m_host->width() - width);
    const int top = m_host->height() - height - Theme::metric(Metric::ToastGap);
    setGeometry(left, top + int((m_host->height() - top) * (1.0 - shown)), width, height);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(&painter, rect(), Theme::metric(Metric::RadiusSheet), Theme::color(ColorRole::Tip),
                 Theme::color(ColorRole::TipLine));
    const int middle = m_sentence->geometry().center().y();
    const QRect mark = QStyle::visualRect(layoutDirection(), rect(), QRect(18, middle - 8, 16, 16));
    paintIcon(&painter, mark, u"check"_s, Theme::color(ColorRole::Added, Scheme::Dark));
}

void Toast::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    pauseOrResume();
}

void Toast::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    pauseOrResume();
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto *button = qobject_cast<QAbstractButton *>(focusWidget()))
            button->click();
    } else
        QWidget::keyPressEvent(event);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (!isHidden() && m_slide->state() != QAbstractAnimation::Running
        && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        place(1.0);
    return QWidget::eventFilter(watched, event);
}

} // namespace passel

#include "toast.moc"
