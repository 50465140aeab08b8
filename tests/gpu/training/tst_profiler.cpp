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
