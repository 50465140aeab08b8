// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables of a trace, or of the part that a filter takes. Rows come with the greatest time first; times are nanoseconds.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/analysis/filter.h"
#include "core/trace/trace.h"

namespace seekbench {

// One operator by name, over all threads. Work (FLOPs, bytes) is what its own slices state, as in design/profiler.md, 3.7.
struct OperatorRow {
    std::string name;
    std::uint64_t calls = 0;
    std::int64_t self = 0;   // innermost time
    std::int64_t total = 0;  // with what it calls; calls within calls of the same name count once
    double flops = 0, bytes = 0;
    std::int64_t worked = 0;           // total of the slices that state work
    std::optional<double> efficiency;  // the time the ceilings allow for the work, over `worked`; nothing without work or ceilings
    bool operator==(const OperatorRow&) const = default;
};
// Steps end where the next begins: give a filter with steps()[k].span() for one of them. About 10 ns a slice.
std::vector<OperatorRow> operatorTable(const Trace& trace, const TraceFilter& filter = {});

// Category of the slices of kernels that a thread computes itself, as the compiled engine's do; beside them stands the name of the
// argument that says how. "kernel" is for devices, and lies on their streams.
inline constexpr std::string_view kHostKernel = "cpu_kernel", kImplementation = "implementation";

// One kernel by name, launch shape and implementation, over all streams and threads.
struct KernelRow {
    std::string name;
    std::string implementation;  // "jit:avx2, channels last"; empty: not known
    std::optional<KernelArguments> launch;
    std::uint64_t calls = 0;
    std::int64_t total = 0, shortest = 0, longest = 0;
    double exclusive = 0;  // ns of the device's busy time: an instant with k kernels gives each 1/k of it. Of a thread's: all of it
    double flops = 0, bytes = 0;
    std::int64_t worked = 0;          // total of the slices that state work; of a thread's kernels, of those whose layer states it
    std::vector<std::string> layers;  // that it computed for, in the order of time
    bool operator==(const KernelRow&) const = default;
};
std::vector<KernelRow> kernelTable(const Trace& trace, const TraceFilter& filter = {});

// The time the ceilings allow for so much work: max(F / peak, B / bandwidth), seconds; 0 when nothing is known.
double attainableSeconds(const Ceilings& ceilings, std::string_view type, double flops, double bytes);

// The time of several tracks shared out: each instant is split equally among the slices that run. What all slices get adds up to the
// length of their union.
class SharedTime {
public:
    SharedTime(const Trace& trace, std::span<const TrackId> tracks);
    // What a slice gets that runs from … to: ns.
    double between(std::int64_t from, std::int64_t to) const { return at(to) - at(from); }

private:
    struct Corner {
        std::int64_t time;
        double sum;  // of dt / k up to here, k being how many run
    };
    double at(std::int64_t time) const;
    std::vector<Corner> m_corners;
};

}  // namespace seekbench
