// SPDX-License-Identifier: Apache-2.0
#pragma once

// A profile as a file: `traces/<profile>` in a run folder, or anywhere. A header and frames as in a journal, so whatever was flushed
// survives the death of its writer, and a reader can follow a file that grows. Slices lie in chunks of columns (docs/trace-format.md).

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/trace/trace.h"

namespace seekbench {

inline constexpr std::uint32_t kTraceVersion = 1;
inline constexpr std::size_t kChunkSlices = 1u << 16;

// A TraceWriter appends a profile to a new file. Calls never fail: what the disk refuses is told by flush() and finish(), and from then on
// nothing more is written. It keeps at most one open chunk for each track, and flushes by itself when these hold many slices together.
// One thread owns it.
class TraceWriter final : public TraceSink {
public:
    // `name` has 1 to 255 bytes and stands in the header. A file that is there is replaced.
    static Result<TraceWriter> create(const std::filesystem::path& path, const std::string& name);
    TraceWriter(TraceWriter&&) noexcept;
    TraceWriter& operator=(TraceWriter&&) noexcept;
    ~TraceWriter() override;  // a file that was not finished reads as one that was cut

    TrackId addTrack(const Track& track) override;
    void renameTrack(TrackId id, const Track& track) override;
    void append(TrackId track, const Slice& slice) override;
    void append(TrackId track, const CounterPoint& point) override;
    void append(const Flow& flow) override;
    void append(const Step& step) override;
    void setLedger(const Ledger& ledger) override;
    void setCeilings(const Ceilings& ceilings) override;
    void setFacts(const TraceFacts& facts) override;

    // Writes what is buffered, as chunks that may be short. Call it every quarter of a second while a profile is being taken.
    Result<void> flush();
    // Flushes, says in the file that the profile is whole, and brings it to the disk. The writer is done then.
    Result<void> finish();
    std::uint64_t bytes() const;  // written so far

private:
    struct State;
    explicit TraceWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

// Where a chunk of slices lies in its file.
struct TraceChunk {
    TrackId track = 0;
    std::uint32_t slices = 0;
    TimeSpan span;             // from its first start to its last end
    std::uint64_t offset = 0;  // of its frame
    std::uint32_t bytes = 0;   // of its frame
    bool operator==(const TraceChunk&) const = default;
};

struct TraceLimits {
    std::uint64_t slices = 100'000'000;  // most slices that are read into one Trace: 24 bytes each
};

// A TraceReader knows what is in a trace file; the slices stay in the file until they are asked for. A partial frame at the end means "not
// yet" or "never": what is whole is read. A damaged frame ends the file where it stands, and isDamaged() says so. One thread owns it.
class TraceReader {
public:
    // Reads header, tracks, words and the index of chunks. A newer version or a file of another kind is refused with a sentence.
    static Result<TraceReader> open(const std::filesystem::path& path);
    TraceReader(TraceReader&&) noexcept;
    TraceReader& operator=(TraceReader&&) noexcept;
    ~TraceReader();

    const std::string& name() const;
    bool isFinished() const;  // the writer said that it is whole
    bool isDamaged() const;
    std::uint64_t bytes() const;  // of the frames that are whole
    std::uint64_t sliceCount() const;
    TimeSpan span() const;  // of the slices
    const std::vector<TraceChunk>& chunks() const;
    // Tracks, words, counters, flows, steps and facts; no slices.
    const Trace& outline() const;

    // Takes in what the writer has appended since. True when there was something.
    Result<bool> refresh();
    // The chunks that touch `span`, with everything that is not a slice. A chunk that is damaged is left out, and the ledger says `cut`.
    Result<Trace> read(const TimeSpan& span = TimeSpan::everything(), const TraceLimits& limits = {}) const;

private:
    struct State;
    explicit TraceReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

// A whole trace file, settled.
Result<Trace> readTrace(const std::filesystem::path& path, const TraceLimits& limits = {});
// Writes a trace that is in memory.
Result<void> writeTrace(const Trace& trace, const std::filesystem::path& path, const std::string& name);

}  // namespace seekbench
