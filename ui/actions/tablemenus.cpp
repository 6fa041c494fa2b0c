// The menus of the table: of the window, of a column, of a cell, of a type.
#include "core/array/documentarray.h"
#include "core/recipe/stepregistry.h"
#include "core/session/dataset.h"
#include "ui/actions/actioncatalog.h"
#include "ui/actions/filterconditions.h"
#include "ui/actions/tableactions.h"
#include "ui/datasetview.h"
#include "ui/kit/plaintext.h"
#include "ui/mainwindow.h"

#include <QMenu>

#include <algorithm>

namespace passel {

using namespace Qt::StringLiterals;

void TableActions::fillEditMenu(QMenu *menu) const
{
    const ActionCatalog *catalog = m_window->catalog();
    const auto add = [&](std::initializer_list<const char *> ids) {
        for (const char *id : ids)
            menu->addAction(catalog->action(id));
    };
    add({"edit.undo", "edit.redo"});
    menu->addSeparator();
    add({"edit.copy"});
    menu->addSeparator();
    add({"edit.find", "edit.find-next", "edit.find-previous"});
    menu->addSeparator();
    add({"edit.cell", "edit.clear-cell", "rows.insert", "rows.delete"});
}

void TableActions::fillDataMenu(QMenu *menu) const
{
    const ActionCatalog *catalog = m_window->catalog();
    const auto add = [&](QMenu *to, std::initializer_list<const char *> ids) {
        for (const char *id : ids)
            to->addAction(catalog->action(id));
    };
    add(menu, {"column.sort-ascending", "column.sort-descending", "column.filter"});
    menu->addSeparator();
    add(menu, {"column.rename", "column.type", "column.left", "column.right", "column.remove"});
    menu->addSeparator();
    add(menu, {"column.trim"});
    QMenu *letters = menu->addMenu(tr("&Case"));
    add(letters, {"column.upper", "column.lower", "column.title"});
    add(menu, {"column.replace", "column.fill"});
}

void TableActions::fillRecipeMenu(QMenu *menu) const
{
    const ActionCatalog *catalog = m_window->catalog();
    QMenu *steps = menu->addMenu(tr("&Add a step"));
    std::optional<StepCategory> last;
    for (const StepInfo &info : StepRegistry::all()) {
        if (!info.isInPalette)
            continue;
        if (last && *last != info.category)
            steps->addSeparator();
        last = info.category;
        steps->addAction(catalog->action("step." + info.id));
    }
    menu->addSeparator();
    menu->addAction(catalog->action("recipe.save"));
    menu->addAction(catalog->action("recipe.load"));
}

void TableActions::showTypes(qsizetype column, const QPoint &position)
{
    DatasetView *view = m_window->currentView();
    if (!view || column < 0 || column >= view->dataset()->array().columnCount())
        return;
    const Field &field = view->dataset()->array().field(column);
    auto *menu = new QMenu(m_window);
    menu->setObjectName(u"typeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!field.note.isEmpty()) {
        menu->addAction(plainActionText(field.note))->setEnabled(false);
        menu->addSeparator();
    }
    for (const TypeKind kind :
         {TypeKind::Text, TypeKind::Int, TypeKind::Float64, TypeKind::Bool, TypeKind::Date,
          TypeKind::Time, TypeKind::Timestamp, TypeKind::Duration, TypeKind::Json}) {
        QAction *action = menu->addAction(plainActionText(typeTitle(kind)));
        action->setCheckable(true);
        action->setChecked(kind == field.type.kind);
        if (kind == field.type.kind)
            menu->setActiveAction(action);
        else
            connect(action, &QAction::triggered, this,
                    [this, column, kind] { setType(column, kind); });
    }
    menu->popup(position);
}

void TableActions::showColumnMenu(qsizetype column, const QPoint &position)
{
    DatasetView *view = m_window->currentView();
    const std::vector<qsizetype> chosen = view->chosenColumns();
    if (std::find(chosen.begin(), chosen.end(), column) == chosen.end())
        view->goTo(view->currentRow(), column);
    update();
    auto *menu = new QMenu(m_window);
    menu->setObjectName(u"columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillDataMenu(menu);
    menu->popup(position);
}

void TableActions::showCellMenu(const QPoint &position)
{
    DatasetView *view = m_window->currentView();
    if (!view)
        return;
    update();
    const ActionCatalog *catalog = m_window->catalog();
    auto *menu = new QMenu(m_window);
    menu->setObjectName(u"cellMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(catalog->action("edit.copy"));
    if (!view->isNested() && view->currentRow() >= 0 && view->currentColumn() >= 0) {
        const DocumentArray &array = view->dataset()->array();
        const std::optional<std::string> text =
            array.tryText(view->currentRow(), view->currentColumn());
        const std::optional<Value> value =
            array.tryValue(view->currentRow(), view->currentColumn());
        menu->addAction(catalog->action("edit.cell"));
        menu->addAction(catalog->action("edit.clear-cell"));
        menu->addSeparator();
        const qsizetype column = view->currentColumn();
        if (value && value->isNull()) {
            connect(menu->addAction(tr("Keep rows where this is missing")), &QAction::triggered,
                    this, [this, column] {
                        keepRows(missingCondition(
                            m_window->currentView()->dataset()->array().schema(), column, true));
                    });
        } else if (text && text->size() < 4096) {
            const QString cell = QString::fromStdString(*text);
            const QString shown = cell.size() > 24 ? cell.left(24) + u'\u2026' : cell;
            connect(
                menu->addAction(plainActionText(tr("Keep rows with \u201C%1\u201D").arg(shown))),
                &QAction::triggered, this, [this, column, cell] {
                    keepRows(valueCondition(m_window->currentView()->dataset()->array().schema(),
                                            column, {cell}));
                });
        }
        menu->addSeparator();
        menu->addAction(catalog->action("rows.insert"));
        menu->addAction(catalog->action("rows.delete"));
    }
    menu->popup(position);
}

void TableActions::showStepMenu(const QPoint &position)
{
    auto *menu = new QMenu(m_window);
    menu->setObjectName(u"stepMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const StepInfo &info : StepRegistry::all()) {
        if (info.isInPalette)
            menu->addAction(m_window->catalog()->action("step." + info.id));
    }
    menu->popup(position);
}

} // namespace passel
