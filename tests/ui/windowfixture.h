// What tests of the window share: settings of their own, files, waiting for a table.
#pragma once

#include "core/session/dataset.h"
#include "ui/datasetview.h"
#include "ui/grid/gridview.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace passel {

//! \brief Settings in a folder that goes away; the theme installed. One a test program.
class WindowFixture
{
public:
    WindowFixture()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("PasselTest"));
        QCoreApplication::setApplicationName(QStringLiteral("window"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        Theme::instance().install(*qobject_cast<QApplication *>(QCoreApplication::instance()));
        Theme::instance().setAnimated(false);
    }

    //! \brief Path of a new file with \a bytes.
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        QString path = m_folder.filePath(name);
        QFile made(path);
        if (!made.open(QIODevice::WriteOnly) || made.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return path;
    }

    [[nodiscard]] QString folder() const { return m_folder.path(); }

    //! \brief Saves \a widget for a person to look at, when PASSEL_SHOTS names a folder.
    static void shoot(QWidget *widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PASSEL_SHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QVERIFY(widget->grab().save(folder + u'/' + name + QStringLiteral(".png")));
    }

private:
    QTemporaryDir m_folder;
};

//! \brief Cell as text, for comparing; "∅" for a missing one.
inline QString cellText(const DatasetView *view, qsizetype row, qsizetype column)
{
    const auto text = view->dataset()->array().tryText(row, column);
    return text ? QString::fromStdString(*text) : QStringLiteral("∅");
}

} // namespace passel
