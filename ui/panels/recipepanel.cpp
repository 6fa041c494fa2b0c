#include "ui/panels/recipepanel.h"

#include "core/session/dataset.h"
#include "ui/models/recipedelegate.h"
#include "ui/models/recipemodel.h"
#include "ui/panels/paneltitle.h"
#include "ui/theme/icon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace passel {

using namespace Qt::StringLiterals;

RecipePanel::RecipePanel(Dataset *dataset, QWidget *parent)
    : QWidget(parent)
    , m_dataset(dataset)
    , m_title(new PanelTitle(tr("Recipe")))
    , m_model(new RecipeModel(dataset, this))
    , m_list(new QListView)
{
    setObjectName(u"recipePanel"_s);
    QToolButton *add = m_title->addButton(u"recipeAdd"_s, u"plus"_s, tr("Add a step"));
    QToolButton *more =
        m_title->addButton(u"recipeMore"_s, u"ellipsis"_s, tr("More about the recipe"));
    connect(add, &QAbstractButton::clicked, this,
            [this, add] { emit addRequested(add->mapToGlobal(QPoint(0, add->height()))); });
    auto *menu = new QMenu(more);
    connect(menu->addAction(tr("Save recipe…")), &QAction::triggered, this,
            &RecipePanel::saveRequested);
    connect(menu->addAction(tr("Load recipe…")), &QAction::triggered, this,
            &RecipePanel::loadRequested);
    connect(menu->addAction(tr("Copy as text")), &QAction::triggered, this, [this] {
        QStringList lines;
        for (int row = 0; row < m_model->rowCount(); ++row)
            lines << m_model->index(row).data().toString();
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);

    m_delegate = new RecipeDelegate(m_list);
    m_list->setObjectName(u"recipeList"_s);
    m_list->setAccessibleName(tr("Steps of the recipe"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, &RecipePanel::showMenu);
    connect(m_delegate, &RecipeDelegate::toggleRequested, this, &RecipePanel::toggle);
    connect(m_delegate, &RecipeDelegate::removeRequested, this, &RecipePanel::remove);
    connect(m_list, &QListView::doubleClicked, this,
            [this](const QModelIndex &index) { edit(index.row()); });
    // The current step is taller: its rows are laid out anew.
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now, const QModelIndex &before) {
                emit m_delegate->sizeHintChanged(before);
                emit m_delegate->sizeHintChanged(now);
            });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);

    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        updateTitle();
        m_list->scrollToBottom();
    });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &RecipePanel::updateTitle);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RecipePanel::updateTitle);
    updateTitle();
}

int RecipePanel::currentStep() const
{
    return m_list->currentIndex().row();
}

bool RecipePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int row = currentStep();
    if (row < 0)
        return false;
    if (key->modifiers().testFlag(Qt::AltModifier)) {
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            move(row, key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        return false;
    }
    switch (key->key()) {
    case Qt::Key_Space:
        toggle(row);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        remove(row);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        edit(row);
        return true;
    default:
        return false;
    }
}

void RecipePanel::toggle(int row)
{
    if (m_dataset && row >= m_dataset->recipe().firstEditable() && row < m_dataset->recipe().size())
        m_dataset->setStepEnabled(row, !m_dataset->recipe().at(row).isEnabled);
}

void RecipePanel::remove(int row)
{
    if (m_dataset && row >= m_dataset->recipe().firstEditable() && row < m_dataset->recipe().size())
        m_dataset->removeStep(row);
}

void RecipePanel::move(int row, int by)
{
    if (!m_dataset)
        return;
    const qsizetype to = row + by;
    const qsizetype first = m_dataset->recipe().firstEditable();
    if (row < first || to < first || to >= m_dataset->recipe().size())
        return;
    m_dataset->moveStep(row, to);
    m_list->setCurrentIndex(m_model->index(static_cast<int>(to)));
}

void RecipePanel::edit(int row)
{
    if (m_dataset && row >= m_dataset->recipe().firstEditable() && row < m_dataset->recipe().size())
        emit editRequested(row);
}

void RecipePanel::updateTitle()
{
    if (!m_dataset)
        return;
    const auto count = static_cast<int>(m_dataset->recipe().size());
    m_title->setCount(count == 0 ? tr("no steps yet") : tr("%n step(s)", nullptr, count));
}

void RecipePanel::showMenu(const QPoint &position)
{
    const int row = m_list->indexAt(position).row();
    if (!m_dataset || row < m_dataset->recipe().firstEditable())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isOn = m_dataset->recipe().at(row).isEnabled;
    const auto add = [&](const QString &text, bool isEnabled, auto act) {
        QAction *action = menu->addAction(text);
        action->setEnabled(isEnabled);
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("Change…"), true, [this, row] { edit(row); });
    add(isOn ? tr("Switch off") : tr("Switch on"), true, [this, row] { toggle(row); });
    add(tr("Move up"), row > m_dataset->recipe().firstEditable(), [this, row] { move(row, -1); });
    add(tr("Move down"), row + 1 < m_dataset->recipe().size(), [this, row] { move(row, 1); });
    menu->addSeparator();
    add(tr("Remove"), true, [this, row] { remove(row); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

} // namespace passel
