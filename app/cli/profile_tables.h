// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `profile show` and `profile diff` print: texts for people, JSON for programs, CSV for spreadsheets.

#include <optional>
#include <string>
#include <string_view>

#include "core/trace/analysis/difference.h"
#include "core/trace/formats/trace_export.h"
#include "core/trace/trace.h"

namespace seekbench {

// What a profile's time is listed by.
enum class ProfileView { Operator, Layer, Phase, Kernel, Gap, Roofline };
// "operator, layer, phase, kernel, gap, roofline"
std::string profileViewNames();
std::optional<ProfileView> profileViewFromName(std::string_view name);

CsvTable profileCsv(const Trace& trace, ProfileView view, const TraceFilter& filter);
// The first `most` rows, and how many there are besides; below what is known about the profile as a whole.
std::string profileText(const Trace& trace, ProfileView view, const TraceFilter& filter, std::size_t most);
// The table alone, unfiltered.
std::string profileTable(const Trace& trace, ProfileView view, std::size_t most);
// {"rows": [...], "steps": n, "completeness": {...}}
std::string profileJson(const Trace& trace, ProfileView view, const TraceFilter& filter);

std::string differenceText(const Difference& difference, std::size_t most);
std::string differenceJson(const Difference& difference);

}  // namespace seekbench
