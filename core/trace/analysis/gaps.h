// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/trace.h"

namespace seekbench {

// Why nothing ran.
enum class GapCause : std::uint8_t {
    Data,           // waiting for the next batch
    HostBound,      // device: the next kernel was launched only after the one before had ended
    Synchronising,  // device: waiting for an event of another stream
    LaunchLatency,  // device: the kernel had been launched and had not begun yet
    Transfer,       // device: data were being copied
    Checkpoint,     // host: a checkpoint was being written
    BetweenSteps,   // host: outside of every step
    Dispatch,       // host: between operators, in the program that calls them
};
inline constexpr std::size_t kGapCauses = 8;
std::string_view nameOf(GapCause cause);   // "data", "host_bound" …: written in files
std::string_view labelOf(GapCause cause);  // a label for people

struct IdleGap {
    TimeSpan span;
    GapCause cause = GapCause::Dispatch;
    bool onDevice = false;
    std::string blame;  // device: the operator that ran longest on the launching thread meanwhile; empty: none
    bool operator==(const IdleGap&) const = default;
};

// The gaps of the device (all streams together, copies not counted as work), or on a machine without one those of the threads (all
// together), of at least `shortest` nanoseconds, longest first.
std::vector<IdleGap> idleGaps(const Trace& trace, const TimeSpan& span = TimeSpan::everything(), std::int64_t shortest = 1000);

struct GapSum {
    GapCause cause = GapCause::Dispatch;
    std::uint64_t count = 0;
    std::int64_t total = 0;
    bool operator==(const GapSum&) const = default;
};
// By cause, greatest first.
std::vector<GapSum> gapSums(const std::vector<IdleGap>& gaps);

}  // namespace seekbench
