// The sheet that says under which key, for how long, for whom and what is pushed.
#pragma once

#include "core/array/documentarray.h"
#include "core/share/pushjob.h"
#include "ui/kit/sentence.h"
#include "ui/kit/sheet.h"
#include "ui/share/serverbook.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

class QAbstractButton;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QRadioButton;
class QToolButton;

namespace passel {

class Button;
class ColumnTicks;
class FieldNote;
class InvitationField;
class PlainLabel;
class Segments;
class Sheet;

//! \brief What there is to push.
struct PushSubject
{
    QString title; //!< of the table
    DocumentArray array;
    std::vector<quint32> selected; //!< rows; two or more are offered to be pushed alone
    QJsonArray recipe;
    bool recipeHides = false; //!< it tells of data that the table no longer shows
    //! \brief The share that the table was pushed to or pulled from.
    QString shareName;
    QUrl shareServer;
    QUrl server; //!< where it is pushed to: the share's own, or empty for the one in use
    std::optional<Digest> shareVersion;
    bool isShareOurs = false;               //!< so that pushing again updates it
    std::optional<ShareCode> code;          //!< of shareName, when it is known
    std::optional<protocol::Access> access; //!< of shareName, when it is known
    QString note;                           //!< of shareName
};

//! \brief How the server for a push is found when none is set up, or one is signed out of it.
enum class PushServer { InUse, ThisComputer, Invited };

//! \brief Fills a Sheet; only tells what was asked for. Lives as long as its table's page, so that
//! what was typed stays.
class PushSheet final : public QObject
{
    Q_OBJECT

public:
    //! \brief The Sheet is a child of \a host and goes with this object.
    PushSheet(QWidget *host, QWidget *centreOn, ServerBook *book, QObject *parent = nullptr);
    ~PushSheet() override;

    [[nodiscard]] Sheet *sheet() const { return m_sheet; }

    [[nodiscard]] QWidget *firstField() const;

    //! \brief Takes up the table as it is now, before the sheet is opened.
    void setSubject(PushSubject subject);
    //! \brief The table became another one while the sheet is open: what was typed stays.
    void follow(PushSubject subject);
    //! \brief The answer of \a server to nameAsked(): the share of that name, none that may be
    //! seen, or why it is not known.
    void setNameAnswer(const QUrl &server, const QString &name,
                       const Result<protocol::ShareInfo> &answer);
    //! \brief Another key is proposed for the same table (the first one belongs to somebody else).
    void proposeOther();
    //! \brief Says what is wrong with the invitation or the carried server, and lets try again.
    void setServerError(const QString &sentence);
    //! \brief Work for the sheet's push has begun: its button waits.
    void setBusy(bool busy);
    //! \brief About how many bytes will travel; nothing while that is not known.
    void setEstimate(std::optional<qint64> bytes);

    [[nodiscard]] PushServer server() const;
    //! \brief The server that the table belongs to, or the one in use; nothing when there is none.
    [[nodiscard]] std::optional<ServerEntry> target() const;
    //! \brief Where the push would go; empty while that is not known.
    [[nodiscard]] QUrl destination() const;

    //! \brief Once valid; see InvitationField.
    [[nodiscard]] InvitationField *invitation() const { return m_invitation; }

    //! \brief Everything chosen, with the condition that the server is asked with.
    [[nodiscard]] PushOptions options() const;
    //! \brief The rows chosen, all columns.
    [[nodiscard]] DocumentArray array() const;
    //! \brief True when all rows and columns of the table travel.
    [[nodiscard]] bool isWhole() const;

    [[nodiscard]] const PushSubject &subject() const noexcept { return m_subject; }

signals:
    //! \brief Push, with what options() and array() say.
    void pushAsked();
    //! \brief Whether \a name is free should be asked of destination().
    void nameAsked(const QString &name);
    //! \brief array() or the columns changed: the estimate is old.
    void estimateAsked();

private:
    void build(QWidget *host, QWidget *centreOn);
    void buildServerRows();
    void buildRowsAndColumns();
    void takeTable(PushSubject subject);
    void checkName();
    void updateServer();
    void updateDays();
    void updateColumns();
    void updateRecipe();
    void updateSummary();
    void updateButton();
    void updateAll();
    [[nodiscard]] bool isUpdate() const;
    [[nodiscard]] bool isSubject() const;
    void setRowVisible(QWidget *control, bool visible);

    ServerBook *m_book;
    PushSubject m_subject;
    QPointer<Sheet> m_sheet;
    Segments *m_server = nullptr;
    FieldNote *m_serverNote = nullptr;
    InvitationField *m_invitation = nullptr;
    QLineEdit *m_name = nullptr;
    QToolButton *m_other = nullptr;
    FieldNote *m_nameNote = nullptr;
    Button *m_correct = nullptr;
    QComboBox *m_days = nullptr;
    PlainLabel *m_until = nullptr;
    Segments *m_who = nullptr;
    FieldNote *m_whoNote = nullptr;
    QRadioButton *m_all = nullptr;
    QRadioButton *m_selected = nullptr;
    PlainLabel *m_hidden = nullptr;
    Button *m_choose = nullptr;
    ColumnTicks *m_columns = nullptr;
    QLineEdit *m_note = nullptr;
    QCheckBox *m_recipe = nullptr;
    PlainLabel *m_recipeHint = nullptr;
    QString m_suggestion; // the nearest to a key with a typing error, if there is one
    QTimer m_pause;       // until typing rests
    std::optional<protocol::ShareInfo> m_found; // the share of the name typed, as far as known
    QUrl m_foundServer;
    bool m_isNameFine = false;
    bool m_isExpired = false; // ours, and expired: a push renews it
    bool m_isRecipeTouched = false;
    bool m_isBusy = false;
    bool m_wasSignedOut = false; // of target(), the last time it was looked at
    std::optional<qint64> m_estimate;
};

} // namespace passel
