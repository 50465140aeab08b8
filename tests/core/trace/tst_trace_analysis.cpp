// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <map>
#include <random>
#include <set>

#include <QTest>

#include "core/trace/analysis/change_tree.h"
#include "core/trace/analysis/difference.h"
#include "core/trace/analysis/flame.h"
#include "core/trace/analysis/gaps.h"
#include "core/trace/analysis/memory_peak.h"
#include "core/trace/analysis/nesting.h"
#include "core/trace/analysis/node_profile.h"
#include "core/trace/analysis/roofline.h"
#include "core/trace/analysis/step_table.h"
#include "core/trace/analysis/summary.h"
#include "core/trace/analysis/tables.h"
#include "core/trace/formats/trace_export.h"
#include "tests/support/sample_trace.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

// Slices that nest, overlap, touch, repeat and have no duration, as chance wants it.
Trace randomTrace(unsigned seed, int slices, int range, TrackKind kind = TrackKind::Thread) {
    std::mt19937 random(seed);
    TraceMaker maker;
    const TrackId track = maker.track(kind);
    for (int i = 0; i < slices; ++i) {
        const auto start = static_cast<std::int64_t>(random() % static_cast<unsigned>(range));
        const auto length = static_cast<std::int64_t>(random() % 8 == 0 ? 0 : random() % static_cast<unsigned>(1 + range / 4));
        static constexpr std::string_view kNames[] = {"a", "b", "c"}, kNodes[] = {"", "x", "x/y"};
        maker.slice(track, kNames[random() % 3], start, start + length,
                    {.node = kNodes[random() % 3], .phase = static_cast<Phase>(random() % kPhases)});
    }
    return maker.done();
}

// The same answers found instant by instant.
struct ByInstant {
    std::vector<std::int64_t> self;
    std::int64_t busy = 0;
};
ByInstant byInstant(const SliceColumns& slices, const TimeSpan& span) {
    ByInstant result{std::vector<std::int64_t>(slices.size()), 0};
    for (std::int64_t time = span.begin; time < span.end; ++time) {
        std::optional<std::size_t> innermost;
        for (std::size_t i = 0; i < slices.size(); ++i)
            if (TimeSpan{slices.starts()[i], slices.end(i)}.contains(time)) innermost = i;
        if (!innermost) continue;
        ++result.self[*innermost];
        ++result.busy;
    }
    return result;
}

const OperatorRow& rowOf(const std::vector<OperatorRow>& rows, std::string_view name) {
    const auto found = std::ranges::find(rows, name, &OperatorRow::name);
    if (found == rows.end()) qFatal("there is no such row");
    return *found;
}

std::int64_t partOf(const StepBar& bar, Phase phase) { return bar.phases[static_cast<std::size_t>(phase)]; }

Trace withKernels() {
    TraceMaker maker;
    const TrackId thread = maker.thread(), stream = maker.stream();
    maker.slice(thread, "aten::linear", 0, 100, {.node = "fc1", .phase = Phase::Forward});
    maker.slice(thread, "cudaLaunchKernel", 10, 20);
    maker.slice(thread, "aten::item", 150, 400);
    maker.slice(thread, "cudaLaunchKernel", 410, 420);
    const KernelArguments launch{.grid = {8, 1, 1}, .block = {128, 1, 1}, .registersPerThread = 40};
    maker.slice(stream, "gemm", 30, 130, {.category = "kernel", .kernel = launch});
    maker.slice(stream, "relu", 100, 160, {.category = "kernel"});
    maker.slice(stream, "gemm", 430, 530, {.category = "kernel", .kernel = launch});
    maker.trace.append(Flow{FlowKind::Launch, thread, stream, 12, 30});
    maker.trace.append(Flow{FlowKind::Launch, thread, stream, 410, 430});
    return maker.done();
}

}  // namespace

class TestTraceAnalysis : public QObject {
    Q_OBJECT
private slots:
    // Long tracks are walked in two halves by two threads, and lie in huge pages.
    void aLongTraceIsAddedUpAsAShortOneIs() {
        const Trace trace = trainingTrace(2000);
        const Dictionary& words = trace.dictionary();
        std::map<std::string, std::pair<std::uint64_t, std::int64_t>> expected;
        for (const TrackId track : trace.tracks(TrackKind::Thread)) {
            const SliceColumns& slices = trace.slices(track);
            const Nesting nesting = nestingOf(slices);
            for (std::size_t i = 0; i < slices.size(); ++i) {
                auto& [calls, self] = expected[std::string(words.nameOf(slices.labels()[i]))];
                ++calls;
                self += nesting.self[i];
            }
        }
        QVERIFY(trace.sliceCount() > 600'000);
        const auto rows = operatorTable(trace);
        QCOMPARE(rows.size(), expected.size());
        for (const OperatorRow& row : rows) QCOMPARE(std::pair(row.calls, row.self), expected.at(row.name));
        // A part of it, cut in the middle of slices: what is inside and what is around it are the whole.
        const TimeSpan span{trace.span().begin + trace.span().duration() / 10, trace.span().end - trace.span().duration() / 9};
        std::map<std::string, std::int64_t> parts;
        for (const TimeSpan& part : {TimeSpan{trace.span().begin, span.begin}, span, TimeSpan{span.end, trace.span().end + 1}})
            for (const OperatorRow& row : operatorTable(trace, {.span = part})) parts[row.name] += row.total;
        for (const OperatorRow& row : rows) QCOMPARE(parts.at(row.name), row.total);
    }
    // --- nesting and conservation ---

    void selfTimeIsWithoutChildren() {
        TraceMaker maker;
        const TrackId track = maker.thread();
        maker.slice(track, "outer", 0, 100);
        maker.slice(track, "inner", 10, 40);
        maker.slice(track, "innermost", 20, 30);
        maker.slice(track, "second", 40, 60);
        const Trace trace = maker.done();
        const Nesting nesting = nestingOf(trace.slices(track));
        QCOMPARE(nesting.self, (std::vector<std::int64_t>{50, 20, 10, 20}));
        QCOMPARE(nesting.parents, (std::vector<std::uint32_t>{kNoSlice, 0, 1, 0}));
    }
    void aChildThatOutlastsItsParentIsClipped() {
        TraceMaker maker;
        const TrackId track = maker.thread();
        maker.slice(track, "parent", 0, 10);
        maker.slice(track, "child", 2, 12);
        const Nesting nesting = nestingOf(maker.done().slices(track));
        QCOMPARE(nesting.self, (std::vector<std::int64_t>{2, 10}));
    }
    void everyInstantBelongsToTheInnermostSlice() {
        for (unsigned seed = 0; seed < 60; ++seed) {
            const Trace trace = randomTrace(seed, 30, 60);
            const SliceColumns& slices = trace.slices(0);
            QCOMPARE(nestingOf(slices).self, byInstant(slices, slices.span()).self);
        }
    }
    void busyAndIdleAndSelfAreConserved() {
        for (unsigned seed = 0; seed < 60; ++seed) {
            const Trace trace = randomTrace(seed, 40, 80, seed % 2 ? TrackKind::Stream : TrackKind::Thread);
            for (const TimeSpan span : {TimeSpan::everything(), TimeSpan{10, 50}, TimeSpan{33, 34}, TimeSpan{40, 40}}) {
                const auto tracks = conservationOf(trace, span);
                QCOMPARE(tracks.size(), 1u);
                QVERIFY(tracks[0].holds());
                const TimeSpan clipped = trace.span().clipped(span);
                QCOMPARE(tracks[0].busy, byInstant(trace.slices(0), clipped).busy);
                QCOMPARE(tracks[0].wall, clipped.duration());
            }
        }
    }
    void aTrainingRunIsConserved() {
        const Trace trace = trainingTrace(20);
        for (const Conservation& track : conservationOf(trace)) {
            QVERIFY(track.holds());
            QVERIFY(track.busy > 0 && track.idle > 0);
        }
    }
    void conservationThatIsBrokenIsSeen() {
        const Conservation whole{.track = 0, .wall = 10, .busy = 6, .idle = 4, .self = 6, .inLayers = 2, .rest = 4};
        QVERIFY(whole.holds());
        for (std::int64_t Conservation::*part : {&Conservation::busy, &Conservation::idle, &Conservation::self, &Conservation::rest}) {
            Conservation broken = whole;
            ++(broken.*part);
            QVERIFY(!broken.holds());
        }
    }
    void tracksTogetherAreBusyWhenOneIs() {
        TraceMaker maker;
        const TrackId tracks[] = {maker.thread("a", 1), maker.thread("b", 2)};
        maker.slice(tracks[0], "x", 0, 10);
        maker.slice(tracks[1], "x", 5, 20);
        maker.slice(tracks[0], "x", 30, 40);
        const Trace trace = maker.done();
        QCOMPARE(busyTime(trace, tracks, TimeSpan::everything()), std::int64_t{30});
        QCOMPARE(gapsBetween(trace, tracks, TimeSpan::everything()), (std::vector<TimeSpan>{{20, 30}}));
        QCOMPARE(busyTime(trace, tracks, {8, 35}), std::int64_t{17});
    }
    void slicesOnOneLineNeverOverlapAndNoneIsDropped() {
        for (unsigned seed = 0; seed < 40; ++seed) {
            const Trace trace = randomTrace(seed, 60, 100);
            const SliceColumns& slices = trace.slices(0);
            const Lanes lanes = lanesOf(slices);
            QCOMPARE(lanes.lanes.size(), slices.size());
            for (std::size_t i = 0; i < slices.size(); ++i) {
                QVERIFY(lanes.lanes[i] < lanes.count);
                for (std::size_t k = i + 1; k < slices.size(); ++k)
                    if (lanes.lanes[i] == lanes.lanes[k])
                        QVERIFY(!(TimeSpan{slices.starts()[i], slices.end(i)}.touches({slices.starts()[k], slices.end(k)}) &&
                                  slices.durations()[i] && slices.durations()[k]));
            }
        }
    }
    void childrenAreBelowTheirParents() {
        TraceMaker maker;
        const TrackId track = maker.thread();
        maker.slice(track, "a", 0, 100);
        maker.slice(track, "b", 10, 50);
        maker.slice(track, "c", 20, 30);
        maker.slice(track, "d", 60, 70);
        QCOMPARE(lanesOf(maker.done().slices(track)).lanes, (std::vector<std::uint16_t>{0, 1, 2, 1}));
    }
    void theInnermostSliceOfAnInstantIsFound() {
        for (unsigned seed = 0; seed < 20; ++seed) {
            const Trace trace = randomTrace(seed, 30, 60);
            const SliceColumns& slices = trace.slices(0);
            for (std::int64_t time = -1; time < 80; ++time) {
                std::optional<std::uint32_t> expected;
                for (std::uint32_t i = 0; i < slices.size(); ++i)
                    if (slices.starts()[i] == time || TimeSpan{slices.starts()[i], slices.end(i)}.contains(time)) expected = i;
                QVERIFY(innermostAt(slices, time) == expected);
            }
        }
    }
    void flowsFindTheInnermostSlices() {
        const Trace trace = withKernels();
        const SliceFlows flows = resolveFlows(trace);
        QCOMPARE(flows.lost, 0u);
        QCOMPARE(flows.flows.size(), 2u);
        QCOMPARE(trace.dictionary().nameOf(trace.at(flows.flows[0].from).label), std::string_view("cudaLaunchKernel"));
        QCOMPARE(flows.from({0, 1}).size(), 1u);
        QCOMPARE(flows.to({1, 0}).at(0).from, (SliceRef{0, 1}));
        QVERIFY(flows.from({0, 0}).empty());
    }
    void aFlowIntoNothingIsCounted() {
        TraceMaker maker;
        const TrackId track = maker.thread();
        maker.slice(track, "x", 0, 10);
        maker.trace.append(Flow{FlowKind::Other, track, track, 5, 50});
        QCOMPARE(resolveFlows(maker.done()).lost, 1u);
    }

    // --- tables ---

    void operatorsHaveSelfTotalAndCalls() {
        TraceMaker maker;
        const TrackId track = maker.thread();
        maker.slice(track, "conv", 0, 100, {.flops = 1e3, .bytes = 10});
        maker.slice(track, "kernel", 10, 60);
        maker.slice(track, "conv", 200, 260, {.flops = 1e3, .bytes = 10});
        maker.trace.setCeilings({.peaks = {{"fp32", 1e11}}, .bytesPerSecond = 1e12});
        const auto rows = operatorTable(maker.done());
        const OperatorRow& conv = rowOf(rows, "conv");
        QCOMPARE(conv.calls, std::uint64_t{2});
        QCOMPARE(conv.self, std::int64_t{110});
        QCOMPARE(conv.total, std::int64_t{160});
        QCOMPARE(conv.flops, 2e3);
        QCOMPARE(*conv.efficiency, 2e3 / 1e11 / 160e-9);
        QVERIFY(!rowOf(rows, "kernel").efficiency);
        QCOMPARE(rows[0].name, std::string("conv"));
    }
    void callsWithinTheSameCallCountOnceInTheTotal() {
        TraceMaker maker;
        const TrackId track = maker.thread();
        maker.slice(track, "to", 0, 100);
        maker.slice(track, "copy", 10, 90);
        maker.slice(track, "to", 20, 80);
        const auto rows = operatorTable(maker.done());
        QCOMPARE(rowOf(rows, "to").total, std::int64_t{100});
        QCOMPARE(rowOf(rows, "to").calls, std::uint64_t{2});
        QCOMPARE(rowOf(rows, "to").self, std::int64_t{80});
    }
    void filtersTakeLayerPhaseAndSpan() {
        const Trace trace = trainingTrace(5);
        const auto sumOf = [&](const TraceFilter& filter) {
            std::int64_t sum = 0;
            for (const OperatorRow& row : operatorTable(trace, filter)) sum += row.self;
            return sum;
        };
        const std::int64_t all = sumOf({});
        std::int64_t byStep = 0;
        for (const Step& step : trace.steps()) byStep += sumOf({.span = step.span()});
        QVERIFY(byStep > all * 9 / 10 && byStep <= all);  // the loader works between the steps too
        const std::int64_t layer = sumOf({.node = "block/3"});
        QCOMPARE(layer, sumOf({.node = "block/3/conv"}));
        QCOMPARE(layer, sumOf({.node = "block/3", .phase = Phase::Forward}) + sumOf({.node = "block/3", .phase = Phase::Backward}));
        QVERIFY(layer > 0 && layer < all / 10);
        QCOMPARE(sumOf({.node = "block/33"}), std::int64_t{0});
        QCOMPARE(sumOf({.node = "block/1/con"}), std::int64_t{0});
    }
    void kernelsShareTheDevice() {
        const auto rows = kernelTable(withKernels());
        QCOMPARE(rows.size(), 2u);
        QCOMPARE(rows[0].name, std::string("gemm"));
        QCOMPARE(rows[0].calls, std::uint64_t{2});
        QCOMPARE(rows[0].total, std::int64_t{200});
        QCOMPARE(rows[0].launch->registersPerThread, 40u);
        QCOMPARE(rows[0].exclusive, 70 + 15.0 + 100);  // 30 ns are shared by two
        QCOMPARE(rows[0].exclusive + rows[1].exclusive, 230.0);
    }
    void kernelsOfThreadsAreToldByHowAndForWhom() {
        TraceMaker maker;
        const TrackId thread = maker.thread();
        const auto kernel = [&](std::int64_t begin, std::int64_t end, std::string_view how) {
            Dictionary& words = maker.trace.dictionary();
            const LabelId label = words.internLabel({.name = words.intern("Conv2d + ReLU"), .category = words.intern(kHostKernel)});
            const ArgumentsId arguments = words.internArguments({.other = {{words.intern(kImplementation), words.intern(how)}}});
            maker.trace.append(thread, Slice{begin, end - begin, label, arguments});
        };
        maker.slice(thread, "Conv2d", 0, 100, {.node = "conv1", .category = "layer", .phase = Phase::Forward, .flops = 400, .bytes = 80});
        kernel(10, 90, "direct");
        maker.slice(thread, "aten::empty", 20, 30, {.category = "cpu_op"});  // its time is the kernel's
        maker.slice(thread, "Conv2d", 100, 200, {.node = "conv2", .category = "layer", .phase = Phase::Forward, .flops = 900, .bytes = 90});
        kernel(110, 150, "winograd");
        kernel(160, 180, "winograd");  // the work has been stated
        maker.slice(thread, "Conv2d", 200, 300, {.node = "conv3", .category = "layer", .phase = Phase::Backward});
        kernel(200, 300, "direct");  // nobody has stated any
        maker.slice(thread, "Linear", 300, 400, {.node = "linear", .category = "layer", .phase = Phase::Forward, .flops = 7});
        maker.slice(thread, "aten::mm", 310, 390, {.category = "cpu_op"});
        kernel(500, 510, "direct");  // not within the layer that states work last
        const Trace trace = maker.done();
        const auto rows = kernelTable(trace);
        QCOMPARE(rows.size(), 2u);
        QCOMPARE(rows[0].name, std::string("Conv2d + ReLU"));
        QCOMPARE(rows[0].implementation, std::string("direct"));
        QCOMPARE(rows[0].calls, std::uint64_t{3});
        QCOMPARE(rows[0].exclusive, 190.0);
        QCOMPARE(rows[0].flops, 400.0);
        QCOMPARE(rows[0].worked, std::int64_t{80});
        QCOMPARE(rows[0].layers, (std::vector<std::string>{"conv1", "conv3"}));
        QCOMPARE(rows[1].implementation, std::string("winograd"));
        QCOMPARE(rows[1].flops, 900.0);
        QCOMPARE(rows[1].worked, std::int64_t{40});
        QCOMPARE(rows[1].layers, std::vector<std::string>{"conv2"});

        QCOMPARE(kernelTable(trace, {.node = "conv2"}).size(), 1u);
        QCOMPARE(kernelTable(trace, {.phase = Phase::Backward}).front().calls, std::uint64_t{1});
        const auto cut = kernelTable(trace, {.span = {50, 130}});
        QCOMPARE(cut[0].total, std::int64_t{40});
        QCOMPARE(cut[1].total, std::int64_t{20});
        QVERIFY(csvOf(rows).text().find("conv1 conv3") != std::string::npos);
    }
    void sharesAddUpToBusy() {
        for (unsigned seed = 0; seed < 30; ++seed) {
            const Trace trace = randomTrace(seed, 50, 90, TrackKind::Stream);
            double sum = 0;
            for (const KernelRow& row : kernelTable(trace)) sum += row.exclusive;
            QVERIFY(std::abs(sum - static_cast<double>(busyTime(trace.slices(0), TimeSpan::everything()))) < 1e-6);
        }
    }

    // --- summary ---

    void theSummaryHoldsAllOfTheSteps() {
        const Trace trace = trainingTrace(6);
        std::map<std::int64_t, std::int64_t> host;
        for (const SummaryRow& row : summarize(trace)) host[row.step] += row.host;
        for (const Step& step : trace.steps()) {
            std::int64_t busy = 0;
            for (const TrackId track : trace.tracks(TrackKind::Thread)) busy += busyTime(trace.slices(track), step.span());
            QCOMPARE(host[step.number], busy);
        }
    }
    void theSummaryTakesLayerPhaseAndSpan() {
        const Trace trace = trainingTrace(3);
        const auto sumOf = [&](const TraceFilter& filter) {
            std::int64_t host = 0;
            for (const SummaryRow& row : summarize(trace, filter)) host += row.host;
            return host;
        };
        const std::int64_t all = sumOf({});
        std::int64_t phases = 0, steps = 0;
        for (std::size_t i = 0; i < kPhases; ++i) phases += sumOf({.phase = static_cast<Phase>(i)});
        for (const Step& step : trace.steps()) steps += sumOf({.span = step.span()});
        QCOMPARE(phases, all);
        QCOMPARE(steps, all);
        const auto rows = summarize(trace, {.node = "block/7", .phase = Phase::Forward});
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0].calls, std::uint64_t{7});
        const Step first = trace.steps()[0];
        QVERIFY(sumOf({.span = {first.start, first.start + first.duration / 2}}) < sumOf({.span = first.span()}));
    }

    void layersInheritToWhatTheyCall() {
        const auto summary = summarize(trainingTrace(3));
        const auto layers = layerTable(summary);
        const auto layer = std::ranges::find(layers, "block/7/conv", &LayerRow::node);
        QVERIFY(layer != layers.end());
        QVERIFY(layer->forward > 3 * 3 * 3600 && layer->backward > 3 * 3 * 3600);
        QCOMPARE(layer->calls, std::uint64_t{3 * 2 * 7});
        QCOMPARE(layer->flops, 3 * 2 * 3 * 1e6);  // the operators that state work, not what they call
        double shares = 0;
        for (const LayerRow& row : layers) shares += row.share;
        QVERIFY(std::abs(shares - 1) < 1e-9);
        const LayerRow block = layerWithin(layers, "block");
        QVERIFY(block.forward > 19 * layer->forward / 2);
    }
    void repetitionsLieInTheirNodeWithAndWithoutNumber() {
        for (const char* outer : {"", "blocks", "blocks/2", "blocks/attention", "blocks/2/attention", "blocks/attention/q"})
            QVERIFY2(liesIn("blocks/2/attention/q", outer), outer);
        for (const char* outer : {"block", "blocks/3", "attention", "blocks/2/mlp", "blocks/2/attention/q/w", "2", "blocks/attention/2"})
            QVERIFY2(!liesIn("blocks/2/attention/q", outer), outer);
        QVERIFY(liesIn("2/conv", "2") && !liesIn("2/conv", "conv"));  // the first part is a name, whatever it looks like
    }

    void aNodeCostsWhatLiesInIt() {
        const Trace trace = trainingTrace(3, 4);
        const auto bars = stepBars(trace);
        const NodeProfile profile(layerTable(summarize(trace)), rooflinePoints(trace), bars);
        QCOMPARE(profile.steps(), std::size_t{3});
        const NodeTime whole = profile.of("block"), conv = profile.of("block/conv"), one = profile.of("block/2/conv");
        QCOMPARE(conv, whole);  // there is nothing else in the repetitions
        QVERIFY(one.forward > 3 * 3600 && one.forward < whole.forward / 3 && one.backward > 3 * 3600);
        QCOMPARE(one.flops(), 2 * 3 * 1e6);
        QCOMPARE(one.forwardWork.bytes, 3 * 1e5);
        // 1 µs under a roof of 1 TFLOP/s and 100 GB/s for each of three calls of 4 µs.
        QVERIFY(std::abs(one.forwardWork.attainable - 3 * 1000) < 1);
        QVERIFY(one.forwardWork.efficiency() > 0.2 && one.forwardWork.efficiency() < 0.3);
        QVERIFY(std::abs(one.forwardWork.attainableRate() - 1e12) < 1e10);
        double sum = 0;
        for (int i = 0; i < 4; ++i) sum += profile.of("block/" + std::to_string(i)).total();
        QVERIFY(std::abs(sum - whole.total()) < 1e-6 * sum);
        QVERIFY(std::abs(whole.share - whole.total() / profile.wall()) < 1e-12 && whole.share > 0.5 && whole.share < 1);
        QCOMPARE(profile.of("nowhere"), NodeTime());
    }

    void kernelsGetTheLayerThatLaunchedThem() {
        const auto summary = summarize(withKernels());
        const auto row = std::ranges::find(summary, "fc1", &SummaryRow::node);
        QVERIFY(row != summary.end());
        QCOMPARE(row->device, std::int64_t{85});
        QCOMPARE(row->phase, Phase::Forward);
    }
    void partsOfAStepAddUpToAllOfIt() {
        const Trace trace = trainingTrace(5);
        for (const StepBar& bar : stepBars(trace)) {
            QCOMPARE(bar.total(), bar.step.duration);
            QVERIFY(partOf(bar, Phase::Forward) > 0 && partOf(bar, Phase::Backward) > 0 && partOf(bar, Phase::Data) >= 5000);
            QCOMPARE(partOf(bar, Phase::None), std::int64_t{0});
        }
        double sum = 0;
        for (const double share : meanShares(stepBars(trace))) sum += share;
        QVERIFY(std::abs(sum - 1) < 1e-12);
    }
    void aLateStepNamesThePartThatWasLate() {
        std::vector<StepBar> bars;
        for (int i = 0; i < 9; ++i) {
            StepBar bar{.step = {.number = i, .start = i * 1000, .duration = 500 + i % 3}};
            bar.phases[static_cast<std::size_t>(Phase::Data)] = 20;
            bar.phases[static_cast<std::size_t>(Phase::Forward)] = 400 + i % 3;
            bar.gaps = 80;
            bars.push_back(bar);
        }
        bars[4].step.duration += 300;
        bars[4].phases[static_cast<std::size_t>(Phase::Data)] += 290;
        bars[4].gaps += 10;
        bars[7].step.duration += 50;
        bars[7].gaps += 50;
        const auto rows = stepTable(bars);
        QCOMPARE(rows.size(), bars.size());
        for (std::size_t i = 0; i < rows.size(); ++i) QCOMPARE(rows[i].late.has_value(), i == 4 || i == 7);
        QVERIFY(rows[4].late->phase == Phase::Data && rows[4].late->by == 290);
        QVERIFY(!rows[7].late->phase);
        QVERIFY(!stepTable({bars[3], bars[4]})[1].late);  // of two nobody knows which is usual
    }

    void thePeakOfMemoryHasItsHoldersAndWhoMadeItGrow() {
        TraceMaker maker;
        const TrackId thread = maker.thread();
        const auto counter = [&](const char* name) {
            Dictionary& words = maker.trace.dictionary();
            return maker.trace.addTrack({.kind = TrackKind::Counter, .process = 10, .name = words.intern(name), .unit = words.intern("B")});
        };
        const TrackId weights = counter("Parameters"), activations = counter("Activations");
        maker.slice(thread, "Conv2d", 100, 200, {.node = "a", .phase = Phase::Forward});
        maker.slice(thread, "Conv2d", 200, 300, {.node = "b", .phase = Phase::Forward});
        maker.slice(thread, "Backward", 300, 400, {.node = "b", .phase = Phase::Backward});
        maker.trace.append(weights, CounterPoint{0, 1000});
        for (const auto& [time, value] : std::map<std::int64_t, double>{{50, 0}, {200, 300}, {300, 800}, {400, 300}})
            maker.trace.append(activations, CounterPoint{time, value});
        maker.trace.append(Step{7, 60, 400});
        const auto peak = memoryPeakOf(maker.done());
        QVERIFY(peak);
        QCOMPARE(peak->time, std::int64_t{300});
        QCOMPARE(peak->total, 1800.0);
        QVERIFY(peak->step == 7);
        QVERIFY((peak->categories == std::vector<MemoryPeak::Category>{{"Parameters", 1000}, {"Activations", 800}}));
        QVERIFY((peak->layers == std::vector<MemoryPeak::Layer>{{"b", Phase::Forward, 500}, {"a", Phase::Forward, 300}}));
        QVERIFY(!memoryPeakOf(Trace()));
    }

    void withoutATrackOfPhasesTheThreadsSayThem() {
        TraceMaker maker;
        const TrackId main = maker.thread("main", 1), engine = maker.thread("engine", 2);
        maker.slice(main, "forward", 0, 40, {.phase = Phase::Forward});
        maker.slice(main, "wait", 40, 90);
        maker.slice(engine, "backward", 50, 80, {.phase = Phase::Backward});
        maker.trace.append(Step{1, 0, 100});
        const auto bars = stepBars(maker.done());
        QCOMPARE(partOf(bars[0], Phase::Forward), std::int64_t{40});
        QCOMPARE(partOf(bars[0], Phase::Backward), std::int64_t{30});
        QCOMPARE(partOf(bars[0], Phase::None), std::int64_t{20});
        QCOMPARE(bars[0].gaps, std::int64_t{10});
    }
    void completenessNamesWhatIsMissing() {
        const Completeness whole = completenessOf(trainingTrace(4));
        QVERIFY(whole.conserved);
        QCOMPARE(whole.withPhase(), 1.0);
        QVERIFY(whole.withLayer() > 0.99);
        QCOMPARE(whole.ledger.clockResidual, std::int64_t{17});
        TraceMaker maker;
        const TrackId track = maker.thread();
        maker.slice(track, "known", 0, 60, {.node = "a", .phase = Phase::Forward});
        maker.slice(track, "lost", 60, 80, {.phase = Phase::Forward});
        maker.slice(track, "nothing", 80, 100);
        const Completeness part = completenessOf(maker.done());
        QCOMPARE(part.withPhase(), 0.8);
        QCOMPARE(part.withLayer(), 0.75);
    }

    // --- flame, gaps, roofline ---

    void flamesAddUp() {
        const Trace trace = trainingTrace(4);
        for (const FlameOrder order : {FlameOrder::Callers, FlameOrder::Layers}) {
            const auto nodes = flameGraph(trace, order);
            std::vector<std::int64_t> children(nodes.size());
            for (std::size_t i = 1; i < nodes.size(); ++i) {
                QVERIFY(nodes[i].parent < i);
                children[nodes[i].parent] += nodes[i].total;
            }
            for (std::size_t i = 0; i < nodes.size(); ++i) QCOMPARE(nodes[i].total, nodes[i].self + children[i]);
            std::int64_t busy = 0;
            for (const TrackId track : trace.tracks(TrackKind::Thread)) busy += busyTime(trace.slices(track), TimeSpan::everything());
            QCOMPARE(nodes[0].total, busy);
        }
        const auto layers = flameGraph(trace, FlameOrder::Layers);
        QVERIFY(std::ranges::find(layers, "backward", &FlameNode::name) != layers.end());
    }
    void siblingsComeWithTheGreatestFirst() {
        const auto nodes = flameGraph(trainingTrace(4));
        std::size_t seen = 1;
        for (const FlameNode& node : nodes) {
            std::int64_t last = std::numeric_limits<std::int64_t>::max();
            for (std::uint32_t child = node.firstChild; child; child = nodes[child].nextSibling, ++seen) {
                QVERIFY(nodes[child].total <= last);
                last = nodes[child].total;
            }
        }
        QCOMPARE(seen, nodes.size());
    }
    void aLateLaunchMakesAGapTheHostsFault() {
        const auto gaps = idleGaps(withKernels(), TimeSpan::everything(), 100);
        QCOMPARE(gaps.size(), 1u);
        QCOMPARE(gaps[0].span, (TimeSpan{160, 430}));
        QCOMPARE(gaps[0].cause, GapCause::HostBound);
        QCOMPARE(gaps[0].blame, std::string("aten::item"));
    }
    void gapsOfADeviceHaveTheirCauses() {
        TraceMaker maker;
        const TrackId thread = maker.thread(), stream = maker.stream();
        maker.slice(thread, "cudaLaunchKernel", 0, 5);
        maker.slice(stream, "k", 10, 20, {.category = "kernel"});
        maker.slice(stream, "copy", 20, 50, {.category = "gpu_memcpy"});
        maker.slice(stream, "k", 55, 60, {.category = "kernel"});
        maker.slice(stream, "wait", 70, 80, {.category = "cuda_sync"});
        maker.slice(stream, "k", 80, 90, {.category = "kernel"});
        maker.slice(stream, "k", 120, 130, {.category = "kernel"});
        const auto gaps = idleGaps(maker.done(), {10, 200}, 5);
        std::map<std::int64_t, GapCause> causes;
        for (const IdleGap& gap : gaps) causes[gap.span.begin] = gap.cause;
        QCOMPARE(causes, (std::map<std::int64_t, GapCause>{
                             {20, GapCause::Transfer}, {60, GapCause::Synchronising}, {90, GapCause::LaunchLatency}}));
        QCOMPARE(gapSums(gaps).at(0).total, std::int64_t{35});
    }
    void gapsOfThreadsHaveTheirCauses() {
        TraceMaker maker;
        const TrackId thread = maker.thread(), phases = maker.track(TrackKind::Phase, "phases");
        maker.slice(thread, "x", 0, 10);
        maker.slice(phases, "data", 10, 50, {.phase = Phase::Data});
        maker.slice(thread, "x", 50, 60);
        maker.slice(thread, "x", 70, 80);
        maker.slice(thread, "x", 120, 130);
        maker.trace.append(Step{1, 0, 85});
        maker.trace.append(Step{2, 118, 12});
        const auto gaps = idleGaps(maker.done(), TimeSpan::everything(), 5);
        QCOMPARE(gaps.size(), 3u);
        QCOMPARE(gaps[0].cause, GapCause::Data);
        QCOMPARE(gaps[1].cause, GapCause::BetweenSteps);
        QCOMPARE(gaps[2].cause, GapCause::Dispatch);
    }
    void theRooflineRanksByTimeLost() {
        TraceMaker maker;
        const TrackId track = maker.thread();
        maker.slice(track, "big", 0, 2000, {.node = "a", .phase = Phase::Forward, .flops = 1e6, .bytes = 1e3});
        maker.slice(track, "nested", 100, 1900, {.flops = 1e6, .bytes = 1e3});
        maker.slice(track, "thin", 3000, 3500, {.node = "b", .flops = 1e3, .bytes = 1e4});
        const Ceilings ceilings{.peaks = {{"fp32", 1e12}}, .bytesPerSecond = 1e11};
        maker.trace.setCeilings(ceilings);
        const auto points = rooflinePoints(maker.done());
        QCOMPARE(points.size(), 2u);  // what a slice calls does its work, not more of it
        QCOMPARE(points[0].name, std::string("big"));
        QCOMPARE(points[0].lost, std::int64_t{1000});
        QVERIFY(!points[0].memoryBound && points[1].memoryBound);
        QCOMPARE(points[1].attainable, 1e3 / 1e4 * 1e11);
        QVERIFY(std::abs(points[1].efficiency - 0.2) < 1e-12);
        QVERIFY(rooflinePoints(withKernels()).empty());
    }

    // --- difference ---

    void studentsDistributionIsThatOfTheTables() {
        for (const auto& [freedom, bound] : std::map<double, double>{{1, 12.7062}, {4, 2.7764}, {10, 2.2281}, {30, 2.0423}, {1000, 1.9623}})
            QVERIFY(std::abs(studentBound(freedom) - bound) < 1e-4);
        QVERIFY(std::abs(studentTail(2.7764, 4) - 0.05) < 1e-5);
        QVERIFY(std::abs(studentTail(0, 7) - 1) < 1e-12);
    }
    void noiseIsNotCalledAChange() {
        int changed = 0;
        constexpr int kPairs = 40;
        for (unsigned seed = 0; seed < kPairs; ++seed) {
            const auto difference = differenceOf(trainingTrace(8, 5, 2 * seed + 100), trainingTrace(8, 5, 2 * seed + 101));
            using Verdict = DifferenceRow::Verdict;
            changed += std::ranges::any_of(difference.rows, [](const DifferenceRow& row) { return row.verdict != Verdict::Same; });
        }
        qInfo("%d of %d pairs have a changed row", changed, kPairs);
        QVERIFY(changed <= 6);  // 5 % expected: more than 6 of 40 has a probability below 1 %
    }
    void aChangeIsFoundWhereItIs() {
        const auto difference = differenceOf(trainingTrace(12, 6, 7), trainingTrace(12, 6, 8, 1.5));
        const DifferenceRow& row = difference.rows.front();
        QCOMPARE(row.verdict, DifferenceRow::Verdict::Slower);
        QCOMPARE(row.node, std::string("block/3/conv"));
        QVERIFY(row.low > 0 && row.low < row.change() && row.change() < row.high);
        const auto slower = std::ranges::count(difference.rows, DifferenceRow::Verdict::Slower, &DifferenceRow::verdict);
        QVERIFY(slower >= 1 && slower <= 3);
    }
    void whatIsNewAndWhatIsGoneIsSaid() {
        const auto difference = differenceOf(trainingTrace(5, 2), trainingTrace(5, 3));
        const auto row = std::ranges::find(difference.rows, "block/2/conv", &DifferenceRow::node);
        QCOMPARE(row->verdict, DifferenceRow::Verdict::Appeared);
        const auto back = differenceOf(trainingTrace(5, 3), trainingTrace(5, 2));
        QCOMPARE(std::ranges::find(back.rows, "block/2/conv", &DifferenceRow::node)->verdict, DifferenceRow::Verdict::Vanished);
    }
    void aChangeIsFoundInItsLayerAndAllAroundIt() {
        const Difference difference = layerDifferenceOf(trainingTrace(20, 6, 1), trainingTrace(20, 6, 2, 2));
        const auto rowOf = [&](const char* node, const char* name) {
            const auto row =
                std::ranges::find_if(difference.rows, [&](const DifferenceRow& r) { return r.node == node && r.name == name; });
            return row == difference.rows.end() ? DifferenceRow() : *row;
        };
        for (const char* node : {"block", "block/3", "block/3/conv"}) {
            QVERIFY2(rowOf(node, "").verdict == DifferenceRow::Verdict::Slower, node);
            QVERIFY(std::abs(rowOf(node, "").change() - 8'000) < 1'000);  // 4 µs more, forward and backward
        }
        QVERIFY(rowOf("block/3/conv", "forward").verdict == DifferenceRow::Verdict::Slower);
        QVERIFY(rowOf("block/2/conv", "").verdict == DifferenceRow::Verdict::Same);
        QVERIFY(rowOf("", "optimizer").before > 0 && rowOf("", "optimizer").verdict == DifferenceRow::Verdict::Same);
        double parts = 0;
        for (int i = 0; i < 6; ++i) parts += rowOf(("block/" + std::to_string(i)).c_str(), "").before;
        QVERIFY(std::abs(parts - rowOf("block", "").before) < 1e-6 * parts);
    }

    void theTreeOfChangesLiesOnOneAxis() {
        const auto tree = changeTree(layerDifferenceOf(trainingTrace(20, 6, 1), trainingTrace(20, 5, 2, 2)));
        QVERIFY(tree.size() > 20);
        std::vector<double> inside(tree.size());
        for (std::size_t i = 1; i < tree.size(); ++i) {
            QVERIFY(tree[i].parent < i);
            QVERIFY(tree[i].extent >= std::max(tree[i].before, tree[i].after) - 1e-9);
            inside[tree[i].parent] += tree[i].extent;
        }
        for (std::size_t i = 0; i < tree.size(); ++i) QVERIFY(inside[i] <= tree[i].extent + 1e-6);
        const auto of = [&](const char* path) {
            return *std::ranges::find_if(tree, [&](const ChangeNode& n) { return n.path == path && !n.isPhase; });
        };
        QVERIFY(!of("block/3").isNoise() && of("block/3").change() > 0);
        QVERIFY(of("block/2").isNoise());
        QCOMPARE(of("block/5").verdict, DifferenceRow::Verdict::Vanished);
        QCOMPARE(of("block/5").after, 0.0);
        for (std::uint32_t child = of("block").firstChild; child != 0 && tree[child].nextSibling != 0; child = tree[child].nextSibling)
            QVERIFY(tree[child].extent >= tree[tree[child].nextSibling].extent);
    }

    void twoStepsSayNothingAboutTheSpread() {
        const auto difference = differenceOf(trainingTrace(2, 2), trainingTrace(20, 2, 2));
        for (const DifferenceRow& row : difference.rows) QCOMPARE(row.verdict, DifferenceRow::Verdict::Unknown);
        QVERIFY(std::isinf(difference.step.high));
    }
    void phasesHaveNames() {
        for (std::size_t i = 0; i < kPhases; ++i)
            QCOMPARE(phaseFromName(nameOf(static_cast<Phase>(i))), std::optional(static_cast<Phase>(i)));
        QVERIFY(!phaseFromName("lunch"));
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < kGapCauses; ++i) names.insert(nameOf(static_cast<GapCause>(i)));
        QCOMPARE(names.size(), kGapCauses);
    }
};

QTEST_APPLESS_MAIN(TestTraceAnalysis)
#include "tst_trace_analysis.moc"
