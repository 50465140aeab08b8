// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/difference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

#include "core/base/message.h"
#include "core/evaluation/intervals.h"
#include "core/trace/analysis/filter.h"
#include "core/trace/analysis/summary.h"
#include "core/trace/analysis/tables.h"

namespace seekbench {
namespace {

constexpr std::size_t kFewestSteps = 3;
constexpr std::size_t kMostSteps = 4096;  // the last ones of a longer profile: more make no mean better
constexpr double kLevel = 0.05;

using Key = std::tuple<std::string, std::string, std::string>;  // node, name, shapes
// What a row has in the steps it occurs in, in their order: most rows of a large trace occur in few.
struct Samples {
    struct Sample {
        std::uint32_t step;
        double time = 0, calls = 0;
    };
    std::vector<Sample> samples;
    Sample& at(std::size_t step) {
        const auto number = static_cast<std::uint32_t>(step);
        auto place = samples.end();  // nearly always the last one or a new one
        if (!samples.empty() && samples.back().step >= number) place = std::ranges::lower_bound(samples, number, {}, &Sample::step);
        if (place == samples.end() || place->step != number) place = samples.insert(place, Sample{number});
        return *place;
    }
    void add(const Samples& other) {
        if (samples.empty())
            samples = other.samples;
        else
            for (const Sample& sample : other.samples) {
                Sample& mine = at(sample.step);
                mine.time += sample.time;
                mine.calls += sample.calls;
            }
    }
    // One value for each step.
    std::vector<double> all(double Sample::*value, std::size_t steps) const {
        std::vector<double> values(steps);
        for (const Sample& sample : samples) values[sample.step] = sample.*value;
        return values;
    }
};
using Rows = std::map<Key, Samples>;

// Rows by numbers first: texts are long.
using NumberedKey = std::tuple<StringId, StringId, StringId>;

// The time of each row in each step. `keyOf(track, slice)` says to which row a slice belongs, `spread(key, add)` calls add(Key) for each
// row that the numbers stand for.
template <class KeyOf, class Spread>
Rows rowsWith(const Trace& trace, const std::vector<Step>& steps, KeyOf keyOf, Spread spread) {
    std::map<NumberedKey, Samples> numbered;
    const auto sampleOf = [&](TrackId track, std::uint32_t slice) -> Samples& { return numbered[keyOf(track, slice)]; };
    const auto eachStep = [&](std::int64_t from, std::int64_t to, auto use) {
        auto step = std::ranges::upper_bound(steps, from, {}, [](const Step& s) { return s.span().end; });
        for (; step != steps.end() && step->start < to; ++step)
            use(static_cast<std::size_t>(step - steps.begin()), std::max(from, step->start), std::min(to, step->span().end));
    };
    for (const TrackId track : trace.tracks(TrackKind::Thread)) {
        const auto begins = [&](std::uint32_t slice) {
            const std::int64_t start = trace.slices(track).starts()[slice];
            eachStep(start, start + 1, [&](std::size_t step, std::int64_t, std::int64_t) { ++sampleOf(track, slice).at(step).calls; });
        };
        const auto works = [&](std::uint32_t slice, std::int64_t from, std::int64_t to) {
            eachStep(from, to, [&](std::size_t step, std::int64_t begin, std::int64_t end) {
                sampleOf(track, slice).at(step).time += static_cast<double>(end - begin);
            });
        };
        struct Visitor {
            const decltype(begins)& onEnter;
            const decltype(works)& onSelf;
            void enter(std::uint32_t slice, std::uint32_t, std::uint32_t) { onEnter(slice); }
            void self(std::uint32_t slice, std::uint32_t, std::int64_t from, std::int64_t to) { onSelf(slice, from, to); }
            void leave(std::uint32_t, std::uint32_t) {}
        };
        sweep(trace.slices(track), TimeSpan::everything(), Visitor{begins, works});
    }
    const auto streams = trace.tracks(TrackKind::Stream);
    const SharedTime shared(trace, streams);
    for (const TrackId track : streams)
        for (std::uint32_t i = 0; i < trace.slices(track).size(); ++i) {
            const std::int64_t start = trace.slices(track).starts()[i];
            eachStep(start, start + 1, [&](std::size_t step, std::int64_t, std::int64_t) { ++sampleOf(track, i).at(step).calls; });
            eachStep(start, trace.slices(track).end(i), [&](std::size_t step, std::int64_t begin, std::int64_t end) {
                sampleOf(track, i).at(step).time += shared.between(begin, end);
            });
        }
    Rows rows;
    for (const auto& entry : numbered) spread(entry.first, [&](Key key) { rows[std::move(key)].add(entry.second); });
    return rows;
}

Rows rowsOf(const Trace& trace, const std::vector<Step>& steps) {
    const Dictionary& words = trace.dictionary();
    const Attribution attribution(trace);
    return rowsWith(
        trace, steps,
        [&](TrackId track, std::uint32_t slice) {
            const Slice value = trace.slices(track)[slice];
            return std::tuple(attribution.of(track, slice).node, words.label(value.label).name, words.arguments(value.arguments).shapes);
        },
        [&](const NumberedKey& key, const auto& add) {
            const auto& [node, name, shapes] = key;
            add(Key{words.text(node), words.text(name), words.text(shapes)});
        });
}

// The same for layers: of each phase of a layer, and of all there is in each node around it.
Rows layersOf(const Trace& trace, const std::vector<Step>& steps) {
    const Attribution attribution(trace);
    return rowsWith(
        trace, steps,
        [&](TrackId track, std::uint32_t slice) {
            const Scope& scope = attribution.of(track, slice);
            return std::tuple(scope.node, static_cast<StringId>(scope.phase), StringId{0});
        },
        [&](const NumberedKey& key, const auto& add) {
            const std::string node(trace.dictionary().text(std::get<0>(key)));
            add(Key{node, std::string(nameOf(static_cast<Phase>(std::get<1>(key)))), {}});
            add(Key{node, {}, {}});
            for (std::size_t slash = node.rfind('/'); slash != std::string::npos && slash > 0; slash = node.rfind('/', slash - 1))
                add(Key{node.substr(0, slash), {}, {}});
        });
}

std::vector<Step> lastStepsOf(const Trace& trace) {
    auto steps = stepsOf(trace);
    if (steps.size() > kMostSteps) steps.erase(steps.begin(), steps.end() - kMostSteps);
    return steps;
}

double averageOf(const std::vector<double>& values) {
    return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

struct Mean {
    double mean = 0, variance = 0;  // of the mean
    double freedom = 0;
};

Mean meanOf(const std::vector<double>& values) {
    Mean result;
    if (values.empty()) return result;
    const auto count = static_cast<double>(values.size());
    result.mean = averageOf(values);
    if (values.size() < 2) return result;
    double squares = 0;
    for (const double value : values) squares += (value - result.mean) * (value - result.mean);
    const double worth = std::clamp(effectiveCount(values), 2.0, count);
    result.variance = squares / (count - 1) / worth;
    result.freedom = worth - 1;
    return result;
}

// Fills means and interval; gives the probability of such a difference when nothing changed.
double compare(const std::vector<double>& before, const std::vector<double>& after, DifferenceRow& row) {
    const Mean a = meanOf(before), b = meanOf(after);
    row.before = a.mean;
    row.after = b.mean;
    const double variance = a.variance + b.variance;
    const bool known = before.size() >= kFewestSteps && after.size() >= kFewestSteps;
    if (!known || variance <= 0) {
        row.low = row.high = row.change();
        if (!known) {
            row.low = -std::numeric_limits<double>::infinity();
            row.high = std::numeric_limits<double>::infinity();
        }
        return known && row.change() != 0 ? 0 : 1;
    }
    // Welch and Satterthwaite.
    const double freedom =
        variance * variance / (a.variance * a.variance / std::max(a.freedom, 1.0) + b.variance * b.variance / std::max(b.freedom, 1.0));
    const double error = std::sqrt(variance), bound = studentBound(freedom) * error;
    row.low = row.change() - bound;
    row.high = row.change() + bound;
    return studentTail(row.change() / error, freedom);
}

// Regularized incomplete beta function I_x(a, b) by its continued fraction (Lentz's method; DLMF 8.17.22).
double incompleteBeta(double x, double a, double b) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);  // where the fraction converges fast
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x)) / a;
    constexpr double kTiny = 1e-300;
    double c = 1, d = 1 - (a + b) * x / (a + 1);
    d = 1 / (std::abs(d) < kTiny ? kTiny : d);
    double fraction = d;
    for (int m = 1; m < 500; ++m) {
        for (const double numerator :
             {m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))}) {
            d = 1 + numerator * d;
            d = 1 / (std::abs(d) < kTiny ? kTiny : d);
            c = 1 + numerator / c;
            if (std::abs(c) < kTiny) c = kTiny;
            fraction *= c * d;
        }
        if (std::abs(c * d - 1) < 1e-14) break;
    }
    return front * fraction;
}

struct VerdictWords {
    std::string_view name, label;
};
constexpr std::array<VerdictWords, 6> kVerdictWords{{
    {"same", phrase("No change beyond the noise")},
    {"faster", phrase("Faster")},
    {"slower", phrase("Slower")},
    {"appeared", phrase("Only in the second profile")},
    {"vanished", phrase("Only in the first profile")},
    {"unknown", phrase("Too few steps to tell")},
}};
static_assert(kVerdictWords.size() == static_cast<std::size_t>(DifferenceRow::Verdict::Unknown) + 1);

DifferenceRow::Verdict verdictOf(const DifferenceRow& row) {
    return row.change() > 0 ? DifferenceRow::Verdict::Slower : DifferenceRow::Verdict::Faster;
}

}  // namespace

std::string_view nameOf(DifferenceRow::Verdict verdict) { return kVerdictWords[static_cast<std::size_t>(verdict)].name; }
std::string_view labelOf(DifferenceRow::Verdict verdict) { return kVerdictWords[static_cast<std::size_t>(verdict)].label; }

double studentTail(double t, double freedom) { return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5); }

double studentBound(double freedom) {
    double low = 0, high = 1e4;
    for (int i = 0; i < 100; ++i) (studentTail((low + high) / 2, freedom) > kLevel ? low : high) = (low + high) / 2;
    return (low + high) / 2;
}

namespace {

// `rowsIn(trace, steps)` says what is compared.
template <class RowsIn>
Difference compareAll(const Trace& before, const Trace& after, RowsIn rowsIn) {
    using Verdict = DifferenceRow::Verdict;
    const auto stepsBefore = lastStepsOf(before), stepsAfter = lastStepsOf(after);
    Rows a = rowsIn(before, stepsBefore), b = rowsIn(after, stepsAfter);
    Difference difference{.rows = {}, .step = {}, .stepsBefore = stepsBefore.size(), .stepsAfter = stepsAfter.size()};
    const bool known = stepsBefore.size() >= kFewestSteps && stepsAfter.size() >= kFewestSteps;

    std::map<Key, std::pair<Samples*, Samples*>> pairs;
    for (auto& [key, samples] : a) pairs[key].first = &samples;
    for (auto& [key, samples] : b) pairs[key].second = &samples;
    std::vector<std::pair<double, std::size_t>> probabilities;
    for (auto& [key, pair] : pairs) {
        DifferenceRow& row = difference.rows.emplace_back();
        std::tie(row.node, row.name, row.shapes) = key;
        const auto values = [](const Samples* samples, double Samples::Sample::*value, std::size_t steps) {
            return samples ? samples->all(value, steps) : std::vector<double>();
        };
        const double probability = compare(values(pair.first, &Samples::Sample::time, stepsBefore.size()),
                                           values(pair.second, &Samples::Sample::time, stepsAfter.size()), row);
        row.callsBefore = averageOf(values(pair.first, &Samples::Sample::calls, stepsBefore.size()));
        row.callsAfter = averageOf(values(pair.second, &Samples::Sample::calls, stepsAfter.size()));
        if (!pair.first || !pair.second) {
            row.verdict = pair.first ? Verdict::Vanished : Verdict::Appeared;
            row.low = row.high = row.change();
        } else if (known) {
            row.verdict = Verdict::Same;
            probabilities.emplace_back(probability, difference.rows.size() - 1);
        }
    }
    // Holm: the smallest probability is held against 5 % / n, the next against 5 % / (n − 1) …, until one does not stand it.
    std::ranges::sort(probabilities);
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        if (probabilities[i].first > kLevel / static_cast<double>(probabilities.size() - i)) break;
        DifferenceRow& row = difference.rows[probabilities[i].second];
        row.verdict = verdictOf(row);
    }
    std::ranges::stable_sort(difference.rows, std::greater(), [](const DifferenceRow& row) { return std::abs(row.change()); });

    std::vector<double> wallBefore, wallAfter;
    for (const Step& step : stepsBefore) wallBefore.push_back(static_cast<double>(step.duration));
    for (const Step& step : stepsAfter) wallAfter.push_back(static_cast<double>(step.duration));
    const double probability = compare(wallBefore, wallAfter, difference.step);
    difference.step.callsBefore = difference.step.callsAfter = 1;
    if (known) difference.step.verdict = probability <= kLevel ? verdictOf(difference.step) : Verdict::Same;
    return difference;
}

}  // namespace

Difference differenceOf(const Trace& before, const Trace& after) { return compareAll(before, after, rowsOf); }
Difference layerDifferenceOf(const Trace& before, const Trace& after) { return compareAll(before, after, layersOf); }

}  // namespace seekbench
