#include "ui/theme/desktopsettings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr auto Service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto ObjectPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto Interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto Appearance = "org.freedesktop.appearance"_L1;
constexpr auto ColorScheme = "color-scheme"_L1;
constexpr auto GnomeInterface = "org.gnome.desktop.interface"_L1;
constexpr auto EnableAnimations = "enable-animations"_L1;

// Without this the bus library would try to launch a bus of its own, which takes seconds.
bool hasSessionBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
           || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1);
}

// Read() answers a variant within a variant; SettingChanged carries one level only.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

DesktopSettings::DesktopSettings(QObject *parent)
    : QObject(parent)
{}

void DesktopSettings::follow()
{
    if (!hasSessionBus())
        return;
    QTimer::singleShot(0, this, [this] {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return;
        // moc knows the slot without blanks.
        // clang-format off
        bus.connect(QString(Service), QString(ObjectPath), QString(Interface), u"SettingChanged"_s,
                    this, SLOT(settingChanged(QString,QString,QDBusVariant)));
        // clang-format on
        ask(QString(Appearance), QString(ColorScheme));
        ask(QString(GnomeInterface), QString(EnableAnimations));
    });
}

Scheme DesktopSettings::schemeOf(uint portalValue)
{
    return portalValue == 1 ? Scheme::Dark : Scheme::Light;
}

void DesktopSettings::ask(const QString &space, const QString &key)
{
    QDBusMessage message = QDBusMessage::createMethodCall(QString(Service), QString(ObjectPath),
                                                          QString(Interface), u"Read"_s);
    message.setArguments({space, key});
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, space, key](QDBusPendingCallWatcher *call) {
                const QDBusPendingReply<QDBusVariant> reply = *call;
                if (!reply.isError())
                    settingChanged(space, key, reply.value());
                call->deleteLater();
            });
}

void DesktopSettings::settingChanged(const QString &space, const QString &key,
                                     const QDBusVariant &value)
{
    const QVariant plain = unwrapped(value.variant());
    if (space == Appearance && key == ColorScheme)
        emit schemeKnown(schemeOf(plain.toUInt()));
    else if (space == GnomeInterface && key == EnableAnimations)
        emit animationsKnown(plain.toBool());
}

} // namespace passel
