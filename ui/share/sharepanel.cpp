#include "ui/share/sharepanel.h"

#include "core/base/log.h"
#include "ui/kit/button.h"
#include "ui/kit/plainlabel.h"
#include "ui/share/sharewords.h"
#include "ui/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr qint64 SecondsADay = 24LL * 3600;

PlainLabel *wrapped(TextSize size, ColorRole role, QWidget *parent)
{
    auto *label = new PlainLabel(QString(), size, role, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

SharePanel::SharePanel(QWidget *parent)
    : QWidget(parent)
    , m_hint(wrapped(TextSize::Base, ColorRole::Text2, this))
    , m_content(new QWidget(this))
    , m_name(new PlainLabel(QString(), TextSize::Title, ColorRole::Text, m_content))
    , m_note(wrapped(TextSize::Small, ColorRole::Text2, m_content))
    , m_copy(new Button(tr("Copy key"), ButtonKind::Primary, m_content))
    , m_link(new Button(tr("Copy link"), ButtonKind::Normal, m_content))
    , m_newCode(new Button(tr("Make a new code"), ButtonKind::Normal, m_content))
    , m_facts(new QGridLayout)
    , m_access(new QComboBox(m_content))
    , m_owner(new QWidget(m_content))
    , m_extend(new Button(QString(), ButtonKind::Normal, m_content))
    , m_delete(new Button(tr("Delete…"), ButtonKind::Danger, m_content))
    , m_pull(new Button(tr("Pull"), ButtonKind::Normal, m_content))
    , m_versionsTitle(new PlainLabel(tr("Versions"), TextSize::Small, ColorRole::Text2, m_content))
    , m_versions(new QGridLayout)
    , m_stays(wrapped(TextSize::Small, ColorRole::Text2, m_content))
{
    setObjectName(u"sharePanel"_s);
    setAccessibleName(tr("Share"));
    m_hint->setText(
        tr("Choose a share to see who may pull it, how long it lives and its versions."));
    m_name->setObjectName(u"sharePanelName"_s);
    m_note->setObjectName(u"sharePanelNote"_s);
    m_copy->setObjectName(u"shareCopyKey"_s);
    m_copy->setIconName(u"copy"_s);
    m_link->setObjectName(u"shareCopyLink"_s);
    m_newCode->setObjectName(u"shareNewCode"_s);
    m_access->setObjectName(u"shareAccess"_s);
    m_access->setAccessibleName(tr("Who may pull"));
    m_extend->setObjectName(u"shareExtend"_s);
    m_delete->setObjectName(u"shareDelete"_s);
    m_pull->setObjectName(u"sharePull"_s);
    for (Button *button : {m_extend, m_delete, m_pull})
        setControlSize(button, ControlSize::Small);
    using protocol::Access;
    for (const Access access : {Access::Code, Access::People, Access::Owner})
        m_access->addItem(accessText(access), int(access));
    m_stays->setText(tr("Deleting takes the share away from everyone at once. Copies already "
                        "pulled stay with those who pulled them."));

    const int padding = Theme::metric(Metric::PanelPadding);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(padding, padding, padding, padding);
    outer->addWidget(m_hint);
    outer->addWidget(m_content);
    outer->addStretch(1);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *head = new QVBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_name);
    head->addWidget(m_note);
    column->addLayout(head);
    auto *copies = new QHBoxLayout;
    copies->setSpacing(8);
    copies->addWidget(m_copy, 1);
    copies->addWidget(m_link);
    column->addLayout(copies);
    column->addWidget(m_newCode);
    m_facts->setHorizontalSpacing(24);
    m_facts->setVerticalSpacing(8);
    m_facts->setColumnStretch(1, 1);
    column->addLayout(m_facts);
    auto *owner = new QVBoxLayout(m_owner);
    owner->setContentsMargins(0, 0, 0, 0);
    owner->setSpacing(12);
    auto *who = new QHBoxLayout;
    auto *whoLabel = new PlainLabel(tr("&Who may pull"), TextSize::Base, ColorRole::Text2, m_owner);
    whoLabel->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    whoLabel->setBuddy(m_access);
    who->addWidget(whoLabel);
    who->addWidget(m_access, 1);
    owner->addLayout(who);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(8);
    acts->addWidget(m_pull);
    acts->addWidget(m_extend);
    acts->addWidget(m_delete);
    acts->addStretch(1);
    column->addWidget(m_owner);
    column->addLayout(acts);
    column->addWidget(m_versionsTitle);
    m_versions->setHorizontalSpacing(12);
    m_versions->setVerticalSpacing(8);
    m_versions->setColumnStretch(0, 1);
    column->addLayout(m_versions);
    column->addWidget(m_stays);

    connect(m_copy, &QAbstractButton::clicked, this, &SharePanel::copyKeyAsked);
    connect(m_link, &QAbstractButton::clicked, this, &SharePanel::copyLinkAsked);
    connect(m_newCode, &QAbstractButton::clicked, this, &SharePanel::newCodeAsked);
    connect(m_pull, &QAbstractButton::clicked, this, &SharePanel::pullAsked);
    connect(m_extend, &QAbstractButton::clicked, this, &SharePanel::extendAsked);
    connect(m_delete, &QAbstractButton::clicked, this, &SharePanel::deleteAsked);
    connect(m_access, &QComboBox::activated, this,
            [this] { emit accessAsked(protocol::Access(m_access->currentData().toInt())); });
    setLine(nullptr, {}, 0);
}

void SharePanel::clear(QGridLayout *grid)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void SharePanel::addFact(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    const int row = m_facts->rowCount();
    m_facts->addWidget(new PlainLabel(name, TextSize::Base, ColorRole::Text2, m_content), row, 0,
                       Qt::AlignTop);
    auto *said = wrapped(TextSize::Base, ColorRole::Text, m_content);
    said->setUntrustedText(value);
    m_facts->addWidget(said, row, 1);
}

void SharePanel::setLine(const ShareLine *line, const Facts &facts, qint64 nowMs)
{
    m_hint->setVisible(line == nullptr);
    m_content->setVisible(line != nullptr);
    if (!line)
        return;
    const ShareRecord &record = line->record;
    const bool isSent = record.kind == ShareRecord::Kind::Sent;
    const bool isOver = line->isOver(nowMs);
    const bool isOwned = isSent && line->live.has_value() && !isOver;
    const protocol::Access access = line->live ? line->live->access : record.access;
    const bool needsCode = access == protocol::Access::Code;
    m_name->setUntrustedText(record.name);
    m_note->setUntrustedText(record.note.isEmpty() ? QString() : tr("“%1”").arg(record.note));
    m_note->setVisible(!record.note.isEmpty());
    m_copy->setVisible(!isOver && (!needsCode || facts.hasCode));
    m_link->setVisible(m_copy->isVisibleTo(m_content));
    m_newCode->setVisible(isOwned && needsCode && !facts.hasCode);
    m_owner->setVisible(isOwned);
    m_extend->setVisible(isOwned);
    m_delete->setVisible(isOwned);
    m_pull->setVisible(!isOver);
    m_stays->setVisible(isOwned);
    m_access->setCurrentIndex(m_access->findData(int(access)));
    m_extend->setText(facts.ttlCapSeconds % SecondsADay == 0
                          ? tr("Extend to %1").arg(daysText(facts.ttlCapSeconds / SecondsADay))
                          : tr("Extend"));
    clear(m_facts);
    addFact(tr("Server"), facts.server);
    if (!isSent)
        addFact(tr("From"), record.owner);
    addFact(isSent ? tr("Pushed") : tr("Pulled"), momentText(record.doneMs));
    if (line->expiresMs() > 0)
        addFact(tr("Expires"), momentText(line->expiresMs()));
    if (record.deletedMs > 0)
        addFact(tr("Deleted"), momentText(record.deletedMs));
    if (!isOwned)
        addFact(tr("Who may pull"), accessText(access));
    if (line->live)
        addFact(tr("Pulls"), line->live->lastDownloadAtMs > 0
                                 ? tr("%1, last %2")
                                       .arg(numberText(line->live->downloads),
                                            agoText(line->live->lastDownloadAtMs, nowMs))
                                 : numberText(line->live->downloads));
    if (record.rows >= 0)
        addFact(tr("Rows"), numberText(record.rows));
    if (record.columns >= 0)
        addFact(tr("Columns"), numberText(record.columns));
    addFact(tr("Recipe"), record.hasRecipe ? tr("included")
                          : isSent         ? tr("stayed with you")
                                           : tr("stayed with who pushed it"));
    setVersions({}, nowMs);
}

void SharePanel::setVersions(const QList<protocol::VersionInfo> &versions, qint64 nowMs)
{
    clear(m_versions);
    m_versionsTitle->setVisible(!versions.isEmpty());
    int row = 0;
    for (const protocol::VersionInfo &version : versions) {
        auto *words = new PlainLabel(
            //: %1 when, %2 how large
            tr("%1, %2").arg(agoText(version.version.createdAtMs, nowMs),
                             sizeText(version.version.size)),
            TextSize::Base, ColorRole::Text, m_content);
        m_versions->addWidget(words, row, 0);
        if (version.isCurrent) {
            m_versions->addWidget(
                new PlainLabel(tr("current"), TextSize::Small, ColorRole::Added, m_content), row, 1,
                Qt::AlignRight);
        } else {
            auto *restore = new Button(tr("Restore"), ButtonKind::Normal, m_content);
            restore->setObjectName(u"shareRestore%1"_s.arg(row));
            restore->setAccessibleName(
                tr("Restore the version of %1").arg(momentText(version.version.createdAtMs)));
            setControlSize(restore, ControlSize::Small);
            const Digest digest = version.version.version;
            connect(restore, &QAbstractButton::clicked, this,
                    [this, digest] { emit restoreAsked(digest); });
            m_versions->addWidget(restore, row, 1, Qt::AlignRight);
        }
        ++row;
    }
}

void SharePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(ColorRole::Panel));
    const QRect line = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 1, height()));
    painter.fillRect(line, Theme::color(ColorRole::Line));
}

} // namespace passel
