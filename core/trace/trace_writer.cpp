// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>
#include <optional>

#include "core/protocol/frame.h"
#include "core/trace/trace_file.h"
#include "core/trace/trace_frames.h"

namespace seekbench {
namespace {

constexpr std::size_t kMostBuffered = 2u << 20;  // slices in open chunks of all tracks together
constexpr std::size_t kMostRecords = 1u << 16;   // points, flows or steps in a frame

}  // namespace

struct TraceWriter::State {
    struct Row {
        Track track;
        SliceColumns open;
        std::vector<CounterPoint> points;
        bool changed = true;  // the track has to be written (again)
    };

    File file;
    std::filesystem::path path;
    std::uint64_t offset = 0, slices = 0;
    std::size_t buffered = 0;
    // How much of the dictionary is written. Number 0 is always there.
    std::size_t texts = 1, labels = 1, argumentSets = 1;
    std::vector<Row> rows;
    std::vector<Flow> flows;
    std::vector<Step> steps;
    std::optional<Ledger> ledger;
    std::optional<Ceilings> ceilings;
    std::optional<TraceFacts> facts;
    Result<void> result;  // the first failure stays
    std::vector<std::byte> frame;

    void write(const std::string& payload) {
        if (!result) return;
        frame.clear();
        appendFrame(frame, offset, std::as_bytes(std::span(payload)));
        result = file.write(frame);
        if (result)
            offset += frame.size();
        else
            (void)file.truncate(offset);  // half a frame would be read as "not yet": no harm when this fails too
    }

    // A frame comes behind all it speaks of.
    void writeWords(const Dictionary& dictionary) {
        while (result && texts < dictionary.texts()) write(textsPayload(dictionary, texts));
        while (result && labels < dictionary.labels()) write(labelsPayload(dictionary, labels));
        while (result && argumentSets < dictionary.argumentSets()) write(argumentsPayload(dictionary, argumentSets));
        for (TrackId id = 0; id < rows.size(); ++id) {
            if (!rows[id].changed) continue;
            write(trackPayload(id, rows[id].track));
            rows[id].changed = false;
        }
    }

    void writeSlices(TrackId id) {
        Row& row = rows[id];
        if (row.open.empty()) return;
        row.open.settle();
        write(slicesPayload(id, row.open));
        slices += row.open.size();
        buffered -= row.open.size();
        row.open = {};
    }

    void writePoints(TrackId id) {
        if (rows[id].points.empty()) return;
        write(pointsPayload(id, rows[id].points));
        rows[id].points.clear();
    }

    void writeAll(const Dictionary& dictionary) {
        writeWords(dictionary);
        for (TrackId id = 0; id < rows.size(); ++id) {
            writeSlices(id);
            writePoints(id);
        }
        if (!flows.empty()) write(flowsPayload(flows));
        if (!steps.empty()) write(stepsPayload(steps));
        flows.clear();
        steps.clear();
        if (facts) write(factsPayload(*facts));
        if (ceilings) write(ceilingsPayload(*ceilings));
        if (ledger) write(ledgerPayload(*ledger));
        facts.reset();
        ceilings.reset();
        ledger.reset();
    }
};

TraceWriter::TraceWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TraceWriter::TraceWriter(TraceWriter&&) noexcept = default;
TraceWriter& TraceWriter::operator=(TraceWriter&&) noexcept = default;
TraceWriter::~TraceWriter() = default;

Result<TraceWriter> TraceWriter::create(const std::filesystem::path& path, const std::string& name) {
    if (name.empty() || name.size() > kMaximumHeaderName)
        return Error(ErrorCode::InvalidInput,
                     say("\"%1\" cannot be the name of a profile: it needs 1 to %2 bytes.", name, kMaximumHeaderName));
    auto file = File::open(path, File::Mode::CreateNew);
    if (!file) return file.error().in(say("beginning the profile %1", displayPath(path)));
    const auto header = fileHeader(kTraceMagic, kTraceVersion, name);
    if (auto written = file->write(header); !written) return written.error().in(say("beginning the profile %1", displayPath(path)));
    return TraceWriter(std::make_unique<State>(State{.file = std::move(*file), .path = path, .offset = header.size()}));
}

TrackId TraceWriter::addTrack(const Track& track) {
    m_state->rows.push_back({.track = track});
    return static_cast<TrackId>(m_state->rows.size() - 1);
}

void TraceWriter::renameTrack(TrackId id, const Track& track) {
    State::Row& row = m_state->rows[id];
    row.changed = row.changed || row.track != track;
    row.track = track;
}

void TraceWriter::append(TrackId track, const Slice& slice) {
    State& state = *m_state;
    assert(track < state.rows.size() && slice.label < m_dictionary.labels() && slice.arguments < m_dictionary.argumentSets());
    SliceColumns& open = state.rows[track].open;
    open.append(slice);
    ++state.buffered;
    if (open.size() >= kChunkSlices) {
        state.writeWords(m_dictionary);
        state.writeSlices(track);
    } else if (state.buffered >= kMostBuffered) {
        state.writeAll(m_dictionary);
    }
}

void TraceWriter::append(TrackId track, const CounterPoint& point) {
    assert(track < m_state->rows.size());
    auto& points = m_state->rows[track].points;
    points.push_back(point);
    if (points.size() < kMostRecords) return;
    m_state->writeWords(m_dictionary);
    m_state->writePoints(track);
}

void TraceWriter::append(const Flow& flow) {
    assert(flow.fromTrack < m_state->rows.size() && flow.toTrack < m_state->rows.size());
    m_state->flows.push_back(flow);
    if (m_state->flows.size() >= kMostRecords) m_state->writeAll(m_dictionary);
}

void TraceWriter::append(const Step& step) {
    m_state->steps.push_back(step);
    if (m_state->steps.size() >= kMostRecords) m_state->writeAll(m_dictionary);
}

void TraceWriter::setLedger(const Ledger& ledger) { m_state->ledger = ledger; }
void TraceWriter::setCeilings(const Ceilings& ceilings) { m_state->ceilings = ceilings; }
void TraceWriter::setFacts(const TraceFacts& facts) { m_state->facts = facts; }

Result<void> TraceWriter::flush() {
    m_state->writeAll(m_dictionary);
    if (!m_state->result) return m_state->result.error().in(say("writing the profile %1", displayPath(m_state->path)));
    return {};
}

Result<void> TraceWriter::finish() {
    if (auto flushed = flush(); !flushed) return flushed;
    m_state->write(endPayload(m_state->slices));
    auto result = m_state->result;
    if (result) result = m_state->file.sync();
    const auto folder = m_state->path.parent_path();
    if (result) result = syncFolder(folder.empty() ? "." : folder);
    if (!result) return result.error().in(say("writing the profile %1", displayPath(m_state->path)));
    return {};
}

std::uint64_t TraceWriter::bytes() const { return m_state->offset; }

Result<void> writeTrace(const Trace& trace, const std::filesystem::path& path, const std::string& name) {
    auto writer = TraceWriter::create(path, name);
    if (!writer) return writer.error();
    const Dictionary& words = trace.dictionary();
    for (StringId id = 0; id < words.texts(); ++id) writer->dictionary().intern(words.text(id));
    for (LabelId id = 0; id < words.labels(); ++id) writer->dictionary().internLabel(words.label(id));
    for (ArgumentsId id = 0; id < words.argumentSets(); ++id) writer->dictionary().internArguments(words.arguments(id));
    writer->setFacts(trace.facts());
    writer->setCeilings(trace.ceilings());
    for (TrackId id = 0; id < trace.trackCount(); ++id) writer->addTrack(trace.track(id));
    for (const Step& step : trace.steps()) writer->append(step);
    for (TrackId id = 0; id < trace.trackCount(); ++id) {
        for (std::size_t i = 0; i < trace.slices(id).size(); ++i) writer->append(id, trace.slices(id)[i]);
        for (const CounterPoint& point : trace.points(id)) writer->append(id, point);
    }
    for (const Flow& flow : trace.flows()) writer->append(flow);
    writer->setLedger(trace.ledger());
    return writer->finish();
}

}  // namespace seekbench
