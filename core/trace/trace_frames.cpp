// SPDX-License-Identifier: Apache-2.0
#include "core/trace/trace_frames.h"

#include <bit>
#include <cassert>
#include <cmath>

#include "core/run/byte_fields.h"
#include "core/trace/column_codec.h"
#include "core/trace/trace_file.h"

namespace seekbench {
namespace {

constexpr std::size_t kFrameBytes = 4u << 20;  // words are split into frames of about this size
constexpr std::uint64_t kMostTracks = 1u << 20;
constexpr std::size_t kMostPoints = 1u << 16;  // in a frame; flows likewise

std::string begin(FrameKind kind) { return std::string(1, static_cast<char>(kind)); }

// Words from `first` on: u32 first, u32 count, then each.
template <class Put>
std::string wordsPayload(FrameKind kind, std::size_t& first, std::size_t end, Put putWord) {
    std::string payload = begin(kind), words;
    put(payload, static_cast<std::uint32_t>(first));
    std::uint32_t count = 0;
    for (; first < end && words.size() < kFrameBytes; ++first, ++count) putWord(words, first);
    put(payload, count);
    return payload + words;
}

bool isTime(std::int64_t time) { return time >= -kLatestTime && time <= kLatestTime; }

std::uint64_t difference(std::int64_t a, std::int64_t b) { return static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b); }
std::int64_t sum(std::int64_t a, std::uint64_t b) { return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + b); }

}  // namespace

std::string textsPayload(const Dictionary& dictionary, std::size_t& first) {
    return wordsPayload(FrameKind::Texts, first, dictionary.texts(),
                        [&](std::string& out, std::size_t id) { put(out, dictionary.text(static_cast<StringId>(id))); });
}

std::string labelsPayload(const Dictionary& dictionary, std::size_t& first) {
    return wordsPayload(FrameKind::Labels, first, dictionary.labels(), [&](std::string& out, std::size_t id) {
        const Label& label = dictionary.label(static_cast<LabelId>(id));
        put(out, label.name);
        put(out, label.node);
        put(out, label.category);
        put(out, static_cast<std::uint8_t>(label.phase));
    });
}

std::string argumentsPayload(const Dictionary& dictionary, std::size_t& first) {
    return wordsPayload(FrameKind::Arguments, first, dictionary.argumentSets(), [&](std::string& out, std::size_t id) {
        const Arguments& arguments = dictionary.arguments(static_cast<ArgumentsId>(id));
        put(out, arguments.shapes);
        put(out, arguments.type);
        put(out, arguments.flops);
        put(out, arguments.bytes);
        put(out, static_cast<std::uint8_t>(arguments.kernel.has_value()));
        if (const auto& kernel = arguments.kernel) {
            for (const std::uint32_t size : kernel->grid) put(out, size);
            for (const std::uint32_t size : kernel->block) put(out, size);
            put(out, kernel->registersPerThread);
            put(out, kernel->sharedBytes);
            put(out, kernel->occupancy);
            put(out, static_cast<std::uint8_t>(kernel->tensorCores));
        }
        put(out, static_cast<std::uint32_t>(arguments.other.size()));
        for (const auto& [key, value] : arguments.other) {
            put(out, key);
            put(out, value);
        }
    });
}

std::string trackPayload(TrackId id, const Track& track) {
    std::string out = begin(FrameKind::Track);
    put(out, id);
    put(out, static_cast<std::uint8_t>(track.kind));
    put(out, track.process);
    put(out, track.thread);
    put(out, track.name);
    put(out, track.group);
    put(out, track.unit);
    return out;
}

std::string slicesPayload(TrackId track, const SliceColumns& slices) {
    assert(slices.isSettled() && !slices.empty() && slices.size() <= kChunkSlices);
    std::string out = begin(FrameKind::Slices);
    put(out, track);
    put(out, static_cast<std::uint32_t>(slices.size()));
    put(out, slices.span().begin);
    put(out, slices.span().end);
    Column columns[4];
    std::int64_t last = slices.span().begin;
    for (Column& column : columns) column.resize(slices.size());
    for (std::size_t i = 0; i < slices.size(); ++i) {
        columns[0][i] = difference(slices.starts()[i], last);
        columns[1][i] = static_cast<std::uint64_t>(slices.durations()[i]);
        columns[2][i] = slices.labels()[i];
        columns[3][i] = slices.arguments()[i];
        last = slices.starts()[i];
    }
    packColumns(out, columns);
    return out;
}

std::string pointsPayload(TrackId track, std::span<const CounterPoint> points) {
    assert(!points.empty() && points.size() <= kMostPoints);
    std::string out = begin(FrameKind::Points);
    put(out, track);
    put(out, static_cast<std::uint32_t>(points.size()));
    Column columns[2];
    std::int64_t lastTime = 0;
    std::uint64_t lastValue = 0;
    for (const CounterPoint& point : points) {
        columns[0].push_back(zigzag(sum(0, difference(point.time, lastTime))));
        columns[1].push_back(std::bit_cast<std::uint64_t>(point.value) ^ lastValue);
        lastTime = point.time;
        lastValue = std::bit_cast<std::uint64_t>(point.value);
    }
    packColumns(out, columns);
    return out;
}

std::string flowsPayload(std::span<const Flow> flows) {
    assert(!flows.empty() && flows.size() <= kMostPoints);
    std::string out = begin(FrameKind::Flows);
    put(out, static_cast<std::uint32_t>(flows.size()));
    Column columns[5];
    std::int64_t last = 0;
    for (const Flow& flow : flows) {
        columns[0].push_back(static_cast<std::uint64_t>(flow.kind));
        columns[1].push_back(flow.fromTrack);
        columns[2].push_back(flow.toTrack);
        columns[3].push_back(zigzag(sum(0, difference(flow.fromTime, last))));
        columns[4].push_back(zigzag(sum(0, difference(flow.toTime, flow.fromTime))));
        last = flow.fromTime;
    }
    packColumns(out, columns);
    return out;
}

std::string stepsPayload(std::span<const Step> steps) {
    std::string out = begin(FrameKind::Steps);
    put(out, static_cast<std::uint32_t>(steps.size()));
    for (const Step& step : steps) {
        put(out, step.number);
        put(out, step.start);
        put(out, step.duration);
    }
    return out;
}

std::string ledgerPayload(const Ledger& ledger) {
    std::string out = begin(FrameKind::Ledger);
    put(out, ledger.received);
    put(out, ledger.dropped);
    put(out, ledger.unreadable);
    put(out, ledger.unmatched);
    put(out, ledger.withoutArguments);
    put(out, ledger.clockResidual);
    put(out, static_cast<std::uint8_t>(ledger.cut));
    return out;
}

std::string ceilingsPayload(const Ceilings& ceilings) {
    std::string out = begin(FrameKind::Ceilings);
    put(out, ceilings.bytesPerSecond);
    put(out, static_cast<std::uint32_t>(ceilings.peaks.size()));
    for (const Ceilings::Peak& peak : ceilings.peaks) {
        put(out, std::string_view(peak.type));
        put(out, peak.flopsPerSecond);
    }
    return out;
}

std::string factsPayload(const TraceFacts& facts) {
    std::string out = begin(FrameKind::Facts);
    put(out, std::string_view(facts.source));
    put(out, std::string_view(facts.device));
    put(out, std::string_view(facts.software));
    put(out, facts.startedAt);
    return out;
}

std::string endPayload(std::uint64_t slices) {
    std::string out = begin(FrameKind::End);
    put(out, slices);
    return out;
}

std::optional<FrameKind> kindOf(std::string_view payload) {
    const auto kind = payload.empty() ? 0 : static_cast<unsigned char>(payload[0]);
    if (kind < 1 || kind > static_cast<unsigned char>(FrameKind::End)) return std::nullopt;
    return static_cast<FrameKind>(kind);
}

std::optional<SlicesHeader> slicesHeader(std::string_view bytes, std::size_t tracks) {
    if (kindOf(bytes) != FrameKind::Slices) return std::nullopt;
    ByteFields fields(bytes.substr(1));
    SlicesHeader header;
    header.track = fields.take<std::uint32_t>();
    header.count = fields.take<std::uint32_t>();
    header.span.begin = fields.take<std::int64_t>();
    header.span.end = fields.take<std::int64_t>();
    const bool possible = fields.whole() && header.track < tracks && header.count >= 1 && header.count <= kChunkSlices &&
                          isTime(header.span.begin) && header.span.end >= header.span.begin && header.span.end <= 2 * kLatestTime;
    return possible ? std::optional(header) : std::nullopt;
}

ChunkDecoder::ChunkDecoder(const Trace& trace)
    : m_tracks(trace.trackCount()), m_labels(trace.dictionary().labels()), m_argumentSets(trace.dictionary().argumentSets()) {}

bool ChunkDecoder::decode(std::string_view payload, const SlicesHeader& expected, SliceColumns::Room room) {
    const auto header = slicesHeader(payload, m_tracks);
    if (!header || *header != expected || !m_planes.unpack(payload.substr(kSlicesHeaderBytes), header->count, 4)) return false;
    // Durations lie within 2^50 and words within 2^32: wider columns are nothing a writer wrote.
    if (m_planes.widthOf(1) > 7 || m_planes.widthOf(2) > 4 || m_planes.widthOf(3) > 4) return false;
    const auto unsignedOf = [](std::span<std::int64_t> numbers) {
        return std::span(reinterpret_cast<std::uint64_t*>(numbers.data()), numbers.size());  // the same numbers without a sign: allowed
    };
    m_planes.copy(0, unsignedOf(room.starts));
    m_planes.copy(1, unsignedOf(room.durations));
    m_planes.copy(2, room.labels);
    m_planes.copy(3, room.arguments);
    std::int64_t start = header->span.begin;
    for (std::size_t i = 0; i < header->count; ++i) {
        const auto step = static_cast<std::uint64_t>(room.starts[i]);
        start = sum(start, step);
        const std::int64_t duration = room.durations[i];
        const bool good = step <= static_cast<std::uint64_t>(2 * kLatestTime) && start <= kLatestTime && duration <= kLongestDuration &&
                          duration <= header->span.end - start && room.labels[i] < m_labels && room.arguments[i] < m_argumentSets;
        if (!good) return false;
        room.starts[i] = start;
    }
    return true;
}

bool takeSlices(std::string_view payload, Trace& trace) {
    const auto header = slicesHeader(payload, trace.trackCount());
    if (!header || trace.slices(header->track).size() + header->count >= std::numeric_limits<std::uint32_t>::max()) return false;
    const std::size_t first = trace.slices(header->track).size();
    const bool good = ChunkDecoder(trace).decode(payload, *header, trace.grow(header->track, header->count));
    const std::pair<std::size_t, std::size_t> nothing[] = {{first, header->count}};
    if (!good) trace.drop(header->track, nothing);
    return good;
}

namespace {

// Words come in the order of their numbers and each for the first time; what comes again or out of order is not what a writer wrote.
bool takeTexts(ByteFields& fields, Dictionary& dictionary) {
    const auto first = fields.take<std::uint32_t>();
    const auto count = fields.takeCount(sizeof(std::uint32_t));
    for (std::size_t i = 0; i < count; ++i) {
        const std::string text = fields.takeText();
        if (!fields.whole() || text.size() > kLongestText || first + i != dictionary.texts() || dictionary.intern(text) != first + i)
            return false;
    }
    return fields.atEnd();
}

bool takeLabels(ByteFields& fields, Dictionary& dictionary) {
    const auto first = fields.take<std::uint32_t>();
    const auto count = fields.takeCount(13);
    for (std::size_t i = 0; i < count; ++i) {
        Label label;
        label.name = fields.take<std::uint32_t>();
        label.node = fields.take<std::uint32_t>();
        label.category = fields.take<std::uint32_t>();
        const auto phase = fields.take<std::uint8_t>();
        for (const StringId text : {label.name, label.node, label.category})
            if (text >= dictionary.texts()) return false;
        if (!fields.whole() || phase >= kPhases || first + i != dictionary.labels()) return false;
        label.phase = static_cast<Phase>(phase);
        if (dictionary.internLabel(label) != first + i) return false;
    }
    return fields.atEnd();
}

bool takeArguments(ByteFields& fields, Dictionary& dictionary) {
    const auto first = fields.take<std::uint32_t>();
    const auto count = fields.takeCount(4 + 4 + 8 + 8 + 1 + 4);
    for (std::size_t i = 0; i < count; ++i) {
        Arguments arguments;
        arguments.shapes = fields.take<std::uint32_t>();
        arguments.type = fields.take<std::uint32_t>();
        arguments.flops = fields.takeDouble();
        arguments.bytes = fields.takeDouble();
        if (fields.take<std::uint8_t>() != 0) {
            KernelArguments& kernel = arguments.kernel.emplace();
            for (std::uint32_t& size : kernel.grid) size = fields.take<std::uint32_t>();
            for (std::uint32_t& size : kernel.block) size = fields.take<std::uint32_t>();
            kernel.registersPerThread = fields.take<std::uint32_t>();
            kernel.sharedBytes = fields.take<std::uint32_t>();
            kernel.occupancy = fields.takeFloat();
            kernel.tensorCores = fields.take<std::uint8_t>() != 0;
        }
        bool known = arguments.shapes < dictionary.texts() && arguments.type < dictionary.texts();
        for (std::size_t others = fields.takeCount(8); others > 0; --others) {
            const auto key = fields.take<std::uint32_t>(), value = fields.take<std::uint32_t>();
            known = known && key < dictionary.texts() && value < dictionary.texts();
            arguments.other.emplace_back(key, value);
        }
        if (!fields.whole() || !known || first + i != dictionary.argumentSets() || dictionary.internArguments(arguments) != first + i)
            return false;
    }
    return fields.atEnd();
}

bool takeTrack(ByteFields& fields, Trace& trace) {
    const auto id = fields.take<std::uint32_t>();
    Track track;
    const auto kind = fields.take<std::uint8_t>();
    track.process = fields.take<std::int64_t>();
    track.thread = fields.take<std::int64_t>();
    track.name = fields.take<std::uint32_t>();
    track.group = fields.take<std::uint32_t>();
    track.unit = fields.take<std::uint32_t>();
    if (!fields.atEnd() || kind >= kTrackKinds || id > trace.trackCount() || id >= kMostTracks) return false;
    track.kind = static_cast<TrackKind>(kind);
    for (const StringId text : {track.name, track.group, track.unit})
        if (text >= trace.dictionary().texts()) return false;
    if (id == trace.trackCount())
        trace.addTrack(track);
    else
        trace.renameTrack(id, track);
    return true;
}

bool takePoints(ByteFields& fields, std::string_view payload, Trace& trace) {
    const auto track = fields.take<std::uint32_t>(), count = fields.take<std::uint32_t>();
    Column columns[2];
    if (!fields.whole() || track >= trace.trackCount() || count < 1 || count > kMostPoints ||
        !unpackColumns(payload.substr(9), count, columns))
        return false;
    std::int64_t time = 0;
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < count; ++i) {
        time = sum(time, static_cast<std::uint64_t>(unzigzag(columns[0][i])));
        bits ^= columns[1][i];
        if (!isTime(time)) return false;
        trace.append(track, CounterPoint{time, std::bit_cast<double>(bits)});
    }
    return true;
}

bool takeFlows(ByteFields& fields, std::string_view payload, Trace& trace) {
    const auto count = fields.take<std::uint32_t>();
    Column columns[5];
    if (!fields.whole() || count < 1 || count > kMostPoints || !unpackColumns(payload.substr(5), count, columns)) return false;
    std::int64_t last = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (columns[1][i] >= trace.trackCount() || columns[2][i] >= trace.trackCount()) return false;
        Flow flow;
        flow.kind = columns[0][i] < kFlowKinds ? static_cast<FlowKind>(columns[0][i]) : FlowKind::Other;
        flow.fromTrack = static_cast<TrackId>(columns[1][i]);
        flow.toTrack = static_cast<TrackId>(columns[2][i]);
        flow.fromTime = last = sum(last, static_cast<std::uint64_t>(unzigzag(columns[3][i])));
        flow.toTime = sum(last, static_cast<std::uint64_t>(unzigzag(columns[4][i])));
        if (!isTime(flow.fromTime) || !isTime(flow.toTime)) return false;
        trace.append(flow);
    }
    return true;
}

bool takeSteps(ByteFields& fields, Trace& trace) {
    for (std::size_t count = fields.takeCount(24); count > 0; --count) {
        Step step;
        step.number = fields.take<std::int64_t>();
        step.start = fields.take<std::int64_t>();
        step.duration = fields.take<std::int64_t>();
        if (!fields.whole() || !isTime(step.start) || step.duration < 0 || step.duration > kLongestDuration) return false;
        trace.append(step);
    }
    return fields.atEnd();
}

bool takeLedger(ByteFields& fields, Trace& trace) {
    Ledger ledger;
    ledger.received = fields.take<std::uint64_t>();
    ledger.dropped = fields.take<std::uint64_t>();
    ledger.unreadable = fields.take<std::uint64_t>();
    ledger.unmatched = fields.take<std::uint64_t>();
    ledger.withoutArguments = fields.take<std::uint64_t>();
    ledger.clockResidual = fields.take<std::int64_t>();
    ledger.cut = fields.take<std::uint8_t>() != 0;
    trace.setLedger(ledger);
    return fields.whole();  // what a newer writer adds stands behind
}

bool takeCeilings(ByteFields& fields, Trace& trace) {
    Ceilings ceilings;
    ceilings.bytesPerSecond = fields.takeDouble();
    for (std::size_t count = fields.takeCount(12); count > 0; --count) {
        std::string type = fields.takeText();
        ceilings.peaks.push_back({std::move(type), fields.takeDouble()});
        if (!std::isfinite(ceilings.peaks.back().flopsPerSecond)) return false;
    }
    trace.setCeilings(ceilings);
    return fields.whole() && std::isfinite(ceilings.bytesPerSecond);
}

bool takeFacts(ByteFields& fields, Trace& trace) {
    TraceFacts facts;
    facts.source = fields.takeText();
    facts.device = fields.takeText();
    facts.software = fields.takeText();
    facts.startedAt = fields.takeDouble();
    trace.setFacts(facts);
    return fields.whole();
}

}  // namespace

FrameOutcome takeFrame(std::string_view payload, Trace& trace) {
    const auto kind = kindOf(payload);
    if (!kind) return {};
    ByteFields fields(payload.substr(1));
    switch (*kind) {
        case FrameKind::Texts: return {.good = takeTexts(fields, trace.dictionary())};
        case FrameKind::Labels: return {.good = takeLabels(fields, trace.dictionary())};
        case FrameKind::Arguments: return {.good = takeArguments(fields, trace.dictionary())};
        case FrameKind::Track: return {.good = takeTrack(fields, trace)};
        case FrameKind::Slices: return {.good = takeSlices(payload, trace)};
        case FrameKind::Points: return {.good = takePoints(fields, payload, trace)};
        case FrameKind::Flows: return {.good = takeFlows(fields, payload, trace)};
        case FrameKind::Steps: return {.good = takeSteps(fields, trace)};
        case FrameKind::Ledger: return {.good = takeLedger(fields, trace)};
        case FrameKind::Ceilings: return {.good = takeCeilings(fields, trace)};
        case FrameKind::Facts: return {.good = takeFacts(fields, trace)};
        case FrameKind::End: return {.good = true, .end = true};
    }
    return {};
}

}  // namespace seekbench
