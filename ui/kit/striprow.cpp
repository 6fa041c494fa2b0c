#include "ui/kit/striprow.h"

#include "core/base/log.h"
#include "ui/kit/plainlabel.h"
#include "ui/kit/plaintext.h"
#include "ui/theme/icon.h"
#include "ui/theme/passelstyle.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr const char *OddProperty = "passelOdd";

// The palette carries the colour, so it is set again whenever the theme changes.
void paintWord(QToolButton *word)
{
    QPalette palette = word->palette();
    const ColorRole role = word->property(OddProperty).toBool() ? ColorRole::Warn : ColorRole::Text;
    palette.setColor(QPalette::Active, QPalette::ButtonText, Theme::color(role));
    palette.setColor(QPalette::Inactive, QPalette::ButtonText, Theme::color(role));
    word->setPalette(palette);
}

} // namespace

StripRow::StripRow(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_words(new QHBoxLayout)
    , m_sentence(new PlainLabel(QString(), TextSize::Small, ColorRole::Text2, this))
    , m_end(new PlainLabel(QString(), TextSize::Small, ColorRole::Text2, this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"strip"_s);
    setAccessibleName(tr("How the table was read"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFixedHeight(std::max(Theme::metric(Metric::Strip), fontMetrics().height() + 10));
    m_row->setContentsMargins(10, 0, 8, 1);
    m_row->setSpacing(4);
    m_words->setSpacing(2);
    m_row->addLayout(m_words);
    m_row->addWidget(m_sentence, 1);
    m_row->addWidget(m_end);
    m_row->addWidget(m_close);
    m_end->setFigures(true);
    m_close->setObjectName(u"stripClose"_s);
    m_close->setIcon(themedIcon(u"x"_s));
    m_close->setIconSize(QSize(12, 12));
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAccessibleName(tr("Hide this line"));
    m_close->setToolTip(tr("Hide this line"));
    setControlSize(m_close, ControlSize::Status);
    connect(m_close, &QAbstractButton::clicked, this, &StripRow::closeRequested);
    connect(&Theme::instance(), &Theme::schemeChanged, this, [this] {
        for (QWidget *widget : std::as_const(m_added)) {
            if (auto *word = qobject_cast<QToolButton *>(widget))
                paintWord(word);
        }
    });
}

void StripRow::reset()
{
    for (QWidget *widget : std::exchange(m_added, {})) {
        m_words->removeWidget(widget);
        widget->hide();
        widget->deleteLater();
    }
    m_sentence->clear();
    m_end->clear();
}

void StripRow::addDot()
{
    auto *dot = new PlainLabel(u"\u00B7"_s, TextSize::Small, ColorRole::Text3, this);
    m_words->addWidget(dot);
    m_added.append(dot);
}

QToolButton *StripRow::addWord(const QString &what, const QString &word, QMenu *menu)
{
    if (!m_added.isEmpty())
        addDot();
    auto *button = new QToolButton(this);
    setControlSize(button, ControlSize::Status);
    button->setFont(Theme::font(TextSize::Small));
    button->setText(plainActionText(word));
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    //: What the word is about, and the word, as "Encoding: UTF-8"
    button->setAccessibleName(tr("%1: %2").arg(what, word));
    button->setToolTip(plainToolTip(what));
    if (menu) {
        menu->setParent(button, menu->windowFlags());
        button->setMenu(menu);
        button->setPopupMode(QToolButton::InstantPopup);
    }
    m_words->addWidget(button);
    m_added.append(button);
    return button;
}

void StripRow::addRemark(const QString &text)
{
    if (!m_added.isEmpty())
        addDot();
    auto *remark = new PlainLabel(QString(), TextSize::Small, ColorRole::Text2, this);
    remark->setUntrustedText(text);
    remark->setContentsMargins(6, 0, 6, 0);
    m_words->addWidget(remark);
    m_added.append(remark);
}

void StripRow::setOdd(QToolButton *word, bool odd)
{
    word->setProperty(OddProperty, odd);
    paintWord(word);
}

void StripRow::setSentence(const QString &sentence, bool odd)
{
    if (!m_added.isEmpty() && !sentence.isEmpty())
        addDot();
    m_sentence->setRole(odd ? ColorRole::Warn : ColorRole::Text2);
    m_sentence->setText(sentence);
}

void StripRow::setEnd(const QString &text)
{
    m_end->setText(text);
}

void StripRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(ColorRole::Panel));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(ColorRole::Line));
}

} // namespace passel
