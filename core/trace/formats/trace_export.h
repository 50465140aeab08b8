// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/trace/analysis/difference.h"
#include "core/trace/analysis/flame.h"
#include "core/trace/analysis/gaps.h"
#include "core/trace/analysis/roofline.h"
#include "core/trace/analysis/summary.h"
#include "core/trace/analysis/tables.h"
#include "core/trace/trace.h"

namespace seekbench {

// Chrome's JSON, which Perfetto, chrome://tracing and importChrome() read. Slices of one track that overlap without one enclosing the other
// go on further threads named "… (2)": Perfetto drops what overlaps on one. Times are microseconds with three decimals, so nothing is lost.
Result<void> exportChrome(const Trace& trace, const std::filesystem::path& path);

// Perfetto's own format (protobuf TracePackets), a third of the size of JSON and faster to open: ui.perfetto.dev. Overlapping slices as
// above.
Result<void> exportPerfetto(const Trace& trace, const std::filesystem::path& path);

// For each slice the number of the thread it is exported on: slices of one number are nested or apart.
std::vector<std::uint16_t> nestedLanes(const SliceColumns& slices);

// A table as it goes into a spreadsheet: names of columns, then rows.
struct CsvTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    // RFC 4180: fields with commas, quotes or line ends in quotes; lines end in "\n". Numbers have a point and no separators.
    std::string text() const;
};
CsvTable csvOf(const std::vector<OperatorRow>& rows);
CsvTable csvOf(const std::vector<KernelRow>& rows);
CsvTable csvOf(const std::vector<LayerRow>& rows);
CsvTable csvOf(const std::vector<SummaryRow>& rows);
CsvTable csvOf(const std::vector<StepBar>& rows);
CsvTable csvOf(const std::vector<IdleGap>& rows);
CsvTable csvOf(const std::vector<RooflinePoint>& rows);
CsvTable csvOf(const std::vector<DifferenceRow>& rows);

}  // namespace seekbench
