#include "ui/actions/viewactions.h"

#include "ui/actions/actioncatalog.h"
#include "ui/datasetview.h"
#include "ui/grid/gridview.h"
#include "ui/mainwindow.h"
#include "ui/panels/inspectorpanel.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>

#include <array>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Appearances{"system", "light", "dark"};
constexpr std::array Densities{"compact", "normal", "roomy"};

int kept(const QString &key, const auto &names, int otherwise)
{
    const QString name = QSettings().value(key).toString();
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1StringView(names[i]))
            return static_cast<int>(i);
    }
    return otherwise;
}

} // namespace

ViewActions::ViewActions(MainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_appearance(new QActionGroup(this))
    , m_density(new QActionGroup(this))
{
    ActionCatalog *catalog = window->catalog();
    catalog->setGroup(tr("View"));
    const std::array appearanceTitles{tr("&System appearance"), tr("&Light"), tr("&Dark")};
    for (size_t i = 0; i < Appearances.size(); ++i) {
        QAction *action = catalog->add(QByteArray("view.appearance-") + Appearances[i],
                                       appearanceTitles[i], {}, {tr("theme"), tr("colours")});
        action->setCheckable(true);
        action->setChecked(kept(u"appearance"_s, Appearances, 0) == static_cast<int>(i));
        m_appearance->addAction(action);
        connect(action, &QAction::triggered, this, [i] {
            QSettings().setValue(u"appearance"_s, QLatin1StringView(Appearances[i]));
            Theme::instance().setChoice(static_cast<SchemeChoice>(i));
        });
    }
    const std::array densityTitles{tr("&Compact rows"), tr("&Normal rows"), tr("&Roomy rows")};
    for (size_t i = 0; i < Densities.size(); ++i) {
        QAction *action = catalog->add(QByteArray("view.rows-") + Densities[i], densityTitles[i],
                                       {}, {tr("row height"), tr("density")});
        action->setCheckable(true);
        action->setChecked(kept(u"rows"_s, Densities, 1) == static_cast<int>(i));
        m_density->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] {
            QSettings().setValue(u"rows"_s, QLatin1StringView(Densities[i]));
            for (DatasetView *view : m_window->views())
                apply(view);
        });
    }
    const auto scale = [](qreal by) {
        return [by] {
            const qreal points = by == 0 ? 9.5 : Theme::baseSize() + by;
            Theme::instance().setBaseSize(points);
            QSettings().setValue(u"textSize"_s, Theme::baseSize());
        };
    };
    connect(catalog->add("view.larger", tr("&Larger text"),
                         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Plus)},
                         {tr("zoom"), tr("font size")}),
            &QAction::triggered, this, scale(1));
    connect(catalog->add("view.smaller", tr("S&maller text"),
                         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Minus)},
                         {tr("zoom"), tr("font size")}),
            &QAction::triggered, this, scale(-1));
    connect(catalog->add("view.text-size", tr("&Usual text size"),
                         {QKeySequence(Qt::CTRL | Qt::Key_0)}, {tr("zoom"), tr("font size")}),
            &QAction::triggered, this, scale(0));

    QAction *header = catalog->add("view.profiles", tr("&Profiles in the header"), {},
                                   {tr("histograms"), tr("compact header")});
    header->setCheckable(true);
    header->setChecked(QSettings().value(u"profiles"_s, true).toBool());
    connect(header, &QAction::toggled, this, [this](bool isOn) {
        QSettings().setValue(u"profiles"_s, isOn);
        for (DatasetView *view : m_window->views())
            apply(view);
    });
    QAction *side = catalog->add("view.side", tr("&Inspector and recipe"), {Qt::Key_F4},
                                 {tr("side panel"), tr("column"), tr("statistics")});
    connect(side, &QAction::triggered, this, [this] {
        if (DatasetView *view = m_window->currentView())
            view->setSidePanelVisible(!view->isSidePanelVisible());
    });
    const auto tab = [this](int index) {
        return [this, index] {
            if (DatasetView *view = m_window->currentView()) {
                view->setSidePanelVisible(true);
                view->inspector()->showTab(index);
            }
        };
    };
    connect(catalog->add("view.column", tr("Inspect the &column"), {Qt::ALT | Qt::Key_1},
                         {tr("histogram"), tr("profile")}),
            &QAction::triggered, this, tab(0));
    connect(catalog->add("view.row", tr("Inspect the &row"), {Qt::ALT | Qt::Key_2},
                         {tr("record"), tr("document")}),
            &QAction::triggered, this, tab(1));
    QAction *issues =
        catalog->add("view.issues", tr("&Issues"), {Qt::CTRL | Qt::Key_I},
                     {tr("problems"), tr("errors"), tr("warnings")}, u"triangle-alert"_s);
    connect(issues, &QAction::triggered, this, [this] {
        if (DatasetView *view = m_window->currentView())
            view->showIssues(true);
    });
    connect(
        catalog->add("view.next-tab", tr("Next &tab"), {QKeySequence(Qt::CTRL | Qt::Key_Tab)}, {}),
        &QAction::triggered, this, [this] { m_window->showNextPage(1); });
    connect(catalog->add("view.previous-tab", tr("Pre&vious tab"),
                         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab)}, {}),
            &QAction::triggered, this, [this] { m_window->showNextPage(-1); });
    update();
}

void ViewActions::fillMenu(QMenu *menu)
{
    const ActionCatalog *catalog = m_window->catalog();
    const auto add = [&](QMenu *to, std::initializer_list<const char *> ids) {
        for (const char *id : ids)
            to->addAction(catalog->action(id));
    };
    add(menu, {"view.column", "view.row", "view.side", "view.issues"});
    menu->addSeparator();
    add(menu, {"view.profiles"});
    QMenu *rows = menu->addMenu(tr("Ro&ws"));
    rows->addActions(m_density->actions());
    QMenu *text = menu->addMenu(tr("&Text size"));
    add(text, {"view.larger", "view.smaller", "view.text-size"});
    QMenu *appearance = menu->addMenu(tr("&Appearance"));
    appearance->addActions(m_appearance->actions());
    addLanguages(menu->addMenu(tr("&Language")));
    menu->addSeparator();
    add(menu, {"view.next-tab", "view.previous-tab"});
}

void ViewActions::apply(DatasetView *view) const
{
    view->grid()->setDensity(static_cast<GridView::Density>(kept(u"rows"_s, Densities, 1)));
    view->grid()->setHeaderCompact(!m_window->catalog()->action("view.profiles")->isChecked());
}

void ViewActions::update()
{
    DatasetView *view = m_window->currentView();
    for (const char *id : {"view.side", "view.column", "view.row"})
        m_window->catalog()->action(id)->setEnabled(view != nullptr);
    m_window->catalog()->action("view.issues")->setEnabled(view && view->hasIssues());
    const bool hasSeveral = m_window->pages().size() > 1;
    for (const char *id : {"view.next-tab", "view.previous-tab"})
        m_window->catalog()->action(id)->setEnabled(hasSeveral);
}

void ViewActions::restoreTheme()
{
    const QSettings settings;
    if (settings.value(u"systemScheme"_s).toString() == "dark"_L1)
        Theme::instance().setSystemScheme(Scheme::Dark);
    Theme::instance().setChoice(static_cast<SchemeChoice>(kept(u"appearance"_s, Appearances, 0)));
    if (const qreal points = settings.value(u"textSize"_s, 0.0).toDouble(); points > 0)
        Theme::instance().setBaseSize(points);
    connect(&Theme::instance(), &Theme::systemSchemeChanged, &Theme::instance(), [](Scheme scheme) {
        QSettings().setValue(u"systemScheme"_s, scheme == Scheme::Dark ? u"dark"_s : u"light"_s);
    });
}

void ViewActions::addLanguages(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    const QString chosen = QSettings().value(u"language"_s).toString();
    const auto add = [&](const QString &code, const QString &title) {
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(code == chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] {
            QSettings().setValue(u"language"_s, code);
            m_window->showBanner({Banner::Kind::Info,
                                  u"globe"_s,
                                  Wording(tr("The language changes when Passel is started again.")),
                                  {},
                                  {{tr("Dismiss"), {}}},
                                  {}});
        });
    };
    add({}, tr("As the desktop"));
    menu->addSeparator();
    // Languages are called by their own names.
    add(u"en"_s, u"English"_s);
    add(u"de"_s, u"Deutsch"_s);
}

} // namespace passel
