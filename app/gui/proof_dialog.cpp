// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/proof_dialog.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

#include "app/gui/background.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr int kParts = 3;  // straight, up to the break, after it

}  // namespace

ProofDialog::ProofDialog(Workspace workspace, Experiment experiment, QWidget* parent)
    : QDialog(parent), m_workspace(std::move(workspace)), m_experiment(std::move(experiment)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Prove exact resume"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(emPixels(*this, 0.62));
    auto* intro =
        new QLabel(tr("Trains the experiment straight, and once more with a break and a resume, and compares weights, optimizer state "
                      "and the values of every step bit by bit. Both trainings are thrown away afterwards."),
                   this);
    intro->setWordWrap(true);
    layout->addWidget(intro);

    auto* form = new QFormLayout;
    m_steps = new QSpinBox(this);
    m_steps->setRange(static_cast<int>(ProofOptions::kFewestSteps), 1'000'000);
    m_steps->setValue(static_cast<int>(ProofOptions{}.steps));
    form->addRow(tr("&Steps of each training"), m_steps);
    m_interruption = new QComboBox(this);
    m_interruption->addItem(tr("killed (kill -9)"), static_cast<int>(Interruption::Kill));
    m_interruption->addItem(tr("power cut: half a checkpoint, a torn journal"), static_cast<int>(Interruption::PowerCut));
    m_interruption->addItem(tr("stopped with a checkpoint"), static_cast<int>(Interruption::Stop));
    form->addRow(tr("&How the second is broken"), m_interruption);
    layout->addLayout(form);

    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the proof"));
    m_phase = new QLabel(this);
    setRole(*m_phase, "caption");
    m_verdict = new QLabel(this);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_bar);
    layout->addWidget(m_phase);
    layout->addWidget(m_verdict);
    layout->addStretch();

    auto* buttons = new QDialogButtonBox(this);
    m_start = buttons->addButton(tr("&Prove"), QDialogButtonBox::ActionRole);
    m_cancel = buttons->addButton(tr("&Cancel"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("C&lose"), QDialogButtonBox::RejectRole);
    setRole(*m_start, "primary");
    m_start->setDefault(true);
    layout->addWidget(buttons);
    connect(m_start, &QPushButton::clicked, this, &ProofDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_stop.request_stop(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setAtWork(false);
    resize(emPixels(*this, 40), emPixels(*this, 20));
}

ProofDialog::~ProofDialog() { m_stop.request_stop(); }

void ProofDialog::start() {
    m_stop = {};
    m_verdict->clear();
    setAtWork(true);
    const ProofOptions options{.steps = m_steps->value(), .interruption = static_cast<Interruption>(m_interruption->currentData().toInt())};
    // The thread may outlive the dialog by some moments: it is told to stop then, and tells nobody.
    const auto tell = [dialog = QPointer(this)](const ProofProgress& progress) {
        QMetaObject::invokeMethod(qApp, [dialog, progress] {
            if (dialog) dialog->showProgress(progress);
        });
    };
    inBackgroundForLong(
        this,
        [workspace = m_workspace, experiment = m_experiment, options, tell, stop = m_stop.get_token()] {
            return prove(workspace, experiment, options, tell, stop);
        },
        [this](const Result<std::optional<Proof>>& proof) { take(proof); });
}

void ProofDialog::showProgress(const ProofProgress& progress) {
    if (!m_isAtWork) return;
    const auto steps = static_cast<int>(std::max<std::int64_t>(progress.steps, 1));
    m_bar->setRange(0, kParts * steps);
    m_bar->setValue(static_cast<int>(progress.phase) * steps + static_cast<int>(progress.step));
    m_phase->setText(translated(sentenceOf(progress)));
}

void ProofDialog::take(const Result<std::optional<Proof>>& proof) {
    setAtWork(false);
    m_phase->clear();
    setRole(*m_verdict, proof && *proof && (*proof)->holds() ? "chip-ok" : "chip-error");
    if (!proof) {
        m_verdict->setText(translated(proof.error()));
    } else if (!*proof) {
        setRole(*m_verdict, "second");
        m_verdict->setText(tr("Cancelled; nothing is proven."));
    } else {
        m_verdict->setText(translated(verdictOf(**proof)));
        m_bar->setValue(m_bar->maximum());
    }
    Q_EMIT ended();
}

void ProofDialog::setAtWork(bool atWork) {
    m_isAtWork = atWork;
    m_bar->setVisible(atWork);
    m_start->setEnabled(!atWork);
    m_steps->setEnabled(!atWork);
    m_interruption->setEnabled(!atWork);
    m_cancel->setEnabled(atWork);
}

}  // namespace seekbench
