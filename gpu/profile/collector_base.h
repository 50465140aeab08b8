// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a thread's recorder is while no profile is being taken: the flight recorder's, on the trainer's thread. Private to gpu/profile.

#include <map>
#include <string>
#include <vector>

#include "gpu/profile/collector.h"

namespace seekbench {

using LayerNumbers = std::map<std::string, ThreadRecorder::Layer, std::less<>>;
// Gives the layers their numbers in `labels`.
LayerNumbers numbersOf(const std::vector<ProfiledLayer>& layers, LabelTable& labels);

struct BaseRecorder {
    ThreadRecorder* recorder = nullptr;
    const LayerNumbers* layers = nullptr;
    FlightWriter* flight = nullptr;
};
// Not while a profile is being taken, and not within a phase.
void setBaseOfThisThread(const BaseRecorder& base);

}  // namespace seekbench
