#include "ui/panels/issuepanel.h"

#include "core/base/log.h"
#include "ui/kit/button.h"
#include "ui/kit/figures.h"
#include "ui/kit/plaintext.h"
#include "ui/panels/paneltitle.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

class IssueDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool isRtl = option.direction == Qt::RightToLeft;
        const QRect rect = option.rect;
        const auto place = [&](int from, int width) {
            return isRtl ? QRect(rect.right() - from - width + 1, rect.top(), width, rect.height())
                         : QRect(rect.left() + from, rect.top(), width, rect.height());
        };
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(rect, Theme::color(ColorRole::CurrentRow));
            painter->fillRect(place(0, 3), Theme::color(ColorRole::Accent));
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(rect, Theme::color(ColorRole::Hover));
        }
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                          Theme::color(ColorRole::Line));
        paintIcon(painter,
                  QRectF(place(16, 16))
                      .adjusted(0, (rect.height() - 16) / 2.0, 0, -(rect.height() - 16) / 2.0),
                  u"triangle-alert"_s, Theme::color(ColorRole::Warn));
        const Figures figures(Theme::font(TextSize::Base));
        // Measured: "line" is a long word in other languages.
        const int wide = std::max(96, static_cast<int>(std::ceil(figures.width(
                                          IssueModel::tr("line %1").arg(numberText(1'000'000))))));
        figures.draw(painter, place(40, wide),
                     Qt::AlignVCenter | (isRtl ? Qt::AlignLeft : Qt::AlignRight),
                     index.data(IssueModel::LineRole).toString(), Theme::color(ColorRole::Text2));
        const QRect words = place(56 + wide, std::max(0, rect.width() - 72 - wide));
        painter->setFont(Theme::font(TextSize::Base));
        painter->setPen(Theme::color(ColorRole::Text));
        painter->drawText(words,
                          static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute)
                              | (isRtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
                          QFontMetrics(painter->font())
                              .elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        if (option.state.testFlag(QStyle::State_HasFocus))
            paintInnerRing(painter, rect, 0);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {200, std::max(28, option.fontMetrics.height() + 10)};
    }
};

} // namespace

void IssueModel::setIssues(const IssueList &issues)
{
    beginResetModel();
    m_issues = issues.kept();
    endResetModel();
}

int IssueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_issues.size());
}

QVariant IssueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Issue &issue = at(index.row());
    const auto line = [&] {
        return issue.line > 0 ? tr("line %1").arg(numberText(issue.line)) : QString();
    };
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(issue.message);
    case Qt::ToolTipRole:
        return plainToolTip(visibleText(issue.message));
    case Qt::AccessibleTextRole:
        return issue.line > 0 ? line() + u": "_s + visibleText(issue.message)
                              : visibleText(issue.message);
    case LineRole:
        return line();
    default:
        return {};
    }
}

IssuePanel::IssuePanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new PanelTitle(tr("Issues")))
    , m_model(new IssueModel(this))
    , m_list(new QListView)
{
    setObjectName(u"issuePanel"_s);
    auto *copy = new Button(tr("Copy line numbers"));
    copy->setObjectName(u"issueCopy"_s);
    setControlSize(copy, ControlSize::Small);
    m_title->addWidget(copy);
    QToolButton *close = m_title->addButton(u"issueClose"_s, u"x"_s, tr("Close issues"));
    m_list->setObjectName(u"issueList"_s);
    m_list->setAccessibleName(tr("Issues found while reading"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new IssueDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setBackgroundRole(QPalette::AlternateBase);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    emit issueChosen(m_model->at(index.row()));
            });
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { emit issueChosen(m_model->at(index.row())); });
    connect(close, &QAbstractButton::clicked, this, &IssuePanel::closed);
    connect(copy, &QAbstractButton::clicked, this, [this] {
        QStringList lines;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->at(row).line > 0)
                lines << QString::number(m_model->at(row).line);
        }
        lines.removeDuplicates();
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
}

void IssuePanel::setIssues(const IssueList &issues, qint64 rows)
{
    m_model->setIssues(issues);
    const qint64 kept = m_model->rowCount();
    m_title->setCount(kept < issues.count()
                          ? tr("%1 found in %2, the first %3 are listed")
                                .arg(numberText(issues.count()), rowsText(rows), numberText(kept))
                          : tr("%1 found in %2, all rows checked")
                                .arg(numberText(issues.count()), rowsText(rows)));
}

void IssuePanel::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void IssuePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void IssuePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(ColorRole::Panel));
    painter.fillRect(QRect(0, 0, width(), 1), Theme::color(ColorRole::Line));
}

} // namespace passel

#include "issuepanel.moc"
