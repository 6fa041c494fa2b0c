#include "ui/kit/plaintext.h"

#include "core/base/log.h"

#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;

namespace passel {

QString plainToolTip(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    return u"<span>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</span>"_s;
}

QString plainActionText(const QString &text)
{
    return visibleText(text).replace(u'&', u"&&"_s);
}

} // namespace passel
