// SPDX-License-Identifier: Apache-2.0
#pragma once

// A profile as values: tracks with their slices or counters, flows between slices, steps, and what is known about its completeness.
//
//     Trace trace;
//     const TrackId thread = trace.addTrack({.kind = TrackKind::Thread, .name = trace.dictionary().intern("trainer")});
//     const LabelId conv = trace.dictionary().internLabel({.name = trace.dictionary().intern("aten::conv2d")});
//     trace.append(thread, Slice{.start = 0, .duration = 1500, .label = conv});
//     trace.settle();
//     for (const OperatorRow& row : operatorTable(trace)) …                          // core/trace/analysis
//
// The collector writes the same calls into a TraceWriter (trace_file.h); importers take any TraceSink.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/trace/dictionary.h"
#include "core/trace/slice_columns.h"

namespace seekbench {

using TrackId = std::uint32_t;

// Numbers stand in files: add at the end.
enum class TrackKind : std::uint8_t {
    Thread,   // of a process: operators nest
    Stream,   // of a device: kernels, copies
    Phase,    // what the trainer is at: data, forward, backward …; at most one at a time
    Counter,  // values over time
};
inline constexpr std::size_t kTrackKinds = 4;

struct Track {
    TrackKind kind = TrackKind::Thread;
    std::int64_t process = 0;
    std::int64_t thread = 0;  // or stream
    StringId name = 0;
    StringId group = 0;  // of the process or the device: "worker", "GPU 0"
    StringId unit = 0;   // of a counter: "B"
    bool operator==(const Track&) const = default;
};

struct CounterPoint {
    std::int64_t time = 0;
    double value = 0;  // holds until the next point
    bool operator==(const CounterPoint&) const = default;
};

enum class FlowKind : std::uint8_t { Other, Backward, Launch };  // forward → backward, launch → kernel
inline constexpr std::size_t kFlowKinds = 3;

// An arrow between two slices. Each end is an instant on a track and means the innermost slice there at that time, so a writer needs no
// numbers of slices: it says where the slice begins.
struct Flow {
    FlowKind kind = FlowKind::Other;
    TrackId fromTrack = 0, toTrack = 0;
    std::int64_t fromTime = 0, toTime = 0;
    bool operator==(const Flow&) const = default;
};

struct SliceRef {
    TrackId track = 0;
    std::uint32_t slice = 0;
    auto operator<=>(const SliceRef&) const = default;
};

// One step of the training that was profiled from its beginning to its end.
struct Step {
    std::int64_t number = 0, start = 0, duration = 0;
    TimeSpan span() const { return {start, start + duration}; }
    bool operator==(const Step&) const = default;
};

// What is known about the completeness of a profile; nothing is left out in silence.
struct Ledger {
    std::uint64_t received = 0;          // records that reached the writer
    std::uint64_t dropped = 0;           // records lost: a buffer was full
    std::uint64_t unreadable = 0;        // entries of an imported file that say nothing one can show
    std::uint64_t unmatched = 0;         // ends without a beginning, flows without a slice, beginnings that never ended
    std::uint64_t withoutArguments = 0;  // slices whose arguments were too many to keep
    std::int64_t clockResidual = 0;      // ns: the worst distance of the device's clock from ours after fitting
    bool cut = false;                    // the file or the program ended before the profile did
    bool operator==(const Ledger&) const = default;
};

// What the machine can do at most, measured in the same run (the roofline's roofs).
struct Ceilings {
    struct Peak {
        std::string type;  // "fp32"
        double flopsPerSecond = 0;
        bool operator==(const Peak&) const = default;
    };
    std::vector<Peak> peaks;
    double bytesPerSecond = 0;  // 0: not measured
    // Of `type`; that of the first peak when the type is not among them; 0 without peaks.
    double peakOf(std::string_view type) const;
    bool operator==(const Ceilings&) const = default;
};

struct TraceFacts {
    std::string source;  // "seekbench", "kineto"
    std::string device, software;
    double startedAt = 0;  // seconds since 1970 at the trace's time 0; 0: not known
    bool operator==(const TraceFacts&) const = default;
};

// Whatever a profile can be put into. The order of calls is free, but a track is added before it is used, and texts, labels and arguments
// come from dictionary(). Times lie within ±kLatestTime, durations within kLongestDuration.
class TraceSink {
public:
    virtual ~TraceSink() = default;
    TraceSink(const TraceSink&) = delete;
    TraceSink& operator=(const TraceSink&) = delete;

    Dictionary& dictionary() { return m_dictionary; }
    const Dictionary& dictionary() const { return m_dictionary; }
    virtual TrackId addTrack(const Track& track) = 0;
    // Gives a track its name, group or unit when they become known later.
    virtual void renameTrack(TrackId id, const Track& track) = 0;
    virtual void append(TrackId track, const Slice& slice) = 0;
    virtual void append(TrackId track, const CounterPoint& point) = 0;
    virtual void append(const Flow& flow) = 0;
    virtual void append(const Step& step) = 0;
    virtual void setLedger(const Ledger& ledger) = 0;
    virtual void setCeilings(const Ceilings& ceilings) = 0;
    virtual void setFacts(const TraceFacts& facts) = 0;

protected:
    TraceSink() = default;
    TraceSink(TraceSink&&) = default;
    TraceSink& operator=(TraceSink&&) = default;
    Dictionary m_dictionary;
};

// A Trace holds a profile, or a stretch of one, in memory: 24 bytes a slice. One thread fills and settles it; then any number read.
class Trace final : public TraceSink {
public:
    Trace() = default;
    Trace(Trace&&) = default;
    Trace& operator=(Trace&&) = default;

    TrackId addTrack(const Track& track) override;
    void renameTrack(TrackId id, const Track& track) override;
    void append(TrackId track, const Slice& slice) override;
    void append(TrackId track, const CounterPoint& point) override;
    void append(const Flow& flow) override;
    void append(const Step& step) override;
    void setLedger(const Ledger& ledger) override { m_ledger = ledger; }
    void setCeilings(const Ceilings& ceilings) override { m_ceilings = ceilings; }
    void setFacts(const TraceFacts& facts) override { m_facts = facts; }
    void reserve(TrackId track, std::size_t slices) { m_rows[track].slices.reserve(slices); }
    // SliceColumns::grow() and drop() of a track.
    SliceColumns::Room grow(TrackId track, std::size_t slices) { return m_rows[track].slices.grow(slices); }
    void drop(TrackId track, std::span<const std::pair<std::size_t, std::size_t>> stretches) { m_rows[track].slices.drop(stretches); }
    // Brings slices, points and steps in order. Call it after appending and before reading.
    void settle();

    std::size_t trackCount() const { return m_rows.size(); }
    const Track& track(TrackId id) const { return m_rows[id].track; }
    const SliceColumns& slices(TrackId id) const { return m_rows[id].slices; }
    std::span<const CounterPoint> points(TrackId id) const { return m_rows[id].points; }
    // The tracks of a kind, in the order they were added.
    std::vector<TrackId> tracks(TrackKind kind) const;
    std::span<const Flow> flows() const { return m_flows; }
    std::span<const Step> steps() const { return m_steps; }  // by start
    const Ledger& ledger() const { return m_ledger; }
    const Ceilings& ceilings() const { return m_ceilings; }
    const TraceFacts& facts() const { return m_facts; }

    std::size_t sliceCount() const;
    // Points, flows and steps.
    std::size_t recordCount() const { return m_records; }
    // From the first to the last thing that was in it at the last settle().
    TimeSpan span() const { return m_span; }
    Slice at(SliceRef ref) const { return m_rows[ref.track].slices[ref.slice]; }

private:
    struct Row {
        Track track;
        SliceColumns slices;
        std::vector<CounterPoint> points;
    };
    std::vector<Row> m_rows;
    std::vector<Flow> m_flows;
    std::vector<Step> m_steps;
    Ledger m_ledger;
    Ceilings m_ceilings;
    TraceFacts m_facts;
    TimeSpan m_span;
    std::size_t m_records = 0;
};

}  // namespace seekbench
