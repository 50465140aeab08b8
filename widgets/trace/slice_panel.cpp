// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/slice_panel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {

SlicePanel::SlicePanel(QWidget* parent) : QWidget(parent) {
    auto* rows = new QVBoxLayout(this);
    m_title = new QLabel(this);
    m_title->setWordWrap(true);
    setRole(*m_title, "title");
    m_facts = new QWidget(this);
    m_form = new QFormLayout(m_facts);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_onCanvas = new QPushButton(this);
    rows->addWidget(m_title);
    rows->addWidget(m_facts);
    rows->addWidget(m_onCanvas, 0, Qt::AlignLeft);
    rows->addStretch(1);
    connect(m_onCanvas, &QPushButton::clicked, this, [this] { Q_EMIT nodeActivated(m_node); });
    show();
}

void SlicePanel::setSlice(const SharedProfile& data, std::optional<SliceRef> slice) {
    m_data = data;
    m_slice = slice;
    show();
}

void SlicePanel::show() {
    while (m_form->rowCount() > 0) m_form->removeRow(0);
    m_node.clear();
    m_onCanvas->setText(tr("On the canvas"));
    m_onCanvas->setVisible(false);
    if (!m_data || !m_slice) {
        m_title->setText(tr("Click a slice of the timeline."));
        return;
    }
    const Dictionary& words = m_data->trace.dictionary();
    const Slice slice = m_data->trace.at(*m_slice);
    const Scope& scope = m_data->attribution.of(m_slice->track, m_slice->slice);
    const Arguments& arguments = words.arguments(slice.arguments);
    m_title->setText(fromUtf8(words.nameOf(slice.label)));
    m_node = fromUtf8(words.text(scope.node));
    m_onCanvas->setVisible(!m_node.isEmpty());
    const auto add = [&](const QString& name, const QString& value) {
        auto* label = new QLabel(value, m_facts);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_form->addRow(name, label);
    };
    if (!m_node.isEmpty()) add(tr("Layer"), m_node);
    if (scope.phase != Phase::None) add(tr("Phase"), phaseWord(scope.phase));
    add(tr("Duration"), timeText(static_cast<double>(slice.duration)));
    add(tr("Begins at"), timeText(static_cast<double>(slice.start - m_data->trace.span().begin)));
    for (const Step& step : m_data->trace.steps())
        if (step.span().contains(slice.start)) add(tr("Step"), countText(step.number));
    add(tr("Thread"), translatedTrack(words.text(m_data->trace.track(m_slice->track).name)));
    if (arguments.shapes) add(tr("Shapes"), fromUtf8(words.text(arguments.shapes)));
    if (arguments.flops > 0) {
        add(tr("FLOP"), tr("%1, by formula").arg(amountText(arguments.flops)));
        if (slice.duration > 0)
            add(tr("Rate"), QStringLiteral("%1FLOP/s").arg(amountText(arguments.flops * 1e9 / static_cast<double>(slice.duration))));
    }
    if (arguments.bytes > 0) add(tr("Bytes"), tr("%1, at least").arg(bytesText(static_cast<std::int64_t>(arguments.bytes))));
    const double attainable =
        1e9 * attainableSeconds(m_data->trace.ceilings(), words.text(arguments.type), arguments.flops, arguments.bytes);
    if (attainable > 0 && slice.duration > 0)
        add(tr("Could take"),
            tr("%1 (%2 % of the possible)").arg(timeText(attainable), percentText(attainable / static_cast<double>(slice.duration), 0)));
    for (const auto& [key, value] : arguments.other) add(fromUtf8(words.text(key)), fromUtf8(words.text(value)));
}

void SlicePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) show();
    QWidget::changeEvent(event);
}

}  // namespace seekbench
