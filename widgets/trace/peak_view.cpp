// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/peak_view.h"

#include <cmath>

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/profile_tables.h"
#include "widgets/trace/sorted_table.h"

namespace seekbench {

PeakView::PeakView(QWidget* parent)
    : QWidget(parent),
      m_caption(new QLabel(this)),
      m_go(new QPushButton(this)),
      m_categoryRows(new ProfileTable(this)),
      m_layerRows(new ProfileTable(this)) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, emPixels(*this, 0.46), 0, 0);
    auto* head = new QHBoxLayout;
    setRole(*m_caption, "second");
    m_caption->setWordWrap(true);
    setRole(*m_go, "quiet");
    head->addWidget(m_caption, 1);
    head->addWidget(m_go);
    rows->addLayout(head);
    auto* parts = new QSplitter(Qt::Horizontal, this);
    m_categories = makeSortedTable(m_categoryRows, parts);
    m_layers = makeSortedTable(m_layerRows, parts);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 3);
    rows->addWidget(parts, 1);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (m_peak) Q_EMIT momentRequested(m_peak->time);
    });
    connect(m_layers, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const QString path = index.data(ProfileTable::kPathRole).toString(); !path.isEmpty()) Q_EMIT layerActivated(path);
    });
    showPeak();
}

void PeakView::setPeak(std::optional<MemoryPeak> peak) {
    m_peak = std::move(peak);
    showPeak();
}

QString PeakView::caption() const { return m_caption->text(); }

CsvTable PeakView::csv() const {
    CsvTable table{{"kind", "name", "phase", "bytes"}, {}};
    if (!m_peak) return table;
    const auto bytes = [](double value) { return std::to_string(std::llround(value)); };
    for (const auto& category : m_peak->categories) table.rows.push_back({"category", category.name, "", bytes(category.bytes)});
    for (const auto& layer : m_peak->layers)
        table.rows.push_back({"grown", layer.node, std::string(nameOf(layer.phase)), bytes(layer.grown)});
    return table;
}

void PeakView::showPeak() {
    m_categoryRows->setMemory(m_peak.value_or(MemoryPeak()).categories);
    m_layerRows->setGrowth(m_peak.value_or(MemoryPeak()).layers);
    m_categories->sortByColumn(1, Qt::DescendingOrder);
    m_layers->sortByColumn(2, Qt::DescendingOrder);
    m_categories->setAccessibleName(tr("What the memory is for at the peak"));
    m_layers->setAccessibleName(tr("Layers that made the memory grow"));
    m_go->setText(tr("Show the moment"));
    m_go->setVisible(m_peak.has_value());
    if (!m_peak) return m_caption->setText(tr("This profile says nothing about memory."));
    QString words = m_peak->step ? tr("At most %1, in step %2.").arg(bytesText(std::llround(m_peak->total)), countText(*m_peak->step))
                                 : tr("At most %1.").arg(bytesText(std::llround(m_peak->total)));
    words += QLatin1Char(' ');
    words += m_peak->layers.empty() ? tr("No layer made it grow: it was laid out before the first step.")
                                    : tr("Right: by how much it grew in that step while each layer was at work, until then.");
    m_caption->setText(words);
}

void PeakView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) showPeak();
    QWidget::changeEvent(event);
}

}  // namespace seekbench
