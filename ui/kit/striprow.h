// The strip under the tabs: how the table was read, as words one can change.
#pragma once

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace passel {

class PlainLabel;

//! \brief Flat word buttons with a chevron, dots between them, a sentence of what happened, at the
//! end size and time and a button that hides the strip.
class StripRow final : public QWidget
{
    Q_OBJECT

public:
    explicit StripRow(QWidget *parent = nullptr);

    //! \brief Removes all words and sentences.
    void reset();
    //! \brief Adds a word; with \a menu it has a chevron and opens it (the strip takes the menu),
    //! without it the press is the button's clicked(). \a what names it for assistive tools
    //! ("Encoding"). Lives until reset().
    QToolButton *addWord(const QString &what, const QString &word, QMenu *menu = nullptr);
    //! \brief Adds words that are only said (who shared it, when it expires); untrusted allowed.
    void addRemark(const QString &text);
    //! \brief Colours a word or remark as something to look at.
    static void setOdd(QToolButton *word, bool odd);
    //! \brief The sentence after the words.
    void setSentence(const QString &sentence, bool odd = false);
    //! \brief Words at the far end ("1.2 MB in 41 ms").
    void setEnd(const QString &text);

signals:
    //! \brief The user pressed the cross.
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addDot();

    QHBoxLayout *m_row;
    QHBoxLayout *m_words;
    PlainLabel *m_sentence;
    PlainLabel *m_end;
    QToolButton *m_close;
    QList<QWidget *> m_added;
};

} // namespace passel
