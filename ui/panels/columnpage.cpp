#include "ui/panels/columnpage.h"

#include "core/session/datasetprofile.h"
#include "ui/grid/arraygridsource.h"
#include "ui/kit/badge.h"
#include "ui/kit/button.h"
#include "ui/kit/figures.h"
#include "ui/kit/plainlabel.h"
#include "ui/panels/columnchart.h"
#include "ui/words.h"

#include <QFontMetrics>
#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 16;
constexpr int FewValues = 4;   // below a chart
constexpr int MoreValues = 10; // without one

// Four or five digits that count, never in scientific form where it can be helped.
QString meanText(double mean)
{
    const double size = std::abs(mean);
    if (size >= 1e15 || (size > 0 && size < 1e-4))
        return QLocale().toString(mean, 'g', 5);
    const int before = size < 1 ? 1 : static_cast<int>(std::log10(size)) + 1;
    return QLocale().toString(mean, 'f', std::clamp(5 - before, 0, 4));
}

} // namespace

ColumnPage::ColumnPage(Dataset *dataset, DatasetProfile *profile, QWidget *parent)
    : QScrollArea(parent)
    , m_dataset(dataset)
    , m_profile(profile)
{
    setObjectName(u"columnPage"_s);
    setAccessibleName(tr("Column"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::AlternateBase);

    m_name = new PlainLabel(QString(), TextSize::Title);
    m_badge = new Badge(QString());
    m_type = new PlainLabel(QString(), TextSize::Small, ColorRole::Text2);
    m_change = new Button(tr("Change type…"), ButtonKind::Flat);
    m_change->setObjectName(u"changeType"_s);
    setControlSize(m_change, ControlSize::Small);
    m_note = new PlainLabel(QString(), TextSize::Small, ColorRole::Text2);
    m_note->setWordWrap(true);
    m_state = new PlainLabel(QString(), TextSize::Small, ColorRole::Text2);
    m_chart = new ColumnChart;
    m_factBox = new QWidget;
    m_facts = new QGridLayout(m_factBox);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(6);
    m_facts->setColumnStretch(1, 1);
    m_facts->setColumnStretch(3, 1);
    m_topTitle = new PlainLabel(tr("Most frequent"), TextSize::Small, ColorRole::Text2);
    m_topModel = new TopValuesModel(this);
    m_top = new TopValuesView;
    m_top->setModel(m_topModel);
    m_all = new Button(QString(), ButtonKind::Flat);
    m_all->setObjectName(u"showAllValues"_s);
    setControlSize(m_all, ControlSize::Small);
    m_keep = new Button(tr("Keep rows where…"));
    m_keep->setObjectName(u"keepRowsWhere"_s);
    m_fill = new Button(tr("Fill missing…"));
    m_fill->setObjectName(u"fillMissing"_s);
    setControlSize(m_keep, ControlSize::Small);
    setControlSize(m_fill, ControlSize::Small);

    auto *nameRow = new QHBoxLayout;
    nameRow->setSpacing(8);
    nameRow->addWidget(m_name, 1);
    nameRow->addWidget(m_change);
    auto *typeRow = new QHBoxLayout;
    typeRow->setSpacing(8);
    typeRow->addWidget(m_badge);
    typeRow->addWidget(m_type);
    typeRow->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_fill);
    buttons->addStretch(1);

    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::AlternateBase);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Margin, 12, Margin, 16);
    column->setSpacing(8);
    column->addLayout(nameRow);
    column->addLayout(typeRow);
    column->addWidget(m_note);
    column->addWidget(m_state);
    column->addWidget(m_chart);
    column->addSpacing(4);
    column->addWidget(m_factBox);
    column->addSpacing(4);
    column->addWidget(m_topTitle);
    column->addWidget(m_top);
    column->addWidget(m_all, 0, Qt::AlignLeft);
    column->addLayout(buttons);
    column->addStretch(1);
    setWidget(content);

    connect(m_change, &QAbstractButton::clicked, this, [this] {
        emit typeRequested(m_column, m_change->mapToGlobal(QPoint(0, m_change->height())));
    });
    connect(m_keep, &QAbstractButton::clicked, this, [this] { emit keepRowsRequested(m_column); });
    connect(m_fill, &QAbstractButton::clicked, this,
            [this] { emit fillMissingRequested(m_column); });
    const auto chooseValue = [this](const QModelIndex &index) {
        if (index.isValid())
            emit valueChosen(m_column, m_topModel->value(index.row()));
    };
    connect(m_top, &QListView::clicked, this, chooseValue);
    connect(m_top, &QListView::activated, this, chooseValue);
    connect(m_all, &QAbstractButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        refresh();
    });
    connect(m_chart, &ColumnChart::binChosen, this, [this](double low, double high, bool isLast) {
        emit rangeChosen(m_column, low, high, isLast);
    });
    connect(profile, &DatasetProfile::profileChanged, this, [this](qsizetype changed) {
        if (changed == m_column)
            refresh();
    });
    refresh();
}

void ColumnPage::setColumn(qsizetype column)
{
    if (m_column != column)
        m_showsAll = false;
    m_column = column;
    refresh();
}

void ColumnPage::refresh()
{
    const bool has = m_dataset && m_column >= 0 && m_column < m_dataset->array().columnCount();
    for (QWidget *part : {static_cast<QWidget *>(m_badge), static_cast<QWidget *>(m_change),
                          static_cast<QWidget *>(m_keep), static_cast<QWidget *>(m_fill),
                          static_cast<QWidget *>(m_factBox), static_cast<QWidget *>(m_type)})
        part->setVisible(has);
    if (!has) {
        m_name->setText(tr("No column chosen"));
        m_note->setText(tr("Move the cursor to a cell to see what its column holds."));
        m_note->setVisible(true);
        m_state->setVisible(false);
        m_chart->setProfile({}, true);
        m_topModel->setProfile({}, true, 0);
        m_top->setVisible(false);
        m_topTitle->setVisible(false);
        m_all->setVisible(false);
        return;
    }
    const Field &field = m_dataset->array().field(m_column);
    const auto profile = m_profile ? m_profile->profile(m_column) : nullptr;
    const bool isCurrent =
        m_profile && m_profile->isCurrent(m_column) && profile && profile->isComplete();
    m_name->setUntrustedText(field.name);
    m_badge->setText(badgeText(field.type));
    m_badge->setLook({.isCurrent = true, .isDashed = !field.note.isEmpty()});
    m_type->setText(typeTitle(field.type.kind));
    m_note->setUntrustedText(field.note);
    m_note->setVisible(!field.note.isEmpty());
    m_state->setVisible(!isCurrent);
    if (!profile)
        m_state->setText(tr("Counting…"));
    else if (!isCurrent)
        m_state->setText(
            tr("So far: %1 of %2").arg(numberText(profile->seen), rowsText(profile->rows)));
    m_chart->setProfile(profile, isCurrent);
    showFacts(profile.get());
    const int values = profile ? static_cast<int>(profile->top.size()) : 0;
    const bool saysSomething =
        profile && values > 0
        && !(profile->isNearlyAllDifferent() && profile->top.front().count == 1);
    m_topModel->setProfile(saysSomething ? profile : nullptr, isCurrent,
                           m_showsAll                         ? values
                           : profile && profile->bins.empty() ? MoreValues
                                                              : FewValues);
    m_top->setVisible(saysSomething);
    m_top->updateGeometry();
    m_topTitle->setVisible(saysSomething);
    m_all->setVisible(saysSomething && (m_showsAll || m_topModel->rowCount() < values));
    m_all->setText(m_showsAll ? tr("Show fewer") : tr("Show %n value(s)", nullptr, values));
    m_fill->setEnabled(!profile || profile->missing > 0);
    m_fill->setToolTip(m_fill->isEnabled() ? QString() : tr("Nothing is missing in this column"));
}

void ColumnPage::showFacts(const ColumnProfile *profile)
{
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!profile)
        return;
    std::vector<std::pair<QString, QString>> facts;
    const auto add = [&](const QString &label, const QString &value) {
        if (!value.isEmpty())
            facts.emplace_back(label, value);
    };
    const auto value = [&](const Value &v, bool isExact = true) {
        const QString text = valueText(profile->type, profile->form, v, 40);
        return text.isEmpty() || isExact ? text : tr("about %1").arg(text);
    };
    const QString distinct = numberText(profile->distinct);
    const auto addMean = [&] {
        if (profile->mean)
            add(tr("Mean"), profile->type.isNumber()
                                ? meanText(*profile->mean)
                                : unitsText(profile->type, profile->form, *profile->mean));
    };
    // In pairs that belong together.
    const bool isMissing = profile->missing > 0;
    add(tr("Missing"), numberText(profile->missing));
    if (isMissing)
        add(tr("Share"), shareText(profile->missing, profile->seen));
    add(tr("Distinct"), profile->distinctIsExact ? distinct : tr("about %1").arg(distinct));
    if (isMissing)
        addMean();
    add(tr("Minimum"), value(profile->minimum));
    add(tr("Maximum"), value(profile->maximum));
    add(tr("Lower ¼"), value(profile->lowerQuartile, profile->quartilesAreExact));
    add(tr("Upper ¼"), value(profile->upperQuartile, profile->quartilesAreExact));
    if (!isMissing)
        addMean();
    if (profile->type.isBytes() || profile->type.kind == TypeKind::Documents
        || profile->type.kind == TypeKind::Tensor) {
        if (profile->shortest)
            add(tr("Shortest"), numberText(*profile->shortest));
        if (profile->longest)
            add(tr("Longest"), numberText(*profile->longest));
        if (profile->empty > 0)
            add(tr("Empty"), numberText(profile->empty));
    }
    // Two columns side by side, unless the values need the room of both: a cut number is another.
    const QFontMetrics words(Theme::font(TextSize::Base));
    const Figures figures(Theme::font(TextSize::Base, QFont::Medium));
    std::array<int, 2> labels{};
    int widest = 0; // both columns of values are as wide as the widest
    for (size_t at = 0; at < facts.size(); ++at) {
        labels[at % 2] = std::max(labels[at % 2], words.horizontalAdvance(facts[at].first) + 1);
        widest = std::max(widest, int(std::ceil(figures.width(facts[at].second))) + 1);
    }
    const int room = contentsRect().width() - 2 * Margin - 3 * m_facts->horizontalSpacing();
    const bool isNarrow = labels[0] + labels[1] + 2 * widest > room;
    const int columns = isNarrow ? 1 : 2;
    int count = 0;
    for (const auto &[label, text] : facts) {
        auto *name = new PlainLabel(label, TextSize::Base, ColorRole::Text2);
        auto *figure = new PlainLabel(text, TextSize::Base);
        figure->setType(TextSize::Base, QFont::Medium);
        figure->setFigures(true);
        figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        figure->setAccessibleName(label + u": "_s + text);
        m_facts->addWidget(name, count / columns, count % columns * 2);
        m_facts->addWidget(figure, count / columns, count % columns * 2 + 1);
        ++count;
    }
    m_facts->setColumnStretch(3, isNarrow ? 0 : 1);
}

} // namespace passel
