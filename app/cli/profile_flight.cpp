// SPDX-License-Identifier: Apache-2.0
#include "app/cli/profile_flight.h"

#include <algorithm>

#include <nlohmann/json.hpp>
#include "app/cli/format.h"

#include "core/base/json.h"
#include "core/trace/analysis/summary.h"

namespace seekbench {
namespace {

constexpr std::size_t kSlowest = 3;

std::string milliseconds(std::int64_t nanoseconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g ms", static_cast<double>(nanoseconds) / 1e6);
    return text;
}

std::int64_t medianOf(const std::vector<StepBar>& bars) {
    std::vector<std::int64_t> durations;
    for (const StepBar& bar : bars) durations.push_back(bar.step.duration);
    const auto middle = durations.begin() + static_cast<std::ptrdiff_t>(durations.size() / 2);
    std::ranges::nth_element(durations, middle);
    return *middle;
}

// The mean of a phase over all steps, for "usually".
Phase mostUnusual(const StepBar& bar, const std::vector<StepBar>& bars) {
    std::array<double, kPhases> means{};
    for (const StepBar& other : bars)
        for (std::size_t phase = 0; phase < kPhases; ++phase)
            means[phase] += static_cast<double>(other.phases[phase]) / static_cast<double>(bars.size());
    std::size_t most = 0;
    for (std::size_t phase = 0; phase < kPhases; ++phase)
        if (static_cast<double>(bar.phases[phase]) - means[phase] > static_cast<double>(bar.phases[most]) - means[most]) most = phase;
    return static_cast<Phase>(most);
}

std::vector<StepBar> slowestOf(std::vector<StepBar> bars) {
    std::ranges::stable_sort(bars, std::greater(), [](const StepBar& bar) { return bar.step.duration; });
    bars.resize(std::min(bars.size(), kSlowest));
    return bars;
}

}  // namespace

std::string flightText(const Flight& flight, bool isAlive) {
    const auto bars = stepBars(flight.trace);
    std::string text;
    if (flight.trace.steps().empty())
        text += "The flight recorder has no whole step yet.\n";
    else
        text += "The flight recorder has " + withSeparators(static_cast<std::int64_t>(flight.trace.steps().size())) + " steps, " +
                std::to_string(flight.trace.steps().front().number) + " to " + std::to_string(flight.trace.steps().back().number) + ".\n";
    const std::string place = placeText(flight).english();
    if (flight.closed)
        text += "The run ended by itself.\n";
    else if (isAlive)
        text += "The worker is at " + place + ".\n";
    else
        text += "The worker ended without a word; it was last at " + place + ".\n";
    if (flight.trace.ledger().unreadable > 0)
        text += std::to_string(flight.trace.ledger().unreadable) + " records were torn when the machine went down and are left out.\n";
    if (bars.size() >= 3) {
        text += "A step takes " + milliseconds(medianOf(bars)) + " (median). The slowest:\n";
        for (const StepBar& bar : slowestOf(bars)) {
            const Phase phase = mostUnusual(bar, bars);
            text += "  step " + std::to_string(bar.step.number) + ": " + milliseconds(bar.step.duration) + "; " +
                    std::string(nameOf(phase)) + " took " + milliseconds(bar.phases[static_cast<std::size_t>(phase)]) +
                    " of it, more than usual\n";
        }
    }
    return text;
}

std::string flightJson(const Flight& flight, bool isAlive) {
    const auto bars = stepBars(flight.trace);
    Json slowest = Json::array();
    for (const StepBar& bar : slowestOf(bars))
        slowest.push_back(
            {{"step", bar.step.number}, {"nanoseconds", bar.step.duration}, {"unusual_phase", nameOf(mostUnusual(bar, bars))}});
    Json steps = Json::array();
    for (const StepBar& bar : bars) steps.push_back({{"step", bar.step.number}, {"nanoseconds", bar.step.duration}});
    return canonicalJson({{"closed", flight.closed},
                          {"alive", isAlive},
                          {"torn", flight.trace.ledger().unreadable},
                          {"at", {{"step", flight.last.step}, {"phase", flight.last.phase}, {"layer", flight.last.layer}}},
                          {"steps", steps},
                          {"slowest", slowest}});
}

}  // namespace seekbench
