// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/advice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/experiment/setting.h"
#include "core/trace/analysis/filter.h"
#include "core/trace/analysis/nesting.h"
#include "core/trace/analysis/roofline.h"
#include "core/trace/analysis/summary.h"
#include "core/trace/analysis/tables.h"

namespace seekbench {
namespace {

// From which part of a step's time on something is worth saying. Below it, even taking all of it away would not be noticed beside the
// usual spread of a step.
constexpr double kData = 0.1, kBookkeeping = 0.15, kCheckpoint = 0.05, kOptimizer = 0.25, kTiny = 0.25, kLost = 0.15, kGaps = 0.1,
                 kValidation = 0.25, kCompute = 0.3;
constexpr std::int64_t kTinyNanoseconds = 5'000;  // an operator that does less than this is mostly its own call
constexpr double kShortStep = 1e6;                // ns: below it, waking other threads costs more than they do
constexpr double kPaysFrom = 1.2;                 // times faster that another precision has to be in the measured ceilings

double percent(double share) { return std::round(1000 * share) / 10; }
double milliseconds(double nanoseconds) { return std::round(nanoseconds / 1e3) / 1e3; }

// All that the rules look at.
struct Figures {
    const Trace& trace;
    const AdviceContext& context;
    std::vector<StepBar> bars;
    std::array<double, kPhases + 1> shares{};
    double step = 0;  // ns, mean
    bool hasAutograd = false;
    double tinyShare = 0, tinyCalls = 0;  // of and for a step
    double loading = 0;                   // ns that the loader's thread works for a step; 0: not known
    double validationShare = 0;           // of steps and validation together
    std::vector<RooflinePoint> points;

    double of(Phase phase) const { return shares[static_cast<std::size_t>(phase)]; }
    double timeOf(Phase phase) const { return milliseconds(of(phase) * step); }
    const TrainingSettings* training() const { return context.experiment ? &context.experiment->training : nullptr; }
    std::int64_t threads() const {  // 0 stands for all cores
        if (!training()) return 0;
        return training()->threads > 0 ? training()->threads : context.cores;
    }
};

Figures figuresOf(const Trace& trace, const AdviceContext& context) {
    Figures figures{trace, context, stepBars(trace)};
    figures.shares = meanShares(figures.bars);
    std::int64_t whole = 0;
    for (const StepBar& bar : figures.bars) whole += bar.step.duration;
    if (figures.bars.empty() || whole == 0) return figures;
    figures.step = static_cast<double>(whole) / static_cast<double>(figures.bars.size());
    const Dictionary& words = trace.dictionary();
    std::int64_t tiny = 0;
    std::uint64_t calls = 0;
    for (const TrackId track : trace.tracks(TrackKind::Thread)) {
        const SliceColumns& slices = trace.slices(track);
        const Nesting nesting = nestingOf(slices);
        for (std::size_t i = 0; i < slices.size(); ++i) {
            const LabelId label = slices.labels()[i];
            const std::string_view category = words.text(words.label(label).category);
            if (category == "loader") figures.loading += static_cast<double>(slices.durations()[i]);
            if (category != "cpu_op" && category != kHostKernel) continue;
            if (words.nameOf(label).ends_with("Backward0")) figures.hasAutograd = true;
            if (slices.durations()[i] >= kTinyNanoseconds) continue;
            tiny += nesting.self[i];
            ++calls;
        }
    }
    figures.loading /= static_cast<double>(figures.bars.size());
    figures.tinyShare = static_cast<double>(tiny) / static_cast<double>(whole);
    figures.tinyCalls = static_cast<double>(calls) / static_cast<double>(figures.bars.size());
    std::int64_t validation = 0;
    for (const PhaseSpan& phase : phaseTimeline(trace))
        if (phase.phase == Phase::Validation) validation += phase.span.duration();
    figures.validationShare = static_cast<double>(validation) / static_cast<double>(validation + whole);
    figures.points = rooflinePoints(trace);
    return figures;
}

using Found = std::vector<Advice>;

void waitsForData(const Figures& f, Found& found) {
    const double share = f.of(Phase::Data);
    if (share < kData) return;
    Advice advice{.id = "loader_bound",
                  .finding = say("The trainer waits for data %1 % of the time: %2 ms of a step's %3 ms.", percent(share),
                                 f.timeOf(Phase::Data), milliseconds(f.step)),
                  .remedy = say("Make the samples cheaper: fewer or simpler augmentations, smaller pictures, a dataset on a faster disk."),
                  .evidence = {{phrase("Waiting for data"), percent(share), "%"}, {phrase("A step"), milliseconds(f.step), "ms"}},
                  .share = share};
    if (f.loading > 0) advice.evidence.push_back({phrase("The loader's thread at work"), milliseconds(f.loading), "ms"});
    // The loader has one thread of its own; where all cores compute, it has to share one with them.
    if (f.threads() > 1 && f.threads() >= f.context.cores) {
        advice.remedy =
            say("Leave a core to the loader's own thread by computing with one thread less; or make the samples cheaper: fewer "
                "augmentations, smaller pictures.");
        advice.changes = {{"training.threads", std::to_string(f.threads() - 1)}};
    }
    found.push_back(std::move(advice));
}

void computesWithAutograd(const Figures& f, Found& found) {
    if (!f.hasAutograd || !f.training() || f.training()->engine != EngineChoice::Reference) return;
    const double share = f.of(Phase::Forward) + f.of(Phase::Loss) + f.of(Phase::Backward) + f.of(Phase::Optimizer);
    found.push_back({.id = "reference_engine",
                     .finding = say("The reference engine computes: %1 % of a step goes through LibTorch's autograd, operator by operator.",
                                    percent(share)),
                     .remedy = say("Let the compiled engine compute: it fuses layers and plans its memory beforehand."),
                     .evidence = {{phrase("Forward, loss, backward, update"), percent(share), "%"}},
                     .share = share,
                     .changes = {{"training.engine", "compiled"}}});
}

void callsTinyOperators(const Figures& f, Found& found) {
    if (f.tinyShare < kTiny || f.tinyCalls < 20) return;
    Advice advice{.id = "tiny_operators",
                  .finding = say("%1 calls in each step take less than %2 µs; together they are %3 % of its time, most of it calling.",
                                 std::round(f.tinyCalls), kTinyNanoseconds / 1000, percent(f.tinyShare)),
                  .remedy = say("Give each call more to do with a larger batch. The learning rate may have to grow with it."),
                  .evidence = {{phrase("Calls in a step"), std::round(f.tinyCalls), ""}, {phrase("Their time"), percent(f.tinyShare), "%"}},
                  .share = f.tinyShare,
                  .learnsDifferently = true};
    if (f.training()) advice.changes = {{"training.batch_size", std::to_string(4 * f.training()->batchSize)}};
    found.push_back(std::move(advice));
}

void usesThreadsBadly(const Figures& f, Found& found) {
    if (!f.training() || f.context.cores < 2 || f.training()->device != "cpu") return;
    const double computing = f.of(Phase::Forward) + f.of(Phase::Loss) + f.of(Phase::Backward) + f.of(Phase::Optimizer);
    if (f.threads() == 1 && f.step >= kShortStep)
        found.push_back(
            {.id = "one_thread",
             .finding = say("One thread computes for %1 ms of a step, and the machine has %2 cores.", milliseconds(computing * f.step),
                            f.context.cores),
             .remedy = say("Compute with all cores."),
             .evidence = {{phrase("Computing"), percent(computing), "%"}, {phrase("Cores"), static_cast<double>(f.context.cores), ""}},
             .share = computing * (1 - 1 / static_cast<double>(f.context.cores)),
             .changes = {{"training.threads", "0"}}});
    if (f.threads() > 1 && f.step < kShortStep)
        found.push_back(
            {.id = "short_step",
             .finding = say("A step takes %1 ms; waking %2 threads for each of its operators may cost more than they do.",
                            milliseconds(f.step), f.threads()),
             .remedy = say("Compute with one thread."),
             .evidence = {{phrase("A step"), milliseconds(f.step), "ms"}, {phrase("Threads"), static_cast<double>(f.threads()), ""}},
             .share = computing / 2,
             .changes = {{"training.threads", "1"}}});
}

void couldUseHalfPrecision(const Figures& f, Found& found) {
    if (!f.training() || f.training()->precision != Precision::Float32) return;
    const auto peakOf = [&](std::string_view type) {
        const auto peak = std::ranges::find(f.trace.ceilings().peaks, type, &Ceilings::Peak::type);
        return peak == f.trace.ceilings().peaks.end() ? 0.0 : peak->flopsPerSecond;
    };
    const double single = peakOf("fp32"), half = peakOf("bf16");
    if (single <= 0 || half < kPaysFrom * single) return;
    std::int64_t bound = 0;
    for (const RooflinePoint& point : f.points)
        if (!point.memoryBound && point.type == "fp32") bound += point.time;
    const double share = static_cast<double>(bound) / (f.step * static_cast<double>(f.bars.size()));
    if (share < kCompute) return;
    found.push_back(
        {.id = "bf16",
         .finding = say("%1 % of the time goes into layers that the speed of arithmetic bounds, in fp32; this machine multiplies "
                        "matrices %2 times as fast in bf16.",
                        percent(share), std::round(10 * half / single) / 10),
         .remedy = say("Compute in bf16. The weights stay in fp32; check that the loss falls as before."),
         .evidence = {{phrase("In layers bound by arithmetic"), percent(share), "%"},
                      {phrase("bf16 against fp32, measured"), half / single, "x"}},
         .share = share * (1 - single / half),
         .changes = {{"training.precision", "bf16"}},
         .learnsDifferently = true});
}

void keepsBooks(const Figures& f, Found& found) {
    if (const double share = f.of(Phase::Bookkeeping); share >= kBookkeeping) {
        Advice advice{.id = "bookkeeping",
                      .finding = say("%1 % of a step, %2 ms, goes into metrics, the journal and what else lies around the training itself.",
                                     percent(share), f.timeOf(Phase::Bookkeeping)),
                      .remedy = say("Give each step more to do with a larger batch."),
                      .evidence = {{phrase("Bookkeeping"), percent(share), "%"}, {phrase("A step"), milliseconds(f.step), "ms"}},
                      .share = share};
        if (f.context.experiment && !f.context.experiment->metrics.empty()) {
            advice.remedy = say("Leave out metrics that you do not look at: each is computed on every batch.");
            for (const std::string& metric : f.context.experiment->metrics) advice.changes.emplace_back("metrics." + metric, "false");
        }
        found.push_back(std::move(advice));
    }
    if (f.training() && f.training()->detectAnomalies)
        found.push_back(
            {.id = "detect_anomalies",
             .finding = say("Every layer's gradients are looked at for numbers that are not finite, which takes about as long as "
                            "the training itself."),
             .remedy = say("Switch the search for anomalies off until you need it."),
             .evidence = {{phrase("Forward and backward"), percent(f.of(Phase::Forward) + f.of(Phase::Backward)), "%"}},
             .share = (f.of(Phase::Forward) + f.of(Phase::Backward)) / 2,
             .changes = {{"training.detect_anomalies", "false"}}});
    if (const double share = f.of(Phase::Checkpoint); share >= kCheckpoint) {
        Advice advice{.id = "checkpoints",
                      .finding = say("%1 % of the time the weights are copied for checkpoints.", percent(share)),
                      .remedy = say("Write checkpoints less often; then a crash loses more steps."),
                      .evidence = {{phrase("Checkpoints"), percent(share), "%"}},
                      .share = share};
        if (f.training() && f.training()->checkpointInterval > 0)
            advice.changes = {{"training.checkpoint_interval", std::to_string(10 * f.training()->checkpointInterval)}};
        found.push_back(std::move(advice));
    }
}

void updatesOften(const Figures& f, Found& found) {
    const double share = f.of(Phase::Optimizer);
    if (share < kOptimizer) return;
    Advice advice{.id = "optimizer",
                  .finding = say("The update of the weights takes %1 % of a step, %2 ms, whatever the size of the batch.", percent(share),
                                 f.timeOf(Phase::Optimizer)),
                  .remedy = say("Update less often with a larger batch. The learning rate may have to grow with it."),
                  .evidence = {{phrase("Optimizer"), percent(share), "%"}},
                  .share = share / 2,
                  .learnsDifferently = true};
    if (f.training()) advice.changes = {{"training.batch_size", std::to_string(2 * f.training()->batchSize)}};
    found.push_back(std::move(advice));
}

void validatesMuch(const Figures& f, Found& found) {
    if (f.validationShare < kValidation) return;
    found.push_back({.id = "validation",
                     .finding = say("Validation takes %1 % of the time of this profile.", percent(f.validationShare)),
                     .remedy = say("Hold out fewer samples, or let an epoch have more training samples: it is validated once an epoch."),
                     .evidence = {{phrase("Validation"), percent(f.validationShare), "%"}},
                     .share = f.validationShare});
}

void losesTimeInALayer(const Figures& f, Found& found) {
    if (f.points.empty()) return;
    const RooflinePoint& worst = f.points.front();
    const double each = static_cast<double>(worst.lost) / static_cast<double>(f.bars.size()), share = each / f.step;
    if (share < kLost) return;
    found.push_back(
        {.id = "slow_layer",
         .finding = say("The layer %1 (%2, %3) takes %4 ms of a step more than this machine needs for its work; it reaches %5 % of "
                        "the measured ceiling.",
                        worst.node, worst.name, nameOf(worst.phase), milliseconds(each), percent(worst.efficiency)),
         .remedy = say("Begin with this layer: another size, kernel or position in the network may fit the machine better."),
         .evidence = {{phrase("Lost in a step"), milliseconds(each), "ms"}, {phrase("Of the ceiling"), percent(worst.efficiency), "%"}},
         .share = share});
}

void standsIdle(const Figures& f, Found& found) {
    const double share = f.shares[kPhases];
    if (share < kGaps) return;
    found.push_back({.id = "gaps",
                     .finding = say("For %1 % of a step nobody says what is done.", percent(share)),
                     .remedy = say("See the list by gap: seekbench-cli profile show --by gap"),
                     .evidence = {{phrase("Gaps"), percent(share), "%"}},
                     .share = share});
}

// By degrees of freedom, two-sided, 95 %; beyond the table the normal distribution's value is near enough.
double studentsT(std::size_t degrees) {
    constexpr double kValues[] = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228};
    return degrees == 0 ? std::numeric_limits<double>::infinity() : degrees <= std::size(kValues) ? kValues[degrees - 1] : 2.1;
}

}  // namespace

std::vector<Advice> adviceFor(const Trace& trace, const AdviceContext& context) {
    const Figures figures = figuresOf(trace, context);
    Found found;
    if (figures.step <= 0) return found;
    for (const auto rule : {waitsForData, computesWithAutograd, callsTinyOperators, usesThreadsBadly, couldUseHalfPrecision, keepsBooks,
                            updatesOften, validatesMuch, losesTimeInALayer, standsIdle})
        rule(figures, found);
    // What the experiment does not accept (a batch larger than the dataset, bf16 with a layer that has no such kernel) is no advice to try.
    for (Advice& advice : found) {
        if (advice.changes.empty()) continue;
        const auto changed =
            context.experiment ? withAdvice(*context.experiment, advice) : Result<Experiment>(Error(ErrorCode::NotFound, {}));
        if (!changed || *changed == *context.experiment || check(*changed).hasErrors()) advice.changes.clear();
    }
    std::ranges::stable_sort(found, std::greater(), &Advice::share);
    return found;
}

std::string changesText(const Advice& advice) {
    std::string text;
    for (const auto& [place, value] : advice.changes) text += (text.empty() ? "" : ", ") + place + " = " + value;
    return text;
}

Result<Experiment> withAdvice(const Experiment& experiment, const Advice& advice) {
    Experiment changed = experiment;
    for (const auto& [place, value] : advice.changes)
        if (auto set = setSettingFromText(changed, place, value); !set) return set.error();
    return changed;
}

TrialGain gainOf(std::span<const double> before, std::span<const double> with) {
    TrialGain gain{.pairs = std::min(before.size(), with.size())};
    std::vector<double> logarithms;
    for (std::size_t i = 0; i < gain.pairs; ++i) logarithms.push_back(std::log(before[i] / with[i]));
    gain.low = 0;
    gain.high = std::numeric_limits<double>::infinity();
    if (logarithms.empty()) return gain;
    const auto count = static_cast<double>(gain.pairs);
    const double mean = std::accumulate(logarithms.begin(), logarithms.end(), 0.0) / count;
    gain.factor = std::exp(mean);
    gain.least = std::exp(std::ranges::min(logarithms));
    gain.most = std::exp(std::ranges::max(logarithms));
    if (gain.pairs < 2) return gain;
    double squares = 0;
    for (const double logarithm : logarithms) squares += (logarithm - mean) * (logarithm - mean);
    const double half = studentsT(gain.pairs - 1) * std::sqrt(squares / (count - 1) / count);
    gain.low = std::exp(mean - half);
    gain.high = std::exp(mean + half);
    return gain;
}

Message sentenceOf(const TrialGain& gain) {
    const auto rounded = [](double value) { return std::round(100 * value) / 100; };
    switch (gain.verdict()) {
        case TrialGain::Verdict::Faster:
            return say("It is %1 times as fast with the change (95 % confidence: %2 to %3; %4 pairs of trainings, %5 to %6).",
                       rounded(gain.factor), rounded(gain.low), rounded(gain.high), gain.pairs, rounded(gain.least), rounded(gain.most));
        case TrialGain::Verdict::Slower:
            return say("It is slower with the change: %1 times as fast (95 % confidence: %2 to %3; %4 pairs of trainings, %5 to %6).",
                       rounded(gain.factor), rounded(gain.low), rounded(gain.high), gain.pairs, rounded(gain.least), rounded(gain.most));
        case TrialGain::Verdict::WithinNoise: break;
    }
    return say("No gain can be told from the noise: %1 times as fast (95 % confidence: %2 to %3; %4 pairs of trainings, %5 to %6).",
               rounded(gain.factor), rounded(gain.low), rounded(gain.high), gain.pairs, rounded(gain.least), rounded(gain.most));
}

}  // namespace seekbench
