// Figures of equal width: digits placed by us, because Qt 6.4 cannot ask the font for tabular ones.
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QRawFont>
#include <QString>

#include <array>

class QColor;
class QPainter;
class QPointF;
class QRectF;

namespace passel {

//! \brief One font, ready to draw numbers, dates and counts with every digit in a slot as wide as
//! the widest digit, so that columns align to the digit and nothing jumps when a number changes.
//!
//! Text that the font has no glyph for is drawn the ordinary way, with fallback fonts. Make one
//! for a font and keep it: construction looks at the font, drawing does not. GUI thread only.
class Figures
{
public:
    explicit Figures(const QFont &font);

    [[nodiscard]] const QFont &font() const { return m_font; }

    [[nodiscard]] const QFontMetricsF &metrics() const { return m_metrics; }

    //! \brief Width of \a text as draw() places it.
    [[nodiscard]] qreal width(QStringView text) const;

    //! \brief Width of one digit's slot.
    [[nodiscard]] qreal digitWidth() const { return m_digitWidth; }

    //! \brief Draws \a text from \a baseline on. The painter's font may change.
    void draw(QPainter *painter, const QPointF &baseline, const QString &text,
              const QColor &color) const;
    //! \brief Draws \a text into \a rect, vertically centred, aligned left, right or centred,
    //! cut with an ellipsis where it does not fit.
    void draw(QPainter *painter, const QRectF &rect, Qt::Alignment alignment, const QString &text,
              const QColor &color) const;
    //! \brief \a text cut at the right to \a width, with an ellipsis.
    [[nodiscard]] QString elided(const QString &text, qreal width) const;

private:
    struct Glyph
    {
        quint32 index = 0;
        float advance = 0;
        float shift = 0; //!< centres a digit in its slot
    };

    [[nodiscard]] const Glyph &glyph(char16_t character) const;
    [[nodiscard]] bool covers(QStringView text) const;

    QFont m_font;
    QFontMetricsF m_metrics;
    QRawFont m_raw;
    qreal m_digitWidth = 0;
    std::array<Glyph, 128> m_ascii;
    std::array<Glyph, 7> m_others;
};

} // namespace passel
