// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/run_header.h"

#include <algorithm>
#include <cmath>

#include <QtCore/QDateTime>
#include <QtCore/QTimer>
#include <QtGui/QKeySequence>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "widgets/runs/run_model.h"
#include "widgets/runs/run_progress_bar.h"
#include "widgets/runs/state_chip.h"
#include "widgets/runs/state_words.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr int kUpdateMilliseconds = 100, kClockMilliseconds = 1000;

QString bold(const QString& text) { return QStringLiteral("<b>%1</b>").arg(text); }

QLabel* label(QWidget* parent, const char* role = nullptr) {
    auto* result = new QLabel(parent);
    result->setMinimumWidth(1);  // a long sentence gives way before the window does
    if (role) setRole(*result, role);
    return result;
}

}  // namespace

RunHeader::RunHeader(QWidget* parent)
    : QFrame(parent),
      m_chip(new StateChip(this)),
      m_name(label(this, "title")),
      m_settings(label(this, "caption")),
      m_pause(addButton("pause", &RunHeader::pauseRequested)),
      m_resume(addButton("resume", &RunHeader::resumeRequested)),
      m_stop(addButton("stop", &RunHeader::stopRequested)),
      m_checkpoint(addButton("checkpoint", &RunHeader::checkpointRequested)),
      m_bar(new RunProgressBar(this)),
      m_position(label(this)),
      m_time(label(this)),
      m_checkpoints(label(this, "second")),
      m_noticeGlyph(new QLabel(this)),
      m_notice(label(this, "second")),
      m_update(new QTimer(this)),
      m_clock(new QTimer(this)) {
    setRole(*this, "panel");
    m_name->setTextFormat(Qt::PlainText);
    m_settings->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_position->setTextFormat(Qt::RichText);
    m_time->setTextFormat(Qt::RichText);
    m_notice->setTextFormat(Qt::PlainText);
    for (QLabel* right : {m_time, m_notice}) right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(4);
    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_chip);
    first->addWidget(m_name);
    first->addWidget(m_settings, 1);
    for (QPushButton* button : {m_pause, m_resume, m_stop, m_checkpoint}) first->addWidget(button);
    layout->addLayout(first);
    layout->addWidget(m_bar);
    auto* second = new QHBoxLayout;
    second->addWidget(m_position);
    second->addStretch(1);
    second->addWidget(m_time);
    layout->addLayout(second);
    auto* third = new QHBoxLayout;
    third->setSpacing(4);
    third->addWidget(m_checkpoints);
    third->addStretch(1);
    third->addWidget(m_noticeGlyph);
    third->addWidget(m_notice);
    layout->addLayout(third);

    m_update->setSingleShot(true);
    m_update->setInterval(kUpdateMilliseconds);
    m_clock->setInterval(kClockMilliseconds);
    connect(m_update, &QTimer::timeout, this, &RunHeader::showRun);
    connect(m_clock, &QTimer::timeout, this, &RunHeader::showRun);
    setTheme(m_theme);
    retranslate();
}

QPushButton* RunHeader::addButton(const char* name, void (RunHeader::*requested)(QString)) {
    auto* button = new QPushButton(this);
    button->setObjectName(QLatin1String(name));
    button->setProperty("size", QStringLiteral("small"));
    connect(button, &QPushButton::clicked, this, [this, requested] {
        if (m_run) Q_EMIT(this->*requested)(m_run->identity().id);
    });
    return button;
}

void RunHeader::setRun(RunModel* run) {
    if (run == m_run) return;
    if (m_run) m_run->disconnect(this);
    m_run = run;
    m_busy = false;
    if (run) {
        connect(run, &RunModel::changed, this, &RunHeader::scheduleUpdate);
        connect(run, &RunModel::stateChanged, this, [this] {
            m_busy = false;
            showRun();
        });
        connect(run, &RunModel::identityChanged, this, &RunHeader::showRun);
        connect(run, &QObject::destroyed, this, &RunHeader::showRun, Qt::QueuedConnection);
    }
    showRun();
}

RunModel* RunHeader::run() const { return m_run; }

void RunHeader::setBusy(bool busy) {
    m_busy = busy;
    showRun();
}

void RunHeader::setTheme(Theme theme) {
    m_theme = theme;
    m_chip->setTheme(theme);
    m_bar->setTheme(theme);
    m_pause->setIcon(icon("pause", theme, Colour::Warning));
    m_resume->setIcon(icon("resume_filled", theme, Colour::Ok));
    m_stop->setIcon(icon("stop_filled", theme, Colour::Error));
    m_checkpoint->setIcon(icon("flag_filled", theme, Colour::Accent));
    showRun();
}

void RunHeader::retranslate() {
    const auto set = [this](QPushButton* button, const QString& text, Qt::Key key, Qt::KeyboardModifiers modifiers, const QString& what) {
        const QString keys = QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence::NativeText);
        button->setText(m_keysShown ? QStringLiteral("%1  %2").arg(text, keys) : text);
        button->setAccessibleName(text);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(what, keys));
    };
    set(m_pause, tr("Pause after this step"), Qt::Key_F6, Qt::NoModifier, tr("Pauses after the step at work; nothing is lost."));
    set(m_resume, tr("Resume"), Qt::Key_F6, Qt::NoModifier, tr("Goes on where the run is, or from its newest checkpoint."));
    set(m_stop, tr("Stop, keep checkpoint"), Qt::Key_F5, Qt::ShiftModifier, tr("Writes a checkpoint and ends; the run can be resumed."));
    set(m_checkpoint, tr("Save checkpoint"), Qt::Key_F9, Qt::NoModifier, tr("Writes a checkpoint of the step at work."));
    m_bar->setAccessibleName(tr("Progress of the run"));
    showRun();
}

void RunHeader::scheduleUpdate() {
    if (!m_update->isActive() && isVisible()) m_update->start();
}

void RunHeader::showRun() {
    const RunModel* run = m_run;
    m_chip->setVisible(run != nullptr);
    const RunState state = run ? run->state() : RunState::Created;
    const bool free = run && !m_busy;
    m_pause->setEnabled(free && state == RunState::Running);
    m_resume->setEnabled(free && (state == RunState::Paused || isResumable(state)));
    m_stop->setEnabled(free && (state == RunState::Running || state == RunState::Paused));
    m_checkpoint->setEnabled(free && (state == RunState::Running || state == RunState::Paused));
    if (!run) {
        m_name->setText(tr("No run chosen"));
        m_settings->setText(tr("Press Start in Design, or choose a run on the left."));
        m_bar->setValues({});
        for (QLabel* text : {m_position, m_time, m_checkpoints, m_notice}) text->clear();
        m_noticeGlyph->hide();
        return;
    }
    m_chip->setState(state);
    m_name->setText(run->identity().name);
    showFigures(*run);
    showCheckpoints(*run);
    showNotice(*run);
}

void RunHeader::showFigures(const RunModel& run) {
    const RunIdentity& identity = run.identity();
    QStringList settings;
    if (!identity.dataset.isEmpty()) settings.append(identity.dataset);
    if (identity.parameters > 0) settings.append(tr("%1 parameters").arg(countText(identity.parameters)));
    if (identity.batchSize > 0) settings.append(tr("batch %1").arg(countText(identity.batchSize)));
    settings.append(tr("seed %1").arg(identity.seed));
    if (!run.attempts().empty()) settings.append(fromUtf8(run.attempts().back().device));
    m_settings->setText(settings.join(tr(", ")));
    m_settings->setToolTip(m_settings->text());

    const RunProgress& progress = run.progress();
    if (progress.totalSteps > 0) {
        const double share = static_cast<double>(progress.step) / static_cast<double>(progress.totalSteps);
        const QString between = QStringLiteral("&nbsp;&nbsp;&nbsp;&nbsp;");
        m_position->setText(tr("Epoch %1 of %2").arg(bold(countText(progress.epoch())), countText(progress.epochs())) + between +
                            tr("Step %1 of %2").arg(bold(countText(progress.step)), countText(progress.totalSteps)) + between +
                            bold(tr("%1 %", "share").arg(percentText(share, 1))));
    } else {
        m_position->setText(tr("Waiting for the worker's first word"));
    }
    m_bar->setAccessibleDescription(m_position->text());

    QString time = tr("%1 elapsed").arg(durationText(run.workedSeconds()));
    if (run.state() == RunState::Running && progress.secondsLeftHigh > 0) {
        const double low = progress.secondsLeftLow, high = progress.secondsLeftHigh;
        const QString left = bold(durationText((low + high) / 2));
        const QString range = durationText(low) == durationText(high)
                                  ? tr("from the latest steps")
                                  : tr("%1 – %2, from the latest steps").arg(durationText(low), durationText(high));
        time += QStringLiteral("&nbsp;&nbsp;&nbsp;&nbsp;") + tr("about %1 left").arg(left) +
                QStringLiteral(" <span style='color:%1'>(%2)</span>").arg(m_theme[Colour::Muted].name(), range);
    }
    m_time->setText(time);
}

void RunHeader::showCheckpoints(const RunModel& run) {
    const RunProgress& progress = run.progress();
    const CheckpointWritten* best = run.bestCheckpoint();
    const CheckpointWritten* newest = run.newestCheckpoint();
    QStringList parts;
    if (best) {
        const auto epoch = progress.stepsPerEpoch > 0 ? best->step / progress.stepsPerEpoch : 0;
        parts.append(QStringLiteral("○ ") + (epoch > 0 ? tr("best checkpoint: epoch %1").arg(countText(epoch))
                                                       : tr("best checkpoint: step %1").arg(countText(best->step))));
    }
    if (newest) {
        const double ago = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000 - newest->time;
        const QString size = bytesText(static_cast<std::int64_t>(newest->bytes));
        parts.append(isLive(run.state()) && ago >= 0
                         ? tr("newest checkpoint: step %1, %2 ago, %3").arg(countText(newest->step), durationText(ago), size)
                         : tr("newest checkpoint: step %1, %2").arg(countText(newest->step), size));
    }
    if (parts.isEmpty() && progress.totalSteps > 0) parts.append(tr("No checkpoint yet"));
    m_checkpoints->setText(parts.join(QStringLiteral("    ")));

    RunProgressBar::Values values{progress.step, progress.totalSteps, progress.epochs(), {}, {}};
    if (best) values.bestStep = best->step;
    if (newest) values.checkpointStep = newest->step;
    m_bar->setValues(values);
}

// What the user should know beyond the figures: why a run is not running, or that nothing is heard of it.
void RunHeader::showNotice(const RunModel& run) {
    const RunProgress& progress = run.progress();
    QString text;
    std::string_view glyph = stateGlyph(run.state());
    Colour colour = stateColour(run.state());
    const QString reason = translatedEnglish(progress.reason), advice = translatedEnglish(progress.advice);
    const QString checkpoint = run.newestCheckpoint() ? tr("Resume continues it from step %1.").arg(countText(run.newestCheckpoint()->step))
                                                      : tr("There is no checkpoint: Resume begins anew.");
    switch (run.state()) {
        case RunState::Interrupted:
            text = tr("Interrupted at step %1: its worker was killed or crashed.").arg(countText(progress.step)) + QLatin1Char(' ') +
                   checkpoint;
            break;
        case RunState::Failed:
            text = reason.isEmpty() ? tr("The run failed; its log says more.") : reason;
            if (!advice.isEmpty()) text += QLatin1Char(' ') + advice;
            break;
        case RunState::Stopped: text = tr("Stopped.") + QLatin1Char(' ') + checkpoint; break;
        case RunState::Paused: text = tr("Paused after step %1.").arg(countText(progress.step)); break;
        case RunState::Stopping: text = tr("Writing a checkpoint, then the run ends."); break;
        case RunState::Starting: text = tr("The worker is starting."); break;
        case RunState::Queued: text = tr("Waiting in the queue."); break;
        case RunState::Running:
            if (run.isStale()) {
                const double silent = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000 - run.newestTime();
                text = tr("Nothing new for %1; the worker is alive.").arg(durationText(silent));
                glyph = "clock";
                colour = Colour::Muted;
            }
            break;
        case RunState::Created:
        case RunState::Finished: break;
    }
    m_notice->setText(text);
    m_notice->setToolTip(text);
    setRole(*m_notice, colour == Colour::Error ? "error" : colour == Colour::Warning ? "warning" : "second");
    m_noticeGlyph->setVisible(!text.isEmpty());
    m_noticeGlyph->setPixmap(icon(glyph, m_theme, colour).pixmap(emPixels(*this, 1)));
    const bool stale = run.isStale();
    for (QLabel* figures : {m_position, m_time}) setRole(*figures, stale ? "caption" : "");
}

void RunHeader::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

void RunHeader::showEvent(QShowEvent* event) {
    m_clock->start();
    showRun();
    QFrame::showEvent(event);
}

// Name and settings of the run come before the keys of the buttons.
void RunHeader::resizeEvent(QResizeEvent* event) {
    if (const bool room = width() >= emPixels(*this, 95); room != m_keysShown) {
        m_keysShown = room;
        retranslate();
    }
    QFrame::resizeEvent(event);
}

void RunHeader::hideEvent(QHideEvent* event) {
    m_clock->stop();
    QFrame::hideEvent(event);
}

}  // namespace seekbench
