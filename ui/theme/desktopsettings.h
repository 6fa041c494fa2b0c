// What the desktop prefers: light or dark, animations or none, asked of its portal.
#pragma once

#include "ui/theme/theme.h"

#include <QObject>

class QDBusVariant;

namespace passel {

//! \brief Follows the portal's settings over the session bus; never waits for it.
//!
//! Where there is no session bus or no portal, it says nothing and stays silent.
class DesktopSettings final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopSettings(QObject *parent);

    //! \brief Asks once the event loop runs, and then listens for changes.
    void follow();

    //! \brief The portal's value 1 means dark; 0 (no preference) and 2 mean light.
    [[nodiscard]] static Scheme schemeOf(uint portalValue);

signals:
    void schemeKnown(passel::Scheme scheme);
    void animationsKnown(bool animated);

private slots:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &space, const QString &key);
};

} // namespace passel
