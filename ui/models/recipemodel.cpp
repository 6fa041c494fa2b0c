#include "ui/models/recipemodel.h"

#include "core/base/log.h"
#include "core/session/dataset.h"
#include "ui/kit/plaintext.h"
#include "ui/words.h"

namespace passel {

using namespace Qt::StringLiterals;

RecipeModel::RecipeModel(Dataset *dataset, QObject *parent)
    : QAbstractListModel(parent)
    , m_dataset(dataset)
    , m_count(static_cast<int>(dataset->recipe().size()))
{
    connect(dataset, &Dataset::recipeChanged, this, &RecipeModel::update);
    connect(dataset, &Dataset::arrayChanged, this, &RecipeModel::update);
}

int RecipeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant RecipeModel::data(const QModelIndex &index, int role) const
{
    if (!m_dataset || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Recipe &recipe = m_dataset->recipe();
    if (index.row() >= recipe.size())
        return {};
    const RecipeStep &step = recipe.at(index.row());
    const bool isRead = index.row() < recipe.firstEditable();
    const auto &runs = m_dataset->run().steps;
    const StepRun *run = static_cast<size_t>(index.row()) < runs.size()
                             ? &runs[static_cast<size_t>(index.row())]
                             : nullptr;
    const auto effect = [&]() -> QString {
        if (isRead)
            return rowsText(m_dataset->base().rowCount());
        if (!step.isEnabled)
            return tr("off");
        if (!run || run->error)
            return {};
        return effectText(run->report);
    };
    const auto detail = [&]() -> QString {
        if (isRead || !run)
            return {};
        if (!step.isEnabled)
            return tr("Switched off");
        if (run->error)
            return run->error->message();
        const QString words = run->report.sentence();
        return step.comment.isEmpty() ? words : words + u" · "_s + step.comment;
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QStringList words{numberText(index.row() + 1), plainText(step.step->describe())};
        const QString last = run && run->error ? detail() : effect();
        if (!last.isEmpty())
            words << last;
        return words.join(u", "_s);
    }
    case Qt::ToolTipRole:
        return plainToolTip(visibleText(plainText(step.step->describe())));
    case SentenceRole:
        return QVariant::fromValue(step.step->describe());
    case EffectRole:
        return effect();
    case DetailRole:
        return detail();
    case EnabledRole:
        return step.isEnabled;
    case FailedRole:
        return run && run->error.has_value();
    case FixedRole:
        return isRead;
    default:
        return {};
    }
}

Qt::ItemFlags RecipeModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

QString RecipeModel::effectText(const StepReport &report)
{
    if (report.rowsRemoved > 0)
        return u'\u2212' + rowsText(report.rowsRemoved);
    if (report.rowsAdded > 0)
        return u'+' + rowsText(report.rowsAdded);
    if (report.cellsChanged > 0)
        return cellsText(report.cellsChanged);
    if (report.columnsTouched > 0)
        return columnsText(report.columnsTouched);
    if (report.rowsMoved > 0)
        return {};
    return tr("nothing changed");
}

void RecipeModel::update()
{
    const int count = m_dataset ? static_cast<int>(m_dataset->recipe().size()) : 0;
    if (count > m_count) {
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    } else if (count < m_count) {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        endRemoveRows();
    }
    if (m_count > 0)
        emit dataChanged(index(0), index(m_count - 1));
}

} // namespace passel
