// Every action of the window by name: what menus, shortcuts and the command palette offer.
#pragma once

#include <QAction>
#include <QByteArray>
#include <QKeySequence>
#include <QObject>
#include <QStringList>

#include <vector>

namespace passel {

//! \brief An action and the further words that a person may look for it by.
struct CatalogEntry
{
    QAction *action = nullptr;
    QString group;        //!< where it stands, for example the menu's title; translated
    QStringList synonyms; //!< translated
};

//! \brief Owns the actions. Each has its id as object name, so that tests and assistive tools find
//! it. GUI thread.
class ActionCatalog final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! \brief The words that groupTitle() of later add()s take; translated.
    void setGroup(const QString &group) { m_group = group; }

    //! \brief A new action. \a id is unique, such as `file.open`; \a iconName a Lucide name.
    QAction *add(const QByteArray &id, const QString &text, const QList<QKeySequence> &keys = {},
                 const QStringList &synonyms = {}, const QString &iconName = {});

    //! \brief Null when there is none of that id.
    [[nodiscard]] QAction *action(const QByteArray &id) const;

    [[nodiscard]] const std::vector<CatalogEntry> &entries() const { return m_entries; }

private:
    QString m_group;
    std::vector<CatalogEntry> m_entries;
};

} // namespace passel
