// SPDX-License-Identifier: Apache-2.0
#pragma once

// What names, categories and arguments of Kineto's traces mean. Private to core/trace/formats.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/trace/trace.h"

namespace seekbench {

// Where the slices of a category belong.
enum class ChromePlace { Thread, Stream, Beside };  // Beside: annotations over a whole device or profile, which are no work
ChromePlace placeOf(std::string_view category);

FlowKind flowKindOf(std::string_view category);
std::string_view categoryOf(FlowKind kind);
// The phase that a slice of Kineto's says by its name; None for most.
Phase phaseOfName(std::string_view name);
// 12 for "ProfilerStep#12".
bool stepOfName(std::string_view name, std::int64_t& number);

// The arguments of an event, read from its object's text. Texts are as they stand in the file.
struct ChromeArguments {
    double flops = 0, bytes = 0;
    std::string shapes, type;
    KernelArguments kernel;
    bool hasKernel = false;
    std::string_view node, phase;                                      // Seekbench's own, quoted
    std::vector<std::pair<std::string_view, std::string_view>> other;  // raw keys and values
};
ChromeArguments readChromeArguments(std::string_view object);

}  // namespace seekbench
