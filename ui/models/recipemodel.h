// The steps of a dataset's recipe as a list.
#pragma once

#include "core/recipe/step.h"

#include <QAbstractListModel>
#include <QPointer>

namespace passel {

class Dataset;

//! \brief One row a step. Changes go through the Dataset.
class RecipeModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole {
        SentenceRole = Qt::UserRole, //!< passel::Sentence
        EffectRole,                  //!< short words at the end: "−24 rows"
        DetailRole,                  //!< one line below: what it did, or why it did not
        EnabledRole,
        FailedRole, //!< it was passed over
        FixedRole,  //!< the read step: neither switched nor removed
    };

    explicit RecipeModel(Dataset *dataset, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    //! \brief DisplayRole and AccessibleTextRole: number, sentence and effect in words.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    //! \brief "−24 rows", "1 083 cells", "2 columns", or empty.
    [[nodiscard]] static QString effectText(const StepReport &report);

private:
    void update();

    QPointer<Dataset> m_dataset;
    int m_count = 0;
};

} // namespace passel
