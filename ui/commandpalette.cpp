#include "ui/commandpalette.h"

#include "ui/actions/actioncatalog.h"
#include "ui/kit/keycap.h"
#include "ui/kit/plainlabel.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const QAction *action)
{
    QString text = action->text();
    return text.remove(u'&');
}

// How well one word of a search fits one phrase: a beginning counts more than a middle.
int fit(const QString &phrase, const QString &word)
{
    const qsizetype at = phrase.indexOf(word, 0, Qt::CaseInsensitive);
    if (at < 0) // "duplicates" finds "duplicate rows"
        return word.size() > 3 && word.endsWith(u's') ? fit(phrase, word.chopped(1)) : 0;
    if (at == 0)
        return 4;
    return phrase.at(at - 1).isLetterOrNumber() ? 1 : 3;
}

class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool isOn = index.data(PaletteModel::EnabledRole).toBool();
        const bool isRtl = option.direction == Qt::RightToLeft;
        const QRect inner = option.rect.adjusted(12, 0, -12, 0);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            paintRounded(painter, QRectF(option.rect).adjusted(4, 1, -4, -1),
                         Theme::metric(Metric::RadiusItem), Theme::color(ColorRole::Selection));
        }
        const QString keys = index.data(PaletteModel::KeysRole).toString();
        int used = 0;
        if (!keys.isEmpty()) {
            const QSize size = keyCapSize(keys);
            used = size.width() + 12;
            const QRect cap(isRtl ? inner.left() : inner.right() - size.width(), inner.top(),
                            size.width(), inner.height());
            paintKeyCap(painter, cap, keys, Theme::color(ColorRole::Text2),
                        Theme::color(ColorRole::Border));
        }
        const QFont small = Theme::font(TextSize::Small);
        const QString group = index.data(PaletteModel::GroupRole).toString();
        const int groupWidth = QFontMetrics(small).horizontalAdvance(group) + 8;
        QRect groupRect =
            isRtl
                ? QRect(inner.left() + used, inner.top(), groupWidth, inner.height())
                : QRect(inner.right() - used - groupWidth, inner.top(), groupWidth, inner.height());
        painter->setFont(small);
        painter->setPen(Theme::color(ColorRole::Text2));
        painter->drawText(groupRect,
                          static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute)
                              | (isRtl ? Qt::AlignLeft : Qt::AlignRight),
                          group);
        used += groupWidth + 8;
        const QRect text = isRtl ? inner.adjusted(used, 0, 0, 0) : inner.adjusted(0, 0, -used, 0);
        const QFont font = Theme::font(TextSize::Base);
        painter->setFont(font);
        painter->setPen(Theme::color(isOn ? ColorRole::Text : ColorRole::Text2));
        painter->drawText(
            text,
            static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute)
                | (isRtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {200,
                std::max(Theme::metric(Metric::MenuItem) + 4, option.fontMetrics.height() + 12)};
    }
};

} // namespace

PaletteModel::PaletteModel(const ActionCatalog *catalog, QObject *parent)
    : QAbstractListModel(parent)
    , m_catalog(catalog)
{}

void PaletteModel::setSearch(const QString &search)
{
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    m_rows.clear();
    for (const CatalogEntry &entry : m_catalog->entries()) {
        if (!entry.action->isVisible())
            continue;
        const QString title = titleOf(entry.action);
        int score = 0;
        bool fits = true;
        for (const QString &word : words) {
            int best = 2 * fit(title, word);
            for (const QString &synonym : entry.synonyms)
                best = std::max(best, fit(synonym, word));
            best = std::max(best, std::min(1, fit(entry.group, word)));
            fits = fits && best > 0;
            score += best;
        }
        if (!fits)
            continue;
        m_rows.push_back(
            {entry.action, entry.group, score + (entry.action->isEnabled() ? 100 : 0)});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &one, const Row &other) { return one.score > other.score; });
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(row.action);
    case Qt::AccessibleTextRole:
        return row.action->isEnabled() ? titleOf(row.action)
                                       : tr("%1, not possible now").arg(titleOf(row.action));
    case GroupRole:
        return row.group;
    case KeysRole:
        return row.action->shortcut().isEmpty() ? QString() : keyCapText(row.action->shortcut());
    case EnabledRole:
        return row.action->isEnabled();
    default:
        return {};
    }
}

CommandPalette::CommandPalette(const ActionCatalog *catalog, QWidget *window)
    : QWidget(window)
    , m_model(new PaletteModel(catalog, this))
    , m_field(new QLineEdit)
    , m_list(new QListView)
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Commands"));
    m_field->setObjectName(u"paletteField"_s);
    m_field->setPlaceholderText(tr("Find a step or command"));
    m_field->setAccessibleName(tr("Find a step or command"));
    m_field->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Steps and commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the field steers it
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(m_list);
    m_nothing =
        new PlainLabel(tr("No step or command has these words."), TextSize::Base, ColorRole::Text2);
    m_nothing->setContentsMargins(12, 4, 12, 8);
    column->addWidget(m_nothing);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open(QWidget *anchor)
{
    m_anchor = anchor;
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_field->clear();
    search({});
    place();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(&painter, rect(), Theme::metric(Metric::RadiusSheet),
                 Theme::color(ColorRole::Panel), Theme::color(ColorRole::Border));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            hide();
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_list->currentIndex().row();
    const auto go = [&](int to) {
        m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, m_model->rowCount() - 1), 0));
    };
    const bool isPress = event->type() == QEvent::KeyPress;
    switch (key->key()) {
    case Qt::Key_Escape:
        if (isPress)
            close();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isPress)
            run(m_list->currentIndex());
        break;
    case Qt::Key_Down:
    case Qt::Key_Tab:
        if (isPress)
            go(row + 1);
        break;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        if (isPress)
            go(row - 1);
        break;
    case Qt::Key_PageDown:
        if (isPress)
            go(row + 10);
        break;
    case Qt::Key_PageUp:
        if (isPress)
            go(row - 10);
        break;
    default:
        return false;
    }
    event->accept();
    return true;
}

void CommandPalette::close()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::search(const QString &text)
{
    m_model->setSearch(text);
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_list->setVisible(m_model->rowCount() > 0);
    place();
}

void CommandPalette::run(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    QAction *action = m_model->action(index.row());
    if (!action->isEnabled())
        return;
    close();
    action->trigger();
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int width = std::min(Theme::metric(Metric::SheetWidth), window->width() - 32);
    const int rows = m_model->rowCount() * std::max(1, m_list->sizeHintForRow(0));
    const int height = std::min(
        {m_field->sizeHint().height() + 26 + std::max(30, rows), 480, window->height() * 2 / 3});
    int x = (window->width() - width) / 2;
    int y = 48;
    if (m_anchor) {
        const QRect anchor(m_anchor->mapTo(window, QPoint()), m_anchor->size());
        x = std::clamp(anchor.center().x() - width / 2, 16, window->width() - width - 16);
        y = anchor.top() - 6;
    }
    setGeometry(x, y, width, height);
}

} // namespace passel

#include "commandpalette.moc"
