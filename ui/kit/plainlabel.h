// A label that shows letters and nothing else.
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace passel {

//! \brief A QLabel that is always plain text (SEC-11), in a role of the theme and one of its
//! types. One line is cut with an ellipsis where it does not fit and then told in full by the
//! tooltip; with word wrap on it grows downwards instead.
class PlainLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, TextSize type = TextSize::Base,
                        ColorRole role = ColorRole::Text, QWidget *parent = nullptr);

    //! \brief Text from a file, a share or a server: control and bidi characters are made visible
    //! (SEC-12) before it is shown.
    void setUntrustedText(const QString &text);

    void setType(TextSize type);
    //! \brief \a weight instead of the type's own.
    void setType(TextSize type, QFont::Weight weight);
    void setRole(ColorRole role);

    [[nodiscard]] ColorRole role() const { return m_role; }

    //! \brief Where a long line is cut; right by default.
    void setElideMode(Qt::TextElideMode mode);
    //! \brief Draws digits in slots of equal width. For one line only.
    void setFigures(bool figures);
    //! \brief The text as painted in the present width.
    [[nodiscard]] QString shownText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyFont();

    TextSize m_type = TextSize::Base;
    QFont::Weight m_weight = QFont::Normal;
    ColorRole m_role = ColorRole::Text;
    Qt::TextElideMode m_elide = Qt::ElideRight;
    bool m_figures = false;
};

} // namespace passel
