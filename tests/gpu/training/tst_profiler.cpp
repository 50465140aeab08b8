// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <map>
#include <set>
#include <thread>

#include <ATen/Functions.h>

#include "core/trace/analysis/nesting.h"
#include "core/trace/analysis/roofline.h"
#include "core/trace/analysis/summary.h"
#include "core/trace/analysis/tables.h"
#include "core/trace/flight/flight_file.h"
#include "core/trace/run_profiles.h"
#include "core/trace/trace_file.h"
#include "gpu/profile/device_slices.h"
#include "gpu/profile/layer_work.h"
#include "gpu/profile/profile_scope.h"
#include "tests/gpu/training/run_fixture.h"

using namespace seekbench;
using namespace std::chrono_literals;

namespace {

class ProfilerTest : public RunTest {
protected:
    RunFolder trained(const std::optional<ProfileRequest>& profile, EngineChoice engine = EngineChoice::Reference,
                      std::int64_t flightSteps = 0) {
        Experiment experiment = smallExperiment();
        experiment.training.engine = engine;
        const RunFolder folder = newRun(experiment);
        auto attempt = Attempt::begin(
            folder, {.software = "test", .stopRequested = m_stop, .limits = {.profile = profile, .flightSteps = flightSteps}});
        if (!attempt) throw std::runtime_error(attempt.error().english());
        EXPECT_EQ((*attempt)->run(), Trainer::Outcome::Finished);
        return folder;
    }
    static Trace onlyProfile(const RunFolder& folder) {
        const auto profiles = profilesOf(folder);
        EXPECT_EQ(profiles.size(), 1u);
        if (profiles.empty()) return {};
        EXPECT_TRUE(isFinishedProfile(profiles.front()));
        auto trace = readTrace(profiles.front());
        if (!trace) throw std::runtime_error(trace.error().english());
        return std::move(*trace);
    }
    static double shareOf(const std::vector<StepBar>& bars, Phase phase) { return meanShares(bars)[static_cast<std::size_t>(phase)]; }
};

// A device whose clock runs at another rate and from another hour than the host's.
class PretendedDevice final : public DeviceActivities {
public:
    Result<void> start() override {
        if (isTaken) return Error(ErrorCode::Busy, say("Another program is watching the graphics card: only one can."));
        isWatched = true;
        return {};
    }
    void stop() override { isWatched = false; }
    void take(const std::function<void(const DeviceActivity&)>& visit) override {
        const std::lock_guard lock(m_mutex);
        for (const DeviceActivity& activity : m_activities) visit(activity);
        m_activities.clear();
    }
    std::uint64_t dropped() const override { return 3; }
    std::uint64_t now() const override {
        const auto time = std::chrono::steady_clock::now().time_since_epoch();
        return 7'000'000'000'000ull + static_cast<std::uint64_t>(std::chrono::nanoseconds(time).count() * 1.0001);
    }
    // By this thread, now; it runs so much later for so long.
    void launch(std::uint32_t correlation, std::string_view kernel, std::uint64_t later, std::uint64_t duration) {
        const std::uint64_t time = now();
        const std::lock_guard lock(m_mutex);
        // The work may be told before its cause.
        m_activities.push_back(
            {.stream = 7, .correlation = correlation, .start = time + later, .end = time + later + duration, .name = kernel});
        m_activities.push_back(
            {.kind = DeviceActivity::Kind::Launch, .correlation = correlation, .thread = ::gettid(), .start = time, .end = time + 50});
    }
    bool isTaken = false, isWatched = false;

private:
    std::mutex m_mutex;
    std::vector<DeviceActivity> m_activities;
};

std::vector<Slice> slicesOf(const Trace& trace, TrackKind kind) {
    std::vector<Slice> all;
    for (const TrackId track : trace.tracks(kind))
        for (std::size_t i = 0; i < trace.slices(track).size(); ++i) all.push_back(trace.slices(track)[i]);
    return all;
}

class CollectorTest : public testing::Test {
protected:
    std::unique_ptr<Collector> start(std::int64_t flushMilliseconds = 250) {
        auto collector = Collector::start({.path = m_file, .name = "test", .flushMilliseconds = flushMilliseconds});
        EXPECT_TRUE(collector) << collector.error().english();
        return std::move(*collector);
    }
    static std::uint64_t calls(const Trace& trace, std::string_view name) {
        for (const OperatorRow& row : operatorTable(trace))
            if (row.name == name) return row.calls;
        return 0;
    }
    TemporaryRuntime m_folder;
    std::filesystem::path m_file = m_folder / "profile";
};

// A recorder without LibTorch, and what it has noted.
class RecorderTest : public testing::Test {
protected:
    struct Noted {
        ProfileRecord::Kind kind;
        std::string name;
        std::uint64_t start, end;
    };
    std::vector<Noted> noted() {
        std::vector<Noted> all;
        m_recorder.ring().drain([&](const ProfileRecord& record) {
            const bool named = record.kind != ProfileRecord::Kind::Flow;
            all.push_back({record.kind, named ? m_labels[record.word].name : std::string("arrow"), record.start, record.end});
        });
        return all;
    }
    std::vector<std::string> names(ProfileRecord::Kind kind) {
        std::vector<std::string> found;
        for (const Noted& one : noted())
            if (one.kind == kind) found.push_back(one.name);
        return found;
    }
    ThreadRecorder::Layer layer(const std::string& name) {
        return {m_labels.number({.name = name + " forward"}), m_labels.number({.name = name + " backward", .flops = 1})};
    }

    LabelTable m_labels;
    ThreadRecorder m_recorder{m_labels, 1};
    int m_a = 0, m_b = 0, m_c = 0;  // places that tell operators apart
};

}  // namespace

TEST_F(ProfilerTest, profilingChangesNothingThatIsComputed) {
    const RunRecord without(trained(std::nullopt)), with(trained(ProfileRequest{.steps = 20, .firstStep = 3}));
    EXPECT_EQ(with.finalWeights().size(), 32u);
    EXPECT_EQ(with.finalWeights(), without.finalWeights());
    EXPECT_EQ(with.current("train.loss"), without.current("train.loss"));
    EXPECT_TRUE(with.hasLine("Profiled the steps 3 to 22"));
}

TEST_F(ProfilerTest, theFlightRecorderChangesNothingAndHasTheLastSteps) {
    for (const EngineChoice engine : {EngineChoice::Reference, EngineChoice::Compiled}) {
        const RunRecord without(trained(std::nullopt, engine));
        const RunFolder folder = trained(std::nullopt, engine, 1000);
        EXPECT_EQ(RunRecord(folder).finalWeights(), without.finalWeights());
        EXPECT_EQ(RunRecord(folder).current("train.loss"), without.current("train.loss"));
        EXPECT_TRUE(profilesOf(folder).empty());
        const auto flight = readFlight(flightFile(folder));
        ASSERT_TRUE(flight) << flight.error().english();
        EXPECT_TRUE(flight->closed);
        ASSERT_EQ(flight->trace.steps().size(), 28u);
        EXPECT_EQ(flight->trace.steps().front().number, 1);
        const Completeness found = completenessOf(flight->trace);
        EXPECT_TRUE(found.conserved);
        EXPECT_EQ(found.withPhase(), 1);
        EXPECT_GE(found.withLayer(), 0.5);  // this model computes for microseconds: another process between two layers takes as long
        std::map<std::string, LayerRow> layers;
        for (const LayerRow& row : layerTable(summarize(flight->trace))) layers[row.node] = row;
        for (const char* node : {"c", "f"}) {
            EXPECT_GT(layers[node].forward, 0) << node;
            EXPECT_GT(layers[node].backward, 0) << node;
        }
        for (const OperatorRow& row : operatorTable(flight->trace)) EXPECT_FALSE(row.name.starts_with("aten::")) << row.name;
    }
}

TEST_F(ProfilerTest, aProfileTellsTheFlightRecorderWhatHappensMeanwhile) {
    const RunFolder folder = trained(ProfileRequest{.steps = 9, .firstStep = 6}, EngineChoice::Reference, 1000);
    const auto flight = readFlight(flightFile(folder));
    ASSERT_TRUE(flight) << flight.error().english();
    ASSERT_EQ(flight->trace.steps().size(), 28u);
    EXPECT_EQ(completenessOf(flight->trace).withPhase(), 1);
    // The same layers in the steps that were profiled and in those that were not.
    std::map<std::int64_t, std::set<std::string>> nodes;
    for (const SummaryRow& row : summarize(flight->trace))
        if (!row.node.empty()) nodes[row.step].insert(row.node + (row.phase == Phase::Backward ? " back" : ""));
    EXPECT_EQ(nodes[10], nodes[3]);
    EXPECT_GE(nodes[10].size(), 6u);
    EXPECT_EQ(onlyProfile(folder).steps().size(), 9u);
}

TEST_F(ProfilerTest, oneStepInFewIsProfiledInFullWithItsTrueNumber) {
    const RunFolder folder = trained(ProfileRequest{.steps = 5, .firstStep = 4, .every = 3});
    EXPECT_TRUE(RunRecord(folder).hasLine("Profiled 5 of the steps 4 to 16, one in 3"));
    EXPECT_EQ(RunRecord(folder).finalWeights(), RunRecord(trained(std::nullopt)).finalWeights());
    const Trace trace = onlyProfile(folder);
    std::vector<std::int64_t> numbers;
    for (const Step& step : trace.steps()) numbers.push_back(step.number);
    EXPECT_EQ(numbers, (std::vector<std::int64_t>{4, 7, 10, 13, 16}));
    const Completeness found = completenessOf(trace);
    EXPECT_TRUE(found.conserved);
    EXPECT_EQ(found.withPhase(), 1);
    EXPECT_EQ(found.ledger.unmatched, 0u);
    // In full: a step has the operators of a whole one, and nothing lies between the steps. (The steps 7, 14 … end an epoch, 5, 10 … write
    // a checkpoint.)
    std::map<std::int64_t, std::uint64_t> calls, ofLayers;
    for (const Step& step : trace.steps())
        for (const OperatorRow& row : operatorTable(trace, {.span = step.span()})) calls[step.number] += row.calls;
    // Of the layers, since the loader's thread and the journal go on as they like.
    for (const SummaryRow& row : summarize(trace))
        if (!row.node.empty()) ofLayers[row.step] += row.calls;
    EXPECT_GT(ofLayers[13], 5u);
    EXPECT_EQ(ofLayers[13], ofLayers[16]);
    std::uint64_t inSteps = 0;
    for (const auto& [number, count] : calls) inSteps += count;
    std::uint64_t all = 0;
    for (const OperatorRow& row : operatorTable(trace)) all += row.calls;
    EXPECT_EQ(inSteps, all);
}

TEST_F(ProfilerTest, allTimeOfAStepHasAPhaseAndThePhasesAddUp) {
    const Trace trace = onlyProfile(trained(ProfileRequest{.steps = 20, .firstStep = 3}));
    ASSERT_EQ(trace.steps().size(), 20u);
    EXPECT_EQ(trace.steps().front().number, 3);
    EXPECT_EQ(trace.steps().back().number, 22);
    const auto bars = stepBars(trace);
    for (const StepBar& bar : bars) {
        EXPECT_EQ(bar.gaps, 0) << bar.step.number;
        EXPECT_EQ(bar.phases[0], 0) << bar.step.number;
        EXPECT_EQ(bar.total(), bar.step.duration);
    }
    for (const Phase phase : {Phase::Data, Phase::Forward, Phase::Loss, Phase::Backward, Phase::Optimizer, Phase::Bookkeeping})
        EXPECT_GT(shareOf(bars, phase), 0) << nameOf(phase);
    EXPECT_GT(shareOf(bars, Phase::Checkpoint), 0);  // of the steps 5, 10, 15 and 20
}

TEST_F(ProfilerTest, nothingIsLostAndTheTimesAddUp) {
    const Trace trace = onlyProfile(trained(ProfileRequest{.steps = 20}));
    const Completeness found = completenessOf(trace);
    EXPECT_TRUE(found.conserved);
    EXPECT_EQ(found.ledger.dropped, 0u);
    EXPECT_EQ(found.ledger.unmatched, 0u);
    EXPECT_FALSE(found.ledger.cut);
    EXPECT_GE(found.ledger.received, found.slices);
    EXPECT_EQ(found.withPhase(), 1);
    // Usually 0.97: this model computes for microseconds, and another process between two layers takes as long.
    EXPECT_GE(found.withLayer(), 0.8);
}

TEST_F(ProfilerTest, theLayersAreThoseOfTheGraphForwardAndBackward) {
    const Trace trace = onlyProfile(trained(ProfileRequest{.steps = 10, .firstStep = 5}));
    std::map<std::string, LayerRow> layers;
    for (const LayerRow& row : layerTable(summarize(trace))) layers[row.node] = row;
    for (const char* node : {"c", "d", "e", "f"}) {
        EXPECT_GT(layers[node].forward, 0) << node;
        EXPECT_GT(layers[node].backward, 0) << node;
    }
    // The batches of steps 7 and 14 are smaller than the formula thinks.
    EXPECT_EQ(layers["f"].flops, 10 * 2 * 15 * 12 * 3 * 3.0);   // forward, and backward for weights and inputs
    EXPECT_EQ(layers["c"].flops, 10 * 2 * 15 * 16 * 12 * 2.0);  // nobody wants the gradient of the batch
    const auto points = rooflinePoints(trace);
    EXPECT_FALSE(points.empty());
    EXPECT_GT(trace.ceilings().bytesPerSecond, 1e8);
    EXPECT_GT(trace.ceilings().peakOf("fp32"), 1e8);
}

TEST_F(ProfilerTest, theCompiledEngineTellsOfItsLayersAndKernels) {
    const Trace trace = onlyProfile(trained(ProfileRequest{.steps = 10, .firstStep = 5}, EngineChoice::Compiled));
    const Completeness found = completenessOf(trace);
    EXPECT_TRUE(found.conserved);
    EXPECT_EQ(found.ledger.unmatched, 0u);
    EXPECT_EQ(found.withPhase(), 1);
    std::map<std::string, LayerRow> layers;
    for (const LayerRow& row : layerTable(summarize(trace))) layers[row.node] = row;
    for (const char* node : {"c", "f"}) {
        EXPECT_GT(layers[node].forward, 0) << node;
        EXPECT_GT(layers[node].backward, 0) << node;
    }
    std::map<std::string, std::uint64_t> calls;
    for (const OperatorRow& row : operatorTable(trace)) calls[std::string(row.name)] += row.calls;
    EXPECT_GE(calls["Linear"] + calls["Linear + ReLU"], 2u * 2u * 10u);  // two of them, forward and backward
    std::uint64_t kernels = 0;
    bool linear = false;
    for (const KernelRow& row : kernelTable(trace)) {
        kernels += row.calls;
        EXPECT_FALSE(row.implementation.empty()) << row.name;
        EXPECT_FALSE(row.layers.empty()) << row.name;
        if (!row.name.starts_with("Linear")) continue;
        linear = true;
        EXPECT_GT(row.flops, 0) << row.name;
        EXPECT_GT(row.worked, 0) << row.name;
        EXPECT_TRUE(row.implementation.find("product") != std::string::npos || row.implementation.find("gemm") != std::string::npos)
            << row.implementation;
    }
    EXPECT_TRUE(linear);
    EXPECT_GE(kernels, 2u * 2u * 10u);
}

TEST_F(ProfilerTest, whatTheLoadersThreadDoesIsOnATrackOfItsOwn) {
    const Trace trace = onlyProfile(trained(ProfileRequest{.steps = 10, .firstStep = 5}));
    std::map<std::string, std::vector<TrackId>> tracks;
    for (const TrackId track : trace.tracks(TrackKind::Thread))
        tracks[std::string(trace.dictionary().text(trace.track(track).name))].push_back(track);
    ASSERT_EQ(tracks["Loader"].size(), 1u);  // also over the end of an epoch
    const SliceColumns& slices = trace.slices(tracks["Loader"].front());
    EXPECT_GE(slices.size(), 5u);  // some batches had been read before
    std::int64_t end = 0;
    for (std::uint32_t i = 0; i < slices.size(); ++i) {
        const Label& label = trace.dictionary().label(slices.labels()[i]);
        EXPECT_EQ(trace.dictionary().text(label.name), "Read a batch");
        EXPECT_EQ(label.phase, Phase::Data);
        EXPECT_GE(slices.starts()[i], end);
        end = slices.end(i);
    }
    EXPECT_EQ(completenessOf(trace).ledger.unmatched, 0u);
    EXPECT_TRUE(completenessOf(trace).conserved);
}

TEST_F(ProfilerTest, arrowsLeadFromEachLayerToItsWayBack) {
    const Trace trace = onlyProfile(trained(ProfileRequest{.steps = 10, .firstStep = 5}));
    const SliceFlows flows = resolveFlows(trace);
    EXPECT_EQ(flows.lost, 0u);
    ASSERT_GE(flows.flows.size(), 40u);  // c, d, e and f of each step
    const Dictionary& words = trace.dictionary();
    const Attribution attribution(trace);
    for (const SliceFlow& flow : flows.flows) {
        const Scope &from = attribution.of(flow.from.track, flow.from.slice), &to = attribution.of(flow.to.track, flow.to.slice);
        EXPECT_EQ(words.text(from.node), words.text(to.node));
        EXPECT_EQ(from.phase, Phase::Forward);
        EXPECT_EQ(to.phase, Phase::Backward);
    }
}

TEST_F(ProfilerTest, theMemoryCountersAreTheLedgers) {
    const Trace trace = onlyProfile(trained(ProfileRequest{.steps = 5}));
    std::set<std::string> counters;
    for (const TrackId track : trace.tracks(TrackKind::Counter)) {
        counters.insert(std::string(trace.dictionary().text(trace.track(track).name)));
        EXPECT_FALSE(trace.points(track).empty());
    }
    EXPECT_GE(counters.size(), 4u);  // those that ever changed
}

TEST_F(ProfilerTest, aRunThatEndsEarlyLeavesTheStepsItHad) {
    const Trace trace = onlyProfile(trained(ProfileRequest{.steps = 100, .firstStep = 20}));
    EXPECT_EQ(trace.steps().size(), 9u);
    EXPECT_EQ(trace.steps().back().number, 28);
}

TEST_F(ProfilerTest, oneProfileAtATimeAndOnlySensibleNumbers) {
    Profiler profiler(m_workspace / "traces", {}, {});
    EXPECT_FALSE(profiler.request({.steps = 0}));
    EXPECT_FALSE(profiler.request({.steps = kMostProfiledSteps + 1}));
    EXPECT_TRUE(profiler.request({.steps = 2}));
    EXPECT_EQ(profiler.request({.steps = 2}).error().code(), ErrorCode::Busy);
    for (int step = 1; step <= 2; ++step) const ProfiledStep profiled(&profiler, step);
    profiler.finish();
    ASSERT_TRUE(profiler.news());
    EXPECT_FALSE(profiler.news());
    EXPECT_TRUE(profiler.request({.steps = 2}));
}

TEST_F(ProfilerTest, aFolderThatCannotBeWrittenIsToldAndTheStepsGoOn) {
    std::ofstream(m_workspace / "file") << "no folder";
    Profiler profiler(m_workspace / "file" / "traces", {}, {});
    ASSERT_TRUE(profiler.request({.steps = 1}));
    { const ProfiledStep profiled(&profiler, 1); }
    const auto news = profiler.news();
    ASSERT_TRUE(news);
    EXPECT_FALSE(news->good);
}

TEST(DeviceSlices, belongToTheLayerAndPhaseOfTheirLaunch) {
    Trace trace;
    const TrackId thread = trace.addTrack({.kind = TrackKind::Thread, .thread = 11});
    DeviceSlices slices(trace);
    slices.addThread(11, thread);
    slices.addClocks(5000, 1000, 2);  // then the device's is at half the host's rate
    const auto launch = [&](std::uint32_t correlation, std::int64_t by, std::uint64_t start) {
        slices.add({.kind = DeviceActivity::Kind::Launch, .correlation = correlation, .thread = by, .start = start, .end = start + 1});
    };
    const auto work = [&](std::uint32_t correlation, DeviceActivity::Kind kind, std::uint64_t start, std::uint64_t end) {
        slices.add({.kind = kind,
                    .device = 1,
                    .stream = 7,
                    .correlation = correlation,
                    .start = start,
                    .end = end,
                    .bytes = kind == DeviceActivity::Kind::Copy ? 64u : 0u,
                    .name = "_ZN2at4gemmIfEEvPKfi"});
    };
    launch(1, 11, 5010);  // host 1020
    work(1, DeviceActivity::Kind::Kernel, 5060, 5070);
    launch(2, 11, 5030);  // host 1060, in the second phase
    work(2, DeviceActivity::Kind::Copy, 5080, 5090);
    launch(3, 99, 5012);  // by a thread that nobody knows, while the trainer's is in the layer
    work(3, DeviceActivity::Kind::Kernel, 5090, 5095);
    work(4, DeviceActivity::Kind::Fill, 5096, 5099);  // its launch is lost
    slices.addLayer(11, 1005, 1030, trace.dictionary().intern("block/conv"));
    slices.settle(false);
    EXPECT_EQ(slices.slices(), 0u) << "the phase is not over";
    slices.addPhase(1000, 1050, Phase::Forward);
    slices.addClocks(5100, 1200, 2);
    slices.settle(false);
    EXPECT_EQ(slices.slices(), 2u);
    slices.addPhase(1050, 1100, Phase::Backward);
    slices.settle(false);
    EXPECT_EQ(slices.slices(), 3u);
    slices.settle(true);
    EXPECT_EQ(slices.unmatched(), 1u);
    EXPECT_EQ(slices.received(), 7u);
    EXPECT_EQ(slices.clockResidual(), 100) << "the second pair, expected at 1100";

    trace.settle();
    const TrackId stream = trace.tracks(TrackKind::Stream).at(0);
    EXPECT_EQ(trace.dictionary().text(trace.track(stream).group), "GPU 1");
    const auto at = [&](std::size_t i) { return trace.slices(stream)[i]; };
    const auto label = [&](std::size_t i) { return trace.dictionary().label(at(i).label); };
    const auto text = [&](StringId id) { return std::string(trace.dictionary().text(id)); };
    ASSERT_EQ(trace.slices(stream).size(), 4u);
    EXPECT_EQ(at(0).start, 1120);
    EXPECT_EQ(at(0).duration, 20);
    EXPECT_EQ(text(label(0).name), "at::gemm<float>");
    EXPECT_EQ(text(label(0).node), "block/conv");
    EXPECT_EQ(label(0).phase, Phase::Forward);
    EXPECT_EQ(text(label(1).category), "gpu_memcpy");
    EXPECT_EQ(text(label(1).node), "");
    EXPECT_EQ(label(1).phase, Phase::Backward);
    EXPECT_EQ(trace.dictionary().arguments(at(1).arguments).bytes, 64);
    EXPECT_EQ(text(label(2).node), "block/conv") << "of another thread";
    EXPECT_EQ(text(label(3).category), "gpu_memset");
    ASSERT_EQ(trace.flows().size(), 2u);
    EXPECT_EQ(trace.flows()[0].fromTrack, thread);
    EXPECT_EQ(trace.flows()[0].fromTime, 1020);
    EXPECT_EQ(trace.flows()[0].toTime, 1120);
}

TEST(DeviceSlices, ofStepsThatAreNotProfiledAreLeftOut) {
    Trace trace;
    DeviceSlices slices(trace);
    slices.addClocks(100, 100, 0);
    slices.onlyWithinPhases();
    slices.addPhase(100, 200, Phase::Forward);
    for (const std::uint64_t start : {150u, 250u}) {
        const auto correlation = static_cast<std::uint32_t>(start);
        slices.add({.kind = DeviceActivity::Kind::Launch, .correlation = correlation, .start = start, .end = start});
        slices.add({.correlation = correlation, .start = start, .end = start + 1, .name = "gemm"});
    }
    slices.settle(true);
    EXPECT_EQ(slices.slices(), 1u);
}

TEST_F(CollectorTest, showsWhatTheDeviceDid) {
    PretendedDevice device;
    device.isTaken = true;
    CollectorOptions options{.path = m_file, .name = "test", .layers = {{.path = "conv", .name = "Conv2d"}}, .device = &device};
    const auto refused = Collector::start(options);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), ErrorCode::Busy);
    device.isTaken = false;
    auto collector = Collector::start(options);
    ASSERT_TRUE(collector);
    EXPECT_TRUE(device.isWatched);
    ThreadRecorder* const recorder = Collector::ofThisThread();
    recorder->beginPhase(Phase::Forward);
    recorder->beginLayer(*Collector::layer("conv"), 0);
    std::this_thread::sleep_for(5ms);
    device.launch(1, "gemm", 40'000'000, 1000);
    std::this_thread::sleep_for(5ms);
    recorder->endForward(0);
    recorder->endPhase();
    std::this_thread::sleep_for(60ms);  // some pairs of clocks
    ASSERT_TRUE((*collector)->finish());
    EXPECT_FALSE(device.isWatched);
    EXPECT_EQ((*collector)->ledger().dropped, 3u);

    const auto trace = readTrace(m_file);
    ASSERT_TRUE(trace);
    const std::vector<Slice> kernels = slicesOf(*trace, TrackKind::Stream), phases = slicesOf(*trace, TrackKind::Phase);
    ASSERT_EQ(kernels.size(), 1u);
    const Label label = trace->dictionary().label(kernels[0].label);
    EXPECT_EQ(trace->dictionary().text(label.name), "gemm");
    EXPECT_EQ(trace->dictionary().text(label.node), "conv");
    EXPECT_EQ(label.phase, Phase::Forward);
    const std::int64_t launched = kernels[0].start - 40'000'000;
    EXPECT_GE(launched, phases.at(0).start + 5'000'000);
    EXPECT_LE(launched, phases[0].end() - 5'000'000);
    EXPECT_NEAR(static_cast<double>(kernels[0].duration), 1000, 2);
}

TEST_F(CollectorTest, operatorsOfAllThreadsAreThere) {
    auto collector = start();
    const at::Tensor a = at::ones({4});
    for (int i = 0; i < 100; ++i) (void)at::add(a, a);
    std::thread([&] {
        for (int i = 0; i < 50; ++i) (void)at::mul(a, a);
    }).join();
    ASSERT_TRUE(collector->finish());
    const auto trace = readTrace(m_file);
    ASSERT_TRUE(trace);
    EXPECT_EQ(calls(*trace, "aten::add"), 100u);
    EXPECT_EQ(calls(*trace, "aten::mul"), 50u);
    EXPECT_EQ(trace->tracks(TrackKind::Thread).size(), 2u);
    EXPECT_EQ(collector->ledger().dropped, 0u);
    for (const Conservation& track : conservationOf(*trace)) EXPECT_TRUE(track.holds());
}

TEST_F(CollectorTest, whatWasFlushedIsThereWithoutAnEnd) {
    auto collector = start(1);
    const at::Tensor a = at::ones({4});
    std::optional<TraceReader> reader;
    for (int i = 0; i < 500 && (!reader || reader->sliceCount() == 0); ++i) {
        (void)at::add(a, a);
        std::this_thread::sleep_for(10ms);
        auto opened = TraceReader::open(m_file);
        if (opened) reader.emplace(std::move(*opened));
    }
    ASSERT_TRUE(reader);
    EXPECT_GT(reader->sliceCount(), 0u);
    EXPECT_FALSE(reader->isFinished());
    const auto trace = reader->read();
    ASSERT_TRUE(trace);
    EXPECT_TRUE(trace->ledger().cut);
    EXPECT_GT(trace->ledger().received, 0u);
}

TEST_F(CollectorTest, afterTheStopNothingIsRecordedAndTheNextProfileBegins) {
    auto collector = start();
    EXPECT_EQ(Collector::start({.path = m_folder / "other", .name = "other"}).error().code(), ErrorCode::Busy);
    collector->stop();
    EXPECT_EQ(Collector::ofThisThread(), nullptr);
    EXPECT_EQ(profileBorder(), nullptr);
    (void)at::add(at::ones({4}), 1);
    ASSERT_TRUE(collector->finish());
    EXPECT_EQ(collector->slices(), 0u);
    auto next = Collector::start({.path = m_folder / "next", .name = "next"});
    ASSERT_TRUE(next);
    (void)at::add(at::ones({4}), 1);
    ASSERT_TRUE((*next)->finish());
    EXPECT_GT((*next)->slices(), 0u);
}

TEST_F(RecorderTest, whatEndsWithoutItsInnerOnesIsMadeUpFor) {
    m_recorder.beginOperator(&m_a, "outer");
    m_recorder.beginOperator(&m_b, "left open");
    m_recorder.end(&m_a);
    m_recorder.end(&m_c);  // never began
    EXPECT_EQ(names(ProfileRecord::Kind::Slice), std::vector<std::string>{"outer"});
    EXPECT_EQ(m_recorder.unmatched(), 2u);
}

TEST_F(RecorderTest, whatLiesTooDeepIsCountedAndTheRestStaysRight) {
    for (int i = 0; i < 300; ++i) m_recorder.beginOperator(&m_b, "deep");
    for (int i = 0; i < 300; ++i) m_recorder.end(&m_b);
    m_recorder.beginOperator(&m_a, "after");
    m_recorder.end(&m_a);
    const auto found = names(ProfileRecord::Kind::Slice);
    EXPECT_EQ(found.size(), 257u);
    EXPECT_EQ(found.back(), "after");
    EXPECT_EQ(m_recorder.unmatched(), 44u);
}

TEST_F(RecorderTest, phasesFollowEachOtherWithoutAGap) {
    m_recorder.beginPhase(Phase::Bookkeeping);
    m_recorder.beginPhase(Phase::Forward);
    m_recorder.endPhase();
    m_recorder.beginPhase(Phase::Backward);
    m_recorder.endPhase();
    m_recorder.endPhase();
    std::vector<Noted> phases;
    for (const Noted& one : noted())
        if (one.kind == ProfileRecord::Kind::Phase) phases.push_back(one);
    ASSERT_EQ(phases.size(), 5u);
    for (std::size_t i = 1; i < phases.size(); ++i) EXPECT_EQ(phases[i].start, phases[i - 1].end);
    EXPECT_EQ(phases[1].name, "forward");
    EXPECT_EQ(phases[3].name, "backward");
}

TEST_F(RecorderTest, theWayBackFindsItsLayersByTheNumbersOfAutograd) {
    m_recorder.beginPhase(Phase::Forward);
    m_recorder.beginLayer(layer("one"), 10);
    m_recorder.beginLayer(layer("two"), 12);
    m_recorder.endForward(13);
    m_recorder.endPhase();
    (void)noted();
    m_recorder.beginPhase(Phase::Backward);
    const auto function = [&](const char* name, std::int64_t sequence) {
        m_recorder.beginOperator(&m_b, "evaluate");  // LibTorch's engine, around each
        m_recorder.beginBackwardFunction(&m_a, name, sequence);
        m_recorder.end(&m_a);
        m_recorder.end(&m_b);
    };
    function("LossBackward", 14);
    function("TwoBackward", 12);
    function("AccumulateGrad", -1);  // of the layer before it
    function("OneBackward", 11);
    function("OneBackward", 10);
    function("Older", 3);  // nobody's: it stays with the one before
    m_recorder.endPhase();
    std::vector<std::string> found;
    for (const Noted& one : noted())
        if (one.kind != ProfileRecord::Kind::Phase && one.kind != ProfileRecord::Kind::Flow && one.name != "evaluate")
            found.push_back(one.name);
    EXPECT_EQ(found, (std::vector<std::string>{"LossBackward", "loss", "TwoBackward", "AccumulateGrad", "two backward", "OneBackward",
                                               "OneBackward", "Older", "one backward", "backward"}));
}

TEST_F(RecorderTest, aLayerStatesItsWorkOnceAPass) {
    m_recorder.beginPhase(Phase::Forward);
    m_recorder.beginLayer(layer("one"), 10);
    m_recorder.beginLayer(layer("two"), 12);
    m_recorder.endForward(13);
    m_recorder.endPhase();
    for (int pass = 0; pass < 2; ++pass) {
        (void)noted();
        m_recorder.beginPhase(Phase::Backward);
        for (const std::int64_t sequence : {12, 10, 12, 10}) {  // branches alternate
            m_recorder.beginBackwardFunction(&m_a, "f", sequence);
            m_recorder.end(&m_a);
        }
        m_recorder.endPhase();
        EXPECT_EQ(names(ProfileRecord::Kind::WorkSlice), (std::vector<std::string>{"loss", "two backward", "one backward"}));
    }
}

TEST_F(RecorderTest, aFullRingDropsAndCounts) {
    for (std::size_t i = 0; i < RecordRing::kCapacity + 10; ++i) {
        m_recorder.beginOperator(&m_a, "operator");
        m_recorder.end(&m_a);
    }
    EXPECT_EQ(m_recorder.ring().dropped(), 10u);
    EXPECT_EQ(noted().size(), RecordRing::kCapacity);
    m_recorder.beginOperator(&m_a, "later");
    m_recorder.end(&m_a);
    EXPECT_EQ(noted().size(), 1u);
}

TEST_F(RecorderTest, namesAreKnownByWhatTheySay) {
    char name[] = "first";
    for (const char* text : {"first", "other", "first"}) {  // three names at one place
        std::copy_n(text, 5, name);
        m_recorder.beginOperator(&m_a, name);
        m_recorder.end(&m_a);
    }
    EXPECT_EQ(names(ProfileRecord::Kind::Slice), (std::vector<std::string>{"first", "other", "first"}));
}

TEST_F(RecorderTest, kernelsAreKnownByWhatTheyAreAndHowTheyCompute) {
    std::string name = "Conv2d", way = "direct";
    const auto once = [&] {
        m_recorder.beginKernel(&m_a, name, way);
        m_recorder.end(&m_a);
    };
    once();
    once();
    way = "winograd";  // another plan at the same place
    once();
    std::vector<std::uint32_t> labels;
    m_recorder.ring().drain([&](const ProfileRecord& record) { labels.push_back(record.word); });
    ASSERT_EQ(labels.size(), 3u);
    EXPECT_EQ(labels[0], labels[1]);
    EXPECT_NE(labels[1], labels[2]);
    EXPECT_EQ(m_labels[labels[0]].implementation, "direct");
    EXPECT_EQ(m_labels[labels[2]].implementation, "winograd");
    EXPECT_EQ(m_labels[labels[2]].category, kHostKernel);
}
