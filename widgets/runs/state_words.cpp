// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/state_words.h"

#include <QtCore/QCoreApplication>

namespace seekbench {
namespace {

struct StateText {
    Q_DECLARE_TR_FUNCTIONS(StateText)
};

}  // namespace

QString stateWord(RunState state) {
    switch (state) {
        case RunState::Created: return StateText::tr("not started");
        case RunState::Queued: return StateText::tr("queued");
        case RunState::Starting: return StateText::tr("starting");
        case RunState::Running: return StateText::tr("running");
        case RunState::Paused: return StateText::tr("paused");
        case RunState::Stopping: return StateText::tr("stopping");
        case RunState::Stopped: return StateText::tr("stopped");
        case RunState::Finished: return StateText::tr("finished");
        case RunState::Failed: return StateText::tr("failed");
        case RunState::Interrupted: return StateText::tr("interrupted");
    }
    return {};
}

std::string_view stateGlyph(RunState state) {
    switch (state) {
        case RunState::Created: return "ring";
        case RunState::Queued: return "clock";
        case RunState::Starting: return "clock";
        case RunState::Running: return "play_filled";
        case RunState::Paused: return "pause";
        case RunState::Stopping: return "stop_filled";
        case RunState::Stopped: return "stop";
        case RunState::Finished: return "check";
        case RunState::Failed: return "error";
        case RunState::Interrupted: return "warning";
    }
    return "ring";
}

Colour stateColour(RunState state) {
    switch (state) {
        case RunState::Starting:
        case RunState::Running:
        case RunState::Finished: return Colour::Ok;
        case RunState::Paused:
        case RunState::Stopping:
        case RunState::Stopped:
        case RunState::Interrupted: return Colour::Warning;
        case RunState::Failed: return Colour::Error;
        case RunState::Created:
        case RunState::Queued: break;
    }
    return Colour::Muted;
}

Colour stateGround(RunState state) {
    switch (stateColour(state)) {
        case Colour::Ok: return Colour::OkSoft;
        case Colour::Warning: return Colour::WarningSoft;
        case Colour::Error: return Colour::ErrorSoft;
        default: return Colour::Base;
    }
}

bool isLive(RunState state) {
    return state == RunState::Starting || state == RunState::Running || state == RunState::Paused || state == RunState::Stopping;
}

bool isResumable(RunState state) { return state == RunState::Stopped || state == RunState::Failed || state == RunState::Interrupted; }

}  // namespace seekbench
