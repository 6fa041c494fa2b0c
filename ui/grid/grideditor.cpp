#include "ui/grid/grideditor.h"

#include "ui/kit/fieldnote.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

// The ground of the sentence under the cell.
class Bubble final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintRounded(&painter, rect(), Theme::metric(Metric::RadiusControl),
                     Theme::color(ColorRole::ErrorFill), Theme::color(ColorRole::Error));
    }
};

} // namespace

GridEditor::GridEditor(QWidget *viewport, const QString &text, Problem problem)
    : QLineEdit(text, viewport)
    , m_problem(std::move(problem))
{
    setObjectName(u"cellEditor"_s);
    setFont(Theme::font(TextSize::Base));
    auto *bubble = new Bubble(viewport);
    bubble->hide();
    auto *row = new QHBoxLayout(bubble);
    row->setContentsMargins(8, 2, 8, 2);
    m_words = new FieldNote(this, bubble);
    row->addWidget(m_words);
    m_note = bubble;
    connect(this, &QLineEdit::textChanged, this, [this] {
        (void)check();
        cover(m_cell);
    });
}

GridEditor::~GridEditor()
{
    if (m_note)
        m_note->deleteLater();
}

void GridEditor::setCell(qint64 row, int column)
{
    m_row = row;
    m_column = column;
}

void GridEditor::cover(const QRect &cell)
{
    m_cell = cell;
    const QWidget *area = parentWidget();
    const int wanted = fontMetrics().horizontalAdvance(text()) + 24;
    const int width = std::min(std::max(cell.width(), wanted), area->width());
    QRect place(cell.left(), cell.top(), width, cell.height());
    if (layoutDirection() == Qt::RightToLeft)
        place.moveRight(cell.right());
    place.moveLeft(std::clamp(place.left(), 0, area->width() - width));
    setGeometry(place);
    if (m_note && m_note->isVisible()) {
        m_note->adjustSize();
        const int rest = std::max(0, area->width() - m_note->width());
        QPoint corner(std::clamp(place.left(), 0, rest), place.bottom() + 2);
        if (corner.y() + m_note->height() > area->height())
            corner.setY(place.top() - 2 - m_note->height());
        m_note->move(corner);
        m_note->raise();
    }
}

bool GridEditor::check()
{
    const QString problem = m_problem ? m_problem(text()) : QString();
    if (problem.isEmpty()) {
        m_words->setHint(Wording());
        if (m_note)
            m_note->hide();
        return true;
    }
    m_words->setWrong(problem);
    if (m_note) {
        m_note->show();
        cover(m_cell);
    }
    return false;
}

void GridEditor::leave(bool accepted, int rowStep, int columnStep)
{
    if (m_isOver || (accepted && !check()))
        return;
    m_isOver = true;
    if (m_note)
        m_note->hide();
    emit left(accepted, rowStep, columnStep);
}

bool GridEditor::event(QEvent *event)
{
    // Tab is ours before the focus chain takes it.
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            leave(true, 0, key->key() == Qt::Key_Tab ? 1 : -1);
            return true;
        }
    }
    return QLineEdit::event(event);
}

void GridEditor::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        leave(false, 0, 0);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        leave(true, event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1, 0);
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        leave(true, event->key() == Qt::Key_Down ? 1 : -1, 0);
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void GridEditor::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    leave(check(), 0, 0);
}

} // namespace passel

#include "grideditor.moc"
