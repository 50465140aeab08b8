// SPDX-License-Identifier: Apache-2.0
#include "core/trace/formats/chrome_import.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <unordered_map>

#include "core/base/file.h"
#include "core/trace/formats/chrome_words.h"
#include "core/trace/formats/json_stream.h"
#include "core/trace/trace_file.h"

namespace seekbench {
namespace {

constexpr std::size_t kMostTracks = 1u << 16;
constexpr std::size_t kMostPending = 1u << 20;  // flows and events that wait for their other half
constexpr std::size_t kMostLabels = 1u << 20;

// An event as it stands in the file.
struct Event {
    std::string_view name, category, id, arguments, process, thread, time, duration;  // raw values
    char kind = 0;
};

Event eventOf(std::string_view object, bool& whole) {
    Event event;
    whole = eachField(object, [&](std::string_view key, std::string_view value) {
        // By length first: most keys have two to four letters.
        switch (key.size()) {
            case 2:
                if (key == "ph") event.kind = isText(value) && value.size() >= 3 ? value[1] : 0;
                if (key == "ts") event.time = value;
                if (key == "id") event.id = value;
                break;
            case 3:
                if (key == "dur") event.duration = value;
                if (key == "pid") event.process = value;
                if (key == "tid") event.thread = value;
                if (key == "cat") event.category = value;
                if (key == "id2" && event.id.empty()) event.id = value;
                break;
            case 4:
                if (key == "name") event.name = value;
                if (key == "args") event.arguments = value;
                break;
            default: break;
        }
    });
    return event;
}

constexpr std::size_t kLongestKey = 256;  // of a thread, an id …

std::string_view bare(std::string_view value) { return isText(value) ? value.substr(1, value.size() - 2) : value; }

std::string_view keyPart(std::string_view value) { return bare(value).substr(0, kLongestKey); }

class Importer {
public:
    Importer(TraceSink& sink, const ImportOptions& options) : m_sink(sink), m_options(options) {}

    void take(std::string_view object) {
        bool whole = false;
        const Event event = eventOf(object, whole);
        ++m_ledger.received;
        if (!whole || event.kind == 0) {
            ++m_ledger.unreadable;
            return;
        }
        if (event.kind == 'M') return metadata(event);
        std::int64_t time = 0;
        if (!nanosecondsOf(event.time, time)) {
            ++m_ledger.unreadable;
            return;
        }
        m_last = std::max(m_last, time);
        switch (event.kind) {
            case 'X': return complete(event, time);
            case 'B': return begin(threadKey(event, 'T'), event, time, trackFor(event));
            case 'E': return end(threadKey(event, 'T'), time);
            case 'b': return begin(asyncKey(event), event, time, asyncTrack(event));
            case 'e': return end(asyncKey(event), time);
            case 'i':
            case 'I':
            case 'R':
            case 'n': return slice(trackFor(event), event, time, 0);
            case 'C': return counter(event, time);
            case 's': return flowStart(event, time);
            case 'f': return flowEnd(event, time);
            case 't': flowEnd(event, time); return flowStart(event, time);
            default: ++m_ledger.unreadable;
        }
    }

    void finish(bool cut) {
        // What never ended lasts to the end.
        for (auto& [key, open] : m_open)
            for (const Open& event : open) {
                ++m_ledger.unmatched;
                append(event, m_last);
            }
        m_ledger.unmatched += m_flows.size();
        m_ledger.cut = cut;
        nameTracks();
        m_sink.setLedger(m_ledger);
        m_sink.setFacts({.source = "chrome", .device = {}, .software = {}, .startedAt = 0});
    }

    std::uint64_t received() const { return m_ledger.received; }
    bool isFull() const { return m_ledger.received >= m_options.events; }
    void countUnreadable() {
        ++m_ledger.received;
        ++m_ledger.unreadable;
    }

private:
    struct Open {
        TrackId track = 0;
        std::int64_t start = 0;
        LabelId label = 0;
        ArgumentsId arguments = 0;
    };
    struct Row {
        Track track;
        std::string process, thread;  // keys, to find the names that come later
    };
    struct Pending {
        bool hasStart = false;
        FlowKind kind = FlowKind::Other;
        TrackId track = 0;
        std::int64_t time = 0;
    };

    // --- words ---

    StringId word(std::string_view raw) {
        const std::string_view text = content(raw, m_scratch);
        Dictionary& words = m_sink.dictionary();
        if (const auto known = words.find(text)) return *known;
        if (words.textBytes() + text.size() > m_options.textBytes) {
            ++m_ledger.withoutArguments;
            return words.intern("(too many names)");
        }
        return isUtf8(text) ? words.intern(text) : words.intern(asUtf8(text));
    }

    ArgumentsId arguments(const ChromeArguments& raw) {
        Dictionary& words = m_sink.dictionary();
        if (!raw.hasKernel && raw.shapes.empty() && raw.type.empty() && raw.flops <= 0 && raw.bytes <= 0 && raw.other.empty()) return 0;
        if (words.argumentSets() >= m_options.argumentSets || words.textBytes() >= m_options.textBytes) {
            ++m_ledger.withoutArguments;
            return 0;
        }
        Arguments result{.shapes = words.intern(raw.shapes), .type = words.intern(raw.type), .flops = raw.flops, .bytes = raw.bytes};
        if (raw.hasKernel) result.kernel = raw.kernel;
        for (const auto& [key, value] : raw.other) {
            const StringId name = word(key);
            result.other.emplace_back(name, word(value));
        }
        return words.internArguments(std::move(result));
    }

    // The label and arguments of an event.
    Open opened(TrackId track, const Event& event, std::int64_t time) {
        const ChromeArguments raw = event.arguments.empty() ? ChromeArguments() : readChromeArguments(event.arguments);
        Label label{.name = word(event.name), .node = 0, .category = word(event.category), .phase = Phase::None};
        if (!raw.node.empty()) label.node = word(raw.node);
        if (!raw.phase.empty()) label.phase = phaseFromName(bare(raw.phase)).value_or(Phase::None);
        if (label.phase == Phase::None) label.phase = phaseOfName(bare(event.name));
        if (m_sink.dictionary().labels() >= kMostLabels) label = Label{.name = m_sink.dictionary().intern("(too many names)")};
        const LabelId id = m_sink.dictionary().internLabel(label);
        return {track, time, id, arguments(raw)};
    }

    // --- tracks ---

    std::string threadKey(const Event& event, char place) {
        std::string key(1, place);
        key += keyPart(event.process);
        key += '\n';
        key += keyPart(event.thread);
        return key;
    }

    std::optional<TrackId> track(const std::string& key, const Track& track, std::string_view process, std::string_view thread) {
        if (const auto known = m_tracks.find(key); known != m_tracks.end()) return known->second;
        if (m_rows.size() >= kMostTracks) return std::nullopt;
        const TrackId id = m_sink.addTrack(track);
        m_rows.push_back({track, std::string(process), std::string(thread)});
        m_tracks.emplace(key, id);
        return id;
    }

    std::optional<TrackId> trackFor(const Event& event) {
        const ChromePlace place = placeOf(bare(event.category));
        // The commonest case without making a key: the same thread as the event before.
        if (m_lastTrack && place == m_lastPlace && event.process == m_lastProcess && event.thread == m_lastThread) return m_lastTrack;
        Track made;
        integerOf(event.process, made.process);
        integerOf(event.thread, made.thread);
        made.kind = place == ChromePlace::Stream ? TrackKind::Stream : place == ChromePlace::Beside ? TrackKind::Phase : TrackKind::Thread;
        const auto id = track(threadKey(event, place == ChromePlace::Stream   ? 'S'
                                               : place == ChromePlace::Beside ? 'A'
                                                                              : 'T'),
                              made, keyPart(event.process), keyPart(event.thread));
        m_lastTrack = id;
        m_lastPlace = place;
        m_lastProcess = event.process;
        m_lastThread = event.thread;
        return id;
    }

    std::string asyncKey(const Event& event) {
        return "b" + std::string(keyPart(event.process)) + "\n" + std::string(keyPart(event.category)) + "\n" +
               std::string(keyPart(event.id));
    }
    std::optional<TrackId> asyncTrack(const Event& event) {
        Track made{.kind = TrackKind::Phase};
        integerOf(event.process, made.process);
        made.name = word(event.category);
        return track("a" + std::string(keyPart(event.process)) + "\n" + std::string(keyPart(event.category)), made, keyPart(event.process),
                     {});
    }

    void metadata(const Event& event) {
        const std::string_view kind = bare(event.name);
        const bool process = kind == "process_name", thread = kind == "thread_name";
        if (!process && !thread) return;
        std::string_view name;
        eachField(event.arguments, [&](std::string_view key, std::string_view value) {
            if (key == "name") name = value;
        });
        if (m_names.size() >= kMostTracks) return;
        std::string key(keyPart(event.process));
        if (thread) key.append("\n").append(keyPart(event.thread));
        m_names[key] = word(name);
    }

    void nameTracks() {
        for (TrackId id = 0; id < m_rows.size(); ++id) {
            Row& row = m_rows[id];
            const auto named = [&](const std::string& key) {
                const auto name = m_names.find(key);
                return name == m_names.end() ? StringId{0} : name->second;
            };
            Track named_ = row.track;
            if (named_.name == 0) named_.name = named(row.process + "\n" + row.thread);
            if (named_.name == 0 && named_.kind != TrackKind::Counter) named_.name = word(row.thread);
            named_.group = named(row.process);
            if (named_.group == 0) named_.group = word(row.process);
            m_sink.renameTrack(id, named_);
        }
    }

    // --- events ---

    void append(const Open& event, std::int64_t end) {
        const auto duration = std::clamp<std::int64_t>(end - event.start, 0, kLongestDuration);
        m_sink.append(event.track, Slice{event.start, duration, event.label, event.arguments});
    }

    void slice(std::optional<TrackId> track, const Event& event, std::int64_t time, std::int64_t duration) {
        if (!track) {
            ++m_ledger.dropped;
            return;
        }
        append(opened(*track, event, time), time + duration);
        std::int64_t number = 0;
        if (stepOfName(bare(event.name), number) && bare(event.category) != "gpu_user_annotation")
            m_sink.append(Step{number, time, duration});
    }

    void complete(const Event& event, std::int64_t time) {
        std::int64_t duration = 0;
        if (!event.duration.empty() && (!nanosecondsOf(event.duration, duration) || duration > kLongestDuration)) {
            ++m_ledger.unreadable;
            return;
        }
        duration = std::max<std::int64_t>(0, duration);
        m_last = std::max(m_last, time + duration);
        slice(trackFor(event), event, time, duration);
    }

    void begin(const std::string& key, const Event& event, std::int64_t time, std::optional<TrackId> track) {
        if (!track || m_waiting >= kMostPending) {
            ++m_ledger.dropped;
            return;
        }
        m_open[key].push_back(opened(*track, event, time));
        ++m_waiting;
    }

    // What has no beginning makes no entry, and what has ended leaves none: ids of asynchronous events are new each time.
    void end(const std::string& key, std::int64_t time) {
        const auto open = m_open.find(key);
        if (open == m_open.end()) {
            ++m_ledger.unmatched;
            return;
        }
        append(open->second.back(), time);
        --m_waiting;
        open->second.pop_back();
        if (open->second.empty()) m_open.erase(open);
    }

    void counter(const Event& event, std::int64_t time) {
        eachField(event.arguments, [&](std::string_view key, std::string_view value) {
            double number = 0;
            if (!numberOf(value, number)) return;
            const std::string name = std::string(keyPart(event.name)) + (key == "value" ? "" : "/" + std::string(keyPart(key)));
            Track made{.kind = TrackKind::Counter};
            integerOf(event.process, made.process);
            const std::string trackKey = "C" + std::string(keyPart(event.process)) + "\n" + name;
            if (!m_tracks.contains(trackKey)) made.name = word(name);
            if (const auto id = track(trackKey, made, keyPart(event.process), {}))
                m_sink.append(*id, CounterPoint{time, number});
            else
                ++m_ledger.dropped;
        });
    }

    std::string flowKey(const Event& event) {
        return std::string(keyPart(event.category)) + "\n" + std::string(keyPart(event.name)) + "\n" + std::string(keyPart(event.id));
    }

    // A flow's events stand on the thread of the slice they mean; which kind of track that is is known when the slice is. Kineto writes the
    // end of a launch with the device as process: there the streams are.
    std::optional<TrackId> flowTrack(const Event& event) {
        for (const char place : {'T', 'S', 'A'})
            if (const auto known = m_tracks.find(threadKey(event, place)); known != m_tracks.end()) return known->second;
        return trackFor(event);
    }

    void flow(const Event& event, std::int64_t time, bool starts) {
        const auto track = flowTrack(event);
        if (!track) {
            ++m_ledger.dropped;
            return;
        }
        const std::string key = flowKey(event);
        const auto other = m_flows.find(key);
        const FlowKind kind = flowKindOf(bare(event.category));
        if (other != m_flows.end() && other->second.hasStart != starts) {
            const Pending& half = other->second;
            if (starts)
                m_sink.append(Flow{kind, *track, half.track, time, half.time});
            else
                m_sink.append(Flow{kind, half.track, *track, half.time, time});
            m_flows.erase(other);
        } else if (other != m_flows.end()) {
            ++m_ledger.unmatched;
            other->second = {starts, kind, *track, time};
        } else if (m_flows.size() < kMostPending) {
            m_flows.emplace(key, Pending{starts, kind, *track, time});
        } else {
            ++m_ledger.unmatched;
        }
    }
    void flowStart(const Event& event, std::int64_t time) { flow(event, time, true); }
    void flowEnd(const Event& event, std::int64_t time) { flow(event, time, false); }

    TraceSink& m_sink;
    const ImportOptions& m_options;
    Ledger m_ledger;
    std::int64_t m_last = -kLatestTime;
    std::string m_scratch;
    std::unordered_map<std::string, TrackId> m_tracks;
    std::vector<Row> m_rows;
    std::unordered_map<std::string, StringId> m_names;
    std::unordered_map<std::string, std::vector<Open>> m_open;
    std::unordered_map<std::string, Pending> m_flows;
    std::size_t m_waiting = 0;
    std::optional<TrackId> m_lastTrack;
    ChromePlace m_lastPlace = ChromePlace::Thread;
    std::string m_lastProcess, m_lastThread;
};

// Calls the caller back a few times a second.
class Progress {
public:
    explicit Progress(const ImportOptions& options) : m_options(options) {}
    bool goesOn(const JsonStream& stream) {
        if (!m_options.progress || ++m_count % 4096 != 0) return true;
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last < std::chrono::milliseconds(50)) return true;
        m_last = now;
        return m_options.progress(stream.fraction());
    }

private:
    const ImportOptions& m_options;
    std::size_t m_count = 0;
    std::chrono::steady_clock::time_point m_last{};
};

Error stopped(const std::filesystem::path& path) {
    return Error(ErrorCode::Failed, say("The import of %1 was stopped.", displayPath(path)));
}

// The list of events from its bracket on. True when it ended, false when the file did.
Result<bool> readEvents(JsonStream& stream, Importer& importer, Progress& progress, const std::filesystem::path& path) {
    stream.take();
    while (true) {
        const char next = stream.peek();
        if (next == 0) return false;
        if (next == ']') {
            stream.take();
            return true;
        }
        if (next == '{') {
            std::string_view object;
            switch (stream.value(object)) {
                case JsonStream::Entry::Whole: importer.take(object); break;
                case JsonStream::Entry::Cut: return false;
                case JsonStream::Entry::TooLong:
                    return Error(ErrorCode::InvalidInput,
                                 say("The file %1 has an entry of more than %2 MB.", displayPath(path), JsonStream::kLongestEntry >> 20),
                                 say("Check that it is a trace."));
            }
        } else if (next == ',') {
            stream.take();
        } else if (next == '}' || next == ':') {
            stream.take();
            importer.countUnreadable();
        } else {
            importer.countUnreadable();
            if (!stream.skipValue()) return false;
        }
        if (!progress.goesOn(stream)) return stopped(path);
        if (importer.isFull())
            return Error(ErrorCode::Unsupported, say("The file %1 has more than %2 events.", displayPath(path), importer.received()),
                         say("Import it into a profile first: seekbench-cli profile import FILE"));
    }
}

}  // namespace

Result<void> importChrome(const std::filesystem::path& path, TraceSink& sink, const ImportOptions& options) {
    auto stream = JsonStream::open(path);
    if (!stream) return stream.error();
    const auto refuse = [&] {
        return Error(ErrorCode::InvalidInput, say("%1 is not a trace in Chrome's JSON format.", displayPath(path)),
                     say("Choose a file that begins with a list of events or has the field \"traceEvents\"."));
    };
    Importer importer(sink, options);
    Progress progress(options);
    bool ended = false, found = false;
    char first = stream->peek();
    if (first == '\xEF') {  // a byte order mark
        for (int i = 0; i < 3; ++i) stream->take();
        first = stream->peek();
    }
    if (first == '[') {
        found = true;
        auto read = readEvents(*stream, importer, progress, path);
        if (!read) return read.error();
        ended = *read;
    } else if (first == '{') {
        stream->take();
        while (true) {
            char next = stream->peek();
            if (next == ',') {
                stream->take();
                continue;
            }
            ended = next == '}';
            if (next != '"') break;
            std::string_view key;
            if (!stream->text(key)) break;
            const bool isList = key == "traceEvents";
            if (stream->peek() != ':') break;
            stream->take();
            next = stream->peek();
            if (isList && next == '[') {
                found = true;
                auto read = readEvents(*stream, importer, progress, path);
                if (!read) return read.error();
                if (!*read) break;
            } else if (!stream->skipValue()) {
                break;
            }
            if (!progress.goesOn(*stream)) return stopped(path);
        }
    }
    if (!found) return refuse();
    importer.finish(!ended || stream->failed());
    if (options.progress) options.progress(1);
    return {};
}

bool looksLikeChrome(const std::filesystem::path& path) {
    auto stream = JsonStream::open(path);
    if (!stream) return false;
    const char first = stream->peek();
    return first == '[' || first == '{' || first == '\xEF';
}

Result<Trace> openAnyTrace(const std::filesystem::path& path, const ImportOptions& options) {
    if (!looksLikeChrome(path)) return readTrace(path);
    Trace trace;
    if (auto imported = importChrome(path, trace, options); !imported) return imported.error();
    trace.settle();
    return trace;
}

}  // namespace seekbench
