// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/experiment/experiment.h"

namespace seekbench {

// The line for a shell that trains `experiment` from `file`, which holds `saved`: "seekbench-cli train 'my net.json' --epochs 9".
// Nothing when the two differ in something that is no setting, such as the graph; save first then. Positions on the canvas and the
// description make no difference to a run.
std::optional<std::string> trainCommand(const std::filesystem::path& file, const Experiment& saved, const Experiment& experiment);

// `word` as one argument of a POSIX shell, in quotes where it needs them.
std::string shellQuoted(std::string_view word);

}  // namespace seekbench
