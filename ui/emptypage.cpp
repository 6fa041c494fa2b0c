#include "ui/emptypage.h"

#include "ui/kit/emptytargets.h"
#include "ui/kit/plainlabel.h"
#include "ui/models/recentdelegate.h"
#include "ui/opener/recentlist.h"
#include "ui/theme/icon.h"
#include "ui/theme/passelstyle.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace passel {

using namespace Qt::StringLiterals;

EmptyPage::EmptyPage(RecentList *recent, QWidget *parent)
    : QWidget(parent)
    , m_recent(recent)
{
    setObjectName(u"emptyPage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);

    auto *heading =
        new PlainLabel(tr("Open a table, put it in order, send a key."), TextSize::Display);
    auto *targets = new EmptyTargets;
    targets->setObjectName(u"emptyTargets"_s);
    m_drop = targets->addTarget(u"file-down"_s, tr("Drop a file"),
                                tr("CSV, TSV, JSON or NDJSON, also as .gz. Or press to choose one"),
                                QKeySequence(QKeySequence::Open));
    m_drop->setObjectName(u"emptyDrop"_s);
    auto *paste = targets->addTarget(u"clipboard-paste"_s, tr("Paste a key or a table"),
                                     tr("A key from a colleague, or cells copied from anywhere"),
                                     QKeySequence(QKeySequence::Paste));
    paste->setObjectName(u"emptyPaste"_s);
    auto *example = targets->addTarget(u"flask-conical"_s, tr("Open an example"),
                                       tr("10,000 bird strikes (FAA) or 1,707 earthquakes (USGS)"),
                                       QKeySequence(Qt::CTRL | Qt::Key_E));
    example->setObjectName(u"emptyExample"_s);
    connect(m_drop, &QAbstractButton::clicked, this, &EmptyPage::openRequested);
    connect(paste, &QAbstractButton::clicked, this, &EmptyPage::pasteRequested);
    connect(example, &QAbstractButton::clicked, this, [this, example] {
        emit exampleRequested(example->mapToGlobal(QPoint(24, example->height() - 24)));
    });

    m_recentBox = new QWidget;
    auto *title = new PlainLabel(tr("Recent"), TextSize::Base);
    title->setType(TextSize::Base, QFont::DemiBold);
    m_filter = new QLineEdit;
    m_filter->setObjectName(u"recentFilter"_s);
    m_filter->setPlaceholderText(tr("Find in recent"));
    m_filter->setAccessibleName(tr("Find in recent"));
    m_filter->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_filter->setFixedWidth(200);
    m_filter->installEventFilter(this);
    auto *row = new QHBoxLayout;
    row->addWidget(title);
    row->addStretch();
    row->addWidget(m_filter);

    m_filtered = new QSortFilterProxyModel(this);
    m_filtered->setSourceModel(m_recent);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list = new QListView;
    m_list->setObjectName(u"recentList"_s);
    m_list->setAccessibleName(tr("Recent files and shares"));
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new RecentDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::activated, this, &EmptyPage::choose);
    connect(m_list, &QListView::clicked, this, &EmptyPage::choose);
    connect(m_filter, &QLineEdit::textChanged, m_filtered,
            &QSortFilterProxyModel::setFilterFixedString);

    auto *recentColumn = new QVBoxLayout(m_recentBox);
    recentColumn->setContentsMargins(0, 0, 0, 0);
    recentColumn->setSpacing(8);
    recentColumn->addLayout(row);
    recentColumn->addWidget(m_list, 1);

    auto *column = new QVBoxLayout;
    column->setContentsMargins(24, 0, 24, 24);
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(heading);
    column->addSpacing(24);
    column->addWidget(targets);
    column->addSpacing(48);
    column->addWidget(m_recentBox, 8);
    column->addStretch(2);
    auto *middle = new QWidget;
    middle->setLayout(column);
    middle->setMaximumWidth(896);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addStretch(1);
    outer->addWidget(middle, 100);
    outer->addStretch(1);

    connect(m_recent, &QAbstractItemModel::modelReset, this, &EmptyPage::updateRecent);
    connect(m_recent, &QAbstractItemModel::rowsRemoved, this, &EmptyPage::updateRecent);
    updateRecent();
}

void EmptyPage::setDropHint(bool hint)
{
    m_drop->setDropHint(hint);
}

void EmptyPage::focusContent()
{
    if (m_recent->rowCount() == 0) {
        m_drop->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_list->setCurrentIndex(m_filtered->index(0, 0));
    m_list->setFocus(Qt::OtherFocusReason);
}

bool EmptyPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_list && key->matches(QKeySequence::Delete)) {
            const QModelIndex index = m_filtered->mapToSource(m_list->currentIndex());
            if (index.isValid())
                m_recent->remove(index.row());
            return true;
        }
        if (watched == m_filter && key->key() == Qt::Key_Down && m_filtered->rowCount() > 0) {
            m_list->setCurrentIndex(m_filtered->index(0, 0));
            m_list->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void EmptyPage::choose(const QModelIndex &index)
{
    if (const QModelIndex source = m_filtered->mapToSource(index); source.isValid())
        emit recentChosen(source.row());
}

void EmptyPage::updateRecent()
{
    m_recentBox->setVisible(m_recent->rowCount() > 0);
}

} // namespace passel
