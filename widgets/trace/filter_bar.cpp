// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/filter_bar.h"

#include <algorithm>

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent),
      m_caption(new QLabel(this)),
      m_layer(new QComboBox(this)),
      m_phase(new QComboBox(this)),
      m_layerChip(new QToolButton(this)),
      m_phaseChip(new QToolButton(this)),
      m_spanChip(new QToolButton(this)),
      m_note(new QLabel(this)),
      m_csv(new QPushButton(this)) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    setRole(*m_caption, "caption");
    setRole(*m_note, "caption");
    setRole(*m_csv, "quiet");
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_layer->setMinimumContentsLength(16);
    for (QToolButton* chip : {m_layerChip, m_phaseChip, m_spanChip}) setRole(*chip, "chip");
    for (QWidget* part : std::initializer_list<QWidget*>{m_caption, m_layer, m_phase, m_layerChip, m_phaseChip, m_spanChip})
        line->addWidget(part);
    line->addStretch(1);
    line->addWidget(m_note);
    line->addWidget(m_csv);
    connect(m_layer, &QComboBox::activated, this,
            [this](int row) { Q_EMIT nodeChosen(row <= 0 ? QString() : fromUtf8(m_layers[static_cast<std::size_t>(row - 1)])); });
    connect(m_phase, &QComboBox::activated, this,
            [this](int row) { Q_EMIT phaseChosen(row <= 0 ? std::nullopt : std::optional(m_phases[static_cast<std::size_t>(row - 1)])); });
    connect(m_layerChip, &QToolButton::clicked, this, [this] { Q_EMIT nodeChosen({}); });
    connect(m_phaseChip, &QToolButton::clicked, this, [this] { Q_EMIT phaseChosen({}); });
    connect(m_spanChip, &QToolButton::clicked, this, &FilterBar::spanCleared);
    connect(m_csv, &QPushButton::clicked, this, &FilterBar::csvRequested);
    showChoices();
}

void FilterBar::setChoices(std::vector<std::string> layers, std::vector<Phase> phases) {
    if (layers == m_layers && phases == m_phases) return;
    m_layers = std::move(layers);
    m_phases = std::move(phases);
    showChoices();
}

void FilterBar::setFilter(const TraceFilter& filter) {
    m_filter = filter;
    showFilter();
}

void FilterBar::setBusy(bool busy) {
    m_busy = busy;
    showNote();
}

QString FilterBar::note() const { return m_note->text(); }

void FilterBar::showNote() {
    const bool marked = m_filter.span != TimeSpan::everything();
    m_note->setText(m_busy   ? tr("The tables are being computed…")
                    : marked ? tr("figures are for the marked span")
                             : tr("figures are for one step"));
}

void FilterBar::setTableShown(bool shown) { m_csv->setEnabled(shown); }

QStringList FilterBar::chips() const {
    QStringList texts;
    for (const QToolButton* chip : {m_layerChip, m_phaseChip, m_spanChip})
        if (!chip->isHidden()) texts.append(chip->text());
    return texts;
}

void FilterBar::showChoices() {
    m_layer->clear();
    m_layer->addItem(tr("All layers"));
    for (const std::string& layer : m_layers) m_layer->addItem(fromUtf8(layer));
    m_phase->clear();
    m_phase->addItem(tr("All phases"));
    for (const Phase phase : m_phases) m_phase->addItem(phaseWord(phase));
    m_caption->setText(tr("Filter"));
    m_layer->setAccessibleName(tr("Layer that the tables are about"));
    m_phase->setAccessibleName(tr("Phase that the tables are about"));
    m_csv->setText(tr("Save as CSV…"));
    m_csv->setToolTip(tr("The table that is shown, with these filters"));
    showFilter();
}

void FilterBar::showFilter() {
    const auto layer = std::ranges::find(m_layers, m_filter.node);
    // What is no layer of its own (a node with its repetitions) stands in the chip only.
    m_layer->setCurrentIndex(m_filter.node.empty() || layer == m_layers.end() ? 0 : static_cast<int>(layer - m_layers.begin()) + 1);
    const auto phase = m_filter.phase ? std::ranges::find(m_phases, *m_filter.phase) : m_phases.end();
    m_phase->setCurrentIndex(phase == m_phases.end() ? 0 : static_cast<int>(phase - m_phases.begin()) + 1);
    const bool marked = m_filter.span != TimeSpan::everything();
    const auto show = [](QToolButton* chip, bool shown, const QString& text) {
        chip->setVisible(shown);
        if (!shown) return;
        chip->setText(QStringLiteral("%1 ×").arg(text));
        chip->setToolTip(tr("Take this filter away (Esc: all)"));
    };
    show(m_layerChip, !m_filter.node.empty(), tr("layer: %1").arg(fromUtf8(m_filter.node)));
    show(m_phaseChip, m_filter.phase.has_value(), m_filter.phase ? tr("phase: %1").arg(phaseWord(*m_filter.phase)) : QString());
    show(m_spanChip, marked, marked ? tr("marked: %1").arg(timeText(static_cast<double>(m_filter.span.duration()))) : QString());
    showNote();
}

void FilterBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) showChoices();
    QWidget::changeEvent(event);
}

}  // namespace seekbench
