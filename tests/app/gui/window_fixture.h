// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The real window on a workspace of its own, in this process, without a display.

#include <memory>

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

#include "app/gui/main_window.h"
#include "app/gui/window_session.h"
#include "tests/app/workbench.h"
#include "widgets/runs/run_model.h"

namespace seekbench {

// How long the event loop of this process was away at the worst, in milliseconds, since the object was made.
class StallWatch : public QObject {
public:
    StallWatch() {
        m_clock.start();
        startTimer(1, Qt::PreciseTimer);
    }
    qint64 worst() const { return m_worst; }

protected:
    void timerEvent(QTimerEvent*) override { m_worst = std::max(m_worst, m_clock.restart()); }

private:
    QElapsedTimer m_clock;
    qint64 m_worst = 0;
};

struct Window {
    std::unique_ptr<WindowSession> session;
    Language language;
    std::unique_ptr<MainWindow> frame;

    // Opens a window as main() does. `file` empty: the first experiment.
    explicit Window(const Workbench& workbench, const QString& file = {}) {
        qputenv("SEEKBENCH_RESOURCES", SEEKBENCH_SOURCE_DIR "/resources");
        qputenv("SEEKBENCH_WORKER", SEEKBENCH_BINARY_DIR "/bin/seekbench-worker");
        QElapsedTimer clock;
        clock.start();
        auto opened = WindowSession::open(workbench.folder().toStdString());
        if (!opened) qFatal("%s", opened.error().english().c_str());
        session = std::move(*opened);
        QObject::connect(session.get(), &WindowSession::failed, session.get(),
                         [this](const Error& error) { errors.append(QString::fromStdString(error.english())); });
        frame = std::make_unique<MainWindow>(*session, language);
        session->openFirstDocument(file.toStdString());
        frame->show();
        if (!QTest::qWaitForWindowExposed(frame.get())) qFatal("the window is not shown");
        milliseconds = clock.elapsed();
    }

    QStringList errors;
    qint64 milliseconds = 0;  // until it was shown

    QAction& action(std::string_view id) { return frame->commands()[id]; }
    bool waitForReport() {
        return QTest::qWaitFor([this] { return session->document().isReportCurrent() && session->monitor().isReady(); }, 10'000);
    }
    // Presses Start and waits until the new run is the current one, is in the list and has begun.
    RunModel* start() {
        if (!waitForReport() || !action("run.start").isEnabled()) return nullptr;
        action("run.start").trigger();
        const bool begun = QTest::qWaitFor([this] { return currentModel() != nullptr && currentModel()->progress().step > 0; }, 60'000);
        return begun ? currentModel() : nullptr;
    }
    RunModel* currentModel() { return session->currentRun().isEmpty() ? nullptr : session->monitor().follow(session->currentRun()); }
    bool waitForState(RunState state) {
        return QTest::qWaitFor(
            [this, state] {
                const RunSummary* run = session->monitor().find(session->currentRun());
                return run != nullptr && run->state == state;
            },
            60'000);
    }
};

}  // namespace seekbench
