#include "ui/kit/commandfield.h"

#include "ui/kit/keycap.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/passelstyle.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace passel {

CommandField::CommandField(const QString &hint, const QKeySequence &keys, QWidget *parent)
    : QPushButton(hint, parent)
    , m_keys(keys)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(hint);
}

QSize CommandField::sizeHint() const
{
    return {256, controlHeight(this)};
}

QSize CommandField::minimumSizeHint() const
{
    return {120, controlHeight(this)};
}

void CommandField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto visual = [this](const QRect &logical) {
        return QRectF(QStyle::visualRect(layoutDirection(), rect(), logical));
    };
    paintRounded(&painter, rect(), Theme::metric(Metric::RadiusControl),
                 Theme::color(isDown()       ? ColorRole::Press
                              : underMouse() ? ColorRole::Hover
                                             : ColorRole::Base),
                 Theme::color(isEnabled() ? ColorRole::Control : ColorRole::Line));
    paintIcon(&painter, visual(QRect(8, 0, 16, height())), u"search"_s,
              Theme::color(ColorRole::Text2));
    const QString cap = keyCapText(m_keys);
    const int capWidth = keyCapSize(cap).width();
    painter.setFont(Theme::font(TextSize::Base));
    painter.setPen(Theme::color(ColorRole::Text3));
    const QRectF words = visual(QRect(32, 0, width() - 32 - capWidth - 16, height()));
    painter.drawText(
        words,
        int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
            | Qt::TextSingleLine,
        fontMetrics().elidedText(text(), Qt::ElideRight, int(words.width())));
    paintKeyCap(&painter, visual(QRect(width() - capWidth - 8, 0, capWidth, height())), cap,
                Theme::color(ColorRole::Text3), Theme::color(ColorRole::Border));
}

} // namespace passel
