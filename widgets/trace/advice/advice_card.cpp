// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/advice/advice_card.h"

#include <cmath>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {
namespace {

QString valueText(const AdviceFigure& figure) {
    if (figure.unit == "%") return QStringLiteral("%1 %").arg(fixed(figure.value, 1));
    if (figure.unit == "ms") return timeText(figure.value * 1e6);
    if (figure.unit == "µs") return timeText(figure.value * 1e3);
    if (figure.unit == "x") return QStringLiteral("%1 ×").arg(fixed(figure.value, 2));
    return countText(std::llround(figure.value));
}

QLabel* addLabel(QLayout* rows, QWidget* parent, const char* role) {
    auto* label = new QLabel(parent);
    setRole(*label, role);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(label);
    return label;
}

}  // namespace

AdviceCard::AdviceCard(Advice advice, QWidget* parent) : QFrame(parent), m_advice(std::move(advice)) {
    setRole(*this, "card");
    auto* rows = new QVBoxLayout(this);
    rows->setSpacing(emPixels(*this, 0.31));
    auto* head = new QHBoxLayout;
    m_finding = addLabel(head, this, "strong");
    head->setStretchFactor(m_finding, 1);
    m_share = new QLabel(this);
    setRole(*m_share, "chip-info");
    head->addWidget(m_share, 0, Qt::AlignTop);
    rows->addLayout(head);
    m_remedy = addLabel(rows, this, "second");
    m_evidence = addLabel(rows, this, "caption");
    m_change = addLabel(rows, this, "mono");
    m_warning = addLabel(rows, this, "warning");
    makeButtons(rows);
    retranslate();
}

void AdviceCard::makeButtons(QVBoxLayout* rows) {
    auto* buttons = new QHBoxLayout;
    m_measure = new QPushButton(this);
    m_cancel = new QPushButton(this);
    m_apply = new QPushButton(this);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(emPixels(*this, 14));
    m_progress = new QLabel(this);
    setRole(*m_progress, "caption");
    for (QWidget* part : std::initializer_list<QWidget*>{m_measure, m_cancel, m_apply, m_bar, m_progress}) buttons->addWidget(part);
    buttons->addStretch(1);
    rows->addLayout(buttons);
    auto* outcome = new QHBoxLayout;
    m_verdict = new QLabel(this);
    outcome->addWidget(m_verdict, 0, Qt::AlignTop);
    m_result = addLabel(outcome, this, "");
    outcome->setStretchFactor(m_result, 1);
    rows->addLayout(outcome);
    connect(m_measure, &QPushButton::clicked, this, &AdviceCard::measureRequested);
    connect(m_cancel, &QPushButton::clicked, this, &AdviceCard::cancelRequested);
    connect(m_apply, &QPushButton::clicked, this, &AdviceCard::applyRequested);
}

void AdviceCard::setTrial(const AdviceTrial& trial) {
    const bool hadFocus = m_measure->hasFocus() || m_cancel->hasFocus();
    m_trial = trial;
    showTrial();
    if (!hadFocus) return;  // who works by keyboard stays where they are
    const bool runs = m_trial.state == AdviceTrial::State::Running;
    (runs ? m_cancel : m_measure->isEnabled() ? m_measure : m_apply)->setFocus();
}

void AdviceCard::setCanMeasure(bool can) {
    m_canMeasure = can;
    showTrial();
}

void AdviceCard::retranslate() {
    m_finding->setText(translated(m_advice.finding));
    setAccessibleName(m_finding->text());
    m_share->setText(tr("up to %1 % of a step").arg(percentText(m_advice.share, 1)));
    m_share->setToolTip(tr("The part of a step's time that is at stake."));
    m_remedy->setText(translated(m_advice.remedy));
    QStringList figures;
    for (const AdviceFigure& figure : m_advice.evidence)
        figures.append(QStringLiteral("%1 %2").arg(translated(figure.label), valueText(figure)));
    m_evidence->setText(figures.join(QStringLiteral(" · ")));
    m_change->setText(fromUtf8(changesText(m_advice)));
    m_warning->setText(tr("It learns differently with this change: compare the curves before you keep it."));
    m_measure->setText(tr("Measure the gain"));
    m_measure->setToolTip(
        tr("Trains a few steps without and with the change in turns and compares the time for a sample. Nothing of it is kept."));
    m_measure->setAccessibleDescription(m_measure->toolTip());
    m_cancel->setText(tr("Cancel"));
    m_apply->setText(tr("Apply to the experiment"));
    m_apply->setToolTip(tr("Makes the change in the document, as one step that can be undone."));
    m_apply->setAccessibleDescription(m_apply->toolTip());
    m_bar->setAccessibleName(tr("Trainings that are done"));
    const bool canTry = !m_advice.changes.empty();
    for (QWidget* part : std::initializer_list<QWidget*>{m_change, m_apply}) part->setVisible(canTry);
    m_warning->setVisible(canTry && m_advice.learnsDifferently);
    showTrial();
}

void AdviceCard::showTrial() {
    using State = AdviceTrial::State;
    const bool runs = m_trial.state == State::Running;
    m_measure->setVisible(!m_advice.changes.empty() && !runs);
    m_measure->setEnabled(m_canMeasure);
    m_cancel->setVisible(runs);
    m_bar->setVisible(runs);
    m_progress->setVisible(runs);
    m_bar->setRange(0, m_trial.of);
    m_bar->setValue(m_trial.done);
    m_progress->setText(!runs             ? QString()
                        : m_trial.of == 0 ? tr("Measuring begins.")
                                          : tr("Training %1 of %2").arg(std::min(m_trial.done + 1, m_trial.of)).arg(m_trial.of));
    QString word, sentence;
    const char* mark = "chip";
    if (m_trial.state == State::Measured) {
        sentence = translated(sentenceOf(m_trial.gain));
        switch (m_trial.gain.verdict()) {
            case TrialGain::Verdict::Faster: word = tr("Faster"), mark = "chip-ok"; break;
            case TrialGain::Verdict::Slower: word = tr("Slower"), mark = "chip-error"; break;
            case TrialGain::Verdict::WithinNoise: word = tr("Within the noise"), mark = "chip-dashed"; break;
        }
    } else if (m_trial.state == State::Failed) {
        word = tr("Not measured");
        if (m_trial.failure) sentence = translated(*m_trial.failure);
        mark = "chip-warning";
    } else if (m_trial.state == State::Stopped) {
        sentence = tr("Cancelled; nothing was measured.");
    }
    setRole(*m_verdict, mark);
    m_verdict->setText(word);
    m_verdict->setVisible(!word.isEmpty());
    m_result->setText(sentence);
    m_result->setVisible(!sentence.isEmpty());
}

QString AdviceCard::evidence() const { return m_evidence->text(); }
QString AdviceCard::progress() const { return m_progress->text(); }
QString AdviceCard::verdict() const { return m_verdict->text(); }
QString AdviceCard::result() const { return m_result->text(); }
QString AdviceCard::warning() const { return m_warning->isVisibleTo(this) ? m_warning->text() : QString(); }

}  // namespace seekbench
