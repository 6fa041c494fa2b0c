// The status line: where you are and how many, what is under way, and the server.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QProgressBar;

namespace passel {

class Button;
class PlainLabel;

//! \brief A row of short facts with thin lines between them. Its accessible name is all that it
//! says. While work is under way, progress takes the place of the facts at the left.
class StatusRow final : public QWidget
{
    Q_OBJECT

public:
    //! \brief A fact, and how it is coloured (ColorRole::Text2 unless it is something to look at).
    struct Fact
    {
        QString text;
        ColorRole role = ColorRole::Text2;
    };

    //! \brief Work under way.
    struct Progress
    {
        std::optional<double> share; //!< 0 to 1; nothing when the whole is not known
        QString words;               //!< verb and per cent: "Receiving 46 %"
        QString amount;              //!< amount and time left: "98 KB of 214 KB, 3 s left"
        bool canCancel = true;
    };

    explicit StatusRow(QWidget *parent = nullptr);

    //! \brief "Row 7 of 9 976", "24 of 10 000 removed by the recipe" …
    void setFacts(const QList<Fact> &facts);
    //! \brief Shows or (nothing) ends progress.
    void setProgress(const std::optional<Progress> &progress);
    //! \brief Facts at the far end: expiry, pulls.
    void setEndFacts(const QList<Fact> &facts);
    //! \brief Server name with a state dot; the word of the state is in the tooltip and in the
    //! accessible name. Untrusted name allowed.
    void setServer(const QString &name, ColorRole dot, const QString &stateWord);

signals:
    //! \brief Cancel was pressed (or Esc, see Button's cap; the window owns the key).
    void cancelRequested();
    //! \brief The server's name was pressed.
    void serverPressed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fill(QHBoxLayout *row, const QList<Fact> &facts);
    void rename();

    QWidget *m_left;
    QWidget *m_progressBox;
    QWidget *m_right;
    QProgressBar *m_bar;
    PlainLabel *m_words;
    PlainLabel *m_amount;
    Button *m_cancel;
    QWidget *m_server;
    QStringList m_said;
    QStringList m_saidAtEnd;
};

} // namespace passel
