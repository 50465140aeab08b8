// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/boxes.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "core/evaluation/curves.h"

namespace seekbench {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double common(float centreA, float extentA, float centreB, float extentB) {
    const double low = std::max(double{centreA} - extentA / 2.0, double{centreB} - extentB / 2.0);
    const double high = std::min(double{centreA} + extentA / 2.0, double{centreB} + extentB / 2.0);
    return std::max(0.0, high - low);
}

}  // namespace

double intersectionOverUnion(const Box& a, const Box& b) {
    const double both = common(a.x, a.width, b.x, b.width) * common(a.y, a.height, b.y, b.height);
    const double either = double{a.width} * a.height + double{b.width} * b.height - both;
    return either > 0 ? both / either : 0;
}

std::vector<Detection> withoutDoubles(std::vector<Detection> detections, double overlap, std::size_t most) {
    std::ranges::stable_sort(detections, std::greater{}, &Detection::score);
    std::vector<Detection> kept;
    for (const Detection& next : detections) {
        if (kept.size() == most) break;
        const bool isDouble = std::ranges::any_of(kept, [&](const Detection& better) {
            return better.kind == next.kind && intersectionOverUnion(better.box, next.box) > overlap;
        });
        if (!isDouble) kept.push_back(next);
    }
    return kept;
}

void BoxPrecision::add(std::vector<Detection> detections, std::span<const TrueBox> truth) {
    for (const TrueBox& box : truth) {
        const auto kind = static_cast<std::size_t>(box.kind);
        if (m_truths.size() <= kind) m_truths.resize(kind + 1);
        ++m_truths[kind];
    }
    std::ranges::stable_sort(detections, std::greater{}, &Detection::score);
    std::vector<char> taken(truth.size(), 0);
    for (const Detection& detection : detections) {
        double most = 0;
        std::size_t nearest = truth.size();
        for (std::size_t i = 0; i < truth.size(); ++i) {
            if (truth[i].kind != detection.kind) continue;
            const double overlap = intersectionOverUnion(truth[i].box, detection.box);
            if (overlap > most) {
                most = overlap;
                nearest = i;
            }
        }
        const bool right = nearest < truth.size() && most >= kOverlap && !taken[nearest];
        if (right) taken[nearest] = 1;
        m_answers.push_back({detection.score, detection.kind, right});
    }
}

double BoxPrecision::averagePrecision(std::int32_t kind) const {
    const auto place = static_cast<std::size_t>(kind);
    if (place >= m_truths.size() || m_truths[place] == 0) return kNone;
    std::vector<ScoredSample> answers;
    for (const Answer& answer : m_answers)
        if (answer.kind == kind) answers.push_back({answer.score, answer.right});
    const auto rows = thresholdTable(std::move(answers)).rows;
    const auto truths = static_cast<double>(m_truths[place]);
    double area = 0, highest = 0;
    // From the lowest threshold: the precision of a recall is the best that any higher recall still has.
    for (std::size_t i = rows.size(); i-- > 0;) {
        highest = std::max(highest, ThresholdTable::precision(rows[i]));
        const auto before = i == 0 ? 0 : rows[i - 1].truePositives;
        area += static_cast<double>(rows[i].truePositives - before) / truths * highest;
    }
    return area;
}

double BoxPrecision::mean() const {
    double sum = 0;
    int classes = 0;
    for (std::size_t kind = 0; kind < m_truths.size(); ++kind) {
        if (m_truths[kind] == 0) continue;
        sum += averagePrecision(static_cast<std::int32_t>(kind));
        ++classes;
    }
    return classes > 0 ? sum / classes : kNone;
}

std::vector<double> BoxPrecision::state() const {
    std::vector<double> state{static_cast<double>(m_truths.size())};
    for (const std::int64_t count : m_truths) state.push_back(static_cast<double>(count));
    for (const Answer& answer : m_answers)
        state.insert(state.end(), {answer.score, static_cast<double>(answer.kind), answer.right ? 1.0 : 0.0});
    return state;
}

BoxPrecision BoxPrecision::fromState(std::span<const double> state) {
    BoxPrecision result;
    if (state.empty()) return result;
    const auto classes = std::min(static_cast<std::size_t>(state[0]), state.size() - 1);
    for (const double count : state.subspan(1, classes)) result.m_truths.push_back(static_cast<std::int64_t>(count));
    for (std::size_t i = 1 + classes; i + 2 < state.size(); i += 3)
        result.m_answers.push_back({state[i], static_cast<std::int32_t>(state[i + 1]), state[i + 2] != 0});
    return result;
}

}  // namespace seekbench
