// SPDX-License-Identifier: Apache-2.0
#include "gpu/profile/collector.h"

#include <array>
#include <atomic>
#include <bit>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include <ATen/record_function.h>
#include <unistd.h>

#include "core/trace/analysis/tables.h"
#include "core/trace/trace_file.h"
#include "gpu/profile/collector_base.h"
#include "gpu/profile/device_slices.h"

namespace seekbench {
namespace {

constexpr auto kDrain = std::chrono::milliseconds(20);  // a ring lasts for 130 thousand operators

}  // namespace

// A thread that has noted something keeps its recorder, and so the session, for as long as it does not look again.
struct Collector::Session {
    Session(TraceWriter writer, const CollectorOptions& options) : options(options), writer(std::move(writer)) {}

    // --- used by all threads ---
    LabelTable labels;
    std::mutex mutex;  // of `recorders`
    std::vector<std::shared_ptr<ThreadRecorder>> recorders;

    std::shared_ptr<ThreadRecorder> addRecorder(FlightWriter* flight = nullptr, const char* track = "") {
        auto recorder = std::make_shared<ThreadRecorder>(labels, static_cast<std::int64_t>(::gettid()), flight);
        recorder->setTrack(track);
        const std::lock_guard lock(mutex);
        recorders.push_back(recorder);
        return recorder;
    }

    // --- of the thread that started it ---
    CollectorOptions options;
    LayerNumbers layers;
    std::uint64_t generation = 0;
    at::CallbackHandle callback = at::INVALID_CALLBACK_HANDLE;
    TickClock clock;

    // --- of the thread that writes ---
    TraceWriter writer;
    std::vector<LabelId> labelIds;
    std::vector<ArgumentsId> works, ways;  // by label: what its slices state, once a pass and always
    std::vector<TrackId> tracks;           // of the recorders
    std::vector<std::int64_t> threads;     // theirs
    std::map<std::string, TrackId> namedTracks;
    std::optional<TrackId> phases;
    std::array<std::optional<TrackId>, kMemoryCategories.size()> counters;
    DeviceSlices deviceSlices{writer};
    std::atomic<bool> wasPaused{false};
    Ledger ledger;
    std::uint64_t slices = 0;
    Result<void> result;
    std::mutex stopMutex;
    std::condition_variable stopped;
    bool stops = false;
    std::atomic<bool> written{false};
    std::thread thread;

    void write();
    void drain();
    void take(std::size_t recorder, const ProfileRecord& record);
    void learnLabel(std::uint32_t number);
    void watchDevice(bool last);
    Ledger currentLedger();
};

namespace {

// Which profile runs; 0: none. What threads look at first.
std::atomic<std::uint64_t> g_generation{0};
std::mutex g_mutex;
std::shared_ptr<Collector::Session> g_session;  // of that profile; under g_mutex
std::uint64_t g_started = 0;                    // how many have been; under g_mutex

struct OfThisThread {
    std::uint64_t generation = 0;
    std::shared_ptr<ThreadRecorder> recorder;
    std::shared_ptr<Collector::Session> session;  // its labels are used by the recorder
};
thread_local OfThisThread t_own;
thread_local BaseRecorder t_base;

ThreadRecorder* joinProfile(std::uint64_t generation, const char* track) {
    const std::lock_guard lock(g_mutex);
    if (!g_session || g_session->generation != generation) return nullptr;
    t_own = {generation, g_session->addRecorder(nullptr, track), g_session};
    return t_own.recorder.get();
}

ThreadRecorder* current(const char* track = "") {
    const std::uint64_t generation = g_generation.load(std::memory_order_relaxed);
    if (generation == 0) return t_base.recorder;
    if (t_own.generation == generation) return t_own.recorder.get();
    return joinProfile(generation, track);
}

std::unique_ptr<at::ObserverContext> operatorBegins(const at::RecordFunction& function) {
    if (ThreadRecorder* recorder = current()) {
        if (function.scope() == at::RecordScope::BACKWARD_FUNCTION)
            recorder->beginBackwardFunction(&function, function.name(), function.seqNr());
        else
            recorder->beginOperator(&function, function.name());
    }
    return nullptr;  // a context would have to be allocated for each
}

void operatorEnds(const at::RecordFunction& function, at::ObserverContext*) {
    if (ThreadRecorder* recorder = current()) recorder->end(&function);
}

at::CallbackHandle watchOperators() {
    return at::addGlobalCallback(at::RecordFunctionCallback(operatorBegins, operatorEnds)
                                     .scopes({at::RecordScope::FUNCTION, at::RecordScope::BACKWARD_FUNCTION, at::RecordScope::USER_SCOPE}));
}

}  // namespace

LayerNumbers numbersOf(const std::vector<ProfiledLayer>& layers, LabelTable& labels) {
    LayerNumbers all;
    for (const ProfiledLayer& layer : layers) {
        ProfileLabel label{.name = layer.name, .node = layer.path, .category = "layer", .phase = Phase::None};
        label.flops = layer.forwardFlops;
        label.bytes = layer.forwardBytes;
        label.type = layer.type;
        ThreadRecorder::Layer& numbers = all[layer.path];
        numbers.forward = labels.number(label);
        label.phase = Phase::Backward;
        label.flops = layer.backwardFlops;
        label.bytes = layer.backwardBytes;
        numbers.backward = labels.number(label);
    }
    return all;
}

void setBaseOfThisThread(const BaseRecorder& base) { t_base = base; }

Result<std::unique_ptr<Collector>> Collector::start(const CollectorOptions& options) {
    const std::lock_guard lock(g_mutex);
    if (g_session) return Error(ErrorCode::Busy, say("The run is being profiled already."), say("Wait until that profile is complete."));
    if (options.device)
        if (const auto watched = options.device->start(); !watched) return watched.error();
    auto writer = TraceWriter::create(options.path, options.name);
    if (!writer) {
        if (options.device) options.device->stop();
        return writer.error();
    }
    auto session = std::make_shared<Session>(std::move(*writer), options);
    session->layers = numbersOf(options.layers, session->labels);
    session->clock.settle();
    TraceFacts facts = options.facts;
    facts.startedAt = session->clock.startedAt();
    session->writer.setFacts(facts);
    session->writer.setCeilings(options.ceilings);
    session->generation = ++g_started;
    t_own = {session->generation, session->addRecorder(t_base.flight), session};  // the first recorder is the trainer's
    session->thread = std::thread([session = session.get()] { session->write(); });
    g_session = session;
    g_generation.store(session->generation, std::memory_order_release);
    session->callback = watchOperators();
    return std::unique_ptr<Collector>(new Collector(std::move(session)));
}

Collector::Collector(std::shared_ptr<Session> session) : m_session(std::move(session)) {}

Collector::~Collector() { (void)finish(); }

void Collector::stop() {
    if (std::exchange(m_stopped, true)) return;
    pause();
    {
        const std::lock_guard lock(g_mutex);
        g_session.reset();
    }
    t_own = {};
    {
        const std::lock_guard lock(m_session->stopMutex);
        m_session->stops = true;
    }
    m_session->stopped.notify_one();
}

void Collector::pause() {
    if (std::exchange(m_paused, true)) return;
    if (!m_stopped) m_session->wasPaused = true;
    g_generation.store(0, std::memory_order_relaxed);
    at::removeCallback(m_session->callback);
}

void Collector::resume() {
    if (m_stopped || !std::exchange(m_paused, false)) return;
    g_generation.store(m_session->generation, std::memory_order_release);
    m_session->callback = watchOperators();
}

bool Collector::isWritten() const { return m_session->written.load(std::memory_order_acquire); }

Result<void> Collector::finish() {
    stop();
    if (m_session->thread.joinable()) m_session->thread.join();
    return m_session->result;
}

std::uint64_t Collector::slices() const { return m_session->slices + m_session->deviceSlices.slices(); }
const Ledger& Collector::ledger() const { return m_session->ledger; }

ThreadRecorder* Collector::ofThisThread() { return current(); }
ThreadRecorder* Collector::ofThisThread(const char* track) { return current(track); }

const ThreadRecorder::Layer* Collector::layer(const std::string& path) {
    const bool profiles = g_generation.load(std::memory_order_relaxed) != 0;
    const LayerNumbers& layers = profiles ? t_own.session->layers : *t_base.layers;
    const auto found = layers.find(path);
    return found == layers.end() ? nullptr : &found->second;
}

void Collector::Session::write() {
    auto flushed = std::chrono::steady_clock::now();
    bool last = false;
    while (!last) {
        {
            std::unique_lock lock(stopMutex);
            last = stopped.wait_for(lock, kDrain, [this] { return stops; });
        }
        drain();
        if (options.device) watchDevice(last);
        const auto now = std::chrono::steady_clock::now();
        if (last || now - flushed < std::chrono::milliseconds(options.flushMilliseconds)) continue;
        flushed = now;
        writer.setLedger(currentLedger());
        (void)writer.flush();  // a failure stays and shows at the end
    }
    ledger = currentLedger();
    writer.setLedger(ledger);
    result = writer.finish();
    written.store(true, std::memory_order_release);
}

void Collector::Session::drain() {
    std::vector<std::shared_ptr<ThreadRecorder>> all;
    {
        const std::lock_guard lock(mutex);
        all = recorders;
    }
    while (tracks.size() < all.size()) {
        const bool trainer = tracks.empty();
        const ThreadRecorder& recorder = *all[tracks.size()];
        threads.push_back(recorder.thread());
        // A loader has a thread for each epoch, one after the other.
        if (const auto known = namedTracks.find(recorder.track()); known != namedTracks.end()) {
            tracks.push_back(known->second);
            deviceSlices.addThread(threads.back(), tracks.back());
            continue;
        }
        Dictionary& words = writer.dictionary();
        const std::string name = trainer                    ? "Training"
                                 : recorder.track().empty() ? "Thread " + std::to_string(tracks.size() + 1)
                                                            : recorder.track();
        tracks.push_back(writer.addTrack({.kind = TrackKind::Thread,
                                          .process = ::getpid(),
                                          .thread = recorder.thread(),
                                          .name = words.intern(name),
                                          .group = words.intern("Worker")}));
        if (!recorder.track().empty()) namedTracks.emplace(recorder.track(), tracks.back());
        deviceSlices.addThread(threads.back(), tracks.back());
        if (trainer)
            phases = writer.addTrack(
                {.kind = TrackKind::Phase, .process = ::getpid(), .name = words.intern("Phases"), .group = words.intern("Worker")});
    }
    for (std::size_t i = 0; i < all.size(); ++i) all[i]->ring().drain([&](const ProfileRecord& record) { take(i, record); });
}

void Collector::Session::learnLabel(std::uint32_t number) {
    Dictionary& words = writer.dictionary();
    while (labelIds.size() <= number) {
        const ProfileLabel& label = labels[static_cast<std::uint32_t>(labelIds.size())];
        labelIds.push_back(words.internLabel({.name = words.intern(label.name),
                                              .node = words.intern(label.node),
                                              .category = words.intern(label.category),
                                              .phase = label.phase}));
        works.push_back(label.flops > 0 || label.bytes > 0
                            ? words.internArguments({.type = words.intern(label.type), .flops = label.flops, .bytes = label.bytes})
                            : ArgumentsId{0});
        ways.push_back(label.implementation.empty()
                           ? ArgumentsId{0}
                           : words.internArguments({.other = {{words.intern(kImplementation), words.intern(label.implementation)}}}));
    }
}

void Collector::Session::take(std::size_t recorder, const ProfileRecord& record) {
    const std::int64_t start = clock.nanoseconds(record.start);
    if (record.kind == ProfileRecord::Kind::Counter) {
        auto& counter = counters[record.word];
        Dictionary& words = writer.dictionary();
        if (!counter)
            counter = writer.addTrack({.kind = TrackKind::Counter,
                                       .process = ::getpid(),
                                       .name = words.intern(labelOf(kMemoryCategories[record.word])),
                                       .group = words.intern("Memory"),
                                       .unit = words.intern("B")});
        return writer.append(*counter, CounterPoint{start, std::bit_cast<double>(record.end)});
    }
    const std::int64_t duration = clock.nanoseconds(record.end) - start;
    if (record.kind == ProfileRecord::Kind::Flow)
        return writer.append(Flow{FlowKind::Backward, tracks[recorder], tracks[recorder], start, start + duration});
    if (record.kind == ProfileRecord::Kind::Step) return writer.append(Step{record.word, start, duration});
    learnLabel(record.word);
    const bool states = record.kind == ProfileRecord::Kind::WorkSlice;
    const Slice slice{start, duration, labelIds[record.word], states ? works[record.word] : ways[record.word]};
    ++slices;
    const bool isPhase = record.kind == ProfileRecord::Kind::Phase;
    writer.append(isPhase ? *phases : tracks[recorder], slice);
    if (options.device == nullptr) return;
    const ProfileLabel& label = labels[record.word];
    if (isPhase)
        deviceSlices.addPhase(start, start + duration, label.phase);
    else if (label.category == "layer")
        deviceSlices.addLayer(threads[recorder], start, start + duration, writer.dictionary().intern(label.node));
}

void Collector::Session::watchDevice(bool last) {
    const std::uint64_t before = ticks(), device = options.device->now(), after = ticks();
    const std::int64_t begun = clock.nanoseconds(before), uncertain = (clock.nanoseconds(after) - begun) / 2;
    if (device > 0) deviceSlices.addClocks(device, begun + uncertain, uncertain);
    if (wasPaused) deviceSlices.onlyWithinPhases();
    if (last) options.device->stop();
    options.device->take([this](const DeviceActivity& activity) { deviceSlices.add(activity); });
    deviceSlices.settle(last);
}

Ledger Collector::Session::currentLedger() {
    Ledger now;
    const std::lock_guard lock(mutex);
    for (const auto& recorder : recorders) {
        now.received += recorder->ring().pushed();
        now.dropped += recorder->ring().dropped();
        now.unmatched += recorder->unmatched();
    }
    now.clockResidual = clock.residual();
    if (options.device == nullptr) return now;
    now.received += deviceSlices.received();
    now.dropped += options.device->dropped();
    now.unmatched += deviceSlices.unmatched();
    now.clockResidual = std::max(now.clockResidual, deviceSlices.clockResidual());
    return now;
}

}  // namespace seekbench
