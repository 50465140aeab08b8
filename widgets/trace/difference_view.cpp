// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/difference_view.h"

#include <algorithm>
#include <cmath>

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "widgets/controls/segmented_control.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/change_view.h"
#include "widgets/trace/profile_tables.h"
#include "widgets/trace/sorted_table.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {
namespace {

constexpr int kByLayer = 0;

}  // namespace

DifferenceView::DifferenceView(QWidget* parent)
    : QWidget(parent),
      m_caption(new QLabel(this)),
      m_verdict(new QLabel(this)),
      m_choice(new QComboBox(this)),
      m_by(new SegmentedControl({{}, {}}, this)),
      m_rows(new ProfileTable(this)) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, emPixels(*this, 0.46), 0, 0);
    auto* head = new QHBoxLayout;
    setRole(*m_caption, "caption");
    setRole(*m_verdict, "second");
    m_verdict->setWordWrap(true);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(28);
    head->addWidget(m_caption);
    head->addWidget(m_choice);
    head->addWidget(m_verdict, 1);
    head->addWidget(m_by);
    rows->addLayout(head);
    auto* parts = new QSplitter(Qt::Horizontal, this);
    m_table = makeSortedTable(m_rows, parts);
    m_icicle = new ChangeView(parts);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setSizes({emPixels(*this, 60), emPixels(*this, 30)});
    rows->addWidget(parts, 1);
    connect(m_choice, &QComboBox::activated, this, [this](int row) {
        if (row > 0) Q_EMIT otherChosen(row - 1);
    });
    connect(m_by, &SegmentedControl::chosen, this, &DifferenceView::showRows);
    connect(m_icicle, &ChangeView::layerActivated, this, &DifferenceView::layerActivated);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const QString path = index.data(ProfileTable::kPathRole).toString(); !path.isEmpty()) Q_EMIT layerActivated(path);
    });
    retranslate();
}

void DifferenceView::setChoices(const QStringList& names, int current) {
    m_choices = names;
    m_current = current;
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(names.isEmpty() ? tr("There is no other profile") : tr("Choose a profile…"));
    m_choice->addItems(names);
    m_choice->setCurrentIndex(current + 1);
}

void DifferenceView::setComparison(std::optional<Comparison> comparison) {
    m_comparison = std::move(comparison);
    m_icicle->setTree(m_comparison ? changeTree(m_comparison->layers) : std::vector<ChangeNode>());
    showRows();
}

void DifferenceView::setFilter(const TraceFilter& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    showRows();
}

void DifferenceView::setTheme(Theme theme) { m_icicle->setTheme(theme); }
QString DifferenceView::verdict() const { return m_verdict->text(); }
CsvTable DifferenceView::csv() const { return csvOf(shownRows()); }

std::vector<DifferenceRow> DifferenceView::shownRows() const {
    if (!m_comparison) return {};
    const bool byLayer = m_by->current() == kByLayer;
    std::vector<DifferenceRow> rows = (byLayer ? m_comparison->layers : m_comparison->operators).rows;
    std::erase_if(rows, [&](const DifferenceRow& row) {
        if (!m_filter.node.empty() && !liesIn(row.node, m_filter.node)) return true;
        if (!byLayer) return false;  // an operator of a layer is the same row in every phase
        // One phase: its rows; all: those of whole layers. What has no layer is told by its phases.
        if (m_filter.phase) return row.name != nameOf(*m_filter.phase);
        return row.node.empty() ? row.name.empty() : !row.name.empty();
    });
    return rows;
}

void DifferenceView::showRows() {
    m_rows->setDifference(shownRows(), m_by->current() == kByLayer);
    m_table->sortByColumn(m_rows->columnCount() - 3, Qt::DescendingOrder);
    if (!m_comparison) return m_verdict->setText(tr("What became faster and what slower, beyond the noise of the steps."));
    const DifferenceRow& step = m_comparison->operators.step;
    QString words = tr("A step took %1 before and %2 after: %3.")
                        .arg(timeText(step.before), timeText(step.after), translated(labelOf(step.verdict)).toLower());
    if (std::isfinite(step.low) && step.verdict != DifferenceRow::Verdict::Unknown)
        words += QLatin1Char(' ') + tr("With 95 % confidence between %1 and %2.").arg(signedTimeText(step.low), signedTimeText(step.high));
    if (step.verdict == DifferenceRow::Verdict::Unknown) words += QLatin1Char(' ') + tr("Profile at least three steps in both.");
    // Else a row whose interval leaves 0 out and that is called noise looks like a mistake.
    words += QLatin1Char(' ') + tr("The rows are judged together (Holm): among many, one would leave its interval by chance.");
    m_verdict->setText(words);
}

void DifferenceView::retranslate() {
    m_caption->setText(tr("Compare with"));
    m_by->setTexts({tr("By layer"), tr("By operator")});
    m_by->setAccessibleName(tr("What is compared"));
    m_choice->setAccessibleName(tr("Profile to compare with"));
    m_table->setAccessibleName(tr("Differences"));
    setChoices(m_choices, m_current);
    showRows();
}

void DifferenceView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!event->spontaneous()) Q_EMIT choicesRequested();
}

void DifferenceView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace seekbench
