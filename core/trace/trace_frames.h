// SPDX-License-Identifier: Apache-2.0
#pragma once

// The payloads of a trace file's frames (docs/trace-format.md): one function that writes and one that takes in for each kind. Private to
// core/trace.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/protocol/file_header.h"
#include "core/trace/column_codec.h"
#include "core/trace/trace.h"

namespace seekbench {

inline constexpr FileMagic kTraceMagic = frameFileMagic('T');

// Numbers stand in files: add at the end.
enum class FrameKind : std::uint8_t { Texts = 1, Labels, Arguments, Track, Slices, Points, Flows, Steps, Ledger, Ceilings, Facts, End };

// At the beginning of a frame of slices; enough for the index without unpacking anything.
struct SlicesHeader {
    TrackId track = 0;
    std::uint32_t count = 0;
    TimeSpan span;
    bool operator==(const SlicesHeader&) const = default;
};
inline constexpr std::size_t kSlicesHeaderBytes = 1 + 4 + 4 + 8 + 8;

// --- writing. Words: those from `first` on, as many as fit into a frame; `first` moves behind them. ---

std::string textsPayload(const Dictionary& dictionary, std::size_t& first);
std::string labelsPayload(const Dictionary& dictionary, std::size_t& first);
std::string argumentsPayload(const Dictionary& dictionary, std::size_t& first);
std::string trackPayload(TrackId id, const Track& track);
// Settled, 1 to kChunkSlices of them.
std::string slicesPayload(TrackId track, const SliceColumns& slices);
std::string pointsPayload(TrackId track, std::span<const CounterPoint> points);
std::string flowsPayload(std::span<const Flow> flows);
std::string stepsPayload(std::span<const Step> steps);
std::string ledgerPayload(const Ledger& ledger);
std::string ceilingsPayload(const Ceilings& ceilings);
std::string factsPayload(const TraceFacts& facts);
std::string endPayload(std::uint64_t slices);

// --- reading ---

std::optional<FrameKind> kindOf(std::string_view payload);
// The header of a frame of slices whose beginning is `bytes`; nothing when it cannot be one. The track must be known.
std::optional<SlicesHeader> slicesHeader(std::string_view bytes, std::size_t tracks);
// Appends the slices of a frame to their track. False, and nothing appended, when they are damaged.
bool takeSlices(std::string_view payload, Trace& trace);

// Unpacks many chunks one after the other without making new buffers for each. Several threads each have one and share the trace's words.
class ChunkDecoder {
public:
    explicit ChunkDecoder(const Trace& trace);
    // Writes the slices of a frame with this header into `room`, which has as many places. False when they are damaged; what is in
    // the room then means nothing.
    bool decode(std::string_view payload, const SlicesHeader& header, SliceColumns::Room room);

private:
    std::size_t m_tracks, m_labels, m_argumentSets;
    ColumnPlanes m_planes;
};

// Takes any other frame into `trace`; a kind that is not known is passed over. False when the frame says what cannot be.
struct FrameOutcome {
    bool good = true;
    bool end = false;
};
FrameOutcome takeFrame(std::string_view payload, Trace& trace);

}  // namespace seekbench
