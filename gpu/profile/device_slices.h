// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/trace/trace.h"
#include "gpu/profile/device_activities.h"

namespace seekbench {

// Turns what devices did into slices of their streams. A kernel belongs to the layer and the phase in which a thread launched it, however
// much later it ran; so it waits until the phase of its launch is known. Times of the host are nanoseconds of the profile.
class DeviceSlices {
public:
    explicit DeviceSlices(TraceSink& sink) : m_sink(sink) {}

    // --- what the host did. Slices of a thread, and phases, come in the order in which they end.
    void addThread(std::int64_t thread, TrackId track) { m_threads[thread].track = track; }
    void addLayer(std::int64_t thread, std::int64_t start, std::int64_t end, StringId node);
    void addPhase(std::int64_t start, std::int64_t end, Phase phase);
    // From now on what was launched outside all phases is left out: only some of the steps are profiled.
    void onlyWithinPhases() { m_onlyWithinPhases = true; }

    // Both clocks at one instant, give or take `uncertain` nanoseconds. In order of time; at least one before settle().
    void addClocks(std::uint64_t device, std::int64_t host, std::int64_t uncertain);
    void add(const DeviceActivity& activity);
    // Writes the slices whose launch is within what the host has told; with `everything` all that are left.
    void settle(bool everything);

    std::uint64_t slices() const { return m_slices; }
    std::uint64_t received() const { return m_received; }
    std::uint64_t unmatched() const { return m_unmatched; }    // written without the launch that caused it
    std::int64_t clockResidual() const { return m_residual; }  // ns: the worst distance of a pair of clocks from where it was expected

private:
    struct Span {
        std::int64_t start, end;
        std::uint32_t what;  // node, or phase
    };
    struct Thread {
        std::optional<TrackId> track;
        std::deque<Span> layers;
    };
    struct Launch {
        std::int64_t thread;
        std::uint64_t start;  // device's clock
    };
    struct Work {
        DeviceActivity activity;  // without its name
        StringId name;
    };
    struct Clocks {
        std::uint64_t device;
        std::int64_t host;
    };

    std::int64_t hostTime(std::uint64_t device) const;
    StringId nameOf(const DeviceActivity& activity);
    TrackId streamOf(const DeviceActivity& activity);
    void write(const Work& work, const Launch* launch);
    static const Span* spanAt(const std::deque<Span>& spans, std::int64_t time);

    TraceSink& m_sink;
    std::unordered_map<std::int64_t, Thread> m_threads;
    std::deque<Span> m_phases;
    std::unordered_map<std::uint32_t, Launch> m_launches;
    std::deque<std::uint32_t> m_launchOrder;  // their correlations, the oldest first
    std::vector<Work> m_waiting;
    std::vector<Clocks> m_clocks;
    std::map<std::pair<std::int32_t, std::uint32_t>, TrackId> m_streams;
    std::unordered_map<std::string, StringId> m_names;
    std::uint64_t m_slices = 0, m_received = 0, m_unmatched = 0;
    std::int64_t m_residual = 0;
    bool m_onlyWithinPhases = false;
};

}  // namespace seekbench
