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
    ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr QRgb opaque(quint32 rgb)
{
    return 0xFF000000U | rgb;
}

constexpr std::array<Pair, RoleCount> Roles = {{
    {ColorRole::Window, opaque(0xF2F1EE), opaque(0x242426)},
    {ColorRole::Panel, opaque(0xF9F8F6), opaque(0x202022)},
    {ColorRole::Base, opaque(0xFFFFFF), opaque(0x19191B)},
    {ColorRole::Raised, opaque(0xFFFFFF), opaque(0x2B2B2E)},
    {ColorRole::Hover, opaque(0xEAE8E3), opaque(0x2F2F33)},
    {ColorRole::Press, opaque(0xDEDBD4), opaque(0x3A3A3F)},
    {ColorRole::Text, opaque(0x1E1D1B), opaque(0xECEAE6)},
    {ColorRole::Text2, opaque(0x57544E), opaque(0xB9B6B0)},
    {ColorRole::Text3, opaque(0x6C6860), opaque(0x9C9992)},
    {ColorRole::Grid, opaque(0xEDEBE6), opaque(0x262629)},
    {ColorRole::Line, opaque(0xE4E1DB), opaque(0x343437)},
    {ColorRole::Border, opaque(0xCBC7BF), opaque(0x48484D)},
    {ColorRole::Control, opaque(0x8C877E), opaque(0x85838A)},
    {ColorRole::Accent, opaque(0x2F55C4), opaque(0x4767DA)},
    {ColorRole::AccentHover, opaque(0x2748A8), opaque(0x4B6DE0)},
    {ColorRole::AccentPress, opaque(0x203C8C), opaque(0x3B58C0)},
    {ColorRole::OnAccent, opaque(0xFFFFFF), opaque(0xFFFFFF)},
    {ColorRole::AccentText, opaque(0x2B4FB8), opaque(0x9DB3FF)},
    {ColorRole::Ring, opaque(0x2F55C4), opaque(0x9DB3FF)},
    {ColorRole::Selection, opaque(0xD6E1FB), opaque(0x2B3C70)},
    {ColorRole::SelectionIdle, opaque(0xE5E3DE), opaque(0x35353A)},
    {ColorRole::CurrentRow, opaque(0xF1F5FE), opaque(0x1F2433)},
    {ColorRole::Info, opaque(0xEAF0FD), opaque(0x222B47)},
    {ColorRole::InfoLine, opaque(0xBFCFF5), opaque(0x3A4B80)},
    {ColorRole::ChangedFill, opaque(0xFCEFC7), opaque(0x41360F)},
    {ColorRole::Changed, opaque(0x7A5600), opaque(0xEBC765)},
    {ColorRole::AddedFill, opaque(0xD2EEE6), opaque(0x113B38)},
    {ColorRole::Added, opaque(0x0A6E51), opaque(0x6FD3AE)},
    {ColorRole::RemovedFill, opaque(0xFADBCE), opaque(0x4A2618)},
    {ColorRole::Removed, opaque(0xA63C0B), opaque(0xFFA27A)},
    {ColorRole::WarnFill, opaque(0xFDF3D7), opaque(0x352D14)},
    {ColorRole::Warn, opaque(0x7A5600), opaque(0xEBC765)},
    {ColorRole::WarnLine, opaque(0xE7CF8E), opaque(0x5E4F1E)},
    {ColorRole::ErrorFill, opaque(0xFCE9E6), opaque(0x46211D)},
    {ColorRole::Error, opaque(0xB3261E), opaque(0xFF9184)},
    {ColorRole::Bar, opaque(0x7F8BAE), opaque(0x7480A6)},
    {ColorRole::BarSoft, opaque(0xDFE3EE), opaque(0x2E3140)},
    {ColorRole::BarCurrent, opaque(0x2F55C4), opaque(0x8CA5FF)},
    {ColorRole::BarCurrentSoft, opaque(0xCFDBF9), opaque(0x33447A)},
    {ColorRole::BarGrey, opaque(0xD3D0C9), opaque(0x45454A)},
    {ColorRole::BarGreySoft, opaque(0xECEAE5), opaque(0x2A2A2D)},
    {ColorRole::Skeleton, opaque(0xE9E7E2), opaque(0x2A2A2D)},
    {ColorRole::Hatch, opaque(0xE2DED6), opaque(0x38383D)},
    {ColorRole::MissingFill, opaque(0xFBFAF8), opaque(0x1D1D1F)},
    {ColorRole::Tip, opaque(0x2A2926), opaque(0x3A3A3F)},
    {ColorRole::TipText, opaque(0xF7F6F3), opaque(0xF4F2EE)},
    {ColorRole::TipLink, opaque(0xB4C6FF), opaque(0xB4C6FF)},
    {ColorRole::TipLine, opaque(0x2A2926), opaque(0x5A5A61)},
    {ColorRole::Scrim, 0x4D1E1A14, 0x80000000},
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
    application.setFont(font(TextSize::Base));
    QToolTip::setFont(font(TextSize::Small));
    application.setEffectEnabled(Qt::UI_AnimateMenu, false);
    application.setEffectEnabled(Qt::UI_FadeMenu, false);
    apply();
    new FocusRing(this);

    auto *desktop = new DesktopSettings(this);
    connect(desktop, &DesktopSettings::schemeKnown, this, &Theme::setSystemScheme);
    connect(desktop, &DesktopSettings::animationsKnown, this, &Theme::setAnimated);
    desktop->follow();
}

QColor Theme::color(ColorRole role)
{
    return color(role, state().scheme);
}

QColor Theme::color(ColorRole role, Scheme scheme)
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

QFont Theme::font(TextSize type)
{
    const bool heading =
        type == TextSize::Display || type == TextSize::Title || type == TextSize::Section;
    return font(type, heading ? QFont::DemiBold : QFont::Normal);
}

QFont Theme::font(TextSize type, QFont::Weight weight)
{
    const auto points = [type]() -> qreal {
        switch (type) {
        case TextSize::Display:
            return 16;
        case TextSize::Title:
            return 12;
        case TextSize::Section:
            return 11;
        case TextSize::Base:
            return DefaultBaseSize;
        case TextSize::Small:
            return 8.5;
        case TextSize::Tiny:
            return 8;
        }
        return DefaultBaseSize;
    }();
    QFont result(fontFamily());
    result.setPointSizeF(points * state().baseSize / DefaultBaseSize);
    result.setWeight(weight);
    result.setHintingPreference(QFont::PreferNoHinting);
    // Inter draws "1x4" with a multiplication sign and "->" as an arrow. Data is shown as it is.
    result.setStyleStrategy(QFont::PreferNoShaping);
    return result;
}

QPalette Theme::palette(Scheme scheme)
{
    const auto of = [scheme](ColorRole role) { return color(role, scheme); };
    QPalette result;
    const auto all = [&result](QPalette::ColorRole role, const QColor &color) {
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
            result.setColor(group, role, color);
    };
    all(QPalette::Window, of(ColorRole::Window));
    all(QPalette::WindowText, of(ColorRole::Text));
    all(QPalette::Base, of(ColorRole::Base));
    all(QPalette::AlternateBase, of(ColorRole::Panel));
    all(QPalette::Text, of(ColorRole::Text));
    all(QPalette::Button, of(ColorRole::Raised));
    all(QPalette::ButtonText, of(ColorRole::Text));
    all(QPalette::BrightText, of(ColorRole::OnAccent));
    all(QPalette::PlaceholderText, of(ColorRole::Text3));
    all(QPalette::ToolTipBase, of(ColorRole::Tip));
    all(QPalette::ToolTipText, of(ColorRole::TipText));
    all(QPalette::Highlight, of(ColorRole::Selection));
    all(QPalette::HighlightedText, of(ColorRole::Text));
    all(QPalette::Link, of(ColorRole::AccentText));
    all(QPalette::LinkVisited, of(ColorRole::AccentText));
    all(QPalette::Light, of(ColorRole::Raised));
    all(QPalette::Midlight, of(ColorRole::Hover));
    all(QPalette::Mid, of(ColorRole::Border));
    all(QPalette::Dark, of(ColorRole::Control));
    all(QPalette::Shadow, of(ColorRole::Line));
    for (const auto group : {QPalette::Inactive, QPalette::Disabled})
        result.setColor(group, QPalette::Highlight, of(ColorRole::SelectionIdle));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::Link})
        result.setColor(QPalette::Disabled, role, of(ColorRole::Text3));
    result.setColor(QPalette::Disabled, QPalette::Dark, of(ColorRole::Line));
    result.setColor(QPalette::Disabled, QPalette::Button, of(ColorRole::Window));
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
        QApplication::setFont(font(TextSize::Base));
        QToolTip::setFont(font(TextSize::Small));
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
