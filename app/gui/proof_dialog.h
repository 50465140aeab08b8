// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include <QtWidgets/QDialog>

#include "app/session/prove.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace seekbench {

// "Prove exact resume…": trains an experiment straight, and once more with a break and a resume, and says whether the two came to the
// same bits. Shows how far it has come; Cancel ends the workers at once. Closing cancels. Lives in the GUI thread.
class ProofDialog : public QDialog {
    Q_OBJECT

public:
    ProofDialog(Workspace workspace, Experiment experiment, QWidget* parent);
    ~ProofDialog() override;

    bool isAtWork() const { return m_isAtWork; }

Q_SIGNALS:
    void ended();  // with a verdict, an error, or nothing

private:
    void start();
    void showProgress(const ProofProgress& progress);
    void take(const Result<std::optional<Proof>>& proof);
    void setAtWork(bool atWork);

    Workspace m_workspace;
    Experiment m_experiment;
    std::stop_source m_stop;
    bool m_isAtWork = false;
    QSpinBox* m_steps;
    QComboBox* m_interruption;
    QProgressBar* m_bar;
    QLabel *m_phase, *m_verdict;
    QPushButton *m_start, *m_cancel;
};

}  // namespace seekbench
