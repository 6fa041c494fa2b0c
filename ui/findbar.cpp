#include "ui/findbar.h"

#include "core/session/dataset.h"
#include "ui/kit/plainlabel.h"
#include "ui/panels/paneltitle.h"
#include "ui/theme/icon.h"
#include "ui/theme/passelstyle.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <chrono>

namespace passel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QToolButton *makeToggle(const QString &objectName, const QString &sign, const QString &name)
{
    auto *button = new QToolButton;
    button->setObjectName(objectName);
    button->setText(sign);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FindBar::FindBar(Dataset *dataset, QWidget *parent)
    : QWidget(parent)
    , m_dataset(dataset)
    , m_array(dataset->array())
    , m_field(new QLineEdit)
    , m_case(makeToggle(u"findCase"_s, tr("Aa"), tr("Match capitals")))
    , m_expression(makeToggle(u"findExpression"_s, u".*"_s, tr("Regular expression")))
    , m_previous(makeIconButton(u"findPrevious"_s, u"chevron-up"_s, tr("Previous hit (Shift+F3)")))
    , m_next(makeIconButton(u"findNext"_s, u"chevron-down"_s, tr("Next hit (F3)")))
    , m_words(new PlainLabel(QString(), TextSize::Small, ColorRole::Text2))
{
    setObjectName(u"findBar"_s);
    m_field->setObjectName(u"findField"_s);
    m_field->setPlaceholderText(tr("Find in table"));
    m_field->setAccessibleName(tr("Find in table"));
    m_field->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->setMaximumWidth(320);
    m_words->setObjectName(u"findCount"_s);
    m_words->setFigures(true);
    auto *close = makeIconButton(u"findClose"_s, u"x"_s, tr("Close find"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 5, 8, 5);
    row->setSpacing(6);
    row->addWidget(m_field, 1);
    row->addWidget(m_case);
    row->addWidget(m_expression);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(6);
    row->addWidget(m_words, 1);
    row->addWidget(close);
    m_delay.setSingleShot(true);
    m_delay.setInterval(120ms);
    connect(&m_delay, &QTimer::timeout, this, &FindBar::search);
    connect(m_field, &QLineEdit::textEdited, this, &FindBar::changed);
    connect(m_case, &QToolButton::toggled, this, &FindBar::changed);
    connect(m_expression, &QToolButton::toggled, this, &FindBar::changed);
    connect(m_previous, &QAbstractButton::clicked, this, &FindBar::findPrevious);
    connect(m_next, &QAbstractButton::clicked, this, &FindBar::findNext);
    connect(close, &QAbstractButton::clicked, this, &FindBar::close);
    connect(dataset, &Dataset::arrayChanged, this, [this] { setArray(m_dataset->array()); });
    hide();
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (!m_field->text().isEmpty()) {
        changed();
    }
}

void FindBar::close()
{
    m_delay.stop();
    m_task = {};
    m_isRunning = false;
    hide();
    emit patternChanged({});
    emit closed();
}

void FindBar::setCursor(qsizetype row, qsizetype column)
{
    m_cursor = {row, column};
    showCount();
}

void FindBar::setArray(const DocumentArray &array)
{
    m_array = array;
    m_hits.clear();
    m_count = 0;
    if (isVisible() && !m_query.pattern.text.isEmpty())
        m_delay.start();
}

void FindBar::findNext()
{
    step(1);
}

void FindBar::findPrevious()
{
    step(-1);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_delay.isActive()) {
            m_delay.stop();
            m_goesToFirst = true;
            search();
            return;
        }
        step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(ColorRole::Panel));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(ColorRole::Line));
}

void FindBar::changed()
{
    m_query.pattern = {m_field->text(), m_expression->isChecked(), m_case->isChecked(),
                       TextPattern::Where::Anywhere};
    m_goesToFirst = true;
    m_delay.start();
}

void FindBar::search()
{
    m_hits.clear();
    m_count = 0;
    setInvalid(m_field, false);
    emit patternChanged(m_query.pattern);
    if (m_query.pattern.text.isEmpty()) {
        m_task = {};
        m_isRunning = false;
        m_words->setText({});
        emit searchFinished();
        return;
    }
    m_isRunning = true;
    m_words->setText(tr("Searching…"));
    m_task = Task<FindResult>::start(
        ThreadPool::global(),
        [this, array = m_array, query = m_query](const TaskContext &context) {
            // The first hits go home at once: the cursor need not wait for ten million rows.
            bool isFirst = true;
            return passel::find(
                array, query, context,
                [this, &context, &isFirst](std::span<const FindHit> hits, qsizetype) {
                    if (!isFirst || hits.empty())
                        return;
                    isFirst = false;
                    context.deliver([this, first = std::vector(hits.begin(), hits.end())] {
                        m_hits = first;
                        if (m_goesToFirst)
                            step(0);
                    });
                });
        },
        [this](Result<FindResult> result) {
            m_isRunning = false;
            if (!result) {
                if (!result.error().isCancelled()) {
                    setInvalid(m_field, true);
                    m_words->setText(result.error().message());
                }
                emit searchFinished();
                return;
            }
            m_hits = std::move(result->hits);
            m_count = result->count;
            if (m_goesToFirst && !m_hits.empty())
                step(0);
            showCount();
            emit searchFinished();
        });
}

void FindBar::step(int by)
{
    if (m_hits.empty())
        return;
    // 0: the cursor's own cell counts too.
    auto at = std::lower_bound(m_hits.begin(), m_hits.end(), m_cursor);
    if (by > 0 && at != m_hits.end() && *at == m_cursor)
        ++at;
    if (by < 0) {
        if (at == m_hits.begin())
            at = m_hits.end();
        --at;
    }
    if (at == m_hits.end())
        at = m_hits.begin();
    m_goesToFirst = false;
    const FindHit hit = *at;
    emit hitChosen(hit.row, hit.column);
    showCount();
}

void FindBar::showCount()
{
    if (m_isRunning || m_query.pattern.text.isEmpty() || !isVisible() || isInvalid(m_field))
        return;
    if (m_count == 0) {
        m_words->setText(tr("Nothing found"));
        return;
    }
    const auto at = std::lower_bound(m_hits.begin(), m_hits.end(), m_cursor);
    if (at != m_hits.end() && *at == m_cursor) {
        //: Which hit of how many.
        m_words->setText(
            tr("%1 of %2").arg(numberText(at - m_hits.begin() + 1), numberText(m_count)));
    } else {
        m_words->setText(tr("%1 hit(s)", nullptr, pluralCount(m_count)).arg(numberText(m_count)));
    }
}

} // namespace passel
