#include "ui/kit/sentence.h"

#include "ui/kit/plaintext.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace passel {

Wording::Wording(const QString &text)
{
    if (!text.isEmpty())
        m_parts.append({text, false});
}

Wording Wording::strong(const QString &text)
{
    Wording result;
    if (!text.isEmpty())
        result.m_parts.append({text, true});
    return result;
}

Wording Wording::of(const QString &pattern, const QStringList &facts)
{
    Wording result;
    QString plain;
    const auto flush = [&result, &plain] {
        if (!plain.isEmpty())
            result.m_parts.append({std::exchange(plain, {}), false});
    };
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const int number =
            pattern[at] == u'%' && at + 1 < pattern.size() ? pattern[at + 1].digitValue() : -1;
        if (number >= 1 && number <= facts.size()) {
            flush();
            result.m_parts.append({facts[number - 1], true});
            ++at;
        } else {
            plain += pattern[at];
        }
    }
    flush();
    return result;
}

Wording Wording::then(const Wording &other) const
{
    if (isEmpty() || other.isEmpty())
        return isEmpty() ? other : *this;
    Wording result = *this;
    result.m_parts.append({u" "_s, false});
    result.m_parts.append(other.m_parts);
    return result;
}

void Wording::append(const QString &text, bool strong)
{
    if (!text.isEmpty())
        m_parts.append({text, strong});
}

QString Wording::text() const
{
    QString all;
    for (const SentencePart &part : m_parts)
        all += part.text;
    return all;
}

qreal paintSentence(QPainter *painter, const QRectF &rect, const Wording &sentence, TextSize type,
                    const QColor &color, Qt::LayoutDirection direction, QFont::Weight strongWeight)
{
    struct Piece
    {
        QString text;
        QFont font;
        qreal width = 0;
    };

    std::vector<Piece> pieces;
    qreal used = 0;
    for (const SentencePart &part : sentence.parts()) {
        const QFont font =
            part.strong ? Theme::font(type, strongWeight) : Theme::font(type, QFont::Normal);
        const QFontMetricsF metrics(font);
        const qreal room = rect.width() - used;
        const qreal wanted = metrics.horizontalAdvance(part.text);
        if (wanted <= room + 0.5) {
            pieces.push_back({part.text, font, wanted});
            used += wanted;
            continue;
        }
        Piece last{metrics.elidedText(part.text, Qt::ElideRight, room), font};
        if (last.text.isEmpty() && !pieces.empty()) { // not even the dots have room behind it
            last = pieces.back();
            pieces.pop_back();
            used -= last.width;
            last.text = QFontMetricsF(last.font).elidedText(last.text + part.text, Qt::ElideRight,
                                                            rect.width() - used);
        }
        last.width = QFontMetricsF(last.font).horizontalAdvance(last.text);
        used += last.width;
        pieces.push_back(last);
        break;
    }
    painter->setPen(color);
    qreal before = 0;
    for (const Piece &piece : pieces) {
        const QRectF place(direction == Qt::LeftToRight ? rect.left() + before
                                                        : rect.right() - before - piece.width,
                           rect.top(), piece.width + 1, rect.height());
        painter->setFont(piece.font);
        painter->drawText(place, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                          piece.text);
        before += piece.width;
    }
    return used;
}

qreal sentenceWidth(const Wording &sentence, TextSize type, QFont::Weight strongWeight)
{
    qreal width = 0;
    for (const SentencePart &part : sentence.parts()) {
        width += QFontMetricsF(part.strong ? Theme::font(type, strongWeight)
                                           : Theme::font(type, QFont::Normal))
                     .horizontalAdvance(part.text);
    }
    return width;
}

SentenceLabel::SentenceLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::baseSizeChanged, this, [this] { updateGeometry(); });
}

void SentenceLabel::setSentence(const Wording &sentence)
{
    m_sentence = sentence;
    setAccessibleName(sentence.text());
    updateGeometry();
    update();
}

void SentenceLabel::setType(TextSize type)
{
    m_type = type;
    updateGeometry();
    update();
}

void SentenceLabel::setRole(ColorRole role)
{
    m_role = role;
    update();
}

QSize SentenceLabel::sizeHint() const
{
    return QSize(int(std::ceil(sentenceWidth(m_sentence, m_type))) + 1,
                 int(std::ceil(QFontMetricsF(Theme::font(m_type)).height())));
}

QSize SentenceLabel::minimumSizeHint() const
{
    return QSize(std::min(48, sizeHint().width()), sizeHint().height());
}

bool SentenceLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && width() < sizeHint().width() - 1) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(m_sentence.text()), this);
        return true;
    }
    return QWidget::event(event);
}

void SentenceLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSentence(&painter, rect(), m_sentence, m_type,
                  Theme::color(isEnabled() ? m_role : ColorRole::Text3), layoutDirection());
}

} // namespace passel
