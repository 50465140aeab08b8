// SPDX-License-Identifier: Apache-2.0
#pragma once

// Traces for tests: small ones written by hand, large ones made up like a training run's.

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/trace.h"

namespace seekbench::test {

// Builds a trace with few words: slice(track, "conv", 0, 10, {.node = "block/conv"}).
class TraceMaker {
public:
    struct Options {
        std::string_view node = "", category = "";
        Phase phase = Phase::None;
        std::string_view shapes = "";
        double flops = 0, bytes = 0;
        std::optional<KernelArguments> kernel = std::nullopt;
    };

    TrackId track(TrackKind kind, std::string_view name = "main", std::int64_t thread = 1, std::int64_t process = 10) {
        return trace.addTrack({.kind = kind, .process = process, .thread = thread, .name = trace.dictionary().intern(name)});
    }
    TrackId thread(std::string_view name = "main", std::int64_t number = 1) { return track(TrackKind::Thread, name, number); }
    TrackId stream(std::string_view name = "stream 7", std::int64_t number = 7) { return track(TrackKind::Stream, name, number, 0); }

    void slice(TrackId track, std::string_view name, std::int64_t start, std::int64_t end) { slice(track, name, start, end, Options()); }
    void slice(TrackId track, std::string_view name, std::int64_t start, std::int64_t end, const Options& options) {
        Dictionary& words = trace.dictionary();
        const LabelId label = words.internLabel({words.intern(name), words.intern(options.node), words.intern(options.category), options.phase});
        ArgumentsId arguments = 0;
        if (!options.shapes.empty() || options.flops > 0 || options.bytes > 0 || options.kernel)
            arguments = words.internArguments({.shapes = words.intern(options.shapes),
                                               .flops = options.flops,
                                               .bytes = options.bytes,
                                               .kernel = options.kernel});
        trace.append(track, Slice{start, end - start, label, arguments});
    }
    Trace done() {
        trace.settle();
        return std::move(trace);
    }

    Trace trace;
};

// Like a training run's profile: `steps` steps of operators that nest three deep in layers, forward and backward, with an optimizer and
// a loader beside them. Durations vary; the random numbers are the same on every machine. About 250 slices a step.
template <class Sink>
void writeTraining(Sink& sink, std::int64_t steps, int layers = 20, unsigned seed = 1, double conv3Factor = 1) {
    std::mt19937 random(seed);
    const auto about = [&](double mean) { return static_cast<std::int64_t>(mean * (0.9 + 0.2 * static_cast<double>(random()) / 4294967296.0)); };
    Dictionary& words = sink.dictionary();
    const TrackId main = sink.addTrack({.kind = TrackKind::Thread, .process = 10, .thread = 1, .name = words.intern("trainer")});
    const TrackId loader = sink.addTrack({.kind = TrackKind::Thread, .process = 10, .thread = 2, .name = words.intern("loader")});
    const TrackId phases = sink.addTrack({.kind = TrackKind::Phase, .process = 10, .name = words.intern("phases")});
    const TrackId memory = sink.addTrack({.kind = TrackKind::Counter, .process = 10, .name = words.intern("memory"), .group = 0, .unit = words.intern("B")});
    const auto label = [&](const std::string& name, const std::string& node, Phase phase) {
        return words.internLabel({.name = words.intern(name), .node = words.intern(node), .category = words.intern("cpu_op"), .phase = phase});
    };
    std::int64_t now = 1'000'000;
    for (std::int64_t step = 0; step < steps; ++step) {
        const std::int64_t begin = now;
        const auto phase = [&](Phase what, auto work) {
            const std::int64_t start = now;
            work();
            now += 200;
            sink.append(phases, Slice{start, now - start, label(std::string(nameOf(what)), "", what), 0});
        };
        phase(Phase::Data, [&] {
            sink.append(loader, Slice{now, about(20'000), label("loader::next", "", Phase::Data), 0});
            sink.append(main, Slice{now, 5'000, label("wait", "", Phase::None), 0});
            now += 5'000;
        });
        std::vector<std::int64_t> forwardStarts;
        for (const Phase direction : {Phase::Forward, Phase::Backward})
            phase(direction, [&] {
                for (int i = 0; i < layers; ++i) {
                    const int layer = direction == Phase::Forward ? i : layers - 1 - i;
                    const std::string node = "block/" + std::to_string(layer) + "/conv";
                    const std::string name = direction == Phase::Forward ? "aten::conv2d" : "ConvolutionBackward0";
                    const std::int64_t outer = now;
                    now += about(300);
                    for (const char* inner : {"aten::convolution", "aten::_convolution", "aten::add_"}) {
                        const std::int64_t start = now;
                        const bool slow = layer == 3 && inner == std::string_view("aten::convolution");
                        now += static_cast<std::int64_t>(static_cast<double>(about(4'000)) * (slow ? conv3Factor : 1));
                        const ArgumentsId arguments = words.internArguments(
                            {.shapes = words.intern("[32, " + std::to_string(16 + layer) + ", 28, 28]"), .type = words.intern("fp32"), .flops = 1e6, .bytes = 1e5});
                        sink.append(main, Slice{start + 50, now - start - 100, label("mkldnn", "", Phase::None), 0});
                        sink.append(main, Slice{start, now - start, label(inner, "", Phase::None), arguments});
                        now += about(120);
                    }
                    sink.append(main, Slice{outer, now - outer, label(name, node, direction), 0});
                    if (direction == Phase::Forward)
                        forwardStarts.push_back(outer);
                    else
                        sink.append(Flow{FlowKind::Backward, main, main, forwardStarts[static_cast<std::size_t>(layer)], outer});
                    now += about(100);
                    sink.append(memory, CounterPoint{now, static_cast<double>(1000 * (i + 1))});
                }
            });
        phase(Phase::Optimizer, [&] {
            for (int i = 0; i < layers; ++i) {
                const std::int64_t start = now;
                now += about(1'500);
                sink.append(main, Slice{start, now - start, label("aten::_foreach_add_", "", Phase::None), 0});
                now += about(50);
            }
        });
        sink.append(Step{step, begin, now - begin});
        now += about(1'000);
    }
    sink.setCeilings({.peaks = {{"fp32", 1e12}}, .bytesPerSecond = 1e11});
    sink.setFacts({.source = "seekbench", .device = "cpu", .software = "test", .startedAt = 1e9});
    sink.setLedger({.received = static_cast<std::uint64_t>(steps), .clockResidual = 17});
}

inline Trace trainingTrace(std::int64_t steps, int layers = 20, unsigned seed = 1, double conv3Factor = 1) {
    Trace trace;
    writeTraining(trace, steps, layers, seed, conv3Factor);
    trace.settle();
    return trace;
}

}  // namespace seekbench::test
