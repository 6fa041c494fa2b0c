// The open array: what a window or a command works on, with its recipe, its past and its origin.
#pragma once

#include "core/array/arraydiff.h"
#include "core/recipe/recipe.h"
#include "core/session/history.h"

#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <deque>
#include <functional>
#include <optional>

namespace passel {

//! \brief Where an array came from. Members that do not apply are empty.
struct Origin
{
    QString filePath;
    QJsonObject readOptions;
    QString shareKey; //!< the name only, never a code or secret
    QByteArray shareVersion;
    QUrl server;

    bool operator==(const Origin &) const = default;
};

//! \brief An open array. Lives in the thread of its window; all work runs on the pool.
//!
//!     reset() ─► idle ──apply, edit, undo, a change of the recipe──► busy ─► idle
//!                 ▲                                                   │
//!                 └──────────── cancel(): what waits is forgotten ────┘
//!
//! Requests are done one after the other, each on the result of the one before. reset() and
//! destruction drop what is under way: no late result arrives. Undo and redo take back the recipe
//! and the array together; every change passes through History.
class Dataset final : public QObject
{
    Q_OBJECT

public:
    explicit Dataset(QObject *parent = nullptr, ThreadPool &pool = ThreadPool::global(),
                     qint64 historyBudget = History::DefaultBudget);
    ~Dataset() override;

    //! \brief Begins anew with \a base as it was read or pulled. Steps of \a recipe behind its
    //! `read` are applied in the background.
    void reset(DocumentArray base, const Recipe &recipe = {}, Origin origin = {});
    //! \brief The same reading with more rows (loading): the recipe is done to it again, and the
    //! array on the screen stays until that is ready. No new state of the history; earlier states
    //! are done again when somebody goes back to them.
    void setBase(DocumentArray base);
    //! \brief The same source read in another way: \a read takes the place of the recipe's `read`
    //! and the other steps are done again to \a base. One undoable change; going back brings the
    //! former reading back. Loses no work, so without steps it does not make isModified() true.
    void readAgain(DocumentArray base, const StepPtr &read, const QJsonObject &readOptions);

    [[nodiscard]] const DocumentArray &array() const noexcept { return m_array; }

    //! \brief As read, without any step.
    [[nodiscard]] const DocumentArray &base() const { return reading()->base; }

    [[nodiscard]] const Recipe &recipe() const { return run().recipe; }

    //! \brief Reports, errors and snapshots of the recipe's steps.
    [[nodiscard]] const RecipeRun &run() const;

    [[nodiscard]] const Origin &origin() const noexcept { return m_origin; }

    void setOrigin(Origin origin);

    //! \brief Name for tab and window, for example the file's name.
    [[nodiscard]] const QString &title() const noexcept { return m_title; }

    void setTitle(const QString &title);

    //! \brief True when something was done since the last reset() or setSaved().
    [[nodiscard]] bool isModified() const noexcept;
    //! \brief What is on the screen now is what was saved or pushed.
    void setSaved();

    // Doing
    //! \brief Does \a step and adds it to the recipe. Emits stepApplied() or failed().
    void apply(const StepPtr &step);
    //! \brief Types \a text over a cell (nothing = missing), at once when its segment is here.
    void edit(qsizetype row, qsizetype column, std::optional<QString> text);
    //! \brief Forgets what waits and stops what runs; the array stays as it is.
    void cancel();

    [[nodiscard]] bool isBusy() const noexcept { return m_running; }

    //! \brief Of what is running; total 0 = unknown.
    [[nodiscard]] qint64 progressDone() const;
    [[nodiscard]] qint64 progressTotal() const;

    // The past
    [[nodiscard]] const History &history() const noexcept { return m_history; }

    [[nodiscard]] bool canUndo() const noexcept { return m_history.canUndo(); }

    [[nodiscard]] bool canRedo() const noexcept { return m_history.canRedo(); }

    //! \brief Nothing happens when there is nothing to undo. Waits its turn while busy.
    void undo();
    void redo();
    //! \brief As undo(), but only while history().current() has this \a stamp when its turn comes.
    void undoState(quint64 stamp);

    // The recipe. Each is one undoable change, done by replaying from the nearest snapshot; steps
    // that cannot be done any more are passed over and have their error in run().
    void setRecipe(const Recipe &recipe, const QString &label);
    void setStepEnabled(qsizetype index, bool isEnabled);
    void setStepComment(qsizetype index, const QString &comment);
    void replaceStep(qsizetype index, const StepPtr &step);
    void insertStep(qsizetype index, const StepPtr &step);
    void removeStep(qsizetype index);
    void moveStep(qsizetype from, qsizetype to);

signals:
    //! \brief array() is another one; \a diff says what of it.
    void arrayChanged(const passel::ArrayDiff &diff);
    void recipeChanged();
    void busyChanged(bool isBusy);
    //! \brief canUndo(), canRedo() or a label.
    void historyChanged();
    void modifiedChanged(bool isModified);
    void originChanged();
    void titleChanged(const QString &title);
    //! \brief A step given to apply() or edit() has been done.
    void stepApplied(const passel::StepReport &report);
    //! \brief A request was not done and nothing changed. Never for a cancel.
    void failed(const passel::Error &error);

private:
    // One request that waits its turn or runs. A recipe is made from the one of that turn; what the
    // background work gives goes to commit, in our thread.
    struct Request
    {
        QString label;
        //! Nothing when the request is void by then.
        std::function<std::optional<Recipe>()> recipe;
        //! What the recipe is done to; none = the reading of the state that is current by then.
        std::function<std::shared_ptr<Reading>()> reading;
        bool lastMustDo = false; // the last step is what was asked for: its failure is ours
        bool isEdit = false;
        std::function<void(const std::shared_ptr<const RecipeRun> &)> commit;
    };

    using Run = std::shared_ptr<const RecipeRun>;

    [[nodiscard]] const std::shared_ptr<Reading> &reading() const
    {
        return m_history.current().reading;
    }

    void changeRecipe(const QString &label, std::function<std::optional<Recipe>()> recipe);
    void enqueue(Request request);
    void next();
    void finish(const Request &request, Result<Run> result);
    void move(int step, std::optional<quint64> stamp = {});
    void refresh();
    void show(bool recipeChanged);
    void setRunning(bool isRunning);
    void noteModified();
    [[nodiscard]] bool editNow(const StepPtr &step, qsizetype row, qsizetype column);

    ThreadPool &m_pool;
    History m_history;
    DocumentArray m_array; // on the screen
    Origin m_origin;
    QString m_title;
    quint64 m_saved = 0; // stamp of the state that was saved
    bool m_wasModified = false;
    bool m_running = false;
    bool m_toldBusy = false;
    bool m_refreshWaits = false;
    std::deque<Request> m_waiting;
    Task<Run> m_task;
};

} // namespace passel
