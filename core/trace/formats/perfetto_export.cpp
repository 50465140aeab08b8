// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "core/trace/analysis/nesting.h"
#include "core/trace/formats/output_file.h"
#include "core/trace/formats/protobuf_writer.h"
#include "core/trace/formats/trace_export.h"

namespace seekbench {
namespace {

// Numbers of fields in protos/perfetto/trace of google/perfetto: trace.proto, trace_packet.proto, track_event/*.proto,
// interned_data/interned_data.proto.
namespace field {
constexpr std::uint32_t kPacket = 1;                                                                                 // Trace
constexpr std::uint32_t kTimestamp = 8, kSequence = 10, kEvent = 11, kInterned = 12, kFlags = 13, kDescriptor = 60;  // TracePacket
constexpr std::uint32_t kUuid = 1, kName = 2, kProcess = 3, kParent = 5, kCounter = 8;                               // TrackDescriptor
constexpr std::uint32_t kPid = 1, kProcessName = 6;                                                                  // ProcessDescriptor
constexpr std::uint32_t kUnitName = 6;                                                                               // CounterDescriptor
constexpr std::uint32_t kCategory = 3, kAnnotation = 4, kType = 9, kEventName = 10, kTrack = 11, kValue = 44, kFlow = 47,
                        kFlowEnd = 48;                                               // TrackEvent
constexpr std::uint32_t kCategories = 1, kNames = 2, kAnnotationNames = 3;           // InternedData
constexpr std::uint32_t kId = 1, kText = 2;                                          // EventCategory, EventName, DebugAnnotationName
constexpr std::uint32_t kAnnotationName = 1, kUnsigned = 3, kReal = 5, kString = 6;  // DebugAnnotation
}  // namespace field
constexpr std::uint64_t kBegin = 1, kEnd = 2, kPoint = 4;  // TrackEvent.Type
constexpr std::uint64_t kCleared = 1, kNeedsState = 2;     // TracePacket.SequenceFlags
constexpr std::uint64_t kSequenceId = 1;

class Exporter {
public:
    Exporter(const Trace& trace, OutputFile& file)
        : m_trace(trace), m_words(trace.dictionary()), m_file(file), m_shift(std::max<std::int64_t>(0, -trace.span().begin)) {}

    void write() {
        const SliceFlows flows = resolveFlows(m_trace);
        for (std::uint64_t i = 0; i < flows.flows.size(); ++i) {
            m_flows.emplace(flows.flows[i].from, std::pair(i + 1, false));
            m_flows.emplace(flows.flows[i].to, std::pair(i + 1, true));
        }
        for (TrackId track = 0; track < m_trace.trackCount(); ++track) {
            describeProcess(m_trace.track(track));
            if (m_trace.track(track).kind == TrackKind::Counter)
                writePoints(track);
            else
                writeSlices(track);
        }
        writeSteps();
    }

private:
    // Threads are tracks below a process and not perfetto's threads: it takes a thread's number for 32 bits and the system's.
    std::uint64_t describe(std::string_view name, std::int64_t process, bool counter = false, std::string_view unit = {}) {
        const std::uint64_t uuid = ++m_uuids;
        ProtobufMessage descriptor;
        descriptor.number(field::kUuid, uuid);
        descriptor.bytes(field::kName, name);
        if (const auto parent = m_processes.find(process); parent != m_processes.end()) descriptor.number(field::kParent, parent->second);
        if (counter) {
            ProtobufMessage details;
            if (!unit.empty()) details.bytes(field::kUnitName, unit);
            descriptor.message(field::kCounter, details);
        }
        ProtobufMessage packet;
        packet.message(field::kDescriptor, descriptor);
        put(packet);
        return uuid;
    }

    void describeProcess(const Track& track) {
        if (m_processes.contains(track.process)) return;
        const std::uint64_t uuid = m_processes[track.process] = ++m_uuids;
        ProtobufMessage process, descriptor, packet;
        process.number(field::kPid, static_cast<std::uint64_t>(static_cast<std::int32_t>(track.process)));
        if (track.group) process.bytes(field::kProcessName, m_words.text(track.group));
        descriptor.number(field::kUuid, uuid);
        descriptor.message(field::kProcess, process);
        packet.message(field::kDescriptor, descriptor);
        put(packet);
    }

    void put(ProtobufMessage& packet) {
        packet.number(field::kSequence, kSequenceId);
        packet.number(field::kFlags, m_first ? kCleared | kNeedsState : kNeedsState);
        m_first = false;
        ProtobufMessage trace;
        trace.message(field::kPacket, packet);
        m_file.text() += trace.text();
        m_file.next();
    }

    void putEvent(std::int64_t time, const ProtobufMessage& event) {
        ProtobufMessage packet;
        packet.number(field::kTimestamp, static_cast<std::uint64_t>(time + m_shift));
        packet.message(field::kEvent, event);
        if (!m_interned.empty()) packet.message(field::kInterned, m_interned);
        m_interned.clear();
        put(packet);
    }

    // The number of a text in one of perfetto's lists; it is told with the first event that uses it. Numbers there begin at 1.
    std::uint64_t interned(std::uint32_t list, std::string_view text) {
        const auto [known, fresh] = m_ids.try_emplace({list, std::string(text)}, m_ids.size() + 1);
        if (fresh) {
            ProtobufMessage entry;
            entry.number(field::kId, known->second);
            entry.bytes(field::kText, text);
            m_interned.message(list, entry);
        }
        return known->second;
    }

    template <class Fill>
    void annotate(ProtobufMessage& event, std::string_view name, Fill fill) {
        ProtobufMessage annotation;
        annotation.number(field::kAnnotationName, interned(field::kAnnotationNames, name));
        fill(annotation);
        event.message(field::kAnnotation, annotation);
    }
    void annotateText(ProtobufMessage& event, std::string_view name, std::string_view text) {
        annotate(event, name, [&](ProtobufMessage& annotation) { annotation.bytes(field::kString, text); });
    }

    void beginSlice(TrackId track, std::uint32_t slice, std::uint64_t uuid) {
        const Slice value = m_trace.slices(track)[slice];
        const Label& label = m_words.label(value.label);
        const Arguments& arguments = m_words.arguments(value.arguments);
        ProtobufMessage event;
        event.number(field::kType, kBegin);
        event.number(field::kTrack, uuid);
        event.number(field::kEventName, interned(field::kNames, m_words.text(label.name)));
        if (label.category) event.number(field::kCategory, interned(field::kCategories, m_words.text(label.category)));
        if (label.node) annotateText(event, "node", m_words.text(label.node));
        if (label.phase != Phase::None) annotateText(event, "phase", nameOf(label.phase));
        if (arguments.shapes) annotateText(event, "shapes", m_words.text(arguments.shapes));
        if (arguments.type) annotateText(event, "type", m_words.text(arguments.type));
        for (const auto& [name, work] : {std::pair("flops", arguments.flops), std::pair("bytes", arguments.bytes)})
            if (work > 0) annotate(event, name, [amount = work](ProtobufMessage& annotation) { annotation.real(field::kReal, amount); });
        if (const auto& kernel = arguments.kernel) {
            const auto sizes = [](const std::uint32_t(&s)[3]) {
                return std::to_string(s[0]) + " × " + std::to_string(s[1]) + " × " + std::to_string(s[2]);
            };
            annotateText(event, "grid", sizes(kernel->grid));
            annotateText(event, "block", sizes(kernel->block));
            annotate(event, "registers per thread",
                     [&](ProtobufMessage& annotation) { annotation.number(field::kUnsigned, kernel->registersPerThread); });
        }
        for (const auto& [name, value_] : arguments.other) annotateText(event, m_words.text(name), m_words.text(value_));
        for (auto [flow, end] = m_flows.equal_range({track, slice}); flow != end; ++flow)
            event.fixed64(flow->second.second ? field::kFlowEnd : field::kFlow, flow->second.first);
        putEvent(value.start, event);
    }

    void endSlice(std::int64_t time, std::uint64_t uuid) {
        ProtobufMessage event;
        event.number(field::kType, kEnd);
        event.number(field::kTrack, uuid);
        putEvent(time, event);
    }

    void writeSlices(TrackId track) {
        const SliceColumns& slices = m_trace.slices(track);
        const auto lanes = nestedLanes(slices);
        const std::size_t count = lanes.empty() ? 0 : *std::ranges::max_element(lanes) + std::size_t{1};
        std::vector<std::uint64_t> uuids;
        std::vector<std::vector<std::int64_t>> open(count);
        for (std::size_t lane = 0; lane < count; ++lane)
            uuids.push_back(
                describe(std::string(m_words.text(m_trace.track(track).name)) + (lane ? " (" + std::to_string(lane + 1) + ")" : ""),
                         m_trace.track(track).process));
        const auto endThose = [&](std::size_t lane, std::int64_t until) {
            for (; !open[lane].empty() && open[lane].back() <= until; open[lane].pop_back()) endSlice(open[lane].back(), uuids[lane]);
        };
        for (std::uint32_t i = 0; i < slices.size(); ++i) {
            endThose(lanes[i], slices.starts()[i]);
            beginSlice(track, i, uuids[lanes[i]]);
            open[lanes[i]].push_back(slices.end(i));
        }
        for (std::size_t lane = 0; lane < count; ++lane) endThose(lane, std::numeric_limits<std::int64_t>::max());
    }

    void writePoints(TrackId id) {
        const Track& track = m_trace.track(id);
        const std::uint64_t uuid = describe(m_words.text(track.name), track.process, true, m_words.text(track.unit));
        for (const CounterPoint& point : m_trace.points(id)) {
            ProtobufMessage event;
            event.number(field::kType, kPoint);
            event.number(field::kTrack, uuid);
            event.real(field::kValue, point.value);
            putEvent(point.time, event);
        }
    }

    void writeSteps() {
        if (m_trace.steps().empty()) return;
        const std::uint64_t uuid = describe("steps", m_trace.trackCount() > 0 ? m_trace.track(0).process : 0);
        for (const Step& step : m_trace.steps()) {
            ProtobufMessage event;
            event.number(field::kType, kBegin);
            event.number(field::kTrack, uuid);
            event.number(field::kEventName, interned(field::kNames, "step " + std::to_string(step.number)));
            putEvent(step.start, event);
            endSlice(step.span().end, uuid);
        }
    }

    const Trace& m_trace;
    const Dictionary& m_words;
    OutputFile& m_file;
    std::int64_t m_shift;  // perfetto's times have no sign
    bool m_first = true;
    std::uint64_t m_uuids = 0;
    ProtobufMessage m_interned;
    std::map<std::int64_t, std::uint64_t> m_processes;
    std::map<std::pair<std::uint32_t, std::string>, std::uint64_t> m_ids;
    std::multimap<SliceRef, std::pair<std::uint64_t, bool>> m_flows;  // number, and whether it ends there
};

}  // namespace

Result<void> exportPerfetto(const Trace& trace, const std::filesystem::path& path) {
    auto file = OutputFile::create(path);
    if (!file) return file.error();
    Exporter(trace, *file).write();
    auto written = file->finish();
    if (!written) return written.error().in(say("exporting to %1", displayPath(path)));
    return {};
}

}  // namespace seekbench
