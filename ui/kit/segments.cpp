#include "ui/kit/segments.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

class Segment final : public QPushButton
{
    Q_OBJECT

public:
    Segment(const QString &text, QWidget *parent)
        : QPushButton(text, parent)
    {
        setCheckable(true);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(Theme::font(TextSize::Base, QFont::Medium));
        return {metrics.horizontalAdvance(text()) + 20, std::max(22, metrics.height() + 6)};
    }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        // Some desktops let Enter press any button. A choice leaves it to whatever it stands in.
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            event->ignore();
        else
            QPushButton::keyPressEvent(event);
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (isChecked()) {
            paintRounded(&painter, rect(), Theme::metric(Metric::RadiusItem),
                         Theme::color(Theme::scheme() == Scheme::Dark ? ColorRole::Press
                                                                      : ColorRole::Raised),
                         Theme::color(ColorRole::Border));
        } else if (underMouse() && isEnabled()) {
            paintRounded(&painter, rect(), Theme::metric(Metric::RadiusItem),
                         Theme::color(ColorRole::Hover));
        }
        painter.setFont(Theme::font(TextSize::Base, isChecked() ? QFont::Medium : QFont::Normal));
        painter.setPen(Theme::color(!isEnabled()  ? ColorRole::Text3
                                    : isChecked() ? ColorRole::Text
                                                  : ColorRole::Text2));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

} // namespace

Segments::Segments(const QStringList &words, Mode mode, QWidget *parent)
    : QWidget(parent)
    , m_mode(mode)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(3, 3, 3, 3);
    row->setSpacing(2);
    for (const QString &word : words) {
        auto *segment = new Segment(word, this);
        const int index = int(m_buttons.size());
        segment->setObjectName(u"segment"_s + QString::number(index));
        connect(segment, &QAbstractButton::clicked, this, [this, index] { clicked(index); });
        segment->installEventFilter(this);
        if (mode == Mode::One) {
            // Tab comes to the choice that is on; the arrows go from there.
            segment->setFocusPolicy(Qt::ClickFocus);
            connect(segment, &QAbstractButton::toggled, segment, [segment](bool on) {
                segment->setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus);
            });
        }
        m_buttons.append(segment);
        row->addWidget(segment);
    }
    if (!m_buttons.isEmpty())
        m_buttons.first()->setChecked(true);
}

int Segments::current() const
{
    for (int index = 0; index < m_buttons.size(); ++index) {
        if (isOn(index))
            return index;
    }
    return -1;
}

bool Segments::isOn(int index) const
{
    return m_buttons.value(index) && m_buttons[index]->isChecked();
}

void Segments::setOn(int index, bool on)
{
    if (!m_buttons.value(index))
        return;
    if (m_mode == Mode::One) {
        for (int other = 0; other < m_buttons.size(); ++other)
            m_buttons[other]->setChecked(other == index);
        return;
    }
    m_buttons[index]->setChecked(on);
    if (current() < 0)
        m_buttons[index]->setChecked(true);
}

QAbstractButton *Segments::button(int index) const
{
    return m_buttons.value(index);
}

void Segments::clicked(int index)
{
    const bool on = isOn(index);
    setOn(index, on);
    // A click on the last one that is on changes nothing in either mode.
    if (m_mode == Mode::One || isOn(index) == on)
        emit switched(index, isOn(index));
}

bool Segments::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            const bool forward = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
            const auto at = m_buttons.indexOf(qobject_cast<QAbstractButton *>(watched));
            const auto next = at + (forward ? 1 : -1);
            if (next >= 0 && next < m_buttons.size()) {
                m_buttons[next]->setFocus(Qt::TabFocusReason);
                if (m_mode == Mode::One)
                    m_buttons[next]->click();
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(&painter, rect(), Theme::metric(Metric::RadiusControl),
                 Theme::color(ColorRole::Window), Theme::color(ColorRole::Border));
}

} // namespace passel

#include "segments.moc"
