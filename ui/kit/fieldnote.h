// The sentence under a field: what is wrong with it, or what is right.
#pragma once

#include "ui/kit/sentence.h"

#include <QPointer>
#include <QWidget>

namespace passel {

//! \brief One line under a field. Saying something wrong also puts the error outline around the
//! field and is announced to assistive tools as the field's description.
class FieldNote final : public QWidget
{
    Q_OBJECT

public:
    //! \brief A note for \a field, which may die first.
    explicit FieldNote(QWidget *field, QWidget *parent = nullptr);

    //! \brief Grey words that explain.
    void setHint(const Wording &sentence);
    //! \brief A tick in green and grey words.
    void setRight(const Wording &sentence);
    //! \brief Words in red, the field outlined in red.
    void setWrong(const Wording &sentence);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Kind { Hint, Right, Wrong };
    void set(Kind kind, const Wording &sentence);

    QPointer<QWidget> m_field;
    Kind m_kind = Kind::Hint;
    Wording m_sentence;
};

} // namespace passel
