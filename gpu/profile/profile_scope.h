// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the trainer and the engines say about themselves while they are profiled. Without a profile each costs about a nanosecond.

#include <string>

#include "core/data/loader.h"
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
// For an engine without autograd: a layer has begun on the way back, until the next one does. And a kernel, while this lives: what it is,
// and how it computes. Both stay where they are.
void enterProfiledBackward(const std::string& path);
class ProfileKernel {
public:
    ProfileKernel(const std::string& name, const std::string& implementation);
    ~ProfileKernel();
    ProfileKernel(const ProfileKernel&) = delete;
    ProfileKernel& operator=(const ProfileKernel&) = delete;

private:
    ThreadRecorder* m_recorder;  // nullptr: nobody profiles
};

// What the loader's own thread does, as slices on a track of its own. To be given to a Loader; it lives as long as the program.
enum class ProfiledLoader { Training, Validation };
LoaderWatch* profiledLoader(ProfiledLoader loader);

// A forward() with that border is over. What autograd makes from now on belongs to the loss.
void endProfiledForward();

}  // namespace seekbench
