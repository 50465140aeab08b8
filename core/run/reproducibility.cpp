// SPDX-License-Identifier: Apache-2.0
#include "core/run/reproducibility.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <set>

#include "core/run/metric.h"

namespace seekbench {
namespace {

using Grade = ReproducibilityGrade;

constexpr std::array kCompared{series::kTrainLoss, series::kGradientNorm, series::kValidationLoss};
constexpr double kSmallestLoss = 1e-3;

bool sameBits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) || (std::isnan(a) && std::isnan(b));
}

// As a share of the larger value.
double distance(double a, double b) {
    if (sameBits(a, b)) return 0;
    if (!std::isfinite(a) || !std::isfinite(b)) return std::numeric_limits<double>::infinity();
    return std::abs(a - b) / std::max({std::abs(a), std::abs(b), kSmallestLoss});
}

std::optional<double> valueAt(const RunEvidence::Values& values, std::int64_t step) {
    const auto found = values.find(step);
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

bool equal(std::optional<double> a, std::optional<double> b) { return a.has_value() == b.has_value() && (!a || sameBits(*a, *b)); }

// The first step of a checkpoint that both have and whose tensors differ.
std::optional<std::int64_t> firstDifferentCheckpoint(const RunEvidence& a, const RunEvidence& b) {
    for (const auto& [step, record] : a.checkpoints) {
        const auto other = b.checkpoints.find(step);
        if (other == b.checkpoints.end()) continue;
        if (record.weights != other->second.weights || record.optimizer != other->second.optimizer) return step;
    }
    return std::nullopt;
}

template <class Field>
std::set<Field> fieldsOf(const RunEvidence& run, Field ComputingPlace::*field) {
    std::set<Field> values;
    for (const ComputingPlace& place : run.places) values.insert(place.*field);
    return values;
}

std::string listed(const std::set<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + text;
    return list;
}

std::string listed(const std::set<std::uint32_t>& numbers) {
    std::set<std::string> texts;
    for (const std::uint32_t number : numbers) texts.insert(std::to_string(number));
    return listed(texts);
}

// What the two were computed with that differs.
std::vector<Grade::Reason> reasonsOf(const RunEvidence& a, const RunEvidence& b) {
    std::vector<Grade::Reason> reasons;
    const auto compare = [&](auto field, Grade::Cause cause, const char* sentence) {
        const auto inA = fieldsOf(a, field), inB = fieldsOf(b, field);
        if (inA != inB || inA.size() > 1) reasons.push_back({cause, say(sentence, listed(inA), listed(inB))});
    };
    auto dataA = fieldsOf(a, &ComputingPlace::data), dataB = fieldsOf(b, &ComputingPlace::data);
    for (auto* data : {&dataA, &dataB}) data->erase("");  // of an older Seekbench: not known
    if (!dataA.empty() && !dataB.empty() && (dataA != dataB || dataA.size() > 1))
        reasons.push_back({Grade::Cause::Data, say("The data has changed between the two.")});
    compare(&ComputingPlace::device, Grade::Cause::Device,
            phrase("They were computed on different devices: %1 and %2. Each adds up in an order of its own.").data());
    compare(&ComputingPlace::threads, Grade::Cause::Threads,
            phrase("They were computed with different numbers of threads: %1 and %2. The order of additions depends on it.").data());
    compare(&ComputingPlace::software, Grade::Cause::Software,
            phrase("They were computed by different versions: %1 and %2. Nobody promises the same bits across versions.").data());
    compare(&ComputingPlace::host, Grade::Cause::Machine,
            phrase("They were computed on different computers: %1 and %2. Libraries choose their code by the processor.").data());
    if (reasons.empty())
        reasons.push_back(
            {Grade::Cause::Operator,
             say("Data, device, threads and versions are the same: a layer of the network does not give the same bits twice.")});
    return reasons;
}

double greatestDistance(const RunEvidence& a, const RunEvidence& b) {
    double greatest = 0;
    for (const std::string_view name : kCompared)
        for (const auto& [step, value] : a.valuesOf(name))
            if (const auto other = valueAt(b.valuesOf(name), step)) greatest = std::max(greatest, distance(value, *other));
    return greatest;
}

// Of the values that both have.
std::optional<ValueDifference> firstUnequalValue(const RunEvidence& a, const RunEvidence& b) {
    std::optional<ValueDifference> first;
    for (const std::string_view name : kCompared) {
        for (const auto& [step, value] : a.valuesOf(name)) {
            if (first && first->step <= step) break;
            const auto other = valueAt(b.valuesOf(name), step);
            if (other && !sameBits(value, *other)) first = ValueDifference{std::string(name), step, value, other};
        }
    }
    return first;
}

std::int64_t commonSteps(const RunEvidence& a, const RunEvidence& b) {
    const auto& other = b.valuesOf(series::kTrainLoss);
    return std::ranges::count_if(a.valuesOf(series::kTrainLoss), [&](const auto& entry) { return other.contains(entry.first); });
}

}  // namespace

std::span<const std::string_view> comparedSeries() { return kCompared; }

void RunEvidence::apply(const Packet& packet) {
    if (const auto* started = std::get_if<AttemptStarted>(&packet)) {
        m_names.clear();
        const ComputingPlace place{started->device, started->software, started->host, started->threads, started->dataFingerprint};
        if (std::ranges::find(places, place) == places.end()) places.push_back(place);
    }
    if (const auto* declared = std::get_if<SeriesDeclared>(&packet))
        if (std::ranges::find(kCompared, declared->name) != kCompared.end()) m_names[declared->index] = declared->name;
    const auto* batch = std::get_if<MetricBatch>(&packet);
    if (!batch) return;
    for (const MetricBatch::Column& column : batch->columns) {
        const auto name = m_names.find(column.series);
        if (name == m_names.end()) continue;
        const bool isLoss = name->second == series::kTrainLoss;
        Values& known = values[name->second];
        for (std::size_t i = 0; i < column.values.size(); ++i) {
            const auto [place, isNew] = known.insert({batch->steps[i], column.values[i]});
            if (isNew) continue;
            repeatedSteps += isLoss;
            if (!sameBits(place->second, column.values[i]) && (!firstUnequalRepeat || batch->steps[i] < *firstUnequalRepeat))
                firstUnequalRepeat = batch->steps[i];
            place->second = column.values[i];
        }
    }
}

const RunEvidence::Values& RunEvidence::valuesOf(std::string_view series) const {
    static const Values none;
    const auto found = values.find(series);
    return found == values.end() ? none : found->second;
}

std::string computationOf(const Experiment& experiment) {
    Experiment anywhere = experiment;
    anywhere.training.threads = 1;
    anywhere.training.device = "cpu";
    return fingerprintOf(anywhere);
}

std::optional<ValueDifference> firstDifferentValue(const RunEvidence& a, const RunEvidence& b, std::int64_t first, std::int64_t last) {
    std::optional<ValueDifference> difference;
    for (const std::string_view name : kCompared) {
        const auto& inA = a.valuesOf(name);
        const auto& inB = b.valuesOf(name);
        const bool everyStep = name != series::kValidationLoss;
        for (std::int64_t step = first; step <= last && !(difference && difference->step <= step); ++step) {
            const auto left = valueAt(inA, step), right = valueAt(inB, step);
            if (!equal(left, right) || (everyStep && !left)) difference = ValueDifference{std::string(name), step, left, right};
        }
    }
    return difference;
}

std::string_view nameOf(Grade::Letter letter) {
    constexpr std::array<std::string_view, 4> kNames{"A", "B", "C", "none"};
    return kNames[static_cast<std::size_t>(letter)];
}

std::string_view nameOf(Grade::Cause cause) {
    constexpr std::array<std::string_view, 6> kNames{"device", "threads", "software", "machine", "data", "operator"};
    return kNames[static_cast<std::size_t>(cause)];
}

Grade gradeOf(const RunEvidence& a, const RunEvidence& b, double tolerance) {
    Grade grade;
    if (a.computation != b.computation) {
        grade.verdict = say("The two runs are of different experiments, so there is nothing to grade.");
        return grade;
    }
    grade.steps = commonSteps(a, b);
    if (grade.steps == 0) {
        grade.verdict = say("The two runs have no step in common yet.");
        return grade;
    }
    grade.first = firstUnequalValue(a, b);
    const auto checkpoint = firstDifferentCheckpoint(a, b);
    if (!grade.first && !checkpoint) {
        grade.letter = Grade::Letter::A;
        grade.verdict = say("Grade A: equal to the bit over %1 steps.", grade.steps);
        return grade;
    }
    grade.greatest = greatestDistance(a, b);
    grade.reasons = reasonsOf(a, b);
    grade.letter = grade.greatest <= tolerance ? Grade::Letter::B : Grade::Letter::C;
    const std::int64_t parted = std::min(grade.first ? grade.first->step : std::numeric_limits<std::int64_t>::max(),
                                         checkpoint ? *checkpoint : std::numeric_limits<std::int64_t>::max());
    grade.verdict = grade.letter == Grade::Letter::B
                        ? say("Grade B: the numbers part at step %1 and stay within %2 of each other's size over %3 steps.", parted,
                              grade.greatest, grade.steps)
                        : say("Grade C: the numbers part at step %1 and come to differ by %2 of their size within %3 steps.", parted,
                              grade.greatest, grade.steps);
    return grade;
}

Grade gradeOfRepeats(const RunEvidence& run) {
    Grade grade;
    grade.steps = run.repeatedSteps;
    if (run.repeatedSteps == 0) {
        grade.verdict = say("The run has repeated no step; run it again to compare.");
    } else if (!run.firstUnequalRepeat) {
        grade.letter = Grade::Letter::A;
        grade.verdict = say("Grade A: the %1 steps that the run repeated after a break came out equal to the bit.", run.repeatedSteps);
    } else {
        grade.letter = Grade::Letter::C;
        grade.verdict = say("Grade C: of the %1 steps that the run repeated after a break, step %2 came out differently.",
                            run.repeatedSteps, *run.firstUnequalRepeat);
        grade.reasons = reasonsOf(run, run);
    }
    return grade;
}

}  // namespace seekbench
