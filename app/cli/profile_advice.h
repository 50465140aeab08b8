// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/trace/analysis/advice.h"

namespace seekbench {

// Numbered from 1, with the figures each rests on and what --try would change.
std::string adviceText(const std::vector<Advice>& advice);
// {"advice": [...]}, with the trial of one of them (counted from 0) {"trial": {...}}.
std::string adviceJson(const std::vector<Advice>& advice, const std::optional<std::size_t>& tried = {}, const TrialGain& gain = {});

}  // namespace seekbench
