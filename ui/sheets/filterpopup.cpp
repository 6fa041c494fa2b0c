#include "ui/sheets/filterpopup.h"

#include "core/base/log.h"
#include "ui/actions/filterconditions.h"
#include "ui/kit/button.h"
#include "ui/kit/plainlabel.h"
#include "ui/sheets/conditioneditor.h"
#include "ui/theme/paint.h"
#include "ui/words.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <chrono>

namespace passel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int MissingRole = Qt::UserRole + 1;

} // namespace

FilterPopup::FilterPopup(DocumentArray array, qsizetype column,
                         std::shared_ptr<const ColumnProfile> profile, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_array(std::move(array))
    , m_column(column)
    , m_profile(std::move(profile))
    , m_op(new QComboBox)
    , m_operand(new QLineEdit)
    , m_values(new QListWidget)
    , m_keep(new Button(tr("Keep rows"), ButtonKind::Primary))
    , m_problem(new PlainLabel(QString(), TextSize::Small, ColorRole::Error))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"filterPopup"_s);
    const Field &field = m_array.field(column);
    setAccessibleName(tr("Filter %1").arg(visibleText(field.name)));
    auto *title = new PlainLabel(QString(), TextSize::Base);
    title->setUntrustedText(tr("Keep rows where %1").arg(field.name));
    title->setType(TextSize::Base, QFont::DemiBold);
    m_op->setObjectName(u"filterOperator"_s);
    m_op->setAccessibleName(tr("Comparison"));
    for (const Condition::Operator op : operatorsFor(field.type)) {
        if (op != Condition::Operator::InList && op != Condition::Operator::NotInList)
            m_op->addItem(operatorTitle(op), static_cast<int>(op));
    }
    m_operand->setObjectName(u"filterValue"_s);
    m_operand->setAccessibleName(tr("Value"));
    m_operand->setPlaceholderText(tr("Type a value"));
    auto *compare = new QHBoxLayout;
    compare->setSpacing(8);
    compare->addWidget(m_op);
    compare->addWidget(m_operand, 1);
    m_values->setObjectName(u"filterValues"_s);
    m_values->setAccessibleName(tr("Frequent values"));
    m_values->setUniformItemSizes(true);
    m_values->setMinimumHeight(180);
    m_keep->setObjectName(u"filterKeep"_s);
    m_keep->setKeyCap(QKeySequence(Qt::Key_Return));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *footer = new QHBoxLayout;
    footer->addStretch(1);
    footer->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addLayout(compare);
    layout->addWidget(m_problem);
    layout->addWidget(m_values, 1);
    layout->addLayout(footer);
    setFixedWidth(340);
    fillValues();
    m_values->setVisible(m_values->count() > 0);

    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    connect(&m_delay, &QTimer::timeout, this, &FilterPopup::count);
    connect(m_op, &QComboBox::activated, this, [this] {
        m_operand->setVisible(
            !takesNoOperand(static_cast<Condition::Operator>(m_op->currentData().toInt())));
        changed();
    });
    connect(m_operand, &QLineEdit::textEdited, this, &FilterPopup::changed);
    connect(m_values, &QListWidget::itemChanged, this, &FilterPopup::changed);
    connect(m_keep, &QAbstractButton::clicked, this, &FilterPopup::accept);
    changed();
}

void FilterPopup::openAt(const QPoint &position)
{
    adjustSize();
    QPoint corner = position;
    if (const QScreen *screen = parentWidget()->screen()) {
        const QRect room = screen->availableGeometry();
        corner.setX(
            std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
        corner.setY(
            std::clamp(corner.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(corner);
    show();
    m_operand->setFocus(Qt::PopupFocusReason);
}

Condition FilterPopup::condition() const
{
    std::vector<ProfileValue> values;
    bool wantsMissing = false;
    for (int i = 0; i < m_values->count(); ++i) {
        const QListWidgetItem *item = m_values->item(i);
        if (item->checkState() != Qt::Checked)
            continue;
        if (item->data(MissingRole).toBool())
            wantsMissing = true;
        else
            values.push_back(m_profile->top[item->data(Qt::UserRole).toULongLong()]);
    }
    const Schema &schema = m_array.schema();
    std::vector<Condition> ticked;
    if (!values.empty())
        ticked.push_back(frequentCondition(schema, m_column, values));
    if (wantsMissing)
        ticked.push_back(missingCondition(schema, m_column, true));
    std::vector<Condition> all;
    if (ticked.size() == 1)
        all.push_back(ticked.front());
    else if (!ticked.empty())
        all.push_back(Condition::any(std::move(ticked)));
    const auto op = static_cast<Condition::Operator>(m_op->currentData().toInt());
    if (takesNoOperand(op))
        all.push_back(Condition::compare(ColumnRef::of(schema, m_column), op));
    else if (!m_operand->text().isEmpty())
        all.push_back(Condition::compare(ColumnRef::of(schema, m_column), op, {m_operand->text()}));
    return all.size() == 1 ? all.front() : Condition::all(std::move(all));
}

void FilterPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(ColorRole::Raised));
    painter.setPen(Theme::color(ColorRole::Border));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void FilterPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        accept();
        return;
    }
    QFrame::keyPressEvent(event);
}

void FilterPopup::fillValues()
{
    const QSignalBlocker blocker(m_values);
    const auto add = [this](const QString &text, qint64 count) {
        auto *item = new QListWidgetItem(text + u"  ·  "_s + numberText(count), m_values);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        return item;
    };
    if (!m_profile)
        return;
    for (size_t i = 0; i < m_profile->top.size(); ++i) {
        const ProfileValue &top = m_profile->top[i];
        const QString text = QString::fromStdString(top.text);
        add(text.isEmpty() ? tr("(empty text)") : visibleText(text), top.count)
            ->setData(Qt::UserRole, static_cast<qulonglong>(i));
    }
    if (m_profile->missing > 0)
        add(tr("(missing)"), m_profile->missing)->setData(MissingRole, true);
}

void FilterPopup::changed()
{
    m_delay.start();
}

void FilterPopup::count()
{
    const Condition chosen = condition();
    if (chosen.kind == Condition::Kind::All && chosen.parts.empty()) {
        m_keep->setEnabled(false);
        m_keep->setText(tr("Keep rows"));
        m_problem->hide();
        return;
    }
    m_task = Task<qint64>::start(
        ThreadPool::global(),
        [array = m_array, chosen](const TaskContext &context) -> Result<qint64> {
            PASSEL_TRY(const std::vector<quint32> rows, chosen.rows(array, context));
            return static_cast<qint64>(rows.size());
        },
        [this](const Result<qint64> &rows) {
            m_problem->setVisible(!rows && !rows.error().isCancelled());
            m_keep->setEnabled(rows.hasValue());
            if (rows)
                m_keep->setText(tr("Keep %1").arg(rowsText(*rows)));
            else
                m_problem->setText(rows.error().message());
        });
}

void FilterPopup::accept()
{
    const Condition chosen = condition();
    if (chosen.kind == Condition::Kind::All && chosen.parts.empty())
        return;
    emit conditionChosen(chosen);
    close();
}

} // namespace passel
