// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <cstring>
#include <thread>

#include "core/protocol/frame.h"
#include "core/trace/trace_file.h"
#include "core/trace/trace_frames.h"

namespace seekbench {
namespace {

constexpr std::size_t kChunksWorthAThread = 4;
constexpr std::size_t kMostRecords = 20'000'000;  // points, flows and steps: a few bytes of a file can claim many

std::string_view textOf(std::span<const std::byte> bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

// Everything of a trace but its slices. Numbers of words stay what they are: the dictionary is made again in its order.
Trace copyOf(const Trace& outline) {
    Trace copy;
    const Dictionary& words = outline.dictionary();
    for (StringId id = 0; id < words.texts(); ++id) copy.dictionary().intern(words.text(id));
    for (LabelId id = 0; id < words.labels(); ++id) copy.dictionary().internLabel(words.label(id));
    for (ArgumentsId id = 0; id < words.argumentSets(); ++id) copy.dictionary().internArguments(words.arguments(id));
    for (TrackId id = 0; id < outline.trackCount(); ++id) {
        copy.addTrack(outline.track(id));
        for (const CounterPoint& point : outline.points(id)) copy.append(id, point);
    }
    for (const Flow& flow : outline.flows()) copy.append(flow);
    for (const Step& step : outline.steps()) copy.append(step);
    copy.setFacts(outline.facts());
    copy.setCeilings(outline.ceilings());
    copy.setLedger(outline.ledger());
    return copy;
}

// Where in its track the slices of a chunk go.
struct Place {
    const TraceChunk* chunk;
    std::size_t first;
    SliceColumns::Room room;
    bool good = false;
};

}  // namespace

struct TraceReader::State {
    File file;
    std::filesystem::path path;
    std::string name;
    std::uint64_t offset = 0;  // of the next frame
    std::uint64_t slices = 0;
    TimeSpan span;
    bool finished = false, damaged = false;
    Trace outline;
    std::vector<TraceChunk> chunks;
    std::vector<std::byte> buffer;

    // Takes the frame at `offset`. False where the file ends for now.
    Result<bool> next(std::uint64_t size) {
        std::byte head[kFrameHeader + kSlicesHeaderBytes];
        const auto got = file.readAt(offset, head);
        if (!got) return got.error();
        std::uint32_t length = 0;
        if (*got < sizeof length) return false;
        std::memcpy(&length, head, sizeof length);
        if (length == 0) return false;  // zeros where the power went, or nothing yet
        if (length > kMaximumPayload) return fail();
        if (offset + kFrameHeader + length > size) return false;
        // The checksum of slices is looked at when they are read: the index of a gigabyte shall not need a gigabyte.
        const auto begin = textOf(std::span(head).subspan(kFrameHeader, std::min<std::size_t>(*got - kFrameHeader, length)));
        if (kindOf(begin) == FrameKind::Slices) {
            const auto header = slicesHeader(begin, outline.trackCount());
            if (!header) return fail();
            span = chunks.empty() ? header->span : TimeSpan{std::min(span.begin, header->span.begin), std::max(span.end, header->span.end)};
            chunks.push_back({header->track, header->count, header->span, offset, static_cast<std::uint32_t>(kFrameHeader) + length});
            slices += header->count;
        } else {
            buffer.resize(kFrameHeader + length);
            const auto whole = file.readAt(offset, buffer);
            if (!whole) return whole.error();
            const auto frame = frameAt(std::span(buffer).first(*whole), offset);
            if (frame.state == FrameView::State::Partial) return false;
            if (frame.state == FrameView::State::Damaged) return fail();
            const auto outcome = takeFrame(textOf(frame.payload), outline);
            if (!outcome.good) return fail();
            if (outline.recordCount() > kMostRecords)
                return Error(ErrorCode::Unsupported,
                             say("The profile %1 has more than %2 points, arrows and steps.", displayPath(path), kMostRecords),
                             say("Profile fewer steps."));
            finished = finished || outcome.end;
        }
        offset += kFrameHeader + length;
        return true;
    }

    // Reads and unpacks chunks, each into its place. Two threads share them where there are many: chunks know nothing of each other.
    Result<void> fill(const Trace& trace, std::span<Place> places) const {
        std::atomic<std::size_t> next = 0;
        const auto work = [&]() -> Result<void> {
            ChunkDecoder decoder(trace);
            std::vector<std::byte> bytes;
            for (std::size_t i = next++; i < places.size(); i = next++) {
                const TraceChunk& chunk = *places[i].chunk;
                bytes.resize(chunk.bytes);
                const auto got = file.readAt(chunk.offset, bytes);
                if (!got) return got.error().in(say("reading the profile %1", displayPath(path)));
                const auto frame = frameAt(std::span(bytes).first(*got), chunk.offset);
                places[i].good = frame.state == FrameView::State::Whole &&
                                 decoder.decode(textOf(frame.payload), {chunk.track, chunk.slices, chunk.span}, places[i].room);
            }
            return {};
        };
        if (places.size() < kChunksWorthAThread) return work();
        Result<void> other = {};
        {
            const std::jthread helper([&] { other = work(); });
            if (const auto mine = work(); !mine) {
                next = places.size();
                return mine;
            }
        }
        return other;
    }

    bool fail() {
        damaged = true;
        return false;
    }
};

TraceReader::TraceReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TraceReader::TraceReader(TraceReader&&) noexcept = default;
TraceReader& TraceReader::operator=(TraceReader&&) noexcept = default;
TraceReader::~TraceReader() = default;

Result<TraceReader> TraceReader::open(const std::filesystem::path& path) {
    auto file = File::open(path, File::Mode::Read);
    if (!file) return file.error();
    auto start = readFileHeader(*file, kTraceMagic, kTraceVersion);
    if (!start) return start.error();
    const std::string shown = displayPath(path);
    switch (start->state) {
        case FileStart::State::Whole: break;
        case FileStart::State::Unfinished:
            return Error(ErrorCode::NotFound, say("The profile %1 has not been begun yet.", shown),
                         say("Wait until something has been profiled."));
        case FileStart::State::Foreign:
            return Error(ErrorCode::InvalidInput, say("%1 is not a profile of Seekbench.", shown),
                         say("Import profiles of other programs with: seekbench-cli profile import FILE"));
        case FileStart::State::Newer:
            return Error(
                ErrorCode::NewerVersion,
                say("The profile %1 has version %2; this Seekbench reads versions up to %3.", shown, start->version, kTraceVersion),
                say("Update Seekbench to open it. The file was left as it is."));
        case FileStart::State::Damaged:
            return Error(ErrorCode::Corrupt, say("The first bytes of the profile %1 are damaged.", shown), say("Profile the run again."));
    }
    TraceReader reader(std::make_unique<State>(
        State{.file = std::move(*file), .path = path, .name = std::move(start->name), .offset = start->size, .outline = {}}));
    if (auto read = reader.refresh(); !read) return read.error();
    return reader;
}

const std::string& TraceReader::name() const { return m_state->name; }
bool TraceReader::isFinished() const { return m_state->finished; }
bool TraceReader::isDamaged() const { return m_state->damaged; }
std::uint64_t TraceReader::bytes() const { return m_state->offset; }
std::uint64_t TraceReader::sliceCount() const { return m_state->slices; }
TimeSpan TraceReader::span() const { return m_state->span; }
const std::vector<TraceChunk>& TraceReader::chunks() const { return m_state->chunks; }
const Trace& TraceReader::outline() const { return m_state->outline; }

Result<bool> TraceReader::refresh() {
    State& state = *m_state;
    const auto size = state.file.size();
    if (!size) return size.error();
    const std::uint64_t before = state.offset;
    while (!state.damaged && !state.finished) {
        const auto more = state.next(*size);
        if (!more) return more.error().in(say("reading the profile %1", displayPath(state.path)));
        if (!*more) break;
    }
    if (state.offset == before) return false;
    state.outline.settle();
    return true;
}

Result<Trace> TraceReader::read(const TimeSpan& span, const TraceLimits& limits) const {
    const State& state = *m_state;
    // An instant at the very end of a chunk belongs to slices without duration.
    const auto wanted = [&](const TraceChunk& chunk) { return chunk.span.begin < span.end && span.begin <= chunk.span.end; };
    std::vector<std::uint64_t> counts(state.outline.trackCount());
    std::uint64_t total = 0;
    for (const TraceChunk& chunk : state.chunks) {
        if (!wanted(chunk)) continue;
        counts[chunk.track] += chunk.slices;
        total += chunk.slices;
    }
    if (total > std::min<std::uint64_t>(limits.slices, std::numeric_limits<std::uint32_t>::max() - 1))
        return Error(
            ErrorCode::Unsupported,
            say("The profile %1 has %2 slices in this span; at most %3 are read at once.", displayPath(state.path), total, limits.slices),
            say("Choose a shorter span."));

    Trace trace = copyOf(state.outline);
    Ledger ledger = trace.ledger();
    ledger.cut = ledger.cut || !state.finished;
    // Slices take far more memory than their frames, so each chunk says how many it has before it is unpacked: a chunk of a few bytes can
    // claim 64 Ki slices. What all of them claim is limited above, and pages that are never written cost nothing.
    std::vector<SliceColumns::Room> rooms;
    for (TrackId id = 0; id < counts.size(); ++id) rooms.push_back(trace.grow(id, static_cast<std::size_t>(counts[id])));
    std::vector<std::size_t> filled(counts.size());
    std::vector<Place> places;
    for (const TraceChunk& chunk : state.chunks) {
        if (!wanted(chunk)) continue;
        std::size_t& first = filled[chunk.track];
        places.push_back({&chunk, first, rooms[chunk.track].part(first, chunk.slices)});
        first += chunk.slices;
    }
    if (const auto read = state.fill(trace, places); !read) return read.error();
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> nothing(counts.size());
    for (const Place& place : places) {
        if (place.good) continue;
        ledger.dropped += place.chunk->slices;
        nothing[place.chunk->track].emplace_back(place.first, place.chunk->slices);
    }
    for (TrackId id = 0; id < nothing.size(); ++id)
        if (!nothing[id].empty()) trace.drop(id, nothing[id]);
    trace.setLedger(ledger);
    trace.settle();
    return trace;
}

Result<Trace> readTrace(const std::filesystem::path& path, const TraceLimits& limits) {
    auto reader = TraceReader::open(path);
    if (!reader) return reader.error();
    return reader->read(TimeSpan::everything(), limits);
}

}  // namespace seekbench
