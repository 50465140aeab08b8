// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>

#include "core/trace/analysis/nesting.h"
#include "core/trace/formats/chrome_words.h"
#include "core/trace/formats/output_file.h"
#include "core/trace/formats/trace_export.h"

namespace seekbench {
namespace {

void appendText(std::string& out, std::string_view text) {
    out.push_back('"');
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
            out += escape;
        } else {
            out.push_back(c);
        }
    }
    out.push_back('"');
}

template <class Number>
void appendNumber(std::string& out, Number number) {
    char buffer[32];
    out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr);
}

void appendMicroseconds(std::string& out, std::int64_t nanoseconds) {
    if (nanoseconds < 0) out.push_back('-');
    const auto size = static_cast<std::uint64_t>(nanoseconds < 0 ? -nanoseconds : nanoseconds);
    appendNumber(out, size / 1000);
    const auto rest = static_cast<unsigned>(size % 1000);
    for (const char c :
         {'.', static_cast<char>('0' + rest / 100), static_cast<char>('0' + rest / 10 % 10), static_cast<char>('0' + rest % 10)})
        out.push_back(c);
}

// "key":value, with commas where they belong.
class Fields {
public:
    explicit Fields(std::string& out) : m_out(out) { m_out.push_back('{'); }
    std::string& key(std::string_view name) {
        if (m_any) m_out.push_back(',');
        m_any = true;
        appendText(m_out, name);
        m_out.push_back(':');
        return m_out;
    }
    void text(std::string_view name, std::string_view value) { appendText(key(name), value); }
    template <class Number>
    void number(std::string_view name, Number value) {
        appendNumber(key(name), value);
    }
    void end() { m_out.push_back('}'); }
    bool any() const { return m_any; }

private:
    std::string& m_out;
    bool m_any = false;
};

void appendSizes(std::string& out, const std::uint32_t (&sizes)[3]) {
    out += '[';
    for (int i = 0; i < 3; ++i) {
        if (i) out += ',';
        appendNumber(out, sizes[i]);
    }
    out += ']';
}

void appendArguments(Fields& event, std::string& out, const Dictionary& words, const Label& label, const Arguments& arguments) {
    event.key("args");
    Fields fields(out);
    if (label.node) fields.text("node", words.text(label.node));
    if (label.phase != Phase::None) fields.text("phase", nameOf(label.phase));
    if (arguments.shapes) fields.text("shapes", words.text(arguments.shapes));
    if (arguments.type) fields.text("type", words.text(arguments.type));
    if (arguments.flops > 0) fields.number("flops", arguments.flops);
    if (arguments.bytes > 0) fields.number("bytes", arguments.bytes);
    if (const auto& kernel = arguments.kernel) {
        appendSizes(fields.key("grid"), kernel->grid);
        appendSizes(fields.key("block"), kernel->block);
        fields.number("registers per thread", kernel->registersPerThread);
        fields.number("shared memory", kernel->sharedBytes);
        fields.number("est. achieved occupancy %", kernel->occupancy * 100);
        if (kernel->tensorCores) fields.key("tensor cores") += "true";
    }
    for (const auto& [name, value] : arguments.other) fields.text(words.text(name), words.text(value));
    fields.end();
}

class Exporter {
public:
    Exporter(const Trace& trace, OutputFile& file) : m_trace(trace), m_words(trace.dictionary()), m_file(file) {}

    void write() {
        m_file.text() += "{\"displayTimeUnit\":\"ms\",\"otherData\":";
        Fields facts(m_file.text());
        facts.text("source", m_trace.facts().source);
        facts.text("device", m_trace.facts().device);
        facts.text("software", m_trace.facts().software);
        facts.end();
        m_file.text() += ",\"traceEvents\":[";
        for (TrackId track = 0; track < m_trace.trackCount(); ++track) writeTrack(track);
        writeSteps();
        writeFlows();
        m_file.text() += "\n]}\n";
    }

private:
    Fields event(char kind) {
        m_file.next();
        m_file.text() += m_any ? ",\n" : "\n";
        m_any = true;
        Fields fields(m_file.text());
        fields.text("ph", std::string_view(&kind, 1));
        return fields;
    }

    void place(Fields& fields, const Track& track, std::int64_t thread) {
        fields.number("pid", track.process);
        fields.number("tid", thread);
    }

    void name(std::string_view what, const Track& track, std::int64_t thread, std::string_view text) {
        Fields fields = event('M');
        fields.text("name", what);
        place(fields, track, thread);
        fields.key("args");
        Fields arguments(m_file.text());
        arguments.text("name", text);
        arguments.end();
        fields.end();
    }

    // A number that no thread of the trace has: 2^40 is above any, and JSON keeps it exactly.
    std::int64_t freshThread() { return (std::int64_t{1} << 40) + m_fresh++; }

    void writeTrack(TrackId id) {
        const Track& track = m_trace.track(id);
        if (track.group && m_named.emplace(track.process, 0).second) name("process_name", track, 0, m_words.text(track.group));
        if (track.kind == TrackKind::Counter) return writePoints(id);
        const SliceColumns& slices = m_trace.slices(id);
        std::vector<std::uint16_t>& lanes = m_lanes[id] = nestedLanes(slices);
        std::vector<std::int64_t>& threads = m_threads[id];
        const std::size_t count = lanes.empty() ? 1 : *std::ranges::max_element(lanes) + std::size_t{1};
        for (std::size_t lane = 0; lane < count; ++lane) {
            const bool taken = lane > 0 || !m_taken.emplace(std::pair(track.process, track.thread), id).second;
            threads.push_back(taken ? freshThread() : track.thread);
            std::string text(m_words.text(track.name));
            if (lane > 0) text += " (" + std::to_string(lane + 1) + ")";
            name("thread_name", track, threads.back(), text);
        }
        for (std::size_t i = 0; i < slices.size(); ++i) {
            const Label& label = m_words.label(slices.labels()[i]);
            Fields fields = event('X');
            fields.text("name", m_words.text(label.name));
            std::string_view category = m_words.text(label.category);
            // Where a slice belongs is told by its category alone when it is read again.
            if (category.empty() && track.kind == TrackKind::Stream) category = "kernel";
            if (track.kind == TrackKind::Phase && placeOf(category) != ChromePlace::Beside) category = "Trace";
            if (!category.empty()) fields.text("cat", category);
            place(fields, track, threads[lanes[i]]);
            appendMicroseconds(fields.key("ts"), slices.starts()[i]);
            appendMicroseconds(fields.key("dur"), slices.durations()[i]);
            const Arguments& arguments = m_words.arguments(slices.arguments()[i]);
            if (label.node || label.phase != Phase::None || slices.arguments()[i])
                appendArguments(fields, m_file.text(), m_words, label, arguments);
            fields.end();
        }
    }

    void writePoints(TrackId id) {
        const Track& track = m_trace.track(id);
        for (const CounterPoint& point : m_trace.points(id)) {
            if (!std::isfinite(point.value)) continue;
            Fields fields = event('C');
            fields.text("name", m_words.text(track.name));
            place(fields, track, 0);
            appendMicroseconds(fields.key("ts"), point.time);
            fields.key("args");
            Fields arguments(m_file.text());
            arguments.number("value", point.value);
            arguments.end();
            fields.end();
        }
    }

    // Steps are slices with Kineto's name for them; a trace that came from there has them already.
    void writeSteps() {
        std::int64_t number = 0;
        for (LabelId id = 0; id < m_words.labels(); ++id)
            if (stepOfName(m_words.nameOf(id), number)) return;
        if (m_trace.steps().empty()) return;
        const Track track{.process = m_trace.trackCount() > 0 ? m_trace.track(0).process : 0};
        const std::int64_t thread = freshThread();
        name("thread_name", track, thread, "steps");
        for (const Step& step : m_trace.steps()) {
            Fields fields = event('X');
            fields.text("name", "ProfilerStep#" + std::to_string(step.number));
            fields.text("cat", "Trace");
            place(fields, track, thread);
            appendMicroseconds(fields.key("ts"), step.start);
            appendMicroseconds(fields.key("dur"), step.duration);
            fields.end();
        }
    }

    void writeFlows() {
        std::uint64_t number = 0;
        for (const SliceFlow& flow : resolveFlows(m_trace).flows) {
            ++number;
            for (const bool starts : {true, false}) {
                const SliceRef ref = starts ? flow.from : flow.to;
                Fields fields = event(starts ? 's' : 'f');
                fields.text("name", categoryOf(flow.kind));
                fields.text("cat", categoryOf(flow.kind));
                fields.number("id", number);
                if (!starts) fields.text("bp", "e");
                place(fields, m_trace.track(ref.track), m_threads[ref.track][m_lanes[ref.track][ref.slice]]);
                appendMicroseconds(fields.key("ts"), m_trace.at(ref).start);
                fields.end();
            }
        }
    }

    const Trace& m_trace;
    const Dictionary& m_words;
    OutputFile& m_file;
    bool m_any = false;
    std::int64_t m_fresh = 0;
    std::map<std::int64_t, int> m_named;
    std::map<std::pair<std::int64_t, std::int64_t>, TrackId> m_taken;
    std::map<TrackId, std::vector<std::uint16_t>> m_lanes;
    std::map<TrackId, std::vector<std::int64_t>> m_threads;
};

}  // namespace

std::vector<std::uint16_t> nestedLanes(const SliceColumns& slices) {
    std::vector<std::uint16_t> result(slices.size());
    std::vector<std::vector<std::int64_t>> open;  // of each lane the ends of what is open, the innermost last
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const std::int64_t start = slices.starts()[i], end = slices.end(i);
        std::size_t lane = 0;
        for (; lane < open.size(); ++lane) {
            while (!open[lane].empty() && open[lane].back() <= start) open[lane].pop_back();
            if (open[lane].empty() || open[lane].back() >= end || lane + 1 == kMostLanes) break;
        }
        if (lane == open.size()) open.emplace_back();
        open[lane].push_back(end);
        result[i] = static_cast<std::uint16_t>(lane);
    }
    return result;
}

Result<void> exportChrome(const Trace& trace, const std::filesystem::path& path) {
    auto file = OutputFile::create(path);
    if (!file) return file.error();
    Exporter(trace, *file).write();
    auto written = file->finish();
    if (!written) return written.error().in(say("exporting to %1", displayPath(path)));
    return {};
}

}  // namespace seekbench
