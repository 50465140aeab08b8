// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstring>

#include "core/base/file.h"
#include "core/run/byte_fields.h"
#include "core/trace/flight/flight_layout.h"

namespace seekbench {
namespace {

constexpr std::size_t kMostBytes = 2 * kFlightPage + kMostFlightWords + kMostFlightRecords * sizeof(FlightRecord);

struct Words {
    TraceFacts facts;
    std::vector<FlightLabel> labels{{}};  // number 0 is nothing
    bool good = false;
};

Words wordsOf(std::string_view bytes) {
    Words words;
    ByteFields fields(bytes);
    words.facts = {.source = fields.takeText(), .device = fields.takeText(), .software = fields.takeText()};
    for (std::size_t count = fields.takeCount(13); count > 0; --count) {
        FlightLabel& label = words.labels.emplace_back(FlightLabel{fields.takeText(), fields.takeText(), fields.takeText()});
        const auto phase = fields.take<std::uint8_t>();
        if (phase >= kPhases) return words;
        label.phase = static_cast<Phase>(phase);
    }
    words.good = fields.atEnd();
    return words;
}

// The clock of the writer in nanoseconds; nothing for instants no trace may hold.
class Clock {
public:
    explicit Clock(const FlightHeader& header) : m_zero(header.zeroTicks), m_rate(header.nanosecondsPerTick) {}
    std::optional<std::int64_t> at(std::uint64_t ticks) const {
        const double time = static_cast<double>(static_cast<std::int64_t>(ticks - m_zero)) * m_rate;
        if (!(std::abs(time) < static_cast<double>(kLatestTime / 2))) return std::nullopt;
        return std::llround(time);
    }

private:
    std::uint64_t m_zero;
    double m_rate;
};

struct Record {
    std::int64_t start, end;
    FlightRecord what;
};

// The records that are still in the ring, oldest first. What was being written when power went is counted as torn.
std::vector<Record> recordsOf(const FlightHeader& header, std::string_view ring, std::uint64_t pushed, const Clock& clock,
                              std::size_t labels, std::uint64_t& torn) {
    std::vector<Record> records;
    for (std::uint64_t place = pushed > header.capacity ? pushed - header.capacity : 0; place < pushed; ++place) {
        FlightRecord record;
        std::memcpy(static_cast<void*>(&record), ring.data() + place % header.capacity * sizeof record, sizeof record);
        const auto start = clock.at(record.start), end = clock.at(record.end);
        const bool known = record.kind == FlightKind::Step || ((record.kind == FlightKind::Layer || record.kind == FlightKind::Phase) &&
                                                               record.word > 0 && record.word < labels);
        if (record.check != record.checkOfContent() || record.sequence != static_cast<std::uint32_t>(place) || !known || !start || !end ||
            *end < *start || *end - *start > kLongestDuration) {
            ++torn;
            continue;
        }
        records.push_back({*start, *end, record});
    }
    return records;
}

}  // namespace

Result<Flight> readFlight(const std::filesystem::path& path) {
    const std::string shown = displayPath(path);
    const auto bytes = readFile(path, kMostBytes);
    if (!bytes) return bytes.error();
    const auto damaged = [&] {
        return Error(ErrorCode::Corrupt, say("The flight recorder's file %1 is damaged.", shown),
                     say("It is written anew when the run goes on; a profile can be taken then."));
    };
    FlightHeader header;
    if (bytes->size() < kFlightPage || std::memcmp(bytes->data(), kFlightMagic.data(), kFlightMagic.size()) != 0)
        return Error(ErrorCode::InvalidInput, say("%1 is not the file of a flight recorder.", shown),
                     say("Name a run, or its file \"flight\"."));
    std::memcpy(static_cast<void*>(&header), bytes->data(), sizeof header);
    if (header.version > kFlightVersion)
        return Error(ErrorCode::NewerVersion,
                     say("The flight recorder's file %1 has version %2; this Seekbench reads versions up to %3.", shown, header.version,
                         kFlightVersion),
                     say("Update Seekbench to open it. The file was left as it is."));
    if (header.recordBytes != sizeof(FlightRecord) || header.wordBytes > kMostFlightWords || header.capacity < 1 ||
        header.capacity > kMostFlightRecords || header.ringOffset % alignof(FlightRecord) != 0 ||
        header.ringOffset < kFlightPage + header.wordBytes || header.ringOffset > bytes->size() ||
        bytes->size() - header.ringOffset < header.capacity * sizeof(FlightRecord) || !std::isfinite(header.startedAt))
        return damaged();
    const std::string_view text = std::string_view(*bytes).substr(kFlightPage, header.wordBytes);
    if (header.check != header.checkWith(text)) return damaged();
    Words words = wordsOf(text);
    if (!words.good) return damaged();
    FlightLive live;
    std::memcpy(static_cast<void*>(&live), bytes->data() + kFlightLiveOffset, sizeof live);

    const Clock clock(header);
    std::uint64_t torn = 0;
    const auto records =
        recordsOf(header, std::string_view(*bytes).substr(header.ringOffset), live.pushed, clock, words.labels.size(), torn);

    Flight flight;
    flight.closed = live.closed == 1;
    Trace& trace = flight.trace;
    Dictionary& dictionary = trace.dictionary();
    const StringId group = dictionary.intern("Worker");
    const TrackId thread = trace.addTrack({.kind = TrackKind::Thread, .name = dictionary.intern("Training"), .group = group});
    const TrackId phases = trace.addTrack({.kind = TrackKind::Phase, .name = dictionary.intern("Phases"), .group = group});
    std::vector<LabelId> labels;
    for (const FlightLabel& label : words.labels)
        labels.push_back(dictionary.internLabel({.name = dictionary.intern(label.name),
                                                 .node = dictionary.intern(label.node),
                                                 .category = dictionary.intern(label.category),
                                                 .phase = label.phase}));
    // Parts of the oldest step may have been overwritten while its own record, which comes last, is still there: it is left out with all
    // that ended before it did.
    std::int64_t whole = -kLatestTime;
    if (live.pushed > header.capacity || torn > 0)
        for (const Record& record : records)
            if (record.what.kind == FlightKind::Step) {
                whole = record.end;
                break;
            }
    for (const Record& record : records) {
        if (record.start < whole) continue;
        if (record.what.kind == FlightKind::Step) {
            // The upper half of the number is that of the step that runs.
            const auto number =
                static_cast<std::int64_t>((static_cast<std::uint64_t>(live.step) & 0xFFFFFFFF00000000ull) | record.what.word);
            trace.append(Step{number, record.start, record.end - record.start});
            continue;
        }
        const Slice slice{record.start, record.end - record.start, labels[record.what.word], 0};
        // Layers lie within the phase, and both on the thread: so what has no layer is still somebody's time.
        trace.append(thread, slice);
        if (record.what.kind == FlightKind::Phase) trace.append(phases, slice);
    }
    words.facts.startedAt = header.startedAt;
    trace.setFacts(words.facts);
    trace.setLedger({.received = live.pushed, .unreadable = torn, .cut = !flight.closed});
    trace.settle();

    const auto labelOf = [&](std::uint32_t number) { return number < words.labels.size() ? words.labels[number] : FlightLabel{}; };
    const FlightLabel phase = labelOf(live.phase), layer = labelOf(live.layer);
    flight.last = {.step = live.step,
                   .phase = phase.phase == Phase::None ? "" : std::string(nameOf(phase.phase)),
                   .layer = layer.node,
                   .sinceStep = clock.at(live.stepStart).value_or(0),
                   .sincePhase = clock.at(live.phaseStart).value_or(0),
                   .sinceLayer = clock.at(live.layerStart).value_or(0)};
    return flight;
}

bool isFlight(const std::filesystem::path& path) {
    const auto file = File::open(path, File::Mode::Read);
    std::byte begin[kFlightMagic.size()];
    if (!file) return false;
    const auto got = file->readAt(0, begin);
    return got && *got == sizeof begin && std::memcmp(begin, kFlightMagic.data(), sizeof begin) == 0;
}

Message placeText(const Flight& flight) {
    const Flight::Place& at = flight.last;
    if (at.step == 0 && at.phase.empty()) return say("between two steps");
    if (at.step == 0) return say("between two steps, phase %1", at.phase);
    if (at.phase.empty()) return say("step %1", at.step);
    if (at.layer.empty()) return say("step %1, phase %2", at.step, at.phase);
    return say("step %1, phase %2, layer %3", at.step, at.phase, at.layer);
}

std::filesystem::path flightFile(const RunFolder& run) { return run.path() / "flight"; }
std::filesystem::path previousFlightFile(const RunFolder& run) { return run.path() / "flight.previous"; }

}  // namespace seekbench
