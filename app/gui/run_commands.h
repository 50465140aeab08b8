// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The commands that concern runs, the same in every perspective: they act on the session's document and current run.

#include <string_view>

#include <QtCore/QString>

namespace seekbench {

class WindowSession;

bool canPerformRunCommand(const WindowSession& session, std::string_view command);
void performRunCommand(WindowSession& session, std::string_view command);

// Whether training can start, and if not, why, in a few words.
struct StartState {
    bool possible = false;
    QString reason;
    bool isMistake = false;  // of the document; else it is only a matter of waiting
};
StartState startStateOf(const WindowSession& session);

// What the status bar says of the workers.
struct WorkerCounts {
    int running = 0;
    QString name;  // of the newest that runs
};
WorkerCounts workerCountsOf(const WindowSession& session);

}  // namespace seekbench
