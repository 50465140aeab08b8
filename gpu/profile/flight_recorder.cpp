// SPDX-License-Identifier: Apache-2.0
#include "gpu/profile/flight_recorder.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include <ATen/record_function.h>
#include <unistd.h>

#include "core/trace/flight/flight_file.h"
#include "gpu/profile/collector_base.h"

namespace seekbench {

struct FlightRecorder::State {
    FlightWriter writer;
    LabelTable labels;
    LayerNumbers layers;
    ThreadRecorder recorder{labels, static_cast<std::int64_t>(::gettid()), &writer, ThreadRecorder::Notes::OnlyFlight};
    at::CallbackHandle callback = at::INVALID_CALLBACK_HANDLE;
};

namespace {

std::atomic<bool> g_flies{false};

// Which layer is at work on the way back is known from autograd's functions alone; operators are not looked at, so they cost nothing.
// While a profile is being taken, its own callback tells.
std::unique_ptr<at::ObserverContext> functionBegins(const at::RecordFunction& function) {
    if (ThreadRecorder* recorder = Collector::ofThisThread(); recorder && !recorder->notesEverything())
        recorder->beginBackwardFunction(&function, function.name(), function.seqNr());
    return nullptr;
}
void functionEnds(const at::RecordFunction& function, at::ObserverContext*) {
    if (ThreadRecorder* recorder = Collector::ofThisThread(); recorder && !recorder->notesEverything()) recorder->end(&function);
}

std::vector<FlightLabel> labelsFor(const std::vector<ProfiledLayer>& layers) {
    std::vector<FlightLabel> labels;
    for (std::size_t phase = 1; phase < kPhases; ++phase)
        labels.push_back({std::string(nameOf(static_cast<Phase>(phase))), "", "phase", static_cast<Phase>(phase)});
    labels.push_back({"loss", "", "layer", Phase::Loss});
    for (const ProfiledLayer& layer : layers)
        for (const Phase phase : {Phase::None, Phase::Backward}) labels.push_back({layer.name, layer.path, "layer", phase});
    return labels;
}

}  // namespace

Result<std::unique_ptr<FlightRecorder>> FlightRecorder::start(const FlightRecorderOptions& options) {
    if (g_flies.exchange(true)) return Error(ErrorCode::Busy, say("Another run of this process has the flight recorder."));
    TickClock clock;
    clock.settle();
    FlightOptions file{.facts = options.facts,
                       .labels = labelsFor(options.layers),
                       .zeroTicks = clock.zero(),
                       .nanosecondsPerTick = clock.nanosecondsPerTick()};
    file.facts.startedAt = clock.startedAt();
    // A step has a dozen phases, and each layer once on the way forward and on the way back, at times in two parts.
    const std::uint64_t each = 24 + 3 * options.layers.size();
    file.records =
        std::clamp<std::uint64_t>(static_cast<std::uint64_t>(std::max<std::int64_t>(options.steps, 1)) * each, 1024, kMostFlightRecords);
    auto writer = FlightWriter::create(options.path, file);
    if (!writer) {
        g_flies = false;
        return writer.error();
    }
    auto state = std::unique_ptr<State>(new State{.writer = std::move(*writer), .labels = {}, .layers = {}});
    state->layers = numbersOf(options.layers, state->labels);
    setBaseOfThisThread({&state->recorder, &state->layers, &state->writer});
    state->callback =
        at::addGlobalCallback(at::RecordFunctionCallback(functionBegins, functionEnds).scopes({at::RecordScope::BACKWARD_FUNCTION}));
    return std::unique_ptr<FlightRecorder>(new FlightRecorder(std::move(state)));
}

FlightRecorder::FlightRecorder(std::unique_ptr<State> state) : m_state(std::move(state)) {}

FlightRecorder::~FlightRecorder() {
    at::removeCallback(m_state->callback);
    setBaseOfThisThread({});
    m_state->writer.close();
    g_flies = false;
}

}  // namespace seekbench
