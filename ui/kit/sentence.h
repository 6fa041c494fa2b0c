// A sentence with its facts in medium weight, without markup.
#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <utility>

namespace passel {

//! \brief A stretch of a sentence; strong ones are the fact.
struct SentencePart
{
    QString text;
    bool strong = false;

    bool operator==(const SentencePart &) const = default;
};

//! \brief A whole sentence ready for the screen, plain text (SEC-11), some of it strong.
class Wording
{
public:
    Wording() = default;
    //! \brief All in normal weight.
    Wording(const QString &text); // NOLINT(google-explicit-constructor): a text is a sentence
    //! \brief All strong.
    [[nodiscard]] static Wording strong(const QString &text);
    //! \brief Puts \a facts into the translated \a pattern for %1, %2 …, each strong:
    //! `Wording::of(tr("Pull %1 from %2?"), {key, server})`. A fact may hold "%1" itself.
    [[nodiscard]] static Wording of(const QString &pattern, const QStringList &facts);
    //! \brief This sentence, a space, and \a other.
    [[nodiscard]] Wording then(const Wording &other) const;
    //! \brief Adds \a text at the end, without a space.
    void append(const QString &text, bool strong = false);

    [[nodiscard]] const QList<SentencePart> &parts() const { return m_parts; }

    //! \brief The whole, for accessibility and the clipboard.
    [[nodiscard]] QString text() const;

    [[nodiscard]] bool isEmpty() const { return m_parts.isEmpty(); }

    bool operator==(const Wording &) const = default;

private:
    QList<SentencePart> m_parts;
};

//! \brief Draws \a sentence on one line into \a rect, from the reading side on, cut with an
//! ellipsis; answers the width used. Strong parts take \a strongWeight.
qreal paintSentence(QPainter *painter, const QRectF &rect, const Wording &sentence, TextSize type,
                    const QColor &color, Qt::LayoutDirection direction,
                    QFont::Weight strongWeight = QFont::DemiBold);
//! \brief Width that paintSentence() would like.
[[nodiscard]] qreal sentenceWidth(const Wording &sentence, TextSize type,
                                  QFont::Weight strongWeight = QFont::DemiBold);

//! \brief The text that paintSentence() draws into \a width.
[[nodiscard]] QString shownSentence(const Wording &sentence, TextSize type, qreal width,
                                    QFont::Weight strongWeight = QFont::DemiBold);

//! \brief Shows one sentence on one line or two; its accessible name is the text. Tells all in the
//! tooltip when cut.
class SentenceLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit SentenceLabel(QWidget *parent = nullptr);

    void setSentence(const Wording &sentence);

    [[nodiscard]] const Wording &sentence() const { return m_sentence; }

    void setType(TextSize type);
    void setRole(ColorRole role);
    //! \brief 1 at first; with 2 a long sentence is broken. The room for both lines is always kept,
    //! so that nothing moves when the words change.
    void setMostLines(int lines);

    //! \brief What can be read, line by line.
    [[nodiscard]] QStringList shownLines() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] std::pair<Wording, Wording> lines() const;

    Wording m_sentence;
    int m_mostLines = 1;
    TextSize m_type = TextSize::Base;
    ColorRole m_role = ColorRole::Text;
};

} // namespace passel
