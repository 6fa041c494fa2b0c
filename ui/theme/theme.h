// Colours by role, sizes and fonts of Passel, in its light and its dark theme.
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;

namespace passel {

//! \brief What a colour is for. Painters ask for a role, never for a hex value.
enum class ColorRole : quint8 {
    Window,         //!< menu row, tab row, status line
    Panel,          //!< header, strip, inspector, recipe, sheet
    Base,           //!< table, fields, gallery
    Raised,         //!< normal buttons, menus
    Hover,          //!< under the pointer; also the grey badge
    Press,          //!< pressed; also the trough of a progress bar
    Text,           //!< everything that is read first
    Text2,          //!< labels, secondary columns, icons
    Text3,          //!< row numbers, hints, disabled; never on Selection
    Grid,           //!< hairlines between cells
    Line,           //!< separators between parts of the window
    Border,         //!< outline of buttons, sheets and menus
    Control,        //!< outline of fields, boxes, radios and switches that are off
    Accent,         //!< primary button, boxes that are on, line of the current column
    AccentHover,    //!< Accent under the pointer
    AccentPress,    //!< Accent pressed
    OnAccent,       //!< text and marks on Accent
    AccentText,     //!< links, name of the current column, its row number
    Ring,           //!< focus ring, current cell
    Selection,      //!< selected, in the active window
    SelectionIdle,  //!< selected, in an inactive window
    CurrentRow,     //!< current row, current header cell
    Info,           //!< blue banner
    InfoLine,       //!< outline of the blue banner
    ChangedFill,    //!< changed cell, found letters, preview banner
    Changed,        //!< arrow and mark of a change
    AddedFill,      //!< added row
    Added,          //!< its plus sign; also "ok"
    RemovedFill,    //!< removed row
    Removed,        //!< its minus sign
    WarnFill,       //!< warning banner, value that does not fit
    Warn,           //!< warning text and icon
    WarnLine,       //!< outline of the warning banner
    ErrorFill,      //!< error banner
    Error,          //!< wrong field, Delete
    Bar,            //!< histogram
    BarSoft,        //!< behind a frequent value
    BarCurrent,     //!< Bar in the current column
    BarCurrentSoft, //!< BarSoft in the current column; its badge
    BarGrey,        //!< Bar of a profile that is not yet verified by rows
    BarGreySoft,    //!< BarSoft of such a profile
    Skeleton,       //!< cells on their way
    Hatch,          //!< lines of a missing cell
    MissingFill,    //!< ground under Hatch
    Tip,            //!< tooltip and toast
    TipText,        //!< text on Tip
    TipLink,        //!< word actions on Tip
    TipLine,        //!< outline of a toast
    Scrim,          //!< behind a sheet (with alpha)
};

//! \brief Number of roles.
inline constexpr int RoleCount = static_cast<int>(ColorRole::Scrim) + 1;

//! \brief One of the two complete themes.
enum class Scheme : quint8 { Light, Dark };

//! \brief What the user asked for; System follows the desktop at run time.
enum class SchemeChoice : quint8 { System, Light, Dark };

//! \brief A length in device-independent pixels.
enum class Metric : quint8 {
    Row,
    RowCompact,
    RowRoomy,
    Header,
    HeaderCompact,
    MenuRow,
    TabRow,
    Strip,
    Banner,
    BannerPreview,
    Status,
    PanelTitle,
    ListRow,
    IssueRow,
    RecipeStep,
    Button,
    ButtonSmall,
    ButtonStatus,
    MenuItem,
    SidePanel,
    SidePanelMinimum,
    SidePanelHiddenBelow, //!< the side panel is hidden when the window is narrower
    PanelPadding,
    SheetPadding,
    SheetWidth,
    ToastWidth,
    ToastGap, //!< between toast and status line
    CellPadding,
    RadiusBadge,
    RadiusItem,    //!< menu item
    RadiusControl, //!< button, field, menu
    RadiusSheet,   //!< sheet, toast, target
    Ring,          //!< width of the focus ring
    Icon,
    IconSmall,
    IconLarge,
    Badge, //!< height
    ScrollBar,
};

//! \brief Size of type, relative to the base size that the user may change.
enum class TextSize : quint8 {
    Display, //!< 16 semibold, empty state only
    Title,   //!< 12 semibold
    Section, //!< 11 semibold
    Base,    //!< 9.5: cells, buttons, fields
    Small,   //!< 8.5: strip, status, labels, row numbers
    Tiny,    //!< 8: badge, profile, shortcut
};

//! \brief The current theme. One a process; GUI thread only.
//!
//! color(), metric() and font() may be called before install(), which tests use; they then answer
//! for the light theme. Widgets need no connection to follow a switch: the application palette
//! changes with it, so every widget is repainted and asks for its roles again.
class Theme final : public QObject
{
    Q_OBJECT

public:
    //! \brief The one theme, owned by the application object.
    [[nodiscard]] static Theme &instance();

    //! \brief Gives \a application our style, palette and font, and starts to follow the desktop.
    //! Asks the desktop without waiting for its answer.
    void install(QApplication &application);

    //! \brief Colour of \a role in the current theme.
    [[nodiscard]] static QColor color(ColorRole role);
    //! \brief Colour of \a role in \a scheme.
    [[nodiscard]] static QColor color(ColorRole role, Scheme scheme);
    //! \brief Colour of chart series \a index (0 to 5); any other index is the grey "rest".
    [[nodiscard]] static QColor series(int index);
    [[nodiscard]] static QColor series(int index, Scheme scheme);
    //! \brief Length in device-independent pixels.
    [[nodiscard]] static int metric(Metric metric);
    //! \brief Font of \a type; \a weight replaces the type's own (400, or 600 for headings).
    [[nodiscard]] static QFont font(TextSize type);
    [[nodiscard]] static QFont font(TextSize type, QFont::Weight weight);
    //! \brief The palette of \a scheme, all groups and roles set.
    [[nodiscard]] static QPalette palette(Scheme scheme);

    //! \brief The theme in force.
    [[nodiscard]] static Scheme scheme();

    //! \brief What the user asked for.
    [[nodiscard]] SchemeChoice choice() const { return m_choice; }

    //! \brief Switches at run time.
    void setChoice(SchemeChoice choice);
    //! \brief What the desktop was seen to prefer last time, so that the first window already has
    //! it; the desktop's own answer replaces it.
    void setSystemScheme(Scheme scheme);
    //! \brief Base size in points, 7 to 18; others are brought into that range. Default 9.5.
    void setBaseSize(qreal points);

    [[nodiscard]] static qreal baseSize();

    //! \brief False when the desktop switched animations off.
    [[nodiscard]] static bool isAnimated();
    void setAnimated(bool animated);

signals:
    //! \brief Another theme came into force; palette and style are already changed.
    void schemeChanged(passel::Scheme scheme);
    //! \brief The desktop's preference became known or changed (worth remembering).
    void systemSchemeChanged(passel::Scheme scheme);
    //! \brief The base size was changed; the application font is already changed.
    void baseSizeChanged(qreal points);

private:
    explicit Theme(QObject *parent);
    void apply();

    SchemeChoice m_choice = SchemeChoice::System;
    Scheme m_systemScheme = Scheme::Light;
    bool m_installed = false;
};

//! \brief WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);

} // namespace passel
