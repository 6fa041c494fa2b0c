#include "ui/kit/fieldnote.h"

#include "ui/theme/icon.h"
#include "ui/theme/passelstyle.h"

#include <QAccessible>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace passel {

FieldNote::FieldNote(QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FieldNote::setHint(const Wording &sentence)
{
    set(Kind::Hint, sentence);
}

void FieldNote::setRight(const Wording &sentence)
{
    set(Kind::Right, sentence);
}

void FieldNote::setWrong(const Wording &sentence)
{
    set(Kind::Wrong, sentence);
}

void FieldNote::set(Kind kind, const Wording &sentence)
{
    m_kind = kind;
    m_sentence = sentence;
    setAccessibleName(sentence.text());
    if (m_field) {
        setInvalid(m_field, kind == Kind::Wrong);
        m_field->setAccessibleDescription(sentence.text());
        if (kind == Kind::Wrong) {
            QAccessibleEvent event(this, QAccessible::Alert);
            QAccessible::updateAccessibility(&event);
        }
    }
    updateGeometry();
    update();
}

QSize FieldNote::sizeHint() const
{
    const int icon = m_kind == Kind::Right ? 20 : 0;
    return {int(std::ceil(sentenceWidth(m_sentence, TextSize::Small))) + icon,
            QFontMetrics(Theme::font(TextSize::Small)).height() + 4};
}

void FieldNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect words = rect();
    if (m_kind == Kind::Right) {
        const QRect mark = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 14, height()));
        paintIcon(&painter, QRectF(mark.left(), (height() - 14) / 2.0, 14, 14), u"check"_s,
                  Theme::color(ColorRole::Added));
        words = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(20, 0, 0, 0));
    }
    paintSentence(&painter, words, m_sentence, TextSize::Small,
                  Theme::color(m_kind == Kind::Wrong ? ColorRole::Error : ColorRole::Text2),
                  layoutDirection());
}

} // namespace passel
