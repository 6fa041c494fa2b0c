#include "ui/theme/theme.h"

#include "ui/theme/desktopsettings.h"
#include "ui/theme/focusring.h"
#include "ui/theme/passelstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPointer>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

struct Pair
{
    Role role;
    QRgb light;
    QRgb dark;
};

constexpr QRgb opaque(quint32 rgb)
{
    return 0xFF000000U | rgb;
}

constexpr std::array<Pair, RoleCount> Roles = {{
    {Role::Window, opaque(0xF2F1EE), opaque(0x242426)},
    {Role::Panel, opaque(0xF9F8F6), opaque(0x202022)},
    {Role::Base, opaque(0xFFFFFF), opaque(0x19191B)},
    {Role::Raised, opaque(0xFFFFFF), opaque(0x2B2B2E)},
    {Role::Hover, opaque(0xEAE8E3), opaque(0x2F2F33)},
    {Role::Press, opaque(0xDEDBD4), opaque(0x3A3A3F)},
    {Role::Text, opaque(0x1E1D1B), opaque(0xECEAE6)},
    {Role::Text2, opaque(0x57544E), opaque(0xB9B6B0)},
    {Role::Text3, opaque(0x6C6860), opaque(0x9C9992)},
    {Role::Grid, opaque(0xEDEBE6), opaque(0x262629)},
    {Role::Line, opaque(0xE4E1DB), opaque(0x343437)},
    {Role::Border, opaque(0xCBC7BF), opaque(0x48484D)},
    {Role::Control, opaque(0x8C877E), opaque(0x85838A)},
    {Role::Accent, opaque(0x2F55C4), opaque(0x4767DA)},
    {Role::AccentHover, opaque(0x2748A8), opaque(0x4B6DE0)},
    {Role::AccentPress, opaque(0x203C8C), opaque(0x3B58C0)},
    {Role::OnAccent, opaque(0xFFFFFF), opaque(0xFFFFFF)},
    {Role::AccentText, opaque(0x2B4FB8), opaque(0x9DB3FF)},
    {Role::Ring, opaque(0x2F55C4), opaque(0x9DB3FF)},
    {Role::Selection, opaque(0xD6E1FB), opaque(0x2B3C70)},
    {Role::SelectionIdle, opaque(0xE5E3DE), opaque(0x35353A)},
    {Role::CurrentRow, opaque(0xF1F5FE), opaque(0x1F2433)},
    {Role::Info, opaque(0xEAF0FD), opaque(0x222B47)},
    {Role::InfoLine, opaque(0xBFCFF5), opaque(0x3A4B80)},
    {Role::ChangedFill, opaque(0xFCEFC7), opaque(0x41360F)},
    {Role::Changed, opaque(0x7A5600), opaque(0xEBC765)},
    {Role::AddedFill, opaque(0xD2EEE6), opaque(0x113B38)},
    {Role::Added, opaque(0x0A6E51), opaque(0x6FD3AE)},
    {Role::RemovedFill, opaque(0xFADBCE), opaque(0x4A2618)},
    {Role::Removed, opaque(0xA63C0B), opaque(0xFFA27A)},
    {Role::WarnFill, opaque(0xFDF3D7), opaque(0x352D14)},
    {Role::Warn, opaque(0x7A5600), opaque(0xEBC765)},
    {Role::WarnLine, opaque(0xE7CF8E), opaque(0x5E4F1E)},
    {Role::ErrorFill, opaque(0xFCE9E6), opaque(0x46211D)},
    {Role::Error, opaque(0xB3261E), opaque(0xFF9184)},
    {Role::Bar, opaque(0x7F8BAE), opaque(0x7480A6)},
    {Role::BarSoft, opaque(0xDFE3EE), opaque(0x2E3140)},
    {Role::BarCurrent, opaque(0x2F55C4), opaque(0x8CA5FF)},
    {Role::BarCurrentSoft, opaque(0xCFDBF9), opaque(0x33447A)},
    {Role::BarGrey, opaque(0xD3D0C9), opaque(0x45454A)},
    {Role::BarGreySoft, opaque(0xECEAE5), opaque(0x2A2A2D)},
    {Role::Skeleton, opaque(0xE9E7E2), opaque(0x2A2A2D)},
    {Role::Hatch, opaque(0xE2DED6), opaque(0x38383D)},
    {Role::MissingFill, opaque(0xFBFAF8), opaque(0x1D1D1F)},
    {Role::Tip, opaque(0x2A2926), opaque(0x3A3A3F)},
    {Role::TipText, opaque(0xF7F6F3), opaque(0xF4F2EE)},
    {Role::TipLink, opaque(0xB4C6FF), opaque(0xB4C6FF)},
    {Role::TipLine, opaque(0x2A2926), opaque(0x5A5A61)},
    {Role::Scrim, 0x4D1E1A14, 0x80000000},
}};

constexpr bool rolesAreInOrder()
{
    for (std::size_t index = 0; index < Roles.size(); ++index) {
        if (static_cast<std::size_t>(Roles[index].role) != index)
            return false;
    }
    return true;
}

static_assert(rolesAreInOrder(), "color() finds a role by its place");

constexpr std::array<QRgb, 7> SeriesLight = {opaque(0x304C8A), opaque(0xC7742A), opaque(0x0B7D58),
                                             opaque(0xA66A9A), opaque(0x2A9BDB), opaque(0x8E2330),
                                             opaque(0x77736B)};
constexpr std::array<QRgb, 7> SeriesDark = {opaque(0x5A86DC), opaque(0xECA853), opaque(0x84CDA4),
                                            opaque(0xB4749F), opaque(0x83E6F6), opaque(0xD2674F),
                                            opaque(0xA5A199)};

constexpr qreal DefaultBaseSize = 9.5;

struct State
{
    Scheme scheme = Scheme::Light;
    qreal baseSize = DefaultBaseSize;
    bool animated = true;
};

State &state()
{
    static State value;
    return value;
}

// The platform's own UI font, remembered before the application font becomes ours.
QString fontFamily()
{
    static const QString family = [] {
        const QString inter = u"Inter"_s;
        return QFontDatabase::families().contains(inter)
                   ? inter
                   : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }();
    return family;
}

qreal relativeLuminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF()))
           + 0.0722 * linear(double(color.blueF()));
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    setObjectName(u"theme"_s);
}

Theme &Theme::instance()
{
    static QPointer<Theme> theme;
    if (!theme)
        theme = new Theme(QCoreApplication::instance());
    return *theme;
}

void Theme::install(QApplication &application)
{
    if (m_installed)
        return;
    m_installed = true;
    (void)fontFamily();
    application.setStyle(new PasselStyle);
    application.setFont(font(Type::Base));
    QToolTip::setFont(font(Type::Small));
    application.setEffectEnabled(Qt::UI_AnimateMenu, false);
    application.setEffectEnabled(Qt::UI_FadeMenu, false);
    apply();
    new FocusRing(this);

    auto *desktop = new DesktopSettings(this);
    connect(desktop, &DesktopSettings::schemeKnown, this, &Theme::setSystemScheme);
    connect(desktop, &DesktopSettings::animationsKnown, this, &Theme::setAnimated);
    desktop->follow();
}

QColor Theme::color(Role role)
{
    return color(role, state().scheme);
}

QColor Theme::color(Role role, Scheme scheme)
{
    const Pair &pair = Roles[static_cast<std::size_t>(role)];
    return QColor::fromRgba(scheme == Scheme::Light ? pair.light : pair.dark);
}

QColor Theme::series(int index)
{
    return series(index, state().scheme);
}

QColor Theme::series(int index, Scheme scheme)
{
    const auto &colors = scheme == Scheme::Light ? SeriesLight : SeriesDark;
    const std::size_t last = colors.size() - 1;
    const std::size_t wanted = index < 0 ? last : static_cast<std::size_t>(index);
    return QColor::fromRgb(colors[std::min(wanted, last)]);
}

int Theme::metric(Metric metric)
{
    switch (metric) {
    case Metric::Row:
        return 24;
    case Metric::RowCompact:
        return 20;
    case Metric::RowRoomy:
        return 28;
    case Metric::Header:
        return 96;
    case Metric::HeaderCompact:
        return 48;
    case Metric::MenuRow:
        return 40;
    case Metric::TabRow:
        return 36;
    case Metric::Strip:
        return 28;
    case Metric::Banner:
        return 40;
    case Metric::BannerPreview:
        return 36;
    case Metric::Status:
        return 28;
    case Metric::PanelTitle:
    case Metric::ListRow:
        return 36;
    case Metric::IssueRow:
        return 40;
    case Metric::RecipeStep:
        return 32;
    case Metric::Button:
        return 28;
    case Metric::ButtonSmall:
        return 24;
    case Metric::ButtonStatus:
        return 20;
    case Metric::MenuItem:
        return 26;
    case Metric::SidePanel:
        return 336;
    case Metric::SidePanelMinimum:
        return 280;
    case Metric::SidePanelHiddenBelow:
        return 1100;
    case Metric::PanelPadding:
        return 16;
    case Metric::SheetPadding:
        return 24;
    case Metric::SheetWidth:
        return 560;
    case Metric::ToastWidth:
        return 480;
    case Metric::ToastGap:
        return 24;
    case Metric::CellPadding:
        return 8;
    case Metric::RadiusBadge:
        return 3;
    case Metric::RadiusItem:
        return 4;
    case Metric::RadiusControl:
        return 6;
    case Metric::RadiusSheet:
        return 8;
    case Metric::Ring:
        return 2;
    case Metric::Icon:
        return 16;
    case Metric::IconSmall:
        return 12;
    case Metric::IconLarge:
        return 24;
    case Metric::Badge:
        return 15;
    case Metric::ScrollBar:
        return 12;
    }
    return 0;
}

QFont Theme::font(Type type)
{
    const bool heading = type == Type::Display || type == Type::Title || type == Type::Section;
    return font(type, heading ? QFont::DemiBold : QFont::Normal);
}

QFont Theme::font(Type type, QFont::Weight weight)
{
    const auto points = [type]() -> qreal {
        switch (type) {
        case Type::Display:
            return 16;
        case Type::Title:
            return 12;
        case Type::Section:
            return 11;
        case Type::Base:
            return DefaultBaseSize;
        case Type::Small:
            return 8.5;
        case Type::Tiny:
            return 8;
        }
        return DefaultBaseSize;
    }();
    QFont result(fontFamily());
    result.setPointSizeF(points * state().baseSize / DefaultBaseSize);
    result.setWeight(weight);
    result.setHintingPreference(QFont::PreferNoHinting);
    return result;
}

QPalette Theme::palette(Scheme scheme)
{
    const auto of = [scheme](Role role) { return color(role, scheme); };
    QPalette result;
    const auto all = [&result](QPalette::ColorRole role, const QColor &color) {
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
            result.setColor(group, role, color);
    };
    all(QPalette::Window, of(Role::Window));
    all(QPalette::WindowText, of(Role::Text));
    all(QPalette::Base, of(Role::Base));
    all(QPalette::AlternateBase, of(Role::Panel));
    all(QPalette::Text, of(Role::Text));
    all(QPalette::Button, of(Role::Raised));
    all(QPalette::ButtonText, of(Role::Text));
    all(QPalette::BrightText, of(Role::OnAccent));
    all(QPalette::PlaceholderText, of(Role::Text3));
    all(QPalette::ToolTipBase, of(Role::Tip));
    all(QPalette::ToolTipText, of(Role::TipText));
    all(QPalette::Highlight, of(Role::Selection));
    all(QPalette::HighlightedText, of(Role::Text));
    all(QPalette::Link, of(Role::AccentText));
    all(QPalette::LinkVisited, of(Role::AccentText));
    all(QPalette::Light, of(Role::Raised));
    all(QPalette::Midlight, of(Role::Hover));
    all(QPalette::Mid, of(Role::Border));
    all(QPalette::Dark, of(Role::Control));
    all(QPalette::Shadow, of(Role::Line));
    for (const auto group : {QPalette::Inactive, QPalette::Disabled})
        result.setColor(group, QPalette::Highlight, of(Role::SelectionIdle));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::Link})
        result.setColor(QPalette::Disabled, role, of(Role::Text3));
    result.setColor(QPalette::Disabled, QPalette::Dark, of(Role::Line));
    result.setColor(QPalette::Disabled, QPalette::Button, of(Role::Window));
    return result;
}

Scheme Theme::scheme()
{
    return state().scheme;
}

void Theme::setChoice(SchemeChoice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::setSystemScheme(Scheme scheme)
{
    if (m_systemScheme == scheme)
        return;
    m_systemScheme = scheme;
    emit systemSchemeChanged(scheme);
    apply();
}

void Theme::apply()
{
    const Scheme before = state().scheme;
    switch (m_choice) {
    case SchemeChoice::System:
        state().scheme = m_systemScheme;
        break;
    case SchemeChoice::Light:
        state().scheme = Scheme::Light;
        break;
    case SchemeChoice::Dark:
        state().scheme = Scheme::Dark;
        break;
    }
    if (m_installed) {
        const QPalette colors = palette(state().scheme);
        QApplication::setPalette(colors);
        QToolTip::setPalette(colors);
    }
    if (before != state().scheme)
        emit schemeChanged(state().scheme);
}

void Theme::setBaseSize(qreal points)
{
    const qreal wanted = std::clamp(points, 7.0, 18.0);
    if (qFuzzyCompare(wanted, state().baseSize))
        return;
    state().baseSize = wanted;
    if (m_installed) {
        QApplication::setFont(font(Type::Base));
        QToolTip::setFont(font(Type::Small));
    }
    emit baseSizeChanged(wanted);
}

qreal Theme::baseSize()
{
    return state().baseSize;
}

bool Theme::isAnimated()
{
    return state().animated;
}

void Theme::setAnimated(bool animated)
{
    state().animated = animated;
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double first = relativeLuminance(one);
    const double second = relativeLuminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace passel
