#include "ui/kit/sentence.h"

#include "ui/kit/plaintext.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QToolTip>

#include <algorithm>
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

namespace {

struct Piece
{
    QString text;
    QFont font;
    qreal width = 0;
};

QFont fontOf(const SentencePart &part, TextSize type, QFont::Weight strongWeight)
{
    return Theme::font(type, part.strong ? strongWeight : QFont::Normal);
}

// What of a sentence fits into one line of \a width; what is cut ends with an ellipsis.
std::vector<Piece> piecesOf(const Wording &sentence, TextSize type, qreal width,
                            QFont::Weight strongWeight)
{
    constexpr qreal Slack = 0.5;
    std::vector<Piece> pieces;
    qreal used = 0;
    bool isCut = false;
    for (const SentencePart &part : sentence.parts()) {
        Piece piece{part.text, fontOf(part, type, strongWeight)};
        piece.width = QFontMetricsF(piece.font).horizontalAdvance(piece.text);
        used += piece.width;
        pieces.push_back(piece);
        if (used > width + Slack) {
            isCut = true;
            break;
        }
    }
    while (isCut && !pieces.empty()) {
        Piece &last = pieces.back();
        used -= last.width;
        const QFontMetricsF metrics(last.font);
        // With the dots at its end a part that would fit without them is cut, too.
        last.text = metrics.elidedText(last.text + u'\u2026', Qt::ElideRight, width - used);
        last.width = metrics.horizontalAdvance(last.text);
        if (!last.text.isEmpty())
            break;
        pieces.pop_back(); // not even the dots have room behind the part before
    }
    return pieces;
}

QString textOf(const std::vector<Piece> &pieces)
{
    QString all;
    for (const Piece &piece : pieces)
        all += piece.text;
    return all;
}

// The sentence broken where a first line of \a width ends; all of it in the first where it fits or
// nothing can be broken.
std::pair<Wording, Wording> twoLines(const Wording &sentence, TextSize type, qreal width,
                                     QFont::Weight strongWeight)
{
    if (sentenceWidth(sentence, type, strongWeight) <= width)
        return {sentence, {}};
    const auto sliced = [&sentence](qsizetype from, qsizetype to) {
        Wording result;
        qsizetype at = 0;
        for (const SentencePart &part : sentence.parts()) {
            const qsizetype begin = std::max(from, at);
            const qsizetype end = std::min(to, at + part.text.size());
            if (begin < end)
                result.append(part.text.sliced(begin - at, end - begin), part.strong);
            at += part.text.size();
        }
        return result;
    };
    const QString all = sentence.text();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, all);
    qsizetype lineEnd = 0;
    qsizetype next = 0;
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary()) {
        qsizetype end = at;
        while (end > 0 && all[end - 1].isSpace())
            --end;
        if (sentenceWidth(sliced(0, end), type, strongWeight) > width)
            break;
        lineEnd = end;
        next = at;
    }
    if (lineEnd == 0)
        return {sentence, {}};
    return {sliced(0, lineEnd), sliced(next, all.size())};
}

} // namespace

qreal paintSentence(QPainter *painter, const QRectF &rect, const Wording &sentence, TextSize type,
                    const QColor &color, Qt::LayoutDirection direction, QFont::Weight strongWeight)
{
    painter->setPen(color);
    qreal before = 0;
    for (const Piece &piece : piecesOf(sentence, type, rect.width(), strongWeight)) {
        const QRectF place(direction == Qt::LeftToRight ? rect.left() + before
                                                        : rect.right() - before - piece.width,
                           rect.top(), piece.width + 1, rect.height());
        painter->setFont(piece.font);
        painter->drawText(place, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                          piece.text);
        before += piece.width;
    }
    return before;
}

QString shownSentence(const Wording &sentence, TextSize type, qreal width,
                      QFont::Weight strongWeight)
{
    return textOf(piecesOf(sentence, type, width, strongWeight));
}

qreal sentenceWidth(const Wording &sentence, TextSize type, QFont::Weight strongWeight)
{
    qreal width = 0;
    for (const SentencePart &part : sentence.parts()) {
        width += QFontMetricsF(fontOf(part, type, strongWeight)).horizontalAdvance(part.text);
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

void SentenceLabel::setMostLines(int lines)
{
    m_mostLines = std::clamp(lines, 1, 2);
    updateGeometry();
    update();
}

QSize SentenceLabel::sizeHint() const
{
    return {int(std::ceil(sentenceWidth(m_sentence, m_type))) + 1, m_mostLines * lineHeight()};
}

QSize SentenceLabel::minimumSizeHint() const
{
    return {std::min(48, sizeHint().width()), sizeHint().height()};
}

int SentenceLabel::lineHeight() const
{
    return int(std::ceil(QFontMetricsF(Theme::font(m_type)).height()));
}

std::pair<Wording, Wording> SentenceLabel::lines() const
{
    return m_mostLines > 1 ? twoLines(m_sentence, m_type, width(), QFont::DemiBold)
                           : std::pair<Wording, Wording>(m_sentence, {});
}

QStringList SentenceLabel::shownLines() const
{
    const auto [first, second] = lines();
    QStringList shown{shownSentence(first, m_type, width())};
    if (!second.isEmpty())
        shown << shownSentence(second, m_type, width());
    return shown;
}

bool SentenceLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && shownLines().constLast().endsWith(u'\u2026')) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(m_sentence.text()), this);
        return true;
    }
    return QWidget::event(event);
}

void SentenceLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor color = Theme::color(isEnabled() ? m_role : ColorRole::Text3);
    const auto [first, second] = lines();
    if (second.isEmpty()) {
        paintSentence(&painter, rect(), first, m_type, color, layoutDirection());
        return;
    }
    const QRect line(0, (height() - 2 * lineHeight()) / 2, width(), lineHeight());
    paintSentence(&painter, line, first, m_type, color, layoutDirection());
    paintSentence(&painter, line.translated(0, lineHeight()), second, m_type, color,
                  layoutDirection());
}

} // namespace passel
