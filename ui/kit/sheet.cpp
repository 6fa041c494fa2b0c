#include "ui/kit/sheet.h"

#include "core/base/log.h"
#include "ui/kit/button.h"
#include "ui/kit/plainlabel.h"
#include "ui/kit/segments.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"

#include <QAccessible>
#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVariantAnimation>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr int Border = 1;   // the lines of the sheet, left and right of all that is in it
constexpr int RingRoom = 4; // a focus ring stands outside of its control

// What is in the sheet keeps away from its lines.
int sidePadding()
{
    return Theme::metric(Metric::SheetPadding) - Border;
}

class Scrim final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), Theme::color(ColorRole::Scrim));
    }
};

class Dot final : public QWidget
{
    Q_OBJECT

public:
    Dot(ColorRole role, QWidget *parent)
        : QWidget(parent)
        , m_role(role)
    {
        setFixedSize(8, 8);
    }

    void setRole(ColorRole role)
    {
        m_role = role;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintRounded(&painter, rect(), 4, Theme::color(m_role));
    }

private:
    ColorRole m_role;
};

class AdviceBand final : public QWidget
{
    Q_OBJECT

public:
    AdviceBand(QString iconName, QWidget *parent)
        : QWidget(parent)
        , m_iconName(std::move(iconName))
    {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setMinimumHeight(44);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Theme::color(ColorRole::WarnFill));
        painter.fillRect(QRect(0, 0, width(), 1), Theme::color(ColorRole::WarnLine));
        painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(ColorRole::WarnLine));
        const QRect icon = QStyle::visualRect(layoutDirection(), rect(),
                                              QRect(sidePadding(), (height() - 16) / 2, 16, 16));
        paintIcon(&painter, icon, m_iconName, Theme::color(ColorRole::Warn));
    }

private:
    QString m_iconName;
};

} // namespace

// The rows: as high as they want to be while the host has room, else they scroll.
class SheetBody final : public QScrollArea
{
    Q_OBJECT

public:
    explicit SheetBody(QWidget *parent)
        : QScrollArea(parent)
        , m_content(new QWidget)
        , m_rows(new QGridLayout(m_content))
    {
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWidgetResizable(true);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        setWidget(m_content);
        m_content->setAutoFillBackground(false);
        viewport()->setAutoFillBackground(false);
    }

    [[nodiscard]] QGridLayout *rows() const { return m_rows; }

    [[nodiscard]] bool scrolls() const { return verticalScrollBar()->maximum() > 0; }

    //! \brief Says how wide the sheet will be: what the rows want to be high follows from it.
    void setWantedWidth(int width)
    {
        const int height = m_rows->hasHeightForWidth() ? m_rows->totalHeightForWidth(width)
                                                       : m_rows->totalSizeHint().height();
        if (std::exchange(m_wanted, height) != height)
            updateGeometry();
        chooseBar();
    }

    QSize sizeHint() const override { return {m_rows->totalMinimumSize().width(), m_wanted}; }

    QSize minimumSizeHint() const override
    {
        constexpr int LeastHeight = 72; // a row and a half: that there is more is seen
        return {m_rows->totalMinimumSize().width(), std::min(m_wanted, LeastHeight)};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isDone = QScrollArea::eventFilter(watched, event);
        if (watched == m_content && event->type() == QEvent::LayoutRequest)
            updateGeometry(); // nobody above looks into a scroll area
        return isDone;
    }

    void resizeEvent(QResizeEvent *event) override
    {
        chooseBar();
        QScrollArea::resizeEvent(event);
    }

private:
    // A bar that was there for a moment would make the rows narrower, so higher, and stay.
    void chooseBar()
    {
        setVerticalScrollBarPolicy(height() < m_wanted ? Qt::ScrollBarAsNeeded
                                                       : Qt::ScrollBarAlwaysOff);
    }

    QWidget *m_content;
    QGridLayout *m_rows;
    int m_wanted = 0;
};

Sheet::Sheet(QWidget *host, QWidget *centreOn)
    : QWidget(host)
    , m_host(host)
    , m_centreOn(centreOn)
    , m_scrim(new Scrim(host))
    , m_title(new PlainLabel(QString(), TextSize::Title, ColorRole::Text, this))
    , m_remark(new PlainLabel(QString(), TextSize::Small, ColorRole::Text2, this))
    , m_dot(new Dot(ColorRole::Added, this))
    , m_summary(new SentenceLabel(this))
    , m_primary(new Button(QString(), ButtonKind::Primary, this))
    , m_cancel(new Button(tr("Cancel"), ButtonKind::Normal, this))
    , m_column(new QVBoxLayout(this))
    , m_body(new SheetBody(this))
    , m_advice(new QVBoxLayout)
    , m_rows(m_body->rows())
    , m_footer(new QHBoxLayout)
    , m_slide(new QVariantAnimation(this))
{
    setObjectName(u"sheet"_s);
    m_scrim->setObjectName(u"scrim"_s);
    m_primary->setObjectName(u"sheetPrimary"_s);
    m_cancel->setObjectName(u"sheetCancel"_s);
    m_summary->setObjectName(u"sheetSummary"_s);
    m_summary->setMostLines(2);
    m_primary->setKeyCap(QKeySequence(Qt::Key_Return));
    m_dot->hide();

    const int padding = sidePadding();
    m_column->setContentsMargins(Border, 20, Border, 16);
    m_column->setSpacing(16 - RingRoom);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(padding, 0, padding, 0);
    head->setSpacing(6);
    head->addWidget(m_title, 1);
    head->addWidget(m_dot);
    head->addWidget(m_remark);
    m_column->addLayout(head);
    m_rows->setContentsMargins(padding, RingRoom, padding, RingRoom);
    m_rows->setHorizontalSpacing(24);
    m_rows->setVerticalSpacing(12);
    m_rows->setColumnStretch(1, 1);
    m_column->addWidget(m_body, 1);
    m_advice->setSpacing(0);
    m_column->addLayout(m_advice);
    m_footer->setContentsMargins(padding, RingRoom, padding, 0);
    m_footer->setSpacing(8);
    m_footer->addWidget(m_summary, 1);
    m_footer->addWidget(m_cancel);
    m_footer->addWidget(m_primary);
    m_column->addLayout(m_footer);

    connect(m_primary, &QAbstractButton::clicked, this, &Sheet::accepted);
    connect(m_cancel, &QAbstractButton::clicked, this, &Sheet::dismiss);
    connect(m_slide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &value) { placeAt(value.toReal()); });
    m_slide->setEasingCurve(QEasingCurve::OutCubic);
    host->installEventFilter(this);
    m_scrim->installEventFilter(this);
    if (m_centreOn)
        m_centreOn->installEventFilter(this);
    m_scrim->hide();
    hide();

    // The focus is kept inside by mouse and shortcut too, as long as it would go under the scrim.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (m_open && now && m_host && m_host->isAncestorOf(now) && now != this
            && !isAncestorOf(now)) {
            if (before && isAncestorOf(before))
                before->setFocus(Qt::OtherFocusReason);
            else
                focusNextPrevChild(true);
        } else if (now && m_body->isAncestorOf(now)) {
            m_body->ensureWidgetVisible(now, 0, 2 * RingRoom);
        }
    });
}

Sheet::~Sheet()
{
    disconnect(qApp, nullptr, this, nullptr); // rows lose the focus when they are deleted after us
    if (m_scrim)
        m_scrim->deleteLater();
}

void Sheet::setCentreOn(QWidget *centreOn)
{
    if (m_centreOn == centreOn)
        return;
    if (m_centreOn && m_centreOn != m_host)
        m_centreOn->removeEventFilter(this);
    m_centreOn = centreOn;
    if (m_centreOn)
        m_centreOn->installEventFilter(this);
    if (m_open)
        place();
}

void Sheet::setTitle(const QString &title)
{
    m_title->setUntrustedText(title);
    setAccessibleName(title);
}

void Sheet::setRemark(const QString &text, ColorRole dot)
{
    m_remark->setUntrustedText(text);
    static_cast<Dot *>(m_dot)->setRole(dot);
    m_dot->setVisible(!text.isEmpty());
}

void Sheet::addRow(const QString &label, QWidget *control)
{
    auto *row = new QHBoxLayout;
    row->addWidget(control);
    addRow(label, row, control);
}

void Sheet::addRow(const QString &label, QLayout *controls, QWidget *buddy)
{
    const int row = m_rows->rowCount();
    if (!label.isEmpty()) {
        auto *words = new PlainLabel(label, TextSize::Base, ColorRole::Text2, this);
        words->setBuddy(buddy);
        words->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred); // never cut off
        // The first line of a tall control is what the label stands beside.
        words->setMinimumHeight(Theme::metric(Metric::Button));
        m_rows->addWidget(words, row, 0, Qt::AlignTop);
    }
    m_rows->addLayout(controls, row, 1);
}

void Sheet::addWide(QWidget *widget)
{
    m_rows->addWidget(widget, m_rows->rowCount(), 0, 1, 2);
}

QWidget *Sheet::addAdvice(const QString &iconName, const Wording &sentence, QWidget *control)
{
    auto *band = new AdviceBand(iconName, this);
    band->setAccessibleName(sentence.text());
    auto *row = new QHBoxLayout(band);
    const int padding = sidePadding();
    row->setContentsMargins(padding, 6, padding, 6);
    row->addSpacing(24); // the icon
    auto *words = new SentenceLabel(band);
    words->setMostLines(2);
    words->setSentence(sentence);
    row->addWidget(words, 1);
    if (control) {
        setControlSize(control, ControlSize::Small);
        row->addWidget(control);
    }
    m_advice->addWidget(band);
    return band;
}

void Sheet::setSummary(const Wording &summary)
{
    m_summary->setSentence(summary);
}

void Sheet::setPrimaryText(const QString &text)
{
    m_primary->setText(text);
}

Button *Sheet::addSecondary(const QString &text)
{
    auto *button = new Button(text, ButtonKind::Flat, this);
    m_footer->insertWidget(m_footer->indexOf(m_cancel), button);
    return button;
}

void Sheet::open(QWidget *first)
{
    if (m_open || !m_host)
        return;
    m_open = true;
    m_focusBefore = window()->focusWidget();
    m_scrim->setGeometry(m_host->rect());
    m_scrim->show();
    m_scrim->raise();
    show();
    raise();
    place();
    const int duration = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    if (duration > 0) {
        m_slide->setDuration(duration);
        m_slide->setStartValue(0.0);
        m_slide->setEndValue(1.0);
        m_slide->start();
    }
    if (first) {
        first->setFocus(Qt::OtherFocusReason);
    } else {
        m_primary->setFocus(Qt::OtherFocusReason);
        focusNextPrevChild(true);
    }
    QAccessibleEvent event(this, QAccessible::DialogStart);
    QAccessible::updateAccessibility(&event);
}

void Sheet::dismiss()
{
    if (!m_open)
        return;
    m_open = false;
    m_slide->stop();
    hide();
    if (m_scrim)
        m_scrim->hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent event(this, QAccessible::DialogEnd);
    QAccessible::updateAccessibility(&event);
    emit closed();
}

void Sheet::place()
{
    placeAt(1.0);
}

void Sheet::placeAt(qreal shown)
{
    if (!m_host)
        return;
    QRect area = m_host->rect();
    if (m_centreOn && m_centreOn != m_host) {
        area =
            QRect(m_centreOn->mapTo(m_host.data(), QPoint()), m_centreOn->size()) & m_host->rect();
    }
    // Wider than usual where the words of a language are long.
    const int width =
        std::min(std::max(Theme::metric(Metric::SheetWidth), layout()->minimumSize().width()),
                 m_host->width());
    m_body->setWantedWidth(width - 2 * Border);
    const int wanted =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    const int height = std::min(wanted, m_host->height());
    const int left = std::clamp(area.center().x() - width / 2, 0, m_host->width() - width);
    setGeometry(left, int(-height * (1.0 - shown)), width, height);
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // Square above, where it hangs; round below.
    const int radius = Theme::metric(Metric::RadiusSheet);
    paintRounded(&painter, QRectF(rect()).adjusted(0, -radius, 0, 0), radius,
                 Theme::color(ColorRole::Panel), Theme::color(ColorRole::Border));
    if (!m_body->scrolls())
        return;
    for (const int y : {m_body->y() - 1, m_body->geometry().bottom() + 1})
        painter.fillRect(QRect(Border, y, width() - 2 * Border, 1), Theme::color(ColorRole::Line));
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        dismiss();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        // A choice is made with Space and the arrows: Enter never changes what will be done.
        auto *focused = qobject_cast<QPushButton *>(focusWidget());
        const bool isPressed =
            focused && focused->hasFocus() && !qobject_cast<Segments *>(focused->parentWidget());
        QPushButton *target = isPressed ? focused : m_primary;
        if (target->isEnabled())
            target->click();
        return;
    }
    default:
        QWidget::keyPressEvent(event);
    }
}

bool Sheet::focusNextPrevChild(bool next)
{
    QWidget *from = focusWidget() ? focusWidget() : this;
    QWidget *at = from;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        if (isAncestorOf(at) && at->isVisibleTo(this) && at->isEnabled()
            && (at->focusPolicy() & Qt::TabFocus) != 0 && !at->focusProxy()) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (at && at != from);
    return true;
}

bool Sheet::event(QEvent *event)
{
    if (event->type() != QEvent::LayoutRequest)
        return QWidget::event(event); // it may have been the order to delete this sheet
    const bool isDone = QWidget::event(event);
    // Rows came or went, or a text grew: no layout above this one would give the sheet its new
    // height.
    if (m_open && m_slide->state() != QAbstractAnimation::Running)
        place();
    return isDone;
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (m_open && (watched == m_host || watched == m_centreOn)
        && (event->type() == QEvent::Resize || event->type() == QEvent::Move
            || event->type() == QEvent::LayoutRequest)) {
        if (m_scrim)
            m_scrim->setGeometry(m_host->rect());
        if (m_slide->state() != QAbstractAnimation::Running)
            place();
    }
    if (watched == m_scrim && event->type() == QEvent::MouseButtonPress) {
        dismiss();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace passel

#include "sheet.moc"
