// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtWidgets/QFrame>

#include "core/base/error.h"
#include "core/trace/analysis/advice.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace seekbench {

// How far measuring the gain of one piece of advice has come, and what it has shown.
struct AdviceTrial {
    enum class State { None, Running, Measured, Stopped, Failed };
    State state = State::None;
    int done = 0, of = 0;  // trainings, while it runs; 0 of 0: it begins
    TrialGain gain;        // when it is measured
    std::optional<Error> failure = std::nullopt;
};

// One piece of advice: what is so, what can be done, the figures it rests on and the part of a step at stake. Where there is a setting to
// change it can be asked to measure the gain, and to make the change. Lives in the GUI thread.
class AdviceCard : public QFrame {
    Q_OBJECT

public:
    explicit AdviceCard(Advice advice, QWidget* parent = nullptr);

    const Advice& advice() const { return m_advice; }
    void setTrial(const AdviceTrial& trial);
    const AdviceTrial& trial() const { return m_trial; }
    // Only one gain is measured at a time: two trainings side by side slow each other down.
    void setCanMeasure(bool can);
    void retranslate();

    QPushButton& measureButton() { return *m_measure; }
    QPushButton& cancelButton() { return *m_cancel; }
    QPushButton& applyButton() { return *m_apply; }
    QString evidence() const;  // "Waiting for data 41.2 % · A step 3.20 ms"
    QString progress() const;  // "Training 3 of 8"; empty when none runs
    QString verdict() const;   // the word that marks what was measured; empty before
    QString result() const;    // a sentence: the gain, or why there is none; empty before
    QString warning() const;   // what to know before the change is made; empty: nothing

Q_SIGNALS:
    void measureRequested();
    void cancelRequested();
    void applyRequested();

private:
    void makeButtons(QVBoxLayout* rows);
    void showTrial();

    Advice m_advice;
    AdviceTrial m_trial;
    bool m_canMeasure = true;
    QLabel *m_finding, *m_share, *m_remedy, *m_evidence, *m_change, *m_warning, *m_progress, *m_verdict, *m_result;
    QProgressBar* m_bar;
    QPushButton *m_measure, *m_cancel, *m_apply;
};

}  // namespace seekbench
