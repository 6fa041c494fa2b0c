// A push button that may carry the key that presses it.
#pragma once

#include "ui/theme/passelstyle.h"

#include <QKeySequence>
#include <QPushButton>

namespace passel {

//! \brief A button: a verb with its object ("Drop 24 rows"), of a kind and a size, with an icon and
//! a key cap if wanted. The cap only tells; whoever owns the key presses the button.
class Button final : public QPushButton
{
    Q_OBJECT

public:
    explicit Button(const QString &text, ButtonKind kind = ButtonKind::Normal,
                    QWidget *parent = nullptr);

    //! \brief Icon by its Lucide name, in the colour of the text. Empty takes it away.
    void setIconName(const QString &name);
    //! \brief Shows \a keys on a cap at the end. An empty sequence takes it away.
    void setKeyCap(const QKeySequence &keys);

    [[nodiscard]] QKeySequence keyCap() const { return m_keys; }

    //! \brief Whether the cap is drawn, true at first: false while the key does something else. Its
    //! room is kept, so that nothing moves.
    void setKeyCapShown(bool isShown);

    [[nodiscard]] bool isKeyCapShown() const { return m_isCapShown; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int padding() const;
    [[nodiscard]] QFont textFont() const;

    QString m_iconName;
    QKeySequence m_keys;
    bool m_isCapShown = true;
};

} // namespace passel
