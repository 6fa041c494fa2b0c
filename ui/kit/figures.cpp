#include "ui/kit/figures.h"

#include <QGlyphRun>
#include <QPainter>
#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

// Beyond ASCII: what stands in numbers, dates and counts. No-break space, multiplication sign,
// thin, narrow no-break and figure space, minus, ellipsis.
constexpr std::array<char16_t, 7> Others = {u'\u00A0', u'\u00D7', u'\u2009', u'\u202F',
                                            u'\u2007', u'\u2212', u'\u2026'};

} // namespace

Figures::Figures(const QFont &font)
    : m_font(font)
    , m_metrics(font)
    , m_raw(QRawFont::fromFont(font))
{
    const auto lookUp = [this](char16_t character) {
        Glyph result;
        const QChar text(character);
        int count = 1;
        if (m_raw.isValid() && m_raw.glyphIndexesForChars(&text, 1, &result.index, &count)
            && count == 1 && result.index != 0) {
            QPointF advance;
            m_raw.advancesForGlyphIndexes(&result.index, &advance, 1);
            result.advance = float(advance.x());
        }
        return result;
    };
    for (std::size_t code = 0x20; code < 0x7F; ++code)
        m_ascii[code] = lookUp(char16_t(code));
    for (std::size_t index = 0; index < Others.size(); ++index)
        m_others[index] = lookUp(Others[index]);
    // A thin space that the font lacks is still only a distance.
    for (const std::size_t thin : {std::size_t(2), std::size_t(3)}) {
        if (m_others[thin].index == 0) {
            m_others[thin] = m_ascii[' '];
            m_others[thin].advance = float(m_metrics.height()) / 8;
        }
    }
    float widest = 0;
    for (std::size_t digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, m_ascii[digit].advance);
    m_digitWidth = qreal(widest);
    for (std::size_t digit = '0'; digit <= '9'; ++digit) {
        m_ascii[digit].shift = (widest - m_ascii[digit].advance) / 2;
        m_ascii[digit].advance = widest;
    }
}

const Figures::Glyph &Figures::glyph(char16_t character) const
{
    static const Glyph none;
    if (character < m_ascii.size())
        return m_ascii[character];
    const auto *const found = std::find(Others.begin(), Others.end(), character);
    return found == Others.end() ? none : m_others[std::size_t(found - Others.begin())];
}

bool Figures::covers(QStringView text) const
{
    return std::all_of(text.begin(), text.end(),
                       [this](QChar character) { return glyph(character.unicode()).index != 0; });
}

qreal Figures::width(QStringView text) const
{
    float sum = 0;
    for (const QChar character : text) {
        const Glyph &known = glyph(character.unicode());
        if (known.index == 0)
            return m_metrics.horizontalAdvance(text.toString());
        sum += known.advance;
    }
    return qreal(sum);
}

void Figures::draw(QPainter *painter, const QPointF &baseline, const QString &text,
                   const QColor &color) const
{
    if (text.isEmpty())
        return;
    painter->setPen(color);
    if (!covers(text)) {
        painter->setFont(m_font);
        painter->drawText(baseline, text);
        return;
    }
    QVarLengthArray<quint32, 32> indexes(text.size());
    QVarLengthArray<QPointF, 32> places(text.size());
    float x = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const Glyph &known = glyph(text[at].unicode());
        indexes[at] = known.index;
        places[at] = QPointF(qreal(x + known.shift), 0);
        x += known.advance;
    }
    QGlyphRun run;
    run.setRawFont(m_raw);
    run.setRawData(indexes.constData(), places.constData(), int(text.size()));
    painter->drawGlyphRun(baseline, run);
}

QString Figures::elided(const QString &text, qreal width) const
{
    constexpr qreal Slack = 0.5;
    if (this->width(text) <= width + Slack)
        return text;
    const QString ellipsis = u"\u2026"_s;
    const qreal room = width - this->width(ellipsis);
    qsizetype kept = 0;
    while (kept < text.size() && this->width(QStringView(text).left(kept + 1)) <= room)
        ++kept;
    return text.left(kept) + ellipsis;
}

void Figures::draw(QPainter *painter, const QRectF &rect, Qt::Alignment alignment,
                   const QString &text, const QColor &color) const
{
    const QString shown = elided(text, rect.width());
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width(shown);
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width(shown) / 2;
    const qreal y = rect.center().y() + (m_metrics.ascent() - m_metrics.descent()) / 2;
    draw(painter, QPointF(x, y), shown, color);
}

} // namespace passel
