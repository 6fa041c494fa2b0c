// Texts that must never be taken for markup (SEC-11).
#pragma once

#include <QString>

class QFontMetrics;

namespace passel {

//! \brief \a text for QWidget::setToolTip() and the like, shown letter by letter even if it looks
//! like HTML. Empty stays empty.
[[nodiscard]] QString plainToolTip(const QString &text);

//! \brief \a text for a menu item, tab or button whose words come from a file or a person:
//! control and bidi characters visible (SEC-12), an ampersand shown instead of taken as a shortcut.
[[nodiscard]] QString plainActionText(const QString &text);

} // namespace passel
