// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "core/base/result.h"
#include "core/trace/trace.h"

namespace seekbench {

struct ImportOptions {
    // Called some times a second with how much of the file has been read (0 … 1). Return false to stop the import.
    std::function<bool(double)> progress;
    // Words that are kept; what is beyond goes under a common name or loses its arguments, and the ledger counts it.
    std::size_t textBytes = 256u << 20;
    std::size_t argumentSets = 1u << 19;
    // Most events that are read: a packed file of megabytes can hold billions.
    std::uint64_t events = 100'000'000;
};

// Reads a trace in Chrome's JSON format, as Chrome, Kineto (the PyTorch profiler), Seekbench and many others write it: a list of events, or
// an object with "traceEvents"; plain or gzip. It streams: what is in memory is one entry, the words and what the sink keeps, so files of
// gigabytes go through a TraceWriter. Events that overlap are all kept. A file that ends in the middle is read up to there, and the ledger
// says so. The sink is not settled. Fails when the file cannot be read, is no such list, has too many events, or progress() said stop.
//
// What becomes of events: X, B/E → slices; C → counters; s/t/f → flows ("ac2g": launch, "fwdbwd": backward); b/e → slices on a track of
// their own; i → slices without duration; M → names of tracks; slices called ProfilerStep#n → steps. Kernels and copies go on tracks of
// kind Stream. Ids that differ for each event (correlation, External id …) are not kept as arguments.
Result<void> importChrome(const std::filesystem::path& path, TraceSink& sink, const ImportOptions& options = {});

// True when the file begins like JSON, plain or gzip.
bool looksLikeChrome(const std::filesystem::path& path);

// A profile from a file of either kind: one of Seekbench, or one that importChrome() reads. Settled.
Result<Trace> openAnyTrace(const std::filesystem::path& path, const ImportOptions& options = {});

}  // namespace seekbench
