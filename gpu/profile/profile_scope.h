// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the trainer and the engines say about themselves while they are profiled. Without a profile each costs about a nanosecond.

#include "core/trace/dictionary.h"

namespace seekbench {

class LayerBorder;
class ThreadRecorder;

// While it lives, the trainer is at `phase`. A phase within another takes its time away from the outer one. Only on the trainer's thread.
class ProfilePhase {
public:
    explicit ProfilePhase(Phase phase);
    ~ProfilePhase() { end(); }
    // Ends it before its time.
    void end();
    ProfilePhase(const ProfilePhase&) = delete;
    ProfilePhase& operator=(const ProfilePhase&) = delete;

private:
    ThreadRecorder* m_recorder;  // nullptr: nobody profiles
};

// Who notes which layer is at work, to be given to GraphModule::forward(); nullptr while nobody profiles. An engine that does not use a
// GraphModule calls enter() itself.
LayerBorder* profileBorder();
// A forward() with that border is over. What autograd makes from now on belongs to the loss.
void endProfiledForward();

}  // namespace seekbench
