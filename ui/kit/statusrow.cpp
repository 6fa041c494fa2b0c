#include "ui/kit/statusrow.h"

#include "core/base/log.h"
#include "ui/kit/button.h"
#include "ui/kit/plainlabel.h"
#include "ui/kit/plaintext.h"
#include "ui/theme/paint.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

class Separator final : public QWidget
{
    Q_OBJECT

public:
    explicit Separator(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(1, 14);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), Theme::color(ColorRole::Border));
    }
};

class ServerButton final : public QPushButton
{
    Q_OBJECT

public:
    using QPushButton::QPushButton;

    void setDot(ColorRole role)
    {
        m_dot = role;
        update();
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(Theme::font(TextSize::Small));
        return {metrics.size(Qt::TextHideMnemonic, text()).width() + 14 + 12, controlHeight(this)};
    }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (underMouse())
            paintRounded(&painter, rect(), Theme::metric(Metric::RadiusItem),
                         Theme::color(ColorRole::Hover));
        const QRect dot =
            QStyle::visualRect(layoutDirection(), rect(), QRect(6, height() / 2 - 4, 8, 8));
        paintRounded(&painter, dot, 4, Theme::color(m_dot));
        painter.setFont(Theme::font(TextSize::Small));
        painter.setPen(Theme::color(ColorRole::Text2));
        painter.drawText(
            QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(20, 0, -4, 0)),
            int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
                | Qt::TextHideMnemonic,
            text());
    }

private:
    ColorRole m_dot = ColorRole::Added;
};

QHBoxLayout *rowIn(QWidget *box)
{
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    return row;
}

} // namespace

StatusRow::StatusRow(QWidget *parent)
    : QWidget(parent)
    , m_left(new QWidget(this))
    , m_progressBox(new QWidget(this))
    , m_right(new QWidget(this))
    , m_bar(new QProgressBar(m_progressBox))
    , m_words(new PlainLabel(QString(), TextSize::Small, ColorRole::Text, m_progressBox))
    , m_amount(new PlainLabel(QString(), TextSize::Small, ColorRole::Text2, m_progressBox))
    , m_cancel(new Button(tr("Cancel"), ButtonKind::Normal, m_progressBox))
    , m_server(new ServerButton(this))
{
    setObjectName(u"statusRow"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFixedHeight(std::max(Theme::metric(Metric::Status), fontMetrics().height() + 10));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 1, 8, 0);
    row->setSpacing(12);
    row->addWidget(m_progressBox);
    row->addWidget(m_left, 1);
    row->addWidget(m_right);
    row->addWidget(m_server);
    rowIn(m_left);
    rowIn(m_right);

    auto *progress = rowIn(m_progressBox);
    m_bar->setFixedWidth(160);
    m_bar->setTextVisible(false);
    m_bar->setObjectName(u"statusProgress"_s);
    m_words->setFigures(true);
    m_amount->setFigures(true);
    m_cancel->setObjectName(u"statusCancel"_s);
    m_cancel->setKeyCap(QKeySequence(Qt::Key_Escape));
    setControlSize(m_cancel, ControlSize::Status);
    progress->addWidget(m_bar);
    progress->addWidget(m_words);
    progress->addWidget(new Separator(m_progressBox));
    progress->addWidget(m_amount);
    progress->addWidget(m_cancel);
    m_progressBox->hide();

    setControlSize(m_server, ControlSize::Status);
    m_server->setObjectName(u"statusServer"_s);
    m_server->hide();
    connect(m_cancel, &QAbstractButton::clicked, this, &StatusRow::cancelRequested);
    connect(static_cast<QPushButton *>(m_server), &QAbstractButton::clicked, this,
            &StatusRow::serverPressed);
}

void StatusRow::fill(QHBoxLayout *row, const QList<Fact> &facts)
{
    // The labels are used again: most updates only change a number.
    QList<PlainLabel *> labels;
    for (int at = 0; at < row->count(); ++at) {
        if (auto *label = qobject_cast<PlainLabel *>(row->itemAt(at)->widget()))
            labels.append(label);
    }
    if (labels.size() != facts.size()) {
        while (QLayoutItem *item = row->takeAt(0)) {
            if (item->widget()) {
                item->widget()->hide();
                item->widget()->deleteLater();
            }
            delete item;
        }
        labels.clear();
        for (qsizetype at = 0; at < facts.size(); ++at) {
            if (at > 0)
                row->addWidget(new Separator(row->parentWidget()));
            auto *label =
                new PlainLabel(QString(), TextSize::Small, ColorRole::Text2, row->parentWidget());
            label->setFigures(true);
            row->addWidget(label);
            labels.append(label);
        }
        row->addStretch(1);
    }
    for (qsizetype at = 0; at < facts.size(); ++at) {
        labels[at]->setText(facts[at].text);
        labels[at]->setRole(facts[at].role);
    }
}

void StatusRow::setFacts(const QList<Fact> &facts)
{
    fill(static_cast<QHBoxLayout *>(m_left->layout()), facts);
    m_said.clear();
    for (const Fact &fact : facts)
        m_said.append(fact.text);
    rename();
}

void StatusRow::setEndFacts(const QList<Fact> &facts)
{
    fill(static_cast<QHBoxLayout *>(m_right->layout()), facts);
    m_saidAtEnd.clear();
    for (const Fact &fact : facts)
        m_saidAtEnd.append(fact.text);
    rename();
}

void StatusRow::setProgress(const std::optional<Progress> &progress)
{
    m_progressBox->setVisible(progress.has_value());
    if (progress) {
        m_bar->setVisible(progress->share.has_value());
        m_bar->setRange(0, 1000);
        m_bar->setValue(int(std::lround(1000 * progress->share.value_or(0.0))));
        m_bar->setAccessibleName(progress->words);
        m_words->setText(progress->words);
        m_amount->setText(progress->amount);
        m_cancel->setVisible(progress->canCancel);
    }
    rename();
}

void StatusRow::setServer(const QString &name, ColorRole dot, const QString &stateWord)
{
    auto *button = static_cast<ServerButton *>(m_server);
    button->setText(plainActionText(name));
    button->setDot(dot);
    button->setToolTip(plainToolTip(stateWord));
    //: Name of the share server and its state, as "share.example: connected"
    button->setAccessibleName(tr("%1: %2").arg(visibleText(name), stateWord));
    button->setVisible(!name.isEmpty());
    button->updateGeometry();
}

void StatusRow::rename()
{
    QStringList all;
    if (!m_progressBox->isHidden())
        all << m_words->text() << m_amount->text();
    all << m_said << m_saidAtEnd;
    all.removeAll(QString());
    setAccessibleName(all.join(u", "_s));
}

void StatusRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(ColorRole::Window));
    painter.fillRect(QRect(0, 0, width(), 1), Theme::color(ColorRole::Line));
}

} // namespace passel

#include "statusrow.moc"
