#include "ui/panels/rowpage.h"

#include "core/base/log.h"
#include "core/session/dataset.h"
#include "ui/grid/arraygridsource.h"
#include "ui/kit/plaintext.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <climits>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

constexpr int Lines = 4;
constexpr int Side = 16;

class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static QString shown(const QModelIndex &index)
    {
        using State = RowModel::State;
        switch (static_cast<State>(index.data(RowModel::StateRole).toInt())) {
        case State::Missing:
            return RowModel::tr("missing");
        case State::Empty:
            return RowModel::tr("empty text");
        case State::OnItsWay:
            return RowModel::tr("on its way");
        case State::Present:
            break;
        }
        return index.data().toString();
    }

    static QRect valueRect(const QString &text, int width, const QFontMetrics &metrics)
    {
        QRect rect = metrics.boundingRect(QRect(0, 0, width, metrics.lineSpacing() * Lines),
                                          Qt::TextWrapAnywhere | Qt::TextWordWrap, text);
        rect.setHeight(std::min(rect.height(), metrics.lineSpacing() * Lines));
        return rect;
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, Theme::color(ColorRole::CurrentRow));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, Theme::color(ColorRole::Hover));
        painter->fillRect(QRect(option.rect.left() + Side, option.rect.bottom(),
                                option.rect.width() - 2 * Side, 1),
                          Theme::color(ColorRole::Line));
        const QRect inner = option.rect.adjusted(Side, 6, -Side, -6);
        const QFont small = Theme::font(TextSize::Small);
        const QFontMetrics smallMetrics(small);
        const Qt::Alignment side =
            Qt::AlignAbsolute
            | (option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
        painter->setFont(small);
        painter->setPen(Theme::color(ColorRole::Text2));
        painter->drawText(inner, static_cast<int>(side | Qt::AlignTop) | Qt::TextSingleLine,
                          smallMetrics.elidedText(index.data(RowModel::NameRole).toString(),
                                                  Qt::ElideRight, inner.width()));
        const bool isPresent =
            index.data(RowModel::StateRole).toInt() == static_cast<int>(RowModel::State::Present);
        painter->setFont(Theme::font(TextSize::Base));
        painter->setPen(Theme::color(isPresent ? ColorRole::Text : ColorRole::Text3));
        painter->setClipRect(inner);
        painter->drawText(inner.adjusted(0, smallMetrics.height() + 2, 0, 0),
                          static_cast<int>(side | Qt::AlignTop) | Qt::TextWordWrap
                              | Qt::TextWrapAnywhere,
                          shown(index));
        painter->setClipping(false);
        if (option.state.testFlag(QStyle::State_HasFocus))
            paintInnerRing(painter, option.rect, 0);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = option.rect.width() > 2 * Side ? option.rect.width() - 2 * Side : 200;
        const int value =
            valueRect(shown(index), width, QFontMetrics(Theme::font(TextSize::Base))).height();
        return {width, QFontMetrics(Theme::font(TextSize::Small)).height() + value + 16};
    }
};

} // namespace

RowModel::RowModel(Dataset *dataset, QObject *parent)
    : QAbstractListModel(parent)
    , m_dataset(dataset)
{
    connect(dataset, &Dataset::arrayChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

void RowModel::setRow(qsizetype row)
{
    if (m_row == row)
        return;
    const bool had = rowCount() > 0;
    const qsizetype before = m_row;
    m_row = row;
    const bool has = rowCount() > 0;
    if (had && has) {
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    m_row = before;
    beginResetModel();
    m_row = row;
    endResetModel();
}

int RowModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_dataset || m_row < 0 || m_row >= m_dataset->array().rowCount())
        return 0;
    return static_cast<int>(m_dataset->array().columnCount());
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DocumentArray &array = m_dataset->array();
    const Field &field = array.field(index.row());
    if (role == NameRole)
        return visibleText(field.name);
    if (role == BadgeRole)
        return badgeText(field.type);
    const std::optional<Value> value = array.tryValue(m_row, index.row());
    const auto state = [&] {
        if (!value)
            return State::OnItsWay;
        if (value->isNull())
            return State::Missing;
        return value->kind() == TypeKind::Text && value->toBytes().empty() ? State::Empty
                                                                           : State::Present;
    };
    const auto text = [&]() -> QString {
        if (!value || value->isNull())
            return {};
        if (field.type.kind == TypeKind::Documents)
            return tr("%n document(s)", nullptr, pluralCount(value->toDocuments()->rowCount()));
        if (field.type.kind == TypeKind::Bytes)
            return sizeText(static_cast<qint64>(value->toBytes().size()));
        return valueText(field.type, field.form, *value);
    };
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(text().replace(u'\n', u'\u21B5'));
    case Qt::EditRole: { // what is copied
        const std::optional<std::string> source = array.tryText(m_row, index.row());
        return source ? QString::fromStdString(*source) : QString();
    }
    case StateRole:
        return static_cast<int>(state());
    case Qt::AccessibleTextRole:
        switch (state()) {
        case State::Missing:
            return tr("%1: missing").arg(visibleText(field.name));
        case State::Empty:
            return tr("%1: empty text").arg(visibleText(field.name));
        case State::OnItsWay:
            return tr("%1: on its way").arg(visibleText(field.name));
        case State::Present:
            return QString(visibleText(field.name) + u": "_s + visibleText(text()));
        }
        return {};
    default:
        return {};
    }
}

RowPage::RowPage(Dataset *dataset, QWidget *parent)
    : QListView(parent)
    , m_model(new RowModel(dataset, this))
{
    setObjectName(u"rowPage"_s);
    setAccessibleName(tr("Values of the row"));
    setModel(m_model);
    setItemDelegate(new RowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    setWordWrap(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    connect(this, &QListView::activated, this,
            [this](const QModelIndex &index) { emit columnChosen(index.row()); });
}

void RowPage::setCell(qsizetype row, qsizetype column)
{
    m_model->setRow(row);
    if (column >= 0 && column < m_model->rowCount()) {
        const QModelIndex index = m_model->index(static_cast<int>(column));
        setCurrentIndex(index);
        scrollTo(index);
    }
    scheduleDelayedItemsLayout();
}

void RowPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        QGuiApplication::clipboard()->setText(currentIndex().data(Qt::EditRole).toString());
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace passel

#include "rowpage.moc"
