#include "app/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace passel {

using namespace Qt::Literals::StringLiterals;

void installTranslators(QCoreApplication &application)
{
    QString language = qEnvironmentVariable("PASSEL_LANGUAGE");
    if (language.isEmpty())
        language =
            QSettings(QSettings::IniFormat, QSettings::UserScope, u"Passel"_s, u"passel-desktop"_s)
                .value(u"language"_s)
                .toString();
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    // The later one installed is asked first: ours, then English (for plural forms), then Qt's.
    const auto add = [&application](const QString &name, const QString &folder, const QLocale &of) {
        auto *translator = new QTranslator(&application);
        if (translator->load(of, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    add(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath), locale);
    add(u"passel"_s, u":/i18n"_s, QLocale(QLocale::English));
    if (locale.language() != QLocale::English)
        add(u"passel"_s, u":/i18n"_s, locale);
}

} // namespace passel
