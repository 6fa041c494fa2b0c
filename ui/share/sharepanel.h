// What is known about one share, and what can be done with it.
#pragma once

#include "ui/share/sharesmodel.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QVBoxLayout;

namespace passel {

class Button;
class PlainLabel;

//! \brief Shows a ShareLine and its versions; only tells what was asked for.
class SharePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SharePanel(QWidget *parent = nullptr);

    //! \brief What the window knows beside the line.
    struct Facts
    {
        QString server;       //!< name for the screen
        bool hasCode = false; //!< the code of a share for anyone with the key is known
        qint64 ttlCapSeconds = protocol::DefaultTtlSeconds;
    };

    //! \brief Null shows how to choose one.
    void setLine(const ShareLine *line, const Facts &facts, qint64 nowMs);
    void setVersions(const QList<protocol::VersionInfo> &versions, qint64 nowMs);

signals:
    void copyKeyAsked();
    void copyLinkAsked();
    //! \brief The code is not known here: draw a new one, the old key ends.
    void newCodeAsked();
    void pullAsked();
    void extendAsked();
    void accessAsked(passel::protocol::Access access);
    void deleteAsked();
    void restoreAsked(const passel::Digest &version);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addFact(const QString &name, const QString &value);
    static void clear(QGridLayout *grid);

    PlainLabel *m_hint;
    QWidget *m_content;
    PlainLabel *m_name;
    PlainLabel *m_note;
    Button *m_copy;
    Button *m_link;
    Button *m_newCode;
    QGridLayout *m_facts;
    QComboBox *m_access;
    QWidget *m_owner;
    Button *m_extend;
    Button *m_delete;
    Button *m_pull;
    PlainLabel *m_versionsTitle;
    QGridLayout *m_versions;
    PlainLabel *m_stays;
};

} // namespace passel
