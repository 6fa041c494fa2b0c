// A language that nobody speaks: every text 40 % longer, in brackets, written from right to left.
#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace passel {

//! \brief Shows which texts do not go through tr() (no brackets) and which do not fit when a
//! language is longer. Plural forms take the plural.
class PseudoTranslator final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }

    [[nodiscard]] QString translate(const char *context, const char *source, const char *,
                                    int n) const override
    {
        QString text = QString::fromUtf8(source);
        if (qstrcmp(context, "QGuiApplication") == 0
            && text == QLatin1String("QT_LAYOUT_DIRECTION"))
            return QStringLiteral("RTL");
        // Shortcut names and date forms are not words.
        if (qstrcmp(context, "QShortcut") == 0 || text.startsWith(QLatin1String("ddd"))
            || text.startsWith(QLatin1String("d MMM")))
            return text;
        QString longer = text;
        longer.replace(QLatin1String("(s)"), n == 1 ? QString() : QStringLiteral("s"));
        longer.replace(QLatin1String("%n"), QString::number(n));
        const qsizetype more = (text.size() * 2 + 4) / 5;
        return QStringLiteral("[") + longer + QString(more, QLatin1Char('~')) + QStringLiteral("]");
    }
};

} // namespace passel
